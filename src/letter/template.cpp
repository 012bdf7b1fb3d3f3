#include "letter/template.hpp"

#include <stdexcept>

#include "document/words.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

bool all_hold(std::string_view words, const Fields& fields) {
  bool all = true;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(','), words.size());
    std::string_view word = words.substr(0, end);
    while (word.starts_with(' ')) word.remove_prefix(1);
    if (!template_words().contains(word))
      throw std::logic_error("unknown word after %if: " + std::string(word));
    all = all && fields.holds.contains(word);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return all;
}

/// Of every [formal|informal] the one that is meant.
std::string addressed(std::string_view line, bool informal) {
  std::string text;
  while (true) {
    const std::size_t open = line.find('[');
    const std::size_t bar = line.find('|', std::min(open, line.size()));
    const std::size_t close = line.find(']', std::min(bar, line.size()));
    if (close == std::string_view::npos) return text + std::string(line);
    text += line.substr(0, open);
    text +=
        informal ? line.substr(bar + 1, close - bar - 1) : line.substr(open + 1, bar - open - 1);
    line.remove_prefix(close + 1);
  }
}

/// The lines that stand in this letter; never two empty ones behind each other.
std::vector<std::string> chosen_lines(std::string_view model, const Fields& fields) {
  std::vector<std::string> lines;
  bool inside = false;
  bool stands = true;
  while (!model.empty()) {
    const std::string_view line = next_line(model);
    if (line.starts_with("%if ")) {
      if (inside) throw std::logic_error("%if inside %if");
      inside = true;
      stands = all_hold(line.substr(4), fields);
    } else if (line == "%end") {
      inside = false;
      stands = true;
    } else if (stands && !(line.empty() && (lines.empty() || lines.back().empty()))) {
      lines.push_back(addressed(line, fields.informal));
    }
  }
  if (inside) throw std::logic_error("%if without %end");
  return lines;
}

/// Writes fields, and keeps the amounts that it wrote.
class Writer {
 public:
  explicit Writer(Language language) : language_(language) {}

  Words operator()(const PlainText& plain) { return plain.text; }
  Words operator()(const AmountField& field) {
    for (const Explained& known : figures_)
      if (known.figure.address == field.amount.figure.address) return written(field);
    figures_.push_back(field.amount);
    return written(field);
  }
  Words operator()(const PromisedAmount& promised) { return (*this)(promised.field); }
  Words operator()(const PromisedSpan& promised) { return promised.text; }
  Words operator()(const SentencesField& sentences) {
    Words words;
    for (const CellField& piece : sentences.pieces) words += std::visit(*this, piece);
    return words;
  }
  Words operator()(const Date& date) { return date_text(date, language_); }
  Words operator()(const ClockTime& time) { return clock_text(time.at, language_); }
  Words operator()(const PersonField& person) {
    return person.job.empty() ? person.name : person.name + ", " + person.job;
  }
  Words operator()(const RowsField& /*rows*/) {
    throw std::logic_error("rows stand on a line of their own in a table");
  }
  std::vector<Page::Cell> row(const std::vector<CellField>& fields) {
    std::vector<Page::Cell> cells;
    for (const CellField& field : fields) cells.emplace_back(std::visit(*this, field));
    return cells;
  }

  std::vector<Explained> figures_;

 private:
  std::string written(const AmountField& field) const {
    const auto& value = field.amount.figure.value;
    if (const auto* percent = std::get_if<Percent>(&value))
      return decimal_text(percent->of_hundred, language_) +
             (field.unit_price ? percent_sign(language_) : "");
    const Money& money = std::get<Money>(value);
    return field.unit_price ? money_text(money, language_) : short_money(money, language_);
  }
  Language language_;
};

/// The chosen lines of a model, with their fields, as elements of a page.
class ModelReader {
 public:
  ModelReader(const Fields& fields, Writer& writer) : fields_(fields), writer_(writer) {}

  std::vector<Page::Element> read(const std::vector<std::string>& lines) {
    std::vector<std::string_view> together;
    Kind kind = Kind::paragraph;
    const auto close = [&] {
      if (!together.empty()) block(kind, together);
      together.clear();
    };
    for (const std::string& line : lines) {
      const Kind found = kind_of(line);
      if (line.empty() || found != kind) close();
      kind = found;
      if (!line.empty()) together.push_back(line);
    }
    close();
    return std::move(made_);
  }

  Words words(std::string_view line) {
    Words made;
    for_each(line, [&](const Words& text, const std::string*) { made += text; });
    return made;
  }

 private:
  enum class Kind { paragraph, list, table };

