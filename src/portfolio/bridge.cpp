#include "portfolio/bridge.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "diagnostic/codes.hpp"
#include "portfolio/contract_mix.hpp"
#include "portfolio/figures_mix.hpp"
#include "portfolio/portfolio.hpp"
#include "portfolio/tags.hpp"

namespace pricetalk {

namespace {

constexpr std::array<Wording, bridge_causes.size()> cause_words{{
    {"other months", "andere maanden"},
    {"volume", "hoeveelheid"},
    {"data corrected", "cijfers herzien"},
    {"index", "index"},
    {"clause", "clausule"},
    {"discounts and prices agreed", "kortingen en prijsafspraken"},
    {"ended", "geëindigd"},
    {"started", "begonnen"},
    {"actual invoices", "werkelijke facturen"},
    {"version of the program", "versie van het programma"},
    {"not to be told apart", "niet te scheiden"},
}};

constexpr std::array<std::string_view, bridge_causes.size()> cause_names{
    "period", "volume",  "data-corrected", "index",   "clause",  "discount",
    "ended",  "started", "actuals",        "program", "together"};

using LibraryPtr = std::shared_ptr<const Library>;

/// A contract that both runs have, on its way from the one to the other.
struct Crossing {
  const BridgeContract* before = nullptr;
  const BridgeContract* after = nullptr;
  std::size_t row = 0;
  std::optional<ContractMix> mix;           ///< nothing: both are written in the same words
  ContractParts later;                      ///< parts that are as in the later run
  std::shared_ptr<const Contract> between;  ///< nothing: the earlier contract
  LibraryPtr library;
  std::shared_ptr<const Actuals> actuals;  ///< what was invoiced
  Ratio amount;                            ///< of the last step that could be simulated
  std::vector<BridgeCause> waiting;        ///< steps since then
  bool unreadable = false;                 ///< the parts of both do not stand in one contract

  const Contract& contract() const { return between ? *between : before->contract; }
  bool differs(ContractPart part) const { return mix && mix->differs(part); }
};

/// Libraries made from others, each once.
class MadeLibraries {
 public:
  enum class Kind : std::uint8_t { seen, corrected, joined };

  template <class Make>
  LibraryPtr of(const LibraryPtr& a, const LibraryPtr& b, Kind kind, const Make& make) {
    const auto [found, fresh] = made_.try_emplace(std::tuple(a, b, kind), nullptr);
    if (fresh) {
      auto one = std::make_shared<const Library>(make());
      // What joins a later library may differ in more than figures: where a series stops.
      const bool same = kind != Kind::joined && same_figures(*one, *a);
      found->second = same ? a : std::move(one);
    }
    return found->second;
  }

 private:
  std::map<std::tuple<LibraryPtr, LibraryPtr, Kind>, LibraryPtr> made_;
};

bool same_scenario(const Scenario& a, const Scenario& b) {
  return std::equal(
      a.sources.begin(), a.sources.end(), b.sources.begin(), b.sources.end(),
      [](const SourcePtr& x, const SourcePtr& y) { return x->bytes() == y->bytes(); });
}

/// The rules of a future, and those of an earlier one for series that it forgets.
std::vector<SeriesFuture> rules_of(const Future& future, const Future& earlier,
                                   const std::vector<LibraryPtr>& libraries) {
  std::vector<SeriesFuture> made = future.series;
  std::map<std::string, const SeriesFuture*> forgotten;
  for (const LibraryPtr& library : libraries)
    for (const std::string_view id : library->ids())
      if (future.for_series(id) == nullptr && earlier.for_series(id) != nullptr)
        forgotten.emplace(id, earlier.for_series(id));
  for (const auto& [id, rule] : forgotten) {
    made.push_back(*rule);
    made.back().pattern.text = id;
  }
  return made;
}

class Crossings {
 public:
  Crossings(const BridgeRun& before, const BridgeRun& after, const BridgeAmount& amount,
            const std::string& program)
      : before_(before),
        after_(after),
        amount_(amount),
        closing_(before.program == program && after.program == program ? BridgeCause::together
                                                                       : BridgeCause::program),
        scenario_(before.scenario),
        today_(before.today),
        days_(before.days),
        other_scenario_(!same_scenario(before.scenario, after.scenario)) {}

