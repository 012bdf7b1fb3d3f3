#include "portfolio/portfolio.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>

#include "billing/quantity.hpp"
#include "portfolio/alone.hpp"
#include "portfolio/content.hpp"
#include "portfolio/known_prices.hpp"
#include "portfolio/line_group.hpp"
#include "scenario/alternative.hpp"
#include "scenario/check.hpp"
#include "scenario/named.hpp"
#include "scenario/project.hpp"
#include "simulation/beside.hpp"
#include "simulation/ledger.hpp"
#include "simulation/said_once.hpp"

namespace pricetalk {

struct Portfolio::State {
  State(PortfolioQuestion asked, ReadAgain reader, std::shared_ptr<SharedTexts> shared)
      : question(std::move(asked)), read_again(std::move(reader)), texts(std::move(shared)) {
    made.futures.reserve(question.scenario.futures.size());
    for (const Future& future : question.scenario.futures) made.futures.push_back(future.id);
    made.alternatives.emplace_back(as_it_is);
    for (const Alternative& alternative : question.scenario.alternatives)
      made.alternatives.push_back(alternative.id);
    if (question.scenario.discount_rate)
      made.discount_rate = question.scenario.discount_rate->value;
    for (const Alternative& alternative : question.scenario.alternatives)
      names = names || !things_named(alternative).empty();
    for (const Future& future : question.scenario.futures) {
      volumes = volumes || !future.volume.empty();
      for (const VolumeTerms& each : future.volume)
        names = names || each.price.value.value != every_line;
    }
  }

  std::size_t runs() const { return made.futures.size() * made.alternatives.size(); }

  // ---- adding

  std::vector<bool> add(const PortfolioEntry& entry, std::optional<Here> here,
                        std::shared_ptr<const Actuals> actuals) {
    std::optional<Read> again;
    const auto contract_of = [&]() -> std::optional<Here> {
      if (!here && !again) again = read(entry.path);
      if (!here && again) here.emplace(Here{again->contract, again->library});
      return here;
    };
    const bool framed = entry.by_itself.empty() && periods_of.contains(entry.frame);
    if (!framed && !contract_of())
      return std::vector<bool>(question.scenario.alternatives.size(), false);
    const std::vector<LedgerPeriod>& periods =
        framed ? periods_of.at(entry.frame) : periods_like(entry, here->contract);
    PortfolioContract one;
    one.path = entry.path;
    one.id = entry.id();
    one.title = entry.title;
    one.tags = entry.tags;
    one.currency = entry.currency;
    one.vat = entry.vat;
    one.decimals = entry.decimals;
    one.first_year = periods.front().first.year();
    one.years = periods.back().first.year() - one.first_year + 1;
    one.units.assign(runs() * static_cast<std::size_t>(one.years) * 2, 0);
    const Date start = periods.front().first;
    one.first_month = Period::containing(start, Unit::month);
    one.running_years = running_year_of(start, periods.back().first) + 1;
    one.running_units.assign(runs() * static_cast<std::size_t>(one.running_years), 0);
    for (std::size_t future = 0; future < made.futures.size(); ++future)
      one.as_first_future.push_back(!reads_what_differs(entry.names, future));
    one.open.assign(runs(), 0);
    one.fits.push_back(true);
    const std::vector<bool> fits = fits_of(entry, contract_of);
    const auto at = static_cast<std::uint32_t>(made.contracts.size());
    for (std::size_t i = 0; i < fits.size(); ++i)
      one.fits.push_back(fits[i] && (!question.asks || question.asks(at, i + 1)));
    made.contracts.push_back(std::move(one));
    const Phrase why = by_itself(entry, actuals != nullptr);
    if (!why.empty()) {
      if (contract_of()) alone(at, why, here->contract, here->library, std::move(actuals));
      return fits;
    }
    made.contracts[at].lines = static_cast<std::uint32_t>(entry.lines.size());
    for (const LineEntry& line : entry.lines) join(at, entry, line, here);
    return fits;
  }

