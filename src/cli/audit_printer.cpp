#include "cli/audit_printer.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "audit/credit_place.hpp"
#include "audit/name_marks.hpp"
#include "invoice/cells.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/audit_conclusion.hpp"
#include "report/charged_steps.hpp"
#include "report/claim_letter.hpp"
#include "report/quantity_text.hpp"
#include "report/refund.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

/// Prints an audit for people, in one language.
class AuditPrinter {
 public:
  AuditPrinter(const Contract& contract, const Audit& audit, const InvoiceFiles* files,
               std::ostream& out, Language language)
      : contract_(contract), audit_(audit), files_(files), out_(out), language_(language) {}

  void print() {
    out_ << contract_.title << " (" << contract_.id << "), "
         << say("invoices until ", "facturen tot en met ") << date_text(last_day(), language_)
         << ", "
         << (contract_.vat == Vat::excluded ? say("without VAT", "zonder btw")
                                            : say("with VAT", "met btw"))
         << "\n";
    if (files_ != nullptr) input(*files_);
    out_ << "\n";
    sums();
    years();
    vat_readings();
    right();
    for (const AuditedLine& line : audit_.lines) this->line(line);
    twice();
    gaps();
    likenesses();
    unmatched();
    lump_sums();
    asked();
    vat_asked();
    undetermined();
    for_another();
    own_risk();
    verdict();
  }

 private:
  std::string say(std::string_view en, std::string_view nl) const {
    return pricetalk::say(language_, en, nl);
  }
  std::string money(const Figure& figure) const {
    return money_text(std::get<Money>(figure.value), language_);
  }
  std::string money(const Decimal& amount) const {
    return money_text({amount, audit_.currency}, language_);
  }

  Date last_day() const {
    Date last = audit_.rows.empty() ? audit_.today : audit_.rows.front().charged.to;
    for (const AuditedRow& row : audit_.rows) last = std::max(last, row.charged.to);
    return last;
  }

  void sums() {
    out_ << say("rows: ", "factuurregels: ") << audit_.row_count()
         << say(", charged ", ", gerekend ") << money(audit_.charged)
         << say(", of which for lines of the contract ", ", waarvan voor regels van het contract ")
         << money(audit_.matched) << say(" and for anything else ", " en voor iets anders ")
         << money(audit_.unmatched) << "\n";
    asides();
    out_ << "\n";
  }

  /// How the files were read, where that was not as documented.
  void input(const InvoiceFiles& files) {
    for (const ReadAs& file : files.layouts) {
      out_ << say("read as", "gelezen als");
      if (files.tables + files.documents > 1) out_ << " (" << file.path << ")";
      out_ << ": " << file.layout.in(language_) << "\n";
    }
    if (files.documents > 0) out_ << say("e-invoices: ", "e-facturen: ") << files.documents << "\n";
    if (!files.left_out.empty()) out_ << left_out_text(files).in(language_) << "\n";
  }

  /// The sum of rows that are aside; rows in another currency are not added up.
  std::string aside_sum(Aside why, std::size_t& count) const {
    count = 0;
    Ratio sum(0);
    for (const AsideRow& row : audit_.aside) {
      if (row.why != why) continue;
      ++count;
      const auto& head = row.charged.head;
      if (!head || !head->currency || *head->currency == audit_.currency)
        sum = sum + Ratio(row.charged.amount);
    }
    return money(as_decimal(sum, audit_.currency.minor_decimals()));
  }

  void asides() {
    const auto tell = [&](Aside why, const char* en, const char* nl) {
      std::size_t count = 0;
      const std::string sum = aside_sum(why, count);
      if (count == 0) return;
      out_ << say("not counted, ", "niet meegeteld, ") << say(en, nl) << ": " << count;
      if (why != Aside::another_currency) out_ << ", " << sum;
      out_ << "\n";
    };
    tell(Aside::another_contract, "for another contract", "voor een ander contract");
    tell(Aside::duplicate, "there a second time", "dubbel");
    tell(Aside::outside, "outside the contract", "buiten het contract");
    tell(Aside::another_currency, "in another currency", "in een andere munt");
    if (files_ != nullptr && files_->not_read.any())
      out_ << say("not judged, ", "niet beoordeeld, ")
           << not_read_text(files_->not_read).in(language_) << "\n";
  }

