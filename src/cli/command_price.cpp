#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/known_line.hpp"
#include "cli/load.hpp"
#include "cli/price_surcharges.hpp"
#include "cli/unread_periods.hpp"
#include "pricetalk/advice/redface.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "pricing/day_step.hpp"
#include "pricing/later_figures.hpp"
#include "pricing/uneven.hpp"
#include "report/explanation.hpp"
#include "report/json_price.hpp"
#include "report/part_text.hpp"
#include "report/readings.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

std::string name_of(const PriceSchedule& prices) {
  return prices.line->prices.size() == 1 ? prices.line->id
                                         : prices.line->id + " " + std::to_string(prices.price + 1);
}

/// Whether a figure that the price rests on may be revised, or a later one may come in its place.
bool is_provisional(const PriceSchedule& prices, const PriceEntry& entry, Date today) {
  return entry.fixity == Fixity::provisional ||
         (entry.price && may_still_change(prices, entry, today));
}

void print_table(const ContractFile& file, const std::vector<PriceSchedule>& schedules, Date on,
                 Session& session, Language language) {
  Table table;
  table.columns = {{say(language, "line", "regel"), Table::Align::left},
                   {say(language, "since", "sinds"), Table::Align::left},
                   {say(language, "before", "daarvoor"), Table::Align::right},
                   {say(language, "allowed", "toegestaan"), Table::Align::right},
                   {say(language, "step", "stap"), Table::Align::right},
                   {"", Table::Align::left}};
  const SurchargeColumns surcharges(schedules, on, file.contract.currency, language);
  surcharges.add_to(table.columns);
  std::vector<std::string> open;
  const auto note = [&](const std::string& said) {
    if (std::find(open.begin(), open.end(), said) == open.end()) open.push_back(said);
  };
  for (const PriceSchedule& prices : schedules) {
    if (const auto outside = not_in_force(file.contract, *prices.line, on))
      note(outside->in(language));
    const PriceEntry* entry = prices.on(on);
    if (entry == nullptr) {
      std::vector<std::string> cells = {
          name_of(prices),
          "-",
          "-",
          "-",
          "-",
          say(language, "no price on this day", "geen prijs op deze dag")};
      surcharges.add_to(cells, prices);
      table.row(std::move(cells));
      continue;
    }
    const int decimals = prices.line->price_decimals(file.contract.currency, prices.price);
    const DayStep day = step_of_day(prices, *entry);
    // That it cannot be determined stands in the price's own column already.
    std::string verdict = entry->price ? words(day.shown->verdict).in(language) : std::string();
    if (day.own)
      verdict += say(language, " (the clause: ", " (de clausule: ") +
                 percent_text(*day.own, 2, language) + ")";
    if (is_provisional(prices, *entry, session.today()))
      verdict += say(language, ", provisional", ", voorlopig");
    const bool none = prices.line->only_surcharges();
    if (none) verdict = say(language, "only surcharges", "alleen toeslagen");
    const auto text = [&](const Outcome<Ratio>& price) {
      return none ? "-" : price_text(price, decimals, file.contract.currency, language);
    };
    std::vector<std::string> cells = {name_of(prices),
                                      none ? "-" : entry->from.text(),
                                      text(day.before),
                                      text(entry->price),
                                      entry->verdict == Verdict::start || !day.change
                                          ? ""
                                          : percent_text(*day.change, 2, language),
                                      verdict};
    surcharges.add_to(cells, prices);
    table.row(std::move(cells));
    if (!entry->price)
      for (const Reason& reason : entry->price.why().reasons()) note(reason.text.in(language));
    for (const EnteredFigure& figure : entered_figures(prices, on, file.library))
      note(in_words(figure).in(language));
    for (const PriceEntry* cause : day.causes)
      for (const UnevenFigures& uneven : uneven_figures(*cause))
        note(in_words(uneven, cause->date).in(language));
  }
  session.out() << as_text(table);
  for (const std::string& text : surcharges.missing()) note(text);
  for (const std::string& text : open) session.out() << text << "\n";
}

