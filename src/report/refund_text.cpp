#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "letter/sentences.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/refund.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

class RefundText {
 public:
  RefundText(const Contract& contract, const Refund& refund, const Outcome<ClaimWindow>& window,
             Date today, Addressee reader, Language language)
      : contract_(contract),
        refund_(refund),
        window_(window),
        today_(today),
        reader_(reader),
        language_(language) {}

  std::string text() && {
    sums();
    if (refund_.rule != nullptr) how_counted();
    if (refund_.open) reasons(*refund_.open, "interest not known", "rente niet bekend");
    paid();
    no_vat();
    text_ += "\n";
    if (window_)
      claims(*window_);
    else
      reasons(window_.why(), "how long it can be claimed back is not known",
              "hoe lang het is terug te vorderen, is niet bekend");
    return std::move(text_);
  }

 private:
  std::string say(std::string_view en, std::string_view nl) const {
    return pricetalk::say(language_, en, nl);
  }
  std::string money(const Figure& figure) const {
    return money_text(std::get<Money>(figure.value), language_);
  }
  void line(const std::string& text) { text_ += text + "\n"; }
  void lines(const std::vector<std::pair<std::string, std::string>>& rows) {
    std::size_t left = 0;
    std::size_t right = 0;
    for (const auto& [what, amount] : rows) {
      left = std::max(left, width(what));
      right = std::max(right, width(amount));
    }
    for (const auto& [what, amount] : rows)
      line("  " + what + std::string(left - width(what) + 2 + right - width(amount), ' ') + amount);
  }

  void sums() {
    const std::string day = date_text(refund_.terms.until, language_);
    line((reader_ == Addressee::customer ? say("to claim back on ", "terug te vragen op ")
                                         : say("to pay back on ", "terug te betalen op ")) +
         day + ":");
    std::vector<std::pair<std::string, std::string>> rows{
        {say("charged too much", "te veel gerekend"), money(refund_.over)}};
    if (!amount_of(refund_.vat).is_zero())
      rows.emplace_back(say("VAT on it", "btw daarover"), money(refund_.vat));
    if (refund_.interest)
      rows.emplace_back(refund_.rule->title.in(language_) + say(" until ", " tot en met ") +
                            date_text(refund_.interest_until, language_),
                        money(*refund_.interest));
    if (refund_.credited_interest && !amount_of(*refund_.credited_interest).is_zero())
      rows.emplace_back(say("  of which on what was credited, until its credit",
                            "  waarvan over wat is gecrediteerd, tot de creditnota"),
                        money(*refund_.credited_interest));
    rows.emplace_back(say("together", "samen"), money(refund_.total));
    lines(rows);
  }

  void how_counted() {
    const bool payment = refund_.terms.from == InterestFrom::payment;
    std::string how = refund_.rule->title.in(language_) + " (" + refund_.rule->act + "): ";
    how += payment
               ? say("from the day after each payment: who knew that it was too much owes it from "
                     "then on (bad faith), who did not from default or discovery",
                     "vanaf de dag na elke betaling, verschuldigd door wie wist dat het te veel "
                     "was (kwade trouw); door een ander vanaf verzuim of ontdekking")
               : say("from the day after ", "vanaf de dag na ") +
                     date_text(refund_.terms.discovered, language_) +
                     say(", when the mistake was known: who keeps the money after that is in bad "
                         "faith",
                         ", toen de fout bekend was: wie het geld daarna houdt, is te kwader "
                         "trouw");
    how += refund_.rule->compounds == Compounds::yearly
               ? say("; after each year interest counts as principal",
                     "; na elk jaar telt de rente mee in de hoofdsom")
               : say("; no interest on interest", "; geen rente over rente");
    line(how + say("; per invoice in --json", "; per factuur in --json"));
    if (refund_.to_verify)
      line(
          say("a rate was used that was not seen in an official text; check it",
              "er is een percentage gebruikt dat niet in een officiële tekst is gezien; controleer "
              "het"));
  }

  void reasons(const Undetermined& why, const char* en, const char* nl) {
    for (const Reason& reason : why.reasons()) line(say(en, nl) + ": " + reason.text.in(language_));
  }

  /// On which days the customer is taken to have paid, where the invoices do not say it.
  void paid() {
    std::map<PaidBy, std::size_t> count;
    for (const RefundPart& part : refund_.parts) ++count[part.paid_by];
    const auto tell = [&](PaidBy by, const std::string& text) {
      if (const auto found = count.find(by); found != count.end())
        line(std::to_string(found->second) + " " +
             (found->second == 1 ? say("invoice", "factuur") : say("invoices", "facturen")) + ": " +
             text);
    };
    tell(PaidBy::due, say("no day of payment; counted as paid on the last day of payment",
                          "geen dag van betaling; gerekend met de vervaldag"));
    if (contract_.billing.payment)
      tell(PaidBy::contract,
           say("no day of payment; counted as paid ", "geen dag van betaling; gerekend met ") +
               duration_text(contract_.billing.payment->value, language_) +
               say(" after the invoice (billing.payment)", " na de factuur (billing.payment)"));
    tell(PaidBy::invoice_day,
         say("no day of payment; counted as paid on the day of the invoice (add a column `paid` or "
             "`due`, or billing.payment)",
             "geen dag van betaling; gerekend alsof op de factuurdag is betaald (zet een kolom "
             "`paid` of `due` in het bestand, of billing.payment in het contract)"));
  }

