#pragma once

#include <optional>
#include <string>

#include "register/import.hpp"
#include "register/index_words.hpp"
#include "register/mapping.hpp"
#include "register/register_file.hpp"

namespace pricetalk {

/// What a row is read with.
struct RowTerms {
  const RegisterFile& file;
  const Library& library;
  const RegisterMapping& mapping;
  const RegisterClauses& clauses;
  Date today;
  Language language = Language::nl;
  std::string country;                 ///< of rows that name none; empty: not known
  std::string file_name;               ///< of the register, for the first line of a contract file
  SourcePtr clauses_source = nullptr;  ///< the file of `clauses`
};

/// The key of the words of a row in the mapping: the words, with the country of the row where they
/// mean another index in each and the row has another than most; empty: no words.
std::string mapped_word(const RowTerms& terms, std::size_t row);
/// The country of a row, else the one of all; empty: not known.
std::string country_of(const RowTerms& terms, std::size_t row);

/// Reads a row: what it says becomes the text of a contract file, what is missing is noted.
void read_row(const RowTerms& terms, std::size_t row, ImportedRow& made);

}  // namespace pricetalk
