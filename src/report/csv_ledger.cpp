#include "report/csv_ledger.hpp"

#include "report/csv_text.hpp"

namespace pricetalk {

std::string ledger_csv_heading(const TagNames& tags) {
  std::string out = "contract,title,";
  for (const std::string& tag : tags) {
    add_csv_text(out, "tag:" + tag);
    out += ',';
  }
  return out +
         "future,alternative,about,line,line_title,component,borne_by,month,from,to,renewal,amount,"
         "currency,vat,status,in_total\n";
}

void add_ledger_csv(std::string& out, const LedgerLine& line, const TagNames& tags) {
  const auto text = [&](std::string_view cell) {
    add_csv_text(out, cell);
    out += ',';
  };
  const auto yes = [&](bool is) { out += is ? "yes," : "no,"; };
  text(line.owner.id);
  text(line.owner.title);
  for (const std::string& tag : tags) text(line.owner.tag(tag));
  text(line.future);
  text(line.alternative);
  yes(line.about);
  text(line.row.line);
  text(line.row.title.en);
  text(word(line.row.kind));
  text(!line.row.bearer ? "" : *line.row.bearer == Side::supplier ? "supplier" : "customer");
  text(Period::containing(line.period.first, Unit::month).text());
  text(line.period.first.text());
  text(line.period.last.text());
  yes(!line.period.contracted);
  out += line.open() ? "," : line.value().text() + ',';
  text(line.owner.currency.code());
  text(line.owner.vat == Vat::included ? "included" : "excluded");
  text(status_word(line.amount));
  out += is_paid(line.row.kind) ? "yes\n" : "no\n";
}

}  // namespace pricetalk
