#include "invoice/reading_questions.hpp"

#include <algorithm>
#include <string>

#include "invoice/column_advice.hpp"

namespace pricetalk::invoices {

namespace {

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

/// What to write in a column file for a reading.
std::string as_terms(const Layout& layout, const ReadingHypothesis& reading,
                     const ReadingHypothesis& other) {
  if (!same_decimal(reading.marks, other.marks))
    return "decimal = " + quoted(std::string(1, reading.marks.decimal));
  if (!same_decimal(reading.quantity_marks, other.quantity_marks))
    return "quantity_decimal = " + quoted(std::string(1, reading.quantity_marks.decimal));
  if (reading.amount != other.amount) return "amount = " + quoted(layout.heading[reading.amount]);
  if (reading.with_vat != other.with_vat)
    return std::string("amount_is = ") + (reading.with_vat ? "\"with-vat\"" : "\"without-vat\"");
  return std::string("vat_is = ") + (reading.vat_is_rate ? "\"rate\"" : "\"amount\"");
}

void ask_marks(const csv::Field& unsure, Diagnostics& diagnostics) {
  const std::string& text = unsure.text;
  diagnostics.error(
      "A0114", unsure.where,
      {"'" + text + "' can be read in two ways, and no other number in the file tells which",
       "'" + text +
           "' is op twee manieren te lezen, en geen ander getal in het bestand maakt "
           "duidelijk hoe"},
      in_column_file({"write decimal = \",\" or decimal = \".\"",
                      "schrijf decimal = \",\" of decimal = \".\""}));
}

void ask_amounts(const Layout& layout, const ReadingHypothesis& one, const ReadingHypothesis& other,
                 Diagnostics& diagnostics) {
  const std::size_t last = std::max(one.amount, other.amount);
  const std::string& first_name = layout.heading[std::min(one.amount, other.amount)];
  const std::string& last_name = layout.heading[last];
  diagnostics.error(
      "A0115", layout.heading_places[last],
      {"two columns can be `amount`: '" + first_name + "' and '" + last_name + "'",
       "twee kolommen kunnen `amount` zijn: '" + first_name + "' en '" + last_name + "'"},
      under_columns(
          {"write amount = \"" + last_name + "\"", "schrijf amount = \"" + last_name + "\""}));
}

}  // namespace

void ask_which(const AskedReading& file, const ReadingHypothesis& one,
               const ReadingHypothesis& other, Diagnostics& diagnostics) {
  if (!same_decimal(one.marks, other.marks) && file.unsure_marks != nullptr)
    return ask_marks(*file.unsure_marks, diagnostics);
  if (one.amount != other.amount) return ask_amounts(file.layout, one, other, diagnostics);
  const std::string this_one = as_terms(file.layout, one, other);
  const std::string that_one = as_terms(file.layout, other, one);
  diagnostics.error(
      "A0163", file.first_row,
      {"this file can be read in two ways that give other money: " + this_one + ", or " + that_one,
       "dit bestand is op twee manieren te lezen, met ander geld: " + this_one + ", of " +
           that_one},
      in_column_file({"write the one that is meant", "schrijf wat bedoeld is"}));
}

void ask_quantity(const csv::Field& quantity, Diagnostics& diagnostics) {
  diagnostics.error(
      "A0163", quantity.where,
      {"is the quantity '" + quantity.text +
           "' in thousands, or with three decimals? No price in the file tells",
       "is het aantal '" + quantity.text +
           "' in duizendtallen, of met drie decimalen? Geen prijs in het bestand maakt dat "
           "duidelijk"},
      in_column_file({"write quantity_decimal = \",\" or quantity_decimal = \".\"",
                      "schrijf quantity_decimal = \",\" of quantity_decimal = \".\""}));
}

void ask_vat(const AskedReading& file, std::size_t amount, Diagnostics& diagnostics) {
  const std::string& name = file.layout.heading[amount];
  diagnostics.error(
      "A0163", file.layout.heading_places[amount],
      {"the amounts of '" + name + "' hold VAT, and no column tells how much",
       "de bedragen van '" + name + "' zijn met btw, en geen kolom zegt hoeveel"},
      in_column_file({"add a column with the VAT or its rate; if the prices of the contract hold "
                      "VAT as well, write amount_is = \"without-vat\"",
                      "voeg een kolom met de btw of het tarief toe; zijn de prijzen van het "
                      "contract ook met btw, schrijf dan amount_is = \"without-vat\""}));
}

void refuse(const AskedReading& file, const ReadingHypothesis& best, const ReadingEvidence& of_best,
            Diagnostics& diagnostics) {
  const std::string equal = std::to_string(of_best.equal);
  const std::string all = std::to_string(of_best.products);
  const std::string& amount = file.layout.heading[best.amount];
  diagnostics.error(
      "A0164", file.first_row,
      {"in no reading do the rows add up; at best quantity times price is '" + amount + "' in " +
           equal + " of " + all + " rows",
       "hoe dit bestand ook wordt gelezen, de regels kloppen niet; op zijn best is aantal maal "
       "prijs '" +
           amount + "' in " + equal + " van de " + all + " regels"},
      in_column_file({"name the columns of quantity, price and amount",
                      "noem de kolommen van aantal, prijs en bedrag"}));
}

}  // namespace pricetalk::invoices
