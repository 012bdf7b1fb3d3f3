#include "report/periods_text.hpp"

#include <algorithm>
#include <array>

#include "document/time_words.hpp"
#include "law/cited.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

std::string law_time(const ClauseRule& rule, Language language) {
  if (!rule.time) return {};
  std::string text = duration_words(*rule.time).in(language);
  if (rule.counts == DayCount::working)
    text = std::to_string(rule.time->count) + say(language, " working days", " werkdagen");
  if (rule.counts == DayCount::clear) text += say(language, " (clear days)", " (vrije dagen)");
  return text;
}

const Phrase& words(PeriodEvent event) {
  static const std::array<Phrase, 7> all = {{{"receipt", "ontvangst"},
                                             {"contract", "sluiten"},
                                             {"delivery", "levering"},
                                             {"discovery", "ontdekking"},
                                             {"complaint", "klacht"},
                                             {"withdrawal", "herroeping"},
                                             {"end of the time", "einde van de termijn"}}};
  return all[static_cast<std::size_t>(event)];
}

std::string event_text(const PeriodDay& day, Language language) {
  const std::string event = words(day.counted_from).in(language);
  if (!day.event) return event;
  return event + (day.event_at_latest ? say(language, ", at the latest ", ", uiterlijk ") : ", ") +
         date_text(*day.event, language);
}

/// The lines under a heading, each with a dash; nothing for none.
std::string list_text(const Phrase& title, const std::vector<std::string>& lines,
                      Language language) {
  if (lines.empty()) return {};
  std::string text = "\n" + title.in(language) + "\n";
  for (const std::string& line : lines) text += "- " + line + "\n";
  return text;
}

std::vector<std::string> in(const std::vector<Phrase>& phrases, Language language) {
  std::vector<std::string> made;
  for (const Phrase& each : phrases) made.push_back(each.in(language));
  return made;
}

std::string about_text(const Contract& contract, const DeliveryPeriods& periods,
                       Language language) {
  const DeliveryFacts& facts = periods.facts;
  std::string text = contract.title + " (" + contract.id + ")";
  if (facts.line != nullptr) text += ": " + facts.line->title;
  text += say(language, "\ndelivered on ", "\ngeleverd op ") + date_text(facts.delivered, language);
  text += say(language, ", looked at on ", ", bekeken op ") + date_text(periods.today, language);
  text += facts.bought ? say(language, "; purchase of ", "; aankoop van ")
                       : say(language, "; contract of ", "; contract van ");
  text += date_text(periods.decides, language);
  if (periods.scope)
    text += (periods.scope->audience == Audience::b2c
                 ? say(language, ", a consumer, law of ", ", een consument, recht van ")
                 : say(language, ", a business, law of ", ", een bedrijf, recht van ")) +
            contract.jurisdiction;
  if (facts.second_hand) text += say(language, ", second-hand", ", tweedehands");
  return text + "\n\n";
}

std::string days_table(const DeliveryPeriods& periods, Language language) {
  Table table;
  table.columns = {{say(language, "what", "wat"), Table::Align::left},
                   {say(language, "last day", "laatste dag"), Table::Align::left},
                   {say(language, "left", "nog"), Table::Align::right},
                   {say(language, "counted from", "geteld vanaf"), Table::Align::left},
                   {say(language, "by", "volgens"), Table::Align::left}};
  for (const PeriodDay& day : periods.days)
    table.row({pricetalk::words(day.kind).in(language),
               day.last ? weekday_date_text(*day.last, language) : "–",
               left_text(day.last, periods.today, language), event_text(day, language),
               basis_text(day, language)});
  return as_text(table);
}

