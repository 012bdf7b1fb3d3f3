#include <algorithm>

#include "advice/proposal_verdict.hpp"

namespace pricetalk {

namespace {

/// Only the year's amount is given up, not the level: the next year costs the same either way.
bool comes_back(const PriceFuture& sums) {
  if (sums.enforced.size() < 2) return false;
  const auto amount = [](const Outcome<Figure>& figure) {
    return Ratio(std::get<Money>(figure->value).amount);
  };
  return amount(sums.enforced[0]) > amount(sums.waived[0]) &&
         amount(sums.enforced[1]) == amount(sums.waived[1]);
}

bool moved(const FallbackPrice& fallback) { return fallback.postponed; }

class OfferSheet {
 public:
  OfferSheet(const ProposalInput& input, OfferTerms& terms)
      : input_(input),
        terms_(terms),
        sheet_(input.contract->currency),
        bargain_(sheet_, input.discount_rate,
                 input.contract->id + "/offer/" + input.adjustment.text()) {}

  NodeId waived(const PriceFuture& sums) {
    const Phrase year = terms_.first_year.name();
    const NodeId with = sheet_.given(*sums.enforced.front(),
                                     {"to pay in " + year.en + " with the usual indexation",
                                      "te betalen in " + year.nl + " met de gewone indexatie"});
    const NodeId without =
        sheet_.given(*sums.waived.front(), {"to pay in " + year.en + " without indexation",
                                            "te betalen in " + year.nl + " zonder indexatie"});
    const Explained made =
        bargain_.amount(sheet_.sub(with, without), "waived-first-year",
                        {"no indexation in " + year.en, "geen indexatie in " + year.nl});
    if (!terms_.postponed) terms_.waived_first_year = made;
    return made.node;
  }

  /// The part of the first year, or nothing.
  NodeId reduction(const InnovationTerms& innovation) {
    const Date end = terms_.reduction_until.value_or(terms_.last_year.until);
    const NodeId month = stated(sheet_, *innovation.reduction_per_month,
                                {"reduction a month", "verlaging per maand"});
    terms_.reduction_month =
        bargain_.amount(month, "reduction-month", {"reduction a month", "verlaging per maand"});
    const auto months = [&](Date from, Date until, const Phrase& when) {
      const Ratio count = months_in({from, until}, terms_.reduction_from, end);
      return sheet_.given(Outcome<Ratio>(count), {"months " + when.en, "maanden " + when.nl},
                          {.kind = InputSource::Kind::given,
                           .text = {"counted", "geteld"},
                           .figure = {},
                           .where = {},
                           .address = {},
                           .fixity = Fixity::fixed},
                          Form::plain);
    };
    const Phrase in_year = {"in " + terms_.first_year.name().en,
                            "in " + terms_.first_year.name().nl};
    if (months_in({terms_.reduction_from, end}, terms_.reduction_from, end) >= Ratio(12))
      terms_.reduction_year =
          bargain_.amount(sheet_.mul(month, sheet_.constant(Decimal(12, 0))), "reduction-year",
                          {"reduction a year", "verlaging per jaar"});
    const Explained first = bargain_.amount(
        sheet_.mul(month, months(terms_.first_year.from, terms_.first_year.until, in_year)),
        "reduction-first-year", {"reduction " + in_year.en, "verlaging " + in_year.nl});
    if (terms_.reduction_until)
      terms_.reduction_total = bargain_.amount(
          sheet_.mul(month, months(terms_.reduction_from, end, {"in all", "in totaal"})),
          "reduction-total", {"reduction in all", "verlaging in totaal"});
    change_of_value();
    return first.node;
  }

  /// What a buyer under procurement rules asks: how much of the contract's value changes.
  void change_of_value() {
    if (!terms_.reduction_total) return;
    const auto value = original_value(sheet_, *terms_.contract);
    if (!value || sheet_.value(*value)->sign() <= 0) return;
    terms_.original_value = bargain_.amount(
        *value, "original-value",
        {"original value of the contract", "oorspronkelijke waarde van het contract"});
    terms_.reduction_part = bargain_.percent(
        terms_.reduction_total->node, terms_.original_value->node, RoundingMode::half_up,
        "reduction-part", {"reduction in percent of it", "verlaging in procent daarvan"});
  }

  void benefit(NodeId waived_node, NodeId reduction_node) {
    const Phrase year = terms_.first_year.name();
    const NodeId both =
        reduction_node == no_node ? waived_node : sheet_.add(waived_node, reduction_node);
    terms_.benefit_first_year = bargain_.amount(
        both, "benefit-first-year", {"your benefit in " + year.en, "uw voordeel in " + year.nl});
  }

  Derivation derivation() const { return sheet_.derivation(); }

 private:
  const ProposalInput& input_;
  OfferTerms& terms_;
  Worksheet sheet_;
  Bargain bargain_;
};

}  // namespace

OfferTerms offer_terms(const ProposalInput& input, const Chosen& chosen, const PriceFuture& sums,
                       const std::vector<FallbackPrice>& fallback) {
  const InnovationTerms& innovation = *chosen.innovation;
  OfferTerms terms;
  terms.contract = input.contract;
  terms.innovation_id = chosen.id;
  terms.innovation = chosen.innovation;
  terms.earned = chosen.earned;
  terms.form = chosen.form;
  terms.adjustment = input.adjustment;
  terms.today = input.today;
  terms.first_year = input.sums.years.front();
  terms.last_year = input.sums.years.back();
  terms.fallback = fallback;
  terms.late = std::any_of(fallback.begin(), fallback.end(), [&](const FallbackPrice& each) {
    return moved(each) || each.from > input.adjustment;
  });
  terms.postponed = !fallback.empty() && std::all_of(fallback.begin(), fallback.end(), moved);
  terms.level_comes_back = comes_back(sums);
  terms.reduction_from = innovation.start ? innovation.start->value : input.adjustment;
  terms.reduction_until = innovation.end ? std::optional(innovation.end->value) : std::nullopt;
  if (input.contract->end)
    terms.reduction_until =
        std::min(terms.reduction_until.value_or(*input.contract->end), *input.contract->end);

  OfferSheet sheet(input, terms);
  const NodeId waived = sheet.waived(sums);
  const bool reduces =
      innovation.reduction_per_month && !innovation.reduction_per_month->value.is_zero();
  sheet.benefit(waived, reduces ? sheet.reduction(innovation) : no_node);
  terms.derivation = sheet.derivation();
  return terms;
}

}  // namespace pricetalk
