#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "audit/below_zero.hpp"
#include "audit/charged_rates.hpp"
#include "audit/charged_twice.hpp"
#include "audit/search.hpp"
#include "billing/charge.hpp"
#include "explain/book.hpp"
#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

/// The decimals in which an amount of an invoice is compared: its own, without zeros at the end,
/// and at least the currency's.
int compared_decimals(const Currency& currency, const Decimal& amount);

/// A row that cannot be judged before somebody answers its question.
Outcome<Ratio> unanswered(const AuditedRow& row);

/// A row of an invoice as where a number comes from.
InputSource on_invoice(const InvoiceLine& row);

/// Audits all rows of one line.
class LineAudit {
 public:
  /// `charged`: what else was charged for the line; gets its rows. `below_zero`: what comes off
  /// what is too much, shared by all lines.
  LineAudit(const Contract& contract, const Line& line, const Coverage& coverage, Date until,
            Audit& audit, ChargedPeriods& charged, BelowZero& below_zero)
      : contract_(contract),
        line_(line),
        coverage_(coverage),
        until_(until),
        audit_(audit),
        charged_(charged),
        below_zero_(below_zero),
        book_(contract.currency) {}

  /// What is allowed for its rows, each as it stands; first of all. `prices` are those of the line,
  /// one for each tier; none: they are made here.
  void look_at(std::vector<std::size_t> rows, std::vector<DatedPrices> prices = {});
  /// Rates of VAT of its rows that are not here, because they are right. After `look_at`.
  void also_charged(const ChargedRates& rates) { rates_.add(rates); }
  /// Whether one of its rows is right as it stands, or others were found right before. After
  /// `look_at`.
  bool any_right() const;
  // These six are of judge_lines, in this order (across_lines.cpp).
  /// Asks what of its rows is a question. `others_right`: rows of other lines are right as they
  /// stand, so that amounts are with or without VAT as the contract has its prices.
  void ask_all(bool others_right);
  /// A row that charges too much without a question, on an invoice until a day.
  struct TooMuch {
    LineAudit* line;
    std::size_t row;
    Ratio over;
  };
  std::vector<TooMuch> too_much(Date until);
  Date charged_from(std::size_t row) const { return audit_.rows[row].charged.from; }
  /// Asks of one whether a credit that was not recognised, and is exactly so much, paid it back.
  void ask_whether_open(std::size_t row, const BelowZero::Loose& credit);
  /// What is open of each period before credits.
  void settle_all();
  /// Takes off the credits. `all`: the lines of the audit, whose periods a credit may pay back too.
  void set_off_all(std::deque<LineAudit>& all);

  /// All but the causes. After `judge_lines`.
  AuditedLine judged();
  /// What of its rows, after they were judged, the search for causes looks at.
  LineCharges charges(const std::vector<std::size_t>& rows);
  /// Why its charges differ, as the search found; the last that is asked.
  void explain(AuditedLine& line, Found found) &&;
  /// Judged without what earlier steps have in a difference, and without evidence.
  AuditedLine differences() &&;

 private:
  /// What is open for one period of the line, after its credits.
  struct Open {
    Date from;
    Date to;
    std::vector<std::size_t> rows;
    Ratio volume{0};     ///< taken in these days
    Ratio elsewhere{0};  ///< taken in other days of the same invoice of the contract
    Ratio earlier{0};    ///< of that, before these days
    NodeId over = no_node;
    NodeId under = no_node;
    NodeId over_vat = no_node;
    NodeId under_vat = no_node;
    NodeId over_earlier = no_node;  ///< no_node: not known
    NodeId under_earlier = no_node;
    std::size_t undetermined = 0;
  };
  struct Difference {
    NodeId amount = no_node;
    NodeId vat = no_node;  ///< no_node: the row has no VAT
  };

  /// Rows that a rate of VAT brings to the prices of the line.
  struct VatEvidence {
    std::vector<std::pair<std::size_t, std::int64_t>> rows;  ///< and the rate, in percents
    bool any_right = false;                                  ///< some row is right as it stands
    std::size_t others = 0;                                  ///< that differ in another way
  };

