#include "register/index_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "document/toml_text.hpp"
#include "document/words.hpp"
#include "invoice/cells.hpp"
#include "register/written_values.hpp"

namespace pricetalk {

namespace {

/// What people mean by the name of an index, where a library has several of them.
struct UsualIndex {
  std::string_view word;     ///< folded
  std::string_view country;  ///< where it means this
  std::string_view series;
  std::string_view id;    ///< of its clause
  bool anywhere = false;  ///< no other country has an index of this name
  bool family = false;    ///< which series of the family is not said
};
constexpr auto usual_indices = std::to_array<UsualIndex>({
    {"cpi", "NL", "cbs/cpi/alle-bestedingen-2025", "cpi"},
    {"cpialle", "NL", "cbs/cpi/alle-bestedingen-2025", "cpi"},
    {"cpiallebestedingen", "NL", "cbs/cpi/alle-bestedingen-2025", "cpi"},
    {"cpiallehuishoudens", "NL", "cbs/cpi/alle-bestedingen-2025", "cpi", true},
    {"consumentenprijsindex", "NL", "cbs/cpi/alle-bestedingen-2025", "cpi", true},
    {"cbscpi", "NL", "cbs/cpi/alle-bestedingen-2025", "cpi", true},
    {"cpicbs", "NL", "cbs/cpi/alle-bestedingen-2025", "cpi", true},
    {"cpiafgeleid", "NL", "cbs/cpi/afgeleid-2025", "cpi-afgeleid", true},
    {"afgeleidecpi", "NL", "cbs/cpi/afgeleid-2025", "cpi-afgeleid", true},
    {"cbs", "NL", "cbs/cpi/alle-bestedingen-2025", "cbs", true, true},
    {"caolonen", "NL", "cbs/lonen/cao-uur-2020", "cao-lonen", true},
    {"cbscaolonen", "NL", "cbs/lonen/cao-uur-2020", "cao-lonen", true},
    {"caolonencbs", "NL", "cbs/lonen/cao-uur-2020", "cao-lonen", true},
    {"dpi", "NL", "cbs/dpi/totaal-2015", "dpi", true},
    {"dienstenprijsindex", "NL", "cbs/dpi/totaal-2015", "dpi", true},
    {"cbsdpi", "NL", "cbs/dpi/totaal-2015", "dpi", true},
    {"minimumuurloon", "NL", "szw/minimumuurloon-21", "minimumuurloon", true},
    {"gezondheidsindex", "BE", "statbel/gezondheidsindex-2013", "gezondheidsindex", true},
    {"afgevlaktegezondheidsindex", "BE", "statbel/afgevlakte-gezondheidsindex-2013",
     "afgevlakte-gezondheidsindex", true},
    {"cpi", "BE", "statbel/cpi-2013", "cpi-be"},
    {"consumptieprijsindex", "BE", "statbel/cpi-2013", "cpi-be", true},
    {"vpi", "DE", "destatis/vpi-2020", "vpi", true},
    {"verbraucherpreisindex", "DE", "destatis/vpi-2020", "vpi", true},
    {"cpi", "GB", "ons/cpi-d7bt-2015", "cpi-gb"},
    {"ukcpi", "GB", "ons/cpi-d7bt-2015", "cpi-gb", true},
    {"rpi", "GB", "ons/rpi-chaw-1987-01", "rpi", true},
});

/// The row of the table, whether or not the library has its series.
const UsualIndex* usual_index(std::string_view folded, std::string_view country) {
  const UsualIndex* made = nullptr;
  for (const UsualIndex& each : usual_indices)
    if (each.word == folded && (each.country == country || each.anywhere))
      if (made == nullptr || each.country == country) made = &each;
  return made;
}

bool has_a_country(std::string_view folded) {
  return std::any_of(usual_indices.begin(), usual_indices.end(),
                     [&](const UsualIndex& each) { return each.word == folded && !each.anywhere; });
}

template <std::size_t size>
bool is_one_of(std::string_view folded, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), folded) != words.end();
}

constexpr auto none_words = std::to_array<std::string_view>({"nvt",
                                                             "na",
                                                             "nihil",
                                                             "geen",
                                                             "neen",
                                                             "nee",
                                                             "no",
                                                             "none",
                                                             "niet",
                                                             "niettoegestaan",
                                                             "nietvantoepassing",
                                                             "notapplicable",
                                                             "geenindexering",
                                                             "geenindexatie",
                                                             "noindexation",
                                                             "vasteprijs",
                                                             "vast",
                                                             "prijsvast",
                                                             "fixed",
                                                             "fixedprice"});

