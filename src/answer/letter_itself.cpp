#include "answer/letter_itself.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "document/words.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// Shorter names stand in any text.
constexpr std::size_t shortest_id = 4;
constexpr std::size_t shortest_name = 6;

bool is_letter_or_digit(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || byte >= 0x80;
}

/// "2024-031" is no word of "FM-2024-031", nor of "2024-0312".
bool ends_word(std::string_view text, std::size_t at, int step) {
  const auto sign = [&](std::size_t place) { return place < text.size() ? text[place] : ' '; };
  if (is_letter_or_digit(sign(at))) return false;
  const bool joins = sign(at) == '-' || sign(at) == '_' || sign(at) == '/' || sign(at) == '.';
  return !joins || !is_letter_or_digit(sign(at + static_cast<std::size_t>(step)));
}

bool holds_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    if (ends_word(text, at - 1, -1) && ends_word(text, at + word.size(), 1)) return true;
  return false;
}

/// Small letters, one blank between words.
std::string plain(std::string_view text) {
  std::string made;
  for (const char c : document::lower(std::string(text))) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    if (blank && (made.empty() || made.back() == ' ')) continue;
    made += blank ? ' ' : c;
  }
  return made;
}

/// A path as a word of a command line.
std::string shell_word(const std::string& word) {
  const bool bare = std::all_of(word.begin(), word.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '/' || c == '.' || c == '-' || c == '_';
  });
  if (bare && !word.empty()) return word;
  std::string made = "'";
  for (const char c : word) made += c == '\'' ? "'\\''" : std::string(1, c);
  return made + "'";
}

/// "5,62% ("…") and 1 januari 2026 ("…")".
std::string quotes(const LetterSuggestion& found, Language language) {
  std::string made;
  std::set<std::string> quoted;
  const auto add = [&](const std::string& what, const std::string& quote) {
    made += (made.empty() ? "" : ", ") + what;
    if (quoted.insert(quote).second) made += " (\"" + quote + "\")";
  };
  for (const SuggestedChange& each : found.changes)
    add(percent_text(each.change.as_fraction(), each.change.of_hundred.scale(), language),
        each.quote);
  for (const SuggestedDay& each : found.days)
    if (each.begins || found.days.size() == 1) add(date_text(each.day, language), each.quote);
  return made;
}

/// The only percentage, or the only one on the line of the day on which it begins; nothing where
/// which is announced, only a reader knows.
const SuggestedChange* announced_change(const LetterSuggestion& found) {
  if (found.changes.size() == 1) return &found.changes.front();
  if (found.days.empty() || !found.days.front().begins) return nullptr;
  const SuggestedChange* made = nullptr;
  for (const SuggestedChange& each : found.changes) {
    if (each.quote != found.days.front().quote) continue;
    if (made != nullptr) return nullptr;
    made = &each;
  }
  return made;
}

std::string row_to_type(const LetterSuggestion& found, const InboxContract* guess,
                        Language language) {
  std::string made = "contract ";
  made += guess != nullptr ? guess->contract->id : say(language, "ID", "KENMERK");
  made += say(language, ", announced ", ", aangekondigd ");
  const SuggestedChange* change = announced_change(found);
  made += change != nullptr ? change->change.text() : "PERCENTAGE";
  made += say(language, ", on ", ", per ");
  return made +
         (found.days.empty() ? say(language, "DATE", "DATUM") : found.days.front().day.text());
}

std::string confirmed(const LetterSuggestion& found, const InboxContract* guess,
                      Language language) {
  const bool is_file = guess != nullptr && guess->path.ends_with(".toml");
  if (is_file)
    return say(language, "confirm with: ", "bevestig met: ") +
           confirming_command(found, guess->path, std::nullopt, language);
  return say(language, "put it in the list as a row: ", "zet hem als rij in de lijst: ") +
         row_to_type(found, guess, language);
}

}  // namespace

InboxRow row_of(LetterItself letter) {
  InboxRow made;
  made.unread = {"read it yourself", "lees hem zelf"};
  made.itself = std::move(letter);
  return made;
}

const InboxContract* contract_named_in(std::string_view text,
                                       const std::vector<InboxContract>& contracts) {
  const std::string words = plain(text);
  const auto named = [&](const auto& name_of, std::size_t shortest) {
    std::vector<const InboxContract*> made;
    for (const InboxContract& each : contracts) {
      const std::string name = plain(name_of(*each.contract));
      if (name.size() >= shortest && holds_word(words, name)) made.push_back(&each);
    }
    return made;
  };
  auto found = named([](const Contract& each) { return each.id; }, shortest_id);
  if (found.empty()) found = named([](const Contract& each) { return each.title; }, shortest_name);
  if (found.empty())
    found = named([](const Contract& each) { return each.supplier; }, shortest_name);
  return found.size() == 1 ? found.front() : nullptr;
}

Phrase how_to_confirm(const LetterItself& letter, const InboxContract* guess) {
  const LetterSuggestion found = suggestion_of(letter.text);
  const auto in = [&](Language language) {
    const std::string says = quotes(found, language);
    std::string made = say(language, "read it yourself", "lees hem zelf");
    if (!says.empty()) made += say(language, "; it names ", "; er staat ") + says;
    if (found.changes.size() > 1)
      made += say(language, "; there is more than one percentage: take what it announces",
                  "; er staat meer dan één percentage: neem wat hij aankondigt");
    return made + "; " + confirmed(found, guess, language);
  };
  return {in(Language::en), in(Language::nl)};
}

std::string confirming_command(const LetterSuggestion& found, const std::string& contract_file,
                               std::optional<Date> received, Language language) {
  const std::string date = say(language, "DATE", "DATUM");
  const SuggestedChange* change = announced_change(found);
  return "pricetalk answer " + shell_word(contract_file) +
         (found.changes.empty()
              ? say(language, " --price LINE=PRICE", " --price REGEL=PRIJS")
              : " --announced " + (change != nullptr ? change->change.text() : "PERCENTAGE")) +
         " --on " + (found.days.empty() ? date : found.days.front().day.text()) + " --received " +
         (received ? received->text() : date);
}

}  // namespace pricetalk
