#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pricetalk::publication {

/// Finds a text by a view of it, without making a text first.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

template <class T>
using ByText = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

/// Numbers for rows of codes: the codes of one row lead step by step from the root to a node, and
/// equal rows to the same one. A large file has a million rows and a few hundred nodes.
class CodeTree {
 public:
  using Node = std::uint32_t;
  static constexpr Node root = 0;

  Node step(Node from, std::string_view code) {
    const auto found = known_.find(Probe{from, code});
    if (found != known_.end()) return found->second;
    return known_.emplace(Edge{from, std::string(code)}, size_++).first->second;
  }
  /// One more than the largest node so far.
  std::size_t size() const { return size_; }

 private:
  struct Edge {
    Node from;
    std::string code;
  };
  struct Probe {
    Node from;
    std::string_view code;
  };
  struct Hash {
    using is_transparent = void;
    template <class Key>
    std::size_t operator()(const Key& key) const {
      return TextHash{}(key.code) ^ (std::size_t{key.from} * 0x9E3779B97F4A7C15ULL);
    }
  };
  struct Equal {
    using is_transparent = void;
    template <class A, class B>
    bool operator()(const A& a, const B& b) const {
      return a.from == b.from && a.code == b.code;
    }
  };

  std::unordered_map<Edge, Node, Hash, Equal> known_;
  Node size_ = 1;
};

}  // namespace pricetalk::publication
