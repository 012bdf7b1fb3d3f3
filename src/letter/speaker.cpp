#include "letter/speaker.hpp"

#include "document/time_words.hpp"
#include "explain/currency_name.hpp"
#include "explain/percent_rounding.hpp"
#include "explain/unit_words.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

std::string duration_text(const Duration& duration, Language language) {
  return std::to_string(duration.count) + " " + words(duration.unit, duration.count).in(language);
}

std::string Speaker::currency() const { return currency_name(contract.currency).in(language); }

std::string Speaker::counted(const Decimal& many, const std::string& unit) const {
  return counted_unit(Ratio(many) == Ratio(1), unit, language);
}

void Speaker::sentence(std::string text) {
  if (text.ends_with("..") && !text.ends_with("...")) text.pop_back();
  made.parts.back().sentences.push_back(std::move(text));
}

std::string Speaker::day(Date date) const { return date_text(date, language); }

std::string Speaker::money(const Decimal& amount) const {
  return money_text({amount, contract.currency}, language);
}

std::string Speaker::number(const Decimal& value) const { return grouped(value, language); }

std::string Speaker::number(const Scalar& scalar) const {
  if (scalar.form != Form::percent) return grouped(scalar.value, language);
  return percent_text(Ratio(scalar.value), std::max(0, scalar.value.scale() - 2), language);
}

std::string Speaker::percent(const Percent& percent) const {
  return grouped(percent.of_hundred, language) + "%";
}

std::string Speaker::duration(const Duration& duration) const {
  return duration_text(duration, language);
}

std::string Speaker::form(NoticeForm form) const {
  static constexpr std::array<std::array<const char*, 2>, 5> forms = {
      {{"", ""},
       {" by letter", " per brief"},
       {" by registered letter", " per aangetekende brief"},
       {" by e-mail", " per e-mail"},
       {" through the portal", " via het portaal"}}};
  return forms[static_cast<std::size_t>(form)][language == Language::nl ? 1 : 0];
}

std::string Speaker::side(Side side) const {
  return side == Side::supplier ? say("the supplier", "de leverancier")
                                : say("the customer", "de klant");
}

std::string Speaker::line(const std::string& id) const {
  const Line* found = contract.find_line(id);
  return found == nullptr ? id : found->title;
}

std::string Speaker::listed(const std::vector<std::string>& items) const {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i)
    text += (i == 0 ? "" : i + 1 == items.size() ? say(" and ", " en ") : ", ") + items[i];
  return text;
}

std::string Speaker::rounding(const RoundingRule& rule) const {
  switch (rule.kind) {
    case RoundingRule::Kind::none:
      return {};
    case RoundingRule::Kind::as_written:
      return say("to the decimals as written", "op de decimalen zoals geschreven");
    case RoundingRule::Kind::decimals:
      return words(Rounding::decimals(rule.decimals, rule.mode)).in(language);
    case RoundingRule::Kind::step:
      return words(Rounding{rule.mode, rule.step}).in(language);
    case RoundingRule::Kind::percent_step:
      return words_of_percent(Rounding{rule.mode, rule.step}).in(language);
  }
  return {};
}

std::string Speaker::closed(std::string text) {
  while (text.ends_with(' ') || text.ends_with('\n')) text.pop_back();
  if (text.empty() || text.ends_with('.') || text.ends_with('?') || text.ends_with('!'))
    return text;
  return text + ".";
}

ContractInWords in_words(const Contract& contract, const Library& library, Language language) {
  Speaker speaker(contract, library, language);
  speaker.made.title = contract.title + " (" + contract.id + ")";
  say_parties(speaker);
  say_lines(speaker);
  say_billing(speaker);
  for (const Clause& clause : contract.clauses)
    if (!contract.only_liked(clause)) say_clause(speaker, clause);
  say_records(speaker);
  say_returns(speaker);
  say_people(speaker);
  say_advice(speaker);
  say_ending(speaker);
  return std::move(speaker.made);
}

std::string confirmed(const Speaker& s, const std::optional<Stated<std::string>>& by,
                      const std::optional<Stated<Date>>& on) {
  if (!by && !on) return {};
  std::string text = s.say(" Confirmed", " Bevestigd");
  if (by) text += s.say(" by ", " door ") + by->value;
  if (on) text += s.say(" on ", " op ") + s.day(on->value);
  return Speaker::closed(text);
}

std::string written_at(const Speaker& s, const std::optional<Stated<std::string>>& source) {
  return source ? s.say(" It is written in: ", " Dat staat in: ") + Speaker::closed(source->value)
                : std::string();
}

}  // namespace pricetalk
