#include "letter/innovation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "letter/kinds.hpp"
#include "letter/letter_texts.hpp"
#include "letter/tone.hpp"
#include "offered.hpp"

namespace pricetalk {
namespace innovation_test {

/// The specimen of the letter models: one price, sold by the hour, 15,000 hours a year.
constexpr std::string_view dutch_letter = R"~(De Opgestroopte Mouw B.V.
Dokweg 8, 1234 AB Veenrijk

Gemeente Waterland-Zuid
t.a.v. mevrouw J. de Wit, manager facilitaire zaken
Postbus 10, 1234 ZZ Waterdam

Veenrijk, 20 oktober 2025

Onderwerp: in 2026 geen indexatie, maar innovatie

Geachte mevrouw De Wit,

U bent al 11 jaar klant bij ons. Dank u wel daarvoor. Ik begin met het belangrijkste: wij willen de prijs voor de schoonmaak van het stadskantoor in 2026 niet verhogen. In plaats daarvan doen wij u een voorstel waardoor u vanaf 1 april 2026 elke maand minder betaalt.

**Wat het u oplevert** (bedragen zonder btw)

- U krijgt in 2026 geen indexatie. Dat scheelt u € 18.450. Wij halen dit bedrag later niet alsnog op.
- Vanaf 1 april 2026 gaat uw maandbedrag € 1.250 omlaag. Dat is € 15.000 per jaar, tot en met 31 december 2030.
- Samen betaalt u in 2026 € 29.700 minder dan met de gewone indexatie.

De verlaging staat vast, ook als het werk ons meer tijd kost dan wij nu denken.

**Wat er verandert**

Wij maken elke avond schoon waar die dag is gewerkt. Lege werkplekken slaan wij over. De toiletten, de keukens en de publiekshal doen wij elke dag, net als nu.

**Waarom wij dit durven te beloven**

Samen met uw team probeerden wij dit van 3 maart tot en met 25 april 2025 uit op verdieping 2 en 3. Wij hadden daar 11 procent minder uren nodig. De kwaliteit bleef gelijk: een 8,1 bij de controle, tegen een 8,0 ervoor. Wij rekenen voorzichtig met 8 procent. Ook wij worden er beter van. Daarom kan de indexatie vervallen.

**Wat wij van u vragen**

Wij krijgen graag elke werkdag voor 16.00 uur het aantal gebruikte werkplekken per verdieping, zonder namen. En wij vragen een uur van uw tijd om de start te bespreken.

**En als u dit liever niet doet?**

Dan blijft het werk zoals het nu is. De prijs gaat dan op 1 januari 2026 van € 36,40 naar € 37,63 per uur. De berekening vindt u in bijlage 2. U hoeft vandaag niet te kiezen.

**Hoe verder**

Ik bel u op woensdag 22 oktober om 10.00 uur. Wilt u mij uiterlijk vrijdag 14 november om 17.00 uur laten weten wat het wordt? U bereikt mij op 06-00000000.

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

Subject: innovation instead of indexation in 2026

Dear Ms De Wit,

You have been our customer for 11 years. Thank you for that. Let me start with what matters most: we do not want to raise the price of cleaning the town office in 2026. Instead, we have a proposal that lowers your monthly bill from 1 April 2026.

**What it brings you** (amounts exclude VAT)

- No indexation in 2026. That saves you €18,450. We will not recover this amount later.
- From 1 April 2026 your monthly amount goes down by €1,250. That is €15,000 a year, until 31 December 2030.
- Together, you pay €29,700 less in 2026 than with the usual indexation.

The reduction is fixed, even if the work takes us longer than we now think.

**What changes**

We clean every evening where people worked that day.

**Why we dare to promise this**

We tried this with your team. We gain as well. That is why the indexation can lapse.

**What we ask of you**

We would like the number of used desks.

**And if you would rather not?**

Then the work stays as it is. On 1 January 2026 the price goes from €36.40 to €37.63 an hour. Annex 2 shows the sum. You do not have to choose today.

**Next step**

I will call you on Wednesday 22 October at 10 am. Could you tell me by Friday 14 November at 5 pm what it will be? My number is 06-00000000.

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
quantity = { per_month = 1250 }
clause = "step"
[clause.step]
article = "7"
adjust = { every = "year", on = "01-01", first = 2026-01-01 }
formula = "change = 3.37%"
rounding = { price = { decimals = 2 } }
notice = { before = "2 months" }
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
capability = "In zes kantoren."
reduction_per_month = 1250.00
saving_per_year = { cautious = 60000.00 }
start = 2026-04-01
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
quantity = { per_month = 1250 }
clause = "step"
[clause.step]
article = "7"
adjust = { every = "year", on = "01-01", first = 2026-01-01 }
formula = "change = 3.37%"
rounding = { price = { decimals = 2 } }
notice = { before = "2 months" }
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
capability = "In six offices."
reduction_per_month = 1250.00
saving_per_year = { cautious = 60000.00 }
start = 2026-04-01
customer_effort = "We would like the number of used desks."
)";

std::string with(std::string text,
                 const std::vector<std::pair<std::string, std::string>>& changes) {
  for (const auto& [from, to] : changes) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::logic_error("not in the contract: " + from);
    text.replace(at, from.size(), to);
  }
  return text;
}

