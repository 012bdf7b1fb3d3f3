#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/calendar/period.hpp"
#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/explain/calculation.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

/// How sure a figure is. Operations take the weakest of their operands.
enum class Fixity : std::uint8_t {
  fixed,        ///< published for good, or stated by the contract
  provisional,  ///< rests on a figure that its publisher may still change
  projected,    ///< rests on a scenario
};
/// "fixed", "provisional", "projected": for machines.
std::string_view word(Fixity fixity);

/// A dated change in the way in which a series is measured: comparisons across it need care.
struct MethodBreak {
  Period from;  ///< first period measured the new way
  Phrase what;  ///< what changed
};

/// The breaks of one series, shared by its figures: they are texts, and a price reads many figures.
class MethodBreaks {
 public:
  MethodBreaks() = default;
  /// In order of date.
  explicit MethodBreaks(std::vector<MethodBreak> breaks)
      : all_(std::make_shared<const std::vector<MethodBreak>>(std::move(breaks))) {}

  /// These three: as of a list.
  bool empty() const { return all_ == nullptr || all_->empty(); }
  const MethodBreak* begin() const { return all_ == nullptr ? nullptr : all_->data(); }
  const MethodBreak* end() const { return all_ == nullptr ? nullptr : begin() + all_->size(); }

 private:
  std::shared_ptr<const std::vector<MethodBreak>> all_;
};

/// One published figure as the annex prints it.
struct PublishedFigure {
  std::string series;  ///< id of the series
  /// These three: as the figures file has them; empty: it does not say.
  std::string publisher;
  std::string table;
  std::string base;
  std::string period;             ///< as a person writes it, "April 2026"
  Decimal value;                  ///< with its decimals, as published
  bool percent = false;           ///< `value` is of hundred: 3.9 is 3.9 %
  Phrase status;                  ///< "definitive", "provisional": what its publisher says of it
  std::optional<Date> published;  ///< empty: publication day not recorded
  std::optional<Date> retrieved;  ///< day on which it was taken over; empty: not recorded
  std::string licence;            ///< terms of use; empty: not stated
  Phrase remark;                  ///< entered by hand, derived, projected; may be empty
  Period about;                   ///< `period`, to compare with
  MethodBreaks breaks = {};       ///< all of its series
};

/// Where an input or a remembered value came from.
struct InputSource {
  /// From where: a published figure, the words of the contract, a decision, a price computed
  /// before, an argument of the caller, or a scenario.
  enum class Kind : std::uint8_t { figure, contract, decision, earlier_price, given, projected };
  Kind kind = Kind::given;                ///< default: an argument of the caller
  Phrase text;                            ///< for all kinds but figure
  std::optional<PublishedFigure> figure;  ///< for Kind::figure and Kind::projected
  Span where;                             ///< the words of the file
  std::string address;                    ///< of the earlier derivation, for Kind::earlier_price
  Fixity fixity = Fixity::fixed;          ///< how sure it is
};

/// A calculation and what it computed: complete, so that it can be shown, checked and replayed.
struct Derivation {
  /// What was computed; nothing: there is no derivation.
  std::shared_ptr<const Calculation> calculation;
  Tape tape;                        ///< the value of each node
  std::vector<InputSource> inputs;  ///< one per input of the calculation
  std::vector<InputSource> slots;   ///< one per slot
  Currency currency;                ///< of its nodes in money

  /// Whether there is one.
  explicit operator bool() const { return calculation != nullptr; }
};

/// The weakest fixity among the inputs that really reach a node.
Fixity fixity(const Derivation& derivation, NodeId node);

/// One printed line of a derivation.
struct OutlineRow {
  NodeId node = no_node;    ///< which it is
  Role role = Role::none;   ///< what `label` says of a step that every clause can have
  int depth = 0;            ///< 0 for a step of the answer; 1 for what it is made of, and so on
  Phrase label;             ///< what the step is called
  Phrase formula;           ///< with names: "0.15 + 0.70 × L / L0"; empty for a leaf
  Phrase numbers;           ///< the same with the values put in; empty for a leaf
  Outcome<Ratio> value;     ///< what it gives, exactly
  Form form = Form::plain;  ///< how `value` is shown
  std::optional<Decimal>
      written;         ///< the value with the decimals it was published, written or rounded in
  std::string symbol;  ///< "L0", for inputs and slots
  std::optional<Rounding> rounding;  ///< the rounding that made this value
  /// Of an input or slot: where it came from; points into the derivation.
  const InputSource* source = nullptr;
  Span where;  ///< the words of the contract that asked for it; empty source: nothing says so
  bool by_default = false;  ///< the default says so, not the contract
};

/// The value of a row as a person reads it; undetermined values have no text.
std::string value_text(const OutlineRow& row, Language language);

/// The named steps that led to `output`, in the order of computing; only branches that were taken.
std::vector<OutlineRow> outline(const Derivation& derivation, NodeId output);

/// A node with the values put in, in any language in which letters are written.
std::string numbers_text(const Derivation& derivation, NodeId node, Language language);

/// A node in mathematical notation, with names where steps have names:
/// "P0 × (0.15 + 0.70 × L / L0)". `expand`: names of steps are written out down to symbols.
std::string maths(const Calculation& calculation, NodeId node, Language language, bool expand);

/// "half-up to 0.01", "naar boven op 0,001".
Phrase words(const Rounding& rounding);

/// The same in any language in which letters are written.
std::string rounding_text(const Rounding& rounding, Language language);

/// A decimal as a person writes it: 1.0400 or 1,0400. No grouping.
std::string decimal_text(const Decimal& value, Language language);

/// A constant as it was written: "0.70", "4%".
std::string constant_text(const Constant& constant, Language language);

/// A value as text: exact when it has at most `decimals` decimals, else rounded half-up and marked
/// with "…". Decimal comma in all languages but English.
std::string value_text(const Ratio& value, Form form, Language language, int decimals = 8);

}  // namespace pricetalk
