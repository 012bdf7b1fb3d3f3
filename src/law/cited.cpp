#include "law/cited.hpp"

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

std::string cited(const ClauseRule& rule, Language language) {
  std::string text = rule.act;
  text += rule.decides == RuleDay::rise ? say(language, "; rises from ", "; verhogingen vanaf ")
                                        : say(language, "; contracts from ", "; contracten vanaf ");
  text += date_text(rule.from, language);
  if (rule.to) text += say(language, " to ", " tot en met ") + date_text(*rule.to, language);
  text += say(language, ", as known on ", ", zoals bekend op ") + date_text(rule.read_on, language);
  text += rule.seen ? say(language, ", text read", ", tekst gelezen")
                    : say(language, ", text of the law not read", ", wettekst niet gelezen");
  return text;
}

}  // namespace pricetalk
