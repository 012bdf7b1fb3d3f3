#include "store/ledger_workbook.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <vector>

#include "store/ledger_totals.hpp"

namespace pricetalk {

namespace {

/// As many rows as a sheet holds; what comes after is on a further one.
constexpr std::uint32_t sheet_rows = 1'048'576;

/// A number as a spreadsheet holds it: it has at most 15 digits, so that it is shown as it is here.
double cell_number(const Decimal& value) { return std::stod(value.text()); }

lxw_datetime cell_date(Date date) { return {date.year(), date.month(), date.day(), 0, 0, 0.0}; }

/// "C", "AA": the letters of a column.
std::string column_letters(std::size_t column) {
  std::string made;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    made.insert(made.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return made;
}

/// A text inside a formula.
std::string quoted(std::string_view text) {
  std::string made = "\"";
  for (const char c : text) {
    if (c == '"') made += '"';
    made += c;
  }
  return made + '"';
}

/// A text that a condition is equal to: what stands for other letters there is taken as it is.
std::string condition(std::string_view text) {
  std::string made = "=";
  for (const char c : text) {
    if (c == '*' || c == '?' || c == '~') made += '~';
    made += c;
  }
  return quoted(made);
}

}  // namespace

struct LedgerWorkbook::State {
  State(const std::string& path, TagNames names, Date today, Language of)
      : tags(std::move(names)), language(of), sums(tags) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book = workbook_new_opt(path.c_str(), &options);
    if (book == nullptr) return;
    lxw_doc_properties properties{};
    properties.created = static_cast<time_t>(today.days()) * 86'400;
    workbook_set_properties(book, &properties);
    bold = workbook_add_format(book);
    format_set_bold(bold);
    format_set_bottom(bold, LXW_BORDER_THIN);
    day = workbook_add_format(book);
    format_set_num_format(day, "yyyy-mm-dd");
    month = workbook_add_format(book);
    format_set_num_format(month, "yyyy-mm");
    totals = workbook_add_worksheet(book, say(language, "totals", "totalen").c_str());
    add_columns();
    next_sheet();
  }
  ~State() {
    if (book != nullptr) workbook_close(book);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  // ---- the ledger

  void add_columns() {
    const auto column = [&](const char* en, const char* nl, double width) {
      columns.push_back({say(language, en, nl), width});
      return columns.size() - 1;
    };
    column("contract", "contract", 16);
    column("title", "naam", 32);
    first_tag = columns.size();
    for (const std::string& tag : tags) column(tag.c_str(), tag.c_str(), 14);
    future_at = column("future", "toekomst", 14);
    alternative_at = column("alternative", "alternatief", 18);
    column("about it", "gaat erover", 10);
    column("line", "regel", 18);
    column("title of the line", "naam van de regel", 28);
    column("component", "onderdeel", 16);
    column("borne by", "voor rekening van", 12);
    column("month", "maand", 10);
    column("from", "van", 12);
    column("to", "tot en met", 12);
    year_at = column("year", "jaar", 7);
    renewal_at = column("assumes renewal", "gaat uit van verlenging", 10);
    amount_at = column("amount", "bedrag", 15);
    currency_at = column("currency", "valuta", 9);
    vat_at = column("VAT", "btw", 10);
    column("status", "status", 14);
    counts_at = column("in the total", "telt mee", 10);
  }

  void next_sheet() {
    std::string name = say(language, "ledger", "posten");
    if (!sheets.empty()) name += " " + std::to_string(sheets.size() + 1);
    lxw_worksheet* sheet = workbook_add_worksheet(book, name.c_str());
    sheets.push_back({sheet, name, 0});
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet, at, at, columns[i].width, nullptr);
      note(worksheet_write_string(sheet, 0, at, columns[i].title.c_str(), bold));
    }
    worksheet_freeze_panes(sheet, 1, 0);
  }

