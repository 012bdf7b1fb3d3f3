#include "document/codes.hpp"

#include <array>

namespace pricetalk {
namespace {

constexpr std::array<Code, 41> rows{{
    {"T0101",
     {"a decimal comma", "een decimale komma"},
     {"A number has a decimal point: 31.25. Inside a list a comma separates two numbers, so there "
      "it "
      "cannot always be noticed.",
      "Een getal heeft een decimale punt: 31.25. In een lijst scheidt een komma twee getallen, dus "
      "daar valt het niet altijd op."}},
    {"T0102",
     {"separators between thousands", "scheidingstekens tussen duizendtallen"},
     {"A number is written without separators: 1250000. An underscore is allowed: 1_250_000.",
      "Een getal wordt zonder scheidingstekens geschreven: 1250000. Een laag streepje mag: "
      "1_250_000."}},
    {"T0103",
     {"a percentage without quotes", "een percentage zonder aanhalingstekens"},
     {"A percentage is text with a percent sign: \"4%\". So nobody has to know whether 0.5 means a "
      "half or half a percent.",
      "Een percentage is tekst met een procentteken: \"4%\". Zo hoeft niemand te weten of 0.5 een "
      "half of een half procent is."}},
    {"T0104",
     {"a date that is not year-month-day", "een datum die geen jaar-maand-dag is"},
     {"A date is written year-month-day without quotes, so that nobody confuses day and month: "
      "2019-01-31.",
      "Een datum wordt geschreven als jaar-maand-dag, zonder aanhalingstekens, zodat niemand dag "
      "en "
      "maand verwisselt: 2019-01-31."}},
    {"T0105",
     {"an amount with a currency", "een bedrag met een valuta"},
     {"An amount is a plain number; the currency is stated once, by a key of its own.",
      "Een bedrag is een gewoon getal; de valuta staat één keer genoemd, bij een eigen sleutel."}},
    {"T0106",
     {"text without quotes", "tekst zonder aanhalingstekens"},
     {"Only numbers, dates, true and false stand without quotes. Everything else is text: "
      "\"FM-2019\".",
      "Alleen getallen, datums, true en false staan zonder aanhalingstekens. Al het andere is "
      "tekst: "
      "\"FM-2019\"."}},
    {"T0107",
     {"curly quotes", "gekrulde aanhalingstekens"},
     {"Word processors make quotes curly; TOML wants straight ones, \" or '.",
      "Tekstverwerkers maken aanhalingstekens krom; TOML wil rechte, \" of '."}},
    {"T0108",
     {"a heading that stands twice", "een kopje dat er twee keer staat"},
     {"A table has one heading. What belongs to it stands under that one; another table has "
      "another "
      "name; a list of tables has double brackets each time.",
      "Een tabel heeft één kopje. Wat erbij hoort staat daaronder; een andere tabel heeft een "
      "andere "
      "naam; een lijst van tabellen heeft elke keer dubbele haken."}},
    {"T0109",
     {"another word for true or false", "een ander woord voor true of false"},
     {"Yes and no are written true and false, in small letters and without quotes.",
      "Ja en nee worden geschreven als true en false, in kleine letters en zonder "
      "aanhalingstekens."}},
    {"T0110",
     {"a day or time that does not exist", "een dag of tijd die niet bestaat"},
     {"The calendar does not have this day, or the time is not hours:minutes:seconds.",
      "De kalender kent deze dag niet, of de tijd is geen uren:minuten:seconden."}},
    {"T0111",
     {"a name that stands twice", "een naam die er twee keer staat"},
     {"A key stands once in its table, because otherwise nobody knows which of the two holds.",
      "Een sleutel staat één keer in zijn tabel, omdat anders niemand weet welke van de twee "
      "geldt."}},
    {"T0112",
     {"text that is not closed", "tekst die niet gesloten is"},
     {"A text ends with the quote that it began with, on the same line; a text of several lines "
      "stands "
      "between \"\"\".",
      "Een tekst eindigt met het aanhalingsteken waarmee hij begon, op dezelfde regel; een tekst "
      "van "
      "meer regels staat tussen \"\"\"."}},
    {"T0113",
     {"brackets or braces that are not closed", "haken of accolades die niet gesloten zijn"},
     {"What opens with [ closes with ], and what opens with { closes with } on the same line.",
      "Wat met [ opent sluit met ], en wat met { opent sluit met } op dezelfde regel."}},
    {"T0114",
     {"not valid TOML", "geen geldige TOML"},
     {"The file format is TOML (toml.io): headings, keys with values, comments.",
      "Het bestandsformaat is TOML (toml.io): kopjes, sleutels met waarden, opmerkingen."}},
    {"T0115",
     {"something behind a value", "iets achter een waarde"},
     {"Behind a heading or value the line ends, or a comment begins with #.",
      "Achter een kopje of waarde eindigt de regel, of begint een opmerking met #."}},
    {"T0116",
     {"a form of number that is not used here",
      "een vorm van een getal die hier niet wordt gebruikt"},
     {"A number is digits with at most one decimal point. Its decimals are a statement of "
      "precision, so "
      "exponents and other bases are refused.",
      "Een getal bestaat uit cijfers met hoogstens één decimale punt. De decimalen zeggen hoe "
      "precies "
      "het is, dus exponenten en andere talstelsels worden geweigerd."}},
    {"T0117",
     {"a number of more than 18 digits", "een getal van meer dan 18 cijfers"},
     {"Numbers are exact up to 18 digits; a longer one would have to be rounded in silence.",
      "Getallen zijn exact tot 18 cijfers; een langer getal zou stilletjes worden afgerond."}},
    {"T0118",
     {"tables too deep inside each other", "tabellen te diep in elkaar"},
     {"Tables and lists may stand inside each other 32 levels deep.",
      "Tabellen en lijsten mogen 32 niveaus diep in elkaar staan."}},
    {"T0119",
     {"an unusual blank", "een ongewone spatie"},
     {"A no-break space or another invisible character looks like a space but is none.",
      "Een harde spatie of een ander onzichtbaar teken lijkt op een spatie, maar is het niet."}},
    {"T0120",
     {"a file that is too large", "een bestand dat te groot is"},
     {"A file has at most 8 MB; figures may be spread over several files.",
      "Een bestand heeft hoogstens 8 MB; cijfers mogen over meer bestanden verdeeld zijn."}},
    {"T0121",
     {"an empty file", "een leeg bestand"},
     {"There is nothing in the file but blanks and line ends.",
      "In het bestand staan alleen spaties en regeleinden."}},
    {"T0122",
     {"a file that is not UTF-8", "een bestand dat geen UTF-8 is"},
     {"Save the file with the encoding UTF-8 in your editor.",
      "Bewaar het bestand in uw editor met de codering UTF-8."}},
    {"T0123",
     {"a control character", "een stuurteken"},
     {"Invisible control characters have no meaning in a file; they usually come from copying.",
      "Onzichtbare stuurtekens hebben geen betekenis in een bestand; meestal komen ze mee met "
      "kopiëren."}},
    {"T0124",
     {"a backslash that means nothing", "een backslash die niets betekent"},
     {"In a text between \" a backslash begins a special character. Write \\\\, or put the text "
      "between "
      "'.",
      "In een tekst tussen \" begint een backslash een bijzonder teken. Schrijf \\\\, of zet de "
      "tekst "
      "tussen '."}},
    {"T0125",
     {"a line that is no heading and no key with a value",
      "een regel die geen kopje is en geen sleutel met een waarde"},
     {"A line is a [heading], a key = value, or a # comment. Names have letters, digits, - and _.",
      "Een regel is een [kopje], een sleutel = waarde of een # opmerking. Namen hebben letters, "
      "cijfers, "
      "- en _."}},
    {"T0126",
     {"too many mistakes", "te veel fouten"},
     {"The rest of the file was not looked at, because there were so many mistakes already.",
      "De rest van het bestand is niet bekeken, omdat er al zo veel fouten waren."}},
    {"T0201",
     {"another kind of value is expected", "hier hoort een ander soort waarde"},
     {"Every key wants one kind of value: a number, a date, a text, a table or a list.",
      "Elke sleutel wil één soort waarde: een getal, een datum, een tekst, een tabel of een "
      "lijst."}},
    {"T0202",
     {"a percentage or points without their sign", "een percentage of punten zonder hun teken"},
     {"A bare number is never a percentage: write \"4%\" or \"5 points\", so that the two cannot "
      "be "
      "confused.",
      "Een los getal is nooit een percentage: schrijf \"4%\" of \"5 points\", zodat ze niet "
      "verward "
      "kunnen worden."}},
    {"T0203",
     {"a number, true or false between quotes", "een getal, true of false tussen aanhalingstekens"},
     {"Numbers, true and false stand without quotes.",
      "Getallen, true en false staan zonder aanhalingstekens."}},
    {"T0204",
     {"a date with quotes, or a period without",
      "een datum met aanhalingstekens, of een periode zonder"},
     {"A day stands without quotes: 2019-01-31. A month, quarter or year stands between quotes: "
      "\"2019-01\".",
      "Een dag staat zonder aanhalingstekens: 2019-01-31. Een maand, kwartaal of jaar staat "
      "ertussen: "
      "\"2019-01\"."}},
    {"T0205",
     {"a word that is not one of the choices", "een woord dat niet te kiezen is"},
     {"Some keys take one of a few fixed words, in small letters.",
      "Sommige sleutels nemen een van enkele vaste woorden, in kleine letters."}},
    {"T0206",
     {"text that cannot be understood", "tekst die niet te begrijpen is"},
     {"Durations, periods, percentages and the like have a fixed form; the hint shows an example.",
      "Een duur, periode, percentage en dergelijke heeft een vaste vorm; de tip toont een "
      "voorbeeld."}},
    {"T0207",
     {"not a whole number", "geen geheel getal"},
     {"Only a whole number makes sense here.", "Hier past alleen een geheel getal."}},
    {"T0208",
     {"not a rounding", "geen afronding"},
     {"A rounding is { decimals = 2 }, { to = 0.05 }, { to = \"0.1%\" } or \"none\", with a mode "
      "if need "
      "be.",
      "Een afronding is { decimals = 2 }, { to = 0.05 }, { to = \"0.1%\" } of \"none\", zo nodig "
      "met een "
      "mode."}},
    {"T0209",
     {"not a name", "geen naam"},
     {"A table is referred to by the name in its heading: letters, digits, - and _.",
      "Naar een tabel wordt verwezen met de naam uit haar kopje: letters, cijfers, - en _."}},
    {"T0301",
     {"an unknown key", "een onbekende sleutel"},
     {"The key is misspelt, or stands in the wrong table. Nothing unknown is ignored, because it "
      "might "
      "have been meant to change a price. A table [x] is free for other programs.",
      "De sleutel is verkeerd gespeld of staat in de verkeerde tabel. Niets onbekends wordt "
      "genegeerd, "
      "want het kan bedoeld zijn om een prijs te veranderen. Een tabel [x] is vrij voor andere "
      "programma's."}},
    {"T0302",
     {"a missing key", "een ontbrekende sleutel"},
     {"The table needs this key; there is no default that would be right for everybody.",
      "De tabel heeft deze sleutel nodig; er is geen standaardwaarde die voor iedereen klopt."}},
    {"T0303",
     {"a key that is not supported yet", "een sleutel die nog niet wordt ondersteund"},
     {"The format has room for it, but this version does not do anything with it; ignoring it "
      "would "
      "give a wrong answer in silence.",
      "Het formaat heeft er ruimte voor, maar deze versie doet er niets mee; negeren zou "
      "stilletjes een "
      "verkeerd antwoord geven."}},
    {"T0304",
     {"a name with other characters", "een naam met andere tekens"},
     {"The name of a table has letters, digits, - and _.",
      "De naam van een tabel heeft letters, cijfers, - en _."}},
    {"T0305",
     {"a table without a name", "een tabel zonder naam"},
     {"Of this kind there may be several, so each has a name in its heading: "
      "[price.daily-cleaning].",
      "Hiervan kunnen er meer zijn, dus elk heeft een naam in het kopje: [price.daily-cleaning]."}},
    {"T0306",
     {"a schema number that this version does not know",
      "een schemanummer dat deze versie niet kent"},
     {"The number says by which rules a file is read. A new number means that something changed "
      "its "
      "meaning, so a file with a higher number than the program knows is refused.",
      "Het nummer zegt volgens welke regels een bestand wordt gelezen. Een nieuw nummer betekent "
      "dat "
      "er iets van betekenis is veranderd; een bestand met een hoger nummer dan het programma "
      "kent, "
      "wordt geweigerd."}},
}};

}  // namespace

std::span<const Code> document_codes() { return rows; }

}  // namespace pricetalk
