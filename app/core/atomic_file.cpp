#include "app/core/atomic_file.hpp"

#include "app/core/workshop.hpp"

namespace app {

void write_atomically(std::filesystem::path const &file, std::string_view content)
{
    Workshop const workshop{file};
    workshop.write(content);
    workshop.deliver();
}

void write_atomically(std::filesystem::path const &file,
                      std::function<void(std::filesystem::path const &)> const &write)
{
    Workshop const workshop{file};
    write(workshop.product());
    workshop.deliver();
}

} // namespace app
