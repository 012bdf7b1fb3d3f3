#include "wording/phrases.hpp"

#include <algorithm>
#include <array>

namespace pricetalk {

namespace {

constexpr std::array phrases_in_order = {
    KnownPhrase{Says::first_day,
                "(?:voor (?:het|de) eerst(?:e (?:keer|maal))?|for the first time|first)"
                "(?: per| op| met ingang van| on| from| as of)? {DAY} {MONTH} (\\d{4})"},
    KnownPhrase{Says::first_day,
                "(?:voor (?:het|de) eerst(?:e (?:keer|maal))?|for the first time|first)"
                "(?: per| op| on| from| as of)? {MONTH} {DAY},? (\\d{4})()"},
    // An own risk before a maximum: "niet meer dan" is not "meer dan".
    KnownPhrase{
        Says::cap,
        "(?:tot (?:een )?)?(?:maximaal|ten hoogste|hoogstens|maximum|max\\.?|niet meer "
        "(?:bedragen |zijn )?dan|niet hoger (?:zijn )?dan|met een (?:maximum|plafond) van|een "
        "(?:maximum|plafond) "
        "van|begrensd (?:tot|op)|gemaximeerd op|afgetopt op|at most|not (?:to )?exceed(?:ing)?|"
        "capped at|a (?:maximum|cap) of|no more than|up to) {PCT}"
        "(?: (?:per|op) jaar(?:basis)?| per annum| per year| a year| in any year)?"},
    KnownPhrase{Says::cap, "(?:bedraagt |is )?(?:nooit|nimmer) (?:meer|hoger) dan {PCT}"},
    KnownPhrase{Says::cap, "{PCT} (?:maximaal|is het maximum|maximum)"},
    KnownPhrase{Says::more_than,
                "(?:meer (?:is |bedraagt )?dan|hoger (?:is |uitvalt )?dan|groter (?:is )?dan|more "
                "than|exceeds|"
                "in excess of) {PCT}(?: (?:bedraagt|is|stijgt|wijzigt|afwijkt))?"},
    KnownPhrase{Says::floor,
                "(?:minimaal|ten minste|tenminste|minstens|minimum|met een "
                "(?:minimum|bodem|ondergrens) van|een "
                "minimum van|at least|a (?:minimum|floor) of|not less than) {PCT}"
                "(?: (?:per|op) jaar(?:basis)?| per annum| per year| a year)?"},
    KnownPhrase{
        Says::never_down,
        "(?:(?:een )?(?:daling|verlaging|negatieve (?:wijziging|index(?:ering|atie)?|mutatie))[a-z "
        "]{0,40}"
        "(?:leidt niet tot|heeft geen|is uitgesloten|wordt niet|werkt niet)[a-z ]{0,40}"
        "|(?:kan|zal|zullen|kunnen|mag|mogen|wordt|worden) (?:nooit|nimmer|niet) (?:worden )?"
        "(?:verlaagd|lager|dalen|naar beneden)[a-z ]{0,40}"
        "|(?:nooit|nimmer|niet) lager (?:zijn |worden |wordt )?dan (?:de )?(?:laatst "
        ")?(?:geldende|huidige|vorige|laatste)[a-z ]{0,20}"
        "|upwards?[- ]only|(?:shall|will|may|can) (?:never|not) (?:be "
        "(?:reduced|lower|decreased)|decrease|fall)"
        "|no (?:decrease|reduction)s?)"},
    KnownPhrase{Says::margin_off, "(?:verminderd met|minus|min|-/-|-/- |less|–) {PCT}"},
    KnownPhrase{Says::margin_on, "(?:vermeerderd met|plus|\\+) {PCT}"},
    KnownPhrase{
        Says::share,
        "(?:voor )?{PCT} (?:van|of) (?:de|het|die|deze|the|any|that) (?:procentuele |percentage )?"
        "(?:stijging|wijziging|mutatie|verandering|verhoging|index(?:ering|cijfer|stijging)?|"
        "increase|change|rise)"},
    KnownPhrase{
        Says::notice,
        "(?:uiterlijk|ten minste|tenminste|minimaal|minstens|at least|not less than|no later "
        "than|met "
        "inachtneming van (?:een termijn van )?)? ?{COUNT} "
        "(weken|maanden|maand|dagen|weeks?|months?|days?)(?:'|’)? "
        "(?:vooraf(?:gaand)?|van tevoren|tevoren|voor(?:dat|afgaand aan)?|vóór|vóórdat|before|in "
        "advance|prior|(?:written )?notice)"
        "(?: (?:aan|aan de|de|the|to "
        "the|schriftelijk|written|notice|ingangsdatum|ingaat|adjustment|verhoging|"
        "effective|date|datum|aangekondigd|of|van|ingang|wijziging|aanpassing)\\b)*"},
    KnownPhrase{Says::forfeits,
                "(?:vervalt|verspeelt|lapses|is forfeited)[a-z "
                "]{0,40}(?:verhoging|indexering|aanpassing|recht|increase|right)?"},
    KnownPhrase{
        Says::base_months,
        "(?:gedeeld door|ten opzichte van|vergeleken met|divided by|compared with|over)"
        "[a-z, ]{0,70}? {COUNT} (?:kalender)?(?:maanden|months)(?:'|’)? "
        "(?:voor|vóór|voorafgaand aan|before|prior to|preceding)"
        "(?: (?:de|die|the|maand|kalendermaand|calendar|month|waarin|in "
        "which|huurprijs|prijs|aanpassing|wijziging|"
        "van|of|ingangsdatum|datum|plaatsvindt|wordt|aangepast|adjustment|takes|place|date)\\b)*"},
    KnownPhrase{
        Says::use_months,
        "{COUNT} (?:kalender)?(?:maanden|months)(?:'|’)? "
        "(?:voor|vóór|voorafgaand aan|before|prior to|preceding)"
        "(?: (?:de|die|the|maand|kalendermaand|calendar|month|waarin|in "
        "which|huurprijs|prijs|aanpassing|wijziging|"
        "van|of|ingangsdatum|datum|plaatsvindt|wordt|aangepast|adjustment|takes|place|date)\\b)*"},
    KnownPhrase{Says::use_month_before,
                "(?:de )?(?:maand|month) (?:voorafgaand aan|die voorafgaat "
                "aan|voor|vóór|before|preceding|prior to)"
                "(?: (?:de|die|the|maand|kalendermaand|month|waarin|in "
                "which|prijs|aanpassing|wijziging|van|of|ingangsdatum|"
                "datum|adjustment|date|indexering|ingang|verjaardag|anniversary)\\b)*"},
    KnownPhrase{
        Says::use_month_last_year,
        "(?:over |van |voor |of |for )?(?:de )?(?:maand )?{MONTH} (?:van |of )?(?:het |de |the )?"
        "(?:daaraan )?(?:voorafgaande|voorgaande|vorige|vorig|afgelopen|previous|preceding|prior) "
        "(?:kalender|calendar )?(?:jaar|year)"},
    KnownPhrase{Says::use_month_this_year,
                "(?:over |van |voor |of |for )?(?:de )?(?:maand )?{MONTH} (?:van |of )?(?:het|the) "
                "(?:zelfde|lopende|same|current) (?:kalender|calendar )?(?:jaar|year)"},
    KnownPhrase{
        Says::use_average,
        "(?:(?:het )?(?:jaar)?gemiddelde(?: cijfer)?(?: van| over)?|jaarmutatie(?: van| over)?|the "
        "average(?: of| for)?) "
        "(?:het |the )?(?:voorafgaande|voorgaande|vorige|vorig|afgelopen|previous|preceding) "
        "(?:kalender|calendar )?(?:jaar|year)"},
    KnownPhrase{Says::base_year_earlier,
                "(?:ten opzichte van|vergeleken met|gedeeld door|compared with|compared "
                "to|over|and)?[a-z ]{0,20}?"
                "(?:dezelfde maand (?:van (?:het )?(?:voorafgaande|voorgaande|vorige) jaar|(?:van "
                ")?een jaar eerder|"
                "(?:van )?het jaar (?:ervoor|daarvoor|eerder))|een jaar eerder|een jaar "
                "daarvoor|twaalf maanden eerder|12 maanden eerder|"
                "the same month (?:of|in) the (?:previous|preceding) year|a year earlier|twelve "
                "months earlier|"
                "12 months earlier)"},
    KnownPhrase{Says::base_at_start,
                "(?:ten opzichte van|vergeleken met|gedeeld door|compared with)[a-z ]{0,40}"
                "(?:bij aanvang van (?:de overeenkomst|het contract)|at the start of the "
                "(?:contract|agreement))"},
    KnownPhrase{Says::base_year, "\\(? ?(?:reeks |basis(?:jaar)? )?(\\d{4}) ?= ?100 ?\\)?"},
    KnownPhrase{
        Says::day,
        "(?:per|op|met ingang van|on|as of|with effect from|from) (?:elke |iedere |each |every "
        ")?{DAY}(?:st|nd|rd|th)? "
        "(?:of )?{MONTH}(?: van (?:elk|ieder|het) jaar| of (?:each|every) year)?(?! ?\\d{4})"},
    KnownPhrase{Says::day,
                "(?:on|as of|with effect from|from|each|every) {MONTH} {DAY}(?:st|nd|rd|th)?"
                "(?: of (?:each|every) year)?()(?!,? ?\\d{4})"},
    KnownPhrase{Says::use_month,
                "(?:over|van|voor|of|for|in) (?:de )?(?:maand |month of )?{MONTH}(?! ?\\d)"},
    KnownPhrase{Says::every_years,
                "(?:om de|elke|iedere|every|once every) {COUNT} (?:jaar|jaren|years)"},
    KnownPhrase{Says::every_month, "maandelijks|elke maand|iedere maand|monthly|every month"},
    KnownPhrase{Says::every_quarter, "per kwartaal|elk kwartaal|quarterly|every quarter"},
    KnownPhrase{
        Says::every_year,
        "jaarlijkse?|(?:elk|ieder) (?:kalender)?jaar|(?:een|één|eens|eenmaal|1) ?(?:keer|maal|x)? "
        "?per "
        "(?:kalender)?jaar|annual(?:ly)?|yearly|(?:each|every) year|once (?:a|per) year|per annum"},
    KnownPhrase{Says::anniversary,
                "(?:op )?(?:de )?(?:verjaardag|jaardatum)(?: van (?:de overeenkomst|het "
                "contract))?|(?:on )?(?:each |the )?"
                "anniversary(?: of the (?:contract|agreement|commencement date))?"},
    KnownPhrase{Says::cents,
                "afgerond op (?:hele )?(?:centen|eurocenten|twee decimalen)|rounded to (?:the "
                "nearest cent|two "
                "decimals|two decimal places|2 decimal places)"},
    KnownPhrase{Says::on_first_price,
                "(?:op|over|van|on|of) (?:de |het |the "
                ")?(?:oorspronkelijke|aanvankelijke|aanvangs|original|initial) ?"
                "(?:prijs|prijzen|tarief|tarieven|price|prices|rates?)"},
    KnownPhrase{Says::on_price_in_force,
                "(?:op|over|van|on|of) (?:de |het |the )?(?:laatst "
                "?)?(?:laatstgeldende|geldende|current|then current|"
                "prevailing) (?:prijs|prijzen|tarief|tarieven|price|prices|rates?)"},
    KnownPhrase{Says::fixed,
                "(?:met|by|vast(?:e)? (?:percentage |verhoging )?(?:van|met)|a fixed "
                "(?:rate|percentage) of|a fixed) {PCT}"
                "(?: per jaar| per annum| a year| per year)?"},
    KnownPhrase{Says::fixed, "{PCT} (?:per jaar|per annum|a year|per year|vast)"},
};

constexpr std::array indices_in_order = {
    KnownIndex{
        "cpi[- ]?afgeleid|afgeleide? "
        "(?:consumentenprijsindex|cpi)|consumentenprijsindex(?:cijfer)? \\(?cpi\\)? afgeleid",
        "", "C", "cpi", "cbs/cpi/afgeleid"},
    KnownIndex{"(?:consumentenprijsindex(?:cijfer)?|cpi)(?: ?\\(cpi\\))?,?(?: reeks)?(?: cpi)?[ "
               ",-]*alle (?:huishoudens|bestedingen)",
               "", "C", "cpi", "cbs/cpi/alle-bestedingen"},
    KnownIndex{"(?:dienstenprijsindex|dpi)(?: ?\\(dpi\\))?(?: commerciële dienstverlening)?", "",
               "D", "dpi", "cbs/dpi/totaal", true},
    KnownIndex{
        "cao[- ]?lonen(?: per uur)?|index(?:cijfer)?(?:s)? (?:van de )?cao-?lonen|cao-loonindex",
        "", "L", "lonen", "cbs/lonen/cao-uur"},
    KnownIndex{"contractuele loonkosten(?: per uur)?", "", "L", "lonen",
               "cbs/lonen/contractuele-loonkosten-uur"},
    KnownIndex{"producentenprijsindex(?: ?\\(ppi\\))?|ppi", "", "M", "ppi", "cbs/ppi/afzet", true},
    KnownIndex{"afgevlakte gezondheidsindex", "", "G", "gezondheidsindex",
               "statbel/afgevlakte-gezondheidsindex"},
    KnownIndex{"gezondheidsindex(?:cijfer)?|gezondheidsindexcijfer", "", "G", "gezondheidsindex",
               "statbel/gezondheidsindex"},
    KnownIndex{"retail prices? index(?: ?\\(rpi\\))?|rpi", "", "R", "rpi", "ons/rpi-chaw"},
    KnownIndex{"verbraucherpreisindex(?: ?\\(vpi\\))?", "", "V", "vpi", "destatis/vpi"},
    KnownIndex{"consumentenprijsindex(?:cijfer(?:s)?)?(?: ?\\(cpi\\))?|cpi", "NL", "C", "cpi",
               "cbs/cpi/alle-bestedingen", true},
    KnownIndex{"(?:consumptieprijsindex|consumentenprijsindex)(?:cijfer(?:s)?)?(?: "
               "?\\(cpi\\))?|cpi|index van de consumptieprijzen",
               "BE", "C", "cpi", "statbel/cpi"},
    KnownIndex{"consumer prices? index(?: ?\\(cpi\\))?|cpi", "GB", "C", "cpi", "ons/cpi-d7bt"},
    KnownIndex{"consumer prices? index(?: ?\\(cpi\\))?|cpi(?:-u)?", "US", "C", "cpi", "bls/cpi-u",
               true},
    KnownIndex{"consumer prices? index(?: ?\\(cpi\\))?", "NL", "C", "cpi",
               "cbs/cpi/alle-bestedingen", true},
};

constexpr auto fillers = std::to_array<std::string_view>({
    "a",
    "aan",
    "aangepast",
    "aanpassing",
    "aanpassen",
    "adjusted",
    "adjustment",
    "af",
    "agreement",
    "al",
    "alle",
    "all",
    "als",
    "an",
    "and",
    "are",
    "as",
    "at",
    "basis",
    "be",
    "bedraagt",
    "bedrag",
    "bedragen",
    "berekend",
    "by",
    "bureau",
    "cbs",
    "centraal",
    "charges",
    "cijfer",
    "cijfers",
    "conform",
    "contract",
    "contractant",
    "contractor",
    "contractprijs",
    "contractprijzen",
    "customer",
    "dan",
    "dat",
    "datum",
    "de",
    "deze",
    "die",
    "dienst",
    "dienstverlener",
    "dienstverlening",
    "diensten",
    "door",
    "each",
    "een",
    "één",
    "en",
    "fee",
    "fees",
    "for",
    "gebaseerd",
    "gelijk",
    "geldt",
    "gelden",
    "gepubliceerd",
    "gepubliceerde",
    "geïndexeerd",
    "geindexeerd",
    "gewijzigd",
    "haar",
    "hebben",
    "heeft",
    "het",
    "hun",
    "huur",
    "huurprijs",
    "in",
    "increase",
    "increased",
    "index",
    "indexation",
    "indexatie",
    "indexcijfer",
    "indexed",
    "indexering",
    "indexeren",
    "ingang",
    "is",
    "it",
    "its",
    "jaar",
    "klant",
    "laatst",
    "leverancier",
    "maand",
    "maandprijsindexcijfer",
    "maandprijsindexcijfers",
    "mag",
    "met",
    "middels",
    "month",
    "mutatie",
    "naar",
    "of",
    "on",
    "ontwikkeling",
    "op",
    "opdrachtgever",
    "opdrachtnemer",
    "over",
    "overeenkomst",
    "percentage",
    "price",
    "prices",
    "prijs",
    "prijsaanpassing",
    "prijzen",
    "procentuele",
    "published",
    "publiceert",
    "provider",
    "rate",
    "rates",
    "reeks",
    "rent",
    "series",
    "services",
    "shall",
    "statistics",
    "statistiek",
    "stijging",
    "supplier",
    "tarief",
    "tarieven",
    "te",
    "ten",
    "the",
    "their",
    "they",
    "to",
    "toe",
    "uit",
    "uurtarief",
    "uurtarieven",
    "van",
    "vastgesteld",
    "verhoogd",
    "verhoging",
    "verhogen",
    "vergoeding",
    "vergoedingen",
    "vermeld",
    "volgens",
    "voor",
    "waarbij",
    "waarmee",
    "waarvan",
    "was",
    "welke",
    "which",
    "wijziging",
    "will",
    "with",
    "wordt",
    "worden",
    "zal",
    "zijn",
    "zoals",
    "zullen",
    "vindt",
    "plaats",
    "stijgt",
    "stijgen",
    "schriftelijk",
    "doorberekend",
    "zover",
    "plaatsvinden",
    "calculated",
    "rise",
    "rises",
    "opgenomen",
    "genoemde",
    "genoemd",
    "bij",
    "consumer",
    "overeengekomen",
    "agreed",
    "change",
});

}  // namespace

std::span<const KnownPhrase> known_phrases() { return phrases_in_order; }
std::span<const KnownIndex> known_indices() { return indices_in_order; }
bool is_filler(std::string_view word) {
  return std::find(fillers.begin(), fillers.end(), word) != fillers.end();
}

}  // namespace pricetalk
