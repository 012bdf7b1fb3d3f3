#include "invoice/codes.hpp"

#include <array>

namespace pricetalk {
namespace {

constexpr std::array<Code, 32> rows{{
    {"A0101",
     {"the heading of the invoice file is not right",
      "de kopregel van het factuurbestand klopt niet"},
     {"The first line names the columns, in any order: "
      "invoice,date,line,from,to,quantity,unit_price,amount and, where wanted, vat, kind and "
      "others, "
      "or the names that bookkeeping programs give them. A column file (--columns) names any "
      "other.",
      "De eerste regel noemt de kolommen, in elke volgorde: "
      "invoice,date,line,from,to,quantity,unit_price,amount en, als u wilt, vat, kind en andere, "
      "of "
      "de namen die boekhoudprogramma's eraan geven. Een kolombestand (--columns) noemt elke "
      "andere "
      "naam."}},
    {"A0102",
     {"a quoted field is not written well",
      "een veld tussen aanhalingstekens is niet goed geschreven"},
     {"A quote opens and closes a whole field; inside it a quote is written twice.",
      "Een aanhalingsteken opent en sluit een heel veld; daarbinnen schrijft u het dubbel."}},
    {"A0103",
     {"a row has too few or too many fields", "een regel heeft te weinig of te veel velden"},
     {"Every row has as many fields as the heading. A comma inside a number or a name counts as a "
      "new field unless the field stands between quotes.",
      "Elke regel heeft evenveel velden als de kopregel. Een komma in een getal of naam begint een "
      "nieuw veld, tenzij het veld tussen aanhalingstekens staat."}},
    {"A0104",
     {"a needed field is empty", "een verplicht veld is leeg"},
     {"Only unit_price, vat and kind may be empty.",
      "Alleen unit_price, vat en kind mogen leeg zijn."}},
    {"A0105",
     {"this is not a number", "dit is geen getal"},
     {"Numbers are written with a point and without thousands marks: 54027.00.",
      "Getallen staan er met een punt en zonder scheiding van duizendtallen: 54027.00."}},
    {"A0106",
     {"this is not a date", "dit is geen datum"},
     {"Dates are written year-month-day: 2025-06-30.",
      "Datums staan er als jaar-maand-dag: 2025-06-30."}},
    {"A0107",
     {"the period ends before it begins", "de periode eindigt voordat ze begint"},
     {"`from` is the first day of what is charged, `to` the last.",
      "`from` is de eerste dag van wat in rekening is gebracht, `to` de laatste."}},
    {"A0108",
     {"an unknown kind of row", "een onbekende soort regel"},
     {"`kind` is invoice or credit; empty means invoice.",
      "`kind` is invoice of credit; leeg betekent invoice."}},
    {"A0109",
     {"the invoice file has no rows", "het factuurbestand heeft geen regels"},
     {"There is a heading and nothing below it.", "Er staat een kopregel met niets eronder."}},
    {"A0110",
     {"a mark that a column file cannot use", "een teken dat in een kolombestand niet kan"},
     {"Between columns stands a comma, semicolon, bar or tab; before decimals a comma or a point.",
      "Tussen kolommen staat een komma, puntkomma, streep of tab; voor decimalen een komma of een "
      "punt."}},
    {"A0111",
     {"one mark for decimals and thousands", "één teken voor decimalen en duizendtallen"},
     {"Then 1.234 could be read in two ways.", "Dan is 1.234 op twee manieren te lezen."}},
    {"A0112",
     {"a column file names a column that is not there",
      "een kolombestand noemt een kolom die er niet is"},
     {"The name under [columns] is a heading of the invoice file; capitals and signs do not count.",
      "De naam onder [columns] is een kop uit het factuurbestand; hoofdletters en tekens tellen "
      "niet "
      "mee."}},
    {"A0113",
     {"day and month cannot be told apart", "dag en maand zijn niet te onderscheiden"},
     {"In 1/2/2025 either can be the month, and no date of the file has a day above 12. It is "
      "never "
      "guessed: a column file says `dates = \"day-month-year\"`.",
      "In 1/2/2025 kan elk van beide de maand zijn, en geen datum in het bestand heeft een dag "
      "boven "
      "12. Dat wordt nooit geraden: een kolombestand zegt `dates = \"day-month-year\"`."}},
    {"A0114",
     {"the decimal mark cannot be told", "het decimaalteken is niet te bepalen"},
     {"1.234 is 1234 or one and a bit, and no number of the file tells which. It is never guessed: "
      "a "
      "column file says `decimal = \",\"`.",
      "1.234 is 1234 of iets meer dan één, en geen getal in het bestand maakt dat duidelijk. Dat "
      "wordt "
      "nooit "
      "geraden: een kolombestand zegt `decimal = \",\"`."}},
    {"A0115",
     {"two columns can be meant", "twee kolommen kunnen bedoeld zijn"},
     {"Both headings are usual for one thing. A column file says which one counts.",
      "Beide koppen zijn gewoon voor hetzelfde. Een kolombestand zegt welke telt."}},
    {"A0116",
     {"this is not a period", "dit is geen periode"},
     {"A period is a month, quarter or year: 2025-01, januari 2025, 2025-Q1, 2025, or two dates "
      "with "
      "t/m between them.",
      "Een periode is een maand, kwartaal of jaar: 2025-01, januari 2025, 2025-Q1, 2025, of twee "
      "datums met t/m ertussen."}},
    {"A0118",
     {"this is not a currency", "dit is geen munt"},
     {"A currency has three letters: EUR.", "Een munt heeft drie letters: EUR."}},
    {"A0119",
     {"a folder without invoices", "een map zonder facturen"},
     {"Of a folder the files that end in .csv, .tsv or .xml are read.",
      "Van een map worden de bestanden gelezen die eindigen op .csv, .tsv of .xml."}},
    {"A0121",
     {"the invoice file is empty", "het factuurbestand is leeg"},
     {"There is nothing in it but blanks.", "Er staat niets in, of alleen spaties."}},
    {"A0122",
     {"this is not an invoice file", "dit is geen factuurbestand"},
     {"Packed files, workbooks, PDFs and pictures are not read: CSV and UBL are.",
      "Ingepakte bestanden, werkmappen, pdf's en afbeeldingen worden niet gelezen; CSV en UBL "
      "wel."}},
    {"A0123",
     {"letters in another encoding than stated", "letters in een andere codering dan vermeld"},
     {"The bytes do not fit the byte order mark, the declaration of the XML (UTF-8 without one), "
      "or "
      "the column file.",
      "De bytes passen niet bij de markering vooraan, bij wat de XML vermeldt (UTF-8 als er niets "
      "staat), of bij het kolombestand."}},
    {"A0124",
     {"XML that is no UBL invoice", "XML die geen UBL-factuur is"},
     {"UBL 2.1 documents Invoice and CreditNote are read; orders, web pages and other formats are "
      "not.",
      "UBL 2.1-documenten Invoice en CreditNote worden gelezen; bestellingen, webpagina's en "
      "andere "
      "formaten niet."}},
    {"A0125",
     {"XML with a document type", "XML met een documenttype"},
     {"A document type can name entities that unfold to any size or fetch other files. No invoice "
      "needs one; the file is refused before it is read.",
      "Een documenttype kan entiteiten noemen die eindeloos groeien of andere bestanden ophalen. "
      "Geen factuur heeft dat nodig; het bestand wordt geweigerd voordat het wordt gelezen."}},
    {"A0126",
     {"XML that breaks off", "XML die afbreekt"},
     {"The file is not whole, or was damaged.", "Het bestand is niet volledig, of is beschadigd."}},
    {"A0127",
     {"XML nested too deep", "XML die te diep genest is"},
     {"More than 64 elements inside each other; an invoice has about ten.",
      "Meer dan 64 elementen in elkaar; een factuur heeft er ongeveer tien."}},
    {"A0128",
     {"a UBL invoice lacks something", "in een UBL-factuur ontbreekt iets"},
     {"A line needs a quantity, an amount and a period; the document a number and a date.",
      "Een regel heeft een aantal, een bedrag en een periode nodig; het document een nummer en een "
      "datum."}},
    {"A0129",
     {"a UBL invoice does not add up", "een UBL-factuur telt niet op"},
     {"A total of the document is not the sum of its parts. The lines are judged as they stand.",
      "Een totaal van het document is niet de som van de delen. De regels worden beoordeeld zoals "
      "ze "
      "er staan."}},
    {"A0131",
     {"a row stands there twice", "een regel staat er tweemaal"},
     {"Invoice number, price line, period, quantity, price and amount are those of an earlier row; "
      "it counts once. Another quantity is another delivery.",
      "Factuurnummer, prijsregel, periode, aantal, prijs en bedrag zijn die van een eerdere regel; "
      "hij telt één keer. Een ander aantal is een andere levering."}},
    {"A0132",
     {"a row in another currency", "een regel in een andere munt"},
     {"Amounts in two currencies are never added up; the row is listed and not judged.",
      "Bedragen in twee munten worden nooit opgeteld; de regel wordt genoemd en niet beoordeeld."}},
    {"A0133",
     {"a row outside the contract", "een regel buiten het contract"},
     {"Its period lies before the contract begins or after it ends, more than two years ahead, or "
      "lasts more than ten years.",
      "De periode ligt vóór het begin of na het einde van het contract, meer dan twee jaar "
      "vooruit, "
      "of duurt meer dan tien jaar."}},
    {"A0134",
     {"two contracts with one id", "twee contracten met één id"},
     {"Of a folder, invoices find their contract by its id and orders; of two with one id nobody "
      "can "
      "tell which is meant. The second is not judged.",
      "In een map vinden facturen hun contract aan id en bestellingen; van twee met één id is niet "
      "te zeggen welk bedoeld is. Het tweede wordt niet beoordeeld."}},
    {"A0141",
     {"a row that fits more than one contract", "een regel die bij meer dan één contract past"},
     {"It names no contract, and lines of several contracts answer to its name. It is judged with "
      "none of them, because it can belong to one only.",
      "Er staat geen contract bij, en in meer dan één contract heet een prijsregel zo. De regel "
      "wordt bij geen ervan beoordeeld, want hij hoort bij hooguit één."}},
}};

}  // namespace

std::span<const Code> invoice_codes() { return rows; }

}  // namespace pricetalk
