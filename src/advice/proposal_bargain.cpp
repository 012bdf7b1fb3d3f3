#include "advice/proposal_bargain.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace pricetalk {

Phrase of_period(const Phrase& label, const Phrase& period) {
  return {label.en + ", " + period.en, label.nl + ", " + period.nl};
}

const Phrase& words(SavingCase saving) {
  static const Phrase table[] = {
      {"cautious", "voorzichtig"}, {"expected", "verwacht"}, {"optimistic", "gunstig"}};
  return table[static_cast<std::size_t>(saving)];
}

Bargain::Bargain(Worksheet& sheet, Percent rate, std::string address)
    : sheet_(sheet), rate_(rate), address_(std::move(address)) {}

NodeId Bargain::factor(int year_end) {
  const NodeId one = sheet_.constant(Decimal(1, 0));
  if (factors_.empty()) {
    const InputSource source{
        .kind = InputSource::Kind::given,
        .text = {"the scenario's discount_rate", "discount_rate van het scenario"},
        .figure = {},
        .where = {},
        .address = {},
        .fixity = Fixity::fixed};
    const NodeId rate = sheet_.given(Outcome<Ratio>(rate_.as_fraction()),
                                     {"discount rate a year", "rente per jaar om terug te rekenen"},
                                     source, Form::percent);
    factors_ = {one, sheet_.add(one, rate)};
  }
  while (factors_.size() <= static_cast<std::size_t>(year_end))
    factors_.push_back(sheet_.mul(factors_.back(), factors_[1]));
  return factors_[static_cast<std::size_t>(year_end)];
}

bool Bargain::positive(NodeId node) const {
  const Outcome<Ratio> value = sheet_.value(node);
  return value && value->sign() > 0;
}

NodeId Bargain::total(const std::vector<NodeId>& nodes) {
  return nodes.empty() ? sheet_.constant(Decimal(0, 2), Form::money) : sheet_.sum(nodes);
}

Explained Bargain::amount(NodeId node, const std::string& what, Phrase label) {
  const NodeId rounded = sheet_.round(node, sheet_.currency().rounding(), label);
  const auto figure = sheet_.money(rounded, address_ + "/" + what);
  // Undetermined sums were refused before; what is left is too long to be written.
  if (!figure) throw Overflow();
  return {*figure, std::move(label), rounded};
}

Explained Bargain::percent(NodeId part, NodeId whole, RoundingMode mode, const std::string& what,
                           Phrase label) {
  const NodeId hundredfold = sheet_.mul(sheet_.div(part, whole), sheet_.constant(Decimal(100, 0)));
  const NodeId rounded = sheet_.round(hundredfold, Rounding::decimals(1, mode), label);
  const Outcome<Ratio> exact = sheet_.value(rounded);
  if (!exact) throw Overflow();  // as in `amount`
  const Decimal value = round(*exact, Rounding::decimals(1));
  return {Figure{Percent{value}, Address{address_ + "/" + what}, sheet_.fixity(rounded)},
          std::move(label), rounded};
}

std::vector<Explained> Bargain::row(const Flows& flows, const std::vector<NodeId>& nodes,
                                    const std::string& what, const Phrase& label) {
  std::vector<Explained> made;
  for (std::size_t i = 0; i < nodes.size(); ++i)
    made.push_back(
        amount(nodes[i], what + "/" + std::to_string(i + 1), of_period(label, flows.periods[i])));
  return made;
}

NodeId Bargain::discounted(const Flows& flows, const std::vector<NodeId>& amounts,
                           const Phrase& label) {
  std::vector<NodeId> nodes;
  for (std::size_t i = 0; i < amounts.size(); ++i)
    nodes.push_back(flows.year_ends[i] == 0 ? amounts[i]
                                            : sheet_.div(amounts[i], factor(flows.year_ends[i])));
  return nodes.empty() ? total(nodes) : sheet_.sum(nodes, label);
}

NodeId Bargain::at_start(const Flows& flows, const std::vector<NodeId>& amounts) {
  Flows started = flows;
  for (int& end : started.year_ends) end = std::max(0, end - 1);
  return discounted(started, amounts, {});
}

