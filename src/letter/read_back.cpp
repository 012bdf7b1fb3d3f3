#include "letter/read_back.hpp"

#include <algorithm>
#include <map>

#include "letter/innovation.hpp"
#include "letter/leaks_in.hpp"
#include "letter/promise_words.hpp"
#include "letter/tone.hpp"
#include "letter/whole_letter.hpp"

namespace pricetalk {

namespace {

/// A sentence, or a row of a table, ready to be compared.
struct Said {
  std::string text;
  std::string plain;
  std::uint32_t line = 0;
  bool row = false;  ///< of a table
  bool annex = false;
  std::vector<SaidFigure> figures;
  std::map<std::string, int> words;
};

/// The cells of a row beside each other; empty of the line below a head.
std::string row_text(std::string_view row) {
  if (row.find_first_not_of("|-: ") == std::string_view::npos) return {};
  constexpr std::string_view around = "| ";
  const std::size_t begin = row.find_first_not_of(around);
  return std::string(row.substr(begin, row.find_last_not_of(around) + 1 - begin));
}

/// A text cut into sentences and rows.
class Reading {
 public:
  Reading(std::string_view text, Language language) : language_(language) {
    for (std::uint32_t number = 1; !text.empty(); ++number) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      line(text.substr(0, end), number);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    close();
  }

  std::vector<Said> said;

 private:
  void line(std::string_view text, std::uint32_t number) {
    const bool row = text.starts_with("|");
    const bool title = text.starts_with("# ");
    if (row || title) close();
    // A title at the top is that of the letter; any other begins an annex.
    annex_ = annex_ || (title && !said.empty());
    if (row) return add(row_text(text), number, true);
    if (open_.empty()) from_ = number;
    open_ += std::string(text) + "\n";
  }

  void close() {
    for (const Sentence& each : sentences(open_)) add(each.text, from_ + each.line - 1, false);
    open_.clear();
  }

  /// Signs of Markdown are left out: a text from Word has none.
  void add(std::string text, std::uint32_t line, bool row) {
    std::erase(text, '\\');
    for (auto at = text.find("**"); at != std::string::npos; at = text.find("**", at))
      text.erase(at, 2);
    Said made{text, plain_words(text), line, row, annex_, said_figures(text, language_), {}};
    if (made.plain.empty()) return;
    made.words = word_counts(made.plain);
    said.push_back(std::move(made));
  }

  Language language_;
  std::string open_;
  std::uint32_t from_ = 1;
  bool annex_ = false;
};

/// What a letter may name.
class KnownFigures {
 public:
  KnownFigures(const Letter& made, const Contract& contract, Language language)
      : language_(language) {
    for (const Said& each : Reading(as_markdown(whole_letter(made)), language).said)
      figures_.insert(figures_.end(), each.figures.begin(), each.figures.end());
    for (const Explained& each : made.figures)
      if (const auto* money = std::get_if<Money>(&each.figure.value)) amount(Ratio(money->amount));
    of_contract(contract);
  }

  bool has(const SaidFigure& figure) const {
    return std::any_of(figures_.begin(), figures_.end(),
                       [&](const SaidFigure& each) { return same_figure(each, figure); });
  }

 private:
  void of_contract(const Contract& contract) {
    for (const Line& line : contract.lines)
      for (const Line::Price& price : line.prices) amount(Ratio(price.original.value));
    for (const auto& on : {std::optional(contract.start), contract.end}) day(on);
    for (const std::string* text : {&contract.title, &contract.id}) words(*text);
    const auto& talk = contract.terms.talk;
    if (!talk) return;
    day(talk->on.value);
    if (talk->called_on) day(talk->called_on->value);
    if (talk->call_at) day(talk->call_at->value.date);
    if (talk->reply_by) day(talk->reply_by->value.date);
  }

  void words(const std::string& text) {
    const auto found = said_figures(text, language_);
    figures_.insert(figures_.end(), found.begin(), found.end());
  }
  void amount(const Ratio& value) {
    figures_.push_back({SaidFigure::Kind::amount, {}, abs(value), {}});
  }
  void day(const std::optional<Date>& on) {
    if (!on) return;
    figures_.push_back(
        {SaidFigure::Kind::day, {}, {}, {on->year(), on->month(), on->day(), on->weekday()}});
    figures_.push_back({SaidFigure::Kind::year, {}, Ratio(on->year()), {}});
  }

  Language language_;
  std::vector<SaidFigure> figures_;
};

bool all_figures_the_same(const Said& a, const Said& b) {
  return std::is_permutation(a.figures.begin(), a.figures.end(), b.figures.begin(), b.figures.end(),
                             same_figure);
}

/// Holds what the letter says against what the text says.
class Comparison {
 public:
  Comparison(std::vector<Said> made, std::vector<Said> read)
      : made_(std::move(made)), read_(std::move(read)), used_(read_.size()) {
    take_equal();
  }

  std::vector<PromiseChange> changes() {
    std::vector<PromiseChange> found;
    for (const Said& each : left_)
      if (auto change = became(each)) found.push_back(std::move(*change));
    for (std::size_t i = 0; i < read_.size(); ++i)
      if (!used_[i] && !read_[i].annex &&
          (binds(read_[i].plain) || speaks_of_terms(read_[i].plain)))
        found.push_back({PromiseChange::Kind::added, {}, read_[i].text, read_[i].line});
    return found;
  }

 private:
  void take_equal() {
    std::multimap<std::string, std::size_t> places;
    for (std::size_t i = 0; i < read_.size(); ++i) places.emplace(read_[i].plain, i);
    for (Said& each : made_) {
      const auto found = places.find(each.plain);
      if (found == places.end()) {
        left_.push_back(each);
        continue;
      }
      used_[found->second] = true;
      places.erase(found);
    }
  }

