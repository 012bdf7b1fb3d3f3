#include <algorithm>

#include "explain/worksheet.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

namespace {

struct Group {
  Currency currency;
  Vat vat;
};

/// The sum of one part (contracted, renewal, both) of several runs.
class JointSum {
 public:
  JointSum(Worksheet& sheet, std::string address) : sheet_(sheet), address_(std::move(address)) {}

  void add(const Simulation& simulation, const Total& part) {
    known_.push_back(sheet_.given(part.known, same(simulation.title)));
    open_ += part.open;
    if (part.open == 0) {
      all_.push_back(known_.back());
      return;
    }
    InputSource source{.kind = InputSource::Kind::given,
                       .text = same(simulation.title),
                       .figure = {},
                       .where = {},
                       .address = part.known.address.text,
                       .fixity = part.known.fixity};
    const Outcome<Ratio> missing = part.figure
                                       ? Outcome<Ratio>(std::get<Money>(part.figure->value).amount)
                                       : Outcome<Ratio>(part.figure.why());
    all_.push_back(sheet_.given(missing, same(simulation.title), std::move(source)));
  }

  Total total() {
    const Phrase words{"all contracts together", "alle contracten samen"};
    const NodeId all = sheet_.sum(all_, words);
    const NodeId known = open_ == 0 ? all : sheet_.sum(known_, words);
    return {sheet_.money(all, address_),
            *sheet_.money(known, address_ + (open_ == 0 ? "" : "/known")), open_};
  }

 private:
  Worksheet& sheet_;
  std::string address_;
  std::vector<NodeId> all_;
  std::vector<NodeId> known_;
  int open_ = 0;
};

JointTotal joint(const std::vector<Simulation>& simulations, const Group& group,
                 const std::string& future, const std::string& alternative) {
  JointTotal made{group.currency, group.vat, future, alternative, 0, 0, {}, {}, {}};
  Worksheet sheet(group.currency);
  const std::string vat = group.vat == Vat::included ? "-with-vat" : "";
  const std::string name =
      "all/" + std::string(group.currency.code()) + vat + "/" + future + "/" + alternative;
  JointSum contracted(sheet, name + "/contracted");
  JointSum renewal(sheet, name + "/renewal");
  JointSum both(sheet, name);
  JointSum contracted_more(sheet, name + "/difference/contracted");
  JointSum renewal_more(sheet, name + "/difference/renewal");
  JointSum more(sheet, name + "/difference");
  for (const Simulation& simulation : simulations) {
    if (simulation.currency != group.currency || simulation.vat != group.vat) continue;
    const Run* run = simulation.find(future, alternative);
    if (run != nullptr) ++made.about;
    if (run == nullptr) run = simulation.find(future, as_it_is);
    if (run == nullptr) continue;
    ++made.contracts;
    contracted_more.add(simulation, run->difference.contracted);
    renewal_more.add(simulation, run->difference.renewal);
    more.add(simulation, run->difference.with_renewal);
    contracted.add(simulation, run->total.contracted);
    renewal.add(simulation, run->total.renewal);
    both.add(simulation, run->total.with_renewal);
  }
  made.total.contracted = contracted.total();
  made.total.renewal = renewal.total();
  made.total.with_renewal = both.total();
  made.difference.contracted = contracted_more.total();
  made.difference.renewal = renewal_more.total();
  made.difference.with_renewal = more.total();
  made.sums = sheet.derivation();
  return made;
}

void add_new(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more)
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

}  // namespace

std::vector<JointTotal> joint_totals(const std::vector<Simulation>& simulations) {
  std::vector<Group> groups;
  for (const Simulation& s : simulations)
    if (std::none_of(groups.begin(), groups.end(),
                     [&](const Group& g) { return g.currency == s.currency && g.vat == s.vat; }))
      groups.push_back({s.currency, s.vat});
  std::vector<JointTotal> made;
  for (const Group& group : groups) {
    std::vector<std::string> futures;
    std::vector<std::string> alternatives;
    for (const Simulation& s : simulations) {
      if (s.currency != group.currency || s.vat != group.vat) continue;
      add_new(futures, s.futures);
      add_new(alternatives, s.alternatives);
    }
    for (const std::string& future : futures)
      for (const std::string& alternative : alternatives)
        made.push_back(joint(simulations, group, future, alternative));
  }
  return made;
}

}  // namespace pricetalk
