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

/// What every table of the format has. Terms structs derive from it; the reader fills them.
///
/// Of all of them holds: a key that the file does not have is an empty optional, an empty list, or
/// a `Stated` without place that holds its default. One that is needed and not there is an error
/// (T0302), as are an unknown key (T0301) and another kind of value (T0201 to T0209). Amounts are
/// in the contract's currency, with or without VAT as its `vat` says.
struct TableBase {
  Span span;  ///< the heading or the braces
  /// `note`, a remark of whoever wrote the file; it does nothing.
  std::optional<Stated<std::string>> note;
};

/// The name of a named table, used to refer to it: `clause = "labour-mix"`. That it exists is the
/// contract room's business.
struct Id {
  std::string value;  ///< as written; no capital is changed
  friend bool operator==(const Id&, const Id&) = default;
};

/// Letters, digits, `-`, `_`; at least one.
bool is_id(std::string_view text);

/// One named table, `[price.daily-cleaning]`.
template <class T>
struct NamedTable {
  std::string id;  ///< in the heading, as written
  Span id_span;    ///< the id in the heading
  T terms;         ///< what the table says
};

/// All named tables of one kind, in the order of the file. Never two of one id.
template <class T>
struct Named {
  std::vector<NamedTable<T>> tables;  ///< in the order of the file

  /// The table of that id, or nothing; capitals count.
  const NamedTable<T>* find(std::string_view id) const {
    for (const auto& table : tables) {
      if (table.id == id) return &table;
    }
    return nullptr;
  }
  /// These four: as of a list of the tables.
  bool empty() const { return tables.empty(); }
  std::size_t size() const { return tables.size(); }
  auto begin() const { return tables.begin(); }
  auto end() const { return tables.end(); }
};

/// Rounding as written: `{ decimals = 4 }`, `{ decimals = "as written" }`, `{ to = 0.05 }`,
/// `{ to = "0.1%" }`, each with an optional `mode`; or `"none"`.
struct RoundingRule {
  /// Which of the forms: "none", `decimals`, "as written", `to` in money, `to` in percent.
  enum class Kind : std::uint8_t { none, decimals, as_written, step, percent_step };
  Kind kind = Kind::none;  ///< default: nothing is rounded
  int decimals = 0;        ///< of Kind::decimals; 0 to 18
  Decimal step;  ///< of Kind::step (0.05) and Kind::percent_step (as a fraction: 0.001); > 0
  RoundingMode mode = RoundingMode::half_up;  ///< default: ties away from zero
  Span span;                                  ///< where it is written; empty: it is a default

  /// The same rule; where it is written does not count.
  friend bool operator==(const RoundingRule& a, const RoundingRule& b) {
    return a.kind == b.kind && a.decimals == b.decimals && a.step == b.step && a.mode == b.mode;
  }
};

}  // namespace pricetalk
