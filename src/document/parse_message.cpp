#include "document/parse_message.hpp"

#include <array>

namespace pricetalk::document {
namespace {

struct Row {
  std::string_view sign;  // part of the parser's own sentence
  std::string_view code;
  std::string_view title_en;
  std::string_view title_nl;
  std::string_view hint_en;
  std::string_view hint_nl;
};

// The first row that fits counts.
constexpr std::array<Row, 15> rows{{
    {"dangling comma", "T0114", "a comma is left before the closing brace",
     "er staat een komma te veel voor de sluitende accolade", "leave the last comma out",
     "laat de laatste komma weg"},
    {"cannot redefine", "T0111", "this name stands here for the second time",
     "deze naam staat hier voor de tweede keer", "leave one of the two out, or join them",
     "laat een van de twee weg, of voeg ze samen"},
    {"cannot insert", "T0111", "this table was written between braces and is complete already",
     "deze tabel stond al tussen accolades en is daarmee compleet",
     "write everything between the braces, or everything under headings",
     "schrijf alles tussen de accolades, of alles onder kopjes"},
    {"unknown escape sequence", "T0124", "this backslash means nothing here",
     "deze backslash betekent hier niets", R"(write \\, or put the text between ')",
     R"(schrijf \\, of zet de tekst tussen ')"},
    {"unicode scalar", "T0124", "this is not a character number", "dit is geen tekennummer",
     R"(write \u and four digits, or type the character itself)",
     R"(schrijf \u en vier cijfers, of typ het teken zelf)"},
    {"escape", "T0124", "this backslash means nothing here", "deze backslash betekent hier niets",
     R"(write \\, or put the text between ')", R"(schrijf \\, of zet de tekst tussen ')"},
    {"parsing date", "T0110", "this is not a day or time", "dit is geen dag of tijdstip",
     "write 2019-01-31, or 2019-01-31T10:00:00 with a time",
     "schrijf 2019-01-31, of 2019-01-31T10:00:00 met een tijd"},
    {"parsing time", "T0110", "this is not a day or time", "dit is geen dag of tijdstip",
     "write 2019-01-31, or 2019-01-31T10:00:00 with a time",
     "schrijf 2019-01-31, of 2019-01-31T10:00:00 met een tijd"},
    {"parsing table header", "T0125", "this is not a heading", "dit is geen kopje",
     "write for example [contract]", "schrijf bijvoorbeeld [contract]"},
    {"parsing inline table", "T0114", "between braces stands key = value, separated by commas",
     "tussen accolades staat sleutel = waarde, gescheiden door komma's",
     "write for example { decimals = 2 }", "schrijf bijvoorbeeld { decimals = 2 }"},
    {"parsing array", "T0114", "the parts of a list are separated by commas",
     "de delen van een lijst worden gescheiden door komma's", "write for example [1.5, 2.5]",
     "schrijf bijvoorbeeld [1.5, 2.5]"},
    {"end-of-file", "T0112", "this text is not closed", "deze tekst is niet gesloten", {}, {}},
    {"parsing string", "T0114", "this is not a text as TOML has it",
     "dit is geen tekst zoals TOML die kent", "put it between \"", "zet hem tussen \""},
    {"parsing key", "T0125", "this is not a key with a value", "dit is geen sleutel met een waarde",
     "write key = value", "schrijf sleutel = waarde"},
    {{}, "T0114", "this is not valid TOML here", "dit is hier geen geldige TOML", {}, {}},
}};

Phrase both(std::string_view en, std::string_view nl) { return {std::string(en), std::string(nl)}; }

}  // namespace

ParseMessage parse_message(std::string_view description) {
  for (const Row& row : rows) {
    if (description.find(row.sign) != std::string_view::npos) {
      return {row.code, both(row.title_en, row.title_nl), both(row.hint_en, row.hint_nl)};
    }
  }
  return {};  // not reached: the last row fits everything
}

}  // namespace pricetalk::document
