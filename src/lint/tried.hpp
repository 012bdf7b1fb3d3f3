#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// One step of a clause as it was computed, to be computed again with other figures: always the
/// same calculation, never a second one.
class Tried {
 public:
  /// What an input stands for in a comparison: a figure that is compared, the one it is compared
  /// with, or something else.
  enum class Side : std::uint8_t { compared, reference, other };
  using Values = std::vector<Outcome<Ratio>>;

  /// Whether a step can be tried: a clause moved or could have moved a price, or gives a surcharge
  /// on one.
  static bool can_be(const PriceEntry& entry);
  /// REQUIRES: can_be(entry), which outlives this.
  explicit Tried(const PriceEntry& entry);

  bool in_percent(std::size_t input) const;

  /// Every index whose figures are compared, once.
  std::set<std::string> indices() const;
  bool is_in_percent(const std::string& index) const;
  /// Whether an index in percent is a level, as a rate of interest that is compared with an earlier
  /// one: what a point of it is worth, only the contract knows.
  bool in_percent_of_level(const std::string& index) const;
  /// Whether the result of the formula, not only a limit or a threshold, depends on that name.
  bool in_formula(const std::string& name) const { return formula_names_.count(name) != 0; }
  /// Whether it is of one stated period, so that it never moves.
  bool of_fixed_period(const std::string& index) const;
  /// Whether any index is not.
  bool any_moves() const;
  /// Whether each index in levels is compared with a figure of its own, not with a stated number.
  bool reads_both_figures() const;
  /// "C/L0" where a figure of one index is divided by the reference of another; else empty.
  const std::string& crossing() const { return crossing_; }
  /// Whether the difference of both figures of an index is divided by the new one.
  bool divides_by_new(const std::string& index) const { return by_new_.count(index) != 0; }
  /// Whether all of it stands behind a minus sign.
  bool is_subtracted(const std::string& index) const { return subtracted_.count(index) != 0; }
  /// The id of its series.
  std::string series_of(const std::string& index) const;
  /// Whether a number of the formula changes on days that the contract states.
  bool has_dated_constants() const;
  /// Whether a table of the clause is asked in the formula.
  bool asks_a_table() const { return asks_a_table_; }
  /// Whether a number or a constant stands in the formula.
  bool holds_a_number() const { return holds_a_number_; }

  /// Some inputs are figures that are compared; all of them levels are compared with a reference,
  /// or percentages.
  bool compares() const;
  /// Whether the two figures of an index are of different bases, so that no figure of one is the
  /// same as a figure of the other.
  bool linked(const std::string& index) const;
  /// By how much an index rose between its two figures, in one base; in points where it is in
  /// percent. Nothing where it is compared with nothing, and is no percentage of change itself.
  std::optional<Ratio> move_of(const std::string& index) const;
  /// The level with which an index is compared; where its figure is not known, the new figure, or
  /// 100. Nothing where the formula compares it with nothing.
  std::optional<Ratio> level_of(const std::string& index) const;
  /// The new figure of an index; nothing where it is not known, or zero.
  std::optional<Ratio> new_figure_of(const std::string& index) const;
  /// By how many points, in one base; nothing where a figure is not known.
  std::optional<Ratio> points_of(const std::string& index) const;

  /// The measured change (of a surcharge: what it is of the price) when the figures of one index
  /// (nothing: none; `every_index`: all) have risen by `rise`, with nothing remembered; levels from
  /// the reference, percentages from nothing. REQUIRES: compares().
  Outcome<Ratio> change_when(const Ratio& rise, const std::string& index = "") const;
  /// The same from a price `factor` times the original one.
  Outcome<Ratio> change_when_from(const Ratio& factor, const Ratio& rise,
                                  const std::string& index) const;
  /// The same from the figures as they were read, also where they are compared with nothing. A
  /// figure that is not known stands where its reference does, a percentage at nothing.
  Outcome<Ratio> change_from_own(const Ratio& rise, const std::string& index) const;
  /// The same when all other indices stay at their references.
  Outcome<Ratio> change_alone(const Ratio& rise, const std::string& index) const;
  /// The same when both figures of every index in levels are `factor` times what they are, as in
  /// another base, those that are compared after a rise of 10%.
  /// REQUIRES: compares().
  Outcome<Ratio> change_in_base(const Ratio& factor) const;
  /// The same when the two figures of one index are these percentages.
  Outcome<Ratio> change_at_percentages(const std::string& index, const Ratio& now,
                                       const Ratio& then) const;
  /// The change that was measured.
  Outcome<Ratio> measured() const;

  /// The price of the time from which the figures are counted: the original one, or that in force.
  Outcome<Ratio> measured_from() const;
  /// The price that a trial starts with.
  Outcome<Ratio> original() const;

  static constexpr const char* every_index = "*";

 private:
  NodeId measured_node() const;
  Outcome<Ratio> of_price(Outcome<Ratio> value, const Outcome<Ratio>& price) const;
  void read_formula();
  void read_signs(const Expression& expression);
  bool has_numbers(const Expression& expression) const;
  void read_division(const Expression& quotient);
  bool has_factor(const Expression& product, const std::string& factor) const;
  const Expression& named(const Expression& expression) const;
  std::string index_of(std::size_t input) const;
  bool is_a_number(std::size_t input) const;
  std::size_t percentages_of(const std::string& index) const;
  bool moves(std::size_t input, const std::string& index) const;
  Ratio stand_in(std::size_t input) const;
  Values with_stand_ins() const;
  Values with_rise(const Ratio& rise, const std::string& index) const;
  Outcome<Ratio> change_with(const Values& inputs, const Ratio& factor = Ratio(1)) const;

  const PriceEntry& entry_;
  const Calculation& calculation_;
  std::vector<Side> sides_;
  Values inputs_;
  Values slots_;
  std::set<std::string> formula_names_;
  std::set<std::string> subtracted_;
  std::set<std::string> by_new_;
  std::string crossing_;
  bool asks_a_table_ = false;
  bool holds_a_number_ = false;
};

}  // namespace pricetalk
