#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// A file that is written piece by piece, or not at all: it grows beside its place and takes it at
/// the end. What is not finished leaves nothing behind. A pipe or device is written directly.
class GrowingFile {
 public:
  /// `path` as the user gave it; the folder must exist.
  explicit GrowingFile(std::string path);
  ~GrowingFile();
  GrowingFile(GrowingFile&&) noexcept;
  GrowingFile& operator=(GrowingFile&&) noexcept;

  /// Adds bytes. After a refusal of the disk nothing happens any more; `finish` tells it.
  void add(std::string_view bytes);
  /// The name under which another writer may build the file instead of `add`; empty where none can
  /// be built, as for a device.
  const std::string& beside() const;
  /// Puts the file in its place; what was wrong.
  Diagnostics finish() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pricetalk
