#include "audit/search.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

#include "audit/explained.hpp"
#include "explain/rounded.hpp"

namespace pricetalk {

namespace {

/// After so many steps of the fold, or so many looks at one that was made, a search ends and says
/// so.
constexpr std::size_t most_steps = 30'000;
constexpr std::size_t most_looks = 1'000'000;
constexpr std::size_t most_lines = 8;  // each of several lines has steps of its own
constexpr std::size_t most_mistakes = 3;
constexpr std::size_t most_explanations = 200;

using NodeId = Replay::NodeId;

/// Whether one invoice is left out: one that can be told from a mistake, because another invoice
/// was charged between the same dates, or any.
enum class LeftOut { none, sure, any };

/// How long a mistake may be made: once or from its date on, or also from one date to another.
enum class Lasts { once_or_on, until_a_date };

class Search {
 public:
  explicit Search(Replays& replay)
      : readings_(replay.readings()),
        replay_(replay),
        lines_(std::min(replay.lines(), most_lines)),
        count_(static_cast<std::uint16_t>(readings_.size())) {
    for (std::uint16_t a = 0; a < count_; ++a)
      for (std::uint16_t b = 0; b < count_; ++b)
        excluded_.push_back(a == b || readings_[a].excludes(readings_[b]));
  }

  /// All paths with so many mistakes; with a slip, one invoice is left out.
  std::vector<Trail> run(std::size_t mistakes, LeftOut left_out, Lasts lasts) {
    size_ = mistakes;
    ends_ = lasts == Lasts::until_a_date;
    slips_ = left_out != LeftOut::none;
    sure_ = left_out == LeftOut::sure;
    found_.clear();
    trail_ = {};
    trail_.nodes.push_back(replay_.root());
    walk(0, {}, {});
    return std::move(found_);
  }
  bool stopped() const { return stopped_; }
  std::size_t tried() const { return tried_; }
  /// How many sets of one size change something on a date, from a state.
  std::size_t alternatives(std::size_t date, NodeId node, ReadingSet base, std::size_t size) const {
    const auto found = alternatives_.find({date, node, base.key(), size});
    return found == alternatives_.end() ? 0 : found->second;
  }

 private:
  struct Held {
    std::uint16_t reading = 0;
    int left = 0;       ///< dates on which one such mistake still holds
    bool runs = false;  ///< it is made from its date on
    bool over = false;  ///< it was made once
  };
  using Slip = std::optional<std::uint32_t>;

  bool excluded(std::uint16_t a, std::uint16_t b) const {
    return excluded_[std::size_t{a} * count_ + b];
  }
  bool fits(ReadingSet set, std::uint16_t reading) const {
    for (std::size_t i = 0; i < set.size(); ++i)
      if (excluded(set[i], reading)) return false;
    return true;
  }

  NodeId next(NodeId node, std::size_t date, ReadingSet set) {
    if (replay_.steps() > most_steps * lines_ || ++looks_ > most_looks) {
      stopped_ = true;
      return Replay::dead;
    }
    return replay_.next(node, date, set);
  }

  /// Whether these wrong invoices may be: none, or the one that is left out.
  bool admits(const std::vector<std::uint32_t>& wrong, std::size_t date, Slip& slip) const {
    for (const std::uint32_t each : wrong) {
      if (slip == each) continue;
      if (!slips_ || slip) return false;
      if (sure_ && (date == 0 || !replay_.observed(date - 1, each) || !replay_.stands_alone(each)))
        return false;
      slip = each;
    }
    return true;
  }

  bool early(ReadingSet set) const {
    for (std::size_t i = 0; i < set.size(); ++i)
      if (readings_[set[i]].early) return true;
    return false;
  }

