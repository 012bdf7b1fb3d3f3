#include "advice/proposal_mends.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

std::string money(const Explained& explained, Language language) {
  return money_text(std::get<Money>(explained.figure.value), language);
}

namespace {

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
    if (j_.cautious->customer.empty()) return;
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

  /// Years like the last one, until it is good for both.
  void longer_term() {
    const auto& years = j_.input->sums.years;
    if (months_between(years.back().from, years.back().until) != Ratio(12)) return;
    const SupplierSide& side = (*j_.futures)[j_.expected].supplier.front();
    if (amount_of(side.gain.back().figure) <= Decimal(0, 0)) return;
    Contract longer = *j_.input->contract;
    ProposalInput input = *j_.input;
    input.contract = &longer;
    for (int extra = 1; extra <= 10; ++extra) {
      const ProposalYear last = input.sums.years.back();
      input.sums.years.push_back(
          {last.until.plus_days(1),
           (last.until.plus_days(1) + Duration{1, Unit::year}).plus_days(-1)});
      longer.end = input.sums.years.back().until;
      for (PriceFuture& future : input.sums.futures) {
        future.enforced.push_back(future.enforced.back());
        future.waived.push_back(future.waived.back());
      }
      InnovationTerms terms = *j_.chosen->innovation;
      if (terms.end && terms.end->value >= years.back().until) terms.end->value = *longer.end;
      Chosen chosen = *j_.chosen;
      chosen.innovation = &terms;
      if (!j_.holds(input, chosen)) continue;
      mends_.push_back(
          {Mend::Kind::longer_term,
           Figure{Count{extra}, {}, side.total.figure.fixity},
           {fmt::format("{} more year{} like the last one", extra, extra == 1 ? "" : "s"),
            fmt::format(
                "het contract {} jaar verlengen, als {} oplevert wat het laatste jaar opleverde",
                extra, extra == 1 ? "dat jaar" : "elk van die jaren")}});
      return;
    }
  }

  void partial_waiver() {
    const NodeId given_up = discounted(j_.bargain->ours(*j_.flows, j_.flows->given_up));
    const NodeId left = sheet_.sub(given_up, loss_);
    if (!positive(given_up) || !positive(left)) return;
    // Less than a tenth of a percent is nothing.
    if (*sheet_.value(left) / *sheet_.value(given_up) < Ratio::of(1, 1000)) return;
    const Explained made =
        j_.bargain->percent(left, given_up, RoundingMode::floor, "mend/waiver",
                            {"part of the indexation that we can waive, in percent",
                             "deel van de indexatie dat wij kunnen laten vervallen, in procent"});
    Chosen chosen = *j_.chosen;
    chosen.waives = std::get<Percent>(made.figure.value);
    if (!j_.holds(*j_.input, chosen)) return;
    const Ratio part = chosen.waives.as_fraction();
    mends_.push_back(
        {Mend::Kind::partial_waiver,
         made.figure,
         {"waive at most " + percent_text(part, 1, Language::en) + " of the indexation",
          "hoogstens " + percent_text(part, 1, Language::nl) +
              " van de indexatie laten vervallen"}});
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
