#include "lint/contestable.hpp"

#include <algorithm>
#include <set>

#include "contract/subject_words.hpp"
#include "contract/terms_dictionary.hpp"
#include "document/word_of.hpp"
#include "law/cited.hpp"
#include "law/periods.hpp"
#include "lint/breach.hpp"
#include "lint/subject_fit.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::string_view code_of(RuleAsks asks) {
  switch (asks) {
    case RuleAsks::general_index:
      return "W0302";
    case RuleAsks::variable_share:
      return "W0303";
    case RuleAsks::one_way:
      return "W0304";
    case RuleAsks::early_rise:
      return "W0305";
    case RuleAsks::index_period:
      return "W0306";
    case RuleAsks::index_object:
      return "W0309";
    case RuleAsks::withdrawal:
    case RuleAsks::claim_time:
    case RuleAsks::liability:
    case RuleAsks::burden_of_proof:
      return "W0307";
    case RuleAsks::rise_cap:
    case RuleAsks::rise_share:
      return "W0310";
    case RuleAsks::rise_interval:
      return "W0311";
    case RuleAsks::named_index:
      return "W0312";
    case RuleAsks::minimum_term:
      return "W0313";
    case RuleAsks::no_index:
      return "W0314";
    case RuleAsks::told:
      return "W0315";
    default:
      return "";
  }
}

/// Whether a rule is about prices, not about the periods of a sale.
bool is_of_prices(RuleAsks asks) { return !is_of_periods(asks); }

std::string hint_in(const ClauseRule& rule, const Breach& breach, std::string_view code,
                    Language language) {
  std::string text;
  if (!breach.ask.empty()) text = breach.ask.in(language) + "; ";
  text += cited(rule, language);
  if (rule.except) text += say(language, "; not for ", "; niet voor ") + rule.except->in(language);
  text += say(language, "; no legal advice", "; geen juridisch advies");
  if (!breach.clause.empty())
    text +=
        say(language, "; looked at, write accept = [\"", "; bekeken? schrijf dan accept = [\"") +
        std::string(code) + say(language, ": the reason\"]", ": de reden\"]");
  return text;
}

/// The contract looked at with the rules of its country.
class LawReview {
 public:
  LawReview(const Contract& contract, const Coverage& coverage, const Law& law, Date today)
      : contract_(contract),
        coverage_(coverage),
        law_(law),
        until_(today + Duration{1, Unit::year}) {}

  std::vector<Remark> run() && {
    if (contract_.jurisdiction.empty()) {
      if (asks_for_law()) which_law();
      return std::move(made_);
    }
    bool known = false;
    std::set<Subject> asked;
    for (const ClauseRule& rule : law_.rules) {
      if (rule.jurisdiction != contract_.jurisdiction) continue;
      known = known || (rule.subjects.empty() && is_of_prices(rule.asks));
      if (fit(rule, contract_) == SubjectFit::no) continue;
      known = known || (is_of_prices(rule.asks) && fit(rule, contract_) == SubjectFit::yes);
      // Each rule that is only told is a subject of its own.
      if (rule.asks == RuleAsks::told)
        review(rule);
      else if (asked.insert({rule.asks, rule.subjects}).second)
        review({rule.asks, rule.subjects});
    }
    if (!known && asks_for_law()) nothing_known();
    return std::move(made_);
  }

 private:
  /// A contract with fixed prices and no periods has nothing that a rule is about.
  bool asks_for_law() const {
    return contract_.terms.returns || contract_.terms.non_conformity ||
           std::any_of(contract_.clauses.begin(), contract_.clauses.end(),
                       [](const Clause& clause) { return !clause.all_reads().empty(); });
  }

  /// What rules ask of contracts about the same; of those one holds on a day.
  using Subject = std::pair<RuleAsks, std::vector<ContractSubject>>;

  /// The rule of one subject that holds for the contract, else the nearest one of its country.
  void review(const Subject& subject) {
    const ClauseRule* holds = nullptr;
    const ClauseRule* nearest = nullptr;
    for (const ClauseRule& rule : law_.rules) {
      if (rule.jurisdiction != contract_.jurisdiction || rule.asks != subject.first ||
          rule.subjects != subject.second || fit(rule, contract_) == SubjectFit::no ||
          others(rule) || rule.second_hand || rule.yields)
        continue;
      if (is_in_force(rule)) holds = &rule;
      if (nearest == nullptr || nearest->from < rule.from) nearest = &rule;
    }
    if (holds == nullptr && nearest == nullptr) return;
    const ClauseRule& rule = holds != nullptr ? *holds : *nearest;
    for (const Breach& breach : breaches({contract_, coverage_, rule, until_}))
      found(rule, breach, holds != nullptr);
  }

  /// A rule that is told; one of other days is not.
  void review(const ClauseRule& rule) {
    if (others(rule) || !is_in_force(rule)) return;
    for (const Breach& breach : breaches({contract_, coverage_, rule, until_}))
      found(rule, breach, true);
  }

