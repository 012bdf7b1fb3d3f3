#include "letter/innovation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "letter/letter_texts.hpp"

namespace pricetalk {
namespace innovation_test {

/// The specimen of the letter models: one price, sold by the hour, 15,000 hours a year.
constexpr std::string_view dutch_letter = R"~(De Opgestroopte Mouw B.V.
Dokweg 8, 1234 AB Veenrijk

Gemeente Waterland-Zuid
t.a.v. mevrouw J. de Wit, manager facilitaire zaken
Postbus 10, 1234 ZZ Waterdam

Veenrijk, 20 oktober 2025

Onderwerp: dit jaar geen indexatie, maar innovatie

Geachte mevrouw De Wit,

U bent al 11 jaar klant bij ons. Dank u wel daarvoor. Ik begin met het belangrijkste: wij willen de prijs voor de schoonmaak van het stadskantoor in 2026 niet verhogen. In plaats daarvan doen wij u een voorstel waardoor u elke maand minder betaalt.

**Wat het u oplevert** (bedragen zonder btw)

- U krijgt in 2026 geen indexatie. Dat scheelt u € 18.450. Wij halen dit bedrag later niet alsnog op.
- Vanaf 1 april 2026 gaat uw maandbedrag € 1.250 omlaag. Dat is € 15.000 per jaar, tot en met 31 december 2030.
- Samen betaalt u in 2026 € 29.700 minder dan met de gewone indexatie.

De verlaging staat vast, ook als het werk ons meer tijd kost dan wij nu denken.

**Wat er verandert**

Wij maken elke avond schoon waar die dag is gewerkt. Lege werkplekken slaan wij over. De toiletten, de keukens en de publiekshal doen wij elke dag, net als nu.

**Waarom wij dit durven te beloven**

Samen met uw team probeerden wij dit van 3 maart tot en met 25 april 2025 uit op verdieping 2 en 3. Wij hadden daar 11 procent minder uren nodig. De kwaliteit bleef gelijk: een 8,1 bij de controle, tegen een 8,0 ervoor. Wij rekenen voorzichtig met 8 procent. Ook wij worden er beter van: wij hebben minder uren nodig. Daarom kan de indexatie vervallen.

**Wat wij van u vragen**

Wij krijgen graag elke werkdag voor 16.00 uur het aantal gebruikte werkplekken per verdieping, zonder namen. En wij vragen een uur van uw tijd om de start te bespreken.

**En als u dit liever niet doet?**

Dan blijft het werk zoals het nu is. De prijs gaat dan op 1 januari 2026 van € 36,40 naar € 37,63 per uur. De berekening vindt u in bijlage 2. U hoeft nu nog niet te kiezen.

**Hoe verder**

Ik bel u op woensdag 22 oktober om 10.00 uur. Wilt u mij uiterlijk vrijdag 14 november om 17.00 uur laten weten wat u kiest? U bereikt mij op 06-00000000.

Met vriendelijke groet,

Karin Zwart
accountmanager

Bijlage 1: zo berekenden wij uw voordeel
Bijlage 2: de gewone indexatie, stap voor stap
)~";

constexpr std::string_view english_letter = R"~(De Opgestroopte Mouw B.V.
Dokweg 8, 1234 AB Veenrijk

Gemeente Waterland-Zuid
Attn. Ms J. de Wit, facility manager
Postbus 10, 1234 ZZ Waterdam

Veenrijk, 20 October 2025

Subject: innovation instead of indexation this year

Dear Ms De Wit,

You have been our customer for 11 years. Thank you for that. Let me start with what matters most: we would like to leave the price of cleaning the town office unchanged in 2026. Instead, we have a proposal that lowers your monthly bill.

**What it brings you** (amounts exclude VAT)

- No indexation in 2026. That saves you €18,450. We will not recover this amount later.
- From 1 April 2026 your monthly amount goes down by €1,250. That is €15,000 a year, until 31 December 2030.
- Together, you pay €29,700 less in 2026 than with the usual indexation.

The reduction is fixed, even if the work takes us longer than we now think.

**What changes**

We clean every evening where people worked that day.

**Why we dare to promise this**

We tried this with your team. We gain as well: we need fewer hours. That is why the indexation can lapse.

**What we ask of you**

We would like the number of used desks.

**And if you would rather not?**

Then the work stays as it is. On 1 January 2026 the price goes from €36.40 to €37.63 an hour. Annex 2 shows the sum. You do not have to choose today.

**Next step**

I will call you on Wednesday 22 October at 10 am. Could you tell me by Friday 14 November at 5 pm what you prefer? My number is 06-00000000.

Yours sincerely,

Karin Zwart
account manager

Annex 1: how we worked out your benefit
Annex 2: the usual indexation, step by step
)~";

