#include "geo/foreign/sink.hpp"

#include "geo/io/data_error.hpp"
#include "geo/io/limits.hpp"
#include "geo/io/text_line.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace geo {

void FeatureSink::drop_such(std::string const &what, std::string_view text)
{
    auto found = m_examples.find(what);
    if (found == m_examples.end()) {
        constexpr std::size_t shown = 40;
        found = m_examples.emplace(what, fmt::format("{}, such as '{}'", what, begin_of(text, shown))).first;
    }
    drop(found->second);
}

ForeignLayer &Gatherer::present()
{
    if (m_into.layers.empty()) {
        layer(m_into.file.stem().string());
    }
    return m_into.layers[m_layer];
}

void Gatherer::layer(std::string const &name)
{
    auto const [found, is_new] = m_layers.try_emplace(name, m_into.layers.size());
    if (!is_new && found->second == m_layer) {
        return;
    }
    m_layer = found->second;
    if (is_new) {
        if (m_into.layers.size() >= limits::layers) {
            throw DataError{m_into.file,
                            fmt::format("it holds more than {} layers; open a part of it", limits::layers)};
        }
        m_into.layers.push_back({name, {}, {}, {}});
    }
    m_fields.clear();
    auto const &fields = m_into.layers[m_layer].fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        m_fields.emplace(fields[i], i);
    }
}

std::size_t Gatherer::field(std::string const &name)
{
    auto &fields = present().fields;
    auto const [found, is_new] = m_fields.try_emplace(name, fields.size());
    if (is_new) {
        if (fields.size() >= limits::fields) {
            throw DataError{m_into.file,
                            fmt::format("a layer has more than {} fields; leave some out", limits::fields)};
        }
        fields.push_back(name);
    }
    return found->second;
}

void Gatherer::feature(ForeignFeature &&feature)
{
    if (++m_count > limits::features) {
        throw DataError{m_into.file,
                        fmt::format("it holds more than {} features; open a part of it", limits::features)};
    }
    present().features.push_back(std::move(feature));
}

void Gatherer::drop(std::string const &reason, long count)
{
    if (count > 0) {
        m_into.dropped[reason] += count;
    }
}

void Gatherer::progress(double share)
{
    if (m_stop.stop_requested()) {
        throw Stopped{};
    }
    if (m_progress) {
        m_progress(share);
    }
}

void set_value(FeatureSink &sink, ForeignFeature &feature, std::string const &field, std::string value)
{
    if (value.empty()) {
        return;
    }
    auto const column = sink.field(field);
    if (feature.values.size() <= column) {
        feature.values.resize(column + 1);
    }
    feature.values[column] = std::move(value);
}

} // namespace geo
