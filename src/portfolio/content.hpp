#pragma once

#include <optional>
#include <string>

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// What of a contract decides the prices and amounts of one of its lines, as it is written, but for
/// the numbers in which lines of one kind differ: price and quantity. Lines of one content share
/// every calculation.
struct Content {
  std::string prices;   ///< clauses, dates, decisions, announcements, and how figures are read
  std::string amounts;  ///< the frame of the contract, billing, and the line's own dates and terms
  /// The ids of the line and its clauses: a part of its content where a scenario refers to them.
  std::string names;
  /// Why the line has a content of its own that nothing computes in columns; empty: it has not.
  Phrase by_itself;
  /// The same of its prices alone: a line without a quantity has prices, and no amounts.
  Phrase unpriced;
};

/// Why no course follows the prices of a line, whatever it shares with others; empty: one does.
Phrase without_price_course(const Contract& contract, const Line& line);
/// The same of its prices and amounts.
Phrase without_course(const Contract& contract, const Line& line);
/// Why nothing computes the line in columns; empty: columns do, as far as this says.
Phrase why_by_itself(const Contract& contract, const Line& line);

/// The frame of a contract as it is written: its dates, its currency and its billing. Contracts of
/// one frame have the same invoice periods. Nothing where it is not written in one piece.
std::optional<std::string> frame_of(const Contract& contract);

/// The content of a line of a contract with that frame. `figures`: names the library that the
/// contract reads.
Content content_of(const Contract& contract, const Line& line,
                   const std::optional<std::string>& frame, const std::string& figures);

}  // namespace pricetalk
