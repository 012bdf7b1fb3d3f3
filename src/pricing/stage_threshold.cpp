#include "pricing/lowering.hpp"

namespace pricetalk {

/// Step 4 of the ladder: a change that does not reach the threshold is no step, and nothing of it
/// is remembered.
void Lowering::threshold(NodeId& change) {
  if (!ladder_.threshold) return;
  const Threshold& t = *ladder_.threshold;
  const IndexRead* read = clause_.find(t.index);
  const bool since_last = t.since.value == Since::last_adjustment;
  NodeId limit = builder_.constant(t.limit.value, t.limit.points ? Form::plain : Form::percent);
  NodeId tested = change;
  NodeId limit_of_change = limit;  // the limit as a change, for `excess`
  const auto rounding = settled(t.rounding.value, 0);
  if (t.limit.points) {
    const NodeId reference_value = since_last ? used_last(*read) : reference(*read);
    tested = builder_.sub(observation(*read), reference_value);
    if (rounding) limit = builder_.round(limit, *rounding);
    limit_of_change = builder_.div(limit, reference_value);
  } else if (rounding && read != nullptr) {
    tested = builder_.sub(observation(*read), reference(*read));
    limit = builder_.round(builder_.mul(reference(*read), limit), *rounding);
  } else {
    if (clause_.compounding.value == Compounding::base && since_last) {
      const NodeId last = builder_.add(builder_.one(), builder_.slot(Slot::m_last));
      tested =
          builder_.sub(builder_.div(builder_.add(builder_.one(), change), last), builder_.one());
      tested = builder_.named(tested, Role::change_since, t.where);
    }
    if (t.tested_on.value == TestedOn::price) tested = passed_on(tested);
  }
  limit = builder_.named(limit, Role::threshold, t.where);
  const NodeId size = builder_.magnitude(tested);
  builder_.outputs().threshold_limit = limit;
  builder_.outputs().threshold_tested = tested;
  // A decision is taken whatever the threshold says.
  if (!decided_by(DecisionKind::reduced) && !decided_by(DecisionKind::agreed_price))
    builder_.outputs().passes = t.strict
                                    ? builder_.choose(limit, size, builder_.zero(), builder_.one())
                                    : builder_.choose(size, limit, builder_.one(), builder_.zero());
  if (t.then.value == Then::excess) {
    const NodeId up = builder_.sub(change, limit_of_change);
    const NodeId down = builder_.add(change, limit_of_change);
    const NodeId not_down =
        builder_.choose(builder_.zero(), change, change, up);  // nothing of no change
    change = builder_.named(builder_.choose(change, builder_.zero(), not_down, down),
                            Role::threshold_excess, t.where);
  }
}

}  // namespace pricetalk
