#include "cli/folder_printer.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <utility>

#include "explain/rounded.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/audit_conclusion.hpp"
#include "report/quantity_text.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t most_contracts = 20;
constexpr std::size_t most_rows = 20;

/// Prints the audit of a folder for people.
class FolderPrinter {
 public:
  FolderPrinter(const FolderAudit& folder, std::ostream& out, Language language)
      : contracts_(folder.contracts),
        audit_(folder.audit),
        files_(folder.files),
        invoices_(folder.invoices),
        detailed_(folder.detailed),
        out_(out),
        language_(language) {}

  void print(std::size_t unread) {
    out_ << say("contracts: ", "contracten: ") << count(contracts_.size());
    if (unread > 0)
      out_ << say(", not read or judged: ", ", niet gelezen of beoordeeld: ") << count(unread);
    out_ << say("; invoice rows: ", "; factuurregels: ") << count(audit_.counts.rows) << "\n";
    input();
    out_ << "\n";
    sums();
    contracts();
    vat_readings();
    twice();
    listed();
    gaps();
    asked();
    undetermined();
    verdict();
  }

 private:
  std::string say(std::string_view en, std::string_view nl) const {
    return pricetalk::say(language_, en, nl);
  }
  std::string count(std::size_t number) const {
    return grouped(Decimal(static_cast<std::int64_t>(number), 0), language_);
  }
  std::string money(const Figure& figure) const {
    return money_text(std::get<Money>(figure.value), language_);
  }
  /// An amount whose currency may be unknown.
  std::string money(const Decimal& amount, const std::string& code) const {
    const auto currency = Currency::parse(code);
    return currency ? money_text({amount, *currency}, language_) : grouped(amount, language_);
  }

  void input() {
    constexpr std::size_t most = 5;
    const auto& layouts = files_.layouts;
    for (std::size_t i = 0; i < std::min(layouts.size(), most); ++i)
      out_ << say("read as", "gelezen als") << " (" << layouts[i].path
           << "): " << layouts[i].layout.in(language_) << "\n";
    if (layouts.size() > most)
      out_ << say("and more files read in another layout: ",
                  "en meer bestanden in een andere opmaak: ")
           << count(layouts.size() - most) << "\n";
    if (files_.documents > 0)
      out_ << say("e-invoices: ", "e-facturen: ") << count(files_.documents) << "\n";
    if (!files_.left_out.empty()) out_ << left_out_text(files_).in(language_) << "\n";
    if (files_.not_read.any())
      out_ << say("not judged, ", "niet beoordeeld, ")
           << not_read_text(files_.not_read).in(language_) << "\n";
  }

  /// Where all money of the files went.
  void sums() {
    Table table;
    table.columns = {{say("money of the files", "geld in de bestanden"), Table::Align::left},
                     {say("rows", "regels"), Table::Align::right}};
    for (const BulkSums& each : audit_.sums)
      table.columns.push_back(
          {each.currency.empty() ? say("no currency", "zonder munt") : each.currency,
           Table::Align::right});
    const auto row = [&](const char* en, const char* nl, std::size_t rows,
                         Decimal BulkSums::*part) {
      std::vector<std::string> cells{say(en, nl), count(rows)};
      for (const BulkSums& each : audit_.sums) cells.push_back(money(each.*part, each.currency));
      table.row(std::move(cells));
    };
    const BulkCounts& counts = audit_.counts;
    row("for price lines of a contract", "voor prijsregels van een contract", counts.matched,
        &BulkSums::matched);
    row("not recognised in its contract", "niet herkend in het contract", counts.unmatched,
        &BulkSums::unmatched);
    row("for no contract here", "voor geen van deze contracten", counts.elsewhere,
        &BulkSums::elsewhere);
    row("not counted", "niet meegeteld", counts.aside, &BulkSums::aside);
    row("together", "samen", counts.rows, &BulkSums::charged);
    out_ << as_text(table);
  }

