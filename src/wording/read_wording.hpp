#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/index/series.hpp"

/// The words of a paper clause, and the clause that they stand for.
namespace pricetalk {

/// Some words of a clause, and what they are taken for: "met een maximum van 3%" is limits.cap.
struct PlacedWords {
  std::string words;
  std::string key;    ///< as the format has it: "limits.cap"
  std::string value;  ///< as the format has it: "3%"
};

/// Why words are taken for nothing.
enum class Unplaced : std::uint8_t {
  unknown,    ///< nothing here knows them
  contested,  ///< others of the same clause say another value of the same key
};

/// Words that are taken for nothing.
struct UnplacedWords {
  std::string words;
  Unplaced why = Unplaced::unknown;
  std::string key;  ///< of contested ones
};

/// What a text was understood to say.
struct ReadWording {
  std::vector<PlacedWords> placed;      ///< in the order of the text
  std::vector<UnplacedWords> unplaced;  ///< the same
  std::vector<std::string> open;        ///< keys that the text gives no answer to: "use", "series"
  std::string id;                       ///< of the clause: "cpi", "vast"
  /// As a file has it, from `[clause.ID]` on. Empty where the text names neither an index nor a
  /// fixed rise: there is then no clause.
  std::string clause;
};

/// Reads the common Dutch, Belgian and English words of indexation clauses. Nothing is guessed: a
/// month that the text does not name stays open, and so does the series of a name that several
/// have; two values of one key are both left out. `country`: the law of the contract, which tells
/// whose "CPI" is meant; "NL". At most `max_wording_bytes` of the text are read.
ReadWording read_wording(std::string_view text, const Library& library, std::string_view country);

/// A paper clause is no longer.
inline constexpr std::size_t max_wording_bytes = 8'000;

}  // namespace pricetalk
