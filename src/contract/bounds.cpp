#include "contract/bounds.hpp"

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

void check_discount(const DiscountTerms& discount, Diagnostics& problems) {
  const Ratio rate = discount.rate.value.as_fraction();
  if (rate.sign() >= 0 && rate <= Ratio(1)) return;
  const Span where = discount.rate.where.value_or(discount.span);
  const int decimals = discount.rate.value.of_hundred.scale();
  if (rate.sign() < 0) {
    problems.error("C0317", where,
                   {"a discount takes off; it is not below 0%",
                    "een korting gaat eraf; ze is niet lager dan 0%"},
                   {"what comes on top is part of unit_price, or a clause with surcharge = …",
                    "wat erbij komt, hoort in unit_price, of in een clausule met surcharge = …"});
    return;
  }
  const auto paid = [&](Language language) {
    return percent_text(Ratio(1) - rate, decimals, language);
  };
  problems.error("C0317", where,
                 {"a discount of more than 100% pays the customer for buying",
                  "bij een korting van meer dan 100% krijgt de klant geld toe"},
                 {"the customer would pay " + paid(Language::en) +
                      " of the price; write the part that is taken off",
                  "de klant zou " + paid(Language::nl) +
                      " van de prijs betalen; schrijf het deel dat eraf gaat"});
}

void check_period(const Stated<Duration>& period, const Phrase& hint, Diagnostics& problems) {
  if (!period.where || period.value.count > 0) return;
  problems.error("C0318", *period.where,
                 {"a period is at least one day", "een periode is ten minste één dag"}, hint);
}

void check_vat(const std::optional<Stated<Percent>>& stated, Diagnostics& problems) {
  if (!stated) return;
  const Ratio share = stated->value.as_fraction();
  if (share.sign() >= 0 && share <= Ratio(1)) return;
  problems.error("C0337", *stated->where,
                 {"a rate of VAT, and what is deducted of it, lie between 0% and 100%",
                  "een btw-tarief, en wat daarvan wordt afgetrokken, ligt tussen 0% en 100%"},
                 {"write for example vat_rate = \"9%\" and vat_deductible = \"30%\"",
                  "schrijf bijvoorbeeld vat_rate = \"9%\" en vat_deductible = \"30%\""});
}

}  // namespace

void check_bounds(const ContractTerms& terms, Diagnostics& problems) {
  check_vat(terms.contract.vat_rate, problems);
  check_vat(terms.contract.vat_deductible, problems);
  const auto returns = [&](const std::optional<ReturnTerms>& stated) {
    if (stated)
      check_period(stated->period,
                   {"write for example \"14 days\"; leave `returns` out where nothing can be "
                    "returned",
                    "schrijf bijvoorbeeld \"14 days\"; laat `returns` weg als niets teruggegeven "
                    "kan worden"},
                   problems);
  };
  for (const auto& price : terms.price) {
    if (price.terms.discount) check_discount(*price.terms.discount, problems);
    returns(price.terms.returns);
  }
  returns(terms.returns);
  for (const auto& innovation : terms.innovation)
    if (innovation.terms.sharing_for)
      check_period(
          *innovation.terms.sharing_for,
          {"write for example \"2 years\"; leave `sharing_for` out where nothing is shared",
           "schrijf bijvoorbeeld \"2 years\"; laat `sharing_for` weg als er niets gedeeld "
           "wordt"},
          problems);
  if (terms.billing)
    check_period(terms.billing->period,
                 {"write \"month\", \"quarter\" or \"year\", or for example \"2 months\"",
                  "schrijf \"month\", \"quarter\" of \"year\", of bijvoorbeeld \"2 months\""},
                 problems);
}

}  // namespace pricetalk
