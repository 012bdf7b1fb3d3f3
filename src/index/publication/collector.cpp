#include "index/publication/collector.hpp"

#include <algorithm>
#include <string_view>

#include "index/decimal_sign.hpp"
#include "pricetalk/explain/derivation.hpp"

namespace pricetalk::publication {

namespace {

void report_twice(const PublishedSeries& series, const PublishedRow& first,
                  const PublishedRow& second, Diagnostics& diagnostics) {
  const std::string period = second.period.text();
  Diagnostic made;
  made.code = "I0306";
  made.span = second.where;
  const std::string name = series.table.empty() ? "" : series.table + ": ";
  made.title = {name + "period " + period + " stands twice, with different figures",
                name + "periode " + period + " staat er twee keer, met verschillende cijfers"};
  made.hint = {
      "do these rows stand on two bases, or are they two series? keep the rows of one of them",
      "staan deze regels op twee bases, of zijn het twee reeksen? houd van één daarvan de regels"};
  made.context = {{first.where, {"first here", "eerst hier"}}};
  diagnostics.add(std::move(made));
}

bool is_sure(const PublishedRow& row) {
  return row.status == FigureStatus::definitive || row.status == FigureStatus::revised;
}

Phrase surer_one_taken(const PublishedRow& taken, const PublishedRow& left) {
  const std::string period = taken.period.text();
  const auto figure = [](const PublishedRow& row, Language language) {
    return " (" + decimal_text(*row.value, language) + ")";
  };
  return {period + " stands twice: the " + words(taken.status).en + " figure" +
              figure(taken, Language::en) + " is taken, not the " + words(left.status).en + " one" +
              figure(left, Language::en),
          period + " staat er twee keer: het cijfer met status " + words(taken.status).nl +
              figure(taken, Language::nl) + " geldt, niet dat met status " + words(left.status).nl +
              figure(left, Language::nl)};
}

/// Rows in order; of two that say the same, one; of two that differ, the one that is surer.
void settle(PublishedSeries& series, std::vector<Phrase>& remarks, Diagnostics& diagnostics) {
  std::stable_sort(series.rows.begin(), series.rows.end(),
                   [](const auto& a, const auto& b) { return a.period < b.period; });
  std::vector<PublishedRow> kept;
  kept.reserve(series.rows.size());
  int reported = 0;
  for (PublishedRow& row : series.rows) {
    if (kept.empty() || !(kept.back().period == row.period)) {
      kept.push_back(std::move(row));
    } else if (kept.back().value && row.value && !(*kept.back().value == *row.value)) {
      if (is_sure(kept.back()) != is_sure(row)) {
        if (is_sure(row)) std::swap(kept.back(), row);
        remarks.push_back(surer_one_taken(kept.back(), row));
        continue;
      }
      // One mistake repeats itself on every line; a few places show it.
      if (++reported <= 3) report_twice(series, kept.back(), row, diagnostics);
    } else if (!kept.back().value) {
      kept.back() = std::move(row);
    }
  }
  series.rows = std::move(kept);
}

/// The rows with the sign that the others of their file show: a cell with it has decimals, one with
/// the other sign thousands.
void decide_by(DecimalMark shown, PublishedSeries& series) {
  for (PublishedRow& row : series.rows) {
    if (!row.undecided) continue;
    if (row.undecided->sign != shown) row.value = row.undecided->as_thousands;
    row.undecided.reset();
    row.sign = shown;
  }
}

/// A whole number, a half, a quarter or an eighth leaves no trace.
bool is_short_in_binary(const Decimal& value) {
  const Ratio eighths = Ratio(value) * Ratio(8);
  return Ratio(round(eighths, Rounding::decimals(0))) == eighths;
}

/// Figures with the traces of binary fractions, as their publisher prints them: where all long ones
/// of the series are so. A single long figure among short ones is no trace, but a slip.
bool take_noise_away(PublishedSeries& series) {
  constexpr int most_printed = 4;
  std::size_t noisy = 0;
  std::size_t printable = 0;
  for (const PublishedRow& row : series.rows) {
    if (!row.value || row.value->is_zero()) continue;
    if (without_binary_noise(*row.value))
      ++noisy;
    else if (is_short_in_binary(*row.value))
      continue;
    else if (cut_to(*row.value, most_printed))
      ++printable;
    else
      return false;
  }
  if (noisy == 0 || (noisy == 1 && printable > 1)) return false;
  for (PublishedRow& row : series.rows)
    if (const auto printed = row.value ? without_binary_noise(*row.value) : std::nullopt)
      row.value = printed;
  return true;
}

Phrase noise_taken_away(const std::string& name) {
  return {name +
              ": the figures carry what a computation in binary fractions leaves behind "
              "(79.4000015 for 79.4); they are rounded as their publisher prints them",
          name +
              ": de cijfers bevatten resten van een berekening met binaire breuken (79,4000015 "
              "voor 79,4); ze zijn afgerond zoals de uitgever ze drukt"};
}

void restore_zeros(PublishedSeries& series) {
  int decimals = series.decimals.value_or(0);
  if (!series.decimals)
    for (const PublishedRow& row : series.rows)
      if (row.value) decimals = std::max(decimals, row.value->scale());
  for (PublishedRow& row : series.rows)
    if (row.value) row.value = with_decimals(*row.value, decimals);
  series.decimals = decimals;
}

}  // namespace

std::size_t Collector::open(const Head& head) {
  const auto [at, fresh] =
      known_.emplace(Key(head.publisher, head.table, head.base, head.unit), open_.size());
  if (fresh) open_.push_back({head, {}});
  return at->second;
}

void Collector::add(std::size_t series, PublishedRow row) {
  open_[series].rows[row.period.unit()].push_back(std::move(row));
}

void Collector::put_figure(const CellFigure& cell, std::optional<DecimalMark> known_for,
                           PublishedRow& row) {
  row.value = cell.value;
  if (!cell.sign) return;
  if (cell.as_thousands && cell.sign != known_for) {
    row.undecided = UndecidedSign{*cell.sign, *cell.as_thousands};
    return;
  }
  row.sign = cell.sign;
  if (!cell.as_thousands) seen_[static_cast<std::size_t>(*cell.sign)] = true;
}

void Collector::remark(Phrase remark) {
  if (std::find(remarks_.begin(), remarks_.end(), remark) == remarks_.end())
    remarks_.push_back(std::move(remark));
}

void Collector::finish(PublicationFormat format, const std::string& file, Publication& into,
                       Diagnostics& diagnostics) {
  for (Open& one : open_) {
    for (auto& [frequency, rows] : one.rows) {
      PublishedSeries made;
      made.publisher = one.head.publisher;
      if (!one.head.untitled) made.table = one.head.table;
      made.title = one.head.title;
      made.base = one.head.base;
      made.unit = one.head.unit;
      made.frequency = frequency;
      made.currency = one.head.currency;
      made.per = one.head.per;
      made.decimals = one.head.decimals;
      made.licence = one.head.licence;
      made.source = one.head.source;
      made.released = one.head.released;
      made.states_status = one.head.states_status;
      made.format = format;
      // Of several parts, the one that holds the figures.
      const SourceText* source = rows.empty() ? nullptr : rows.front().where.source;
      made.file = source == nullptr ? file : source->name();
      made.rows = std::move(rows);
      if (seen_[0] != seen_[1]) decide_by(seen_[0] ? DecimalMark::point : DecimalMark::comma, made);
      if (made.decimals) decide_by_decimals(*made.decimals, made.rows);
      const bool noisy = take_noise_away(made);
      if (noisy) remark(noise_taken_away(made.title.empty() ? made.file : made.title));
      settle(made, remarks_, diagnostics);
      if (one.head.loses_zeros || noisy) restore_zeros(made);
      into.series.push_back(std::move(made));
    }
  }
  into.remarks.insert(into.remarks.end(), remarks_.begin(), remarks_.end());
  open_.clear();
  known_.clear();
  remarks_.clear();
  seen_ = {};
}

}  // namespace pricetalk::publication
