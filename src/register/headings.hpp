#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "register/list_file.hpp"

namespace pricetalk {

/// The columns of a register of contracts: a list with one contract a row.
struct RegisterColumn {
  enum Column : std::size_t {
    contract,
    supplier,
    customer,
    line,
    start,
    end,
    notice,
    notice_days,
    notice_weeks,
    notice_months,
    notice_years,
    options,
    price,
    hour_rate,
    amount_a_month,
    amount_a_quarter,
    amount_a_year,
    price_date,
    per_month,
    per_year,
    hours,
    hours_a_week,
    hours_a_month,
    hours_a_year,
    index,
    month,
    cap,
    floor,
    adjust,
    currency,
    country,
    cost_centre,
    owner,
    vat,
    count
  };
};

/// What a heading says, in Dutch or English, beside the column that it names.
struct RegisterHeading {
  std::size_t column = 0;
  std::optional<bool> with_vat;  ///< "(excl. btw)"; empty: it does not say
};

/// Nothing for a heading that means nothing in a register.
std::optional<RegisterHeading> register_heading(std::string_view text);

/// The shape of a register whose headings stand at most so many rows below the top.
ListShape register_shape(std::size_t titles);

/// Whether the words of a heading are Dutch.
bool is_dutch_heading(std::string_view text);

}  // namespace pricetalk