/// Each rule once, behind the kinds that it is about.
std::vector<std::string> rules_lines(const DeliveryPeriods& periods, Language language) {
  std::vector<std::string> made;
  std::vector<const ClauseRule*> said;
  const auto add = [&](const std::string& what, const ClauseRule* rule, bool by_directive) {
    if (rule == nullptr || std::find(said.begin(), said.end(), rule) != said.end()) return;
    said.push_back(rule);
    std::string line = what + ": " + rule->says.in(language);
    if (rule->except)
      line += say(language, "; not for ", "; niet voor ") + rule->except->in(language);
    line += " [" + cited(*rule, language);
    if (by_directive)
      line += say(language, "; the directive, the country's own text is not in the tables",
                  "; de richtlijn, de eigen wettekst van het land staat niet in de tabellen");
    made.push_back(line + "]");
  };
  for (const PeriodDay& day : periods.days) {
    const std::string what = pricetalk::words(day.kind).in(language);
    add(what, day.row.rule, day.row.by_directive);
    add(what, day.if_not_told_by, day.row.by_directive);
    add(what, day.also, day.row.by_directive);
  }
  for (const ClauseRule* rule : periods.beside)
    add(say(language, "besides", "verder"), rule, false);
  return made;
}

/// The spans in order; without their last days where none has one.
Table spans_table(const DeliveryCost& cost, Language language) {
  const bool dated =
      std::any_of(cost.spans.begin(), cost.spans.end(),
                  [](const DeliveryCostSpan& span) { return span.until.has_value(); });
  Table table;
  table.columns = {{say(language, "month", "maand"), Table::Align::left}};
  if (dated) table.columns.push_back({say(language, "until", "tot en met"), Table::Align::left});
  table.columns.push_back({say(language, "what", "wat"), Table::Align::left});
  table.columns.push_back({say(language, "cost", "kosten"), Table::Align::right});
  table.columns.push_back({say(language, "who bears it", "wie het draagt"), Table::Align::left});
  for (const DeliveryCostSpan& span : cost.spans) {
    std::vector<std::string> cells = {span_months_text(span, language)};
    if (dated) cells.push_back(span.until ? date_text(*span.until, language) : "–");
    cells.push_back(span.kind == DeliveryCostSpan::Kind::returned
                        ? say(language, "returns", "retour")
                        : say(language, "not as agreed", "niet volgens afspraak"));
    cells.push_back(span.cost ? money_text(std::get<Money>(span.cost->value), language) : "–");
    cells.push_back(span_bearer_text(span, language));
    table.row(std::move(cells));
  }
  return table;
}

/// What is not as agreed costs each side.
std::string sides_text(const DeliveryCost& cost, Language language) {
  std::string text;
  const auto add = [&](const std::optional<Outcome<Figure>>& amount, const Phrase& who) {
    if (!amount) return;
    text += who.in(language) + ": " +
            (*amount ? money_text(std::get<Money>((*amount)->value), language) : "–") + "\n";
  };
  add(cost.supplier, {"not as agreed, while the seller must prove",
                      "niet volgens afspraak, terwijl de verkoper moet bewijzen"});
  add(cost.customer, {"not as agreed, when the buyer must prove",
                      "niet volgens afspraak, als de koper moet bewijzen"});
  add(cost.either, {"not as agreed, around the day on which the burden turns",
                    "niet volgens afspraak, rond de dag waarop de bewijslast draait"});
  return text;
}

}  // namespace

