#include <algorithm>

#include "advice/redface_rules.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::string both(Language language, const char* en, const char* nl) {
  return language == Language::nl ? nl : en;
}

/// What was charged too little is told when the record names that rule.
bool is_about(const DisclosureTerms& told, const Finding& finding) {
  if (charged_too_little(finding) && !told.rule) return false;
  return (!told.rule || told.rule->value.value == finding.rule) &&
         (!told.price || told.price->value.value == finding.line);
}

std::string sentence(const DisclosureTerms& told, const Contract& contract, Date today,
                     Language language) {
  std::string text =
      both(language, "told on ", "verteld op ") + date_text(told.date.value, language);
  if (told.to) text += both(language, " to ", " aan ") + told.to->value;
  if (told.amount) text += ", " + money_text({told.amount->value, contract.currency}, language);
  if (told.form)
    text += both(language, "; the customer chose: ", "; de klant koos: ") + told.form->value;
  if (told.refunded_on && told.refunded_on->value <= today)
    text += both(language, "; paid back on ", "; terugbetaald op ") +
            date_text(told.refunded_on->value, language);
  else if (told.refund_on)
    text += both(language, "; to be paid back on ", "; terug te betalen op ") +
            date_text(told.refund_on->value, language);
  return text;
}

/// A text as TOML has it, between quotes.
std::string quoted(const std::string& text) {
  std::string made = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') made += '\\';
    made += c == '\n' ? ' ' : c;
  }
  return made + "\"";
}

std::string record(const Dossier& d, const Finding& finding) {
  const Contract& contract = *d.contract;
  const Language language = contract.language();
  const auto& talk = contract.terms.talk;
  const auto name = [&](const std::optional<Stated<std::string>> TalkTerms::*who) {
    return quoted(talk && (*talk).*who ? ((*talk).*who)->value : "...");
  };
  std::string text = "[[disclosure]]\ndate = " + d.today.text() +
                     "\nby = " + name(&TalkTerms::sender) + "\nto = " + name(&TalkTerms::receiver) +
                     "\nwhat = " + quoted(finding.title.in(language)) +
                     "\nrule = " + quoted(finding.rule) + "\n";
  if (!finding.line.empty()) text += "price = " + quoted(finding.line) + "\n";
  if (!finding.total) return text;  // nothing was charged yet
  if (const auto amount = money(finding)) text += "amount = " + amount->amount.text() + "\n";
  return text + "# refund_on = " + d.today.plus_days(14).text() + "\n";
}

}  // namespace

void add_told(const Dossier& d, Finding& finding) {
  if (finding.kind != FindingKind::wrong) return;
  std::vector<const DisclosureTerms*> found;
  for (const DisclosureTerms& each : d.contract->terms.disclosure)
    if (each.date.value <= d.today && is_about(each, finding)) found.push_back(&each);
  if (found.empty()) {
    if (!charged_too_little(finding)) finding.to_record = record(d, finding);
    return;
  }
  Told told;
  for (const DisclosureTerms* each : found) {
    told.on = std::max(told.on, each->date.value);
    told.sentence.en += (told.sentence.en.empty() ? "" : "; ") +
                        sentence(*each, *d.contract, d.today, Language::en);
    told.sentence.nl += (told.sentence.nl.empty() ? "" : "; ") +
                        sentence(*each, *d.contract, d.today, Language::nl);
  }
  if (finding.total && *finding.total && !charged_too_little(finding)) {
    Book book(d.contract->currency);
    Worksheet& sheet = book.sheet();
    const Phrase label{"not paid back yet", "nog niet terugbetaald"};
    NodeId open = sheet.given(**finding.total, {"charged too much", "te veel gerekend"});
    for (const DisclosureTerms* each : found) {
      if (!each->refunded_on || each->refunded_on->value > d.today || !each->amount) continue;
      const NodeId paid = sheet.given(
          Ratio(each->amount->value), {"paid back", "terugbetaald"},
          {.kind = InputSource::Kind::contract,
           .text = {"paid back on " + date_text(each->refunded_on->value, Language::en),
                    "terugbetaald op " + date_text(each->refunded_on->value, Language::nl)},
           .figure = {},
           .where = each->amount->where.value_or(each->span),
           .address = {},
           .fixity = Fixity::fixed});
      open = sheet.sub(open, paid);
    }
    open = sheet.round(sheet.max(open, book.zero()), d.contract->currency.rounding(), label);
    told.open = book.figure(open, (*finding.total)->address.text + "/open",
                            (*finding.total)->fixity, label);
    std::move(book).close(finding.evidence);
    const bool something = *told.open && std::get<Money>((*told.open)->value).amount > Decimal();
    for (const DisclosureTerms* each : found)
      told.overdue = told.overdue || (something && each->refund_on && !each->refunded_on &&
                                      each->refund_on->value < d.today);
  }
  finding.told = std::move(told);
}

}  // namespace pricetalk
