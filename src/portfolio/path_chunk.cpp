#include "portfolio/path_chunk.hpp"

#include <algorithm>
#include <numeric>

#include "portfolio/alone.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

namespace {

/// So many ways to branch have a path that stands for them, in one chunk; the rest is simulated.
constexpr std::size_t most_ways = 512;

std::size_t paths_count(std::span<const std::span<std::int64_t>> parts) {
  std::size_t most = 0;
  for (const auto& part : parts) most = std::max(most, part.size());
  return most;
}

}  // namespace

std::vector<std::size_t> PathSums::used(const BookedContract& contract) {
  std::vector<std::size_t> made(contract.variants.size() * contract.part_count(), none);
  std::size_t columns = 0;
  for (std::size_t i = 0; i < contract.variants.size(); ++i) {
    const BookedVariant& variant = contract.variants[i];
    for (const std::size_t part : variant.parts) {
      std::size_t& column = made[i * contract.part_count() + part];
      if (column == none) column = columns++;
    }
  }
  return made;
}

PathSums::PathSums(const BookedContract& contract, std::size_t futures, std::size_t paths)
    : variants_(contract.variants.size()),
      part_count_(contract.part_count()),
      paths_(paths),
      column_of_(used(contract)) {
  for (const std::size_t column : column_of_) columns_ += column == none ? 0U : 1U;
  data_.resize(futures * columns_ * paths);
}

std::uint64_t PathSums::bytes(const BookedContract& contract, std::size_t futures,
                              std::size_t paths) {
  std::uint64_t columns = 0;
  for (const std::size_t column : used(contract)) columns += column == none ? 0U : 1U;
  return columns * futures * paths * sizeof(std::int64_t);
}

std::size_t PathSums::column(std::size_t future, std::size_t variant, std::size_t part) const {
  const std::size_t found = column_of_[variant * part_count_ + part];
  return found == none ? none : (future * columns_ + found) * paths_;
}

std::vector<std::span<std::int64_t>> PathSums::parts(std::size_t future, std::size_t variant,
                                                     std::size_t first, std::size_t count) {
  std::vector<std::span<std::int64_t>> made(part_count_);
  for (std::size_t part = 0; part < part_count_; ++part)
    if (const std::size_t from = column(future, variant, part); from != none)
      made[part] = {data_.data() + from + first, count};
  return made;
}

void PathSums::add(std::size_t future, std::size_t variant, std::size_t part,
                   std::span<std::int64_t> into) const {
  const std::size_t from = column(future, variant, part);
  if (from == none) return;
  for (std::size_t path = 0; path < paths_; ++path) into[path] += data_[from + path];
}

void PathSums::add_year(std::size_t future, std::size_t variant, std::size_t year,
                        std::span<std::int64_t> into) const {
  add(future, variant, year * 2, into);
  add(future, variant, year * 2 + 1, into);
}

void PathSums::add_contracted(std::size_t future, std::size_t variant,
                              std::span<std::int64_t> into) const {
  for (std::size_t part = 0; part < part_count_; part += 2) add(future, variant, part, into);
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
  for (std::size_t i = 0; i < contract.variants.size(); ++i) {
    const BookedVariant& variant = contract.variants[i];
    const auto parts = sums.parts(future_, i, paths_[contract.library_at].first, count);
    for (std::size_t part = 0; part < parts.size(); ++part)
      if (variant.fixed[part] != 0)
        std::fill(parts[part].begin(), parts[part].end(), variant.fixed[part]);
    for (std::size_t line = 0; line < variant.lines.size(); ++line)
      run_line(contract, variant, line, parts, lost);
  }
  simulate_lost(contract, lost, sums, notes);
  return notes;
}

void PathChunk::run_line(const BookedContract& contract, const BookedVariant& variant,
                         std::size_t at, Parts parts, Lost& lost) {
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
                             int decimals, Parts parts, std::vector<std::uint32_t>& places) {
  PathLine numbers = line.numbers;
  numbers.own = own;
  PathRun run(plans_, columns, numbers);
  run.follow(followed.course);
  if (!run.refused().empty()) return run.refused();
  const bool all = columns.place(columns.size() - 1) == columns.size() - 1 &&
                   columns.size() == paths_count(parts);
  if (!run.any_own_way() && all) {
    run.charge(*followed.amounts, variant.parts, decimals, parts);
    if (run.refused().empty()) places.clear();
    return run.refused();
  }
  std::vector<std::vector<std::int64_t>> beside(parts.size());
  std::vector<std::span<std::int64_t>> spans(parts.size());
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (!parts[part].empty()) beside[part].resize(columns.size(), 0);
    spans[part] = beside[part];
  }
  run.charge(*followed.amounts, variant.parts, decimals, spans);
  if (!run.refused().empty()) return run.refused();
  std::vector<std::uint32_t> others;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t place = columns.place(i);
    if (run.own_way()[i]) {
      others.push_back(static_cast<std::uint32_t>(place));
      continue;
    }
    for (std::size_t part = 0; part < parts.size(); ++part)
      if (!parts[part].empty()) parts[part][place] += beside[part][i];
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
    notes.problems.append(
        simulate_alone(contract.contract, contract.library,
                       {.scenario = scenario, .today = question_.today, .days = question_.days},
                       contract.actuals, alternatives, one, nullptr));
    ++notes.one_by_one;
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
      notes.open = notes.open || one.open[i] > 0;
      const auto parts = sums.parts(future_, i, path, 1);
      for (std::size_t part = 0; part < parts.size(); ++part)
        if (!parts[part].empty()) parts[part][0] = one.units[i * contract.part_count() + part];
    }
  }
}

}  // namespace pricetalk
