#include <algorithm>

#include "advice/assumed.hpp"
#include "advice/proposal_verdict.hpp"
#include "advice/prover.hpp"
#include "pricing/later_figures.hpp"

namespace pricetalk {

namespace {

bool moved(const FallbackPrice& fallback) { return fallback.postponed; }

Ratio given_up_first(const PriceFuture& sums) {
  return Ratio(amount_of(*sums.enforced.front())) - Ratio(amount_of(*sums.waived.front()));
}

/// The future in which the first year brings the customer least: that much is sure.
const PriceFuture& least_sure(const std::vector<PriceFuture>& futures) {
  return *std::min_element(futures.begin(), futures.end(),
                           [](const PriceFuture& a, const PriceFuture& b) {
                             return given_up_first(a) < given_up_first(b);
                           });
}

/// Whether a price of the adjustment that is given up is only what it is so far.
bool so_far(const ProposalInput& input) {
  return std::any_of(input.waived.begin(), input.waived.end(), [&](const WaivedStep& step) {
    return std::any_of(input.schedules.begin(), input.schedules.end(),
                       [&](const PriceSchedule& prices) {
                         const PriceEntry* entry = prices.on(input.adjustment);
                         return prices.line->id == step.line && entry != nullptr &&
                                may_still_change(prices, *entry, input.today);
                       });
  });
}

/// What the first year rests on; nothing where each figure of it is published.
std::optional<Expectation> expectation(const ProposalInput& input, const PriceFuture& least) {
  if (input.years == nullptr) return std::nullopt;
  const ProposalYear& year = input.sums.years.front();
  if (!Prover(input).rests_on_futures(year.from, year.until))
    return so_far(input) ? std::optional(Expectation{
                               .so_far = true,
                               .figures = {"the figures of today", "de cijfers die er nu zijn"}})
                         : std::nullopt;
  const bool differ = std::any_of(
      input.sums.futures.begin(), input.sums.futures.end(),
      [&](const PriceFuture& each) { return given_up_first(each) != given_up_first(least); });
  Expectation made{.least = differ};
  if (const Run* run = input.years->find(least.id, as_it_is)) {
    made.figures = assumed_figures(*run, input.scenario, AssumedFor::prices, year.from, year.until);
    made.series = assumed_series(*run, input.scenario, AssumedFor::prices, year.from, year.until);
  }
  return made;
}

/// What the totals of the first year rest on; empty where each figure of them is published.
void add_assumed_totals(OfferTerms& terms, const ProposalInput& input, const PriceFuture& least) {
  const auto projected = [](const Outcome<Figure>& total) {
    return total->fixity == Fixity::projected;
  };
  if (input.years == nullptr ||
      !(projected(least.enforced.front()) || projected(least.waived.front())))
    return;
  const ProposalYear& year = input.sums.years.front();
  const Run* run = input.years->find(least.id, as_it_is);
  if (run == nullptr) return;
  terms.assumed_totals =
      assumed_figures(*run, input.scenario, AssumedFor::charged, year.from, year.until);
  terms.assumed_series =
      assumed_series(*run, input.scenario, AssumedFor::charged, year.from, year.until);
}

class OfferSheet {
 public:
  OfferSheet(const ProposalInput& input, OfferTerms& terms)
      : input_(input),
        terms_(terms),
        sheet_(input.contract->currency),
        bargain_(sheet_, input.discount_rate,
                 input.contract->id + "/offer/" + input.adjustment.text()) {}

  /// What is not paid in the first year by the waiver alone.
  Explained waived(const PriceFuture& sums) {
    const Phrase year = in_period(terms_.first_year.name());
    const auto total = [&](const Outcome<Figure>& paid, bool sure, const Phrase& label) {
      return sheet_.given(*paid,
                          sure && paid->fixity != Fixity::projected ? label : as_expected(label));
    };
    const bool sure = !terms_.expected || !terms_.expected->so_far;
    const NodeId with = total(sums.enforced.front(), sure,
                              {"to pay " + year.en + " with the usual indexation",
                               "te betalen " + year.nl + " met de gewone indexatie"});
    const NodeId without = total(sums.waived.front(), true,
                                 {"to pay " + year.en + " without indexation",
                                  "te betalen " + year.nl + " zonder indexatie"});
    return bargain_.amount(sheet_.sub(with, without), "waived-first-year",
                           expected({"no indexation " + year.en, "geen indexatie " + year.nl}));
  }

