#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "contract/formula.hpp"
#include "contract/period_rule.hpp"
#include "pricing/figures.hpp"
#include "pricing/lower.hpp"

namespace pricetalk {

/// One span of figures as it will be read: which rule, on which days.
struct FigureReading {
  PeriodRule rule;
  EventDates dates;
  Date reading_day;
  /// Of "latest published" the day whose latest period is meant, where versions are those of
  /// `reading_day`; empty: the same day.
  std::optional<Date> latest_on = {};
  std::optional<Duration> earlier;  ///< the span is counted back by this
  Span where;
  bool by_default = false;
  int back = 0;          ///< the span is counted back by this many of its own periods: a stand-in
  Undetermined unknown;  ///< not empty: the day to read on is not known

  /// The day whose place in its own month an interpolation takes.
  Date day() const { return earlier ? dates.adjustment - *earlier : dates.adjustment; }
  Date day_of_latest() const { return latest_on.value_or(reading_day); }
};

/// Shared state of lowering one step. Each stage is a file of its own and appends nodes.
class Lowering {
 public:
  Lowering(const StepContext& context, const Coverage& coverage)
      : context_(context),
        figures_(coverage),
        clause_(*context.clause),
        ladder_(clause_.ladder_on(context.date)) {}
  Lowered run() &&;
  /// Steps 1 and 2 of the ladder and a rounding (stage_surcharge.cpp).
  Lowered surcharge() &&;

 private:
  // the ladder, in its order (lower.cpp)
  void prices();
  NodeId measured_change();
  void threshold(NodeId& change);
  NodeId pass_through(NodeId change);
  NodeId passed_on(NodeId change);
  NodeId wanted_step(NodeId passed);
  NodeId limited(NodeId step);
  NodeId within_a_year(const Stated<LimitValue>& limit);
  NodeId above_zero(NodeId step);
  NodeId decided(NodeId step);
  void remember_cut(NodeId full, NodeId step);
  void remember_lost(NodeId full, NodeId step, CarryOver kept);
  NodeId coefficient(NodeId step);
  void new_price(NodeId coefficient);
  void same_price();
  void agreed_price();  // stage_agreed.cpp
  void whole_line();    // stage_parts.cpp

  // roundings that keep to the limits (stage_within.cpp)
  /// The ends that a rounded value must not pass; no_node: there is none.
  struct Ends {
    NodeId low = no_node;
    NodeId high = no_node;
  };
  NodeId rounded_within(NodeId exact, const Rounding& rounding, const Ends& ends);
  Ends ends_of_coefficient(const Rounding& rounding);
  Ends ends_of_increase();
  Ends ends_of_price();
  NodeId last_rounding(NodeId exact, const Rounding& rounding);
  bool asked(NodeId limit) const;
  bool on_grid(NodeId limit, const Rounding& rounding) const;

  // expressions (lower_formula.cpp)
  NodeId formula();
  NodeId expression(const Expression& expression);
  NodeId name(const NameUse& use);
  NodeId months_since_last(Span where);
  NodeId binary(const Expression& expression);
  NodeId call(const Expression& expression);
  NodeId constant_of(const std::string& id, const Stated<ConstantValue>& stated);
  bool is_price_times(const Expression& expression, const Expression*& factor) const;

  // figures (lower_figure.cpp)
  struct Figure {
    NodeId node = no_node;
    std::size_t series = 0;  ///< position in the chain of links
  };
  NodeId observation(const IndexRead& read);
  NodeId reference(const IndexRead& read);
  NodeId used_last(const IndexRead& read);
  FigureReading comparison(const IndexRead& read);
  static void use_rule(FigureReading& made, const IndexRead& read);
  FigureReading comparison_reading(const IndexRead& read) const;
  FigureReading reference_in_time(const IndexRead& read);
  FigureReading reference_reading(const IndexRead& read) const;
  FigureReading looked_back(const IndexRead& read, const PeriodRule::Back& back,
                            const Stated<PeriodRule>& rule) const;
  FigureReading read_on(const IndexRead& read, Date day, const Stated<PeriodRule>& stated) const;
  EventDates events(Date adjustment) const;
  // figures that come late (lower_late.cpp)
  FigureReading in_time(const IndexRead& read, FigureReading reading, const std::string& symbol);
  bool there(const std::vector<Outcome<FigureRequest>>& asked) const;
  bool waits(const std::vector<Outcome<FigureRequest>>& asked) const;
  std::optional<KnownSince> came(const IndexRead& read, const FigureReading& reading) const;
  void say_late(LateFigure late);

  Outcome<PeriodSpan> span(const FigureReading& reading, std::string_view series,
                           Which which) const;
  /// What a series of a chain has of the figures asked, best first.
  enum class Carries : std::uint8_t { all, hidden, waits, gap, absent, stopped };
  Carries carries(const std::vector<Outcome<FigureRequest>>& asked) const;
  std::size_t series_for(const IndexRead& read, const FigureReading& reading) const;
  std::string series_name(const IndexRead& read, std::size_t position) const;
  std::vector<Outcome<FigureRequest>> requests(const IndexRead& read, const FigureReading& reading,
                                               std::size_t series) const;
  NodeId figure(const IndexRead& read, const FigureReading& reading, std::size_t series,
                std::size_t base, const std::string& symbol, Role role);
  NodeId converted(const IndexRead& read, NodeId figure, std::size_t from, std::size_t to,
                   const std::string& symbol, Date reading_day);
  NodeId link_coefficient(const IndexRead& read, std::size_t link, Date reading_day);
  std::size_t base_position(const IndexRead& read, std::size_t comparison,
                            std::size_t reference) const;
  NodeId input(std::string symbol, Outcome<FigureRequest> request, Form form, Span where);

  std::optional<Rounding> price_rounding() const;
  /// Of the part that moves, else of the contract.
  const Currency& currency() const;
  bool uses_carry() const;
  bool uses_lost() const;
  bool reads_last_adjustment() const;
  bool waived() const;
  /// Whether a decision of this kind makes the step.
  bool decided_by(DecisionKind kind) const;
  bool catches_up() const;

  const StepContext& context_;
  Figures figures_;
  const Clause& clause_;
  const Ladder& ladder_;
  CalculationBuilder builder_;
  std::vector<Outcome<FigureRequest>> requests_;
  std::vector<Span> asked_by_;
  std::vector<std::size_t> parts_;  ///< inputs behind those of requests_
  std::vector<LateFigure> late_;
  NodeId now_ = no_node;   ///< price in force
  NodeId base_ = no_node;  ///< P0: compounding base
  NodeId original_ = no_node;
  /// With compounding from the original price: new price / original price, as long as nothing
  /// compares it with the price in force. So such a clause recovers from a year that could not be
  /// determined.
  NodeId target_ = no_node;
  NodeId passed_ = no_node;  ///< step 5: the change after pass-through
  NodeId cap_ = no_node;     ///< the smallest cap, for rule 8
  NodeId floor_ = no_node;
  NodeId limited_ = no_node;  ///< step after limits, before decisions
  std::map<std::string, NodeId, std::less<>> lines_;
  std::map<std::string, NodeId, std::less<>> observations_;
  std::map<std::string, NodeId, std::less<>> references_;
};

}  // namespace pricetalk