  /// Why a contract has to be computed by itself; empty: its lines are in columns.
  Phrase by_itself(const PortfolioEntry& entry, bool invoiced) const {
    if (invoiced) return {"invoices", "facturen"};
    const bool rows = question.ledger && (entry.market_level || has_costs_beside(entry));
    if (entry.by_itself.empty() && (rows || (question.whole_cost && has_costs_beside(entry))))
      return {"costs beside the price", "kosten naast de prijs"};
    return entry.by_itself;
  }

  /// Whether something is expected beside its prices, which no columns hold.
  bool has_costs_beside(const PortfolioEntry& entry) const {
    const auto about = [&](const auto& rates) {
      return std::any_of(rates.begin(), rates.end(), [&](const auto& rate) {
        return entry.names.has({NamedThing::Kind::line, rate.price.value.value, {}});
      });
    };
    const auto& futures = question.scenario.futures;
    return entry.costs_beside || question.scenario.vat_deductible ||
           std::any_of(futures.begin(), futures.end(), [&](const Future& future) {
             return about(future.returns) || about(future.non_conformity);
           });
  }

  /// Whether each alternative is about a contract. The names of a contract decide where they can;
  /// else its terms: of what is said of all clauses those of each line, which lines of one content
  /// share.
  template <class ContractOf>
  std::vector<bool> fits_of(const PortfolioEntry& entry, const ContractOf& contract_of) {
    std::vector<bool> made_of;
    for (std::size_t i = 0; i < question.scenario.alternatives.size(); ++i) {
      const Alternative& alternative = question.scenario.alternatives[i];
      if (const std::optional<bool> by_name = fits_by_name(alternative, entry.names))
        made_of.push_back(*by_name);
      else if (things_named(alternative).empty() && lines_hold_all(entry))
        made_of.push_back(fits_a_line(i, entry, contract_of));
      else if (const std::optional<Here> here = contract_of())
        made_of.push_back(fits(alternative, here->contract, question.today));
      else
        made_of.push_back(false);
    }
    return made_of;
  }

  template <class ContractOf>
  bool fits_a_line(std::size_t alternative, const PortfolioEntry& entry,
                   const ContractOf& contract_of) {
    return std::any_of(entry.lines.begin(), entry.lines.end(), [&](const LineEntry& line) {
      const std::tuple key(alternative, line.prices, line.names);
      if (const auto known = fits_known.find(key); known != fits_known.end()) return known->second;
      const std::optional<Here> here = contract_of();
      const bool found = here && fits(question.scenario.alternatives[alternative],
                                      line_alone(here->contract, line.id), question.today);
      return fits_known[key] = found;
    });
  }

  /// Whether every clause of a contract is on a line that is in columns.
  bool lines_hold_all(const PortfolioEntry& entry) const {
    if (!entry.by_itself.empty()) return false;
    std::set<std::string_view> on_lines;
    for (const LineEntry& line : entry.lines) {
      const std::vector<std::string_view> ids = names_in(texts->at(line.names));
      on_lines.insert(ids.begin() + 1, ids.end());
    }
    const std::vector<std::string>& clauses = entry.names.ids(NamedThing::Kind::clause);
    return std::all_of(clauses.begin(), clauses.end(),
                       [&](const std::string& id) { return on_lines.contains(id); });
  }

  /// A contract of one of its lines and the clauses of that line.
  static Contract line_alone(const Contract& whole, const std::string& id) {
    Contract made = whole;
    made.lines = {*whole.find_line(id)};
    made.clauses.clear();
    for (std::size_t& clause : made.lines.front().clauses) {
      made.clauses.push_back(whole.clauses[clause]);
      clause = made.clauses.size() - 1;
    }
    return made;
  }

  /// The id of a line, and those of its clauses.
  static std::vector<std::string_view> names_in(std::string_view text) {
    std::vector<std::string_view> ids;
    for (std::size_t from = 0; from < text.size();) {
      const std::size_t end = text.find('\n', from);
      ids.push_back(text.substr(from, end - from));
      from = end + 1;
    }
    return ids;
  }

