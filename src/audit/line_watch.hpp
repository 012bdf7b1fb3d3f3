#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <tuple>
#include <vector>

#include "audit/charged_twice.hpp"
#include "billing/charge.hpp"
#include "pricetalk/audit/audit.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

/// The prices of one line as a pass over many rows needs them: which rows are right at a glance,
/// and which periods they were for.
class LineWatch {
 public:
  /// Contract, line and coverage outlive this.
  LineWatch(const Contract& contract, const Line& line, const Coverage& coverage, Date today);

  /// Makes the prices until today now, instead of with the first row.
  void prepare() {
    if (simple_ && !made_) make(Date::from_days(known_until_));
  }

  /// Whether amount, price and VAT of a row are exactly what the line allows, so that it has no
  /// difference. False for what only the line audit can tell: credits, rows of a line with tiers,
  /// parts or surcharges, rows without an allowed price. A right row leaves its period behind.
  bool right(const InvoiceLine& row);

  /// Rows of nothing for the periods and prices of the right rows. A credit is settled with the
  /// periods of its line, whether they differ or not.
  std::vector<InvoiceLine> stand_ins() const;

  /// What the right rows charged, added up by period.
  std::vector<ChargedPeriods::Rows> charged() const;

  /// The prices of the line for the line audit, which makes them itself where
  /// there are none.
  std::vector<DatedPrices> prices(Date until);

 private:
  struct Price {
    std::int32_t from = 0;
    Fixity fixity = Fixity::fixed;
    bool known = true;  ///< has an end in decimals, and is determined
    Decimal amount;
  };
  struct Charged {
    std::int32_t from = 0;
    std::int32_t to = 0;
    std::int32_t price = -1;  ///< position in charged_prices_; -1: the row had none
    /// Added up in steps of `step`, as long as they are no finer.
    std::int64_t quantity = 0;
    std::int64_t largest = 0;  ///< quantity of one row
    std::int64_t amount = 0;
    std::uint32_t rows = 0;
    std::uint32_t invoice = 0;  ///< a fingerprint of the last invoice
    bool alike = true;
    bool same_place(const Charged& other) const {
      return from == other.from && to == other.to && price == other.price;
    }
    friend bool operator<(const Charged& a, const Charged& b) {
      return std::tie(a.from, a.to, a.price) < std::tie(b.from, b.to, b.price);
    }
  };
  static constexpr int step = 4;  ///< decimals

  void make(Date until);
  const Price* single_price(std::int32_t from, std::int32_t to) const;
  bool right_by_sheet(const InvoiceLine& row) const;
  bool right_vat(const InvoiceLine& row) const;
  bool remember(const InvoiceLine& row, std::int32_t from, std::int32_t to);
  DatedPrices dated() const;

  const Contract* contract_;
  const Line* line_;
  const Coverage* coverage_;
  Rounding rounding_;
  std::int32_t known_until_;
  bool made_ = false;
  bool simple_;          ///< neither tiers nor parts nor surcharges
  bool decimal_ = true;  ///< every price is known
  std::vector<Price> prices_;
  std::vector<Charged> charged_;  ///< by day
  std::vector<Decimal> charged_prices_;
};

}  // namespace pricetalk