  /// The part of the first year, or nothing.
  NodeId reduction(const InnovationTerms& innovation) {
    const Date end = terms_.reduction_until.value_or(terms_.last_year.until);
    const NodeId month = stated(sheet_, *innovation.reduction_per_month,
                                {"reduction a month", "verlaging per maand"});
    terms_.reduction_month =
        bargain_.amount(month, "reduction-month", {"reduction a month", "verlaging per maand"});
    const Phrase in_year = in_period(terms_.first_year.name());
    const auto taken_off = [&](Date from, Date until, const Phrase& when) {
      return monthly_over(sheet_, month, days_in({from, until}, terms_.reduction_from, end), when);
    };
    if (months_between(terms_.reduction_from, end) >= Ratio(12))
      terms_.reduction_year =
          bargain_.amount(sheet_.mul(month, sheet_.constant(Decimal(12, 0))), "reduction-year",
                          {"reduction a year", "verlaging per jaar"});
    const Explained first = bargain_.amount(
        taken_off(terms_.first_year.from, terms_.first_year.until, in_year), "reduction-first-year",
        {"reduction " + in_year.en, "verlaging " + in_year.nl});
    if (terms_.reduction_until)
      terms_.reduction_total =
          bargain_.amount(taken_off(terms_.reduction_from, end, {"in all", "in totaal"}),
                          "reduction-total", {"reduction in all", "verlaging in totaal"});
    change_of_value();
    return first.node;
  }

  /// What a buyer under procurement rules asks: how much of the contract's value changes. No
  /// consumer does.
  void change_of_value() {
    if (!terms_.reduction_total || terms_.contract->audience == Audience::b2c) return;
    const auto value = original_value(sheet_, *terms_.contract);
    if (!value) return;
    const Outcome<Ratio> worth = sheet_.value(*value);
    if (!worth || worth->sign() <= 0) return;
    terms_.original_value = bargain_.amount(
        *value, "original-value",
        {"original value of the contract", "oorspronkelijke waarde van het contract"});
    terms_.reduction_part = bargain_.percent(
        terms_.reduction_total->node, terms_.original_value->node, RoundingMode::half_up,
        "reduction-part", {"reduction in percent of it", "verlaging in procent daarvan"});
  }

  Explained benefit(NodeId waived_node, NodeId reduction_node) {
    const Phrase year = in_period(terms_.first_year.name());
    return bargain_.amount(sheet_.add(waived_node, reduction_node), "benefit-first-year",
                           expected({"your benefit " + year.en, "uw voordeel " + year.nl}));
  }

  Derivation derivation() const { return sheet_.derivation(); }

 private:
  /// Nothing that rests on figures to come is called what it will be.
  Phrase expected(Phrase label) const { return terms_.expected ? as_expected(label) : label; }

  static Phrase as_expected(const Phrase& label) {
    return {label.en + ", as expected", label.nl + ", naar verwachting"};
  }

