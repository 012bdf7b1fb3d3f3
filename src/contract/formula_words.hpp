#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pricetalk {

// Words of people that stand in printed formulas, in any case.

/// A sign that is written as a word where a sign is expected: "x", "times", "maal", "plus".
std::optional<char> sign_word(std::string_view word);

/// "the", "de": may stand before "greater of".
bool is_article(std::string_view word);

/// "greater", "hoogste": the largest of the values that follow; "lesser", "laagste": the smallest.
enum class Choice : std::uint8_t { largest, smallest };
std::optional<Choice> choice_word(std::string_view word);

/// What stands between "greater" and its values: "of", "van".
bool is_of_english(std::string_view word);
bool is_of_dutch(std::string_view word);

/// "or", "and", "en": between values. `dutch`: "of" as well.
bool separates_values(std::string_view word, bool dutch);

/// "oud", "old": behind the name of a figure that is compared with; or "nieuw", "new".
bool is_old_word(std::string_view word);
bool is_old_or_new(std::string_view word);

/// "waarin", "where": begins an explanation of the names.
bool explains(std::string_view word);

/// "maand", "July": says of when a figure is.
bool is_time_word(std::string_view word);

/// "maximaal", "not more than": words of a largest or a smallest change; one space between them.
enum class LimitSide : std::uint8_t { cap, floor };
std::optional<LimitSide> limit_side(std::string_view words);
/// "with a", "met een": between a value and the words of its limit.
bool connects_limit(std::string_view word);

/// "if", "als", "indien": begins a condition.
bool is_condition_word(std::string_view word);

/// "then", "else", "whichever" and the others above: a name in its place ends an expression.
bool ends_expression(std::string_view word);

}  // namespace pricetalk
