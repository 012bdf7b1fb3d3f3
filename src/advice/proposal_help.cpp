#include <algorithm>

#include "advice/proposal_mends.hpp"
#include "advice/proposal_verdict.hpp"
#include "pricetalk/explain/format.hpp"

// What is no bargain: relief until a day, and a referral.

namespace pricetalk {

namespace {

/// "Schoonmaak kantoor € 30,87": what the lines cost on a day by the contract.
std::string prices_on(const ProposalInput& input, const Chosen& chosen, Date day,
                      Language language) {
  std::string text;
  const Currency& currency = input.contract->currency;
  for (const PriceSchedule& prices : input.schedules) {
    const PriceEntry* entry = prices.on(day);
    if (entry == nullptr || !touches(chosen.all(), prices.line->id)) continue;
    const int decimals = prices.line->price_decimals(currency, prices.price);
    text += (text.empty() ? "" : "; ") + prices.line->title + " " +
            (entry->price
                 ? money_text({as_decimal(*entry->price, decimals), currency}, language)
                 : std::string(language == Language::nl ? "nog niet bekend" : "not known yet"));
  }
  return text;
}

Money without_sign(const Money& loss) {
  return {Decimal(-loss.amount.mantissa(), loss.amount.scale()), loss.currency};
}

std::string relief_words(const ProposalInput& input, const Chosen& chosen,
                         const FutureBargain& future, Language language) {
  const bool nl = language == Language::nl;
  const InnovationTerms& terms = *chosen.innovation;
  const Date end = end_of(terms, input);
  const std::string last = date_text(end, language);
  std::string text = nl ? "Hulp tot en met " + last + ", geen ruil: de klant betaalt " +
                              money(future.customer.total_reduction, language) +
                              " minder, en daar staat niets tegenover."
                        : "Help until " + last + ", no bargain: the customer pays " +
                              money(future.customer.total_reduction, language) +
                              " less, and nothing is asked for it.";
  const Explained& ours = future.supplier.front().total;
  const bool costs = amount_of(ours.figure).is_negative();
  if (costs)
    text += (nl ? " Ons kost het " : " It costs us ") +
            money_text(without_sign(std::get<Money>(ours.figure.value)), language) + ".";
  else
    text += (nl ? " Wij houden er " : " We keep ") + money(ours, language) +
            (nl ? " aan over." : " of it.");
  if (input.contract->end && end >= *input.contract->end)
    return text + (nl ? " Het contract eindigt dan ook." : " The contract ends then as well.");
  const Date back = end.plus_days(1);
  const std::string prices = prices_on(input, chosen, back, language);
  return text +
         (nl ? " Vanaf " + date_text(back, language) + " geldt weer de prijs van het contract (" +
                   prices + "); er wordt niets ingehaald."
             : " From " + date_text(back, language) + " the price of the contract holds again (" +
                   prices + "); nothing is made up for.");
}

std::string referral_words(const ProposalInput& input, const Chosen& chosen,
                           const FutureBargain& future, Language language) {
  const bool nl = language == Language::nl;
  const InnovationTerms& terms = *chosen.innovation;
  std::string text =
      nl ? "Verwijzen naar " + terms.refers_to->value + ": wij verdienen er niets aan."
         : "Refer to " + terms.refers_to->value + ": it brings us nothing.";
  if (!future.customer.saving.empty())
    text += (nl ? " Voorzichtig gerekend bespaart de klant daarmee "
                : " With a cautious estimate the customer saves ") +
            money(future.customer.total, language) + " " + span_of(input.sums.years, language) +
            ".";
  return text + (nl ? " De afspraken over de prijs blijven zoals ze zijn."
                    : " What was agreed about the price stays as it is.");
}

}  // namespace

Help help_of(const ProposalInput& input, const Chosen& chosen, const FutureBargain& future) {
  Help made;
  for (const Language language : {Language::en, Language::nl}) {
    std::string& text = language == Language::nl ? made.what.nl : made.what.en;
    text = chosen.form == InnovationForm::relief ? relief_words(input, chosen, future, language)
                                                 : referral_words(input, chosen, future, language);
    text += language == Language::nl
                ? " Doe dit los van het prijsgesprek, en vraag er niets voor."
                : " Do this apart from the price talk, and ask nothing for it.";
  }
  return made;
}

}  // namespace pricetalk
