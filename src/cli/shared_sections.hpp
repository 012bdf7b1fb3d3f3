#pragma once

#include <cstddef>
#include <functional>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "document/section_memory.hpp"

namespace pricetalk {

/// The sections that the files of one run have in common, for all of its threads. A section is kept
/// when it comes for the second time, and nothing more when it is full.
class SharedSections : public SectionMemory {
 public:
  std::shared_ptr<const std::vector<Entry>> find(std::string_view words) const override;
  bool wants(std::string_view words) override;
  void keep(std::string_view words, std::vector<Entry> entries) override;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  static constexpr std::size_t most_bytes = std::size_t{1} << 20U;  ///< of words
  static constexpr std::size_t most_seen = std::size_t{1} << 15U;

  mutable std::shared_mutex guard_;
  std::unordered_map<std::string, std::shared_ptr<const std::vector<Entry>>, Hash, std::equal_to<>>
      kept_;
  std::size_t bytes_ = 0;
  std::unordered_set<std::size_t> seen_;  ///< hashes of words that came once
};

}  // namespace pricetalk
