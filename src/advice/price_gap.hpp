#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "billing/yearly.hpp"
#include "explain/worksheet.hpp"
#include "pricetalk/advice/redface.hpp"
#include "pricetalk/explain/figure.hpp"

namespace pricetalk {

// What the red-face rules about prices share.

/// A price of a line in money, as it is printed.
std::string price_text(const Dossier& d, const Line& line, const Ratio& price, Language language);

InputSource from_entry(const PriceEntry& entry);
InputSource from_contract(const Phrase& text, Span where);

/// One side of a comparison, per unit. REQUIRES: the price is determined.
struct Amount {
  Outcome<Ratio> price;
  Phrase label;
  InputSource source;
  /// How the amount is made on a sheet, where it is more than one given figure.
  std::function<NodeId(Worksheet&)> make = {};

  NodeId on(Worksheet& sheet) const;
};

/// An amount per unit of a line as the customer pays it on a day: less the line's discount, as long
/// as that holds.
Amount paid(const Dossier& d, const Line& line, Amount amount, Date day);

/// The price in force with its surcharges, before any discount; without surcharges where one cannot
/// be determined. Nothing without a price, before the line or after it, and of a line with tiers.
std::optional<Amount> gross_on(const Dossier& d, const Line& line, Date day);

/// What the customer pays per unit on a day: the same less the discount. Every rule that compares a
/// price asks this one.
std::optional<Amount> paid_on(const Dossier& d, const Line& line, Date day);

/// The line as one whose price is what the customer pays: without its discount, so that no amount
/// takes that off a second time.
Line at_net_price(Line line);

/// The amount as the price of a line, all the time.
TierPrices priced(const Amount& amount);

/// What the line is invoiced over a year at the one price and at the other, with its derivation.
/// The year begins on the day of the step that it is about; nothing: today, for prices in force.
struct Gap {
  Ratio per_unit;
  std::optional<Outcome<Figure>> per_year;  ///< empty: the contract states no quantity
  std::vector<Evidence> evidence;
};
Gap gap(const Dossier& d, const Line& line, const Amount& high, const Amount& low,
        const std::string& rule, std::optional<Date> step = {});
/// The same for what the customer pays today against another price that has no discount: the year
/// takes the line's discount off as long as it holds. REQUIRES: `paid_on` today has a value.
enum class Than : std::uint8_t { paid_is_more, paid_is_less };
Gap gap_to_paid(const Dossier& d, const Line& line, const Amount& other, Than side,
                const std::string& rule);
bool at_least(const Gap& gap, const Decimal& amount);
bool at_least(const std::optional<Outcome<Figure>>& amount, const Decimal& threshold);

/// What a line was invoiced more at the one side's prices than at the other's, from a day up to and
/// including today. Empty: the contract states no quantity, or the day is still to come.
struct SoFar {
  std::string address;
  Phrase label;
  Fixity fixity = Fixity::fixed;
};
std::optional<Outcome<Figure>> so_far(const Dossier& d, const Line& line, Date since,
                                      const SoFar& what, const TierPrices& high,
                                      const TierPrices& low, std::vector<Evidence>& evidence);

/// The prices of a schedule, without surcharges and before any discount.
TierPrices priced(const PriceSchedule& prices);

/// "ID/LINE/redface/RULE".
std::string rule_address(const Dossier& d, const Line& line, const std::string& rule);

/// The price of a line in force today: of a line with one price, while it lives.
const PriceEntry* now(const Dossier& d, const Line& line);

}  // namespace pricetalk
