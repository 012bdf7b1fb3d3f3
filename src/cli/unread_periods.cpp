#include "cli/unread_periods.hpp"

#include <algorithm>
#include <set>

#include "pricetalk/explain/format.hpp"
#include "scenario/named.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t most_periods_named = 4;  ///< periods

/// Whether another series of the contract is computed from it, or a surcharge may read it on any
/// day: then every period can count.
bool may_read_any_period(const ContractFile& file, const std::string& id) {
  for (const std::string& named : series_named(file.contract)) {
    const Series* series = file.library.find(named);
    if (series != nullptr && (series->mean_of == id || series->rate_of == id)) return true;
  }
  return std::any_of(file.contract.lines.begin(), file.contract.lines.end(),
                     [](const Line& line) { return !line.surcharges.empty(); });
}

/// The periods of one series that prices read, or wait for.
std::set<Period> periods_read(const std::vector<PriceSchedule>& schedules, const std::string& id) {
  std::set<Period> found;
  for (const PriceSchedule& prices : schedules)
    for (const PriceEntry& entry : prices.entries) {
      if (entry.why)
        for (const InputSource& input : entry.why.inputs)
          if (input.figure && input.figure->series == id) found.insert(input.figure->about);
      if (entry.price) continue;
      for (const Reason& reason : entry.price.why().reasons())
        if (reason.series == id && reason.period) {
          found.insert(reason.period->first);
          found.insert(reason.period->last);
        }
    }
  return found;
}

bool lie_over_each_other(const Period& one, const Period& other) {
  return one.first_day() <= other.last_day() && other.first_day() <= one.last_day();
}

}  // namespace

void note_unread_periods(const ContractFile& file, const std::vector<PriceSchedule>& schedules,
                         const MoreFigures& typed, Date until, Diagnostics& problems) {
  const std::set<std::string> named = series_named(file.contract);
  for (const FigureByHand& each : typed.by_hand) {
    if (!named.contains(each.series) || may_read_any_period(file, each.series)) continue;
    const std::set<Period> read = periods_read(schedules, each.series);
    const bool is_read = std::any_of(read.begin(), read.end(), [&](const Period& period) {
      return lie_over_each_other(period, each.period);
    });
    if (read.empty() || is_read) continue;
    const auto periods = [&](Language language) {
      std::string text;
      const std::size_t first = read.size() - std::min(read.size(), most_periods_named);
      for (auto at = std::next(read.begin(), static_cast<std::ptrdiff_t>(first)); at != read.end();
           ++at)
        text += (text.empty() ? "" : ", ") + period_text(*at, language);
      return text;
    };
    const auto title = [&](Language language) {
      return say(language, "no price until ", "geen prijs tot en met ") +
             date_text(until, language) +
             say(language, " reads the figure of ", " leest het cijfer van ") +
             period_text(each.period, language) + " (" + each.series + ")" +
             say(language, ": what was typed changes nothing",
                 ": wat is ingevoerd, verandert niets");
    };
    problems.warning("I0507", {}, {title(Language::en), title(Language::nl)},
                     {"read are those of " + periods(Language::en),
                      "gelezen worden die van " + periods(Language::nl)});
  }
}

}  // namespace pricetalk
