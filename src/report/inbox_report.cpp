#include "report/inbox_report.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <variant>

#include "letter/answer_letter.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/csv_text.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

Decimal amount_decimal(const Ratio& amount, const Currency& currency) {
  return as_decimal(amount, currency.minor_decimals());
}

std::string amount_text(const Ratio& amount, const Currency& currency, Language language) {
  return money_text({amount_decimal(amount, currency), currency}, language);
}

/// "€12.00", "€-3.00 to €12.00".
std::string amount_text(const LetterAmount& amount, Language language) {
  const std::string least = amount_text(amount.least, amount.currency, language);
  if (amount.least == amount.most) return least;
  return least + say(language, " to ", " tot ") +
         amount_text(amount.most, amount.currency, language);
}

/// Why a letter has its verdict: of its heaviest lines, each reason once.
std::string why_text(const InboxLetter& letter, Language language) {
  if (!letter.answer) return letter.not_judged.in(language);
  std::vector<std::string> told;
  for (const AnsweredLine& line : letter.answer->lines)
    for (const AnsweredPrice& price : line.prices) {
      if (price.verdict != letter.answer->verdict) continue;
      const std::string why = price.why.in(language);
      if (std::find(told.begin(), told.end(), why) == told.end()) told.push_back(why);
    }
  std::string made;
  for (const std::string& why : told) made += (made.empty() ? "" : "; ") + why;
  return made;
}

std::string cause_text(const InboxLetter& letter, Language language) {
  if (!letter.answer) return {};
  for (const AnsweredLine& line : letter.answer->lines)
    if (line.cause)
      return (line.cause->certain ? "" : say(language, "perhaps ", "misschien ")) +
             line.cause->explanation.sentence().in(language);
  return {};
}

std::string announced_text(const InboxRow& row, Language language) {
  if (row.letter.change)
    return percent_text(row.letter.change->as_fraction(), row.letter.change->of_hundred.scale(),
                        language);
  return row.unit_price ? decimal_text(*row.unit_price, language) : std::string();
}

std::string name_of(const InboxLetter& letter) {
  if (letter.contract != nullptr) return letter.contract->contract->id;
  return letter.row.contract.empty() ? letter.row.supplier : letter.row.contract;
}

/// "letters.csv:3", "post/letter.pdf".
std::string place_of(const InboxLetter& letter) {
  return letter.row.itself ? letter.row.itself->path : letter.row.where.place();
}

std::string supplier_of(const InboxLetter& letter) {
  return letter.contract != nullptr && !letter.contract->contract->supplier.empty()
             ? letter.contract->contract->supplier
             : letter.row.supplier;
}

std::vector<std::string> sum_cells(const InboxSum& sum, Language language) {
  std::string amounts;
  for (const LetterAmount& each : sum.amounts)
    amounts += (amounts.empty() ? "" : "; ") + amount_text(each, language);
  return {words(sum.state).in(language), std::to_string(sum.letters), amounts,
          sum.without_amount == 0 ? std::string() : std::to_string(sum.without_amount)};
}

std::vector<std::string> total_cells(const InboxAnswer& inbox, Language language) {
  std::vector<std::string> made = sum_cells(all_letters(inbox), language);
  made.front() = say(language, "all letters", "alle brieven");
  return made;
}

std::vector<std::string> sum_heads(Language language) {
  return {say(language, "verdict", "oordeel"), say(language, "letters", "brieven"),
          say(language, "a year above the contract", "per jaar boven het contract"),
          say(language, "without amount", "zonder bedrag")};
}

std::vector<std::string> letter_heads(Language language) {
  return {say(language, "verdict", "oordeel"),      say(language, "contract", "contract"),
          say(language, "supplier", "leverancier"), say(language, "announced", "aangekondigd"),
          say(language, "from", "vanaf"),           say(language, "a year", "per jaar"),
          say(language, "answer by", "uiterlijk"),  say(language, "owner", "eigenaar")};
}