  /// The allowed prices of all tiers over the days of the rows.
  void find_prices(const std::vector<std::size_t>& rows);
  /// What is allowed for each row, period by period.
  void judge_periods(const std::vector<std::size_t>& rows);
  void judge_each(const std::vector<std::size_t>& rows);
  /// Whether some row of one of something is to the cent the sum that the contract buys, and
  /// another is one that is nearly that.
  bool charges_sums(const std::vector<std::size_t>& rows) const;
  // Whether the rows hold VAT (vat_reading.cpp).
  std::optional<std::int64_t> vat_between(std::size_t row) const;
  VatEvidence vat_evidence(const std::vector<std::size_t>& rows) const;
  /// Reads the rows with or without VAT where (nearly) all prove it; false: as they stand.
  bool takes_vat_reading(const std::vector<std::size_t>& rows);
  void put_in_vat_of_contract(std::size_t row, std::int64_t rate,
                              const std::map<std::size_t, Ratio>& right);
  void ask_about_vat(const std::vector<std::size_t>& rows);
  /// The same, and says what the answer is worth.
  void put_at_stake(std::size_t row);
  void stake(std::size_t row, NodeId money);
  /// Years, totals and open periods.
  void sum_up(AuditedLine& made);
  void group(const std::vector<std::size_t>& rows);
  /// What was allowed for a row of several billing periods of a line with tiers, which are filled
  /// in each anew; nothing of any other row.
  std::optional<Charge> over_periods(const AuditedRow& row);
  bool fills_tiers_again(const AuditedRow& row) const;
  /// What is taken of a line with tiers is counted over the invoice of the contract, also where
  /// rows are for a part of its days.
  void count_together();
  std::vector<std::vector<std::size_t>> fillings() const;
  // Rows whose tier depends on an answer (open_tiers.cpp).
  /// Rows that may not have been delivered, and which part of them.
  using LeftOut = std::map<std::size_t, Ratio>;
  /// All that is known of a row that was judged.
  struct JudgedRow {
    AuditedRow row;
    NodeId right;
    Fixity fixity;
    std::optional<Taken> taken;
    std::optional<Charge> charge;
    bool read_as;
  };
  bool judge_open_tiers();
  void judge_with_each_answer(const std::vector<std::size_t>& filling, const LeftOut& twice,
                              const LeftOut& asked);
  void judge_without(const std::vector<std::size_t>& filling, const LeftOut& left_out);
  JudgedRow as_judged(std::size_t row) const;
  void take(std::size_t row, JudgedRow judged);
  void claim_nothing(std::size_t row);
  /// Rows of one period in the order in which they fill the tiers, whatever order an invoice has
  /// them in; what is taken back comes off the last tier first.
  std::vector<std::size_t> by_tier(const std::vector<std::size_t>& rows) const;
  std::size_t tier_of(const InvoiceLine& row) const;
  /// What is allowed for a row.
  void judge(std::size_t row, const Open& open, Ratio& before);
  /// What a row stands for, where that is not its own quantity.
  std::optional<Ratio> read_as(std::size_t row) const;
  /// Adds what its rows charge to what the line was charged for.
  void add_charged(const std::vector<std::size_t>& rows);
  /// What is asked back as charged twice is not charged too little as well.
  void leave_what_is_asked_back(const std::vector<std::size_t>& rows);
  /// Days that were charged twice, once on an invoice that was given back whole, were charged once.
  void take_back_whole_invoices(const std::vector<std::size_t>& rows);
  /// The figures of a row, and what it differs.
  void compare(std::size_t row);
  NodeId vat_difference(const InvoiceLine& charged, NodeId allowed, const std::string& address,
                        AuditedRow& row);
  std::optional<Ratio> off_by(const InvoiceLine& row, const Charge& made);
  /// The contract's quantity for the days of a row instead of its own.
  /// REQUIRES: it is known.
  Taken contracts_instead(const InvoiceLine& row, const Taken& taken) const;
  /// What was allowed for a row, as it is most kindly read: its own quantity, or the contract's for
  /// these days where the row's stands for it.
  Charge allowed(const InvoiceLine& row, const Charge& own, Taken& taken, bool alone);
  bool stands_for_contract(const InvoiceLine& row);
  /// Whether the price of a row is so far from the line's that it counts in another unit.
  bool counts_otherwise(const InvoiceLine& row, const Charge& own) const;
  /// What was allowed for a row that is one sum for what the contract buys in its days, to the
  /// cent; nothing of any other row.
  std::optional<Charge> as_lump_sum(const AuditedRow& row, const Charge& own, Taken& taken);
  /// What was allowed for a row whose price is for another time than that of the line: for a
  /// quarter of what is bought by the month, or for the days since somebody joined; nothing of any
  /// other row.
  std::optional<Charge> by_time(const AuditedRow& row, const Charge& own, Taken& taken);
  /// Whether a row of a part of a billing period is off by the cent of cutting it.
  bool is_cut_off_cent(const InvoiceLine& row, const Ratio& off) const;
  void allow_cut_off_cent(std::size_t row);
  /// What the contract buys in some days: of a line by time without a quantity, one at a time.
  std::optional<Ratio> quantity_in(const Days& days) const;
  /// Rows that together are for a whole billing period, and come to what the contract buys in it,
  /// are right however the period was cut.
  void join_periods();
  bool may_be_joined(const Open& open) const;
  void judge_together(const std::vector<const Open*>& cut);
  void allow_of_joined(std::size_t row, const Charge& whole, const Days& days, const Ratio& sum,
                       const Ratio& quantity);
  // Rows for the same days that are judged together (same_days.cpp).
  void join_same_days();
  std::optional<Ratio> plain_difference(std::size_t row) const;
  std::vector<std::size_t> that_differ(const Open& open) const;
  bool are_right_together(const std::vector<std::size_t>& rows);
  bool are_shares_of_sum(const std::vector<std::size_t>& rows, const InvoiceLine& all);
  void set_off_within(const std::vector<std::size_t>& rows);
  void make_up_for(std::size_t row, const Open& open);
  void take_as_charged(std::size_t row, const Phrase& why);
  void allow_more(std::size_t row, const Ratio& more, const Phrase& why);
  /// Whether the price of a row is the contract's before the discount of the line.
  bool leaves_out_discount(const AuditedRow& row) const;
  /// Says of a row that is one sum for its days what it stands for.
  void tell_lump_sum(AuditedRow& row, const Taken& taken) const;
  void tell_by_time(AuditedRow& row, const Taken& taken) const;
  /// Asks what a row is that was recognised by likeness and differs, or that cannot be in the unit
  /// of the line.
  void ask(std::size_t row);
  /// Asks of prices before the discount whether credits that were not recognised, and come to at
  /// least as much, gave it.
  void ask_about_discount(const std::vector<std::size_t>& rows);
  /// What was allowed for a row waits for an answer to its question.
  void leave_open(std::size_t row);
  Phrase unit_question(const InvoiceLine& row, const Charge& own);
  Phrase tiers_question(const AuditedRow& row) const;
  Phrase time_question(const InvoiceLine& row, const Charge& own) const;
  Phrase supplier_question(const AuditedRow& row, const Ratio& allowed) const;
  Phrase correction_question(const AuditedRow& row, const Ratio& allowed) const;
  bool is_of_another(const InvoiceHead& head) const;
  bool is_one_of_all(const InvoiceLine& row) const;
  Phrase mark_question(const AuditedRow& row, const Ratio& allowed) const;
  Phrase free_question(const AuditedRow& row, const Ratio& allowed) const;
  Phrase printed_question(const AuditedRow& row, const Ratio& allowed) const;
  Phrase likeness_question(const AuditedRow& row, const Ratio& allowed) const;
  // Rows whose year may be mistyped (year_question.cpp).
  /// Asks of a row for a year before its invoice, or after it, whether that year was mistyped: at
  /// the price of a year later, or earlier, nothing is wrong, and nothing is charged for those
  /// days.
  Phrase year_question(const AuditedRow& row, const Outcome<Ratio>& allowed);
  Phrase before_contract_question(const AuditedRow& row);
  bool was_meant(const InvoiceLine& meant);
  /// Asks of one of which nothing is wrong if the answer is yes.
  void ask_what_is_right(std::size_t row, Phrase question);
  // Rows whose quantity may be mistyped (lump_sum.cpp).
  bool has_another_quantity(const AuditedRow& row) const;
  bool asks_about_quantity(std::size_t row);
  /// Asks of VAT that is another than its rate gives, or more than any, whether it is too much.
  void ask_about_doubtful_vat(std::size_t row);
  /// The same of a rate that the other rows of the line do not have, or of VAT at no rate.
  void ask_about_rates(const std::vector<std::size_t>& rows);
  void put_vat_at_stake(std::size_t row, const VatDoubt& doubt);
  /// What rows below zero of the same invoice leave of what is too much.
  Difference less_below_zero(AuditedRow& row, Difference over);
  static bool is_rounded(const InvoiceLine& row, const Ratio& quantity);
  Charge charge_at(const TierPrices& prices, const InvoiceLine& row, const Taken& taken);
  Taken taken_inside(const AuditedRow& row, Taken taken) const;
  /// The allowed amount in the decimals of the invoice.
  NodeId as_printed(NodeId amount, const InvoiceLine& row);
  void settle(Open& open);
  std::vector<std::size_t> paid_back_by(const InvoiceLine& credit) const;
  Ratio left_beyond(std::size_t credit, const std::vector<std::size_t>& periods) const;
  std::vector<std::size_t> open_before(const InvoiceLine& credit,
                                       const std::vector<std::size_t>& own) const;
  bool pays_back_elsewhere(std::size_t credit, std::vector<std::size_t>& periods);
  bool may_be_quantity(const InvoiceLine& credit, const std::vector<std::size_t>& periods,
                       const Ratio& left) const;
  void ask_what_it_pays_back(AuditedRow& row) const;
  std::optional<std::size_t> given_before(std::size_t credit) const;
  static Phrase given_twice_question(const InvoiceLine& first, const InvoiceLine& credit,
                                     const Currency& currency);
  bool gives_the_same(const InvoiceLine& credit, const InvoiceLine& other) const;
  /// The same of a quantity that was taken back; whether it was asked.
  bool ask_whether_quantity_was_given_twice(std::size_t row);
  bool stands_alone(const AuditedRow& row, const Ratio& allowed) const;
  void set_off(std::size_t credit, std::deque<LineAudit>& all);
  bool pays_back_other_lines(std::size_t credit, std::vector<std::size_t>& periods,
                             std::deque<LineAudit>& all);
  bool may_pay_back_other_lines(std::size_t credit, const std::vector<std::size_t>& periods,
                                const std::deque<LineAudit>& all) const;
  std::vector<std::size_t> open_until(Date last) const;
  Ratio open_in(const std::vector<std::size_t>& periods) const;
  void take_off(const std::vector<std::size_t>& periods, std::size_t credit);
  NodeId paid_back(NodeId left, const std::vector<std::size_t>& periods, NodeId Open::*part,
                   std::size_t credit);
  /// What is left of a credit after what it takes back of days that were charged twice.
  NodeId less_charged_twice(NodeId left, const InvoiceLine& credit);
  /// What earlier steps have in the difference of each period (earlier_steps.cpp).
  void earlier_steps(const std::vector<std::size_t>& rows);
  TierPrices steps_of_year(int year, const std::vector<std::size_t>& rows, Date last) const;
  /// Divides the difference over the causes (cause_shares.cpp).
  void share(Found& found);
  /// That every row that differs has the contract's price before the discount of the line; nothing
  /// where one does not.
  std::optional<Causes> discount_left_out() const;
  /// The same of prices with the VAT in them, beside which it stands once more.
  std::optional<Causes> vat_inside() const;
  std::vector<AuditYear> years();
  std::vector<OpenPeriod> open_periods();
  AuditTotals totals(const std::vector<const Open*>& open, const std::string& prefix,
                     const Phrase& in);
  std::string address(const std::string& what) const {
    return contract_.id + "/" + line_.id + "/audit/" + what;
  }
  bool positive(NodeId node) const;