  void contracts() {
    const std::vector<const BulkResult*> differ = by_difference(audit_);
    if (differ.empty()) return;
    const bool vat = std::any_of(differ.begin(), differ.end(), [](const auto* each) {
      return !amount_of(each->totals.over_vat).is_zero();
    });
    Table table;
    table.columns = {{"contract", Table::Align::left},
                     {say("title", "titel"), Table::Align::left},
                     {say("too much", "te veel"), Table::Align::right}};
    if (vat) table.columns.push_back({say("VAT on it", "btw daarover"), Table::Align::right});
    table.columns.push_back({say("too little", "te weinig"), Table::Align::right});
    table.columns.push_back({say("since", "sinds"), Table::Align::left});
    table.columns.push_back({say("rows", "regels"), Table::Align::right});
    for (std::size_t i = 0; i < std::min(differ.size(), most_contracts); ++i) {
      const BulkResult& each = *differ[i];
      const Contract& contract = *contracts_[each.contract].contract;
      std::vector<std::string> cells{contract.id, contract.title, money(each.totals.over)};
      if (vat) cells.push_back(money(each.totals.over_vat));
      cells.push_back(money(each.totals.under));
      cells.push_back(each.since ? each.since->text() : std::string());
      cells.push_back(count(each.counts.offending));
      table.row(std::move(cells));
    }
    out_ << "\n"
         << say("contracts that differ: ", "contracten met verschil: ") << count(differ.size())
         << "\n"
         << as_text(table);
    if (differ.size() > most_contracts)
      out_ << say("and more contracts that differ, all in --json: ",
                  "en meer contracten met verschil, allemaal in --json: ")
           << count(differ.size() - most_contracts) << "\n";
    if (detailed_) return;
    out_ << "\n"
         << say("causes and refund: add --details 10, or ",
                "oorzaken en terugbetaling: zet er --details 10 bij, of ")
         << "pricetalk audit " << contracts_[differ.front()->contract].path << " --invoices";
    for (const std::string& path : invoices_) out_ << " " << path;
    out_ << "\n";
  }

  /// Of lines whose rows proved to be with VAT, or without: how they were read.
  void vat_readings() {
    std::size_t told = 0;
    for (const BulkResult& each : audit_.contracts)
      for (const auto& [line, reading] : each.vat_readings) {
        if (told == 0)
          out_ << "\n"
               << say("read by the prices of the contract:",
                      "gelezen naar de prijzen van het contract:")
               << "\n";
        if (++told <= most_rows)
          out_ << "  " << contracts_[each.contract].contract->id << "/" << line->id << "  "
               << reading.in(language_) << "\n";
      }
    if (told > most_rows)
      out_ << say("  and more lines, all in --json: ", "  en meer regels, allemaal in --json: ")
           << count(told - most_rows) << "\n";
  }

  void twice() {
    std::vector<const BulkResult*> found;
    for (const BulkResult& each : audit_.contracts)
      if (!each.twice.empty()) found.push_back(&each);
    if (found.empty()) return;
    out_ << "\n"
         << say("charged more than once (was it delivered as often?):",
                "meer dan één keer gerekend (is het ook zo vaak geleverd?):")
         << "\n";
    for (std::size_t i = 0; i < std::min(found.size(), most_contracts); ++i)
      out_ << "  " << contracts_[found[i]->contract].contract->id << "  "
           << money(found[i]->charged_twice) << "  " << found[i]->twice.front().line->id << " "
           << found[i]->twice.front().from.text() << " … " << found[i]->twice.front().to.text()
           << (found[i]->twice.size() > 1 ? ", …" : "") << tiers(found[i]->twice) << "\n";
    if (found.size() > most_contracts)
      out_ << say("  and more contracts, all in --json: ",
                  "  en meer contracten, allemaal in --json: ")
           << count(found.size() - most_contracts) << "\n";
  }

  /// What of the tiers of a contract depends on whether days were charged twice.
  std::string tiers(const std::vector<ChargedTwice>& found) const {
    std::string made;
    for (const ChargedTwice& each : found)
      if (!each.tiers.empty()) made += "  " + each.tiers.in(language_);
    return made;
  }

  void listed() {
    const auto list = [&](auto wanted, std::size_t all, const char* en, const char* nl) {
      if (all == 0) return;
      out_ << "\n" << say(en, nl) << ":\n";
      std::size_t shown = 0;
      for (const OffendingRow& row : audit_.listed) {
        if (!wanted(row)) continue;
        if (++shown > most_rows) break;
        out_ << "  " << row.place << "  " << row.invoice << "  \"" << row.name << "\"  "
             << money(row.amount, row.currency);
        const bool told = row.contract.empty() || row.kind == Offence::aside;
        if (!told) out_ << "  " << row.contract;
        if (told || row.at_stake) out_ << "  " << row.reason.in(language_);
        out_ << "\n";
      }
      if (all > most_rows)
        out_ << say("  and more rows, all in --csv and --json: ",
                    "  en meer regels, allemaal in --csv en --json: ")
             << count(all - most_rows) << "\n";
    };
    list([](const auto& row) { return row.kind == Offence::unmatched && !row.contract.empty(); },
         audit_.counts.unmatched,
         "not recognised (add an alias to a price line, or ask what this is)",
         "niet herkend (zet een alias bij een prijsregel, of vraag wat dit is)");
    list([](const auto& row) { return row.kind == Offence::unmatched && row.contract.empty(); },
         audit_.counts.elsewhere, "for no contract here, and not judged",
         "voor geen van deze contracten, en niet beoordeeld");
    list([](const auto& row) { return row.kind == Offence::aside; }, audit_.counts.aside,
         "not counted", "niet meegeteld");
  }

