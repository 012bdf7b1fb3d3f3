#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/diagnostic/source_text.hpp"
#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

/// What every table of the format has. Terms structs derive from it; the Reader fills it.
struct TableBase {
  Span span;  ///< the heading or the braces
  std::optional<Stated<std::string>> note;
};

/// The name of a named table, used to refer to it: `clause = "labour-mix"`. That it exists is the
/// contract room's business.
struct Id {
  std::string value;
  friend bool operator==(const Id&, const Id&) = default;
};

/// Letters, digits, `-`, `_`; at least one.
bool is_id(std::string_view text);

/// One named table, `[price.daily-cleaning]`.
template <class T>
struct NamedTable {
  std::string id;
  Span id_span;  ///< the id in the heading
  T terms;
};

/// All named tables of one kind, in the order of the file. Never two of one id.
template <class T>
struct Named {
  std::vector<NamedTable<T>> tables;

  const NamedTable<T>* find(std::string_view id) const {
    for (const auto& table : tables) {
      if (table.id == id) return &table;
    }
    return nullptr;
  }
  bool empty() const { return tables.empty(); }
  std::size_t size() const { return tables.size(); }
  auto begin() const { return tables.begin(); }
  auto end() const { return tables.end(); }
};

/// Rounding as written: `{ decimals = 4 }`, `{ decimals = "as written" }`, `{ to = 0.05 }`,
/// `{ to = "0.1%" }`, each with an optional `mode`; or `"none"`.
struct RoundingRule {
  enum class Kind : std::uint8_t { none, decimals, as_written, step, percent_step };
  Kind kind = Kind::none;
  int decimals = 0;  ///< of Kind::decimals; 0 to 18
  Decimal step;      ///< of Kind::step (0.05) and Kind::percent_step (as a fraction: 0.001); > 0
  RoundingMode mode = RoundingMode::half_up;
  Span span;

  /// The same rule; where it is written does not count.
  friend bool operator==(const RoundingRule& a, const RoundingRule& b) {
    return a.kind == b.kind && a.decimals == b.decimals && a.step == b.step && a.mode == b.mode;
  }
};

}  // namespace pricetalk
