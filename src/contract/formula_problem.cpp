#include "contract/formula_problem.hpp"

#include <algorithm>
#include <array>

#include "contract/formula_words.hpp"

namespace pricetalk {

namespace {

/// A printed sign that is none here, and what to write.
struct PrintedSign {
  std::string_view sign;
  std::string_view en;
  std::string_view nl;
};
constexpr std::string_view no_quotes_en = "names stand without quotes: write S and S0";
constexpr std::string_view no_quotes_nl = "namen staan zonder aanhalingstekens: schrijf S en S0";
constexpr std::string_view no_money_en =
    "write amounts without a currency sign, for example 100.00";
constexpr std::string_view no_money_nl = "schrijf bedragen zonder valutateken, bijvoorbeeld 100.00";
constexpr std::string_view delta_en =
    "write the difference out: S - S0 in points, S/S0 - 1 as a fraction";
constexpr std::string_view delta_nl =
    "schrijf het verschil uit: S - S0 in punten, S/S0 - 1 als fractie";
constexpr std::string_view sum_en = "write every term of the sum";
constexpr std::string_view sum_nl = "schrijf elke term van de som uit";
constexpr std::array<PrintedSign, 16> printed_signs = {{
    {"Δ", delta_en, delta_nl},
    {"∆", delta_en, delta_nl},
    {"Σ", sum_en, sum_nl},
    {"∑", sum_en, sum_nl},
    {"…", sum_en, sum_nl},
    {"√", "a formula has no roots; an exponent is a whole number",
     "een formule kent geen wortels; een exponent is een geheel getal"},
    {"±", "write one of the two; a smallest change that counts is threshold",
     "schrijf een van beide; een kleinste verandering die telt is threshold"},
    {"€", no_money_en, no_money_nl},
    {"£", no_money_en, no_money_nl},
    {"\"", no_quotes_en, no_quotes_nl},
    {"`", no_quotes_en, no_quotes_nl},
    {"'", no_quotes_en, no_quotes_nl},
    {"“", no_quotes_en, no_quotes_nl},
    {"”", no_quotes_en, no_quotes_nl},
    {"$", "write amounts without a currency sign, and no signs of LaTeX",
     "schrijf bedragen zonder valutateken, en geen tekens van LaTeX"},
    {"\\", "this is LaTeX: write a / b, * and brackets",
     "dit is LaTeX: schrijf a / b, * en haakjes"},
}};

Phrase of_unknown(const Token& token) {
  for (const PrintedSign& row : printed_signs)
    if (token.text.starts_with(row.sign)) return {std::string(row.en), std::string(row.nl)};
  if (token.text.size() > 1)
    return {"a name has the letters a to z without accents, digits and _",
            "een naam heeft de letters a tot en met z zonder accenten, cijfers en _"};
  return {};
}

/// 2024 behind a name.
bool is_a_year(const Token& token) {
  return token.kind == Token::Kind::number && token.text.size() == 4 &&
         (token.text.starts_with("19") || token.text.starts_with("20"));
}

/// Two words of people: the new price, the figure of July.
Phrase of_two_words(const Token& token, const Token& before) {
  if (before.kind != Token::Kind::name) return {};
  if (is_a_year(token) || (token.kind == Token::Kind::name && is_time_word(token.text)))
    return {
        "of when a figure is stands at its index, in use and base: write only the name here, S for "
        "the new figure and S0 for the one it is compared with",
        "van wanneer een cijfer is, staat bij de index, in use en base: schrijf hier alleen de "
        "naam, S voor het nieuwe cijfer en S0 voor het cijfer waarmee het wordt vergeleken"};
  const bool words = token.kind == Token::Kind::name && token.text.size() > 2 &&
                     before.text.size() > 1 && before.text != "P0";
  if (!words) return {};
  return {
      "a name is one word: P is the new price, P0 the one before, S the new figure of index S and "
      "S0 its reference; between two values stands a sign, + - * or /",
      "een naam is één woord: P is de nieuwe prijs, P0 die ervoor, S het nieuwe cijfer van index S "
      "en S0 de referentie; tussen twee waarden staat een teken, + - * of /"};
}

}  // namespace

Phrase remedy_of(const Token& token, const Token* before, const Token& behind) {
  if (is_sign(token, '='))
    return {"only one name stands before =, for example P = P0 * (...)",
            "voor = staat alleen één naam, bijvoorbeeld P = P0 * (...)"};
  if (is_sign(token, '%'))
    return {
        "% stands behind a number only; of the change of an index write S/S0 - 1, which is 0.03 "
        "for 3%",
        "% staat alleen achter een getal; schrijf voor de verandering van een index S/S0 - 1, dat "
        "is 0.03 bij 3%"};
  if (token.text == "." && behind.text == ".") return {std::string(sum_en), std::string(sum_nl)};
  if (token.kind == Token::Kind::unknown) return of_unknown(token);
  const bool value =
      token.kind == Token::Kind::name || token.kind == Token::Kind::number || is_sign(token, '(');
  if (before == nullptr || !value) return {};
  if (Phrase words = of_two_words(token, *before); !words.empty()) return words;
  return {"a sign is missing before it: + - * or /", "er ontbreekt een teken voor: + - * of /"};
}

CommaReadings two_readings_of(const Token& number) {
  std::string point = number.text;
  if (point.find('.') != std::string::npos) {
    std::erase(point, '.');
    std::replace(point.begin(), point.end(), ',', '.');
    return {{"'" + number.text + "' has a point and a comma",
             "'" + number.text + "' heeft een punt en een komma"},
            {"write " + point, "schrijf " + point}};
  }
  std::string spaced = point;
  spaced.replace(spaced.find(','), 1, ", ");
  std::replace(point.begin(), point.end(), ',', '.');
  return {{"'" + number.text + "' is one number or two",
           "'" + number.text + "' is één getal, of het zijn er twee"},
          {"write " + point + " for one number, or " + spaced + " for two values",
           "schrijf " + point + " voor één getal, of " + spaced + " voor twee waarden"}};
}

}  // namespace pricetalk