constexpr std::string_view dutch_contract = R"(
schema = 1
[contract]
id = "A"
jurisdiction = "NL"
currency = "EUR"
start = 2021-01-01
end = 2030-12-31
customer_since = 2014-06-01
[parties]
supplier = { name = "De Opgestroopte Mouw B.V.", address = "Dokweg 8, 1234 AB Veenrijk" }
customer = { name = "Gemeente Waterland-Zuid", address = "Postbus 10, 1234 ZZ Waterdam" }
[price.office]
title = "Stadskantoor"
unit = "hour"
unit_price = 36.40
price_date = 2025-01-01
[talk]
on = 2025-10-28
call_at = 2025-10-22T10:00:00
reply_by = 2025-11-14T17:00:00
sender = "Karin Zwart"
receiver = "mevrouw J. de Wit"
place = "Veenrijk"
service = "de schoonmaak van het stadskantoor"
[[contact]]
name = "mevrouw J. de Wit"
party = "customer"
salutation = "Geachte mevrouw De Wit"
job = "manager facilitaire zaken"
[[contact]]
name = "Karin Zwart"
party = "supplier"
job = "accountmanager"
phone = "06-00000000"
[innovation.use]
what = "Wij maken elke avond schoon waar die dag is gewerkt. Lege werkplekken slaan wij over. De toiletten, de keukens en de publiekshal doen wij elke dag, net als nu."
evidence = "Samen met uw team probeerden wij dit van 3 maart tot en met 25 april 2025 uit op verdieping 2 en 3. Wij hadden daar 11 procent minder uren nodig. De kwaliteit bleef gelijk: een 8,1 bij de controle, tegen een 8,0 ervoor. Wij rekenen voorzichtig met 8 procent."
customer_effort = "Wij krijgen graag elke werkdag voor 16.00 uur het aantal gebruikte werkplekken per verdieping, zonder namen. En wij vragen een uur van uw tijd om de start te bespreken."
[innovation.routes]
what = "Wij hebben dit jaar de routes van onze wagens anders ingedeeld."
form = "gift"
evidence = "Dat scheelt elf ritten per week."
)";

constexpr std::string_view english_contract = R"(
schema = 1
[contract]
id = "A"
currency = "EUR"
start = 2021-01-01
end = 2030-12-31
customer_since = 2014-06-01
[parties]
supplier = { name = "De Opgestroopte Mouw B.V.", address = "Dokweg 8, 1234 AB Veenrijk" }
customer = { name = "Gemeente Waterland-Zuid", address = "Postbus 10, 1234 ZZ Waterdam" }
[price.office]
title = "Town office"
unit = "hour"
unit_price = 36.40
price_date = 2025-01-01
[talk]
on = 2025-10-28
call_at = 2025-10-22T10:00:00
reply_by = 2025-11-14T17:00:00
sender = "Karin Zwart"
receiver = "Ms J. de Wit"
place = "Veenrijk"
service = "cleaning the town office"
[[contact]]
name = "Ms J. de Wit"
party = "customer"
salutation = "Dear Ms De Wit"
job = "facility manager"
[[contact]]
name = "Karin Zwart"
party = "supplier"
job = "account manager"
phone = "06-00000000"
[innovation.use]
what = "We clean every evening where people worked that day."
evidence = "We tried this with your team."
customer_effort = "We would like the number of used desks."
)";

