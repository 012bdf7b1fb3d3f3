#include "scenario/codes.hpp"

#include <array>

namespace pricetalk {
namespace {

constexpr std::array<Code, 16> rows{{
    {"S0101",
     {"a number of months that cannot be simulated", "een aantal maanden dat niet te berekenen is"},
     {"A scenario looks 1 to 600 months ahead.", "Een scenario kijkt 1 tot 600 maanden vooruit."}},
    {"S0102",
     {"a series that goes on in no way, or in two",
      "een reeks die nergens of op twee manieren doorloopt"},
     {"Each series of a future has exactly one of growth, path and replay.",
      "Elke reeks van een toekomst heeft precies een van growth, path en replay."}},
    {"S0103",
     {"a percentage that is out of reach", "een percentage dat niet kan"},
     {"Nothing shrinks by 100 % or more; a share lies between 0 and 100 %.",
      "Niets krimpt met 100 % of meer; een deel ligt tussen 0 en 100 %."}},
    {"S0104",
     {"a name that stands twice in one future", "een naam die twee keer in een toekomst staat"},
     {"The longest match wins, so the same name twice leaves open which one holds.",
      "De langste naam wint; staat een naam er twee keer, dan is niet duidelijk welke geldt."}},
    {"S0105",
     {"a replay that is not of whole years", "een herhaling die geen hele jaren beslaat"},
     {"What comes again is each month's change in a year, so the span is a whole number of years: "
      "\"2021-01 to 2024-12\".",
      "Wat terugkomt, is de verandering per jaar van elke maand. De periode beslaat dus hele "
      "jaren: "
      "\"2021-01 to 2024-12\"."}},
    {"S0106",
     {"a shock that fades in days or weeks", "een schok die in dagen of weken verdwijnt"},
     {"A shock fades in months, quarters or years.",
      "Een schok verdwijnt in maanden, kwartalen of jaren."}},
    {"S0107",
     {"a scenario without a future", "een scenario zonder toekomst"},
     {"A scenario states at least one [future.NAME].",
      "Een scenario noemt ten minste één [future.NAAM]."}},
    {"S0108",
     {"an alternative that is not a table", "een alternatief dat geen tabel is"},
     {"An alternative is a table with keys of the contract.",
      "Een alternatief is een tabel met sleutels van het contract."}},
    {"S0109",
     {"a cost below zero", "kosten onder nul"},
     {"The cost of a case is zero or more.", "De kosten van een geval zijn nul of meer."}},
    {"S0110",
     {"percentages that grow", "percentages die groeien"},
     {"A warning: a series in percent holds changes. `growth` makes 3% into 3.06%, which is "
      "computed as "
      "written. State the figures to come with `path`, or repeat the past with `replay`.",
      "Een waarschuwing: een reeks in procenten bevat veranderingen. `growth` maakt van 3% 3,06%, "
      "en zo "
      "wordt het berekend. Geef de komende cijfers met `path`, of herhaal het verleden met "
      "`replay`."}},
    {"S0201",
     {"a series without a future", "een reeks zonder toekomst"},
     {"The prices of the coming years need this series, and the future does not say how it goes "
      "on.",
      "De prijzen van de komende jaren hangen van deze reeks af, en de toekomst zegt niet hoe zij "
      "doorloopt."}},
    {"S0202",
     {"no such price line", "deze prijsregel bestaat niet"},
     {"volume, returns and non_conformity name price lines of the contract.",
      "volume, returns en non_conformity noemen prijsregels van het contract."}},
    {"S0203",
     {"an alternative changes what the contract does not have",
      "een alternatief verandert iets dat het contract niet heeft"},
     {"Clauses, price lines and innovations of an alternative have the names of the contract.",
      "Clausules, prijsregels en innovaties van een alternatief heten zoals in het contract."}},
    {"S0204",
     {"a replay of figures that are not there", "een herhaling van cijfers die er niet zijn"},
     {"A replay needs the figures of its years and of the year before them.",
      "Een herhaling heeft de cijfers van haar jaren nodig, en van het jaar ervoor."}},
    {"S0205",
     {"scenarios that do not fit together", "scenario's die niet bij elkaar passen"},
     {"Scenarios of one run have the same months and discount rate, and each alternative once.",
      "Scenario's van een berekening hebben dezelfde maanden en disconteringsvoet, en elk "
      "alternatief "
      "één keer."}},
    {"S0206",
     {"an invoice period in days or weeks", "een factuurperiode in dagen of weken"},
     {"The simulation counts in months: billing.period is months, quarters or years.",
      "De berekening telt in maanden: billing.period is in maanden, kwartalen of jaren."}},
}};

}  // namespace

std::span<const Code> scenario_codes() { return rows; }

}  // namespace pricetalk
