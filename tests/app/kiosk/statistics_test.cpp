#include "app/kiosk/statistics.hpp"

#include "support/content.hpp"
#include "support/temporary_folder.hpp"
#include "support/text.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <sys/resource.h>

namespace {

using namespace std::chrono_literals;

std::chrono::local_seconds day(int d, int month = 11)
{
    return std::chrono::local_days{std::chrono::year{2026} / month / d} + 15h;
}

app::Visit const visit{90, "az", {"ev049", "ev050"}, "1920-04-27T18", true};

/// While it lives every write fails as on a full disk.
class FullDisk
{
public:
    FullDisk()
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit const none{0, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(FullDisk const &) = delete;
    FullDisk &operator=(FullDisk const &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

TEST_CASE("visits are counted by day without a trace of who or when")
{
    test::TemporaryFolder folder;
    app::Statistics statistics{folder.path()};
    CHECK(statistics.count(visit, day(25)) == "");
    CHECK(statistics.count({30, "ru", {"ev049"}, "1920-04-28T00", false}, day(25)) == "");
    CHECK(statistics.count(visit, day(26)) == "");
    CHECK(test::content(folder.path() / "visits-2026-11.csv") == "date,what,key,count\n"
                                                                 "2026-11-25,ended,home,1\n"
                                                                 "2026-11-25,ended,left,1\n"
                                                                 "2026-11-25,event,ev049,2\n"
                                                                 "2026-11-25,event,ev050,1\n"
                                                                 "2026-11-25,language,az,1\n"
                                                                 "2026-11-25,language,ru,1\n"
                                                                 "2026-11-25,seconds,,120\n"
                                                                 "2026-11-25,stopped_at,1920-04-27T18,1\n"
                                                                 "2026-11-25,stopped_at,1920-04-28T00,1\n"
                                                                 "2026-11-25,visits,,2\n"
                                                                 "2026-11-26,ended,left,1\n"
                                                                 "2026-11-26,event,ev049,1\n"
                                                                 "2026-11-26,event,ev050,1\n"
                                                                 "2026-11-26,language,az,1\n"
                                                                 "2026-11-26,seconds,,90\n"
                                                                 "2026-11-26,stopped_at,1920-04-27T18,1\n"
                                                                 "2026-11-26,visits,,1\n");
    CHECK(statistics.total("visits") == 3);
    CHECK(statistics.total("visits", "2026-11-25") == 2);
}

TEST_CASE("counts go on after a restart, and where the clock was set back a day they join that day's")
{
    test::TemporaryFolder folder;
    (void)app::Statistics{folder.path()}.count(visit, day(25));
    app::Statistics again{folder.path()};
    (void)again.count(visit, day(26));
    (void)again.count(visit, day(25)); // set back
    CHECK(again.total("visits", "2026-11-25") == 2);
    (void)again.count(visit, day(1, 12));
    (void)again.count(visit, day(30)); // set back over the end of a month
    CHECK(again.total("visits", "2026-11-25") == 2);
    CHECK(again.total("visits", "2026-11-30") == 1);
}

TEST_CASE("on a full disk counts wait in memory and are written when there is room again")
{
    test::TemporaryFolder folder;
    app::Statistics statistics{folder.path()};
    (void)statistics.count(visit, day(25));
    {
        FullDisk const full;
        CHECK(test::text(statistics.count(visit, day(25))) ==
              doctest::Contains("the counts could not be written and wait: "));
    }
    CHECK(test::text(test::content(folder.path() / "visits-2026-11.csv")) == doctest::Contains("visits,,1"));
    CHECK(statistics.count(visit, day(25)) == "");
    CHECK(test::text(test::content(folder.path() / "visits-2026-11.csv")) == doctest::Contains("visits,,3"));
}

TEST_CASE("the files never grow beyond their limit: the oldest month goes first")
{
    test::TemporaryFolder folder;
    app::Statistics statistics{folder.path(), 800};
    for (int month = 1; month <= 12; ++month) {
        (void)statistics.count(visit, day(1, month));
        CHECK(statistics.volume() <= 800);
    }
    CHECK(!std::filesystem::exists(folder.path() / "visits-2026-01.csv"));
    CHECK(std::filesystem::exists(folder.path() / "visits-2026-12.csv"));
}
