#include "files/scratch.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "files/refusal.hpp"

namespace pricetalk {

ScratchFolder::ScratchFolder() {
  std::error_code error;
  const std::filesystem::path above = std::filesystem::temp_directory_path(error);
  std::string name = (error ? std::filesystem::path("/tmp") : above) / "pricetalk-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr)
    problems_ = only(unwritable(name, errno));
  else
    path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace pricetalk
