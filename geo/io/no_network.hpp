#pragma once

namespace geo {

/**
 * Takes from GDAL what a data file could use to reach the network or to run code: the virtual file systems of servers,
 * the drivers of web services, Python in VRT files. Files may name any of them, and a viewer that is asked for a file
 * must open nothing else. PostGIS stays: it is opened only where the user writes a connection.
 * \pre GDAL's drivers are registered; called once, before any file is opened
 */
void close_network();

} // namespace geo