/// Where the price of a line comes from.
void explain_price(const ContractFile& file, const PricingContext& context,
                   const PriceSchedule& prices, const PriceEntry& entry, Session& session,
                   Language language) {
  const int decimals = prices.line->price_decimals(file.contract.currency, prices.price);
  session.out() << "\n"
                << prices.line->title << " (" << name_of(prices) << "), "
                << say(language, "since ", "sinds ") << date_text(entry.from, language) << ": "
                << price_text(entry.price, decimals, file.contract.currency, language)
                << (entry.price ? ", " + words(entry.verdict).in(language) : std::string())
                << (is_provisional(prices, entry, session.today())
                        ? say(language, ", provisional", ", voorlopig")
                        : std::string())
                << "\n";
  if (entry.clause != nullptr) {
    session.out() << say(language, "clause ", "clausule ") << entry.clause->id;
    if (!entry.clause->article.empty())
      session.out() << say(language, ", article ", ", artikel ") << entry.clause->article;
    if (const std::string place = entry.clause->where.place(); !place.empty())
      session.out() << " [" << place << "]";
    session.out() << "\n";
  }
  if (entry.why) session.out() << as_text(derivation_table(entry.why, entry.answer, language));
  for (const Phrase& note : notes_on(context, entry)) session.out() << note.in(language) << "\n";
}

void print_explanations(const ContractFile& file, const Coverage& coverage,
                        const std::vector<PriceSchedule>& schedules, Date on, Session& session,
                        Language language) {
  for (const PriceSchedule& prices : schedules) {
    const PriceEntry* entry = prices.on(on);
    if (entry == nullptr) continue;
    const int decimals = prices.line->price_decimals(file.contract.currency, prices.price);
    const PricingContext context{&file.contract, prices.line, prices.price, &coverage};
    if (!prices.line->only_surcharges())
      for (const PriceEntry* cause : step_of_day(prices, *entry).causes)
        explain_price(file, context, prices, *cause, session, language);
    session.out() << parts_text(prices, on, language);
    explain_surcharges(prices, on, session.out(), language);
    const Date since = std::max(entry->from, on - Duration{1, Unit::year});
    if (prices.price == 0)
      for (const Settlement& settlement : settlements(file.contract, *prices.line, coverage, on))
        if (settlement.last >= since)
          session.out() << in_words(settlement, file.contract).in(language) << "\n";
    session.out() << readings_text(two_readings(context, on), {file.contract, *prices.line, on},
                                   decimals, language);
  }
}

}  // namespace

Status price(const PriceOptions& options, Session& session) {
  const auto loaded = load_contract(options.contract, session.figures(), session.today());
  const Language language = session.language(
      loaded.value ? std::optional(loaded.value->contract.language()) : std::nullopt);
  session.print(loaded.diagnostics, language);
  if (!loaded.ok()) return Session::status_of(loaded.diagnostics);
  const ContractFile& file = *loaded.value;
  if (!known_line(options.line, file.contract, session, language)) return Status::usage;
  const Date on = options.on.value_or(session.today());
  const Coverage coverage(file.library, session.today(), options.as_known);
  std::vector<PriceSchedule> schedules = schedule(file.contract, coverage, on);
  Diagnostics unread;
  note_unread_periods(file, schedules, session.figures(), on, unread);
  session.print(unread, language);
  if (!options.line.empty())
    std::erase_if(schedules,
                  [&](const PriceSchedule& prices) { return prices.line->id != options.line; });
  if (session.json()) {
    session.out() << price_json(file.contract, coverage, schedules, on, session.today(),
                                session.today_from_clock(), options.explain);
    return Status::fine;
  }
  session.print_today(language);
  session.out() << file.contract.title << " (" << file.contract.id << "), "
                << say(language, "allowed prices on ", "toegestane prijzen op ")
                << date_text(on, language) << ", "
                << (file.contract.vat == Vat::excluded ? say(language, "without VAT", "zonder btw")
                                                       : say(language, "with VAT", "met btw"))
                << "\n\n";
  print_table(file, schedules, on, session, language);
  print_retention(file.contract, coverage, options.line, on, options.explain, session.out(),
                  language);
  if (options.explain) print_explanations(file, coverage, schedules, on, session, language);
  return Status::fine;
}

}  // namespace pricetalk
