#include "index/check.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "document/time_words.hpp"
#include "index/check_parts.hpp"

namespace pricetalk {

std::string_view word(CheckKind kind) {
  static constexpr std::array<std::string_view, 17> table = {
      "order",      "repeated",     "frequency",         "gap",        "filled_hole", "decimals",
      "after_stop", "leap",         "unknown_series",    "mean",       "rate",        "base",
      "agrees",     "not_compared", "still_provisional", "no_licence", "no_source"};
  return table[static_cast<std::size_t>(kind)];
}

std::string_view word(CheckLevel level) {
  static constexpr std::array<std::string_view, 4> table = {"error", "remark", "explained",
                                                            "known"};
  return table[static_cast<std::size_t>(level)];
}

namespace checking {

Current current(const Series& series) {
  Current found;
  for (const Observation& o : series.records) {
    if (o.status == FigureStatus::withdrawn)
      found.erase(o.period);
    else
      found[o.period] = &o;
  }
  return found;
}

Phrase counted(std::int64_t count, Unit unit) {
  const std::string number = std::to_string(count) + " ";
  const Phrase what = words(unit, static_cast<int>(count));
  return {number + what.en, number + what.nl};
}

}  // namespace checking

std::vector<SeriesCheck> check_series(const Library& library, std::span<const std::string> ids,
                                      const Date& today) {
  std::vector<const Series*> chosen;
  if (ids.empty())
    for (const auto& series : library.all()) chosen.push_back(series.get());
  for (const std::string& id : ids) {
    const Series* series = library.find(id);
    assert(series != nullptr);
    chosen.push_back(series);
  }
  std::vector<SeriesCheck> made;
  for (const Series* series : chosen) {
    SeriesCheck one{.series = series->id,
                    .figures = static_cast<std::int64_t>(series->records.size()),
                    .comparisons = {},
                    .findings = {}};
    checking::check_rows(*series, one);
    checking::check_size(*series, library, one);
    checking::check_heading(*series, library, today, one);
    checking::check_arithmetic(*series, library, one);
    made.push_back(std::move(one));
  }
  return made;
}

bool has_errors(const std::vector<SeriesCheck>& checks) {
  return std::any_of(checks.begin(), checks.end(), [](const SeriesCheck& check) {
    return std::any_of(check.findings.begin(), check.findings.end(),
                       [](const CheckFinding& f) { return f.level == CheckLevel::error; });
  });
}

}  // namespace pricetalk