  void add(const LedgerLine& line) {
    if (book == nullptr) return;
    sums.add(line);
    if (sheets.back().rows + 1 >= sheet_rows) next_sheet();
    lxw_worksheet* sheet = sheets.back().sheet;
    const std::uint32_t row = ++sheets.back().rows;
    lxw_col_t at = 0;
    const auto text = [&](std::string_view words) {
      if (!words.empty())
        note(worksheet_write_string(sheet, row, at, std::string(words).c_str(), nullptr));
      ++at;
    };
    const auto yes = [&](bool is) { text(is ? yes_word() : no_word()); };
    const auto date = [&](Date on, lxw_format* format) {
      lxw_datetime value = cell_date(on);
      note(worksheet_write_datetime(sheet, row, at++, &value, format));
    };
    text(line.owner.id);
    text(line.owner.title);
    for (const std::string& tag : tags) text(line.owner.tag(tag));
    text(line.future);
    text(line.alternative);
    yes(line.about);
    text(line.row.line);
    text(line.row.title.in(language));
    text(words(line.row.kind).in(language));
    text(!line.row.bearer                     ? std::string()
         : *line.row.bearer == Side::supplier ? say(language, "supplier", "leverancier")
                                              : say(language, "customer", "klant"));
    date(Period::containing(line.period.first, Unit::month).first_day(), month);
    date(line.period.first, day);
    date(line.period.last, day);
    note(worksheet_write_number(sheet, row, at++, line.period.first.year(), nullptr));
    yes(!line.period.contracted);
    if (!line.open())
      note(worksheet_write_number(sheet, row, at, cell_number(line.value()),
                                  money_format(line.row.decimals)));
    ++at;
    text(line.owner.currency.code());
    text(vat_word(line.owner.vat == Vat::included));
    text(status_text(line.amount));
    yes(is_paid(line.row.kind));
  }

  // ---- the totals

  void write_totals() {
    const std::vector<std::string> heads = {
        say(language, "tag", "label"),       say(language, "value", "waarde"),
        say(language, "currency", "valuta"), say(language, "VAT", "btw"),
        say(language, "future", "toekomst"), say(language, "alternative", "alternatief")};
    const auto [first_year, last_year] = sums.years();
    const auto years = static_cast<std::size_t>(last_year - first_year + 1);
    lxw_col_t at = 0;
    const auto head = [&](const std::string& title, double width) {
      worksheet_set_column(totals, at, at, width, nullptr);
      note(worksheet_write_string(totals, 0, at++, title.c_str(), bold));
    };
    for (const std::string& title : heads) head(title, 16);
    for (std::size_t i = 0; i < years; ++i) {
      worksheet_set_column(totals, at, at, 16, nullptr);
      note(worksheet_write_number(totals, 0, at++, first_year + static_cast<int>(i), bold));
    }
    head(say(language, "total", "totaal"), 18);
    head(say(language, "of it, assumes renewal", "waarvan uitgaand van verlenging"), 24);
    worksheet_freeze_panes(totals, 1, 0);
    std::uint32_t row = 0;
    for (const auto& [key, by_year] : sums.rows())
      write_total(++row, key, by_year, first_year, years);
    worksheet_autofilter(totals, 0, 0, row, static_cast<lxw_col_t>(heads.size() + years + 1));
    if (sums.open() == 0) return;
    const std::string open =
        say(language, "not known yet, and in no sum: ", "nog niet te bepalen, en in geen som: ") +
        std::to_string(sums.open());
    note(worksheet_write_string(totals, row + 2, 0, open.c_str(), nullptr));
  }

  void write_total(std::uint32_t row, const LedgerTotals::Key& key,
                   const std::map<int, LedgerTotals::Sum>& by_year, int first_year,
                   std::size_t years) {
    lxw_col_t at = 0;
    const auto text = [&](const std::string& words) {
      note(worksheet_write_string(totals, row, at++, words.c_str(), nullptr));
    };
    text(key.tag.empty() ? std::string(say(language, "all contracts", "alle contracten"))
                         : key.tag);
    text(key.value);
    text(key.currency);
    text(vat_word(key.with_vat));
    text(sums.futures()[key.future]);
    text(sums.alternatives()[key.alternative]);
    const std::string line = std::to_string(row + 1);
    Ratio all;
    Ratio renewal;
    for (std::size_t i = 0; i < years; ++i) {
      const auto found = by_year.find(first_year + static_cast<int>(i));
      const Ratio sum = found == by_year.end() ? Ratio(0) : found->second.all;
      all = all + sum;
      if (found != by_year.end()) renewal = renewal + found->second.renewal;
      const std::string year = column_letters(at) + "$1";
      formula(row, at++, sum_if(key, {{year_at, year}}), sum);
    }
    const std::size_t first = 6;
    formula(row, at++,
            "SUM(" + column_letters(first) + line + ":" + column_letters(first + years - 1) + line +
                ")",
            all);
    formula(row, at++, sum_if(key, {{renewal_at, quoted(yes_word())}}), renewal);
  }