  std::vector<BridgeRow> rows() {
    pair_up();
    step(closing_, all());
    move_months();
    change_volumes();
    correct_figures();
    move_on_figures();
    change_terms();
    change_prices();
    change_part(BridgeCause::ended, ContractPart::ended);
    change_dates();
    change_part(BridgeCause::started, ContractPart::started);
    take_invoices();
    close();
    return std::move(rows_);
  }

 private:
  using Places = std::vector<std::size_t>;

  // ---- which contracts

  static bool comparable(const Contract& a, const Contract& b) {
    return a.currency == b.currency && a.vat == b.vat;
  }

  void pair_up() {
    std::map<std::string_view, const BridgeContract*> later;
    for (const BridgeContract& each : after_.contracts) later.emplace(each.contract.id, &each);
    for (const BridgeContract& each : before_.contracts) {
      const auto found = later.find(each.contract.id);
      if (found == later.end() || !comparable(each.contract, found->second->contract)) {
        only(each, each.frozen, Ratio(0), BridgeCause::ended);
        continue;
      }
      cross(each, *found->second);
      later.erase(found);
    }
    for (const BridgeContract& each : after_.contracts)
      if (later.contains(each.contract.id)) only(each, Ratio(0), each.frozen, BridgeCause::started);
  }

  BridgeRow& new_row(const Contract& contract) {
    BridgeRow row;
    row.id = contract.id;
    row.title = contract.title;
    row.currency = contract.currency;
    row.vat = contract.vat;
    row.tags = tags_of(contract);
    rows_.push_back(std::move(row));
    return rows_.back();
  }

  void only(const BridgeContract& one, const Ratio& before, const Ratio& after, BridgeCause cause) {
    BridgeRow& row = new_row(one.contract);
    row.before = before;
    row.after = after;
    row.open = one.open;
    row.of(cause) = after - before;
  }

  void cross(const BridgeContract& before, const BridgeContract& after) {
    BridgeRow& row = new_row(after.contract);
    row.before = before.frozen;
    row.after = after.frozen;
    row.open = before.open + after.open;
    Crossing made;
    made.before = &before;
    made.after = &after;
    made.row = rows_.size() - 1;
    made.library = before.library;
    made.actuals = before.actuals;
    made.amount = before.frozen;
    if (!same_words(before.contract, after.contract))
      made.mix.emplace(before.contract, after.contract);
    crossings_.push_back(std::move(made));
  }

  Places all() const {
    Places made;
    for (std::size_t i = 0; i < crossings_.size(); ++i) made.push_back(i);
    return made;
  }

  // ---- what changes

  void move_months() {
    if (today_ == after_.today && days_ == after_.days &&
        scenario_.months.value == after_.scenario.months.value)
      return;
    if (today_ != after_.today)
      for (Crossing& each : crossings_)
        each.library = libraries_.of(each.library, nullptr, MadeLibraries::Kind::seen,
                                     [&] { return seen_on(*each.library, before_.today); });
    scenario_.months = after_.scenario.months;
    today_ = after_.today;
    days_ = after_.days;
    step(BridgeCause::period, all());
  }

  void change_volumes() {
    Future& future = scenario_.futures.front();
    const Future& later = after_.scenario.futures.front();
    future.volume = later.volume;
    future.returns = later.returns;
    future.non_conformity = later.non_conformity;
    change_part(BridgeCause::volume, ContractPart::volume, other_scenario_);
  }

  void correct_figures() {
    change_libraries(BridgeCause::corrected, false, [&](const Crossing& each) {
      const LibraryPtr seen =
          libraries_.of(each.after->library, nullptr, MadeLibraries::Kind::seen,
                        [&] { return seen_on(*each.after->library, after_.today); });
      return libraries_.of(each.library, seen, MadeLibraries::Kind::corrected,
                           [&] { return corrected(*each.library, *seen); });
    });
  }

