#include "advice/period_days.hpp"

#include <algorithm>

#include "calendar/working_day.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// What the contract says of a kind.
struct Agreed {
  std::optional<Duration> time = {};
  std::optional<Date> last = {};
};

RuleAsks asks_of(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::withdraw:
      return RuleAsks::withdrawal;
    case PeriodKind::send_back:
      return RuleAsks::send_back;
    case PeriodKind::refund:
      return RuleAsks::refund;
    case PeriodKind::proof:
      return RuleAsks::burden_of_proof;
    case PeriodKind::liability:
      return RuleAsks::liability;
    case PeriodKind::complain:
      return RuleAsks::claim_time;
    case PeriodKind::lapse:
      break;
  }
  return RuleAsks::claim_limit;
}

/// The time that the contract names for a kind; nothing: it names none.
std::optional<Duration> agreed_time(const PeriodsAsked& asked, PeriodKind kind) {
  const auto value = [](const std::optional<Stated<Duration>>& stated) {
    return stated ? std::optional(stated->value) : std::nullopt;
  };
  const ReturnTerms* returns = asked.returns();
  const auto& faults = asked.non_conformity();
  switch (kind) {
    case PeriodKind::withdraw:
      return returns == nullptr ? std::nullopt : std::optional(returns->period.value);
    case PeriodKind::send_back:
      return returns == nullptr ? std::nullopt : value(returns->send_back_within);
    case PeriodKind::refund:
      return returns == nullptr ? std::nullopt : value(returns->refund_within);
    case PeriodKind::proof:
      return faults ? value(faults->burden_of_proof_on_seller) : std::nullopt;
    case PeriodKind::liability:
      return faults ? value(faults->liability) : std::nullopt;
    case PeriodKind::complain:
      return faults ? value(faults->claim_within) : std::nullopt;
    case PeriodKind::lapse:
      break;
  }
  return std::nullopt;
}

/// Counts the days of one delivery, each kind with the ones before it.
class DayMaker {
 public:
  explicit DayMaker(const PeriodsAsked& asked) : asked_(asked) {
    if (asked.scope) term_end_ = period_row(asked.law, *asked.scope, RuleAsks::term_end);
  }

  std::vector<PeriodDay> all() && {
    made_.push_back(withdraw());
    for (const PeriodKind kind : {PeriodKind::send_back, PeriodKind::refund, PeriodKind::proof,
                                  PeriodKind::liability, PeriodKind::complain, PeriodKind::lapse})
      made_.push_back(day(kind));
    longer_after_a_late_defect();
    return std::move(made_);
  }

 private:
  PeriodDay started(PeriodKind kind) const {
    PeriodDay made;
    made.kind = kind;
    made.agreed = agreed_time(asked_, kind);
    if (asked_.scope) made.row = period_row(asked_.law, *asked_.scope, asks_of(kind));
    made.counted_from = made.row.rule != nullptr ? made.row.rule->counted_from : usual_event(kind);
    return made;
  }

  static PeriodEvent usual_event(PeriodKind kind) {
    switch (kind) {
      case PeriodKind::withdraw:
        return PeriodEvent::receipt;
      case PeriodKind::send_back:
      case PeriodKind::refund:
        return PeriodEvent::declaration;
      case PeriodKind::complain:
        return PeriodEvent::discovery;
      case PeriodKind::lapse:
        return PeriodEvent::notice;
      case PeriodKind::proof:
      case PeriodKind::liability:
        break;
    }
    return PeriodEvent::delivery;
  }

  PeriodDay day(PeriodKind kind) {
    PeriodDay made = started(kind);
    set_event(made);
    if (made.event) {
      made.by_law = law_day(made);
      if (made.by_law && is_of_returns(kind)) move_from_day_off(made);
      if (made.agreed) made.by_contract = *made.event + *made.agreed;
    }
    decide(made);
    return made;
  }

  PeriodDay withdraw() {
    PeriodDay made = started(PeriodKind::withdraw);
    const ReturnTerms* returns = asked_.returns();
    if (returns != nullptr && returns->counted_from &&
        returns->counted_from->value == CountedFrom::conclusion)
      made.counted_from = PeriodEvent::conclusion;
    set_event(made);
    if (made.agreed && made.event) made.by_contract = *made.event + *made.agreed;
    made.by_law = law_day(made);
    const std::optional<Date> ordinary = made.by_law;
    decide(made);
    if (ordinary) who_was_told(made, *ordinary);
    return made;
  }

