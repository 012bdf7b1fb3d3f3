#include "audit/replay.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "audit/line_audit.hpp"
#include "contract/formula.hpp"
#include "pricing/fold.hpp"
#include "pricing/timeline.hpp"

namespace pricetalk {

bool ReadingSet::has(std::uint16_t reading) const {
  for (std::size_t i = 0; i < size_; ++i)
    if ((*this)[i] == reading) return true;
  return false;
}

ReadingSet ReadingSet::with(std::uint16_t reading) const {
  ReadingSet made;
  bool in = false;
  const auto push = [&](std::uint16_t one) {
    made.bits_ |= std::uint64_t{one} << (16 * made.size_++);
  };
  for (std::size_t i = 0; i < size_; ++i) {
    if (!in && reading < (*this)[i]) {
      push(reading);
      in = true;
    }
    in = in || (*this)[i] == reading;
    push((*this)[i]);
  }
  if (!in) push(reading);
  return made;
}

ReadingSet ReadingSet::without(std::uint16_t reading) const {
  ReadingSet made;
  for (std::size_t i = 0; i < size_; ++i)
    if ((*this)[i] != reading) made = made.with((*this)[i]);
  return made;
}

namespace {

bool same_origin(const std::optional<ClauseMemory::Origin>& a,
                 const std::optional<ClauseMemory::Origin>& b) {
  return a.has_value() == b.has_value() && (!a || (a->price == b->price && a->reset == b->reset));
}

bool same_memory(const ClauseMemory& a, const ClauseMemory& b) {
  return a.used_on == b.used_on && a.last_step == b.last_step && a.m_last == b.m_last &&
         a.carry == b.carry && a.room == b.room && a.lost == b.lost &&
         same_origin(a.origin, b.origin) && a.past == b.past;
}

/// The prices that charged periods can still meet: the last few, up to the last charged day.
bool same_tail(const DatedPrices& a, const DatedPrices& b, std::size_t tail, Date last) {
  auto x = a.rbegin();
  auto y = b.rbegin();
  const auto skip = [&](auto& i, const DatedPrices& of) {
    while (i != of.rend() && i->from > last) ++i;
    return i != of.rend();
  };
  for (std::size_t k = 0; k < tail; ++k, ++x, ++y) {
    const bool more = skip(x, a);
    if (more != skip(y, b)) return false;
    if (!more) return true;
    if (x->from != y->from || !(x->price == y->price)) return false;
  }
  return true;
}

}  // namespace

bool Replay::same_tails(const TierPrices& a, const TierPrices& b) const {
  const std::size_t tail = line_->surcharges.empty() ? 3 : 16;
  for (std::size_t tier = 0; tier < a.size(); ++tier)
    if (used_[tier] && !same_tail(a[tier], b[tier], tail, charged_.back().to)) return false;
  return true;
}

namespace {

/// The contract without what no price of this line reads; positions of clauses stay.
Contract slim(const Contract& contract, const Line& line) {
  Contract made = contract;
  std::erase_if(made.lines, [&](const Line& each) { return each.id != line.id; });
  ContractTerms terms;
  terms.decision = std::move(made.terms.decision);
  terms.announcement = std::move(made.terms.announcement);
  made.terms = std::move(terms);
  made.own_series.clear();
  return made;
}

/// A price from a day on; one that changes nothing leaves no trace, so that equal prices compare
/// equal however they came about.
void append(DatedPrices& prices, DatedPrice added) {
  if (!prices.empty() && prices.back().from == added.from && prices.size() > 1) prices.pop_back();
  if (prices.empty() || prices.back().from > added.from || !(prices.back().price == added.price))
    prices.push_back(std::move(added));
}

bool reads_price(const Clause& clause) {
  for (const DatedLadder& dated : clause.ladders)
    for (const Formula::Line& line : dated.ladder.formula.value.lines) {
      std::vector<NameUse> names;
      names_in(line.value, names);
      for (const NameUse& use : names)
        if (use.name == "P0") return true;
    }
  return false;
}

/// What most states differ in, as text: the price, and what limits have cut off so far.
std::string key_of(const State& state) {
  if (!state.price) return "?";
  std::string key = as_decimal(*state.price, 2).text();
  for (const ClauseMemory& memory : state.memory)
    for (const auto* kept : {&memory.carry, &memory.room, &memory.lost})
      if (*kept) key += "/" + as_decimal(**kept, 10).text();
  return key;
}

}  // namespace

Replay::Replay(const Contract& contract, const Line& line, const Coverage& coverage,
               const std::vector<Reading>& readings, std::vector<ChargedPeriod> charged,
               const std::vector<Date>& also)
    : contract_(slim(contract, line)),
      line_(contract_.find_line(line.id)),
      coverage_(&coverage),
      readings_(&readings),
      charged_(std::move(charged)) {
  std::stable_sort(charged_.begin(), charged_.end(),
                   [](const auto& a, const auto& b) { return a.to < b.to; });
  std::unordered_map<std::string, std::uint32_t> positions;
  for (const ChargedPeriod& each : charged_) {
    const auto [known, fresh] =
        positions.try_emplace(each.invoice, static_cast<std::uint32_t>(invoices_.size()));
    invoice_of_.push_back(known->second);
    if (fresh) invoices_.push_back(each.invoice);
  }
  used_.resize(line_->prices.size());
  for (const ChargedPeriod& each : charged_)
    for (const TierPart& part : each.parts) used_[part.tier] = true;
  const Date last = charged_.back().to + longest_early;
  Date first = charged_.front().from;
  for (const ChargedPeriod& each : charged_) first = std::min(first, each.from);

  const auto add = [&](const Contract& edited) {
    for (const Occasion& occasion : timeline(edited, *edited.find_line(line_->id), last))
      dates_.push_back(occasion.date);
  };
  add(contract_);
  bool early = false;
  for (const Reading& reading : readings) {
    const auto edited = reading.edit(contract_);
    if (edited && edited->find_line(line_->id) != nullptr) add(*edited);
    early = early || reading.early;
    of_surcharge_.push_back(contract_.find_clause(reading.clause)->surcharge);
  }
  for (const std::size_t clause : line_->surcharges) {
    surcharge_reads_price_ = surcharge_reads_price_ || reads_price(contract_.clauses[clause]);
    const Schedule& when = contract_.clauses[clause].when;
    dates_.push_back(first);
    if (when.every || !when.dates.empty())
      for (const Date date : scheduled_dates(contract_, *line_, contract_.clauses[clause], last))
        if (first < date) dates_.push_back(date);
    for (int year = first.year() + 1; year <= last.year(); ++year)
      dates_.push_back(Period::containing(first, Unit::year).plus(year - first.year()).first_day());
  }
  dates_.insert(dates_.end(), also.begin(), also.end());
  std::sort(dates_.begin(), dates_.end());
  dates_.erase(std::unique(dates_.begin(), dates_.end()), dates_.end());
  for (const std::size_t clause : line_->clauses)
    for (const DatedLadder& dated : contract_.clauses[clause].ladders)
      exact_ = exact_ || dated.ladder.rounding.carry.value == Carry::exact;

  // A period is settled when no later date can change its price.
  std::size_t begin_of = 0;
  for (std::size_t i = 0; i <= dates_.size(); ++i) {
    const auto count = [&](Duration before) {
      return static_cast<std::size_t>(
          std::count_if(charged_.begin(), charged_.end(), [&](const ChargedPeriod& each) {
            return i == dates_.size() || each.to < dates_[i] - before;
          }));
    };
    const Span span{begin_of, early ? count(longest_early) : count({}), count({})};
    spans_.push_back(span);
    begin_of = span.settled;
  }
  of_date_.resize(dates_.size() + 1);
  Node node;
  for (std::size_t tier = 0; tier < line_->prices.size(); ++tier) {
    auto [state, entry] = begin(PricingContext{&contract_, line_, tier, coverage_});
    node.states.push_back(std::move(state));
    node.prices.push_back({{entry.from, entry.price, entry.fixity, {}, nullptr}});
  }
  node.surcharges.resize(node.prices.size());
  node.charged = node.prices;
  judge(node, 0);
  nodes_.push_back(std::move(node));
}

bool Replay::charged_as(const ChargedPeriod& charged, const TierPrices& prices) const {
  const Days days{charged.from, charged.to};
  if (charged.parts.size() == 1 && charged.unit_price) {
    const std::size_t tier = charged.parts.front().tier;
    TierPrices of_tier;
    if (prices.size() > 1) of_tier.push_back(prices[tier]);
    const auto made = pieces(contract_, *line_, of_tier.empty() ? prices : of_tier, days);
    const DatedPrice* only = made.size() == 1 ? made.front().prices.front() : nullptr;
    if (only != nullptr) {
      if (!only->price) return false;
      if (!made.front().discounted) return *only->price == Ratio(*charged.unit_price);
      Worksheet sheet(contract_.currency);
      const NodeId net =
          net_price(sheet, contract_, *line_, tier, sheet.given(only->price, {}, {}), true);
      return sheet.value(net) == Outcome<Ratio>(Ratio(*charged.unit_price));
    }
  }
  Worksheet sheet(contract_.currency);
  const Charge made = *charge(sheet, {.contract = &contract_,
                                      .line = line_,
                                      .prices = &prices,
                                      .invoice = days,
                                      .taken = charged.taken});
  const Outcome<Ratio> amount = sheet.value(made.amount);
  if (!amount) return false;
  const int decimals = compared_decimals(contract_.currency, charged.amount);
  return round(*amount, Rounding::decimals(decimals)) == charged.amount;
}

void Replay::collect(std::vector<std::uint32_t>& wrong, const TierPrices& prices, std::size_t from,
                     std::size_t to) const {
  for (std::size_t i = from; i < to && wrong.size() < 2; ++i) {
    if (std::find(wrong.begin(), wrong.end(), invoice_of_[i]) != wrong.end()) continue;
    if (!charged_as(charged_[i], prices)) wrong.push_back(invoice_of_[i]);
  }
}

void Replay::judge(Node& node, std::size_t after) const {
  const Span& span = spans_[after];
  collect(node.wrong.settled, node.charged, span.begin, span.settled);
  if (node.wrong.settled.size() < 2)
    collect(node.wrong.unless_early, node.charged, span.settled, span.end);
}

const Contract* Replay::under(ReadingSet readings, std::optional<Contract>& made) {
  if (readings.size() == 0) return &contract_;
  const auto known = editions_.find(readings.key());
  if (known != editions_.end()) return known->second.get();
  const std::uint16_t last = readings[readings.size() - 1];
  std::optional<Contract> unused;
  const Contract* before = under(readings.without(last), unused);
  if (before == nullptr) return nullptr;
  made = (*readings_)[last].edit(*before);
  if (readings.size() > 2) return made ? &*made : nullptr;
  auto& slot = editions_[readings.key()];
  if (made) slot = std::make_unique<const Contract>(std::move(*made));
  return slot.get();
}

std::optional<Replay::Node> Replay::folded(const Node& from, std::size_t date,
                                           const Contract& contract, ReadingSet readings) {
  const Line* line = contract.find_line(line_->id);
  Node node{from.states, from.prices, from.charged, from.surcharges, {}};
  const Date until = std::max(dates_[date], charged_.back().to);
  const std::vector<Occasion> occasions = timeline(contract, *line, until);
  for (std::size_t tier = 0; tier < node.states.size(); ++tier) {
    if (!used_[tier]) continue;
    State& state = node.states[tier];
    // A clause that a reading adds remembers what the line's own one does, if it is the same.
    const std::size_t own = line_->clauses.size();
    for (std::size_t i = state.memory.size(); i < line->clauses.size(); ++i) {
      const auto same_clause =
          std::find(line_->clauses.begin(), line_->clauses.end(), line->clauses[i]);
      state.memory.push_back(
          same_clause == line_->clauses.end()
              ? ClauseMemory{}
              : state.memory[static_cast<std::size_t>(same_clause - line_->clauses.begin())]);
    }
    const PricingContext context{&contract, line, tier, coverage_};
    for (const Occasion& occasion : occasions) {
      if (occasion.date != dates_[date]) continue;
      ++steps_made_;
      auto [next, entry] = step(context, state, occasion);
      state = std::move(next);
      append(node.prices[tier], {entry.from, entry.price, entry.fixity, {}, nullptr});
    }
    if (own > 0) state.memory.resize(own);
  }
  node.charged = node.prices;
  if (!line_->surcharges.empty()) steps_made_ += 3;  // adding them up costs as much
  if (!line_->surcharges.empty()) add_surcharges(node, date, contract, readings);
  return node;
}

/// The surcharges from this date to the next as the readings of this date have them.
void Replay::add_surcharges(Node& node, std::size_t date, const Contract& contract,
                            ReadingSet readings) {
  ReadingSet own;
  for (std::size_t i = 0; i < readings.size(); ++i)
    if (of_surcharge_[readings[i]]) own = own.with(readings[i]);
  const Date from = dates_[date];
  const Date to = date + 1 < dates_.size() ? dates_[date + 1].plus_days(-1) : charged_.back().to;
  const auto computed = [&] {
    std::vector<DatedSurcharges> made;
    for (std::size_t tier = 0; tier < node.prices.size(); ++tier) {
      PriceSchedule prices{contract.find_line(line_->id), tier, {}, &contract, *coverage_};
      for (const DatedPrice& price : node.prices[tier]) {
        PriceEntry entry;
        entry.date = entry.from = price.from;
        entry.price = price.price;
        prices.entries.push_back(std::move(entry));
      }
      // What came before the date is settled; of it only the price in force is needed.
      while (prices.entries.size() > 1 && prices.entries[1].from <= from)
        prices.entries.erase(prices.entries.begin());
      made.push_back(dated_surcharges(prices, {from, std::max(from, to)}));
      for (auto& [day, sum] : made.back()) day = std::max(day, from);
      steps_made_ += made.back().size();
    }
    return made;
  };
  std::vector<DatedSurcharges> segment;
  if (surcharge_reads_price_) {
    segment = computed();
  } else {
    auto& known = segments_[{date, own.key()}];
    if (known.empty()) known = computed();
    segment = known;
  }
  for (std::size_t tier = 0; tier < node.prices.size(); ++tier) {
    auto& all = node.surcharges[tier];
    all.insert(all.end(), segment[tier].begin(), segment[tier].end());
    node.charged[tier] = with_surcharges(node.prices[tier], all);
  }
}

bool Replay::same(const State& a, const State& b) const {
  return a.price == b.price && (!exact_ || a.exact == b.exact) &&
         std::equal(a.memory.begin(), a.memory.end(), b.memory.begin(), b.memory.end(),
                    same_memory) &&
         std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(),
                    [](const PartState& x, const PartState& y) { return x.price == y.price; });
}

