#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advice/periods.hpp"
#include "pricetalk/explain/figure.hpp"
#include "pricetalk/index/series.hpp"
#include "pricetalk/scenario/scenario.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// What a delivery is expected to cost one side in some months after it.
struct DeliveryCostSpan {
  enum class Kind : std::uint8_t {
    returned,  ///< the price of what comes back
    faulty,    ///< cases that show in these months; all of them, where the future does not say when
  };
  Kind kind = Kind::faulty;
  int first_month = 1;            ///< after the delivery
  std::optional<int> last_month;  ///< empty: no end
  std::optional<Date> until;      ///< last day of the span
  /// Of faults: who must prove, and bears what cannot be proved; empty: the burden turns in
  /// between.
  std::optional<Side> bearer;
  Outcome<Figure> cost;  ///< in the contract's currency
};

/// The expected cost of one delivery in one future, by month after it. Empty: the future expects
/// nothing of the line, or who bears it is not known.
struct DeliveryCost {
  std::string future;
  std::string line;  ///< as a person calls it
  std::vector<DeliveryCostSpan> spans;
  bool by_month = false;  ///< the future says when cases show; else each span holds all of them
  /// These three: of all spans by who bears them. Nothing where `by_month` is not.
  std::optional<Outcome<Figure>> supplier;
  std::optional<Outcome<Figure>> customer;
  std::optional<Outcome<Figure>> either;
  std::vector<Evidence> evidence;
};

/// The month after a delivery in which a day lies: 1 up to the day one month later.
int month_after(Date delivered, Date day);

/// What the future expects of the quantity that the invoice of the day of delivery holds: cases =
/// quantity x rate x cost of a case; what comes back = amount x rate x (1 - restocking). Months are
/// rounded so that they add up to the cent. REQUIRES: the delivery has a line.
DeliveryCost delivery_cost(const Contract& contract, const Library& library,
                           const DeliveryPeriods& periods, const Future& future);

/// The same of all deliveries of a run, one for each line of which the future says when cases show:
/// the expected cost in the ledger, over the months after each delivery, by the rules that come
/// with the program. Spans have no last day.
std::vector<DeliveryCost> costs_after_delivery(const Run& run);

}  // namespace pricetalk
