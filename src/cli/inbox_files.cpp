#include "cli/inbox_files.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "answer/letter_itself.hpp"
#include "answer/register.hpp"
#include "cli/contract_folder.hpp"
#include "cli/received_pdf.hpp"
#include "document/words.hpp"
#include "files/files.hpp"
#include "files/growing_file.hpp"
#include "index/publication/opened_files.hpp"
#include "letter/answer_letter.hpp"
#include "report/inbox_report.hpp"
#include "store/list_workbook.hpp"

namespace pricetalk {

namespace {

bool ends_in(const std::string& path, std::initializer_list<std::string_view> endings) {
  const std::string small = document::lower(path);
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return small.ends_with(ending); });
}

bool is_list(const std::string& path) { return ends_in(path, {".csv", ".tsv", ".xlsx", ".ods"}); }

bool is_pdf(const std::string& path) { return ends_in(path, {".pdf"}); }

Phrase no_letter() { return {"holds no letter", "bevat geen brief"}; }

void holds_nothing(const std::string& path, const Phrase& what, Diagnostics& problems) {
  problems.error("A0201", {}, {"'" + path + "' " + what.en, "'" + path + "' " + what.nl},
                 {"a list has a row for each below its headings",
                  "een lijst heeft voor elk een rij onder de kopjes"});
}

/// Reads the text of a file, or each sheet of a workbook; of several sheets what is wrong with one
/// that holds no such list is not told, where another does.
void each_list(const SourcePtr& file, Diagnostics& problems,
               const std::function<bool(const SourcePtr&, Diagnostics&)>& read) {
  Diagnostics of_others;
  bool any = false;
  for (const SourcePtr& text : publication::opened_lists(file, problems)) {
    Diagnostics of_list;
    const bool holds = read(text, of_list);
    any = any || holds;
    (holds ? problems : of_others).append(of_list);
  }
  if (!any) problems.append(of_others);
}

ListCell day_cell(const std::string& text) {
  const auto day = Date::parse(text);
  return day ? ListCell(*day) : ListCell(std::string());
}

ListSheet sheet_of(const InboxAnswer& inbox, Language language) {
  ListSheet sheet{say(language, "letters", "brieven"), inbox_headings(), {}};
  const auto number = [](const std::optional<Decimal>& value) {
    return value ? ListCell(*value) : ListCell(std::string());
  };
  for (const InboxLetter& letter : inbox.letters) {
    InboxCells cells = cells_of(letter, language);
    sheet.rows.push_back({cells.verdict, cells.contract, cells.title, cells.supplier, cells.line,
                          cells.announced, number(cells.price), day_cell(cells.on),
                          day_cell(cells.received), number(cells.least), number(cells.most),
                          cells.currency, day_cell(cells.answer_by), cells.owner, cells.why,
                          cells.cause, cells.place});
  }
  return sheet;
}

ListSheet sums_of(const InboxAnswer& inbox, Language language) {
  ListSheet sheet{say(language, "sums", "sommen"),
                  {"verdict", "letters", "currency", "at_least", "at_most", "without_amount"},
                  {}};
  const auto count = [](std::size_t many) {
    return ListCell(Decimal(static_cast<std::int64_t>(many), 0));
  };
  const auto add = [&](const InboxSum& sum, const std::string& name) {
    if (sum.amounts.empty())
      sheet.rows.push_back({name, count(sum.letters), std::string(), std::string(), std::string(),
                            count(sum.without_amount)});
    for (const LetterAmount& each : sum.amounts)
      sheet.rows.push_back({name, count(sum.letters), std::string(each.currency.code()),
                            as_decimal(each.least, each.currency.minor_decimals()),
                            as_decimal(each.most, each.currency.minor_decimals()),
                            count(sum.without_amount)});
  };
  for (const InboxSum& sum : inbox.sums) add(sum, std::string(word(sum.state)));
  add(all_letters(inbox), "all");
  return sheet;
}

