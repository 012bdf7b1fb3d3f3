#include "advice/proposal_mends.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pricetalk/explain/format.hpp"
#include "pricing/fold.hpp"
#include "pricing/lower.hpp"

namespace pricetalk {

std::string money(const Explained& explained, Language language) {
  return money_text(std::get<Money>(explained.figure.value), language);
}

namespace {

/// The horizon of a proposal (PriceSums).
constexpr int most_years = 5;

class Mender {
 public:
  Mender(const Judged& judged, NodeId loss) : j_(judged), sheet_(*judged.sheet), loss_(loss) {}

  std::vector<Mend> all(bool of_gift) {
    smaller_reduction();
    if (!of_gift) larger_share();
    if (!of_gift) longer_term();
    partial_waiver();
    return std::move(mends_);
  }

 private:
  NodeId discounted(const std::vector<NodeId>& nodes) {
    return j_.bargain->discounted(*j_.flows, nodes, {});
  }
  bool positive(NodeId node) const { return j_.bargain->positive(node); }

  /// Whether the proposal is good for both with one key of the innovation changed.
  template <class Change>
  bool holds_with(Change change) const {
    InnovationTerms changed = *j_.chosen->innovation;
    change(changed);
    Chosen chosen = *j_.chosen;
    chosen.innovation = &changed;
    return j_.holds(*j_.input, chosen);
  }

  void smaller_reduction() {
    if (j_.flows->reduction.empty()) return;
    const NodeId given = discounted(j_.bargain->ours(*j_.flows, j_.flows->reduction));
    const NodeId left = sheet_.sub(given, loss_);
    if (!positive(given) || !positive(left)) return;
    const NodeId month = stated(sheet_, *j_.chosen->innovation->reduction_per_month,
                                {"reduction a month", "verlaging per maand"});
    const Phrase label = {"largest reduction a month that costs us nothing",
                          "hoogste verlaging per maand die ons niets kost"};
    const NodeId floor =
        sheet_.round(sheet_.div(sheet_.mul(month, left), given),
                     Rounding::decimals(sheet_.currency().minor_decimals(), RoundingMode::floor));
    const Explained made = j_.bargain->amount(floor, "mend/reduction", label);
    if (!holds_with([&](InnovationTerms& terms) {
          terms.reduction_per_month->value = amount_of(made.figure);
        }))
      return;
    mends_.push_back({Mend::Kind::smaller_reduction,
                      made.figure,
                      {"a reduction of at most " + money(made, Language::en) + " a month",
                       "een verlaging van hoogstens " + money(made, Language::nl) + " per maand"}});
  }

  void larger_share() {
    const auto& whose = j_.chosen->innovation->lowers_costs_of;
    if (j_.cautious->customer.empty() || !whose || whose->value != Side::customer) return;
    const NodeId shared = discounted(j_.cautious->shared);
    const NodeId needed = sheet_.add(discounted(j_.cautious->supplier), loss_);
    if (!positive(shared) || *sheet_.value(needed) > *sheet_.value(shared)) return;
    const Explained made = j_.bargain->percent(
        needed, shared, RoundingMode::ceiling, "mend/share",
        {"our share of the saving, in percent", "ons deel van de besparing, in procent"});
    if (!holds_with([&](InnovationTerms& terms) {
          terms.share_to_supplier = {std::get<Percent>(made.figure.value), terms.span};
        }))
      return;
    const Ratio share = std::get<Percent>(made.figure.value).as_fraction();
    mends_.push_back(
        {Mend::Kind::larger_share,
         made.figure,
         {"a share of at least " + percent_text(share, 1, Language::en) + " of the saving for us",
          "ten minste " + percent_text(share, 1, Language::nl) + " van de besparing voor ons"}});
  }

  /// The contract that ends years later, as far as a proposal looks ahead.
  void longer_term() {
    if (j_.trial == nullptr || !j_.input->contract->end) return;
    const Date end = *j_.input->contract->end;
    const Date horizon = shift(j_.input->adjustment, Duration{1, Unit::year}, most_years);
    const SupplierSide& side = (*j_.futures)[j_.expected].supplier.front();
    for (int extra = 1; shift(end, Duration{1, Unit::year}, extra) < horizon; ++extra) {
      Ways ways = *j_.trial->ways;
      Contract longer = *j_.input->contract;
      for (Contract* each : {&ways.declined, &ways.accepted, &longer})
        each->end = shift(end, Duration{1, Unit::year}, extra);
      InnovationTerms terms = *j_.chosen->innovation;
      if (terms.end && terms.end->value >= end) terms.end->value = *longer.end;
      if (!holds_in(ways, longer, terms)) continue;
      mends_.push_back(
          {Mend::Kind::longer_term,
           Figure{Count{extra}, {}, side.total.figure.fixity},
           {fmt::format("{} more year{} of this contract", extra, extra == 1 ? "" : "s"),
            fmt::format("het contract {} jaar verlengen", extra)}});
      return;
    }
  }

  /// Whether the proposal is good for both in changed contracts.
  bool holds_in(const Ways& ways, const Contract& contract, const InnovationTerms& terms) const {
    auto sums = j_.trial->sums_of(ways);
    if (!sums || sums->years.empty() || sums->futures.size() != j_.input->sums.futures.size())
      return false;
    ProposalInput input = *j_.input;
    input.contract = &contract;
    input.sums = std::move(*sums);
    Chosen chosen = *j_.chosen;
    chosen.innovation = &terms;
    return j_.holds(input, chosen);
  }

  /// One step that would be reduced instead of waived.
  struct Reduced {
    const WaivedStep* step = nullptr;
    const PriceSchedule* prices = nullptr;
    Ratio full;
    Rounding grid;  ///< of a percentage, as a fraction
    Decimal taken;  ///< as a fraction
  };

