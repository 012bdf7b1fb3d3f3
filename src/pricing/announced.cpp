#include "pricing/announced.hpp"

#include <algorithm>

#include "pricetalk/explain/format.hpp"
#include "pricing/shown_step.hpp"

namespace pricetalk {

namespace {

bool gives_a_step(Verdict verdict) {
  return verdict == Verdict::adjusted || verdict == Verdict::unchanged ||
         verdict == Verdict::below_threshold || verdict == Verdict::too_soon;
}

/// What a step may be: by its coefficient, and by its rounded prices.
struct AllowedStep {
  Ratio least;
  Ratio most;
};

/// A limit in money counts by prices only.
std::optional<AllowedStep> allowed_step(const PriceEntry& entry) {
  if (entry.verdict == Verdict::too_soon) return AllowedStep{};
  const Outcome<Ratio> change = entry.change();
  if (!change || !entry.before || !entry.price) return std::nullopt;
  if (entry.before->is_zero()) return std::nullopt;
  const Ratio by_prices = *entry.price / *entry.before - Ratio(1);
  if (cut_in_money(entry)) return AllowedStep{by_prices, by_prices};
  return AllowedStep{std::min(*change, by_prices), std::max(*change, by_prices)};
}

/// Whether the announced percentage, charged as it stands, gives a line another price than the
/// allowed one: a higher one, or where less was announced a lower one.
bool gives_another_price(const Contract& contract, const AnnouncedOff& found) {
  return std::any_of(found.steps.begin(), found.steps.end(), [&](const auto& step) {
    Worksheet sheet(contract.currency);
    const Outcome<Ratio> price = sheet.value(announced_price(sheet, *found.announcement, step));
    if (!price || !step.entry->price) return false;
    return found.kind == AnnouncedOff::Kind::below ? *price < *step.entry->price
                                                   : *price > *step.entry->price;
  });
}

enum class Steps : std::uint8_t { to_come_or_in_force, before };

std::vector<AnnouncedOff> off(const Contract& contract, std::span<const PriceSchedule> schedules,
                              Date today, Steps which) {
  std::vector<AnnouncedOff> made;
  for (const AnnouncementTerms& each : contract.terms.announcement) {
    if (announced_percentage(contract, each.clause.value.value, each.for_date.value, today) !=
        &each)
      continue;
    const Ratio change = each.change->value.as_fraction();
    AnnouncedOff found{AnnouncedOff::Kind::mistake, &each, {}, {}};
    std::optional<AllowedStep> allowed;
    bool known = true;
    for (const PriceSchedule& prices : schedules)
      for (const PriceEntry& entry : prices.entries) {
        if (entry.clause == nullptr || entry.clause->id != each.clause.value.value ||
            entry.date != each.for_date.value)
          continue;
        const bool before = entry.from <= today && prices.on(today) != &entry;
        if (before != (which == Steps::before)) continue;
        auto step = allowed_step(entry);
        if (step && is_own_change(each.change->value, entry))
          step = AllowedStep{std::min(step->least, change), std::max(step->most, change)};
        known = known && step && !entry.part && entry.decision == nullptr &&
                gives_a_step(entry.verdict);
        if (!known) break;
        if (!allowed) allowed = step;
        allowed->least = std::min(allowed->least, step->least);
        allowed->most = std::max(allowed->most, step->most);
        found.steps.push_back({&prices, &entry});
      }
    if (!known || !allowed) continue;
    const Ratio half = half_a_digit(each.change->value);
    const bool below = change + half < allowed->least;
    if (!below && change <= allowed->most) continue;
    found.allowed = allowed->most;
    if (below)
      found.kind = AnnouncedOff::Kind::below;
    else if (change - half <= allowed->most)
      found.kind = AnnouncedOff::Kind::rounded_up;
    if (found.kind != AnnouncedOff::Kind::mistake && !gives_another_price(contract, found))
      continue;
    if (which == Steps::before && found.kind != AnnouncedOff::Kind::mistake) continue;
    made.push_back(std::move(found));
  }
  return made;
}

}  // namespace

const AnnouncementTerms* announced_percentage(const Contract& contract, std::string_view clause,
                                              Date for_date, Date today) {
  const AnnouncementTerms* last = nullptr;
  for (const AnnouncementTerms& each : contract.terms.announcement)
    if (each.change && each.date.value <= today && each.clause.value.value == clause &&
        each.for_date.value == for_date && (last == nullptr || each.date.value >= last->date.value))
      last = &each;
  return last;
}

bool is_own_change(const Percent& announced, const PriceEntry& entry) {
  const bool taken = entry.verdict == Verdict::adjusted || entry.verdict == Verdict::unchanged;
  if (!taken || !entry.why || entry.part || cut_in_money(entry)) return false;
  const NodeId coefficient = entry.why.calculation->outputs.coefficient;
  if (coefficient == no_node) return false;
  const Outcome<Ratio> factor = entry.why.tape.at(coefficient);
  const Outcome<Ratio> step = entry.change();
  // Of a clause that counts from the price before, its own change is the step itself.
  if (!factor || (step && *step == *factor - Ratio(1))) return false;
  const Ratio off = announced.as_fraction() - (*factor - Ratio(1));
  const Ratio half = half_a_digit(announced);
  return off <= half && -half <= off;
}

Phrase announced_text(const AnnouncedOff& found) {
  const Percent& change = found.announcement->change->value;
  const int typed = change.of_hundred.scale();
  const bool rounded_up = found.kind == AnnouncedOff::Kind::rounded_up;
  const auto text = [&](const char* announced, const char* from, const char* allowed,
                        const char* end, Language language) {
    const int decimals = std::max(2, typed);
    return announced + percent_text(change.as_fraction(), rounded_up ? typed : decimals, language) +
           from + date_text(found.announcement->for_date.value, language) + allowed +
           percent_text(found.allowed, rounded_up ? typed + 2 : decimals, language) + end;
  };
  if (found.kind == AnnouncedOff::Kind::below)
    return {
        text("announced ", " from ", ", less than the ", " that the contract allows", Language::en),
        text("aangekondigd is ", " vanaf ", ", minder dan de ", " die het contract toestaat",
             Language::nl)};
  if (rounded_up)
    return {text("announced ", " from ", ", rounded up from the ", " that the contract allows",
                 Language::en),
            text("aangekondigd is ", " vanaf ", ", naar boven afgerond van de ",
                 " die het contract toestaat", Language::nl)};
  return {text("announced ", " from ", ", the contract allows ", "", Language::en),
          text("aangekondigd is ", " vanaf ", ", het contract staat ", " toe", Language::nl)};
}

Ratio half_a_digit(const Percent& percent) {
  return Ratio::of(1, 200) * Ratio(Decimal(1, percent.of_hundred.scale()));
}

NodeId price_by_letter(Worksheet& sheet, const PriceByLetter& letter) {
  InputSource allowed;
  allowed.kind = InputSource::Kind::earlier_price;
  allowed.text = {"allowed price", "toegestane prijs"};
  allowed.address = letter.address;
  allowed.fixity = letter.fixity;
  InputSource words;
  words.kind = InputSource::Kind::contract;
  words.text = {"announcement", "aankondiging"};
  words.where = letter.where;
  const NodeId before =
      sheet.given(letter.before, {"price before it", "prijs ervoor"}, std::move(allowed));
  const NodeId change =
      sheet.given(letter.change, {"announced change", "aangekondigde verandering"},
                  std::move(words), Form::percent);
  const PriceSchedule& prices = *letter.prices;
  return sheet.round(
      sheet.mul(before, sheet.add(sheet.constant(Decimal(1, 0)), change)),
      Rounding::decimals(prices.line->price_decimals(prices.contract->currency, prices.price)),
      {"price by the letter", "prijs volgens de brief"});
}

NodeId announced_price(Worksheet& sheet, const AnnouncementTerms& announcement,
                       const AnnouncedOff::Step& step) {
  return price_by_letter(
      sheet, {step.prices, step.entry->before, step.entry->address.text, step.entry->fixity,
              announcement.change->value.as_fraction(), announcement.span});
}

std::vector<AnnouncedOff> announced_off(const Contract& contract,
                                        std::span<const PriceSchedule> schedules, Date today) {
  return off(contract, schedules, today, Steps::to_come_or_in_force);
}

std::vector<AnnouncedOff> announced_off_before(const Contract& contract,
                                               std::span<const PriceSchedule> schedules,
                                               Date today) {
  return off(contract, schedules, today, Steps::before);
}

}  // namespace pricetalk
