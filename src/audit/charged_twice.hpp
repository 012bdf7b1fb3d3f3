#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

#include "billing/period.hpp"
#include "explain/book.hpp"
#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

/// What one line was charged for by period, to see which days were charged more
/// than once.
///
/// Days count as charged twice when two rows or more together charge them
/// (nearly) two times or more with what the contract buys on them, and no row
/// does so alone. Where the contract states no quantity, or rows count in
/// another unit, only the same days and quantity on another invoice count, at
/// any price; of one piece, or of a part, only at one. A row of as many for as much on another
/// invoice, for nearly the same days, is for the same days. A month that is split over rows
/// adds up to one. What a credit took back is not charged. Parts and surcharges
/// that have rows of their own are looked at one by one, and of such a one only
/// rows of several invoices at (nearly) one price count. Of what is bought
/// once all rows count together, whatever days they name, each for at most the
/// share of the allowed amount that it charges.
///
/// The first time is the largest row, as far as the contract buys it, and no
/// less than an even share. What is asked back is the cheapest of what was
/// charged beyond it, without what is too much by itself: that is asked
/// already.
class ChargedPeriods {
 public:
  explicit ChargedPeriods(const Line& line) : line_(&line) {}

  /// One row, or `rows` rows that are added up already.
  struct Rows {
    Date from;
    Date to;
    Ratio quantity;
    Ratio amount;
    std::size_t count = 1;
    bool alike = true;  ///< all of one quantity, each on an invoice of its own
    bool credit = false;
    std::string invoice = {};
    std::optional<Ratio> allowed = {};    ///< nothing: not known; the amount itself counts
    std::optional<Ratio> largest = {};    ///< quantity of the largest row; nothing: they are alike
    std::optional<std::size_t> row = {};  ///< of the audit; nothing: added up, or not one of it
    std::string part = {};                ///< of the price, or a surcharge; empty: all of it
    std::uint32_t print = 0;              ///< of the (last) invoice; 0: not known
  };
  void add(Rows rows);
  /// A row of the audit, with what was allowed for it; `index`: its position there. `read_as`: the
  /// quantity that it stands for, where that is known to be another than its own.
  void add(const AuditedRow& row, const Outcome<Ratio>& allowed, std::size_t index,
           const std::optional<Ratio>& read_as);

  /// A row of the audit that waits for an answer: it charges nothing, but what it may charge is not
  /// missing either.
  void add_waiting(const AuditedRow& row);

  /// The rows of parts that a row of the audit adds up.
  void add_parts(const AuditedRow& row);

  /// What is said of the tiers of some days, which depend on whether they were charged twice.
  void tell_of_tiers(const Days& days, Phrase said) { tiers_.emplace_back(days, std::move(said)); }
  /// Forgets the rows that came after; what was told stays.
  void start_again(const ChargedPeriods& before) {
    parts_ = before.parts_;
    waiting_ = before.waiting_;
  }

  /// What was charged beyond the first time, for some days.
  struct Beyond {
    Days days;
    Ratio quantity{0};
    Ratio amount{0};
  };
  /// Of each part of the price (empty: of all of it), in the order of the days.
  std::map<std::string, std::vector<Beyond>> beyond() const;

  /// A row of the audit, and which part of its amount is asked back.
  struct AskedBack {
    std::size_t row;
    Ratio part;
  };
  /// Of every row that is asked back, wholly or in part.
  std::vector<AskedBack> asked_back() const;

  /// What was charged in a calendar year and what the contract buys on the same days, without what
  /// is asked back as charged twice.
  struct Counted {
    int year = 0;
    Days days;
    Ratio charged{0};
    Ratio agreed{0};
    Ratio amount{0};  ///< of what was charged, without what is too much
    /// Of the periods that charge another quantity than the contract buys in them: how much more
    /// or less, and what that is at their own prices.
    Ratio differs{0};
    Ratio differs_amount{0};
    std::size_t rows = 0;  ///< that were added up
    bool band = false;     ///< `agreed` is the end of a band that is passed, on these days
    Ratio credited{0};     ///< quantity that rows below zero took back; above zero
    // These two: whether some period charges more than the contract buys in it, and some less.
    bool some_more = false;
    bool some_less = false;
    /// What fills the tiers of a line together: an invoice of the contract.
    struct Filling {
      Days days;
      Ratio charged{0};
      Ratio agreed{0};
    };
    /// Of a line with tiers, by day; empty where they are not told, and of any other line.
    std::vector<Filling> fillings = {};