constexpr auto vague_words = std::to_array<std::string_view>({"ja",
                                                              "yes",
                                                              "j",
                                                              "y",
                                                              "x",
                                                              "wel",
                                                              "jaarlijks",
                                                              "annual",
                                                              "annually",
                                                              "yearly",
                                                              "index",
                                                              "indexering",
                                                              "indexatie",
                                                              "conformcontract",
                                                              "volgenscontract",
                                                              "ziecontract",
                                                              "percontract",
                                                              "aspercontract",
                                                              "contract",
                                                              "seecontract",
                                                              "onbekend",
                                                              "unknown",
                                                              "tbd",
                                                              "pm",
                                                              "ntb",
                                                              "nogtebepalen",
                                                              "conformafspraak",
                                                              "inoverleg"});

/// Words that change nothing.
constexpr auto filler_words = std::to_array<std::string_view>(
    {"jaarlijks", "jaarlijkse", "volgens", "conform",  "indexering", "indexatie", "per",
     "jaar",      "pj",         "year",    "annually", "annum",      "van",       "of",
     "de",        "het",        "index",   "cijfer",   "reeks",      "met",       "a"});

constexpr auto cap_words = std::to_array<std::string_view>(
    {"max", "maximaal", "maximum", "cap", "plafond", "hoogstens", "gemaximeerd"});
constexpr auto floor_words =
    std::to_array<std::string_view>({"minimaal", "minimum", "floor", "bodem", "tenminste"});
constexpr auto fixed_words = std::to_array<std::string_view>({"vast", "vaste", "fixed"});

/// A word, a number or a sign of the cell.
struct Token {
  enum class Kind : std::uint8_t { word, number, minus, plus, times };
  Kind kind = Kind::word;
  std::string text;  ///< folded word
  Percent value;     ///< of a number
  bool percent = false;
};

bool is_number_start(std::string_view text, std::size_t at) {
  return at < text.size() && document::is_digit(text[at]);
}

