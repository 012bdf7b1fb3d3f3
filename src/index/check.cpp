#include "index/check.hpp"

#include <algorithm>
#include <cassert>

#include "index/check_parts.hpp"

namespace pricetalk {

std::string_view word(CheckKind kind) {
  switch (kind) {
    case CheckKind::order:
      return "order";
    case CheckKind::repeated:
      return "repeated";
    case CheckKind::frequency:
      return "frequency";
    case CheckKind::gap:
      return "gap";
    case CheckKind::filled_hole:
      return "filled_hole";
    case CheckKind::decimals:
      return "decimals";
    case CheckKind::after_stop:
      return "after_stop";
    case CheckKind::unknown_series:
      return "unknown_series";
    case CheckKind::mean:
      return "mean";
    case CheckKind::rate:
      return "rate";
    case CheckKind::base:
      return "base";
    case CheckKind::agrees:
      return "agrees";
    case CheckKind::not_compared:
      return "not_compared";
    case CheckKind::still_provisional:
      return "still_provisional";
    case CheckKind::no_licence:
      return "no_licence";
    case CheckKind::no_source:
      return "no_source";
  }
  return {};
}

std::string_view word(CheckLevel level) {
  switch (level) {
    case CheckLevel::error:
      return "error";
    case CheckLevel::remark:
      return "remark";
    case CheckLevel::explained:
      return "explained";
    case CheckLevel::known:
      return "known";
  }
  return {};
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
  struct Words {
    const char* one_en;
    const char* many_en;
    const char* one_nl;
    const char* many_nl;
  };
  const auto words = [unit]() -> Words {
    switch (unit) {
      case Unit::day:
        return {"day", "days", "dag", "dagen"};
      case Unit::week:
        return {"week", "weeks", "week", "weken"};
      case Unit::month:
        return {"month", "months", "maand", "maanden"};
      case Unit::quarter:
        return {"quarter", "quarters", "kwartaal", "kwartalen"};
      case Unit::year:
        return {"year", "years", "jaar", "jaar"};
    }
    return {"period", "periods", "periode", "perioden"};
  }();
  const std::string number = std::to_string(count) + " ";
  return {number + (count == 1 ? words.one_en : words.many_en),
          number + (count == 1 ? words.one_nl : words.many_nl)};
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