  /// From a state before the i-th date.
  void walk(std::size_t date, const std::vector<Held>& held, Slip slip) {
    const NodeId node = trail_.nodes.back();
    if (found_.size() >= most_explanations || stopped_) return;
    if (!admits(replay_.wrong(node).settled, date, slip)) return;
    Slip late = slip;
    // In the months before a date it may be an early step instead.
    const auto& unless_early = replay_.wrong(node).unless_early;
    const bool on_time = unless_early.empty() || (!sure_ && admits(unless_early, date, late)) ||
                         std::all_of(unless_early.begin(), unless_early.end(),
                                     [&](std::uint32_t each) { return slip == each; });
    if (on_time) slip = late;
    if (date == replay_.dates().size()) {
      if (on_time && held.size() == size_ && slip.has_value() == slips_) {
        trail_.slip = slip;
        found_.push_back(trail_);
      }
      return;
    }
    const auto leave = [&](ReadingSet set, NodeId reached, std::vector<Held> kept) {
      if (!on_time && !early(set)) return;
      ++tried_;
      for (Held& each : kept)
        if (each.left > 0 && set.has(each.reading)) --each.left;
      trail_.sets.push_back(set);
      trail_.nodes.push_back(reached);
      walk(date + 1, kept, slip);
      trail_.nodes.pop_back();
      trail_.sets.pop_back();
    };
    // What is wrong until now can only be mended by an early step.
    const auto can_be_early = [&](const Held& each) {
      return !each.over && readings_[each.reading].early;
    };
    if (!on_time && held.size() == size_ && std::none_of(held.begin(), held.end(), can_be_early))
      return;
    continuing(date, node, held,
               [&](ReadingSet base, NodeId reached, const std::vector<Held>& kept) {
                 const bool in_time = on_time || early(base);
                 if (in_time) leave(base, reached, kept);
                 if (held.size() < size_)
                   begin(date, node, base, reached, kept, slip, !in_time, leave);
               });
  }

  /// What the mistakes made so far do on a date: one that may have been made once goes on or ends.
  template <class Then>
  void continuing(std::size_t date, NodeId node, const std::vector<Held>& held, Then then) {
    ReadingSet forced;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < held.size(); ++i) {
      if (held[i].over) continue;
      if ((held[i].runs && !ends_) || held[i].left > 0)
        forced = forced.with(held[i].reading);
      else
        open.push_back(i);
    }
    for (std::size_t choice = 0; choice < (std::size_t{1} << open.size()); ++choice) {
      ReadingSet set = forced;
      for (std::size_t k = 0; k < open.size(); ++k)
        if (choice >> k & 1) set = set.with(held[open[k]].reading);
      const NodeId reached = next(node, date, set);
      if (reached == Replay::dead) continue;
      std::vector<Held> kept = held;
      bool covered = false;
      for (std::size_t k = 0; k < open.size(); ++k) {
        const std::uint16_t reading = held[open[k]].reading;
        if (choice >> k & 1) {
          kept[open[k]].runs = next(node, date, set.without(reading)) != reached;
        } else if (next(node, date, set.with(reading)) == reached) {
          covered = true;  // as long as it changes nothing, it goes on
        } else {
          kept[open[k]].over = true;
        }
      }
      if (!covered) then(set, reached, std::move(kept));
    }
  }

