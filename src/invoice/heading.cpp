#include "invoice/heading.hpp"

#include <algorithm>
#include <utility>

#include "invoice/column_advice.hpp"
#include "invoice/heading_words.hpp"
#include "invoice/sign_words.hpp"

namespace pricetalk::invoices {

namespace {

constexpr std::array<std::string_view, column_count> names{
    "invoice",  "date",     "line", "from", "to",     "quantity", "unit_price", "amount",
    "vat",      "kind",     "item", "part", "period", "currency", "contract",   "order",
    "supplier", "customer", "paid", "due",  "credit", "discount", "unit"};
constexpr std::string_view documented_names =
    "invoice,date,line,from,to,quantity,unit_price,amount,vat,kind";

std::optional<Column> own_heading(std::string_view text) {
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) return std::nullopt;
  return static_cast<Column>(found - names.begin());
}

using Name = std::optional<Stated<std::string>>;
constexpr std::array<Name ColumnNames::*, column_count> stated_names{
    &ColumnNames::invoice,  &ColumnNames::date,     &ColumnNames::line,       &ColumnNames::from,
    &ColumnNames::to,       &ColumnNames::quantity, &ColumnNames::unit_price, &ColumnNames::amount,
    &ColumnNames::vat,      &ColumnNames::kind,     &ColumnNames::item,       &ColumnNames::part,
    &ColumnNames::period,   &ColumnNames::currency, &ColumnNames::contract,   &ColumnNames::order,
    &ColumnNames::supplier, &ColumnNames::customer, &ColumnNames::paid,       &ColumnNames::due,
    &ColumnNames::credit,   &ColumnNames::discount, &ColumnNames::unit};

class HeadingReader {
 public:
  HeadingReader(const csv::Row& row, Layout& layout, Diagnostics& diagnostics)
      : row_(row), layout_(layout), diagnostics_(diagnostics), used_(row.fields.size(), false) {}

  bool read() && {
    layout_.width = row_.fields.size();
    for (const csv::Field& field : row_.fields) {
      layout_.heading.push_back(field.text);
      layout_.heading_places.push_back(field.where);
    }
    if (layout_.terms != nullptr) {
      ignored();
      stated();
    }
    own();
    synonyms();
    rest();
    if (good_) needed();
    layout_.used = used_;
    return good_;
  }

 private:
  std::optional<std::size_t>& position(Column column) {
    return layout_.positions[static_cast<std::size_t>(column)];
  }

  void take(Column column, std::size_t i) {
    position(column) = i;
    used_[i] = true;
  }

