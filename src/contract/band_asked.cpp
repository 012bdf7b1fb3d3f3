#include "contract/band_asked.hpp"

#include "contract/formula.hpp"

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
      found.push_back({kind_of_value(e.operands[0], ladder_, clause_), step_of(e.operands[0]),
                       index_of(e.operands[0]), e.operands[0].kind == Expression::Kind::sub});
    for (const Expression& operand : e.operands) read(operand, found);
  }

  static bool is_named(const Expression& e, const std::string& name) {
    return e.kind == Expression::Kind::name && e.name == name;
  }
  std::string index_of(const Expression& e) const {
    if (e.kind == Expression::Kind::name) {
      if (const Expression* value = line_of(ladder_, e.name)) return index_of(*value);
      return clause_.find(e.name) != nullptr ? e.name : std::string();
    }
    if (e.kind == Expression::Kind::sub) {
      const std::string index = index_of(e.operands[0]);
      return !index.empty() && is_named(e.operands[1], index + "0") ? index : std::string();
    }
    return e.kind == Expression::Kind::round ? index_of(e.operands[0]) : std::string();
  }

  std::optional<Decimal> step_of(const Expression& e) const {
    if (e.kind == Expression::Kind::name)
      if (const Expression* value = line_of(ladder_, e.name)) return step_of(*value);
    if (e.kind == Expression::Kind::negate || (e.kind == Expression::Kind::call && e.name == "abs"))
      return step_of(e.operands[0]);
    if (e.kind != Expression::Kind::round) return std::nullopt;
    if (e.rounding.kind == RoundingRule::Kind::decimals) return Decimal(1, e.rounding.decimals);
    return e.rounding.step;
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
