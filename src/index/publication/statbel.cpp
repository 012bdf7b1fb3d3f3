#include <algorithm>

#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/json_objects.hpp"
#include "index/publication/statbel_facts.hpp"

/// The views of be.STAT (Statbel), built from what their users tell, without a genuine reply at
/// hand: JSON `{"facts":[{"Jaar":2025,"Maand":"Januari","Gezondheidsindex":133.02}]}` and CSV with
/// the same names in its heading, in Dutch, English, French or German. A month may hold its year
/// (`January 2025`); one view may hold several base years and several indices.
namespace pricetalk::publication {

using document::trimmed;

namespace {

void report(const StatbelFact::Problem& problem, Span where, const std::string& place,
            Diagnostics& diagnostics) {
  const std::string shown = place + "'" + problem.text + "' ";
  diagnostics.error("I0307", where,
                    {shown + "is not a " + problem.what.en, shown + "is geen " + problem.what.nl},
                    {"take the view from be.STAT again, in Dutch, French, German or English",
                     "haal de view opnieuw op bij be.STAT, in het Nederlands, Frans, Duits of "
                     "Engels"});
}

/// What misses in the names, as a diagnostic.
bool complete(const StatbelNames& names, Span where, Diagnostics& diagnostics) {
  const char* missing = !names.has_period() ? "Maand" : !names.has_figure() ? "index" : nullptr;
  if (missing != nullptr) no_column(where, missing, diagnostics);
  return missing == nullptr;
}

}  // namespace

bool is_statbel_json(std::string_view bytes) {
  const auto first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || bytes[first] != '{') return false;
  const auto name = bytes.find_first_not_of(" \t\r\n", first + 1);
  return name != std::string_view::npos && bytes.substr(name).starts_with("\"facts\"");
}

void read_statbel_json(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    StatbelFacts facts(into);
    std::vector<std::string> shape;
    StatbelNames names;
    std::size_t count = 0;
    std::size_t problems = 0;
    std::vector<std::string_view> cells;
    const bool whole = for_each_object(file, diagnostics, [&](const JsonObject& object) {
      if (!object.pointer.starts_with("/facts/")) return true;
      ++count;
      const bool same = std::equal(
          object.members.begin(), object.members.end(), shape.begin(), shape.end(),
          [](const auto& member, const std::string& name) { return member.first == name; });
      if (!same) {
        shape.clear();
        for (const auto& member : object.members) shape.push_back(member.first);
        names = StatbelNames(shape);
        if (!complete(names, object.where, diagnostics)) return false;
      }
      cells.clear();
      for (const auto& member : object.members) cells.emplace_back(member.second.text);
      for (const std::size_t figure : names.figures()) {
        const auto problem = facts.add(names, cells, figure, object.members[figure].second.where);
        if (!problem) continue;
        const auto& [name, cell] = object.members[problem->column];
        report(*problem, cell.where, object.pointer + "/" + name + ": ", diagnostics);
        ++problems;
      }
      return problems < enough_problems;
    });
    if (whole && count == 0)
      diagnostics.error("I0310", {file.get(), 0, 0},
                        {"the publisher answered with an empty list of facts",
                         "de uitgever antwoordde met een lege lijst"},
                        {"look up the number of the view on be.STAT; views come and go",
                         "zoek op be.STAT het nummer van de view op; views komen en gaan"});
  }
}

bool is_statbel_csv(std::string_view bytes) {
  const auto lines = first_lines(bytes, 1);
  if (lines.empty()) return false;
  const StatbelNames names(heading_cells(lines.front(), separator_of(lines.front())));
  return names.has_period() && names.names_an_index();
}

void read_statbel_csv(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    const auto lines = first_lines(file->bytes(), 1);
    const char separator = separator_of(lines.empty() ? "" : lines.front());
    csv::RowReader rows(*file, {separator, "I0305"}, diagnostics);
    csv::Row row;
    if (!rows.next(row)) return;
    std::vector<std::string> heading;
    for (const csv::Field& cell : row.fields) heading.push_back(cell.text);
    const StatbelNames names(heading);
    if (!complete(names, row.where, diagnostics)) return;
    StatbelFacts facts(into);
    std::vector<std::string_view> cells;
    for (std::size_t problems = 0; problems < enough_problems && rows.next(row);) {
      if (!has_its_cells(row, heading.size(), diagnostics)) {
        ++problems;
        continue;
      }
      cells.clear();
      for (const csv::Field& cell : row.fields) cells.emplace_back(cell.text);
      for (const std::size_t figure : names.figures()) {
        const auto problem = facts.add(names, cells, figure, row.fields[figure].where);
        if (!problem) continue;
        report(*problem, row.fields[problem->column].where, {}, diagnostics);
        ++problems;
      }
    }
  }
}

}  // namespace pricetalk::publication
