#include "index/publication/opened_files.hpp"

#include <algorithm>
#include <map>

#include "index/publication/own_cells.hpp"
#include "index/publication/spreadsheet.hpp"
#include "index/publication/stored_number.hpp"
#include "index/publication/unpack.hpp"

namespace pricetalk::publication {

namespace {

bool is_archive(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

/// The compound files of Windows: workbooks before 2007, and protected ones since then.
bool is_compound_file(std::string_view bytes) {
  return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

void refuse_compound_file(const SourceText& file, WorkbookProblems& problems) {
  // The names inside are UTF-16.
  std::string wanted;
  for (const char c : std::string_view("EncryptedPackage")) wanted += {c, '\0'};
  if (file.bytes().find(wanted) != std::string_view::npos)
    return problems.refused({"needs a password", "is met een wachtwoord beveiligd"},
                            {"save it without a password", "bewaar haar zonder wachtwoord"});
  problems.refused({"is of the old binary kind (.xls)", "is van de oude, binaire soort (.xls)"},
                   {"open it and save it as .xlsx, .ods or CSV (UTF-8)",
                    "open haar en bewaar haar als .xlsx, .ods of CSV (UTF-8)"});
}

bool holds_part(const ZipArchive& archive, std::string_view start) {
  return std::any_of(archive.names().begin(), archive.names().end(),
                     [&](const std::string& name) { return name.starts_with(start); });
}

/// Macros may have changed what the cells say, and nobody sees when.
bool has_macros(const ZipArchive& archive) {
  return archive.has("xl/vbaProject.bin") || holds_part(archive, "xl/macrosheets/") ||
         holds_part(archive, "Basic/") || holds_part(archive, "Scripts/");
}

bool is_protected(ZipArchive& archive) {
  if (archive.encrypted() || archive.has("encrypted-package")) return true;
  ZipArchive::Problem ignored = ZipArchive::Problem::damaged;
  const auto manifest = archive.has("META-INF/manifest.xml")
                            ? archive.read("META-INF/manifest.xml", ignored)
                            : std::nullopt;
  return manifest && manifest->find("encryption-data") != std::string::npos;
}

/// StatLine and GENESIS in English have decimal points between their semicolons.
bool is_english(const Sheet& sheet) {
  for (const SheetRow& row : sheet.rows)
    for (const SheetCell& cell : row.cells)
      if (cell.text == "Periods" || cell.text.starts_with("Table:")) return true;
  return false;
}

/// A table of somebody's own shows its figures alike; a spreadsheet stores 101.80 as 101.8. Texts
/// that read as figures are marked: their sign is not the spreadsheet's.
Sheet as_own_table(Sheet sheet) {
  std::map<std::uint32_t, std::size_t> decimals;
  const auto each_number = [&](auto does) {
    for (SheetRow& row : sheet.rows)
      for (SheetCell& cell : row.cells)
        if (cell.number && cell.column > 0) does(cell);
  };
  each_number([&](const SheetCell& cell) {
    const auto point = cell.text.find('.');
    const std::size_t found = point == std::string::npos ? 0 : cell.text.size() - point - 1;
    decimals[cell.column] = std::max(decimals[cell.column], found);
  });
  each_number([&](SheetCell& cell) {
    cell.text = padded_number(std::move(cell.text), decimals[cell.column]);
  });
  for (SheetRow& row : sheet.rows)
    for (SheetCell& cell : row.cells)
      if (!cell.number && &cell != &row.cells.front())
        cell.text = marked_sheet_text(std::move(cell.text));
  return sheet;
}

/// The sheet as a text of a known kind; publishers put commas or semicolons between their cells.
SourcePtr text_of(const Sheet& sheet, const std::string& file) {
  const char marks[][2] = {{',', '.'}, {';', is_english(sheet) ? '.' : ','}};
  for (const auto& [separator, decimal] : marks) {
    std::string text = sheet_text(sheet, separator, decimal);
    const Format* format = format_of(text);
    if (format == nullptr) continue;
    if (format->format == PublicationFormat::plain_csv)
      text = sheet_text(as_own_table(sheet), separator, decimal);
    return std::make_shared<const SourceText>(file + ", " + sheet.name, std::move(text));
  }
  return nullptr;
}

/// What the sheet shows shorter than it stores; cells that are no figures are left out.
void note_shortened(const Sheet& sheet, const SourceText* text, OpenedFile& into) {
  for (const SheetRow& row : sheet.rows)
    for (const SheetCell& cell : row.cells) {
      const std::string number =
          cell.text.substr(0, cell.text.size() - (cell.text.ends_with('%') ? 1 : 0));
      const auto stored = cell.shown_decimals ? Decimal::parse(number) : std::nullopt;
      if (!stored) continue;
      const auto decimals = static_cast<int>(*cell.shown_decimals);
      into.shortened.push_back(
          {text, row.number, *stored, round(Ratio(*stored), Rounding::decimals(decimals))});
    }
}

/// What stands on the sheet and is not seen on it, and is read all the same.
void tell_hidden(const Sheet& sheet, const std::string& file, OpenedFile& into) {
  std::string rows;
  for (const SheetRow& row : sheet.rows)
    if (row.hidden) rows += (rows.empty() ? "" : ", ") + std::to_string(row.number);
  std::string columns;
  for (const std::string& each : sheet.hidden_columns)
    columns += (columns.empty() ? "" : ", ") + each;
  const std::string name = "'" + file + ", " + sheet.name + "': ";
  if (!rows.empty())
    into.remarks.push_back({name + "hidden rows are read as well: " + rows,
                            name + "verborgen rijen zijn ook gelezen: " + rows});
  if (!columns.empty())
    into.remarks.push_back({name + "hidden columns are read as well: " + columns,
                            name + "verborgen kolommen zijn ook gelezen: " + columns});
}

std::string in_quotes(const std::vector<std::string>& names) {
  constexpr std::size_t most = 8;
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < most; ++i)
    text += (i == 0 ? "'" : ", '") + names[i] + "'";
  return names.size() > most ? text + " …" : text;
}

/// What is left out of a file; an error when nothing is left.
void tell_left_out(const SourceText& file, const std::vector<std::string>& names, OpenedFile& into,
                   Diagnostics& diagnostics) {
  const std::string shown = in_quotes(names);
  const std::string name = "'" + file.name() + "': ";
  if (!into.texts.empty() && !names.empty())
    into.remarks.push_back({name + "left out, for there is no known table in it: " + shown,
                            name + "weggelaten, want er staat geen bekende tabel in: " + shown});
  if (!into.texts.empty()) return;
  const std::string among = names.empty() ? "" : ": ";
  diagnostics.error("I0301", {},
                    {name + "it holds no table of a known format" + among + shown,
                     name + "er zit geen tabel in een bekend formaat in" + among + shown},
                    {"a table of your own has a heading such as period, value above its columns",
                     "een eigen tabel heeft boven de kolommen een kopje zoals periode, waarde"});
}

/// The visible sheets; nothing, with an error, of a workbook that is protected or holds macros.
std::optional<std::vector<Sheet>> sheets_of(ZipArchive& archive, bool ods,
                                            WorkbookProblems& problems) {
  if (is_protected(archive)) {
    problems.part("", ZipArchive::Problem::encrypted);
    return std::nullopt;
  }
  if (has_macros(archive)) {
    problems.refused({"holds macros", "bevat macro's"},
                     {"save it as a workbook without macros (.xlsx)",
                      "bewaar haar als werkmap zonder macro's (.xlsx)"});
    return std::nullopt;
  }
  return ods ? read_ods(archive, problems) : read_xlsx(archive, problems);
}

OpenedFile open_workbook(const SourcePtr& file, ZipArchive& archive, bool ods,
                         Diagnostics& diagnostics) {
  OpenedFile made;
  WorkbookProblems problems(file->name(), diagnostics);
  const auto sheets = sheets_of(archive, ods, problems);
  if (!sheets) return made;
  std::vector<std::string> unknown;
  std::vector<std::string> hidden;
  for (const Sheet& sheet : *sheets) {
    if (sheet.hidden) hidden.push_back(sheet.name);
    if (sheet.rows.empty()) continue;
    if (auto text = text_of(sheet, file->name())) {
      if (figures_are_merged(sheet, problems)) return {};
      tell_hidden(sheet, file->name(), made);
      note_shortened(sheet, text.get(), made);
      made.texts.push_back(std::move(text));
    } else {
      unknown.push_back(sheet.name);
    }
  }
  if (!hidden.empty())
    made.remarks.push_back(
        {"'" + file->name() + "': hidden sheets are not read: " + in_quotes(hidden),
         "'" + file->name() + "': verborgen bladen zijn niet gelezen: " + in_quotes(hidden)});
  if (made.texts.empty() && unknown.empty()) {
    problems.without_cells(!hidden.empty());
    return made;
  }
  tell_left_out(*file, unknown, made, diagnostics);
  return made;
}

OpenedFile open_archive(const SourcePtr& file, ZipArchive& archive, Diagnostics& diagnostics) {
  OpenedFile made;
  WorkbookProblems problems(file->name(), diagnostics);
  std::vector<std::string> unknown;
  for (const std::string& name : archive.names()) {
    ZipArchive::Problem problem = ZipArchive::Problem::damaged;
    auto text = archive.read(name, problem);
    if (!text) {
      problems.part(name, problem);
      return {};
    }
    if (format_of(*text) == nullptr)
      unknown.push_back(name);
    else
      made.texts.push_back(
          std::make_shared<const SourceText>(file->name() + ", " + name, std::move(*text)));
  }
  tell_left_out(*file, unknown, made, diagnostics);
  return made;
}

void tell_damaged(const SourceText& given, Diagnostics& diagnostics) {
  const std::string name = "'" + given.name() + "': ";
  diagnostics.error("I0312", {},
                    {name + "this workbook or ZIP archive is damaged or breaks off",
                     name + "deze werkmap of dit ZIP-bestand is beschadigd of breekt af"},
                    {"download it again, whole", "download het opnieuw, in zijn geheel"});
}

bool is_xlsx(const ZipArchive& archive) { return archive.has("xl/workbook.xml"); }

bool is_ods(const ZipArchive& archive) {
  return archive.has("content.xml") && archive.has("mimetype");
}

/// Whether the cells are not XML; then that is reported.
bool is_binary_workbook(const ZipArchive& archive, WorkbookProblems& problems) {
  if (!archive.has("xl/workbook.bin")) return false;
  problems.refused({"is of the binary kind (.xlsb)", "is van de binaire soort (.xlsb)"},
                   {"save it as .xlsx", "bewaar haar als .xlsx"});
  return true;
}

OpenedFile open_packed(const SourcePtr& given, Diagnostics& diagnostics) {
  WorkbookProblems problems(given->name(), diagnostics);
  auto archive = ZipArchive::open(given->bytes());
  if (!archive) {
    tell_damaged(*given, diagnostics);
    return {};
  }
  if (is_xlsx(*archive)) return open_workbook(given, *archive, false, diagnostics);
  if (is_ods(*archive)) return open_workbook(given, *archive, true, diagnostics);
  if (is_binary_workbook(*archive, problems)) return {};
  return open_archive(given, *archive, diagnostics);
}

}  // namespace

bool may_be_workbook(std::string_view beginning) {
  return is_archive(beginning) || is_compound_file(beginning);
}

std::optional<std::vector<Sheet>> opened_sheets(const SourcePtr& given, Diagnostics& diagnostics,
                                                bool goes_on) {
  WorkbookProblems problems(given->name(), diagnostics, goes_on);
  if (is_compound_file(given->bytes())) {
    refuse_compound_file(*given, problems);
    return std::nullopt;
  }
  auto archive = ZipArchive::open(given->bytes());
  if (!archive) {
    tell_damaged(*given, diagnostics);
    return std::nullopt;
  }
  const bool ods = is_ods(*archive);
  if (ods || is_xlsx(*archive)) return sheets_of(*archive, ods, problems);
  is_binary_workbook(*archive, problems);
  return std::nullopt;
}

OpenedFile opened(const SourcePtr& given, Diagnostics& diagnostics) {
  const std::string_view bytes = given->bytes();
  if (is_gzip(bytes)) {
    const SourcePtr text = unpack(given, diagnostics);
    return text == nullptr ? OpenedFile() : OpenedFile{{text}, {}};
  }
  if (is_archive(bytes)) return open_packed(given, diagnostics);
  if (is_compound_file(bytes)) {
    WorkbookProblems problems(given->name(), diagnostics);
    refuse_compound_file(*given, problems);
    return {};
  }
  return {{given}, {}};
}

Files opened_lists(const SourcePtr& given, Diagnostics& diagnostics) {
  if (!may_be_workbook(given->bytes())) return opened(given, diagnostics).texts;
  Diagnostics problems;
  const auto sheets = opened_sheets(given, problems);
  if (!sheets && problems.empty()) return opened(given, diagnostics).texts;
  diagnostics.append(problems);
  Files made;
  if (!sheets) return made;
  for (const Sheet& sheet : *sheets)
    if (!sheet.rows.empty())
      made.push_back(std::make_shared<const SourceText>(given->name() + ", " + sheet.name,
                                                        sheet_text(sheet, ';', '.')));
  return made;
}

}  // namespace pricetalk::publication
