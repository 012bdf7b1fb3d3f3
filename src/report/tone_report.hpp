#pragma once

#include <string>
#include <vector>

#include "letter/letter_file.hpp"
#include "pricetalk/letter/letter.hpp"

namespace pricetalk {

/// How a letter that somebody wrote sounds to its reader.
struct ToneReport {
  std::string file;  ///< its name
  LetterFile letter;
  Language language = Language::nl;  ///< of the letter
  bool stated = false;               ///< by the user
  bool guessed = false;              ///< by its words
  LetterStatistics statistics;       ///< between salutation and closing, else of all
  std::vector<ToneFinding> findings;

  /// No letter goes out with what was found.
  bool stopped() const;
};

/// Reads a letter for its tone. `stated`: its language; nothing: by its words, and where these do
/// not tell, `otherwise`.
ToneReport tone_report(std::string file, LetterFile letter, std::optional<Language> stated,
                       Language otherwise);

/// A sentence as it is quoted: a very long one breaks off.
std::string shortened_quote(const std::string& sentence);

/// For people.
std::string tone_text(const ToneReport& report, Language language);
/// For machines.
std::string tone_json(const ToneReport& report);

}  // namespace pricetalk
