#include "app/shell/write_handout.hpp"

#include "app/core/paths.hpp"
#include "app/story/handout.hpp"
#include "app/vector/write_vector.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

std::vector<std::size_t> chosen(geo::Story const &story, std::vector<std::string> const &ids)
{
    std::vector<std::size_t> steps;
    for (std::size_t i = 0; i < story.steps.size(); ++i) {
        if (ids.empty() || std::ranges::find(ids, story.steps[i].id) != ids.end()) {
            steps.push_back(i);
        }
    }
    return steps;
}

} // namespace

void write_handout(Session const &session, HandoutWish const &wish, FontMetrics const &fonts,
                   std::filesystem::path const &file)
{
    auto const &story = session.atlas->stories.at(wish.story);
    Texts const texts{locale_dir(), wish.language};
    auto const style = find_style("print");
    auto const handout = make_handout(
        {session.map, session.projection, fonts, texts, style, story, chosen(story, wish.steps), wish.blind});
    auto const &info = session.atlas->info;
    write_pdf(handout.pages,
              {story.title.in(wish.language), info.attribution.in(wish.language), info.title.in(wish.language),
               wish.language},
              file);
}

std::filesystem::path new_handout_file(geo::Story const &story, HandoutWish const &wish)
{
    auto const folder = documents_dir();
    auto const stem = fmt::format("{}-{}{}", story.id, wish.language, wish.blind ? "-blind" : "");
    auto file = folder / (stem + ".pdf");
    for (int i = 2; std::filesystem::exists(file); ++i) {
        file = folder / fmt::format("{}-{}.pdf", stem, i);
    }
    return file;
}

} // namespace app
