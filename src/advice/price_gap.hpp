#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/advice/dossier.hpp"
#include "pricetalk/audit/evidence.hpp"

namespace pricetalk {

// What the red-face rules about prices share.

/// A price of a line in money, as it is printed.
std::string price_text(const Dossier& d, const Line& line, const Ratio& price, Language language);

InputSource from_entry(const PriceEntry& entry);
InputSource from_contract(const Phrase& text, Span where);

/// One side of a comparison. REQUIRES: the price is determined.
struct Amount {
  Outcome<Ratio> price;
  Phrase label;
  InputSource source;
};

/// (high - low) x what is bought in a year, in whole cents, with its derivation.
struct Gap {
  Ratio per_unit;
  std::optional<Outcome<Figure>> per_year;  ///< empty: the contract states no quantity
  std::vector<Evidence> evidence;
};
Gap gap(const Dossier& d, const Line& line, const Amount& high, const Amount& low,
        const std::string& rule);
bool at_least(const Gap& gap, const Decimal& amount);

/// The price of a line in force today: of a line with one price, while it lives.
const PriceEntry* now(const Dossier& d, const Line& line);

}  // namespace pricetalk
