#include "geo/foreign/readers.hpp"
#include "geo/io/data_error.hpp"
#include "geo/io/limits.hpp"

#include <fmt/format.h>
#include <minizip/unzip.h>

#include <array>
#include <memory>

namespace geo {
namespace {

struct ArchiveCloser
{
    void operator()(unzFile archive) const { unzClose(archive); }
};
using Archive = std::unique_ptr<void, ArchiveCloser>;

struct Entry
{
    std::string name;
    unz_file_info64 info{};
};

Entry present_entry(unzFile archive)
{
    std::array<char, 1024> name{};
    Entry entry;
    unzGetCurrentFileInfo64(archive, &entry.info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0);
    entry.name = name.data();
    return entry;
}

/// Unpacks the entry that the archive stands at. Its declared size is not believed.
std::string unpacked(unzFile archive, Entry const &entry, std::filesystem::path const &file)
{
    if (unzOpenCurrentFile(archive) != UNZ_OK) {
        throw DataError{file, fmt::format("{} in it cannot be unpacked; it may be encrypted", entry.name)};
    }
    std::string text;
    std::array<char, 65'536> buffer{};
    int count = 0;
    while ((count = unzReadCurrentFile(archive, buffer.data(), buffer.size())) > 0) {
        text.append(buffer.data(), static_cast<std::size_t>(count));
        bool const bomb = text.size() > limits::ratio_free_bytes &&
                          text.size() / std::max<std::uint64_t>(entry.info.compressed_size, 1) > limits::unpacked_ratio;
        if (bomb || text.size() > limits::unpacked_bytes) {
            throw DataError{file, fmt::format("{} in it unpacks to more than {}; it is not opened", entry.name,
                                              bomb ? fmt::format("{} times its size", limits::unpacked_ratio)
                                                   : fmt::format("{} MB", limits::unpacked_bytes >> 20U))};
        }
    }
    bool const sound = unzCloseCurrentFile(archive) == UNZ_OK && count == 0;
    if (!sound) {
        throw DataError{file, fmt::format("{} in it is damaged", entry.name)};
    }
    return text;
}

} // namespace

std::string kmz_document(std::filesystem::path const &file, FeatureSink &sink)
{
    Archive const archive{unzOpen64(file.c_str())};
    if (!archive) {
        throw DataError{file, "is no sound KMZ (a zip archive with a KML document in it)"};
    }
    std::size_t entries = 0;
    long others = 0;
    std::string document;
    for (int status = unzGoToFirstFile(archive.get()); status == UNZ_OK; status = unzGoToNextFile(archive.get())) {
        if (++entries > limits::archive_entries) {
            throw DataError{file, fmt::format("holds more than {} files; it is not opened", limits::archive_entries)};
        }
        auto const entry = present_entry(archive.get());
        if (document.empty() && entry.name.ends_with(".kml")) { // the first one is the document, whatever its name
            document = unpacked(archive.get(), entry, file);
        } else if (!entry.name.ends_with('/')) {
            ++others;
        }
    }
    if (document.empty()) {
        throw DataError{file, "holds no KML document"};
    }
    sink.drop("other files within the KMZ (pictures, models, further documents)", others);
    return document;
}

} // namespace geo
