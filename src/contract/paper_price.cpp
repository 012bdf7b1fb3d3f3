#include "contract/paper_price.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "document/words.hpp"

namespace pricetalk {

namespace {

constexpr std::array<std::string_view, 12> before_adjustment = {
    "0", "o", "O", "_0", "_o", "_O", "oud", "_oud", "old", "_old", "alt", "_alt"};
constexpr std::array<std::string_view, 14> after_adjustment = {
    "1", "n", "t", "r", "_1", "_n", "_t", "_r", "nieuw", "_nieuw", "new", "_new", "neu", "_neu"};
/// The price in words of its own, where P0 says what it is computed from.
constexpr std::array<std::string_view, 14> price_words = {
    "p",         "price", "prijs", "prix",  "preis",      "tarief", "huur",
    "huurprijs", "rent",  "loyer", "miete", "vergoeding", "rate",   "fee"};

/// Whether a year stands at the end: "prijs2025", "prijs_2025".
bool ends_with_year(std::string_view name) {
  if (name.size() < 5) return false;
  const std::string_view digits = name.substr(name.size() - 4);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return (digits.starts_with("19") || digits.starts_with("20")) &&
         std::all_of(digits.begin(), digits.end(), is_digit) && !is_digit(name[name.size() - 5]);
}

/// "P" of "P1", "prijs" of "prijs2025"; the name itself where it has no such ending.
std::string stem_of(std::string_view name) {
  if (ends_with_year(name))
    name.remove_suffix(name.size() > 5 && name[name.size() - 5] == '_' ? 5 : 4);
  for (const std::string_view ending : after_adjustment)
    if (name.size() > ending.size() && name.ends_with(ending))
      return std::string(name.substr(0, name.size() - ending.size()));
  return std::string(name);
}

std::string capitals(std::string_view name) {
  std::string made(name);
  for (char& c : made)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return made;
}

bool is_price_word(std::string_view stem) {
  return std::find(price_words.begin(), price_words.end(), document::lower(stem)) !=
         price_words.end();
}

/// What the price of that name is called before it is adjusted.
std::vector<std::string> bases_of(const std::string& name) {
  std::vector<std::string> made;
  const std::string stem = stem_of(name);
  for (const std::string& each : {name, stem})
    for (const std::string_view ending : before_adjustment)
      made.push_back(each + std::string(ending));
  if (is_price_word(stem) && stem != "P") made.push_back(stem);  // tarief = tarief x (…)
  if (document::lower(stem) != "p") return made;
  made.push_back(capitals(name));  // p = P x (…): small is new, capital as it was
  made.push_back(stem);
  return made;
}

bool has_name(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void rename_to_base(Expression& expression, const std::vector<std::string>& names) {
  const bool named =
      expression.kind == Expression::Kind::name || expression.kind == Expression::Kind::call;
  if (named && has_name(names, expression.name)) expression.name = "P0";
  for (Expression& operand : expression.operands) rename_to_base(operand, names);
}

}  // namespace

bool is_price_base(std::string_view name) {
  if (name == "P" || name == "p") return true;
  return !name.empty() && document::lower(name.substr(0, 1)) == "p" &&
         std::find(before_adjustment.begin(), before_adjustment.end(), name.substr(1)) !=
             before_adjustment.end();
}

bool is_price_over_price(std::string_view name, std::string_view base) {
  const std::string small = document::lower(stem_of(name));
  return (small == "p" || small == "ap" || small == "pr") &&
         has_name(bases_of(std::string(name)), base) && name != base;
}

bool understand_price(Formula& formula) {
  Formula::Line& last = formula.lines.back();
  if (last.name.empty() || (is_reserved(last.name) && last.name != "P")) return false;
  std::vector<NameUse> used;
  for (const Formula::Line& line : formula.lines) names_in(line.value, used);
  std::vector<std::string> bases;
  for (const std::string& base : bases_of(last.name)) {
    const auto is = [&](const auto& each) { return each.name == base; };
    if (base != "P0" && std::any_of(used.begin(), used.end(), is) &&
        std::none_of(formula.lines.begin(), formula.lines.end() - 1, is))
      bases.push_back(base);
  }
  const bool own_base =
      std::any_of(used.begin(), used.end(), [](const NameUse& use) { return use.name == "P0"; });
  const bool changes =
      !bases.empty() || (own_base && is_price_word(stem_of(last.name)) && last.name != "P");
  if (!changes) return false;
  last.name = "P";
  for (Formula::Line& line : formula.lines) rename_to_base(line.value, bases);
  return true;
}

}  // namespace pricetalk
