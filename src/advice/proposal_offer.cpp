#include <algorithm>

#include "advice/assumed.hpp"
#include "advice/proposal_verdict.hpp"
#include "advice/prover.hpp"
#include "advice/ways.hpp"
#include "billing/charge.hpp"
#include "pricetalk/explain/format.hpp"
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
    const bool glides = terms_.form == InnovationForm::glide_path;
    const NodeId without = total(sums.waived.front(), true,
                                 glides ? Phrase{"to pay " + year.en + " in smaller steps",
                                                 "te betalen " + year.nl + " in kleinere stappen"}
                                        : Phrase{"to pay " + year.en + " without indexation",
                                                 "te betalen " + year.nl + " zonder indexatie"});
    return bargain_.amount(
        sheet_.sub(with, without), "waived-first-year",
        expected(glides ? Phrase{"less indexation " + year.en, "minder indexatie " + year.nl}
                        : Phrase{"no indexation " + year.en, "geen indexatie " + year.nl}));
  }

  /// What is reduced in the first year, by all reductions. REQUIRES: there is one.
  NodeId reductions() {
    const Phrase in_year = in_period(terms_.first_year.name());
    std::vector<NodeId> first;
    std::vector<NodeId> whole;
    for (BillReduction& each : terms_.reductions) {
      const NodeId month = a_month(each);
      const Date end = each.until.value_or(terms_.last_year.until);
      const auto taken_off = [&](Date from, Date until, const Phrase& when) {
        return monthly_over(sheet_, month, days_in({from, until}, each.from, end), when);
      };
      first.push_back(taken_off(terms_.first_year.from, terms_.first_year.until, in_year));
      whole.push_back(taken_off(each.from, end, {"in all", "in totaal"}));
    }
    if (terms_.reductions.size() == 1) only(terms_.reductions.front());
    const Explained made = bargain_.amount(sum_of(first), "reduction-first-year",
                                           {"reduction " + in_year.en, "verlaging " + in_year.nl});
    if (terms_.reduction_until)
      terms_.reduction_total = bargain_.amount(sum_of(whole), "reduction-total",
                                               {"reduction in all", "verlaging in totaal"});
    change_of_value();
    return made.node;
  }

  /// The saving of an innovation that is shared.
  SharedSaving shared(const InnovationTerms& innovation, const std::string& id) {
    const bool theirs = saves_customer(innovation);
    const Sharing days = sharing_of(innovation, input_);
    const auto& percent = theirs ? innovation.share_to_supplier : innovation.share_to_customer;
    const NodeId saving = stated(
        sheet_,
        measured_saving(innovation, input_.today).value_or(innovation.saving_per_year->cautious),
        {"saving a year, cautious", "besparing per jaar, voorzichtig"});
    const Phrase what = theirs ? Phrase{"our share of it", "ons deel daarvan"}
                               : Phrase{"your share of it", "uw deel daarvan"};
    const NodeId share = share_node(sheet_, percent, what);
    const std::string at = "shared-" + id;
    return {&innovation,
            theirs ? Side::customer : Side::supplier,
            days.from,
            days.shared,
            {Figure{percent->value, bargain_.address(at + "/share"), Fixity::fixed}, what, share},
            bargain_.amount(saving, at + "/saving",
                            {"saving a year, cautious", "besparing per jaar, voorzichtig"}),
            bargain_.amount(sheet_.mul(saving, share), at + "/part",
                            {what.en + ", a year", what.nl + ", per jaar"})};
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
  NodeId sum_of(const std::vector<NodeId>& nodes) {
    return nodes.size() == 1 ? nodes.front() : sheet_.sum(nodes);
  }

  /// What is taken off in these days a month, by each innovation and together.
  NodeId a_month(BillReduction& reduction) {
    const Phrase label{"reduction a month", "verlaging per maand"};
    const bool one = terms_.reductions.size() == 1 && reduction.ids.size() == 1;
    std::vector<NodeId> months;
    for (const std::string& id : reduction.ids)
      months.push_back(stated(sheet_,
                              *offered_innovation(*terms_.contract, id)->terms.reduction_per_month,
                              one ? label : Phrase{label.en + ", " + id, label.nl + ", " + id}));
    const NodeId month = sum_of(months);
    const Phrase from{label.en + " from " + date_text(reduction.from, Language::en),
                      label.nl + " vanaf " + date_text(reduction.from, Language::nl)};
    const bool alone = terms_.reductions.size() == 1;
    reduction.month = bargain_.amount(
        month, alone ? "reduction-month" : "reduction-month-" + reduction.from.text(),
        alone ? label : from);
    return month;
  }

  /// Of the only reduction, what it comes to a month and a year.
  void only(const BillReduction& reduction) {
    terms_.reduction_month = reduction.month;
    const Date end = reduction.until.value_or(terms_.last_year.until);
    if (Ratio(12) <= months_between(reduction.from, end))
      terms_.reduction_year =
          bargain_.amount(sheet_.mul(reduction.month.node, sheet_.constant(Decimal(12, 0))),
                          "reduction-year", {"reduction a year", "verlaging per jaar"});
  }

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
  // What the path itself raises is what is proposed.
  std::erase_if(terms.moves, [&](const PriceMove& move) {
    return std::any_of(terms.glide.begin(), terms.glide.end(), [&](const GlideStep& step) {
      return step.line == move.line && step.price == move.price && step.entry->from == move.from;
    });
  });
  terms.coming_back = prover.coming_back(terms.last_year.until);
  const Date until = free_until(terms);
  if (until >= terms.adjustment)
    made.no_increase = prover.no_increase(quiet_lines(terms, until), tomorrow, until);
  if (!terms.postponed)
    made.waived_first_year = prover.less_in_year(way_waived, first, last, waived);
  if (benefit && !terms.postponed)
    made.benefit_first_year = prover.less_in_year(way_offered, first, last, *benefit);
  made.nothing_comes_back = prover.nothing_comes_back(terms.adjustment, terms.last_year.until);
  for (const BillReduction& each : terms.reductions)
    if (auto proved = prover.reduction(each, each.until.value_or(terms.last_year.until)))
      made.reductions.push_back(std::move(*proved));
  if (made.reductions.size() != terms.reductions.size()) made.reductions.clear();
  if (!made.reductions.empty())
    made.lower_bill = prover.lower_bill(terms.reduction_from, last,
                                        terms.reduction_until.value_or(terms.last_year.until));
  for (GlideStep& each : terms.glide) {
    if (auto price = prover.agreed_price(each))
      made.path.push_back(std::move(*price));
    else
      each.then.reset();
  }
  for (const FallbackPrice& each : terms.fallback)
    if (auto price = prover.price_becomes(each)) made.prices.push_back(std::move(*price));
  made.announced_in_time = prover.announced_in_time();
  made.good_for_both = prover.good_for_both(futures, expected);
}