/// The specimen as the program makes it.
struct Specimen : Offered {
  explicit Specimen(std::string_view text = dutch_contract, const char* day = "2025-10-20")
      : Offered(std::string(text), *Date::make(2026, 1, 1), *Date::parse(day),
                "series = [{ series = \"*\", growth = \"3%\" }]\n", Percent{Decimal(5, 0)}) {}

  const OfferTerms& terms() const {
    if (proposal.offer() == nullptr) throw std::logic_error(proposal.verdict_in_words().en);
    return proposal.offer()->customer_terms();
  }
  Filled filled(Language language = Language::nl) const {
    const auto model = letter_model(LetterKind::innovation, language);
    return fill(model.letter, innovation_fields(terms(), language), language);
  }
  std::string text(Language language = Language::nl) const {
    return as_markdown(filled(language).page);
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
  const std::string at = "A/offer/2026-01-01/";
  std::vector<std::string> addresses;
  for (const Explained& each : s.filled().figures) addresses.push_back(each.figure.address.text);
  EXPECT_THAT(addresses,
              testing::ElementsAre(at + "waived-first-year", at + "reduction-month",
                                   at + "reduction-year", at + "benefit-first-year",
                                   "A/office/2025-01-01/price", "A/office/2026-01-01/price"));
}

const std::string gift =
    with(std::string(dutch_contract),
         {{"form = \"gift\"\n",
           "form = \"gift\"\nstart = 2024-01-01\nsaving_per_year = { cautious = "
           "30000.00 }\n"}});

TEST(innovation_letter, gives_the_waiver_away_when_it_is_a_gift) {
  const std::string letter = Specimen(gift).text(Language::nl);
  EXPECT_EQ(paragraph(letter, "En als u dit liever niet doet?"),
            "Ook dan verhogen wij de prijs in 2026 niet. U betaalt € 36,40 per uur, net als nu. "
            "Het voorstel is een extra, en u beslist er vrij over.");
  EXPECT_EQ(paragraph(letter, "Waarom de indexatie vervalt"),
            "Wij hebben dit jaar de routes van onze wagens anders ingedeeld. Dat scheelt elf "
            "ritten per week. Die besparing gebruiken wij om de prijs voor de schoonmaak van het "
            "stadskantoor in 2026 niet te verhogen.");
  EXPECT_EQ(letter.find("Daarom kan de indexatie vervallen"), std::string::npos);
}

const std::string hall =
    "[price.hall]\ntitle = \"Sporthal\"\nunit = \"hour\"\nunit_price = 34.20\n"
    "price_date = 2025-01-01\nquantity = { per_month = 100 }\nclause = \"step\"\n[clause.step]";

TEST(innovation_letter, prints_several_prices_as_a_table) {
  // 34.20 x 1.0337 = 35.35254
  const Specimen s(with(std::string(dutch_contract), {{"[clause.step]", hall}}));
  EXPECT_EQ(paragraph(s.text(Language::nl), "En als u dit liever niet doet?"),
            "Dan blijft het werk zoals het nu is. Vanaf 1 januari 2026 gelden dan deze prijzen "
            "(zonder btw):\n\n"
            "| Prijs per uur | nu | vanaf 1 januari 2026 |\n|---|---:|---:|\n"
            "| Stadskantoor | € 36,40 | € 37,63 |\n| Sporthal | € 34,20 | € 35,35 |\n\n"
            "De berekening vindt u in bijlage 2. U hoeft vandaag niet te kiezen.");
}

TEST(innovation_letter, says_which_prices_move_although_the_customer_accepts) {
  const std::string july =
      "[price.hall]\ntitle = \"Sporthal\"\nunit = \"hour\"\nunit_price = 34.20\n"
      "price_date = 2025-01-01\nquantity = { per_month = 100 }\nclause = \"july\"\n"
      "[clause.july]\nadjust = { every = \"year\", on = \"07-01\", first = 2026-07-01 }\n"
      "formula = \"change = 2%\"\n[clause.step]";
  const std::string letter =
      Specimen(with(std::string(dutch_contract), {{"[clause.step]", july}})).text();
  EXPECT_THAT(letter,
              testing::HasSubstr("wij willen de prijs van Stadskantoor in 2026 niet verhogen."));
  EXPECT_THAT(letter, testing::HasSubstr(
                          "\nOp 1 juli 2026 stijgt de prijs van Sporthal wel, naar € 34,88.\n"));
  EXPECT_THAT(letter, testing::HasSubstr("- De indexatie van 1 januari 2026 vervalt voor "
                                         "Stadskantoor. Dat scheelt u in 2026 € 18.450."));
  EXPECT_EQ(letter.find("in 2026 geen indexatie"), std::string::npos);
}

TEST(innovation_letter, promises_a_price_until_the_day_before_it_rises_again) {
  const std::string letter =
      Specimen(with(std::string(dutch_contract),
                    {{"adjust = { every = \"year\", on = \"01-01\", first = 2026-01-01 }",
                      "adjust = { dates = [2026-01-01, 2026-07-01, 2027-01-01] }"}}))
          .text();
  EXPECT_THAT(letter, testing::HasSubstr("tot 1 juli 2026 niet verhogen."));
  // 36.40 x 1.0337
  EXPECT_THAT(letter, testing::HasSubstr(
                          "Op 1 juli 2026 stijgt de prijs van Stadskantoor wel, naar € 37,63."));
}

TEST(innovation_letter, says_when_the_other_price_starts_if_it_comes_too_late) {
  const Specimen s(with(std::string(dutch_contract),
                        {{"before = \"2 months\"", "before = \"2 months\", late = \"level-only\""},
                         {"call_at = 2025-10-22", "call_at = 2025-12-04"},
                         {"reply_by = 2025-11-14", "reply_by = 2025-12-14"}}),
                   "2025-12-01");
  EXPECT_THAT(paragraph(s.text(Language::nl), "En als u dit liever niet doet?"),
              testing::HasSubstr("Voor een nieuwe prijs op 1 januari 2026 komt deze brief te laat. "
                                 "De prijs gaat dan op 1 februari 2026 van € 36,40 "
                                 "naar € 37,63 per uur."));
}

const std::vector<std::pair<std::string, std::string>> december = {
    {"call_at = 2025-10-22", "call_at = 2025-12-04"},
    {"reply_by = 2025-11-14", "reply_by = 2025-12-14"}};

TEST(innovation_letter, says_that_a_postponed_price_holds_two_indexations) {
  // 36.40 x (1 + 3.37 % + 3.37 %) = 38.853...
  const Specimen s(with(std::string(dutch_contract), december), "2025-12-01");
  EXPECT_THAT(paragraph(s.text(Language::nl), "En als u dit liever niet doet?"),
              testing::HasSubstr(
                  "Tot 1 januari 2027 betaalt u dus wat u nu betaalt: € 36,40 per uur. Daarna "
                  "wordt het € 38,85. Daarin zit dan ook de indexatie van 1 januari 2026."));
}

TEST(innovation_letter, names_no_price_that_cannot_be_known_yet) {
  auto changes = december;
  changes.emplace_back("formula = \"change = 3.37%\"",
                       "index.W = { series = \"w\", use = \"july of previous year\" }");
  const Specimen s(with(std::string(dutch_contract), changes) +
                       "[[series]]\nid = \"w\"\nfigures = [[\"2024-07\", 100.00], [\"2025-07\", "
                       "103.37]]\n",
                   "2025-12-01");
  const std::string letter = s.text(Language::nl);
  EXPECT_THAT(letter,
              testing::HasSubstr(
                  "- U krijgt in 2026 geen indexatie. Wij halen die later niet alsnog op.\n"));
  EXPECT_THAT(letter, testing::HasSubstr("Tot 1 januari 2027 betaalt u dus wat u nu betaalt."));
  EXPECT_EQ(letter.find("37,63"), std::string::npos);
}

TEST(innovation_letter,
     promises_for_good_what_a_waiver_loses_for_good_from_the_original_price_too) {
  const Specimen s(with(std::string(dutch_contract),
                        {{"formula = \"change = 3.37%\"",
                          "compounding = \"base\"\nindex.W = { series = \"w\", use = \"july of "
                          "previous year\", base = \"2024-07\" }"}}) +
                   "[[series]]\nid = \"w\"\nfigures = [[\"2024-07\", 100.00], [\"2025-07\", "
                   "103.37]]\n");
  const std::string letter = s.text(Language::nl);
  EXPECT_THAT(letter, testing::HasSubstr("Wij halen dit bedrag later niet alsnog op."));
}

TEST(innovation_letter, fills_no_promise_that_was_not_proved) {
  const Specimen s;
  Fields fields = innovation_fields(s.terms(), Language::nl);
  for (const std::string& name : promise_names()) {
    ASSERT_TRUE(fields.values.contains(name)) << name;
    const FieldValue proved = fields.values.at(name);
    fields.values.insert_or_assign(name, FieldValue(PlainText{"€ 1"}));
    EXPECT_THROW(fill(letter_text("innovation.nl.md"), fields, Language::nl), std::logic_error)
        << name;
    fields.values.insert_or_assign(name, proved);
  }
}

TEST(innovation_letter, calls_an_informal_reader_je) {
  const std::string letter =
      Specimen(with(std::string(dutch_contract),
                    {{"salutation = \"Geachte mevrouw De Wit\"",
                      "salutation = \"Beste Jo\"\nform_of_address = \"informal\""}}))
          .text();
  EXPECT_THAT(letter, testing::HasSubstr("Je bent al 11 jaar klant bij ons."));
  for (const char* formal : {" u ", "U ", " uw ", " u?"})
    EXPECT_EQ(letter.substr(0, letter.find("**Waarom")).find(formal), std::string::npos) << formal;
}

TEST(leak_guard, finds_amounts_of_ours_in_whatever_the_customer_reads) {
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"title = \"Stadskantoor\"", "title = \"Stadskantoor (60.000)\""},
           {"id = \"A\"", "id = \"A-60000\"\ntitle = \"Kantoor\""},
           {"id = \"A\"", "id = \"A\"\ntitle = \"Besparing € 60.000,-\""},
           {"Lege werkplekken", "Onze besparing is 60000 euro. Lege werkplekken"},
           {"Lege werkplekken", "Wij besparen EUR 60 000. Lege werkplekken"},
           {"Lege werkplekken", "Wij besparen 60'000 per jaar. Lege werkplekken"},
           {"Lege werkplekken", "Wij besparen 60 duizend euro. Lege werkplekken"},
           {"Lege werkplekken", "Wij besparen 60k. Lege werkplekken"},
           {"Lege werkplekken", "Wij besparen 60 mille. Lege werkplekken"},
           {"Lege werkplekken", "Wij besparen 60.000,= per jaar. Lege werkplekken"},
           {"unit = \"hour\"", "unit = \"uur (scheelt 60.000 Euro)\""},
           {"Lege werkplekken", "Wij besparen zestigduizend euro. Lege werkplekken"},
           {"Lege werkplekken", "Zo kunnen wij elk jaar 60.000 besparen. Lege werkplekken"},
           {"Lege werkplekken", "Wij besparen 60–75 duizend euro. Lege werkplekken"}}) {
    const Specimen s(with(std::string(dutch_contract), {{from, to}}));
    ASSERT_EQ(leaks(*s.contract).size(), 1U) << to;
    EXPECT_EQ(leaks(*s.contract).front().what.nl, "onze besparing");
  }
  EXPECT_TRUE(leaks(*Specimen().contract).empty());
}

