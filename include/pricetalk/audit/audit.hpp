#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/explain/figure.hpp"
#include "pricetalk/invoice/invoice.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// One misreading, with the adjustment dates on which it made a difference.
struct Misreading {
  std::string reading;      ///< id of the Reading
  std::string clause;       ///< id of the clause
  Phrase sentence;          ///< of the Reading; `{}` stands where the dates go
  std::vector<Date> dates;  ///< oldest first; at least one
  /// A number that somebody remembers: told only where nothing else fits.
  bool remembered = false;
  /// "cap of 3% not applied on 1 January 2021".
  Phrase dated() const;
};

/// A set of misreadings that gives every charged price of a line to the cent.
struct Explanation {
  std::vector<Misreading> misreadings;  ///< one to three
  /// The one invoice that the set does not give: a slip beside it. Empty: there is none.
  std::string invoice;
  int rank = 0;  ///< of equal explanations the smaller is shown first
  /// In millionths: how often a price that is wrong in another way, by no more than 5 %, would be
  /// met by a set that is as usual; of the misreading with the least evidence.
  std::uint32_t coincidence = 0;

  /// Whether it may well be a coincidence: more than one in a hundred; of several mistakes, or with
  /// an invoice left out, where there are far more ways to choose, more than one in a thousand.
  bool weak() const {
    return coincidence > (misreadings.size() == 1 && invoice.empty() ? 10'000U : 1'000U);
  }
  /// All misreadings with their dates, and the invoice that they do not give; no full stop.
  Phrase sentence() const;
};

/// What one cause has in the difference. Too much and too little are kept apart; before credits.
struct CauseShare {
  Phrase what;          ///< what it is, in words
  std::string reading;  ///< id; empty: an invoice by itself, or an amount that does not add up
  Figure over;          ///< may be negative: without it more would have been charged too much
  Figure under;         ///< the same for what was charged too little, as a positive amount
};

/// What the search for a cause gave, for one line.
struct Causes {
  /// How the search ended.
  enum class Result : std::uint8_t {
    nothing_to_explain,  ///< every price is the allowed one
    found,               ///< at least one explanation, all of one size, equally good
    possible,            ///< the same, but the first may be a coincidence
    single_invoice,      ///< one invoice differs, the others are right
    not_found,           ///< the search is over and no set of misreadings gives the prices
    stopped,             ///< nothing found until the search reached its bound
    not_searched,        ///< no price that could be compared
  };
  Result result = Result::nothing_to_explain;  ///< default: every price is right
  /// The likeliest first; empty but for `found` and `possible`.
  std::vector<Explanation> explanations;
  std::string invoice;    ///< that differs from all others, where there is one
  std::size_t tried = 0;  ///< how many sets were compared with the invoices
  bool stopped = false;   ///< the search reached its bound; there may be more explanations
  /// The line's difference divided over the first explanation; adds up to the cent.
  std::vector<CauseShare> shares;
  /// The lines of one clause that were explained together, by all their prices at once, this one
  /// among them, in contract order; empty: this one alone.
  std::vector<const Line*> lines;
  /// What the search gave, as one sentence; of several equal explanations "either … or …".
  Phrase sentence() const;
};
/// "found", "not-searched": for machines.
std::string_view word(Causes::Result result);

/// By what an invoice row was recognised.
enum class MatchedBy : std::uint8_t { nothing, id, alias, title, likeness };
/// "nothing", "id": for machines.
std::string_view word(MatchedBy by);

/// The price line that an invoice row means.
struct Match {
  const Line* line = nullptr;  ///< nothing: not recognised
  std::string part;  ///< name of the part, or id of the surcharge; empty: all of the price
  MatchedBy by = MatchedBy::nothing;  ///< default: not recognised
  int likeness = 0;                   ///< 0 to 100, of MatchedBy::likeness
};

