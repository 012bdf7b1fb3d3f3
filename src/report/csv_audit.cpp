#include "report/csv_audit.hpp"

#include <optional>
#include <string_view>

#include "report/csv_text.hpp"

namespace pricetalk {

namespace {

constexpr std::string_view heading =
    "contract,invoice,date,line,name,part,from,to,quantity,unit_price,allowed_unit_price,amount,"
    "allowed_amount,difference,vat_difference,currency,kind,reason,place\n";

void add_row(std::string& out, const OffendingRow& row) {
  const auto text = [&](std::string_view cell) {
    add_csv_text(out, cell);
    out += ',';
  };
  const auto plain = [&](const std::string& cell) {
    out += cell;
    out += ',';
  };
  const auto number = [&](const std::optional<Decimal>& value) {
    plain(value ? value->text() : std::string());
  };
  text(row.contract);
  text(row.invoice);
  plain(row.date.text());
  text(row.line);
  text(row.name);
  text(row.part);
  plain(row.from.text());
  plain(row.to.text());
  plain(row.quantity.text());
  number(row.unit_price);
  number(row.allowed_price);
  plain(row.amount.text());
  number(row.allowed);
  number(row.difference);
  number(row.vat_difference);
  text(row.currency);
  plain(std::string(word(row.kind)));
  text(row.reason.en);
  add_csv_text(out, row.place);
  out += '\n';
}

}  // namespace

std::string offending_csv(const std::vector<OffendingRow>& rows) { return offending_csv(rows, {}); }

std::string offending_csv(const std::vector<OffendingRow>& first,
                          const std::vector<OffendingRow>& second) {
  std::string out(heading);
  auto a = first.begin();
  auto b = second.begin();
  while (a != first.end() || b != second.end()) {
    const bool from_first = b == second.end() || (a != first.end() && a->order <= b->order);
    add_row(out, from_first ? *a++ : *b++);
  }
  return out;
}

}  // namespace pricetalk
