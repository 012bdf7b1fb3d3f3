#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <string>

#include "index/look_up.hpp"
#include "pricetalk/index/series.hpp"

// What is found by index, against looking at every record.

namespace pricetalk {
namespace records_test {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;

Date day(int number) { return Date::from_days(19'700 + number); }

Observation figure(const Period& period, std::optional<Date> published = std::nullopt,
                   FigureStatus status = FigureStatus::definitive) {
  Observation made;
  made.period = period;
  made.value = Decimal(100, 0);
  made.status = status;
  made.published = published;
  return made;
}

Records days(std::initializer_list<int> numbers) {
  Records made;
  for (const int number : numbers)
    made.push_back(figure(Period::containing(day(number), Unit::day)));
  return made;
}

TEST(Records, are_found_by_period_in_whatever_order_they_were_added) {
  const Records records = days({3, 1, 2, 3, 3});
  const auto of = [&](int number) {
    return records.of(Period::containing(day(number), Unit::day));
  };
  EXPECT_THAT(of(3), ElementsAre(0u, 3u, 4u)) << "its versions, in the order of the file";
  EXPECT_THAT(of(1), ElementsAre(1u));
  EXPECT_THAT(of(4), IsEmpty());
  EXPECT_THAT(records.of(Unit::day), ElementsAre(1u, 2u, 0u, 3u, 4u));
  EXPECT_THAT(records.of(Unit::month), IsEmpty());
}

TEST(Records, the_latest_public_figure_of_many_years_of_days_is_found_without_looking_at_another) {
  constexpr int count = 7'669;
  Records records;
  for (int i = 0; i < count; ++i)
    records.push_back(figure(Period::containing(day(i), Unit::day), day(i + 1)));
  for (int asked = 1; asked < count; asked += 97) {
    const auto found = records.public_by(day(asked), Unit::day);
    ASSERT_EQ(found.size(), static_cast<std::size_t>(asked));
    EXPECT_EQ(found.back(), static_cast<RecordId>(asked - 1)) << "the answer stands at the end";
    EXPECT_EQ(records.of(Period::containing(day(asked), Unit::day)).size(), 1u);
  }
}

TEST(Records, a_figure_that_is_public_ahead_of_its_period_counts_from_its_publication) {
  Records records = days({0, 1});
  records.push_back(figure(Period::containing(day(30), Unit::day), day(1)));
  EXPECT_EQ(records.public_by(day(0), Unit::day).size(), 1u);
  EXPECT_EQ(records.public_by(day(1), Unit::day).size(), 3u);
}

// ---- against plain walks ------------------------------------------------------------------------

struct Made {
  Library library;
  const Series* series = nullptr;
};

/// A series of figures about any unit, some of them several times, in any order.
Made random_series(std::mt19937_64& random) {
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  Series series;
  series.id = "s";
  for (int i = 0, count = below(40); i < count; ++i) {
    const Unit unit = all_units[static_cast<std::size_t>(below(5))];
    Observation o = figure(Period::containing(day(below(400)), unit), std::nullopt,
                           static_cast<FigureStatus>(below(6)));
    o.value = Decimal(100 + i, 0);
    if (below(3) != 0) o.published = day(below(500));
    if (below(3) != 0) o.retrieved = day(below(500));
    o.by_hand = below(4) == 0;
    series.records.push_back(std::move(o));
  }
  std::vector<Series> all;
  all.push_back(std::move(series));
  Made made{Library().with(std::move(all), {}), nullptr};
  made.series = made.library.find("s");
  return made;
}

/// The latest visible period as the definition says it: every record is looked at. A row without
/// day of publication is public only about days that are over.
std::optional<Period> latest_by_walking(const Made& made, Which which, const Viewpoint& viewpoint) {
  std::optional<Period> latest;
  for (const Observation& o : made.series->records) {
    if (latest && o.period <= *latest) continue;
    const Lookup found = look_up(made.library, "s", o.period, which, viewpoint);
    const auto* seen = std::get_if<Seen>(&found);
    if (seen == nullptr) continue;
    const Observation& read = seen->observation();
    if (read.published || o.period.last_day() <= viewpoint.reading_day) latest = o.period;
  }
  return latest;
}

template <class Wanted>
std::vector<RecordId> walked(const Records& records, Unit unit, Wanted wanted) {
  std::vector<RecordId> made;
  for (RecordId id = 0; id < records.size(); ++id)
    if (records[id].period.unit() == unit && wanted(records[id])) made.push_back(id);
  std::stable_sort(made.begin(), made.end(),
                   [&](RecordId a, RecordId b) { return records[a].period < records[b].period; });
  return made;
}

TEST(Records, every_way_of_finding_gives_what_a_walk_over_all_gives) {
  std::mt19937_64 random(11);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  for (int round = 0; round < 300; ++round) {
    const Made made = random_series(random);
    const Records& records = made.series->records;
    const Date from = day(below(400));
    const Date to = from.plus_days(below(200));
    for (const Unit unit : all_units) {
      EXPECT_THAT(records.of(unit),
                  ElementsAreArray(walked(records, unit, [](const auto&) { return true; })));
      EXPECT_THAT(records.begun_by(to, unit),
                  ElementsAreArray(walked(records, unit, [&](const Observation& o) {
                    return o.period.first_day() <= to;
                  })));
      EXPECT_THAT(records.inside(from, to, unit),
                  ElementsAreArray(walked(records, unit, [&](const Observation& o) {
                    return o.period.first_day() >= from && o.period.last_day() <= to;
                  })));
      const Period period = Period::containing(from, unit);
      EXPECT_THAT(records.of(period),
                  ElementsAreArray(walked(
                      records, unit, [&](const Observation& o) { return o.period == period; })));
      // Nothing behind the end can be public, and what stands at the end is.
      const auto possible = [&](const Observation& o) {
        return o.published.value_or(o.period.last_day()) <= to;
      };
      const auto cut = records.public_by(to, unit);
      EXPECT_TRUE(cut.empty() || possible(records[cut.back()]));
      for (const RecordId id : records.of(unit).subspan(cut.size()))
        EXPECT_FALSE(possible(records[id]));
    }
  }
}

TEST(Records, a_revision_to_come_does_not_make_an_undated_row_public_ahead_of_its_end) {
  Series series;
  series.id = "s";
  const Period month = Period::containing(day(100), Unit::month);
  series.records.push_back(figure(month));
  series.records.push_back(figure(month, day(300)));
  std::vector<Series> all;
  all.push_back(std::move(series));
  const Library library = Library().with(std::move(all), {});
  const Viewpoint inside{month.first_day(), std::nullopt, std::nullopt};
  EXPECT_EQ(latest_period(library, "s", Which::as_known, inside), std::nullopt);
  const Viewpoint after{month.last_day(), std::nullopt, std::nullopt};
  EXPECT_EQ(latest_period(library, "s", Which::as_known, after), month);
}

TEST(Records, the_latest_figure_is_the_one_that_a_walk_over_all_finds) {
  std::mt19937_64 random(12);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  int found = 0;
  for (int round = 0; round < 2'000; ++round) {
    const Made made = random_series(random);
    Viewpoint viewpoint{day(below(500)), std::nullopt, std::nullopt};
    if (below(2) == 0) viewpoint.today = day(below(500));
    if (below(3) == 0) viewpoint.as_known = day(below(500));
    for (const Which which : {Which::as_known, Which::first, Which::definitive}) {
      const auto expected = latest_by_walking(made, which, viewpoint);
      EXPECT_EQ(latest_period(made.library, "s", which, viewpoint), expected);
      found += expected ? 1 : 0;
    }
  }
  EXPECT_GT(found, 1'000) << "the series are not all empty";
}

}  // namespace records_test
}  // namespace pricetalk
