#include <algorithm>

#include "document/time_words.hpp"
#include "index/change_set.hpp"
#include "index/comparer.hpp"
#include "index/find_series.hpp"
#include "index/same_series.hpp"

namespace pricetalk {

namespace {

/// A figure of another length than the series has is never meant.
bool has_frequency_of(const Series& known, const FigureByHand& figure, Diagnostics& problems) {
  if (has_figures_per(known, figure.period.unit())) return true;
  const Unit usual = known.frequency.value_or(known.records.back().period.unit());
  const std::string text = figure.period.text();
  problems.error("I0204", {},
                 {"'" + known.id + "' has a figure per " + words(usual).en + ", and " + text +
                      " is a " + words(figure.period.unit()).en,
                  "'" + known.id + "' heeft een cijfer per " + words(usual).nl + ", en " + text +
                      " is een " + words(figure.period.unit()).nl},
                 {"write the period as in " + known.records.back().period.text(),
                  "schrijf de periode zoals in " + known.records.back().period.text()});
  return false;
}

/// A figure that was typed in twice; with another value one of them is a slip.
bool is_typed_already(const FigureByHand& figure, const std::vector<const FigureByHand*>& before,
                      Diagnostics& problems) {
  const auto same = std::find_if(before.begin(), before.end(), [&](const FigureByHand* each) {
    return each->period == figure.period;
  });
  if (same == before.end()) return false;
  if (Ratio((*same)->value) == Ratio(figure.value)) return true;
  const std::string key = figure.series + "=" + figure.period.text();
  const std::string both = (*same)->value.text() + ", " + figure.value.text();
  problems.error("I0306", {},
                 {key + " is typed twice, with different figures: " + both,
                  key + " is twee keer getypt, met verschillende cijfers: " + both},
                 {"keep the one that is right", "houd het cijfer dat klopt"});
  return true;
}

Loaded<ChangeSet> compare_by_hand(const Library& library, const std::vector<FigureByHand>& figures,
                                  const Admission& admission) {
  Loaded<ChangeSet> made;
  ChangeSet set;
  std::vector<std::vector<const FigureByHand*>> typed;
  for (const FigureByHand& figure : figures) {
    const Series* known = find_series(library, figure.series, made.diagnostics);
    if (known == nullptr || !has_frequency_of(*known, figure, made.diagnostics)) continue;
    const auto at = std::find_if(typed.begin(), typed.end(), [&](const auto& each) {
      return each.front()->series == figure.series;
    });
    if (at == typed.end())
      typed.push_back({&figure});
    else if (!is_typed_already(figure, *at, made.diagnostics))
      at->push_back(&figure);
  }
  for (const auto& of_series : typed) {
    SeriesChange change;
    change.series = *library.find(of_series.front()->series);
    change.retrieved = admission.today;
    change.by_hand = true;
    Comparer comparer(change, admission, false);
    for (const FigureByHand* figure : of_series) {
      PublishedRow row;
      row.period = figure->period;
      row.value = figure->value;
      comparer.add(row, figure->meant);
    }
    comparer.finish(library);
    set.series.push_back(std::move(change));
  }
  if (!made.diagnostics.has_errors()) made.value = std::move(set);
  return made;
}

void cannot_be_meant(const SeriesChange& series, const FigureChange& figure,
                     Diagnostics& problems) {
  const std::string written = series.series.id + "=" + figure.period.text() + ":";
  problems.error("I0203", {},
                 {written + figure.value.text() + " cannot be meant: " + figure.why.en,
                  written + figure.value.text() + " kan niet bedoeld zijn: " + figure.why.nl},
                 {"type the figure again; if it is right, say so with an exclamation mark: "
                  "--figure '" +
                      written + figure.value.text() + "!'",
                  "typ het cijfer opnieuw; als het klopt, zeg dat dan met een uitroepteken: "
                  "--figure '" +
                      written + figure.value.text() + "!'"});
}

/// A definitive figure gives way only with a word about it.
void stands_over(const SeriesChange& series, const FigureChange& figure, Diagnostics& problems) {
  if (figure.kind != ChangeKind::revised || !figure.before) return;
  const Observation& known = series.series.records[*figure.before];
  const bool settled =
      known.status == FigureStatus::definitive || known.status == FigureStatus::revised;
  if (!settled || known.by_hand) return;
  const std::string about = series.series.id + ", " + figure.period.text() + ": ";
  const auto both = [&](Language language) {
    return about + decimal_text(known.value, language) +
           say(language, " is definitive, and you typed ", " is definitief, en u typte ") +
           decimal_text(figure.value, language);
  };
  problems.warning("I0506", {}, {both(Language::en), both(Language::nl)},
                   {"in this run " + decimal_text(figure.value, Language::en) +
                        " counts; leave --figure out for the published figure",
                    "in deze berekening telt " + decimal_text(figure.value, Language::nl) +
                        "; laat --figure weg voor het gepubliceerde cijfer"});
}

}  // namespace

std::optional<FigureByHand> FigureByHand::parse(std::string_view text) {
  const auto equals = text.rfind('=');
  if (equals == std::string_view::npos || equals == 0) return std::nullopt;
  const std::string_view rest = text.substr(equals + 1);
  const auto colon = rest.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto period = Period::parse(rest.substr(0, colon));
  std::string_view figure = rest.substr(colon + 1);
  const bool meant = figure.ends_with('!');
  if (meant) figure.remove_suffix(1);
  const auto value = Decimal::parse(figure);
  if (!period || !value) return std::nullopt;
  return FigureByHand{std::string(text.substr(0, equals)), *period, *value, meant};
}

Loaded<ChangeSet> compare(const Library& library, const std::vector<FigureByHand>& figures,
                          Date today, OnConflict on_conflict, OnConflict on_doubt) {
  return compare_by_hand(library, figures, {today, on_conflict, on_doubt, false});
}

Loaded<Library> put_on_top(const Library& library, const std::vector<FigureByHand>& figures,
                           Date today) {
  auto changes =
      compare_by_hand(library, figures, {today, OnConflict::take, OnConflict::stop, true});
  Loaded<Library> made;
  made.diagnostics = std::move(changes.diagnostics);
  if (!changes.value) return made;
  for (const SeriesChange& series : changes.value->series)
    for (const FigureChange& each : series.changes) {
      if (each.kind == ChangeKind::held_back) cannot_be_meant(series, each, made.diagnostics);
      stands_over(series, each, made.diagnostics);
    }
  if (!made.diagnostics.has_errors()) made.value = with_changes(library, *changes.value);
  return made;
}

}  // namespace pricetalk
