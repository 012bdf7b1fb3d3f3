#include "pricing/lowering.hpp"

// Roundings of the ladder keep to its limits: a cap is a promise, and so is a floor.

namespace pricetalk {

/// Whether a rounding asks for a limit. What was decided is known whatever the figures of a limit
/// say, so a decided step asks only for one that is a plain number.
bool Lowering::asked(NodeId limit) const {
  if (limit == no_node) return false;
  const bool decided = decided_by(DecisionKind::reduced);
  return !decided || builder_.so_far().nodes[limit].op == Op::constant;
}

/// Whether one plus a limit lies on the rounding grid. Every mode is monotone and keeps grid
/// points, so rounding can then never pass the limit.
bool Lowering::on_grid(NodeId limit, const Rounding& rounding) const {
  const Calculation& c = builder_.so_far();
  if (clause_.compounding.value == Compounding::base || c.nodes[limit].op != Op::constant)
    return false;
  const Ratio edge = Ratio(1) + Ratio(c.constants[c.nodes[limit].a].value);
  const auto steps = (edge / Ratio(rounding.step)).exact_decimal();
  return steps && steps->scale() == 0;
}

/// A rounding that would lift the value above an end goes down instead, below an end up; the upper
/// end counts first. A value that lies beyond an end already was not lifted.
NodeId Lowering::rounded_within(NodeId exact, const Rounding& rounding, const Ends& ends) {
  NodeId rounded = builder_.round(exact, rounding);
  // A step of its own, because the words of the rounding say another direction.
  const auto turned = [&](RoundingMode mode, Phrase why) {
    const NodeId node = builder_.round(exact, {mode, rounding.step});
    return builder_.named(builder_.max(node, node), std::move(why));
  };
  if (ends.low != no_node) {
    const NodeId up = turned(RoundingMode::ceiling,
                             {"rounded up, because the rounding would pass the lower limit",
                              "naar boven afgerond, omdat de afronding onder de grens zou komen"});
    rounded =
        builder_.choose(rounded, ends.low, rounded, builder_.choose(exact, ends.low, up, rounded));
  }
  if (ends.high != no_node) {
    const NodeId down =
        turned(RoundingMode::floor,
               {"rounded down, because the rounding would pass the upper limit",
                "naar beneden afgerond, omdat de afronding boven de grens zou komen"});
    rounded = builder_.choose(ends.high, rounded, rounded,
                              builder_.choose(ends.high, exact, down, rounded));
  }
  return rounded;
}

Lowering::Ends Lowering::ends_of_coefficient(const Rounding& rounding) {
  const auto end = [&](NodeId limit) {
    if (!asked(limit) || on_grid(limit, rounding)) return no_node;
    const NodeId changed = builder_.add(builder_.one(), limit);
    return clause_.compounding.value == Compounding::previous
               ? changed
               : builder_.div(builder_.mul(now_, changed), base_);
  };
  return {end(floor_), end(cap_)};
}

Lowering::Ends Lowering::ends_of_increase() {
  const auto end = [&](NodeId limit) {
    if (!asked(limit)) return no_node;
    return builder_.sub(builder_.mul(now_, builder_.add(builder_.one(), limit)), base_);
  };
  return {end(floor_), end(cap_)};
}

/// In percent and in money.
Lowering::Ends Lowering::ends_of_price() {
  const Limits& limits = ladder_.limits;
  const auto end = [&](NodeId limit) {
    if (!asked(limit)) return no_node;
    return builder_.mul(now_, builder_.add(builder_.one(), limit));
  };
  const auto money = [&](const Stated<Decimal>& stated) {
    return builder_.constant(stated.value, Form::money);
  };
  Ends ends{end(floor_), end(cap_)};
  const auto no_higher = [&](NodeId price) {
    ends.high = ends.high == no_node ? price : builder_.min(ends.high, price);
  };
  if (limits.largest_increase) no_higher(builder_.add(now_, money(*limits.largest_increase)));
  if (limits.highest_price) no_higher(money(*limits.highest_price));
  if (limits.lowest_price) {
    const NodeId price = money(*limits.lowest_price);
    ends.low = ends.low == no_node ? price : builder_.max(ends.low, price);
  }
  return ends;
}

/// The last rounding of a price. To whole cents it may pass a limit by less than a cent, because
/// nobody pays half a cent; then a step of its own says so. A coarser one keeps to the limits.
NodeId Lowering::last_rounding(NodeId exact, const Rounding& rounding) {
  const Ends ends = ends_of_price();
  const Decimal cent(1, currency().minor_decimals());
  if (ladder_.rounding.price_within_limits || rounding.step > cent)
    return rounded_within(exact, rounding, ends);
  const NodeId rounded = builder_.round(exact, rounding);
  const auto passed = [&](const char* en, const char* nl) {
    const auto less = [&](const char* words, Language language) {
      return words + decimal_text(rounding.step, language) + ")";
    };
    return builder_.named(
        builder_.max(rounded, rounded), Phrase{less(en, Language::en), less(nl, Language::nl)},
        ladder_.rounding.price.where.value_or(Span{}), ladder_.rounding.price.by_default());
  };
  NodeId price = rounded;
  if (ends.low != no_node)
    price = builder_.choose(rounded, ends.low, price,
                            builder_.choose(exact, ends.low,
                                            passed("rounded to just below its limit (by less than ",
                                                   "afgerond tot vlak onder de grens (minder dan "),
                                            price));
  if (ends.high != no_node)
    price = builder_.choose(ends.high, rounded, price,
                            builder_.choose(ends.high, exact,
                                            passed("rounded to just above its limit (by less than ",
                                                   "afgerond tot vlak boven de grens (minder dan "),
                                            price));
  return price;
}

}  // namespace pricetalk