/// The name of the contract for people: of a letter itself a guess, or the name of its file.
std::string shown_name(const InboxLetter& letter) {
  if (letter.guess != nullptr) return letter.guess->contract->id + "?";
  if (!letter.row.itself) return name_of(letter);
  const std::string& path = letter.row.itself->path;
  return path.substr(path.find_last_of('/') + 1);
}

std::vector<std::string> letter_cells(const InboxLetter& letter, Language language) {
  const auto by = letter.answer_by();
  return {words(letter.state()).in(language),
          shown_name(letter),
          supplier_of(letter),
          announced_text(letter.row, language),
          letter.row.unread.empty() ? letter.row.letter.on.text() : std::string(),
          letter.amount ? amount_text(*letter.amount, language) : std::string(),
          by              ? by->text()
          : letter.answer ? say(language, "now", "nu")
                          : std::string(),
          letter.owner};
}

std::string letters_counted(const InboxAnswer& inbox, Language language) {
  return std::to_string(inbox.letters.size()) + (inbox.letters.size() == 1
                                                     ? say(language, " letter", " brief")
                                                     : say(language, " letters", " brieven"));
}

Page::Align side(std::size_t column, std::initializer_list<std::size_t> right) {
  return std::find(right.begin(), right.end(), column) != right.end() ? Page::Align::right
                                                                      : Page::Align::left;
}

}  // namespace

std::string inbox_text(const InboxAnswer& inbox, std::size_t shown, Language language) {
  std::string out = letters_counted(inbox, language) + "\n\n";
  Table sums;
  for (const std::string& head : sum_heads(language))
    sums.columns.push_back({head, sums.columns.empty() ? Table::Align::left : Table::Align::right});
  for (const InboxSum& sum : inbox.sums)
    if (sum.letters > 0) sums.row(sum_cells(sum, language));
  sums.row(total_cells(inbox, language));
  out += as_text(sums) + "\n";
  Table letters;
  for (const std::string& head : letter_heads(language))
    letters.columns.push_back({head, letters.columns.size() == 3 || letters.columns.size() == 5
                                         ? Table::Align::right
                                         : Table::Align::left});
  const std::size_t count =
      shown == 0 ? inbox.letters.size() : std::min(shown, inbox.letters.size());
  std::string to_read;
  for (std::size_t i = 0; i < count; ++i) {
    const InboxLetter& letter = inbox.letters[i];
    letters.row(letter_cells(letter, language));
    if (letter.row.itself)
      to_read += place_of(letter) + ": " + letter.not_judged.in(language) + "\n";
  }
  out += as_text(letters);
  if (!to_read.empty()) out += "\n" + to_read;
  if (count < inbox.letters.size())
    out += say(language, "and ", "en nog ") + std::to_string(inbox.letters.size() - count) +
           say(language, " more; --csv has all\n", "; --csv geeft alle\n");
  return out;
}

Page inbox_page(const InboxAnswer& inbox, Language language) {
  Page page;
  page.language = language;
  page.paper = Page::Paper::list;
  page.name = say(language, "Letters received", "Ontvangen brieven");
  page.add(Page::Heading{page.name, 1});
  page.add(
      Page::Text{letters_counted(inbox, language) + ", " + date_text(inbox.today, language) +
                 say(language,
                     ". Amounts are what is announced above what the contract allows, in a year; "
                     "below zero: less than is allowed.",
                     ". Bedragen zijn wat boven het contract is aangekondigd, per jaar; onder "
                     "nul: minder dan is toegestaan.")});
  Page::Grid sums;
  for (const std::string& head : sum_heads(language))
    sums.columns.push_back({head, side(sums.columns.size(), {1, 2, 3})});
  const auto add = [](Page::Grid& grid, const std::vector<std::string>& cells) {
    std::vector<Page::Cell> row;
    for (const std::string& cell : cells) row.emplace_back(cell);
    grid.row(std::move(row));
  };
  for (const InboxSum& sum : inbox.sums)
    if (sum.letters > 0) add(sums, sum_cells(sum, language));
  add(sums, total_cells(inbox, language));
  page.add(std::move(sums));
  page.add(Page::Heading{say(language, "To do", "Te doen"), 2});
  Page::Grid letters;
  constexpr std::array widths = {9, 9, 11, 8, 7, 13, 7, 6};
  constexpr int width_of_why = 30;
  for (const std::string& head : letter_heads(language)) {
    const std::size_t at = letters.columns.size();
    // Days stand as figures do: they are not broken over two lines.
    letters.columns.push_back({head, side(at, {3, 4, 5, 6}), widths[at]});
  }
  letters.columns.push_back({say(language, "why", "waarom"), Page::Align::left, width_of_why});
  for (const InboxLetter& letter : inbox.letters) {
    std::vector<std::string> cells = letter_cells(letter, language);
    const std::string cause = cause_text(letter, language);
    cells.push_back(why_text(letter, language) + (cause.empty() ? "" : "; " + cause));
    add(letters, cells);
  }
  page.add(std::move(letters));
  return page;
}

