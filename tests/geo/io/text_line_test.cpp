#include "geo/io/text_line.hpp"

#include "geo/io/data_error.hpp"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("a line shows what would steer a terminal, forge a line or turn the direction of writing, and nothing else")
{
    CHECK(geo::plain_line("Bakı, Баку, باکو, 巴庫, B\u0301\u0302") == "Bakı, Баку, باکو, 巴庫, B\u0301\u0302");
    CHECK(geo::plain_line("a\nb\tc\x1b[2J\x7f") == "a\\x0Ab\\x09c\\x1B[2J\\x7F");
    CHECK(geo::plain_line("a\u0085b\u009b2J") == "a\\x85b\\x9B2J");
    CHECK(geo::plain_line("\u202Eab\u2069\u2028") == "\\u202Eab\\u2069\\u2028");
    CHECK(geo::plain_line("M\xfcnchen") == "M\\xFCnchen");
    CHECK(geo::plain_line(std::string(1, '\0')) == "\\x00");
}

TEST_CASE("what is no UTF-8 is no letter: cut off, overlong, half of a pair, beyond the last")
{
    CHECK(geo::first_letter("я")->code == U'я');
    CHECK(geo::first_letter("𐎠x")->bytes == 4);
    for (char const *const bad : {"", "\x80", "\xd1", "\xe2\x82", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80",
                                  "\xf4\x90\x80\x80", "\xff", "\xd1z"}) {
        CAPTURE(bad);
        CHECK_FALSE(geo::first_letter(bad));
    }
}

TEST_CASE("a text that is made sound keeps its line feeds")
{
    CHECK(geo::sound_text("a\nb\x01\xff\u0085ç") == "a\nb ? ç");
}

TEST_CASE("a text is not cut within a letter")
{
    CHECK(geo::begin_of("яяя", 3) == "я");
    CHECK(geo::begin_of("яяя", 4) == "яя");
    CHECK(geo::begin_of("яяя", 6) == "яяя");
    CHECK(geo::begin_of("\x80\x80\x80\x80\x80\x80", 5) == "\x80\x80\x80\x80\x80");
    CHECK(geo::begin_of("я", 0) == "");
}

TEST_CASE("what cannot be read is told in one line, whatever its name")
{
    geo::DataError const error{"a\nmarshrut: all is well\x1b[2J.kml", "is\nbad"};
    CHECK(std::string{error.what()} == "a\\x0Amarshrut: all is well\\x1B[2J.kml: is\\x0Abad");
    CHECK(error.file == "a\nmarshrut: all is well\x1b[2J.kml");
}
