#include "contract/codes.hpp"

#include <array>

namespace pricetalk {
namespace {

constexpr std::array<Code, 61> rows{{
    {"C0101",
     {"not a period rule", "geen periode-aanduiding"},
     {"A clause names the period of a figure in one of a few fixed English phrases: \"july of "
      "previous year\", \"3 months before\", \"average of previous year\", \"2019-07\". A month "
      "that nobody named is not guessed.",
      "Een clausule noemt de periode van een cijfer met een van enkele vaste Engelse woordgroepen: "
      "\"july of previous year\", \"3 months before\", \"average of previous year\", \"2019-07\". "
      "Een maand die niemand noemt, wordt niet geraden."}},
    {"C0105",
     {"bands of a pass-through that do not rise", "schijven die niet oplopen"},
     {"A list of pass_through goes from small changes to large ones: each band ends at its up_to, "
      "and the last one has none, so that every change falls into one.",
      "Een lijst bij pass_through gaat van kleine naar grote veranderingen: elke schijf eindigt "
      "bij "
      "haar up_to, en de laatste heeft er geen, zodat elke verandering in een schijf valt."}},
    {"C0106",
     {"a threshold below zero", "een drempel onder nul"},
     {"A threshold is the size of a change, whether up or down, so it is zero or more.",
      "Een drempel is de grootte van een verandering, omhoog of omlaag. Hij is dus nul of meer."}},
    {"C0107",
     {"a quantity below zero", "een hoeveelheid onder nul"},
     {"The contract says how much is bought. Credits and returned goods stand in the invoices.",
      "Het contract zegt hoeveel er wordt afgenomen. Creditnota's en retouren staan in de "
      "facturen."}},
    {"C0108",
     {"a list of quantities that is not twelve months",
      "een lijst hoeveelheden die geen twaalf "
      "maanden beslaat"},
     {"A list gives each month its own quantity, January first, and only per_month can have one.",
      "Een lijst geeft elke maand een eigen hoeveelheid, januari eerst; alleen per_month kan er "
      "een "
      "hebben."}},
    {"C0109",
     {"a quantity that is not for one period", "een hoeveelheid zonder eenduidige periode"},
     {"A quantity is bought per month, per quarter, per year, or once: exactly one of the four. "
      "What changes in time is a list of them, each with its day `from`.",
      "Een hoeveelheid geldt per maand, per kwartaal, per jaar of eenmalig: precies één van de "
      "vier. Wat in de tijd verandert, is een lijst, elk met de dag `from`."}},
    {"C0201",
     {"a clause without a formula", "een clausule zonder formule"},
     {"With exactly one index X the formula is X/X0. With none or several, only the contract can "
      "say how the price moves.",
      "Bij precies één index X is de formule X/X0. Is er geen of zijn er meer, dan kan alleen het "
      "contract zeggen hoe de prijs beweegt."}},
    {"C0202",
     {"a threshold without a limit, or with two", "een drempel zonder grens, of met twee"},
     {"more_than: the change must be larger; at_least: it may also be equal. Exactly one of both.",
      "more_than: de verandering moet groter zijn; at_least: zij mag ook gelijk zijn. Precies één "
      "van beide."}},
    {"C0203",
     {"a threshold on an index that the clause does not read",
      "een drempel op een index die de "
      "clausule niet leest"},
     {"The threshold names one of the clause's own indices, by the name in its heading.",
      "De drempel noemt een index van de clausule zelf, met de naam uit het kopje."}},
    {"C0204",
     {"points of an unnamed index", "punten van een niet genoemde index"},
     {"With several indices in the clause, a threshold in points says whose points are counted.",
      "Heeft de clausule meer indexen, dan zegt een drempel in punten van welke index de punten "
      "tellen."}},
    {"C0205",
     {"a change that is not rounded in percent",
      "een verandering die niet in procenten wordt "
      "afgerond"},
     {"A change is a percentage, so its rounding is a step in percent: { to = \"0.1%\" }. Two "
      "decimals could mean two of the percentage or two of the fraction.",
      "Een verandering is een percentage, dus de afronding is een stap in procenten: { to = "
      "\"0.1%\" }. Twee decimalen kunnen die van het percentage of die van de breuk zijn."}},
    {"C0206",
     {"a coefficient with decimals as written", "een coëfficiënt met geschreven decimalen"},
     {"A coefficient is computed and stands nowhere in the contract; only a price has decimals as "
      "written.",
      "Een coëfficiënt wordt berekend en staat nergens in het contract; alleen een prijs heeft "
      "geschreven decimalen."}},
    {"C0207",
     {"a name that an index cannot have", "een naam die een index niet kan hebben"},
     {"In a formula L is the new figure and L0 the reference, so a name does not end in 0; nor can "
      "it be a word that formulas have already, such as P or max.",
      "In een formule is L het nieuwe cijfer en L0 de referentie. Een naam eindigt dus niet op 0, "
      "en is ook geen woord dat formules al hebben, zoals P of max."}},
    {"C0208",
     {"a new figure that looks back", "een nieuw cijfer dat terugkijkt"},
     {"`use` says where the new figure stands. Only the reference (`base`, `first_base`) can look "
      "back at an earlier step or be a number.",
      "`use` zegt waar het nieuwe cijfer staat. Alleen de referentie (`base`, `first_base`) kan "
      "terugkijken naar een eerdere aanpassing of een getal zijn."}},
    {"C0209",
     {"a link that links nothing", "een koppeling die niets koppelt"},
     {"To go from one base year to another, either both series are compared in one period (`at`), "
      "or the publisher's coefficient is used.",
      "Om van het ene basisjaar naar het andere te gaan, worden beide reeksen in één periode "
      "vergeleken (`at`), of geldt de coëfficiënt van de uitgever."}},
    {"C0210",
     {"a link with two coefficients", "een koppeling met twee coëfficiënten"},
     {"coefficient and coefficient_to_next say the same thing in two directions; rounded, they "
      "need not agree. Keep the one that was published.",
      "coefficient en coefficient_to_next zeggen hetzelfde in twee richtingen; afgerond hoeven ze "
      "niet gelijk te zijn. Houd de gepubliceerde."}},
    {"C0211",
     {"a band with two beginnings", "een klasse met twee ondergrenzen"},
     {"A band begins at a number that belongs to it (from) or does not (over).",
      "Een klasse begint bij een getal dat erbij hoort (from) of niet (over)."}},
    {"C0212",
     {"no dates of adjustment, or two kinds of them", "geen aanpassingsdata, of op twee manieren"},
     {"A clause runs at an interval (every), on stated days (dates), or once at delivery (at).",
      "Een clausule werkt met een vaste tussentijd (every), op genoemde dagen (dates) of eenmaal "
      "bij levering (at)."}},
    {"C0213",
     {"an interval of nothing", "een interval van niets"},
     {"The time between two adjustments is at least one day.",
      "Tussen twee aanpassingen ligt ten minste één dag."}},
    {"C0214",
     {"decimals as written where none were written",
      "geschreven decimalen waar niets staat geschreven"},
     {"Only a price stands in the contract with its decimals. A figure, a link or a limit is "
      "computed, "
      "so its rounding names the number of decimals.",
      "Alleen een prijs staat met decimalen in het contract. Een cijfer, een koppeling of een "
      "grens "
      "wordt berekend; de afronding noemt dan het aantal decimalen."}},
    {"C0215",
     {"a reference that is no whole period earlier",
      "een referentie die geen hele periode eerder ligt"},
     {"A yearly figure is 12 or 24 months older than another one, never 6. Moved by less than a "
      "period, the reference would be the new figure itself, and the price would never move.",
      "Een jaarcijfer is 12 of 24 maanden ouder dan een ander jaarcijfer, nooit 6. Met minder dan "
      "een "
      "periode zou de referentie het nieuwe cijfer zelf zijn, en veranderde de prijs nooit."}},
    {"C0221",
     {"a clause that gives prices and surcharges", "een clausule die prijzen en toeslagen geeft"},
     {"A clause moves the price of a line, or gives an amount that is added to it; a line names "
      "the "
      "two kinds in two places. Dated terms cannot turn one into the other.",
      "Een clausule verandert de prijs van een regel, of geeft een bedrag dat erbij komt; een "
      "regel "
      "noemt die twee soorten op twee plaatsen. Gedateerde voorwaarden maken van de ene soort niet "
      "de andere."}},
    {"C0222",
     {"own risk without a surcharge", "eigen risico zonder toeslag"},
     {"`retention` is the part of the surcharges to date that the supplier bears. A share of a "
      "price change is pass_through.",
      "`retention` is het deel van de toeslagen tot nu toe dat de leverancier zelf draagt. Een "
      "deel van een prijsverandering is pass_through."}},
    {"C0223",
     {"half of a smallest own risk", "een half kleinste eigen risico"},
     {"The smallest own risk is a share (minimum) of a sum of money (contract_sum); both are "
      "written, or neither.",
      "Het kleinste eigen risico is een deel (minimum) van een bedrag (contract_sum); beide staan "
      "er, of geen van beide."}},
    {"C0224",
     {"own risk of less than nothing or more than all",
      "een eigen risico van minder dan niets of meer dan alles"},
     {"It is the part that is not paid, so it lies between 0% and 100%.",
      "Het is het deel dat niet wordt betaald, en ligt dus tussen 0% en 100%."}},
    {"C0225",
     {"a key that does nothing on a surcharge", "een sleutel die bij een toeslag niets doet"},
     {"A surcharge is its formula, rounded by rounding.surcharge, and remembers nothing: "
      "threshold, "
      "pass_through, limits, notice and the other roundings work on prices. A warning: nothing is "
      "computed with the key.",
      "Een toeslag is de uitkomst van de formule, afgerond met rounding.surcharge, en onthoudt "
      "niets: threshold, pass_through, limits, notice en de andere afrondingen werken op prijzen. "
      "Een waarschuwing: met de sleutel wordt niets gerekend."}},
    {"C0231",
     {"money rounded to a percentage", "geld afgerond op een percentage"},
     {"A step in percent rounds a change. A price or an amount that is added is money: it is "
      "rounded "
      "to decimals or to a step such as 0.05.",
      "Een stap in procenten rondt een verandering af. Een prijs of een bedrag dat erbij komt, is "
      "geld: dat wordt afgerond op decimalen of op een stap zoals 0.05."}},
    {"C0236",
     {"a limit per year over a time of no whole years",
      "een grens per jaar over een tijd van geen hele jaren"},
     {"A limit per year holds once for each whole year of `every`, and once at each of `dates`; "
      "the "
      "months on top give no room. A warning: it may be what the contract means.",
      "Een grens per jaar geldt één keer voor elk heel jaar van `every`, en één keer op elk van "
      "`dates`; de maanden daarboven geven geen ruimte. Een waarschuwing: misschien is het zo "
      "bedoeld."}},
    {"C0301",
     {"a contract without price lines", "een contract zonder prijsregels"},
     {"There is nothing to compute: a contract has at least one table [price.NAME].",
      "Er valt niets te berekenen: een contract heeft ten minste één tabel [price.NAAM]."}},
    {"C0302",
     {"the contract ends before it starts", "het contract eindigt voordat het begint"},
     {"`end` is the last day of the contract, so it is not before `start`.",
      "`end` is de laatste dag van het contract en ligt dus niet vóór `start`."}},
    {"C0303",
     {"a price line ends before it starts", "een prijsregel eindigt voordat hij begint"},
     {"A line runs from `from` to `until`; where one is not written, the contract's own day holds.",
      "Een regel loopt van `from` tot en met `until`; staat een van beide er niet, dan geldt de "
      "dag "
      "van het contract."}},
    {"C0304",
     {"a price and tiers on one line", "een prijs en staffels op één regel"},
     {"A line has one price, or tiers with a price each. Both together leave open which one holds.",
      "Een regel heeft één prijs, of staffels met elk een prijs. Met allebei is niet duidelijk "
      "welke geldt."}},
    {"C0305",
     {"a line without a price", "een regel zonder prijs"},
     {"The original price is what every later price is computed from: unit_price, or tiers.",
      "Uit de oorspronkelijke prijs volgt elke latere prijs: unit_price, of tiers."}},
    {"C0306",
     {"a price below zero", "een prijs onder nul"},
     {"A price is zero or more. A reduction is a discount, an innovation or a decision.",
      "Een prijs is nul of meer. Een verlaging is een korting, een innovatie of een besluit."}},
    {"C0307",
     {"tiers that do not rise", "staffels die niet oplopen"},
     {"Tiers go from small quantities to large ones: each ends at its up_to, and the last one has "
      "none, so that every quantity falls into one.",
      "Staffels gaan van kleine naar grote hoeveelheden: elke eindigt bij haar up_to, en de "
      "laatste "
      "heeft er geen, zodat elke hoeveelheid in een staffel valt."}},
    {"C0308",
     {"a price without a date", "een prijs zonder datum"},
     {"Nobody can tell the price of the start from the price of today, and increases are computed "
      "on top of it: a price of today that is taken for the price of the start is increased twice. "
      "Where the figures allow it, the message shows what both readings cost.",
      "Niemand kan zien of dit de prijs van het begin is of die van nu, en verhogingen komen er "
      "bovenop: een huidige prijs die voor de beginprijs wordt gehouden, wordt twee keer verhoogd. "
      "Waar de cijfers het toelaten, toont de melding wat beide lezingen kosten."}},
    {"C0309",
     {"no such clause", "deze clausule is er niet"},
     {"A price line, decision or announcement names a clause by the name in its heading, "
      "[clause.NAME].",
      "Een prijsregel, besluit of aankondiging noemt een clausule met de naam uit het kopje, "
      "[clause.NAAM]."}},
    {"C0310",
     {"no such price line", "deze prijsregel is er niet"},
     {"A price line is referred to by the name in its heading, [price.NAME].",
      "Naar een prijsregel wordt verwezen met de naam uit het kopje, [price.NAAM]."}},
    {"C0311",
     {"a clause that moves no price", "een clausule die geen prijs verandert"},
     {"No price line names this clause, so it does nothing. Was a fixed price agreed? A line "
      "without a clause has one.",
      "Geen prijsregel noemt deze clausule, dus zij doet niets. Is een vaste prijs afgesproken? "
      "Een regel zonder clausule heeft die."}},
    {"C0312",
     {"a decision with a key too few or too many",
      "een besluit met een sleutel te weinig of te "
      "veel"},
     {"reduced needs the `change` that is made, deferred the day `to`, agreed-price the new "
      "`unit_price`; waived needs none of them.",
      "reduced heeft de verandering (`change`) nodig, deferred de nieuwe dag (`to`), agreed-price "
      "de nieuwe prijs (`unit_price`); waived geen van drieën."}},
    {"C0313",
     {"a step that is deferred to an earlier day",
      "een aanpassing die naar een eerdere dag wordt "
      "uitgesteld"},
     {"`to` is the day on which the step of `date` is made instead, so it comes later.",
      "`to` is de dag waarop de aanpassing van `date` alsnog ingaat, en ligt dus later."}},
    {"C0314",
     {"cost shares above 100%", "kostendelen boven 100%"},
     {"The shares of one price line are parts of its price. What is missing up to 100% counts as "
      "fixed cost; more than 100% cannot be.",
      "De delen van één prijsregel zijn delen van de prijs. Wat aan 100% ontbreekt, telt als "
      "vaste "
      "kosten; meer dan 100% kan niet."}},
    {"C0315",
     {"a price level in the wrong order", "een prijspeil in de verkeerde volgorde"},
     {"What the market pays is a band: low is at most normal, and normal at most high.",
      "Wat de markt betaalt, is een bandbreedte: low is hoogstens normal, en normal hoogstens "
      "high."}},
    {"C0316",
     {"no such contact", "deze contactpersoon is er niet"},
     {"speaks_with, sender and receiver are names of people in [[contact]], written alike.",
      "speaks_with, sender en receiver zijn namen van mensen bij [[contact]], op dezelfde manier "
      "geschreven."}},
    {"C0321",
     {"a clause in the wrong list", "een clausule in de verkeerde lijst"},
     {"`clause` names what moves the price, `surcharges` what is added to it per unit. A clause is "
      "a surcharge when the last line of its formula begins with surcharge =.",
      "`clause` noemt wat de prijs verandert, `surcharges` wat er per eenheid bij komt. Een "
      "clausule is een toeslag als de laatste regel van de formule begint met surcharge =."}},
    {"C0322",
     {"a decision on a day on which nothing is adjusted",
      "een besluit op een dag waarop niets wordt aangepast"},
     {"To waive, reduce or defer is said of an adjustment, so the decision has the date of one. A "
      "price that both sides agreed on (agreed-price) may begin on any day.",
      "Kwijtschelden, verlagen en uitstellen gaat over een aanpassing; het besluit heeft dus de "
      "datum van een aanpassing. Een prijs die beide partijen afspreken (agreed-price), mag op "
      "elke "
      "dag ingaan."}},
    {"C0401",
     {"a shared clauses file that cannot be read here",
      "een bestand met gedeelde clausules dat hier niet te lezen is"},
     {"clauses_from names other files. Where only this one text is at hand, they cannot be read.",
      "clauses_from noemt andere bestanden. Waar alleen deze ene tekst is, zijn die niet te "
      "lezen."}},
    {"C0402",
     {"a clause in two files", "een clausule in twee bestanden"},
     {"A name stands for one clause. Of a shared clause and one of the contract's own with the "
      "same "
      "name nobody can tell which was meant.",
      "Een naam hoort bij één clausule. Heten een gedeelde clausule en een eigen clausule van het "
      "contract gelijk, dan is niet duidelijk welke bedoeld is."}},
    {"C0403",
     {"a clause that is like a clause that is like another",
      "een clausule die verwijst naar een clausule die zelf verwijst"},
     {"`like` takes all keys of another clause. That clause states all its keys itself, so that a "
      "reader opens at most two places.",
      "`like` neemt alle sleutels van een andere clausule over. Die clausule noemt zelf al haar "
      "sleutels, zodat een lezer op hoogstens twee plaatsen hoeft te kijken."}},
    {"C0411",
     {"parts that are not the whole price", "delen die samen niet de hele prijs zijn"},
     {"The parts of a price are shares of it, each above zero, and together 100%. What does not "
      "move is a part without a clause.",
      "De delen van een prijs zijn aandelen daarin, elk meer dan nul en samen 100%. Wat niet "
      "verandert, is een deel zonder clausule."}},
    {"C0412",
     {"clauses beside parts", "clausules naast delen"},
     {"Each part is moved by its own clause. A clause for the whole line would move the parts a "
      "second time.",
      "Elk deel verandert met zijn eigen clausule. Een clausule voor de hele regel zou de delen "
      "nog een keer veranderen."}},
    {"C0413",
     {"two parts with one name", "twee delen met één naam"},
     {"The name of a part tells it apart on the invoice and in worked examples.",
      "Aan de naam is een deel te herkennen, op de factuur en in rekenvoorbeelden."}},
    {"C0414",
     {"a currency without a rate", "een munt zonder koers"},
     {"A part that is paid in another currency states it and the rate: units of it for one unit of "
      "the contract's currency. The rate stays the same; one that moves is an index in the "
      "formula.",
      "Een deel dat in een andere munt wordt betaald, noemt die munt en de koers: hoeveel ervan in "
      "één eenheid van de contractmunt gaan. De koers blijft gelijk; een koers die verandert, is "
      "een index in de formule."}},
    {"C0415",
     {"an agreed price for a line with parts", "een afgesproken prijs voor een regel met delen"},
     {"A price that was agreed for the whole line does not say what each part costs from then on.",
      "Een prijs die voor de hele regel is afgesproken, zegt niet wat elk deel daarna kost."}},
    {"F0101",
     {"a formula that cannot be read", "een formule die niet te lezen is"},
     {"A formula has numbers with a decimal point, names, + - * / ^, brackets, and the functions "
      "min, max, average, abs and round. Nothing is left out, so a multiplication has its *.",
      "Een formule heeft getallen met een decimale punt, namen, + - * / ^, haakjes en de functies "
      "min, max, average, abs en round. Er wordt niets weggelaten: bij vermenigvuldigen hoort *."}},
    {"F0102",
     {"a formula without a result", "een formule zonder uitkomst"},
     {"The last line is the result: a price (P =), a coefficient (coefficient =, or nothing) or a "
      "change (change =).",
      "De laatste regel is de uitkomst: een prijs (P =), een coëfficiënt (coefficient =, of niets) "
      "of een verandering (change =)."}},
    {"F0103",
     {"a line without a name", "een regel zonder naam"},
     {"Lines before the last are steps on the way, and later lines use them by their names.",
      "Regels vóór de laatste zijn tussenstappen; latere regels gebruiken ze bij hun naam."}},
    {"F0104",
     {"an unknown name in a formula", "een onbekende naam in een formule"},
     {"A formula knows the indices of its clause (L, and L0 for the reference), its constants, its "
      "own earlier lines, its tables, and P0. Capital and small letters differ.",
      "Een formule kent de indexen van haar clausule (L, en L0 voor de referentie), haar "
      "constanten, haar eigen eerdere regels, haar tabellen en P0. Hoofdletters en kleine letters "
      "verschillen."}},
    {"F0105",
     {"an index that the formula does not use", "een index die de formule niet gebruikt"},
     {"Either the formula lacks a part, or the index is not in the clause after all. Nothing is "
      "ignored in silence.",
      "Of er ontbreekt een deel van de formule, of de index hoort niet bij de clausule. Er wordt "
      "niets stilzwijgend genegeerd."}},
    {"F0106",
     {"a constant that the formula does not use", "een constante die de formule niet gebruikt"},
     {"Either the formula lacks a part, or the constant is left over from an earlier text.",
      "Of er ontbreekt een deel van de formule, of de constante is een overblijfsel van een "
      "eerdere "
      "tekst."}},
    {"F0107",
     {"weights that do not add up to 1", "gewichten die samen geen 1 zijn"},
     {"In a price formula the fixed part and the weights add up to 1, so that the price stays as "
      "it is when no figure moves. A warning: some contracts do it on purpose.",
      "In een prijsformule zijn het vaste deel en de gewichten samen 1, zodat de prijs gelijk "
      "blijft als geen enkel cijfer verandert. Een waarschuwing: sommige contracten doen het met "
      "opzet."}},
}};

}  // namespace

std::span<const Code> contract_codes() { return rows; }

}  // namespace pricetalk
