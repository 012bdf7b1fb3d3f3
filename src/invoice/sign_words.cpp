#include "invoice/sign_words.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>

#include "invoice/column_advice.hpp"

namespace pricetalk::invoices {

namespace {

struct KindWord {
  std::string_view folded;
  InvoiceKind kind;
  bool one_meaning;  ///< the same in the books of buyer and seller
};
constexpr KindWord kind_words[] = {{"invoice", InvoiceKind::invoice, true},
                                   {"factuur", InvoiceKind::invoice, true},
                                   {"verkoopfactuur", InvoiceKind::invoice, true},
                                   {"inkoopfactuur", InvoiceKind::invoice, true},
                                   {"debetnota", InvoiceKind::invoice, true},
                                   {"rechnung", InvoiceKind::invoice, true},
                                   {"facture", InvoiceKind::invoice, true},
                                   {"380", InvoiceKind::invoice, true},
                                   {"creditnota", InvoiceKind::credit, true},
                                   {"creditfactuur", InvoiceKind::credit, true},
                                   {"verkoopcreditnota", InvoiceKind::credit, true},
                                   {"creditnote", InvoiceKind::credit, true},
                                   {"creditinvoice", InvoiceKind::credit, true},
                                   {"gutschrift", InvoiceKind::credit, true},
                                   {"avoir", InvoiceKind::credit, true},
                                   {"notedecredit", InvoiceKind::credit, true},
                                   {"381", InvoiceKind::credit, true},
                                   {"debet", InvoiceKind::invoice, false},
                                   {"debit", InvoiceKind::invoice, false},
                                   {"deb", InvoiceKind::invoice, false},
                                   {"d", InvoiceKind::invoice, false},
                                   {"dr", InvoiceKind::invoice, false},
                                   {"db", InvoiceKind::invoice, false},
                                   {"s", InvoiceKind::invoice, false},
                                   {"soll", InvoiceKind::invoice, false},
                                   {"af", InvoiceKind::invoice, false},
                                   {"credit", InvoiceKind::credit, false},
                                   {"cred", InvoiceKind::credit, false},
                                   {"c", InvoiceKind::credit, false},
                                   {"cr", InvoiceKind::credit, false},
                                   {"h", InvoiceKind::credit, false},
                                   {"haben", InvoiceKind::credit, false},
                                   {"bij", InvoiceKind::credit, false}};

/// "+" and "-" have no letters.
std::string folded_word(std::string_view cell) {
  if (cell == "+") return "d";
  if (cell == "-" || cell == "\xE2\x88\x92") return "c";
  return cells::folded(cell);
}

/// What names of documents are made of: "Inkoop credit", "Inkoopfactuur", "Stornorechnung". The
/// longer of two that begin alike comes first.
struct NamePart {
  std::string_view folded;
  std::optional<InvoiceKind> kind;  ///< nothing: it says whose books these are
};
constexpr NamePart name_parts[] = {{"inkoop", std::nullopt},
                                   {"verkoop", std::nullopt},
                                   {"purchase", std::nullopt},
                                   {"sales", std::nullopt},
                                   {"vendor", std::nullopt},
                                   {"supplier", std::nullopt},
                                   {"eingangs", std::nullopt},
                                   {"ausgangs", std::nullopt},
                                   {"lieferanten", std::nullopt},
                                   {"crediteuren", std::nullopt},
                                   {"crediteur", std::nullopt},
                                   {"boeking", std::nullopt},
                                   {"nota", std::nullopt},
                                   {"note", std::nullopt},
                                   {"facturen", InvoiceKind::invoice},
                                   {"factuur", InvoiceKind::invoice},
                                   {"facture", InvoiceKind::invoice},
                                   {"invoice", InvoiceKind::invoice},
                                   {"rechnungs", InvoiceKind::invoice},
                                   {"rechnung", InvoiceKind::invoice},
                                   {"credit", InvoiceKind::credit},
                                   {"gutschrift", InvoiceKind::credit},
                                   {"korrektur", InvoiceKind::credit},
                                   {"storno", InvoiceKind::credit},
                                   {"retour", InvoiceKind::credit},
                                   {"avoir", InvoiceKind::credit}};

/// The kind of document that a text is the name of, and nothing else; a credit when any part of it
/// is one.
std::optional<InvoiceKind> kind_of_name(std::string_view folded) {
  bool credit = false;
  std::size_t parts = 0;
  while (!folded.empty()) {
    const auto* part =
        std::find_if(std::begin(name_parts), std::end(name_parts),
                     [&](const NamePart& each) { return folded.starts_with(each.folded); });
    if (part == std::end(name_parts)) return std::nullopt;
    credit = credit || part->kind == InvoiceKind::credit;
    folded.remove_prefix(part->folded.size());
    ++parts;
  }
  if (parts == 0) return std::nullopt;
  return credit ? InvoiceKind::credit : InvoiceKind::invoice;
}

std::optional<KindWord> known_word(std::string_view cell) {
  const std::string folded = folded_word(cell);
  for (const KindWord& each : kind_words)
    if (each.folded == folded) return each;
  const auto kind = kind_of_name(folded);
  return kind ? std::optional(KindWord{"", *kind, true}) : std::nullopt;
}

/// What a column of sign words holds.
struct SignColumn {
  std::size_t column = 0;
  bool one_meaning = true;
  bool credits = false;
  bool charges = false;
  bool as_signs = true;  ///< credits are below zero, and nothing else is
  std::string credit;    ///< the word for a credit, as it is written
};

bool below_zero(const csv::Row& row, const Layout& layout) {
  const auto at = layout.at(Column::amount);
  if (!at) return false;
  const auto amount = cells::number(row.fields[*at].text, layout.marks);
  return amount && amount->is_negative();
}

std::optional<SignColumn> sign_column(const std::vector<csv::Row>& rows, std::size_t column,
                                      const Layout& layout) {
  SignColumn made;
  made.column = column;
  bool unequal = false;
  bool ambiguous = false;
  for (const csv::Row& row : rows) {
    const std::string& cell = row.fields[column].text;
    if (cell.empty()) continue;
    const std::optional<KindWord> word = known_word(cell);
    if (!word) return std::nullopt;
    const bool credit = word->kind == InvoiceKind::credit;
    (credit ? made.credits : made.charges) = true;
    if (credit && made.credit.empty()) made.credit = cell;
    // Beside "factuur" the word "credit" can mean one thing only.
    ambiguous = ambiguous || (!word->one_meaning && word->folded != "credit");
    unequal = unequal || credit != below_zero(row, layout);
    made.one_meaning = made.one_meaning && (word->one_meaning || word->folded == "credit");
  }
  if (!made.credits && !made.charges) return std::nullopt;
  made.one_meaning = !ambiguous && (made.charges || made.one_meaning);
  made.as_signs = !unequal;
  return made;
}

void ask(const SignColumn& found, const std::vector<csv::Row>& rows, const Layout& layout,
         Diagnostics& diagnostics) {
  const std::string& name = layout.heading[found.column];
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const csv::Row& each) {
    return each.fields[found.column].text == found.credit;
  });
  const std::string write = "kind = \"" + name + "\"";
  const std::string word = "credit_word = \"" + found.credit + "\"";
  diagnostics.error(
      "A0162", (row != rows.end() ? *row : rows.front()).fields[found.column].where,
      {"is '" + found.credit + "' in the column '" + name + "' a charge, or given back?",
       "is '" + found.credit + "' in de kolom '" + name + "' gerekend, of teruggegeven?"},
      {"write " + write +
           " under [columns] of a column file, and above it the word that marks a "
           "credit, as in " +
           word + "; or ignore = [\"" + name + "\"]; and add --columns FILE",
       "schrijf " + write +
           " onder [columns] van een kolombestand, en daarboven het woord voor een "
           "creditregel, zoals " +
           word + "; of ignore = [\"" + name + "\"]; en geef dat met --columns"});
}

