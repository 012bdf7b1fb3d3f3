#include "report/redface_text.hpp"

#include <algorithm>
#include <ostream>
#include <sstream>

#include "diagnostic/codes.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/not_shown.hpp"
#include "report/refund.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

std::string amount_text(const Outcome<Figure>& amount, Language language) {
  if (!amount) return say(language, "not determined yet", "nog niet te bepalen");
  return money_text(std::get<Money>(amount->value), language);
}

/// Of a mistake: when the customer was told and what is still open, or what to record.
void print_told(const Finding& finding, std::ostream& out, Language language) {
  const std::string indent = "      ";
  const Phrase told = told_in_words(finding);
  if (told.empty()) return;
  out << indent << told.in(language);
  if (to_be_told(finding)) {
    out << say(language, " After the call, add to the contract file:",
               " Zet na het telefoongesprek in het contractbestand:")
        << "\n";
    std::istringstream lines(finding.to_record);
    for (std::string line; std::getline(lines, line);) out << indent << "  " << line << "\n";
  } else {
    out << "\n";
  }
}

/// What a finding is to its reader: the supplier blushes, the customer claims or asks.
Phrase kind_text(FindingKind kind, Addressee reader) {
  if (reader == Addressee::supplier) return words(kind);
  return kind == FindingKind::wrong ? Phrase{"CLAIM", "CLAIM"} : Phrase{"ASK", "VRAAG"};
}

void print(const Finding& finding, Addressee reader, std::ostream& out, Language language) {
  out << kind_text(finding.kind, reader).in(language) << "  " << finding.title.in(language) << "\n";
  const std::string indent = "      ";
  std::string money;
  if (finding.total) {
    money = amount_text(*finding.total, language);
    if (finding.vat)
      money += say(language, " and VAT ", " en btw ") + amount_text(*finding.vat, language);
    if (finding.since)
      money += say(language, ", since ", ", sinds ") + date_text(*finding.since, language);
    // Of a wrong charge a year is the last one that was invoiced, of the rest one at today's
    // prices.
    if (finding.per_year && finding.kind == FindingKind::wrong)
      money += say(language, "; in the last year ", "; in het laatste jaar ") +
               amount_text(*finding.per_year, language);
    else if (finding.per_year)
      money += "; " + amount_text(*finding.per_year, language) +
               say(language, " a year at today's prices", " per jaar bij de prijzen van nu");
  } else if (finding.per_year) {
    money = amount_text(*finding.per_year, language) +
            (*finding.per_year ? say(language, " a year", " per jaar") : std::string());
    if (!*finding.per_year)
      money += ": " + finding.per_year->why().reasons().front().text.in(language);
  }
  if (!money.empty()) out << indent << money << "\n";
  out << indent << "\"" << finding.customer_question.in(language) << "\"\n";
  out << indent << finding.advice.in(language) << "\n";
  print_told(finding, out, language);
}

std::string number_of(std::size_t count, Language language, const Wording& one,
                      const Wording& more) {
  return std::to_string(count) + " " + (count == 1 ? one : more).phrase().in(language);
}

constexpr Wording a_row{"invoice row", "factuurregel"};
constexpr Wording many_rows{"invoice rows", "factuurregels"};

void print_not_judged(const Audit& audit, std::ostream& out, Language language) {
  const Phrase rows = rows_not_judged(audit);
  if (rows.empty()) return;
  out << "\n" << say(language, "not judged: ", "niet beoordeeld: ") << rows.in(language) << "\n";
}

/// Many contracts at a glance: a row each, most money first.
class OverviewPrinter {
 public:
  OverviewPrinter(const RedFaceReport& report, std::ostream& out, Language language)
      : report_(report), out_(out), language_(language) {}

  void print() {
    out_ << number_of(report_.overview.size(), language_, {"contract", "contract"},
                      {"contracts", "contracten"})
         << say(language_, ", as of ", ", stand ") << date_text(report_.today, language_);
    if (!vat_differs())
      out_ << (report_.totals.front().vat == Vat::excluded
                   ? say(language_, ", amounts without VAT", ", bedragen zonder btw")
                   : say(language_, ", amounts with VAT", ", bedragen met btw"));
    else
      out_ << say(language_, ", amounts without VAT unless it says otherwise",
                  ", bedragen zonder btw tenzij het er anders bij staat");
    out_ << "\n\n" << as_text(table()) << "\n";
    notes();
  }

