#include "cli/import_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/file_name.hpp"
#include "document/toml_text.hpp"
#include "document/words.hpp"
#include "files/digest.hpp"
#include "files/files.hpp"
#include "files/growing_file.hpp"
#include "register/state.hpp"
#include "store/list_workbook.hpp"

namespace pricetalk {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_name = 100;
constexpr std::string_view figures_key = "figures_from = ";

/// Half of it tells two files apart as well, and keeps the list of many files small.
std::string short_digest(const std::string& text) { return sha256(text).substr(0, 32); }

/// Where the line of figures begins and ends; nothing where there is none.
std::optional<std::pair<std::size_t, std::size_t>> figures_place(const std::string& text) {
  std::size_t begin =
      text.starts_with(figures_key) ? 0 : text.find("\n" + std::string(figures_key));
  if (begin == std::string::npos) return std::nullopt;
  if (begin != 0) ++begin;
  const std::size_t end = text.find('\n', begin);
  return std::pair{begin, end == std::string::npos ? text.size() : end + 1};
}

/// A contract file without the line that names the figures: these lie elsewhere on each machine.
std::string without_figures(std::string text) {
  if (const auto place = figures_place(text))
    text.erase(place->first, place->second - place->first);
  return text;
}

std::string with_figures(const std::string& text, const std::string& line) {
  constexpr std::string_view schema = "schema = 1\n";
  const std::size_t at = text.find(schema);
  std::string made = text;
  if (at != std::string::npos) made.insert(at + schema.size(), line);
  return made;
}

std::string read_text(const std::string& path) {
  const auto bytes = read_file(path);
  return bytes.value.value_or(std::string());
}

/// Writes a file whose text is not that already.
void write_changed(const std::string& path, const std::string& text, Diagnostics& problems) {
  if (!is_there(path) || read_text(path) != text) problems.append(write_file(path, text));
}

ListSheet sheet_of(const ImportedRegister& made, const ImportedFiles& files, Language language) {
  ListSheet sheet{say(language, "rows", "rijen"), import_headings(language), {}};
  for (const std::vector<std::string>& cells : import_cells(made, files, language)) {
    std::vector<ListCell> row(cells.begin(), cells.end());
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

void write_workbook(const std::string& path, const ImportedRegister& made,
                    const ImportedFiles& files, Language language, Diagnostics& problems) {
  GrowingFile file(path);
  if (!file.beside().empty() &&
      build_list_workbook(file.beside(), {sheet_of(made, files, language)}, made.today)) {
    problems.append(std::move(file).finish());
    return;
  }
  problems.error("O0006", {},
                 {"the workbook '" + path + "' cannot be written",
                  "de werkmap '" + path + "' is niet te schrijven"},
                 {"is the disk full?", "is de schijf vol?"});
}

}  // namespace

std::string ImportFolder::mapping() const {
  return mapping_.empty() ? path_ + "/register/mapping.toml" : mapping_;
}

std::string ImportFolder::clauses() const { return path_ + "/" + register_clauses_file; }

/// Two ids that make one name get a number behind it.
void ImportFolder::name_files(ImportedRegister& made) const {
  std::set<std::string> taken;
  for (ImportedRow& row : made.rows) {
    if (row.text.empty()) continue;
    const std::string name = file_name(row.id).substr(0, longest_name);
    std::string free = name;
    for (int count = 2; !taken.insert(document::lower(free)).second; ++count)
      free = name + "-" + std::to_string(count);
    row.file = free + ".toml";
  }
}

/// Seen from the folder where both lie below one place, else as they are.
std::string ImportFolder::figures_line(const std::vector<std::string>& figures) const {
  if (figures.empty()) return {};
  std::string list;
  std::error_code unknown;
  const fs::path named = fs::absolute(path_, unknown).lexically_normal();
  const fs::path here = named.has_filename() ? named : named.parent_path();
  // Behind a link the folder above is another one than its name says.
  const bool linked = fs::is_symlink(here, unknown);
  for (const std::string& each : figures) {
    const fs::path there = fs::absolute(each, unknown).lexically_normal();
    const bool near = !linked && std::next(here.begin()) != here.end() &&
                      std::next(there.begin()) != there.end() &&
                      *std::next(here.begin()) == *std::next(there.begin());
    const std::string path = near ? there.lexically_relative(here).string() : there.string();
    list += (list.empty() ? "" : ", ") + toml_text(path);
  }
  return std::string(figures_key) + "[" + list + "]\n";
}

ImportedFiles ImportFolder::write(ImportedRegister& made, const std::vector<std::string>& figures,
                                  Language language, Diagnostics& problems) const {
  ImportedFiles files;
  name_files(made);
  std::error_code refused;
  fs::create_directories(path_ + "/register", refused);
  const std::string known = read_text(state());
  RegisterState before = known.empty() ? RegisterState() : read_register_state(known);
  RegisterState after = before;
  write_changed(mapping(), made.mapping, problems);
  write_changed(clauses(), made.clauses, problems);
  const std::string line = figures_line(figures);
  std::set<std::string> now;
  for (const ImportedRow& row : made.rows) {
    if (row.text.empty()) continue;
    now.insert(row.file);
    const std::string path = path_ + "/" + row.file;
    const std::string terms = short_digest(terms_of(row.text));
    const auto last = before.find(row.file);
    const bool there = is_there(path);
    const std::string text = there ? read_text(path) : std::string();
    const std::string stands = without_figures(text);
    const bool row_changed = last == before.end() || last->second.terms != terms;
    const bool agrees = there && terms_of(stands) == terms_of(row.text);
    const bool by_hand =
        there && !agrees && (last == before.end() || short_digest(stands) != last->second.digest);
    FileFate fate = FileFate::same;
    if (by_hand) {
      fate = row_changed ? FileFate::both_changed : FileFate::kept;
    } else if (!there || (row_changed && !agrees)) {
      fate = there ? FileFate::changed : FileFate::made;
      // What names the figures is of this machine, and may have been set right by hand.
      const auto own = figures_place(text);
      const Diagnostics of_file = write_file(
          path,
          with_figures(row.text, own ? text.substr(own->first, own->second - own->first) : line));
      problems.append(of_file);
      if (of_file.has_errors()) break;
    }
    files.fates[row.file] = fate;
    if (fate == FileFate::both_changed)
      problems.warning(
          "A0221", {},
          {"'" + path + "' was edited by hand, and row " + std::to_string(row.number) +
               " changed as well: it is left as it is",
           "'" + path + "' is met de hand bewerkt, en rij " + std::to_string(row.number) +
               " is ook gewijzigd: het bestand blijft zoals het is"},
          {"bring the change of the row into the file, or remove the file and import again",
           "neem de wijziging van de rij over in het bestand, of verwijder het en importeer "
           "opnieuw"});
    else if (row_changed || fate == FileFate::made)
      after[row.file] = {row.id, short_digest(agrees ? stands : row.text), terms};
  }
  std::set<std::string> asked;
  for (const ImportedRow& row : made.rows)
    if (row.text.empty()) asked.insert(row.id);
  for (const auto& [file, row] : before) {
    if (now.contains(file)) continue;
    files.left.push_back(file);
    const bool question = asked.contains(row.id);
    problems.warning("A0222", {},
                     {"'" + path_ + "/" + file + "': " +
                          (question ? "the row of '" + row.id + "' is a question now"
                                    : "'" + row.id + "' stands in the register no more") +
                          "; the file is left as it is",
                      "'" + path_ + "/" + file + "': " +
                          (question ? "de rij van '" + row.id + "' is nu een vraag"
                                    : "'" + row.id + "' staat niet meer in het register") +
                          "; het bestand blijft zoals het is"},
                     {"remove it yourself when the contract is over",
                      "verwijder het zelf als het contract voorbij is"});
  }
  write_changed(state(), register_state_text(after), problems);
  problems.append(write_file(page(), as_html(import_page(made, files, language))));
  write_workbook(workbook(), made, files, language, problems);
  return files;
}

void tell_hidden(const std::vector<std::string>& columns, ImportedRegister& made) {
  std::string list;
  for (const std::string& each : columns) list += (list.empty() ? "" : ", ") + each;
  made.common.push_back({"",
                         {"hidden columns are read as well: " + list,
                          "verborgen kolommen zijn ook gelezen: " + list}});
}

}  // namespace pricetalk