/// What is given back by its column has no sign in the amount.
bool sides_tell_more(Sides sides, const std::vector<csv::Row>& rows, const Layout& layout) {
  const auto filled = [&](const csv::Row& row, std::size_t column) {
    const auto number = cells::number(row.fields[column].text, layout.marks);
    return number && !number->is_zero();
  };
  return std::any_of(rows.begin(), rows.end(), [&](const csv::Row& row) {
    return filled(row, sides.credit) && !filled(row, sides.debit) && !below_zero(row, layout);
  });
}

}  // namespace

std::optional<Sides> sides_of(const std::vector<std::string>& heading) {
  std::optional<std::size_t> debit;
  std::optional<std::size_t> credit;
  for (std::size_t i = 0; i < heading.size(); ++i) {
    const std::string text = cells::folded(heading[i]);
    const auto begins = [&](std::string_view word) { return text.starts_with(word); };
    if (begins("debet") || begins("debit") || begins("soll")) debit = i;
    if (begins("credit") || begins("haben")) credit = i;
  }
  if (!debit || !credit) return std::nullopt;
  return Sides{*debit, *credit};
}

void ask_sides(Sides sides, const Layout& layout, Diagnostics& diagnostics) {
  const std::string& debit = layout.heading[sides.debit];
  const std::string& credit = layout.heading[sides.credit];
  const std::string write = "amount = \"" + debit + "\", credit = \"" + credit + "\"";
  diagnostics.error(
      "A0162", layout.heading_places[sides.credit],
      {"which of '" + debit + "' and '" + credit + "' is charged, and which given back?",
       "welke van '" + debit + "' en '" + credit + "' is gerekend, en welke teruggegeven?"},
      under_columns(
          {"write " + write + " (or the other way round)", "schrijf " + write + " (of andersom)"}));
}

std::optional<InvoiceKind> kind_word(std::string_view cell, const Layout& layout) {
  if (!layout.credit_word.empty())
    return folded_word(cell) == layout.credit_word ? InvoiceKind::credit : InvoiceKind::invoice;
  const std::optional<KindWord> found = known_word(cell);
  return found ? std::optional(found->kind) : std::nullopt;
}

bool find_sign_column(const std::vector<csv::Row>& rows, Layout& layout, Diagnostics& diagnostics) {
  if (layout.terms != nullptr && layout.terms->credit_word)
    layout.credit_word = folded_word(layout.terms->credit_word->value);
  if (rows.empty() || (layout.terms != nullptr && layout.terms->columns.kind)) return true;
  if (const auto sides = sides_of(layout.heading); sides && !layout.used[sides->debit] &&
                                                   !layout.used[sides->credit] &&
                                                   sides_tell_more(*sides, rows, layout))
    return ask_sides(*sides, layout, diagnostics), false;
  auto& kind = layout.positions[static_cast<std::size_t>(Column::kind)];
  for (std::size_t i = 0; i < layout.width; ++i) {
    if (layout.used[i] && kind != i) continue;
    const auto found = sign_column(rows, i, layout);
    if (!found || !found->credits) continue;
    if (found->as_signs && kind != i) continue;  // it says what the signs say
    if (!found->one_meaning && !found->as_signs)
      return ask(*found, rows, layout, diagnostics), false;
    if (kind == i) return true;
    kind = i;
    std::erase(layout.left_out, layout.heading[i]);
    layout.proofs.push_back(
        {layout.heading[i] + " tells credits", layout.heading[i] + " wijst creditregels aan"});
    return true;
  }
  return true;
}

}  // namespace pricetalk::invoices
