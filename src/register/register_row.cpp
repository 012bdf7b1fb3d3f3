#include "register/register_row.hpp"

#include <algorithm>

#include "document/currency_word.hpp"
#include "document/time_words.hpp"
#include "document/toml_text.hpp"
#include "document/words.hpp"
#include "invoice/cells.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/explain/figure.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "register/paid_line.hpp"
#include "register/row_values.hpp"

namespace pricetalk {

namespace {

using Column = RegisterColumn::Column;

class RowReader {
 public:
  RowReader(const RowTerms& terms, std::size_t row, ImportedRow& made)
      : terms_(terms), file_(terms.file), row_(row), made_(made) {}

  void read() {
    identity();
    dates();
    line_ = paid_line(file_, row_, currency_, made_);
    money();
    index();
    if (made_.questions.empty()) price_day();
    if (made_.questions.empty()) made_.text = contract_text(*price_date_);
    if (made_.questions.empty()) look_at(made_.text);
  }

 private:
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
  bool nl() const { return terms_.language == Language::nl; }

  void identity() {
    currency_ = document::currency_named(text(Column::currency)).value_or(Currency());
    if (made_.id.empty())
      ask(Column::contract, {"the row names no contract", "de rij noemt geen contract"});
    else if (names_several(made_.id))
      ask(Column::contract,
          {"'" + made_.id + "' names several contracts; give each a row of its own",
           "'" + made_.id + "' noemt meer dan één contract; geef elk een eigen rij"});
  }

  void dates() {
    start_ = file_.day(row_, Column::start, made_);
    if (!start_ && text(Column::start).empty())
      ask(Column::start, {"the day on which the contract starts is missing",
                          "de dag waarop het contract ingaat ontbreekt"});
    const std::string end = cells::folded(text(Column::end));
    if (!end.starts_with("onbepaald") && !end.starts_with("doorlopend") && end != "indefinite" &&
        end != "openended")
      end_ = file_.day(row_, Column::end, made_);
    if (start_ && end_ && *end_ < *start_)
      ask(Column::end, {"the contract ends before it starts, on " + start_->text(),
                        "het contract eindigt voor het ingaat, op " + start_->text()});
  }

  /// Currency, country and VAT.
  void money() {
    std::optional<Currency> said;
    if (const std::string cell = text(Column::currency); !cell.empty()) {
      said = document::currency_named(cell);
      if (!said)
        ask(Column::currency, {"'" + cell + "' is no currency; write EUR",
                               "'" + cell + "' is geen munt; schrijf EUR"});
    }
    if (line_)
      if (const auto in_cell = file_.currency_in(row_, line_->column)) {
        if (said && !(*said == *in_cell))
          ask(line_->column, {"the amount is in " + std::string(in_cell->code()) +
                                  ", and the row in " + std::string(said->code()),
                              "het bedrag is in " + std::string(in_cell->code()) +
                                  ", en de rij in " + std::string(said->code())});
        said = in_cell;
      }
    currency_ = said.value_or(Currency());
    const std::string land = text(Column::country);
    if (!land.empty() && !country_named(land))
      ask(Column::country,
          {"'" + land + "' is no country that is known here; write its two letters",
           "'" + land + "' is geen land dat hier bekend is; schrijf de twee letters"});
    vat();
  }

  void vat() {
    const std::string cell = text(Column::vat);
    const std::string folded = cells::folded(cell);
    const auto with = file_.with_vat();
    if (folded.starts_with("incl") || folded == "ja" || folded == "yes") {
      vat_ = "included";
    } else if (folded.starts_with("excl") || folded == "nee" || folded == "no") {
      vat_ = "excluded";
    } else if (!cell.empty()) {
      const auto rate = file_.percentage(row_, Column::vat, made_);
      if (rate) vat_rate_ = rate->of_hundred.text() + "%";
    }
    if (vat_.empty() && with) vat_ = *with ? "included" : "excluded";
  }

