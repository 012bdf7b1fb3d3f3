#include "pricetalk/audit/invoice.hpp"

#include <algorithm>
#include <array>

#include "document/csv.hpp"

namespace pricetalk {

namespace {

enum class Column : std::uint8_t {
  invoice,
  date,
  line,
  from,
  to,
  quantity,
  unit_price,
  amount,
  vat,
  kind
};
constexpr std::array<std::string_view, 10> names{
    "invoice", "date", "line", "from", "to", "quantity", "unit_price", "amount", "vat", "kind"};
constexpr std::size_t needed = 8;
constexpr std::string_view all_names =
    "invoice,date,line,from,to,quantity,unit_price,amount,vat,kind";

/// "1.234,56" as it should have been written: 1234.56. Empty when that is no number either.
std::string as_number(const std::string& text) {
  std::string plain;
  for (const char sign : text) {
    if (sign == ',') {
      plain += '.';
    } else if ((sign >= '0' && sign <= '9') || sign == '-') {
      plain += sign;
    }
  }
  return Decimal::parse(plain) ? plain : std::string();
}

/// "31-01-2025" and "31/1/2025" as 2025-01-31. Empty for anything else.
std::string as_date(const std::string& text) {
  std::vector<std::string> parts{""};
  for (const char sign : text) {
    if (sign == '-' || sign == '/' || sign == '.') {
      parts.emplace_back();
    } else {
      parts.back() += sign;
    }
  }
  if (parts.size() != 3 || parts[2].size() != 4) return {};
  const auto two = [](const std::string& digits) {
    return digits.size() == 1 ? "0" + digits : digits;
  };
  const std::string turned = parts[2] + "-" + two(parts[1]) + "-" + two(parts[0]);
  return Date::parse(turned) ? turned : std::string();
}

class InvoiceReader {
 public:
  explicit InvoiceReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  bool heading(const csv::Row& row) {
    positions_.fill(none);
    width_ = row.fields.size();
    bool right = true;
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      const csv::Field& field = row.fields[i];
      const auto found = std::find(names.begin(), names.end(), field.text);
      if (found == names.end()) {
        right = unknown_column(field, row.fields.size() == 1) && right;
        continue;
      }
      auto& position = positions_[static_cast<std::size_t>(found - names.begin())];
      if (position != none) {
        diagnostics_.error("A0101", field.where,
                           {"the column '" + field.text + "' stands here twice",
                            "de kolom '" + field.text + "' staat hier tweemaal"});
        right = false;
      }
      position = i;
    }
    std::string missing;
    for (std::size_t i = 0; i < needed; ++i)
      if (positions_[i] == none) missing += (missing.empty() ? "" : ", ") + std::string(names[i]);
    if (right && !missing.empty()) {
      diagnostics_.error("A0101", row.where,
                         {"the heading lacks " + missing, "in de kopregel ontbreekt " + missing},
                         {"write " + std::string(all_names), "schrijf " + std::string(all_names)});
      right = false;
    }
    return right;
  }

  std::optional<InvoiceLine> read(const csv::Row& row) {
    if (row.fields.size() != width_) {
      const std::string found = std::to_string(row.fields.size());
      const std::string wanted = std::to_string(width_);
      diagnostics_.error(
          "A0103", row.where,
          {"this row has " + found + " fields, the heading " + wanted,
           "deze regel heeft " + found + " velden, de kopregel " + wanted},
          {"put a field with a comma between quotes, or write the number with a point",
           "zet een veld met een komma tussen aanhalingstekens, of schrijf het getal met een "
           "punt"});
      return std::nullopt;
    }
    row_ = &row;
    good_ = true;
    InvoiceLine line;
    line.where = row.where;
    line.invoice = text(Column::invoice);
    line.date = date(Column::date);
    line.line = text(Column::line);
    line.from = date(Column::from);
    line.to = date(Column::to);
    line.quantity = number(Column::quantity).value_or(Decimal());
    line.unit_price = number(Column::unit_price, true);
    line.amount = number(Column::amount).value_or(Decimal());
    line.vat = number(Column::vat, true);
    line.kind = kind();
    if (good_ && line.to < line.from) {
      wrong("A0107", *field(Column::to),
            {"this period ends before it begins", "deze periode eindigt voordat ze begint"},
            {"`from` is " + line.from.text(), "`from` is " + line.from.text()});
    }
    if (!good_) return std::nullopt;
    return line;
  }

 private:
  static constexpr std::size_t none = SIZE_MAX;

