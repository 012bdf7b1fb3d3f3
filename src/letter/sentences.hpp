#pragma once

#include <string>
#include <string_view>
#include <vector>

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

/// What stands behind a price: "per uur", "an hour". Units that are not known stand as they are.
std::string per_unit(const std::string& unit, Language language);

/// "uur", "hours", "stuks"; empty for units that are time themselves. Units that are not known
/// stand as they are.
std::string unit_plural(const std::string& unit, Language language);

/// The title of a line, with its tier where it has several: "Schoonmaak, tot en met 100".
std::string price_name(const Line& line, std::size_t price, Language language);

/// Whether the words of a unit are known: "hour", and not "machine".
bool is_known_unit(std::string_view unit);

}  // namespace pricetalk
