#include "document/scanner.hpp"

namespace pricetalk::document {

void Scanner::pair() {
  const std::size_t begin = at_;
  const std::size_t words = end_of_words(at_);
  straighten_key(find("=", at_, words));
  bool lost = false;
  if (!path() || !is('=')) {
    const std::size_t equals = find("=", begin, words);
    if (equals == words) return no_pair(range(begin, words));
    strange_key(range(begin, equals));
    at_ = equals;
    lost = true;
  } else if (too_deep(path_.size(), range(begin, at_))) {
    lost = true;
  }
  std::string name = joined(path_, inner_mark);
  ++at_;
  skip_blanks();
  if (line_ends_here()) {
    if (!lost) {
      report("T0125", range(begin, words),
             {"a value is missing behind the =", "achter het = ontbreekt een waarde"},
             {"write the value, or leave the line out", "schrijf de waarde, of laat de regel weg"});
    }
    forget(range(begin, words));
    return;
  }
  const std::size_t from = at_;
  unclosed_ = false;
  value(Where::statement, 0);
  const Range where = range(from, at_);
  if (unclosed_ && !lost) break_value(where);
  if (lost) return forget(range(begin, at_));
  out_.statements.push_back({false, range(begin, at_), where, unclosed_});
  const auto [found, fresh] = keys_.emplace(name, range(begin, begin + 1));
  if (fresh) {
    found->second = range(begin, end_of_key(begin, from));
    return;
  }
  std::replace(name.begin(), name.end(), inner_mark, '.');
  report("T0111", range(begin, end_of_key(begin, from)),
         {"the key " + name + " stands here for the second time",
          "de sleutel " + name + " staat hier voor de tweede keer"},
         {"leave one of the two out", "laat een van de twee weg"},
         {{span(found->second), {"first here", "hier voor het eerst"}}});
  mask_blank(text_, range(begin, at_));
  out_.statements.back().masked = true;
}

std::size_t Scanner::end_of_key(std::size_t begin, std::size_t value) const {
  std::size_t end = value;
  while (end > begin + 1 && (is_blank(text_[end - 1]) || text_[end - 1] == '=')) --end;
  return end;
}

void Scanner::forget(Range whole) {
  mask_blank(text_, whole);
  out_.statements.push_back({false, whole, {}, true});
  out_.incomplete = true;
  at_ = std::max<std::size_t>(at_, whole.end);
}

void Scanner::strange_key(Range where) {
  while (where.end > where.begin && is_blank(text_[where.end - 1])) --where.end;
  if (where.end == where.begin) {
    report("T0125", range(where.begin, where.begin + 1),
           {"a key is missing before the =", "voor het = ontbreekt een sleutel"},
           {"write key = value", "schrijf sleutel = waarde"});
    return;
  }
  const std::string name = mended_name(view(where), '_');
  report("T0125", where,
         {"a key has letters, digits, - and _, and no blanks",
          "een sleutel heeft letters, cijfers, - en _, en geen spaties"},
         name.empty() ? Phrase{} : write(name + " = ..."));
}

void Scanner::no_pair(Range where) {
  const std::string_view words = view(where);
  const std::size_t colon = words.find(':');
  Phrase hint{"write key = value; a comment starts with #",
              "schrijf sleutel = waarde; een opmerking begint met #"};
  const bool comment = words.starts_with("//") || words.starts_with("--") ||
                       words.starts_with(";") || words.starts_with("/*");
  if (!comment && colon != std::string_view::npos && colon > 0 &&
      std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(colon), is_bare)) {
    std::string_view rest = words.substr(colon + 1);
    while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
    hint = write(std::string(words.substr(0, colon)) + " = " +
                 (rest.size() > 40 ? std::string("...") : std::string(rest)));
  }
  report("T0125", where,
         {"this is not a heading, not a key with a value and not a comment",
          "dit is geen kopje, geen sleutel met een waarde en geen opmerking"},
         hint);
  forget(where);
}

void Scanner::rest_of_line() {
  if (out_.given_up) return;
  skip_blanks();
  if (line_ends_here()) return;
  const Range rest = range(at_, std::max(end_of_words(at_), at_ + 1));
  Statement* last = out_.statements.empty() ? nullptr : &out_.statements.back();
  const bool after_value = last != nullptr && !last->heading && !last->masked;
  if (!reported_) {
    Phrase hint{"start a new line, or put a # before a comment",
                "begin een nieuwe regel, of zet een # voor een opmerking"};
    if (after_value && view(last->value).starts_with('"')) {
      hint = {"inside a text between \" write a quote as \\\", or put the text between '",
              "schrijf binnen een tekst tussen \" een aanhalingsteken als \\\", of zet de tekst "
              "tussen '"};
    }
    report("T0115", rest, {"nothing may stand behind this", "hierachter mag niets meer staan"},
           hint);
  }
  mask_blank(text_, rest);
  if (after_value) {
    break_value(last->value);
    last->masked = true;
  }
  skip_to_line_end();
}

}  // namespace pricetalk::document