  void stated() {
    for (std::size_t c = 0; c < column_count; ++c) {
      const Name& name = layout_.terms->columns.*stated_names[c];
      if (!name) continue;
      const auto same = [&](const csv::Field& field) { return is_called(field, name->value); };
      const auto found = std::find_if(row_.fields.begin(), row_.fields.end(), same);
      if (found == row_.fields.end()) {
        good_ = false;
        std::vector<std::string_view> there;
        for (const csv::Field& field : row_.fields) there.push_back(field.text);
        const std::string near(nearest(name->value, there));
        diagnostics_.error(
            "A0112", name->where.value_or(Span{}),
            {"the invoice file has no column '" + name->value + "'",
             "het factuurbestand heeft geen kolom '" + name->value + "'"},
            near.empty() ? Phrase{"its heading is: " + all(), "de kopregel is: " + all()}
                         : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
        continue;
      }
      take(static_cast<Column>(c), static_cast<std::size_t>(found - row_.fields.begin()));
    }
  }

  bool is_called(const csv::Field& field, const std::string& name) const {
    return field.text == name ||
           (!cells::folded(name).empty() && cells::folded(field.text) == cells::folded(name));
  }

  /// Columns that the column file tells to leave alone.
  void ignored() {
    for (const Stated<std::string>& name : layout_.terms->ignore) {
      bool there = false;
      for (std::size_t i = 0; i < row_.fields.size(); ++i)
        if (is_called(row_.fields[i], name.value)) {
          used_[i] = there = true;
          layout_.ignored.push_back(i);
        }
      if (there) continue;
      good_ = false;
      diagnostics_.error("A0112", name.where.value_or(Span{}),
                         {"the invoice file has no column '" + name.value + "'",
                          "het factuurbestand heeft geen kolom '" + name.value + "'"},
                         {"its heading is: " + all(), "de kopregel is: " + all()});
    }
  }

  void own() {
    layout_.documented = layout_.terms == nullptr && layout_.separator == ',';
    for (std::size_t i = 0; i < row_.fields.size(); ++i) {
      if (used_[i]) continue;
      const csv::Field& field = row_.fields[i];
      const auto column = own_heading(field.text);
      if (!column) continue;
      if (position(*column) && used_[*position(*column)]) {
        if (layout_.terms != nullptr &&
            (layout_.terms->columns.*stated_names[static_cast<std::size_t>(*column)]))
          continue;  // the column file chose another one
        diagnostics_.error("A0101", field.where,
                           {"the column '" + field.text + "' stands here twice",
                            "de kolom '" + field.text + "' staat hier tweemaal"});
        good_ = false;
      }
      take(*column, i);
    }
  }

  void synonyms() {
    Found found{};
    synonyms(false, found);
    synonyms(true, found);
    for (std::size_t c = 0; c < column_count; ++c)
      if (found[c]) {
        layout_.positions[c] = found[c];
        layout_.documented = false;
      }
    // A period in one column says the same as its two days, and those are more exact.
    if (position(Column::from) && position(Column::to) && position(Column::period)) {
      used_[*position(Column::period)] = false;
      position(Column::period).reset();
    }
    if (!position(Column::line) && position(Column::item)) {
      position(Column::line) = position(Column::item);
      position(Column::item).reset();
    }
    if (position(Column::amount) && layout_.amounts.empty())
      layout_.amounts.push_back(*position(Column::amount));
    if (position(Column::vat) && layout_.vats.empty())
      layout_.vats.push_back(*position(Column::vat));
  }

  using Found = std::array<std::optional<std::size_t>, column_count>;

  /// A heading of VAT that names its rate: "BTW 21%". Of two of them each row has its VAT in
  /// another.
  const Heading* vat_at_a_rate(std::size_t field) const {
    const auto found = [&](std::size_t i) -> const Heading* {
      std::string text = cells::folded(row_.fields[i].text);
      const std::size_t all = text.size();
      std::erase_if(text, [](char c) { return '0' <= c && c <= '9'; });
      if (text.size() == all) return nullptr;
      const Heading* heading = heading_of(text);
      return heading != nullptr && heading->column == Column::vat ? heading : nullptr;
    };
    for (std::size_t i = 0; i < row_.fields.size(); ++i)
      if (i != field && found(i) != nullptr) return nullptr;
    return found(field);
  }

  /// The headings of bookkeeping programs; of those that give way only where no other was found.
  void synonyms(bool giving_way, Found& found) {
    const Found before = found;
    for (std::size_t i = 0; i < row_.fields.size(); ++i) {
      if (used_[i]) continue;
      const Heading* heading = heading_of(cells::folded(row_.fields[i].text));
      if (heading == nullptr) heading = vat_at_a_rate(i);
      if (heading == nullptr || heading->gives_way != giving_way || position(heading->column))
        continue;
      const auto column = static_cast<std::size_t>(heading->column);
      if (!giving_way || !before[column]) synonym(heading->column, i, found[column]);
    }
  }

  void synonym(Column column, std::size_t i, std::optional<std::size_t>& first) {
    if (column == Column::amount) layout_.amounts.push_back(i);
    if (column == Column::vat) layout_.vats.push_back(i);
    const bool told_by_rows = column == Column::amount || column == Column::vat;
    if (!first || told_by_rows) {
      if (!first) first = i;
      used_[i] = true;
      return;
    }
    if (column == Column::unit) return;  // it says the same again, or nothing
    two_can_be(column, *first, i);
  }

  void two_can_be(Column column, std::size_t first, std::size_t second) {
    good_ = false;
    const std::string column_name(name(column));
    const std::string& one = row_.fields[first].text;
    const std::string& other = row_.fields[second].text;
    diagnostics_.error(
        "A0115", row_.fields[second].where,
        {"two columns can be `" + column_name + "`: '" + one + "' and '" + other + "'",
         "twee kolommen kunnen `" + column_name + "` zijn: '" + one + "' en '" + other + "'"},
        under_columns({"write " + column_name + " = \"" + other + "\"",
                       "schrijf " + column_name + " = \"" + other + "\""}));
  }

  /// A heading that is nearly one of ours and stands for nothing else was misspelt.
  void rest() {
    for (std::size_t i = 0; i < row_.fields.size(); ++i) {
      if (used_[i]) continue;
      const csv::Field& field = row_.fields[i];
      std::vector<std::string_view> missing;
      for (std::size_t c = 0; c < column_count; ++c)
        if (!layout_.positions[c]) missing.push_back(names[c]);
      const std::string near(nearest(field.text, missing));
      const bool told = std::any_of(layout_.ignored.begin(), layout_.ignored.end(),
                                    [&](std::size_t each) { return each == i; });
      if (told) continue;
      if (near.empty() || field.text.size() < 4 || !layout_.documented) {
        if (!field.text.empty()) layout_.left_out.push_back(field.text);
        continue;
      }
      good_ = false;
      diagnostics_.error(
          "A0101", field.where,
          {"there is no column '" + field.text + "'", "de kolom '" + field.text + "' bestaat niet"},
          {"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
    }
  }

  void needed() {
    const FixedCells none;
    const FixedCells& fixed = layout_.terms != nullptr ? layout_.terms->fixed : none;
    const bool period_of = layout_.terms != nullptr && layout_.terms->period_of;
    std::vector<Phrase> missing;
    std::vector<std::string> keys;
    const auto need = [&](bool there, const Phrase& what, std::initializer_list<const char*> of) {
      if (there) return;
      missing.push_back(what);
      keys.insert(keys.end(), of.begin(), of.end());
    };
    need(position(Column::invoice) || fixed.invoice, same("invoice"), {"invoice"});
    need(position(Column::line) || fixed.line, same("line"), {"line"});
    const bool days = position(Column::from) && position(Column::to);
    need(days || position(Column::period) || fixed.period || (period_of && position(Column::date)),
         {"from and to, or period", "from en to, of period"}, {"from", "to"});
    need(position(Column::quantity) || fixed.quantity, same("quantity"), {"quantity"});
    if (debit_and_credit()) return;
    need(position(Column::amount).has_value(), same("amount"), {"amount"});
    if (missing.empty()) return;
    good_ = false;
    Phrase list;
    for (const Phrase& each : missing) {
      list.en += (list.en.empty() ? "" : "; ") + each.en;
      list.nl += (list.nl.empty() ? "" : "; ") + each.nl;
    }
    const bool ours = std::any_of(row_.fields.begin(), row_.fields.end(), [](const auto& field) {
      return own_heading(field.text) || known_heading(cells::folded(field.text));
    });
    const bool only_quantity = missing.size() == 1 && keys.front() == std::string_view("quantity");
    if (only_quantity && ours && !layout_.documented) return no_quantity();
    const bool only_days =
        missing.size() == 1 && missing.front().en.starts_with("from") && position(Column::date);
    if (only_days) return no_days(list);
    diagnostics_.error(
        "A0101", row_.where,
        ours ? Phrase{"the heading lacks " + list.en, "in de kopregel ontbreekt " + list.nl}
             : Phrase{"this is not the heading of an invoice file",
                      "dit is geen kopregel van een factuurbestand"},
        layout_.documented ? Phrase{"write " + std::string(documented_names),
                                    "schrijf " + std::string(documented_names)}
                           : name_columns(keys));
  }

  /// What to write about the columns that are missing, and the headings that may be meant.
  Phrase name_columns(const std::vector<std::string>& keys) const {
    const auto lines = [&](const char* heading) {
      std::string text = "[columns]";
      for (const std::string& key : keys) text += " " + key + " = \"" + heading + "\"";
      return text;
    };
    std::string unused;
    for (std::size_t i = 0; i < row_.fields.size(); ++i)
      if (!used_[i] && !row_.fields[i].text.empty())
        unused += (unused.empty() ? "'" : ", '") + row_.fields[i].text + "'";
    Phrase made{"name the columns in a column file (--columns): " + lines("HEADING"),
                "noem de kolommen in een kolombestand (--columns): " + lines("KOLOMKOP")};
    if (unused.empty()) {
      made.en += "; every heading has a use already, so add the column that is missing";
      made.nl += "; elke kolomkop is al in gebruik, dus voeg de ontbrekende kolom toe";
    } else {
      made.en += "; not used yet: " + unused;
      made.nl += "; nog niet gebruikt: " + unused;
    }
    return made;
  }

  /// Two columns of amounts, of which one gives back: which, the bookkeeping of buyer and seller
  /// say the opposite about.
  bool debit_and_credit() {
    if (position(Column::amount)) return false;
    const auto sides = sides_of(layout_.heading);
    if (!sides) return false;
    good_ = false;
    ask_sides(*sides, layout_, diagnostics_);
    return true;
  }

  /// A ledger of amounts has no quantities: each amount is one sum for its period.
  void no_quantity() {
    diagnostics_.error(
        "A0101", row_.where, {"the heading lacks quantity", "in de kopregel ontbreekt quantity"},
        in_column_file({"is each amount one sum for its period? Write [fixed] quantity = 1; else "
                        "name the column: [columns] quantity = \"HEADING\"",
                        "is elk bedrag één som voor zijn periode? Schrijf [fixed] quantity = 1; "
                        "noem anders de kolom: [columns] quantity = \"KOLOMKOP\""}));
  }

  /// "Tot" may be the last day, or the day after it.
  bool asks_for_last_day() {
    if (!position(Column::from) || position(Column::to)) return false;
    for (std::size_t i = 0; i < row_.fields.size(); ++i) {
      const std::string& heading = row_.fields[i].text;
      const std::string text = cells::folded(heading);
      if (used_[i] || (text != "tot" && text != "until" && text != "totdatum")) continue;
      diagnostics_.error(
          "A0101", row_.fields[i].where,
          {"is '" + heading + "' the last day of the period, or the day after it?",
           "is '" + heading + "' de laatste dag van de periode, of de dag erna?"},
          in_column_file({"the last day: write [columns] to = \"" + heading + "\"",
                          "de laatste dag: schrijf [columns] to = \"" + heading + "\""}));
      return true;
    }
    return false;
  }

  void no_days(const Phrase& list) {
    if (asks_for_last_day()) return;
    diagnostics_.error("A0101", row_.where,
                       {"the heading lacks " + list.en, "in de kopregel ontbreekt " + list.nl},
                       in_column_file({"does the day of the invoice tell the period? Write "
                                       "period_of = \"month-of-date\" (or month-before-date)",
                                       "volgt de periode uit de factuurdatum? Schrijf period_of = "
                                       "\"month-of-date\" (of month-before-date)"}));
  }

  std::string all() const {
    std::string made;
    for (const csv::Field& field : row_.fields) made += (made.empty() ? "" : ", ") + field.text;
    return made;
  }

  const csv::Row& row_;
  Layout& layout_;
  Diagnostics& diagnostics_;
  std::vector<bool> used_;
  bool good_ = true;
};

}  // namespace

std::string_view name(Column column) { return names[static_cast<std::size_t>(column)]; }

std::optional<Column> known_heading(std::string_view folded) {
  const Heading* found = heading_of(folded);
  return found == nullptr ? std::nullopt : std::optional(found->column);
}

std::size_t known_headings(const csv::Row& row) {
  return static_cast<std::size_t>(
      std::count_if(row.fields.begin(), row.fields.end(), [](const csv::Field& field) {
        return own_heading(field.text) || known_heading(cells::folded(field.text));
      }));
}

bool read_heading(const csv::Row& row, Layout& layout, Diagnostics& diagnostics) {
  return HeadingReader(row, layout, diagnostics).read();
}

}  // namespace pricetalk::invoices
