#include <algorithm>
#include <map>

#include "index/check_parts.hpp"
#include "index/figure_doubts.hpp"
#include "index/figures_dictionary.hpp"
#include "index/gaps.hpp"
#include "pricetalk/explain/derivation.hpp"
#include "pricetalk/index/figures.hpp"

namespace pricetalk::checking {

namespace {

/// Rows or periods of one kind, gathered into one finding.
struct Gathered {
  std::optional<Period> first;
  std::optional<Period> last;
  std::int64_t count = 0;
  const Observation* example = nullptr;

  void add(const Observation& o) {
    if (!first || o.period < *first) first = o.period;
    if (!last || o.period > *last) last = o.period;
    if (example == nullptr) example = &o;
    ++count;
  }
  CheckFinding finding(CheckKind kind, CheckLevel level, Phrase text) const {
    return {.kind = kind,
            .level = level,
            .periods = PeriodSpan{*first, first->unit() == last->unit() ? *last : *first},
            .count = count,
            .stated = {},
            .computed = {},
            .text = std::move(text),
            .where = example->where};
  }
  /// How many there are beside the example.
  Phrase more() const {
    if (count == 1) return {};
    const std::string others = std::to_string(count - 1);
    return {" (and " + others + " more)", " (en nog " + others + ")"};
  }
};

void add(SeriesCheck& into, const Gathered& found, CheckKind kind, CheckLevel level,
         const Phrase& text) {
  if (found.count == 0) return;
  const Phrase more = found.more();
  into.findings.push_back(found.finding(kind, level, {text.en + more.en, text.nl + more.nl}));
}

/// Rows of one table are those taken over on one day in one way. A revision may stand anywhere
/// below the row that it revises.
void check_order(const Series& series, SeriesCheck& into) {
  Gathered found;
  const Observation* before = nullptr;
  for (const Observation& o : series.records) {
    if (o.supersedes) continue;
    const bool same_table = before != nullptr && before->retrieved == o.retrieved &&
                            before->by_hand == o.by_hand &&
                            before->period.unit() == o.period.unit();
    if (same_table && o.period < before->period) found.add(o);
    before = &o;
  }
  if (found.count == 0) return;
  const std::string period = found.example->period.text();
  add(into, found, CheckKind::order, CheckLevel::remark,
      {period + " stands below a later period", period + " staat onder een latere periode"});
}

void check_repeated(const Series& series, SeriesCheck& into) {
  Gathered found;
  for (const Observation& o : series.records) {
    if (!o.supersedes) continue;
    const Observation& earlier = series.records[*o.supersedes];
    const bool news = !(earlier.value == o.value) || earlier.status != o.status ||
                      earlier.published != o.published || earlier.by_hand != o.by_hand;
    if (!news) found.add(o);
  }
  if (found.count == 0) return;
  const std::string period = found.example->period.text();
  add(into, found, CheckKind::repeated, CheckLevel::remark,
      {period + " stands twice with the same figure and status",
       period + " staat er twee keer met hetzelfde cijfer en dezelfde status"});
}

void check_frequency(const Series& series, SeriesCheck& into) {
  if (!series.frequency) return;
  Gathered found;
  for (const Observation& o : series.records)
    if (o.period.unit() != *series.frequency) found.add(o);
  if (found.count == 0) return;
  const std::string period = found.example->period.text();
  std::string stated = "frequency = \"";
  for (const auto& [text, unit] : Dictionary<Unit>::words)
    if (unit == *series.frequency) stated += text;
  stated += '"';
  add(into, found, CheckKind::frequency, CheckLevel::error,
      {period + " does not go with " + stated, period + " past niet bij " + stated});
}

void check_gaps(const Series& series, SeriesCheck& into) {
  if (!series.frequency) return;
  for (const PeriodGap& gap : gaps_in(series, *series.frequency)) {
    const std::string first = gap.periods.first.text();
    const std::string to = gap.count == 1 ? first : first + " – " + gap.periods.last.text();
    const Phrase many = counted(gap.count, *series.frequency);
    into.findings.push_back({.kind = CheckKind::gap,
                             .level = CheckLevel::remark,
                             .periods = gap.periods,
                             .count = gap.count,
                             .stated = {},
                             .computed = {},
                             .text = {"no figures for " + to + " (" + many.en + ")",
                                      "geen cijfers voor " + to + " (" + many.nl + ")"},
                             .where = gap.behind->where});
  }
}

void check_holes(const Series& series, SeriesCheck& into) {
  Gathered found;
  for (const Observation& o : series.records)
    if (series.hole(o.period) != nullptr) found.add(o);
  if (found.count == 0) return;
  const std::string period = found.example->period.text();
  add(into, found, CheckKind::filled_hole, CheckLevel::error,
      {period + " will never have a figure, says the file, and it has one",
       "volgens het bestand krijgt " + period + " nooit een cijfer, maar het staat er wel"});
}

void check_stop(const Series& series, SeriesCheck& into) {
  if (!series.stopped) return;
  Gathered found;
  for (const Observation& o : series.records)
    if (o.period.first_day() > series.stopped->last_day()) found.add(o);
  if (found.count == 0) return;
  const std::string period = found.example->period.text();
  const std::string stopped = series.stopped->text();
  add(into, found, CheckKind::after_stop, CheckLevel::error,
      {period + " comes after " + stopped + ", the last period that was published",
       period + " ligt na " + stopped + ", de laatste gepubliceerde periode"});
}

/// Publishers go over to more decimals, never back: fewer decimals than an earlier figure has are
/// zeros that got lost on the way.
void check_decimals(const Series& series, SeriesCheck& into) {
  Gathered fewer;
  Gathered more;
  std::map<Period, std::vector<const Observation*>> by_period;
  int least = 0;
  for (const Observation& o : series.records)
    if (o.status != FigureStatus::withdrawn) by_period[o.period].push_back(&o);
  std::map<Unit, int> most;
  for (const auto& [period, records] : by_period) {
    int& seen = most[period.unit()];
    for (const Observation* o : records) {
      const int scale = o->value.scale();
      if (series.decimals && scale > *series.decimals)
        more.add(*o);
      else if (scale < seen)
        fewer.add(*o);
      seen = std::max(seen, series.decimals ? std::min(scale, *series.decimals) : scale);
    }
    least = std::max(least, seen);
  }
  const std::string usual = " (" + std::to_string(series.decimals.value_or(least)) + ")";
  const auto text = [&](const Gathered& found, const char* en, const char* nl) {
    const Observation& o = *found.example;
    return Phrase{o.period.text() + ": " + decimal_text(o.value, Language::en) + " has " + en +
                      " decimals than are published" + usual,
                  o.period.text() + ": " + decimal_text(o.value, Language::nl) + " heeft " + nl +
                      " decimalen dan er gepubliceerd zijn" + usual};
  };
  if (more.count > 0)
    add(into, more, CheckKind::decimals, CheckLevel::error, text(more, "more", "meer"));
  if (fewer.count > 0)
    add(into, fewer, CheckKind::decimals, CheckLevel::error, text(fewer, "fewer", "minder"));
  if (series.decimals && fewer.count == 0 && more.count == 0 && !by_period.empty() &&
      least < *series.decimals) {
    Gathered all;
    for (const auto& [period, records] : by_period) all.add(*records.front());
    add(into, all, CheckKind::decimals, CheckLevel::error, text(all, "fewer", "minder"));
  }
}

}  // namespace

void check_size(const Series& series, const Library& library, SeriesCheck& into) {
  for (const FigureDoubt& doubt : figure_doubts(series, library, Watch::impossible)) {
    const Observation& o = series.records[doubt.figure];
    Gathered found;
    found.add(o);
    const auto text = [&](Language language, const std::string& why, const std::string& cause) {
      return o.period.text() + ": " + decimal_text(o.value, language) + ": " + why +
             (cause.empty() ? "" : "; " + cause);
    };
    add(into, found, CheckKind::leap, CheckLevel::error,
        {text(Language::en, doubt.why.en, doubt.cause.en),
         text(Language::nl, doubt.why.nl, doubt.cause.nl)});
  }
}

void check_rows(const Series& series, SeriesCheck& into) {
  check_order(series, into);
  check_repeated(series, into);
  check_frequency(series, into);
  check_gaps(series, into);
  check_holes(series, into);
  check_stop(series, into);
  check_decimals(series, into);
}

}  // namespace pricetalk::checking