  /// The sum of the amounts that count, of the row's tag, currency, VAT, future and alternative.
  std::string sum_if(const LedgerTotals::Key& key,
                     const std::vector<std::pair<std::size_t, std::string>>& more) const {
    std::string made;
    for (const Sheet& sheet : sheets) {
      const auto range = [&](std::size_t column) {
        const std::string letters = column_letters(column);
        return "'" + sheet.name + "'!$" + letters + "$2:$" + letters + "$" +
               std::to_string(sheet.rows + 1);
      };
      made += made.empty() ? "SUMIFS(" : "+SUMIFS(";
      made += range(amount_at);
      const auto where = [&](std::size_t column, const std::string& is) {
        made += "," + range(column) + "," + is;
      };
      where(counts_at, quoted(yes_word()));
      where(currency_at, quoted(key.currency));
      where(vat_at, quoted(vat_word(key.with_vat)));
      where(future_at, condition(sums.futures()[key.future]));
      where(alternative_at, condition(sums.alternatives()[key.alternative]));
      if (!key.tag.empty())
        where(first_tag + static_cast<std::size_t>(std::distance(tags.begin(), tags.find(key.tag))),
              condition(key.value));
      for (const auto& [column, is] : more) where(column, is);
      made += ")";
    }
    return made;
  }

  /// Sums of fractions of two are rounded to the decimals that the amounts have.
  void formula(std::uint32_t row, lxw_col_t at, const std::string& sum, const Ratio& value) {
    const int decimals = sums.decimals();
    const std::string text = "=ROUND(" + sum + "," + std::to_string(decimals) + ")";
    note(worksheet_write_formula_num(totals, row, at, text.c_str(), money_format(decimals),
                                     cell_number(round(value, Rounding::decimals(decimals)))));
  }

  // ---- both

  std::string yes_word() const { return say(language, "yes", "ja"); }
  std::string no_word() const { return say(language, "no", "nee"); }
  std::string vat_word(bool with) const {
    return with ? say(language, "with", "met") : say(language, "without", "zonder");
  }
  std::string_view status_text(const PlainAmount& amount) const {
    if (language == Language::en) return status_word(amount);
    if (amount.is == PlainAmount::Is::open) return "nog onbekend";
    if (amount.invoiced == Invoiced::whole) return "gefactureerd";
    if (amount.invoiced == Invoiced::part) return "deels gefactureerd";
    return amount.fixity == Fixity::fixed         ? "definitief"
           : amount.fixity == Fixity::provisional ? "voorlopig"
                                                  : "geraamd";
  }

  lxw_format* money_format(int decimals) {
    lxw_format*& format = money[decimals];
    if (format == nullptr) {
      format = workbook_add_format(book);
      std::string text = "#,##0";
      if (decimals > 0) text += "." + std::string(static_cast<std::size_t>(decimals), '0');
      format_set_num_format(format, text.c_str());
    }
    return format;
  }

  void note(lxw_error error) { refused = refused || error != LXW_NO_ERROR; }

  bool finish() {
    if (book == nullptr) return false;
    for (const Sheet& sheet : sheets)
      worksheet_autofilter(sheet.sheet, 0, 0, std::max<std::uint32_t>(sheet.rows, 1),
                           static_cast<lxw_col_t>(columns.size() - 1));
    if (!sums.rows().empty()) write_totals();
    note(workbook_close(book));
    book = nullptr;
    return !refused;
  }

  struct ColumnHead {
    std::string title;
    double width;
  };
  struct Sheet {
    lxw_worksheet* sheet;
    std::string name;
    std::uint32_t rows;  ///< below the heading
  };

  TagNames tags;
  Language language;
  LedgerTotals sums;
  std::vector<ColumnHead> columns;
  /// Which column holds what a sum asks for.
  std::size_t first_tag = 0, future_at = 0, alternative_at = 0, year_at = 0, renewal_at = 0,
              amount_at = 0, currency_at = 0, vat_at = 0, counts_at = 0;
  lxw_workbook* book = nullptr;
  lxw_worksheet* totals = nullptr;
  std::vector<Sheet> sheets;
  lxw_format* bold = nullptr;
  lxw_format* day = nullptr;
  lxw_format* month = nullptr;
  std::map<int, lxw_format*> money;  ///< by decimals
  bool refused = false;
};

LedgerWorkbook::LedgerWorkbook(const std::string& path, TagNames tags, Date today,
                               Language language)
    : state_(std::make_unique<State>(path, std::move(tags), today, language)) {}
LedgerWorkbook::~LedgerWorkbook() = default;
LedgerWorkbook::LedgerWorkbook(LedgerWorkbook&&) noexcept = default;
LedgerWorkbook& LedgerWorkbook::operator=(LedgerWorkbook&&) noexcept = default;

void LedgerWorkbook::add(const LedgerLine& line) { state_->add(line); }
bool LedgerWorkbook::finish() && { return state_->finish(); }

}  // namespace pricetalk
