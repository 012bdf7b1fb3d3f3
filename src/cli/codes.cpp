#include "cli/codes.hpp"

#include <array>

namespace pricetalk {
namespace {

constexpr std::array<Code, 11> rows{{
    {"U0001",
     {"there is no such command", "deze opdracht bestaat niet"},
     {"`pricetalk --help` lists the commands.", "`pricetalk --help` noemt de opdrachten."}},
    {"U0002",
     {"the command has no such option", "de opdracht kent deze optie niet"},
     {"`pricetalk COMMAND --help` lists the options.",
      "`pricetalk OPDRACHT --help` noemt de opties."}},
    {"U0003",
     {"something that the command needs is not there", "er ontbreekt iets in de opdracht"},
     {"A file, an option or the value of an option was left out.",
      "Een bestand, een optie of de waarde van een optie is weggelaten."}},
    {"U0004",
     {"the option takes another kind of value", "de optie vraagt een ander soort waarde"},
     {"Dates are written as in the contract: year, month, day.",
      "Datums staan er zoals in het contract: jaar, maand, dag."}},
    {"U0005",
     {"more was given than the command takes", "er staat meer dan de opdracht aankan"},
     {"A word too many, or an option that was given twice.",
      "Een woord te veel, of een optie die tweemaal is gegeven."}},
    {"U0006",
     {"the contract has no such price line", "het contract heeft deze prijsregel niet"},
     {"A price line is named as in its heading, [price.NAME].",
      "Een prijsregel heet zoals in het kopje, [price.NAAM]."}},
    {"U0020",
     {"prices without their surcharges", "prijzen zonder hun toeslagen"},
     {"A warning: letter, proposal and talk show what is charged today, price and surcharges. "
      "Where "
      "a surcharge of today cannot be determined, they show the price alone.",
      "Een waarschuwing: brief, voorstel en gesprek tonen wat vandaag wordt gerekend, prijs en "
      "toeslagen. Waar een toeslag van vandaag niet te bepalen is, tonen ze alleen de prijs."}},
    {"U0021",
     {"the parts are not the price at the start", "de delen zijn bij het begin niet de prijs"},
     {"A warning: each part is rounded at the start, so that their sum may be a cent or so off "
      "unit_price. What is charged is the sum.",
      "Een waarschuwing: elk deel wordt bij het begin afgerond, dus de som kan een cent van "
      "unit_price afwijken. Wat gerekend wordt, is de som."}},
    {"U0022",
     {"an option about contracts one by one, and many were named",
      "een optie over contracten één voor één, terwijl er veel zijn genoemd"},
     {"Interest, claim window and drawing are made of contracts that are looked at closely: add "
      "--details with their number, or name one file.",
      "Rente, verjaring en tekening gaan over contracten die van dichtbij worden bekeken: zet er "
      "--details bij met hun aantal, of noem één bestand."}},
    {"U0023",
     {"more announced than the contract allows", "meer aangekondigd dan het contract toestaat"},
     {"A warning: no percentage that rounds to the announced one is allowed on any line of the "
      "clause. A later announcement of the same date replaces it.",
      "Een waarschuwing: geen percentage dat afgerond het aangekondigde geeft, is op een regel van "
      "de clausule toegestaan. Een latere aankondiging voor dezelfde dag vervangt haar."}},
    {"U0024",
     {"a latest figure compared with one of another part of the year",
      "een laatste cijfer vergeleken met dat van een ander deel van het jaar"},
     {"A warning: \"latest published\" is read on the day of each adjustment, and what was out by "
      "then need not be the same month or quarter each time. The price counts the difference as "
      "the "
      "change of one step; with `--explain` it shows what the same period gives.",
      "Een waarschuwing: \"latest published\" wordt op de dag van elke aanpassing gelezen, en wat "
      "er "
      "dan is, hoeft niet telkens dezelfde maand of hetzelfde kwartaal te zijn. De prijs telt het "
      "verschil als de verandering van één aanpassing; met `--explain` toont hij wat dezelfde "
      "periode geeft."}},
}};

}  // namespace

std::span<const Code> usage_codes() { return rows; }

}  // namespace pricetalk
