#include "app/vector/svg_text.hpp"

#include <fmt/format.h>

namespace app {
namespace {

struct Type
{
    char const *family;
    char const *fallback;
    int weight;
    char const *style;
};

Type type_of(Face face)
{
    switch (face) {
    case Face::sans_bold:
        return {"Noto Sans", "sans-serif", 700, "normal"};
    case Face::sans_italic:
        return {"Noto Sans", "sans-serif", 400, "italic"};
    case Face::serif:
        return {"Noto Serif", "serif", 400, "normal"};
    case Face::serif_italic:
        return {"Noto Serif", "serif", 400, "italic"};
    default:
        return {"Noto Sans", "sans-serif", 400, "normal"};
    }
}

/// A colour as attributes: name="#rrggbb", and its opacity where it is not full.
std::string paint(char const *name, Colour k)
{
    auto words = fmt::format(" {}=\"#{:02x}{:02x}{:02x}\"", name, k.r, k.g, k.b);
    return k.a == 255 ? words : words + fmt::format(" {}-opacity=\"{:.3g}\"", name, k.a / 255.0);
}

/// A pose for each letter, as the lists that SVG takes.
std::string poses(std::vector<LetterPose> const &letters)
{
    std::string x;
    std::string y;
    std::string turn;
    for (auto const &pose : letters) {
        x += fmt::format(" {:.1f}", pose.at.x);
        y += fmt::format(" {:.1f}", pose.at.y);
        turn += fmt::format(" {:.1f}", pose.angle_deg);
    }
    return fmt::format(" x=\"{}\" y=\"{}\" rotate=\"{}\"", x.substr(1), y.substr(1), turn.substr(1));
}

std::string element(Text const &text)
{
    auto const [family, fallback, weight, style] = type_of(text.face);
    auto out = fmt::format("<text font-family=\"'{}', {}\" font-size=\"{:g}\"", family, fallback, text.size);
    if (weight != 400) {
        out += fmt::format(" font-weight=\"{}\"", weight);
    }
    if (style != std::string_view{"normal"}) {
        out += fmt::format(" font-style=\"{}\"", style);
    }
    if (text.spacing != 0) {
        out += fmt::format(" letter-spacing=\"{:.4g}\"", text.spacing);
    }
    out += paint("fill", text.colour);
    if (text.halo_width > 0 && text.halo.a > 0) {
        out += paint("stroke", text.halo) + fmt::format(" stroke-width=\"{:g}\"", text.halo_width * 2) +
               " stroke-linejoin=\"round\" paint-order=\"stroke\"";
    }
    if (!text.letters.empty()) {
        out += poses(text.letters);
    } else if (text.angle_deg == 0) {
        out += fmt::format(" x=\"{:.2f}\" y=\"{:.2f}\"", text.at.x, text.at.y);
    } else {
        out +=
            fmt::format(" transform=\"translate({:.2f} {:.2f}) rotate({:.2f})\"", text.at.x, text.at.y, text.angle_deg);
    }
    return out + fmt::format(">{}</text>\n", xml_escaped(text.utf8));
}

} // namespace

std::string svg_texts(Page const &page)
{
    std::string out = "<g id=\"text\" xml:space=\"preserve\">\n";
    for (auto const &part : page.parts) {
        auto const &r = part.where;
        // A picture within the picture: it scales its texts and clips them.
        out += fmt::format("<svg x=\"{:g}\" y=\"{:g}\" width=\"{:g}\" height=\"{:g}\" viewBox=\"0 0 {} {:g}\" "
                           "preserveAspectRatio=\"xMinYMin slice\">\n",
                           r.left, r.top, r.right - r.left, r.bottom - r.top, part.scenes.front()->width,
                           static_cast<float>(part.scenes.front()->width) * (r.bottom - r.top) / (r.right - r.left));
        for (auto const *const scene : part.scenes) {
            for (auto const &item : scene->items) {
                if (auto const *const text = std::get_if<Text>(&item)) {
                    out += element(*text);
                }
            }
        }
        out += "</svg>\n";
    }
    return out + "</g>\n";
}

std::string xml_escaped(std::string_view text)
{
    std::string out;
    for (char const letter : text) {
        switch (letter) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            if (static_cast<unsigned char>(letter) >= 0x20) {
                out += letter;
            }
        }
    }
    return out;
}

} // namespace app
