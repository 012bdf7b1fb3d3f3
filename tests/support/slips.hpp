#pragma once

// Slips that are made when a clause is typed: the text of a contract with one of them in it. They
// are made in the text, as a hand makes them, not in what was read.

#include <cctype>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/contract/contract.hpp"

namespace slips {

/// A contract with one slip in it.
struct Slip {
  std::string kind;  ///< in words, for a table
  std::string text;  ///< the whole file
};

/// The right-hand side of the last line of a formula, and what stands before it.
struct Result {
  std::string before;  ///< earlier lines and "change = "
  std::string name;    ///< "change", "coefficient", "P", or nothing
  std::string value;   ///< what is computed
  std::string after;   ///< blanks
};

inline Result result_of(const std::string& formula) {
  Result made;
  std::size_t end = formula.find_last_not_of(" \n");
  end = end == std::string::npos ? formula.size() : end + 1;
  made.after = formula.substr(end);
  const std::size_t line = formula.rfind('\n', end - 1);
  std::size_t begin = line == std::string::npos ? 0 : line + 1;
  const std::size_t equals = formula.find('=', begin);
  made.before = formula.substr(0, begin);
  if (equals < end) {
    const std::size_t last = formula.find_last_not_of(' ', equals - 1);
    made.name = formula.substr(begin, last + 1 - begin);
    begin = formula.find_first_not_of(' ', equals + 1);
  }
  made.value = formula.substr(begin, end - begin);
  return made;
}

inline std::string with(const Result& result, const std::string& name, const std::string& value) {
  return result.before + (name.empty() ? "" : name + " = ") + value + result.after;
}

inline bool in_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// `made` of each place where the name `symbol` stands in a text.
inline void at_each(const std::string& text, const std::string& symbol,
                    const std::function<void(std::size_t)>& made) {
  for (std::size_t at = text.find(symbol); at != std::string::npos;
       at = text.find(symbol, at + 1)) {
    const bool begins = at == 0 || !in_name(text[at - 1]);
    const std::size_t end = at + symbol.size();
    if (begins && (end == text.size() || !in_name(text[end]))) made(at);
  }
}

/// A number in a text, with the sign of percent behind it.
struct Number {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool percent = false;
};

inline std::vector<Number> numbers_of(const std::string& text) {
  std::vector<Number> found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (std::isdigit(static_cast<unsigned char>(text[i])) == 0 ||
        (i > 0 && (in_name(text[i - 1]) || text[i - 1] == '.')))
      continue;
    std::size_t end = i;
    while (end < text.size() &&
           (std::isdigit(static_cast<unsigned char>(text[end])) != 0 || text[end] == '.'))
      ++end;
    if (end == text.size() || !in_name(text[end]))
      found.push_back({i, end, end < text.size() && text[end] == '%'});
    i = end;
  }
  return found;
}

/// "12.5%" and "0.125" ten times as large: the point one place on.
inline std::string point_moved(const std::string& number) {
  const std::size_t point = number.find('.');
  if (point == std::string::npos) return number + "0";
  std::string moved = number;
  moved.erase(point, 1);
  if (point + 1 < moved.size()) moved.insert(point + 1, ".");
  return moved;
}

/// The slips of one contract, clause by clause.
class Slips {
 public:
  Slips(const pricetalk::Contract& contract, std::string text)
      : contract_(contract), text_(std::move(text)) {}

  std::vector<Slip> all() && {
    for (const pricetalk::Clause& clause : contract_.clauses) of_clause(clause);
    for (std::size_t at = text_.find("unit = \"percent\""); at != std::string::npos;
         at = text_.find("unit = \"percent\"", at + 1))
      add("unit of the series forgotten", at, std::string_view("unit = \"percent\"").size(), "");
    for (const pricetalk::Series& series : contract_.own_series) of_figures(series);
    return std::move(found_);
  }

 private:
  /// A figure of the contract's own without its decimal sign.
  void of_figures(const pricetalk::Series& series) {
    for (const pricetalk::Observation& each : series.records) {
      if (each.where.source != contract_.sources.front().get()) continue;
      const std::string row = text_.substr(each.where.begin, each.where.end - each.where.begin);
      const std::size_t point = row.find('.', row.find(','));
      if (point < row.find(',', row.find(',') + 1))
        add("decimal sign of a stated figure lost", each.where.begin + point, 1, "");
    }
  }

