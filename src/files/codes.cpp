#include "files/codes.hpp"

#include <array>

namespace pricetalk {
namespace {

constexpr std::array<Code, 8> rows{{
    {"O0001",
     {"there is no such file or folder", "dit bestand of deze map bestaat niet"},
     {"The path was looked for from the folder in which the program was started, or, when a "
      "file names it, from the folder of that file.",
      "Het pad is gezocht vanuit de map waarin het programma is gestart, of, als een bestand "
      "het noemt, vanuit de map van dat bestand."}},
    {"O0002",
     {"a folder stands where a file is needed", "op deze plek hoort een bestand, geen map"},
     {"Name one of the files in it.", "Noem een van de bestanden in de map."}},
    {"O0003",
     {"a file stands where a folder is needed", "op deze plek hoort een map, geen bestand"},
     {"Name the folder that holds the file, or another name for the output.",
      "Noem de map waarin het bestand staat, of een andere naam voor de uitvoer."}},
    {"O0004",
     {"the file or folder cannot be read", "het bestand of de map is niet te lezen"},
     {"The operating system refused; its reason is in the message.",
      "Het besturingssysteem weigert; de reden staat in de melding."}},
    {"O0005",
     {"the file is too large to be read", "het bestand is te groot om te lezen"},
     {"Contracts, figures and invoices are small; a file of 50 MB or more is almost always "
      "another file than was meant.",
      "Contracten, cijfers en facturen zijn klein; een bestand van 50 MB of meer is bijna "
      "altijd een ander bestand dan bedoeld."}},
    {"O0006",
     {"the output cannot be written", "de uitvoer is niet te schrijven"},
     {"Nothing was left half-written: what stood there before still stands there.",
      "Er is niets half geschreven achtergelaten: wat er stond, staat er nog."}},
    {"O0007",
     {"the output folder holds files that the program did not write",
      "in de uitvoermap staan bestanden die het programma niet heeft geschreven"},
     {"A folder is replaced as a whole, so files that were added or changed by hand would be "
      "lost. Move them, or give another folder.",
      "Een map wordt in haar geheel vervangen; wat met de hand is toegevoegd of gewijzigd zou "
      "verloren gaan. Verplaats die bestanden of noem een andere map."}},
    {"O0008",
     {"the output folder belongs to another contract or customer",
      "de uitvoermap is van een ander contract of een andere klant"},
     {"A talk folder says of which contract and customer it is, and only their next talk replaces "
      "it. Without --out each contract has a folder of its own: talk/ and its id.",
      "Een gespreksmap zegt van welk contract en welke klant zij is; alleen hun volgende gesprek "
      "vervangt haar. Zonder --out heeft elk contract een eigen map: talk/ met het kenmerk "
      "erachter."}},
}};

}  // namespace

std::span<const Code> file_codes() { return rows; }

}  // namespace pricetalk
