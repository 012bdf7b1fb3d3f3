#pragma once

#include <optional>
#include <string>
#include <vector>

#include "register/headings.hpp"
#include "register/import.hpp"
#include "register/list_file.hpp"

namespace pricetalk {

/// The cells of a register as values; what is wrong with a cell is noted.
class RegisterFile {
 public:
  using Column = RegisterColumn::Column;

  /// `workbook`: the text was made of a sheet.
  RegisterFile(const SourcePtr& source, Diagnostics& diagnostics, bool workbook = false);

  const ListFile& list() const { return list_; }
  /// Whether it has a contract in a column, and something to pay or a day.
  bool is_register() const;
  bool is_dutch() const { return dutch_; }
  /// What its headings say of VAT; nothing where they say nothing, or two things.
  std::optional<bool> with_vat() const { return with_vat_; }

  /// Empty where the cell says that there is nothing.
  std::string text(std::size_t row, Column column) const;
  std::string address(std::size_t row, Column column) const { return list_.address(row, column); }
  /// A row with sums, or one without anything.
  bool is_total(std::size_t row) const;

  /// A day; nothing for an empty cell. How else it could be read is assumed or asked.
  std::optional<Date> day(std::size_t row, Column column, ImportedRow& made) const;
  /// The same of a day of prices, which may be a month or a year: their first day, assumed.
  std::optional<Date> price_day(std::size_t row, ImportedRow& made) const;
  /// A number above zero; nothing for an empty cell, and asked for any other.
  std::optional<Decimal> amount(std::size_t row, Column column, ImportedRow& made) const;
  /// Nothing for an empty cell, and asked for what is no percentage or may be a fraction.
  std::optional<Percent> percentage(std::size_t row, Column column, ImportedRow& made) const;
  /// The currency that a cell of an amount names; nothing where it names none.
  std::optional<Currency> currency_in(std::size_t row, Column column) const;

 private:
  void ask(std::size_t row, Column column, Phrase what, ImportedRow& made) const;

  ListFile list_;
  bool dutch_ = false;
  std::optional<bool> with_vat_;
  char decimal_sign_ = 0;  ///< that the amounts tell; 0: they do not
};

}  // namespace pricetalk
