#include "report/maxima_text.hpp"

#include "explain/rounded.hpp"
#include "law/cited.hpp"
#include "lint/rise_text.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/explanation.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

Decimal in_decimals(const Contract& contract, const Line& line, const Ratio& price) {
  return round(price, Rounding::decimals(line.price_decimals(contract.currency)));
}

Phrase verdict_of(const LawfulRise& rise) {
  if (!rise.maximum) return {"no row of that day: a question", "geen rij van die dag: een vraag"};
  if (!rise.higher) return {"rise within the maximum", "stijging binnen het maximum"};
  if (rise.maximum->to_verify)
    return {"above it; the maximum was not seen in an official text",
            "erboven; het maximum is niet in een officiële tekst gezien"};
  return {"above the maximum", "boven het maximum"};
}

std::string maximum_of(const LawfulRise& rise, Language language) {
  return !rise.maximum ? "?" : rise_text(rise.maximum->rise, language);
}

}  // namespace

std::string maxima_text(const Contract& contract, const std::vector<LegalMaxima>& all,
                        Language language) {
  std::string text;
  for (const LegalMaxima& one : all) {
    Table table;
    table.columns = {
        {say(language, "from", "vanaf"), Table::Align::left},
        {say(language, "by contract", "volgens contract"), Table::Align::right},
        {say(language, "rise", "stijging"), Table::Align::right},
        {say(language, "maximum", "maximum"), Table::Align::right},
        {say(language, "at most by law", "hoogstens volgens de wet"), Table::Align::right},
        {"", Table::Align::left}};
    for (const LawfulRise& rise : one.rises) {
      const auto money = [&](const Ratio& price) {
        return money_text({in_decimals(contract, *one.line, price), contract.currency}, language);
      };
      table.row({date_text(rise.from, language), money(rise.after),
                 percent_text(rise.after / rise.before - Ratio(1), 2, language),
                 maximum_of(rise, language), rise.most ? money(*rise.most) : "?",
                 verdict_of(rise).in(language)});
    }
    text += "\n" + one.line->title + ": " + one.rule->says.in(language) + "\n\n" + as_text(table) +
            "\n[" + cited(*one.rule, language) + "; " +
            say(language, "no legal advice", "geen juridisch advies") + "]\n";
  }
  return text;
}

Json maxima_json(const Contract& contract, const std::vector<LegalMaxima>& all) {
  Json made = Json::array();
  for (const LegalMaxima& one : all) {
    Json row{{"line", one.line->id},
             {"rule", one.rule->id},
             {"act", one.rule->act},
             {"rises", Json::array()}};
    for (const LawfulRise& rise : one.rises)
      row["rises"].push_back(
          {{"from", rise.from.text()},
           {"before", in_decimals(contract, *one.line, rise.before).text()},
           {"after", in_decimals(contract, *one.line, rise.after).text()},
           {"maximum",
            !rise.maximum ? Json(nullptr) : Json(rise_in_percent(rise.maximum->rise).text() + "%")},
           {"to_verify", rise.maximum && rise.maximum->to_verify},
           {"at_most",
            rise.most ? Json(in_decimals(contract, *one.line, *rise.most).text()) : Json(nullptr)},
           {"higher", rise.higher}});
    made.push_back(std::move(row));
  }
  return made;
}

}  // namespace pricetalk