  /// New mistakes that begin on a date, each of which changes something on it.
  template <class Leave>
  void begin(std::size_t date, NodeId node, ReadingSet base, NodeId reached,
             const std::vector<Held>& kept, Slip slip, bool only_early, Leave leave) {
    const std::size_t room = size_ - kept.size();
    const auto held = [&](std::uint16_t reading) {
      return std::any_of(kept.begin(), kept.end(),
                         [&](const Held& each) { return each.reading == reading && !each.over; });
    };
    const auto with = [&](std::initializer_list<std::uint16_t> added) {
      std::vector<Held> made = kept;
      for (const std::uint16_t reading : added)
        made.push_back({reading, readings_[reading].dates, false, false});
      return made;
    };
    std::vector<std::uint16_t> usable;
    std::vector<NodeId> alone;
    for (std::uint16_t a = 0; a < count_; ++a) {
      if (held(a) || !fits(base, a) || (only_early && !kept.empty() && !readings_[a].early))
        continue;
      if (readings_[a].remembered && (size_ > 1 || slips_)) continue;
      const NodeId one = next(node, date, base.with(a));
      if (one == Replay::dead) continue;
      usable.push_back(a);
      alone.push_back(one);
    }
    for (std::size_t a = 0; a < usable.size(); ++a)
      if (alone[a] != reached && (!only_early || readings_[usable[a]].early))
        leave(base.with(usable[a]), alone[a], with({usable[a]}));
    if (room < 2 || (only_early && !kept.empty())) return;
    Slip unused = slip;
    const bool right = admits(replay_.wrong(reached).settled, date + 1, unused) &&
                       admits(replay_.wrong(reached).unless_early, date + 1, unused);
    if (right && !only_early && replay_.observed(date, slip)) return;
    pairs(date, node, base, reached, room, only_early, usable, alone, with, leave);
  }

  /// Whether three mistakes may come near what was charged, by what they do in pairs: as if what
  /// two do together did not depend on the third. What rounds coarsely is never ruled out.
  class Near {
   public:
    Near(const Replays& replay, std::size_t date, NodeId base) : replay_(replay) {
      target_ = cents(replay.charged_price(0, date));
      base_ = price(base);
    }
    bool may(std::array<NodeId, 3> alone, std::array<NodeId, 3> in_pairs) const {
      if (target_ == 0 || base_ == 0) return true;
      Wide with = base_;
      Wide without = target_;
      for (std::size_t i = 0; i < 3; ++i) {
        const std::int64_t one = price(alone[i]);
        const std::int64_t two = price(in_pairs[i]);
        if (one == 0 || two == 0) return true;
        with *= two;
        without *= one;
      }
      constexpr int part = 300;  // within a third of a percent
      const Wide gap = with < without ? without - with : with - without;
      return gap * part <= without;
    }

   private:
    __extension__ using Wide = __int128;
    static std::int64_t cents(const std::optional<Ratio>& value) {
      constexpr std::int64_t most = 100'000'000;
      if (!value || value->sign() <= 0) return 0;
      const Outcome<Decimal> made = rounded(*value, Rounding::decimals(2));
      return made && made->mantissa() < most ? made->mantissa() : 0;
    }
    std::int64_t price(NodeId node) const {
      const Outcome<Ratio> value = replay_.price(0, node);
      return value ? cents(*value) : 0;
    }
    const Replays& replay_;
    std::int64_t target_ = 0;
    std::int64_t base_ = 0;
  };

  bool coarse(std::uint16_t reading) const { return readings_[reading].coarse; }

