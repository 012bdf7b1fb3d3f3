#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// What became of one worked example of a contract (CONTRACT-FORMAT section 3.10).
struct ExampleResult {
  enum class Kind : std::uint8_t {
    holds,
    differs,       ///< computed and stated figure are not the same
    undetermined,  ///< a figure is missing
    unsupported,   ///< this version does not compute that figure
  };
  const WorkedExampleTerms* example = nullptr;
  Kind kind = Kind::holds;
  std::string computed;  ///< in the decimals of the stated figure, or of `meant`
  /// Of `differs`: the stated digits with another decimal sign, where they are then the computed
  /// figure; empty: that is not it.
  std::string meant;
  std::string stated;  ///< what must be met: `computed` where the source is wrong, else `is`
  std::optional<std::string> source_prints;  ///< `is`, where it is known to be wrong
  std::optional<Decimal> source_off_by;      ///< what it prints minus what must be met
  std::optional<Undetermined> why;
  Derivation derivation;  ///< of the step behind it, where there is one
  NodeId answer = no_node;
};

/// Recomputes every worked example, each as on its own date.
/// The contract and the library must outlive the result.
std::vector<ExampleResult> check_examples(const Contract& contract, const Library& library);

}  // namespace pricetalk
