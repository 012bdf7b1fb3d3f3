#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/contract/clause.hpp"
#include "pricetalk/contract/terms.hpp"
#include "pricetalk/index/series.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

/// One part of a price that is split into invoice lines: a share that moves by itself.
struct Part {
  std::string name;  ///< as the file and the invoices call it; no two of a line are alike (C0413)
  std::vector<std::string> aliases;     ///< other names on invoices
  Percent share;                        ///< of the original price, at `price_date`
  Span share_where;                     ///< where the share is written
  std::optional<std::size_t> clause;    ///< position in Line::clauses; empty: fixed
  Currency currency;                    ///< in which the part is paid
  std::optional<Stated<Decimal>> rate;  ///< units of `currency` per unit of the contract's, frozen
  Span where;                           ///< the table of the part
};

/// One price line. A line without tiers has one price, a line with tiers one for each.
struct Line {
  /// One price of the line: of all of it, or of one tier.
  struct Price {
    Stated<Decimal> original;      ///< as it stood on price_date
    std::optional<Decimal> up_to;  ///< of a tier; empty: no limit
  };
  std::string id;     ///< name in the heading of the table, by which everything refers to it
  std::string title;  ///< as a person calls it; default: the id
  std::string unit;   ///< what one piece is: "hour", "m2"; empty: not stated
  std::vector<std::string> aliases;          ///< other names on invoices; none by default
  std::vector<Price> prices;                 ///< at least one
  TierKind tier_kind = TierKind::graduated;  ///< of a line with tiers
  Date price_date;  ///< steps up to and including this day are in `prices` already; needed (C0308)
  /// How much is bought, in `unit`; empty: nobody can tell what a year costs.
  std::optional<Stated<QuantityValue>> quantity;
  std::vector<std::size_t> clauses;     ///< positions in Contract::clauses; empty: fixed price
  std::vector<std::size_t> surcharges;  ///< positions in Contract::clauses: added per unit
  /// Empty, or the whole price: then each clause of `clauses` moves its own part, and no other.
  std::vector<Part> parts;
  /// A price that is so many times that of another line, on every day.
  struct Follows {
    Decimal times;   ///< how many times
    std::string of;  ///< id of the line that is followed; it follows none itself (C0340)
    Span where;      ///< the words that say so
  };
  /// Then `prices`, `price_date` and `clauses` are taken from the other line; empty: its own price.
  std::optional<Follows> follows = {};
  /// A reading, never a key: the parts keep all their decimals and only their sum is rounded.
  bool parts_in_full = false;
  Stated<Date> from;                  ///< first day; default: the contract's start
  std::optional<Stated<Date>> until;  ///< last day
  /// Of a one-off delivery: the day that `adjust.at = "delivery"` asks for.
  std::optional<Date> delivered;
  /// No step within this time after `from`; empty: none is refused for it.
  std::optional<Stated<Duration>> price_binding;
  std::optional<DiscountTerms> discount;  ///< taken off price and surcharges together; empty: none
  std::optional<ReturnTerms> returns;     ///< the line's own, else the contract's
  Span where;                             ///< the table of the line

  /// A line whose price is nothing but surcharges: its own price is 0 by default.
  bool only_surcharges() const {
    return !surcharges.empty() && prices.size() == 1 && prices.front().original.by_default();
  }
  /// The decimals of the price as written, at least the currency's.
  int price_decimals(const Currency& currency, std::size_t price = 0) const;
  /// Which part the clause at a position of `clauses` moves; nothing without parts.
  std::optional<std::size_t> part_of(std::size_t clause) const;
};

/// A contract as meant: references resolved, defaults filled and marked, ready to be computed. A
/// value; it holds the text that it was read from.
struct Contract {
  std::string id;            ///< name for reports, and the beginning of every address
  std::string title;         ///< as a person calls it; default: the id
  std::string jurisdiction;  ///< empty: unknown
  /// Empty: not stated, so that facts of consumer law become questions.
  std::optional<Audience> audience;
  Currency currency;  ///< of all amounts; sets their smallest unit
  /// Whether amounts hold it; default: included for a consumer, else excluded.
  Vat vat = Vat::excluded;
  Date signed_on;  ///< default: `start`
  /// Day on which offers were priced; empty: nothing can be counted from it.
  std::optional<Date> bid;
  Date start;               ///< first day
  std::optional<Date> end;  ///< last day (not before `start`: C0302); empty: none
  Date customer_since;      ///< since when the customer is one; default: `start`
  /// These two: names of the parties; empty: not stated.
  std::string supplier;
  std::string customer;
  std::vector<Line> lines;      ///< in the order of the file; at least one (C0301)
  std::vector<Clause> clauses;  ///< its own, and of shared files those that it uses
  BillingTerms billing;         ///< of all lines; defaults filled
  /// Everything that is read as it stands: people, promises, innovations, talk, examples.
  ContractTerms terms;
  std::vector<Series> own_series;  ///< of `[[series]]`: give them to the library, where they win
  std::vector<SourcePtr> sources;  ///< the contract's own file and those of shared clauses
  std::vector<SourcePtr> shared_clauses;  ///< what `clauses_from` and `innovations_from` name

  /// These three: by id, or by name of a person; nothing when there is none.
  const Line* find_line(std::string_view line_id) const;
  const Clause* find_clause(std::string_view clause_id) const;
  const ContactTerms* find_contact(std::string_view name) const;
  /// Whether a clause moves no line, and others take its keys: it is a pattern for `like`.
  bool only_liked(const Clause& clause) const;
  /// The decision about a line's clause on an adjustment date, or nothing.
  const DecisionTerms* decision_on(Date date, const Line& line, const Clause& clause) const;
  /// The price that was agreed for a line on a day, whatever its clauses say; or nothing.
  const DecisionTerms* agreed_on(Date day, const Line& line) const;
  /// The first announcement for an adjustment date, or nothing.
  const AnnouncementTerms* announcement_for(Date date, const Clause& clause) const;
  /// Dutch for NL and BE, else English.
  Language language() const;
  /// Of the customer's letters: what `[talk]` says, else as `language`.
  Language letter_language() const;
};

/// Whether a decision is about what a clause does to a line.
bool concerns(const DecisionTerms& decision, const Line& line, const Clause& clause);

/// Reads what one path of `clauses_from` or `innovations_from` names, relative to the contract: a
/// file, or the files of a folder. Its problems point to `asked_by`.
using ClausesReader =
    std::function<Loaded<std::vector<SourcePtr>>(const std::string& path, Span asked_by)>;

/// Bytes to contract: document, shared clauses (read by `clauses`), terms, references, defaults.
/// All problems at once.
Loaded<Contract> read_contract(const SourcePtr& source, const ClausesReader& clauses = {});

/// Cross-field rules, references and defaults.
Loaded<Contract> resolve(ContractTerms terms);

/// Series that a clause reads and the library does not have, with the nearest known name.
void check_series(const Contract& contract, const Library& library, Diagnostics& diagnostics);

}  // namespace pricetalk
