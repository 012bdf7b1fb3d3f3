#include "portfolio/path_chunk.hpp"

#include <algorithm>
#include <numeric>

#include "portfolio/alone.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

namespace {

/// So many ways to branch have a path that stands for them, in one chunk; the rest is simulated.
constexpr std::size_t most_ways = 512;

}  // namespace

PathSums::PathSums(const BookedContract& contract, std::size_t futures, std::size_t paths)
    : variants_(contract.variants.size()),
      years_(static_cast<std::size_t>(contract.answer.frame.years)),
      paths_(paths),
      data_(futures * variants_ * (years_ + 1) * paths) {}

std::uint64_t PathSums::bytes(const BookedContract& contract, std::size_t futures,
                              std::size_t paths) {
  return std::uint64_t{futures} * contract.variants.size() *
         (static_cast<std::uint64_t>(contract.answer.frame.years) + 1) * paths *
         sizeof(std::int64_t);
}

PathChunk::PathChunk(const PathBook& book, const PathQuestion& question, std::size_t future,
                     const std::vector<Paths>& paths)
    : book_(book), question_(question), future_(future), paths_(paths) {
  columns_.reserve(paths.size());
  for (const Paths& each : paths) columns_.emplace_back(each, std::vector<std::uint32_t>{}, plans_);
}

ChunkNotes PathChunk::run(const BookedContract& contract, PathSums& sums) {
  ChunkNotes notes;
  const std::size_t count = paths_[contract.library_at].count;
  Lost lost{std::vector<bool>(count, false), {}};
  Parts parts;
  for (std::size_t i = 0; i < contract.variants.size(); ++i) {
    const BookedVariant& variant = contract.variants[i];
    parts.assign(contract.part_count(), {});
    for (std::size_t part = 0; part < parts.size(); ++part)
      parts[part].assign(count, variant.fixed[part]);
    for (std::size_t line = 0; line < variant.lines.size(); ++line)
      run_line(contract, variant, line, parts, lost);
    take(contract, parts, i, sums);
  }
  simulate_lost(contract, lost, sums, notes);
  return notes;
}

void PathChunk::take(const BookedContract& contract, const Parts& parts, std::size_t variant,
                     PathSums& sums) const {
  const Paths& paths = paths_[contract.library_at];
  const auto contracted =
      sums.column(future_, variant, sums.years()).subspan(paths.first, paths.count);
  for (std::size_t year = 0; year < sums.years(); ++year) {
    const auto into = sums.column(future_, variant, year).subspan(paths.first, paths.count);
    for (std::size_t path = 0; path < paths.count; ++path) {
      into[path] = parts[year * 2][path] + parts[year * 2 + 1][path];
      contracted[path] += parts[year * 2][path];
    }
  }
}

void PathChunk::run_line(const BookedContract& contract, const BookedVariant& variant,
                         std::size_t at, Parts& parts, Lost& lost) {
  const BookedVariant::OneLine& line = variant.lines[at];
  const PathFollowed& first = *line.followed[future_];
  const int decimals = contract.answer.frame.decimals;
  const auto lose = [&](const std::vector<std::uint32_t>& places, const Phrase& why) {
    for (const std::uint32_t place : places) lost.paths[place] = true;
    if (!places.empty() && lost.why.empty()) lost.why = why;
  };
  const Paths& paths = paths_[contract.library_at];
  std::vector<std::uint32_t> left(paths.count);
  std::iota(left.begin(), left.end(), 0U);
  if (!first.refused.empty()) return lose(left, first.refused);
  const Phrase refused = run_places(variant, line, line.numbers.own, first,
                                    columns_[contract.library_at], decimals, parts, left);
  if (!refused.empty()) return lose(left, refused);
  // Paths that branch otherwise: one of them stands for those that branch as it does.
  for (std::size_t ways = 0; !left.empty() && ways < most_ways; ++ways) {
    const std::uint32_t stands = left.front();
    PathValues values;
    const Library projected = book_.projected(contract, future_, paths.first + stands);
    const PathFollowed own = book_.followed(contract, variant, at, future_, projected, values);
    Phrase why = own.refused;
    if (why.empty()) {
      PathColumns columns(paths, left, plans_);
      why = run_places(variant, line, true, own, columns, decimals, parts, left);
    }
    if (left.empty() || left.front() != stands) continue;
    if (why.empty())
      why = {"a price of which it is not sure whether it moved",
             "een prijs waarvan niet zeker is of hij bewoog"};
    lose({stands}, why);
    left.erase(left.begin());
  }
  lose(left, {"too many ways to branch", "te veel manieren om te vertakken"});
}

Phrase PathChunk::run_places(const BookedVariant& variant, const BookedVariant::OneLine& line,
                             bool own, const PathFollowed& followed, PathColumns& columns,
                             int decimals, Parts& parts, std::vector<std::uint32_t>& places) {
  PathLine numbers = line.numbers;
  numbers.own = own;
  PathRun run(plans_, columns, numbers);
  run.follow(followed.course);
  if (!run.refused().empty()) return run.refused();
  if (!run.any_own_way() && columns.size() == parts.front().size()) {
    run.charge(*followed.amounts, variant.parts, decimals, parts);
    if (run.refused().empty()) places.clear();
    return run.refused();
  }
  Parts beside(parts.size(), std::vector<std::int64_t>(columns.size(), 0));
  run.charge(*followed.amounts, variant.parts, decimals, beside);
  if (!run.refused().empty()) return run.refused();
  std::vector<std::uint32_t> others;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t place = columns.place(i);
    if (run.own_way()[i]) {
      others.push_back(static_cast<std::uint32_t>(place));
      continue;
    }
    for (std::size_t part = 0; part < parts.size(); ++part) parts[part][place] += beside[part][i];
  }
  places = std::move(others);
  return {};
}

/// By `simulate`, over the future that states the figures of the path.
void PathChunk::simulate_lost(const BookedContract& contract, const Lost& lost, PathSums& sums,
                              ChunkNotes& notes) {
  notes.why = lost.why;
  const std::uint64_t first = paths_[contract.library_at].first;
  Scenario scenario = question_.scenario;
  std::vector<std::string> alternatives;
  for (const BookedVariant& variant : contract.variants)
    alternatives.push_back(variant.alternative == 0
                               ? std::string(as_it_is)
                               : scenario.alternatives[variant.alternative - 1].id);
  PortfolioContract one;
  one.decimals = contract.answer.frame.decimals;
  one.first_year = contract.answer.frame.first_year;
  one.years = contract.answer.frame.years;
  for (std::size_t place = 0; place < lost.paths.size(); ++place) {
    if (!lost.paths[place] || notes.open) continue;
    const std::uint64_t path = first + place;
    scenario.futures = {book_.source(contract, future_).future(path)};
    one.units.assign(alternatives.size() * contract.part_count(), 0);
    one.open.assign(alternatives.size(), 0);
    notes.problems.append(simulate_alone(contract.contract, contract.library, scenario,
                                         question_.today, alternatives, one));
    ++notes.one_by_one;
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
      notes.open = notes.open || one.open[i] > 0;
      std::int64_t contracted = 0;
      for (int year = 0; year < one.years; ++year) {
        const auto y = static_cast<std::size_t>(year);
        const std::int64_t kept = one.contracted(i, one.first_year + year);
        sums.column(future_, i, y)[path] = kept + one.renewal(i, one.first_year + year);
        contracted += kept;
      }
      sums.column(future_, i, sums.years())[path] = contracted;
    }
  }
}

}  // namespace pricetalk
