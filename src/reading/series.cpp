#include <algorithm>

#include "index/series_kind.hpp"
#include "pricing/link.hpp"
#include "reading/rank.hpp"
#include "reading/table.hpp"

namespace pricetalk {

namespace {

std::string title(const Series& series) { return series.title.empty() ? series.id : series.title; }

/// "CPI, alle bestedingen (2015=100)" where two series have one title.
std::string title_beside(const Series& series, const Series& other) {
  return title(series) == title(other) ? title(series) + " (" + series.base + ")" : title(series);
}

/// Both measure what all consumers pay, by whichever publisher.
bool same_thing(const Series& a, const Series& b) {
  return kind_of(a) == SeriesKind::general_prices && kind_of(b) == SeriesKind::general_prices;
}

bool take_series(Clause& clause, const std::string& symbol, const std::string& id) {
  for (IndexRead& read : clause.reads) {
    if (read.symbol != symbol || read.series.value.value == id) continue;
    read.series.value = SeriesId{id};
    read.links.clear();
    read.in_base_of.value = {};
    return true;
  }
  return false;
}

/// A figure of the next base year put beside one of the old as if they were the same.
bool forget_links(Clause& clause) {
  bool changed = false;
  for (IndexRead& read : clause.reads)
    for (LinkTerms& link : read.links) {
      if (link.coefficient && link.coefficient->value == Decimal(1, 0)) continue;
      link.method.value = LinkMethod::double_fraction;
      link.at.reset();
      link.coefficient_to_next.reset();
      link.coefficient = Stated<Decimal>{Decimal(1, 0), {}};
      changed = true;
    }
  return changed;
}

void series_mistakes(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(clause_reading(scope, "other-link-method", rank::link,
                                {"base years joined by the other method",
                                 "de basisjaren op de andere manier aan elkaar gekoppeld"},
                                other_link_method));
  made.back().point = Point::link_method;
  made.back().aspect = {Aspect::Part::link};
  made.push_back(clause_reading(scope, "base-years-not-joined", rank::link,
                                {"figures of two base years compared without joining them",
                                 "cijfers van twee basisjaren vergeleken zonder ze te koppelen"},
                                forget_links));
  made.back().aspect = {Aspect::Part::link};
  for (const IndexRead& read : scope.clause->reads) {
    const Series* own = scope.library->find(read.series.value.value);
    if (own == nullptr || own->publisher.empty()) continue;
    for (const auto& other : scope.library->all()) {
      if (other->id == own->id || other->unit != own->unit || other->frequency != own->frequency ||
          other->records.empty())
        continue;
      const bool own_publisher = other->publisher == own->publisher;
      if (!own_publisher && !same_thing(*own, *other)) continue;
      const std::string taken = title_beside(*other, *own);
      const std::string right = title_beside(*own, *other);
      made.push_back(clause_reading(
          scope, "wrong-series/" + read.symbol + "/" + other->id,
          own_publisher ? rank::wrong_series : rank::other_publisher,
          {"on {} figures of \"" + taken + "\" used instead of \"" + right + "\"",
           "op {} cijfers van \"" + taken + "\" gebruikt in plaats van \"" + right + "\""},
          [symbol = read.symbol, id = other->id](Clause& c) {
            return take_series(c, symbol, id);
          }));
      made.back().aspect = {Aspect::Part::series, read.symbol};
    }
  }
}

void series_points(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(index_point(scope, Point::link_base, "compared-in-the-new-base",
                             {"both figures in the base year of the new one",
                              "beide cijfers in het basisjaar van het nieuwe cijfer"},
                             [](IndexRead& read) {
                               return !read.links.empty() &&
                                      instead(read.in_base_of,
                                              ComparisonBase{ComparisonBase::Of::comparison, {}});
                             }));
}

void series_as_read(PointReader& reader) {
  for (const IndexRead& read : reader.clause.reads) {
    if (read.links.empty()) continue;
    const LinkTerms& link = read.links.front();
    reader.say(read, Point::link_method, words(link.method.value), link.method.where);
    reader.say(read, Point::link_base, words(read.in_base_of.value), read.in_base_of.where);
  }
}

}  // namespace

const Stage series_stage{Stage::Of::both, series_mistakes, series_points, series_as_read};

}  // namespace pricetalk
