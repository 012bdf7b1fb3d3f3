#include "report/import_report.hpp"

#include <algorithm>
#include <array>

#include "pricetalk/explain/format.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

/// "G4: the day of the price is missing; H4: …"
std::string notes_text(const std::vector<RegisterNote>& notes, Language language) {
  std::string made;
  for (const RegisterNote& each : notes)
    made += (made.empty() ? "" : "; ") + (each.cell.empty() ? "" : each.cell + ": ") +
            each.what.in(language);
  return made;
}

std::string fate_text(const ImportedRow& row, const ImportedFiles& files, Language language) {
  const auto found = files.fates.find(row.file);
  return found == files.fates.end() ? std::string() : words(found->second).in(language);
}

std::string rows_text(std::size_t count, Language language) {
  return std::to_string(count) +
         (count == 1 ? say(language, " row", " rij") : say(language, " rows", " rijen"));
}

std::size_t with_open(const ImportedRegister& made) {
  return static_cast<std::size_t>(
      std::count_if(made.rows.begin(), made.rows.end(), [](const ImportedRow& row) {
        return row.state() != RowState::question && !row.open.empty();
      }));
}

/// "40 rows: 31 ready, 6 ready with assumptions, 3 questions; 12 leave something open".
std::string counted(const ImportedRegister& made, Language language) {
  const std::size_t asked = made.count(RowState::question);
  std::string text =
      rows_text(made.rows.size(), language) + ": " + std::to_string(made.count(RowState::ready)) +
      say(language, " ready, ", " gereed, ") + std::to_string(made.count(RowState::assumed)) +
      say(language, " ready with assumptions, ", " gereed met aannames, ") + std::to_string(asked) +
      (asked == 1 ? say(language, " question", " vraag") : say(language, " questions", " vragen"));
  if (const std::size_t open = with_open(made); open > 0)
    text += "; " + rows_text(open, language) +
            (open == 1 ? say(language, " with a file leaves something open",
                             " met een bestand laat iets open")
                       : say(language, " with a file leave something open",
                             " met een bestand laten iets open"));
  return text;
}

/// "files: 37 new, 2 changed".
std::string fates_text(const ImportedFiles& files, Language language) {
  std::string made;
  for (const FileFate fate : {FileFate::made, FileFate::changed, FileFate::same, FileFate::kept,
                              FileFate::both_changed}) {
    const auto count = std::count_if(files.fates.begin(), files.fates.end(),
                                     [&](const auto& each) { return each.second == fate; });
    if (count > 0)
      made += (made.empty() ? "" : ", ") + std::to_string(count) + " " + words(fate).in(language);
  }
  return made;
}

struct ToldNotes {
  RowState state;
  Phrase title;
  std::vector<RegisterNote> ImportedRow::*notes;
};
const std::vector<ToldNotes>& told_notes() {
  static const std::vector<ToldNotes> all = {
      {RowState::question, {"Questions", "Vragen"}, &ImportedRow::questions},
      {RowState::assumed, {"Assumptions", "Aannames"}, &ImportedRow::assumptions}};
  return all;
}

}  // namespace

std::string_view word(FileFate fate) {
  switch (fate) {
    case FileFate::made:
      return "new";
    case FileFate::changed:
      return "changed";
    case FileFate::same:
      return "same";
    case FileFate::kept:
      return "kept";
    default:
      return "both-changed";
  }
}

Phrase words(FileFate fate) {
  switch (fate) {
    case FileFate::made:
      return {"new", "nieuw"};
    case FileFate::changed:
      return {"changed", "gewijzigd"};
    case FileFate::same:
      return {"as before", "zoals het was"};
    case FileFate::kept:
      return {"edited by hand and kept", "met de hand bewerkt en gehouden"};
    default:
      return {"edited by hand while the row changed: not overwritten",
              "met de hand bewerkt terwijl de rij wijzigde: niet overschreven"};
  }
}

