#pragma once

#include <optional>
#include <string>

#include "pricetalk/number/money.hpp"
#include "register/register_file.hpp"

namespace pricetalk {

/// What a row says is paid: so much for each piece, and how many.
struct PaidLine {
  const char* id_en = "price";
  const char* id_nl = "prijs";
  const char* unit = "";  ///< empty: not said
  Decimal price;
  RegisterColumn::Column column = RegisterColumn::price;
  std::string quantity;                                    ///< "{ per_month = 1 }"; empty: not said
  RegisterColumn::Column counted = RegisterColumn::count;  ///< of the quantity; count: none
};

/// Nothing, with a question, where it has no price, or cells that contradict each other.
std::optional<PaidLine> paid_line(const RegisterFile& file, std::size_t row,
                                  const Currency& currency, ImportedRow& made);

}  // namespace pricetalk
