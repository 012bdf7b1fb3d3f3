#pragma once

#include <string>
#include <string_view>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// A folder of our own among the temporary files, that nobody else can look into, for what another
/// program reads and writes. It is gone with the object.
class ScratchFolder {
 public:
  ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();

  /// Why it could not be made (O0006); empty when it was.
  const Diagnostics& problems() const { return problems_; }
  /// Of a file in it.
  std::string path(std::string_view name) const { return path_ + "/" + std::string(name); }

 private:
  std::string path_;
  Diagnostics problems_;
};

}  // namespace pricetalk
