#include "geo/io/no_network.hpp"

#include <cpl_vsi_virtual.h>
#include <gdal_priv.h>

namespace geo {
namespace {

/// Takes the place of a file system of servers: nothing is there.
class NothingThere final : public VSIFilesystemHandler
{
public:
    VSIVirtualHandle *Open(char const *name, char const *, bool, CSLConstList) override
    {
        CPLError(CE_Failure, CPLE_OpenFailed, "'%s' lies on a server, and files from the network are not opened", name);
        return nullptr;
    }
    int Stat(char const *, VSIStatBufL *, int) override { return -1; }
};

constexpr char const *servers[] = {
    "/vsicurl/", "/vsicurl_streaming/",  "/vsis3/",     "/vsis3_streaming/", "/vsigs/",    "/vsigs_streaming/",
    "/vsiaz/",   "/vsiaz_streaming/",    "/vsiadls/",   "/vsioss/",          "/vsiswift/", "/vsioss_streaming/",
    "/vsihdfs/", "/vsiswift_streaming/", "/vsiwebhdfs/"};

constexpr char const *services[] = {"HTTP",     "WMS",    "WMTS",      "WCS",        "WFS",   "OAPIF",
                                    "OGCAPI",   "STACIT", "STACTA",    "EEDA",       "EEDAI", "PLMOSAIC",
                                    "PLSCENES", "DAAS",   "CSW",       "AmigoCloud", "Carto", "Elasticsearch",
                                    "NGW",      "GMLAS",  "MongoDBv3", "CouchDB"};

} // namespace

void close_network()
{
    for (char const *const prefix : servers) {
        VSIFileManager::InstallHandler(prefix, new NothingThere); // GDAL owns it
    }
    for (char const *const name : services) {
        if (auto *const driver = GetGDALDriverManager()->GetDriverByName(name)) {
            GetGDALDriverManager()->DeregisterDriver(driver);
        }
    }
    CPLSetConfigOption("GDAL_VRT_ENABLE_PYTHON", "NO");
}

} // namespace geo
