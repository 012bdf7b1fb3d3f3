#include "answer/check_letter.hpp"

#include <algorithm>
#include <set>

#include "answer/answer.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/announced.hpp"

namespace pricetalk {

namespace {

LetterProblem no_such_line(const std::string& id, const Contract& contract) {
  std::vector<std::string_view> known;
  for (const Line& line : contract.lines) known.push_back(line.id);
  const std::string near(nearest(id, known));
  return {true,
          {"no price line '" + id + "' in this contract",
           "geen prijsregel '" + id + "' in dit contract"},
          near.empty() ? Phrase{}
                       : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"}};
}

LetterProblem about_line(const std::string& id, const char* en, const char* nl, Phrase hint) {
  return {false, {"line '" + id + en, "regel '" + id + nl}, std::move(hint)};
}

/// One price of a line; `seen`: the lines before it.
void check_price(const ReceivedLetter::Price& price, const Contract& contract,
                 std::set<std::string>& seen, std::vector<LetterProblem>& made) {
  const Line* line = contract.find_line(price.line);
  if (line == nullptr) {
    made.push_back(no_such_line(price.line, contract));
  } else if (line->prices.size() > 1) {
    made.push_back(
        about_line(price.line, "' has tiers, and one price does not say which",
                   "' heeft staffels; één prijs zegt niet welke",
                   {"give the percentage: --announced", "geef het percentage: --announced"}));
  } else if (line->only_surcharges()) {
    made.push_back(about_line(price.line, "' has no price but its surcharges",
                              "' heeft geen prijs maar alleen toeslagen",
                              {"see the surcharges with: pricetalk price --explain",
                               "bekijk de toeslagen met: pricetalk price --explain"}));
  } else if (!seen.insert(price.line).second) {
    made.push_back(about_line(price.line, "' has two prices", "' heeft twee prijzen",
                              {"name each line once", "noem elke regel één keer"}));
  }
}

}  // namespace

std::vector<LetterProblem> letter_problems(const ReceivedLetter& letter, const Contract& contract,
                                           Date today) {
  std::vector<LetterProblem> made;
  for (const std::string& id : letter.lines)
    if (contract.find_line(id) == nullptr) made.push_back(no_such_line(id, contract));
  std::set<std::string> seen;
  for (const ReceivedLetter::Price& each : letter.prices) check_price(each, contract, seen, made);
  if (letter.received && today < *letter.received)
    made.push_back({false,
                    {"the letter came on " + date_text(*letter.received, Language::en) +
                         ", and today is " + date_text(today, Language::en),
                     "de brief kwam op " + date_text(*letter.received, Language::nl) +
                         ", en vandaag is het " + date_text(today, Language::nl)},
                    {"look at the day of receipt and at --today",
                     "kijk naar de dag van ontvangst en naar --today"}});
  if (std::all_of(contract.lines.begin(), contract.lines.end(),
                  [](const Line& line) { return line.only_surcharges(); }))
    made.push_back(
        {false,
         {"this contract has no price but surcharges",
          "dit contract heeft geen prijs maar alleen toeslagen"},
         {"see them with: pricetalk price --explain", "bekijk ze met: pricetalk price --explain"}});
  return made;
}

LetterProblem received_before_signing(const ReceivedLetter& letter, const Contract& contract) {
  const Date begin = std::min(contract.signed_on, contract.start);
  if (!letter.received || begin <= *letter.received) return {};
  const auto text = [&](Language language) {
    return say(language, "the letter came on ", "de brief kwam op ") +
           date_text(*letter.received, language) +
           say(language, ", and the contract is of ", ", en het contract is van ") +
           date_text(begin, language);
  };
  return {false,
          {text(Language::en), text(Language::nl)},
          {"look at the day of receipt, and whether the letter is about an earlier contract",
           "kijk naar de dag van ontvangst, en of de brief over een eerder contract gaat"}};
}

bool allows_step(const AnsweredLetter& letter, const Percent& step) {
  for (const AnsweredLine& line : letter.lines)
    for (const AnsweredPrice& price : line.prices)
      if (price.allowed_change &&
          abs(*price.allowed_change - step.as_fraction()) <= half_a_digit(step))
        return true;
  return false;
}

}  // namespace pricetalk