  bool reads_what_differs(const ContractNames& of, std::size_t future) const {
    return future >= question.differs_in.size() || question.differs_in[future].empty() ||
           of.series.contains(question.differs_in[future]);
  }

  void join(std::uint32_t at, const PortfolioEntry& entry, const LineEntry& line,
            const std::optional<Here>& here) {
    const TextId line_names = names ? line.names : TextId{};
    const auto [found, fresh] =
        by_content.try_emplace(std::pair(line.prices, line_names), groups.size());
    if (fresh) {
      LineGroup& group = groups.emplace_back();
      group.path = entry.path;
      group.line_id = line.id;
      group.prices = line.prices;
      group.figures = entry.figures;
      group.amounts = line.amounts;
      group.names = line_names;
      group.frame = entry.frame;
      if (here) group.stand_for(here->contract, here->library);
    }
    LineGroup& group = groups[found->second];
    if (question.details) group.names_of.push_back(line.names);
    if (question.ledger)
      made.ledger.add_line(at, found->second, group.contracts.size(), line.id, line.title);
    group.add(at, line);
  }

  /// A contract again, from its file.
  std::optional<Read> read(const std::string& path) {
    std::optional<Read> made_again = read_again(path);
    if (!made_again) changed(path);
    return made_again;
  }

  void changed(const std::string& path) {
    problems.error("O0004", {},
                   {"'" + path + "' was changed while it was being read",
                    "'" + path + "' is gewijzigd terwijl het werd gelezen"},
                   {"run the command again", "voer de opdracht nog eens uit"});
  }

  /// A contract that is simulated by itself.
  void alone(std::uint32_t at, Phrase why, const Contract& contract, const Library& library,
             std::shared_ptr<const Actuals> actuals = {}) {
    PortfolioContract& one = made.contracts[at];
    one.by_itself = std::move(why);
    if (question.at_known_prices)
      return charge_known_prices(contract, library, question.today, periods_of_contract(contract),
                                 one);
    std::vector<PlainRow> rows;
    problems.append(simulate_alone(contract, library, question, std::move(actuals),
                                   made.alternatives, one, question.ledger ? &rows : nullptr));
    if (question.ledger) made.ledger.set_alone(at, std::move(rows));
  }

  // ---- answering

  std::vector<LedgerPeriod> periods_of_contract(const Contract& contract) const {
    if (question.days)
      return ledger_periods(contract, Days{question.days->first, question.days->second});
    return ledger_periods(contract, question.today.plus_days(1), question.scenario.months.value);
  }

  /// The columns of the ledger of a contract: of one frame they are the same.
  const std::vector<LedgerPeriod>& periods_like(const PortfolioEntry& entry,
                                                const Contract& contract) {
    if (!entry.by_itself.empty()) return own_periods = periods_of_contract(contract);
    return periods_of.emplace(entry.frame, periods_of_contract(contract)).first->second;
  }

  /// The line that stands for all, out of its file where it is not at hand.
  bool represent(LineGroup& group) {
    if (group.contract) return true;
    if (!read_last || read_last->entry.path != group.path) {
      std::optional<Read> found = read(group.path);
      if (!found) return false;
      PortfolioEntry entry =
          TakenApart(found->contract, group.path, group.figures).entry(*texts, found->library);
      read_last.emplace(ReadLast{std::move(*found), std::move(entry)});
    }
    const std::vector<LineEntry>& lines = read_last->entry.lines;
    const auto line = std::find_if(lines.begin(), lines.end(),
                                   [&](const LineEntry& l) { return l.id == group.line_id; });
    if (line == lines.end() || line->prices != group.prices) {
      changed(group.path);
      return false;
    }
    group.stand_for(read_last->read.contract, read_last->read.library);
    return true;
  }

