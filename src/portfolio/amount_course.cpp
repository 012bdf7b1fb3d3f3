#include "portfolio/amount_course.hpp"

#include <algorithm>
#include <string>

#include "explain/worksheet.hpp"
#include "number/size.hpp"
#include "simulation/beside.hpp"

namespace pricetalk {

namespace {

/// Prices that stand for those of a course: no two are alike, so that no two pieces are taken
/// together whose prices may differ.
PriceSchedule stand_ins(const Contract& contract, const Line& line,
                        const std::vector<Date>& dates) {
  PriceSchedule made{&line, 0, {}, &contract, {}, {}};
  for (std::size_t i = 0; i < dates.size(); ++i) {
    PriceEntry entry;
    entry.date = entry.from = dates[i];
    entry.price = Ratio(i + 1);
    entry.address = {"#" + std::to_string(i)};
    made.entries.push_back(std::move(entry));
  }
  return made;
}

/// The line with a quantity of which one number is 1 and all others are 0.
Line with_unit(Line line, std::size_t variable) {
  std::size_t at = 0;
  for (QuantityValue::From& each : line.quantity->value.rates)
    for (Decimal& value : each.rate.values) value = Decimal(at++ == variable ? 1 : 0, 0);
  return line;
}

class OpenAmounts {
 public:
  OpenAmounts(LedgerRequest request, const Line& line, const std::vector<Date>& dates)
      : request_(std::move(request)),
        line_(line),
        schedules_{stand_ins(*request_.contract, line, dates)} {
    request_.schedules = &schedules_;
    numbers_ = numbers_of(line.quantity->value);
    for (std::size_t i = 0; i < numbers_.size(); ++i) units_.push_back(with_unit(line, i));
  }

  AmountCourse run() && {
    LinePrices prices(request_, line_);
    for (std::size_t i = 0; i < request_.periods.size() && made_.refused.empty(); ++i)
      charge_period(prices.charge_of(i));
    return std::move(made_);
  }

 private:
  void charge_period(const ChargeRequest& request) {
    CourseAmount amount;
    Worksheet sheet(request_.contract->currency);
    const auto charged = charge(sheet, request);
    if (charged) {
      const Derivation why = sheet.derivation();
      const Varying varying = open(why, request);
      if (!made_.refused.empty()) return;
      amount.made = specialise(*why.calculation, why.tape, varying, charged->amount);
      if (!amount.made && why.tape.determined(charged->amount))
        return refuse({"a factor of very many decimals", "een factor met heel veel decimalen"});
      if (!amount.made)
        return refuse({"an amount that is not determined", "een bedrag dat niet vaststaat"});
      // The amounts of most periods have one shape; they share its text, so that it is known at
      // once.
      if (amount.made->of_shape(shape_)) amount.made->shape = shape_;
      shape_ = amount.made->shape;
      for (const Specialised::Read& read : amount.made->reads)
        amount.reads.push_back(
            read.leaf == no_node
                ? CourseAmount::Read{false, read.variable}
                : CourseAmount::Read{
                      true, price_of(why.inputs[why.calculation->nodes[read.leaf].a]).value_or(0)});
    }
    made_.periods.push_back(std::move(amount));
  }

  /// Which inputs are prices and quantities of the line.
  Varying open(const Derivation& why, const ChargeRequest& request) {
    const std::vector<Piece> cut =
        pieces(*request.contract, line_, *request.prices, request.invoice, request.part);
    Varying varying{std::vector<bool>(why.inputs.size(), false), {}};
    std::size_t piece = 0;
    for (std::size_t input = 0; input < why.inputs.size(); ++input) {
      const InputSource& source = why.inputs[input];
      const bool quantity = source.kind == InputSource::Kind::contract;
      varying.inputs[input] = quantity || price_of(source).has_value();
      if (!quantity) continue;
      const auto sum = piece < cut.size() ? sum_of(cut[piece++]) : std::nullopt;
      if (!sum || !is(*sum, why, input)) {
        refuse({"a quantity that is not a sum of what the contract states",
                "een hoeveelheid die geen som is van wat het contract noemt"});
        return varying;
      }
      varying.sums[input] = *sum;
    }
    return varying;
  }

  static std::optional<std::size_t> price_of(const InputSource& source) {
    if (source.kind != InputSource::Kind::earlier_price || !source.address.starts_with('#'))
      return std::nullopt;
    return static_cast<std::size_t>(std::stoul(source.address.substr(1)));
  }