  template <class With, class Leave>
  void pairs(std::size_t date, NodeId node, ReadingSet base, NodeId plain, std::size_t room,
             bool only_early, const std::vector<std::uint16_t>& usable,
             const std::vector<NodeId>& alone, With with, Leave leave) {
    const std::size_t n = usable.size();
    std::vector<NodeId> of(n * n, Replay::dead);
    std::vector<bool> together(n * n, false);  // both change something
    std::size_t count = 0;
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = a + 1; b < n; ++b) {
        if (excluded(usable[a], usable[b])) continue;
        if (only_early && room < 3 && !readings_[usable[a]].early && !readings_[usable[b]].early)
          continue;
        const ReadingSet set = base.with(usable[a]).with(usable[b]);
        const NodeId reached = of[a * n + b] = of[b * n + a] = next(node, date, set);
        if (stopped_) return;
        if (reached == Replay::dead || reached == alone[a] || reached == alone[b]) continue;
        together[a * n + b] = together[b * n + a] = true;
        ++count;
      }
    alternatives_[{date, node, base.key(), 2}] = count;
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = a + 1; b < n; ++b)
        if (together[a * n + b] &&
            (!only_early || readings_[usable[a]].early || readings_[usable[b]].early))
          leave(base.with(usable[a]).with(usable[b]), of[a * n + b], with({usable[a], usable[b]}));
    if (room < 3) return;
    count = 0;
    const Near near(replay_, date, plain);
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = a + 1; b < n; ++b)
        for (std::size_t c = b + 1; c < n; ++c) {
          const int matter = together[a * n + b] + together[a * n + c] + together[b * n + c];
          if (matter < 2 || of[a * n + b] == Replay::dead || of[a * n + c] == Replay::dead ||
              of[b * n + c] == Replay::dead)
            continue;
          if (only_early && !readings_[usable[a]].early && !readings_[usable[b]].early &&
              !readings_[usable[c]].early)
            continue;
          if (!coarse(usable[a]) && !coarse(usable[b]) && !coarse(usable[c]) &&
              !near.may({alone[a], alone[b], alone[c]},
                        {of[a * n + b], of[a * n + c], of[b * n + c]}))
            continue;
          const ReadingSet set = base.with(usable[a]).with(usable[b]).with(usable[c]);
          const NodeId reached = next(node, date, set);
          if (stopped_) return;
          if (reached == Replay::dead || reached == of[a * n + b] || reached == of[a * n + c] ||
              reached == of[b * n + c])
            continue;
          ++count;
          leave(set, reached, with({usable[a], usable[b], usable[c]}));
        }
    alternatives_[{date, node, base.key(), 3}] = count;
  }

  const std::vector<Reading>& readings_;
  Replays& replay_;
  std::size_t lines_;
  std::uint16_t count_;
  std::vector<bool> excluded_;
  std::size_t size_ = 0;
  bool ends_ = false;
  bool slips_ = false;
  bool sure_ = false;
  bool stopped_ = false;
  std::size_t tried_ = 0;
  std::size_t looks_ = 0;
  Trail trail_;
  std::vector<Trail> found_;
  std::map<std::array<std::uint64_t, 4>, std::size_t> alternatives_;
};

bool differs(const LineCharges& of) {
  return std::any_of(of.charged.begin(), of.charged.end(),
                     [](const ChargedPeriod& each) { return each.differs; });
}

struct Size {
  std::size_t mistakes;
  LeftOut left_out;
  Lasts lasts = Lasts::once_or_on;
};
// The order in which answers are believed: of one line, and of several together, of which nobody
// mistypes all rows of one invoice.
constexpr std::array alone = {Size{1, LeftOut::none}, Size{0, LeftOut::any},
                              Size{1, LeftOut::sure}, Size{1, LeftOut::none, Lasts::until_a_date},
                              Size{2, LeftOut::none}, Size{1, LeftOut::any},
                              Size{3, LeftOut::none}, Size{2, LeftOut::sure}};
constexpr std::array one_for_all = {Size{1, LeftOut::none}, Size{1, LeftOut::sure},
                                    Size{1, LeftOut::none, Lasts::until_a_date}};
constexpr std::array two_for_all = {Size{2, LeftOut::none}};

using Charges = std::vector<const LineCharges*>;

/// One search over all prices of these lines; gives one answer for each.
std::vector<Found> searched(const Contract& contract, const Coverage& coverage,
                            const Charges& lines, std::span<const Size> order) {
  std::vector<Found> made(lines.size());
  Replays replay(contract, coverage, lines);
  Search search(replay);
  // As many mistakes as dates of which prices are known explain anything.
  std::size_t observed = 0;
  for (std::size_t i = 0; i < replay.dates().size(); ++i)
    if (replay.observed(i)) ++observed;
  const auto alternatives = [&](std::size_t date, NodeId node, ReadingSet base, std::size_t size) {
    return search.alternatives(date, node, base, size);
  };
  for (Found& each : made) each.causes.result = Causes::Result::not_found;
  for (const auto& [mistakes, left_out, lasts] : order) {
    if (left_out != LeftOut::none && replay.invoices() < 2) continue;
    if (mistakes > 1 && mistakes >= observed) continue;
    const std::vector<Trail> trails = search.run(mistakes, left_out, lasts);
    if (!trails.empty()) {
      explain(made, replay, trails, alternatives);
      break;
    }
    if (search.stopped()) break;
  }
  for (Found& each : made) {
    each.causes.tried = search.tried();
    each.causes.stopped = search.stopped();
    if (each.causes.stopped && each.causes.result == Causes::Result::not_found)
      each.causes.result = Causes::Result::stopped;
    if (lines.size() > 1)
      for (const LineCharges* line : lines) each.causes.lines.push_back(line->line);
  }
  return made;
}

