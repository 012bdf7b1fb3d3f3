#include "register/import.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "document/words.hpp"
#include "invoice/cells.hpp"
#include "pricetalk/explain/format.hpp"
#include "register/index_words.hpp"
#include "register/mapping.hpp"
#include "register/register_file.hpp"
#include "register/register_row.hpp"

namespace pricetalk {

namespace {

using Column = RegisterColumn::Column;

void not_a_register(const SourcePtr& source, const RegisterFile& file, Diagnostics& diagnostics) {
  const bool contract = file.list().usable() && file.list().has(Column::contract);
  diagnostics.error(
      "A0189", {},
      {"'" + source->name() + "' is no register" +
           (contract ? ": it has no column with a start or an amount"
                     : ": no row has a heading contract number"),
       "'" + source->name() + "' is geen register" +
           (contract ? ": het heeft geen kolom met een ingangsdatum of bedrag"
                     : ": geen rij heeft een kopje contractnummer")},
      {"a register has headings as contract number, supplier, start, end, monthly amount, price "
       "date, indexation",
       "een register heeft kopjes als contractnummer, leverancier, ingangsdatum, einddatum, "
       "maandbedrag, prijspeil, indexering"});
}

/// The words of the index column, each with how many rows have it.
struct WordRows {
  std::string word;
  std::string country;
  std::string cell;
  std::size_t rows = 0;
};

std::vector<WordRows> words_of(const RowTerms& terms, const std::vector<std::size_t>& rows) {
  std::vector<WordRows> made;
  std::unordered_map<std::string, std::size_t> known;
  for (const std::size_t row : rows) {
    const std::string word = mapped_word(terms, row);
    const auto [found, fresh] = known.emplace(document::lower(word), made.size());
    if (fresh)
      made.push_back({word, country_of(terms, row), terms.file.text(row, Column::index), 0});
    ++made[found->second].rows;
  }
  return made;
}

Phrase in_rows(std::size_t rows) {
  const std::string count = std::to_string(rows);
  return {count + (rows == 1 ? " row" : " rows"), count + (rows == 1 ? " rij" : " rijen")};
}

/// Words that were not met before get a clause, or a question.
void map_words(const std::vector<WordRows>& words, const Library& library, RegisterMapping& mapping,
               RegisterClauses& clauses) {
  for (const WordRows& each : words) {
    if (mapping.clause_of(each.word) != nullptr) continue;
    const Phrase rows = in_rows(each.rows);
    IndexMeaning meaning;
    if (each.cell.empty() && !each.word.empty())
      meaning.kind = IndexMeaning::Kind::none;
    else if (!each.cell.empty())
      meaning = index_meaning(each.cell, each.country, library);
    if (meaning.kind == IndexMeaning::Kind::none) {
      mapping.add(each.word, std::string(RegisterMapping::none), rows);
    } else if (meaning.kind == IndexMeaning::Kind::question) {
      mapping.add(each.word, std::string(RegisterMapping::asked),
                  {rows.en + (meaning.why.empty() ? "" : ": " + meaning.why.en),
                   rows.nl + (meaning.why.empty() ? "" : ": " + meaning.why.nl)});
    } else {
      mapping.add(each.word, meaning.id, rows);
      if (!clauses.has(meaning.id))
        clauses.add(meaning.id, clause_text(meaning),
                    meaning.series == nullptr
                        ? same("\"" + each.word + "\"")
                        : same("\"" + each.word + "\": " + meaning.series->title));
    }
  }
}

/// A word that a person gave to a clause which stands nowhere.
void tell_missing_clauses(const RegisterMapping& mapping, const RegisterClauses& clauses,
                          Diagnostics& diagnostics) {
  for (const std::string& word : mapping.words_of_no_clause(clauses.ids())) {
    const std::string id = *mapping.clause_of(word);
    const std::vector<std::string> ids = clauses.ids();
    const std::string near(nearest(id, {ids.begin(), ids.end()}));
    diagnostics.error("A0220", mapping.where(word),
                      {"there is no clause '" + id + "' in clauses.toml",
                       "er staat geen clausule '" + id + "' in clauses.toml"},
                      near.empty()
                          ? Phrase{"write the clause there, or \"none\" or \"?\" here",
                                   "schrijf daar de clausule, of hier \"none\" of \"?\""}
                          : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
  }
}

/// Contracts that stand in several rows: which of them holds, nobody knows.
void ask_about_twice(std::vector<ImportedRow>& rows, const RegisterFile& file,
                     const std::vector<std::size_t>& places) {
  std::unordered_map<std::string, std::vector<std::size_t>> same_id;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!rows[i].id.empty()) same_id[cells::folded(rows[i].id)].push_back(i);
  for (const auto& [id, all] : same_id) {
    if (all.size() < 2) continue;
    for (const std::size_t i : all) {
      const std::size_t other = i == all.front() ? all[1] : all.front();
      const std::string cell = file.address(places[other], Column::contract);
      rows[i].questions.push_back(
          {file.address(places[i], Column::contract),
           {"'" + rows[i].id + "' stands in " + std::to_string(all.size()) + " rows, also in " +
                cell + "; give each its own number, or leave one out",
            "'" + rows[i].id + "' staat in " + std::to_string(all.size()) + " rijen, ook in " +
                cell + "; geef elk een eigen nummer, of laat er een weg"}});
      rows[i].text.clear();
    }
  }
}

/// What the headings of all rows come to.
void tell_headings(const RegisterFile& file, ImportedRegister& made) {
  std::string unknown;
  for (const std::string& each : file.list().ignored())
    if (!document::trimmed(each).empty()) unknown += (unknown.empty() ? "'" : ", '") + each + "'";
  if (!unknown.empty())
    made.common.push_back(
        {"",
         {"headings that are not read: " + unknown, "kopjes die niet worden gelezen: " + unknown}});
}

}  // namespace

std::string_view word(RowState state) {
  switch (state) {
    case RowState::ready:
      return "ready";
    case RowState::assumed:
      return "ready-with-assumptions";
    default:
      return "question";
  }
}

Phrase words(RowState state) {
  switch (state) {
    case RowState::ready:
      return {"ready", "gereed"};
    case RowState::assumed:
      return {"ready with assumptions", "gereed met aannames"};
    default:
      return {"question", "vraag"};
  }
}

std::size_t ImportedRegister::count(RowState state) const {
  return static_cast<std::size_t>(std::count_if(
      rows.begin(), rows.end(), [&](const ImportedRow& row) { return row.state() == state; }));
}

std::optional<ImportedRegister> import_register(const SourcePtr& source, const RegisterTerms& terms,
                                                Diagnostics& diagnostics) {
  const RegisterFile file(source, diagnostics, terms.workbook);
  if (!file.is_register()) {
    not_a_register(source, file, diagnostics);
    return std::nullopt;
  }
  Diagnostics of_mapping;
  RegisterMapping mapping =
      terms.mapping == nullptr ? RegisterMapping() : RegisterMapping(terms.mapping, of_mapping);
  RegisterClauses clauses =
      terms.clauses == nullptr ? RegisterClauses() : RegisterClauses(terms.clauses, of_mapping);
  ImportedRegister made;
  made.name = source->name();
  made.today = terms.today;
  if (!mapping.country() && file.is_dutch()) {
    mapping.set_country("NL");
    made.common.push_back(
        {"",
         {"rows that name no country are of the Netherlands: the headings are Dutch (country "
          "in register/mapping.toml)",
          "rijen zonder land horen bij Nederland: de kopjes zijn Nederlands (country in "
          "register/mapping.toml)"}});
  }
  const std::string name = source->name().substr(source->name().find_last_of('/') + 1);
  const Language language = terms.language.value_or(file.is_dutch() ? Language::nl : Language::en);
  RowTerms row_terms{
      file, *terms.library, mapping, clauses, terms.today, language, mapping.country().value_or(""),
      name};
  std::vector<std::size_t> places;
  std::string totals;
  for (std::size_t row = 0; row < file.list().size(); ++row) {
    if (!file.is_total(row)) {
      places.push_back(row);
      continue;
    }
    totals += (totals.empty() ? "" : ", ") + std::to_string(file.list().number(row));
  }
  map_words(words_of(row_terms, places), *terms.library, mapping, clauses);
  tell_missing_clauses(mapping, clauses, of_mapping);
  diagnostics.append(of_mapping);
  if (of_mapping.has_errors()) return std::nullopt;
  made.clauses = clauses.text(language);
  row_terms.clauses_source =
      std::make_shared<const SourceText>(register_clauses_file, made.clauses);
  for (const std::size_t row : places) {
    ImportedRow& one = made.rows.emplace_back();
    one.number = file.list().number(row);
    one.id = file.text(row, Column::contract);
    one.title = file.text(row, Column::line);
    one.party = file.text(row, Column::supplier);
    if (one.party.empty()) one.party = file.text(row, Column::customer);
    read_row(row_terms, row, one);
  }
  ask_about_twice(made.rows, file, places);
  if (!totals.empty())
    made.common.push_back(
        {"", {"rows of totals, left out: " + totals, "rijen met totalen, weggelaten: " + totals}});
  tell_headings(file, made);
  made.mapping = mapping.text(language);
  return made;
}

}  // namespace pricetalk
