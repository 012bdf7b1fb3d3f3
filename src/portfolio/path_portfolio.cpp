#include "portfolio/path_portfolio.hpp"

#include <algorithm>
#include <span>

#include "number/wide.hpp"
#include "portfolio/path_chunk.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t chunk = 2048;  ///< paths at a time: what stays in a near cache
/// Sums of contracts that are in memory at once; one contract always is.
constexpr std::uint64_t batch_bytes = 512'000'000;

bool is_together(const PathTogether& kind, const PathFrame& frame) {
  return kind.frame.currency == frame.currency && kind.frame.vat == frame.vat;
}

/// The percentiles of something that has a column for each year and one for what is contracted.
template <class Column>
class Counting {
 public:
  Counting(const PathAnswer& answer, std::size_t years, Column column)
      : answer_(answer), years_(years), column_(column) {}

  std::vector<PathTotals> run(const std::optional<std::int64_t>& budget) {
    std::vector<PathTotals> made;
    for (std::size_t future = 0; future < answer_.futures.size(); ++future)
      for (std::size_t alternative = 0; alternative < answer_.alternatives.size(); ++alternative)
        made.push_back(totals(future, alternative, budget));
    return made;
  }

 private:
  PathTotals totals(std::size_t future, std::size_t alternative,
                    const std::optional<std::int64_t>& budget) {
    PathTotals made;
    const auto own = [&](std::size_t year) { return column_(future, alternative, year); };
    const auto first = [&](std::size_t year) { return column_(future, 0, year); };
    for (std::size_t year = 0; year < years_; ++year) made.years.push_back(of(own(year)));
    made.contracted = of(own(years_));
    std::vector<std::int64_t> all = sum(own);
    if (budget)
      made.over_budget = static_cast<std::size_t>(
          std::count_if(all.begin(), all.end(), [&](std::int64_t each) { return each > *budget; }));
    if (alternative > 0) {
      for (std::size_t year = 0; year < years_; ++year)
        made.difference_by_year.push_back(less(own(year), first(year)));
      const std::vector<std::int64_t> other = sum(first);
      made.difference = less(all, other);
    }
    made.all = percentiles_of(all);
    return made;
  }

  template <class Year>
  std::vector<std::int64_t> sum(Year year) const {
    std::vector<std::int64_t> made(answer_.paths, 0);
    for (std::size_t at = 0; at < years_; ++at) {
      const auto values = year(at);
      for (std::size_t path = 0; path < made.size(); ++path) made[path] += values[path];
    }
    return made;
  }

  Percentiles of(std::span<const std::int64_t> values) {
    scratch_.assign(values.begin(), values.end());
    return percentiles_of(scratch_);
  }

  Percentiles less(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    scratch_.resize(a.size());
    for (std::size_t path = 0; path < a.size(); ++path) scratch_[path] = a[path] - b[path];
    return percentiles_of(scratch_);
  }

  const PathAnswer& answer_;
  std::size_t years_;
  Column column_;
  std::vector<std::int64_t> scratch_;
};

}  // namespace

struct PathPortfolio::State {
  explicit State(PathQuestion asked) : question(std::move(asked)), book(question) {
    made.paths = static_cast<std::size_t>(question.scenario.random.paths.value);
    made.random = question.scenario.random;
    made.budget = question.budget;
    for (const Future* future : book.futures()) made.futures.push_back(future->id);
    made.alternatives.emplace_back(as_it_is);
    for (const Alternative& alternative : question.scenario.alternatives)
      made.alternatives.push_back(alternative.id);
  }

  // ---- running

  /// The sums of contracts [begin, end), chunk by chunk.
  std::vector<PathSums> run(std::size_t begin, std::size_t end, const Spread& spread) {
    std::vector<PathSums> sums;
    for (std::size_t i = begin; i < end; ++i)
      sums.emplace_back(book.contracts()[i], made.futures.size(), made.paths);
    const std::size_t chunks = (made.paths + chunk - 1) / chunk;
    std::vector<std::vector<ChunkNotes>> notes(chunks * made.futures.size());
    spread(notes.size(), [&](std::size_t at) {
      const std::size_t future = at / chunks;
      const std::size_t first = at % chunks * chunk;
      const std::vector<Paths> paths = paths_of(future, first);
      PathChunk run(book, question, future, paths);
      for (std::size_t i = begin; i < end; ++i)
        notes[at].push_back(run.run(book.contracts()[i], sums[i - begin]));
    });
    for (const std::vector<ChunkNotes>& each : notes)
      for (std::size_t i = 0; i < each.size(); ++i) take(each[i], sums[i]);
    return sums;
  }

  std::vector<Paths> paths_of(std::size_t future, std::size_t first) {
    std::vector<Paths> made_paths;
    const std::size_t count = std::min(chunk, made.paths - first);
    for (std::size_t library = 0; library < book.libraries(); ++library)
      made_paths.push_back(book.source(library, future).make(first, count));
    return made_paths;
  }