/// Whether one mistake explains a line, and nothing else does.
bool is_settled(const Causes& causes) {
  return causes.result == Causes::Result::single_invoice ||
         (causes.result == Causes::Result::found && causes.explanations.size() == 1 &&
          causes.explanations.front().misreadings.size() == 1);
}

/// The readings of an explanation, whatever their dates.
using Kinds = std::vector<std::pair<std::string, std::string>>;

Kinds kinds_of(const Explanation& explanation) {
  Kinds made;
  for (const Misreading& each : explanation.misreadings)
    made.emplace_back(each.reading, each.clause);
  return made;
}

/// The positions of the lines that have the set which most of them have; empty: no two share one.
std::vector<std::size_t> that_share_a_set(const std::vector<Found>& found) {
  std::map<Kinds, std::vector<std::size_t>> by_kinds;
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const Explanation& each : found[i].causes.explanations) {
      auto& lines = by_kinds[kinds_of(each)];
      if (lines.empty() || lines.back() != i) lines.push_back(i);
    }
  std::vector<std::size_t> most;
  for (const auto& [set, lines] : by_kinds)
    if (lines.size() > std::max<std::size_t>(most.size(), 1)) most = lines;
  return most;
}

/// Answers for lines of the same clauses, at least one.
std::vector<Found> of_one_clause(const Contract& contract, const Coverage& coverage,
                                 const Charges& lines) {
  const auto together = [&](const Charges& some, std::span<const Size> order) {
    auto made = searched(contract, coverage, some, order);
    return made.front().causes.explanations.empty() ? std::vector<Found>() : std::move(made);
  };
  if (lines.size() > 1)
    if (auto made = together(lines, one_for_all); !made.empty()) return made;
  std::vector<Found> made;
  for (const LineCharges* line : lines)
    made.push_back(std::move(searched(contract, coverage, {line}, alone).front()));
  if (lines.size() == 1 || std::all_of(made.begin(), made.end(),
                                       [](const Found& each) { return is_settled(each.causes); }))
    return made;
  if (auto two = together(lines, two_for_all); !two.empty()) return two;
  const std::vector<std::size_t> some = that_share_a_set(made);
  if (some.size() < 2 || some.size() == lines.size()) return made;
  Charges sharing;
  for (const std::size_t i : some) sharing.push_back(lines[i]);
  auto shared = together(sharing, one_for_all);
  if (shared.empty()) shared = together(sharing, two_for_all);
  for (std::size_t i = 0; i < shared.size(); ++i) made[some[i]] = std::move(shared[i]);
  return made;
}

}  // namespace

std::vector<Found> search(const Contract& contract, const Coverage& coverage,
                          const std::vector<LineCharges>& lines) {
  std::vector<Found> made(lines.size());
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (differs(lines[i])) left.push_back(i);
  while (!left.empty()) {
    const Line& first = *lines[left.front()].line;
    const auto others = std::stable_partition(left.begin(), left.end(), [&](std::size_t i) {
      return lines[i].line->clauses == first.clauses &&
             lines[i].line->surcharges == first.surcharges;
    });
    Charges group;
    for (auto each = left.begin(); each != others; ++each) group.push_back(&lines[*each]);
    auto found = of_one_clause(contract, coverage, group);
    for (std::size_t i = 0; i < found.size(); ++i) made[left[i]] = std::move(found[i]);
    left.erase(left.begin(), others);
  }
  return made;
}

}  // namespace pricetalk
