#include <array>

#include "document/time_words.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/svg.hpp"
#include "talk/page.hpp"

namespace pricetalk {

using Align = Page::Align;

void TalkPage::years() {
  if (facts_.futures.empty()) {
    if (facts_.no_futures.empty()) return;
    page_.add(block(3, "What does the customer pay in the coming years?",
                    "Wat betaalt de klant de komende jaren?"));
    std::string why;
    for (const Phrase& reason : facts_.no_futures)
      why += (why.empty() ? "" : "; ") + reason.in(language_);
    return text(strong(say("Not reckoned:", "Niet berekend:")) + " " + why + ".");
  }
  page_.add(block(3,
                  "What does the customer pay from " + day(facts_.years_from) + " to " +
                      day(facts_.years_to) + "?",
                  "Wat betaalt de klant van " + day(facts_.years_from) + " tot en met " +
                      day(facts_.years_to) + "?"));
  const bool offer = facts_.futures.front().with_proposal.has_value();
  const bool renewal = facts_.futures.front().with_indexation.months_renewal > 0;
  Page::Grid grid;
  grid.columns = {{say("if figures rise", "als cijfers stijgen")},
                  {say("with indexation", "met indexatie"), Align::right}};
  if (offer) {
    grid.columns.push_back({say("with our proposal", "met ons voorstel"), Align::right});
    grid.columns.push_back({say("gain for the customer", "voordeel klant"), Align::right});
  }
  if (renewal)
    grid.columns.push_back(
        {say("assumed renewal (with indexation)", "aangenomen verlenging (met indexatie)"),
         Align::right});
  for (const TalkFuture& future : facts_.futures) {
    std::vector<Page::Cell> row = {future.name.in(language_),
                                   total(future.with_indexation.contracted)};
    if (offer) {
      row.emplace_back(total(future.with_proposal->contracted));
      row.emplace_back(gain(future));
    }
    if (renewal) row.emplace_back(total(future.with_indexation.renewal));
    grid.row(std::move(row));
  }
  page_.add(std::move(grid));
  const SplitTotal& first = facts_.futures.front().with_indexation;
  const auto months_of = [&](int count) {
    return std::to_string(count) + " " + words(Unit::month, count).in(language_);
  };
  std::string months = say("Contracted: ", "Contract: ") + months_of(first.months_contracted);
  if (renewal)
    months +=
        say("; assumed renewal: ", "; aangenomen verlenging: ") + months_of(first.months_renewal);
  months += ".";
  chart(months, offer);
}

std::string TalkPage::total(const Total& t) const {
  if (t.figure) return money(*t.figure, true);
  return money(t.known, true) + " + ?";
}

std::string TalkPage::gain(const TalkFuture& future) const {
  const Total& t = future.difference->contracted;
  if (!t.figure) return "?";
  const Money& amount = std::get<Money>(t.figure->value);
  const Ratio negative = -Ratio(amount.amount);
  return money_text({round(negative, Rounding::decimals(0)), amount.currency}, language_);
}

void TalkPage::chart(const std::string& caption, bool offer) {
  LineChart chart;
  chart.language = language_;
  chart.height = 112;
  chart.title = say("What the customer pays a year", "Wat de klant per jaar betaalt");
  static constexpr std::array<const char*, 4> colours = {"#2e7d4f", "#14406b", "#b3261e",
                                                         "#6b4e14"};
  for (const auto& [label, figure] : facts_.futures.front().years) chart.labels.push_back(label);
  for (std::size_t i = 0; i < facts_.futures.size(); ++i) {
    const TalkFuture& future = facts_.futures[i];
    const auto line = [&](const std::vector<std::pair<std::string, Outcome<Figure>>>& years,
                          const std::string& name, bool dashed) {
      ChartLine made_line{name, {}, colours[i % colours.size()], dashed, false};
      for (const auto& [label, figure] : years)
        made_line.values.push_back(
            figure ? std::optional<Ratio>(Ratio(std::get<Money>(figure->value).amount))
                   : std::nullopt);
      chart.lines.push_back(std::move(made_line));
    };
    line(future.years, future.name.in(language_), false);
    if (!future.years_proposal.empty())
      line(future.years_proposal, future.name.in(language_) + say(", proposal", ", voorstel"),
           true);
  }
  page_.add(Page::Chart{
      svg(chart),
      caption +
          say(" The chart: what the customer pays a year",
              " De grafiek: wat de klant per jaar betaalt") +
          (offer ? say("; dashed: with our proposal.", "; gestreept: met ons voorstel.") : ".")});
}

}  // namespace pricetalk