  void run_group(LineGroup& group) {
    if (!represent(group)) return;
    // A ledger keeps the amounts of a line where it was added.
    const LineColumns lines =
        columns_of(group, question.ledger ? LineOrder::as_added : LineOrder::repeating);
    const std::vector<LedgerPeriod>& periods = periods_of.at(group.frame);
    for (std::size_t alternative = 0; alternative < made.alternatives.size(); ++alternative) {
      if (!concerns_any(group, alternative)) continue;
      Contract contract = *group.contract;
      if (alternative > 0 && !edit(group, alternative, contract)) return;
      for (std::size_t future = 0; future < made.futures.size(); ++future)
        if (differs_for_any(group, future) &&
            !run_one(group, lines, contract, periods, future, alternative))
          return;
    }
  }

  bool differs_for_any(const LineGroup& group, std::size_t future) const {
    return std::any_of(group.contracts.begin(), group.contracts.end(), [&](std::uint32_t at) {
      return !made.contracts[at].as_first_future[future];
    });
  }

  /// Whether an alternative is about one of the contracts of a group.
  bool concerns_any(const LineGroup& group, std::size_t alternative) const {
    return std::any_of(group.contracts.begin(), group.contracts.end(),
                       [&](std::uint32_t at) { return made.contracts[at].fits[alternative]; });
  }

  /// The contract of a group as an alternative has it, with the one line.
  bool edit(const LineGroup& group, std::size_t alternative, Contract& contract) {
    const Alternative& asked = question.scenario.alternatives[alternative - 1];
    if (asked.innovation) return refuse(group, {"an innovation", "een innovatie"});
    Loaded<Contract> edited =
        apply(about(asked, *group.contract, question.today), *group.contract, question.today);
    problems.append(edited.diagnostics);
    if (!edited.value) return false;
    check_series(*edited.value, group.library, problems);
    const Line* line = edited.value->find_line(group.line().id);
    const Line& own = group.line();
    const bool same =
        line != nullptr && line->prices.size() == 1 && line->quantity &&
        line->prices.front().original.value.same_text(own.prices.front().original.value) &&
        line->quantity->value.rates.size() == own.quantity->value.rates.size() &&
        numbers_of(line->quantity->value) == numbers_of(own.quantity->value);
    if (!same || !why_by_itself(*edited.value, *line).empty())
      return refuse(group, {"an alternative of price or quantity",
                            "een alternatief van prijs of hoeveelheid"});
    Line kept = *line;
    contract = std::move(*edited.value);
    contract.lines = {std::move(kept)};
    return true;
  }

  bool run_one(const LineGroup& group, const LineColumns& lines, Contract& contract,
               const std::vector<LedgerPeriod>& asked, std::size_t future,
               std::size_t alternative) {
    const Future& of = question.scenario.futures[future];
    const Days days{asked.front().first, asked.back().last};
    const bool known = question.at_known_prices;
    const Library& projected = known ? group.library : projection(group, future, days.last);
    contract.lines.front() = going_on(contract.lines.front());
    const std::vector<PriceSchedule> schedules =
        known ? known_prices(contract, projected, question.today, days.last)
              : schedule(contract, Coverage(projected, std::nullopt), days.last);
    if (!known)
      check_future(contract, schedules, group.library, of, question.today, days.last, gaps,
                   problems);
    const PriceCourse course = price_course(schedules.front());
    if (!course.refused.empty()) return refuse(group, course.refused);
    std::vector<Date> dates;
    for (const PriceEntry& entry : schedules.front().entries) dates.push_back(entry.from);
    const Charges& charges =
        charges_of(group, {&contract, nullptr, &projected, known ? nullptr : &of, {}, {}}, days,
                   dates, future, alternative);
    if (!charges.course.refused.empty()) return refuse(group, charges.course.refused);
    ColumnRun run(plans, lines);
    run.follow(course);
    if (!run.refused().empty()) return refuse(group, run.refused());
    made.route.steps += run.steps();
    const std::size_t at = made.run(future, alternative);
    const bool details = question.details && at == 0;
    if (!add_up(group, run, lines, charges, at, details)) return refuse(group, run.refused());
    if (details) take_bites(group, schedules.front());
    if (question.ledger)
      note_fixity(group, {&contract, &schedules, &projected, &of, {}, charges.periods, nullptr, {}},
                  at);
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (run.own_way()[i])
        later.insert({lines.contracts[i],
                      {"a price that moves otherwise than those beside it",
                       "een prijs die anders loopt dan die ernaast"}});
    return true;
  }

