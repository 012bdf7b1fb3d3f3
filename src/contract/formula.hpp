#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/contract/clause_values.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// Reads a formula. Errors point into the formula: `where` is the TOML value that holds `text`. Of
/// a formula with errors `unfinished` gets what could be read, so that its names can be checked
/// too.
std::optional<Formula> parse_formula(std::string_view text, Span where, Diagnostics& diagnostics,
                                     std::optional<Formula>* unfinished = nullptr);
/// Reads a single expression, as in limits.
std::optional<Expression> parse_expression(std::string_view text, Span where,
                                           Diagnostics& diagnostics);

/// The formula as the program writes it: one way for each meaning. Spaces stand around + and -, and
/// parentheses only where they are needed. Read again it is the same formula.
std::string normal_form(const Formula& formula);
/// The same with each line of the formula on a line of its own.
std::string normal_lines(const Formula& formula);
std::string normal_form(const Expression& expression);

/// Words that cannot name an index, constant or line.
bool is_reserved(std::string_view name);

/// Every name that an expression mentions, with its place.
struct NameUse {
  std::string name;
  Span span;
  bool called = false;
};
void names_in(const Expression& expression, std::vector<NameUse>& found);

}  // namespace pricetalk
