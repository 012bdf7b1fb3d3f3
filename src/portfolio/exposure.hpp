#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "portfolio/portfolio.hpp"

namespace pricetalk {

/// What money hangs on is asked of contracts in one future.
struct ExposureQuestion {
  Scenario scenario;   ///< its alternatives are not looked at
  std::string future;  ///< id; empty: the first one
  Date today;
  int decimals = 2;  ///< of the fixed rise that costs the same, in percent
};

/// The fixed yearly rise that costs what the contracts cost: two neighbours, in the asked decimals.
struct BreakEven {
  Decimal percent;  ///< of hundred; the largest that costs no more
  Ratio cost;
  Decimal next;  ///< the next one
  Ratio next_cost;
  Ratio target;  ///< what the contracts cost as they are
};

/// What one index that stands 1 % higher in every projected figure (a series of percentages: one
/// point higher) adds to the cost.
struct IndexExposure {
  Ratio total;   ///< over the horizon
  Ratio a_year;  ///< in the last whole twelve months of it, when it has worked through
};

/// Of more contracts the fixed rise that costs the same is sought of all together only.
inline constexpr std::size_t most_with_break_even = 100;

struct ContractExposure {
  const PortfolioContract* of = nullptr;  ///< its figures as they are
  Ratio total;                            ///< over the horizon
  Ratio a_year;                           ///< in the last whole twelve months
  std::vector<IndexExposure> indices;     ///< in the order of the answer's series
  /// These two: what the contract costs more without its caps, and without its floors; nothing: it
  /// has none.
  std::optional<Ratio> cap;
  std::optional<Ratio> floor;
  bool ratchet = false;                 ///< all its floors are 0 %: prices never fall
  std::optional<BreakEven> break_even;  ///< nothing: no clause moves a price, or none is found
  std::vector<CapBite> bites;
  std::optional<Date> end;     ///< its last day, when that lies in the horizon
  std::optional<Date> notice;  ///< last day to cancel, when that lies in the horizon
};

/// A result that changes with an assumption.
struct Swing {
  enum class Of : std::uint8_t { growth, volume, discount };
  Of of = Of::growth;
  std::string series;  ///< of growth
  Ratio less;          ///< change of the result with one point less
  Ratio more;          ///< with one point more
  Ratio size() const;  ///< the larger of both, above zero
};

/// Contracts of one currency, with or without VAT.
struct ExposureTotal {
  struct OfIndex {
    IndexExposure sum;
    std::size_t contracts = 0;  ///< that it moves
    Ratio share;                ///< of a year's cost that hangs on it: 1 is all of it
  };
  struct OfLimit {
    Ratio value;
    std::size_t contracts = 0;  ///< that have one
  };
  Currency currency;
  Vat vat = Vat::excluded;
  std::size_t contracts = 0;
  int open = 0;  ///< amounts that are not known
  Ratio total;
  Ratio a_year;
  std::vector<OfIndex> indices;  ///< in the order of the answer's series
  OfLimit cap;
  OfLimit floor;
  OfLimit ratchet;
  std::optional<BreakEven> break_even;  ///< nothing: no clause moves a price, or none is found
  std::vector<Swing> swings;            ///< largest first
  std::optional<Period> dearest_from;   ///< first month of the dearest twelve
  Ratio dearest;
  std::map<int, std::size_t> bites;  ///< by year: contracts in which a cap bites
};

struct ExposureAnswer {
  std::string future;
  Date first;  ///< first day of the horizon
  Date last;
  int months = 0;
  bool discounted = false;          ///< swings are of the present value
  std::vector<std::string> series;  ///< that the contracts read and that go on, by name
  PortfolioAnswer as_it_is;
  std::vector<ContractExposure> contracts;
  std::vector<ExposureTotal> totals;
};

/// What the money of many contracts hangs on. They are taken apart once; then the same columns are
/// run again and again, each time with one thing moved.
class Exposure {
 public:
  /// `texts`: those of the entries. `read_again`: for what columns cannot hold.
  Exposure(ExposureQuestion question, Portfolio::ReadAgain read_again,
           std::shared_ptr<SharedTexts> texts);
  ~Exposure();
  Exposure(Exposure&&) noexcept;
  Exposure& operator=(Exposure&&) noexcept;

  void add(PortfolioEntry entry);
  /// REQUIRES: at least one contract.
  Loaded<ExposureAnswer> answer() &&;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace pricetalk