  /// How the quantity of a piece is made of the numbers of the contract: it is linear in them, so
  /// that each number's part is what the contract would give if it were 1 and the others 0.
  std::optional<LinearSum> sum_of(const Piece& piece) const {
    LinearSum made;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      Ratio part(0);
      if (piece.once) {
        for (const OnceInside& one : once_inside(units_[i], piece.days)) part = part + one.quantity;
      } else {
        part = regular_quantity(units_[i], piece.days);
      }
      if (part.is_zero()) continue;
      const auto written = fraction(part);
      if (!written || written->numerator > Decimal::largest_mantissa ||
          written->denominator > Decimal::largest_mantissa)
        return std::nullopt;
      made.terms.push_back({i, Decimal(written->numerator, 0), Decimal(written->denominator, 0)});
    }
    return made;
  }

  bool is(const LinearSum& sum, const Derivation& why, std::size_t input) const {
    Ratio value(0);
    for (const LinearSum::Term& term : sum.terms)
      value = value + Ratio(numbers_[term.variable]) * Ratio(term.times) / Ratio(term.over);
    const Calculation& c = *why.calculation;
    for (NodeId id = 0; id < c.nodes.size(); ++id)
      if (c.nodes[id].op == Op::input && c.nodes[id].a == input)
        return why.tape.determined(id) && why.tape.value(id) == value;
    return false;
  }

  void refuse(Phrase why) { made_.refused = std::move(why); }

  LedgerRequest request_;
  const Line& line_;
  std::vector<PriceSchedule> schedules_;
  std::vector<Decimal> numbers_;
  std::vector<Line> units_;
  std::shared_ptr<const std::string> shape_;  ///< of the amount before
  AmountCourse made_;
};

/// Whether it is a price and a number of the line, and nothing else, that is multiplied or so.
bool of_price_and_number(const CourseAmount& amount) {
  return amount.made->known.empty() && amount.reads.size() == 2 &&
         amount.reads[0].price != amount.reads[1].price;
}

class Stretches {
 public:
  Stretches(const AmountCourse& course, std::span<const std::size_t> parts)
      : course_(course), parts_(parts) {}

  SummedAmounts run() && {
    for (std::size_t at = 0; at < course_.periods.size();) {
      SummedAmounts::Stretch next{parts_[at], at, at + 1};
      if (course_.periods[at].made) {
        if (of_price_and_number(course_.periods[at])) take_products(next);
        made_.stretches.push_back(next);
      }
      at = next.end;
    }
    return std::move(made_);
  }

 private:
  void take_products(SummedAmounts::Stretch& next) {
    const CourseAmount& first = course_.periods[next.first];
    next.products = true;
    next.price_first = first.reads[0].price;
    const std::size_t price = next.price_first ? 0 : 1;
    next.price = first.reads[price].at;
    while (next.end < course_.periods.size() && parts_[next.end] == next.part &&
           is_like(course_.periods[next.end], first, price))
      ++next.end;
    std::vector<std::size_t> numbers;
    for (std::size_t at = next.first; at < next.end; ++at)
      numbers.push_back(course_.periods[at].reads[1 - price].at);
    const auto known = std::find(made_.numbers.begin(), made_.numbers.end(), numbers);
    next.numbers = static_cast<std::size_t>(known - made_.numbers.begin());
    if (known == made_.numbers.end()) made_.numbers.push_back(std::move(numbers));
  }

  static bool is_like(const CourseAmount& amount, const CourseAmount& first, std::size_t price) {
    return amount.made && of_price_and_number(amount) && amount.reads[price].price &&
           amount.reads[price].at == first.reads[price].at &&
           amount.made->of_shape(first.made->shape);
  }

  const AmountCourse& course_;
  std::span<const std::size_t> parts_;
  SummedAmounts made_;
};

}  // namespace

SummedAmounts summed(const AmountCourse& course, std::span<const std::size_t> parts) {
  return Stretches(course, parts).run();
}

AmountCourse amount_course(const LedgerRequest& request, const Line& line,
                           const std::vector<Date>& dates) {
  return OpenAmounts(request, line, dates).run();
}

std::vector<Decimal> numbers_of(const QuantityValue& quantity) {
  std::vector<Decimal> made;
  for (const QuantityValue::From& each : quantity.rates)
    made.insert(made.end(), each.rate.values.begin(), each.rate.values.end());
  return made;
}

void set_numbers(QuantityValue& quantity, const std::vector<Decimal>& numbers) {
  auto next = numbers.begin();
  for (QuantityValue::From& each : quantity.rates)
    for (Decimal& value : each.rate.values) value = *next++;
}

}  // namespace pricetalk