  std::vector<Reduced> full_steps() const {
    std::vector<Reduced> made;
    for (const WaivedStep& step : j_.input->waived)
      for (const PriceSchedule& prices : j_.input->schedules) {
        if (prices.line->id != step.line || prices.price != 0) continue;
        for (const PriceEntry& entry : prices.entries) {
          if (entry.date != step.date || entry.clause == nullptr || entry.clause->id != step.clause)
            continue;
          const Outcome<Ratio> full = entry.change();
          if (!full) return {};
          const auto stated = settled(entry.clause->ladder_on(entry.date).rounding.change.value, 4);
          const Decimal step_of_grid = stated ? stated->step : Decimal(1, 4);
          made.push_back(
              {&step, &prices, *full, Rounding{RoundingMode::ceiling, step_of_grid}, {}});
        }
      }
    return made;
  }

  /// The same contracts with the steps reduced; nothing where one of them would not be smaller.
  std::optional<Ways> reduced(std::vector<Reduced>& steps, const Ratio& part, int more) const {
    Ways ways = *j_.trial->ways;
    for (Reduced& each : steps) {
      const Ratio wanted = each.full * (Ratio(1) - part) + Ratio(each.grid.step) * Ratio(more);
      each.taken = round(wanted, each.grid);
      if (each.taken.is_zero() || Ratio(each.taken) >= each.full) return std::nullopt;
      for (DecisionTerms& decision : ways.accepted.terms.decision) {
        const bool is_it = decision.kind.value == DecisionKind::waived &&
                           decision.date.value == each.step->date && decision.clause.size() == 1 &&
                           decision.price.size() == 1 &&
                           decision.clause.front().value.value == each.step->clause &&
                           decision.price.front().value.value == each.step->line;
        if (!is_it) continue;
        const auto percent = (Ratio(each.taken) * Ratio(100)).exact_decimal();
        if (!percent) return std::nullopt;
        decision.kind.value = DecisionKind::reduced;
        decision.change.emplace().value = Percent{*percent};
      }
    }
    return ways;
  }

  /// The smallest step that we must ask all the same: one that can be written in a letter, tried as
  /// a decision in the contract.
  void partial_waiver() {
    if (j_.trial == nullptr) return;
    const NodeId given_up = discounted(j_.bargain->ours(*j_.flows, j_.flows->given_up));
    const NodeId left = sheet_.sub(given_up, loss_);
    if (!positive(given_up) || !positive(left)) return;
    const Ratio part = *sheet_.value(left) / *sheet_.value(given_up);
    std::vector<Reduced> steps = full_steps();
    if (steps.empty()) return;
    for (int more = -2; more <= 4; ++more) {
      const auto ways = reduced(steps, part, more);
      if (!ways || !holds_in(*ways, *j_.input->contract, *j_.chosen->innovation)) continue;
      if (is_noticed(steps)) name(steps, *ways);
      return;
    }
  }

  /// A tenth of a point less is nothing that anybody puts to a customer.
  static bool is_noticed(const std::vector<Reduced>& steps) {
    return std::any_of(steps.begin(), steps.end(), [](const Reduced& each) {
      return each.full - Ratio(each.taken) > Ratio::of(1, 1000);
    });
  }

  /// Of many lines the first three: the sheet is one A4.
  void name(const std::vector<Reduced>& steps, const Ways& ways) {
    Phrase text{"waive only a part of the indexation: ",
                "maar een deel van de indexatie laten "
                "vervallen: "};
    constexpr std::size_t most_named = 3;
    const std::size_t named = steps.size() > most_named + 1 ? most_named : steps.size();
    for (std::size_t i = 0; i < named; ++i) {
      const Reduced& each = steps[i];
      const auto said = [&](Language language) {
        return percent_text(Ratio(each.taken), 2, language) +
               say(language, " instead of ", " in plaats van ") +
               percent_text(each.full, 2, language) + price_then(each, ways, language);
      };
      const std::string separator = i == 0 ? "" : "; ";
      text.en += separator + each.prices->line->title + " " + said(Language::en);
      text.nl += separator + each.prices->line->title + " " + said(Language::nl);
    }
    if (named < steps.size()) {
      const std::string more = std::to_string(steps.size() - named);
      text.en += "; and " + more + " other lines in the same way";
      text.nl += "; en " + more + " andere regels op dezelfde manier";
    }
    const auto percent = (Ratio(steps.front().taken) * Ratio(100)).exact_decimal();
    const SupplierSide& side = (*j_.futures)[j_.expected].supplier.front();
    mends_.push_back({Mend::Kind::partial_waiver,
                      Figure{Percent{percent.value_or(Decimal())}, {}, side.total.figure.fixity},
                      std::move(text)});
  }

  /// " (€ 35.40)": what the line costs with the reduced step.
  std::string price_then(const Reduced& each, const Ways& ways, Language language) const {
    const Line* line = ways.accepted.find_line(each.step->line);
    if (line == nullptr || !each.prices->coverage) return {};
    const PriceSchedule prices =
        schedule(PricingContext{&ways.accepted, line, 0, &*each.prices->coverage}, each.step->date);
    const PriceEntry* entry = prices.on(each.step->date);
    if (entry == nullptr || !entry->price) return {};
    const Currency& currency = ways.accepted.currency;
    return " (" +
           money_text({as_decimal(*entry->price, line->price_decimals(currency, 0)), currency},
                      language) +
           ")";
  }

  const Judged& j_;
  Worksheet& sheet_;
  NodeId loss_;
  std::vector<Mend> mends_;
};

}  // namespace

std::vector<Mend> mends_of(const Judged& judged, NodeId loss, bool of_gift) {
  return Mender(judged, loss).all(of_gift);
}

}  // namespace pricetalk
