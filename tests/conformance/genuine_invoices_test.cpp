#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <regex>
#include <sstream>

#include "invoice/columns.hpp"
#include "pricetalk/invoice/invoice.hpp"
#include "pricetalk/number/ratio.hpp"

// Genuine e-invoices, where they are: in the folder that PRICETALK_INVOICES names, or beside the
// checkout. What is read of a document adds up to what stands in it, found by simpler means.

namespace genuine_invoices_test {

using namespace pricetalk;
namespace fs = std::filesystem;

std::string folder() {
  const char* named = std::getenv("PRICETALK_INVOICES");
  return named != nullptr ? std::string(named) : PRICETALK_ROOT "/../shared/data/invoices";
}

/// The amount in the last element of that name, which is the one of the totals.
std::optional<Decimal> last_amount(const std::string& text, const std::string& element) {
  const std::regex form("<[A-Za-z0-9]*:?" + element + "[^>]*>\\s*([-+0-9.]+)\\s*<");
  std::optional<Decimal> made;
  for (std::sregex_iterator each(text.begin(), text.end(), form), end; each != end; ++each)
    made = Decimal::parse((*each)[1].str());
  return made;
}

/// Whether a document was not read whole, does not add up, or is a prepayment without rows.
bool is_aside(const Diagnostics& problems) {
  for (const Diagnostic& each : problems.list())
    if (each.severity == Severity::error || each.code == "A0129" || each.code == "A0177")
      return true;
  return false;
}

TEST(GenuineInvoices, add_up_to_the_cent_to_what_stands_in_them) {
  if (!fs::is_directory(folder())) GTEST_SKIP() << "no folder of genuine e-invoices";
  ColumnTerms columns;
  columns.period_of = Stated<PeriodOf>{PeriodOf::month_of_date, {}};
  std::size_t equal = 0;
  std::size_t refused = 0;
  for (const fs::directory_entry& each : fs::recursive_directory_iterator(folder())) {
    if (each.path().extension() != ".xml") continue;
    std::ifstream in(each.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    Diagnostics problems;
    InvoiceRows rows(std::make_shared<const SourceText>(each.path().filename(), bytes.str()),
                     &columns, problems);
    Ratio sum(0);
    for (InvoiceLine row; rows.next(row);) sum = sum + Ratio(row.amount);
    if (!rows.usable() || is_aside(problems)) {
      ++refused;
      continue;
    }
    auto stated = last_amount(bytes.str(), "TaxExclusiveAmount");
    if (!stated) stated = last_amount(bytes.str(), "TaxBasisTotalAmount");
    if (!stated) continue;
    EXPECT_EQ(abs(sum), abs(Ratio(*stated))) << each.path();
    ++equal;
  }
  EXPECT_GT(equal, 0U);
  RecordProperty("equal", static_cast<int>(equal));
  RecordProperty("refused", static_cast<int>(refused));
}

}  // namespace genuine_invoices_test
