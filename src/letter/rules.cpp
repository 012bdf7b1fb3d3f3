#include <algorithm>
#include <array>
#include <cctype>

#include "calendar/working_day.hpp"
#include "document/words.hpp"
#include "letter/buyer_people.hpp"
#include "letter/innovation.hpp"
#include "letter/kinds.hpp"
#include "letter/template.hpp"
#include "letter/tone.hpp"
#include "pricetalk/advice/redface.hpp"

namespace pricetalk {

namespace {

constexpr int fewest_words = 250;
constexpr int most_words = 450;
constexpr int longest_sentence = 22;
constexpr std::size_t words_to_decision = 60;

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = text.find_first_not_of(" \n\t\\", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \n\t", begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const bool counts = std::any_of(word.begin(), word.end(), [](char sign) {
      const auto byte = static_cast<unsigned char>(sign);
      return std::isalnum(byte) != 0 || byte >= 0xC3;
    });
    // "€ 18.450" is one word.
    if (counts && word != "€") words.push_back(word);
    at = end;
  }
  return words;
}

/// With what the line below the last paragraph begins.
std::string_view closing_words(Language language) {
  static constexpr std::array<std::string_view, 4> words = {
      "Yours sincerely", "Met vriendelijke groet", "Mit freundlichen Grüßen", "Veuillez agréer"};
  return words[static_cast<std::size_t>(language)];
}

/// From the first paragraph behind the salutation to the closing, without tables.
std::string body_of(std::string_view letter, Language language) {
  const std::string_view closing = closing_words(language);
  std::string body;
  bool inside = false;
  std::string_view rest = letter;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.starts_with(closing)) break;
    if (inside && !line.starts_with("|")) body += std::string(line) + "\n";
    // The salutation is the first line that ends with a comma after the subject.
    if (!inside && line.ends_with(",")) inside = true;
  }
  return body;
}

LetterRemark remark(std::string rule, std::string en, std::string nl) {
  return {std::move(rule), {std::move(en), std::move(nl)}};
}

/// Amounts and percentages in a text: "11 procent", "€ 1.250", "9%".
std::vector<std::string> typed_figures(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!document::is_digit(text[at]) || (at > 0 && document::is_digit(text[at - 1]))) continue;
    std::size_t end = at;
    while (end < text.size() && (document::is_digit(text[end]) ||
                                 ((text[end] == '.' || text[end] == ',') && end + 1 < text.size() &&
                                  document::is_digit(text[end + 1]))))
      ++end;
    const std::string_view before = text.substr(0, at);
    std::string_view after = text.substr(end);
    for (const std::string_view blank : {" ", "\u00a0", "\u202f"})
      if (after.starts_with(blank)) after.remove_prefix(blank.size());
    const bool amount = before.ends_with("€") || before.ends_with("€ ") || after.starts_with("€") ||
                        after.starts_with("euro") || after.starts_with("Euro") ||
                        after.starts_with("Prozent") || after.starts_with("pour cent") ||
                        after.starts_with("%") || after.starts_with("procent") ||
                        after.starts_with("per cent") || after.starts_with("percent");
    if (amount) found.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return found;
}

/// Texts typed by a person that say "u" where the letter says "je", or the other way round. The
/// models never mix, so what is found was typed.
void mixed_address(const Letter& letter, const std::string& body, bool informal,
                   std::vector<LetterRemark>& remarks) {
  struct FormsOfAddress {
    std::vector<std::string_view> formal;
    std::vector<std::string_view> familiar;
    const char* says_formal;
    const char* says_familiar;
  };
  // German "Sie" can begin a sentence about others, French "vous" can mean several people.
  static const std::array<FormsOfAddress, 4> all = {
      {{},
       {{"u", "U", "uw", "Uw"},
        {"je", "Je", "jij", "Jij", "jou", "jouw", "jullie", "Jullie"},
        "u",
        "je"},
       {{"Ihnen"}, {"du", "Du", "dir", "dich", "dein", "deine", "deinen", "deiner"}, "Sie", "du"},
       {{}, {"tu", "Tu", "toi", "ton", "tes"}, "vous", "tu"}}};
  const FormsOfAddress& known = all[static_cast<std::size_t>(letter.language)];
  const auto& strange_words = informal ? known.formal : known.familiar;
  if (strange_words.empty()) return;
  for (const Sentence& sentence : sentences(body))
    for (std::string_view word : words_of(sentence.text)) {
      while (!word.empty() && std::string_view(".,;:!?)\"").find(word.back()) != word.npos)
        word.remove_suffix(1);
      if (std::find(strange_words.begin(), strange_words.end(), word) == strange_words.end())
        continue;
      const std::string other = informal ? known.says_familiar : known.says_formal;
      remarks.push_back(remark(
          "address",
          "'" + std::string(word) + "' in a letter that says '" + other + "': " + sentence.text,
          "'" + std::string(word) + "' in een brief met '" + other + "': " + sentence.text));
      break;
    }
}

