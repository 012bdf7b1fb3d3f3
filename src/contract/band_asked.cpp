#include "contract/band_asked.hpp"

#include "contract/formula.hpp"
#include "contract/weights.hpp"

namespace pricetalk {

namespace {

/// The questions to one table in the lines of one formula.
class AskedReader {
 public:
  AskedReader(const Clause& clause, const Ladder& ladder, const std::string& table)
      : clause_(clause), ladder_(ladder), table_(table) {}

  void read(std::vector<BandAsked>& found) const {
    for (const Formula::Line& line : ladder_.formula.value.lines) read(line.value, found);
  }

 private:
  void read(const Expression& e, std::vector<BandAsked>& found) const {
    if (e.kind == Expression::Kind::call && e.name == table_ && !e.operands.empty())
      found.push_back({kind_of(e.operands[0]), step_of(e.operands[0])});
    for (const Expression& operand : e.operands) read(operand, found);
  }

  /// The line of that name; nothing for other names.
  const Expression* line(const std::string& name) const {
    for (const Formula::Line& each : ladder_.formula.value.lines)
      if (each.name == name) return &each.value;
    return nullptr;
  }

  std::optional<Decimal> step_of(const Expression& e) const {
    if (e.kind == Expression::Kind::name)
      if (const Expression* value = line(e.name)) return step_of(*value);
    if (e.kind == Expression::Kind::negate || (e.kind == Expression::Kind::call && e.name == "abs"))
      return step_of(e.operands[0]);
    if (e.kind != Expression::Kind::round) return std::nullopt;
    if (e.rounding.kind == RoundingRule::Kind::decimals) return Decimal(1, e.rounding.decimals);
    return e.rounding.step;
  }

  BandAsked::Kind kind_of(const Expression& e) const {
    if (e.kind == Expression::Kind::name)
      if (const Expression* value = line(e.name)) return kind_of(*value);
    if (e.kind == Expression::Kind::round || e.kind == Expression::Kind::negate ||
        (e.kind == Expression::Kind::call && e.name == "abs"))
      return kind_of(e.operands[0]);
    if (is_ratio(e)) return BandAsked::Kind::ratio;
    const bool less_one = e.kind == Expression::Kind::sub &&
                          e.operands[1].kind == Expression::Kind::number &&
                          e.operands[1].number == Decimal(1, 0) && is_ratio(e.operands[0]);
    return less_one || is_share_of_reference(e) ? BandAsked::Kind::change : BandAsked::Kind::other;
  }
  bool is_ratio(const Expression& e) const {
    const auto weight = sum_of_weights(e, ladder_, clause_);
    return weight && weight->moves && weight->total == Ratio(1);
  }
  /// `(S - S0)/S0`.
  bool is_share_of_reference(const Expression& e) const {
    return e.kind == Expression::Kind::div && e.operands[0].kind == Expression::Kind::sub &&
           e.operands[1].kind == Expression::Kind::name &&
           e.operands[0].operands[0].kind == Expression::Kind::name &&
           e.operands[0].operands[1].kind == Expression::Kind::name &&
           e.operands[0].operands[1].name == e.operands[1].name &&
           e.operands[1].name == e.operands[0].operands[0].name + "0";
  }

  const Clause& clause_;
  const Ladder& ladder_;
  const std::string& table_;
};

}  // namespace

std::vector<BandAsked> asked_of(const Clause& clause, const std::string& table) {
  std::vector<BandAsked> found;
  for (const DatedLadder& dated : clause.ladders)
    AskedReader(clause, dated.ladder, table).read(found);
  return found;
}

}  // namespace pricetalk