  /// Which clause moves the price, and what the row says of it beside its words.
  void index() {
    const std::string word = mapped_word(terms_, row_);
    const std::string* mapped = terms_.mapping.clause_of(word);
    const std::string cell = text(Column::index);
    cap_ = file_.percentage(row_, Column::cap, made_);
    floor_ = file_.percentage(row_, Column::floor, made_);
    if (cap_ && floor_ && cap_->of_hundred < floor_->of_hundred)
      ask(Column::floor, {"the floor is above the cap", "het minimum ligt boven het maximum"});
    month_and_day();
    if (mapped == nullptr || *mapped == RegisterMapping::asked) {
      ask(Column::index, question_of(cell, word));
      return;
    }
    if (*mapped == RegisterMapping::none) {
      if (cap_ || floor_ || month_ || on_)
        ask(Column::index,
            {"the row has no indexation, and a month, day, cap or floor of it",
             "de rij heeft geen indexering, en wel een maand, dag, maximum of minimum daarvan"});
      return;
    }
    if (!terms_.clauses.has(*mapped)) {
      ask(Column::index, {"the mapping names a clause that is not there: " + *mapped,
                          "de vertaallijst noemt een clausule die er niet is: " + *mapped});
      return;
    }
    clause_ = *mapped;
    index_name_ = terms_.clauses.index_of(clause_);
    if (month_ && index_name_.empty()) {
      leave_open(Column::month, {"the clause reads no index, so the month says nothing",
                                 "de clausule leest geen index, dus de maand zegt niets"});
      month_.reset();
    }
    note_day();
    if (terms_.clauses.leaves_open(clause_, "series"))
      leave_open(Column::index, {"which series of the index counts is not said",
                                 "welke reeks van de index telt, staat er niet"});
    if ((!month_ || !counts_months()) && terms_.clauses.leaves_open(clause_, "use"))
      leave_open(Column::index, {"which month of the index counts is not said",
                                 "welke maand van de index telt, staat er niet"});
  }

  Phrase question_of(const std::string& cell, const std::string& word) const {
    Phrase made;
    if (cell.empty())
      made = {"the row says nothing of indexation", "de rij zegt niets over indexering"};
    else
      made = index_meaning(cell, country_of(terms_, row_), terms_.library).why;
    if (made.empty())
      made = {"'" + cell + "' is asked about", "bij '" + cell + "' staat een vraag"};
    made.en += "; say it in the row, or for all such rows behind " + toml_text(word) +
               " in register/mapping.toml";
    made.nl += "; zeg het in de rij, of voor al zulke rijen achter " + toml_text(word) +
               " in register/mapping.toml";
    return made;
  }

  void month_and_day() {
    if (const std::string cell = text(Column::month); !cell.empty()) {
      month_ = month_named(cell);
      const auto number = small_count(cell);
      if (!month_ && number && *number >= 1 && *number <= 12 && document::all_digits(cell))
        month_ = *number;
      if (!month_)
        leave_open(Column::month, {"'" + cell + "' is no month; which one counts stays open",
                                   "'" + cell + "' is geen maand; welke telt, blijft open"});
    }
    const std::string cell = text(Column::adjust);
    if (cell.empty()) return;
    on_ = file_.list().day_of_year(row_, Column::adjust);
    if (on_) return;
    const UnreadDay why = file_.list().unread_day(row_, Column::adjust);
    ask(Column::adjust, {why.title.en + "; " + why.hint.en, why.title.nl + "; " + why.hint.nl});
  }

  /// A year that begins on 1 January has one anniversary; of others people also mean 1 January.
  void note_day() {
    if (!start_ || on_ || terms_.clauses.says_day(clause_)) return;
    if (start_->month() == 1 && start_->day() == 1) return;
    const MonthDay day{start_->month(), start_->day()};
    const auto in = [&](Language language) {
      return std::to_string(day.day) + " " + month_name(day.month).in(language);
    };
    assume(Column::index, {"the price moves every year on " + in(Language::en) +
                               ", the day on which it started; the row names no day",
                           "de prijs verandert elk jaar op " + in(Language::nl) +
                               ", de dag waarop het contract inging; de rij noemt geen dag"});
  }

