#include <array>

#include "reading/rank.hpp"
#include "reading/table.hpp"

// Which version of a figure counts.

namespace pricetalk {

namespace {

/// The version of a figure that was first published, where the clause takes a later one.
bool take_provisional(Clause& clause) {
  bool changed = false;
  for (IndexRead& read : clause.reads) {
    if (read.publication.value == Which::first) continue;
    read.publication.value = Which::first;
    changed = true;
  }
  return changed;
}

/// A version that was published after the day on which the clause reads.
bool take_later(Clause& clause) {
  bool changed = false;
  for (IndexRead& read : clause.reads) {
    if (std::holds_alternative<PeriodRule::Latest>(read.use.value.what)) return false;
    changed = changed || read.publication.value != Which::definitive;
    read.publication.value = Which::as_known;
  }
  if (clause.reads.empty() || clause.reads_revised) return changed;
  clause.reads_revised = true;
  return true;
}

void version_mistakes(const ReadingScope& scope, std::vector<Reading>& made) {
  const auto add = [&](const char* id, Phrase sentence, std::function<bool(Clause&)> edit) {
    made.push_back(clause_reading(scope, id, rank::version, std::move(sentence), std::move(edit)));
    made.back().aspect = {Aspect::Part::version};
  };
  add("provisional-figure",
      {"on {} the figure as first published used, although it was revised",
       "op {} het eerst gepubliceerde cijfer gebruikt, terwijl dat is herzien"},
      take_provisional);
  add("later-figure",
      {"on {} a figure used that was revised after the day that counts",
       "op {} een cijfer gebruikt dat na de afgesproken dag is herzien"},
      take_later);
}

void version_points(const ReadingScope& scope, std::vector<Reading>& made) {
  made.push_back(index_point(
      scope, Point::reference_version, "reference-as-known-now",
      {"the reference figure as it is known now", "het referentiecijfer zoals het nu bekend is"},
      [](IndexRead& read) {
        if (read.base.value.back() == nullptr || read.reference_as_known_now) return false;
        read.reference_as_known_now = true;
        return true;
      }));
  made.push_back(
      index_point(scope, Point::publication, "first-publication",
                  {"the figure as first published, even if it was revised",
                   "het eerst gepubliceerde cijfer, ook als het is herzien"},
                  [](IndexRead& read) { return instead(read.publication, Which::first); }));
  made.push_back(
      index_point(scope, Point::publication, "definitive-publication",
                  {"only definitive figures", "alleen definitieve cijfers"},
                  [](IndexRead& read) { return instead(read.publication, Which::definitive); }));
}

void versions_as_read(PointReader& reader) {
  static const std::array<Phrase, 3> versions = {
      {{"as known on the day", "zoals op de dag bekend"},
       {"as first published", "zoals eerst gepubliceerd"},
       {"definitive", "definitief"}}};
  for (const IndexRead& read : reader.clause.reads) {
    if (is_compared(reader.clause, read) && read.base.value.back() != nullptr)
      reader.say(read, Point::reference_version, {"as it was used then", "zoals toen gebruikt"},
                 std::nullopt);
    reader.say(read, Point::publication, versions[static_cast<std::size_t>(read.publication.value)],
               read.publication.where);
  }
}

}  // namespace

const Stage version_stage{Stage::Of::both, version_mistakes, version_points, versions_as_read};

}  // namespace pricetalk
