#include "simulation/totals.hpp"

#include <algorithm>
#include <map>

#include "billing/days_text.hpp"
#include "explain/worksheet.hpp"
#include "simulation/beside.hpp"

namespace pricetalk {

namespace {

const Phrase total_words{"total", "totaal"};
const Phrase known_words{"total of what is known", "totaal van wat bekend is"};
/// What a run is compared with, as an input and as the name of the difference.
struct Other {
  Phrase name;
  Phrase difference;
};
const Other as_is{
    {"contract as it is", "contract zoals het is"},
    {"difference to the contract as it is", "verschil met het contract zoals het is"}};
const Other other_future{{"in the first future", "in de eerste toekomst"},
                         {"difference to the first future", "verschil met de eerste toekomst"}};

/// All sums of one run on one worksheet.
class Sums {
 public:
  explicit Sums(Run& run) : run_(run), sheet_(run.ledger.currency) {
    for (std::size_t row = 0; row < run.ledger.rows.size(); ++row)
      for (std::size_t i = 0; i < run.ledger.periods.size(); ++i) take(row, i);
  }

  void finish() && { run_.sums = sheet_.derivation(); }

  /// Amounts of the rows for which `wanted` holds, in periods [begin, end), split.
  template <class Wanted>
  SplitTotal split(const std::string& name, std::size_t begin, std::size_t end, Wanted wanted) {
    std::vector<NodeId> contracted;
    std::vector<NodeId> renewal;
    SplitTotal made;
    for (std::size_t i = begin; i < end; ++i) {
      const LedgerPeriod& period = run_.ledger.periods[i];
      (period.contracted ? made.months_contracted : made.months_renewal) += period.months;
      for (std::size_t row = 0; row < run_.ledger.rows.size(); ++row) {
        const auto node = cells_.find({row, i});
        if (node != cells_.end() && wanted(run_.ledger.rows[row]))
          (period.contracted ? contracted : renewal).push_back(node->second);
      }
    }
    made.contracted = total(contracted, name + "/contracted");
    made.renewal = total(renewal, name + "/renewal");
    contracted.insert(contracted.end(), renewal.begin(), renewal.end());
    made.with_renewal = total(contracted, name);
    return made;
  }

  SplitTotal difference(const SplitTotal& mine, const SplitTotal& firsts, const std::string& name,
                        const Other& other) {
    return {minus(mine.contracted, firsts.contracted, name + "/contracted", other),
            minus(mine.renewal, firsts.renewal, name + "/renewal", other),
            minus(mine.with_renewal, firsts.with_renewal, name, other), mine.months_contracted,
            mine.months_renewal};
  }

  /// One of the parts of a total over several: added, or taken off.
  using Signed = std::pair<const SplitTotal*, bool>;
  SplitTotal together(const std::vector<Signed>& parts, const std::string& name) {
    const auto of = [&](Total SplitTotal::*member, const std::string& what) {
      std::vector<NodeId> all;
      std::vector<NodeId> known;
      int open = 0;
      for (const auto& [part, added] : parts) {
        const Total& each = part->*member;
        open += each.open;
        all.push_back(signed_node(node_of(each), added));
        known.push_back(each.open == 0 ? all.back() : signed_node(node_of(each.known), added));
      }
      const Phrase words{"all that it costs the customer", "alles wat het de klant kost"};
      const NodeId sum = sheet_.sum(all, words);
      return made(sum, open == 0 ? sum : sheet_.sum(known, known_words), open, what);
    };
    const SplitTotal& first = *parts.front().first;
    return {of(&SplitTotal::contracted, name + "/contracted"),
            of(&SplitTotal::renewal, name + "/renewal"), of(&SplitTotal::with_renewal, name),
            first.months_contracted, first.months_renewal};
  }

