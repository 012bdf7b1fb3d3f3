#include "report/claim_letter.hpp"

#include <algorithm>
#include <map>

#include "audit/credit_place.hpp"
#include "invoice/cells.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// Writes the letter in one language.
class ClaimLetter {
 public:
  ClaimLetter(const AuditedContract& of, Language language)
      : of_(of), contract_(*of.contract), audit_(of.audit), language_(language) {}

  std::string text() && {
    address();
    what_is_wrong();
    credits();
    claim();
    questions();
    end();
    return std::move(text_);
  }

 private:
  std::string say(std::string_view en, std::string_view nl) const {
    return pricetalk::say(language_, en, nl);
  }
  std::string money(const Figure& figure) const {
    return money_text(std::get<Money>(figure.value), language_);
  }
  void line(const std::string& text) { text_ += text.empty() ? "\n" : "  " + text + "\n"; }

  void address() {
    line(say("draft letter to ", "conceptbrief aan ") +
         (contract_.supplier.empty() ? say("the supplier", "de leverancier") : contract_.supplier));
    line("");
    line(say("Subject: invoices under contract ", "Betreft: facturen bij contract ") +
         contract_.title + " (" + contract_.id + ")");
    line("");
    line(say("Dear sir or madam,", "Geachte heer, mevrouw,"));
    line("");
  }

  Date last_day() const {
    Date last = audit_.rows.front().charged.to;
    for (const AuditedRow& row : audit_.rows) last = std::max(last, row.charged.to);
    return last;
  }

  void what_is_wrong() {
    line(say("We held your invoices until ", "Wij hebben uw facturen tot en met ") +
         date_text(last_day(), language_) +
         say(" against our contract. This was charged too much:",
             " naast ons contract gelegd. Dit is te veel gerekend:"));
    for (const AuditedLine& each : audit_.lines) {
      if (amount_of(each.totals.over).is_zero()) continue;
      std::string text = "- " + each.line->title + ": " + money(each.totals.over);
      if (const auto since = too_much_since(each))
        text += say(", since ", ", sinds ") + date_text(*since, language_);
      if (each.causes.result == Causes::Result::found) text += ". " + cause(each);
      line(text);
    }
    line("");
  }

  /// The first day of the first period that is too much, and is not paid back.
  static std::optional<Date> too_much_since(const AuditedLine& line) {
    for (const OpenPeriod& open : line.open)
      if (!amount_of(open.totals.over).is_zero()) return open.from;
    return std::nullopt;
  }

  /// Credits that may pay back what is claimed here come before the claim.
  void credits() {
    const std::vector<const AuditedRow*> loose = loose_credits(audit_);
    if (loose.empty()) return;
    line(say("Before we claim this, tell us please what these credits pay back:",
             "Voordat wij dit terugvragen: wilt u ons laten weten wat u met deze creditregels "
             "terugbetaalt?"));
    for (const AuditedRow* row : loose)
      line("- " + row->charged.invoice + say(" of ", " van ") +
           date_text(row->charged.date, language_) + ", " +
           money_text({cells::negative(row->charged.amount), audit_.currency}, language_) + ": \"" +
           row->charged.line + "\"");
    line(say("As far as they pay back what is named above, it comes off our claim.",
             "Voor zover ze terugbetalen wat hierboven staat, gaat dat van onze vordering af."));
    line("");
  }

  /// A cause of several lines is told of the first of them that is claimed.
  std::string cause(const AuditedLine& line) {
    const std::vector<const Line*>& lines = line.causes.lines;
    if (!lines.empty()) {
      const Line* told = told_.try_emplace(lines.front(), line.line).first->second;
      if (told != line.line)
        return say("It fits the same as ", "Het past bij hetzelfde als ") + told->title;
    }
    return say("It fits this: ", "Het past hierbij: ") + line.causes.sentence().in(language_);
  }

  void claim() {
    const Refund& refund = of_.refund;
    std::string text = say("We claim back ", "Wij maken aanspraak op terugbetaling van ") +
                       money(refund.principal);
    if (!amount_of(refund.vat).is_zero()) text += say(" (with VAT)", " (met btw)");
    if (refund.interest)
      text += say(", and statutory interest until ", ", en op de wettelijke rente tot en met ") +
              date_text(refund.interest_until, language_) + say(", ", ", ") +
              money(*refund.interest) + say(": together ", ": samen ") + money(refund.total);
    line(text + ".");
    line(say("Please pay within fourteen days and send us the credit notes.",
             "Wilt u dit binnen veertien dagen betalen en ons de creditnota's sturen?"));
    line(say("If you come to another figure, please send us your calculation.",
             "Komt u op een ander bedrag uit, stuur ons dan uw berekening."));
    line(say("With this letter we keep every right to these amounts, also as to limitation.",
             "Met deze brief behouden wij ons alle rechten op deze bedragen voor en stuiten wij de "
             "verjaring."));
    line("");
  }

  void questions() {
    if (audit_.twice.empty() && audit_.asked().empty()) return;
    if (!audit_.twice.empty())
      line(say("Some days seem to be charged more than once, ",
               "Sommige dagen lijken meer dan één keer gerekend, ") +
           money(audit_.charged_twice) +
           say(". Was it delivered as often?", ". Is het ook zo vaak geleverd?"));
    for (const AuditedRow* row : audit_.asked())
      line(say("Invoice ", "Factuur ") + row->charged.invoice + ": " + row->question.in(language_));
    line("");
  }

  void end() { line(say("Yours faithfully,", "Met vriendelijke groet,")); }

  const AuditedContract& of_;
  const Contract& contract_;
  const Audit& audit_;
  Language language_;
  std::string text_;
  std::map<const Line*, const Line*> told_;  ///< by the first line of those explained together
};

}  // namespace

std::string set_off_warning(const Audit& audit, Language language) {
  std::string made;
  for (const AuditedLine& line : audit.lines) {
    if (amount_of(line.totals.over).is_zero() || amount_of(line.totals.under).is_zero()) continue;
    const Money under = std::get<Money>(line.totals.under.value);
    made += say(language, "before you send this: in other periods ",
                "voordat u dit verstuurt: in andere perioden is ") +
            money_text(under, language) +
            say(language, " too little was charged for ", " te weinig gerekend voor ") +
            line.line->title +
            say(language, "; the supplier can set that off against this claim\n",
                "; de leverancier kan dat met deze vordering verrekenen\n");
  }
  return made.empty() ? made : made + "\n";
}

std::string claim_letter(const AuditedContract& of, Language language) {
  if (of.refund.empty()) return {};
  return ClaimLetter(of, language).text();
}

}  // namespace pricetalk