  void of_clause(const pricetalk::Clause& clause) {
    if (clause.surcharge || clause.where.source == nullptr ||
        clause.where.source != contract_.sources.front().get())
      return;
    section_ = text_.find("[clause." + clause.id + "]");
    if (section_ == std::string::npos) return;
    section_end_ = text_.find("\n[", section_ + 1);
    if (section_end_ == std::string::npos) section_end_ = text_.size();
    base_forgotten();
    const auto& formula = clause.ladders.front().ladder.formula;
    if (formula.where && formula.where->source == clause.where.source)
      written(clause, formula.where->begin, formula.where->end);
    else if (!formula.where && clause.reads.size() == 1)
      unwritten(clause);
  }

  /// A fixed base of an index or a price that it is measured from.
  void base_forgotten() {
    const std::string_view key = "compounding = \"base\"";
    const std::size_t at = text_.find(key, section_);
    if (at < section_end_) add("base forgotten", at, key.size(), "");
  }

  void written(const pricetalk::Clause& clause, std::size_t begin, std::size_t end) {
    const std::string value = text_.substr(begin, end - begin);
    quote_ = value.starts_with("\"\"\"") ? "\"\"\"" : value.substr(0, 1);
    unquote_ = quote_;
    begin_ = begin;
    end_ = end;
    of_formula(clause, value.substr(quote_.size(), value.size() - 2 * quote_.size()));
  }
  /// Where no formula stands, the one that is meant is written first.
  void unwritten(const pricetalk::Clause& clause) {
    const std::string& name = clause.reads.front().symbol;
    quote_ = "formula = \"";
    unquote_ = "\"\n";
    begin_ = text_.find('\n', section_) + 1;
    end_ = begin_;
    of_formula(clause, name + "/" + name + "0");
  }

  void of_formula(const pricetalk::Clause& clause, const std::string& formula) {
    const Result result = result_of(formula);
    readings(result);
    for (const pricetalk::IndexRead& read : clause.reads) of_index(formula, result, read.symbol);
    numbers(formula);
  }

  /// One reading of the result taken for another, and hundredths for percent.
  void readings(const Result& result) {
    if (result.name == "change") {
      formula("change as coefficient", with(result, "", result.value));
    } else if (result.name != "P") {
      formula("ratio as change", with(result, "change", result.value));
    } else if (result.value.starts_with("P0 * ")) {
      formula("ratio as change", with(result, "change", result.value.substr(5)));
    }
    formula("times 100", with(result, result.name, "(" + result.value + ") * 100"));
  }

  void of_index(const std::string& whole, const Result& result, const std::string& name) {
    const std::string reference = name + "0";
    at_each(whole, reference, [&](std::size_t at) {
      std::string other = whole;
      formula("0 of the reference dropped", other.replace(at, reference.size(), name));
    });
    const std::string ratio = name + "/" + reference;
    at_each(whole, ratio, [&](std::size_t at) {
      std::string turned = whole;
      formula("swapped", turned.replace(at, ratio.size(), reference + "/" + name));
      std::string bare = whole;
      formula("reference left out", bare.replace(at, ratio.size(), name));
    });
    if (result.value == ratio)
      formula("difference not divided", with(result, "change", name + " - " + reference));
    if (result.value == ratio)
      formula("points for percent",
              with(result, "change", "(" + name + " - " + reference + ")/100"));
  }

  void numbers(const std::string& whole) {
    for (const Number& number : numbers_of(whole)) {
      const std::string text = whole.substr(number.begin, number.end - number.begin);
      if (number.percent) {
        std::string other = whole;
        formula("% forgotten", other.erase(number.end, 1));
      }
      if (text == "0" || text == "1" || text == "100") continue;
      std::string other = whole;
      formula("decimal point one place on",
              other.replace(number.begin, text.size(), point_moved(text)));
    }
  }

  void formula(const std::string& kind, const std::string& typed) {
    add(kind, begin_, end_ - begin_, quote_ + typed + unquote_);
  }
  void add(const std::string& kind, std::size_t at, std::size_t size, const std::string& instead) {
    std::string other = text_;
    found_.push_back({kind, other.replace(at, size, instead)});
  }

  const pricetalk::Contract& contract_;
  std::string text_;
  std::size_t section_ = 0;
  std::size_t section_end_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::string quote_;
  std::string unquote_;
  std::vector<Slip> found_;
};

/// Every slip of a contract whose file has this text, in the order of the file.
inline std::vector<Slip> slips_of(const pricetalk::Contract& contract, std::string text) {
  return Slips(contract, std::move(text)).all();
}

}  // namespace slips
