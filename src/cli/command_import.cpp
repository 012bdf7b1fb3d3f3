#include <algorithm>
#include <ostream>
#include <set>

#include "cli/asked_files.hpp"
#include "cli/commands.hpp"
#include "cli/import_folder.hpp"
#include "cli/load.hpp"
#include "files/files.hpp"
#include "register/import.hpp"
#include "register/register_sheets.hpp"
#include "report/import_report.hpp"

namespace pricetalk {

namespace {

/// The figures that were asked for, else the folder indices beside the register, or here.
std::vector<std::string> figures_of(const std::string& path, const MoreFigures& figures) {
  if (!figures.paths.empty()) return figures.paths;
  for (const std::string& place :
       {path_beside(path, "indices"), path_beside(path, "../indices"), std::string("indices")})
    if (is_folder(place)) return {place};
  return {};
}

SourcePtr read_if_there(const std::string& path, Diagnostics& problems) {
  if (!is_there(path)) return nullptr;
  const auto source = read_source(path);
  problems.append(source.diagnostics);
  return source.value.value_or(nullptr);
}

}  // namespace

Status import_contracts(const ImportOptions& options, Session& session) {
  Diagnostics problems;
  AskedFiles files{{}, {}, {options.file}};
  ImportFolder folder(options.out, options.mapping);
  for (const std::string& report : {folder.page(), folder.workbook()})
    files.written.emplace_back("--out", report);
  problems.append(asked_twice(files));
  const auto source = problems.has_errors() ? Loaded<SourcePtr>() : read_source(options.file);
  problems.append(source.diagnostics);
  MoreFigures figures = session.figures();
  figures.paths = figures_of(options.file, figures);
  const auto library = load_library(figures);
  problems.append(library.diagnostics);
  std::optional<ImportedRegister> made;
  if (source.value && library.value && !problems.has_errors()) {
    if (!options.mapping.empty() && !is_there(options.mapping))
      problems.append(read_source(options.mapping).diagnostics);
    RegisterTerms terms{&*library.value,
                        session.today(),
                        session.stated_language(),
                        read_if_there(folder.mapping(), problems),
                        read_if_there(folder.clauses(), problems),
                        false};
    const std::vector<RegisterSheet> sheets = register_sheets(*source.value, problems);
    const RegisterSheet* sheet = chosen_sheet(sheets, options.sheet, options.file, problems);
    terms.workbook = sheet != nullptr && !sheet->name.empty();
    if (sheet != nullptr && !problems.has_errors())
      made = import_register(sheet->text, terms, problems);
    if (made && !sheet->hidden_columns.empty()) tell_hidden(sheet->hidden_columns, *made);
  }
  const Language language = session.language();
  ImportedFiles written;
  if (made && !problems.has_errors())
    written = folder.write(*made, figures.paths, language, problems);
  session.print(problems, language);
  if (!made) return Status::invalid;
  if (session.json()) {
    session.out() << import_json(*made, written, problems, session.today_from_clock());
  } else {
    session.print_today(language);
    session.out() << import_text(*made, written, options.out,
                                 options.details == 0 ? std::size_t{20} : options.details,
                                 language);
  }
  if (problems.has_errors()) return Status::invalid;
  return made->count(RowState::question) > 0 ? Status::findings : Session::status_of(problems);
}

}  // namespace pricetalk
