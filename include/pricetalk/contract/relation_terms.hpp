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

/// From when the time to return goods runs: the delivery, that of the last item, or the signing.
enum class CountedFrom : std::uint8_t { delivery, last_item, conclusion };
/// One of the two parties.
enum class Side : std::uint8_t { supplier, customer };
/// What a buyer may ask for goods or a service that is not as agreed.
enum class Remedy : std::uint8_t { repair, replacement, price_reduction, dissolution };
/// What became of a promise; `released`: the other side let go of it.
enum class PromiseState : std::uint8_t { open, kept, broken, released };
/// How a person is addressed in Dutch: u or je.
enum class AddressForm : std::uint8_t { formal, informal };
/// What a contact does in the decision (of the customer), or on our side.
enum class ContactRole : std::uint8_t {
  decider,          ///< decides
  influencer,       ///< is listened to
  buyer,            ///< negotiates
  user,             ///< works with what is delivered
  finance,          ///< pays
  gatekeeper,       ///< decides who is let through
  account_manager,  ///< of ours: speaks with the customer
  expert,           ///< of ours: knows the matter
  director          ///< of ours: signs
};
/// How something is offered instead of an increase.
enum class InnovationForm : std::uint8_t {
  gift,        ///< the waiver stands by itself
  exchange,    ///< the innovation pays for it
  gain_share,  ///< the same, and a part of the measured saving goes to the other side
  glide_path,  ///< the increase comes in smaller steps (`steps`)
  relief,      ///< a lower price until a day, and then the contract's again; nothing is waived
  referral,    ///< another can do it better; nothing is waived, and it brings us nothing
  leave_out    ///< a part of the service goes, and what that saves pays for the waiver
};
/// What is counted about the relation: what was bought, contacts, a score.
enum class SignalKind : std::uint8_t { volume, contacts, score };

/// A due day: a date, or a duration after the promise was made.
struct Due {
  /// These two: one of both; the other is empty.
  std::optional<Date> on;
  std::optional<Duration> within;
};

