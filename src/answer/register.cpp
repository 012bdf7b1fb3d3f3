#include "answer/register.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "contract/no_series.hpp"
#include "document/time_words.hpp"
#include "document/toml_text.hpp"
#include "document/words.hpp"
#include "invoice/cells.hpp"
#include "register/headings.hpp"
#include "register/index_words.hpp"
#include "register/written_values.hpp"

namespace pricetalk {

namespace {

using Register = RegisterColumn;

/// Rows that may stand above the headings.
constexpr std::size_t most_titles = 20;

/// An hourly rate is a price too.
Register::Column price_column(const ListFile& file) {
  return file.has(Register::price) || !file.has(Register::hour_rate) ? Register::price
                                                                     : Register::hour_rate;
}

/// Writes the contract file that a row stands for.
class RegisterRow {
 public:
  RegisterRow(const ListFile& file, std::size_t row, const Library& library,
              Diagnostics& diagnostics)
      : file_(file),
        row_(row),
        library_(library),
        diagnostics_(diagnostics),
        price_(price_column(file)) {}

  /// Nothing, and told, where it cannot be used.
  std::optional<Contract> make() {
    price_date_ = price_date();
    adjust_ = adjust_day();
    const std::string text = contract_file();
    if (!usable_) return std::nullopt;
    Loaded<Contract> read =
        read_contract(std::make_shared<const SourceText>(file_.where(row_).place(), text));
    if (read.ok()) return std::move(*read.value);
    for (const Diagnostic& each : read.diagnostics.list())
      if (each.severity == Severity::error) {
        refuse(Register::contract, each.title, each.hint);
        break;
      }
    return std::nullopt;
  }

  /// What is wrong with it first of all.
  const Phrase& why() const { return why_; }

 private:
  void refuse(Register::Column column, Phrase title, Phrase hint) {
    usable_ = false;
    if (why_.empty()) why_ = title;
    diagnostics_.error("A0189", file_.where(row_, column), std::move(title), std::move(hint));
  }

  void no_day(Register::Column column) {
    UnreadDay why = file_.unread_day(row_, column);
    refuse(column, std::move(why.title), std::move(why.hint));
  }

  /// Empty where it says that there is nothing.
  std::string cell(Register::Column column) const {
    std::string text = file_.text(row_, column);
    if (column != Register::contract && cells::says_nothing(text)) text.clear();
    return text;
  }

  std::string contract_file() {
    const std::string id = cell(Register::contract);
    if (id.empty())
      refuse(Register::contract, {"the row names no contract", "de rij noemt geen contract"},
             {"give each row an id", "geef elke rij een kenmerk"});
    std::string made = "schema = 1\n[contract]\nid = " + toml_text(id) +
                       "\ncurrency = " + toml_text(or_else(cell(Register::currency), "EUR")) +
                       "\njurisdiction = " + toml_text(country()) + "\nstart = " + price_date_ +
                       "\n";
    if (!cell(Register::line).empty()) made += "title = " + toml_text(cell(Register::line)) + "\n";
    if (!cell(Register::owner).empty())
      made += "tags = { owner = " + toml_text(cell(Register::owner)) + " }\n";
    if (!cell(Register::supplier).empty())
      made += "[parties]\nsupplier = { name = " + toml_text(cell(Register::supplier)) + " }\n";
    return made + line() + clause();
  }

  /// Whether a cell is a number with a minus, on either side.
  static bool is_below_zero(std::string_view text) {
    text = document::trimmed(text);
    const bool before = text.starts_with('-');
    if (!before && !text.ends_with('-')) return false;
    const auto number = before ? text.substr(1) : text.substr(0, text.size() - 1);
    return written_price(number).has_value();
  }

  static std::string or_else(const std::string& text, const char* otherwise) {
    return text.empty() ? otherwise : text;
  }

  std::string country() const { return or_else(cell(Register::country), "NL"); }

  std::string price_date() {
    if (const auto day = file_.day(row_, Register::price_date)) return day->text();
    if (!cell(Register::price_date).empty()) {
      no_day(Register::price_date);
      return "2000-01-01";
    }
    refuse(Register::price_date,
           {"the day of the price is missing, or can be read in two ways",
            "de dag van de prijs ontbreekt, of is op twee manieren te lezen"},
           {"write 2025-01-01", "schrijf 2025-01-01"});
    return "2000-01-01";
  }