  /// Days that were charged more than once: for people to answer.
  void twice() {
    if (audit_.twice.empty()) return;
    out_ << "\n"
         << say("charged more than once (was it delivered as often?):",
                "meer dan één keer gerekend (is het ook zo vaak geleverd?):")
         << "\n";
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i < std::min(audit_.twice.size(), most); ++i) {
      const ChargedTwice& each = audit_.twice[i];
      std::string invoices;
      for (std::size_t k = 0; k < each.invoices.size(); ++k)
        invoices += (k == 0 ? "" : ", ") + each.invoices[k];
      out_ << "  " << each.line->id << "  " << each.from.text() << " … " << each.to.text() << "  "
           << each.times << " x  " << money(each.amount) << say("  invoices ", "  facturen ")
           << invoices << (each.tiers.empty() ? "" : "  ") << each.tiers.in(language_) << "\n";
    }
    if (audit_.twice.size() > most)
      out_ << say("  and more, all in --json: ", "  en meer, allemaal in --json: ")
           << audit_.twice.size() - most << "\n";
  }

  /// More or less than the contract buys: for people to answer, or to know.
  void gaps() {
    gaps(false);
    gaps(true);
  }

  void gaps(bool notes) {
    constexpr std::size_t most = 40;
    std::size_t told = 0;
    for (const QuantityGap& gap : audit_.gaps) {
      if (gap.note() != notes) continue;
      if (told == 0) out_ << "\n" << quantities_heading(notes).in(language_) << "\n";
      if (++told <= most) gap_line(gap);
    }
    if (told > most)
      out_ << say("  and more, all in --json: ", "  en meer, allemaal in --json: ") << told - most
           << "\n";
  }

  void gap_line(const QuantityGap& gap) {
    out_ << "  " << gap.line->id << "  " << quantity_text(gap, language_) << money(gap.amount)
         << (gap.told.empty() ? "" : "  ") << gap.told.in(language_) << "\n";
  }

  /// The names that were recognised by likeness, each once.
  void likenesses() {
    std::vector<std::string> told;
    for (const AuditedRow& row : audit_.rows) {
      if (row.by != MatchedBy::likeness || is_name_of(row.charged.line, *row.line)) continue;
      const std::string& name = row.charged.line;
      if (std::find(told.begin(), told.end(), name) != told.end()) continue;
      if (told.empty())
        out_ << "\n"
             << say("recognised by likeness (add it as an alias if it is right):",
                    "herkend aan de naam die erop lijkt (zet hem als alias bij de regel als het "
                    "klopt):")
             << "\n";
      told.push_back(name);
      out_ << "  \"" << name << "\" = " << row.line->id << " (" << row.likeness
           << say(" of 100)", " van 100)") << "\n";
    }
  }

  void for_another() {
    std::vector<std::pair<std::string, Ratio>> invoices;
    std::map<std::string, std::size_t> position;
    for (const AsideRow& row : audit_.aside) {
      if (row.why != Aside::another_contract) continue;
      std::string name = "  " + row.charged.invoice + "  " + row.reason.in(language_) + "  ";
      const auto [found, fresh] = position.emplace(name, invoices.size());
      if (fresh) invoices.emplace_back(std::move(name), Ratio(0));
      Ratio& sum = invoices[found->second].second;
      sum = sum + Ratio(row.charged.amount);
    }
    if (invoices.empty()) return;
    out_ << "\n"
         << say("for another contract, and not judged (is it for this one, add its reference to "
                "orders under [contract]):",
                "voor een ander contract, en niet beoordeeld (hoort het hier wel bij, zet dan de "
                "verwijzing bij orders onder [contract]):")
         << "\n";
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i < std::min(invoices.size(), most); ++i)
      out_ << invoices[i].first
           << money(as_decimal(invoices[i].second, audit_.currency.minor_decimals())) << "\n";
    if (invoices.size() > most)
      out_ << say("  and more invoices, all in --json: ",
                  "  en meer facturen, allemaal in --json: ")
           << invoices.size() - most << "\n";
  }

  /// The own risk of the supplier is settled over all surcharges to date, not per invoice.
  void own_risk() {
    for (const AuditedLine& line : audit_.lines)
      for (const std::size_t index : line.line->surcharges) {
        const Clause& clause = contract_.clauses[index];
        if (!clause.retention) continue;
        out_ << "\n"
             << line.line->id << ": "
             << say("the supplier's own risk on surcharge ", "het eigen risico op toeslag ")
             << clause.id
             << say(" is not taken off here: it is settled over all surcharges to date",
                    " is hier niet afgetrokken: dat wordt verrekend over alle toeslagen tot dan "
                    "toe")
             << "\n";
      }
  }

  void years() {
    const bool under = !amount_of(audit_.totals.under).is_zero();
    const bool vat = !amount_of(audit_.totals.over_vat).is_zero();
    const bool earlier =
        std::any_of(audit_.years.begin(), audit_.years.end(), [](const auto& each) {
          return each.over_earlier && !amount_of(*each.over_earlier).is_zero();
        });
    Table table;
    table.columns = {{say("year", "jaar"), Table::Align::left},
                     {say("too much", "te veel"), Table::Align::right}};
    if (earlier)
      table.columns.push_back(
          {say("of which by earlier steps", "waarvan door eerdere stappen"), Table::Align::right});
    if (vat) table.columns.push_back({say("VAT on it", "btw daarover"), Table::Align::right});
    table.columns.push_back({say("together so far", "samen tot dan toe"), Table::Align::right});
    if (under) table.columns.push_back({say("too little", "te weinig"), Table::Align::right});
    const auto row = [&](const std::string& name, const AuditTotals& totals,
                         const std::optional<Figure>& before, const std::string& cumulative) {
      std::vector<std::string> cells{name, money(totals.over)};
      if (earlier) cells.push_back(before ? money(*before) : std::string());
      if (vat) cells.push_back(money(totals.over_vat));
      cells.push_back(cumulative);
      if (under) cells.push_back(money(totals.under));
      table.row(std::move(cells));
    };
    for (const AuditYear& year : audit_.years)
      row(std::to_string(year.year), year.totals, year.over_earlier, money(year.cumulative));
    row(say("total", "totaal"), audit_.totals, {}, "");
    out_ << as_text(table);
  }

  /// Of lines whose rows proved to be with VAT, or without: how they were read.
  void vat_readings() {
    for (const AuditedLine& line : audit_.lines)
      if (!line.vat_reading.empty())
        out_ << "\n" << line.line->id << ": " << line.vat_reading.in(language_) << "\n";
  }

  bool is_asked(const AuditedLine& line) const {
    return std::any_of(line.rows.begin(), line.rows.end(),
                       [&](std::size_t i) {
                         return !audit_.rows[i].question.empty() ||
                                !audit_.rows[i].vat_question.empty();
                       }) ||
           std::any_of(audit_.twice.begin(), audit_.twice.end(),
                       [&](const ChargedTwice& each) { return each.line == line.line; }) ||
           std::any_of(audit_.gaps.begin(), audit_.gaps.end(), [&](const QuantityGap& each) {
             return each.line == line.line && !each.note();
           });
  }

  /// Lines of which nothing at all is open: no money, and no question.
  void right() {
    std::string names;
    for (const AuditedLine& line : audit_.lines)
      if (!line.totals.differs() && beside(line).is_zero() && !is_asked(line))
        names += (names.empty() ? "" : ", ") + line.line->id;
    if (!names.empty()) out_ << "\n" << say("nothing open: ", "niets open: ") << names << "\n";
  }

  void line(const AuditedLine& line) {
    if (!line.totals.differs() && beside(line).is_zero()) return;
    out_ << "\n" << line.line->title << " (" << line.line->id << "): ";
    if (!line.totals.differs()) out_ << say("nothing open", "niets open");
    const bool over = !amount_of(line.totals.over).is_zero();
    if (over) out_ << say("too much ", "te veel ") << money(line.totals.over);
    if (!amount_of(line.totals.over_vat).is_zero())
      out_ << say(" and VAT ", " en btw ") << money(line.totals.over_vat);
    if (!amount_of(line.totals.under).is_zero())
      out_ << (over ? ", " : "") << say("too little ", "te weinig ") << money(line.totals.under);
    if (line.since) out_ << say(", since ", ", sinds ") << date_text(*line.since, language_);
    out_ << "\n";
    below_zero(line);
    cause(line);
    out_ << as_text(stretches(line));
    steps(line);
  }

  /// What rows below zero, which were not recognised, take off what is too much of a line.
  Ratio beside(const AuditedLine& line) const {
    Ratio made(0);
    for (const std::size_t i : line.rows) made = made + audit_.rows[i].beside;
    return made;
  }

  /// Rows that were not recognised and take off what is too much: it is told what they did.
  void below_zero(const AuditedLine& line) {
    const Ratio taken_off = beside(line);
    if (taken_off.is_zero()) return;
    out_ << say("after rows below zero of the same invoices, which were not recognised: ",
                "na regels onder nul van dezelfde facturen, die niet zijn herkend: ")
         << money(as_decimal(Ratio(0) - taken_off, audit_.currency.minor_decimals())) << "\n";
  }

  /// " (for 2 lines: a, b)" behind "cause"; nothing for a line by itself.
  std::string for_lines(const Causes& causes) const {
    if (causes.lines.empty()) return {};
    std::string made = say(" (for ", " (voor ") + std::to_string(causes.lines.size()) +
                       say(" lines: ", " regels: ");
    for (const Line* each : causes.lines)
      made += (each == causes.lines.front() ? "" : ", ") + each->id;
    return made + ")";
  }

  /// The line that told the cause that this one shares; nothing where none did yet.
  const Line* told_by(const AuditedLine& line) {
    const Causes& causes = line.causes;
    if (causes.lines.empty()) return nullptr;
    return told_.try_emplace(causes.lines.front(), line.line).first->second;
  }

  void cause(const AuditedLine& line) {
    const Causes& causes = line.causes;
    const auto outside = std::find_if(line.rows.begin(), line.rows.end(), [&](std::size_t i) {
      const AuditedRow& row = audit_.rows[i];
      return !row.outside.empty() && row.difference && !amount_of(*row.difference).is_zero();
    });
    out_ << say("cause", "oorzaak") << for_lines(causes) << ": ";
    if (outside != line.rows.end()) {
      out_ << audit_.rows[*outside].outside.in(language_) << "\n";
      if (causes.result == Causes::Result::nothing_to_explain ||
          causes.result == Causes::Result::not_searched)
        return;
      out_ << say("and: ", "en: ");
    }
    if (const Line* told = told_by(line); told != nullptr && told != line.line) {
      out_ << say("the same as for ", "dezelfde als bij ") << told->id << "\n";
      shares(causes);
      return;
    }
    if (causes.result == Causes::Result::nothing_to_explain)
      out_ << say("every price is right, an amount is not quantity times price",
                  "elke prijs klopt, maar een bedrag is niet aantal maal prijs")
           << "\n";
    else
      out_ << causes.sentence().in(language_) << "\n";
    constexpr std::size_t most = 4;
    const std::size_t count = causes.explanations.size();
    for (std::size_t i = 2; i < std::min(count, most); ++i)
      out_ << say("just as possible: ", "even goed mogelijk: ")
           << causes.explanations[i].sentence().in(language_) << "\n";
    if (count > most)
      out_ << say("and more that fit as well, all in --json: ",
                  "en meer die ook passen, allemaal in --json: ")
           << count - most << "\n";
    shares(causes);
  }

  /// What each of several causes has in the difference.
  void shares(const Causes& causes) {
    if (causes.shares.size() < 2) return;
    const auto any = [&](Figure CauseShare::*side) {
      return std::any_of(causes.shares.begin(), causes.shares.end(), [&](const CauseShare& share) {
        return !amount_of(share.*side).is_zero();
      });
    };
    Table table;
    table.columns = {
        {say("share of the difference", "aandeel in het verschil"), Table::Align::left}};
    const bool over = any(&CauseShare::over);
    const bool under = any(&CauseShare::under);
    if (over) table.columns.push_back({say("too much", "te veel"), Table::Align::right});
    if (under) table.columns.push_back({say("too little", "te weinig"), Table::Align::right});
    for (const CauseShare& share : causes.shares) {
      std::vector<std::string> cells{share.what.in(language_)};
      if (over) cells.push_back(money(share.over));
      if (under) cells.push_back(money(share.under));
      table.row(std::move(cells));
    }
    out_ << as_text(table);
  }

  /// What was charged more and what was allowed more on each date, where no cause was found.
  void steps(const AuditedLine& line) {
    const Causes::Result result = line.causes.result;
    if (result != Causes::Result::not_found && result != Causes::Result::stopped) return;
    const std::vector<ChargedStep> found = charged_steps(audit_, line);
    if (found.empty()) return;
    Table table;
    table.columns = {{say("step of", "stap van"), Table::Align::left},
                     {say("charged step", "gerekende stap"), Table::Align::right},
                     {say("allowed step", "toegestane stap"), Table::Align::right}};
    const auto percent = [&](const Ratio& change) {
      return (change.sign() > 0 ? "+" : "") + percent_text(change, 2, language_);
    };
    for (const ChargedStep& step : found)
      table.row({step.from.text(), percent(step.charged_change()), percent(step.allowed_change())});
    out_ << "\n" << as_text(table);
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
      if (!row.difference || amount_of(*row.difference).is_zero()) continue;
      if (found.empty() || !joins(found.back(), row))
        found.push_back({&row, &row, Ratio(0), Ratio(0)});
      found.back().last = &row;
      found.back().quantity = found.back().quantity + Ratio(row.charged.quantity);
      found.back().difference = found.back().difference + Ratio(amount_of(*row.difference));
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
                                    : amount_of(*each.first->allowed);
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
           << row->charged.line << "\"  " << money(row->charged.amount)
           << (row->question.empty() ? "" : "  ") << row->question.in(language_) << "\n";
  }

  /// Rows that were read as one sum for their days, or with others: no accusation, but people
  /// should know.
  void lump_sums() {
    bool first = true;
    for (const AuditedRow& row : audit_.rows) {
      if (row.lump_sum.empty()) continue;
      if (first)
        out_ << "\n"
             << say("judged as one sum for the period, or together with other rows:",
                    "als één bedrag voor de periode beoordeeld, of samen met andere regels:")
             << "\n";
      first = false;
      out_ << "  " << row.charged.invoice << "  " << row.line->id << "  "
           << row.lump_sum.in(language_) << "\n";
    }
  }

  /// What people have to answer before a row can be judged.
  void asked() {
    const auto rows = audit_.asked();
    if (rows.empty()) return;
    out_ << "\n"
         << say("questions (not judged until they are answered):",
                "vragen (niet beoordeeld tot ze beantwoord zijn):")
         << "\n";
    for (const AuditedRow* row : rows) {
      out_ << "  " << row->charged.invoice << "  " << row->line->id << "  "
           << row->charged.from.text() << "  " << row->question.in(language_);
      if (row->at_stake)
        out_ << (row->at_stake_if_not ? right_if_so().in(language_)
                                      : say("  in money: ", "  in geld: "))
             << signed_money_text(std::get<Money>(row->at_stake->value), language_);
      out_ << "\n";
    }
  }

  /// What people have to answer about the VAT of rows whose price is judged.
  void vat_asked() {
    const auto rows = audit_.vat_asked();
    if (rows.empty()) return;
    out_ << "\n" << vat_questions_heading().in(language_) << "\n";
    for (const AuditedRow* row : rows) {
      out_ << "  " << row->charged.invoice << "  " << row->line->id << "  "
           << row->charged.from.text() << "  " << row->vat_question.in(language_);
      if (row->vat_at_stake)
        out_ << say("  in money: ", "  in geld: ")
             << signed_money_text(std::get<Money>(row->vat_at_stake->value), language_);
      out_ << "\n";
    }
  }

  void undetermined() {
    auto rows = audit_.undetermined();
    std::erase_if(rows, [](const AuditedRow* row) { return !row->question.empty(); });
    if (rows.empty()) return;
    out_ << "\n" << say("not determined yet:", "nog niet te bepalen:") << "\n";
    for (const AuditedRow* row : rows)
      out_ << "  " << row->charged.invoice << "  " << row->line->id << "  "
           << row->charged.from.text() << "  "
           << row->difference.why().reasons().front().text.in(language_) << "\n";
  }

  void verdict() {
    out_ << "\n";
    question();
    if (!amount_of(audit_.totals.over).is_zero()) {
      const Ratio with_vat =
          Ratio(amount_of(audit_.totals.over)) + Ratio(amount_of(audit_.totals.over_vat));
      out_ << words_wrong() << ": " << say("charged too much ", "te veel gerekend ")
           << money(audit_.totals.over);
      if (!amount_of(audit_.totals.over_vat).is_zero())
        out_ << say(", with VAT ", ", met btw ")
             << money(as_decimal(with_vat, audit_.currency.minor_decimals()));
      out_ << "\n";
    }
    if (!amount_of(audit_.totals.under).is_zero())
      out_ << words_wrong() << ": " << say("charged too little ", "te weinig gerekend ")
           << money(audit_.totals.under) << "\n";
    const NotRead not_read = files_ == nullptr ? NotRead{} : files_->not_read;
    out_ << conclusion(reach_of(audit_, not_read)).in(language_) << "\n";
  }

  void question() {
    const auto tell = [&](const char* en, const char* nl, const std::string& amount) {
      out_ << say("QUESTION: ", "VRAAG: ") << say(en, nl) << amount << "\n";
    };
    if (!audit_.twice.empty())
      tell("charged twice ", "twee keer gerekend ", money(audit_.charged_twice));
    for (const bool more : {true, false}) {
      Ratio sum(0);
      for (const QuantityGap& gap : audit_.gaps)
        if (gap.more() == more && !gap.note()) sum = sum + Ratio(amount_of(gap.amount));
      if (sum.sign() > 0)
        tell(more ? "more charged than agreed " : "less charged than agreed ",
             more ? "meer gerekend dan afgesproken " : "minder gerekend dan afgesproken ",
             money(as_decimal(sum, audit_.currency.minor_decimals())));
    }
    Ratio again(0);
    for (const AuditedRow* row : audit_.unmatched_rows())
      if (!row->question.empty()) again = again + Ratio(row->charged.amount);
    if (again.sign() > 0)
      out_ << say("QUESTION: ", "VRAAG: ") << again_text().in(language_) << " "
           << money(as_decimal(again, audit_.currency.minor_decimals())) << "\n";
    if (!amount_of(audit_.totals.over).is_zero())
      for (const AuditedRow* row : loose_credits(audit_))
        tell("to be answered first: what does the credit of ",
             "eerst te beantwoorden: wat betaalt de creditregel van ",
             money(cells::negative(row->charged.amount)) + say(" of ", " van ") +
                 date_text(row->charged.date, language_) + " (" + row->charged.invoice +
                 say(") pay back?", ") terug?"));
    if (const std::size_t asked = audit_.asked().size(); asked > 0)
      tell("rows that need an answer first: ",
           "factuurregels die eerst een antwoord nodig hebben: ", std::to_string(asked));
    if (const std::size_t asked = audit_.vat_asked().size(); asked > 0)
      tell("rows whose VAT needs an answer: ", "factuurregels waarvan de btw een antwoord vraagt: ",
           std::to_string(asked));
  }
  std::string words_wrong() const { return say("WRONG", "FOUT"); }

  const Contract& contract_;
  const Audit& audit_;
  const InvoiceFiles* files_;
  std::ostream& out_;
  Language language_;
  std::map<const Line*, const Line*> told_;  ///< by the first line of those explained together
};

}  // namespace

void print_audit(const AuditedContract& made, const InvoiceFiles* files, Addressee reader,
                 std::ostream& out, Language language) {
  AuditPrinter(*made.contract, made.audit, files, out, language).print();
  if (made.refund.empty()) return;
  out << "\n"
      << refund_text(*made.contract, made.refund, made.window, made.audit.today, reader, language);
  if (reader != Addressee::customer) return;
  out << "\n" << set_off_warning(made.audit, language) << claim_letter(made, language);
}

}  // namespace pricetalk
