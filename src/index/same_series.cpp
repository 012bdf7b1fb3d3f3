#include "index/same_series.hpp"

#include <algorithm>
#include <utility>

#include "document/time_words.hpp"
#include "document/words.hpp"

namespace pricetalk {

using document::lower;

namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> found;
  std::string word;
  const auto add = [&] {
    if (word.empty()) return;
    for (const Unit unit : all_units)
      if (word == lower(words(unit).nl)) word = unit_word(unit);
    found.push_back(std::exchange(word, {}));
  };
  for (const char c : lower(text)) {
    const bool part = c != ' ' && c != ',' && c != ';' && c != ':' && c != '"';
    if (part)
      word += c;
    else
      add();
  }
  add();
  std::sort(found.begin(), found.end());
  return found;
}

bool is_same(const Series& known, const PublishedSeries& found) {
  return lower(known.publisher) == lower(found.publisher) && is_called(known, found.table) &&
         can_be_same(known, found) && known.derived.empty();
}

/// How the figures of both agree over the periods that both have.
struct Overlap {
  int compared = 0;
  int equal = 0;
  bool near = true;  ///< every pair differs by less than 2 %
};

Overlap overlap(const Series& known, const PublishedSeries& found) {
  Overlap made;
  for (const PublishedRow& row : found.rows) {
    const auto records = known.records.of(row.period);
    if (!row.value || records.empty()) continue;
    const Decimal& old = known.records[records.back()].value;
    ++made.compared;
    if (old == *row.value) ++made.equal;
    if (old.is_zero()) continue;
    const Ratio factor = Ratio(*row.value) / Ratio(old);
    made.near = made.near && factor > Ratio::of(98, 100) && factor < Ratio::of(102, 100);
  }
  return made;
}

/// Those of which something holds, unless it holds of none.
template <class Holds>
void keep_if_any(std::vector<const PublishedSeries*>& chosen, Holds holds) {
  if (std::any_of(chosen.begin(), chosen.end(), holds))
    std::erase_if(chosen, [&](const auto* each) { return !holds(each); });
}

std::string all_words(const std::vector<std::string>& only) {
  std::string all;
  for (const std::string& words : only) all += " " + words;
  return all;
}

}  // namespace

std::string unit_word(Unit unit) { return words(unit).en; }

bool is_called(const Series& known, const std::string& table) {
  const auto wanted = words_of(table);
  return (!known.table.empty() && words_of(known.table) == wanted) ||
         std::any_of(known.also_called.begin(), known.also_called.end(),
                     [&](const std::string& other) { return words_of(other) == wanted; });
}

namespace {

/// A table of one's own names no unit, unless its figures have a % sign.
bool says_no_unit(const PublishedSeries& found) {
  return found.format == PublicationFormat::plain_csv && found.unit != SeriesUnit::percent;
}

}  // namespace

bool can_be_same(const Series& known, const PublishedSeries& found) {
  return (known.base.empty() || found.base.empty() || known.base == found.base) &&
         (known.unit == found.unit || says_no_unit(found)) &&
         has_figures_per(known, found.frequency);
}

bool has_figures_per(const Series& known, Unit unit) {
  if (known.frequency) return *known.frequency == unit;
  return known.records.empty() || !known.records.of(unit).empty();
}

const Series* with_most_figures_of(const Library& library, const PublishedSeries& found) {
  const Series* best = nullptr;
  int most = 0;
  for (const auto& series : library.all()) {
    if (!can_be_same(*series, found) || !series->derived.empty()) continue;
    const Overlap both = overlap(*series, found);
    if (!both.near || both.equal < most || both.equal == 0) continue;
    best = both.equal == most ? nullptr : series.get();
    most = both.equal;
  }
  return best;
}

std::vector<const Series*> same_in_library(const Library& library, const PublishedSeries& found) {
  std::vector<const Series*> same;
  for (const auto& series : library.all())
    if (is_same(*series, found)) same.push_back(series.get());
  if (same.size() < 2) return same;
  std::vector<const Series*> agreeing;
  int most_equal = 0;
  for (const Series* each : same) {
    const Overlap both = overlap(*each, found);
    if (both.compared == 0 || !both.near) continue;
    if (both.equal > most_equal) {
      agreeing.clear();
      most_equal = both.equal;
    }
    if (both.equal == most_equal) agreeing.push_back(each);
  }
  return agreeing.empty() ? same : agreeing;
}

bool asked_for(const PublishedSeries& found, const Series* known,
               const std::vector<std::string>& only) {
  std::vector<std::string> mine =
      words_of(found.publisher + " " + found.table + " " + found.title + " " + found.base + " " +
               unit_word(found.frequency) + " " + found.file);
  if (known != nullptr) mine.push_back(lower(known->id));
  const auto wanted = words_of(all_words(only));
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return std::find(mine.begin(), mine.end(), word) != mine.end();
  });
}

void keep_what_fits(std::vector<const PublishedSeries*>& chosen, const Series* named,
                    const std::vector<std::string>& only) {
  if (named != nullptr && chosen.size() > 1)
    keep_if_any(chosen, [&](const auto* each) { return can_be_same(*named, *each); });
  if (only.empty()) return;
  const auto wanted = words_of(all_words(only));
  const auto keep = [&](auto is_meant) {
    if (chosen.size() > 1 && std::count_if(chosen.begin(), chosen.end(), is_meant) == 1)
      std::erase_if(chosen, [&](const auto* each) { return !is_meant(each); });
  };
  keep(
      [&](const PublishedSeries* each) { return words_of(choice(*each, Language::en)) == wanted; });
  keep([&](const PublishedSeries* each) { return words_of(each->table) == wanted; });
  // "81 contractuele loonkosten per uur": a measure that is spelled out, and not one that has the
  // same words and more.
  const auto spelled_out = [&](const PublishedSeries* each) {
    const auto measure = words_of(each->title.substr(0, each->title.find(',')));
    return !measure.empty() &&
           std::includes(wanted.begin(), wanted.end(), measure.begin(), measure.end());
  };
  keep_if_any(chosen, spelled_out);
}

std::string choice(const PublishedSeries& found, Language language) {
  return (found.table.empty() ? found.title.empty() ? found.file : found.title : found.table) +
         " " + words(found.frequency).in(language) + (found.base.empty() ? "" : " " + found.base);
}

}  // namespace pricetalk
