#include "portfolio/path_portfolio.hpp"

#include <algorithm>
#include <span>

#include "portfolio/path_chunk.hpp"
#include "portfolio/path_counting.hpp"
#include "portfolio/path_pool.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

namespace {

/// Paths at a time: what stays in a near cache, and enough pieces for several threads. Whatever
/// their number is, the answer does not depend on it.
std::size_t chunk_of(std::size_t paths) {
  return std::clamp<std::size_t>((paths + 7) / 8, 64, 2048);
}

/// Sums of contracts that are in memory at once; one contract always is.
constexpr std::uint64_t batch_bytes = 512'000'000;

/// A year of a contract, or behind the last one what is contracted.
void add_column(const PathSums& sums, std::size_t future, std::size_t variant, std::size_t year,
                std::span<std::int64_t> into) {
  if (year == sums.years())
    sums.add_contracted(future, variant, into);
  else
    sums.add_year(future, variant, year, into);
}

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
    pool = PathPool(runs(), made.paths);
  }

  // ---- running

  /// The sums of contracts [begin, end), chunk by chunk.
  std::vector<PathSums> run(std::size_t begin, std::size_t end, const Spread& spread) {
    std::vector<PathSums> sums;
    for (std::size_t i = begin; i < end; ++i)
      sums.emplace_back(book.contracts()[i], made.futures.size(), made.paths);
    const std::size_t chunk = chunk_of(made.paths);
    const std::size_t chunks = (made.paths + chunk - 1) / chunk;
    std::vector<std::vector<ChunkNotes>> notes(chunks * made.futures.size());
    spread(notes.size(), [&](std::size_t at) {
      const std::size_t future = at / chunks;
      const std::size_t first = at % chunks * chunk;
      const std::vector<Paths> paths = paths_of(future, first, std::min(chunk, made.paths - first));
      PathChunk run(book, question, future, paths);
      for (std::size_t i = begin; i < end; ++i)
        notes[at].push_back(run.run(book.contracts()[i], sums[i - begin]));
    });
    for (const std::vector<ChunkNotes>& each : notes)
      for (std::size_t i = 0; i < each.size(); ++i) take(each[i], sums[i]);
    return sums;
  }

  std::vector<Paths> paths_of(std::size_t future, std::size_t first, std::size_t count) const {
    std::vector<Paths> made_paths;
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
    for (const BookedContract& contract : book.contracts()) pool.join(contract.answer.frame);
  }

  std::size_t runs() const { return made.futures.size() * made.alternatives.size(); }

  void add_together(const BookedContract& contract, const PathSums& sums) {
    std::vector<std::int64_t> own(made.paths);
    for (std::size_t future = 0; future < made.futures.size(); ++future)
      for (std::size_t alternative = 0; alternative < made.alternatives.size(); ++alternative)
        for (std::size_t year = 0; year <= sums.years(); ++year) {
          std::fill(own.begin(), own.end(), 0);
          add_column(sums, future, contract.variant_of(alternative), year, own);
          pool.add(contract.answer.frame, made.run(future, alternative), year, own);
        }
  }

  void count(BookedContract& contract, const PathSums& sums) const {
    PathContract& answer = contract.answer;
    answer.one_by_one = sums.one_by_one;
    answer.why_one_by_one = sums.why;
    if (sums.open) return;
    const auto add = [&](std::size_t future, std::size_t alternative, std::size_t year,
                         std::span<std::int64_t> into) {
      add_column(sums, future, contract.variant_of(alternative), year, into);
    };
    answer.totals =
        PathCounting(made, sums.years(), add).run(budget_in(question.budget, answer.frame));
  }

  /// How much the sums of all together and of the largest contract take.
  std::uint64_t bytes_needed() {
    const std::uint64_t all = pool.bytes();
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

  /// All but the percentiles of all contracts together.
  Loaded<PathShare> share(const Spread& spread) {
    Loaded<PathShare> result;
    make_kinds();
    if (!problems.all.has_errors() && enough_memory()) book.follow(problems);
    if (!problems.all.has_errors()) run_all(spread);
    result.diagnostics = problems.all;
    if (result.diagnostics.has_errors()) return result;
    made.windows = book.windows();
    made.courses = book.courses();
    for (BookedContract& each : book.contracts()) made.contracts.push_back(std::move(each.answer));
    result.value = PathShare{std::move(made), std::move(pool)};
    return result;
  }

  Loaded<PathAnswer> answer(const Spread& spread) {
    Loaded<PathAnswer> result;
    make_kinds();
    problems.add(pool.one_budget(question.budget));
    result.diagnostics = problems.all;
    if (result.diagnostics.has_errors()) return result;
    pool = PathPool(runs(), made.paths);
    Loaded<PathShare> own = share(spread);
    result.diagnostics = problems.all;
    if (!own.value || result.diagnostics.has_errors()) return result;
    result.value = std::move(own.value->answer);
    result.value->together = std::move(own.value->pool).totals(*result.value, spread);
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
          pool.leave_out(book.contracts()[i].answer.frame);
      begin = end;
    }
  }

  PathQuestion question;
  PathBook book;
  PathAnswer made;
  PathPool pool;
  SaidOnce problems;
};

PathPortfolio::PathPortfolio(PathQuestion question)
    : state_(std::make_unique<State>(std::move(question))) {}
PathPortfolio::~PathPortfolio() = default;
PathPortfolio::PathPortfolio(PathPortfolio&&) noexcept = default;
PathPortfolio& PathPortfolio::operator=(PathPortfolio&&) noexcept = default;

void PathPortfolio::add(const Contract& contract, const Library& library, const std::string& path,
                        const std::string& figures, std::shared_ptr<const Actuals> actuals) {
  state_->book.add(contract, library, path, figures, std::move(actuals), state_->problems);
}

void PathPortfolio::know(const Contract& contract, const Library& library) {
  state_->book.know(contract, library);
}

Loaded<PathAnswer> PathPortfolio::answer(const Spread& spread) && { return state_->answer(spread); }

Loaded<PathShare> PathPortfolio::share(const Spread& spread) && { return state_->share(spread); }

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
          std::vector<std::int64_t> column(state.made.paths, 0);
          add_column(sums[i], future, variant, year, column);
          return column;
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
