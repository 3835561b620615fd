// A data file that names a server must not make the program call it.

#include "geo/io/data_error.hpp"
#include "geo/io/gdal.hpp"

#include "support/temporary_folder.hpp"
#include "support/text.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <gdal_priv.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <fstream>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using doctest::Contains;
using test::text;

namespace {

/// A server on this machine that only notes whether anybody knocks.
class Listener
{
public:
    Listener()
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::bind(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0);
        REQUIRE(::listen(m_socket, 8) == 0);
        socklen_t length = sizeof address;
        REQUIRE(::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &length) == 0);
        m_port = ntohs(address.sin_port);
    }
    ~Listener() { ::close(m_socket); }
    Listener(Listener const &) = delete;
    Listener &operator=(Listener const &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    /// Whether a connection has come since the last question.
    [[nodiscard]] bool heard() const
    {
        int const caller = ::accept(m_socket, nullptr, nullptr);
        if (caller >= 0) {
            ::close(caller);
        }
        return caller >= 0;
    }

private:
    int m_socket = -1;
    int m_port = 0;
};

} // namespace

TEST_CASE("a raster that points to a server opens nothing there")
{
    Listener const listener;
    test::TemporaryFolder const folder;
    auto const file = folder.path() / "map.vrt";
    std::ofstream{file} << fmt::format(
        R"(<VRTDataset rasterXSize="4" rasterYSize="4"><VRTRasterBand dataType="Byte" band="1"><SimpleSource>
<SourceFilename relativeToVRT="0">/vsicurl/http://127.0.0.1:{}/x.tif</SourceFilename><SourceBand>1</SourceBand>
</SimpleSource></VRTRasterBand></VRTDataset>)",
        listener.port());
    try {
        auto const dataset = geo::open_raster(file);
        unsigned char pixels[16];
        geo::ErrorTrap const errors;
        CHECK(dataset->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, 4, 4, pixels, 4, 4, GDT_Byte, 0, 0, nullptr) != CE_None);
        CHECK(text(errors.reason()) == Contains("files from the network are not opened"));
    } catch (geo::DataError const &error) {
        CHECK(text(error.what()) == Contains("files from the network are not opened"));
    }
    CHECK_FALSE(listener.heard());
}

TEST_CASE("files of web services and addresses in the place of files are no maps")
{
    Listener const listener;
    test::TemporaryFolder const folder;
    auto const file = folder.path() / "wms.xml";
    std::ofstream{file} << fmt::format(
        R"(<GDAL_WMS><Service name="TMS"><ServerUrl>http://127.0.0.1:{}/${{z}}/${{x}}/${{y}}.png</ServerUrl></Service>
<DataWindow><UpperLeftX>-1</UpperLeftX><UpperLeftY>1</UpperLeftY><LowerRightX>1</LowerRightX><LowerRightY>-1</LowerRightY>
<TileLevel>1</TileLevel></DataWindow><Projection>EPSG:4326</Projection><BandsCount>3</BandsCount></GDAL_WMS>)",
        listener.port());
    CHECK_THROWS_AS((void)geo::open_raster(file), geo::DataError);
    for (char const *const way : {"/vsicurl/http://127.0.0.1:{}/x.tif", "http://127.0.0.1:{}/x.tif"}) {
        CHECK_THROWS_AS((void)geo::open_raster(fmt::format(fmt::runtime(way), listener.port())), geo::DataError);
    }
    CHECK_FALSE(listener.heard());
}

TEST_CASE("the listener of these tests hears who knocks")
{
    Listener const listener;
    int const caller = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(listener.port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(caller, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0);
    CHECK(listener.heard());
    ::close(caller);
}
