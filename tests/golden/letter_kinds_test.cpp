#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>
#include <utility>

#include "cli/gather.hpp"
#include "letter/kinds.hpp"
#include "letter/template.hpp"
#include "letter/whole_letter.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/talk/facts.hpp"
#include "program.hpp"

// Every kind of letter over the shipped contracts and the contracts of the golden cases.
namespace letter_kinds_test {

using namespace pricetalk;
using namespace pricetalk::harness;

std::vector<std::string> contract_files() {
  std::vector<std::string> files;
  for (const auto& [name, text] : files_below(root() + "/contracts"))
    if (name.ends_with(".toml") && name.find('/') == std::string::npos)
      files.push_back(root() + "/contracts/" + name);
  for (const std::string& folder : folders_below(root() + "/tests/golden/letter", 1))
    files.push_back(root() + "/tests/golden/letter/" + folder + "/contract.toml");
  return files;
}

/// The scenario of the case, or that of the shipped ones which is expected.
std::string scenario_of(const std::string& contract) {
  const std::string own = contract.substr(0, contract.rfind('/')) + "/scenario.toml";
  return std::filesystem::exists(own) ? own : root() + "/scenarios/verwacht.toml";
}

/// The letters of one contract, one for each kind that it has.
std::vector<Letter> letters_of(const std::string& file, Date today, std::vector<AnnexItem>& items,
                               std::unique_ptr<Gathered>& kept,
                               std::optional<Language> language = {}) {
  TalkRequest request{file, {scenario_of(file)}, {}, {}};
  if (read(file).find("rood-hoofd") != std::string::npos ||
      read(file).find("REC-2018-007") != std::string::npos)
    request.invoices = {root() + "/contracts/invoices/receptie-rood-hoofd.csv"};
  request.options.today = today;
  request.options.needs_futures = false;
  request.options.letter_language = language;
  Diagnostics problems;
  kept = gather(request, MoreFigures{}, problems);
  std::vector<Letter> made;
  if (!kept) return made;
  const TalkFacts facts = facts_of(*kept->talk);
  items = facts.annex;
  Dispute dispute;
  if (kept->talk->audit)
    for (const AuditedLine& line : kept->talk->audit->lines)
      dispute.lines.push_back({line.line->id, *Decimal::parse("50000.00")});
  for (const auto& [name, kind] : Dictionary<LetterKind>::words) {
    const auto written = write_letter(facts, kind, kept->talk->letter_language, dispute);
    if (const auto* letter = std::get_if<Letter>(&written)) made.push_back(*letter);
  }
  return made;
}

/// Amounts as they stand in a text: "€ 18.450", "€36.40".
std::vector<std::string> amounts_in(const std::string& text) {
  static const std::regex amount("€ ?[0-9]+([.,][0-9]+)*");
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), amount), end; at != end; ++at)
    found.push_back(at->str());
  return found;
}

/// What looks like a field of a model.
std::vector<std::string> fields_in(const std::string& text) {
  static const std::regex field(R"(\{[a-z_]+\})");
  std::string plain = text;
  std::erase(plain, '\\');  // Markdown
  std::set<std::string> found;
  for (std::sregex_iterator at(plain.begin(), plain.end(), field), end; at != end; ++at)
    found.insert(at->str());
  return {found.begin(), found.end()};
}

/// The day of the case; of the others one on which the step can still be announced.
std::vector<const char*> days_of(const std::string& file) {
  const std::string cmd = file.substr(0, file.rfind('/')) + "/cmd";
  const std::string text = std::filesystem::exists(cmd) ? read(cmd) : "";
  for (const char* day : {"2025-11-10", "2026-02-10"})
    if (text.find(day) != std::string::npos) return {day};
  return {"2025-10-20"};
}

std::set<std::string> written_amounts(const Letter& letter) {
  std::set<std::string> known;
  for (const Explained& each : letter.figures)
    if (const auto* money = std::get_if<Money>(&each.figure.value)) {
      for (std::string text :
           {money_text(*money, letter.language), short_money(*money, letter.language)}) {
        const std::size_t sign = text.find("€");
        known.insert(sign == std::string::npos ? text : text.substr(sign));
      }
    }
  return known;
}