  void no_vat() {
    if (contract_.vat == Vat::included) return;
    std::size_t count = 0;
    for (const RefundPart& part : refund_.parts)
      if (!part.has_vat) ++count;
    if (count > 0)
      line(std::to_string(count) + " " +
           (count == 1 ? say("invoice states", "factuur noemt")
                       : say("invoices state", "facturen noemen")) +
           say(" no VAT; VAT on what was too much comes on top, if it was charged",
               " geen btw; is die wel berekend, dan komt de btw over het te veel erbij"));
  }

  std::string sure_time(const ClaimRule& rule) const {
    const std::string years = std::to_string(rule.sure_years);
    const std::string from =
        rule.counts_from_year_end
            ? say(" years after the end of the year of payment: certain",
                  " jaar na het einde van het jaar van betaling: zeker")
            : say(" years after the payment: certain", " jaar na de betaling: zeker");
    return say("within ", "binnen ") + years + from;
  }

  void claims(const ClaimWindow& window) {
    const ClaimRule& rule = *window.rule;
    line(say("can be claimed back on ", "terug te vorderen op ") + date_text(today_, language_) +
         " (" + rule.act + "):");
    std::vector<std::pair<std::string, std::string>> rows{{sure_time(rule), money(window.sure)}};
    if (!amount_of(window.depends).is_zero()) {
      std::string who = say("only if the customer could not know earlier",
                            "alleen als de klant het niet eerder kon weten");
      if (rule.between) who += " (" + rule.between->in(language_) + ")";
      rows.emplace_back(std::move(who), money(window.depends));
    }
    if (!amount_of(window.gone).is_zero())
      rows.emplace_back(say("too late", "te laat"), money(window.gone));
    lines(rows);
    if (window.oldest)
      line(say("oldest payment in that time: ", "oudste betaling binnen die tijd: ") +
           date_text(*window.oldest, language_));
    if (window.next_end) {
      const int days = window.next_end->days() - today_.days();
      line(say("the first amount drops out after ", "het eerste bedrag valt erbuiten na ") +
           date_text(*window.next_end, language_) + say(", in ", ", over ") + std::to_string(days) +
           (days == 1 ? say(" day", " dag") : say(" days", " dagen")));
    }
    if (!window.waiting.empty()) {
      std::vector<std::pair<std::string, std::string>> months;
      for (const ClaimWindow::Lost& each : window.waiting)
        months.emplace_back(each.month.text(), money(each.amount));
      line(say("what drops out per month:", "wat er per maand buiten valt:"));
      lines(months);
    }
    line(say("what stops the time: ", "wat de termijn stopt: ") + rule.interrupt.in(language_));
    if (!rule.seen)
      line(say("the text of this law was not read; check it",
               "de tekst van deze wet is niet gelezen; controleer het"));
    line(say("facts from public sources, no legal advice",
             "feiten uit openbare bronnen, geen juridisch advies"));
  }

  const Contract& contract_;
  const Refund& refund_;
  const Outcome<ClaimWindow>& window_;
  Date today_;
  Addressee reader_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string refund_text(const Contract& contract, const Refund& refund,
                        const Outcome<ClaimWindow>& window, Date today, Addressee reader,
                        Language language) {
  if (refund.empty()) return {};
  return RefundText(contract, refund, window, today, reader, language).text();
}

std::string refund_line(const Refund& refund, Addressee reader, Language language) {
  const bool nl = language == Language::nl;
  const bool claimed = reader == Addressee::customer;
  const bool vat = !std::get<Money>(refund.vat.value).amount.is_zero();
  std::string what = nl ? "in totaal terug te " : claimed ? "to claim" : "to pay";
  what += nl ? (claimed ? "vragen op " : "betalen op ") : " back in all on ";
  what += date_text(refund.terms.until, language);
  if (vat && refund.interest)
    what += nl ? ", met btw en rente" : ", with VAT and interest";
  else if (vat)
    what += nl ? ", met btw" : ", with VAT";
  else if (refund.interest)
    what += nl ? ", met rente" : ", with interest";
  what += ": " + money_text(std::get<Money>(refund.total.value), language);
  if (refund.open)
    what += nl ? ", en de rente is niet helemaal bekend" : ", and the interest is not wholly known";
  return what + (nl ? " (pricetalk audit rekent het voor)\n" : " (pricetalk audit shows how)\n");
}

}  // namespace pricetalk
