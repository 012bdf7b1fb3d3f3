#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "pricetalk/cli/load.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "pricetalk/report/explanation.hpp"
#include "pricetalk/report/json_price.hpp"
#include "pricetalk/report/table.hpp"

namespace pricetalk {

namespace {

std::string say(Language language, const char* en, const char* nl) {
  return language == Language::nl ? nl : en;
}

std::string name_of(const PriceSchedule& prices) {
  return prices.line->prices.size() == 1 ? prices.line->id
                                         : prices.line->id + " " + std::to_string(prices.price + 1);
}

/// The line that was asked for, or a problem with the nearest name.
bool known_line(const std::string& id, const Contract& contract, Session& session,
                Language language) {
  if (id.empty() || contract.find_line(id) != nullptr) return true;
  std::vector<std::string_view> known;
  for (const Line& line : contract.lines) known.push_back(line.id);
  const std::string near(nearest(id, known));
  Diagnostics problems;
  problems.error("U0006", {},
                 {"no price line '" + id + "' in this contract",
                  "geen prijsregel '" + id + "' in dit contract"},
                 near.empty()
                     ? Phrase{}
                     : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
  session.print(problems, language);
  return false;
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
  std::vector<std::string> open;
  for (const PriceSchedule& prices : schedules) {
    const PriceEntry* entry = prices.on(on);
    if (entry == nullptr) {
      table.row({name_of(prices), "-", "-", "-", "-",
                 say(language, "no price on this day", "geen prijs op deze dag")});
      continue;
    }
    const int decimals = prices.line->price_decimals(file.contract.currency, prices.price);
    const Outcome<Ratio> change = entry->change();
    std::string verdict = words(entry->verdict).in(language);
    if (entry->fixity == Fixity::provisional)
      verdict += say(language, ", provisional", ", voorlopig");
    table.row(
        {name_of(prices), entry->from.text(),
         price_text(entry->before, decimals, file.contract.currency, language),
         price_text(entry->price, decimals, file.contract.currency, language),
         entry->verdict == Verdict::start || !change ? "" : percent_text(*change, 2, language),
         verdict});
    if (!entry->price)
      for (const Reason& reason : entry->price.why().reasons()) {
        const std::string& text = reason.text.in(language);
        if (std::find(open.begin(), open.end(), text) == open.end()) open.push_back(text);
      }
  }
  session.out() << as_text(table);
  for (const std::string& text : open) session.out() << text << "\n";
}

void print_explanations(const ContractFile& file, const Coverage& coverage,
                        const std::vector<PriceSchedule>& schedules, Date on, Session& session,
                        Language language) {
  for (const PriceSchedule& prices : schedules) {
    const PriceEntry* entry = prices.on(on);
    if (entry == nullptr) continue;
    const int decimals = prices.line->price_decimals(file.contract.currency, prices.price);
    session.out() << "\n"
                  << prices.line->title << " (" << name_of(prices) << "), "
                  << say(language, "since ", "sinds ") << date_text(entry->from, language) << ": "
                  << price_text(entry->price, decimals, file.contract.currency, language) << ", "
                  << words(entry->verdict).in(language) << "\n";
    if (entry->clause != nullptr) {
      session.out() << say(language, "clause ", "clausule ") << entry->clause->id;
      if (!entry->clause->article.empty())
        session.out() << say(language, ", article ", ", artikel ") << entry->clause->article;
      if (const std::string place = entry->clause->where.place(); !place.empty())
        session.out() << " [" << place << "]";
      session.out() << "\n";
    }
    if (!entry->why) continue;
    session.out() << as_text(derivation_table(entry->why, entry->answer, language));
    const PricingContext context{&file.contract, prices.line, prices.price, &coverage};
    for (const Phrase& note : notes_on(context, *entry)) session.out() << note.in(language) << "\n";
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
  if (!options.line.empty())
    std::erase_if(schedules,
                  [&](const PriceSchedule& prices) { return prices.line->id != options.line; });
  if (session.json()) {
    session.out() << price_json(file.contract, coverage, schedules, on, session.today(),
                                session.today_from_clock(), options.explain, language);
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
  if (options.explain) print_explanations(file, coverage, schedules, on, session, language);
  return Status::fine;
}

}  // namespace pricetalk