/// Nothing where a number cannot be read.
std::optional<std::vector<Token>> tokens_of(std::string_view given) {
  std::string text(given);
  // The dashes of a word processor are minus signs.
  for (const std::string_view dash : {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"})
    for (std::size_t at = text.find(dash); at != std::string::npos; at = text.find(dash))
      text.replace(at, dash.size(), "-");
  std::vector<Token> made;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = std::string_view(text).substr(i);
    if (rest.starts_with("-/-")) {
      made.push_back({Token::Kind::minus, {}, {}, false});
      i += 3;
    } else if (text[i] == '-' || text[i] == '+') {
      const bool in_word = text[i] == '-' && i > 0 && document::is_letter(text[i - 1]) &&
                           i + 1 < text.size() && document::is_letter(text[i + 1]);
      if (!in_word)
        made.push_back({text[i] == '+' ? Token::Kind::plus : Token::Kind::minus, {}, {}, false});
      ++i;
    } else if (is_number_start(text, i)) {
      std::size_t end = i;
      while (end < text.size() &&
             (document::is_digit(text[end]) ||
              ((text[end] == ',' || text[end] == '.') && is_number_start(text, end + 1))))
        ++end;
      const auto value = written_percentage(rest.substr(0, end - i));
      if (!value) return std::nullopt;
      i = end;
      while (i < text.size() && text[i] == ' ') ++i;
      const bool percent = i < text.size() && text[i] == '%';
      if (percent) ++i;
      made.push_back({Token::Kind::number, {}, *value, percent});
    } else if (document::is_letter(text[i]) || (static_cast<unsigned char>(text[i]) & 0x80U) != 0) {
      std::size_t end = i;
      while (end < text.size() &&
             (document::is_letter(text[end]) || document::is_digit(text[end]) ||
              (static_cast<unsigned char>(text[end]) & 0x80U) != 0))
        ++end;
      made.push_back({Token::Kind::word, cells::folded(rest.substr(0, end - i)), {}, false});
      i = end;
    } else {
      ++i;
    }
  }
  return made;
}

std::string with_dashes(const Percent& value) {
  std::string made = value.of_hundred.text();
  std::replace(made.begin(), made.end(), '.', '-');
  return made;
}

std::string percentage(const Percent& value) { return value.of_hundred.text() + "%"; }

Percent negative(const Percent& value) { return Percent{cells::negative(value.of_hundred)}; }

Phrase shown(std::string_view text, const char* en, const char* nl) {
  const std::string said = "'" + std::string(text) + "' ";
  return {said + en, said + nl};
}

/// Reads the tokens one by one.
class Reading {
 public:
  Reading(std::string_view text, std::string_view country, const Library& library)
      : text_(text), country_(country), library_(library) {}

  IndexMeaning read() {
    const auto tokens = tokens_of(text_);
    if (!tokens) return question("cannot be read", "is niet te lezen");
    tokens_ = *tokens;
    paired_min_ = std::any_of(tokens_.begin(), tokens_.end(), [](const Token& each) {
      return each.kind == Token::Kind::word && is_one_of(each.text, cap_words);
    });
    for (at_ = 0; at_ < tokens_.size();)
      if (!take()) return made_;
    return finish();
  }

 private:
  IndexMeaning question(const char* en, const char* nl) {
    made_ = IndexMeaning{};
    made_.why = shown(text_, en, nl);
    return made_;
  }
  bool fail(const char* en, const char* nl) {
    question(en, nl);
    return false;
  }

  const Token* next(std::size_t ahead = 1) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  /// The number that comes next; nothing where something else does.
  const Token* next_number() const {
    const Token* token = next();
    return token != nullptr && token->kind == Token::Kind::number ? token : nullptr;
  }

  /// False: nobody can tell.
  bool take() {
    const Token& token = tokens_[at_];
    switch (token.kind) {
      case Token::Kind::plus:
      case Token::Kind::minus:
        // A dash between words is a dash.
        if (const Token* after = next_number())
          return put(made_.added,
                     token.kind == Token::Kind::plus ? after->value : negative(after->value));
        return pass(1);
      case Token::Kind::number:
        return number(token);
      default:
        return word(token);
    }
  }

  bool pass(std::size_t count) {
    at_ += count;
    return true;
  }
  bool put(std::optional<Percent>& into, const Percent& value) {
    if (into) return fail("says two things", "zegt twee dingen");
    into = value;
    return pass(2);
  }

  bool word(const Token& token) {
    const Token* number = next_number();
    if (number != nullptr) {
      if (is_one_of(token.text, cap_words)) return put(made_.cap, number->value);
      if (is_one_of(token.text, floor_words)) return put(made_.floor, number->value);
      if (token.text == "minus") return put(made_.added, negative(number->value));
      if (token.text == "plus") return put(made_.added, number->value);
    }
    if (token.text == "min" && number != nullptr) {
      if (paired_min_ || number->value.of_hundred.is_zero()) return put(made_.floor, number->value);
      return fail("can take it off the index, or be the least rise; write -/- or minimaal",
                  "kan eraf zijn, of de kleinste stijging; schrijf -/- of minimaal");
    }
    if (is_one_of(token.text, fixed_words)) {
      fixed_said_ = true;
      return pass(1);
    }
    if ((token.text == "per" && next() != nullptr &&
         (next()->text == "jaar" || next()->text == "year" || next()->text == "annum")) ||
        token.text == "pj" || token.text == "jaarlijks" || token.text == "jaarlijkse") {
      yearly_ = true;
      return pass(token.text == "per" ? 2 : 1);
    }
    if (token.text == "p" && next() != nullptr && next()->text == "j") {
      yearly_ = true;
      return pass(2);
    }
    if (!is_one_of(token.text, filler_words)) name_ += token.text;
    return pass(1);
  }

  bool number(const Token& token) {
    if (bare_ || !token.percent)
      return fail("has a number that cannot be placed", "heeft een getal dat niet te plaatsen is");
    bare_ = token.value;
    bare_before_name_ = name_.empty();
    return pass(1);
  }

  IndexMeaning finish() {
    if (name_.empty()) return without_name();
    if (fixed_said_) return question("cannot be read", "is niet te lezen");
    if (bare_) {
      if (!bare_before_name_ || made_.share)
        return question("has a number that cannot be placed",
                        "heeft een getal dat niet te plaatsen is");
      made_.share = *bare_;
      if (made_.added)
        return question("can add before or after the share", "kan voor of na het aandeel tellen");
    }
    const UsualIndex* known = usual_index(name_, country_);
    if (known != nullptr) made_.series = library_.find(known->series);
    if (made_.series == nullptr) {
      const bool by_country = has_a_country(name_) && country_.empty();
      return by_country ? question("is another index in each country; fill in the country",
                                   "is in elk land een andere index; vul het land in")
                        : question("is no index that the figures have",
                                   "is geen index die in de cijfers staat");
    }
    made_.of_country = !known->anywhere;
    made_.series_open = known->family;
    made_.kind = IndexMeaning::Kind::clause;
    made_.id = std::string(known->id);
    return named();
  }

  IndexMeaning without_name() {
    if (!bare_ || made_.added) return question("says no index", "noemt geen index");
    if (!fixed_said_ && !yearly_)
      return question("can be a rise every year, a most or the last rise",
                      "kan een stijging per jaar zijn, een maximum of de vorige stijging");
    made_.kind = IndexMeaning::Kind::clause;
    made_.fixed = *bare_;
    made_.id = "vast-" + with_dashes(*bare_);
    return named();
  }

  /// What else it says stands in its name.
  IndexMeaning named() {
    if (made_.cap && made_.floor && made_.cap->of_hundred < made_.floor->of_hundred)
      return question("has a floor above its cap", "heeft een minimum boven het maximum");
    if (made_.share) made_.id += "-" + with_dashes(*made_.share) + "-procent";
    if (made_.added) {
      const bool less = made_.added->of_hundred.is_negative();
      made_.id +=
          (less ? "-min-" : "-plus-") + with_dashes(less ? negative(*made_.added) : *made_.added);
    }
    if (made_.floor) made_.id += "-minimaal-" + with_dashes(*made_.floor);
    if (made_.cap) made_.id += "-max-" + with_dashes(*made_.cap);
    return made_;
  }

  std::string_view text_;
  std::string_view country_;
  const Library& library_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  IndexMeaning made_;
  std::string name_;
  std::optional<Percent> bare_;
  bool bare_before_name_ = false;
  bool fixed_said_ = false;
  bool yearly_ = false;
  bool paired_min_ = false;
};

/// An id as the name of a clause.
std::string clause_id(std::string_view series) {
  std::string made(series);
  std::replace_if(
      made.begin(), made.end(), [](char c) { return !document::is_bare(c); }, '-');
  return made;
}

}  // namespace