Figure euros(const std::string& amount) {
  return {Money{*Decimal::parse(amount), Currency{}}, Address{amount}};
}
Explained explained(const std::string& amount) { return {euros(amount), same(amount), no_node}; }

/// The specimen's terms. The contract outlives the terms.
struct Specimen {
  std::unique_ptr<Contract> contract;
  OfferTerms terms;

  explicit Specimen(std::string_view text = dutch_contract) {
    auto read =
        read_contract(std::make_shared<const SourceText>("specimen.toml", std::string(text)));
    if (!read.value) throw std::logic_error(render(read.diagnostics, Language::en));
    contract = std::make_unique<Contract>(std::move(*read.value));
    terms.contract = contract.get();
    terms.innovation = &contract->terms.innovation.tables.front().terms;
    terms.adjustment = *Date::make(2026, 1, 1);
    terms.today = *Date::make(2025, 10, 20);
    terms.first_year = {*Date::make(2026, 1, 1), *Date::make(2026, 12, 31)};
    terms.last_year = {*Date::make(2030, 1, 1), *Date::make(2030, 12, 31)};
    terms.waived_first_year = explained("18450.00");
    terms.reduction_month = explained("1250.00");
    terms.reduction_year = explained("15000.00");
    terms.reduction_total = explained("71250.00");
    terms.benefit_first_year = explained("29700.00");
    terms.reduction_from = *Date::make(2026, 4, 1);
    terms.reduction_until = *Date::make(2030, 12, 31);
    terms.fallback = {{&contract->lines.front(), 0, euros("36.40"), euros("37.63"),
                       *Date::make(2026, 1, 1), nullptr}};
  }

  std::string text(Language language) const {
    const auto model =
        letter_text(language == Language::nl ? "innovation.nl.md" : "innovation.en.md");
    return as_markdown(fill(model, innovation_fields(terms, language), language).page);
  }
};

/// Line breaks of Markdown stand at the end of a line as two blanks.
std::string without_breaks(std::string text) {
  for (std::size_t at = text.find("  \n"); at != std::string::npos; at = text.find("  \n"))
    text.erase(at, 2);
  return text;
}

std::string paragraph(const std::string& letter, const std::string& heading) {
  const std::size_t begin = letter.find("**" + heading + "**") + heading.size() + 6;
  return letter.substr(begin, letter.find("\n\n**", begin) - begin);
}

}  // namespace innovation_test

using namespace innovation_test;

TEST(innovation_letter, is_the_dutch_specimen_word_for_word) {
  EXPECT_EQ(without_breaks(Specimen().text(Language::nl)), dutch_letter);
}

TEST(innovation_letter, is_the_english_model_word_for_word) {
  EXPECT_EQ(without_breaks(Specimen(english_contract).text(Language::en)), english_letter);
}

TEST(innovation_letter, breaks_lines_of_addresses_for_markdown) {
  EXPECT_THAT(Specimen().text(Language::nl),
              testing::StartsWith("De Opgestroopte Mouw B.V.  \nDokweg 8"));
}

TEST(innovation_letter, knows_every_amount_that_it_prints) {
  const Specimen s;
  const Filled filled =
      fill(letter_text("innovation.nl.md"), innovation_fields(s.terms, Language::nl), Language::nl);
  std::vector<std::string> addresses;
  for (const Explained& each : filled.figures) addresses.push_back(each.figure.address.text);
  EXPECT_THAT(addresses, testing::ElementsAre("18450.00", "1250.00", "15000.00", "29700.00",
                                              "36.40", "37.63"));
}

