#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "pricetalk/cli/load.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/report/chart.hpp"
#include "pricetalk/report/json_index.hpp"
#include "pricetalk/report/table.hpp"

namespace pricetalk {

namespace {

std::string say(Language language, const char* en, const char* nl) {
  return language == Language::nl ? nl : en;
}

/// The figures of `--figures`, else the folder `indices` beside the user.
Loaded<Library> library_of(const Session& session) {
  return load_library(session.figures().empty() ? std::vector<std::string>{"indices"}
                                                : session.figures());
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
    line("break in the method", "breuk in de methode", b.from.text() + ": " + b.what);
  line("note", "noot", s.note);
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
  const Series* series = library.value->find(options.series);
  const auto from = options.from.empty() ? std::nullopt : Period::parse(options.from);
  const auto to = options.to.empty() ? std::nullopt : Period::parse(options.to);
  Diagnostics problems;
  if (series == nullptr) {
    const std::string near(nearest(options.series, library.value->ids()));
    problems.error(
        "I0201", {},
        {"no series '" + options.series + "' in the figures",
         "geen reeks '" + options.series + "' in de cijfers"},
        near.empty()
            ? Phrase{"`pricetalk index list` shows all", "`pricetalk index list` toont ze alle"}
            : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
  }
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
  Table table;
  table.columns = {{say(language, "period", "periode"), Table::Align::left},
                   {say(language, "figure", "cijfer"), Table::Align::right},
                   {say(language, "status", "status"), Table::Align::left},
                   {say(language, "published", "gepubliceerd"), Table::Align::left},
                   {"", Table::Align::left}};
  std::vector<Observation> shown;
  std::copy_if(series->records.begin(), series->records.end(), std::back_inserter(shown), wanted);
  const std::vector<std::string> bars = bar_chart(shown, 32);
  for (std::size_t i = 0; i < shown.size(); ++i)
    table.row(
        {shown[i].period.text(),
         decimal_text(shown[i].value, language) + (series->unit == SeriesUnit::percent ? "%" : ""),
         words(shown[i].status).in(language),
         shown[i].published ? shown[i].published->text()
                            : say(language, "not recorded", "niet vastgelegd"),
         bars[i]});
  session.out() << "\n" << as_text(table);
  return Status::fine;
}

}  // namespace pricetalk
