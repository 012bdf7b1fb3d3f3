#include "portfolio/totals.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/bridge_report.hpp"
#include "report/row_chart.hpp"

namespace pricetalk {

std::string bridge_chart(const BridgeReport& report, const BridgeTotal& total, Language language) {
  const auto money = [&](const Ratio& amount) {
    return grouped(as_written(amount, total.currency), language);
  };
  const auto end = [&](const BridgeEnd& run, const Ratio& amount) {
    return Waterfall::Step{run.name + " (" + date_text(run.manifest.today, language) + ")", amount,
                           money(amount)};
  };
  Waterfall made;
  made.title = say(language, "From ", "Van ") + report.before.name +
               say(language, " to ", " naar ") + report.after.name;
  made.subtitle = std::to_string(total.contracts) +
                  say(language, total.contracts == 1 ? " contract, " : " contracts, ",
                      total.contracts == 1 ? " contract, " : " contracten, ") +
                  std::string(total.currency.code()) + " " +
                  (total.vat == Vat::excluded ? say(language, "without VAT", "zonder btw")
                                              : say(language, "with VAT", "met btw")) +
                  say(language, "; future ", "; toekomst ") + report.future;
  if (report.amount.year)
    made.subtitle +=
        say(language, "; the year ", "; het jaar ") + std::to_string(*report.amount.year);
  made.language = language;
  made.before = end(report.before, total.before);
  for (const BridgeCause cause : bridge_causes) {
    const Ratio& amount = total.of(cause);
    if (amount.is_zero()) continue;
    made.steps.push_back(
        {words(cause).in(language), amount, (amount > Ratio(0) ? "+" : "") + money(amount)});
  }
  made.after = end(report.after, total.after);
  return svg(chart_of(made));
}

}  // namespace pricetalk
