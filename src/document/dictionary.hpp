#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace pricetalk {

enum class Need : std::uint8_t { required, optional };

/// One key of a table of the contract format. The one truth about it: reader, unknown-key
/// suggestions and docs/contract-format.md all walk these rows.
template <class Struct, class Member>
struct Field {
  std::string_view key;
  Member Struct::*member;
  Need need;
  std::string_view fallback;  ///< the default as shown in the documentation; empty: absent
  std::string_view meaning;   ///< one line of English for the documentation
  std::string_view example;   ///< a TOML value; tested to be accepted
};

template <class Struct, class Member>
constexpr Field<Struct, Member> field(std::string_view key, Member Struct::*member, Need need,
                                      std::string_view fallback, std::string_view meaning,
                                      std::string_view example) {
  return {key, member, need, fallback, meaning, example};
}

/// A key (or, of a choice, a word) that the format has and this version does not build yet. It is
/// refused by name, never ignored.
struct Planned {
  std::string_view key;
};

/// Specialised once per table (whose struct derives from TableBase, values.hpp):
/// ```cpp
/// template <> struct Dictionary<LimitTerms> {
///   static constexpr std::string_view name = "limits";        // as in messages
///   static constexpr auto fields = std::tuple{ field("cap", &LimitTerms::cap, ...), ... };
///   static constexpr auto planned = std::array{ Planned{"cap_total"} };   // optional
///   static constexpr bool free_table = true;   // optional: a table `x` is never read (top level)
/// };
/// ```
/// and once per choice:
/// ```cpp
/// template <> struct Dictionary<Compounding> {
///   static constexpr auto words =
///       word_table<Compounding>({{"previous", Compounding::previous}, ...});
/// };
/// ```
template <class T>
struct Dictionary;

/// The words of a choice, as a Dictionary holds them.
template <class E, std::size_t N>
constexpr std::array<std::pair<std::string_view, E>, N> word_table(
    const std::pair<std::string_view, E> (&rows)[N]) {
  return std::to_array(rows);
}

template <class T>
concept TableTerms = requires {
  Dictionary<T>::fields;
};
template <class T>
concept ChoiceTerms = requires {
  Dictionary<T>::words;
};

}  // namespace pricetalk