  /// Sum of year k / (1 + rate)^k, each year paid at its end.
  Total present_value(const Stated<Percent>& rate, const std::string& name) {
    InputSource source{
        .kind = InputSource::Kind::given,
        .text = {"discount rate of the scenario", "disconteringsvoet van het scenario"},
        .figure = {},
        .where = rate.where.value_or(Span{}),
        .address = {},
        .fixity = Fixity::fixed};
    const NodeId r = sheet_.given(rate.value.as_fraction(), source.text, source, Form::percent);
    const NodeId growth = sheet_.add(sheet_.constant(Decimal(1, 0)), r);
    NodeId factor = growth;
    std::vector<NodeId> known;
    std::vector<NodeId> all;
    int open = 0;
    for (std::size_t k = 0; k < run_.running_years.size(); ++k) {
      if (k > 0) factor = sheet_.mul(factor, growth);
      const Total& year = run_.running_years[k].total.with_renewal;
      const std::string count = std::to_string(k + 1);
      const Phrase label{"year " + count + ", at its end", "jaar " + count + ", aan het eind"};
      all.push_back(sheet_.div(node_of(year), factor, label));
      known.push_back(year.open == 0 ? all.back() : sheet_.div(node_of(year.known), factor, label));
      open += year.open;
    }
    const Rounding cents = run_.ledger.currency.rounding();
    const Phrase words{"present value", "contante waarde"};
    return made(sheet_.round(sheet_.sum(all), cents, words),
                sheet_.round(sheet_.sum(known), cents, words), open, name);
  }

  Total minus(const Total& mine, const Total& other, const std::string& name, const Other& what) {
    const NodeId known =
        sheet_.sub(node_of(mine.known), sheet_.given(other.known, what.name), what.difference);
    const int open = std::max(mine.open, other.open);
    if (open == 0) return made(known, known, 0, name);
    Outcome<Ratio> theirs =
        other.figure ? value_of(*other.figure) : Outcome<Ratio>(other.figure.why());
    InputSource source{.kind = InputSource::Kind::earlier_price,
                       .text = what.name,
                       .figure = {},
                       .where = {},
                       .address = {},
                       .fixity = Fixity::fixed};
    const NodeId them = sheet_.given(theirs, what.name, std::move(source));
    return made(sheet_.sub(node_of(mine), them, what.difference), known, open, name);
  }

  std::string address(const std::string& what) const { return run_.contract->id + "/" + what; }

 private:
  NodeId signed_node(NodeId node, bool added) {
    return added ? node : sheet_.sub(sheet_.constant(Decimal(0, 0)), node);
  }
  static Ratio value_of(const Figure& figure) { return std::get<Money>(figure.value).amount; }

  /// A ledger amount becomes an input; a period without the line has none.
  void take(std::size_t row, std::size_t period) {
    const LedgerCell& cell = run_.ledger.rows[row].cells[period];
    if (cell.nothing) return;
    InputSource source{.kind = InputSource::Kind::earlier_price,
                       .text = {"see " + cell.address.text, "zie " + cell.address.text},
                       .figure = {},
                       .where = {},
                       .address = cell.address.text,
                       .fixity = cell.fixity};
    Outcome<Ratio> value = cell.units ? Outcome<Ratio>(Ratio(run_.ledger.money(*cell.units).amount))
                                      : Outcome<Ratio>(cell.units.why());
    const LedgerPeriod& of = run_.ledger.periods[period];
    const Phrase days = days_text({of.first, of.last});
    const Phrase& line = run_.ledger.rows[row].title;
    cells_[{row, period}] = sheet_.given(
        value, {days.en + ", " + line.en, days.nl + ", " + line.nl}, std::move(source));
  }