    /// Whether it counts in the unit of the contract, as far as numbers tell.
    bool in_unit_of_contract() const;
  };
  /// By year, without the periods for which a band is agreed. Nothing where quantities cannot be
  /// compared: the contract states none by time, parts have rows of their own, or a period counts
  /// in another unit.
  std::optional<std::vector<Counted>> by_year(const Contract& contract) const;
  /// The months, quarters or years that lie outside their band, in order; nothing as above. Rows
  /// belong to the one in which they begin; what a row of several charges is held against all of
  /// these.
  std::optional<std::vector<Counted>> outside_band(const Contract& contract) const;
  /// Whether a day was charged more than once.
  bool is_beyond(Date day) const;
  /// What was charged for exactly these days, after credits.
  Ratio quantity_for(const Days& days) const;
  /// Whether nothing was charged.
  bool empty() const { return parts_.empty(); }

  /// What was charged a second time, by day, as figures of the book. `address`
  /// is of the line.
  std::vector<ChargedTwice> found(Book& book, const std::string& address) const;

 private:
  struct Period {
    Rows all;
    std::vector<std::string> invoices;  ///< in the order of the rows
    std::unordered_set<std::string> known_invoices;
    std::vector<Rows> rows;
  };
  using Periods = std::map<std::tuple<Date, Date, bool>, Period>;  ///< the last one: a credit
  /// The period of nearly the same days that rows charge once more, or take back.
  static Periods::iterator nearly_same(Periods& periods, const Rows& rows);
  struct Piece {
    Date first;
    Date last;
    bool of_part = false;                ///< a part of the price, or a surcharge
    std::vector<const Period*> periods;  ///< credits behind what they take back
    int times = 1;
    Ratio beyond{0};  ///< what was charged beyond the first time: units, or rows of equal amounts
    bool by_rows = false;
  };
  /// What is asked of one row for the days of a piece.
  struct Share {
    const Rows* rows;
    Ratio part;  ///< of its amount
  };
  /// Whether the contract buys by time, and one price was charged for it.
  bool can_be_counted() const;
  std::optional<Days> days_of_delivery(const Contract& contract, const Rows& rows) const;
  // What the days of a period mean (meant_days.cpp).
  Days meant_days(const Period& period, const Days& own) const;
  std::optional<Ratio> of_own_months(const Period& period, const Days& days) const;
  Ratio bought_in(const Period& period) const;
  /// Adds what a period charges.
  void count(const Period& period, Counted& into) const;
  static Ratio amount_of_period(const Period& period);
  void find_what_differs(Counted& year) const;
  /// Less than agreed is only what rows that wait for an answer would not make up.
  void leave_out_what_waits(Counted& year, const std::vector<Days>& days) const;
  /// Adds its quantity to the invoices of the contract that it is for.
  void fill(const Contract& contract, const Period& period, Counted& into) const;
  std::vector<Counted> by_band_period() const;
  /// `counted`: what the day was counted in; nothing: in none.
  void leave_out_what_is_asked(const std::function<Counted*(Date)>& counted) const;
  /// Of the whole price, or of each part.
  std::vector<std::vector<Piece>> charged_more_than_once() const;
  std::vector<Piece> charged_more_than_once(const std::string& part, const Periods& periods) const;
  Piece judged(Piece piece) const;
  std::optional<Piece> bought_once_judged(const Periods& periods) const;
  Ratio part_of(const Period& period, Date first, Date last) const;
  Ratio weight_of(const Rows& rows, const Piece& piece) const;
  std::vector<Share> shares_of(const Piece& piece) const;
  /// What was asked of the days just before a piece, so that no cent is asked twice where a row is
  /// cut: the exact sum and the rounded one.
  struct Before {
    std::optional<Date> until = {};
    NodeId exact = no_node;
    NodeId rounded = no_node;
  };
  NodeId asked(const Piece& piece, Before& before, Worksheet& sheet) const;

  const Line* line_;
  std::map<std::string, Periods> parts_;  ///< by part of the price
  std::vector<Rows> waiting_;             ///< for an answer
  std::vector<std::pair<Days, Phrase>> tiers_;
};

/// Whether days are the same but for a few at an end: at least nine of ten are in both.
bool nearly_same_days(const Days& a, const Days& b);
/// Whether days are more likely those of a period that was agreed: whole months, else the longer.
bool are_better_days(const Days& days, const Days& than);

/// The fingerprint of the number of an invoice; 0: it has none.
std::uint32_t print_of_invoice(std::string_view invoice);

/// What of rows is not too much by itself.
Ratio right_part(const ChargedPeriods::Rows& rows);

/// Whether rows are no credit of a price alone.
bool moves_a_quantity(const ChargedPeriods::Rows& rows);

/// The rate of a day where a band is agreed for it; else nothing.
const QuantityRate* band_on(const Line& line, Date day);

/// Adds what was charged more or less of every line than the contract buys to the audit.
void find_quantity_gaps(const Contract& contract, Audit& audit,
                        const std::map<const Line*, ChargedPeriods>& charged);

/// Adds what was charged twice of every line to the audit, with its sum.
void find_charged_twice(const Contract& contract, Audit& audit,
                        const std::map<const Line*, ChargedPeriods>& charged);

}  // namespace pricetalk
