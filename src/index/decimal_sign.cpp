#include "index/decimal_sign.hpp"

#include <algorithm>
#include <array>

namespace pricetalk {

namespace {

void read_as_decimals(PublishedRow& row) {
  row.sign = row.undecided->sign;
  row.undecided.reset();
}

void read_as_thousands(PublishedRow& row) {
  row.value = row.undecided->as_thousands;
  row.sign = row.undecided->sign == DecimalMark::point ? DecimalMark::comma : DecimalMark::point;
  row.undecided.reset();
}

template <typename Read>
void read_all(std::vector<PublishedRow>& rows, Read read) {
  for (PublishedRow& row : rows)
    if (row.undecided) read(row);
}

/// Less than three times the other, and more than a third of it.
bool is_near(const Decimal& value, const Decimal& other) {
  const Ratio factor = Ratio(value) / Ratio(other);
  return factor < Ratio(3) && factor > Ratio::of(1, 3);
}

/// The figure of the library that is nearest in time; nothing when there is none to compare with.
const Observation* nearest_figure(const Series& series, const Period& period) {
  const Observation* nearest = nullptr;
  std::int64_t apart = 0;
  for (const RecordId id : series.records.of(period.unit())) {
    const Observation& each = series.records[id];
    if (each.status == FigureStatus::withdrawn || each.value.is_zero()) continue;
    const std::int64_t distance =
        std::abs(std::int64_t{each.period.ordinal()} - std::int64_t{period.ordinal()});
    if (nearest != nullptr && distance >= apart) continue;
    nearest = &each;
    apart = distance;
  }
  return nearest;
}

}  // namespace

const Phrase& words(DecimalMark mark) {
  static const std::array<Phrase, 2> all{{{"point", "punt"}, {"comma", "komma"}}};
  return all[static_cast<std::size_t>(mark)];
}

std::optional<Decimal> cut_to(const Decimal& value, int decimals) {
  if (value.scale() <= decimals) return value;
  const Decimal cut = round(Ratio(value), Rounding::decimals(decimals, RoundingMode::down));
  if (!(cut == value)) return std::nullopt;
  return cut;
}

void decide_by_decimals(int decimals, std::vector<PublishedRow>& rows) {
  if (decimals == 0) return read_all(rows, read_as_thousands);
  const bool fit = std::all_of(rows.begin(), rows.end(), [&](const PublishedRow& row) {
    return !row.undecided || cut_to(*row.value, decimals);
  });
  if (!fit) return;
  read_all(rows, [&](PublishedRow& row) {
    row.value = cut_to(*row.value, decimals);
    read_as_decimals(row);
  });
}

void decide_by_figures(const Series& known, std::vector<PublishedRow>& rows) {
  bool decimals = true;
  bool thousands = true;
  for (const PublishedRow& row : rows) {
    if (!row.undecided) continue;
    const Observation* near = nearest_figure(known, row.period);
    if (near == nullptr) return;
    decimals = decimals && is_near(*row.value, near->value);
    thousands = thousands && is_near(row.undecided->as_thousands, near->value);
  }
  if (decimals == thousands) return;
  if (decimals)
    read_all(rows, read_as_decimals);
  else
    read_all(rows, read_as_thousands);
}

void decide_by_sign(DecimalMark decimal, std::vector<PublishedRow>& rows) {
  read_all(rows, [&](PublishedRow& row) {
    if (row.undecided->sign == decimal)
      read_as_decimals(row);
    else
      read_as_thousands(row);
  });
}

const PublishedRow* first_with_another_sign(DecimalMark decimal,
                                            const std::vector<PublishedRow>& rows) {
  const PublishedRow* found = nullptr;
  for (const PublishedRow& row : rows) {
    if (!row.sign || *row.sign == decimal) continue;
    // A cell without three digits behind its sign proves it by itself.
    if (!row.value || row.value->scale() != 3) return &row;
    if (found == nullptr) found = &row;
  }
  return found;
}

const PublishedRow* first_undecided(const std::vector<PublishedRow>& rows) {
  const auto found = std::find_if(
      rows.begin(), rows.end(), [](const PublishedRow& row) { return row.undecided.has_value(); });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace pricetalk
