#include <algorithm>

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
    differences();
    total_difference();
    groups();
  }

 private:
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
            side(*price.then, {"price from the adjustment", "prijs vanaf de aanpassing"}));
        now.push_back(side(*price.now, {"price now", "prijs nu"}));
      }
      if (!bought_by_time(line)) continue;
      if (open)
        facts_.prices[begin].per_year = Outcome<Figure>(*open);
      else
        difference(facts_.prices[begin], then, now);
    }
  }

  static DatedPrices side(const Figure& price, Phrase label) {
    const Ratio value = std::get<Money>(price.value).amount;
    return one_price(value, {.kind = InputSource::Kind::earlier_price,
                             .text = std::move(label),
                             .figure = {},
                             .where = {},
                             .address = price.address.text,
                             .fixity = price.fixity})
        .front();
  }

  void difference(TalkPrice& price, const TierPrices& then, const TierPrices& now) {
    const std::string address =
        contract_.id + "/" + price.line->id + "/" + facts_.adjustment->text() + "/difference-year";
    Worksheet sheet(contract_.currency);
    const NodeId year =
        invoiced_difference(sheet, contract_, *price.line, then, now, year_from(*facts_.adjustment),
                            {"difference a year", "verschil per jaar"});
    price.per_year = sheet.money(year, address);
    add_to_annex(facts_, {{address},
                          {price.line->title + ": difference a year",
                           price.line->title + ": verschil per jaar"},
                          sheet.derivation(),
                          year});
  }

  void total_difference() {
    Worksheet sheet(contract_.currency);
    std::vector<NodeId> parts;
    for (const TalkPrice& price : facts_.prices) {
      if (!price.per_year) continue;
      if (!*price.per_year) {
        facts_.difference_year = Outcome<Figure>(price.per_year->why());
        return;
      }
      parts.push_back(sheet.given(**price.per_year, same(price.name)));
    }
    if (parts.empty() || !facts_.adjustment) return;
    const std::string address = contract_.id + "/" + facts_.adjustment->text() + "/difference-year";
    const NodeId total =
        sheet.sum(parts, {"difference a year, all lines", "verschil per jaar, alle regels"});
    facts_.difference_year = sheet.money(total, address);
    add_to_annex(facts_, {{address},
                          {"difference a year, all lines", "verschil per jaar, alle regels"},
                          sheet.derivation(),
                          total});
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

void add_differences(TalkFacts& facts) { Differences(facts).add(); }

}  // namespace pricetalk