  static Kind kind_of(std::string_view line) {
    if (line.starts_with("- ")) return Kind::list;
    const bool rows = line.starts_with("{") && line.ends_with("_rows}");
    return line.starts_with("|") || rows ? Kind::table : Kind::paragraph;
  }

  void block(Kind kind, const std::vector<std::string_view>& lines) {
    if (kind == Kind::table) return table(lines);
    if (kind == Kind::list) {
      Page::Items list;
      for (const std::string_view line : lines) list.items.push_back(words(line.substr(2)));
      made_.emplace_back(std::move(list));
    } else if (lines.size() == 1) {
      paragraph(lines.front());
    } else {
      Page::Text text;
      for (const std::string_view line : lines)
        text.words += (text.words.empty() ? Words() : line_break()) + words(line);
      made_.emplace_back(std::move(text));
    }
  }

  /// What a person typed may hold paragraphs and lists; the words before it join the first
  /// paragraph, those behind it the last one.
  void paragraph(std::string_view line) {
    Words open;
    for_each(line, [&](const Words& text, const std::string* typed) {
      if (typed == nullptr || typed->find('\n') == std::string::npos) {
        open += text;
        return;
      }
      bool first = true;
      for (Page::Element& element : as_typed(*typed)) {
        auto* paragraph = std::get_if<Page::Text>(&element);
        if (paragraph == nullptr || !first) close(open);
        if (paragraph != nullptr)
          open += paragraph->words;
        else
          made_.push_back(std::move(element));
        first = false;
      }
    });
    close(open);
  }

  void close(Words& open) {
    if (!open.empty()) made_.emplace_back(Page::Text{std::move(open)});
    open = {};
  }

  void table(const std::vector<std::string_view>& lines) {
    Page::Grid grid;
    for (const std::string_view cell : cells(lines.front())) grid.columns.push_back({words(cell)});
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (lines[i].starts_with("{")) {
        const auto& rows = std::get<RowsField>(field(lines[i].substr(1, lines[i].size() - 2)));
        for (const auto& row : rows) grid.row(writer_.row(row));
        continue;
      }
      const std::vector<std::string_view> found = cells(lines[i]);
      for (std::size_t c = 0; c < found.size() && c < grid.columns.size(); ++c)
        if (found[c].ends_with("-:")) grid.columns[c].align = Page::Align::right;
    }
    made_.emplace_back(std::move(grid));
  }

  static std::vector<std::string_view> cells(std::string_view line) {
    std::vector<std::string_view> found;
    line.remove_prefix(1);
    while (!line.empty()) {
      const std::size_t end = std::min(line.find('|'), line.size());
      found.push_back(document::trimmed(line.substr(0, end)));
      line.remove_prefix(std::min(end + 1, line.size()));
    }
    return found;
  }

  const FieldValue& field(std::string_view name) const {
    const auto found = fields_.values.find(name);
    if (found == fields_.values.end())
      throw std::logic_error("no field for {" + std::string(name) + "}");
    const bool proved = std::holds_alternative<PromisedAmount>(found->second) ||
                        std::holds_alternative<PromisedSpan>(found->second);
    if (promise_names().contains(name) && !proved)
      throw std::logic_error("{" + std::string(name) + "} promises, and nothing proved it");
    return found->second;
  }

  /// Calls `take` with each piece of a line: words of the model (`**bold**` in it), and fields,
  /// with the text where a person typed it.
  template <class Take>
  void for_each(std::string_view line, Take take) {
    while (!line.empty()) {
      const std::size_t open = line.find('{');
      const std::size_t close = line.find('}', std::min(open, line.size()));
      const bool more = close != std::string_view::npos;
      take(model_words(more ? line.substr(0, open) : line), nullptr);
      if (!more) return;
      const FieldValue& value = field(line.substr(open + 1, close - open - 1));
      const auto* typed = std::get_if<PlainText>(&value);
      take(std::visit(writer_, value), typed == nullptr ? nullptr : &typed->text);
      line.remove_prefix(close + 1);
    }
  }

  static Words model_words(std::string_view text) {
    Words made;
    for (bool bold = false; !text.empty(); bold = !bold) {
      const std::size_t end = std::min(text.find("**"), text.size());
      if (end > 0) {
        const std::string piece(text.substr(0, end));
        made += bold ? strong(piece) : Words(piece);
      }
      text.remove_prefix(std::min(end + 2, text.size()));
    }
    return made;
  }

  const Fields& fields_;
  Writer& writer_;
  std::vector<Page::Element> made_;
};

}  // namespace