/// A letter about the price to somebody who has no say in it.
void right_person(const Letter& letter, const Contract& contract,
                  std::vector<LetterRemark>& remarks) {
  if (!about_price(letter.kind)) return;
  const ContactTerms* reader = contract.find_contact(contract.terms.talk->receiver->value);
  if (reader == nullptr || !reader->role) return;
  const ContactRole role = reader->role->value;
  if (role != ContactRole::user && role != ContactRole::gatekeeper) return;
  const auto& people = contract.terms.contact;
  const auto decider = std::find_if(people.begin(), people.end(), [](const ContactTerms& each) {
    return each.party.value == Side::customer && each.role &&
           each.role->value == ContactRole::decider;
  });
  const std::string& name = reader->name.value;
  const bool known = decider != people.end();
  remarks.push_back(remark("right-person",
                           "a letter about the price to " + name + ", who does not decide on it" +
                               (known ? "; " + decider->name.value + " does" : ""),
                           "een brief over de prijs aan " + name + ", die daar niet over beslist" +
                               (known ? "; dat doet " + decider->name.value : "")));
}

/// Why nobody answers or calls at that time; empty: it is a working day, in working hours.
Phrase not_at_work(const DateTime& at, const Contract& contract) {
  constexpr int first_hour = 8;
  constexpr int last_hour = 18;
  if (!is_working_day(at.date, contract.jurisdiction))
    return {"is no working day", "is geen werkdag"};
  if (at.hour < first_hour || at.hour > last_hour || (at.hour == last_hour && at.minute > 0))
    return {"is outside working hours", "valt buiten werktijd"};
  return {};
}

/// Call and answer are asked at a time when people work, and before the price moves.
void answer_days(const Contract& contract, Date today, std::vector<LetterRemark>& remarks) {
  const TalkTerms& talk = *contract.terms.talk;
  const auto look = [&](const std::optional<Stated<DateTime>>& at, const std::string& key) {
    if (!at) return;
    const auto on = [&](Language language) { return clock_text(at->value, language); };
    if (const Phrase why = not_at_work(at->value, contract); !why.en.empty())
      remarks.push_back(remark("answer-day", key + ": " + on(Language::en) + " " + why.en,
                               key + ": " + on(Language::nl) + " " + why.nl));
    const auto adjustment = adjustment_under_discussion(contract, today);
    if (adjustment && at->value.date >= *adjustment)
      remarks.push_back(remark(
          "answer-day",
          key + ": " + on(Language::en) + " is not before the day on which the price moves",
          key + ": " + on(Language::nl) + " ligt niet voor de dag waarop de prijs verandert"));
  };
  look(talk.call_at, "talk.call_at");
  look(talk.reply_by, "talk.reply_by");
}

}  // namespace

LetterStatistics measure(std::string_view letter, Language language) {
  return measure_all(body_of(letter, language));
}

LetterStatistics measure_all(std::string_view text) {
  LetterStatistics counted;
  for (const Sentence& sentence : sentences(text)) {
    const int words = static_cast<int>(words_of(sentence.text).size());
    if (words == 0) continue;
    counted.words += words;
    ++counted.sentences;
    if (words <= counted.longest) continue;
    counted.longest = words;
    counted.longest_sentence = sentence.text;
  }
  if (counted.sentences > 0)
    counted.average = round(Ratio::of(counted.words, counted.sentences), Rounding::decimals(1));
  return counted;
}

void typed_by_hand(const OfferTerms& terms, std::vector<LetterRemark>& remarks) {
  for (const InnovationTerms* innovation : terms.all) {
    std::string typed = innovation->what.value;
    if (innovation->customer_effort) typed += "\n" + innovation->customer_effort->value;
    for (const std::string& figure : typed_figures(typed))
      if (!innovation->evidence || innovation->evidence->value.find(figure) == std::string::npos)
        remarks.push_back(
            remark("typed-amount", "'" + figure + "' is typed by hand and stands in no evidence",
                   "'" + figure + "' is met de hand getypt en staat niet in het bewijs"));
  }
}

std::vector<LetterRemark> remarks_on(const Letter& letter, const Contract& contract, Date today) {
  std::vector<LetterRemark> remarks;
  const LetterStatistics& counted = letter.statistics;
  const std::string words = std::to_string(counted.words);
  const bool offers = letter.kind == LetterKind::innovation;
  if (counted.words > most_words || (offers && counted.words < fewest_words))
    remarks.push_back(remark("length", words + " words; a letter reads best between 250 and 450",
                             words + " woorden; een brief leest het best tussen 250 en 450"));
  const std::string body = body_of(letter.text, letter.language);
  for (const Sentence& sentence : sentences(body)) {
    const auto count = words_of(sentence.text).size();
    if (count > longest_sentence)
      remarks.push_back(remark("long-sentence",
                               std::to_string(count) + " words in one sentence: " + sentence.text,
                               std::to_string(count) + " woorden in één zin: " + sentence.text));
  }
  const auto all = words_of(body);
  const std::string_view first(
      body.data(), all.size() <= words_to_decision
                       ? body.size()
                       : static_cast<std::size_t>(all[words_to_decision].data() - body.data()));
  const std::string decision = say(letter.language, "not want to raise", "niet verhogen",
                                   "nicht erhöhen", "ne souhaitons pas augmenter");
  const std::string smaller = say(letter.language, "smaller steps", "kleinere stappen",
                                  "kleineren Schritten", "étapes plus petites");
  if (offers && first.find(decision) == std::string_view::npos &&
      first.find(smaller) == std::string_view::npos)
    remarks.push_back(remark("decision-first", "the decision is not in the first 60 words",
                             "het besluit staat niet in de eerste 60 woorden"));
  mixed_address(letter, body,
                from_supplier(letter.kind) ? informal(contract) : buyer_says_je(contract), remarks);
  if (from_supplier(letter.kind)) {
    right_person(letter, contract, remarks);
    answer_days(contract, today, remarks);
  }
  return remarks;
}

}  // namespace pricetalk