/// The line that an invoice means: by id, then alias, then title; capitals do not count. Nothing
/// when no line, or more than one, answers to the name.
std::pair<const Line*, MatchedBy> match(const Contract& contract, std::string_view name);

/// The line that a row means, by all its names: each id, alias, title in turn; then "LINE/PART" and
/// names of parts and surcharges that only one line has; then by likeness (`likeness`), unless a
/// number or a letter differs ("building A", "building B") or only one of both names work beside
/// the agreed, or something taken off ("extra", "korting").
Match match(const Contract& contract, const InvoiceLine& row);

/// How alike two names are, 0 to 100: twice the letters of the words that both have, of all their
/// letters. A word of five letters or more that the other continues counts as shared for its
/// length ("schoonmaak", "schoonmaakwerk"); years, months and words of one letter do not count.
int likeness(std::string_view a, std::string_view b);
/// A row is recognised by likeness from here on, when no other line comes nearer than the margin.
inline constexpr int alike = 60;
/// In points of likeness.
inline constexpr int alike_margin = 20;

/// Why a row is not judged.
enum class Aside : std::uint8_t {
  another_contract,  ///< it names a contract that is not this one
  another_currency,  ///< it states a currency that is not the contract's (warning A0132)
  duplicate,         ///< the same invoice, line, period, quantity and amount stood there before
  outside            ///< before the contract begins, or after it ends
};
/// "another-contract", "duplicate": for machines.
std::string_view word(Aside why);

/// A row that counts in no sum of the audit, and why.
struct AsideRow {
  InvoiceLine charged;                  ///< as read
  Aside why = Aside::another_contract;  ///< machines read its `word`
  Phrase reason;                        ///< the same in a sentence, with what it was compared with
};

/// Days that a line was charged for more than once, or what is bought once and
/// was: a question, in no sum of the audit. The rows are allowed one by one;
/// whether it was delivered twice only people can tell.
struct ChargedTwice {
  const Line* line = nullptr;  ///< that was charged; never nothing
  /// These two: first and last day that were charged more than once.
  Date from;
  Date to;
  int times = 2;                      ///< how often; at least 2
  std::vector<std::string> invoices;  ///< empty in the audit of a folder
  Figure amount;  ///< what was charged beyond the first time, without what is too much by itself
  /// Of a line with tiers: what each answer gives beside it, where the tier depends on it. Of
  /// several days that share their tiers the first says it; empty: nothing.
  Phrase tiers{};
};

/// More or less of a line was charged in a year than the contract buys on the days that were
/// charged, at right prices or not: a finding beside them, in no sum of the audit. Only people know
/// whether the quantity was agreed as fixed, or as an estimate.
struct QuantityGap {
  const Line* line = nullptr;  ///< that was charged; never nothing
  int year = 0;                ///< in which the charged periods begin
  /// These two: first and last day that were charged.
  Date from;
  Date to;
  Ratio charged{0};  ///< in the unit of the line, after credits, each day once
  /// What the contract buys on these days, or the end of its band that is passed; not below zero.
  Ratio agreed{0};
  Figure amount;  ///< what the difference comes to at the prices charged; above zero
  bool band =
      false;  ///< `agreed` is the end of a band; the days are a month, quarter or year of it
  /// What explains it, so that nothing is asked; empty: nothing does.
  Phrase told{};
  /// Whether more was charged than agreed; else less.
  bool more() const { return agreed < charged; }
  /// Less than the least of a band, or explained: people are told, and nothing is asked.
  bool note() const { return (band && !more()) || !told.empty(); }
};

/// Whether people have to answer one of them.
bool any_asked(const std::vector<QuantityGap>& gaps);

