#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "audit/bulk_source.hpp"
#include "audit/charged_rates.hpp"
#include "audit/charged_twice.hpp"
#include "audit/credit_place.hpp"
#include "billing/charge.hpp"
#include "pricetalk/audit/audit.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

/// The prices of one line as a pass over many rows needs them: which rows are right at a glance,
/// and which periods they were for.
class LineWatch {
 public:
  /// Contract and line outlive this; the line need not have its clauses.
  LineWatch(const Contract& contract, const Line& line, Date today);

  /// Neither tiers nor parts nor surcharges, and nothing that is bought once.
  bool simple() const { return simple_; }
  /// Whether the prices until a day were made or taken.
  bool knows(Date until) const { return known_until_ && until.days() <= *known_until_; }
  /// Makes the prices until a day, at least until today. REQUIRES: `simple`.
  void make(const PricingContext& of, Date until);
  /// Takes prices that somebody else made.
  void take(KnownPrices prices);

  /// Whether a row can be told right at a glance, once its prices are known: false for what only
  /// the line audit can tell, as credits, and rows with days outside the contract.
  bool judges(const InvoiceLine& row) const;
  /// Whether amount, price and VAT of a row are exactly what the line allows, so that it has no
  /// difference. A right row leaves its period behind. REQUIRES: `judges`.
  bool right(const InvoiceLine& row);

  /// The VAT of a right row, and where it stands.
  void note_vat(const InvoiceLine& row, std::uint64_t order, std::uint64_t line);
  /// Of the right rows.
  const ChargedRates& rates() const { return rates_; }
  /// A right row at a rate of VAT that only a row or two have, without its text and heading.
  struct Rare {
    std::int64_t rate;
    InvoiceLine row;
    std::uint64_t order;
    std::uint64_t line;
  };
  const std::vector<Rare>& rare() const { return rare_; }

  /// Rows of nothing for the periods and prices of the right rows. A credit is settled with the
  /// periods of its line, whether they differ or not.
  std::vector<InvoiceLine> stand_ins() const;

  /// What the right rows charged, added up by period.
  std::vector<ChargedPeriods::Rows> charged() const;

  /// What takes back those right rows that were on invoices with these fingerprints, as far as the
  /// rows of a period were alike.
  std::vector<ChargedPeriods::Rows> taken_back(const std::set<std::uint32_t>& invoices) const;

  /// The right rows one by one, as far as those of one period and price were of one size.
  std::vector<ChargedRow> charged_rows() const;

  /// The prices of the line for the line audit, which makes them itself where there are none: where
  /// not all are known in decimals.
  std::vector<DatedPrices> prices() const;

 private:
  bool outside(std::int32_t from, std::int32_t to) const;
  std::int32_t price_day_of(std::int32_t from, std::int32_t to) const;
  struct Charged {
    std::int32_t from = 0;
    std::int32_t to = 0;
    std::int32_t price = -1;  ///< position in charged_prices_; -1: the row had none
    /// Added up in steps of `step`, as long as they are no finer.
    std::int64_t quantity = 0;
    std::int64_t largest = 0;  ///< quantity of one row
    std::int64_t amount = 0;
    std::uint32_t rows = 0;
    // These two: fingerprints of the first and the last invoice.
    std::uint32_t first_invoice = 0;
    std::uint32_t invoice = 0;
    bool alike = true;
    bool same_place(const Charged& other) const {
      return from == other.from && to == other.to && price == other.price;
    }
    friend bool operator<(const Charged& a, const Charged& b) {
      return std::tie(a.from, a.to, a.price) < std::tie(b.from, b.to, b.price);
    }
  };
  static constexpr int step = 4;  ///< decimals

  const KnownPrice* single_price(std::int32_t from, std::int32_t to) const;
  bool right_by_sheet(const InvoiceLine& row) const;
  bool right_vat(const InvoiceLine& row) const;
  bool remember(const InvoiceLine& row, std::int32_t from, std::int32_t to);
  DatedPrices dated() const;

  const Contract* contract_;
  const Line* line_;
  Rounding rounding_;
  // These two: rows within these days have no day outside the contract or its line.
  std::int32_t alive_from_;
  std::int32_t alive_until_;
  bool by_days_;  ///< a day counts its own price
  std::int32_t today_;
  std::optional<std::int32_t> known_until_;
  bool simple_;
  bool decimal_ = true;  ///< every price is known
  std::vector<KnownPrice> prices_;
  std::vector<Charged> charged_;  ///< by day
  std::vector<Decimal> charged_prices_;
  ChargedRates rates_;
  std::vector<Rare> rare_;
};

}  // namespace pricetalk