TEST(every_kind_of_letter, takes_each_amount_from_a_derivation) {
  std::set<LetterKind> seen;
  for (const std::string& file : contract_files())
    for (const char* day : days_of(file)) {
      std::vector<AnnexItem> items;
      std::unique_ptr<Gathered> kept;
      for (const Letter& letter : letters_of(file, *Date::parse(day), items, kept)) {
        seen.insert(letter.kind);
        if (letter.stopped()) continue;
        const std::string where =
            file + " " + day + " kind " + std::to_string(static_cast<int>(letter.kind));
        const std::set<std::string> known = written_amounts(letter);
        for (const std::string& amount : amounts_in(letter.text + letter.mail.text))
          EXPECT_TRUE(known.contains(amount)) << where << ": " << amount;
        for (const Explained& each : letter.figures) {
          const Address& address = each.figure.address;
          const bool stated = address.text.find("/value/") != std::string::npos ||
                              address.text.find("/agreed/") != std::string::npos;
          const bool derived = find(letter.evidence, address) != nullptr ||
                               std::any_of(items.begin(), items.end(), [&](const AnnexItem& item) {
                                 return item.address == address;
                               });
          EXPECT_TRUE(stated || derived) << where << ": " << address.text;
        }
        // Of a field that was not filled in; a name may hold what looks like one.
        EXPECT_THAT(fields_in(letter.text), testing::IsSubsetOf(fields_in(read(file)))) << where;
        EXPECT_EQ(letter.text.find("  \n\n\n"), std::string::npos) << where;
      }
    }
  EXPECT_EQ(seen.size(), Dictionary<LetterKind>::words.size()) << "some kind is never written";
}

/// The words of a text, in small letters.
std::set<std::string> words_in(const std::string& text) {
  std::set<std::string> found;
  std::string word;
  for (const char c : text + " ") {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalpha(byte) != 0 || byte >= 0x80)
      word += static_cast<char>(std::tolower(byte));
    else if (!word.empty())
      found.insert(std::exchange(word, {}));
  }
  return found;
}

/// The words of who publishes figures.
const std::set<std::string>& words_of_publishers() {
  static const std::set<std::string> words = [] {
    std::set<std::string> known;
    for (const auto& [name, text] : files_below(root() + "/indices")) {
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);)
        if (line.starts_with("title") || line.starts_with("publisher") ||
            line.starts_with("table") || line.starts_with("base"))
          known.merge(words_in(line));
    }
    return known;
  }();
  return words;
}

/// What is said in the words of others: of the contract, and of who publishes a figure.
std::set<std::string> words_of_others(const std::string& file) {
  std::set<std::string> known = words_in(read(file));
  // A catalogue of innovations stands beside the contract.
  const std::string catalogue =
      (std::filesystem::path(file).parent_path() / "catalogus.toml").string();
  if (std::filesystem::exists(catalogue)) known.merge(words_in(read(catalogue)));
  known.insert(words_of_publishers().begin(), words_of_publishers().end());
  return known;
}

/// Every fourth contract, and those that were written for these languages.
std::vector<std::string> some_files() {
  std::vector<std::string> found;
  std::size_t at = 0;
  for (const std::string& file : contract_files())
    if (at++ % 4 == 0 || file.find("german") != std::string::npos ||
        file.find("french") != std::string::npos)
      found.push_back(file);
  return found;
}

/// Words that no German or French sentence has.
const std::set<std::string>& foreign_words() {
  static const std::set<std::string> words = {
      "the",      "of",       "and",       "your",         "price",       "amount",    "from",
      "with",     "without",  "published", "definitive",   "provisional", "table",     "step",
      "rounded",  "decimals", "cap",       "floor",        "present",     "expected",  "known",
      "contract", "year",     "month",     "hour",         "each",        "het",       "een",
      "van",      "wij",      "uw",        "niet",         "voor",        "prijs",     "bedrag",
      "zonder",   "btw",      "tabel",     "gepubliceerd", "definitief",  "voorlopig", "deel",
      "stap",     "afgerond", "bekend",    "jaar"};
  return words;
}

TEST(letters_in_german_and_french, say_nothing_in_another_language) {
  std::set<std::pair<LetterKind, Language>> seen;
  for (const std::string& file : some_files())
    for (const Language language : {Language::de, Language::fr})
      for (const char* day : days_of(file)) {
        std::vector<AnnexItem> items;
        std::unique_ptr<Gathered> kept;
        std::vector<Letter> letters;
        for (Letter& each : letters_of(file, *Date::parse(day), items, kept, language))
          letters.push_back(std::move(each));
        const std::set<std::string> others = words_of_others(file);
        for (const Letter& letter : letters) {
          EXPECT_EQ(letter.language, language) << file;
          seen.insert({letter.kind, language});
          const std::string whole =
              as_markdown(whole_letter(letter)) + "\n" + letter.mail.subject + letter.mail.text;
          for (const std::string& word : words_in(whole))
            EXPECT_FALSE(foreign_words().contains(word) && !others.contains(word))
                << file << " kind " << static_cast<int>(letter.kind) << ": " << word << "\n"
                << whole;
        }
      }
  EXPECT_EQ(seen.size(), 6U) << "innovation, indexation and claim, in both";
}

}  // namespace letter_kinds_test