/// One invoice row against what was allowed in its period.
///
/// A period in which the price changes is split as `billing.proration` says: by days (each price
/// counts for its share of the days), by months (each calendar month at the price of its first day
/// in the period), or not at all (the price of the first day holds until the next period).
struct AuditedRow {
  InvoiceLine charged;  ///< as read, or the sum of `parts`
  /// The rows of the file that `charged` adds up, over the days that they hang together: of parts
  /// and surcharges of the price. Empty: it is a row of the file itself.
  std::vector<InvoiceLine> parts;
  std::vector<std::string> part_names;  ///< as `parts`: of which part or surcharge; empty: of all
  /// What of `parts` was charged beyond the first time: allowed here, and asked in `Audit::twice`.
  Ratio repeated{0};
  const Line* line = nullptr;              ///< nothing: unmatched
  MatchedBy by = MatchedBy::nothing;       ///< how the line was found
  int likeness = 0;                        ///< of MatchedBy::likeness
  std::vector<const PriceEntry*> entries;  ///< the allowed prices that hold in the period
  /// The allowed price of one unit, net of the line's discount; empty when the period has more than
  /// one, the quantity runs through several tiers, or the row corrects a price.
  std::optional<Outcome<Ratio>> allowed_price;
  Outcome<Figure> allowed;     ///< amount, rounded as the contract bills
  Outcome<Figure> difference;  ///< charged minus allowed
  /// The VAT that belongs to the difference: as charged, minus that on the allowed amount at the
  /// row's own rate. Empty where the row has no VAT.
  std::optional<Outcome<Figure>> vat;
  bool adds_up = true;  ///< quantity x unit price is the amount
  /// The price is that of the contract before the discount of the line, which was not taken off.
  bool discount_left_out = false;
  /// What has to be answered before the row can be judged; empty: nothing. Then
  /// `allowed` and `difference` are undetermined for this reason.
  Phrase question;
  /// With the question whether it is the same thing: charged minus allowed if it is. In no sum.
  std::optional<Figure> at_stake{};
  /// `at_stake` is what the answer "no" gives: with "yes" nothing is wrong.
  bool at_stake_if_not = false;
  /// What has to be answered about its VAT; empty: nothing. Its price is judged all the same.
  Phrase vat_question{};
  std::optional<Figure> vat_at_stake{};  ///< how much VAT is too much by that, if it is known
  /// That the row is one sum for its days, and equals what the contract buys in them; empty: it
  /// counts in the unit of the line.
  Phrase lump_sum{};
  /// What rows below zero of the same invoice, which were not recognised, take off what is too much
  /// here; zero: none do. The totals are after it, `difference` is before it.
  Ratio beside{0};
  /// Which of its days lie outside the contract or its line, so that no price was agreed for them;
  /// empty: none. Allowed is what the contract buys on the others; where it states no quantity,
  /// that is a question.
  Phrase outside;
};

/// Too much and too little are kept apart and never set off; a credit is set off only against the
/// periods that it pays back.
struct AuditTotals {
  Figure over;       ///< charged too much, not yet paid back
  Figure under;      ///< charged too little, as a positive amount
  Figure over_vat;   ///< VAT on `over`, row by row; zero where no row has VAT
  Figure under_vat;  ///< the same on `under`
  /// Whether anything is left: `over` or `under` is not zero.
  bool differs() const;
};

/// What an audit gives for one calendar year.
struct AuditYear {
  int year = 0;        ///< in which the charged period begins
  AuditTotals totals;  ///< of the rows whose period begins in it
  Figure cumulative;   ///< `over` of this year and all before it
  /// Of `over` and `under`: what the contract's own steps of this year would have given from the
  /// price that was charged before it. Empty where that price is not known by itself (parts,
  /// surcharges, discounts).
  std::optional<Figure> over_earlier;
  std::optional<Figure> under_earlier;  ///< the same of `under`
  std::size_t undetermined = 0;         ///< rows of the year that could not be judged
};

/// What one charged period of a line still has too much or too little, after its credits.
struct OpenPeriod {
  /// These two: first and last day of the period.
  Date from;
  Date to;
  std::vector<std::size_t> rows;  ///< positions in Audit::rows
  AuditTotals totals;             ///< what is left of it
};

