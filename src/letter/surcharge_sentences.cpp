#include "letter/surcharge_sentences.hpp"

#include <algorithm>

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::string say(Language language, const std::string& en, const std::string& nl) {
  return language == Language::nl ? nl : en;
}

std::string percent(const Percent& percent, Language language) {
  return grouped(percent.of_hundred, language) + "%";
}

std::string number(const Scalar& scalar, Language language) {
  if (scalar.form != Form::percent) return grouped(scalar.value, language);
  return percent_text(Ratio(scalar.value), std::max(0, scalar.value.scale() - 2), language);
}

}  // namespace

std::string surcharges_of(const Contract& contract, const Line& line, Language language) {
  std::string text;
  for (const std::size_t index : line.surcharges) {
    const std::string& id = contract.clauses[index].id;
    text += line.only_surcharges()
                ? say(language, " The surcharge of clause " + id + " is charged.",
                      " In rekening komt de toeslag van clausule " + id + ".")
                : say(language, " The surcharge of clause " + id + " comes on top.",
                      " Daar komt de toeslag van clausule " + id + " bij.");
  }
  return text;
}

std::vector<std::string> numbers_of(const Ladder& ladder, Language language) {
  std::vector<std::string> sentences;
  for (const auto& [id, stated] : ladder.constants) {
    std::string text = id;
    for (const ConstantValue::From& row : stated.value.values) {
      text += &row == &stated.value.values.front() ? say(language, " is ", " is ") : ", ";
      text += number(row.value, language);
      if (row.from) text += say(language, " from ", " vanaf ") + date_text(*row.from, language);
    }
    sentences.push_back(text + ".");
  }
  return sentences;
}

std::vector<std::string> retention_of(const Clause& clause, const Currency& currency,
                                      Language language) {
  if (!clause.retention) return {};
  const RetentionTerms& r = *clause.retention;
  const std::string share = percent(r.share.value, language);
  if (!r.contract_sum)
    return {say(language, "Of all surcharges to date the supplier bears " + share + ".",
                "Van alle toeslagen tot dan toe draagt de leverancier " + share + " zelf.")};
  const std::string least = percent(r.minimum.value, language);
  const std::string sum = money_text({r.contract_sum->value, currency}, language);
  return {say(language,
              "Of all surcharges to date the supplier bears " + share + ", and at least " + least +
                  " of " + sum + ". Only what lies above that is paid.",
              "Van alle toeslagen tot dan toe draagt de leverancier " + share +
                  " zelf, en ten minste " + least + " van " + sum +
                  ". Alleen wat daarboven ligt, wordt betaald.")};
}

bool reads_reference(const Ladder& ladder, const std::string& symbol) {
  std::vector<NameUse> names;
  for (const Formula::Line& line : ladder.formula.value.lines) names_in(line.value, names);
  return std::any_of(names.begin(), names.end(),
                     [&](const NameUse& use) { return use.name == symbol + "0"; });
}

}  // namespace pricetalk
