#include "register/paid_line.hpp"

#include "pricetalk/explain/figure.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

using Column = RegisterColumn::Column;

class PaidLineReader {
 public:
  PaidLineReader(const RegisterFile& file, std::size_t row, const Currency& currency,
                 ImportedRow& made)
      : file_(file), row_(row), currency_(currency), made_(made) {}

  /// The amounts of the row; where two say the same thing they agree.
  std::optional<PaidLine> read() {
    const auto month = file_.amount(row_, Column::amount_a_month, made_);
    const auto quarter = file_.amount(row_, Column::amount_a_quarter, made_);
    const auto year = file_.amount(row_, Column::amount_a_year, made_);
    const auto hour = file_.amount(row_, Column::hour_rate, made_);
    const auto piece = file_.amount(row_, Column::price, made_);
    if (hour && piece && Ratio(*hour) != Ratio(*piece))
      ask(Column::hour_rate, {"the row has two rates", "de rij heeft twee tarieven"});
    hours();
    if (!made_.questions.empty()) return line_;
    const bool per_hour = hour || (piece && hours_said_);
    if (per_hour) {
      line_ = {"hours",
               "uren",
               "hour",
               hour ? *hour : *piece,
               hour ? Column::hour_rate : Column::price,
               {},
               Column::count};
      by_the_hour(month, year);
    } else if (piece && (text(Column::per_month).empty() && text(Column::per_year).empty()) &&
               (month || quarter || year)) {
      ask(Column::price,
          {"the row has a rate and an amount, and no number that makes one of the other",
           "de rij heeft een tarief en een bedrag, en geen aantal dat het een uit het ander "
           "maakt"});
    } else if (piece) {
      line_ = {"price", "prijs", "", *piece, Column::price, {}, Column::count};
      number_of(Column::per_month, "per_month");
      if (line_->quantity.empty()) number_of(Column::per_year, "per_year");
    } else {
      by_the_period(month, quarter, year);
    }
    if (line_ && line_->quantity.empty() && made_.questions.empty())
      leave_open(line_->column,
                 {"how much is bought is not said, so nobody can tell what a year costs",
                  "hoeveel er wordt afgenomen staat er niet, dus wat een jaar kost evenmin"});
    return line_;
  }

 private:
  void number_of(Column column, const char* key) {
    if (const auto count = file_.amount(row_, column, made_)) {
      line_->quantity = "{ " + std::string(key) + " = " + plain(*count) + " }";
      line_->counted = column;
    }
  }

  /// Without noughts behind the last figure.
  static Decimal bare(Decimal value) {
    while (value.scale() > 0 && value.mantissa() % 10 == 0)
      value = Decimal(value.mantissa() / 10, value.scale() - 1);
    return value;
  }
  static std::string plain(const Decimal& value) { return bare(value).text(); }

  void hours() {
    for (const Column column :
         {Column::hours_a_week, Column::hours_a_month, Column::hours_a_year, Column::hours}) {
      if (text(column).empty()) continue;
      const auto value = file_.amount(row_, column, made_);
      if (!value) continue;
      if (hours_said_) {
        ask(column, {"the row has hours twice", "de rij heeft twee keer uren"});
        return;
      }
      hours_said_ = value;
      hours_column_ = column;
    }
  }

  bool agrees(const Decimal& a, const Decimal& times, const Decimal& amount) const {
    const Ratio off = abs(Ratio(a) * Ratio(times) - Ratio(amount));
    return !(Ratio(1) < off);
  }

