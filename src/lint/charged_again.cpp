#include "lint/charged_again.hpp"

#include "calendar/counts.hpp"
#include "lint/tried.hpp"

namespace pricetalk {

namespace {

/// `P0 * C/105`, `0.2 + 0.8*C/105`: most of the coefficient is the level itself, divided by a
/// number of about its size.
bool stands_beside_a_number(const IndexRead& read, const PriceEntry& entry, const Tried& tried) {
  const NodeId now = entry.why.calculation->find("index " + read.symbol);
  if (now == no_node || !entry.why.tape.determined(now)) return false;
  if (entry.why.tape.value(now) < Ratio(10)) return false;
  const Outcome<Ratio> here = tried.change_from_own(Ratio(0), read.symbol);
  const Outcome<Ratio> twice = tried.change_from_own(Ratio(1), read.symbol);
  if (!here || !twice) return false;
  const Ratio moving = *twice - *here;
  const Ratio whole = Ratio(1) + *here;
  return Ratio(Decimal(3, 1)) * whole < moving && moving <= whole;
}

/// Whether the figure that an index is compared with stays the same for all steps: of a stated
/// period, a stated number, or of the start or a day before it; or a number in the formula.
bool stays_at(const IndexRead& read, const PriceEntry& entry, const Tried& tried) {
  if (!tried.in_formula(read.symbol + "0")) return stands_beside_a_number(read, entry, tried);
  const auto& what = read.base.value.what;
  if (std::holds_alternative<PeriodRule::Fixed>(what) ||
      std::holds_alternative<PeriodRule::Number>(what))
    return true;
  if (const auto* back = std::get_if<PeriodRule::Back>(&what))
    return back->what == LookBack::at_start || back->what == LookBack::at_signature ||
           back->what == LookBack::at_bid;
  if (const auto* before = std::get_if<PeriodRule::Before>(&what))
    return before->event == Event::signature || before->event == Event::bid ||
           before->event == Event::start;
  return false;
}

/// The period of the figure that an input is; nothing where several make it up, or it is not there.
std::optional<Period> period_of(const PriceEntry& entry, const std::string& symbol) {
  const auto& inputs = entry.why.calculation->inputs;
  for (std::size_t i = 0; i < inputs.size(); ++i)
    if (inputs[i].symbol == symbol && entry.why.inputs[i].figure)
      return entry.why.inputs[i].figure->about;
  return std::nullopt;
}

/// The period that the contract states for the reference of an index, also before its figure is
/// there; nothing for a rule and for a window.
std::optional<Period> stated_reference(const PriceEntry& entry, const std::string& index) {
  const IndexRead* read = entry.clause->find(index);
  const auto* fixed =
      read == nullptr ? nullptr : std::get_if<PeriodRule::Fixed>(&read->base.value.what);
  if (fixed == nullptr || fixed->span.first != fixed->span.last) return std::nullopt;
  return fixed->span.first;
}

/// Both figures of one step, where each is of one period.
struct Compared {
  Date reference;
  Date now;
};
std::optional<Compared> compared(const PriceEntry& entry, const std::string& symbol) {
  const auto then = period_of(entry, symbol + "0");
  const auto now = period_of(entry, symbol);
  if (!then || !now) return std::nullopt;
  return Compared{then->first_day(), now->first_day()};
}

bool is_a_yearly_rate(const IndexRead& read, const Library& library) {
  const Series* series = library.find(read.series.value.value);
  return series != nullptr && !series->rate_of.empty();
}

/// Over how many months the change of an index is of which half was charged before; else 0.
int months_again(const PriceEntry& last, const PriceEntry& entry, const IndexRead& read) {
  const auto before = compared(last, read.symbol);
  const auto here = compared(entry, read.symbol);
  if (!before || !here || here->reference <= before->reference) return 0;
  const int months = calendar_months_between(here->reference, here->now);
  return months > 1 && months <= 2 * calendar_months_between(here->reference, before->now) ? months
                                                                                           : 0;
}

}  // namespace

ReferencesOfStep references_of(const PriceEntry& entry, const Tried& tried) {
  ReferencesOfStep found;
  if (entry.clause->compounding.value != Compounding::previous || entry.part) return found;
  for (const IndexRead& read : entry.clause->reads) {
    if (!tried.in_formula(read.symbol) || tried.is_in_percent(read.symbol)) continue;
    (stays_at(read, entry, tried) ? found.stay : found.move_along) = true;
  }
  return found;
}

std::optional<ComparedPeriods> compared_periods(const PriceEntry& entry, const std::string& index) {
  auto then = period_of(entry, index + "0");
  if (!then) then = stated_reference(entry, index);
  const auto now = period_of(entry, index);
  if (!then || !now) return std::nullopt;
  return ComparedPeriods{*then, *now};
}

std::optional<MonthsAgain> months_charged_again(const PriceEntry& last, const PriceEntry& entry,
                                                const Tried& tried, const Library& library) {
  if (entry.clause->compounding.value != Compounding::previous) return std::nullopt;
  for (const IndexRead& read : entry.clause->reads) {
    if (!tried.in_formula(read.symbol)) continue;
    const bool soon = entry.date < last.date + Duration{11, Unit::month};
    if (tried.in_formula(read.symbol + "0")) {
      if (const int months = months_again(last, entry, read); months > 0)
        return MonthsAgain{read.symbol, months};
    } else if (soon && is_a_yearly_rate(read, library)) {
      return MonthsAgain{read.symbol, 12};
    }
  }
  return std::nullopt;
}

}  // namespace pricetalk