  /// More or less than the contracts buy: for people to answer, or to know.
  void gaps() {
    gaps(false);
    gaps(true);
  }

  void gaps(bool notes) {
    std::size_t told = 0;
    for (const BulkResult& each : audit_.contracts)
      for (const QuantityGap& gap : each.gaps) {
        if (gap.note() != notes) continue;
        if (told == 0) out_ << "\n" << quantities_heading(notes).in(language_) << "\n";
        if (++told <= most_rows) gap_line(contracts_[each.contract].contract->id, gap);
      }
    if (told > most_rows)
      out_ << say("  and more, all in --json: ", "  en meer, allemaal in --json: ")
           << count(told - most_rows) << "\n";
  }

  void gap_line(const std::string& contract, const QuantityGap& gap) {
    out_ << "  " << contract << "/" << gap.line->id << "  ";
    if (gap.band)
      out_ << quantity_text(gap, language_);
    else
      out_ << gap.year << "  "
           << (gap.more() ? say("more, ", "meer, ") : say("less, ", "minder, "));
    out_ << money(gap.amount) << (gap.told.empty() ? "" : "  ") << gap.told.in(language_) << "\n";
  }

  /// What people have to answer before a row, or its VAT, can be judged.
  void asked() {
    asked(false, audit_.counts.asked,
          {"questions (not judged until they are answered):",
           "vragen (niet beoordeeld tot ze beantwoord zijn):"});
    asked(true, audit_.counts.vat_asked, vat_questions_heading());
  }

  void asked(bool only_vat, std::size_t all, const Phrase& heading) {
    if (all == 0) return;
    out_ << "\n" << heading.in(language_) << "\n";
    std::size_t shown = 0;
    for (const OffendingRow& row : audit_.offending) {
      if (row.kind != Offence::question || row.only_vat != only_vat || ++shown > most_rows)
        continue;
      out_ << "  " << row.place << "  " << row.invoice << "  " << row.contract << "/" << row.line
           << "  " << row.reason.in(language_);
      const auto currency = Currency::parse(row.currency);
      if (row.at_stake && currency)
        out_ << (row.at_stake_if_not
                     ? right_if_so().in(language_)
                     : say("  if so, the difference is ", "  zo ja, dan is het verschil "))
             << signed_money_text({*row.at_stake, *currency}, language_);
      out_ << "\n";
    }
    if (all > most_rows)
      out_ << say("  and more rows, all in --csv and --json: ",
                  "  en meer regels, allemaal in --csv en --json: ")
           << count(all - most_rows) << "\n";
  }

  void undetermined() {
    if (audit_.counts.undetermined == 0) return;
    out_ << "\n" << say("not determined yet:", "nog niet te bepalen:") << "\n";
    std::size_t shown = 0;
    for (const OffendingRow& row : audit_.offending) {
      if (row.kind != Offence::undetermined || ++shown > most_rows) continue;
      out_ << "  " << row.invoice << "  " << row.contract << "/" << row.line << "  "
           << row.from.text() << "  " << row.reason.in(language_) << "\n";
    }
    if (audit_.counts.undetermined > most_rows)
      out_ << say("  and more rows, all in --csv: ", "  en meer regels, allemaal in --csv: ")
           << count(audit_.counts.undetermined - most_rows) << "\n";
  }

  void verdict() {
    struct Both {
      Ratio over{0};
      Ratio vat{0};
      Ratio under{0};
      std::size_t contracts_over = 0;
      std::size_t contracts_under = 0;
      Currency currency{};
    };
    std::map<std::string_view, Both> sums;
    for (const BulkResult& each : audit_.contracts) {
      const Currency& currency = contracts_[each.contract].contract->currency;
      Both& both = sums[currency.code()];
      both.currency = currency;
      both.over = both.over + Ratio(amount_of(each.totals.over));
      both.vat = both.vat + Ratio(amount_of(each.totals.over_vat));
      both.under = both.under + Ratio(amount_of(each.totals.under));
      both.contracts_over += amount_of(each.totals.over).is_zero() ? 0U : 1U;
      both.contracts_under += amount_of(each.totals.under).is_zero() ? 0U : 1U;
    }
    out_ << "\n";
    const auto text = [&](const Ratio& sum, const Both& both) {
      if (!writable(sum)) return value_text(sum, Form::plain, language_);
      return money_text({as_many_decimals(sum, both.currency.minor_decimals()), both.currency},
                        language_);
    };
    asked_money();
    again();
    loose();
    const std::string wrong = say("WRONG", "FOUT");
    for (const auto& [code, both] : sums) {
      if (both.over.sign() > 0) {
        out_ << wrong << ": " << say("charged too much ", "te veel gerekend ")
             << text(both.over, both);
        if (both.vat.sign() != 0)
          out_ << say(", with VAT ", ", met btw ") << text(both.over + both.vat, both);
        out_ << say(", contracts: ", ", contracten: ") << count(both.contracts_over) << "\n";
      }
      if (both.under.sign() > 0)
        out_ << wrong << ": " << say("charged too little ", "te weinig gerekend ")
             << text(both.under, both) << say(", contracts: ", ", contracten: ")
             << count(both.contracts_under) << "\n";
    }
    out_ << conclusion(reach_of(audit_, files_.not_read)).in(language_) << "\n";
  }

