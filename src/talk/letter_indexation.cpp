#include <algorithm>

#include "letter/innovation.hpp"
#include "letter/price_words.hpp"
#include "letter/sentences.hpp"
#include "letter/speaker.hpp"
#include "pricetalk/explain/format.hpp"
#include "talk/facts_parts.hpp"
#include "talk/letter_prices.hpp"

namespace pricetalk {

namespace {

/// What only the writer of a contract file wants to know.
std::string without_asides(std::string sentence) {
  for (const std::string_view aside :
       {" (standaard; het contract zegt het niet)", " (by default; the contract does not say)"})
    if (const auto at = sentence.find(aside); at != std::string::npos)
      sentence.erase(at, aside.size());
  return sentence;
}

/// The figure comes after the last day to announce: the letter tells the rule, where the price will
/// come out, and when the customer hears it.
class RuleOnly {
 public:
  RuleOnly(const LetterTask& task, const PriceNews& news) : task_(task), news_(news) {}

  LetterDraft draft() && {
    Fields& fields = parts_.fields;
    fields.holds.insert("rule_only");
    fields.values["start_date"] = *task_.facts.adjustment;
    fields.values["adjustment_date"] = *task_.facts.adjustment;
    const Reason& reason = *task_.facts.after_deadline;
    fields.values["figure_name"] = PlainText{figure_name(task_.talk(), reason, task_.language)};
    if (reason.expected) fields.values["figure_on"] = *reason.expected;
    fields.holds.insert(reason.expected ? "figure_day" : "no_figure_day");
    range();
    already_known();
    rule();
    return std::move(parts_);
  }

 private:
  /// In the futures of the talk; without them nothing is said about where it comes out.
  void range() {
    RowsField rows;
    const bool one = std::all_of(news_.open.begin(), news_.open.end(), [](const TalkPrice* each) {
      return !each->range || each->range->first.value == each->range->second.value;
    });
    for (const TalkPrice* each : news_.open) {
      if (!each->range || !each->now) continue;
      const auto cell = [&](const Figure& figure, Phrase label) {
        return AmountField{{figure, std::move(label), no_node}, true};
      };
      std::vector<CellField> row{PlainText{name(*each)},
                                 cell(*each->now, {"price now", "prijs nu"})};
      if (!one) row.push_back(cell(each->range->first, {"lowest expected", "laagste verwachting"}));
      row.push_back(cell(each->range->second, {"highest expected", "hoogste verwachting"}));
      rows.push_back(std::move(row));
    }
    if (rows.empty()) return;
    parts_.fields.values["range_rows"] = std::move(rows);
    parts_.fields.holds.insert(one ? "one_expected" : "range");
  }

  /// Prices whose figures are there have their new price in the same letter.
  void already_known() {
    RowsField rows;
    for (const MovedPrice& each : news_.moved)
      if (each.proved)
        rows.push_back({PlainText{name(*each.price)}, now_of(each.step),
                        PromisedAmount(*each.proved, true), each.step.charged_from});
    if (rows.empty()) return;
    parts_.fields.values["known_rows"] = std::move(rows);
    parts_.fields.holds.insert("already_known");
  }

  std::string name(const TalkPrice& price) const {
    return price_name(*price.line, price.tier, task_.language);
  }

  /// The clause in plain sentences, as `read` says it; in a language in which contracts are not
  /// read, the steps of the sum, in which what is not known yet stands open.
  void rule() {
    if (!is_spoken(task_.language)) return steps();
    Page page = annex_of(task_.contract(),
                         task_.say("Annex: how we calculate the price", "Bijlage: zo rekenen wij"),
                         task_.language);
    std::vector<const Clause*> told;
    for (const TalkPrice* each : news_.open) {
      const Clause* clause = each->entry->clause;
      if (std::find(told.begin(), told.end(), clause) != told.end()) continue;
      told.push_back(clause);
      Speaker speaker(task_.contract(), *task_.talk().library, task_.language);
      speaker.for_customer = true;
      say_clause(speaker, *clause);
      for (const ContractInWords::Part& part : speaker.made.parts) {
        page.add(Page::Heading{part.title, 2});
        Page::Items items;
        for (const std::string& sentence : part.sentences)
          items.items.emplace_back(without_asides(sentence));
        page.add(std::move(items));
      }
    }
    parts_.annexes.push_back(std::move(page));
  }

  void steps() {
    std::vector<FallbackPrice> open;
    for (const TalkPrice* each : news_.open)
      if (each->now)
        open.push_back({each->line, each->tier, *each->now, std::nullopt, each->entry->from,
                        each->entry, false, each->causes});
    parts_.annexes.push_back(steps_annex(
        task_.contract(), open,
        task_.say("", "", "Anlage: So rechnen wir", "Annexe\u00a0: notre méthode de calcul"),
        task_.language));
  }

  const LetterTask& task_;
  const PriceNews& news_;
  LetterParts parts_;
};

}  // namespace

LetterDraft indexation_draft(const LetterTask& task) {
  const PriceNews news = price_news(task.facts);
  if (auto none = nothing_to_say(task, news)) return *std::move(none);
  if (!news.open.empty()) return RuleOnly(task, news).draft();
  if (news.moved.empty())
    return no_letter("the last day to announce has passed; --kind late says so to the customer",
                     "de laatste dag om aan te kondigen is voorbij; --kind late vertelt dat de "
                     "klant");
  if (!news.any_rises())
    return no_letter("no price rises; --kind decrease tells the customer that it falls",
                     "er stijgt geen prijs; --kind decrease vertelt de klant dat hij daalt");
  LetterParts parts;
  parts.fields.holds.insert("known");
  add_price_fields(parts, task, news);
  return parts;
}

}  // namespace pricetalk