  /// Of a price of nothing every percentage is nothing, and any letter would be right.
  std::string price() {
    const std::string text = cell(price_);
    if (is_below_zero(text)) {
      refuse(price_, {"the price is below zero", "de prijs is lager dan nul"},
             {"fill in the price of that day, without a minus",
              "vul de prijs van die dag in, zonder minteken"});
      return "0";
    }
    const auto value = written_price(text);
    if (!value || !value->is_zero()) return number(price_);
    refuse(price_, {"the price is zero", "de prijs is nul"},
           {"fill in the price of that day", "vul de prijs van die dag in"});
    return "0";
  }

  std::string number(Register::Column column) {
    const std::string text = cell(column);
    if (const auto value = written_price(text)) return value->text();
    if (text.empty()) {
      refuse(column, {"the cell of the price is empty", "de cel van de prijs is leeg"},
             {"fill in the price of that day", "vul de prijs van die dag in"});
      return "0";
    }
    refuse(column,
           {"'" + text + "' is no number, or can be read in two ways",
            "'" + text + "' is geen getal, of is op twee manieren te lezen"},
           {"write 1037.63", "schrijf 1037,63"});
    return "0";
  }

  std::string line() {
    std::string made = "[price.p]\nunit_price = " + price() + "\nprice_date = " + price_date_ +
                       "\nclause = \"c\"\n";
    if (!cell(Register::line).empty()) made += "title = " + toml_text(cell(Register::line)) + "\n";
    if (!cell(Register::per_month).empty())
      made += "quantity = { per_month = " + number(Register::per_month) + " }\n";
    else if (!cell(Register::per_year).empty())
      made += "quantity = { per_year = " + number(Register::per_year) + " }\n";
    return made;
  }

  std::string clause() {
    std::string made = "[clause.c]\nadjust = { every = \"year\"";
    if (adjust_) made += ", on = \"" + adjust_->text() + "\"";
    made += " }\nindex.X = { series = " + toml_text(series()) + use() + " }\n";
    return made + limits();
  }

  std::string limits() {
    const auto cap = limit(Register::cap);
    const auto floor = limit(Register::floor);
    if (cap && floor && cap->of_hundred < floor->of_hundred)
      refuse(Register::floor,
             {"the floor of " + floor->text() + " is above the cap of " + cap->text(),
              "het minimum van " + floor->text() + " ligt boven het maximum van " + cap->text()},
             {"look in the contract which of the two is which",
              "kijk in het contract welk van de twee het maximum is"});
    std::string made;
    if (cap) made += "cap = \"" + cap->text() + "\"";
    if (floor) made += (cap ? ", floor = \"" : "floor = \"") + floor->text() + "\"";
    return made.empty() ? made : "limits = { " + made + " }\n";
  }

  /// Nothing for an empty cell, and told for one that is no percentage, or may be a fraction.
  std::optional<Percent> limit(Register::Column column) {
    const std::string text = cell(column);
    if (text.empty()) return std::nullopt;
    const auto value = written_percentage(text);
    if (!value)
      refuse(column, {"'" + text + "' is no percentage", "'" + text + "' is geen percentage"},
             {"write 3%", "schrijf 3%"});
    else if (may_be_fraction(text))
      refuse(column,
             {"'" + text + "' can be a percentage or a fraction",
              "'" + text + "' kan een percentage zijn, of een breuk"},
             either_percentage(*value, fraction_as_percentage(*value)));
    return value;
  }

  /// Nothing: not stated, or told.
  std::optional<MonthDay> adjust_day() {
    if (cell(Register::adjust).empty()) return std::nullopt;
    const auto day = file_.day_of_year(row_, Register::adjust);
    if (!day) no_day(Register::adjust);
    return day;
  }

  /// The series of that id, else what people usually mean by the word.
  std::string series() {
    const std::string text = cell(Register::index);
    if (const Series* usual = usual_series(text, country(), library_)) return usual->id;
    std::vector<std::string_view> known = library_.ids();
    const std::string near(nearest(text, known));
    diagnostics_.warning(
        "A0191", file_.where(row_, Register::index),
        {text.empty() ? "the row names no index" : "no series '" + text + "' in the library",
         text.empty() ? "de rij noemt geen index" : "geen reeks '" + text + "' in de bibliotheek"},
        near.empty() ? Phrase{"pricetalk index list names all", "pricetalk index list noemt alle"}
                     : Phrase{"did you mean '" + near + "'? pricetalk index list names all",
                              "bedoelde u '" + near + "'? pricetalk index list noemt alle"});
    return text.empty() ? std::string(no_series) : text;
  }

