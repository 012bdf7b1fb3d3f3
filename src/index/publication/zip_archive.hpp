#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace pricetalk::publication {

/// Reads the files inside a ZIP archive that is held in memory. What they become when unpacked is
/// bounded, whatever the archive says about their sizes.
class ZipArchive {
 public:
  enum class Problem : std::uint8_t { damaged, too_large, encrypted };

  /// Larger than any sheet or table of figures, for one file and for all that are read.
  static constexpr std::size_t largest_file = 64'000'000;
  static constexpr std::size_t largest_total = 160'000'000;

  /// The bytes outlive the archive. Nothing when they are no whole archive.
  static std::optional<ZipArchive> open(std::string_view bytes);

  /// In the order of the archive; folders are not among them.
  const std::vector<std::string>& names() const { return names_; }
  bool has(std::string_view name) const;
  /// Any of its files needs a password.
  bool encrypted() const { return encrypted_; }
  /// The text of a file; nothing when it cannot be read, and then `problem` says why.
  std::optional<std::string> read(std::string_view name, Problem& problem);

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Close> archive_;
  std::vector<std::string> names_;
  bool encrypted_ = false;
  std::size_t total_ = 0;
};

}  // namespace pricetalk::publication
