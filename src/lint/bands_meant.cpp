#include "lint/bands_meant.hpp"

#include "contract/accepted.hpp"
#include "contract/band_asked.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr const char* bands_code = "W0114";

/// The bound of a table that lies furthest from nothing.
std::optional<Decimal> largest_bound(const BandTable& table) {
  std::optional<Decimal> most;
  for (const BandTable::Band& band : table.bands)
    for (const auto& bound : {band.from, band.up_to})
      if (bound && (!most || abs(Ratio(*most)) < abs(Ratio(*bound)))) most = bound;
  return most;
}

/// The last figure of an index whose figures are levels.
std::optional<Decimal> level_asked(const IndexRead& read, const Library& library) {
  const Series* series = library.find(read.series.value.value);
  if (series == nullptr || series->unit != SeriesUnit::index || series->records.empty())
    return std::nullopt;
  return series->records.back().value;
}

std::optional<Doubt> asked_with_a_level(const Clause& clause, const BandTable& table,
                                        const Library& library) {
  const auto bound = largest_bound(table);
  if (!bound || Ratio(1) <= abs(Ratio(*bound))) return std::nullopt;
  for (const BandAsked& asked : asked_of(clause, table.name)) {
    const IndexRead* read = asked.index.empty() ? nullptr : clause.find(asked.index);
    const auto level = read == nullptr ? std::nullopt : level_asked(*read, library);
    if (!level || Ratio(*level) < Ratio(10)) continue;
    const auto title = [&](Language language) {
      const std::string end =
          decimal_text(*(Ratio(*bound) * Ratio(100)).exact_decimal(), language) + "%";
      const std::string figure = decimal_text(*level, language);
      const std::string bands = say(language, "the bands of table ", "de banden van tabel ") +
                                table.name + say(language, " end at ", " eindigen bij ") + end;
      if (asked.points)
        return bands + say(language,
                           ", and " + asked.index + " - " + asked.index + "0 is in points of " +
                               figure + ": points are no percentages",
                           ", en " + asked.index + " - " + asked.index + "0 is in punten van " +
                               figure + ": punten zijn geen procenten");
      return bands + say(language,
                         ", and " + asked.index + " is a level, " + figure +
                             ": the same band counts on every date",
                         ", en " + asked.index + " is een stand, " + figure +
                             ": op elke datum geldt dezelfde band");
    };
    const std::string change = "`" + table.name + "(" + asked.index + "/" + asked.index + "0 - 1)`";
    return Doubt{bands_code,
                 clause.ladders.front().ladder.formula.where.value_or(clause.where),
                 {title(Language::en), title(Language::nl)},
                 unless_accepted(bands_code, {"ask with the change, " + change,
                                              "vraag met de verandering, " + change})};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Doubt> bands_of_levels(const Contract& contract, const Library& library) {
  std::vector<Doubt> found;
  for (const Clause& clause : contract.clauses) {
    if (accepts(clause.accepts, bands_code)) continue;
    for (const BandTable& table : clause.tables)
      if (auto one = asked_with_a_level(clause, table, library)) found.push_back(std::move(*one));
  }
  return found;
}

}  // namespace pricetalk