  /// The month that the register names: the last one before the adjustment.
  std::string use() {
    const std::string text = cell(Register::month);
    if (cell(Register::index).empty()) return ", unknown = [\"series\", \"use\"]";
    if (text.empty()) return ", unknown = [\"use\"]";
    const auto month = month_named(text);
    if (!month) return ", use = " + toml_text(text);
    const int adjusted = adjust_ ? adjust_->month : 1;
    return ", use = " + toml_text(document::lower(month_name(*month).en) +
                                  (*month < adjusted ? " of same year" : " of previous year"));
  }

  const ListFile& file_;
  std::size_t row_;
  const Library& library_;
  Diagnostics& diagnostics_;
  Register::Column price_;
  bool usable_ = true;
  Phrase why_;
  std::string price_date_;
  std::optional<MonthDay> adjust_;
};

/// The rows of each contract, by its id.
using RowsOfIds = std::map<std::string, std::vector<std::size_t>>;

RowsOfIds rows_of_ids(const ListFile& file) {
  RowsOfIds made;
  for (std::size_t row = 0; row < file.size(); ++row)
    made[cells::folded(file.text(row, Register::contract))].push_back(row);
  return made;
}

/// Which of two rows holds, nobody knows: neither does. What is said of them.
Phrase tell_twice(const ListFile& file, const std::vector<std::size_t>& rows,
                  Diagnostics& diagnostics) {
  const std::string id = file.text(rows.front(), Register::contract);
  Phrase said{"contract '" + id + "' stands in the register " + std::to_string(rows.size()) +
                  " times, and none of the rows counts",
              "contract '" + id + "' staat " + std::to_string(rows.size()) +
                  " keer in het register, en geen van de rijen telt"};
  diagnostics.error("A0190", file.where(rows[1], Register::contract), said,
                    {"the first is at " + file.where(rows.front()).place() +
                         "; give each its own id, or leave one out",
                     "de eerste staat op " + file.where(rows.front()).place() +
                         "; geef elk een eigen kenmerk, of laat er een weg"});
  return said;
}

/// ": it has no column price and no column index"; nothing where it has no headings at all.
Phrase missing(const ListFile& file) {
  struct Needed {
    Register::Column column;
    const char* en;
    const char* nl;
  };
  Phrase made;
  for (const Needed& each : {Needed{Register::contract, "contract", "contract"},
                             Needed{price_column(file), "price", "prijs"},
                             Needed{Register::price_date, "price_date", "prijsdatum"},
                             Needed{Register::index, "index", "index"}}) {
    if (!file.usable() || file.has(each.column)) continue;
    made.en += (made.en.empty() ? ": it has no column " : " and no column ") + std::string(each.en);
    made.nl +=
        (made.nl.empty() ? ": het heeft geen kolom " : " en geen kolom ") + std::string(each.nl);
  }
  return made;
}

}  // namespace

std::vector<Contract> read_register(const SourcePtr& source, const Library& library,
                                    Diagnostics& diagnostics, UnreadContracts* unread) {
  const ListFile file(source, register_shape(most_titles), diagnostics);
  std::vector<Contract> made;
  if (!file.usable() || !file.has(Register::contract) || !file.has(price_column(file)) ||
      !file.has(Register::price_date) || !file.has(Register::index)) {
    const Phrase without = missing(file);
    diagnostics.error(
        "A0189", {},
        {"'" + source->name() + "' is no register" + without.en,
         "'" + source->name() + "' is geen register" + without.nl},
        {"its first row has the headings contract, price, price_date, index, and perhaps supplier, "
         "line, per_month, month, cap, floor, adjust, owner",
         "de eerste rij heeft de kopjes contract, prijs, prijsdatum, index, en eventueel "
         "leverancier, regel, per maand, maand, maximum, minimum, indexatiedatum, eigenaar"});
    return made;
  }
  const RowsOfIds ids = rows_of_ids(file);
  for (std::size_t row = 0; row < file.size(); ++row) {
    const std::string id = file.text(row, Register::contract);
    const auto leave_out = [&](std::size_t at, Phrase why) {
      const std::string place = file.where(at).place();
      if (unread != nullptr) unread->push_back({id, place, place, std::move(why), true});
    };
    const std::vector<std::size_t>& same_id = ids.at(cells::folded(id));
    if (same_id.size() > 1 && !id.empty()) {
      if (row == same_id.front()) leave_out(same_id[1], tell_twice(file, same_id, diagnostics));
      continue;
    }
    RegisterRow read(file, row, library, diagnostics);
    if (auto contract = read.make())
      made.push_back(std::move(*contract));
    else
      leave_out(row, read.why());
  }
  return made;
}

}  // namespace pricetalk
