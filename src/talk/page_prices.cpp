#include <algorithm>

#include "billing/quantity.hpp"
#include "letter/sentences.hpp"
#include "pricetalk/explain/format.hpp"
#include "talk/page.hpp"

namespace pricetalk {

using Align = Page::Align;

bool TalkPage::any_invoiced() const {
  return std::any_of(facts_.prices.begin(), facts_.prices.end(),
                     [](const TalkPrice& p) { return p.invoiced.has_value(); });
}

std::vector<Page::Column> TalkPage::price_columns() const {
  std::vector<Page::Column> columns = {{say("price line", "prijsregel")}};
  if (any_invoiced()) columns.push_back({say("on the invoice", "op de factuur"), Align::right});
  columns.push_back({say("allowed now", "nu toegestaan"), Align::right});
  if (facts_.adjustment) {
    const auto one = one_day();
    columns.push_back({one ? say("allowed from ", "toegestaan vanaf ") + day(*one)
                           : say("allowed then", "straks toegestaan"),
                       Align::right});
    columns.push_back({say("step", "stap"), Align::right});
    columns.push_back({say("a year", "per jaar"), Align::right});
  }
  columns.push_back({say("market", "markt"), Align::right});
  return columns;
}

Page::Grid TalkPage::price_grid(bool grouped) const {
  Page::Grid grid;
  grid.columns = price_columns();
  if (grouped)
    for (const PriceGroup* group : largest_groups()) grid.row(group_row(*group));
  else
    for (const TalkPrice& price : facts_.prices) grid.row(price_row(price));
  if (facts_.difference_year && facts_.prices.size() > 1 && facts_.adjustment)
    grid.row(total_row(grid.columns.size()));
  return grid;
}

/// As many groups as there is room for: those with the largest amount a year, and before them those
/// whose amount nobody knows yet. In the order of the file where all of them fit.
std::vector<const PriceGroup*> TalkPage::largest_groups() const {
  std::vector<const PriceGroup*> found;
  for (const PriceGroup& group : facts_.groups) found.push_back(&group);
  if (found.size() <= room_.steps) return found;
  const auto size = [](const PriceGroup* group) -> std::optional<Ratio> {
    if (!group->per_year) return Ratio(0);
    if (!*group->per_year) return std::nullopt;
    return abs(Ratio(std::get<Money>((*group->per_year)->value).amount));
  };
  std::stable_sort(found.begin(), found.end(), [&](const PriceGroup* a, const PriceGroup* b) {
    const auto one = size(a);
    const auto other = size(b);
    if (!one || !other) return !one && other;
    return *one > *other;
  });
  found.resize(room_.steps);
  return found;
}

std::vector<Page::Cell> TalkPage::total_row(std::size_t columns) const {
  std::vector<Page::Cell> row(columns);
  row[0] = strong(say("together", "samen"));
  row[columns - 2] =
      strong(*facts_.difference_year ? signed_money(**facts_.difference_year)
                                     : say("not determined yet", "nog niet te bepalen"));
  return row;
}

void TalkPage::prices() {
  page_.add(block(1, "What may the price become?", "Wat mag de prijs worden?"));
  if (!facts_.adjustment)
    text(say("No clause moves a price any more.", "Geen clausule verandert nog een prijs."));
  page_.add(price_grid(room_.grouped));
  if (room_.grouped) {
    const std::string n = std::to_string(facts_.prices.size());
    const std::string shown = std::to_string(room_.steps);
    if (room_.steps < facts_.groups.size())
      text(say("The " + shown + " largest of " + std::to_string(facts_.groups.size()) +
                   " different steps; together is of all " + n + " price lines: see sheet 2.",
               "De " + shown + " grootste van " + std::to_string(facts_.groups.size()) +
                   " verschillende stappen; samen is van alle " + n + " prijsregels: zie blad 2."));
    else
      text(say("Each of the " + n + " price lines: see sheet 2.",
               "Alle " + n + " prijsregels één voor één: zie blad 2."));
  }
  until_end();
  surcharges();
  discounts();
  decided();
  announcement();
  // Block 8 says what is missing; of figures that come after the last day it names the first.
  for (const Reason& reason : facts_.waiting_for)
    if (facts_.after_deadline && !(reason == *facts_.after_deadline))
      text(strong(say("Missing:", "Ontbreekt:")) + " " + reason.text.in(language_) + ".");
  for (const Phrase& each : facts_.provisional) text(each.in(language_));
  for (const Phrase& each : facts_.entered)
    text(strong(say("Provisional:", "Voorlopig:")) + " " + each.in(language_) + ".");
  for (const Phrase& each : facts_.measured_differently) text(each.in(language_));
  open_readings();
}

/// "A year" is more than what is left, where the contract ends within it.
void TalkPage::until_end() {
  const auto& left = facts_.difference_left;
  if (!left || !*left || !contract_.end) return;
  Date counted = *facts_.adjustment;
  for (const TalkPrice& price : facts_.prices)
    if (price.charged_from) counted = std::max(counted, *price.charged_from);
  text(say("The contract ends on ", "Het contract eindigt op ") + day(*contract_.end) +
       say("; until then it is ", "; tot dan is het ") + signed_money(**left) +
       (counted == *facts_.adjustment
            ? std::string()
            : say(", on invoices for the days from ", ", op facturen voor de dagen vanaf ") +
                  day(counted) + ",") +
       say(" and not a whole year.", " en niet een heel jaar."));
}

void TalkPage::surcharges() {
  std::string list;
  for (const TalkPrice& price : facts_.prices)
    if (price.charged)
      list += (list.empty() ? "" : "; ") + price.name + " " + money(*price.charged) +
              say(", of which ", ", waarvan ") + money(*price.surcharge) +
              say(" surcharge", " toeslag");
  if (!list.empty())
    text(say("With the surcharges of today: ", "Met de toeslagen van vandaag: ") + list +
         say(". The prices above are without.", ". De prijzen hierboven zijn zonder."));
}

/// The prices of the page are before a discount; when it ends, the customer pays more as well.
void TalkPage::discounts() {
  std::string list;
  for (const TalkPrice& price : facts_.prices) {
    const auto& discount = price.line->discount;
    if (!discount || price.tier != 0) continue;
    if (discount->until && discount->until->value < talk_.today) continue;
    const Percent& rate = discount->rate.value;
    list += (list.empty() ? "" : "; ") + price.name + " " +
            percent_text(rate.as_fraction(), rate.of_hundred.scale(), language_);
    if (discount->until) list += say(" until ", " tot en met ") + day(discount->until->value);
  }
  if (!list.empty())
    text(strong(say("Discount:", "Korting:")) + " " + list +
         say(". The prices above are without it.", ". De prijzen hierboven zijn zonder."));
}

/// Why a step is not what the clause gives, and whether the rest comes back.
void TalkPage::decided() {
  std::vector<std::pair<DecisionKind, bool>> told;
  for (const TalkPrice& price : facts_.prices) {
    const DecisionTerms* decision = price.entry == nullptr ? nullptr : price.entry->decision;
    if (decision == nullptr || decision->kind.value == DecisionKind::agreed_price) continue;
    const std::pair<DecisionKind, bool> one{decision->kind.value, decision->catch_up.value};
    if (std::find(told.begin(), told.end(), one) != told.end()) continue;
    told.push_back(one);
    const std::string back = one.second ? say("comes back at the next adjustment",
                                              "komt bij de volgende aanpassing terug")
                                        : say("does not come back", "komt niet terug");
    std::string what;
    if (one.first == DecisionKind::waived)
      what = say("the indexation of ", "de indexatie van ") + day(decision->date.value) +
             say(" is waived and ", " is kwijtgescholden en ") + back;
    else if (one.first == DecisionKind::reduced)
      what = say("the step of ", "de stap van ") + day(decision->date.value) +
             say(" is reduced; the rest ", " is verlaagd; de rest ") + back;
    else
      what = say("the step of ", "de stap van ") + day(decision->date.value) +
             say(" is put off until ", " is uitgesteld tot ") + day(decision->to->value);
    text(strong(say("Decided:", "Besloten:")) + " " + what + ".");
  }
}

/// One line: the page is one sheet, so the table of the three largest stands in the annex.
void TalkPage::open_readings() {
  if (facts_.reading_totals.empty()) return;
  const ReadingTotal& largest = facts_.reading_totals.front();
  const std::size_t count = facts_.reading_totals.size();
  const std::string n = std::to_string(count);
  const std::string lines = std::to_string(largest.lines);
  std::string words = largest.also.in(language_) + ", " + signed_money(largest.per_year) +
                      say(" a year", " per jaar");
  if (largest.lines > 1) words += say(" for " + lines + " lines", " voor " + lines + " regels");
  text(strong(say("The contract can also be read as:", "Het contract is ook zo te lezen:")) + " " +
       words +
       (count == 1 ? say(" (see the annex).", " (zie de bijlage).")
                   : say(" (the largest of " + n + " other readings, see the annex).",
                         " (de grootste van " + n + " andere lezingen, zie de bijlage).")));
}

/// The day on which all prices that move do so; nothing where they have days of their own.
std::optional<Date> TalkPage::one_day() const {
  std::optional<Date> found;
  for (const TalkPrice& price : facts_.prices) {
    if (price.entry == nullptr || price.lost()) continue;
    if (found && *found != price.entry->from) return std::nullopt;
    found = price.entry->from;
  }
  return found ? found : facts_.adjustment;
}

std::string TalkPage::then_text(const TalkPrice& price) const {
  std::string text = money(price.then);
  if (price.range) {
    const std::string low = money(price.range->first);
    const std::string high = money(price.range->second);
    text = (low == high ? low : low + " – " + high) + "?";
  }
  if (price.entry != nullptr && !price.lost() && !one_day())
    text += say(" from ", " vanaf ") + day(price.entry->from);
  return text;
}

std::string TalkPage::step_text(const TalkPrice& price) const {
  if (price.entry == nullptr)
    return price.moves_on ? say("moves on ", "wijzigt op ") + day(*price.moves_on)
                          : say("fixed", "vast");
  const bool put_off =
      std::all_of(price.causes.begin(), price.causes.end(),
                  [](const PriceEntry* cause) { return cause->verdict == Verdict::deferred; });
  if (put_off && price.moves_on)
    return say("deferred to ", "uitgesteld tot ") + day(*price.moves_on);
  if (price.entry->verdict == Verdict::forfeited) return say("lapses", "vervalt");
  if (price.entry->verdict == Verdict::moved_on)
    return price.moves_on ? say("moves on to ", "schuift door naar ") + day(*price.moves_on)
                          : say("moves on", "schuift door");
  if (!price.change) return "?";
  const std::string step = percent_text(*price.change, 2, language_);
  return !price.own_change ? step
                           : step + say(" (the clause: ", " (de clausule: ") +
                                 percent_text(*price.own_change, 2, language_) + ")";
}

std::string TalkPage::per_year_text(const std::optional<Outcome<Figure>>& figure) const {
  return !figure ? "–" : *figure ? signed_money(**figure) : "?";
}

std::vector<Page::Cell> TalkPage::price_row(const TalkPrice& price) const {
  std::vector<Page::Cell> row = {price.name + quantity(price)};
  if (any_invoiced()) {
    const bool differs = price.invoiced && price.now &&
                         !(std::get<Money>(price.invoiced->value).amount ==
                           std::get<Money>(price.now->value).amount);
    row.push_back(!price.invoiced ? Words("–")
                  : differs       ? strong(money(*price.invoiced))
                                  : Words(money(*price.invoiced)));
  }
  row.push_back(money(price.now));
  if (facts_.adjustment) {
    row.push_back(then_text(price));
    row.push_back(step_text(price));
    row.push_back(per_year_text(price.per_year) +
                  (price.once ? say(" once", " eenmalig") : std::string()));
  }
  row.push_back(band(price));
  return row;
}

/// Prices that take the same step, as one row: the lowest and the highest price of them.
std::vector<Page::Cell> TalkPage::group_row(const PriceGroup& group) const {
  if (group.members.size() == 1) return price_row(facts_.prices[group.members.front()]);
  const auto range = [&](auto figure_of) {
    const Figure* low = nullptr;
    const Figure* high = nullptr;
    const auto amount = [](const Figure& f) { return std::get<Money>(f.value).amount; };
    for (const std::size_t member : group.members) {
      const Outcome<Figure>& figure = figure_of(facts_.prices[member]);
      if (!figure) return say("not determined yet", "nog niet te bepalen");
      if (low == nullptr || amount(*figure) < amount(*low)) low = &*figure;
      if (high == nullptr || amount(*high) < amount(*figure)) high = &*figure;
    }
    if (low == nullptr || high == nullptr) return std::string("–");
    return amount(*low) == amount(*high) ? money(*low) : money(*low) + " – " + money(*high);
  };
  const TalkPrice& first = facts_.prices[group.members.front()];
  const std::string n = std::to_string(group.members.size() - 1);
  std::vector<Page::Cell> row = {first.name + say(" and " + n + " more", " en nog " + n)};
  if (any_invoiced()) row.emplace_back("–");
  row.emplace_back(range([](const TalkPrice& p) -> const Outcome<Figure>& { return p.now; }));
  if (facts_.adjustment) {
    row.emplace_back(range([](const TalkPrice& p) -> const Outcome<Figure>& { return p.then; }));
    row.emplace_back(step_text(first));
    row.emplace_back(per_year_text(group.per_year));
  }
  row.emplace_back("–");
  return row;
}

std::string TalkPage::quantity(const TalkPrice& price) const {
  if (price.line->prices.size() > 1) return "";
  const Date on = facts_.adjustment.value_or(talk_.today);
  const std::string unit = unit_plural(price.line->unit, language_);
  std::optional<Ratio> quantity = price.quantity_year;
  // Users are there all the time: twelve months of them are not twelve times as many.
  const QuantityRate* rate = rate_on(*price.line, on);
  if (quantity && rate != nullptr && price.line->unit == "user") {
    const std::vector<Decimal>& each = rate->values;
    const bool even = std::all_of(each.begin(), each.end(),
                                  [&](const Decimal& one) { return one == each.front(); });
    quantity = even ? std::optional<Ratio>(Ratio(each.front())) : std::nullopt;
  }
  if (!quantity || quantity->is_zero() || unit.empty()) return "";
  // Of a unit whose plural nobody knows: "96 × machine".
  const char* times = is_known_unit(price.line->unit) ? " " : " × ";
  return ", " + grouped(round(*quantity, Rounding::decimals(0)), language_) + times + unit;
}

std::string TalkPage::band(const TalkPrice& price) const {
  if (!price.band) return "–";
  if (!price.band->first || !price.band->second) return "?";
  const auto plain = [&](const Figure& end) {
    return grouped(std::get<Money>(end.value).amount, language_);
  };
  return plain(*price.band->first) + " – " + plain(*price.band->second);
}

void TalkPage::announcement() {
  if (!facts_.adjustment) return;
  if (!facts_.deadline && !facts_.announced) {
    const auto asked = [](const TalkPrice& price) {
      return std::any_of(price.causes.begin(), price.causes.end(),
                         [](const PriceEntry* cause) { return cause->deadline.has_value(); });
    };
    const bool asks = std::any_of(facts_.prices.begin(), facts_.prices.end(), asked);
    return text(asks ? say("Nothing has to be announced for this day.",
                           "Voor deze dag hoeft niets te worden aangekondigd.")
                     : say("The contract asks for no announcement.",
                           "Het contract vraagt geen aankondiging."));
  }
  if (facts_.announced) {
    text(say("Announced on ", "Aangekondigd op ") + day(*facts_.announced) +
         (facts_.late && !facts_.partly_late()
              ? say(": too late for this date.", ": te laat voor deze datum.")
              : "."));
    return late_lines();
  }
  const int left = facts_.days_left.value_or(0);
  Words line =
      say("Announcement: with the customer by ", "Aankondiging: bij de klant op uiterlijk ");
  line += strong(weekday_date_text(facts_.deadline->on, language_));
  const std::string n = std::to_string(left < 0 ? -left : left);
  if (left > 0)
    line += say(" (" + n + (left == 1 ? " day" : " days") + " left).",
                " (nog " + n + (left == 1 ? " dag" : " dagen") + ").");
  else if (left == 0)
    line += say(" (today).", " (vandaag).");
  else
    line += say(" (passed " + n + (left == -1 ? " day ago)." : " days ago)."),
                " (" + n + (left == -1 ? " dag" : " dagen") + " geleden verstreken).");
  const Date& own = facts_.deadline->adjusted_from;
  if (own != facts_.deadline->on) {
    std::string short_day = day(own);
    if (own.year() == facts_.deadline->on.year()) short_day.resize(short_day.rfind(' '));
    const bool weekend = own.weekday() > 5;
    const std::string name = weekday_name(own.weekday(), language_);
    line += say(" The contract says " + short_day + "; that is " +
                    (weekend ? "a " + name : "no working day") + ".",
                " In het contract staat " + short_day + "; dat is " +
                    (weekend ? "een " + name : "geen werkdag") + ".");
  }
  text(std::move(line));
  late_lines();
}

void TalkPage::late_lines() {
  if (!facts_.late || (facts_.announced && !facts_.partly_late())) return;
  std::string late;
  for (const auto& [name, last] : facts_.late_lines)
    late += (late.empty() ? "" : "; ") + name + " (" + day(last) + ")" + late_effect(name);
  if (!late.empty()) text(say("Too late for: ", "Te laat voor: ") + late + ".");
}

/// What becomes of the step of a line that is announced too late: ", so that it lapses".
std::string TalkPage::late_effect(const std::string& name) const {
  for (const TalkPrice& price : facts_.prices) {
    if (price.line->title != name || price.tier != 0 || price.entry == nullptr) continue;
    const PriceEntry& step = *price.entry;
    if (step.verdict == Verdict::forfeited)
      return say(", so the step lapses", ", dus die aanpassing vervalt");
    if (step.verdict == Verdict::moved_on)
      return price.moves_on
                 ? say(", so the step moves on to ", ", dus die aanpassing schuift door naar ") +
                       day(*price.moves_on)
                 : std::string();
    return step.from > step.date
               ? say(", so the price holds from ", ", dus de prijs geldt vanaf ") + day(step.from)
               : say(", and the price holds on its day all the same",
                     ", maar de prijs geldt toch op de dag zelf");
  }
  return "";
}

}  // namespace pricetalk
