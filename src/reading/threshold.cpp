#include "reading/rank.hpp"
#include "reading/table.hpp"

// Which change counts, and which share of it.

namespace pricetalk {

namespace {

bool pass_everything(Ladder& ladder) {
  auto& knees = ladder.pass_through.value.knees;
  if (knees.size() == 1 && knees[0].share.as_fraction() == Ratio(1)) return false;
  knees = {{std::nullopt, Percent{Decimal(100, 0)}}};
  return true;
}

bool ignore_threshold(Ladder& ladder) {
  const bool any = ladder.threshold.has_value();
  ladder.threshold.reset();
  return any;
}

void threshold_mistakes(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(ladder_reading(scope, "threshold-ignored", rank::threshold_ignored,
                                {"threshold not applied", "drempel niet toegepast"},
                                ignore_threshold));
  made.back().aspect = {Aspect::Part::threshold};
  made.push_back(
      ladder_reading(scope, "pass-through-ignored", rank::share_ignored,
                     {"the whole change passed on instead of the agreed share",
                      "de hele wijziging doorberekend in plaats van het afgesproken deel"},
                     pass_everything));
  made.back().aspect = {Aspect::Part::share};
}

void threshold_points(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(
      ladder_point(scope, Point::threshold_since, "threshold-since-start",
                   {"the change counted from the start", "de verandering geteld vanaf het begin"},
                   [](Ladder& ladder) {
                     return ladder.threshold && instead(ladder.threshold->since, Since::start);
                   }));
  made.push_back(ladder_point(
      scope, Point::threshold_tested, "threshold-on-price",
      {"tested on what is passed on", "getoetst op wat wordt doorberekend"}, [](Ladder& ladder) {
        return ladder.threshold && instead(ladder.threshold->tested_on, TestedOn::price);
      }));
  made.push_back(
      ladder_point(scope, Point::threshold_part, "threshold-excess",
                   {"only what passes the threshold", "alleen wat boven de drempel uitkomt"},
                   [](Ladder& ladder) {
                     return ladder.threshold && instead(ladder.threshold->then, Then::excess);
                   }));
}

void threshold_as_read(PointReader& reader) {
  const auto& threshold = reader.clause.ladders.back().ladder.threshold;
  if (!threshold) return;
  reader.say(Point::threshold_since,
             threshold->since.value == Since::start
                 ? Phrase{"since the start", "sinds het begin"}
                 : Phrase{"since the last adjustment", "sinds de laatste aanpassing"},
             threshold->since.where);
  reader.say(Point::threshold_tested,
             threshold->tested_on.value == TestedOn::index
                 ? Phrase{"the measured change", "de gemeten verandering"}
                 : Phrase{"what is passed on", "wat wordt doorberekend"},
             threshold->tested_on.where);
  reader.say(Point::threshold_part,
             threshold->then.value == Then::full
                 ? Phrase{"all of the change counts", "de hele verandering telt"}
                 : Phrase{"only the part above it counts", "alleen het deel erboven telt"},
             threshold->then.where);
}

}  // namespace

const Stage threshold_stage{Stage::Of::prices, threshold_mistakes, threshold_points,
                            threshold_as_read};

}  // namespace pricetalk