Diagnostics write_workbook(const std::string& path, const InboxAnswer& inbox, Language language) {
  GrowingFile file(path);
  const bool built =
      !file.beside().empty() &&
      build_list_workbook(file.beside(), {sheet_of(inbox, language), sums_of(inbox, language)},
                          inbox.today);
  if (built) return std::move(file).finish();
  Diagnostics problems;
  problems.error("O0006", {},
                 {"the workbook '" + path + "' cannot be written",
                  "de werkmap '" + path + "' is niet te schrijven"},
                 {"is the disk full? Else write the rows with --csv",
                  "is de schijf vol? Schrijf anders de regels met --csv"});
  return problems;
}

/// One file for each letter that was judged, named by its row and contract.
FolderContents answers_folder(const InboxAnswer& inbox, Language language) {
  FolderContents made;
  for (const InboxLetter& letter : inbox.letters) {
    if (!letter.answer) continue;
    std::string name = letter.contract->contract->id;
    std::replace_if(
        name.begin(), name.end(),
        [](char c) { return !document::is_bare(c) && c != '.' && document::is_ascii(c); }, '-');
    std::string number = std::to_string(letter.number);
    number.insert(0, number.size() < 4 ? 4 - number.size() : 0, '0');
    made[number + "-" + name + "-" + std::string(word(letter.state())) + ".html"] =
        as_html(answer_letter(*letter.answer, language));
  }
  return made;
}

Diagnostics write_answers(const std::string& path, const InboxAnswer& inbox, Language language) {
  if (ends_in(path, {".html", ".htm"}))
    return write_file(path, as_html(inbox_letters(inbox, language)));
  if (ends_in(path, {".md"})) return write_file(path, as_markdown(inbox_letters(inbox, language)));
  return write_folder(path, answers_folder(inbox, language), "inbox");
}

/// The id that a contract file states, as far as its text shows it; empty: none.
std::string id_in_file(const std::string& path) {
  const auto source = read_source(path);
  if (!source.value) return {};
  std::string_view text = (*source.value)->bytes();
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = document::trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.starts_with("id")) continue;
    line = document::trimmed(line.substr(2));
    if (!line.starts_with('=')) continue;
    line = document::trimmed(line.substr(1));
    if (line.empty() || (line.front() != '"' && line.front() != '\'')) return {};
    const std::size_t close = line.find(line.front(), 1);
    return close == std::string_view::npos ? std::string() : std::string(line.substr(1, close - 1));
  }
  return {};
}

}  // namespace

InboxContracts::InboxContracts(const InboxOptions& options, MoreFigures figures,
                               Diagnostics& problems) {
  std::vector<std::string> files;
  for (const std::string& path : options.contracts)
    if (is_list(path))
      add_register(path, figures, problems);
    else
      files.push_back(path);
  if (files.empty()) return;
  ContractFolder folder(figures, problems,
                        {"no letter is held against it: the other file has the same id",
                         "geen brief wordt ernaast gelegd: het andere bestand heeft hetzelfde id"},
                        options.jobs);
  folder.each(files, [&](ContractFile file) {
    add(std::move(file.contract), std::make_shared<const Library>(std::move(file.library)),
        file.path);
  });
  for (const ContractFolder::Unread& each : folder.unread_files())
    unread_.push_back({id_in_file(each.path), each.path, each.place, each.why});
}

void InboxContracts::add(Contract contract, std::shared_ptr<const Library> library,
                         const std::string& path) {
  spoken_.insert(contract.language());
  list_.push_back(
      {path, std::make_shared<const Contract>(std::move(contract)), std::move(library)});
}

