#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/publication/typed_period.hpp"

namespace pricetalk::publication {

/// A table of periods and figures of somebody's own, as spreadsheets write it: perhaps `sep=;` and
/// a title above, perhaps a heading, empty cells at the end of its lines and empty lines below.
struct PlainLayout {
  std::size_t begin = 0;  ///< where the heading, or the first line without one, begins
  char separator = ',';
  bool headed = false;
  bool year_apart = false;  ///< year and month or quarter have a column each
  bool turned = false;      ///< the figure stands before its period: read the other way round
  std::string title;        ///< the first line above the table; may be empty
  std::string base;         ///< what a line above the table says of it; may be empty
  std::vector<std::string> names;  ///< of the columns, where there is a heading

  /// What a column behind that of the periods holds.
  enum class Column : std::uint8_t { figures, status, day, base, nothing };
  Column column(std::size_t index) const;
  std::size_t first_figures() const { return year_apart ? 2 : 1; }
  bool states_status() const;
  /// Columns that the heading names.
  std::size_t named() const;
  /// What `2025-1` counts, as far as the name of the column of periods says.
  NumbersAre numbers() const;
};

/// `---|:--:`: the line below the heading of a table that was written for a page.
bool is_a_rule(const std::vector<std::string>& cells);

/// `maand`, `date`, `månad`: the name of a column of periods.
bool names_a_period(std::string_view name);

/// `2025=100` from `2025 = 100`, `Basis: 2025=100`, `basisjaar 2025`, `base year 2025`; empty when
/// the text says no base.
std::string stated_base(std::string_view text);

/// Nothing when the text does not begin with such a table.
std::optional<PlainLayout> plain_layout(std::string_view bytes);

}  // namespace pricetalk::publication
