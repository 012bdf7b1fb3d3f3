#include "pricetalk/index/codes.hpp"

#include <array>

namespace pricetalk {
namespace {

constexpr std::array<Code, 5> rows{{
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
    {"I0201",
     {"no such series", "deze reeks is er niet"},
     {"The clause asks for published figures that are in none of the files of figures_from, "
      "--figures or the contract itself. No figure is made up.",
      "De clausule vraagt om gepubliceerde cijfers die in geen van de bestanden van figures_from, "
      "--figures of het contract zelf staan. Er wordt geen cijfer verzonnen."}},
}};

}  // namespace

std::span<const Code> index_codes() { return rows; }

}  // namespace pricetalk
