#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Numbers, months and times as contracts write them, in Dutch and English.
namespace pricetalk {

/// Patterns that capture one thing each.
std::string percentage_pattern();  ///< "2,5%", "3 procent", "0.5 per cent", "0,5%-punt"
std::string count_pattern();       ///< "2", "twee", "twee (2)", "three"
std::string month_pattern();

/// "2.5%" for what `percentage_pattern` captured.
std::string percent_of(const std::string& number);
/// 2 for "twee"; nothing for other words.
std::optional<int> count_in_words(const std::string& text);
/// 10 for "oktober" and "October"; 0 for other words.
int month_number(std::string_view text);
/// "october", as the format has it. REQUIRES: a month.
std::string month_in_words(std::string_view text);
/// "2 months" for "2" and "maanden", "maand", "months".
std::string duration_in_words(const std::string& count, std::string_view unit);

}  // namespace pricetalk
