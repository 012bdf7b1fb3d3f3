#include "audit/search.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <memory>
#include <set>

#include "audit/replay.hpp"

namespace pricetalk {

namespace {

/// More sets than this are not compared: a search that has an end, on any contract.
constexpr std::size_t most_tried = 200'000;

/// A reading held on some adjustment dates: bit i is the i-th date.
struct Mistake {
  std::size_t reading = 0;
  std::vector<bool> dates;
};

/// On which dates a mistake may have been made: always, once, or from some date on.
std::vector<Mistake> mistakes(const std::vector<Reading>& readings, std::size_t dates) {
  std::vector<Mistake> made;
  for (std::size_t r = 0; r < readings.size(); ++r) {
    const auto reach = static_cast<std::size_t>(readings[r].dates);
    std::set<std::vector<bool>> patterns;
    const auto held = [&](std::size_t from, std::size_t to) {
      std::vector<bool> on(dates, false);
      for (std::size_t i = from; i < std::min(to, dates); ++i) on[i] = true;
      if (patterns.insert(on).second) made.push_back({r, on});
    };
    for (std::size_t i = 0; i < dates; ++i) held(i, i + reach);
    for (std::size_t i = 0; i < dates; ++i) held(i, dates);
  }
  return made;
}

class Search {
 public:
  Search(const Contract& contract, const Line& line, const Coverage& coverage,
         std::vector<ChargedPeriod> charged)
      : contract_(contract), line_(line), coverage_(coverage), charged_(std::move(charged)) {}

  Causes run() && {
    Causes made;
    const bool any = std::any_of(charged_.begin(), charged_.end(),
                                 [](const auto& each) { return each.differs; });
    if (!any) return made;
    const bool whole = std::all_of(charged_.begin(), charged_.end(),
                                   [](const auto& each) { return each.tier != SIZE_MAX; });
    if (!whole || line_.clauses.empty()) {
      made.result = whole ? Causes::Result::not_found : Causes::Result::not_searched;
      return single_invoice(std::move(made));
    }
    prepare();
    singles();
    if (found_.empty()) pairs();
    made.tried = tried_;
    made.result = found_.empty() ? Causes::Result::not_found : Causes::Result::found;
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Explanation& a, const Explanation& b) { return a.rank < b.rank; });
    made.explanations = std::move(found_);
    return single_invoice(std::move(made));
  }

 private:
  using Active = std::vector<std::vector<std::size_t>>;  ///< per date: sorted readings

  /// A clause moves a price up and not back: one invoice that differs between right ones is a slip.
  Causes single_invoice(Causes made) const {
    if (made.result == Causes::Result::found) return made;
    std::set<std::string> different;
    for (const ChargedPeriod& each : charged_)
      if (each.differs) different.insert(each.invoice);
    if (different.size() == 1 && charged_.size() > 1) made.result = Causes::Result::single_invoice;
    return made;
  }

  void prepare() {
    std::stable_sort(charged_.begin(), charged_.end(),
                     [](const auto& a, const auto& b) { return a.to < b.to; });
    const Date until = charged_.back().to + longest_early;
    for (const std::size_t clause : line_.clauses) {
      auto more = readings(contract_, line_, contract_.clauses[clause], coverage_.library(), until);
      std::move(more.begin(), more.end(), std::back_inserter(readings_));
    }
    dates_ = replay_dates(contract_, line_, until);
    editions_ = std::make_unique<Editions>(contract_, readings_);
    for (std::size_t tier = 0; tier < line_.prices.size(); ++tier) {
      std::vector<ChargedPeriod> own;
      std::copy_if(charged_.begin(), charged_.end(), std::back_inserter(own),
                   [&](const auto& each) { return each.tier == tier; });
      if (!own.empty())
        replays_.emplace_back(line_, tier, coverage_, dates_, *editions_, std::move(own));
    }
    mistakes_ = mistakes(readings_, dates_.size());
  }

