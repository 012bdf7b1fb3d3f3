#include "portfolio/totals.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

struct Kind {
  Currency currency;
  Vat vat;
  int first_year;
  int last_year;
};

std::vector<Kind> kinds_of(const PortfolioAnswer& answer) {
  std::vector<Kind> made;
  for (const PortfolioContract& each : answer.contracts) {
    const auto known = std::find_if(made.begin(), made.end(), [&](const Kind& kind) {
      return kind.currency == each.currency && kind.vat == each.vat;
    });
    const int last = each.first_year + each.years - 1;
    if (known == made.end()) {
      made.push_back({each.currency, each.vat, each.first_year, last});
      continue;
    }
    known->first_year = std::min(known->first_year, each.first_year);
    known->last_year = std::max(known->last_year, last);
  }
  return made;
}

PortfolioTotal total_of(const PortfolioAnswer& answer, const Kind& kind, std::size_t future,
                        std::size_t alternative) {
  PortfolioTotal made{kind.currency, kind.vat, future,   alternative, 0, 0, 0, {},
                      Ratio(0),      Ratio(0), Ratio(0), {}};
  const std::size_t run = answer.run(future, alternative);
  for (int year = kind.first_year; year <= kind.last_year; ++year)
    made.years.push_back({year, Ratio(0), Ratio(0)});
  for (const PortfolioContract& each : answer.contracts) {
    if (each.currency != kind.currency || each.vat != kind.vat) continue;
    ++made.contracts;
    if (each.fits[alternative]) ++made.about;
    made.open += each.open[run];
    if (answer.discount_rate)
      made.present_value = made.present_value + present_value(each, run, *answer.discount_rate);
    for (const PortfolioBeside& beside : each.beside) {
      Ratio& sum = made.beside.try_emplace(beside.kind, Ratio(0)).first->second;
      sum = sum + Ratio(Decimal(beside.units[run], each.decimals));
    }
    for (PortfolioTotal::Year& year : made.years) {
      year.contracted =
          year.contracted + Ratio(Decimal(each.contracted(run, year.year), each.decimals));
      year.renewal = year.renewal + Ratio(Decimal(each.renewal(run, year.year), each.decimals));
    }
  }
  for (const PortfolioTotal::Year& year : made.years) {
    made.contracted = made.contracted + year.contracted;
    made.renewal = made.renewal + year.renewal;
  }
  return made;
}

}  // namespace

Ratio PortfolioTotal::whole_cost() const {
  Ratio sum = together();
  for (const auto& [kind, amount] : beside) sum = sum + amount;
  return sum;
}

Decimal as_written(const Ratio& sum, const Currency& currency) {
  const auto exact = sum.exact_decimal();
  const int decimals = std::max(currency.minor_decimals(), exact ? exact->scale() : 0);
  return round(sum, Rounding::decimals(decimals));
}

Ratio present_value(const PortfolioContract& contract, std::size_t run, const Percent& rate) {
  const Ratio growth = Ratio(1) + rate.as_fraction();
  Ratio factor(1);
  Ratio sum(0);
  for (int year = 0; year < contract.running_years; ++year) {
    factor = factor * growth;
    sum = sum + Ratio(Decimal(contract.running(run, year), contract.decimals)) / factor;
  }
  return Ratio(round(sum, contract.currency.rounding()));
}

std::vector<PortfolioTotal> totals_of(const PortfolioAnswer& answer) {
  std::vector<PortfolioTotal> made;
  for (const Kind& kind : kinds_of(answer))
    for (std::size_t future = 0; future < answer.futures.size(); ++future)
      for (std::size_t alternative = 0; alternative < answer.alternatives.size(); ++alternative)
        made.push_back(total_of(answer, kind, future, alternative));
  return made;
}

}  // namespace pricetalk
