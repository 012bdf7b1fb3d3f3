#include "pricing/lowering.hpp"

namespace pricetalk {

/// Step 5 of the ladder: a share of the change, or knees summed band by band; decreases take the
/// first share.
NodeId Lowering::passed_on(NodeId change) {
  const auto& knees = ladder_.pass_through.value.knees;
  const auto share = [&](std::size_t i) {
    return builder_.constant(*knees[i].share.as_fraction().exact_decimal(), Form::percent);
  };
  const bool everything = knees.size() == 1 && knees.front().share.as_fraction() == Ratio(1);
  NodeId passed = change;
  if (knees.size() == 1 && !everything) {
    passed = builder_.mul(share(0), change);
  } else if (knees.size() > 1) {
    std::vector<NodeId> bands;
    NodeId from = builder_.zero();
    for (std::size_t i = 0; i < knees.size(); ++i) {
      NodeId part = builder_.max(change, from);
      if (knees[i].up_to) {
        const NodeId up_to =
            builder_.constant(*knees[i].up_to->as_fraction().exact_decimal(), Form::percent);
        part = builder_.min(part, up_to);
        bands.push_back(builder_.mul(share(i), builder_.sub(part, from)));
        from = up_to;
      } else {
        bands.push_back(builder_.mul(share(i), builder_.sub(part, from)));
      }
    }
    passed = builder_.choose(change, builder_.zero(), builder_.sum(bands),
                             builder_.mul(share(0), change));
  }
  if (!everything)
    passed = builder_.named(passed, Role::passed_on, ladder_.pass_through.where.value_or(Span{}));
  return passed;
}

NodeId Lowering::pass_through(NodeId change) {
  const NodeId passed = passed_on(change);
  builder_.outputs().passed = passed;
  return passed;
}

}  // namespace pricetalk
