#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk {

struct Audit;

/// What tells that two rows may be the same service under two names: their days, how many, and the
/// amount.
using ServiceKey =
    std::tuple<Date, Date, std::pair<std::int64_t, int>, std::pair<std::int64_t, int>>;
ServiceKey service_key(const InvoiceLine& row);

/// Asks whether a row that was not recognised is a line once more, which charged as many for as
/// much for the same days.
Phrase same_service_question(const std::string& line, const Decimal& quantity,
                             const Decimal& amount, const Currency& currency);

/// Services that were not recognised and come with a line again and again, by their name: these are
/// lines that the contract lacks.
class SteadyServices {
 public:
  /// One that charged as much as a line, for days from this one on.
  void add(const std::string& name, Date from) { days_[name].insert(from); }
  bool holds(const std::string& name) const {
    const auto found = days_.find(name);
    return found != days_.end() && found->second.size() >= enough;
  }

 private:
  static constexpr std::size_t enough = 3;  ///< nobody charges the same twice so often
  std::map<std::string, std::set<Date>> days_;
};

/// Asks it of the rows of an audit that were not recognised.
void ask_about_same_services(const Contract& contract, Audit& audit);

}  // namespace pricetalk