const std::vector<std::string>& inbox_headings() {
  static const std::vector<std::string> all = {
      "verdict",   "contract", "title",    "supplier", "line",    "announced",
      "price",     "on",       "received", "at_least", "at_most", "currency",
      "answer_by", "owner",    "why",      "cause",    "place"};
  return all;
}

InboxCells cells_of(const InboxLetter& letter, Language language) {
  InboxCells made;
  made.verdict = word(letter.state());
  made.contract = name_of(letter);
  if (letter.contract != nullptr) made.title = letter.contract->contract->title;
  made.supplier = supplier_of(letter);
  made.line = letter.row.line;
  if (letter.row.letter.change) made.announced = letter.row.letter.change->text();
  made.price = letter.row.unit_price;
  if (letter.row.unread.empty()) made.on = letter.row.letter.on.text();
  if (letter.row.letter.received) made.received = letter.row.letter.received->text();
  if (letter.amount) {
    made.least = amount_decimal(letter.amount->least, letter.amount->currency);
    made.most = amount_decimal(letter.amount->most, letter.amount->currency);
    made.currency = letter.amount->currency.code();
  }
  if (const auto by = letter.answer_by()) made.answer_by = by->text();
  made.owner = letter.owner;
  made.why = why_text(letter, language);
  made.cause = cause_text(letter, language);
  made.place = place_of(letter);
  return made;
}

std::string inbox_csv(const InboxAnswer& inbox, Language language) {
  std::string out;
  for (const std::string& head : inbox_headings()) out += (out.empty() ? "" : ",") + head;
  out += '\n';
  for (const InboxLetter& letter : inbox.letters) {
    const InboxCells cells = cells_of(letter, language);
    const auto number = [](const std::optional<Decimal>& value) {
      return value ? value->text() : std::string();
    };
    for (const std::string* each : {&cells.verdict, &cells.contract, &cells.title, &cells.supplier,
                                    &cells.line, &cells.announced}) {
      add_csv_text(out, *each);
      out += ',';
    }
    out += number(cells.price) + ',' + cells.on + ',' + cells.received + ',';
    out += number(cells.least) + ',' + number(cells.most) + ',' + cells.currency + ',' +
           cells.answer_by;
    for (const std::string* each : {&cells.owner, &cells.why, &cells.cause, &cells.place}) {
      out += ',';
      add_csv_text(out, *each);
    }
    out += '\n';
  }
  return out;
}

Page inbox_letters(const InboxAnswer& inbox, Language language) {
  Page page;
  page.language = language;
  page.paper = Page::Paper::letter;
  page.name = say(language, "Draft answers", "Conceptantwoorden");
  for (const InboxLetter& letter : inbox.letters) {
    if (!letter.answer) continue;
    if (!page.elements.empty()) page.elements.emplace_back(std::in_place_type<Page::NewSheet>);
    Page answer = answer_letter(*letter.answer, language);
    std::move(answer.elements.begin(), answer.elements.end(), std::back_inserter(page.elements));
  }
  return page;
}

}  // namespace pricetalk
