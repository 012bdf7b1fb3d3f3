#include "letter/template.hpp"

#include <cctype>
#include <stdexcept>

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
      lines.emplace_back(line);
    }
  }
  if (inside) throw std::logic_error("%if without %end");
  return lines;
}

/// Writes fields, and keeps the amounts that it wrote.
class Writer {
 public:
  explicit Writer(Language language) : language_(language) {}

  std::string operator()(const PlainText& plain) { return escaped(plain.text); }
  std::string operator()(const AmountField& field) {
    const Money& money = std::get<Money>(field.amount.figure.value);
    for (const Explained& known : figures_)
      if (known.figure.address == field.amount.figure.address) return written(field, money);
    figures_.push_back(field.amount);
    return written(field, money);
  }
  std::string operator()(const Date& date) { return date_text(date, language_); }
  std::string operator()(const ClockTime& time) { return clock_text(time.at, language_); }
  std::string operator()(const PersonField& person) {
    return escaped(person.job.empty() ? person.name : person.name + ", " + person.job);
  }
  std::string operator()(const RowsField& rows) {
    std::string text;
    for (const auto& row : rows) {
      text += text.empty() ? "|" : "\n|";
      for (const CellField& cell : row) text += " " + std::visit(*this, cell) + " |";
    }
    return text;
  }

  std::vector<Explained> figures_;

 private:
  std::string written(const AmountField& field, const Money& money) const {
    return field.unit_price ? money_text(money, language_) : short_money(money, language_);
  }
  Language language_;
};

std::string filled_line(std::string_view line, const Fields& fields, Writer& writer) {
  std::string text;
  while (!line.empty()) {
    const std::size_t open = line.find('{');
    const std::size_t close = line.find('}', std::min(open, line.size()));
    if (close == std::string_view::npos) return text + std::string(line);
    text += line.substr(0, open);
    const std::string_view name = line.substr(open + 1, close - open - 1);
    const auto found = fields.values.find(name);
    if (found == fields.values.end())
      throw std::logic_error("no field for {" + std::string(name) + "}");
    text += std::visit([&](const auto& value) { return writer(value); }, found->second);
    line.remove_prefix(close + 1);
  }
  return text;
}

/// A line that goes on in the next one: an address, the names below a letter.
bool breaks(const std::string& line, const std::string& next) {
  const auto plain = [](const std::string& text) {
    return !text.empty() && !text.starts_with("- ") && !text.starts_with("|");
  };
  return plain(line) && plain(next);
}

}  // namespace

const std::set<std::string, std::less<>>& template_words() {
  static const std::set<std::string, std::less<>> words = {
      "gift",       "exchange",     "one_price",        "several_prices", "in_time",
      "late",       "known",        "unknown",          "reduction",      "no_reduction",
      "a_year",     "under_a_year", "has_end",          "no_end",         "hours",
      "other_unit", "level_stays",  "level_comes_back", "postponed",      "not_postponed"};
  return words;
}

Filled fill(std::string_view model, const Fields& fields, Language language) {
  Writer writer(language);
  std::vector<std::string> lines;
  for (const std::string& line : chosen_lines(model, fields))
    lines.push_back(filled_line(line, fields, writer));
  Filled filled;
  for (std::size_t i = 0; i < lines.size(); ++i)
    filled.text +=
        lines[i] + (i + 1 < lines.size() && breaks(lines[i], lines[i + 1]) ? "  \n" : "\n");
  filled.figures = std::move(writer.figures_);
  return filled;
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
  std::string text = weekday_name(at.date.weekday(), language) + " " +
                     std::to_string(at.date.day()) + " " + month_name(at.date.month(), language);
  const std::string minutes = (at.minute < 10 ? "0" : "") + std::to_string(at.minute);
  if (language == Language::nl)
    return text + " om " + std::to_string(at.hour) + "." + minutes + " uur";
  const int hour = at.hour % 12 == 0 ? 12 : at.hour % 12;
  return text + " at " + std::to_string(hour) + (at.minute == 0 ? "" : "." + minutes) +
         (at.hour < 12 ? " am" : " pm");
}

std::string escaped(std::string_view text) {
  std::string made;
  for (const char sign : text) {
    if (sign == '\n' || sign == '\r') {
      if (!made.empty() && made.back() != ' ') made += ' ';
      continue;
    }
    if (std::string_view("\\`*_[]<>|#~^$").find(sign) != std::string_view::npos) made += '\\';
    made += sign;
  }
  // What would begin a list.
  std::size_t digits = 0;
  while (digits < made.size() && std::isdigit(static_cast<unsigned char>(made[digits])) != 0)
    ++digits;
  const bool numbered =
      digits > 0 && digits + 1 < made.size() && made[digits] == '.' && made[digits + 1] == ' ';
  if (numbered) made.insert(digits, "\\");
  if (made.starts_with("- ") || made.starts_with("+ ")) made.insert(0, "\\");
  return made;
}

}  // namespace pricetalk
