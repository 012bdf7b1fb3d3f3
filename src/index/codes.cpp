#include "index/codes.hpp"

#include <array>

namespace pricetalk {
namespace {

constexpr std::array<Code, 31> rows{{
    {"I0101",
     {"a period that stands twice", "een periode die er twee keer staat"},
     {"Figures are never overwritten. A revision is a new row below the old one, with another "
      "status or its own day of publication; two rows that differ in neither leave open which one "
      "holds.",
      "Cijfers worden nooit overschreven. Een herziening is een nieuwe regel onder de oude, met "
      "een "
      "andere status of een eigen publicatiedag; van twee regels die daarin gelijk zijn, is niet "
      "duidelijk welke geldt."}},
    {"I0102",
     {"a number of decimals that no figure has", "een aantal decimalen dat geen cijfer heeft"},
     {"Say how many decimals the publisher prints: 0 to 18. Projected figures get as many.",
      "Schrijf hoeveel decimalen de uitgever vermeldt: 0 tot en met 18. Aangenomen cijfers krijgen "
      "er evenveel."}},
    {"I0103",
     {"days of publication without a source", "publicatiedagen zonder bron"},
     {"A day on which a figure will appear is a promise of its publisher; the program never makes "
      "one up, so a calendar says where its days are stated.",
      "De dag waarop een cijfer verschijnt, is een toezegging van de uitgever. Het programma "
      "verzint er geen, dus bij een kalender hoort waar de dagen vermeld staan."}},
    {"I0104",
     {"a series that stands twice", "een reeks die er twee keer staat"},
     {"A clause finds a series by its id, so an id stands once in a file. A later file may replace "
      "a series of an earlier one.",
      "Een clausule vindt een reeks aan de id. Die staat dus één keer in een bestand. Een later "
      "bestand mag een reeks uit een eerder bestand vervangen."}},
    {"I0105",
     {"a published link without one coefficient",
      "een gepubliceerde koppeling zonder één coëfficiënt"},
     {"A publisher states how two bases are joined in one direction. The other direction is not "
      "its "
      "reciprocal rounded, so the file holds the one that was published.",
      "Een uitgever vermeldt in één richting hoe twee bases op elkaar aansluiten. De andere "
      "richting "
      "is niet het afgeronde omgekeerde, dus in het bestand staat de richting die gepubliceerd "
      "is."}},
    {"I0106",
     {"a link coefficient that is not positive", "een koppelcoëfficiënt die niet positief is"},
     {"A coefficient turns one index into another; it is greater than zero.",
      "Een coëfficiënt rekent het ene indexcijfer om naar het andere; hij is groter dan nul."}},
    {"I0201",
     {"no such series", "deze reeks is er niet"},
     {"The clause asks for published figures that are in none of the files of figures_from, "
      "--figures or the contract itself. No figure is made up.",
      "De clausule vraagt om gepubliceerde cijfers die in geen van de bestanden van figures_from, "
      "--figures of het contract zelf staan. Er wordt geen cijfer verzonnen."}},
    {"I0301",
     {"a file that is no publisher's format", "een bestand in geen bekend formaat"},
     {"Files are told apart by what stands in them, not by their names. A file that none of the "
      "known publishers writes can be given as lines of period,value: 2026-05,103.01.",
      "Bestanden worden herkend aan hun inhoud, niet aan hun naam. Een bestand dat van geen van de "
      "bekende uitgevers is, kunt u aanleveren als regels met periode,waarde: 2026-05,103.01."}},
    {"I0302",
     {"a workbook, archive or PDF", "een werkmap, ZIP-bestand of PDF"},
     {"Figures are read from text: the CSV, TSV, JSON or XML download of a table. A workbook is "
      "saved as CSV (UTF-8) first, an archive is unpacked first.",
      "Cijfers worden gelezen uit tekst: de download van een tabel als CSV, TSV, JSON of XML. "
      "Bewaar een werkmap eerst als CSV (UTF-8) en pak een ZIP-bestand eerst uit."}},
    {"I0303",
     {"a web page instead of a table", "een webpagina in plaats van een tabel"},
     {"A download that fails often leaves a web page with a message behind, under the name of the "
      "table. Open it in a browser to see what it says, and download again.",
      "Een mislukte download laat vaak een webpagina met een melding achter, onder de naam van de "
      "tabel. Open die in een browser om te zien wat er staat, en download opnieuw."}},
    {"I0304",
     {"a file that is not UTF-8", "een bestand dat geen UTF-8 is"},
     {"Publishers write UTF-8 now; older downloads are ISO-8859-1 or UTF-16. Save the file with "
      "the encoding UTF-8, so that no letter is guessed.",
      "Uitgevers schrijven tegenwoordig UTF-8; oudere downloads zijn ISO-8859-1 of UTF-16. Bewaar "
      "het bestand met de codering UTF-8. Zo hoeft geen letter te worden geraden."}},
    {"I0305",
     {"a damaged or incomplete file", "een beschadigd of onvolledig bestand"},
     {"The text stops too early or is broken: a bracket or quote that is never closed, a row with "
      "too few cells. Nothing is taken over from such a file; download it again.",
      "De tekst stopt te vroeg of is beschadigd: een haakje of aanhalingsteken dat niet wordt "
      "gesloten, een rij met te weinig cellen. Uit zo'n bestand wordt niets overgenomen; download "
      "het opnieuw."}},
    {"I0306",
     {"a period twice with different figures", "een periode twee keer, met verschillende cijfers"},
     {"Two figures for one period of one series leave open which one holds. Often two bases or two "
      "series stand in one file without a column that tells them apart.",
      "Bij twee cijfers voor dezelfde periode van één reeks is niet duidelijk welk cijfer geldt. "
      "Vaak staan er twee bases of twee reeksen in één bestand, zonder kolom die ze "
      "onderscheidt."}},
    {"I0307",
     {"a cell that cannot be read", "een cel die niet te lezen is"},
     {"The cell should hold a period, a figure, a status or a day in the way of this publisher, "
      "and holds something else. Often a spreadsheet has changed it; take the publisher's own "
      "download.",
      "In de cel hoort een periode, cijfer, status of dag te staan zoals deze uitgever die "
      "schrijft, en er staat iets anders. Vaak heeft een rekenblad de cel veranderd; neem de "
      "download van de uitgever zelf."}},
    {"I0308",
     {"XML with a document type or entities", "XML met een documenttype of entiteiten"},
     {"Publishers' files have no document type and define no entities. A file that does can make "
      "itself endlessly large when read, so it is not read.",
      "Bestanden van uitgevers hebben geen documenttype en leggen geen entiteiten vast. Een "
      "bestand dat dat wel doet, kan bij het lezen eindeloos groot worden. Het wordt daarom niet "
      "gelezen."}},
    {"I0309",
     {"a file without figures", "een bestand zonder cijfers"},
     {"The file is of a known kind, but no period in it has a figure. Choose the periods and the "
      "index itself in the publisher's table, and download again.",
      "Het bestand is van een bekende soort, maar er staat bij geen enkele periode een cijfer in. "
      "Kies in de tabel van de uitgever de perioden en het indexcijfer zelf, en download "
      "opnieuw."}},
    {"I0310",
     {"a message of the publisher instead of figures",
      "een melding van de uitgever in plaats van cijfers"},
     {"The publisher answered with a message or an empty list, often as if all were well. The "
      "request asks for something that the table does not have.",
      "De uitgever antwoordde met een melding of een lege lijst, vaak alsof alles in orde was. De "
      "aanvraag vraagt om iets wat niet in de tabel staat."}},
    {"I0311",
     {"a part of a table that is missing", "een deel van een tabel dat ontbreekt"},
     {"Some tables come in several files: the figures, and what their codes mean. Give all of them "
      "in one command; what belongs together is found by the name of the table inside.",
      "Sommige tabellen bestaan uit meer bestanden: de cijfers, en wat de codes betekenen. Geef ze "
      "samen in één opdracht op; wat bij elkaar hoort, wordt herkend aan de tabelnaam in het "
      "bestand."}},
    {"I0312",
     {"a packed file that cannot be unpacked", "een ingepakt bestand dat niet uit te pakken is"},
     {"The file is damaged, incomplete, or becomes far larger than any table of figures when "
      "unpacked. Download it again, or unpack it yourself and look what is in it.",
      "Het bestand is beschadigd of onvolledig, of wordt bij het uitpakken veel groter dan een "
      "tabel met cijfers kan zijn. Download het opnieuw, of pak het zelf uit en kijk wat erin "
      "zit."}},
    {"I0313",
     {"a column that is missing", "een kolom die ontbreekt"},
     {"Without this column or measure the figures cannot be told apart or not be dated. Download "
      "the table with all its columns, codes included.",
      "Zonder deze kolom of maatstaf zijn de cijfers niet van elkaar te onderscheiden of niet te "
      "dateren. Download de tabel met alle kolommen, ook die met de codes."}},
    {"I0401",
     {"a series that cannot be chosen", "een reeks die niet te kiezen is"},
     {"The files hold no series that fits --only, or several where --as names one. The message "
      "lists "
      "what is there; give words of its table, codes, base or frequency.",
      "In de bestanden staat geen reeks die bij --only past, of er zijn er meer terwijl --as er "
      "één "
      "noemt. De melding noemt wat er is; geef woorden uit de tabel, de codes, de basis of de "
      "frequentie."}},
    {"I0402",
     {"an id that a series cannot have", "een naam die een reeks niet kan hebben"},
     {"The file of a series is named after its id, so an id never leads out of the library's "
      "folder.",
      "Het bestand van een reeks heet naar de reeks. Een naam wijst daarom nooit naar een plek "
      "buiten "
      "de map van de bibliotheek."}},
    {"I0403",
     {"figures of another base or frequency", "cijfers van een andere basis of frequentie"},
     {"Figures on two bases never stand in one series: nothing would tell them apart. Import them "
      "under an id of their own; a contract joins two bases with `link`.",
      "Cijfers op twee bases staan nooit in één reeks: daarna zijn ze niet meer te onderscheiden. "
      "Importeer ze onder een eigen naam; een contract verbindt twee bases met `link`."}},
    {"I0404",
     {"a file that does not say what it holds", "een bestand dat niet zegt wat erin staat"},
     {"Lines of periods and figures name no publisher and no table. Say with --as which series "
      "they "
      "are.",
      "Regels met perioden en cijfers noemen geen uitgever en geen tabel. Zeg met --as welke reeks "
      "het is."}},
    {"I0405",
     {"a library file that cannot be written now",
      "een bibliotheekbestand dat nu niet te schrijven is"},
     {"Somebody changed the file since it was read, or it holds another series. It stays as it is.",
      "Iemand heeft het bestand gewijzigd nadat het is gelezen, of er staat een andere reeks in. "
      "Het "
      "blijft zoals het is."}},
    {"I0406",
     {"a library file that takes no further figures",
      "een bibliotheekbestand waar geen cijfers bij kunnen"},
     {"New figures are put behind their series as a table [[series.import]]. A series written in "
      "another way, inline, has no place for it.",
      "Nieuwe cijfers komen achter hun reeks te staan, als tabel [[series.import]]. Een reeks die "
      "anders is geschreven, tussen accolades, heeft daar geen plaats voor."}},
    {"I0501",
     {"a link with two coefficients", "een koppeling met twee coëfficiënten"},
     {"A coefficient is published in one direction; rounded, the other direction need not agree.",
      "Een coëfficiënt wordt in één richting gepubliceerd. Afgerond hoeft de andere richting niet "
      "te kloppen."}},
    {"I0502",
     {"decimals for a coefficient that is given", "decimalen voor een coëfficiënt die gegeven is"},
     {"A published coefficient keeps its decimals. Only one that is computed from two figures can "
      "be rounded.",
      "Een gepubliceerde coëfficiënt houdt zijn decimalen. Alleen een coëfficiënt die uit twee "
      "cijfers wordt berekend, kan worden afgerond."}},
    {"I0503",
     {"a series joined to itself", "een reeks die aan zichzelf wordt gekoppeld"},
     {"A link joins two bases, so two series.",
      "Een koppeling verbindt twee bases, dus twee reeksen."}},
    {"I0504",
     {"percentages that cannot be joined", "percentages die niet te koppelen zijn"},
     {"Only figures with a base, as 2015=100, can be moved to another base.",
      "Alleen cijfers met een basis, zoals 2015=100, kunnen naar een andere basis."}},
    {"I0505",
     {"two series without a common period", "twee reeksen zonder gemeenschappelijke periode"},
     {"A link needs a period that is definitive in both series, or a coefficient of the publisher. "
      "None is made up.",
      "Een koppeling heeft een periode nodig die in beide reeksen definitief is, of een "
      "coëfficiënt van de uitgever. Er wordt niets verzonnen."}},
}};

}  // namespace

std::span<const Code> index_codes() { return rows; }

}  // namespace pricetalk
