#pragma once

#include "geo/foreign/source.hpp"

#include <functional>
#include <map>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>

namespace geo {

/**
 * Where the readers of foreign files put what they read, feature by feature: none holds the whole file. The one sink
 * here gathers; others may index or count.
 */
class FeatureSink
{
public:
    virtual ~FeatureSink() = default;

    /// Whether a layer is to be read at all.
    [[nodiscard]] virtual bool wants(std::string const &) const { return true; }
    /// Features that follow belong to this layer; a name that was there before is gone on with.
    virtual void layer(std::string const &name) = 0;
    /// The column of an attribute in the present layer, added where it is new.
    virtual std::size_t field(std::string const &name) = 0;
    virtual void feature(ForeignFeature &&feature) = 0;
    virtual void story(Story &&story) = 0;
    /// Something that is not shown, worded for the user: what, and why.
    virtual void drop(std::string const &reason, long count = 1) = 0;
    /// One of many texts that could not be understood: they are counted together, with the first as their example.
    void drop_such(std::string const &what, std::string_view text);
    /// How much of the file is read, 0 to 1. \throws Stopped if the user wants no more
    virtual void progress(double share) = 0;

private:
    std::map<std::string, std::string> m_examples; ///< reasons by what was dropped
};

/// The user stopped the reading.
struct Stopped
{};

/// Keeps everything.
class Gatherer final : public FeatureSink
{
public:
    /// \param left_out names of layers that are not to be read
    Gatherer(ForeignSource &into, std::function<void(double)> progress, std::stop_token stop,
             std::set<std::string> left_out = {})
    : m_into{into}, m_progress{std::move(progress)}, m_stop{std::move(stop)}, m_left_out{std::move(left_out)}
    {}

    [[nodiscard]] bool wants(std::string const &name) const override { return !m_left_out.contains(name); }
    void layer(std::string const &name) override;
    std::size_t field(std::string const &name) override;
    void feature(ForeignFeature &&feature) override;
    void story(Story &&story) override { m_into.stories.push_back(std::move(story)); }
    void drop(std::string const &reason, long count) override;
    void progress(double share) override;

private:
    ForeignLayer &present();

    ForeignSource &m_into;
    std::function<void(double)> m_progress;
    std::stop_token m_stop;
    std::set<std::string> m_left_out;
    std::map<std::string, std::size_t> m_layers; ///< by name
    std::size_t m_layer = 0;
    std::map<std::string, std::size_t> m_fields; ///< of the present layer
    std::size_t m_count = 0;
};

/// Sets a value of a feature, growing its row. Empty values are not kept.
void set_value(FeatureSink &sink, ForeignFeature &feature, std::string const &field, std::string value);

} // namespace geo