  Active active(const std::vector<const Mistake*>& set) const {
    Active made(dates_.size());
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      for (const Mistake* mistake : set)
        if (mistake->dates[i]) made[i].push_back(mistake->reading);
      std::sort(made[i].begin(), made[i].end());
      made[i].erase(std::unique(made[i].begin(), made[i].end()), made[i].end());
    }
    return made;
  }

  bool explains(const Active& active, std::size_t dates = SIZE_MAX) {
    ++tried_;
    return std::all_of(replays_.begin(), replays_.end(),
                       [&](Replay& replay) { return replay.gives(active, dates); });
  }

  void singles() {
    for (const Mistake& mistake : mistakes_) {
      const Active set = active({&mistake});
      if (explains(set)) keep(set);
    }
  }

  /// A pair must be right up to the first date on which the contract itself is not. Mistakes that
  /// agree until then are one class, so that few pairs are folded further.
  void pairs() {
    const std::size_t first = first_difference();
    if (first == SIZE_MAX) return;
    std::map<std::pair<std::size_t, std::vector<bool>>, std::vector<const Mistake*>> classes;
    for (const Mistake& mistake : mistakes_) {
      std::vector<bool> begin(mistake.dates.begin(),
                              mistake.dates.begin() + static_cast<std::ptrdiff_t>(first) + 1);
      const bool idle = std::find(begin.begin(), begin.end(), true) == begin.end();
      classes[{idle ? SIZE_MAX : mistake.reading, std::move(begin)}].push_back(&mistake);
    }
    for (auto a = classes.begin(); a != classes.end(); ++a)
      for (auto b = a; b != classes.end(); ++b) {
        if (tried_ > most_tried) return;
        if (explains(active({a->second.front(), b->second.front()}), first + 1))
          members(a->second, b->second, a == b);
      }
  }

  void members(const std::vector<const Mistake*>& a, const std::vector<const Mistake*>& b,
               bool one_class) {
    for (std::size_t i = 0; i < a.size(); ++i)
      for (std::size_t j = one_class ? i + 1 : 0; j < b.size(); ++j) {
        const Active set = active({a[i], b[j]});
        if (explains(set)) keep(set);
      }
  }

  /// The first date behind which the contract's own prices are not the charged ones; SIZE_MAX when
  /// they differ before any date, so that no reading can explain them.
  std::size_t first_difference() {
    const Active nothing(dates_.size());
    if (!explains(nothing, 0)) return SIZE_MAX;
    for (std::size_t i = 0; i < dates_.size(); ++i)
      if (!explains(nothing, i + 1)) return i;
    return SIZE_MAX;
  }

  /// The mistakes of a set with the dates on which leaving them out would change the price.
  void keep(const Active& set) {
    std::map<std::size_t, std::vector<Date>> where;
    for (std::size_t i = 0; i < dates_.size(); ++i)
      for (const std::size_t reading : set[i]) {
        Active without = set;
        std::erase(without[i], reading);
        const bool matters = std::any_of(replays_.begin(), replays_.end(), [&](Replay& replay) {
          return replay.moves(set, without, i);
        });
        if (matters) where[reading].push_back(dates_[i]);
      }
    Explanation made;
    for (const auto& [reading, dates] : where) {
      made.misreadings.push_back(
          {readings_[reading].id, readings_[reading].clause, readings_[reading].sentence, dates});
      made.rank += readings_[reading].rank;
    }
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const Explanation& each) {
      return std::equal(each.misreadings.begin(), each.misreadings.end(), made.misreadings.begin(),
                        made.misreadings.end(), [](const Misreading& x, const Misreading& y) {
                          return x.reading == y.reading && x.clause == y.clause &&
                                 x.dates == y.dates;
                        });
    });
    if (!known && !made.misreadings.empty()) found_.push_back(std::move(made));
  }

  const Contract& contract_;
  const Line& line_;
  const Coverage& coverage_;
  std::vector<ChargedPeriod> charged_;
  std::vector<Reading> readings_;
  std::vector<Date> dates_;
  std::unique_ptr<Editions> editions_;
  std::vector<Replay> replays_;
  std::vector<Mistake> mistakes_;
  std::vector<Explanation> found_;
  std::size_t tried_ = 0;
};

}  // namespace

Causes search(const Contract& contract, const Line& line, const Coverage& coverage,
              std::vector<ChargedPeriod> charged) {
  return Search(contract, line, coverage, std::move(charged)).run();
}

}  // namespace pricetalk
