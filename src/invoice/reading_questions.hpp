#pragma once

#include "document/csv.hpp"
#include "invoice/reading_hypothesis.hpp"

/// What is asked, or said, where the rows of a file prove no single reading.
namespace pricetalk::invoices {

/// A file that is asked about.
struct AskedReading {
  const Layout& layout;
  Span first_row;
  const csv::Field* unsure_marks = nullptr;  ///< the number that may have either decimal mark
};

/// Two readings that explain the rows alike and give other money (A0114, A0115, A0163).
void ask_which(const AskedReading& file, const ReadingHypothesis& one,
               const ReadingHypothesis& other, Diagnostics& diagnostics);

/// A quantity that is in thousands or has three decimals (A0163).
void ask_quantity(const csv::Field& quantity, Diagnostics& diagnostics);

/// Amounts that hold VAT, of which no column tells how much (A0163).
void ask_vat(const AskedReading& file, std::size_t amount, Diagnostics& diagnostics);

/// No reading explains the rows; `best` comes nearest (A0164).
void refuse(const AskedReading& file, const ReadingHypothesis& best, const ReadingEvidence& of_best,
            Diagnostics& diagnostics);

}  // namespace pricetalk::invoices
