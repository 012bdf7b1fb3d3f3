#include <algorithm>

#include "index/check_parts.hpp"

namespace pricetalk::checking {

namespace {

constexpr int months_until_final = 18;

CheckFinding about_heading(const Series& series, CheckKind kind, CheckLevel level, Phrase text) {
  return {.kind = kind,
          .level = level,
          .periods = {},
          .count = 0,
          .stated = {},
          .computed = {},
          .text = std::move(text),
          .where = series.where};
}

void check_name(const Series& series, const Library& library, const std::string& key,
                const std::string& id, SeriesCheck& into) {
  if (id.empty() || library.find(id) != nullptr) return;
  into.findings.push_back(about_heading(series, CheckKind::unknown_series, CheckLevel::error,
                                        {key + " names '" + id + "', which is not in the library",
                                         key + " noemt '" + id + "', en die reeks is er niet"}));
}

/// A publisher goes on whether the library follows or not.
void check_successor(const Series& series, const Library& library, SeriesCheck& into) {
  const std::string& id = series.successor;
  if (id.empty() || library.find(id) != nullptr) return;
  into.findings.push_back(about_heading(
      series, CheckKind::unknown_series, CheckLevel::remark,
      {"it goes on as '" + id + "', which is not in the library",
       "de reeks gaat verder als '" + id + "', en die staat niet in de bibliotheek"}));
}

void check_provisional(const Series& series, const Date& today, SeriesCheck& into) {
  const Date limit = shift(today, Duration{months_until_final, Unit::month}, -1);
  std::optional<Period> first;
  Period last;
  const Observation* example = nullptr;
  std::int64_t count = 0;
  for (const auto& [period, observation] : current(series)) {
    const bool open = observation->status == FigureStatus::provisional ||
                      observation->status == FigureStatus::estimate;
    if (!open || period.last_day() >= limit) continue;
    if (!first) {
      first = period;
      example = observation;
    }
    last = period;
    ++count;
  }
  if (count == 0) return;
  const bool one = count == 1;
  const std::string span = one ? first->text() : first->text() + " – " + last.text();
  const std::string number = std::to_string(count);
  into.findings.push_back(
      {.kind = CheckKind::still_provisional,
       .level = CheckLevel::remark,
       .periods = PeriodSpan{*first, first->unit() == last.unit() ? last : *first},
       .count = count,
       .stated = {},
       .computed = {},
       .text = {one ? span + " is still provisional here after more than 18 months"
                    : number + " figures (" + span +
                          ") are still provisional here after more than 18 months",
                one ? span + " is hier na meer dan 18 maanden nog voorlopig"
                    : number + " cijfers (" + span +
                          ") zijn hier na meer dan 18 maanden nog voorlopig"},
       .where = example->where});
}

}  // namespace

void check_heading(const Series& series, const Library& library, const Date& today,
                   SeriesCheck& into) {
  check_successor(series, library, into);
  check_name(series, library, "mean_of", series.mean_of, into);
  check_name(series, library, "rate_of", series.rate_of, into);
  for (const SeriesLink& link : series.links)
    check_name(series, library, "link.next", link.next, into);
  check_provisional(series, today, into);
  if (series.licence.empty())
    into.findings.push_back(
        about_heading(series, CheckKind::no_licence, CheckLevel::remark,
                      {"the terms of use are not stated", "de gebruiksvoorwaarden ontbreken"}));
  if (series.source.empty())
    into.findings.push_back(about_heading(series, CheckKind::no_source, CheckLevel::remark,
                                          {"it is not stated where the figures appear",
                                           "er staat niet bij waar de cijfers verschijnen"}));
}

}  // namespace pricetalk::checking
