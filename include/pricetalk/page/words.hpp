#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pricetalk {

/// A line of a page. Plain text becomes one implicitly: `strong("Klant:") + " minder"`.
class Words {
 public:
  /// Characters exactly as the reader is to see them. Each format escapes them in its own way, so a
  /// text that a person typed never turns into layout.
  struct Run {
    enum class Kind : std::uint8_t {
      plain,
      strong,
      code,       ///< a key or address, in letters of one width
      link,       ///< leads to `anchor` on the same page
      line_break  ///< the line ends here, the paragraph goes on; no text
    };
    std::string text;
    Kind kind = Kind::plain;
    std::string anchor = {};
  };

  Words() = default;
  Words(std::string plain);                                // NOLINT(google-explicit-constructor)
  Words(const char* plain) : Words(std::string(plain)) {}  // NOLINT(google-explicit-constructor)
  explicit Words(Run run) { runs_.push_back(std::move(run)); }

  const std::vector<Run>& runs() const { return runs_; }
  bool empty() const { return runs_.empty(); }
  /// The characters alone; a line break is a blank.
  std::string plain() const;

  Words& operator+=(const Words& more);
  friend Words operator+(Words a, const Words& b) { return a += b; }

 private:
  std::vector<Run> runs_;
};

Words strong(std::string text);
Words code(std::string text);
Words link(std::string text, std::string anchor);
Words line_break();

}  // namespace pricetalk
