#include "index/publication/statbel_facts.hpp"

#include <algorithm>
#include <array>

#include "document/words.hpp"
#include "index/publication/figure_text.hpp"

namespace pricetalk::publication {

using document::lower;
using document::trimmed;

namespace {

template <std::size_t N>
bool one_of(const std::string& word, const std::array<std::string_view, N>& known) {
  return std::find(known.begin(), known.end(), word) != known.end();
}

bool holds(const std::string& word, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return word.find(part) != std::string::npos; });
}

constexpr const char* consumer_prices = "Consumptieprijsindex";
constexpr std::string_view consumer_prices_word = "consumptieprijs";

/// "Gezondheidsindex" or "Consumptieprijsindex" under whatever name; nothing for another word.
std::optional<std::string> index_named(std::string_view name) {
  const std::string word = lower(name);
  const bool smoothed = holds(word, {"afgevlakt", "smoothed", "liss", "geglättet"});
  const bool health =
      holds(word, {"gezondheidsindex", "health index", "indice santé", "gesundheitsindex"});
  if (smoothed) return "Afgevlakte gezondheidsindex";
  if (health) return "Gezondheidsindex";
  if (holds(word,
            {consumer_prices_word, "consumer price", "prix à la consommation", "verbraucherpreis"}))
    return consumer_prices;
  return std::nullopt;
}

bool is_rate(const std::string& word) { return holds(word, {"inflat", "%", "procent"}); }

/// The whole, not one of its parts.
bool is_total(std::string_view level) {
  static constexpr std::array<std::string_view, 8> known{"",
                                                         "totaal",
                                                         "total",
                                                         "algemene index",
                                                         "general index",
                                                         "indice général",
                                                         "gesamtindex",
                                                         "insgesamt"};
  const std::string word = lower(level);
  return one_of(word, known) || index_named(level) == consumer_prices;
}

}  // namespace

StatbelNames::StatbelNames(const std::vector<std::string>& names) : names_(names) {
  static constexpr std::array<std::string_view, 4> years{"jaar", "year", "année", "jahr"};
  static constexpr std::array<std::string_view, 4> quarters{"kwartaal", "quarter", "trimestre",
                                                            "quartal"};
  static constexpr std::array<std::string_view, 8> months{"maand",
                                                          "month",
                                                          "mois",
                                                          "monat",
                                                          "referentiemaand",
                                                          "reference month",
                                                          "mois de référence",
                                                          "referenzmonat"};
  static constexpr std::array<std::string_view, 6> bases{"basisjaar", "base year", "année de base",
                                                         "basisjahr", "basis",     "base"};
  bool has_consumer_prices = false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string word = lower(trimmed(names[i]));
    if (one_of(word, years))
      year_ = i;
    else if (one_of(word, quarters))
      quarter_ = i;
    else if (one_of(word, months))
      month_ = i;
    else if (one_of(word, bases))
      base_ = i;
    else if (holds(word, {"index", "indice", "inflat", "prix à la consommation"}) &&
             !holds(word, {"niveau", "level", "stufe"}))
      figures_.push_back(i);
    else
      levels_.push_back(i);
    // Others publish a consumer price index as well, but no health index, and not in these words.
    const auto index = index_named(names[i]);
    index_named_ =
        index_named_ || (index && *index != consumer_prices) || holds(word, {consumer_prices_word});
    has_consumer_prices = has_consumer_prices || index == consumer_prices;
  }
  index_named_ = index_named_ || (has_consumer_prices && base_);
}

std::optional<std::size_t> StatbelFacts::series_of(const StatbelNames& names,
                                                   const std::vector<std::string_view>& cells,
                                                   std::size_t figure) {
  std::vector<std::string> key{names.name(figure)};
  if (names.base()) key.emplace_back(cells[*names.base()]);
  for (const std::size_t level : names.levels()) key.emplace_back(cells[level]);
  const auto [at, fresh] = known_.emplace(key, std::nullopt);
  if (!fresh) return at->second;
  Head head;
  head.publisher = "Statbel";
  head.table = index_named(names.name(figure)).value_or(names.name(figure));
  head.title = names.name(figure);
  head.loses_zeros = true;
  head.states_status = false;
  if (is_rate(lower(names.name(figure)))) head.unit = SeriesUnit::percent;
  if (head.unit == SeriesUnit::index)
    head.base = base_in(names.base() ? cells[*names.base()] : std::string_view(head.title));
  for (const std::size_t level : names.levels()) {
    if (is_total(cells[level])) continue;
    // A view of the CPI holds the health index as one of its levels.
    if (const auto own = index_named(cells[level]))
      head.table = *own;
    else
      head.table += " " + std::string(cells[level]);
    head.title += ", " + std::string(cells[level]);
  }
  if (head.unit == SeriesUnit::index && head.base.empty())
    into_.remark({head.table + ": the file does not say on which base the figures stand",
                  head.table + ": het bestand zegt niet op welke basis de cijfers staan"});
  at->second = into_.open(head);
  return at->second;
}

std::optional<StatbelFact::Problem> StatbelFacts::add(const StatbelNames& names,
                                                      const std::vector<std::string_view>& cells,
                                                      std::size_t figure, Span where) {
  const std::optional<std::size_t> finest = names.month()     ? names.month()
                                            : names.quarter() ? names.quarter()
                                                              : names.year();
  // The month may hold its year; if not, the year stands beside it.
  const std::string own(trimmed(cells[*finest]));
  auto period = read_period(own);
  if (names.year() && finest != names.year() &&
      (!period || period->unit() == Unit::year || period->unit() == Unit::day)) {
    const std::string year(trimmed(cells[*names.year()]));
    period = read_period(year + " " + own);
    if (!period && own.size() <= 2 && document::all_digits(own))
      period = read_period(year + (names.month() ? "M" : "Q") + own);
  }
  if (!period)
    return StatbelFact::Problem{
        *finest, own, {"month, quarter or year", "maand, kwartaal of jaar"}};
  PublishedRow made;
  made.period = *period;
  made.where = where;
  const std::string_view text = trimmed(cells[figure]);
  if (!text.empty() && text != "." && text != "-" && text != "null") {
    // CSV is written with either sign; no figure of these views has thousands.
    const bool comma = text.find(',') != std::string_view::npos;
    if (!comma || text.find('.') == std::string_view::npos)
      made.value = read_number(text, comma ? DecimalMark::comma : DecimalMark::point);
    if (!made.value) return StatbelFact::Problem{figure, std::string(text), {"figure", "cijfer"}};
  }
  if (const auto series = series_of(names, cells, figure)) into_.add(*series, std::move(made));
  return std::nullopt;
}

}  // namespace pricetalk::publication
