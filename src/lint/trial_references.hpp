#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "lint/charged_again.hpp"
#include "lint/trial_step.hpp"

namespace pricetalk {

/// What is asked of a step about the references that its figures are compared with: whether they
/// stay or move along, and whether they are figures of another time at all.

/// Whether a rise that is counted from a base that stays is charged again on top of itself, and
/// whether the months of a change are. `last`: the step of the same clause before it.
void ask_after_the_last(const TrialStep& step, const PriceEntry& last);

/// The same before a second step is known: what a rise of 10% would come to. What the figures of
/// the library show is said first.
void ask_whether_it_would_repeat(const TrialStep& step);

/// Whether figures of a contract are compared with themselves, or with later ones. Two rules may
/// come to one period on a first date; on every date only where neither is meant.
class ComparedWithItself {
 public:
  void look_at(const TrialStep& step);
  /// Keeps those of which no step showed two periods, and those whose reference is a later figure.
  void keep_in(Oddities& oddities);

 private:
  /// The two figures of one index of a formula, over the dates on which both are known.
  struct Compared {
    int dates = 0;
    bool other = false;   // on some date they are of two periods
    bool always = false;  // one date, or one rule, says it all
    std::optional<Oddity> found;
    int later = 0;       // of the first two dates those on which the reference is the later figure
    bool fixed = false;  // the reference is of a stated period, so that one date says it
    std::optional<Oddity> exchanged;
  };
  static void look_for_an_exchange(const TrialStep& step, const IndexRead& read,
                                   const ComparedPeriods& periods, Compared& seen);
  std::map<std::pair<std::string, std::string>, Compared> compared_;
};

}  // namespace pricetalk