  void move_on_figures() {
    std::vector<LibraryPtr> joint;
    const auto later = [&](const Crossing& each) {
      return libraries_.of(each.library, each.after->library, MadeLibraries::Kind::joined,
                           [&] { return joined(*each.library, *each.after->library); });
    };
    for (const Crossing& each : crossings_) {
      const LibraryPtr library = later(each);
      if (std::find(joint.begin(), joint.end(), library) == joint.end()) joint.push_back(library);
    }
    scenario_.futures.front().series =
        rules_of(after_.scenario.futures.front(), before_.scenario.futures.front(), joint);
    scenario_.sources.insert(scenario_.sources.end(), after_.scenario.sources.begin(),
                             after_.scenario.sources.end());
    change_libraries(BridgeCause::index, other_scenario_, later);
  }

  template <class Later>
  void change_libraries(BridgeCause cause, bool everywhere, const Later& later) {
    Places changed;
    for (std::size_t i = 0; i < crossings_.size(); ++i) {
      LibraryPtr library = later(crossings_[i]);
      if (!everywhere && library == crossings_[i].library) continue;
      crossings_[i].library = std::move(library);
      changed.push_back(i);
    }
    step(cause, changed);
  }

  void change_terms() { change_part(BridgeCause::clause, ContractPart::terms); }

  void change_prices() {
    scenario_.alternatives = after_.scenario.alternatives;
    change_part(BridgeCause::discount, ContractPart::prices,
                other_scenario_ && !scenario_.alternatives.empty());
  }

  /// A later last day is more, an earlier one less.
  void change_dates() {
    const Places changed = take_over(ContractPart::dates, false);
    std::vector<Ratio> before;
    for (const std::size_t i : changed)
      before.push_back(rows_[crossings_[i].row].of(BridgeCause::ended));
    step(BridgeCause::ended, changed);
    for (std::size_t k = 0; k < changed.size(); ++k) {
      BridgeRow& row = rows_[crossings_[changed[k]].row];
      const Ratio moved = row.of(BridgeCause::ended) - before[k];
      if (moved <= Ratio(0)) continue;
      row.of(BridgeCause::ended) = before[k];
      row.of(BridgeCause::started) = row.of(BridgeCause::started) + moved;
    }
  }

  void take_invoices() {
    Places changed;
    for (std::size_t i = 0; i < crossings_.size(); ++i) {
      Crossing& each = crossings_[i];
      if (each.actuals == nullptr && each.after->actuals == nullptr) continue;
      each.actuals = each.after->actuals;
      changed.push_back(i);
    }
    step(BridgeCause::actuals, changed);
  }

  void change_part(BridgeCause cause, ContractPart part, bool everywhere = false) {
    step(cause, take_over(part, everywhere));
  }

  Places take_over(ContractPart part, bool everywhere) {
    Places changed;
    for (std::size_t i = 0; i < crossings_.size(); ++i) {
      Crossing& each = crossings_[i];
      if (!each.differs(part) && !everywhere) continue;
      each.later = each.later.with(part);
      changed.push_back(i);
      if (!each.differs(part)) continue;
      auto mixed = each.mix->with(each.later);
      each.between = mixed ? std::make_shared<const Contract>(std::move(*mixed)) : nullptr;
      each.unreadable = !mixed;
    }
    return changed;
  }

  // ---- what it costs

  /// Simulates these contracts as they are now; what moved is the cause's.
  void step(BridgeCause cause, const Places& places) {
    std::vector<std::optional<Ratio>> found(crossings_.size());
    Places readable;
    for (const std::size_t i : places)
      if (!crossings_[i].unreadable) readable.push_back(i);
    simulate(readable, found);
    for (const std::size_t i : places) {
      if (!found[i]) {
        crossings_[i].waiting.push_back(cause);
        continue;
      }
      move(crossings_[i], cause, *found[i]);
    }
  }

  void move(Crossing& crossing, BridgeCause cause, const Ratio& to) {
    BridgeRow& row = rows_[crossing.row];
    const Ratio moved = to - crossing.amount;
    crossing.amount = to;
    if (!crossing.waiting.empty()) {
      crossing.waiting.push_back(cause);
      row.together.insert(row.together.end(), crossing.waiting.begin(), crossing.waiting.end());
      crossing.waiting.clear();
      cause = BridgeCause::together;
    }
    row.of(cause) = row.of(cause) + moved;
  }