std::vector<NodeId> Bargain::ours(const Flows& flows, const std::vector<NodeId>& amounts) {
  if (flows.with_vat == no_node) return amounts;
  std::vector<NodeId> made;
  for (const NodeId node : amounts) made.push_back(sheet_.div(node, flows.with_vat));
  return made;
}

std::vector<NodeId> nodes_of(const std::vector<Explained>& row) {
  std::vector<NodeId> nodes;
  for (const Explained& each : row) nodes.push_back(each.node);
  return nodes;
}

namespace {

/// Two rows of amounts as one; either may be empty.
std::vector<NodeId> both(Worksheet& sheet, const std::vector<NodeId>& a,
                         const std::vector<NodeId>& b) {
  if (a.empty() || b.empty()) return a.empty() ? b : a;
  std::vector<NodeId> made;
  for (std::size_t i = 0; i < a.size(); ++i) made.push_back(sheet.add(a[i], b[i]));
  return made;
}

/// Per period: what comes in less what goes out.
std::vector<NodeId> net(Worksheet& sheet, std::size_t periods,
                        const std::vector<const std::vector<Explained>*>& in,
                        const std::vector<const std::vector<Explained>*>& out) {
  std::vector<NodeId> made;
  for (std::size_t i = 0; i < periods; ++i) {
    NodeId node = no_node;
    for (const auto* row : in)
      if (!row->empty()) node = node == no_node ? (*row)[i].node : sheet.add(node, (*row)[i].node);
    if (node == no_node) node = sheet.constant(Decimal(0, 2), Form::money);
    for (const auto* row : out)
      if (!row->empty()) node = sheet.sub(node, (*row)[i].node);
    made.push_back(node);
  }
  return made;
}

}  // namespace

CustomerSide Bargain::customer(const Flows& flows, const SavingFlows& cautious) {
  CustomerSide side;
  side.waived = row(flows, flows.given_up, "customer/waived", {"no indexation", "geen indexatie"});
  side.reduction = row(flows, flows.reduction, "customer/reduction", {"reduction", "verlaging"});
  side.saving = row(flows, cautious.customer, "customer/saving", {"own saving", "eigen besparing"});
  const auto investment = row(flows, flows.customer_investment, "customer/investment",
                              {"investment of the customer", "investering van de klant"});
  side.gain = row(flows,
                  net(sheet_, flows.periods.size(), {&side.waived, &side.reduction, &side.saving},
                      {&investment}),
                  "customer/gain", {"advantage of the customer", "voordeel klant"});
  side.total_waived = amount(total(nodes_of(side.waived)), "customer/total-waived",
                             {"no indexation, in all", "geen indexatie, samen"});
  side.total_reduction = amount(total(nodes_of(side.reduction)), "customer/total-reduction",
                                {"reduction, in all", "verlaging, samen"});
  side.total = amount(total(nodes_of(side.gain)), "customer/total",
                      {"advantage of the customer, in all", "voordeel klant, samen"});
  const NodeId later = discounted(
      flows, net(sheet_, flows.periods.size(), {&side.waived, &side.reduction, &side.saving}, {}),
      {});
  customer_exact_ =
      investment.empty() ? later : sheet_.sub(later, at_start(flows, nodes_of(investment)));
  side.discounted =
      amount(customer_exact_, "customer/discounted",
             {"advantage of the customer, discounted", "voordeel klant, verdisconteerd"});
  return side;
}