TEST(innovation_letter, gives_the_waiver_away_when_it_is_a_gift) {
  Specimen s;
  s.terms.form = InnovationForm::gift;
  s.terms.earned = &s.contract->terms.innovation.tables.back().terms;
  const std::string letter = s.text(Language::nl);
  EXPECT_EQ(paragraph(letter, "En als u dit liever niet doet?"),
            "Ook dan verhogen wij de prijs in 2026 niet. U betaalt € 36,40 per uur, net als nu. "
            "Het voorstel voor minder uren is een extra, en u "
            "beslist er vrij over.");
  EXPECT_EQ(paragraph(letter, "Waarom de indexatie vervalt"),
            "Wij hebben dit jaar de routes van onze wagens anders ingedeeld. Dat scheelt elf "
            "ritten per week. Die besparing gebruiken wij om uw prijs "
            "in 2026 gelijk te houden.");
  EXPECT_EQ(letter.find("Daarom kan de indexatie vervallen"), std::string::npos);
}

TEST(innovation_letter, prints_several_prices_as_a_table) {
  Specimen s;
  Line hall = s.contract->lines.front();
  hall.title = "Sporthal";
  s.terms.fallback.push_back(
      {&hall, 0, euros("34.20"), euros("35.57"), *Date::make(2026, 1, 1), nullptr});
  EXPECT_EQ(paragraph(s.text(Language::nl), "En als u dit liever niet doet?"),
            "Dan blijft het werk zoals het nu is. Vanaf 1 januari 2026 gelden dan deze prijzen "
            "(zonder btw):\n\n"
            "| Prijs per uur | nu | vanaf 1 januari 2026 |\n|---|---:|---:|\n"
            "| Stadskantoor | € 36,40 | € 37,63 |\n| Sporthal | € 34,20 | € 35,57 |\n\n"
            "De berekening vindt u in bijlage 2. U hoeft nu nog niet te kiezen.");
}

TEST(innovation_letter, says_when_the_other_price_starts_if_it_comes_too_late) {
  Specimen s;
  s.terms.late = true;
  s.terms.fallback.front().from = *Date::make(2026, 2, 1);
  EXPECT_THAT(paragraph(s.text(Language::nl), "En als u dit liever niet doet?"),
              testing::HasSubstr("Voor een nieuwe prijs op 1 januari 2026 komt deze brief te laat. "
                                 "De prijs gaat dan op 1 februari 2026 van € 36,40 "
                                 "naar € 37,63 per uur."));
}

TEST(innovation_letter, says_that_a_postponed_price_holds_two_indexations) {
  Specimen s;
  s.terms.late = s.terms.postponed = true;
  s.terms.waived_first_year.reset();
  s.terms.fallback.front().from = *Date::make(2027, 1, 1);
  EXPECT_THAT(paragraph(s.text(Language::nl), "En als u dit liever niet doet?"),
              testing::HasSubstr(
                  "Tot 1 januari 2027 betaalt u dus wat u nu betaalt: € 36,40 per uur. Daarna "
                  "wordt het € 37,63. Daarin zit dan ook de indexatie van 2026."));
}

TEST(innovation_letter, names_no_price_that_cannot_be_known_yet) {
  Specimen s;
  s.terms.late = s.terms.postponed = true;
  s.terms.waived_first_year.reset();
  s.terms.fallback.front().then.reset();
  s.terms.fallback.front().from = *Date::make(2027, 1, 1);
  const std::string letter = s.text(Language::nl);
  EXPECT_THAT(letter,
              testing::HasSubstr(
                  "- U krijgt in 2026 geen indexatie. Wij halen die later niet alsnog op.\n"));
  EXPECT_THAT(letter, testing::HasSubstr("Tot 1 januari 2027 betaalt u dus wat u nu betaalt."));
  EXPECT_EQ(letter.find("37,63"), std::string::npos);
}

