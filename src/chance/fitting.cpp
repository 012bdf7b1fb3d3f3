#include "chance/fitting.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "scenario/follow.hpp"
#include "scenario/project.hpp"

namespace pricetalk {

namespace {

constexpr int fewest_months = 60;

std::string months_text(MonthNumber first, MonthNumber last) {
  return month_of(first).text() + " to " + month_of(last).text();
}

/// How far a figure may get from where it starts: eight times the usual spread.
double reach(const Sampler& sampler, double months) {
  return std::abs(sampler.mean()) * months + 8 * sampler.deviation() * std::sqrt(2 * months);
}

}  // namespace

Fitting::Fitting(const Library& known, const Future& future, const Random& random, Date today,
                 Date until)
    : known_(known), future_(future), random_(random), today_(today), until_(until) {}

void Fitting::add(const std::vector<std::string>& ids) {
  for (const std::string& id : ids) add(id);
}

DrawRule Fitting::rule() {
  DrawRule made{random_.method.value, static_cast<std::uint32_t>(random_.seed.value),
                random_.block.value, 0, 12};
  for (const auto& [id, one] : drawn) check_months(one);
  if (drawn.empty() || problems.has_errors()) return made;
  choose_window(made);
  if (problems.has_errors()) return made;
  for (const auto& [id, one] : drawn) check_window(one, made);
  return made;
}

void Fitting::check_size(const DrawnSeries& one, const Sampler& sampler) {
  const double months =
      std::max(0, month_number(Period::containing(until_, Unit::month)) - one.history.last());
  const double start = std::abs(static_cast<double>(one.history.last_units()));
  const double largest = one.history.percentages() ? std::log(start + reach(sampler, months) + 1)
                                                   : std::log(start) + reach(sampler, months);
  if (largest < std::log(1e18)) return;
  error(
      "S0305", one,
      {"series '" + one.seen.id + "' moves so wildly that its figures may need more than 18 digits",
       "reeks '" + one.seen.id +
           "' beweegt zo wild dat haar cijfers meer dan 18 posities kunnen "
           "vragen"},
      {"look fewer months ahead, or state a rule for it",
       "kijk minder maanden vooruit, of geef een regel voor deze reeks"});
}

void Fitting::add(const std::string& id) {
  const Series* series = known_.find(id);
  if (series == nullptr || drawn.contains(id)) return;
  Series seen = seen_on(*series, today_);
  if (!goes_on(seen)) return;
  if (const Series* followed = followed_in(known_, future_, *series)) {
    if (future_.for_series(followed->id) != nullptr) return;
    add(followed->id);
    followers.insert_or_assign(id, Follower{std::move(seen), followed->id});
    return;
  }
  if (future_.for_series(id) != nullptr) return;
  History history(seen);
  drawn.emplace(id, DrawnSeries{std::move(seen), std::move(history)});
}

void Fitting::error(const char* code, const DrawnSeries& one, Phrase title, Phrase hint,
                    std::optional<Span> where) {
  problems.add({.severity = Severity::error,
                .code = code,
                .span = where.value_or(future_.where),
                .title = std::move(title),
                .hint = std::move(hint),
                .context = {{one.seen.where, {"the series stands here", "de reeks staat hier"}}},
                .clause = {}});
}

Phrase Fitting::give_a_rule(const DrawnSeries& one) const {
  return {"add [[future." + future_.id + ".series]] with series = \"" + one.seen.id +
              "\" and growth = \"2%\"",
          "voeg [[future." + future_.id + ".series]] toe met series = \"" + one.seen.id +
              "\" en growth = \"2%\""};
}

/// Chance is drawn by month.
void Fitting::check_months(const DrawnSeries& one) {
  const bool monthly = one.seen.frequency == Unit::month ||
                       (!one.seen.frequency && !one.history.empty() &&
                        !one.history.gap(one.history.first(), one.history.last()));
  if (monthly && !one.history.empty()) return;
  error("S0304", one,
        {"series '" + one.seen.id + "' has no figure for every month, and chance goes by month",
         "reeks '" + one.seen.id +
             "' heeft niet voor elke maand een cijfer, en het toeval gaat per "
             "maand"},
        give_a_rule(one));
}

/// As stated, or the whole years up to the last month that all have.
void Fitting::choose_window(DrawRule& made) {
  const auto late = std::max_element(drawn.begin(), drawn.end(), [](const auto& a, const auto& b) {
    return a.second.history.first() < b.second.history.first();
  });
  MonthNumber first = late->second.history.first() + 1;
  MonthNumber last = std::numeric_limits<MonthNumber>::max();
  for (const auto& [id, one] : drawn) last = std::min(last, one.history.last());
  if (random_.window) {
    first = month_number(random_.window->value.first);
    last = month_number(random_.window->value.last);
  }
  made.months = std::max(0, (last - first + 1) / 12 * 12);
  made.first = last - made.months + 1;
  if (made.months >= fewest_months) return;
  const std::string count = std::to_string(std::max(0, last - first + 1));
  if (random_.window)
    return problems.error(
        "S0301", *random_.window->where,
        {"a window of " + count + " months is too short to draw from: five years at least",
         "een venster van " + count +
             " maanden is te kort om uit te trekken: ten minste vijf jaar"});
  const DrawnSeries& one = late->second;
  error("S0301", one,
        {"series '" + one.seen.id + "' is too short: " + count +
             " monthly changes that all series have, and " + std::to_string(fewest_months) +
             " are needed",
         "reeks '" + one.seen.id + "' is te kort: " + count +
             " maandveranderingen die alle reeksen hebben, en er zijn er " +
             std::to_string(fewest_months) + " nodig"},
        give_a_rule(one));
}

void Fitting::check_window(const DrawnSeries& one, const DrawRule& made) {
  const MonthNumber before = made.first - 1;
  const MonthNumber last = made.first + made.months - 1;
  if (one.history.first() <= before && last <= one.history.last()) return check_figures(one, made);
  const std::string window = months_text(made.first, last);
  const std::string there = months_text(one.history.first(), one.history.last());
  error("S0301", one,
        {"the window " + window + " needs figures of '" + one.seen.id + "' from " +
             month_of(before).text() + " on, and there are those of " + there,
         "het venster " + window + " vraagt cijfers van '" + one.seen.id + "' vanaf " +
             month_of(before).text() + ", en er zijn die van " + there},
        {"choose another window, or leave it out", "kies een ander venster, of laat het weg"},
        random_.window ? random_.window->where : std::nullopt);
}

void Fitting::check_figures(const DrawnSeries& one, const DrawRule& made) {
  const MonthNumber before = made.first - 1;
  const MonthNumber last = made.first + made.months - 1;
  const std::string window = months_text(made.first, last);
  if (const auto month = one.history.gap(before, last))
    return error("S0302", one,
                 {"series '" + one.seen.id + "' has no figure for " + month_of(*month).text() +
                      ", inside the window " + window,
                  "reeks '" + one.seen.id + "' heeft geen cijfer voor " + month_of(*month).text() +
                      ", binnen het venster " + window},
                 give_a_rule(one));
  if (const auto month = one.history.not_above_zero(before, one.history.last()))
    error("S0303", one,
          {"the figure of '" + one.seen.id + "' for " + month_of(*month).text() +
               " is not above zero, and has no change in proportion",
           "het cijfer van '" + one.seen.id + "' voor " + month_of(*month).text() +
               " ligt niet boven nul, en heeft geen verandering in verhouding"},
          give_a_rule(one));
}

}  // namespace pricetalk
