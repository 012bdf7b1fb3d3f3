#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "audit/sieve.hpp"

namespace pricetalk {

namespace {

using Key = std::tuple<const Line*, Date, Date, InvoiceKind>;

Key key_of(const AuditedRow& row) {
  return {row.line, row.charged.from, row.charged.to, row.charged.kind};
}

/// Nothing for a sum of more than 18 digits.
std::optional<Decimal> as_written(const Ratio& sum, int decimals) {
  const auto exact = sum.exact_decimal();
  if (!exact || exact->scale() >= decimals || Ratio(100'000'000) < abs(sum)) return exact;
  return round(sum, Rounding::decimals(std::min(decimals, 8)));
}

/// The rows of one line and period, as one.
AuditedRow together(const std::vector<const AuditedRow*>& rows,
                    const std::vector<const std::string*>& parts) {
  AuditedRow made = *rows.front();
  made.charged.part.clear();
  made.charged.names.clear();
  struct Part {
    Ratio quantity{0};
    std::size_t rows = 0;
    std::optional<Decimal> price;
  };
  std::map<std::string, Part> by_part;
  Ratio amount(0);
  Ratio vat(0);
  int amount_decimals = 0;
  int vat_decimals = 0;
  bool has_vat = true;
  made.charged.invoice.clear();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const InvoiceLine& row = rows[i]->charged;
    Part& part = by_part[*parts[i]];
    part.quantity = part.quantity + Ratio(row.quantity);
    ++part.rows;
    part.price = row.unit_price;
    amount = amount + Ratio(row.amount);
    amount_decimals = std::max(amount_decimals, row.amount.scale());
    has_vat = has_vat && row.vat.has_value();
    if (row.vat) {
      vat = vat + Ratio(*row.vat);
      vat_decimals = std::max(vat_decimals, row.vat->scale());
    }
    std::string& number = made.charged.invoice;
    if (number.empty())
      number = row.invoice;
    else if (("+" + number + "+").find("+" + row.invoice + "+") == std::string::npos)
      number += "+" + row.invoice;
    // Rows of several invoices count as paid on the first of their days.
    if (row.paid && (!made.charged.paid || *row.paid < *made.charged.paid))
      made.charged.paid = row.paid;
    if (row.due && (!made.charged.due || *row.due < *made.charged.due)) made.charged.due = row.due;
    made.parts.push_back(row);
  }
  const auto whole = by_part.find("");
  Ratio quantity = whole != by_part.end() ? whole->second.quantity : Ratio(0);
  Ratio price(0);
  int price_decimals = 0;
  bool one_price = true;
  for (const auto& [name, part] : by_part) {
    if (whole == by_part.end() && abs(quantity) < abs(part.quantity)) quantity = part.quantity;
    one_price = one_price && part.rows == 1 && part.price;
    if (!part.price) continue;
    price = price + Ratio(*part.price);
    price_decimals = std::max(price_decimals, part.price->scale());
  }
  for (const auto& [name, part] : by_part) one_price = one_price && part.quantity == quantity;
  made.charged.quantity = quantity.exact_decimal().value_or(made.charged.quantity);
  made.charged.amount = as_written(amount, amount_decimals).value_or(made.charged.amount);
  made.charged.unit_price.reset();
  if (one_price) made.charged.unit_price = as_written(price, price_decimals);
  made.charged.vat.reset();
  if (has_vat) made.charged.vat = as_written(vat, vat_decimals);
  return made;
}

}  // namespace

std::vector<AuditedRow> with_parts_together(std::vector<AuditedRow> rows,
                                            const std::vector<std::string>& part_of_row) {
  std::map<Key, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].line != nullptr && !part_of_row[i].empty()) groups[key_of(rows[i])];
  if (groups.empty()) return rows;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].line != nullptr)
      if (const auto found = groups.find(key_of(rows[i])); found != groups.end())
        found->second.push_back(i);
  std::vector<AuditedRow> made;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto group = rows[i].line == nullptr ? groups.end() : groups.find(key_of(rows[i]));
    if (group == groups.end()) {
      made.push_back(std::move(rows[i]));
      continue;
    }
    if (group->second.front() != i) continue;
    std::vector<const AuditedRow*> members;
    std::vector<const std::string*> parts;
    for (const std::size_t member : group->second) {
      members.push_back(&rows[member]);
      parts.push_back(&part_of_row[member]);
    }
    made.push_back(together(members, parts));
  }
  return made;
}

}  // namespace pricetalk