 private:
  Table table() const {
    using Align = Table::Align;
    Table made;
    made.columns = {{say(language_, "contract", "contract"), Align::left},
                    {kind_text(FindingKind::wrong, report_.reader).in(language_), Align::right},
                    {say(language_, "too much", "te veel"), Align::right},
                    {say(language_, "in the last year", "in het laatste jaar"), Align::right},
                    {kind_text(FindingKind::blush, report_.reader).in(language_), Align::right},
                    {say(language_, "a year", "per jaar"), Align::right},
                    {say(language_, "the worst", "het ergste"), Align::left}};
    for (std::size_t i = 0; i < report_.overview.size(); ++i) {
      const RedFaceOverview& each = report_.overview[i];
      const auto& findings = report_.contracts[i].findings;
      made.row({each.contract->id + vat_mark(each.contract->vat), count(each.wrong),
                money(each.over), money(each.over_year), count(each.blush), money(each.blush_year),
                findings.empty() ? "" : findings.front().title.in(language_)});
    }
    for (const RedFaceTotal& total : report_.totals) {
      if (total.wrong + total.blush == 0 && report_.totals.size() > 1) continue;
      made.row({say(language_, "together", "samen") + vat_mark(total.vat), count(total.wrong),
                money(total.over), money(total.over_year), count(total.blush),
                money(total.blush_year), ""});
    }
    return made;
  }

  std::string count(std::size_t number) const { return number == 0 ? "–" : std::to_string(number); }
  std::string money(const Figure& figure) const {
    const Money& amount = std::get<Money>(figure.value);
    return amount.amount.is_zero() ? "–" : money_text(amount, language_);
  }
  bool vat_differs() const {
    return std::any_of(report_.totals.begin(), report_.totals.end(), [&](const RedFaceTotal& each) {
      return each.vat != report_.totals.front().vat;
    });
  }
  std::string vat_mark(Vat vat) const {
    return vat_differs() && vat == Vat::included ? say(language_, " (with VAT)", " (met btw)") : "";
  }

  void notes() {
    const bool blush = std::any_of(report_.totals.begin(), report_.totals.end(),
                                   [](const RedFaceTotal& each) { return each.blush > 0; });
    if (blush)
      out_
          << say(language_,
                 "What is embarrassing can be about the same money twice: of each price line only "
                 "the largest amount counts.",
                 "Bij wat gênant is, kan het twee keer om hetzelfde geld gaan: van elke prijsregel "
                 "telt alleen het grootste bedrag.")
          << "\n";
    std::size_t not_told = 0;
    bool undetermined = false;
    for (const RedFaceOverview& each : report_.overview) {
      not_told += each.not_told;
      undetermined = undetermined || each.undetermined;
    }
    if (undetermined)
      out_ << say(language_, "Amounts that are not known yet are in no sum.",
                  "Bedragen die nog niet te bepalen zijn, tellen niet mee.")
           << "\n";
    if (not_told > 0)
      out_ << say(language_, "Not told to the customer yet: ", "Nog niet aan de klant verteld: ")
           << number_of(not_told, language_, {"error", "fout"}, {"errors", "fouten"}) << ".\n";
    out_ << not_shown(report_.unread, language_);
    if (report_.shared == nullptr) return;
    if (!report_.shared->unclear.empty())
      out_ << say(language_, "Not judged, because they fit more than one contract: ",
                  "Niet beoordeeld, omdat ze bij meer dan één contract passen: ")
           << number_of(report_.shared->unclear.size(), language_, a_row, many_rows) << ".\n";
    if (!report_.shared->unknown.empty())
      out_ << say(language_, "Of none of these contracts: ", "Van geen van deze contracten: ")
           << number_of(report_.shared->unknown.size(), language_, a_row, many_rows) << ".\n";
  }

  const RedFaceReport& report_;
  std::ostream& out_;
  Language language_;
};

}  // namespace

std::size_t count_not_judged(const Audit& audit) {
  return audit.unmatched_rows().size() + audit.undetermined().size() + audit.aside.size();
}

Phrase rows_not_judged(const Audit& audit) {
  const std::size_t count = count_not_judged(audit);
  if (count == 0) return {};
  return {
      number_of(count, Language::en, a_row, many_rows) + " ('pricetalk audit' shows which)",
      number_of(count, Language::nl, a_row, many_rows) + " ('pricetalk audit' laat zien welke)"};
}

std::string redface_text(const ContractFindings& found, Addressee reader, Language language) {
  const Contract& contract = *found.contract;
  const std::vector<Finding>& findings = found.findings;
  std::ostringstream out;
  out << contract.title << " (" << contract.id << "), "
      << (contract.vat == Vat::excluded
              ? say(language, "amounts without VAT", "bedragen zonder btw")
              : say(language, "amounts with VAT", "bedragen met btw"))
      << "\n";
  if (findings.empty())
    out << "\n"
        << (reader == Addressee::customer
                ? say(language, "nothing found to ask about", "niets gevonden om naar te vragen")
                : say(language, "nothing found to blush about", "niets gevonden om van te blozen"))
        << "\n";
  for (const Finding& finding : findings) {
    out << "\n";
    print(finding, reader, out, language);
  }
  if (found.refund != nullptr && !found.refund->empty())
    out << "\n" << refund_line(*found.refund, reader, language);
  if (found.audit != nullptr) print_not_judged(*found.audit, out, language);
  return out.str();
}

std::string redface_overview_text(const RedFaceReport& report, Language language) {
  std::ostringstream out;
  OverviewPrinter(report, out, language).print();
  return out.str();
}

}  // namespace pricetalk
