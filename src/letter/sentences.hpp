#pragma once

#include <string>
#include <vector>

#include "explain/unit_words.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// A contract in plain sentences that a colleague can confirm: who with whom, what each line costs,
/// how and when prices move, what is announced how, returns, what is still open, how it ends.
struct ContractInWords {
  struct Part {
    std::string title;
    std::vector<std::string> sentences;
  };
  std::string title;
  std::vector<Part> parts;
};

ContractInWords in_words(const Contract& contract, const Library& library, Language language);

/// "2 maanden", "een jaar".
std::string duration_text(const Duration& duration, Language language);

/// The title of a line, with its tier where it has several: "Schoonmaak, tot en met 100".
std::string price_name(const Line& line, std::size_t price, Language language);

}  // namespace pricetalk
