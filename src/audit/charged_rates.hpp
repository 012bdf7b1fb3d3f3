#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk {

/// Which rates of VAT the rows of one line charge, and how many rows each. Rates are in tenths of a
/// percent.
class ChargedRates {
 public:
  /// So many rows may be a slip; more of them are a rate that was meant.
  static constexpr std::size_t most_slips = 2;

  /// The usual rate above nothing that a row charges; nothing of a credit, of a row without VAT or
  /// with another, or of one that is too small to tell.
  static std::optional<std::int64_t> rate_of(const InvoiceLine& row);
  /// Stands for VAT that is at none of them.
  static constexpr std::int64_t no_rate = -1;
  /// The same, and `no_rate` where there is VAT on a row that is large enough to tell.
  static std::optional<std::int64_t> told_by(const InvoiceLine& row);

  /// One more row at a rate; how many there are then.
  std::size_t add(std::int64_t rate);
  void add(const ChargedRates& others);
  void add(const InvoiceLine& row) {
    if (const auto rate = told_by(row)) add(*rate);
  }

  /// The rate of nearly all rows, where only a row or two have this one; else nothing.
  std::optional<std::int64_t> instead_of(std::int64_t rate) const;

 private:
  std::vector<std::pair<std::int64_t, std::size_t>> rows_;
};

/// Whether a credit gives a row back whole.
bool takes_back(const InvoiceLine& credit, const InvoiceLine& row);

/// Something that cannot be right about the VAT of a row: the question whether it is, and how much
/// VAT is too much if it is not.
struct VatDoubt {
  Phrase question;
  Ratio off;
};

/// Whether the VAT of a row is another than its own rate gives, or more than any rate does. Fast.
bool has_doubtful_vat(const InvoiceLine& row);
/// What is asked of such a row; nothing of another.
std::optional<VatDoubt> vat_doubt(const InvoiceLine& row, const Currency& currency);
/// What is asked of a row at a rate that the other rows of its line do not have, or at none;
/// nothing where rounding may be all of it.
std::optional<VatDoubt> rate_doubt(const InvoiceLine& row, std::int64_t rate, std::int64_t usual,
                                   const Line& line, const Currency& currency);

}  // namespace pricetalk