  /// The steps that a cap cuts off, by the name that each contract has for the clause.
  void take_bites(const LineGroup& group, const PriceSchedule& prices) {
    PortfolioDetails found;
    add_bites(prices, question.today, found);
    const std::vector<std::size_t>& clauses = group.line().clauses;
    for (std::size_t i = 0; i < group.contracts.size(); ++i) {
      const std::vector<std::string_view> names_of = names_in(texts->at(group.names_of[i]));
      for (CapBite bite : found.bites) {
        for (std::size_t c = 0; c < clauses.size(); ++c)
          if (group.contract->clauses[clauses[c]].id == bite.clause) {
            bite.clause = names_of[c + 1];
            break;
          }
        add_bite(bite, made.contracts[group.contracts[i]].details);
      }
    }
  }

  /// Where the amounts of a column of the ledger are added to.
  struct Part {
    int year = 0;  ///< calendar years after the first
    int running_year = 0;
    bool contracted = true;
    int month = 0;  ///< after the first; 0 unless details are asked for
    friend bool operator==(const Part&, const Part&) = default;
  };

  /// The parts of a ledger, and to which of them each period adds; `each`: a part for every period.
  static std::vector<std::size_t> parts_of(const std::vector<LedgerPeriod>& periods, bool months,
                                           bool each, std::vector<Part>& parts) {
    const Date start = periods.front().first;
    const Period first = Period::containing(start, Unit::month);
    std::vector<std::size_t> of;
    for (const LedgerPeriod& period : periods) {
      const Part part{period.first.year() - start.year(), running_year_of(start, period.first),
                      period.contracted, months ? months_after(first, period.first) : 0};
      if (each || parts.empty() || !(parts.back() == part)) parts.push_back(part);
      of.push_back(parts.size() - 1);
    }
    return of;
  }

  /// What the lines of a content are charged, and where it is added to.
  struct Charges {
    std::vector<LedgerPeriod> periods;
    AmountCourse course;
    std::vector<Part> parts;
    SummedAmounts summed;
  };

  /// `details`: whether months are kept too.
  bool add_up(const LineGroup& group, ColumnRun& run, const LineColumns& lines,
              const Charges& charges, std::size_t at, bool details) {
    const std::vector<Part>& parts = charges.parts;
    std::vector<std::vector<std::int64_t>> sums(parts.size());
    run.charge(charges.course, charges.summed, made.contracts[lines.contracts.front()].decimals,
               sums);
    if (!run.refused().empty()) return false;
    made.route.amounts += run.amounts();
    for (std::size_t i = 0; i < parts.size(); ++i)
      for (std::size_t line = 0; line < sums[i].size(); ++line)
        add(parts[i], sums[i][line], at, made.contracts[lines.contracts[line]], details);
    if (question.ledger)
      made.ledger.set(place_of(group), at,
                      {std::make_shared<const std::vector<LedgerPeriod>>(charges.periods),
                       std::move(sums),
                       {}});
    return true;
  }

  static void add(const Part& part, std::int64_t units, std::size_t run, PortfolioContract& to,
                  bool details) {
    const auto year =
        run * static_cast<std::size_t>(to.years) + static_cast<std::size_t>(part.year);
    to.units[year * 2 + (part.contracted ? 0U : 1U)] += units;
    to.running_units[run * static_cast<std::size_t>(to.running_years) +
                     static_cast<std::size_t>(part.running_year)] += units;
    if (!details) return;
    std::vector<std::int64_t>& months = to.details.months;
    const auto month = static_cast<std::size_t>(part.month);
    if (months.size() <= month) months.resize(month + 1, 0);
    months[month] += units;
  }