const std::set<std::string, std::less<>>& template_words() {
  static const std::set<std::string, std::less<>> words = {
      "gift", "exchange", "one_price", "several_prices", "in_time", "late", "mixed", "known",
      "unknown", "reduction", "no_reduction", "a_year", "under_a_year", "has_end", "no_end",
      "hours", "other_unit", "postponed", "not_postponed", "whole_year", "part_of_it", "saves",
      "no_saves", "together", "expected", "limits", "both_gain", "one_gains", "lower_bill",
      "no_lower_bill", "monthly", "not_monthly", "waives", "glide", "shared", "reductions",
      "evidence", "effort",
      // Of a price that moves.
      "rule_only", "already_known", "figure_day", "no_figure_day", "range", "one_expected",
      "short_list", "long_list", "one_day", "several_days", "all_rise", "some_fall", "all_fall",
      "late_note", "provisional_note", "later_note", "cost_reason", "own_effort", "alternative",
      "basket", "reasons", "full_percent", "announce_day", "lapsed", "moved_on", "moved_whole",
      "moved_within", "next_day", "others", "same_price", "other_price", "rows", "relief_reason",
      // Of money that comes back.
      "paid_already", "still_to_pay", "vat_and_interest", "vat_only", "interest_only",
      "bare_amount", "interest_open", "vat_unknown", "corrected", "one_checked", "others_checked",
      "undercharge_waived", "credits", "questions", "twice", "error_cause", "none_right",
      "part_right", "all_right", "comes_back",
      // Of the relation.
      "one_thing", "several_things", "ours", "reply", "no_reply", "estimates", "handover", "ended",
      "ends", "lesson", "staff", "visit", "no_visit",
      // Of answers to a letter.
      "rounded_letter", "exact_letter", "cause_known", "too_high_as_well", "may_object",
      "asks_meaning", "asks_calculation", "asks_nothing_else", "agrees_partly", "pays_agreed",
      "pays_now", "prices_open", "prices_clear"};
  return words;
}

const std::set<std::string, std::less<>>& promise_names() {
  static const std::set<std::string, std::less<>> names = {
      "quiet_span",         "quiet_what",   "indexation_waived_year",
      "benefit_first_year", "saving_month", "price_new"};
  return names;
}

Filled fill(std::string_view model, const Fields& fields, Language language) {
  Writer writer(language);
  Filled filled;
  filled.page.language = language;
  filled.page.paper = Page::Paper::letter;
  filled.page.elements = ModelReader(fields, writer).read(chosen_lines(model, fields));
  filled.figures = std::move(writer.figures_);
  return filled;
}

LetterMail fill_mail(std::string_view model, const Fields& fields, Language language) {
  LetterMail mail;
  Writer writer(language);
  ModelReader reader(fields, writer);
  for (const std::string& line : chosen_lines(model, fields)) {
    std::string text = reader.words(line).plain();
    if (mail.subject.empty()) {
      const std::size_t colon = text.find(": ");
      mail.subject = colon == std::string::npos ? text : text.substr(colon + 2);
      continue;
    }
    if (text.empty() && mail.text.empty()) continue;
    mail.text += text + "\n";
  }
  return mail;
}

std::string fill_spoken(std::string_view model, const Fields& fields, Language language) {
  Writer writer(language);
  ModelReader reader(fields, writer);
  std::string said;
  for (const std::string& line : chosen_lines(model, fields))
    if (!line.empty()) said += (said.empty() ? "" : " ") + reader.words(line).plain();
  return said;
}

std::set<std::string> placeholders(std::string_view model) {
  std::set<std::string> names;
  for (std::size_t open = model.find('{'); open != std::string_view::npos;
       open = model.find('{', open + 1))
    names.emplace(model.substr(open + 1, model.find('}', open) - open - 1));
  return names;
}

std::string short_money(const Money& money, Language language) {
  const Ratio value = money.amount;
  const Decimal whole = round(value, Rounding::decimals(0));
  return money_text(Ratio(whole) == value ? Money{whole, money.currency} : money, language);
}

std::string clock_text(const DateTime& at, Language language) {
  std::string text = weekday_date_text(at.date, language);
  text.resize(text.rfind(' '));  // everybody knows the year
  const std::string minutes = (at.minute < 10 ? "0" : "") + std::to_string(at.minute);
  if (language == Language::de)
    return text + ", um " + std::to_string(at.hour) + (at.minute == 0 ? "" : ":" + minutes) +
           " Uhr";
  if (language == Language::fr)
    return text + " à " + std::to_string(at.hour) + (at.minute == 0 ? " heures" : " h " + minutes);
  if (language == Language::nl)
    return text + " om " + std::to_string(at.hour) + "." + minutes + " uur";
  const int hour = at.hour % 12 == 0 ? 12 : at.hour % 12;
  return text + " at " + std::to_string(hour) + (at.minute == 0 ? "" : "." + minutes) +
         (at.hour < 12 ? " am" : " pm");
}

}  // namespace pricetalk