std::string import_text(const ImportedRegister& made, const ImportedFiles& files,
                        const std::string& folder, std::size_t shown, Language language) {
  std::string out = counted(made, language) + "\n";
  if (const std::string fates = fates_text(files, language); !fates.empty())
    out += say(language, "files in ", "bestanden in ") + folder + ": " + fates + "\n";
  for (const RegisterNote& each : made.common) out += each.what.in(language) + "\n";
  std::size_t left = shown;
  for (const ToldNotes& each : told_notes()) {
    std::string list;
    std::size_t more = 0;
    for (const ImportedRow& row : made.rows) {
      if (row.state() != each.state) continue;
      if (left == 0) {
        ++more;
        continue;
      }
      --left;
      list +=
          "  " +
          (row.id.empty() ? say(language, "row ", "rij ") + std::to_string(row.number) : row.id) +
          "\n";
      for (const RegisterNote& note : row.*each.notes)
        list += "    " + note.cell + ": " + note.what.in(language) + "\n";
    }
    if (list.empty() && more == 0) continue;
    out += "\n" + each.title.in(language) + "\n" + list;
    if (more > 0)
      out += "  " + say(language, "and ", "en nog ") + rows_text(more, language) +
             say(language, " more; register.html has all\n", "; register.html heeft ze alle\n");
  }
  return out;
}

std::vector<std::string> import_headings(Language language) {
  return {say(language, "row", "rij"),
          say(language, "contract", "contract"),
          say(language, "title", "titel"),
          say(language, "party", "partij"),
          say(language, "state", "staat"),
          say(language, "questions", "vragen"),
          say(language, "assumptions", "aannames"),
          say(language, "open", "open"),
          say(language, "file", "bestand"),
          say(language, "what became of it", "wat ermee gebeurde")};
}

std::vector<std::vector<std::string>> import_cells(const ImportedRegister& made,
                                                   const ImportedFiles& files, Language language) {
  std::vector<std::vector<std::string>> all;
  for (const ImportedRow& row : made.rows)
    all.push_back({std::to_string(row.number), row.id, row.title, row.party,
                   words(row.state()).in(language), notes_text(row.questions, language),
                   notes_text(row.assumptions, language), notes_text(row.open, language), row.file,
                   fate_text(row, files, language)});
  return all;
}

Page import_page(const ImportedRegister& made, const ImportedFiles& files, Language language) {
  Page page;
  page.language = language;
  page.paper = Page::Paper::list;
  page.name = say(language, "Register of contracts", "Register van contracten");
  page.add(Page::Heading{page.name, 1});
  const std::string name = made.name.substr(made.name.find_last_of('/') + 1);
  page.add(Page::Text{name + ", " + date_text(made.today, language) + ". " +
                      counted(made, language) + "."});
  if (!made.common.empty()) {
    Page::Items items;
    for (const RegisterNote& each : made.common) items.items.emplace_back(each.what.in(language));
    page.add(std::move(items));
  }
  constexpr std::array widths = {4, 9, 10, 10, 7, 22, 18, 12, 8};
  Page::Grid grid;
  const std::vector<std::string> heads = import_headings(language);
  for (std::size_t i = 0; i < widths.size(); ++i)
    grid.columns.push_back({heads[i], i == 0 ? Page::Align::right : Page::Align::left, widths[i]});
  const auto cells = import_cells(made, files, language);
  // Questions first: they are the work.
  for (const RowState state : {RowState::question, RowState::assumed, RowState::ready})
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (made.rows[i].state() != state) continue;
      std::vector<Page::Cell> row;
      for (std::size_t at = 0; at < widths.size(); ++at)
        if (at + 1 == widths.size() && !cells[i][at].empty())
          row.emplace_back(file_link(cells[i][at], cells[i][at]));
        else
          row.emplace_back(cells[i][at]);
      grid.row(std::move(row));
    }
  page.add(std::move(grid));
  return page;
}

}  // namespace pricetalk