std::string basis_text(const PeriodDay& day, Language language) {
  const std::string law = day.row.rule == nullptr ? "" : law_time(*day.row.rule, language);
  const std::string agreed = day.agreed ? duration_words(*day.agreed).in(language) : "";
  if (day.also != nullptr && day.also->asks == RuleAsks::uninformed)
    return say(language, "law, not told in time", "wet, niet op tijd geïnformeerd");
  const auto of_contract = [&] { return say(language, "contract, ", "contract, ") + agreed; };
  switch (day.basis) {
    case PeriodBasis::law:
      return say(language, "law, ", "wet, ") + law;
    case PeriodBasis::equal:
      return say(language, "law and contract, ", "wet en contract, ") + law;
    case PeriodBasis::void_term:
      return say(language, "law, ", "wet, ") + law +
             say(language, "; contract void: ", "; contract ongeldig: ") + agreed;
    case PeriodBasis::binding:
    case PeriodBasis::promise:
      return of_contract() + say(language, "; law: ", "; wet: ") + law;
    case PeriodBasis::contract_only:
      return of_contract();
    case PeriodBasis::said:
      return say(language, "law, in words", "wet, in woorden");
    case PeriodBasis::none:
      return "–";
    case PeriodBasis::unknown:
      return say(language, "question", "vraag") +
             (day.agreed ? say(language, "; contract: ", "; contract: ") + agreed : "");
  }
  return {};
}

std::string left_text(const std::optional<Date>& last, Date today, Language language) {
  if (!last) return "–";
  const int left = last->days() - today.days();
  if (left < 0) return say(language, "over", "voorbij");
  if (left == 0) return say(language, "today", "vandaag");
  return std::to_string(left) +
         (left == 1 ? say(language, " day", " dag") : say(language, " days", " dagen"));
}

std::string periods_text(const Contract& contract, const DeliveryPeriods& periods,
                         Language language) {
  std::string text = about_text(contract, periods, language) + days_table(periods, language);
  const Phrase proof{"Who must prove today", "Wie vandaag moet bewijzen"};
  const Phrase claim{"May a claim still be made?", "Kan er nog worden gevorderd?"};
  text += list_text(proof, {periods.proof.in(language)}, language);
  text += list_text(claim, {periods.claim_says.in(language)}, language);
  text += list_text({"Questions", "Vragen"}, in(periods.questions, language), language);
  text += list_text({"To look at in the contract", "Aandachtspunten in het contract"},
                    in(periods.flags, language), language);
  text += list_text({"What helps as evidence", "Wat als bewijs helpt"},
                    in(periods.evidence, language), language);
  text += list_text(
      {"By which rules (no legal advice)", "Volgens welke regels (geen juridisch advies)"},
      rules_lines(periods, language), language);
  return text;
}

std::string span_bearer_text(const DeliveryCostSpan& span, Language language) {
  if (span.kind == DeliveryCostSpan::Kind::returned) return say(language, "seller", "verkoper");
  if (!span.bearer)
    return say(language, "first the seller, then the buyer", "eerst de verkoper, dan de koper");
  return *span.bearer == Side::supplier
             ? say(language, "seller, unless the opposite is proved",
                   "verkoper, tenzij het tegendeel is bewezen")
             : say(language, "buyer, unless it is proved", "koper, tenzij het is bewezen");
}

std::string span_months_text(const DeliveryCostSpan& span, Language language) {
  std::string text = std::to_string(span.first_month);
  if (!span.last_month) return text + say(language, " on", " en later");
  if (*span.last_month == span.first_month) return text;
  return text + say(language, " to ", " t/m ") + std::to_string(*span.last_month);
}

std::string delivery_cost_text(const DeliveryCost& cost, Language language) {
  std::string text = say(language, "\nExpected cost by month after the delivery, future ",
                         "\nVerwachte kosten per maand na de levering, toekomst ") +
                     cost.future + ", " + cost.line + "\n";
  if (cost.spans.empty())
    return text + say(language,
                      "- nothing is expected of this line, or who bears it is not known\n",
                      "- van deze regel wordt niets verwacht, of wie het draagt is niet bekend\n");
  text += as_text(spans_table(cost, language));
  if (cost.by_month) return text + "\n" + sides_text(cost, language);
  return text +
         say(language,
             "In which of these months a defect shows, the future does not say (shows): each "
             "row holds all expected cases.\n",
             "In welke van deze maanden een gebrek blijkt, zegt de toekomst niet (shows): elke "
             "rij bevat alle verwachte gevallen.\n");
}

}  // namespace pricetalk
