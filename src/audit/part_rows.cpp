#include <algorithm>
#include <map>
#include <utility>

#include "audit/charged_twice.hpp"
#include "audit/sieve.hpp"

namespace pricetalk {

namespace {

/// Positions of rows, in the order of the file.
using Group = std::vector<std::size_t>;

/// Rows of one line and kind, as groups of which no two share a day; only those with a part.
std::vector<Group> hanging_together(const std::vector<AuditedRow>& rows,
                                    const std::vector<std::string>& part_of_row) {
  std::map<std::pair<const Line*, InvoiceKind>, Group> by_line;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].line != nullptr) by_line[{rows[i].line, rows[i].charged.kind}].push_back(i);
  const auto has_part = [&](std::size_t i) { return !part_of_row[i].empty(); };
  std::vector<Group> made;
  for (auto& [key, own] : by_line) {
    if (std::none_of(own.begin(), own.end(), has_part)) continue;
    std::stable_sort(own.begin(), own.end(), [&](std::size_t a, std::size_t b) {
      return rows[a].charged.from < rows[b].charged.from;
    });
    for (auto begin = own.begin(); begin != own.end();) {
      Date last = rows[*begin].charged.to;
      auto end = std::next(begin);
      for (; end != own.end() && rows[*end].charged.from <= last; ++end)
        last = std::max(last, rows[*end].charged.to);
      Group group(begin, end);
      std::sort(group.begin(), group.end());
      if (std::any_of(group.begin(), group.end(), has_part)) made.push_back(std::move(group));
      begin = end;
    }
  }
  return made;
}

/// Nothing for a sum of more than 18 digits.
std::optional<Decimal> as_written(const Ratio& sum, int decimals) {
  const auto exact = sum.exact_decimal();
  if (!exact || exact->scale() >= decimals || Ratio(100'000'000) < abs(sum)) return exact;
  return round(sum, Rounding::decimals(std::min(decimals, 8)));
}

/// The rows of a group as one, but for its quantity and price.
AuditedRow together(const std::vector<AuditedRow>& rows, const Group& group,
                    const std::vector<std::string>& part_of_row) {
  AuditedRow made = rows[group.front()];
  made.charged.part.clear();
  made.charged.names.clear();
  made.charged.invoice.clear();
  Ratio amount(0);
  Ratio vat(0);
  int amount_decimals = 0;
  int vat_decimals = 0;
  bool has_vat = true;
  for (const std::size_t i : group) {
    const InvoiceLine& row = rows[i].charged;
    made.charged.from = std::min(made.charged.from, row.from);
    made.charged.to = std::max(made.charged.to, row.to);
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
    made.part_names.push_back(part_of_row[i]);
  }
  made.charged.amount = as_written(amount, amount_decimals).value_or(made.charged.amount);
  made.charged.vat.reset();
  if (has_vat) made.charged.vat = as_written(vat, vat_decimals);
  return made;
}

/// Whether a credit is for some parts of the price only.
bool of_some_parts(const AuditedRow& row) {
  const auto names = [&](const std::string& name) {
    return std::find(row.part_names.begin(), row.part_names.end(), name) != row.part_names.end();
  };
  if (row.charged.kind != InvoiceKind::credit || names("")) return false;
  const std::vector<Part>& all = row.line->parts;
  return all.empty() ||
         !std::all_of(all.begin(), all.end(), [&](const Part& part) { return names(part.name); });
}

/// What was charged of the parts of a line.
struct ChargedParts {
  explicit ChargedParts(const Line& line) : invoiced(line), after_credits(line) {}
  void add(const AuditedRow& row) {
    after_credits.add_parts(row);
    if (row.charged.kind != InvoiceKind::credit) invoiced.add_parts(row);
  }
  ChargedPeriods invoiced;
  ChargedPeriods after_credits;
};

/// What of the parts of a line was charged beyond the first time.
struct BeyondFirst {
  explicit BeyondFirst(const ChargedParts& charged)
      : invoiced(charged.invoiced.beyond()), after_credits(charged.after_credits.beyond()) {}
  using ByPart = std::map<std::string, std::vector<ChargedPeriods::Beyond>>;
  ByPart invoiced;
  ByPart after_credits;
};

/// Adds up what lies in some days.
ChargedPeriods::Beyond in_days(const BeyondFirst::ByPart& beyond, const std::string& part,
                               const Days& days) {
  ChargedPeriods::Beyond made{days};
  const auto own = beyond.find(part);
  if (own == beyond.end()) return made;
  for (const ChargedPeriods::Beyond& each : own->second) {
    if (!days.hold(each.days.first)) continue;
    made.quantity = made.quantity + each.quantity;
    made.amount = made.amount + each.amount;
  }
  return made;
}

/// The quantity and price of rows that are one.
void measure(AuditedRow& row, const BeyondFirst& beyond) {
  struct OfPart {
    Ratio quantity{0};
    std::size_t rows = 0;
    std::optional<Decimal> price;
  };
  std::map<std::string, OfPart> by_part;
  for (std::size_t i = 0; i < row.parts.size(); ++i) {
    OfPart& part = by_part[row.part_names[i]];
    part.quantity = part.quantity + Ratio(row.parts[i].quantity);
    part.price = row.parts[i].unit_price;
    ++part.rows;
  }
  if (row.charged.kind != InvoiceKind::credit)
    for (auto& [name, part] : by_part) {
      const Days days{row.charged.from, row.charged.to};
      part.quantity = part.quantity - in_days(beyond.invoiced, name, days).quantity;
      row.repeated = row.repeated + in_days(beyond.after_credits, name, days).amount;
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
  if (of_some_parts(row)) quantity = Ratio(0);
  row.charged.quantity = quantity.exact_decimal().value_or(row.charged.quantity);
  row.charged.unit_price.reset();
  if (one_price) row.charged.unit_price = as_written(price, price_decimals);
}

}  // namespace

std::vector<AuditedRow> with_parts_together(std::vector<AuditedRow> rows,
                                            const std::vector<std::string>& part_of_row) {
  const std::vector<Group> groups = hanging_together(rows, part_of_row);
  if (groups.empty()) return rows;
  std::map<std::size_t, AuditedRow> by_first;
  std::vector<bool> joined(rows.size(), false);
  std::map<const Line*, ChargedParts> charged;
  for (const Group& group : groups) {
    for (const std::size_t i : group) joined[i] = true;
    const AuditedRow& one =
        by_first.emplace(group.front(), together(rows, group, part_of_row)).first->second;
    charged.try_emplace(one.line, *one.line).first->second.add(one);
  }
  std::map<const Line*, BeyondFirst> beyond;
  for (const auto& [line, parts] : charged) beyond.emplace(line, parts);
  std::vector<AuditedRow> made;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!joined[i]) made.push_back(std::move(rows[i]));
    const auto one = by_first.find(i);
    if (one == by_first.end()) continue;
    measure(one->second, beyond.at(one->second.line));
    made.push_back(std::move(one->second));
  }
  return made;
}

}  // namespace pricetalk
