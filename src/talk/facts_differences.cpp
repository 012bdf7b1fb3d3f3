#include <algorithm>

#include "billing/quantity.hpp"
#include "billing/yearly.hpp"
#include "explain/worksheet.hpp"
#include "talk/facts_parts.hpp"
#include "talk/price_groups.hpp"

namespace pricetalk {

namespace {

/// What the adjustment comes to in a year: of each line, of all, of lines with the same step.
class Differences {
 public:
  explicit Differences(TalkFacts& facts)
      : facts_(facts), talk_(*facts.talk), contract_(*facts.talk->contract) {}

  void add() {
    quantities();
    differences();
    total_difference();
    groups();
  }

 private:
  void quantities() {
    for (TalkPrice& price : facts_.prices)
      if (bought_by_time(*price.line))
        price.quantity_year = regular_quantity(
            going_on(*price.line), year_from(facts_.adjustment ? day_of(price) : talk_.today));
  }

  /// What each line is invoiced over the year from the adjustment at its new prices, less the same
  /// at those of now; told with the first tier.
  void differences() {
    if (!facts_.adjustment) return;
    for (std::size_t i = 0; i < facts_.prices.size();) {
      const std::size_t begin = i;
      const Line& line = *facts_.prices[begin].line;
      TierPrices then;
      TierPrices now;
      std::optional<Undetermined> open;
      for (; i < facts_.prices.size() && facts_.prices[i].line == &line; ++i) {
        const TalkPrice& price = facts_.prices[i];
        if (!price.then) open = price.then.why();
        if (!price.now) open = price.now.why();
        if (open) continue;
        then.push_back(
            price_side(*price.then, {"price from the adjustment", "prijs vanaf de aanpassing"}));
        now.push_back(price_side(*price.now, {"price now", "prijs nu"}));
      }
      const Days year = year_from(*facts_.adjustment);
      const bool once = !once_inside(line, year).empty();
      if (!bought_by_time(line) && !once) continue;
      facts_.prices[begin].once = !bought_by_time(line);
      if (open)
        facts_.prices[begin].per_year = Outcome<Figure>(*open);
      else
        difference(facts_.prices[begin], then, now);
    }
  }

  /// The day from which the new price holds.
  Date day_of(const TalkPrice& price) const {
    return price.entry != nullptr && !price.lost() ? price.entry->from : *facts_.adjustment;
  }

  void difference(TalkPrice& price, const TierPrices& then, const TierPrices& now) {
    const std::string address =
        contract_.id + "/" + price.line->id + "/" + facts_.adjustment->text() + "/difference-year";
    Worksheet sheet(contract_.currency);
    const NodeId year =
        invoiced_difference(sheet, contract_, *price.line, then, now, year_from(day_of(price)),
                            {"difference a year", "verschil per jaar"});
    price.per_year = sheet.money(year, address);
    price.charged_from = charged_from(contract_, *price.line, day_of(price));
    until_end(price, then, now);
    add_to_annex(facts_, {{address},
                          {price.line->title + ": difference a year",
                           price.line->title + ": verschil per jaar"},
                          sheet.derivation(),
                          year});
  }

  /// The same for the days of the contract on which invoices count the new price, where it ends
  /// within the year.
  void until_end(TalkPrice& price, const TierPrices& then, const TierPrices& now) {
    const Days year = year_from(*facts_.adjustment);
    if (!contract_.end || *contract_.end >= year.last || *contract_.end < year.first) return;
    const std::string address =
        contract_.id + "/" + price.line->id + "/" + facts_.adjustment->text() + "/difference-left";
    Worksheet sheet(contract_.currency);
    const Phrase what{"difference until the contract ends",
                      "verschil tot het einde van het contract"};
    const NodeId left = invoiced_difference(sheet, contract_, *price.line, then, now,
                                            {*price.charged_from, *contract_.end}, what);
    price.until_end = sheet.money(left, address);
    add_to_annex(facts_, {{address},
                          {price.line->title + ": " + what.en, price.line->title + ": " + what.nl},
                          sheet.derivation(),
                          left});
  }

  void total_difference() {
    facts_.difference_year =
        total(&TalkPrice::per_year, "difference-year",
              {"difference a year, all lines", "verschil per jaar, alle regels"});
    facts_.difference_left = total(&TalkPrice::until_end, "difference-left",
                                   {"difference until the contract ends, all lines",
                                    "verschil tot het einde van het contract, alle regels"});
  }

  /// The sum of a difference over all prices that have it; nothing where none has.
  std::optional<Outcome<Figure>> total(std::optional<Outcome<Figure>> TalkPrice::*part,
                                       const char* name, const Phrase& what) {
    Worksheet sheet(contract_.currency);
    std::vector<NodeId> parts;
    for (const TalkPrice& price : facts_.prices) {
      const std::optional<Outcome<Figure>>& each = price.*part;
      if (!each) continue;
      if (!*each) return Outcome<Figure>(each->why());
      parts.push_back(sheet.given(**each, same(price.name)));
    }
    if (parts.empty() || !facts_.adjustment) return std::nullopt;
    const std::string address = contract_.id + "/" + facts_.adjustment->text() + "/" + name;
    const NodeId sum = sheet.sum(parts, what);
    Outcome<Figure> made = sheet.money(sum, address);
    add_to_annex(facts_, {{address}, what, sheet.derivation(), sum});
    return made;
  }

  void groups() {
    constexpr std::size_t few = 5;
    if (facts_.prices.size() <= few) return;
    std::vector<AnnexItem> sums;
    facts_.groups = price_groups(facts_, sums);
    for (AnnexItem& sum : sums) add_to_annex(facts_, std::move(sum));
  }

  TalkFacts& facts_;
  const Talk& talk_;
  const Contract& contract_;
};

}  // namespace

DatedPrices price_side(const Figure& price, Phrase label) {
  const Ratio value = std::get<Money>(price.value).amount;
  return one_price(value, {.kind = InputSource::Kind::earlier_price,
                           .text = std::move(label),
                           .figure = {},
                           .where = {},
                           .address = price.address.text,
                           .fixity = price.fixity})
      .front();
}

void add_differences(TalkFacts& facts) { Differences(facts).add(); }

}  // namespace pricetalk