  /// The series of the row's clause counts months, as far as is known here.
  bool counts_months() const {
    const auto meaning =
        index_meaning(text(Column::index), country_of(terms_, row_), terms_.library);
    return meaning.series == nullptr || !meaning.series->frequency ||
           *meaning.series->frequency == Unit::month;
  }

  void price_day() {
    price_date_ = file_.price_day(row_, made_);
    if (price_date_ || !made_.questions.empty()) return;
    price_date_ = terms_.mapping.price_date(*start_);
    if (price_date_) return;
    // What never moved has one price.
    const Date last = end_ ? std::min(*end_, terms_.today) : terms_.today;
    const bool moved = !clause_.empty() && *start_ < last;
    price_date_ = *start_;
    if (!moved) return;
    const auto of_start = price_on(contract_text(*start_), last);
    const auto of_now = price_on(contract_text(last), last);
    if (of_start && of_now && *of_start == *of_now) return;
    Phrase what{"the day of the price is missing", "de dag van de prijs ontbreekt"};
    if (of_start && of_now) {
      what.en += ": of the start it is " + shown(*of_start, Language::en) + " on " +
                 date_text(last, Language::en) + ", of that day " + shown(*of_now, Language::en);
      what.nl += ": is het de prijs van het begin, dan is die op " + date_text(last, Language::nl) +
                 " " + shown(*of_start, Language::nl) + "; is het de prijs van die dag, dan " +
                 shown(*of_now, Language::nl);
    } else {
      what.en += ": of the start, " + start_->text() +
                 ", or of now? With the first, every step since is still to be added";
      what.nl += ": van het begin, " + start_->text() +
                 ", of van nu? Bij het begin komt elke verhoging sindsdien er nog bij";
    }
    what.en += "; for all rows: prices_of = \"start\" or a day in register/mapping.toml";
    what.nl += "; voor alle rijen: prices_of = \"start\" of een dag in register/mapping.toml";
    ask(file_.list().has(Column::price_date) ? Column::price_date : line_->column, std::move(what));
  }

  std::string shown(const Ratio& price, Language language) const {
    return money_text(
        {as_decimal(price, std::max(line_->price.scale(), currency_.minor_decimals())), currency_},
        language);
  }

  Loaded<Contract> contract_of(const std::string& text) const {
    const SourcePtr& clauses = terms_.clauses_source;
    return read_contract(
        std::make_shared<const SourceText>(file_.list().where(row_).place(), text),
        [&](const std::string&, Span) {
          return Loaded<std::vector<SourcePtr>>{std::vector<SourcePtr>{clauses}, {}};
        });
  }

  /// What the price is on a day; nothing while it is not determined.
  std::optional<Ratio> price_on(const std::string& text, Date day) const {
    const Loaded<Contract> contract = contract_of(text);
    if (!contract.ok()) return std::nullopt;
    const Coverage coverage(terms_.library, terms_.today);
    for (const PriceSchedule& prices : schedule(*contract.value, coverage, day))
      if (const PriceEntry* entry = prices.on(day); entry != nullptr && entry->price)
        return *entry->price;
    return std::nullopt;
  }

  /// A file that cannot be read is no file.
  void look_at(const std::string& text) {
    const Loaded<Contract> contract = contract_of(text);
    Diagnostics problems = contract.diagnostics;
    if (contract.ok()) check_series(*contract.value, terms_.library, problems);
    for (const Diagnostic& each : problems.list())
      if (each.severity == Severity::error) {
        ask(Column::contract, each.title);
        made_.text.clear();
        return;
      }
  }

  // ---- the text ----

  std::string remark(Column column) const { return "  # " + file_.address(row_, column) + "\n"; }

  std::string stated(const char* key, Column column) const {
    const std::string cell = text(column);
    return cell.empty() ? std::string()
                        : std::string(key) + " = " + toml_text(cell) + remark(column);
  }