  void take(const ChunkNotes& notes, PathSums& sums) {
    sums.one_by_one += notes.one_by_one;
    if (sums.why.empty()) sums.why = notes.why;
    sums.open = sums.open || notes.open;
    problems.add(notes.problems);
  }

  // ---- adding up

  void make_kinds() {
    for (const BookedContract& contract : book.contracts()) {
      const PathFrame& frame = contract.answer.frame;
      auto kind = std::find_if(made.together.begin(), made.together.end(),
                               [&](const PathTogether& each) { return is_together(each, frame); });
      if (kind == made.together.end()) {
        made.together.push_back({frame, 1, {}});
        continue;
      }
      ++kind->contracts;
      join(kind->frame, frame);
    }
  }

  static void join(PathFrame& all, const PathFrame& one) {
    const int end = std::max(all.first_year + all.years, one.first_year + one.years);
    const int begin = std::min(all.first_year, one.first_year);
    std::vector<bool> renews(static_cast<std::size_t>(end - begin), false);
    for (const PathFrame* each : {static_cast<const PathFrame*>(&all), &one})
      for (std::size_t year = 0; year < each->renews.size(); ++year)
        if (each->renews[year])
          renews[year + static_cast<std::size_t>(each->first_year - begin)] = true;
    all.first_year = begin;
    all.years = end - begin;
    all.renews = std::move(renews);
    all.decimals = std::max(all.decimals, one.decimals);
  }

  std::size_t runs() const { return made.futures.size() * made.alternatives.size(); }

  void add_together(const BookedContract& contract, const PathSums& sums) {
    const PathFrame& frame = contract.answer.frame;
    const auto kind =
        std::find_if(made.together.begin(), made.together.end(),
                     [&](const PathTogether& each) { return is_together(each, frame); });
    auto& all = together[static_cast<std::size_t>(kind - made.together.begin())];
    const auto years = static_cast<std::size_t>(kind->frame.years);
    all.resize(runs() * (years + 1), {});
    const std::int64_t up = wide::power_of_ten(kind->frame.decimals - frame.decimals);
    const auto later = static_cast<std::size_t>(frame.first_year - kind->frame.first_year);
    for (std::size_t future = 0; future < made.futures.size(); ++future)
      for (std::size_t alternative = 0; alternative < made.alternatives.size(); ++alternative)
        for (std::size_t year = 0; year <= sums.years(); ++year) {
          const std::size_t at = year == sums.years() ? years : year + later;
          std::vector<std::int64_t>& into = all[made.run(future, alternative) * (years + 1) + at];
          into.resize(made.paths);
          const auto from = sums.column(future, contract.variant_of(alternative), year);
          for (std::size_t path = 0; path < made.paths; ++path) into[path] += from[path] * up;
        }
  }

  std::optional<std::int64_t> budget_in(const PathFrame& frame) const {
    if (!question.budget) return std::nullopt;
    return round(Ratio(*question.budget), Rounding::decimals(frame.decimals, RoundingMode::floor))
        .mantissa();
  }

  void count(BookedContract& contract, const PathSums& sums) const {
    PathContract& answer = contract.answer;
    answer.one_by_one = sums.one_by_one;
    answer.why_one_by_one = sums.why;
    if (sums.open) return;
    const auto column = [&](std::size_t future, std::size_t alternative, std::size_t year) {
      return sums.column(future, contract.variant_of(alternative), year);
    };
    answer.totals = Counting(made, sums.years(), column).run(budget_in(answer.frame));
  }

  void count_together(const Spread& spread) {
    spread(made.together.size(), [&](std::size_t at) {
      PathTogether& kind = made.together[at];
      const auto years = static_cast<std::size_t>(kind.frame.years);
      std::vector<std::vector<std::int64_t>>& all = together[at];
      all.resize(runs() * (years + 1));
      for (std::vector<std::int64_t>& each : all) each.resize(made.paths);
      const auto column = [&](std::size_t future, std::size_t alternative, std::size_t year) {
        return std::span<const std::int64_t>(
            all[made.run(future, alternative) * (years + 1) + year]);
      };
      kind.totals = Counting(made, years, column).run(budget_in(kind.frame));
      all.clear();
    });
  }

  /// How much the sums of all together and of the largest contract take.
  std::uint64_t bytes_needed() {
    std::uint64_t all = 0;
    for (const PathTogether& kind : made.together)
      all += std::uint64_t{runs()} * (static_cast<std::uint64_t>(kind.frame.years) + 1) *
             made.paths * sizeof(std::int64_t);
    std::uint64_t largest = 0;
    for (const BookedContract& each : book.contracts())
      largest = std::max(largest, PathSums::bytes(each, made.futures.size(), made.paths));
    return all + largest;
  }