TEST(innovation_letter, keeps_the_paragraphs_and_lists_that_a_person_typed) {
  const Fields fields{{{"what", PlainText{"Drie dingen:\n- één\n- twee\n\nEn *dan* [klaar](nu)."}}},
                      {}};
  EXPECT_EQ(as_markdown(fill("Vooraf. {what} Achteraf.\n", fields, Language::nl).page),
            "Vooraf. Drie dingen:\n\n- één\n- twee\n\nEn \\*dan\\* \\[klaar](nu). Achteraf.\n");
}

TEST(letter_models, ask_only_for_fields_that_exist) {
  Specimen s;
  const Fields fields = innovation_fields(s.terms(), Language::nl);
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
  for (const auto& [name, kind] : Dictionary<LetterKind>::words) {
    const std::string_view nl = letter_text(std::string(name) + ".nl.md");
    const std::string_view en = letter_text(std::string(name) + ".en.md");
    EXPECT_FALSE(nl.empty()) << name;
    EXPECT_EQ(placeholders(nl), placeholders(en)) << name;
    EXPECT_EQ(choices(nl), choices(en)) << name;
  }
}

TEST(letter_models, read_as_letters_that_people_want_to_receive) {
  for (const auto& [name, kind] : Dictionary<LetterKind>::words)
    for (const Language language : {Language::nl, Language::en}) {
      const LetterModel model = letter_model(kind, language);
      for (const std::string_view text : {model.letter, model.mail})
        for (const ToneFinding& finding : tone(text, language))
          ADD_FAILURE() << name << ": " << finding.pattern->id << " in " << finding.sentence;
    }
}

TEST(letter_mails, have_a_subject_and_at_most_five_lines_of_message) {
  for (const auto& [name, kind] : Dictionary<LetterKind>::words)
    for (const Language language : {Language::nl, Language::en}) {
      const std::string_view mail = letter_model(kind, language).mail;
      const std::string_view subject = language == Language::nl ? "Onderwerp: " : "Subject: ";
      EXPECT_NE(mail.find(subject), std::string_view::npos) << name;
      std::size_t lines = 0;
      for (std::size_t at = mail.find('\n'); at != std::string_view::npos;
           at = mail.find('\n', at + 1)) {
        const char next = at + 1 < mail.size() ? mail[at + 1] : '\n';
        if (next != '%' && next != '\n') ++lines;
      }
      EXPECT_LE(lines, 14U)
          << name << ": salutation, five lines, closing, name, the choices that exclude each other";
    }
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
