#include "report/level_chart.hpp"

#include <algorithm>

#include "pricetalk/explain/format.hpp"
#include "report/explanation.hpp"
#include "report/svg.hpp"

namespace pricetalk {

namespace {

using Known = std::optional<Ratio>;

Known of(const Outcome<Ratio>& outcome) { return outcome ? Known(*outcome) : std::nullopt; }
Known of(const std::optional<Amount>& amount) { return amount ? of(amount->price) : std::nullopt; }

class LevelChart {
 public:
  LevelChart(const Dossier& d, const PricePosition& position, Language language)
      : d_(d), position_(position), language_(language), prices_(d.schedule_of(position.line->id)) {
    if (prices_ == nullptr || prices_->entries.empty()) return;
    const Date first = prices_->entries.front().from;
    const Date in_a_year = d.today + Duration{1, Unit::year};
    const Date end = std::min(d.contract->end.value_or(in_a_year), in_a_year);
    for (Date day = *Date::make(first.year(), first.month(), 1); day <= end;
         day = day + Duration{1, Unit::month})
      months_.push_back(std::max(day, first));
  }

  std::string text(const std::vector<LegalMaxima>& maxima) {
    const bool discount = position_.line->discount.has_value();
    line(discount ? say(language_, "before discount", "vóór korting")
                  : say(language_, "by contract", "volgens contract"),
         "#14406b", false, [&](Date day) { return price_on(day); });
    if (chart_.lines.empty()) return {};
    line(say(language_, "market, high", "markt, hoog"), "#8d99a5", true,
         [&](Date day) { return band_on(day, &MarketBand::high); });
    line(say(language_, "market, low", "markt, laag"), "#8d99a5", true,
         [&](Date day) { return band_on(day, &MarketBand::low); });
    line(say(language_, "by its costs", "volgens de kosten"), "#2e7d4f", false,
         [&](Date day) { return by_costs_on(day); });
    for (const LegalMaxima& one : maxima)
      if (one.line == position_.line)
        line(say(language_, "at most by law", "hoogstens volgens de wet"), "#b3261e", true,
             [&](Date day) { return by_law_on(one, day); });
    for (const Date day : months_)
      chart_.labels.push_back(day.month() == 1 ? std::to_string(day.year()) : "");
    chart_.title =
        position_.line->title + " (" + d_.contract->id + "), " +
        std::string(d_.contract->currency.code()) +
        (d_.contract->vat == Vat::excluded ? say(language_, " without VAT", " zonder btw")
                                           : say(language_, " with VAT", " met btw"));
    chart_.language = language_;
    chart_.by_itself = true;
    chart_.width = 900;
    chart_.height = 320;
    return svg(chart_);
  }

 private:
  template <class ValueOn>
  void line(std::string name, std::string colour, bool dashed, ValueOn value_on) {
    ChartLine made{std::move(name), {}, std::move(colour), dashed, true};
    for (const Date day : months_) made.values.push_back(value_on(day));
    const bool any = std::any_of(made.values.begin(), made.values.end(),
                                 [](const Known& value) { return value.has_value(); });
    if (any) chart_.lines.push_back(std::move(made));
  }

  Known price_on(Date day) const {
    const PriceEntry* entry = prices_->on(day);
    return entry == nullptr ? std::nullopt : of(entry->price);
  }

  /// Of a day to come nobody knows the market.
  Known band_on(Date day, std::optional<Amount> MarketBand::*end) const {
    if (day > d_.today) return std::nullopt;
    const auto band = market_band(d_, *position_.line, day);
    return band ? of((*band).*end) : std::nullopt;
  }

  Known by_costs_on(Date day) const {
    if (!position_.costs) return std::nullopt;
    for (const CostYear& year : position_.costs->years)
      if (year.days.hold(day)) return of(year.by_costs);
    return std::nullopt;
  }

  /// For a year from the last rise before the day, as long as the rule is there: what the next one
  /// may be is not known. Of a rise that no row covers nothing is.
  static Known by_law_on(const LegalMaxima& maxima, Date day) {
    Known found;
    if (maxima.rule->to && day > *maxima.rule->to) return found;
    for (const LawfulRise& rise : maxima.rises)
      if (rise.from <= day)
        found = day < rise.from + Duration{1, Unit::year} ? rise.most : std::nullopt;
    return found;
  }

  const Dossier& d_;
  const PricePosition& position_;
  Language language_;
  const PriceSchedule* prices_;
  std::vector<Date> months_;
  LineChart chart_;
};

}  // namespace

std::string level_chart(const Dossier& dossier, const PricePosition& position,
                        const std::vector<LegalMaxima>& maxima, Language language) {
  return LevelChart(dossier, position, language).text(maxima);
}

}  // namespace pricetalk