  /// The time is longer for who was not told, and begins later for who was told late.
  void who_was_told(PeriodDay& made, Date ordinary) {
    const PeriodRow longer = period_row(asked_.law, *asked_.scope, RuleAsks::uninformed);
    const ToldOfRight& told = *asked_.facts.told;
    Date counts = ordinary;
    if (longer.rule != nullptr && longer.rule->time) {
      const Date from =
          longer.rule->counted_from == PeriodEvent::withdrawal_end ? ordinary : *made.event;
      const Date longest = longer.rule->last_day(from, asked_.contract.jurisdiction);
      if (told.kind == ToldOfRight::Kind::unknown) {
        made.if_not_told = after_day_off(longest);
        made.if_not_told_by = longer.rule;
      } else if (told.kind == ToldOfRight::Kind::no || told_late(made)) {
        counts = longest;
        if (told.on && *told.on <= longest)
          counts =
              std::min(longest, made.row.rule->last_day(*told.on, asked_.contract.jurisdiction));
        counts = std::max(counts, ordinary);
        made.also = longer.rule;
      }
    } else if (told.kind == ToldOfRight::Kind::no || told_late(made)) {
      made.basis = PeriodBasis::unknown;
      made.question = {"how long who was not told in time may withdraw is not in the tables",
                       "hoelang wie niet op tijd is geïnformeerd mag herroepen, staat niet in de "
                       "tabellen"};
      made.last.reset();
      return;
    }
    made.by_law = counts;
    move_from_day_off(made);
    made.last = made.by_law;
    if (made.by_contract && made.basis != PeriodBasis::void_term)
      made.last = std::max(*made.by_law, *made.by_contract);
  }

  bool told_late(const PeriodDay& made) const {
    const ToldOfRight& told = *asked_.facts.told;
    return told.kind == ToldOfRight::Kind::yes && told.on && made.event < told.on;
  }

  std::optional<Date> law_day(const PeriodDay& made) const {
    const ClauseRule* rule = made.row.rule;
    if (rule == nullptr || !rule->time || !made.event || (rule->only_if_agreed && !made.agreed))
      return std::nullopt;
    return rule->last_day(*made.event, asked_.contract.jurisdiction);
  }

  static bool is_of_returns(PeriodKind kind) {
    return kind == PeriodKind::withdraw || kind == PeriodKind::send_back ||
           kind == PeriodKind::refund;
  }

  Date after_day_off(Date day) const {
    return term_end_.rule == nullptr ? day : first_working_day(day, asked_.contract.jurisdiction);
  }

  void move_from_day_off(PeriodDay& made) const {
    const Date moved = after_day_off(*made.by_law);
    if (moved == *made.by_law) return;
    made.before_day_off = made.by_law;
    made.by_law = moved;
    if (made.also == nullptr) made.also = term_end_.rule;
  }

  void set_event(PeriodDay& made) const {
    const DeliveryFacts& facts = asked_.facts;
    switch (made.counted_from) {
      case PeriodEvent::receipt:
        made.event = asked_.received();
        break;
      case PeriodEvent::conclusion:
        made.event = asked_.bought();
        break;
      case PeriodEvent::delivery:
        made.event = facts.delivered;
        break;
      case PeriodEvent::discovery:
        made.event = facts.discovered;
        break;
      case PeriodEvent::notice:
        made.event = facts.complained;
        break;
      case PeriodEvent::declaration:
        set_declaration(made);
        break;
      case PeriodEvent::withdrawal_end:
        break;
    }
  }

  /// The day of the withdrawal, else the last day on which it can come; nothing for one that came
  /// too late.
  void set_declaration(PeriodDay& made) const {
    const std::optional<Date>& last = made_.front().last;
    const std::optional<Date>& withdrawn = asked_.facts.withdrawn;
    if (withdrawn && last && *last < *withdrawn) return;
    made.event = withdrawn ? withdrawn : last;
    made.event_at_latest = !withdrawn && last;
  }

  /// Whether the contract's time is worse than the law's for the buyer.
  bool is_worse(const PeriodDay& made, Date by_law) const {
    return made.kind == PeriodKind::refund ? by_law < *made.by_contract
                                           : *made.by_contract < by_law;
  }

  /// The row that lets this be agreed, of goods that were used before; or nothing.
  const ClauseRule* agreed_by(const PeriodDay& made) const {
    const PeriodRow used = shortest_agreed(asked_.law, *asked_.scope, asks_of(made.kind));
    if (used.rule == nullptr || !used.rule->time) return nullptr;
    return used.rule->last_day(*made.event, asked_.contract.jurisdiction) <= *made.by_contract
               ? used.rule
               : nullptr;
  }

