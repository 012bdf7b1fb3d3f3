#include "scenario/scenario_terms.hpp"

#include <algorithm>

namespace pricetalk {

using Kind = DocumentNode::Kind;

bool SeriesPattern::matches(std::string_view series) const {
  if (exact()) return series == text;
  return series.starts_with(std::string_view(text).substr(0, text.size() - 1));
}

Phrase Leaf<SeriesPattern>::expected() {
  return {"the id of a series, or its beginning and *",
          "de naam van een reeks, of het begin ervan en *"};
}

bool Leaf<SeriesPattern>::read(Reader&, const DocumentNode& node, SeriesPattern& out) {
  if (node.kind != Kind::text || node.raw.empty()) return false;
  const std::string_view name =
      node.raw.back() == '*' ? std::string_view(node.raw).substr(0, node.raw.size() - 1) : node.raw;
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '/' || c == '.';
  };
  if (!std::all_of(name.begin(), name.end(), allowed)) return false;
  out.text = node.raw;
  return true;
}

Phrase Leaf<PathFigure>::expected() {
  return {"a row [period, value]", "een rij [periode, waarde]"};
}

bool Leaf<PathFigure>::read(Reader& reader, const DocumentNode& node, PathFigure& out) {
  if (node.kind != Kind::list || node.items.size() != 2) return false;
  return reader.value(node.items[0], out.period) && reader.value(node.items[1], out.value);
}

Phrase Leaf<YearlyGrowth>::expected() {
  return {"a percentage, or a table of years", "een percentage, of een tabel van jaren"};
}

namespace {

std::optional<int> year_of(std::string_view key) {
  if (key.size() != 4 || key.front() == '0') return std::nullopt;
  int year = 0;
  for (const char c : key) {
    if (c < '0' || c > '9') return std::nullopt;
    year = year * 10 + (c - '0');
  }
  return year;
}

/// The value is there all the same, so that nobody asks for a rule as well.
bool years_error(Reader& reader, Span where, Phrase title) {
  reader.error("S0111", where, std::move(title),
               {"for example { 2026 = \"2.4%\", 2027 = \"2.1%\", then = \"2%\" }",
                "bijvoorbeeld { 2026 = \"2.4%\", 2027 = \"2.1%\", then = \"2%\" }"});
  return true;
}

/// A percentage that holds always, or a table of years that follow each other and `then`.
template <class Years, class ReadYear>
bool read_years(Reader& reader, const DocumentNode& node, Years& out, const ReadYear& read_year) {
  if (node.kind != Kind::table) return reader.value(node, out.then);
  bool then = false;
  for (const Entry& entry : node.entries) {
    if (entry.key == "then") {
      if (!reader.value(entry.value, out.then)) return false;
      then = true;
      continue;
    }
    const auto year = year_of(entry.key);
    if (!year)
      return years_error(reader, entry.key_span,
                         {"'" + entry.key + "' is no year", "'" + entry.key + "' is geen jaar"});
    out.years.emplace_back();
    out.years.back().first = *year;
    if (!read_year(entry.value, out.years.back().second)) return false;
  }
  std::sort(out.years.begin(), out.years.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 1; i < out.years.size(); ++i)
    if (const int missing = out.years[i - 1].first + 1; missing != out.years[i].first)
      return years_error(reader, node.span,
                         {"the year " + std::to_string(missing) + " is not stated",
                          "het jaar " + std::to_string(missing) + " ontbreekt"});
  if (!then)
    return years_error(reader, node.span,
                       {"how it grows after the last year is not stated",
                        "hoe het na het laatste jaar groeit, ontbreekt"});
  return true;
}

}  // namespace

bool Leaf<YearlyGrowth>::read(Reader& reader, const DocumentNode& node, YearlyGrowth& out) {
  return read_years(reader, node, out, [&](const DocumentNode& year, Percent& percent) {
    return reader.value(year, percent);
  });
}

Phrase Leaf<YearlyMeans>::expected() {
  return {"a percentage, or a table of years", "een percentage, of een tabel van jaren"};
}

bool Leaf<YearlyMeans>::read(Reader& reader, const DocumentNode& node, YearlyMeans& out) {
  return read_years(reader, node, out, [&](const DocumentNode& year, YearMean& mean) {
    if (year.kind == Kind::number) return reader.value(year, mean.emplace<Decimal>());
    return reader.value(year, mean.emplace<Percent>());
  });
}

}  // namespace pricetalk
