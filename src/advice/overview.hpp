#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "pricetalk/advice/redface.hpp"
#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// The findings of one contract in a line, for an overview of many. Each figure is a sum of figures
/// of the findings, with its derivation in `evidence`.
///
/// Two embarrassments can be about the same euros. So of each price line only the largest counts,
/// and of a finding about the whole contract only when it is larger than these together.
struct RedFaceOverview {
  const Contract* contract = nullptr;
  std::size_t wrong = 0;      ///< findings FOUT, charged too little included
  std::size_t blush = 0;      ///< findings GÊNANT
  std::size_t not_told = 0;   ///< of `wrong`: the customer must be told and was not
  Figure over;                ///< charged too much, as the FOUT findings have it
  Figure over_year;           ///< of it in the last year
  Figure blush_year;          ///< what is embarrassing, a year
  bool undetermined = false;  ///< a finding has an amount that is not known yet
  std::vector<Evidence> evidence;
};

/// `findings` are ranked.
RedFaceOverview overview(const Contract& contract, std::span<const Finding> findings);

/// Contracts of one currency whose amounts are all with or all without VAT, together.
struct RedFaceTotal {
  Currency currency;
  Vat vat = Vat::excluded;
  std::size_t wrong = 0;
  std::size_t blush = 0;
  Figure over;
  Figure over_year;
  Figure blush_year;
  std::vector<Evidence> evidence;
};

/// In the order in which currency and VAT first come.
std::vector<RedFaceTotal> together(std::span<const RedFaceOverview> contracts);

/// Positions in order of money: what was charged too much, then what is embarrassing a year, then
/// the number of findings. Currencies are not compared: contracts of one currency stand together,
/// in the order in which the currencies come.
std::vector<std::size_t> by_money(std::span<const RedFaceOverview> contracts);

}  // namespace pricetalk