  static bool is_promise(const Said& each) {
    const bool figures = std::any_of(
        each.figures.begin(), each.figures.end(),
        [](const SaidFigure& figure) { return figure.kind != SaidFigure::Kind::number; });
    return figures || promises_something(each.plain);
  }

  /// A sentence that promises nothing is named only where the same words have another figure: "11
  /// years".
  std::optional<PromiseChange> another_figure(const Said& each) {
    for (std::size_t i = 0; i < read_.size(); ++i) {
      if (used_[i] || each.figures.empty() || read_[i].words != each.words) continue;
      used_[i] = true;
      if (all_figures_the_same(each, read_[i])) return std::nullopt;
      return PromiseChange{PromiseChange::Kind::changed, each.text, read_[i].text, read_[i].line};
    }
    return std::nullopt;
  }

  std::optional<PromiseChange> became(const Said& each) {
    if (!is_promise(each)) return another_figure(each);
    constexpr int alike_enough = 50;
    int best = alike_enough - 1;
    std::size_t at = read_.size();
    for (std::size_t i = 0; i < read_.size(); ++i) {
      if (used_[i] || read_[i].row != each.row) continue;
      const int like = likeness(each.words, read_[i].words);
      if (like <= best) continue;
      best = like;
      at = i;
    }
    using Kind = PromiseChange::Kind;
    if (at == read_.size()) {
      if (each.annex) return std::nullopt;
      return PromiseChange{Kind::dropped, each.text, {}, 0};
    }
    used_[at] = true;
    const Said& now = read_[at];
    const bool same =
        all_figures_the_same(each, now) && turning_words(each.plain) == turning_words(now.plain);
    if (same && (each.annex || each.words == now.words)) return std::nullopt;
    return PromiseChange{same ? Kind::reworded : Kind::changed, each.text, now.text, now.line};
  }

  std::vector<Said> made_;
  std::vector<Said> read_;
  std::vector<Said> left_;  ///< of what was made
  std::vector<bool> used_;
};

bool must_be_known(const SaidFigure& figure, bool around) {
  if (figure.kind == SaidFigure::Kind::number) return false;
  // Above and below a sheet stand numbers of every kind.
  return !around || figure.kind == SaidFigure::Kind::day ||
         figure.kind == SaidFigure::Kind::percentage;
}

/// The subject, and what stands between salutation and closing; the annexes.
std::vector<Said> promising_part(std::vector<Said> all, Language language) {
  const auto says = [&](const Said& each, const char* en, const char* nl, const char* de,
                        const char* fr) {
    return each.plain.starts_with(say(language, en, nl, de, fr));
  };
  std::vector<Said> made;
  bool inside = false;
  bool closed = false;
  for (Said& each : all) {
    closed = closed || says(each, "yours sincerely", "met vriendelijke groet",
                            "mit freundlichen gr", "veuillez agréer");
    if (each.annex || (inside && !closed) ||
        says(each, "subject:", "onderwerp:", "betreff:", "objet :"))
      made.push_back(each);
    inside = inside || each.plain.ends_with(",");
  }
  return made;
}

class Checker {
 public:
  Checker(const Letter& made, const Contract& contract, std::span<const Explained> own)
      : made_(made), contract_(contract), own_(own), known_(made, contract, made.language) {}

  ReadBack check(LetterFile file) {
    const Language language = made_.language;
    found_.language = language;
    std::vector<Said> read = Reading(file.text, language).said;
    found_.annexes =
        std::any_of(read.begin(), read.end(), [](const Said& each) { return each.annex; });
    strangers(read, false);
    strangers(Reading(file.around, language).said, true);
    std::vector<Said> made = Reading(as_markdown(whole_letter(made_)), language).said;
    if (!found_.annexes) std::erase_if(made, [](const Said& each) { return each.annex; });
    found_.promises =
        Comparison(promising_part(std::move(made), language), std::move(read)).changes();
    found_.tone = tone(file.text, language);
    found_.statistics = measure(file.text, language);
    if (found_.statistics.words == 0) found_.statistics = measure_all(file.text);
    found_.letter = std::move(file);
    return std::move(found_);
  }

 private:
  void strangers(const std::vector<Said>& read, bool around) {
    for (const Said& each : read)
      for (const SaidFigure& figure : each.figures)
        if (must_be_known(figure, around) && !known_.has(figure))
          found_.strangers.push_back({figure, each.text, each.line, ours(figure, each.text)});
  }

  Phrase ours(const SaidFigure& figure, const std::string& sentence) const {
    if (figure.kind != SaidFigure::Kind::amount) return {};
    for (const Leak& leak : leaks_in(sentence, contract_, own_))
      if (leak.figure == figure.text) return leak.what;
    return {};
  }

  const Letter& made_;
  const Contract& contract_;
  std::span<const Explained> own_;
  KnownFigures known_;
  ReadBack found_;
};

}  // namespace

bool ReadBack::holds() const {
  const bool stops = std::any_of(tone.begin(), tone.end(),
                                 [](const ToneFinding& each) { return each.pattern->stops; });
  const bool changed = std::any_of(promises.begin(), promises.end(), [](const PromiseChange& each) {
    return each.kind != PromiseChange::Kind::reworded;
  });
  return strangers.empty() && !changed && !stops;
}

ReadBack read_back(LetterFile file, const Letter& made, const Contract& contract,
                   std::span<const Explained> own) {
  return Checker(made, contract, own).check(std::move(file));
}

}  // namespace pricetalk
