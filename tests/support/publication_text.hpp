#pragma once

#include <memory>
#include <string>

#include "index/publication.hpp"

/// Files of publishers inside a test, and what was read from them as short texts.
namespace publication_text {

using namespace pricetalk;

inline Loaded<Publication> read(const std::string& text, const std::string& name = "file") {
  return read_publication({std::make_shared<const SourceText>(name, text)});
}

/// `2024-05=119.3 2024-06=- 2024-07=119.8p`: a figure a period; `-` where the period is listed
/// without one; p provisional, e estimate, r revised.
inline std::string rows(const PublishedSeries& series) {
  std::string all;
  for (const PublishedRow& row : series.rows) {
    all += (all.empty() ? "" : " ") + row.period.text() + "=";
    all += row.value ? row.value->text() : "-";
    if (row.status == FigureStatus::provisional) all += "p";
    if (row.status == FigureStatus::estimate) all += "e";
    if (row.status == FigureStatus::revised) all += "r";
  }
  return all;
}

/// `Destatis | 61111-0002 | 2020=100 | index | month`.
inline std::string head(const PublishedSeries& series) {
  constexpr const char* units[] = {"index", "percent", "price", "ratio"};
  constexpr const char* frequencies[] = {"day", "week", "month", "quarter", "year"};
  return series.publisher + " | " + series.table + " | " + series.base + " | " +
         units[static_cast<std::size_t>(series.unit)] + " | " +
         frequencies[static_cast<std::size_t>(series.frequency)];
}

/// `I0307 4:9 'abc'` for every problem, in order: code, line, column and the text it points at.
inline std::string problems(const Loaded<Publication>& loaded) {
  std::string all;
  for (const Diagnostic& each : loaded.diagnostics.sorted()) {
    all += (all.empty() ? "" : "; ") + each.code;
    if (each.span.source != nullptr) {
      const auto at = each.span.source->position(each.span.begin);
      all += " " + std::to_string(at.line) + ":" + std::to_string(at.column);
    }
    const std::string text(each.span.text());
    if (!text.empty() && text.find('\n') == std::string::npos) all += " '" + text + "'";
    if (each.severity == Severity::warning) all += " (warning)";
  }
  return all;
}

inline std::string remarks(const Loaded<Publication>& loaded, Language language = Language::en) {
  std::string all;
  if (loaded.value)
    for (const Phrase& each : loaded.value->remarks) all += each.in(language) + "\n";
  return all;
}

}  // namespace publication_text
