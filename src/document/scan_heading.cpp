#include "document/scanner.hpp"

namespace pricetalk::document {

void Scanner::heading() {
  const std::size_t begin = at_;
  if (!out_.sections.empty()) out_.sections.back().words.end = narrow(begin);
  const bool list = text_.compare(at_, 2, "[[") == 0;
  at_ += list ? 2 : 1;
  straighten_key(end_of_words(at_));
  const std::string_view closing = list ? "]]" : "]";
  const std::size_t inside = at_;
  std::optional<std::vector<std::string>> parts;
  if (path()) parts.emplace(path_.begin(), path_.end());
  keys_.clear();
  if (parts && text_.compare(at_, closing.size(), closing) == 0) {
    at_ += closing.size();
    const Range whole = range(begin, at_);
    out_.statements.push_back({true, whole, {}, false});
    if (too_deep(parts->size(), whole)) {
      rename(whole, {});
      out_.incomplete = true;
    } else {
      check_repeated(whole, *parts, list);
    }
    return;
  }
  mend_heading(begin, inside, list, std::move(parts));
}

void Scanner::mend_heading(std::size_t begin, std::size_t inside, bool list,
                           std::optional<std::vector<std::string>> parts) {
  const std::size_t words = end_of_words(begin);
  const std::size_t closing = find("]", std::min(inside, words), words);
  std::size_t end = closing;
  while (end < words && text_[end] == ']') ++end;
  const Range whole = range(begin, std::max(end, begin + 1));
  const std::string typed(view(range(inside, closing)));
  const bool only_brackets = parts && at_ >= closing;
  if (!only_brackets) {
    parts.emplace();
    for (std::size_t from = 0; from <= typed.size();) {
      const std::size_t point = std::min(typed.find('.', from), typed.size());
      std::string name = mended_name(std::string_view(typed).substr(from, point - from), '-');
      if (!name.empty()) parts->push_back(std::move(name));
      from = point + 1;
    }
  }
  const std::string mended = (list ? "[[" : "[") + joined(*parts, '.') + (list ? "]]" : "]");
  if (parts->empty()) {
    report("T0125", whole, {"a heading has no name", "een kopje heeft geen naam"},
           {"write for example [contract]", "schrijf bijvoorbeeld [contract]"});
  } else if (only_brackets) {
    report("T0113", whole, {"this heading is not closed", "dit kopje is niet gesloten"},
           write(mended));
  } else {
    report("T0125", whole,
           {"a name has letters, digits, - and _, and no blanks",
            "een naam heeft letters, cijfers, - en _, en geen spaties"},
           write(mended));
  }
  at_ = whole.end;
  out_.statements.push_back({true, whole, {}, true});
  const bool usable = !list && !parts->empty() && parts->size() <= deepest;
  if (!usable) out_.incomplete = true;
  rename(whole, usable ? *parts : std::vector<std::string>{});
  skip_to_line_end();
}

void Scanner::check_repeated(Range whole, const std::vector<std::string>& parts, bool list) {
  const std::string name = joined(parts, inner_mark);
  const bool inside_repeated = !repeated_.empty() && name.starts_with(repeated_ + inner_mark);
  if (!inside_repeated) repeated_.clear();
  const auto found = headings_.find(name);
  if (list) {
    // A new item starts anew: its inner headings may come again.
    const std::string inner = name + inner_mark;
    for (auto it = headings_.lower_bound(inner);
         it != headings_.end() && it->first.starts_with(inner);) {
      it = headings_.erase(it);
    }
  }
  if (found == headings_.end()) {
    headings_.emplace(name, Heading{whole, list});
    return;
  }
  if (list && found->second.list) return;
  const Range first = found->second.where;
  const std::string line = std::to_string(source_.position(first.begin).line);
  const std::string shown = joined(parts, '.');
  if (!inside_repeated) {
    repeated_ = name;
    const std::vector<Diagnostic::Context> context{
        {span(first), {"first here", "hier voor het eerst"}}};
    if (list == found->second.list) {
      Phrase hint{
          "put everything under the one in line " + line + ", or give this one another name",
          "zet alles onder dat in regel " + line + ", of geef dit een andere naam"};
      if (parts.size() == 1) {
        hint.en += "; a list has double brackets each time: [[" + shown + "]]";
        hint.nl += "; een lijst heeft elke keer dubbele haken: [[" + shown + "]]";
      }
      report("T0108", whole,
             {"the heading [" + shown + "] stands here for the second time",
              "het kopje [" + shown + "] staat hier voor de tweede keer"},
             std::move(hint), context);
    } else {
      report("T0108", whole,
             {"[" + shown + "] and [[" + shown + "]] cannot stand in one file",
              "[" + shown + "] en [[" + shown + "]] kunnen niet in één bestand staan"},
             {"with several of them, write [[" + shown + "]] each time (see line " + line + ")",
              "zijn het er meer, schrijf dan elke keer [[" + shown + "]] (zie regel " + line + ")"},
             context);
    }
  }
  if (list != found->second.list) {
    out_.incomplete = true;
    rename(whole, {});
  } else {
    rename(whole, parts);
  }
}

void Scanner::section() {
  const std::size_t line = text_.find('\n', at_);
  if (line == std::string::npos) return;
  const std::size_t begin = line + 1;
  const std::size_t next = text_.find("\n[", line);
  const Range words = range(begin, next == std::string::npos ? text_.size() : next + 1);
  Section& made = out_.sections.emplace_back();
  made.words = words;
  if (text_.compare(out_.statements.back().whole.begin, 2, "[[") == 0) return;
  made.heading.assign(path_.begin(), path_.end());
  made.known = memory_->find(view(words));
  if (made.known) at_ = words.end;
}

void Scanner::rename(Range whole, std::vector<std::string> target) {
  out_.renamed.push_back({whole, {}, std::move(target)});
}

}  // namespace pricetalk::document