bool Replay::same(const Node& a, const Node& b, bool last) const {
  return a.wrong.settled == b.wrong.settled && a.wrong.unless_early == b.wrong.unless_early &&
         same_tails(a.charged, b.charged) &&
         (last || std::equal(a.states.begin(), a.states.end(), b.states.begin(),
                             [&](const State& x, const State& y) { return same(x, y); }));
}

Replay::NodeId Replay::intern(std::size_t date, Node node) {
  const bool last = dates_[date] > charged_.back().to;
  auto& bucket = of_date_[date][last ? std::string() : key_of(node.states[first_used()])];
  for (const NodeId known : bucket)
    if (same(nodes_[known], node, last)) return known;
  nodes_.push_back(std::move(node));
  bucket.push_back(static_cast<NodeId>(nodes_.size() - 1));
  return bucket.back();
}

Replay::NodeId Replay::next(NodeId node, std::size_t date, ReadingSet readings) {
  const std::pair<std::uint64_t, std::uint64_t> key{std::uint64_t{node} << 32 | date,
                                                    readings.key()};
  if (const auto known = steps_.find(key); known != steps_.end()) return known->second;
  NodeId reached = dead;
  std::optional<Contract> edited;
  if (const Contract* contract = under(readings, edited)) {
    if (auto made = folded(nodes_[node], date, *contract, readings)) {
      judge(*made, date + 1);
      reached = intern(date, std::move(*made));
    }
  }
  steps_[key] = reached;
  return reached;
}

