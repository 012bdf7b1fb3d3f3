#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pricetalk {

/// Which of the texts.
using TextId = std::uint32_t;

/// Texts that many contracts share, each kept once and known by a number.
class SharedTexts {
 public:
  TextId of(std::string text) {
    if (const auto known = ids_.find(text); known != ids_.end()) return known->second;
    const auto id = static_cast<TextId>(texts_.size());
    texts_.push_back(std::move(text));
    ids_.emplace(texts_.back(), id);
    return id;
  }
  const std::string& at(TextId id) const { return texts_[id]; }
  std::size_t size() const { return texts_.size(); }

 private:
  std::deque<std::string> texts_;  // what was added stays where it is
  std::unordered_map<std::string_view, TextId> ids_;
};

}  // namespace pricetalk
