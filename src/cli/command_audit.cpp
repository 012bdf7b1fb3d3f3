#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "pricetalk/audit/audit.hpp"
#include "pricetalk/cli/load.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/files/files.hpp"
#include "pricetalk/report/explanation.hpp"
#include "pricetalk/report/json_audit.hpp"
#include "pricetalk/report/table.hpp"

namespace pricetalk {

namespace {

/// Prints an audit for people, in one language.
class AuditPrinter {
 public:
  AuditPrinter(const Contract& contract, const Audit& audit, Session& session, Language language)
      : contract_(contract), audit_(audit), out_(session.out()), language_(language) {}

  void print() {
    out_ << contract_.title << " (" << contract_.id << "), "
         << say("invoices until ", "facturen tot en met ") << date_text(last_day(), language_)
         << ", "
         << (contract_.vat == Vat::excluded ? say("without VAT", "zonder btw")
                                            : say("with VAT", "met btw"))
         << "\n\n";
    sums();
    years();
    right();
    for (const AuditedLine& line : audit_.lines) this->line(line);
    unmatched();
    undetermined();
    verdict();
  }

 private:
  std::string say(const char* en, const char* nl) const {
    return language_ == Language::nl ? nl : en;
  }
  std::string money(const Figure& figure) const {
    return money_text(std::get<Money>(figure.value), language_);
  }
  std::string money(const Decimal& amount) const {
    return money_text({amount, audit_.currency}, language_);
  }
  static bool zero(const Figure& figure) { return std::get<Money>(figure.value).amount.is_zero(); }

  Date last_day() const {
    Date last = audit_.rows.empty() ? audit_.today : audit_.rows.front().charged.to;
    for (const AuditedRow& row : audit_.rows) last = std::max(last, row.charged.to);
    return last;
  }

  void sums() {
    const std::size_t unknown = audit_.unmatched_rows().size();
    out_ << say("rows: ", "factuurregels: ") << audit_.rows.size()
         << say(", charged ", ", gerekend ") << money(audit_.charged);
    if (unknown > 0)
      out_ << say(", of which for lines of the contract ",
                  ", waarvan voor regels van het contract ")
           << money(audit_.matched) << say(" and for anything else ", " en voor iets anders ")
           << money(audit_.unmatched);
    out_ << "\n\n";
  }

  void years() {
    const bool under = !zero(audit_.totals.under);
    const bool vat = !zero(audit_.totals.over_vat);
    Table table;
    table.columns = {{say("year", "jaar"), Table::Align::left},
                     {say("too much", "te veel"), Table::Align::right}};
    if (vat) table.columns.push_back({say("VAT on it", "btw daarover"), Table::Align::right});
    table.columns.push_back({say("together so far", "samen tot dan toe"), Table::Align::right});
    if (under) table.columns.push_back({say("too little", "te weinig"), Table::Align::right});
    const auto row = [&](const std::string& name, const AuditTotals& totals,
                         const std::string& cumulative) {
      std::vector<std::string> cells{name, money(totals.over)};
      if (vat) cells.push_back(money(totals.over_vat));
      cells.push_back(cumulative);
      if (under) cells.push_back(money(totals.under));
      table.row(std::move(cells));
    };
    for (const AuditYear& year : audit_.years)
      row(std::to_string(year.year), year.totals, money(year.cumulative));
    row(say("total", "totaal"), audit_.totals, "");
    out_ << as_text(table);
  }

  void right() {
    std::string names;
    for (const AuditedLine& line : audit_.lines)
      if (!line.totals.differs()) names += (names.empty() ? "" : ", ") + line.line->id;
    if (!names.empty()) out_ << "\n" << say("nothing open: ", "niets open: ") << names << "\n";
  }

  void line(const AuditedLine& line) {
    if (!line.totals.differs()) return;
    out_ << "\n" << line.line->title << " (" << line.line->id << "): ";
    const bool over = !zero(line.totals.over);
    if (over) out_ << say("too much ", "te veel ") << money(line.totals.over);
    if (!zero(line.totals.over_vat))
      out_ << say(" and VAT ", " en btw ") << money(line.totals.over_vat);
    if (!zero(line.totals.under))
      out_ << (over ? ", " : "") << say("too little ", "te weinig ") << money(line.totals.under);
    if (line.since) out_ << say(", since ", ", sinds ") << date_text(*line.since, language_);
    out_ << "\n";
    cause(line.causes);
    out_ << as_text(stretches(line));
  }

  void cause(const Causes& causes) {
    out_ << say("cause: ", "oorzaak: ");
    if (causes.result == Causes::Result::nothing_to_explain)
      out_ << say("every price is right, an amount is not quantity times price",
                  "elke prijs klopt, maar een bedrag is niet aantal maal prijs")
           << "\n";
    else
      out_ << causes.sentence().in(language_) << "\n";
    constexpr std::size_t most = 4;
    const std::size_t count = causes.explanations.size();
    for (std::size_t i = 1; i < std::min(count, most); ++i)
      out_ << say("just as possible: ", "even goed mogelijk: ")
           << causes.explanations[i].sentence().in(language_) << "\n";
    if (count > most)
      out_ << say("and more that fit as well, all in --json: ",
                  "en meer die ook passen, allemaal in --json: ")
           << count - most << "\n";
  }

  /// Rows of one charged and one allowed price in a row are one line of the table.
  struct Stretch {
    const AuditedRow* first = nullptr;
    const AuditedRow* last = nullptr;
    Ratio quantity{0};
    Ratio difference{0};
  };
  static bool joins(const Stretch& stretch, const AuditedRow& row) {
    return stretch.first->charged.unit_price == row.charged.unit_price && row.charged.unit_price &&
           stretch.first->allowed_price == row.allowed_price && row.allowed_price &&
           stretch.first->adds_up && row.adds_up &&
           stretch.first->charged.kind == row.charged.kind &&
           stretch.first->charged.from.year() == row.charged.from.year();
  }

