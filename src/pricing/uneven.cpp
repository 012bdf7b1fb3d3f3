#include "pricing/uneven.hpp"

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

bool looks_back_in_memory(const PeriodRule& rule) {
  const PeriodRule::Back* back = rule.back();
  return back != nullptr &&
         (back->what == LookBack::at_previous_date || back->what == LookBack::at_last_adjustment);
}

const PublishedFigure* figure_of(const Derivation& why, const std::string& symbol) {
  for (std::size_t i = 0; i < why.inputs.size() && i < why.calculation->inputs.size(); ++i)
    if ((why.calculation->inputs[i].symbol == symbol ||
         why.calculation->inputs[i].symbol == symbol + "*") &&
        why.inputs[i].figure)
      return &*why.inputs[i].figure;
  return nullptr;
}

int months_between(const Period& earlier, const Period& later) {
  const Date a = earlier.first_day();
  const Date b = later.first_day();
  return (b.year() - a.year()) * 12 + (b.month() - a.month());
}

std::string count_of(int count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string interval(const Duration& every, Language language) {
  const int months = every.months().value_or(0);
  if (language == Language::en)
    return months == 12 ? "once a year" : "every " + count_of(months, "month", "months");
  return months == 12 ? "elk jaar" : "elke " + count_of(months, "maand", "maanden");
}

}  // namespace

std::vector<UnevenFigures> uneven_figures(const PriceEntry& entry) {
  std::vector<UnevenFigures> made;
  if (entry.clause == nullptr || !entry.why || !entry.clause->when.every) return made;
  const Duration& every = entry.clause->when.every->value;
  const int step = every.months().value_or(0);
  if (step < 1) return made;
  for (const IndexRead& read : entry.clause->reads) {
    if (!std::holds_alternative<PeriodRule::Latest>(read.use.value.what) ||
        !looks_back_in_memory(read.base.value))
      continue;
    const PublishedFigure* compared = figure_of(entry.why, read.symbol);
    const PublishedFigure* reference = figure_of(entry.why, read.symbol + "0");
    if (compared == nullptr || reference == nullptr ||
        compared->about.unit() != reference->about.unit() || compared->about.unit() < Unit::month)
      continue;
    const int apart = months_between(reference->about, compared->about);
    if (apart > 0 && apart % step == 0) continue;
    made.push_back({read.symbol, compared->about, reference->about, every,
                    read.use.where.value_or(read.where)});
  }
  return made;
}

Phrase title(const UnevenFigures& uneven, Date on) {
  const int apart = months_between(uneven.reference, uneven.compared);
  const auto period = [](const Period& each, Language language) {
    return period_text(each, language);
  };
  return {"on " + date_text(on, Language::en) + " " + uneven.symbol + " compares " +
              period(uneven.compared, Language::en) + " with " +
              period(uneven.reference, Language::en) + ", " + count_of(apart, "month", "months") +
              " apart, while the price is adjusted " + interval(uneven.every, Language::en),
          "op " + date_text(on, Language::nl) + " vergelijkt " + uneven.symbol + " " +
              period(uneven.compared, Language::nl) + " met " +
              period(uneven.reference, Language::nl) + ", " + count_of(apart, "maand", "maanden") +
              " uit elkaar, terwijl de prijs " + interval(uneven.every, Language::nl) +
              " wordt aangepast"};
}

Phrase in_words(const UnevenFigures& uneven, Date on) {
  Phrase made = title(uneven, on);
  made.en.front() = 'O';
  made.nl.front() = 'O';
  return {made.en + ".", made.nl + "."};
}

Phrase remedy(const UnevenFigures& uneven) {
  const std::string base = "`base = \"" + uneven.every.text() + " earlier\"`";
  return {base + " compares with the same period one step earlier; or name the period in `use`",
          base +
              " vergelijkt met dezelfde periode één aanpassing eerder; of noem de periode in "
              "`use`"};
}

}  // namespace pricetalk
