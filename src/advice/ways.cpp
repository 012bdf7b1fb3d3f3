#include "advice/ways.hpp"

#include <algorithm>

#include "advice/proposal_flows.hpp"
#include "calendar/working_day.hpp"
#include "pricetalk/advice/redface.hpp"
#include "pricing/later_figures.hpp"
#include "pricing/timeline.hpp"

namespace pricetalk {

namespace {

/// Whether nothing was decided about a step that stands in the way of giving it up: one that was
/// made smaller still raises the price.
bool open_to_waive(const PriceEntry& entry) {
  return entry.decision == nullptr || entry.decision->kind.value == DecisionKind::reduced;
}

/// Whether a step raises its price; one that nobody can know yet may do so.
bool may_rise(const PriceEntry& entry) {
  return !entry.price || !entry.before || *entry.price > *entry.before;
}

/// What one clause does to a price on a date, with all the parts that it moves.
struct ClauseStep {
  WaivedStep step;
  std::optional<Ratio> change = Ratio(0);  ///< nothing: not known yet
  bool open = true;
};

std::vector<ClauseStep> clause_steps(const PriceSchedule& prices, Date date) {
  std::vector<ClauseStep> made;
  for (const PriceEntry& entry : prices.entries) {
    if (entry.date != date || entry.clause == nullptr) continue;
    WaivedStep step{date, entry.clause->id, prices.line->id};
    auto at = std::find_if(made.begin(), made.end(),
                           [&](const ClauseStep& each) { return each.step == step; });
    if (at == made.end()) at = made.insert(at, ClauseStep{std::move(step)});
    at->open = at->open && open_to_waive(entry);
    if (!entry.price || !entry.before)
      at->change.reset();
    else if (at->change)
      at->change = *at->change + (*entry.price - *entry.before);
  }
  return made;
}

/// The steps of one date that raise a price and can be given up, by line and clause: what another
/// clause takes off the same line stays the customer's. A line with tiers counts when the clause
/// lowers none of them.
std::vector<WaivedStep> increases(std::span<const PriceSchedule> as_written, Date date) {
  std::vector<WaivedStep> found;
  std::vector<WaivedStep> fall;
  for (const PriceSchedule& prices : as_written)
    for (const ClauseStep& each : clause_steps(prices, date)) {
      const int sign = each.change ? each.change->sign() : 1;
      if (sign < 0) fall.push_back(each.step);
      if (sign > 0 && each.open && std::find(found.begin(), found.end(), each.step) == found.end())
        found.push_back(each.step);
    }
  std::erase_if(found, [&](const WaivedStep& step) {
    return std::find(fall.begin(), fall.end(), step) != fall.end();
  });
  return found;
}

std::vector<std::string> touched(const Contract& contract,
                                 const std::vector<const InnovationTerms*>& offered) {
  std::vector<std::string> made;
  for (const Line& line : contract.lines)
    if (offered.empty() || touches(offered, line.id)) made.push_back(line.id);
  return made;
}

DecisionTerms waiver(const WaivedStep& step) {
  DecisionTerms decision;
  decision.date.value = step.date;
  decision.clause.emplace_back().value.value = step.clause;
  decision.price.emplace_back().value.value = step.line;
  decision.kind.value = DecisionKind::waived;
  decision.catch_up.value = false;
  return decision;
}

/// One step of a glide path, in place of what the clause of a waived step gives on its date.
DecisionTerms smaller(const WaivedStep& step, const GlideStepTerms& to) {
  DecisionTerms decision = waiver(step);
  decision.date.value = to.date.value;
  decision.kind.value = DecisionKind::reduced;
  decision.change.emplace().value = to.change.value;
  return decision;
}

/// Whether an announcement for that date only moves the step to the next one.
bool moves_on(const Contract& contract, const AnnouncementTerms& announcement, Date adjustment) {
  const auto clause =
      std::find_if(contract.clauses.begin(), contract.clauses.end(),
                   [&](const Clause& each) { return each.id == announcement.clause.value.value; });
  return announcement.for_date.value == adjustment && clause != contract.clauses.end() &&
         clause->notice.before && clause->notice.late.value == Late::next_date &&
         too_late(announcement.date.value, adjustment, clause->notice.before->value);
}

/// The steps that can be given up. One that moves on to the next date is there to be given up,
/// whether its late announcement is on record or not.
std::vector<WaivedStep> to_waive(const Contract& contract,
                                 std::span<const PriceSchedule> as_written, Date adjustment) {
  Contract on_time = contract;
  const auto late = std::erase_if(on_time.terms.announcement, [&](const AnnouncementTerms& each) {
    return moves_on(contract, each, adjustment);
  });
  if (late == 0 || as_written.empty() || !as_written.front().coverage)
    return increases(as_written, adjustment);
  return increases(schedule(on_time, *as_written.front().coverage, adjustment), adjustment);
}

}  // namespace

bool must_be_announced(const PriceEntry& entry) {
  if (entry.clause == nullptr || !entry.deadline) return false;
  switch (entry.verdict) {
    case Verdict::adjusted:
    case Verdict::reduced:
      return may_rise(entry);
    case Verdict::forfeited:
    case Verdict::moved_on:
    case Verdict::undetermined:
      return true;
    case Verdict::start:
    case Verdict::unchanged:
    case Verdict::below_threshold:
    case Verdict::too_soon:
    case Verdict::waived:
    case Verdict::agreed:
    case Verdict::deferred:
      return false;
  }
  return false;
}

std::optional<Contract> enforceable(const Contract& contract,
                                    std::span<const PriceSchedule> as_written, Date adjustment,
                                    Date today) {
  std::optional<Contract> edited;
  for (const Clause& clause : contract.clauses) {
    if (!clause.notice.before || !too_late(today, adjustment, clause.notice.before->value))
      continue;
    const bool untold =
        contract.announcement_for(adjustment, clause) == nullptr &&
        std::any_of(as_written.begin(), as_written.end(), [&](const PriceSchedule& prices) {
          return std::any_of(prices.entries.begin(), prices.entries.end(),
                             [&](const PriceEntry& entry) {
                               return entry.date == adjustment && entry.clause != nullptr &&
                                      entry.clause->id == clause.id && must_be_announced(entry);
                             });
        });
    if (!untold) continue;
    if (!edited) edited = contract;
    AnnouncementTerms announcement;
    announcement.date.value = today;
    announcement.clause.value.value = clause.id;
    announcement.for_date.value = adjustment;
    edited->terms.announcement.push_back(std::move(announcement));
  }
  return edited;
}

std::optional<Deadline> deadline_for(std::span<const PriceSchedule> schedules, Date adjustment,
                                     Date today) {
  // What was announced already is asked only where all of it was.
  std::optional<Deadline> found;
  for (const bool told : {false, true}) {
    for (const PriceSchedule& prices : schedules)
      for (const PriceEntry& entry : prices.entries) {
        if (day_of(entry) != adjustment || !must_be_announced(entry)) continue;
        if (told != (entry.announcement != nullptr && entry.announcement->date.value <= today))
          continue;
        const Date on = entry.deadline->on;
        const bool open = on >= today;
        const bool found_open = found && found->on >= today;
        if (!found || (open && (!found_open || on < found->on)) ||
            (!open && !found_open && on > found->on))
          found = entry.deadline;
      }
    if (found) break;
  }
  return found;
}

Ways two_ways(const Contract& contract, std::span<const PriceSchedule> as_written, Date adjustment,
              Date today, const std::vector<const InnovationTerms*>& offered) {
  Ways made{enforceable(contract, as_written, adjustment, today).value_or(contract), contract,
            to_waive(contract, as_written, adjustment), touched(contract, offered)};
  std::erase_if(made.waived, [&](const WaivedStep& step) {
    return std::ranges::count(made.lines, step.line) == 0;
  });
  made.accepted = made.declined;
  made.accepted.id += "/accepted";
  auto& decisions = made.accepted.terms.decision;
  if (!offered.empty() && is_help(form_of(*offered.front()))) made.waived.clear();
  const bool glides = !offered.empty() && form_of(*offered.front()) == InnovationForm::glide_path;
  for (const WaivedStep& step : made.waived)
    if (glides)
      for (const GlideStepTerms& each : offered.front()->steps)
        decisions.insert(decisions.begin(), smaller(step, each));
    else
      decisions.insert(decisions.begin(), waiver(step));
  return made;
}

namespace {

/// What a price of the adjustment is so far, as a price agreed for that day: the futures would
/// reckon with a figure that is not there yet, and give another price than letter and page name.
/// Steps on a later day, prices in tiers or parts and steps that are given up stay as they are.
void hold_what_is_known(Contract& contract, const Library& library, Date adjustment, Date today,
                        std::span<const WaivedStep> given_up) {
  const Coverage coverage(library, today);
  std::vector<DecisionTerms> held;
  for (const PriceSchedule& prices : schedule(contract, coverage, adjustment)) {
    const Line& line = *prices.line;
    const bool waived = std::any_of(given_up.begin(), given_up.end(),
                                    [&](const WaivedStep& step) { return step.line == line.id; });
    const PriceEntry* entry = prices.on(adjustment);
    if (waived || line.prices.size() > 1 || !line.parts.empty() || line.follows ||
        entry == nullptr || entry->clause == nullptr || entry->date != adjustment ||
        entry->from != adjustment || !entry->price || !may_still_change(prices, *entry, today))
      continue;
    const auto price = entry->price->exact_decimal();
    if (!price) continue;
    DecisionTerms decision;
    decision.date.value = adjustment;
    decision.price.emplace_back().value.value = line.id;
    decision.kind.value = DecisionKind::agreed_price;
    decision.unit_price.emplace().value = *price;
    held.push_back(std::move(decision));
  }
  auto& decisions = contract.terms.decision;
  decisions.insert(decisions.begin(), held.begin(), held.end());
}

}  // namespace

Loaded<Simulation> both_ways(const Ways& ways, const Library& library, const Scenario& futures,
                             Date today, Date adjustment,
                             const std::vector<std::string>& innovations) {
  Contract accepted = ways.accepted;
  accepted.id = ways.declined.id;  // the runs name the way
  Contract declined = ways.declined;
  hold_what_is_known(declined, library, adjustment, today, {});
  hold_what_is_known(accepted, library, adjustment, today, ways.waived);
  std::vector<Variant> variants{{std::string(as_it_is), std::move(declined), {}},
                                {std::string(way_waived), accepted, {}}};
  if (!innovations.empty())
    variants.push_back({std::string(way_offered), accepted, innovations.front(),
                        std::vector<std::string>(innovations.begin() + 1, innovations.end())});
  return five_years(variants, library, futures, today, adjustment);
}

}  // namespace pricetalk
