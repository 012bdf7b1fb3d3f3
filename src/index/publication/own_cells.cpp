#include "index/publication/own_cells.hpp"

#include <algorithm>
#include <array>

#include "document/dictionary.hpp"
#include "document/token.hpp"
#include "document/words.hpp"
#include "index/figures_dictionary.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/other_periods.hpp"
#include "index/publication/typed_period.hpp"
#include "pricetalk/index/figures.hpp"

namespace pricetalk::publication {

using document::lower;
using document::trimmed;

namespace {

/// What people and programs write where there is no figure.
bool stands_for_nothing(std::string_view text) {
  static constexpr std::array<std::string_view, 22> known{
      "",     ".",   "..",  "...",  "\xE2\x80\xA6", ":",    "-",   "\xE2\x80\x93", "\xE2\x80\x94",
      "x",    "na",  "n/a", "n.a.", "#n/a",         "#n/b", "n/b", "n.b.",         "n.v.t.",
      "null", "nvt", "nan", "#n/v"};
  return std::find(known.begin(), known.end(), lower(text)) != known.end();
}

}  // namespace

std::optional<FigureStatus> typed_status(const std::string& text) {
  const std::string word = lower(trimmed(text));
  if (word.empty()) return FigureStatus::definitive;
  for (const auto& [known, status] : Dictionary<FigureStatus>::words)
    if (word == known || word == words(status).nl) return status;
  return std::nullopt;
}

StarredLabel split_mark(const std::string& text) {
  const StarredLabel starred = split_stars(text);
  std::string_view rest = starred.label;
  std::string mark;
  if (const auto open = rest.rfind('('); rest.ends_with(')') && open != std::string_view::npos) {
    mark = rest.substr(open + 1, rest.size() - open - 2);
    rest = rest.substr(0, open);
  } else if (rest.size() > 1 && document::is_letter(rest.back())) {
    mark = rest.substr(rest.size() - 1);
    rest.remove_suffix(1);
    if (!document::is_digit(trimmed(rest).empty() ? ' ' : trimmed(rest).back())) return starred;
  }
  if (mark.empty()) return starred;
  const std::string word = lower(mark);
  const auto status = word == "p" || word == "v" ? std::optional(FigureStatus::provisional)
                      : word == "e"              ? std::optional(FigureStatus::estimate)
                      : word == "r"              ? std::optional(FigureStatus::revised)
                                                 : typed_status(mark);
  return status ? StarredLabel{trimmed(rest), *status} : starred;
}

std::optional<OwnCell> read_own_cell(const std::string& text) {
  const StarredLabel starred = split_mark(text);
  OwnCell made;
  made.status = starred.status;
  if (stands_for_nothing(starred.label)) return made;
  std::string_view label = starred.label;
  if (label.starts_with('\'')) {
    made.sheet_text = true;
    label.remove_prefix(1);
  }
  if (label.ends_with('%')) {
    made.percent = true;
    label = trimmed(label.substr(0, label.size() - 1));
  }
  made.figure = read_cell(label);
  if (!made.figure) return std::nullopt;
  return made;
}

std::string marked_sheet_text(std::string text) {
  if (typed_period(text)) return text;
  const auto cell = read_own_cell(text);
  if (cell && cell->figure && cell->figure->sign) text.insert(0, 1, '\'');
  return text;
}

OwnFigures::OwnFigures(char separator, const std::vector<csv::Row>& rows)
    : known_for_(sign_beside(separator)) {
  for (const csv::Row& row : rows)
    sheet_texts_ = sheet_texts_ ||
                   std::any_of(row.fields.begin(), row.fields.end(),
                               [](const csv::Field& cell) { return cell.text.starts_with('\''); });
}

void OwnFigures::put(const OwnCell& cell, Collector& into, PublishedRow& row) const {
  if (sheet_texts_ && !cell.sheet_text)
    row.value = cell.figure->value;
  else
    into.put_figure(*cell.figure, cell.sheet_text ? std::nullopt : known_for_, row);
}

std::optional<DecimalMark> sign_beside(char separator) {
  if (separator == ';') return DecimalMark::comma;
  if (separator == ',') return DecimalMark::point;
  return std::nullopt;
}

void MissingFigures::see(const csv::Field& cell, const Period& period) {
  if (cell.text.empty()) return;
  if (count_ == 0) first_ = period.text() + " ('" + cell.text + "')";
  ++count_;
}

void MissingFigures::tell(Collector& into) const {
  if (count_ == 0) return;
  if (count_ == 1) {
    into.remark({first_ + " has no figure; nothing is taken over for it",
                 first_ + " heeft geen cijfer; daarvan is niets overgenomen"});
    return;
  }
  const std::string count = std::to_string(count_);
  into.remark(
      {count + " cells have no figure, the first " + first_ + "; nothing is taken over for them",
       count + " cellen hebben geen cijfer, de eerste " + first_ +
           "; daarvan is niets overgenomen"});
}

namespace {

/// Words without a period before them and without a figure behind them.
bool is_foot(const csv::Row& row) {
  const std::string& first = row.fields[0].text;
  const bool in_words = first.find('*') != std::string::npos ||
                        std::any_of(first.begin(), first.end(), document::is_letter);
  if (!in_words) return false;
  if (names_a_mean(first) || sums_up(first)) return true;
  const std::string_view label = split_mark(first).label;
  if (typed_periods({label}, true).periods[0] || day_first(label) || left_out_period(label))
    return false;
  return std::none_of(row.fields.begin(), row.fields.end(), [](const csv::Field& cell) {
    const auto read = read_own_cell(cell.text);
    return read && read->figure;
  });
}

}  // namespace

void take_foot(std::vector<csv::Row>& rows, Collector& into,
               const std::function<bool(std::string_view)>& labels) {
  std::string texts;
  const auto below = [&](const csv::Row& row) {
    return is_foot(row) && !labels(split_mark(row.fields[0].text).label);
  };
  for (; rows.size() > 1 && below(rows.back()); rows.pop_back())
    texts = "'" + rows.back().fields[0].text + "'" + (texts.empty() ? "" : ", ") + texts;
  if (texts.empty()) return;
  into.remark({"below the figures, left out: " + texts, "onder de cijfers, weggelaten: " + texts});
}

bool names_a_mean(std::string_view label) {
  static constexpr std::array<std::string_view, 11> known{
      "jaar", "year",           "jahr", "gemiddelde", "gemiddeld",     "gem.",
      "gem",  "jaargemiddelde", "mean", "average",    "annual average"};
  return std::find(known.begin(), known.end(), lower(trimmed(label))) != known.end();
}

namespace {

bool is_the_word_year(std::string_view word) {
  return word == "jaar" || word == "year" || word == "jahr";
}

}  // namespace

bool sums_up(std::string_view label) {
  static constexpr std::array<std::string_view, 25> known{
      "totaal", "total",   "tot.",       "tot",     "som",     "sum",     "summe",
      "somme",  "max",     "max.",       "maximum", "hoogste", "highest", "min",
      "min.",   "minimum", "laagste",    "lowest",  "mediaan", "median",  "avg",
      "avg.",   "average", "mittelwert", "moyenne"};
  std::string_view word = trimmed(label);
  // Of which year it is, before or behind it.
  const auto is_year = [](std::string_view text) {
    return text.size() == 4 && document::all_digits(text);
  };
  if (const auto space = word.rfind(' ');
      space != std::string_view::npos && is_year(word.substr(space + 1)))
    word = trimmed(word.substr(0, space));
  else if (word.size() > 5 && word[4] == ' ' && is_year(word.substr(0, 4)))
    word = trimmed(word.substr(5));
  const bool dated = word.size() != trimmed(label).size();
  if (word.ends_with(':')) word.remove_suffix(1);
  const std::string lowered = lower(word);
  // A year in front of `jaar` is a year.
  const bool mean = names_a_mean(lowered) && (!dated || !is_the_word_year(lowered));
  return mean || std::find(known.begin(), known.end(), lowered) != known.end();
}

bool is_a_source(const csv::Row& row) {
  const std::string word = lower(row.fields[0].text);
  const bool alone = std::all_of(row.fields.begin() + 1, row.fields.end(),
                                 [](const csv::Field& cell) { return cell.text.empty(); });
  return alone && (word.starts_with("bron:") || word.starts_with("source:"));
}

void not_an_own_figure(const csv::Field& cell, Diagnostics& diagnostics) {
  // Only what stands in the cell is offered: another figure would be believed.
  const auto meant = document::number_among_signs(cell.text);
  const Phrase hint = meant ? Phrase{"write " + *meant, "schrijf " + *meant}
                            : Phrase{
                                  "write the number, with a decimal point or comma, or leave it "
                                  "empty when there is none",
                                  "schrijf het getal, met een decimale punt of komma, of laat "
                                  "het leeg als er geen is"};
  not_a_figure(cell, hint, diagnostics);
}

void percent_among_others(const csv::Field& cell, Diagnostics& diagnostics) {
  diagnostics.error(
      "I0307", cell.where,
      {"'" + cell.text + "': some figures of this series have a % sign, others have none",
       "'" + cell.text + "': sommige cijfers van deze reeks hebben een procentteken, andere niet"},
      {"write % behind all of them, or behind none", "schrijf % achter alle cijfers, of nergens"});
}

}  // namespace pricetalk::publication