/// What is taken off the bill, by the days on which that is so.
std::vector<BillReduction> reductions_of(const ProposalInput& input, const Chosen& chosen) {
  std::vector<BillReduction> made;
  const auto add = [&](const std::string& id, const InnovationTerms& innovation) {
    if (!reduces_a_bill(innovation, input.contract->currency)) return;
    const Date from = innovation.start ? innovation.start->value : input.adjustment;
    std::optional<Date> until;
    if (innovation.end) until = innovation.end->value;
    if (input.contract->end)
      until = std::min(until.value_or(*input.contract->end), *input.contract->end);
    auto at = std::find_if(made.begin(), made.end(), [&](const BillReduction& each) {
      return each.from == from && each.until == until;
    });
    if (at == made.end()) at = made.insert(at, BillReduction{{}, from, until, {}});
    at->ids.push_back(id);
  };
  if (chosen.innovation != nullptr) add(chosen.id, *chosen.innovation);
  for (const auto* each : chosen.beside) add(each->id, each->terms);
  std::stable_sort(made.begin(), made.end(),
                   [](const BillReduction& a, const BillReduction& b) { return a.from < b.from; });
  return made;
}

/// The prices of the lines that a glide path is about, on each of its days.
std::vector<GlideStep> glide_of(const ProposalInput& input, const OfferTerms& terms) {
  std::vector<GlideStep> made;
  if (terms.form != InnovationForm::glide_path) return made;
  for (const GlideStepTerms& step : terms.innovation->steps)
    for (const PriceSchedule& prices : input.accepted) {
      if (std::find(terms.waived.begin(), terms.waived.end(), prices.line->id) ==
          terms.waived.end())
        continue;
      for (const PriceEntry& entry : prices.entries) {
        if (entry.date != step.date.value || entry.decision == nullptr) continue;
        GlideStep each{prices.line,
                       prices.price,
                       charged_from(*input.contract, *prices.line, entry.from),
                       step.change.value,
                       {},
                       &entry};
        if (entry.price)
          each.then = Figure{
              Money{as_decimal(*entry.price,
                               prices.line->price_decimals(input.contract->currency, prices.price)),
                    input.contract->currency},
              entry.address, entry.fixity};
        made.push_back(std::move(each));
      }
    }
  return made;
}

}  // namespace

OfferTerms offer_terms(const ProposalInput& input, const Chosen& chosen,
                       const std::vector<FallbackPrice>& fallback,
                       const std::vector<FutureBargain>& futures, std::size_t expected) {
  OfferTerms terms;
  terms.contract = input.contract;
  terms.innovation_id = chosen.id;
  terms.innovation = chosen.innovation;
  terms.all = chosen.all();
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
  terms.reductions = reductions_of(input, chosen);
  terms.reduction_from =
      terms.reductions.empty() ? input.adjustment : terms.reductions.front().from;
  for (const BillReduction& each : terms.reductions)
    if (each.until)
      terms.reduction_until = std::max(terms.reduction_until.value_or(*each.until), *each.until);
  for (const BillReduction& each : terms.reductions)
    if (!each.until) terms.reduction_until.reset();
  terms.glide = glide_of(input, terms);

  const PriceFuture& least = least_sure(input.sums.futures);
  terms.expected = expectation(input, least);
  add_assumed_totals(terms, input, least);
  OfferSheet sheet(input, terms);
  const Explained waived = sheet.waived(least);
  std::optional<Explained> benefit;
  if (!terms.reductions.empty()) {
    const NodeId in_first_year = sheet.reductions();
    if (terms.reduction_from <= terms.first_year.until)
      benefit = sheet.benefit(waived.node, in_first_year);
  }
  for (std::size_t i = 0; i < terms.all.size(); ++i)
    if (form_of(*terms.all[i]) == InnovationForm::gain_share)
      terms.shared.push_back(
          sheet.shared(*terms.all[i], i == 0 ? chosen.id : chosen.beside[i - 1]->id));
  terms.derivation = sheet.derivation();
  if (input.years != nullptr) prove(input, futures, expected, waived, benefit, terms);
  return terms;
}

}  // namespace pricetalk
