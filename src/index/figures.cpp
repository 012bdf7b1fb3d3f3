#include "pricetalk/index/figures.hpp"

#include <algorithm>
#include <map>

#include "document/reader.hpp"
#include "document/words.hpp"
#include "index/figures_dictionary.hpp"

namespace pricetalk {

namespace {

bool is_series_id(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '/' || c == '.';
  });
}

}  // namespace

Phrase Leaf<FigureRow>::expected() {
  return {"a row [period, value, status, published]",
          "een rij [periode, waarde, status, publicatiedag]"};
}

namespace {

/// `["2025-01", 100,5]`: a decimal comma makes two values of one.
bool has_decimal_comma(const DocumentNode& row) {
  const auto whole = [](const DocumentNode& cell) {
    return cell.kind == DocumentNode::Kind::number &&
           cell.raw.find_first_not_of("0123456789-") == std::string::npos;
  };
  return row.items.size() > 2 && whole(row.items[1]) && whole(row.items[2]);
}

bool say_decimal_comma(Reader& reader, const DocumentNode& row) {
  const std::string& whole = row.items[1].raw;
  const std::string& behind = row.items[2].raw;
  return reader.error("T0101", row.items[1].span,
                      {"a number has a decimal point, not a comma",
                       "een getal heeft een decimale punt, geen komma"},
                      document::write(whole + "." + behind));
}

}  // namespace

bool Leaf<FigureRow>::read(Reader& reader, const DocumentNode& node, FigureRow& out) {
  if (node.kind != DocumentNode::Kind::list || node.items.size() < 2 || node.items.size() > 5)
    return false;
  if (has_decimal_comma(node)) return say_decimal_comma(reader, node);
  if (node.items.size() > 4) return false;
  bool good = reader.value(node.items[0], out.period) && reader.value(node.items[1], out.value);
  if (node.items.size() > 2) good = good && reader.value(node.items[2], out.status);
  if (node.items.size() > 3) {
    Date day;
    good = good && reader.value(node.items[3], day);
    out.published = day;
  }
  return good;
}

Phrase Leaf<CalendarRow>::expected() {
  return {"a row [period, date]", "een rij [periode, datum]"};
}

bool Leaf<CalendarRow>::read(Reader& reader, const DocumentNode& node, CalendarRow& out) {
  if (node.kind != DocumentNode::Kind::list || node.items.size() != 2) return false;
  return reader.value(node.items[0], out.period) && reader.value(node.items[1], out.day);
}

Phrase Leaf<SeriesId>::expected() {
  return {"the id of a series (letters, digits, - _ / .)",
          "de naam van een reeks (letters, cijfers, - _ / .)"};
}

bool Leaf<SeriesId>::read(Reader&, const DocumentNode& node, SeriesId& out) {
  if (node.kind != DocumentNode::Kind::text || !is_series_id(node.raw)) return false;
  out.value = node.raw;
  return true;
}

