#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "document/csv.hpp"
#include "invoice/layout.hpp"

/// How the money of a file is to be read is a hypothesis, and its rows are the evidence.
namespace pricetalk::invoices {

struct ReadingHypothesis {
  cells::NumberMarks marks;           ///< of prices, amounts and VAT
  cells::NumberMarks quantity_marks;  ///< of quantities
  std::size_t amount = 0;             ///< column
  bool with_vat = false;              ///< the amount holds the VAT of the row
  std::optional<std::size_t> vat;     ///< column
  bool vat_is_rate = false;           ///< "21" is 21 %
  bool prices_with_vat = false;       ///< quantity x price is the amount with its VAT
};

/// What the rows say about a hypothesis. A test is quantity x price = amount, or VAT that is a rate
/// of the amount.
struct ReadingEvidence {
  std::size_t products = 0;   ///< rows in which quantity x price can be held against the amount
  std::size_t equal = 0;      ///< of these, the rows that add up
  std::size_t with_rate = 0;  ///< of these, the rows with VAT of a usual rate on top
  std::set<std::int64_t> rates_on_top;  ///< those rates, in tenths of a percent
  std::size_t untested = 0;             ///< rows with an amount that show neither
  std::size_t printed = 0;  ///< of products, the rows whose price is rounded as it is printed
  std::size_t vats = 0;     ///< rows with an amount and VAT
  std::size_t rates = 0;    ///< of these, the rows whose VAT is that of a usual rate
  std::size_t unreadable = 0;
  /// Tests that hold less those that do not.
  std::ptrdiff_t score() const;
};

/// What a row says its amount is made of.
struct Factors {
  const Decimal& quantity;
  const Decimal& price;
  std::optional<Decimal> discount;  ///< percents, or money, off the row or off the price
};
/// How quantity x price is the amount.
enum class Product : std::uint8_t { whole, less_share, less_amount };
/// To the cent; signs do not count. Nothing where they do not make the amount.
std::optional<Product> product_of(const Factors& factors, const Ratio& amount);

/// Whether quantity x price is the amount but for what the price lost when it was printed: at most
/// half of its last decimal, and half a percent.
bool is_printed_product(const Factors& factors, const Ratio& amount);

/// The VAT beside an amount is that of a usual rate on it, to the cent, so that the amount is
/// without it.
bool shows_its_vat(const Decimal& amount, const Decimal& vat);

/// Whether a cell of VAT says in words that none is charged: "verlegd", "vrijgesteld", "reverse
/// charge", "steuerfrei".
bool says_no_vat(std::string_view cell);

/// The number in a cell of rates or discounts ("21", "21 %", "Hoog 21%"): 21; zero where it says
/// that no VAT is charged ("verlegd"); nothing where it has none.
std::optional<Decimal> percents(std::string_view cell, cells::NumberMarks marks);

/// Puts the reading that the rows prove into the layout. `unsure_marks`: no number tells the
/// decimal mark. False, with a question (A0163, A0115, A0114) where two readings explain the rows
/// alike and give other money, or a refusal (A0164) where none does.
bool prove_reading(const std::vector<csv::Row>& rows, const csv::Field* unsure_marks,
                   Layout& layout, Diagnostics& diagnostics);

}  // namespace pricetalk::invoices