  std::string contract_text(Date price_date) {
    const std::string end = renewal();
    std::string made = nl() ? "# Rij " : "# Row ";
    made += std::to_string(made_.number) + (nl() ? " van " : " of ") + terms_.file_name + "\n";
    for (const RegisterNote& each : made_.assumptions)
      made += (nl() ? "# Aangenomen: " : "# Assumed: ") + each.what.in(terms_.language) + " (" +
              each.cell + ")\n";
    for (const RegisterNote& each : made_.open)
      made += "# Open: " + each.what.in(terms_.language) + " (" + each.cell + ")\n";
    made += "schema = 1\n";
    if (!clause_.empty()) made += "clauses_from = [" + toml_text(register_clauses_file) + "]\n";
    made += "\n[contract]\nid = " + toml_text(made_.id) + remark(Column::contract) +
            stated("title", Column::line);
    const std::string country = country_of(terms_, row_);
    if (!country.empty())
      made += "jurisdiction = " + toml_text(country) +
              (text(Column::country).empty() ? "\n" : remark(Column::country));
    made += "currency = " + toml_text(currency_.code()) + "\n";
    if (!vat_.empty()) made += "vat = \"" + vat_ + "\"\n";
    if (!vat_rate_.empty()) made += "vat_rate = \"" + vat_rate_ + "\"" + remark(Column::vat);
    made += "start = " + start_->text() + remark(Column::start);
    if (end_) made += "end = " + end_->text() + remark(Column::end);
    return made + tags() + parties() + line(price_date) + own_clause() + end;
  }

  std::string tags() const {
    std::string made;
    for (const auto& [key, column] :
         {std::pair{"owner", Column::owner}, std::pair{"cost_centre", Column::cost_centre}})
      if (!text(column).empty())
        made += (made.empty() ? "" : ", ") + std::string(key) + " = " + toml_text(text(column));
    return made.empty() ? made : "tags = { " + made + " }\n";
  }

  std::string parties() const {
    std::string made;
    for (const auto& [key, column] :
         {std::pair{"supplier", Column::supplier}, std::pair{"customer", Column::customer}})
      if (!text(column).empty())
        made += std::string(key) + " = { name = " + toml_text(text(column)) + " }" + remark(column);
    return made.empty() ? made : "\n[parties]\n" + made;
  }

  std::string line(Date price_date) const {
    std::string made = "\n[price." + std::string(nl() ? line_->id_nl : line_->id_en) + "]\n";
    if (line_->unit[0] != '\0') made += "unit = \"" + std::string(line_->unit) + "\"\n";
    made += "unit_price = " + line_->price.text() + remark(line_->column);
    made += "price_date = " + price_date.text() +
            (text(Column::price_date).empty() ? "\n" : remark(Column::price_date));
    if (!line_->quantity.empty())
      made += "quantity = " + line_->quantity +
              (line_->counted == Column::count ? "\n" : remark(line_->counted));
    if (!clause_.empty())
      made += "clause = " + toml_text(has_own_clause() ? own_name() : clause_) +
              (has_own_clause() ? "\n" : remark(Column::index));
    return made;
  }

  std::string own_name() const { return nl() ? "indexering" : "indexation"; }
  /// The anniversary needs no words, unless the shared clause has a day of its own.
  bool day_is_said() const {
    const bool anniversary = on_ && *on_ == MonthDay{start_->month(), start_->day()};
    return on_ && !(anniversary && !terms_.clauses.says_day(clause_));
  }
  bool has_own_clause() const {
    return cap_ || floor_ || day_is_said() || (month_ && counts_months());
  }

