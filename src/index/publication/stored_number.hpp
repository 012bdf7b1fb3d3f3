#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Numbers as spreadsheets store them.
namespace pricetalk::publication {

/// `103.95000000000000284`, `1.05E-2` as people wrote them: fifteen digits, which is what a
/// spreadsheet keeps and shows, without zeros behind. Nothing for any other text.
std::optional<std::string> stored_number(std::string_view text);

/// The same number with at least so many decimals.
std::string padded_number(std::string number, std::size_t decimals);

/// A hundred times the number, with at least so many decimals: what is stored as 0.028 is shown as
/// 2.8%.
std::string percentage(std::string_view number, std::size_t decimals = 0);

}  // namespace pricetalk::publication
