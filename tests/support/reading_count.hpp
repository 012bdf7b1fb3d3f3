#pragma once

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "bookkeeping.hpp"
#include "pricetalk/invoice/invoice.hpp"

// What becomes of the files of tests/support/bookkeeping.hpp when they are read.

namespace bookkeeping {

enum class Outcome : std::uint8_t { right, asked, refused, wrong };

struct Reading {
  Outcome outcome = Outcome::right;
  std::vector<std::string> codes;
  std::string why;  ///< of a wrong one: the first row that is none of the file
};

/// What a row comes to, in words that can be compared.
inline std::string told(const std::string& invoice, const std::string& name,
                        const std::string& from, const std::string& to, const std::string& quantity,
                        const std::string& amount, const std::string& vat) {
  return invoice + " " + name + " " + from + " " + to + " " + quantity + " " + amount + " " + vat;
}

inline std::string plain(pricetalk::Decimal value, bool as_size = false) {
  if (as_size && value.is_negative()) value = {-value.mantissa(), value.scale()};
  std::string text = value.text();
  if (text.find('.') == std::string::npos) return text;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

inline std::string told(const pricetalk::InvoiceLine& row, bool vat) {
  const bool given_back = row.kind == pricetalk::InvoiceKind::credit && !row.amount.is_negative();
  const auto signed_as_row = [&](const pricetalk::Decimal& value) {
    return plain(given_back ? pricetalk::Decimal(-value.mantissa(), value.scale()) : value);
  };
  return told(row.invoice, row.line, row.from.text(), row.to.text(), plain(row.quantity, true),
              signed_as_row(row.amount), vat && row.vat ? signed_as_row(*row.vat) : "");
}

inline std::string told(const Charge& charge, bool vat) {
  const int sign = charge.credit ? -1 : 1;
  const pricetalk::Date first = *pricetalk::Date::make(charge.year, charge.month, 1);
  const int days = pricetalk::days_in_month(charge.year, charge.month);
  const pricetalk::Date last = first.plus_days(days - 1);
  return told(charge.invoice, charge.name, first.text(), last.text(),
              plain(pricetalk::Decimal(charge.quantity, 3)),
              plain(pricetalk::Decimal(sign * charge.net, 2)),
              vat ? plain(pricetalk::Decimal(sign * charge.vat, 2)) : "");
}

/// `columns`: a column file, or nothing.
inline Reading reading_of(const File& file, const std::string& columns = {}) {
  Reading made;
  std::shared_ptr<const pricetalk::ColumnTerms> terms;
  if (!columns.empty())
    terms = pricetalk::read_columns(
                std::make_shared<const pricetalk::SourceText>("columns.toml", columns))
                .value.value_or(nullptr);
  auto read = pricetalk::read_invoices(
      std::make_shared<const pricetalk::SourceText>("invoices.csv", file.bytes), terms.get());
  for (const pricetalk::Diagnostic& each : read.diagnostics.list()) made.codes.push_back(each.code);
  // VAT that the rows do not prove is left out, and then judged by nobody.
  const auto with_vat = [](const pricetalk::InvoiceLine& row) { return row.vat.has_value(); };
  const bool vat = file.style.vat != Vat::none && read.value &&
                   std::any_of(read.value->begin(), read.value->end(), with_vat);
  std::vector<std::string> truth;
  for (const Charge& each : file.truth) truth.push_back(told(each, vat));
  std::vector<std::string> rows;
  if (read.value)
    for (const pricetalk::InvoiceLine& each : *read.value) rows.push_back(told(each, vat));
  std::sort(truth.begin(), truth.end());
  std::sort(rows.begin(), rows.end());
  std::vector<std::string> strange;
  std::set_difference(rows.begin(), rows.end(), truth.begin(), truth.end(),
                      std::back_inserter(strange));
  const bool question = std::any_of(made.codes.begin(), made.codes.end(), [](const auto& code) {
    return code == "A0113" || code == "A0114" || code == "A0115" || code == "A0162" ||
           code == "A0163" || code == "A0165";
  });
  if (!strange.empty()) {
    made.outcome = Outcome::wrong;
    made.why = strange.front();
  } else if (question) {
    made.outcome = Outcome::asked;
  } else if (!made.codes.empty()) {
    made.outcome = Outcome::refused;
  } else if (rows != truth) {
    made.outcome = Outcome::wrong;
    made.why = std::to_string(truth.size() - rows.size()) + " rows are missing";
  }
  return made;
}

}  // namespace bookkeeping