  const ProposalInput& input_;
  OfferTerms& terms_;
  Worksheet sheet_;
  Bargain bargain_;
};

/// The last day before a waived line rises again in the first year, or the last of that year.
Date free_until(const OfferTerms& terms) {
  Date until = terms.first_year.until;
  for (const PriceMove& move : terms.moves)
    if (move.kind != PriceMove::Kind::falls &&
        std::find(terms.waived.begin(), terms.waived.end(), move.line->id) != terms.waived.end())
      until = std::min(until, move.from.plus_days(-1));
  return until;
}

/// Lines without a rise in these days.
std::vector<std::string> quiet_lines(const OfferTerms& terms, Date until) {
  std::vector<std::string> lines;
  for (const Line& line : terms.contract->lines)
    if (std::none_of(terms.moves.begin(), terms.moves.end(), [&](const PriceMove& move) {
          return move.line->id == line.id && move.kind != PriceMove::Kind::falls &&
                 move.from <= until;
        }))
      lines.push_back(line.id);
  return lines;
}

/// Proves all that the letter wants to say.
void prove(const ProposalInput& input, const std::vector<FutureBargain>& futures,
           std::size_t expected, const Explained& waived, const std::optional<Explained>& benefit,
           OfferTerms& terms) {
  const Prover prover(input);
  Promises& made = terms.promises;
  const Date tomorrow = input.today.plus_days(1);
  const Date first = terms.first_year.from;
  const Date last = terms.first_year.until;
  terms.moves = prover.moves(tomorrow, last);
  terms.coming_back = prover.coming_back(terms.last_year.until);
  const Date until = free_until(terms);
  if (until >= terms.adjustment)
    made.no_increase = prover.no_increase(quiet_lines(terms, until), tomorrow, until);
  if (!terms.postponed)
    made.waived_first_year = prover.less_in_year(way_waived, first, last, waived);
  if (benefit && !terms.postponed)
    made.benefit_first_year = prover.less_in_year(way_offered, first, last, *benefit);
  made.nothing_comes_back = prover.nothing_comes_back(terms.adjustment, terms.last_year.until);
  if (terms.reduction_month)
    made.reduction = prover.reduction(terms.reduction_from,
                                      terms.reduction_until.value_or(terms.last_year.until),
                                      *terms.reduction_month);
  if (made.reduction)
    made.lower_bill = prover.lower_bill(terms.reduction_from, last,
                                        terms.reduction_until.value_or(terms.last_year.until));
  for (const FallbackPrice& each : terms.fallback)
    if (auto price = prover.price_becomes(each)) made.prices.push_back(std::move(*price));
  made.announced_in_time = prover.announced_in_time();
  made.good_for_both = prover.good_for_both(futures, expected);
}

}  // namespace

OfferTerms offer_terms(const ProposalInput& input, const Chosen& chosen,
                       const std::vector<FallbackPrice>& fallback,
                       const std::vector<FutureBargain>& futures, std::size_t expected) {
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
  for (const WaivedStep& step : input.waived)
    if (std::find(terms.waived.begin(), terms.waived.end(), step.line) == terms.waived.end())
      terms.waived.push_back(step.line);
  terms.late = std::any_of(fallback.begin(), fallback.end(), [&](const FallbackPrice& each) {
    return moved(each) || each.from > input.adjustment;
  });
  terms.postponed =
      !fallback.empty() && std::all_of(fallback.begin(), fallback.end(),
                                       [](const FallbackPrice& each) { return moved(each); });
  terms.reduction_from = innovation.start ? innovation.start->value : input.adjustment;
  terms.reduction_until = innovation.end ? std::optional(innovation.end->value) : std::nullopt;
  if (input.contract->end)
    terms.reduction_until =
        std::min(terms.reduction_until.value_or(*input.contract->end), *input.contract->end);

  const PriceFuture& least = least_sure(input.sums.futures);
  terms.expected = expectation(input, least);
  add_assumed_totals(terms, input, least);
  OfferSheet sheet(input, terms);
  const Explained waived = sheet.waived(least);
  const bool reduces = reduces_a_bill(innovation, input.contract->currency);
  std::optional<Explained> benefit;
  if (reduces) {
    const NodeId in_first_year = sheet.reduction(innovation);
    if (terms.reduction_from <= terms.first_year.until)
      benefit = sheet.benefit(waived.node, in_first_year);
  }
  terms.derivation = sheet.derivation();
  if (input.years != nullptr) prove(input, futures, expected, waived, benefit, terms);
  return terms;
}

}  // namespace pricetalk
