#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk {

/// What tells two things of one name apart: the numbers and single letters in it ("gebouw B",
/// "level 3", "2e verdieping", "hal II"), in small letters, sorted, each once. Days, periods,
/// percentages and long numbers, which say when or how much or point at an order, are none.
std::vector<std::string> marks_of(std::string_view name);

/// Whether both names have marks, and each has one that the other does not have.
bool marks_differ(std::string_view a, std::string_view b);

/// Whether the name of a row that looks like a line has a number or letter that no name of the line
/// has: "town hall B" for "town hall". Its quantity and price are none.
bool has_mark_of_its_own(const InvoiceLine& row, const Line& line);

/// Whether a name has all words of a name of the line and no others, but for when it was.
bool is_name_of(std::string_view name, const Line& line);

/// Whether a name says that it is something beside the agreed work, or something taken off:
/// "meerwerk", "extra", "spoed", "toeslag", "korting", and their like in English, German, French.
bool names_an_extra(std::string_view name);

}  // namespace pricetalk
