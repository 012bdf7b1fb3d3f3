#include "portfolio/portfolio.hpp"

#include <algorithm>
#include <tuple>

#include "billing/quantity.hpp"
#include "portfolio/alone.hpp"
#include "portfolio/content.hpp"
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
  State(PortfolioQuestion asked, ReadAgain reader)
      : question(std::move(asked)), read_again(std::move(reader)) {
    made.futures.reserve(question.scenario.futures.size());
    for (const Future& future : question.scenario.futures) made.futures.push_back(future.id);
    made.alternatives.emplace_back(as_it_is);
    for (const Alternative& alternative : question.scenario.alternatives)
      made.alternatives.push_back(alternative.id);
    names = !question.scenario.alternatives.empty();
    for (const Future& future : question.scenario.futures) names = names || !future.volume.empty();
  }

  std::size_t runs() const { return made.futures.size() * made.alternatives.size(); }

  // ---- adding

  void add(const Contract& contract, const Library& library, const std::string& path,
           const std::string& figures) {
    PortfolioContract one;
    one.path = path;
    one.id = contract.id;
    one.title = contract.title;
    one.currency = contract.currency;
    one.vat = contract.vat;
    one.decimals = ledger_decimals(contract);
    const std::optional<std::string> frame = frame_of(contract);
    const std::vector<LedgerPeriod> periods = columns(contract, frame);
    one.first_year = periods.front().first.year();
    one.years = periods.back().first.year() - one.first_year + 1;
    one.units.assign(runs() * static_cast<std::size_t>(one.years) * 2, 0);
    one.open.assign(runs(), 0);
    one.fits.push_back(true);
    for (const Alternative& alternative : question.scenario.alternatives)
      one.fits.push_back(fits(alternative, contract));
    made.contracts.push_back(std::move(one));
    take_lines(contract, library, frame, figures);
  }

  void take_lines(const Contract& contract, const Library& library,
                  const std::optional<std::string>& frame, const std::string& figures) {
    const auto at = static_cast<std::uint32_t>(made.contracts.size() - 1);
    std::vector<std::pair<const Line*, Content>> contents;
    for (const Line& line : contract.lines) {
      contents.emplace_back(&line, content_of(contract, line, frame, figures, names));
      Phrase& why = contents.back().second.by_itself;
      if (why.empty() && !fits_columns(line))
        why = {"numbers of very many digits", "getallen met heel veel cijfers"};
      if (why.empty()) continue;
      alone(at, std::move(why), contract, library);
      return;
    }
    for (auto& [line, content] : contents) join(at, contract, library, figures, *line, content);
  }

  void join(std::uint32_t at, const Contract& contract, const Library& library,
            const std::string& figures, const Line& line, Content& content) {
    const auto [found, fresh] = by_content.try_emplace(std::move(content.prices), groups.size());
    if (fresh) {
      LineGroup group;
      group.contract = contract;
      group.contract.lines = {line};
      group.library = library;
      group.figures = figures;
      group.amounts = std::move(content.amounts);
      groups.push_back(std::move(group));
    }
    LineGroup& group = groups[found->second];
    group.add(at, line);
  }

  /// A contract that is simulated by itself.
  void alone(std::uint32_t at, Phrase why, const Contract& contract, const Library& library) {
    PortfolioContract& one = made.contracts[at];
    one.by_itself = std::move(why);
    problems.append(simulate_alone(contract, library, question.scenario, question.today,
                                   made.alternatives, one));
  }

  // ---- answering

  /// The columns of the ledger of a contract: of one frame they are the same.
  std::vector<LedgerPeriod> columns(const Contract& contract,
                                    const std::optional<std::string>& frame) {
    const auto fresh_ones = [&] {
      return ledger_periods(contract, question.today.plus_days(1), question.scenario.months.value);
    };
    if (!frame) return fresh_ones();
    const auto [found, fresh] = periods_of.try_emplace(*frame);
    if (fresh) found->second = fresh_ones();
    return found->second;
  }

  void run_group(const LineGroup& group) {
    const LineColumns lines = columns_of(group);
    const std::vector<LedgerPeriod> periods = columns(group.contract, frame_of(group.contract));
    for (std::size_t alternative = 0; alternative < made.alternatives.size(); ++alternative) {
      if (!concerns_any(group, alternative)) continue;
      Contract contract = group.contract;
      if (alternative > 0 && !edit(group, alternative, contract)) return;
      for (std::size_t future = 0; future < made.futures.size(); ++future)
        if (!run_one(group, lines, contract, periods, future, alternative)) return;
    }
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
    Loaded<Contract> edited = apply(about(asked, group.contract), group.contract);
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
    if (!same || !content_of(*edited.value, *line, frame_of(*edited.value), group.figures, true)
                      .by_itself.empty())
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
    const Library& projected = projection(group, future, days.last);
    contract.lines.front() = going_on(contract.lines.front());
    const Line& line = contract.lines.front();
    const std::vector<PriceSchedule> schedules =
        schedule(contract, Coverage(projected, std::nullopt), days.last);
    check_future(contract, schedules, group.library, of, question.today, days.last, gaps, problems);
    const PriceCourse course = price_course(schedules.front());
    if (!course.refused.empty()) return refuse(group, course.refused);
    const std::vector<LedgerPeriod> periods = ledger_periods(contract, days);
    std::vector<Date> dates;
    for (const PriceEntry& entry : schedules.front().entries) dates.push_back(entry.from);
    const AmountCourse& amounts =
        amounts_of(group, {&contract, nullptr, &projected, &of, {}, periods}, line, dates, future,
                   alternative);
    if (!amounts.refused.empty()) return refuse(group, amounts.refused);
    ColumnRun run(plans, lines);
    run.follow(course);
    if (!run.refused().empty()) return refuse(group, run.refused());
    made.route.steps += run.steps();
    if (!add_up(run, lines, amounts, periods, made.run(future, alternative)))
      return refuse(group, run.refused());
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (run.own_way()[i])
        later.insert({lines.contracts[i],
                      {"a price that moves otherwise than those beside it",
                       "een prijs die anders loopt dan die ernaast"}});
    return true;
  }

  bool add_up(ColumnRun& run, const LineColumns& lines, const AmountCourse& amounts,
              const std::vector<LedgerPeriod>& periods, std::size_t at) {
    const int first_year = periods.front().first.year();
    const auto years = static_cast<std::size_t>(periods.back().first.year() - first_year + 1);
    std::vector<std::vector<std::int64_t>> sums(years * 2);
    std::vector<std::size_t> parts;
    for (const LedgerPeriod& period : periods)
      parts.push_back(static_cast<std::size_t>(period.first.year() - first_year) * 2 +
                      (period.contracted ? 0U : 1U));
    run.charge(amounts, parts, made.contracts[lines.contracts.front()].decimals, sums);
    if (!run.refused().empty()) return false;
    made.route.amounts += run.amounts();
    for (std::size_t part = 0; part < sums.size(); ++part)
      for (std::size_t line = 0; line < sums[part].size(); ++line)
        made.contracts[lines.contracts[line]].units[at * years * 2 + part] += sums[part][line];
    return true;
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

  const AmountCourse& amounts_of(const LineGroup& group, const LedgerRequest& request,
                                 const Line& line, const std::vector<Date>& dates,
                                 std::size_t future, std::size_t alternative) {
    std::string key = group.amounts + std::to_string(alternative) + ' ' +
                      (names ? std::to_string(future) : std::string()) + '\n';
    for (const Date date : dates) key += date.text();
    const auto [found, fresh] = amount_courses.try_emplace(std::move(key), AmountCourse{});
    if (fresh) found->second = amount_course(request, line, dates);
    return found->second;
  }

  Loaded<PortfolioAnswer> answer() {
    for (const LineGroup& group : groups) {
      made.route.lines += group.contracts.size();
      run_group(group);
    }
    made.route.contents = groups.size();
    made.route.plans = plans.size();
    for (const auto& [at, why] : later) {
      if (problems.has_errors()) break;
      const auto read = read_again(made.contracts[at].path);
      if (read) alone(at, why, read->contract, read->library);
    }
    for (PortfolioContract& each : made.contracts) {
      take_as_it_is(each);
      if (each.by_itself.empty()) continue;
      auto& [why, count] = made.route.by_itself[each.by_itself.en];
      why = each.by_itself;
      ++count;
    }
    problems.append(errors_of(gaps));
    Loaded<PortfolioAnswer> result;
    result.diagnostics = told_once();
    if (!result.diagnostics.has_errors()) result.value = std::move(made);
    return result;
  }

  /// Where an alternative is not about a contract, it counts as it is.
  void take_as_it_is(PortfolioContract& one) const {
    const std::size_t size = static_cast<std::size_t>(one.years) * 2;
    for (std::size_t future = 0; future < made.futures.size(); ++future)
      for (std::size_t alternative = 1; alternative < made.alternatives.size(); ++alternative) {
        if (one.fits[alternative]) continue;
        const std::size_t from = made.run(future, 0);
        const std::size_t to = made.run(future, alternative);
        std::copy_n(one.units.begin() + static_cast<std::ptrdiff_t>(from * size), size,
                    one.units.begin() + static_cast<std::ptrdiff_t>(to * size));
        one.open[to] = one.open[from];
      }
  }

  Diagnostics told_once() const {
    SaidOnce once;
    once.add(problems);
    for (const LineGroup& group : groups)
      for (const SourcePtr& source : group.contract.sources) once.all.keep(source);
    for (const SourcePtr& source : question.scenario.sources) once.all.keep(source);
    return once.all;
  }

  PortfolioQuestion question;
  ReadAgain read_again;
  bool names = false;  ///< whether the scenario refers to lines and clauses
  PortfolioAnswer made;
  std::vector<LineGroup> groups;
  std::map<std::string, std::size_t> by_content;
  std::map<std::tuple<std::string, std::size_t, Date>, Library> projections;
  std::map<std::string, std::vector<LedgerPeriod>> periods_of;  ///< by frame
  std::map<std::string, AmountCourse> amount_courses;
  std::map<std::uint32_t, Phrase> later;  ///< contracts to be computed by themselves
  Plans plans;
  std::vector<SeriesGap> gaps;
  Diagnostics problems;
};

Portfolio::Portfolio(PortfolioQuestion question, ReadAgain read_again)
    : state_(std::make_unique<State>(std::move(question), std::move(read_again))) {}
Portfolio::~Portfolio() = default;
Portfolio::Portfolio(Portfolio&&) noexcept = default;
Portfolio& Portfolio::operator=(Portfolio&&) noexcept = default;

void Portfolio::add(const Contract& contract, const Library& library, const std::string& path,
                    const std::string& figures) {
  state_->add(contract, library, path, figures);
}

Loaded<PortfolioAnswer> Portfolio::answer() && { return state_->answer(); }

}  // namespace pricetalk