SupplierSide Bargain::supplier(const Flows& flows, const SavingFlows& saving) {
  const char* levels[] = {"cautious", "expected", "optimistic"};
  const std::string at =
      std::string("supplier/") + levels[static_cast<std::size_t>(saving.level)] + "/";
  SupplierSide side;
  side.level = saving.level;
  side.saving = row(flows, saving.supplier, at + "saving", {"saving", "besparing"});
  side.earned = row(flows, saving.earned, at + "earned",
                    {"saving earned before", "eerder verdiende besparing"});
  side.running = row(flows, flows.running, at + "running", {"running cost", "jaarlijkse kosten"});
  side.investment = row(flows, both(sheet_, flows.investment, saving.earned_investment),
                        at + "investment", {"investment", "investering"});
  side.reduction =
      row(flows, flows.reduction_ours, at + "reduction", {"reduction given", "gegeven verlaging"});
  side.given_up = row(flows, ours(flows, flows.given_up), at + "given-up",
                      {"indexation given up", "opgegeven indexatie"});
  const std::size_t periods = flows.periods.size();
  side.gain = row(flows,
                  net(sheet_, periods, {&side.saving, &side.earned},
                      {&side.running, &side.investment, &side.reduction, &side.given_up}),
                  at + "gain", {"our result", "ons resultaat"});
  const std::vector<NodeId> gain = nodes_of(side.gain);
  // The investment is paid at the start and is not discounted.
  const NodeId paid = at_start(flows, nodes_of(side.investment));
  const auto less_investment = [&](const std::vector<NodeId>& amounts, const Phrase& label) {
    const NodeId sum = discounted(flows, amounts, side.investment.empty() ? label : Phrase{});
    return side.investment.empty() ? sum : sheet_.sub(sum, paid, label);
  };
  std::vector<NodeId> cumulative;
  for (const NodeId node : gain)
    cumulative.push_back(cumulative.empty() ? node : sheet_.add(cumulative.back(), node));
  side.cumulative =
      row(flows, cumulative, at + "cumulative", {"our result so far", "ons resultaat tot en met"});
  side.total = amount(total(gain), at + "total", {"our result, in all", "ons resultaat, samen"});
  const NodeId result = less_investment(net(sheet_, periods, {&side.saving, &side.earned},
                                            {&side.running, &side.reduction, &side.given_up}),
                                        {});
  supplier_exact_ = result;
  side.discounted = amount(result, at + "discounted",
                           {"our result, discounted", "ons resultaat, verdisconteerd"});
  if (!saving.earned.empty()) {
    const NodeId earned =
        discounted(flows, net(sheet_, periods, {&side.earned}, {&side.given_up}), {});
    side.if_declined = amount(saving.earned_investment.empty()
                                  ? earned
                                  : sheet_.sub(earned, at_start(flows, saving.earned_investment)),
                              at + "if-declined",
                              {"our result when the innovation is declined, discounted",
                               "ons resultaat als de klant de innovatie niet wil, verdisconteerd"});
  }

  const NodeId whole = discounted(flows, saving.shared.empty() ? saving.whole : saving.shared,
                                  {"saving, discounted", "besparing, verdisconteerd"});
  const bool some = positive(whole);
  // All that goes out less what comes in besides the saving.
  const auto needed = [&](const std::vector<Explained>& besides, const std::string& what,
                          Phrase label) {
    NodeId all = discounted(
        flows, net(sheet_, periods, {&side.running, &side.reduction, &besides}, {&side.earned}),
        {});
    if (!side.investment.empty()) all = sheet_.add(all, paid);
    return percent(all, whole, RoundingMode::ceiling, at + what, std::move(label));
  };
  const NodeId own = discounted(flows, nodes_of(side.saving), {});
  if (positive(own))
    side.slack =
        percent(result, own, RoundingMode::floor, at + "slack",
                {"part of the saving that may fail before we lose, in percent",
                 "deel van de besparing dat mag tegenvallen voordat wij verliezen, in procent"});
  if (some)
    side.share_needed =
        needed(side.given_up, "share-needed",
               {"part of the saving that we need, in percent, to lose nothing",
                "deel van de besparing dat wij nodig hebben, in procent, om niets te verliezen"});
  if (!flows.cost_growth.empty()) {
    const auto growth = row(flows, flows.cost_growth, at + "cost-growth",
                            {"growth of our cost", "stijging van onze kosten"});
    const auto covered = net(sheet_, periods, {&side.saving, &side.earned},
                             {&side.running, &side.reduction, &growth});
    side.discounted_cost = amount(less_investment(covered, {}), at + "discounted-cost",
                                  {"our result against just covering cost, discounted",
                                   "ons resultaat tegenover kostendekkend werken, verdisconteerd"});
    if (some)
      side.share_needed_cost =
          needed(growth, "share-needed-cost",
                 {"part of the saving that we need, in percent, to cover cost growth",
                  "deel van de besparing dat wij nodig hebben, in procent, om de kostenstijging te "
                  "dekken"});
  }
  for (std::size_t i = periods; i-- > 0;) {
    if (sheet_.value(side.cumulative[i].node)->sign() < 0) break;
    side.payback = i;
  }
  return side;
}

}  // namespace pricetalk
