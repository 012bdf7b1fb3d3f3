#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// What was noticed in a register, and in which cell: "C5"; empty: in no cell of its own.
struct RegisterNote {
  std::string cell;
  Phrase what;
};

/// What became of a row.
enum class RowState : std::uint8_t {
  ready,    ///< all that its file says stands in the register
  assumed,  ///< the same, but for assumptions that are named
  question  ///< it has no file until somebody answers
};
/// "ready": for machines.
std::string_view word(RowState state);
/// "ready", "gereed".
Phrase words(RowState state);

/// A row of a register, and the contract file that it stands for.
struct ImportedRow {
  std::uint32_t number = 0;  ///< in the file or the sheet, from 1
  std::string id;            ///< as written; empty: it names none
  std::string title;
  std::string party;  ///< supplier, else customer
  std::vector<RegisterNote> assumptions;
  std::vector<RegisterNote> open;  ///< what the contract leaves open: it is `unknown`, or absent
  std::vector<RegisterNote> questions;
  std::string text;  ///< the contract file, without the figures that it names; empty of a question
  std::string file;  ///< name of the file in the folder; empty of a question

  RowState state() const {
    if (!questions.empty()) return RowState::question;
    return assumptions.empty() ? RowState::ready : RowState::assumed;
  }
};

/// A whole register.
struct ImportedRegister {
  std::string name;  ///< of the file, or of the file and its sheet
  Date today;
  std::vector<ImportedRow> rows;     ///< in their order
  std::vector<RegisterNote> common;  ///< what holds for all rows, or for none
  std::string mapping;               ///< these two: the files as they are to be
  std::string clauses;

  std::size_t count(RowState state) const;
};

/// What a register is read with.
struct RegisterTerms {
  const Library* library = nullptr;  ///< never nothing; outlives the reading
  Date today;
  std::optional<Language> language;  ///< of the files; nothing: of the headings
  SourcePtr mapping;                 ///< these two: what earlier imports left; nothing: none
  SourcePtr clauses;
  bool workbook = false;  ///< the text was made of a sheet
};

/// Where the clauses stand, as seen from a contract file.
inline constexpr const char* register_clauses_file = "register/clauses.toml";

/// Reads a register: a contract file for each row that can be one, else what has to be asked. The
/// row says no more than what stands in it: what cannot be known is open or a question. Nothing,
/// with an error, for a file that is none (A0189), or a mapping that cannot be used (A0220).
std::optional<ImportedRegister> import_register(const SourcePtr& source, const RegisterTerms& terms,
                                                Diagnostics& diagnostics);

}  // namespace pricetalk