  bool enough_memory() {
    const std::uint64_t needed = bytes_needed();
    if (needed <= question.memory) return true;
    const auto text = [](std::uint64_t bytes) {
      return std::to_string((bytes + 999'999) / 1'000'000) + " MB";
    };
    Diagnostics refused;
    refused.error("S0401",
                  question.scenario.random.paths.where.value_or(question.scenario.random.where),
                  {std::to_string(made.paths) + " paths need " + text(needed) +
                       " of memory for their sums; " + text(question.memory) + " is allowed",
                   std::to_string(made.paths) + " paden hebben voor hun sommen " + text(needed) +
                       " geheugen nodig; " + text(question.memory) + " mag"},
                  {"ask for fewer paths, months, futures or alternatives",
                   "vraag minder paden, maanden, toekomsten of alternatieven"});
    problems.add(refused);
    return false;
  }

  bool one_budget() {
    if (!question.budget || made.together.size() <= 1) return !problems.all.has_errors();
    Diagnostics refused;
    refused.error("S0402", {},
                  {"a budget is one amount, and these contracts have several currencies, or some "
                   "amounts with VAT and some without",
                   "een budget is één bedrag, en deze contracten hebben verschillende valuta's, of "
                   "bedragen met en zonder btw"},
                  {"give contracts of one currency", "geef contracten in één valuta"});
    problems.add(refused);
    return false;
  }

  std::size_t batch_from(std::size_t begin) {
    std::uint64_t bytes = 0;
    std::size_t end = begin;
    while (end < book.contracts().size()) {
      bytes += PathSums::bytes(book.contracts()[end], made.futures.size(), made.paths);
      if (end > begin && bytes > batch_bytes) break;
      ++end;
    }
    return end;
  }

  Loaded<PathAnswer> answer(const Spread& spread) {
    Loaded<PathAnswer> result;
    make_kinds();
    together.resize(made.together.size());
    if (one_budget() && enough_memory()) book.follow(problems);
    if (!problems.all.has_errors()) run_all(spread);
    result.diagnostics = problems.all;
    if (result.diagnostics.has_errors()) return result;
    count_together(spread);
    made.windows = book.windows();
    made.courses = book.courses();
    for (BookedContract& each : book.contracts()) made.contracts.push_back(std::move(each.answer));
    result.value = std::move(made);
    return result;
  }

  void run_all(const Spread& spread) {
    for (std::size_t begin = 0; begin < book.contracts().size();) {
      const std::size_t end = batch_from(begin);
      const std::vector<PathSums> sums = run(begin, end, spread);
      spread(end - begin, [&](std::size_t i) { count(book.contracts()[begin + i], sums[i]); });
      for (std::size_t i = begin; i < end; ++i)
        if (!sums[i - begin].open)
          add_together(book.contracts()[i], sums[i - begin]);
        else
          leave_out(book.contracts()[i].answer.frame);
      begin = end;
    }
  }

  /// A contract with amounts that are not known is in no sum.
  void leave_out(const PathFrame& frame) {
    for (PathTogether& kind : made.together)
      if (is_together(kind, frame)) --kind.contracts;
  }

  PathQuestion question;
  PathBook book;
  PathAnswer made;
  /// Of each currency the sums of all contracts: run x (years + 1) columns.
  std::vector<std::vector<std::vector<std::int64_t>>> together;
  SaidOnce problems;
};

PathPortfolio::PathPortfolio(PathQuestion question)
    : state_(std::make_unique<State>(std::move(question))) {}
PathPortfolio::~PathPortfolio() = default;
PathPortfolio::PathPortfolio(PathPortfolio&&) noexcept = default;
PathPortfolio& PathPortfolio::operator=(PathPortfolio&&) noexcept = default;

void PathPortfolio::add(const Contract& contract, const Library& library, const std::string& path,
                        const std::string& figures) {
  state_->book.add(contract, library, path, figures, state_->problems);
}

Loaded<PathAnswer> PathPortfolio::answer(const Spread& spread) && { return state_->answer(spread); }

Loaded<std::vector<std::vector<PathPortfolio::PathAmounts>>> PathPortfolio::amounts(
    const Spread& spread) && {
  Loaded<std::vector<std::vector<PathAmounts>>> result;
  State& state = *state_;
  state.book.follow(state.problems);
  result.diagnostics = state.problems.all;
  if (result.diagnostics.has_errors()) return result;
  const auto sums = state.run(0, state.book.contracts().size(), spread);
  std::vector<std::vector<PathAmounts>> made;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    std::vector<PathAmounts>& runs = made.emplace_back();
    const BookedContract& contract = state.book.contracts()[i];
    for (std::size_t future = 0; future < state.made.futures.size(); ++future)
      for (std::size_t a = 0; a < state.made.alternatives.size(); ++a) {
        PathAmounts& one = runs.emplace_back();
        const std::size_t variant = contract.variant_of(a);
        const auto copy = [&](std::size_t year) {
          const auto values = sums[i].column(future, variant, year);
          return std::vector<std::int64_t>(values.begin(), values.end());
        };
        for (std::size_t year = 0; year < sums[i].years(); ++year) one.years.push_back(copy(year));
        one.contracted = copy(sums[i].years());
        one.one_by_one = sums[i].one_by_one;
        one.why = sums[i].why;
      }
  }
  result.diagnostics = state.problems.all;
  result.value = std::move(made);
  return result;
}

}  // namespace pricetalk
