#include "cli/registry.hpp"

#include <algorithm>

#include "diagnostic/codes.hpp"
#include "document/word_of.hpp"

namespace pricetalk {

std::string placeholder(const std::string& word, Language language) {
  constexpr std::array<Wording, 15> words{{{"DATE", "DATUM"},
                                           {"AMOUNT", "BEDRAG"},
                                           {"FROM", "VAN"},
                                           {"TO", "NAAR"},
                                           {"NUMBER", "GETAL"},
                                           {"DIR", "MAP"},
                                           {"FILE", "BESTAND"},
                                           {"KIND", "SOORT"},
                                           {"LANGUAGE", "TAAL"},
                                           {"NAME", "NAAM"},
                                           {"KEY", "SLEUTEL"},
                                           {"NAME=VALUE", "NAAM=WAARDE"},
                                           {"YEAR", "JAAR"},
                                           {"TAG", "LABEL"},
                                           {"SERIES", "REEKS"}}};
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](const Wording& each) { return each.en == word; });
  return found == words.end() ? word : found->phrase().in(language);
}

/// Words that no command or option took. True when there were any.
bool Registry::report_extras() {
  auto extras = root_.remaining(true);
  // What stands behind `--` is never an option; the dashes themselves are nothing.
  std::erase(extras, "--");
  if (extras.empty()) {
    return false;
  }
  // A misspelt option leaves its value behind as well: one cause, one error.
  const auto option = std::find_if(extras.begin(), extras.end(),
                                   [](const auto& word) { return word.starts_with("-"); });
  const CLI::App& app = chosen();
  const std::string help = "'" + chosen_name() + " --help'";
  if (option != extras.end()) {
    const std::string word = option->substr(0, option->find('='));
    std::vector<std::string> known;
    for (const CLI::Option* each : app.get_options()) {
      for (const auto& name : each->get_lnames()) {
        known.push_back("--" + name);
      }
    }
    problem("U0002",
            {"'" + chosen_name() + "' has no option '" + word + "'",
             "'" + chosen_name() + "' kent geen optie '" + word + "'"},
            suggest(word, known, {help + " lists the options", help + " noemt de opties"}));
    return true;
  }
  const std::string& word = extras.front();
  std::vector<std::string> known;
  for (const CLI::App* each : app.get_subcommands({})) {
    known.push_back(each->get_name());
  }
  if (known.empty()) {
    problem("U0005", {"'" + word + "' is one word too many", "'" + word + "' is een woord te veel"},
            {help + " shows what the command takes", help + " toont wat de opdracht vraagt"});
  } else {
    problem("U0001",
            {"'" + chosen_name() + "' has no command '" + word + "'",
             "'" + chosen_name() + "' kent geen opdracht '" + word + "'"},
            suggest(word, known, {help + " lists the commands", help + " noemt de opdrachten"}));
  }
  return true;
}

/// What CLI11 found wrong, in our words.
void Registry::report(const CLI::ParseError& error) {
  const std::string help = "'" + chosen_name() + " --help'";
  const Phrase hint{help + " shows what the command takes", help + " toont wat de opdracht vraagt"};
  const std::string what = error.what();
  const bool required = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
  const bool mismatch = dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr;
  if (required) {
    const std::string name = what.substr(0, what.find(" is required"));
    problem("U0003", {name + " is missing", name + " ontbreekt"}, hint);
  } else if (mismatch && what.find("missing") != std::string::npos) {
    const std::string name = what.substr(0, what.find(':'));
    problem("U0003", {name + " needs a value", "achter " + name + " hoort een waarde"}, hint);
  } else if (mismatch && what.starts_with("--")) {
    const std::string name = what.substr(0, what.find(':'));
    problem("U0005", {name + " was given twice", name + " is tweemaal gegeven"}, hint);
  } else {
    problem("U0004", same(what), hint);
  }
}

/// German and French are of letters only.
void Registry::look_at_language() {
  if (!common_->language || is_spoken(*common_->language) || !request_.command) return;
  const std::string name = chosen().get_name();
  if (name == "letter" || name == "tone") return;
  const std::string word = word_of(*common_->language);
  problem(
      "U0004",
      {"'" + name + "' answers in English or Dutch, and not in '" + word + "'",
       "'" + name + "' antwoordt in het Nederlands of Engels, en niet in '" + word + "'"},
      {"write --language en or --language nl; 'letter' writes letters in German and French",
       "schrijf --language nl of --language en; 'letter' schrijft brieven in het Duits en Frans"});
}

Request Registry::parse(std::span<const std::string> arguments) {
  try {
    root_.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    if (!report_extras() && !request_.command) {
      request_.help = help();
    }
  } catch (const CLI::CallForHelp&) {
    request_.answer = help();
  } catch (const CLI::CallForVersion&) {
    request_.answer = "pricetalk " + std::string(version()) + "\n";
  } catch (const CLI::ParseError& error) {
    if (!report_extras()) {
      report(error);
    }
  } catch (const WrongValue& wrong) {
    problem("U0004", wrong.title, wrong.hint);
  }
  look_at_language();
  request_.common = *common_;
  if (!request_.problems.empty()) {
    request_.command = nullptr;
    request_.common.language = language_;
  }
  return request_;
}

}  // namespace pricetalk
