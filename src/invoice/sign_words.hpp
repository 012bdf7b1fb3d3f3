#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "invoice/layout.hpp"
#include "pricetalk/invoice/invoice.hpp"

/// Words that say whether a row is charged or given back.
namespace pricetalk::invoices {

/// What a word of a column `kind` means; nothing for a word that is not known. D, C, Af and Bij
/// mean what the seller's books mean by them: a column file that names the column says so.
std::optional<InvoiceKind> kind_word(std::string_view folded, const Layout& layout);

/// Looks for a column that tells charges from credits. Words that can mean one thing only
/// ("Creditnota") are taken; D and C, Af and Bij mean the opposite in the books of buyer and
/// seller, and are a question (A0162) unless the signs of the amounts say the same. False with a
/// question.
bool find_sign_column(const std::vector<csv::Row>& rows, Layout& layout, Diagnostics& diagnostics);

/// Two columns of amounts, of which one gives back.
struct Sides {
  std::size_t debit = 0;
  std::size_t credit = 0;
};
std::optional<Sides> sides_of(const std::vector<std::string>& heading);

/// Asks which of them is charged (A0162).
void ask_sides(Sides sides, const Layout& layout, Diagnostics& diagnostics);

}  // namespace pricetalk::invoices