  std::string own_clause() {
    if (clause_.empty() || !has_own_clause()) return {};
    std::string made =
        "\n[clause." + own_name() + "]\nlike = " + toml_text(clause_) + remark(Column::index);
    if (on_)
      made +=
          "adjust = { every = \"year\", on = \"" + on_->text() + "\" }" + remark(Column::adjust);
    if (month_ && counts_months()) {
      const int adjusted = on_ ? on_->month : start_->month();
      made += "index." + index_name_ + " = { use = " +
              toml_text(document::lower(month_name(*month_).en) +
                        (*month_ < adjusted ? " of same year" : " of previous year")) +
              (terms_.clauses.leaves_open(clause_, "series") ? ", unknown = [\"series\"] }"
                                                             : ", unknown = [] }") +
              remark(Column::month);
    }
    std::string limits;
    if (cap_) limits += "cap = \"" + cap_->text() + "\"";
    if (floor_) limits += (cap_ ? ", floor = \"" : "floor = \"") + floor_->text() + "\"";
    if (!limits.empty())
      made += "limits = { " + limits + " }" + remark(cap_ ? Column::cap : Column::floor);
    return made;
  }

  std::string renewal() {
    std::string made = notice();
    const std::string cell = text(Column::options);
    if (!cell.empty() && cell != "0") {
      const auto extension = written_extension(cell);
      const Phrase said = extension ? words(*extension) : same(cell);
      made += "then = " +
              toml_text((nl() ? "Verlenging mogelijk: " : "Can be extended: ") +
                        said.in(terms_.language)) +
              remark(Column::options);
    }
    return made.empty() ? made : "\n[renewal]\n" + made;
  }

  std::string notice() {
    struct Counted {
      Column column;
      std::optional<Unit> unit;
    };
    for (const Counted& each :
         {Counted{Column::notice, {}}, Counted{Column::notice_days, Unit::day},
          Counted{Column::notice_weeks, Unit::week}, Counted{Column::notice_months, Unit::month},
          Counted{Column::notice_years, Unit::year}}) {
      const std::string cell = text(each.column);
      if (cell.empty() || cell == "0" || cells::folded(cell) == "geen") continue;
      const auto found = written_duration(cell, each.unit);
      if (found) return "notice = \"" + found->text() + "\"" + remark(each.column);
      note_once(each.column,
                {"'" + cell + "' is no notice that can be counted; it stays open",
                 "'" + cell + "' is geen opzegtermijn die te tellen is; ze blijft open"});
      return {};
    }
    return {};
  }

  /// The text is made several times, with other days of the price.
  void note_once(Column column, Phrase what) {
    const std::string cell = file_.address(row_, column);
    if (std::none_of(made_.open.begin(), made_.open.end(), [&](const RegisterNote& each) {
          return each.cell == cell && each.what == what;
        }))
      made_.open.push_back({cell, std::move(what)});
  }

  const RowTerms& terms_;
  const RegisterFile& file_;
  std::size_t row_;
  ImportedRow& made_;
  std::optional<Date> start_;
  std::optional<Date> end_;
  std::optional<Date> price_date_;
  std::optional<PaidLine> line_;
  Currency currency_;
  std::string vat_;
  std::string vat_rate_;
  std::string clause_;  ///< of the mapping; empty: the price does not move
  std::string index_name_;
  std::optional<Percent> cap_;
  std::optional<Percent> floor_;
  std::optional<int> month_;
  std::optional<MonthDay> on_;
};

}  // namespace

std::string country_of(const RowTerms& terms, std::size_t row) {
  const auto own = country_named(terms.file.text(row, Column::country));
  return own ? *own : terms.country;
}

std::string mapped_word(const RowTerms& terms, std::size_t row) {
  const std::string word = terms.file.text(row, Column::index);
  // "-" and "nvt" are words too: the row says that there is none.
  if (word.empty())
    return std::string(document::trimmed(terms.file.list().text(row, Column::index)));
  const std::string country = country_of(terms, row);
  if (country == terms.country) return word;
  return index_meaning(word, country, terms.library).of_country ? word + " (" + country + ")"
                                                                : word;
}

void read_row(const RowTerms& terms, std::size_t row, ImportedRow& made) {
  RowReader(terms, row, made).read();
}

}  // namespace pricetalk
