#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "index/find_series.hpp"
#include "index/look_up.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/chart.hpp"
#include "report/json_index.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

/// The figures of `--figures`, else the folder `indices` beside the user.
Loaded<Library> library_of(const Session& session) {
  MoreFigures figures = session.figures();
  if (figures.paths.empty()) figures.paths = {"indices"};
  return load_library(figures);
}

std::string range_of(const Series& series) {
  if (series.records.empty()) return "-";
  const auto by_period = [](const Observation& a, const Observation& b) {
    return a.period < b.period;
  };
  const auto [first, last] =
      std::minmax_element(series.records.begin(), series.records.end(), by_period);
  return first->period.text() + " – " + last->period.text();
}

/// "2013-12: figure here = figure in statbel/cpi-2025 × 1.35298 (source, day)".
std::string link_text(const SeriesLink& link, Language language) {
  const std::string here = say(language, "figure here", "cijfer hier");
  const std::string there = say(language, "figure in ", "cijfer in ") + link.next;
  std::string text = link.at ? link.at->text() + ": " : "";
  text += link.to_next ? there + " = " + here : here + " = " + there;
  text += " × " + decimal_text(link.coefficient, language);
  std::string stated = link.source;
  if (link.published) stated += (stated.empty() ? "" : ", ") + date_text(*link.published, language);
  return stated.empty() ? text : text + " (" + stated + ")";
}

void provenance(const Series& s, Session& session, Language language) {
  const auto line = [&](const char* en, const char* nl, const std::string& text) {
    if (!text.empty()) session.out() << "  " << say(language, en, nl) << ": " << text << "\n";
  };
  line("publisher", "uitgever", s.publisher + (s.table.empty() ? "" : ", " + s.table));
  line("base", "basis", s.base);
  if (s.currency)
    line("currency", "munt",
         std::string(s.currency->code()) +
             (s.per.empty() ? "" : say(language, " per ", " per ") + s.per));
  if (s.retrieved) line("retrieved", "opgehaald", date_text(*s.retrieved, language));
  line("licence", "licentie", s.licence);
  line("source", "bron", s.source);
  if (s.stopped) line("stopped after", "gestopt na", s.stopped->text());
  line("successor named by the publisher", "opvolger volgens de uitgever", s.successor);
  for (const SeriesBreak& b : s.breaks)
    line("break in the method", "breuk in de methode", b.from.text() + ": " + b.what.in(language));
  for (const SeriesHole& h : s.holes)
    line("never published", "nooit gepubliceerd", h.period.text() + ": " + h.why.in(language));
  for (const SeriesLink& link : s.links)
    line("link stated by the publisher", "koppeling volgens de uitgever",
         link_text(link, language));
  line("derived", "herleid", s.derived);
  line("means of", "gemiddelden van", s.mean_of);
  line("changes over a year of", "veranderingen over een jaar van", s.rate_of);
  for (const SeriesDisagreement& d : s.disagreements)
    line("known disagreement", "bekend verschil", d.period.text() + ": " + d.why.in(language));
  line("note", "noot", s.note);
}

/// "2026-08-12, by hand": when and how a figure came that did not come with the heading.
std::string arrival(const Series& series, const Observation& o, Language language) {
  std::string text;
  if (o.retrieved && o.retrieved != series.retrieved) text = o.retrieved->text();
  if (o.by_hand) text += (text.empty() ? "" : ", ") + say(language, "by hand", "met de hand");
  return text;
}

}  // namespace

Status index_list(const IndexListOptions&, Session& session) {
  const auto library = library_of(session);
  const Language language = session.language();
  session.print(library.diagnostics, language);
  if (library.diagnostics.has_errors()) return Status::invalid;
  if (session.json()) {
    session.out() << index_list_json(*library.value);
    return Status::fine;
  }
  Table table;
  table.columns = {{say(language, "series", "reeks"), Table::Align::left},
                   {say(language, "title", "titel"), Table::Align::left},
                   {say(language, "base", "basis"), Table::Align::left},
                   {say(language, "periods", "perioden"), Table::Align::left},
                   {say(language, "figures", "cijfers"), Table::Align::right},
                   {say(language, "retrieved", "opgehaald"), Table::Align::left}};
  for (const auto& series : library.value->all())
    table.row({series->id, series->title, series->base, range_of(*series),
               std::to_string(series->records.size()),
               series->retrieved ? series->retrieved->text() : "-"});
  session.out() << as_text(table);
  return Status::fine;
}

Status index_show(const IndexShowOptions& options, Session& session) {
  const auto library = library_of(session);
  const Language language = session.language();
  session.print(library.diagnostics, language);
  if (library.diagnostics.has_errors()) return Status::invalid;
  const auto from = options.from.empty() ? std::nullopt : Period::parse(options.from);
  const auto to = options.to.empty() ? std::nullopt : Period::parse(options.to);
  Diagnostics problems;
  const Series* series = find_series(*library.value, options.series, problems);
  for (const auto& [text, period] : {std::pair(options.from, from), std::pair(options.to, to)})
    if (!text.empty() && !period)
      problems.error("U0004", {},
                     {"'" + text + "' is not a period", "'" + text + "' is geen periode"},
                     {"write 2025-07, 2025-Q3 or 2025", "schrijf 2025-07, 2025-Q3 of 2025"});
  session.print(problems, language);
  if (series == nullptr) return Status::invalid;
  if (problems.has_errors()) return Status::usage;
  const auto wanted = [&](const Observation& o) {
    return (!from || o.period.first_day() >= from->first_day()) &&
           (!to || o.period.last_day() <= to->last_day());
  };
  if (session.json()) {
    session.out() << index_show_json(*series, from, to);
    return Status::fine;
  }
  session.out() << series->id << ": " << series->title << "\n";
  provenance(*series, session, language);
  std::vector<Observation> shown;
  std::copy_if(series->records.begin(), series->records.end(), std::back_inserter(shown), wanted);
  std::stable_sort(shown.begin(), shown.end(),
                   [](const Observation& a, const Observation& b) { return a.period < b.period; });
  const bool later = std::any_of(shown.begin(), shown.end(), [&](const Observation& o) {
    return !arrival(*series, o, language).empty();
  });
  Table table;
  table.columns = {{say(language, "period", "periode"), Table::Align::left},
                   {say(language, "figure", "cijfer"), Table::Align::right},
                   {say(language, "status", "status"), Table::Align::left},
                   {say(language, "published", "gepubliceerd"), Table::Align::left}};
  if (later) table.columns.push_back({say(language, "came later", "later gekomen"), {}});
  table.columns.push_back({"", Table::Align::left});
  const std::vector<std::string> bars = bar_chart(shown, 32);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    std::vector<std::string> cells{
        shown[i].period.text(),
        decimal_text(shown[i].value, language) + (series->unit == SeriesUnit::percent ? "%" : ""),
        status_of(shown[i]).in(language),
        shown[i].published ? shown[i].published->text()
                           : say(language, "not recorded", "niet vastgelegd")};
    if (later) cells.push_back(arrival(*series, shown[i], language));
    cells.push_back(bars[i]);
    table.row(std::move(cells));
  }
  session.out() << "\n" << as_text(table);
  return Status::fine;
}

}  // namespace pricetalk