  std::size_t place_of(const LineGroup& group) const {
    return static_cast<std::size_t>(&group - groups.data());
  }

  /// How sure the amounts of a group are: as sure as those of the line that stands for all.
  void note_fixity(const LineGroup& group, const LedgerRequest& request, std::size_t at) {
    std::vector<Fixity> made_of;
    const Ledger own = ledger(request);
    for (const LedgerCell& cell : own.rows.front().cells) made_of.push_back(cell.fixity);
    made.ledger.set_fixity(place_of(group), at, std::move(made_of));
  }

  /// Its contracts are simulated by themselves.
  bool refuse(const LineGroup& group, const Phrase& why) {
    for (const std::uint32_t contract : group.contracts) later.insert({contract, why});
    return false;
  }

  const Library& projection(const LineGroup& group, std::size_t future, Date until) {
    const auto [found, fresh] =
        projections.try_emplace(std::tuple(group.figures, future, until), Library{});
    if (fresh)
      found->second =
          project(group.library, question.scenario.futures[future], question.today, until);
    return found->second;
  }

  const Charges& charges_of(const LineGroup& group, LedgerRequest request, const Days& days,
                            const std::vector<Date>& dates, std::size_t future,
                            std::size_t alternative) {
    const auto [found, fresh] = known_charges.try_emplace(
        std::tuple(group.amounts, group.names, alternative, volumes ? future : 0, dates),
        Charges{});
    Charges& charged = found->second;
    if (!fresh) return charged;
    charged.periods = request.periods = ledger_periods(*request.contract, days);
    charged.course = amount_course(request, request.contract->lines.front(), dates);
    if (!charged.course.refused.empty()) return charged;
    const std::vector<std::size_t> of = parts_of(
        charged.periods, question.details && alternative == 0, question.ledger, charged.parts);
    charged.summed = summed(charged.course, of);
    return charged;
  }

  Loaded<PortfolioAnswer> answer() {
    problems.append(refuse_random(question.scenario));
    if (problems.has_errors()) {
      Loaded<PortfolioAnswer> refused;
      refused.diagnostics = told_once();
      return refused;
    }
    for (LineGroup& group : groups) run_group(group);
    made.route.contents = groups.size();
    made.route.plans = plans.size();
    for (const auto& [at, why] : later) {
      if (problems.has_errors()) break;
      const auto again = read(made.contracts[at].path);
      if (again) alone(at, why, again->contract, again->library);
    }
    for (PortfolioContract& each : made.contracts) take_as_it_is(each);
    made.count_ways();
    problems.append(errors_of(gaps));
    Loaded<PortfolioAnswer> result;
    result.diagnostics = told_once();
    if (!result.diagnostics.has_errors()) result.value = std::move(made);
    return result;
  }

  /// Where an alternative is not about a contract, it counts as it is; where a future differs in
  /// nothing that it reads, as in the first one.
  void take_as_it_is(PortfolioContract& one) const {
    for (std::size_t future = 0; future < made.futures.size(); ++future)
      for (std::size_t alternative = 0; alternative < made.alternatives.size(); ++alternative) {
        const std::size_t to = made.run(future, alternative);
        if (one.as_first_future[future])
          take(one, made.run(0, one.fits[alternative] ? alternative : 0), to);
        else if (!one.fits[alternative])
          take(one, made.run(future, 0), to);
      }
  }

  static void take(PortfolioContract& one, std::size_t from, std::size_t to) {
    const auto copy = [&](std::vector<std::int64_t>& units, std::size_t size) {
      std::copy_n(units.begin() + static_cast<std::ptrdiff_t>(from * size), size,
                  units.begin() + static_cast<std::ptrdiff_t>(to * size));
    };
    copy(one.units, static_cast<std::size_t>(one.years) * 2);
    copy(one.running_units, static_cast<std::size_t>(one.running_years));
    one.open[to] = one.open[from];
    for (PortfolioBeside& each : one.beside) each.units[to] = each.units[from];
  }

