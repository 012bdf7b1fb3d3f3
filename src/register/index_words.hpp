#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/index/series.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

/// The series that people mean by a word in a country, where the library has it: its id, else what
/// is usual ("CPI" in NL). Nothing where nobody can tell; `country` empty: not known.
const Series* usual_series(std::string_view word, std::string_view country, const Library& library);

/// What the words in a column Indexering come to.
struct IndexMeaning {
  enum class Kind : std::uint8_t {
    none,     ///< the price does not move
    clause,   ///< it moves so
    question  ///< nobody can tell without the contract
  };
  Kind kind = Kind::question;
  const Series* series = nullptr;  ///< of a clause; nothing: it is `fixed`
  bool series_open = false;        ///< the series is one of its family, and which is not said
  bool of_country = false;         ///< the words mean another series in another country
  std::optional<Percent> fixed;    ///< so much every time
  std::optional<Percent> added;    ///< to the change of the index; below zero: taken off
  std::optional<Percent> share;    ///< of the change of the index
  std::optional<Percent> cap;
  std::optional<Percent> floor;
  Phrase why;  ///< of a question: what cannot be told, and what to write

  /// A name for the clause, as "cpi-min-0-5".
  std::string id;
};

/// `text`: not empty.
IndexMeaning index_meaning(std::string_view text, std::string_view country, const Library& library);

/// How the words say that a clause with these terms stands in a file: its keys and values, one a
/// line, without its heading.
std::string clause_text(const IndexMeaning& meaning);

}  // namespace pricetalk
