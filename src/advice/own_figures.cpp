#include "pricetalk/advice/own_figures.hpp"

#include <algorithm>

#include "advice/proposal_flows.hpp"
#include "billing/quantity.hpp"

namespace pricetalk {

namespace {

using Rows = std::vector<Explained>;

Ratio size_of(const Figure& figure) { return abs(Ratio(std::get<Money>(figure.value).amount)); }

class OwnFigures {
 public:
  explicit OwnFigures(const Proposal& proposal) : proposal_(proposal) {
    for (const FutureBargain& future : proposal.futures) {
      const CustomerSide& c = future.customer;
      for (const Rows* rows : {&c.waived, &c.reduction, &c.saving, &c.gain})
        for (const Explained& each : *rows) seen_.push_back(size_of(each.figure));
      for (const Explained* each : {&c.total_waived, &c.total_reduction, &c.total, &c.discounted})
        seen_.push_back(size_of(each->figure));
    }
    for (const FallbackPrice& each : proposal.fallback) {
      seen_.push_back(size_of(each.now));
      if (each.then) seen_.push_back(size_of(*each.then));
    }
  }

  std::vector<OwnFigure> all(std::span<const PriceSchedule> schedules, Date today) {
    for (const FutureBargain& future : proposal_.futures)
      for (const SupplierSide& side : future.supplier) of(side);
    for (const PriceSchedule& prices : schedules) margin(prices, today);
    return std::move(made_);
  }

 private:
  void of(const SupplierSide& side) {
    for (const Rows* rows : {&side.saving, &side.earned, &side.running, &side.investment,
                             &side.gain, &side.cumulative})
      for (const Explained& each : *rows) add(each.figure, each.label);
    add(side.total.figure, side.total.label);
    add(side.discounted.figure, side.discounted.label);
    for (const auto* each : {&side.if_declined, &side.discounted_cost})
      if (*each) add((*each)->figure, (*each)->label);
  }

  /// The price of today less what it costs us, a unit and a year.
  void margin(const PriceSchedule& prices, Date today) {
    const PriceEntry* entry = prices.on(today);
    if (entry == nullptr || !entry->price) return;
    for (const OwnCostTerms& cost : proposal_.contract->terms.own_cost) {
      if (cost.price.value.value != prices.line->id) continue;
      Worksheet sheet(proposal_.contract->currency);
      const std::string& title = prices.line->title;
      const Phrase what{"our margin on " + title, "onze marge op " + title};
      const NodeId price = sheet.given(entry->price, {"price", "prijs"},
                                       {.kind = InputSource::Kind::earlier_price,
                                        .text = {"price", "prijs"},
                                        .figure = {},
                                        .where = {},
                                        .address = entry->address.text,
                                        .fixity = entry->fixity});
      const NodeId left =
          sheet.sub(price, stated(sheet, cost.per_unit, {"own cost", "eigen kosten"}));
      add(sheet, left, what);
      if (const auto quantity = yearly_quantity(*prices.line, today))
        add(sheet,
            sheet.mul(left,
                      sheet.given(*quantity, {"quantity a year", "aantal per jaar"},
                                  stated_in(prices.line->quantity ? prices.line->quantity->where
                                                                  : std::nullopt),
                                  Form::plain)),
            what);
    }
  }

  void add(Worksheet& sheet, NodeId node, const Phrase& what) {
    const Outcome<Figure> figure =
        sheet.money(sheet.round(node, sheet.currency().rounding()), "margin");
    if (figure) add(*figure, what);
  }

  void add(const Figure& figure, const Phrase& what) {
    const Ratio size = size_of(figure);
    const bool seen = std::find(seen_.begin(), seen_.end(), size) != seen_.end();
    if (seen || size.is_zero()) return;
    seen_.push_back(size);
    made_.push_back({as_decimal(size, proposal_.contract->currency.minor_decimals()), what});
  }

  const Proposal& proposal_;
  std::vector<Ratio> seen_;
  std::vector<OwnFigure> made_;
};

}  // namespace

std::vector<OwnFigure> own_figures(const Proposal& proposal,
                                   std::span<const PriceSchedule> schedules, Date today) {
  return OwnFigures(proposal).all(schedules, today);
}

}  // namespace pricetalk
