#include "pricetalk/audit/codes.hpp"

#include <array>

namespace pricetalk {
namespace {

constexpr std::array<Code, 9> rows{{
    {"A0101",
     {"the heading of the invoice file is not right",
      "de kopregel van het factuurbestand klopt niet"},
     {"The first line names the columns: invoice,date,line,from,to,quantity,unit_price,amount and, "
      "where wanted, vat and kind. Their order is free.",
      "De eerste regel noemt de kolommen: invoice,date,line,from,to,quantity,unit_price,amount en, "
      "als u wilt, vat en kind. De volgorde is vrij."}},
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
}};

}  // namespace

std::span<const Code> audit_codes() { return rows; }

}  // namespace pricetalk