  /// Whether a rule is of customers of the other kind.
  bool others(const ClauseRule& rule) const {
    return rule.audience && contract_.audience && *rule.audience != *contract_.audience;
  }
  /// A rule of rises looks at their days itself.
  bool is_in_force(const ClauseRule& rule) const {
    return rule.decides == RuleDay::rise || rule.holds_on(contract_.signed_on);
  }

  void found(const ClauseRule& rule, const Breach& breach, bool holds) {
    if (!holds || breach.no_row)
      no_row(rule, breach);
    else if (rule.audience && !contract_.audience)
      which_customer(rule, breach);
    else if (fit(rule, contract_) == SubjectFit::perhaps)
      which_subject(rule, breach);
    else
      against(rule, breach);
  }

  Remark about(std::string_view code, const ClauseRule& rule, const Breach& breach) const {
    Remark made;
    made.concern = Concern::contestable;
    made.code = std::string(code);
    made.where = breach.where;
    made.clause = breach.clause;
    made.rule = &rule;
    made.spread = breach.spread;
    made.hint = {hint_in(rule, breach, code, Language::en),
                 hint_in(rule, breach, code, Language::nl)};
    return made;
  }

  void against(const ClauseRule& rule, const Breach& breach) {
    Remark made = about(code_of(rule.asks), rule, breach);
    made.question = !breach.ask.empty();
    made.title = breach.what.empty() ? rule.says
                                     : Phrase{breach.what.en + ", and " + rule.says.en,
                                              breach.what.nl + ", en " + rule.says.nl};
    made_.push_back(std::move(made));
  }

  /// A rule of one sector, and the contract does not say that it is of that. What would be a
  /// question even then is left out.
  void which_subject(const ClauseRule& rule, Breach breach) {
    if (!breach.ask.empty()) return;
    const ContractSubject subject = asked_subject(rule, contract_);
    const std::string word(word_of(subject));
    breach.ask = {"if so, write subject = \"" + word + "\" under [contract]",
                  "zo ja, schrijf subject = \"" + word + "\" onder [contract]"};
    Remark made = about(code_of(rule.asks), rule, breach);
    made.question = true;
    made.title = {
        "is it " + words(subject).en + "? " + breach.what.en + ", and then " + rule.says.en,
        "gaat het om " + words(subject).nl + "? " + breach.what.nl +
            ", en dan geldt: " + rule.says.nl};
    made_.push_back(std::move(made));
  }

  /// A rule of consumers, and the contract does not say whether the customer is one.
  void which_customer(const ClauseRule& rule, const Breach& breach) {
    Remark made = about("W0301", rule, breach);
    made.question = true;
    made.title = {breach.what.en +
                      "; whether that is allowed hangs on contract.audience (b2b or b2c), "
                      "which is not stated",
                  breach.what.nl +
                      "; of dat mag, hangt af van contract.audience (b2b of b2c), en dat staat "
                      "er niet"};
    made_.push_back(std::move(made));
  }

  /// Nothing is carried on to a day that no rule covers.
  void no_row(const ClauseRule& rule, const Breach& breach) {
    Remark made = about("W0308", rule, breach);
    made.question = true;
    if (breach.no_row) {
      made.title = {breach.what.en + "; the maximum of that day is not in the tables",
                    breach.what.nl + "; het maximum van die dag staat niet in de tabellen"};
      made_.push_back(std::move(made));
      return;
    }
    made.title = {
        breach.what.en + "; which rule of " + rule.jurisdiction + " held for a contract of " +
            date_text(contract_.signed_on, Language::en) + " is not in the tables",
        breach.what.nl + "; welke regel van " + rule.jurisdiction + " gold voor een contract van " +
            date_text(contract_.signed_on, Language::nl) + ", staat niet in de tabellen"};
    made_.push_back(std::move(made));
  }

  void which_law() {
    Remark made;
    made.concern = Concern::contestable;
    made.question = true;
    made.code = "W0301";
    made.where = contract_.terms.contract.span;
    made.title = {"which law governs the contract is not said",
                  "welk recht op het contract van toepassing is, staat er niet"};
    made.hint = {"write jurisdiction = \"NL\" or another country under [contract]",
                 "schrijf jurisdiction = \"NL\" of een ander land onder [contract]"};
    made_.push_back(std::move(made));
  }

  void nothing_known() {
    Remark made;
    made.concern = Concern::contestable;
    made.question = true;
    made.code = "W0308";
    made.where = contract_.terms.contract.span;
    made.title = {
        "no rules of " + contract_.jurisdiction + " on price clauses are in the tables",
        "de tabellen hebben geen regels van " + contract_.jurisdiction + " over prijsclausules"};
    made.hint = {"ask a lawyer of that country", "vraag het een jurist van dat land"};
    made_.push_back(std::move(made));
  }

  const Contract& contract_;
  const Coverage& coverage_;
  const Law& law_;
  Date until_;
  std::vector<Remark> made_;
};

}  // namespace

std::vector<Remark> contestable(const Contract& contract, const Coverage& coverage, const Law& law,
                                Date today) {
  return LawReview(contract, coverage, law, today).run();
}

}  // namespace pricetalk
