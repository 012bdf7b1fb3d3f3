#include "report/csv_portfolio.hpp"

#include "portfolio/totals.hpp"
#include "report/csv_text.hpp"

namespace pricetalk {

namespace {

std::int64_t in_year(const PortfolioContract& contract, std::size_t run, int year) {
  return contract.contracted(run, year) + contract.renewal(run, year);
}

}  // namespace

std::string portfolio_csv(const PortfolioAnswer& answer) {
  std::string out =
      "contract,title,future,alternative,about,year,contracted,renewal,difference,"
      "difference_of_future,present_value,currency,vat,open,file\n";
  const auto text = [&](std::string_view cell) {
    add_csv_text(out, cell);
    out += ',';
  };
  for (const PortfolioContract& each : answer.contracts)
    for (std::size_t future = 0; future < answer.futures.size(); ++future)
      for (std::size_t alternative = 0; alternative < answer.alternatives.size(); ++alternative) {
        const std::size_t run = answer.run(future, alternative);
        for (int year = each.first_year; year < each.first_year + each.years; ++year) {
          text(each.id);
          text(each.title);
          text(answer.futures[future]);
          text(answer.alternatives[alternative]);
          out += each.fits[alternative] ? "yes," : "no,";
          out += std::to_string(year) + ',';
          out += Decimal(each.contracted(run, year), each.decimals).text() + ',';
          out += Decimal(each.renewal(run, year), each.decimals).text() + ',';
          const auto more_than = [&](std::size_t other) {
            return Decimal(in_year(each, run, year) - in_year(each, other, year), each.decimals)
                       .text() +
                   ',';
          };
          out += more_than(answer.run(future, 0));
          out += more_than(answer.run(0, alternative));
          // Of all years, and once: the column can be added up.
          if (answer.discount_rate && year == each.first_year)
            out +=
                as_written(present_value(each, run, *answer.discount_rate), each.currency).text();
          out += ',';
          out += std::string(each.currency.code()) + ',';
          out += each.vat == Vat::included ? "included," : "excluded,";
          out += std::to_string(each.open[run]) + ',';
          add_csv_text(out, each.path);
          out += '\n';
        }
      }
  return out;
}

}  // namespace pricetalk