  /// All of them at once; where one has no answer, each half by itself.
  void simulate(const Places& places, std::vector<std::optional<Ratio>>& found) const {
    if (places.empty()) return;
    const auto at = [&](const std::string& path) -> const Crossing& {
      return crossings_[std::stoul(path)];
    };
    Portfolio portfolio({scenario_, today_, days_, false}, [&](const std::string& path) {
      return Portfolio::Read{at(path).contract(), *at(path).library};
    });
    std::map<const Library*, std::string> names;
    for (const std::size_t i : places) {
      const Crossing& each = crossings_[i];
      const auto name = names.try_emplace(each.library.get(), std::to_string(names.size())).first;
      portfolio.add(each.contract(), *each.library, std::to_string(i), name->second, each.actuals);
    }
    const Loaded<PortfolioAnswer> answer = std::move(portfolio).answer();
    if (answer.value) {
      for (std::size_t k = 0; k < places.size(); ++k)
        found[places[k]] = cost_of(answer.value->contracts[k],
                                   answer.value->run(0, answer.value->alternatives.size() - 1));
    } else if (places.size() > 1) {
      const auto half = places.begin() + static_cast<std::ptrdiff_t>(places.size() / 2);
      simulate({places.begin(), half}, found);
      simulate({half, places.end()}, found);
    }
  }

  Ratio cost_of(const PortfolioContract& one, std::size_t run) const {
    Ratio sum(0);
    for (int year = one.first_year; year < one.first_year + one.years; ++year)
      sum = sum + amount_.of(year, Decimal(one.contracted(run, year), one.decimals),
                             Decimal(one.renewal(run, year), one.decimals));
    return sum;
  }

  /// What is left until the later run as it was frozen.
  void close() {
    for (Crossing& each : crossings_) move(each, closing_, each.after->frozen);
  }

  const BridgeRun& before_;
  const BridgeRun& after_;
  const BridgeAmount& amount_;
  BridgeCause closing_;
  Scenario scenario_;
  Date today_;
  std::optional<std::pair<Date, Date>> days_;
  bool other_scenario_;
  MadeLibraries libraries_;
  std::vector<Crossing> crossings_;
  std::vector<BridgeRow> rows_;
};

}  // namespace

const Phrase& words(BridgeCause cause) {
  static const auto phrases = [] {
    std::array<Phrase, cause_words.size()> made;
    std::transform(cause_words.begin(), cause_words.end(), made.begin(),
                   [](const Wording& each) { return each.phrase(); });
    return made;
  }();
  return phrases[static_cast<std::size_t>(cause)];
}

std::string_view word(BridgeCause cause) { return cause_names[static_cast<std::size_t>(cause)]; }

std::vector<BridgeRow> bridge(const BridgeRun& before, const BridgeRun& after,
                              const BridgeAmount& amount, const std::string& program) {
  return Crossings(before, after, amount, program).rows();
}

std::vector<BridgeTotal> bridge_totals(const std::vector<BridgeRow>& rows,
                                       const std::optional<std::string>& tag) {
  std::map<std::tuple<std::string, bool, std::string>, BridgeTotal> made;
  for (const BridgeRow& row : rows) {
    const auto found = tag ? row.tags.find(*tag) : row.tags.end();
    const std::string value = found == row.tags.end() ? std::string() : found->second;
    BridgeTotal& total = made[{std::string(row.currency.code()), row.vat == Vat::included, value}];
    total.currency = row.currency;
    total.vat = row.vat;
    total.value = value;
    ++total.contracts;
    total.before = total.before + row.before;
    total.after = total.after + row.after;
    total.open += row.open;
    for (std::size_t i = 0; i < row.causes.size(); ++i)
      total.causes[i] = total.causes[i] + row.causes[i];
  }
  std::vector<BridgeTotal> sorted;
  for (auto& [key, total] : made) sorted.push_back(std::move(total));
  return sorted;
}

}  // namespace pricetalk