  Diagnostics told_once() const {
    SaidOnce once;
    once.add(problems);
    for (const LineGroup& group : groups)
      if (group.contract)
        for (const SourcePtr& source : group.contract->sources) once.all.keep(source);
    for (const SourcePtr& source : question.scenario.sources) once.all.keep(source);
    return once.all;
  }

  PortfolioQuestion question;
  ReadAgain read_again;
  std::shared_ptr<SharedTexts> texts;
  bool names = false;    ///< whether the scenario refers to lines and clauses
  bool volumes = false;  ///< whether a quantity moves in a future
  PortfolioAnswer made;
  std::vector<LineGroup> groups;
  std::map<std::pair<TextId, TextId>, std::size_t> by_content;
  std::map<std::tuple<std::string, std::size_t, Date>, Library> projections;
  std::map<TextId, std::vector<LedgerPeriod>> periods_of;  ///< by frame
  std::vector<LedgerPeriod> own_periods;                   ///< of a contract without a frame
  /// By content, names, alternative, future and dates.
  std::map<std::tuple<TextId, TextId, std::size_t, std::size_t, std::vector<Date>>, Charges>
      known_charges;
  /// The contract that was read again last: other lines of it may stand for others too.
  struct ReadLast {
    Read read;
    PortfolioEntry entry;
  };
  std::optional<ReadLast> read_last;
  /// By alternative, content and names of a line: whether the alternative is about it.
  std::map<std::tuple<std::size_t, TextId, TextId>, bool> fits_known;
  std::map<std::uint32_t, Phrase> later;  ///< contracts to be computed by themselves
  Plans plans;
  std::vector<SeriesGap> gaps;
  Diagnostics problems;
};

std::int64_t PortfolioContract::total(std::size_t run) const {
  std::int64_t sum = 0;
  for (int year = first_year; year < first_year + years; ++year)
    sum += contracted(run, year) + renewal(run, year);
  return sum;
}

void PortfolioAnswer::count_ways() {
  route.lines = 0;
  route.by_itself.clear();
  for (const PortfolioContract& each : contracts) {
    if (each.by_itself.empty()) {
      route.lines += each.lines;
      continue;
    }
    auto& [why, count] = route.by_itself[each.by_itself.en];
    why = each.by_itself;
    ++count;
  }
}

Portfolio::Portfolio(PortfolioQuestion question, ReadAgain read_again,
                     std::shared_ptr<SharedTexts> texts)
    : state_(
          std::make_unique<State>(std::move(question), std::move(read_again), std::move(texts))) {}
Portfolio::~Portfolio() = default;
Portfolio::Portfolio(Portfolio&&) noexcept = default;
Portfolio& Portfolio::operator=(Portfolio&&) noexcept = default;

std::vector<bool> Portfolio::add(const PortfolioEntry& entry, std::optional<Here> here,
                                 std::shared_ptr<const Actuals> actuals) {
  return state_->add(entry, here, std::move(actuals));
}

void Portfolio::add(const Contract& contract, const Library& library, const std::string& path,
                    const std::string& figures, std::shared_ptr<const Actuals> actuals) {
  const PortfolioEntry entry = TakenApart(contract, path, figures).entry(*state_->texts, library);
  state_->add(entry, Here{contract, library}, std::move(actuals));
}

void PortfolioAnswer::each_row(std::size_t contract, std::size_t run,
                               const std::function<void(const PlainRow&)>& take) const {
  const std::size_t alternative = run % alternatives.size();
  const PortfolioContract& one = contracts[contract];
  ledger.each(static_cast<std::uint32_t>(contract), one.fits[alternative] ? run : run - alternative,
              one.decimals, take);
}

Loaded<PortfolioAnswer> Portfolio::answer() && { return state_->answer(); }

}  // namespace pricetalk
