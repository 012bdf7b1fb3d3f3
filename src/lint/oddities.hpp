#pragma once

#include <string>
#include <vector>

#include "lint/trial.hpp"

namespace pricetalk {

/// The words of the formula by which a step was computed.
Span formula_of(const PriceEntry& entry);

/// What a step makes of the price `before` when it changes by `change`; where it is about, the
/// formula.
Oddity oddity_of(Oddity::Kind kind, const Line& line, const PriceEntry& entry, const Ratio& before,
                 const Ratio& change);

/// What was found in the clauses of a contract: of each formula what was found first, and nothing
/// that its clause accepts.
class Oddities {
 public:
  void keep(Oddity odd);
  /// Kept where nothing else is found of its formula.
  void keep_at_last(Oddity odd) { at_last_.push_back(std::move(odd)); }
  /// One oddity says enough of one formula: what comes out with the figures of the library follows
  /// from it.
  bool known(const PriceEntry& entry) const;
  std::vector<Oddity> take() &&;

 private:
  bool known(const std::string& clause, const Span& formula) const;

  std::vector<Oddity> found_;
  std::vector<Oddity> at_last_;
};

}  // namespace pricetalk