  Total total(const std::vector<NodeId>& nodes, const std::string& name) {
    if (nodes.empty()) {
      const NodeId zero =
          sheet_.constant(Decimal(0, run_.ledger.currency.minor_decimals()), Form::money);
      return made(zero, zero, 0, name);
    }
    std::vector<NodeId> determined;
    for (const NodeId node : nodes)
      if (sheet_.value(node)) determined.push_back(node);
    const NodeId sum = sheet_.sum(nodes, total_words);
    const int open = static_cast<int>(nodes.size() - determined.size());
    if (open == 0) return made(sum, sum, 0, name);
    const NodeId known =
        determined.empty()
            ? sheet_.constant(Decimal(0, run_.ledger.currency.minor_decimals()), Form::money)
            : sheet_.sum(determined, known_words);
    return made(sum, known, open, name);
  }

  Total made(NodeId sum, NodeId known, int open, const std::string& name) {
    if (!sheet_.money(known, {})) {  // too long to be written: none of it can be said
      known = sheet_.constant(Decimal(0, run_.ledger.currency.minor_decimals()), Form::money);
      open = std::max(open, 1);
    }
    const std::string known_name = open == 0 ? name : name + "/known";
    remember(name, sum);
    if (open != 0) remember(known_name, known);
    return {sheet_.money(sum, address(name)), *sheet_.money(known, address(known_name)), open};
  }

  void remember(const std::string& name, NodeId node) {
    run_.sum_nodes.emplace_back(Address{address(name)}, node);
    nodes_[address(name)] = node;
  }
  NodeId node_of(const Figure& figure) const { return nodes_.at(figure.address.text); }
  NodeId node_of(const Total& total) const {
    if (total.figure) return node_of(*total.figure);
    const std::string& known = total.known.address.text;
    return nodes_.at(known.substr(0, known.size() - std::string("/known").size()));
  }