TEST(innovation_letter, does_not_promise_a_level_that_the_clause_brings_back) {
  Specimen s;
  s.terms.level_comes_back = true;
  const std::string letter = s.text(Language::nl);
  EXPECT_EQ(letter.find("niet alsnog op"), std::string::npos);
  EXPECT_THAT(
      letter,
      testing::HasSubstr(
          "Dit geldt voor één jaar: daarna telt de indexatie van 2026 weer mee in uw prijs."));
}

TEST(innovation_letter, keeps_the_paragraphs_and_lists_that_a_person_typed) {
  const Fields fields{{{"what", PlainText{"Drie dingen:\n- één\n- twee\n\nEn *dan* [klaar](nu)."}}},
                      {}};
  EXPECT_EQ(as_markdown(fill("Vooraf. {what} Achteraf.\n", fields, Language::nl).page),
            "Vooraf. Drie dingen:\n\n- één\n- twee\n\nEn \\*dan\\* \\[klaar](nu). Achteraf.\n");
}

TEST(letter_models, ask_only_for_fields_that_exist) {
  Specimen s;
  const Fields fields = innovation_fields(s.terms, Language::nl);
  for (const char* model : {"innovation.nl.md", "innovation.en.md"})
    for (const std::string& name : placeholders(letter_text(model)))
      if (name != "earned_what" && name != "earned_evidence") {
        EXPECT_TRUE(fields.values.contains(name)) << model << " " << name;
      }
}

TEST(letter_models, stand_in_both_languages_with_the_same_fields_and_choices) {
  const auto choices = [](std::string_view model) {
    std::vector<std::string> lines;
    for (std::size_t at = model.find("%if"); at != std::string_view::npos;
         at = model.find("%if", at + 1))
      lines.emplace_back(model.substr(at, model.find('\n', at) - at));
    return lines;
  };
  const std::string_view nl = letter_text("innovation.nl.md");
  const std::string_view en = letter_text("innovation.en.md");
  EXPECT_EQ(placeholders(nl), placeholders(en));
  EXPECT_EQ(choices(nl), choices(en));
}

TEST(letter_models, refuse_an_unknown_field_or_word) {
  EXPECT_THROW(fill("{nobody}", {}, Language::nl), std::logic_error);
  EXPECT_THROW(fill("%if nobody\n%end\n", {}, Language::nl), std::logic_error);
  EXPECT_THROW(fill("%if gift\n", {}, Language::nl), std::logic_error);
}

TEST(letter_models, keep_apostrophes_beside_fields) {
  const Fields fields{{{"name", PlainText{"Zwart"}}}, {}};
  EXPECT_EQ(as_markdown(fill("'s avonds zo'{name}'\n", fields, Language::nl).page),
            "'s avonds zo'Zwart'\n");
}

TEST(written_amounts, keep_cents_only_where_there_are_any) {
  EXPECT_EQ(short_money({Decimal(1845000, 2), {}}, Language::nl), "€ 18.450");
  EXPECT_EQ(short_money({Decimal(1845050, 2), {}}, Language::nl), "€ 18.450,50");
  EXPECT_EQ(short_money({Decimal(1845000, 2), {}}, Language::en), "€18,450");
}

TEST(written_hours, are_those_of_the_language) {
  const DateTime at{*Date::make(2025, 11, 14), 17, 0};
  EXPECT_EQ(clock_text(at, Language::nl), "vrijdag 14 november om 17.00 uur");
  EXPECT_EQ(clock_text(at, Language::en), "Friday 14 November at 5 pm");
  EXPECT_EQ(clock_text({at.date, 0, 30}, Language::en), "Friday 14 November at 12.30 am");
}

TEST(measures_of_the_specimen, are_those_of_a_letter_that_fits_on_a_page) {
  const LetterStatistics counted = measure(dutch_letter, Language::nl);
  // Counted by hand with a word list: salutation, address and closing left out.
  EXPECT_EQ(counted.longest, 22);
  EXPECT_GE(counted.words, 250);
  EXPECT_LE(counted.words, 400);
  EXPECT_LE(counted.average, Decimal(14, 0));
}

}  // namespace pricetalk
