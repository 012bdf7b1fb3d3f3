#include "contract/misread.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pricetalk {

namespace {

/// What no misread value sets off.
constexpr std::array<std::string_view, 6> stand_alone = {"C0302", "C0303", "C0309",
                                                         "C0310", "C0314", "C0316"};
/// What a formula that could not be read sets off: nobody knows what it uses and gives.
constexpr std::array<std::string_view, 11> set_off_by_formula = {"F0107", "C0201", "C0221", "C0222",
                                                                 "C0223", "C0224", "C0225", "C0321",
                                                                 "F0105", "F0106", "T0302"};

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool is_of_formula(const Diagnostic& diagnostic) { return diagnostic.code.starts_with("F01"); }

/// Keys of a clause and its indices whose values name nothing that a formula can use.
constexpr std::array<std::string_view, 16> naming_nothing = {
    "use",  "base",     "first_base", "publication", "on",   "every", "first", "last",
    "step", "decimals", "before",     "method",      "mode", "late",  "form",  "article"};

/// The key that stands before a value, in its line; empty where none does.
std::string_view key_before(const Span& value) {
  if (value.source == nullptr) return {};
  std::string_view text = value.source->bytes().substr(0, value.begin);
  const auto trim = [&] {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  };
  trim();
  if (text.empty() || text.back() != '=') return {};
  text.remove_suffix(1);
  trim();
  const auto is_part = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  std::size_t begin = text.size();
  while (begin > 0 && is_part(text[begin - 1])) --begin;
  return text.substr(begin);
}

/// Whether the last line or clause that begins before a place is a clause.
bool in_a_clause(const ContractTerms& terms, const Span& place) {
  std::uint32_t nearest = 0;
  bool clause = false;
  const auto look = [&](const auto& tables, bool are_clauses) {
    for (const auto& table : tables) {
      const Span& name = table.id_span;
      if (name.source != place.source || name.begin > place.begin || name.begin < nearest) continue;
      nearest = name.begin;
      clause = are_clauses;
    }
  };
  look(terms.price, false);
  look(terms.clause, true);
  return clause;
}

}  // namespace

Misread::Misread(const Diagnostics& found, const ContractTerms& terms) {
  for (const Diagnostic& each : found.list()) {
    if (each.severity != Severity::error) continue;
    anything_ = true;
    if (is_of_formula(each)) continue;
    other_than_formulas_ = true;
    in_clauses_ = in_clauses_ || in_a_clause(terms, each.span);
    names_known_ = names_known_ && is_one_of(naming_nothing, key_before(each.span));
  }
}

bool Misread::lets_say(const Diagnostic& diagnostic) const {
  if (!anything_ || is_one_of(stand_alone, diagnostic.code)) return true;
  if (is_one_of(set_off_by_formula, diagnostic.code)) return false;
  if (!other_than_formulas_) return true;
  const bool of_names = diagnostic.code == "F0104" && names_known_;
  return is_of_formula(diagnostic) && (!in_clauses_ || of_names);
}

}  // namespace pricetalk