/// `[returns]`, `[price.ID.returns]`: goods that are sent back.
struct ReturnTerms : TableBase {
  Stated<Duration> period;                           ///< how long goods may be returned; needed
  std::optional<Stated<CountedFrom>> counted_from;   ///< when `period` starts; absent: not stated
  std::optional<Stated<Duration>> send_back_within;  ///< after the declaration
  std::optional<Stated<Duration>> refund_within;     ///< after the declaration
  std::optional<Stated<Side>> return_costs;          ///< who pays for sending back
  std::optional<Stated<Percent>> restocking;         ///< share of the price that is kept
  std::vector<Stated<std::string>> exceptions;       ///< what cannot be returned
  std::optional<Stated<std::string>> condition;      ///< state of returned goods
  /// Day on which the customer was told; default: never.
  std::optional<Stated<Date>> communicated;
};
/// `[non_conformity]`: goods or a service that is not as agreed.
struct NonConformityTerms : TableBase {
  /// Time in which a defect is presumed to have been there at delivery.
  std::optional<Stated<Duration>> burden_of_proof_on_seller;
  std::optional<Stated<Duration>> claim_within;  ///< time to complain after discovery
  std::optional<Stated<Duration>> liability;     ///< how long the seller answers
  std::vector<Stated<Remedy>> remedies;          ///< what the buyer may ask
  /// Day on which the customer was told; default: never.
  std::optional<Stated<Date>> communicated;
};
/// `used` of a price line: what the customer really used in a year.
struct UsedTerms : TableBase {
  Stated<int> year;          ///< calendar year; needed
  Stated<Decimal> quantity;  ///< what was used in that year, in the unit of the line; needed
  std::optional<Stated<std::string>> evidence;  ///< where it was counted
};
/// `[[price_level]]`: what the market pays. Low, normal and high rise in this order (C0315).
struct PriceLevelTerms : TableBase {
  Stated<Id> price;                                 ///< price line (C0310); needed
  std::optional<Stated<Decimal>> low;               ///< lower end of the market band
  Stated<Decimal> normal;                           ///< usual market price; needed
  std::optional<Stated<Decimal>> high;              ///< upper end of the market band
  Stated<Date> as_of;                               ///< day of the level; needed
  std::optional<Stated<std::string>> source;        ///< where it comes from
  std::optional<Stated<std::string>> region;        ///< where the level holds
  std::optional<Stated<std::string>> volume_class;  ///< for which volumes the level holds
  std::optional<Stated<SeriesId>> moved_by;         ///< series that moves the level
};
/// `[[cost_share]]`: the real cost mix of a line.
struct CostShareTerms : TableBase {
  Stated<Id> price;          ///< price line (C0310); needed
  Stated<std::string> name;  ///< kind of cost; needed
  /// Of the price; those of a line add up to at most 100% (C0314), the rest is fixed; needed.
  Stated<Percent> share;
  std::optional<Stated<SeriesId>> series;  ///< what really moves this cost; absent: nothing does
  std::optional<Stated<Date>> since;       ///< day of this mix; default: price_date
};
/// `[[promise]]` and `[[obligation]]`.
struct PromiseTerms : TableBase {
  Stated<Date> date;                            ///< when it was made; needed
  Stated<Side> by;                              ///< who owes it; needed
  Stated<std::string> what;                     ///< what was promised; needed
  std::optional<Stated<Due>> due;               ///< date, or duration after `date`
  Stated<PromiseState> state;                   ///< what became of it; default: open
  std::optional<Stated<std::string>> evidence;  ///< where it is written
  /// These two: who of the other party confirmed it, and when.
  std::optional<Stated<std::string>> confirmed_by;
  std::optional<Stated<Date>> confirmed_on;
};
/// `[[disclosure]]`: a mistake of ours that the customer was told, and what became of it.
struct DisclosureTerms : TableBase {
  Stated<Date> date;                      ///< day of the call; needed
  std::optional<Stated<std::string>> by;  ///< who called
  std::optional<Stated<std::string>> to;  ///< who was told
  Stated<std::string> what;               ///< what was told; needed
  std::optional<Stated<Id>> rule;         ///< red-face rule that it is about; absent: every mistake
  std::optional<Stated<Id>> price;  ///< price line that it is about (C0310); absent: all lines
  /// What was told, with or without VAT as the contract says; without interest.
  std::optional<Stated<Decimal>> amount;
  std::optional<Stated<Date>> refund_on;  ///< day on which the money was promised
  /// Day on which `amount` was paid back; absent: not yet.
  std::optional<Stated<Date>> refunded_on;
  /// Another form, where the customer chose it; default: money back.
  std::optional<Stated<std::string>> form;
  std::optional<Stated<std::string>> confirmed_by;  ///< who of the customer confirmed it
  std::optional<Stated<std::string>> evidence;      ///< where it is written
};
/// `[[signal]]`: something about the relation that is counted every period.
struct SignalTerms : TableBase {
  Stated<SignalKind> what;                      ///< what was counted; needed
  Stated<Period> period;                        ///< month, quarter or year; needed
  Stated<Decimal> value;                        ///< the count; needed
  std::optional<Stated<std::string>> evidence;  ///< where it was counted
};
/// `[[contact]]`: a person of one of the parties.
struct ContactTerms : TableBase {
  Stated<std::string> name;  ///< as in the letter; needed
  Stated<Side> party;        ///< whose person; needed
  /// Never guessed from a first name; the letter needs that of its receiver.
  std::optional<Stated<std::string>> salutation;
  /// What the person does; the letter needs that of its sender.
  std::optional<Stated<std::string>> job;
  /// For the call before the letter, which needs that of its sender.
  std::optional<Stated<std::string>> phone;
  std::optional<Stated<std::string>> email;  ///< where the letter goes
  Stated<AddressForm> form_of_address;       ///< u or je; default: formal
  std::optional<Stated<ContactRole>> role;   ///< in the decision, or on our side
  /// Name of a contact of the other party (C0316).
  std::optional<Stated<std::string>> speaks_with;
  std::optional<Stated<Date>> last_contact;  ///< day of the last contact
  std::optional<Stated<Date>> last_visit;    ///< day of the last visit, which is a contact too
};
/// `saving_per_year`: in money, at full effect.
struct SavingTerms : TableBase {
  Stated<Decimal> cautious;                   ///< what is surely saved; needed
  std::optional<Stated<Decimal>> expected;    ///< what is expected
  std::optional<Stated<Decimal>> optimistic;  ///< what is possible
};
/// What an innovation really saved in a year.
struct RealisedTerms : TableBase {
  Stated<int> year;                             ///< calendar year; needed
  Stated<Decimal> saving;                       ///< what was saved in that year; needed
  std::optional<Stated<std::string>> evidence;  ///< how it was measured
};
/// One row of `innovation.steps`: what an increase comes to at most on one date.
struct GlideStepTerms : TableBase {
  Stated<Date> date;       ///< adjustment date; needed
  Stated<Percent> change;  ///< the increase of that date; needed
};
/// `[innovation.ID]`: what can be offered instead of an increase.
struct InnovationTerms : TableBase {
  Stated<std::string> what;  ///< what changes, in sentences for the customer; needed
  std::optional<Stated<InnovationForm>> form;      ///< how it is offered; default: in exchange
  std::optional<Stated<std::string>> proposed_by;  ///< who had the idea
  std::optional<Stated<std::string>> tried_at;     ///< where it was tried
  /// What the customer pays less, fixed; default: 0.
  std::optional<Stated<Decimal>> reduction_per_month;
  /// Licences and the like, ours; default: 0.
  std::optional<Stated<Decimal>> running_cost_per_year;
  /// What is asked of the customer, in sentences; the letter needs it.
  std::optional<Stated<std::string>> customer_effort;
  /// Price lines that it touches (C0310); none: all lines; the key is `for`.
  std::vector<Stated<Id>> lines;
  /// What we can do that the customer cannot, in words; the letter needs it.
  std::optional<Stated<std::string>> capability;
  /// That it works, in sentences; the letter needs it.
  std::optional<Stated<std::string>> evidence;
  std::optional<Stated<Decimal>> investment;  ///< paid once, at the start; default: 0
  std::optional<Stated<Side>> paid_by;        ///< who pays the investment; default: supplier
  /// At full effect, at three levels; the letter needs it.
  std::optional<SavingTerms> saving_per_year;
  std::vector<RealisedTerms> realised;  ///< what was really saved, by year
  std::optional<Stated<Date>> start;    ///< first day; the letter needs it
  std::optional<Stated<Date>> end;      ///< last day; default: the contract's end
  /// Time from `start` in which nothing is saved yet; default: none.
  std::optional<Stated<Duration>> ramp_up;
  std::optional<Stated<Side>> lowers_costs_of;  ///< whose cost the saving is; default: supplier
  /// Share of the customer's saving that is paid to us; default: 0%.
  std::optional<Stated<Percent>> share_to_supplier;
  /// How long, from the start; absent: as long as it lasts.
  std::optional<Stated<Duration>> sharing_for;
  std::optional<Stated<std::string>> meter;   ///< how the effect is measured
  std::optional<Stated<std::string>> effort;  ///< what it asks of us
  std::optional<Stated<std::string>> risks;   ///< what could go wrong
  /// Share of our saving that is paid to the customer; default: 0%.
  std::optional<Stated<Percent>> share_to_customer;
  std::vector<GlideStepTerms> steps;              ///< of a glide path, which needs them
  std::optional<Stated<std::string>> leaves_out;  ///< of `leave_out`, which needs it: what goes
  std::optional<Stated<std::string>> refers_to;   ///< of a referral, which needs it: to whom
  std::optional<Stated<Duration>> lead_time;      ///< from today to its first day; default: none
  std::vector<Stated<Id>> excludes;               ///< innovations that cannot go with it (C0343)
  std::vector<Stated<Id>> needs;                  ///< innovations that it does not go without
};
/// One row of `value.item`.
struct ValueItemTerms : TableBase {
  Stated<std::string> what;                 ///< what the customer gains; needed
  std::optional<Stated<Decimal>> per_year;  ///< what it is worth a year
  std::optional<Stated<Date>> since;        ///< since when
  /// With whom and when it was agreed; absent: it is our estimate.
  std::optional<Stated<std::string>> evidence;
  /// Price line whose whole worth this is; then it is held against what the line costs.
  std::optional<Stated<Id>> price;
  /// These two: who of the customer confirmed it, and when.
  std::optional<Stated<std::string>> confirmed_by;
  std::optional<Stated<Date>> confirmed_on;
};
/// `[value]`: what the customer gains from what he buys.
struct ValueTerms : TableBase {
  std::vector<ValueItemTerms> item;  ///< what the customer gains
};
/// `[talk]`: the price talk itself.
struct TalkTerms : TableBase {
  Stated<Date> on;  ///< day of the price talk; needed
  /// When the sender calls; the letter needs it, later than today and before `reply_by`.
  std::optional<Stated<DateTime>> call_at;
  /// Until when an answer is asked; the letter needs it.
  std::optional<Stated<DateTime>> reply_by;
  /// Name of a contact of the supplier (C0316); the letter needs it.
  std::optional<Stated<std::string>> sender;
  /// Name of a contact of the customer (C0316); the letter needs it.
  std::optional<Stated<std::string>> receiver;
  std::optional<Stated<std::string>> place;  ///< above the letter, which needs it
  /// What is delivered, as in a sentence; the letter needs it.
  std::optional<Stated<std::string>> service;
  /// In which the letters are written; absent: nl in the Netherlands and Belgium, else en.
  std::optional<Stated<Language>> language;
  std::optional<Stated<Date>> called_on;  ///< day of the call before a letter
  // These three: what became of the talk.
  std::optional<Stated<Date>> sent_on;      ///< day on which the letter went out
  std::optional<Stated<Date>> answered_on;  ///< day of the customer's answer, yes or no
  std::optional<Stated<Date>> agreed_on;    ///< day on which both sides agreed
  /// What we may invest in what is offered, all innovations together; absent: no limit.
  std::optional<Stated<Decimal>> budget;
};
/// `[letter]`: what a person writes for the letters, in sentences for the reader.
struct LetterTerms : TableBase {
  std::optional<Stated<std::string>> cost_reason;  ///< why our costs moved
  std::optional<Stated<std::string>> own_effort;   ///< what we did ourselves
  std::optional<Stated<std::string>> alternative;  ///< how the price could move less
  std::optional<Stated<std::string>> error_cause;  ///< what went wrong; the disclosure needs it
  /// Why it does not happen again; the disclosure needs it.
  std::optional<Stated<std::string>> prevention;
  /// Name of a contact of the supplier (C0316); the disclosure needs it.
  std::optional<Stated<std::string>> director;
  /// What was charged too little by mistake is left as it is; default: false.
  Stated<bool> undercharge_waived;
  std::optional<Stated<std::string>> relief_reason;  ///< why a step is put off
  std::optional<Stated<std::string>> cannot_do;      ///< what we cannot do; the referral needs it
  std::optional<Stated<std::string>> refer_to;       ///< who can; the referral needs it
  std::optional<Stated<std::string>> memory;    ///< that only the two share; the farewell needs it
  std::optional<Stated<std::string>> lesson;    ///< what we take from it
  std::optional<Stated<std::string>> staff;     ///< what becomes of the people who did the work
  std::optional<Stated<DateTime>> visit_at;     ///< when the sender comes to say thank you
  std::optional<Stated<Date>> reachable_until;  ///< last day for questions; the farewell needs it
};
/// `[[commitment]]`: work that a letter promises, and the colleague who took it on.
struct CommitmentTerms : TableBase {
  Stated<std::string> what;   ///< the work; needed
  Stated<std::string> owner;  ///< name of a contact of the supplier (C0316); needed
  /// Day on which the owner took it on; absent: not yet, and no letter promises it.
  std::optional<Stated<Date>> accepted_on;
  std::optional<Stated<std::string>> evidence;  ///< where it is written
};
/// `[[own_cost]]`: what a line costs us. Internal: no letter may show it.
struct OwnCostTerms : TableBase {
  Stated<Id> price;                       ///< price line (C0310); needed
  Stated<Decimal> per_unit;               ///< in money; needed
  std::optional<Stated<Date>> as_of;      ///< day of this cost
  std::optional<Stated<Percent>> growth;  ///< a year; default: 0%
};
/// `[renewal]`: what happens at the end.
struct RenewalTerms : TableBase {
  std::optional<Stated<Duration>> notice;   ///< before the end
  std::optional<Stated<std::string>> then;  ///< what happens at the end
  /// Last day on which a cancellation can arrive; default: `end` minus `notice`.
  std::optional<Stated<Date>> last_day_to_cancel;
};
}  // namespace pricetalk
