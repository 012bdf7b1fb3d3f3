#include "lint/bands_meant.hpp"

#include <algorithm>

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

/// What a band gives, where it is written as a percentage other than 0%.
std::optional<Ratio> percentage_of(const BandTerms& band) {
  if (band.gives.value.form != Form::percent || band.gives.value.value.is_zero())
    return std::nullopt;
  return Ratio(band.gives.value.value);
}

bool lies_between(const Ratio& value, const std::optional<Ratio>& one,
                  const std::optional<Ratio>& other) {
  if (!one || !other) return false;
  return std::min(*one, *other) <= value && value <= std::max(*one, *other);
}

/// The first band that gives a hundredth of what can be meant; nothing where none does.
const BandTerms* hardly_moving(const std::vector<BandTerms>& rows, const Ratio& smallest) {
  const BandTerms* first = nullptr;
  bool all = true;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto gives = percentage_of(rows[i]);
    if (!gives) {
      all = all && rows[i].gives.value.value.is_zero();
      continue;
    }
    if (smallest <= abs(*gives)) {
      all = false;
      continue;
    }
    if (first == nullptr) first = &rows[i];
    if (i == 0 || i + 1 == rows.size()) continue;
    const auto before = percentage_of(rows[i - 1]);
    const auto after = percentage_of(rows[i + 1]);
    if (!lies_between(*gives, before, after) && lies_between(*gives * Ratio(100), before, after))
      return &rows[i];
  }
  return all ? first : nullptr;
}

bool rises_or_falls_throughout(const std::vector<Ratio>& values) {
  const auto rises = [](const Ratio& a, const Ratio& b) { return a < b; };
  const auto falls = [](const Ratio& a, const Ratio& b) { return b < a; };
  const auto all = [&](const auto& goes) {
    for (std::size_t i = 1; i < values.size(); ++i)
      if (!goes(values[i - 1], values[i])) return false;
    return true;
  };
  return all(rises) || all(falls);
}

/// 0%, 3%, 1.5%, 4.5%: the first of two neighbours that would be in order exchanged; nothing where
/// the bands are in order, or no exchange of two makes them so.
std::optional<std::size_t> exchanged_bands(const std::vector<BandTerms>& rows) {
  constexpr std::size_t bands_that_show_an_order = 4;
  if (rows.size() < bands_that_show_an_order) return std::nullopt;
  std::vector<Ratio> values;
  values.reserve(rows.size());
  for (const BandTerms& each : rows) values.emplace_back(Ratio(each.gives.value.value));
  if (rises_or_falls_throughout(values)) return std::nullopt;
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i + 1 < values.size(); ++i) {
    std::swap(values[i], values[i + 1]);
    if (rises_or_falls_throughout(values)) {
      if (found) return std::nullopt;
      found = i;
    }
    std::swap(values[i], values[i + 1]);
  }
  return found;
}

std::string written(const Scalar& value, Language language) {
  return value.form == Form::percent ? exact_percent_text(Ratio(value.value), language)
                                     : decimal_text(value.value, language);
}

}  // namespace

std::vector<Doubt> bands_out_of_order(const Contract& contract) {
  std::vector<Doubt> found;
  for (const auto& clause : contract.terms.clause) {
    const Clause* resolved = contract.find_clause(clause.id);
    if (resolved == nullptr || accepts(resolved->accepts, bands_code)) continue;
    for (const auto& table : clause.terms.tables) {
      const auto first = exchanged_bands(table.terms.rows);
      if (!first || !table.terms.rows[*first].gives.where) continue;
      const auto& one = table.terms.rows[*first].gives;
      const auto& next = table.terms.rows[*first + 1].gives;
      const auto title = [&](Language language) {
        return say(language, "the bands of table ", "de banden van tabel ") + table.id +
               say(language, " are in order but for ", " lopen op volgorde, behalve ") +
               written(one.value, language) + say(language, " before ", " vóór ") +
               written(next.value, language);
      };
      found.push_back({bands_code,
                       *one.where,
                       {title(Language::en), title(Language::nl)},
                       unless_accepted(bands_code, {"are these two exchanged? hold them against "
                                                    "the table of the contract",
                                                    "zijn deze twee verwisseld? leg ze naast de "
                                                    "tabel van het contract"})});
    }
  }
  return found;
}

std::vector<Doubt> bands_that_hardly_move(const Contract& contract, const TrialLimits& limits) {
  std::vector<Doubt> found;
  const Ratio smallest = limits.smallest_cap.value.as_fraction();
  for (const auto& clause : contract.terms.clause) {
    const Clause* resolved = contract.find_clause(clause.id);
    if (resolved == nullptr || accepts(resolved->accepts, bands_code)) continue;
    for (const auto& table : clause.terms.tables) {
      const BandTerms* band = hardly_moving(table.terms.rows, smallest);
      if (band == nullptr || !band->gives.where) continue;
      const Ratio gives = *percentage_of(*band);
      const auto title = [&](Language language) {
        return say(language, "a band of table ", "een band van tabel ") + table.id +
               say(language, " gives ", " geeft ") + exact_percent_text(gives, language) +
               say(language, ": a price of 100.00 becomes ", ": een prijs van 100,00 wordt ") +
               decimal_text(round((Ratio(1) + gives) * Ratio(100), Rounding::decimals(2)),
                            language);
      };
      const std::string meant = exact_percent_text(gives * Ratio(100), Language::en);
      found.push_back(
          {bands_code,
           *band->gives.where,
           {title(Language::en), title(Language::nl)},
           unless_accepted(bands_code,
                           {"is " + meant + " meant, write gives = \"" + meant + "\"",
                            "is " + exact_percent_text(gives * Ratio(100), Language::nl) +
                                " bedoeld, schrijf dan gives = \"" + meant + "\""})});
    }
  }
  return found;
}

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
