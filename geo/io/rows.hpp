#pragma once

#include <string>
#include <vector>

class GDALDataset;
class OGRLayer;

namespace geo {

// Include this only from .cpp files of geo/.

/// Rows of a query, given back to their dataset when this ends.
class Rows
{
public:
    /// \throws std::runtime_error with the reasons of GDAL or of the store
    Rows(GDALDataset &dataset, std::string const &sql);
    ~Rows();
    Rows(Rows const &) = delete;
    Rows &operator=(Rows const &) = delete;
    [[nodiscard]] OGRLayer *layer() const { return m_layer; } ///< null if the statement has no rows

private:
    GDALDataset &m_dataset;
    OGRLayer *m_layer = nullptr;
};

/// The first field of each row, as text; "" for NULL. \throws std::runtime_error as above
[[nodiscard]] std::vector<std::string> first_column(GDALDataset &dataset, std::string const &sql);
/// The fields of the first row likewise; empty if there is none. \throws std::runtime_error as above
[[nodiscard]] std::vector<std::string> first_row(GDALDataset &dataset, std::string const &sql);

} // namespace geo