namespace {

/// What the rows of one table have in common.
struct Origin {
  std::optional<Date> retrieved;
  bool by_hand = false;
  std::size_t table = 0;  ///< 0: the figures of the series itself; then each import
};

/// The last record of a period.
struct LastRecord {
  RecordId id = 0;
  std::size_t table = 0;  ///< of the tables of its series, the one that states it
};

/// A row and the words that stated it become a record; a later row of the same period revises it.
/// One table does not say two things of a period on one day; a later one may.
void append(Series& series, const Stated<FigureRow>& row, const Origin& origin,
            std::map<Period, LastRecord>& latest, Diagnostics& diagnostics) {
  const FigureRow& figure = row.value;
  Observation made{.period = figure.period,
                   .value = figure.value,
                   .status = figure.status,
                   .published = figure.published,
                   .retrieved = origin.retrieved,
                   .by_hand = origin.by_hand,
                   .supersedes = {},
                   .where = row.where.value_or(Span{})};
  if (const auto found = latest.find(figure.period); found != latest.end()) {
    const Observation& earlier = series.records[found->second.id];
    if (found->second.table == origin.table && earlier.status == figure.status &&
        earlier.published == figure.published && earlier.retrieved == origin.retrieved) {
      const std::string revised =
          "[\"" + figure.period.text() + "\", " + figure.value.text() + ", \"revised\"]";
      Diagnostic repeated{
          .severity = Severity::error,
          .code = "I0101",
          .span = made.where,
          .title = {"period " + figure.period.text() + " stands twice with the same status and day",
                    "periode " + figure.period.text() +
                        " staat er twee keer met dezelfde status en dag"},
          .hint = {"is it a revision? write " + revised +
                       ", with its day of publication where that is known",
                   "is het een herziening? schrijf " + revised +
                       ", met de publicatiedag als die bekend is"},
          .context = {{earlier.where, {"first here", "eerst hier"}}},
          .clause = {}};
      diagnostics.add(std::move(repeated));
      return;
    }
    made.supersedes = found->second.id;
  }
  latest[figure.period] = {static_cast<RecordId>(series.records.size()), origin.table};
  series.records.push_back(made);
}

template <class T>
auto text_of(const std::optional<Stated<T>>& stated) {
  if constexpr (std::is_same_v<T, SeriesId>)
    return stated ? stated->value.value : std::string();
  else
    return stated ? stated->value : std::string();
}

void add_link(Series& series, const SeriesLinkTerms& terms, Diagnostics& diagnostics) {
  if (terms.coefficient.has_value() == terms.coefficient_to_next.has_value()) {
    diagnostics.error(
        "I0105", terms.span,
        {"a published link has one coefficient",
         "een gepubliceerde koppeling heeft één coëfficiënt"},
        {"write coefficient (figure here = figure in next × coefficient) or coefficient_to_next, "
         "as the publisher states it",
         "schrijf coefficient (cijfer hier = cijfer in next × coëfficiënt) of "
         "coefficient_to_next, zoals de uitgever het vermeldt"});
    return;
  }
  const bool to_next = terms.coefficient_to_next.has_value();
  const Stated<Decimal>& stated = to_next ? *terms.coefficient_to_next : *terms.coefficient;
  if (stated.value.is_zero() || stated.value.is_negative()) {
    diagnostics.error("I0106", stated.where.value_or(terms.span),
                      {"a coefficient is greater than zero", "een coëfficiënt is groter dan nul"},
                      {"write it as published, for example 1.35298",
                       "schrijf hem zoals gepubliceerd, bijvoorbeeld 1.35298"});
    return;
  }
  series.links.push_back({terms.next.value.value,
                          terms.at ? std::optional(terms.at->value) : std::nullopt, stated.value,
                          to_next,
                          terms.published ? std::optional(terms.published->value) : std::nullopt,
                          text_of(terms.source)});
}

Series to_one(const SeriesTerms& terms, Diagnostics& diagnostics) {
  Series made;
  made.id = terms.id.value.value;
  made.title = terms.title ? terms.title->value : made.id;
  made.publisher = text_of(terms.publisher);
  made.table = text_of(terms.table);
  made.base = text_of(terms.base);
  made.unit = terms.unit.value;
  if (terms.decimals) made.decimals = terms.decimals->value;
  if (terms.frequency) made.frequency = terms.frequency->value;
  if (terms.retrieved) made.retrieved = terms.retrieved->value;
  made.licence = text_of(terms.licence);
  made.source = text_of(terms.source);
  made.note = text_of(terms.note);
  if (terms.currency) made.currency = terms.currency->value;
  made.per = text_of(terms.per);
  made.successor = text_of(terms.successor);
  if (terms.stopped) made.stopped = terms.stopped->value;
  std::vector<SeriesBreak> breaks;
  for (const BreakTerms& b : terms.breaks) breaks.push_back({b.from.value, b.what.value});
  made.breaks = MethodBreaks(std::move(breaks));
  for (const HoleTerms& h : terms.holes) made.holes.push_back({h.period.value, h.why.value});
  for (const SeriesLinkTerms& l : terms.links) add_link(made, l, diagnostics);
  made.derived = text_of(terms.derived);
  made.mean_of = text_of(terms.mean_of);
  made.rate_of = text_of(terms.rate_of);
  for (const DisagreementTerms& d : terms.disagreements)
    made.disagreements.push_back({d.period.value, d.why.value});
  for (const auto& row : terms.calendar)
    made.calendar.emplace_back(row.value.period, row.value.day);
  made.calendar_source = text_of(terms.calendar_source);
  made.where = terms.span;
  if (made.decimals && (*made.decimals < 0 || *made.decimals > 18))
    diagnostics.error(
        "I0102", *terms.decimals->where,
        {"a figure has 0 to 18 decimals", "een cijfer heeft 0 tot en met 18 decimalen"},
        {"write how many decimals the publisher prints, for example 2",
         "schrijf hoeveel decimalen de uitgever vermeldt, bijvoorbeeld 2"});
  if (!made.calendar.empty() && made.calendar_source.empty())
    diagnostics.error(
        "I0103", terms.calendar.front().where.value_or(terms.span),
        {"a calendar needs calendar_source", "een kalender heeft calendar_source nodig"},
        {"say where these days of publication are stated, for example "
         "calendar_source = \"CBS publication calendar 2026\"",
         "vermeld waar deze publicatiedagen staan, bijvoorbeeld "
         "calendar_source = \"CBS-publicatiekalender 2026\""});
  std::map<Period, LastRecord> latest;
  for (const auto& row : terms.figures) append(made, row, {made.retrieved}, latest, diagnostics);
  std::size_t table = 0;
  for (const ImportTerms& import : terms.imports) {
    const Origin origin{import.retrieved.value, import.by_hand && import.by_hand->value, ++table};
    for (const auto& row : import.figures) append(made, row, origin, latest, diagnostics);
    if (import.table) made.also_called.push_back(import.table->value);
  }
  return made;
}

}  // namespace