/// What a credit paid back of a period that was charged too much.
struct PaidBack {
  std::vector<std::size_t> rows;  ///< of the period: positions in Audit::rows
  std::size_t credit = 0;         ///< the same of the credit
  Ratio amount{0};                ///< above zero
};

/// What an audit gives for one price line.
struct AuditedLine {
  const Line* line = nullptr;                                 ///< never nothing
  std::shared_ptr<const std::vector<PriceSchedule>> allowed;  ///< one for each tier
  std::vector<std::size_t> rows;    ///< positions in Audit::rows, by period
  std::vector<AuditYear> years;     ///< oldest first; only years with rows
  std::vector<OpenPeriod> open;     ///< by day; only periods that differ
  std::vector<PaidBack> paid_back;  ///< in the order of setting off
  AuditTotals totals;               ///< of all its rows
  std::optional<Date> since;        ///< first day of the first period that still differs
  Causes causes;                    ///< why, as far as it was found
  /// That its rows were read with or without VAT because (nearly) all come to the contract's prices
  /// so; empty: as they stand.
  Phrase vat_reading{};
};

/// Invoices against a contract: matched or listed, allowed or not, since when, and why.
struct Audit {
  Date today;                       ///< what was published later is not known in it
  Currency currency;                ///< of every amount; the contract's
  std::vector<AuditedRow> rows;     ///< every row of the files but those aside, in their order
  std::vector<AsideRow> aside;      ///< in their order
  std::vector<AuditedLine> lines;   ///< lines with at least one invoice row, in contract order
  std::vector<AuditYear> years;     ///< all lines together
  std::vector<ChargedTwice> twice;  ///< by line, by day
  AuditTotals totals;               ///< of all lines
  Figure charged;                   ///< all rows but those aside: matched + unmatched
  Figure matched;                   ///< of rows whose line was recognised
  Figure unmatched;                 ///< of rows whose line was not: they are in no other sum
  Figure charged_twice;             ///< of `twice`
  std::vector<QuantityGap> gaps;    ///< by line, by day
  /// Whether quantities were compared of every line with rows: the contract states them, and the
  /// rows count in their unit.
  bool quantities_compared = false;
  std::vector<Evidence> evidence;  ///< the derivation behind every figure

  /// Rows whose allowed price is not known, with the reasons.
  std::vector<const AuditedRow*> undetermined() const;
  /// Rows that have to be answered first, in the order of the files.
  std::vector<const AuditedRow*> asked() const;
  /// Rows of which only the VAT waits for an answer, or that as well, in the order of the files.
  std::vector<const AuditedRow*> vat_asked() const;
  /// Whether any row was held against the contract.
  bool judged_any() const;
  /// Whether people have something to look at: money, a question, a row that was not recognised, or
  /// nothing that was judged.
  bool needs_attention() const;
  /// Rows whose line was not recognised, in the order of the files.
  std::vector<const AuditedRow*> unmatched_rows() const;
  /// The line of that id; nothing when no row means it.
  const AuditedLine* find_line(std::string_view id) const;
  /// Rows of the files that are judged or listed as unknown; a price in parts counts each.
  std::size_t row_count() const;
  /// Whether anything was charged too much or too little: the exit status of an audit.
  bool differs() const { return totals.differs(); }
};

/// Rows that stood there twice, are in another currency, or lie outside the contract, as warnings
/// (A0131 to A0133) at their places.
Diagnostics problems(const Audit& audit);

/// Whether causes are looked for, which takes nearly all the time of an audit. Without them no
/// year tells what earlier steps have in it, and there is no evidence of the lines.
enum class Why : std::uint8_t { searched, left_out };

/// Audits invoices as known on `today`. The contract and the library must outlive the result.
Audit audit(const Contract& contract, const Library& library,
            const std::vector<InvoiceLine>& invoices, Date today, Why why = Why::searched);

}  // namespace pricetalk