bool Replay::same_price(NodeId a, NodeId b) const {
  return a == b || same_tails(nodes_[a].charged, nodes_[b].charged);
}

TierPrices Replay::prices(const std::vector<ReadingSet>& sets) {
  Node node = nodes_.front();
  for (std::size_t i = 0; i < sets.size(); ++i) {
    std::optional<Contract> edited;
    const Contract* contract = under(sets[i], edited);
    auto made = contract == nullptr ? std::nullopt : folded(node, i, *contract, sets[i]);
    if (!made) return {};
    node = std::move(*made);
  }
  return node.charged;
}

std::optional<Ratio> Replay::charged_price(std::size_t date) const {
  if (line_->prices.size() > 1 || line_->discount || !line_->surcharges.empty()) return {};
  for (const ChargedPeriod& each : charged_) {
    if (each.from < dates_[date] || each.parts.front().quantity.is_zero() ||
        (date + 1 < dates_.size() && each.to >= dates_[date + 1]))
      continue;
    return each.unit_price ? Ratio(*each.unit_price)
                           : Ratio(each.amount) / each.parts.front().quantity;
  }
  return {};
}

bool Replay::stands_alone(std::uint32_t invoice) const {
  const auto price = [](const ChargedPeriod& each) -> std::optional<Ratio> {
    if (each.unit_price) return Ratio(*each.unit_price);
    const Ratio& quantity = each.parts.front().quantity;
    if (each.parts.size() > 1 || quantity.is_zero()) return {};
    return Ratio(each.amount) / quantity;
  };
  for (std::size_t i = 0; i < charged_.size(); ++i) {
    if (invoice_of_[i] != invoice) continue;
    const auto own = price(charged_[i]);
    if (i > 0 && invoice_of_[i - 1] != invoice && own == price(charged_[i - 1])) return false;
    if (i + 1 < charged_.size() && invoice_of_[i + 1] != invoice && own == price(charged_[i + 1]))
      return false;
  }
  return true;
}

bool Replay::observed(std::size_t date, std::optional<std::uint32_t> but) const {
  for (std::size_t i = 0; i < charged_.size(); ++i) {
    if (but && invoice_of_[i] == *but) continue;
    if (dates_[date] <= charged_[i].to &&
        (date + 1 == dates_.size() || charged_[i].from < dates_[date + 1]))
      return true;
  }
  return false;
}

}  // namespace pricetalk
