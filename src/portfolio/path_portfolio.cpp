#include "portfolio/path_portfolio.hpp"

#include <algorithm>
#include <span>

#include "number/wide.hpp"
#include "portfolio/path_chunk.hpp"
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

bool is_together(const PathTogether& kind, const PathFrame& frame) {
  return kind.frame.currency == frame.currency && kind.frame.vat == frame.vat;
}

/// The percentiles of something that has a sum for each path. `add`: adds a year of a future and
/// alternative, or behind the last year what is contracted, to a column.
template <class Add>
class Counting {
 public:
  Counting(const PathAnswer& answer, std::size_t years, Add add)
      : answer_(answer), years_(years), add_(add) {}

  std::vector<PathTotals> run(const std::optional<std::int64_t>& budget) {
    std::vector<PathTotals> made;
    for (std::size_t future = 0; future < answer_.futures.size(); ++future)
      for (std::size_t alternative = 0; alternative < answer_.alternatives.size(); ++alternative)
        made.push_back(totals(future, alternative, budget));
    return made;
  }

 private:
  using Column = std::vector<std::int64_t>;

  PathTotals totals(std::size_t future, std::size_t alternative,
                    const std::optional<std::int64_t>& budget) {
    PathTotals made;
    Column all(answer_.paths, 0);
    Column difference(alternative > 0 ? answer_.paths : 0, 0);
    for (std::size_t year = 0; year < years_; ++year) {
      Column own = of(future, alternative, year);
      add_to(all, own, 1);
      if (alternative > 0) {
        Column less = own;
        add_to(less, of(future, 0, year), -1);
        add_to(difference, less, 1);
        made.difference_by_year.push_back(percentiles_of(less));
      }
      made.years.push_back(percentiles_of(own));
    }
    Column contracted = of(future, alternative, years_);
    made.contracted = percentiles_of(contracted);
    if (alternative > 0) made.difference = percentiles_of(difference);
    if (budget)
      made.over_budget = static_cast<std::size_t>(
          std::count_if(all.begin(), all.end(), [&](std::int64_t each) { return each > *budget; }));
    made.all = percentiles_of(all);
    return made;
  }

  Column of(std::size_t future, std::size_t alternative, std::size_t year) const {
    Column made(answer_.paths, 0);
    add_(future, alternative, year, made);
    return made;
  }

  static void add_to(Column& into, const Column& other, std::int64_t times) {
    for (std::size_t path = 0; path < into.size(); ++path) into[path] += times * other[path];
  }

  const PathAnswer& answer_;
  std::size_t years_;
  Add add_;
};

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
    std::vector<int> months(renews.size(), 0);
    for (const PathFrame* each : {static_cast<const PathFrame*>(&all), &one})
      for (std::size_t year = 0; year < each->renews.size(); ++year) {
        const std::size_t at = year + static_cast<std::size_t>(each->first_year - begin);
        if (each->renews[year]) renews[at] = true;
        months[at] = std::max(months[at], each->months[year]);
      }
    all.first_year = begin;
    all.years = end - begin;
    all.renews = std::move(renews);
    all.months = std::move(months);
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
          std::vector<std::int64_t> own(made.paths, 0);
          add_column(sums, future, contract.variant_of(alternative), year, own);
          for (std::size_t path = 0; path < made.paths; ++path) into[path] += own[path] * up;
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
    const auto add = [&](std::size_t future, std::size_t alternative, std::size_t year,
                         std::span<std::int64_t> into) {
      add_column(sums, future, contract.variant_of(alternative), year, into);
    };
    answer.totals = Counting(made, sums.years(), add).run(budget_in(answer.frame));
  }

  void count_together(const Spread& spread) {
    spread(made.together.size(), [&](std::size_t at) {
      PathTogether& kind = made.together[at];
      const auto years = static_cast<std::size_t>(kind.frame.years);
      std::vector<std::vector<std::int64_t>>& all = together[at];
      all.resize(runs() * (years + 1));
      for (std::vector<std::int64_t>& each : all) each.resize(made.paths);
      const auto add = [&](std::size_t future, std::size_t alternative, std::size_t year,
                           std::span<std::int64_t> into) {
        const auto& column = all[made.run(future, alternative) * (years + 1) + year];
        for (std::size_t path = 0; path < into.size(); ++path) into[path] += column[path];
      };
      kind.totals = Counting(made, years, add).run(budget_in(kind.frame));
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