/// A register has no figures_from: it takes those that are asked for, else the folder indices
/// beside its own, or here.
void InboxContracts::add_register(const std::string& path, MoreFigures figures,
                                  Diagnostics& problems) {
  if (figures.paths.empty())
    for (const std::string& place :
         {path_beside(path, "indices"), path_beside(path, "../indices"), std::string("indices")})
      if (figures.paths.empty() && is_folder(place)) figures.paths.push_back(place);
  const auto source = read_source(path);
  problems.append(source.diagnostics);
  auto library = load_library(figures);
  problems.append(library.diagnostics);
  if (!source.value || !library.value) return;
  const auto shared = std::make_shared<const Library>(std::move(*library.value));
  const std::size_t before = list_.size();
  Diagnostics of_register;
  each_list(*source.value, of_register, [&](const SourcePtr& text, Diagnostics& of_list) {
    std::vector<Contract> contracts = read_register(text, *shared, of_list, &unread_);
    for (Contract& contract : contracts) add(std::move(contract), shared, path);
    return !contracts.empty();
  });
  if (list_.size() == before && !of_register.has_errors())
    holds_nothing(path, {"holds no contract", "bevat geen contract"}, of_register);
  problems.append(of_register);
}

std::optional<Language> InboxContracts::language() const { return one_language(spoken_); }

InboxLists::InboxLists(const std::vector<std::string>& paths, Diagnostics& problems) {
  for (const std::string& path : paths) {
    if (is_folder(path))
      read_folder(path, problems);
    else
      read(path, problems);
  }
}

void InboxLists::read_folder(const std::string& path, Diagnostics& problems) {
  const auto files = list_files(path, "", Depth::below);
  problems.append(files.diagnostics);
  if (!files.value) return;
  bool any = false;
  for (const std::string& file : *files.value) {
    if (is_list(file) || is_pdf(file)) {
      any = true;
      read(file, problems);
    } else {
      ++unread_files_;
      problems.warning("A0200", {},
                       {"'" + file + "' is not read: it is no list and no PDF",
                        "'" + file + "' is niet gelezen: het is geen lijst en geen PDF"},
                       {"type what it announces in a list, or save it as PDF",
                        "typ wat erin staat in een lijst, of bewaar het als PDF"});
    }
  }
  if (!any) holds_nothing(path, no_letter(), problems);
}

void InboxLists::read(const std::string& path, Diagnostics& problems) {
  if (is_pdf(path))
    read_letter(path, problems);
  else
    read_list(path, problems);
}

void InboxLists::read_list(const std::string& path, Diagnostics& problems) {
  const auto source = read_source(path);
  problems.append(source.diagnostics);
  const std::size_t before = rows_.size();
  if (!source.value) {
    ++unread_files_;
    return;
  }
  Diagnostics of_list;
  each_list(*source.value, of_list, [&](const SourcePtr& text, Diagnostics& of_sheet) {
    std::vector<InboxRow> rows = read_inbox(text, of_sheet);
    for (InboxRow& row : rows) rows_.push_back(std::move(row));
    return !rows.empty();
  });
  if (rows_.size() == before) ++unread_files_;
  if (rows_.size() == before && !of_list.has_errors()) holds_nothing(path, no_letter(), of_list);
  problems.append(of_list);
}

/// A letter that cannot be read keeps its row: somebody has to look at it.
void InboxLists::read_letter(const std::string& path, Diagnostics& problems) {
  const auto text = text_of_pdf(path,
                                {"type what the letter says as a row of a list",
                                 "typ wat er in de brief staat als rij in een lijst"},
                                problems);
  if (!text) ++unread_files_;
  if (text || is_there(path)) rows_.push_back(row_of({path, text.value_or("")}));
}

Diagnostics write_inbox_files(const InboxOptions& options, const InboxAnswer& inbox,
                              Language language) {
  Diagnostics problems;
  if (!options.html.empty())
    problems.append(write_file(options.html, as_html(inbox_page(inbox, language))));
  if (!options.csv.empty()) problems.append(write_file(options.csv, inbox_csv(inbox, language)));
  if (!options.xlsx.empty()) problems.append(write_workbook(options.xlsx, inbox, language));
  if (!options.answers.empty()) problems.append(write_answers(options.answers, inbox, language));
  return problems;
}

}  // namespace pricetalk