  bool unknown_column(const csv::Field& field, bool alone) {
    if (alone && field.text.find(';') != std::string::npos) {
      diagnostics_.error(
          "A0101", field.where,
          {"the columns are separated by ';'", "de kolommen zijn gescheiden door ';'"},
          {"separate them by commas, and write numbers with a point",
           "scheid ze met komma's, en schrijf getallen met een punt"});
      return false;
    }
    const auto near = nearest(field.text, {names.begin(), names.end()});
    Phrase hint{"write " + std::string(all_names), "schrijf " + std::string(all_names)};
    if (!near.empty())
      hint = {"did you mean '" + std::string(near) + "'?",
              "bedoelde u '" + std::string(near) + "'?"};
    diagnostics_.error(
        "A0101", field.where,
        {"there is no column '" + field.text + "'", "de kolom '" + field.text + "' bestaat niet"},
        std::move(hint));
    return false;
  }

  void wrong(std::string code, const csv::Field& field, Phrase title, Phrase hint) {
    good_ = false;
    Span where = field.where;
    if (where.begin == where.end) where = row_->where;
    diagnostics_.error(std::move(code), where, std::move(title), std::move(hint));
  }

  const csv::Field* field(Column column) const {
    const std::size_t position = positions_[static_cast<std::size_t>(column)];
    return position == none ? nullptr : &row_->fields[position];
  }

  /// The field, or nothing when it is empty; reports an empty field that is needed.
  const csv::Field* filled(Column column, bool may_be_empty = false) {
    const csv::Field* found = field(column);
    if (found != nullptr && !found->text.empty()) return found;
    if (!may_be_empty) {
      const std::string name(names[static_cast<std::size_t>(column)]);
      wrong("A0104", *found, {"`" + name + "` is empty", "`" + name + "` is leeg"}, {});
    }
    return nullptr;
  }

  std::string text(Column column) {
    const csv::Field* found = filled(column);
    return found == nullptr ? std::string() : found->text;
  }

  Date date(Column column) {
    const csv::Field* found = filled(column);
    if (found == nullptr) return {};
    if (const auto date = Date::parse(found->text)) return *date;
    const std::string better = as_date(found->text);
    Phrase hint{"write year-month-day: 2025-06-30", "schrijf jaar-maand-dag: 2025-06-30"};
    if (!better.empty()) hint = {"write " + better, "schrijf " + better};
    wrong("A0106", *found,
          {"'" + found->text + "' is not a date", "'" + found->text + "' is geen datum"},
          std::move(hint));
    return {};
  }

  std::optional<Decimal> number(Column column, bool may_be_empty = false) {
    const csv::Field* found = filled(column, may_be_empty);
    if (found == nullptr) return std::nullopt;
    if (const auto value = Decimal::parse(found->text)) return value;
    const std::string better = as_number(found->text);
    Phrase hint{"write a point and no thousands marks: 54027.00",
                "schrijf een punt en geen scheiding van duizendtallen: 54027.00"};
    if (!better.empty()) hint = {"write " + better, "schrijf " + better};
    wrong("A0105", *found,
          {"'" + found->text + "' is not a number", "'" + found->text + "' is geen getal"},
          std::move(hint));
    return std::nullopt;
  }

  InvoiceKind kind() {
    const csv::Field* found = filled(Column::kind, true);
    if (found == nullptr || found->text == "invoice") return InvoiceKind::invoice;
    if (found->text == "credit") return InvoiceKind::credit;
    wrong("A0108", *found,
          {"there is no kind '" + found->text + "'", "de soort '" + found->text + "' bestaat niet"},
          {"choose from: invoice, credit", "kies uit: invoice, credit"});
    return InvoiceKind::invoice;
  }

  Diagnostics& diagnostics_;
  std::array<std::size_t, names.size()> positions_{};
  std::size_t width_ = 0;
  const csv::Row* row_ = nullptr;
  bool good_ = true;
};

}  // namespace

Loaded<std::vector<InvoiceLine>> read_invoices(const SourcePtr& source) {
  Loaded<std::vector<InvoiceLine>> made;
  Diagnostics& diagnostics = made.diagnostics;
  const std::vector<csv::Row> rows = csv::rows(source, diagnostics);
  InvoiceReader reader(diagnostics);
  if (rows.empty()) {
    if (!diagnostics.has_errors())
      diagnostics.error(
          "A0101", {source.get(), 0, 0},
          {"the invoice file is empty", "het factuurbestand is leeg"},
          {"begin with " + std::string(all_names), "begin met " + std::string(all_names)});
    return made;
  }
  if (!reader.heading(rows.front())) return made;
  made.value.emplace();
  for (std::size_t i = 1; i < rows.size(); ++i)
    if (auto line = reader.read(rows[i])) made.value->push_back(std::move(*line));
  if (rows.size() == 1 && !diagnostics.has_errors())
    diagnostics.error(
        "A0109", rows.front().where,
        {"there are no rows below the heading", "onder de kopregel staan geen regels"});
  return made;
}

}  // namespace pricetalk
