#include <algorithm>

#include "advice/proposal_verdict.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// What the steps of the adjustment date come to, over all prices.
struct Steps {
  bool up = false;
  bool down = false;
  bool price_falls = false;  ///< of some line, all its steps together
  const DecisionTerms* decision = nullptr;
};

Steps steps_of(const ProposalInput& input) {
  Steps made;
  for (const PriceSchedule& prices : input.schedules) {
    Ratio sum;
    for (const PriceEntry& entry : prices.entries) {
      if (entry.date != input.adjustment || entry.verdict == Verdict::start) continue;
      if (entry.decision != nullptr) made.decision = entry.decision;
      if (!entry.price || !entry.before) continue;
      const Ratio change = *entry.price - *entry.before;
      made.up = made.up || change.sign() > 0;
      made.down = made.down || change.sign() < 0;
      sum = sum + change;
    }
    made.price_falls = made.price_falls || sum.sign() < 0;
  }
  return made;
}

Phrase of_decision(const DecisionTerms& decision, const Phrase& date) {
  switch (decision.kind.value) {
    case DecisionKind::agreed_price:
      return {"the price from " + date.en + " was agreed, so there is no indexation to waive",
              "de prijs vanaf " + date.nl +
                  " is afgesproken; er is dus geen indexatie om te laten vervallen"};
    case DecisionKind::deferred:
      return {"the indexation of " + date.en + " was deferred; there is none to waive on that day",
              "de indexatie van " + date.nl +
                  " is uitgesteld; op die dag is er geen om te laten vervallen"};
    case DecisionKind::waived:
      return {"the indexation of " + date.en + " was waived already",
              "de indexatie van " + date.nl + " is al kwijtgescholden"};
    case DecisionKind::reduced:
      break;
  }
  return {"the indexation of " + date.en + " was reduced to nothing, so there is none to waive",
          "de indexatie van " + date.nl +
              " is bij besluit tot niets verlaagd; er is dus geen om te laten vervallen"};
}

}  // namespace

Phrase nothing_to_waive(const ProposalInput& input) {
  const Phrase date = {date_text(input.adjustment, Language::en),
                       date_text(input.adjustment, Language::nl)};
  const Steps steps = steps_of(input);
  if (steps.price_falls)
    return {"on " + date.en +
                " the price falls, and the customer has a right to that; "
                "there is no indexation to waive",
            "op " + date.nl +
                " daalt de prijs, en daar heeft de klant recht op; er is "
                "geen indexatie om te laten vervallen"};
  if (steps.up && steps.down)
    return {"on " + date.en +
                " what rises and what falls cancel out: the price stays as it is, so there "
                "is no indexation to waive",
            "op " + date.nl +
                " heffen stijging en daling elkaar op: de prijs blijft gelijk, dus er is geen "
                "indexatie om te laten vervallen"};
  if (steps.decision != nullptr) return of_decision(*steps.decision, date);
  if (steps.up)
    return {"what rises on " + date.en + " is not of the lines that the innovation touches",
            "wat op " + date.nl + " stijgt, hoort niet bij de regels waarover de innovatie gaat"};
  return {"there is no indexation on " + date.en +
              " that could still be charged, so there is none to waive",
          "op " + date.nl +
              " is er geen indexatie die nog mag worden berekend; er is dus niets om te "
              "laten vervallen"};
}

}  // namespace pricetalk
