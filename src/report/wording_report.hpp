#pragma once

#include <string>
#include <vector>

#include "wording/read_wording.hpp"

namespace pricetalk {

/// What a paper clause was understood to say.
struct WordingReport {
  ReadWording read;
  std::vector<std::string> sentences;  ///< as `read` says the clause; empty where there is none
};

/// For people: what was understood, what was not, what the text leaves open, the clause.
std::string wording_text(const WordingReport& report, Language language);
/// For machines.
std::string wording_json(const WordingReport& report);

}  // namespace pricetalk