  void by_the_hour(const std::optional<Decimal>& month, const std::optional<Decimal>& year) {
    constexpr int weeks = 52;
    const auto quantity = [&](const char* key, const Decimal& value) {
      line_->quantity = "{ " + std::string(key) + " = " + plain(value) + " }";
      line_->counted = hours_column_;
    };
    if (!hours_said_) {
      if (month || year)
        ask(line_->column, {"the row has a rate and an amount, and no hours",
                            "de rij heeft een tarief en een bedrag, en geen uren"});
      return;
    }
    const Decimal& hours = *hours_said_;
    if (hours_column_ == Column::hours) {
      // An amount beside the rate tells what the hours are of.
      if (month && agrees(line_->price, hours, *month))
        quantity("per_month", hours);
      else if (year && agrees(line_->price, hours, *year))
        quantity("per_year", hours);
      else if (month || year)
        not_the_product(month ? Column::amount_a_month : Column::amount_a_year);
      return;
    }
    if (hours_column_ == Column::hours_a_month) {
      if (month && !agrees(line_->price, hours, *month)) not_the_product(Column::amount_a_month);
      quantity("per_month", hours);
    } else if (hours_column_ == Column::hours_a_year) {
      if (year && !agrees(line_->price, hours, *year)) not_the_product(Column::amount_a_year);
      quantity("per_year", hours);
    } else {
      if (month || year) not_the_product(month ? Column::amount_a_month : Column::amount_a_year);
      const Decimal a_year = as_decimal(Ratio(hours) * Ratio(weeks), hours.scale());
      quantity("per_year", a_year);
      assume(
          hours_column_,
          {plain(hours) + " hours a week are counted for 52 weeks: " + plain(a_year) + " a year",
           decimal_text(bare(hours), Language::nl) + " uur per week is gerekend over 52 weken: " +
               decimal_text(bare(a_year), Language::nl) + " per jaar"});
    }
  }

  void not_the_product(Column column) {
    ask(column, {"rate times hours is not this amount; which of the three holds?",
                 "tarief maal uren is niet dit bedrag; welk van de drie geldt?"});
  }

  void by_the_period(const std::optional<Decimal>& month, const std::optional<Decimal>& quarter,
                     const std::optional<Decimal>& year) {
    const auto differs = [&](const std::optional<Decimal>& part, int times) {
      return part && year && Ratio(1) < abs(Ratio(*part) * Ratio(times) - Ratio(*year));
    };
    if (differs(month, 12) || differs(quarter, 4)) {
      const Column column = month ? Column::amount_a_month : Column::amount_a_quarter;
      const Ratio times = Ratio(*(month ? month : quarter)) * Ratio(month ? 12 : 4);
      const Decimal sum = as_decimal(times, 2);
      ask(Column::amount_a_year,
          {"a year is " + money_text({*year, currency_}, Language::en) + ", and by " +
               file_.address(row_, column) + " it is " + money_text({sum, currency_}, Language::en),
           "een jaar is " + money_text({*year, currency_}, Language::nl) + ", en volgens " +
               file_.address(row_, column) + " " + money_text({sum, currency_}, Language::nl)});
      return;
    }
    if (month)
      line_ = {"monthly",           "maandbedrag", "month", *month, Column::amount_a_month,
               "{ per_month = 1 }", Column::count};
    else if (quarter)
      line_ = {"quarterly",  "kwartaalbedrag",         "quarter",
               *quarter,     Column::amount_a_quarter, "{ per_quarter = 1 }",
               Column::count};
    else if (year)
      line_ = {"yearly",           "jaarbedrag", "year", *year, Column::amount_a_year,
               "{ per_year = 1 }", Column::count};
    else if (made_.questions.empty())
      ask(first_amount_column(), {"the row has no price", "de rij heeft geen prijs"});
  }

  Column first_amount_column() const {
    for (const Column column : {Column::amount_a_month, Column::amount_a_year, Column::hour_rate,
                                Column::price, Column::amount_a_quarter})
      if (file_.list().has(column)) return column;
    return Column::contract;
  }

  void ask(Column column, Phrase what) {
    made_.questions.push_back({file_.address(row_, column), std::move(what)});
  }
  void assume(Column column, Phrase what) {
    made_.assumptions.push_back({file_.address(row_, column), std::move(what)});
  }
  void leave_open(Column column, Phrase what) {
    made_.open.push_back({file_.address(row_, column), std::move(what)});
  }
  std::string text(Column column) const { return file_.text(row_, column); }

  const RegisterFile& file_;
  std::size_t row_;
  Currency currency_;
  ImportedRow& made_;
  std::optional<PaidLine> line_;
  std::optional<Decimal> hours_said_;
  Column hours_column_ = Column::hours;
};

}  // namespace

std::optional<PaidLine> paid_line(const RegisterFile& file, std::size_t row,
                                  const Currency& currency, ImportedRow& made) {
  return PaidLineReader(file, row, currency, made).read();
}

}  // namespace pricetalk