  void decide(PeriodDay& made) const {
    if (!asked_.scope) return ask(made, asked_.why_unknown);
    const bool consumer = asked_.scope->audience == Audience::b2c;
    const ClauseRule* rule = made.row.rule;
    if (rule == nullptr) {
      if (made.row.other_days ||
          (consumer && made.kind != PeriodKind::complain && made.kind != PeriodKind::lapse))
        return ask(made, not_in_tables());
      return by_contract_or(made, PeriodBasis::none);
    }
    if (rule->only_if_agreed && !made.agreed) return by_contract_or(made, PeriodBasis::none);
    if (!rule->time) return by_contract_or(made, PeriodBasis::said);
    if (!made.event) {
      made.basis = made.agreed ? PeriodBasis::equal : PeriodBasis::law;
      if (made.agreed) compare_without_event(made);
      return;
    }
    compare(made);
  }

  /// The day that counts, where law and contract each may name one.
  void compare(PeriodDay& made) const {
    made.last = made.by_law;
    if (!made.by_contract) {
      made.basis = PeriodBasis::law;
      return;
    }
    const Date plain = made.before_day_off.value_or(*made.by_law);
    if (*made.by_contract == plain) {
      made.basis = PeriodBasis::equal;
      return;
    }
    if (!is_worse(made, plain)) {
      made.basis = PeriodBasis::promise;
      made.last = made.kind == PeriodKind::refund ? *made.by_contract
                                                  : std::max(*made.by_contract, *made.by_law);
      return;
    }
    const ClauseRule* agreed = agreed_by(made);
    if (asked_.scope->audience == Audience::b2c && agreed == nullptr) {
      made.basis = PeriodBasis::void_term;
      return;
    }
    made.basis = PeriodBasis::binding;
    made.last = made.by_contract;
    if (agreed != nullptr) made.also = agreed;
  }

  /// Which of both times is longer, as if the event were today's purchase.
  void compare_without_event(PeriodDay& made) const {
    PeriodDay tried = made;
    tried.event = asked_.facts.delivered;
    tried.by_law = law_day(tried);
    tried.by_contract = *tried.event + *tried.agreed;
    compare(tried);
    made.basis = tried.basis;
  }

  void by_contract_or(PeriodDay& made, PeriodBasis otherwise) const {
    made.basis = otherwise;
    if (!made.agreed) return;
    // What the law says in words to a consumer, no time of a contract puts an end to.
    if (otherwise == PeriodBasis::said && asked_.scope->audience == Audience::b2c &&
        made.kind != PeriodKind::withdraw)
      return;
    made.basis = PeriodBasis::contract_only;
    made.last = made.by_contract;
  }

  static void ask(PeriodDay& made, Phrase why) {
    made.basis = PeriodBasis::unknown;
    made.question = std::move(why);
  }

  Phrase not_in_tables() const {
    const std::string& country = asked_.contract.jurisdiction;
    const Date day = asked_.scope->decides;
    return {"what the law of " + country + " said of a contract of " +
                date_text(day, Language::en) + " is not in the tables",
            "wat het recht van " + country + " zei van een contract van " +
                date_text(day, Language::nl) + ", staat niet in de tabellen"};
  }

  /// A claim on a defect that showed late lives on for a while.
  void longer_after_a_late_defect() {
    if (!asked_.scope || !asked_.facts.discovered) return;
    PeriodDay& liability = made_[static_cast<std::size_t>(PeriodKind::liability)];
    const PeriodRow tail = period_row(asked_.law, *asked_.scope, RuleAsks::claim_tail);
    if (tail.rule == nullptr || !liability.last || *liability.last < *asked_.facts.discovered)
      return;
    const Date last = tail.rule->last_day(*asked_.facts.discovered, asked_.contract.jurisdiction);
    if (last <= *liability.last) return;
    liability.last = last;
    liability.also = tail.rule;
  }

  const PeriodsAsked& asked_;
  PeriodRow term_end_;
  std::vector<PeriodDay> made_;
};

}  // namespace

const ReturnTerms* PeriodsAsked::returns() const {
  if (facts.line != nullptr && facts.line->returns) return &*facts.line->returns;
  return contract.terms.returns ? &*contract.terms.returns : nullptr;
}

std::vector<PeriodDay> period_days(const PeriodsAsked& asked) { return DayMaker(asked).all(); }

}  // namespace pricetalk
