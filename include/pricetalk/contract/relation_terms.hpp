#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/document/values.hpp"
#include "pricetalk/index/figures.hpp"

namespace pricetalk {

// What a contract says beside the price: returns, levels, people, promises, innovations, the talk
// (CONTRACT-FORMAT section 3.11).

enum class CountedFrom : std::uint8_t { delivery, last_item, conclusion };
enum class Side : std::uint8_t { supplier, customer };
enum class Remedy : std::uint8_t { repair, replacement, price_reduction, dissolution };
enum class PromiseState : std::uint8_t { open, kept, broken, released };
enum class AddressForm : std::uint8_t { formal, informal };
enum class ContactRole : std::uint8_t {
  decider,
  influencer,
  buyer,
  user,
  finance,
  gatekeeper,
  account_manager,
  expert,
  director
};
enum class InnovationForm : std::uint8_t { gift, exchange };
enum class SignalKind : std::uint8_t { volume, contacts, score };

/// A due day: a date, or a duration after the promise was made.
struct Due {
  std::optional<Date> on;
  std::optional<Duration> within;
};

struct ReturnTerms : TableBase {
  Stated<Duration> period;
  std::optional<Stated<CountedFrom>> counted_from;
  std::optional<Stated<Duration>> send_back_within;
  std::optional<Stated<Duration>> refund_within;
  std::optional<Stated<Side>> return_costs;
  std::optional<Stated<Percent>> restocking;
  std::vector<Stated<std::string>> exceptions;
  std::optional<Stated<std::string>> condition;
  std::optional<Stated<Date>> communicated;
};
struct NonConformityTerms : TableBase {
  std::optional<Stated<Duration>> burden_of_proof_on_seller;
  std::optional<Stated<Duration>> claim_within;
  std::optional<Stated<Duration>> liability;
  std::vector<Stated<Remedy>> remedies;
  std::optional<Stated<Date>> communicated;
};
/// `used` of a price line: what the customer really used in a year.
struct UsedTerms : TableBase {
  Stated<int> year;
  Stated<Decimal> quantity;
  std::optional<Stated<std::string>> evidence;
};
struct PriceLevelTerms : TableBase {
  Stated<Id> price;
  std::optional<Stated<Decimal>> low;
  Stated<Decimal> normal;
  std::optional<Stated<Decimal>> high;
  Stated<Date> as_of;
  std::optional<Stated<std::string>> source;
  std::optional<Stated<std::string>> region;
  std::optional<Stated<std::string>> volume_class;
  std::optional<Stated<SeriesId>> moved_by;
};
struct CostShareTerms : TableBase {
  Stated<Id> price;
  Stated<std::string> name;
  Stated<Percent> share;
  std::optional<Stated<SeriesId>> series;
  std::optional<Stated<Date>> since;
};
/// `[[promise]]` and `[[obligation]]`.
struct PromiseTerms : TableBase {
  Stated<Date> date;
  Stated<Side> by;
  Stated<std::string> what;
  std::optional<Stated<Due>> due;
  Stated<PromiseState> state;
  std::optional<Stated<std::string>> evidence;
};
/// `[[disclosure]]`: a mistake of ours that the customer was told, and what became of it.
struct DisclosureTerms : TableBase {
  Stated<Date> date;
  std::optional<Stated<std::string>> by;
  std::optional<Stated<std::string>> to;
  Stated<std::string> what;
  std::optional<Stated<Id>> rule;
  std::optional<Stated<Id>> price;
  std::optional<Stated<Decimal>> amount;
  std::optional<Stated<Date>> refund_on;
  std::optional<Stated<Date>> refunded_on;
  std::optional<Stated<std::string>> form;
  std::optional<Stated<std::string>> confirmed_by;
  std::optional<Stated<std::string>> evidence;
};
/// `[[signal]]`: something about the relation that is counted every period.
struct SignalTerms : TableBase {
  Stated<SignalKind> what;
  Stated<Period> period;
  Stated<Decimal> value;
  std::optional<Stated<std::string>> evidence;
};
struct ContactTerms : TableBase {
  Stated<std::string> name;
  Stated<Side> party;
  std::optional<Stated<std::string>> salutation;
  std::optional<Stated<std::string>> job;
  std::optional<Stated<std::string>> phone;
  std::optional<Stated<std::string>> email;
  Stated<AddressForm> form_of_address;
  std::optional<Stated<ContactRole>> role;
  std::optional<Stated<std::string>> speaks_with;
  std::optional<Stated<Date>> last_contact;
};
struct SavingTerms : TableBase {
  Stated<Decimal> cautious;
  std::optional<Stated<Decimal>> expected;
  std::optional<Stated<Decimal>> optimistic;
};
/// What an innovation really saved in a year.
struct RealisedTerms : TableBase {
  Stated<int> year;
  Stated<Decimal> saving;
  std::optional<Stated<std::string>> evidence;
};
struct InnovationTerms : TableBase {
  Stated<std::string> what;
  std::optional<Stated<InnovationForm>> form;
  std::optional<Stated<std::string>> proposed_by;
  std::optional<Stated<std::string>> tried_at;
  std::optional<Stated<Decimal>> reduction_per_month;
  std::optional<Stated<Decimal>> running_cost_per_year;
  std::optional<Stated<std::string>> customer_effort;
  std::vector<Stated<Id>> lines;
  std::optional<Stated<std::string>> capability;
  std::optional<Stated<std::string>> evidence;
  std::optional<Stated<Decimal>> investment;
  std::optional<Stated<Side>> paid_by;
  std::optional<SavingTerms> saving_per_year;
  std::vector<RealisedTerms> realised;
  std::optional<Stated<Date>> start;
  std::optional<Stated<Date>> end;
  std::optional<Stated<Duration>> ramp_up;
  std::optional<Stated<Side>> lowers_costs_of;
  std::optional<Stated<Percent>> share_to_supplier;
  std::optional<Stated<Duration>> sharing_for;
  std::optional<Stated<std::string>> meter;
  std::optional<Stated<std::string>> effort;
  std::optional<Stated<std::string>> risks;
};
struct ValueItemTerms : TableBase {
  Stated<std::string> what;
  std::optional<Stated<Decimal>> per_year;
  std::optional<Stated<Date>> since;
  std::optional<Stated<std::string>> evidence;
  std::optional<Stated<Id>> price;
};
struct ValueTerms : TableBase {
  std::vector<ValueItemTerms> item;
};
struct TalkTerms : TableBase {
  Stated<Date> on;
  std::optional<Stated<DateTime>> call_at;
  std::optional<Stated<DateTime>> reply_by;
  std::optional<Stated<std::string>> sender;
  std::optional<Stated<std::string>> receiver;
  std::optional<Stated<std::string>> place;
  std::optional<Stated<std::string>> service;
  std::optional<Stated<Date>> called_on;
};
struct OwnCostTerms : TableBase {
  Stated<Id> price;
  Stated<Decimal> per_unit;
  std::optional<Stated<Date>> as_of;
  std::optional<Stated<Percent>> growth;
};
struct RenewalTerms : TableBase {
  std::optional<Stated<Duration>> notice;
  std::optional<Stated<std::string>> then;
  std::optional<Stated<Date>> last_day_to_cancel;
};
}  // namespace pricetalk