  /// What was charged twice, and more or less than agreed, by currency.
  void asked_money() {
    struct Asked {
      Ratio twice{0};
      Ratio more{0};
      Ratio less{0};
    };
    std::map<std::string, Asked> sums;
    for (const BulkResult& each : audit_.contracts) {
      Asked& sum = sums[std::string(contracts_[each.contract].contract->currency.code())];
      if (!each.twice.empty()) sum.twice = sum.twice + Ratio(amount_of(each.charged_twice));
      for (const QuantityGap& gap : each.gaps) {
        if (gap.note()) continue;
        Ratio& of = gap.more() ? sum.more : sum.less;
        of = of + Ratio(amount_of(gap.amount));
      }
    }
    for (const auto& [code, sum] : sums) {
      const auto tell = [&](const char* en, const char* nl, const Ratio& amount) {
        if (amount.sign() > 0)
          out_ << say("QUESTION: ", "VRAAG: ") << say(en, nl)
               << money(as_many_decimals(amount, 2), code) << "\n";
      };
      tell("charged twice ", "twee keer gerekend ", sum.twice);
      tell("more charged than agreed ", "meer gerekend dan afgesproken ", sum.more);
      tell("less charged than agreed ", "minder gerekend dan afgesproken ", sum.less);
    }
    const auto count_of = [&](const char* en, const char* nl, std::size_t rows) {
      if (rows > 0) out_ << say("QUESTION: ", "VRAAG: ") << say(en, nl) << count(rows) << "\n";
    };
    count_of("rows that need an answer first: ",
             "factuurregels die eerst een antwoord nodig hebben: ", audit_.counts.asked);
    count_of("rows whose VAT needs an answer: ",
             "factuurregels waarvan de btw een antwoord vraagt: ", audit_.counts.vat_asked);
  }

  /// Rows that were not recognised and may be a line once more, by currency.
  void again() {
    std::map<std::string, Ratio> sums;
    for (const OffendingRow& row : audit_.listed)
      if (row.kind == Offence::unmatched && row.at_stake) {
        Ratio& sum = sums.try_emplace(row.currency, 0).first->second;
        sum = sum + Ratio(*row.at_stake);
      }
    for (const auto& [code, sum] : sums)
      out_ << say("QUESTION: ", "VRAAG: ") << again_text().in(language_) << " "
           << money(as_many_decimals(sum, 2), code) << "\n";
  }

  /// Credits of no line that come before what is claimed.
  void loose() {
    std::size_t told = 0;
    const auto tell = [&](const BelowZero::Loose& credit, const std::string& of,
                          const std::string& code) {
      if (++told > most_rows) return;
      const auto currency = Currency::parse(code);
      out_ << say("QUESTION: ", "VRAAG: ") << of
           << say("to be answered first: what does the credit of ",
                  "eerst te beantwoorden: wat betaalt de creditregel van ")
           << money(as_many_decimals(credit.amount, currency ? currency->minor_decimals() : 2),
                    code)
           << say(" of ", " van ") << date_text(credit.date, language_) << " (" << credit.invoice
           << say(") pay back?", ") terug?") << "\n";
    };
    for (const BulkResult& each : audit_.contracts) {
      const Contract& contract = *contracts_[each.contract].contract;
      for (const BelowZero::Loose& credit : each.loose)
        tell(credit, contract.id + ": ", std::string(contract.currency.code()));
    }
    const std::string only = audit_.sums.size() == 1 ? audit_.sums.front().currency : "";
    for (const BelowZero::Loose& credit : audit_.loose)
      tell(credit, "", credit.currency ? std::string(credit.currency->code()) : only);
    if (told > most_rows)
      out_ << say("and more such credits: ", "en meer van zulke creditregels: ")
           << count(told - most_rows) << "\n";
  }

  const std::vector<BulkContract>& contracts_;
  const BulkAudit& audit_;
  const InvoiceFiles& files_;
  const std::vector<std::string>& invoices_;
  bool detailed_;
  std::ostream& out_;
  Language language_;
};

}  // namespace

void print_folder_audit(const FolderAudit& folder, std::size_t unread, std::ostream& out,
                        Language language) {
  FolderPrinter(folder, out, language).print(unread);
}

}  // namespace pricetalk
