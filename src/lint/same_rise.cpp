#include "lint/same_rise.hpp"

#include <algorithm>

#include "contract/accepted.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr const char* code_of_twice = "W0138";

bool read_the_same(const IndexRead& one, const IndexRead& other) {
  return one.symbol == other.symbol && one.series.value.value == other.series.value.value &&
         one.use.value == other.use.value && one.base.value == other.base.value;
}

bool run_on_the_same_days(const Schedule& one, const Schedule& other) {
  const auto day = [](const auto& stated) {
    using Value = decltype(stated->value);
    return stated ? std::optional<Value>(stated->value) : std::nullopt;
  };
  const auto same = [](const Stated<Date>& a, const Stated<Date>& b) { return a.value == b.value; };
  const auto& on = one.on.value.day;
  const auto& at = other.on.value.day;
  const bool same_day =
      on.has_value() == at.has_value() && (!on || (on->month == at->month && on->day == at->day));
  return day(one.every) == day(other.every) && day(one.first) == day(other.first) && same_day &&
         one.at_delivery == other.at_delivery &&
         std::equal(one.dates.begin(), one.dates.end(), other.dates.begin(), other.dates.end(),
                    same);
}

/// One formula for all time, of which nothing is left out.
bool is_whole(const Clause& clause) {
  return clause.ladders.size() == 1 && !clause.ladders.front().ladder.pass_through.where &&
         !clause.reads.empty();
}

bool charge_the_same(const Clause& one, const Clause& other) {
  if (!is_whole(one) || !is_whole(other)) return false;
  const Formula& formula = one.ladders.front().ladder.formula.value;
  return formula.text == other.ladders.front().ladder.formula.value.text &&
         one.ladders.front().ladder.constants.empty() &&
         other.ladders.front().ladder.constants.empty() && one.tables.empty() &&
         other.tables.empty() && run_on_the_same_days(one.when, other.when) &&
         std::equal(one.reads.begin(), one.reads.end(), other.reads.begin(), other.reads.end(),
                    read_the_same);
}

Doubt in_words(const Contract& contract, const Line& line, const Clause& one, const Clause& other) {
  const auto title = [&](Language language) {
    const std::string made =
        say(language, "clause '" + other.id + "' charges what clause '" + one.id + "' charges too",
            "clausule '" + other.id + "' berekent wat clausule '" + one.id + "' ook berekent");
    if (other.surcharge || line.prices.empty()) return made;
    const Ratio price(line.prices.front().original.value);
    const Ratio rise(Decimal(103, 2));
    const int decimals = line.price_decimals(contract.currency);
    const auto money = [&](const Ratio& amount) {
      return money_text({round(amount, Rounding::decimals(decimals)), contract.currency}, language);
    };
    return made +
           say(language, ": when the figures rise by 3%, ",
               ": stijgen de cijfers met 3%, dan gaat de prijs van ") +
           money(price) + say(language, " becomes ", " naar ") + money(price * rise * rise) +
           say(language, " instead of ", " in plaats van naar ") + money(price * rise);
  };
  return {code_of_twice,
          other.where,
          {title(Language::en), title(Language::nl)},
          unless_accepted(code_of_twice, {"name one of both at line '" + line.id + "'",
                                          "noem er één van beide bij regel '" + line.id + "'"})};
}

}  // namespace

std::vector<Doubt> rises_charged_by_two(const Contract& contract) {
  std::vector<Doubt> found;
  const auto look_at = [&](const Line& line, const std::vector<std::size_t>& list) {
    for (std::size_t i = 0; i < list.size(); ++i)
      for (std::size_t k = i + 1; k < list.size(); ++k) {
        const Clause& one = contract.clauses[list[i]];
        const Clause& other = contract.clauses[list[k]];
        const bool known = std::any_of(found.begin(), found.end(), [&](const Doubt& each) {
          return each.where == other.where;
        });
        if (list[i] == list[k] || known || accepts(one.accepts, code_of_twice) ||
            accepts(other.accepts, code_of_twice) || !charge_the_same(one, other))
          continue;
        found.push_back(in_words(contract, line, one, other));
      }
  };
  for (const Line& line : contract.lines) {
    if (line.follows) continue;
    if (line.parts.empty()) look_at(line, line.clauses);
    look_at(line, line.surcharges);
  }
  return found;
}

}  // namespace pricetalk