  const Contract& contract_;
  const Line& line_;
  const Coverage& coverage_;
  Date until_;
  Audit& audit_;
  ChargedPeriods& charged_;
  BelowZero& below_zero_;
  mutable Book book_;
  std::vector<std::size_t> rows_;  ///< of the line: positions in the audit
  std::shared_ptr<const std::vector<PriceSchedule>> schedules_;
  std::vector<DatedPrices> prices_;
  std::optional<Line> always_;  ///< the line without an end, made when it is first asked for
  std::vector<Open> periods_;
  std::vector<Difference> differences_;      ///< as audit_.rows
  std::vector<std::size_t> pay_backs_;       ///< credits of a price in days that no row has
  std::vector<std::size_t> credits_;         ///< that are known, in the order of setting off
  std::vector<std::optional<Taken>> taken_;  ///< as audit_.rows; nothing: moves no quantity
  /// What credits take back of what was charged beyond the first time, and is not set off yet.
  std::vector<ChargedPeriods::Beyond> credited_twice_;
  std::vector<NodeId> rights_;    ///< as audit_.rows: what was allowed
  std::vector<Fixity> fixities_;  ///< as audit_.rows: of what was allowed
  std::vector<PaidBack> paid_back_;
  std::vector<std::optional<Charge>> charges_;  ///< as audit_.rows: of those that were judged
  Phrase vat_reading_;
  std::vector<std::size_t> compared_;    ///< rows whose prices the search looks at
  std::set<std::size_t> asked_back_;     ///< rows that are too little only as a second charge
  std::set<std::size_t> makes_up_;       ///< rows for what others charged too little
  ChargedRates rates_;                   ///< of rows that are not here
  std::set<std::size_t> given_twice_;    ///< credits of a quantity that another may have given
  std::set<std::size_t> charge_surely_;  ///< rows that charge their days whatever is answered
  bool sums_ = false;                    ///< the line is charged in sums of what the contract buys
  std::set<std::size_t> read_as_;        ///< rows whose quantity is what was taken, not their own
  Fixity fixity_ = Fixity::fixed;
};

/// Of each line whether rows of another are right as they stand.
std::vector<bool> right_elsewhere(const std::deque<LineAudit>& audits);

/// Judges the rows of all lines, with what credits pay back of more than one of them.
/// `others_right`: as `ask_all`, of each line.
void judge_lines(std::deque<LineAudit>& audits, const std::vector<bool>& others_right,
                 BelowZero& below_zero);

/// Sums, years and totals of all lines of an audit.
void sum_up(const Contract& contract, Audit& audit);

}  // namespace pricetalk