std::vector<Series> to_series(const std::vector<SeriesTerms>& terms, Diagnostics& diagnostics) {
  std::vector<Series> made;
  std::map<std::string, Span> seen;
  for (const SeriesTerms& one : terms) {
    if (one.id.value.value.empty()) continue;  // reported as missing
    const auto [at, fresh] = seen.emplace(one.id.value.value, one.span);
    if (!fresh) {
      diagnostics.add(
          {.severity = Severity::error,
           .code = "I0104",
           .span = one.span,
           .title = {"series '" + at->first + "' stands twice in this file",
                     "reeks '" + at->first + "' staat twee keer in dit bestand"},
           .hint = {"put all rows under one heading, or give one of them another id",
                    "zet alle regels onder één kopje, of geef een van beide een andere id"},
           .context = {{at->second, {"first here", "eerst hier"}}},
           .clause = {}});
      continue;
    }
    made.push_back(to_one(one, diagnostics));
  }
  return made;
}

void check_schema(const Stated<int>& schema, Diagnostics& diagnostics) {
  if (schema.where && schema.value != 1)
    diagnostics.error(
        "T0306", *schema.where,
        {"this version does not know schema " + std::to_string(schema.value),
         "deze versie kent schema " + std::to_string(schema.value) + " niet"},
        {"write schema = 1; a file with a higher number needs a newer pricetalk",
         "schrijf schema = 1; voor een hoger nummer is een nieuwere pricetalk nodig"});
}

Loaded<std::vector<Series>> read_figures(const SourcePtr& source) {
  Loaded<std::vector<Series>> made;
  made.diagnostics.keep(source);
  Loaded<FiguresFileTerms> terms = read_terms<FiguresFileTerms>(source);
  made.diagnostics.append(terms.diagnostics);
  if (!terms.value) return made;
  check_schema(terms.value->schema, made.diagnostics);
  made.value = to_series(terms.value->series, made.diagnostics);
  return made;
}

}  // namespace pricetalk
