#pragma once

#include <cstddef>
#include <cstdint>

namespace geo::limits {

// What a file may be, so that none can fill the memory, the disk or the stack. Messages name the figure;
// docs/formats.md lists them.

inline constexpr std::uint64_t text_file_bytes = 2ULL << 30U;  ///< a GeoJSON, KML, GPX or CZML file
inline constexpr std::uint64_t unpacked_bytes = 1ULL << 30U;   ///< the document within a KMZ
inline constexpr std::uint64_t unpacked_ratio = 200;           ///< times its packed size; above it is a bomb
inline constexpr std::uint64_t ratio_free_bytes = 1ULL << 20U; ///< below this size the ratio does not matter
inline constexpr std::size_t archive_entries = 10'000;
inline constexpr std::size_t xml_depth = 200;
inline constexpr std::size_t json_depth = 200;               ///< also of the files of an atlas
inline constexpr std::size_t xml_text_bytes = 256ULL << 20U; ///< the text of one element
inline constexpr std::size_t features = 4'000'000;           ///< read whole: each takes about a kilobyte
inline constexpr std::size_t layers = 20'000;                ///< of one file
inline constexpr std::size_t all_layers = 65'000;            ///< of all files that are open at once
inline constexpr std::size_t fields = 2'000;                 ///< of one layer
inline constexpr std::size_t note_bytes = 4'000;             ///< attributes shown of one feature

} // namespace geo::limits
