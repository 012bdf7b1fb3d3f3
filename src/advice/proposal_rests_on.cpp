#include "advice/proposal_rests_on.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

class Assuming {
 public:
  explicit Assuming(const RestsOn& rests) : r_(rests), sheet_(*rests.sheet) {}

  std::vector<Assumption> all() {
    const SupplierSide& side = *r_.side;
    const InnovationTerms& terms = *r_.chosen->innovation;
    const bool one = r_.chosen->beside.empty();
    const auto measured = measured_saving(terms, r_.input->today);
    std::optional<Stated<Decimal>> saving = measured;
    if (!saving && terms.saving_per_year) saving = terms.saving_per_year->cautious;
    comes_in("saving",
             measured ? Phrase{"the measured saving", "de gemeten besparing"}
                      : Phrase{"the saving, cautious", "de voorzichtige besparing"},
             discounted(side.saving), one ? saving : std::nullopt);
    comes_in("earned", {"the saving earned before", "de eerder verdiende besparing"},
             discounted(side.earned), {});
    goes_out("running", {"the running cost", "de jaarlijkse kosten"}, discounted(side.running),
             one ? terms.running_cost_per_year : std::nullopt);
    const bool ours = r_.chosen->earned == nullptr || !r_.chosen->earned->investment;
    goes_out("investment", {"the investment", "de investering"},
             r_.bargain->at_start(*r_.flows, nodes_of(side.investment)),
             one && ours ? terms.investment : std::nullopt);
    goes_out("given-up", {"the indexation that lapses", "de indexatie die vervalt"},
             discounted(side.given_up), {});
    std::stable_sort(made_.begin(), made_.end(), [](const Assumption& a, const Assumption& b) {
      return amount_of(b.amount.figure) < amount_of(a.amount.figure);
    });
    return std::move(made_);
  }

 private:
  NodeId discounted(const std::vector<Explained>& row) {
    return r_.bargain->discounted(*r_.flows, nodes_of(row), {});
  }

  void comes_in(const std::string& what, const Phrase& name, NodeId amount,
                const std::optional<Stated<Decimal>>& stated) {
    add(what, name, amount, stated, true);
  }
  void goes_out(const std::string& what, const Phrase& name, NodeId amount,
                const std::optional<Stated<Decimal>>& stated) {
    add(what, name, amount, stated, false);
  }

  /// A tenth worse: of what comes in a tenth less, of what goes out a tenth more.
  void add(const std::string& what, const Phrase& name, NodeId amount,
           const std::optional<Stated<Decimal>>& stated_amount, bool in) {
    if (!r_.bargain->positive(amount)) return;
    const std::string at = "rests-on/" + what + "/";
    Assumption made;
    made.name = name;
    made.amount = r_.bargain->amount(amount, at + "amount", name);
    const NodeId tenth = sheet_.div(amount, sheet_.constant(Decimal(10, 0)));
    made.then = r_.bargain->amount(sheet_.sub(r_.result, tenth), at + "a-tenth-worse",
                                   {"our result when it comes out a tenth worse",
                                    "ons resultaat als het een tiende tegenvalt"});
    const Ratio result = *sheet_.value(r_.result);
    const Ratio size = *sheet_.value(amount);
    const bool turns = result.sign() >= 0 && (!in || result < size);
    if (turns) {
      made.margin =
          r_.bargain->percent(r_.result, amount, RoundingMode::floor, at + "margin",
                              {"how much worse it may come out before we lose, in percent",
                               "hoeveel het mag tegenvallen voordat wij verliezen, in procent"});
      if (stated_amount) limit(made, at, amount, *stated_amount, in);
    }
    made_.push_back(std::move(made));
  }

  /// The stated amount at which our result is nothing.
  void limit(Assumption& made, const std::string& at, NodeId amount,
             const Stated<Decimal>& stated_amount, bool in) {
    const NodeId part = sheet_.div(r_.result, amount);
    const NodeId one = sheet_.constant(Decimal(1, 0));
    const NodeId node = sheet_.mul(stated(sheet_, stated_amount, made.name),
                                   in ? sheet_.sub(one, part) : sheet_.add(one, part));
    const Phrase label =
        in ? Phrase{"the least with which we do not lose", "het minste waarbij wij niet verliezen"}
           : Phrase{"the most with which we do not lose", "het hoogste waarbij wij niet verliezen"};
    const NodeId rounded =
        sheet_.round(node,
                     Rounding::decimals(sheet_.currency().minor_decimals(),
                                        in ? RoundingMode::ceiling : RoundingMode::floor),
                     label);
    made.limit = r_.bargain->amount(rounded, at + "limit", label);
  }

  const RestsOn& r_;
  Worksheet& sheet_;
  std::vector<Assumption> made_;
};

}  // namespace

std::vector<Assumption> assumptions_of(const RestsOn& rests) { return Assuming(rests).all(); }

}  // namespace pricetalk
