#include "invoice/column_advice.hpp"

#include <utility>

namespace pricetalk::invoices {

namespace {

Phrase with(Phrase write, const char* en, const char* nl) {
  write.en += en;
  write.nl += nl;
  return write;
}

}  // namespace

Phrase in_column_file(Phrase write) {
  return with(std::move(write), " in a column file, and add --columns FILE",
              " in een kolombestand, en geef dat met --columns");
}

Phrase under_columns(Phrase write) {
  return with(std::move(write), " under [columns] of a column file, and add --columns FILE",
              " onder [columns] van een kolombestand, en geef dat met --columns");
}

}  // namespace pricetalk::invoices