  Run& run_;
  Worksheet sheet_;
  std::map<std::pair<std::size_t, std::size_t>, NodeId> cells_;
  std::map<std::string, NodeId> nodes_;
};

/// Periods that share a label, in order.
struct Span12 {
  std::string label;
  std::size_t begin;
  std::size_t end;
};

template <class Label>
std::vector<Span12> years(const Ledger& ledger, Label label) {
  std::vector<Span12> made;
  for (std::size_t i = 0; i < ledger.periods.size(); ++i) {
    const std::string year = label(ledger.periods[i]);
    if (made.empty() || made.back().label != year) made.push_back({year, i, i});
    made.back().end = i + 1;
  }
  return made;
}

/// Whole months, below zero for an earlier day.
int months_since(Date start, Date day) {
  const int months = (day.year() - start.year()) * 12 + day.month() - start.month();
  return day < shift(start, {1, Unit::month}, months) ? months - 1 : months;
}

bool paid(const LedgerRow& row) { return is_paid(row.kind); }

std::vector<YearTotal> year_totals(Sums& sums, const Ledger& ledger,
                                   const std::vector<Span12>& spans, const char* kind) {
  std::vector<YearTotal> made;
  for (const Span12& span : spans)
    made.push_back({span.label, ledger.periods[span.begin].first, ledger.periods[span.end - 1].last,
                    sums.split(std::string(kind) + "/" + span.label, span.begin, span.end, paid)});
  return made;
}

void add_beside(Sums& sums, Run& run) {
  for (const LedgerRow& row : run.ledger.rows) {
    if (is_paid(row.kind)) continue;
    const bool there = std::any_of(run.beside.begin(), run.beside.end(), [&](const BesideTotal& b) {
      return b.kind == row.kind && b.bearer == row.bearer;
    });
    if (there) continue;
    const std::string side = !row.bearer                     ? ""
                             : *row.bearer == Side::supplier ? "/supplier"
                                                             : "/customer";
    const std::string name = "beside/" + std::string(word(row.kind)) + side;
    const std::size_t end = run.ledger.periods.size();
    run.beside.push_back({row.kind,
                          row.bearer,
                          sums.split(name, 0, end,
                                     [&](const LedgerRow& r) {
                                       return r.kind == row.kind && r.bearer == row.bearer;
                                     }),
                          {}});
    if (row.kind != LedgerKind::market) continue;
    run.beside.back().same_lines =
        sums.split(name + "/same-lines", 0, end, [&](const LedgerRow& r) {
          return r.kind == LedgerKind::price &&
                 run.ledger.find(LedgerKind::market, r.line) != nullptr;
        });
  }
}

/// The price, and each row beside it that costs or saves the customer something.
std::vector<Sums::Signed> whole_cost_parts(const Run& run) {
  std::vector<Sums::Signed> parts = {{&run.total, true}};
  for (const BesideTotal& each : run.beside) {
    if (in_whole_cost(each)) parts.emplace_back(&each.total, each.kind != LedgerKind::refund);
  }
  return parts;
}

}  // namespace

bool in_whole_cost(const BesideTotal& beside) {
  if (beside.kind == LedgerKind::market || beside.kind == LedgerKind::restocking) return false;
  return beside.kind == LedgerKind::refund || beside.bearer == Side::customer;
}

void add_totals(Run& run, const TotalsRequest& request) {
  Sums sums(run);
  const Ledger& ledger = run.ledger;
  // Invoices of months begin with a month, whatever the day on which the contract starts.
  const bool by_month = run.contract->billing.period.value.months().has_value();
  const Date contract_start = by_month
                                  ? Period::containing(run.contract->start, Unit::month).first_day()
                                  : run.contract->start;
  const Date start = ledger.periods.front().first;
  run.calendar_years = year_totals(
      sums, ledger,
      years(ledger, [](const LedgerPeriod& p) { return std::to_string(p.first.year()); }), "year");
  run.contract_years =
      year_totals(sums, ledger,
                  years(ledger,
                        [&](const LedgerPeriod& p) {
                          const int k = months_since(contract_start, p.first);
                          const int year = contract_start.year() + (k >= 0 ? k : k - 11) / 12;
                          return contract_start.month() == 1
                                     ? std::to_string(year)
                                     : std::to_string(year) + "/" + std::to_string(year + 1);
                        }),
                  "contract-year");
  run.running_years =
      year_totals(sums, ledger,
                  years(ledger,
                        [&](const LedgerPeriod& p) {
                          return std::to_string(months_since(start, p.first) / 12 + 1);
                        }),
                  "running-year");
  run.total = sums.split("total", 0, ledger.periods.size(), paid);
  add_beside(sums, run);
  run.whole_cost = sums.together(whole_cost_parts(run), "whole-cost");
  const Run& base = request.first == nullptr ? run : *request.first;
  const Run& future = request.first_future == nullptr ? run : *request.first_future;
  run.difference = sums.difference(run.total, base.total, "difference", as_is);
  run.whole_cost_difference =
      sums.difference(run.whole_cost, base.whole_cost, "difference/whole-cost", as_is);
  run.difference_of_future =
      sums.difference(run.total, future.total, "difference-of-future", other_future);
  const auto by_year = [&](const std::vector<YearTotal>& mine, const std::vector<YearTotal>& theirs,
                           const std::string& name, const Other& other) {
    std::vector<SplitTotal> made;
    for (const YearTotal& year : mine)
      for (const YearTotal& that : theirs)
        if (that.label == year.label)
          made.push_back(sums.difference(year.total, that.total, name + "/" + year.label, other));
    return made;
  };
  run.difference_by_calendar_year =
      by_year(run.calendar_years, base.calendar_years, "difference/year", as_is);
  run.difference_by_running_year =
      by_year(run.running_years, base.running_years, "difference/running-year", as_is);
  run.difference_of_future_by_calendar_year =
      by_year(run.calendar_years, future.calendar_years, "difference-of-future/year", other_future);
  if (request.discount_rate) {
    run.present_value = sums.present_value(*request.discount_rate, "present-value");
    run.present_value_difference =
        sums.minus(*run.present_value, *base.present_value, "difference/present-value", as_is);
    run.present_value_difference_of_future =
        sums.minus(*run.present_value, *future.present_value, "difference-of-future/present-value",
                   other_future);
  }
  std::move(sums).finish();
}

}  // namespace pricetalk