const Series* usual_series(std::string_view word, std::string_view country,
                           const Library& library) {
  if (const Series* own = library.find(word)) return own;
  const UsualIndex* known = usual_index(cells::folded(word), country);
  return known == nullptr || known->family ? nullptr : library.find(known->series);
}

IndexMeaning index_meaning(std::string_view text, std::string_view country,
                           const Library& library) {
  IndexMeaning made;
  if (const Series* own = library.find(text)) {
    made.kind = IndexMeaning::Kind::clause;
    made.series = own;
    made.id = clause_id(own->id);
    return made;
  }
  const std::string folded = cells::folded(text);
  if (cells::says_nothing(text) || is_one_of(folded, none_words)) {
    made.kind = IndexMeaning::Kind::none;
    return made;
  }
  if (folded.empty() || is_one_of(folded, vague_words)) {
    made.why = shown(text, "does not say which index", "zegt niet welke index");
    return made;
  }
  return Reading(text, country, library).read();
}

std::string clause_text(const IndexMeaning& meaning) {
  std::string made = "adjust = { every = \"year\" }\n";
  if (meaning.fixed) made += "formula = \"1 + " + percentage(*meaning.fixed) + "\"\n";
  if (meaning.added) {
    const bool less = meaning.added->of_hundred.is_negative();
    made += "formula = \"C/C0 " + std::string(less ? "- " : "+ ") +
            percentage(less ? negative(*meaning.added) : *meaning.added) + "\"\n";
  }
  if (meaning.series != nullptr)
    made += "index.C = { series = " + toml_text(meaning.series->id) + ", unknown = [" +
            (meaning.series_open ? "\"series\", " : "") + "\"use\"] }\n";
  if (meaning.share) made += "pass_through = \"" + percentage(*meaning.share) + "\"\n";
  if (meaning.cap || meaning.floor) {
    made += "limits = { ";
    if (meaning.cap) made += "cap = \"" + percentage(*meaning.cap) + "\"";
    if (meaning.cap && meaning.floor) made += ", ";
    if (meaning.floor) made += "floor = \"" + percentage(*meaning.floor) + "\"";
    made += " }\n";
  }
  return made;
}

}  // namespace pricetalk
