#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>

#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// What two versions of a contract can differ in, in the order in which a bridge changes it.
enum class ContractPart : std::uint8_t {
  volume,   ///< quantities
  terms,    ///< clauses, billing, and whatever has no part of its own
  prices,   ///< prices, discounts, decisions and innovations
  ended,    ///< price lines that the later version has no more
  dates,    ///< first and last days of the contract and its lines
  started,  ///< price lines that only the later version has
};
inline constexpr std::array contract_parts = {ContractPart::volume, ContractPart::terms,
                                              ContractPart::prices, ContractPart::ended,
                                              ContractPart::dates,  ContractPart::started};

/// Some of these.
class ContractParts {
 public:
  constexpr ContractParts() = default;
  constexpr ContractParts with(ContractPart part) const {
    ContractParts made = *this;
    made.bits_ |= 1U << static_cast<unsigned>(part);
    return made;
  }
  constexpr bool has(ContractPart part) const {
    return (bits_ & (1U << static_cast<unsigned>(part))) != 0;
  }

 private:
  unsigned bits_ = 0;
};

/// Two versions of a contract, and what lies between them: the earlier one with some parts as the
/// later one has them. It is written as a contract file and read by the reader of contracts.
class ContractMix {
 public:
  ContractMix(const Contract& before, const Contract& after);
  ~ContractMix();
  ContractMix(ContractMix&&) noexcept;
  ContractMix& operator=(ContractMix&&) noexcept;

  /// Whether the versions differ in a part.
  bool differs(ContractPart part) const { return differs_.has(part); }
  /// The contract between; nothing where the parts of the two cannot stand in one contract.
  std::optional<Contract> with(ContractParts later) const;

 private:
  struct Trees;
  std::unique_ptr<const Trees> trees_;
  ContractParts differs_;
};

/// Whether two contracts are written in the same words.
bool same_words(const Contract& a, const Contract& b);

}  // namespace pricetalk