  Table stretches(const AuditedLine& line) const {
    std::vector<Stretch> found;
    for (const std::size_t i : line.rows) {
      const AuditedRow& row = audit_.rows[i];
      if (!row.difference || std::get<Money>(row.difference->value).amount.is_zero()) continue;
      if (found.empty() || !joins(found.back(), row))
        found.push_back({&row, &row, Ratio(0), Ratio(0)});
      found.back().last = &row;
      found.back().quantity = found.back().quantity + Ratio(row.charged.quantity);
      found.back().difference =
          found.back().difference + Ratio(std::get<Money>(row.difference->value).amount);
    }
    Table table;
    table.columns = {{say("period", "periode"), Table::Align::left},
                     {say("invoice", "factuur"), Table::Align::left},
                     {say("charged", "gerekend"), Table::Align::right},
                     {say("allowed", "toegestaan"), Table::Align::right},
                     {say("quantity", "aantal"), Table::Align::right},
                     {say("difference", "verschil"), Table::Align::right}};
    for (const Stretch& each : found) {
      const InvoiceLine& first = each.first->charged;
      const std::string invoice = each.first == each.last
                                      ? first.invoice
                                      : first.invoice + " … " + each.last->charged.invoice;
      const bool price = first.unit_price && each.first->allowed_price &&
                         *each.first->allowed_price && each.first->adds_up;
      const Decimal allowed = price ? as_decimal(each.first->allowed_price->value(), 2)
                                    : std::get<Money>(each.first->allowed->value).amount;
      const Decimal difference = as_decimal(each.difference, audit_.currency.minor_decimals());
      table.row({first.from.text() + " … " + each.last->charged.to.text(), invoice,
                 money(price ? *first.unit_price : first.amount), money(allowed),
                 grouped(as_decimal(each.quantity, 0), language_),
                 signed_money_text({difference, audit_.currency}, language_)});
    }
    return table;
  }

  void unmatched() {
    const auto rows = audit_.unmatched_rows();
    if (rows.empty()) return;
    out_ << "\n"
         << say("not recognised (add an alias to a price line, or ask what this is):",
                "niet herkend (zet een alias bij een prijsregel, of vraag wat dit is):")
         << "\n";
    for (const AuditedRow* row : rows)
      out_ << "  " << row->charged.where.place() << "  " << row->charged.invoice << "  \""
           << row->charged.line << "\"  " << money(row->charged.amount) << "\n";
  }

  void undetermined() {
    const auto rows = audit_.undetermined();
    if (rows.empty()) return;
    out_ << "\n" << say("not determined yet:", "nog niet te bepalen:") << "\n";
    for (const AuditedRow* row : rows)
      out_ << "  " << row->charged.invoice << "  " << row->line->id << "  "
           << row->charged.from.text() << "  "
           << row->difference.why().reasons().front().text.in(language_) << "\n";
  }

  void verdict() {
    out_ << "\n";
    if (!audit_.differs()) {
      out_ << (audit_.undetermined().empty()
                   ? say("everything that was charged is what the contract allows",
                         "alles wat is gerekend, is wat het contract toestaat")
                   : say("what could be judged is what the contract allows",
                         "wat te bepalen is, is wat het contract toestaat"))
           << "\n";
      return;
    }
    if (!zero(audit_.totals.over)) {
      const Ratio with_vat = Ratio(std::get<Money>(audit_.totals.over.value).amount) +
                             Ratio(std::get<Money>(audit_.totals.over_vat.value).amount);
      out_ << words_wrong() << ": " << say("charged too much ", "te veel gerekend ")
           << money(audit_.totals.over);
      if (!zero(audit_.totals.over_vat))
        out_ << say(", with VAT ", ", met btw ")
             << money(as_decimal(with_vat, audit_.currency.minor_decimals()));
      out_ << "\n";
    }
    if (!zero(audit_.totals.under))
      out_ << words_wrong() << ": " << say("charged too little ", "te weinig gerekend ")
           << money(audit_.totals.under) << "\n";
  }
  std::string words_wrong() const { return say("WRONG", "FOUT"); }

  const Contract& contract_;
  const Audit& audit_;
  std::ostream& out_;
  Language language_;
};

}  // namespace

Status audit(const AuditOptions& options, Session& session) {
  const auto loaded = load_contract(options.contract, session.figures());
  const Language language = session.language(
      loaded.value ? std::optional(loaded.value->contract.language()) : std::nullopt);
  const auto source = read_source(options.invoices);
  Loaded<std::vector<InvoiceLine>> invoices;
  if (source.value) invoices = read_invoices(*source.value);
  Diagnostics problems = loaded.diagnostics;
  problems.append(source.diagnostics);
  problems.append(invoices.diagnostics);
  session.print(problems, language);
  if (!loaded.value || !invoices.value || problems.has_errors()) return Status::invalid;
  const ContractFile& file = *loaded.value;
  const Audit made = audit(file.contract, file.library, *invoices.value, session.today());
  if (session.json()) {
    session.out() << audit_json(file.contract, made, session.today_from_clock(), language);
  } else {
    session.print_today(language);
    AuditPrinter(file.contract, made, session, language).print();
  }
  return made.differs() || !made.unmatched_rows().empty() ? Status::findings
                                                          : Session::status_of(problems);
}

}  // namespace pricetalk
