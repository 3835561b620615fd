#include "app/kiosk/operator_lock.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace std::chrono_literals;
using app::Unlock;

TEST_CASE("the operator's code opens, and only its hash is kept")
{
    test::TemporaryFolder folder;
    auto const hash = app::hash_code("271920");
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(hash.find("271920") == std::string::npos);
    app::OperatorLock::Time const now{};
    app::OperatorLock lock{hash, folder.path() / "tries", now};
    CHECK(lock.try_code("271921", now) == Unlock::wrong);
    CHECK(lock.try_code("271920", now) == Unlock::opened);
}

TEST_CASE("five wrong codes lock it for five minutes, even for the right one, and a restart does not help")
{
    test::TemporaryFolder folder;
    auto const hash = app::hash_code("271920");
    app::OperatorLock::Time now{};
    app::OperatorLock lock{hash, folder.path() / "tries", now};
    for (int i = 0; i < 5; ++i) {
        CHECK(lock.try_code("0000", now) == Unlock::wrong);
    }
    CHECK(lock.locked_for(now) == 5min);
    CHECK(lock.try_code("271920", now + 4min) == Unlock::locked);
    app::OperatorLock restarted{hash, folder.path() / "tries", now};
    CHECK(restarted.try_code("271920", now + 1min) == Unlock::locked);
    CHECK(restarted.try_code("271920", now + 5min) == Unlock::opened);
    CHECK(restarted.locked_for(now + 5min) == 0s);
}

TEST_CASE("the pause grows with each five wrong codes, up to an hour")
{
    test::TemporaryFolder folder;
    app::OperatorLock::Time now{};
    app::OperatorLock lock{app::hash_code("271920"), folder.path() / "tries", now};
    for (auto const pause : {5min, 10min, 20min, 40min, 60min, 60min}) {
        for (int i = 0; i < 5; ++i) {
            CHECK(lock.try_code("1", now) == Unlock::wrong);
        }
        CHECK(lock.locked_for(now) == pause);
        now += pause;
    }
}

TEST_CASE("without a code nothing opens, and a code is 4 to 12 digits")
{
    test::TemporaryFolder folder;
    app::OperatorLock lock{"", folder.path() / "tries", {}};
    CHECK(lock.try_code("", {}) == Unlock::locked);
    for (auto const *const bad : {"123", "1234567890123", "12a4", ""}) {
        CHECK_THROWS_WITH_AS((void)app::hash_code(bad), "the operator's code is 4 to 12 digits", std::runtime_error);
    }
}
