#include <algorithm>

#include "advice/period_days.hpp"
#include "document/time_words.hpp"
#include "pricetalk/explain/format.hpp"

// Who must prove, whether a claim may still be made, and what of the contract does not hold.

namespace pricetalk {

namespace {

class PeriodJudge {
 public:
  PeriodJudge(const PeriodsAsked& asked, DeliveryPeriods& made) : asked_(asked), made_(made) {}

  void all() {
    proof();
    claim();
    ask();
    flag();
    evidence();
    if (!asked_.scope) return;
    for (const RuleAsks asks : {RuleAsks::beside_withdrawal, RuleAsks::beside_conformity})
      for (const ClauseRule* rule : rows_beside(asked_.law, *asked_.scope, asks))
        made_.beside.push_back(rule);
  }

 private:
  bool consumer() const { return asked_.scope && asked_.scope->audience == Audience::b2c; }
  Date shown() const { return made_.facts.discovered.value_or(made_.today); }
  static std::string day(Date date, Language language) { return date_text(date, language); }

  // ---- who must prove

  void proof() {
    const PeriodDay& period = made_.of(PeriodKind::proof);
    if (period.basis == PeriodBasis::unknown) {
      made_.proof = {"not known: " + period.question.en, "niet bekend: " + period.question.nl};
      return;
    }
    const Phrase showed =
        made_.facts.discovered
            ? Phrase{"the defect that showed on " + day(shown(), Language::en),
                     "het gebrek dat op " + day(shown(), Language::nl) + " bleek"}
            : Phrase{"a defect that shows today", "een gebrek dat vandaag blijkt"};
    if (!period.last) {
      made_.prover = MustProve::buyer;
      made_.proof = {"the buyer must prove that " + showed.en +
                         " was there at the delivery: neither contract nor tables presume it",
                     "de koper moet bewijzen dat " + showed.nl +
                         ", er bij de levering al was: contract en tabellen vermoeden dat niet"};
      return;
    }
    const std::string until_en = day(*period.last, Language::en);
    const std::string until_nl = day(*period.last, Language::nl);
    if (shown() <= *period.last) {
      made_.prover = MustProve::seller;
      made_.proof = {"the seller must prove that " + showed.en +
                         " was not there at the delivery; so it is for what shows until " +
                         until_en,
                     "de verkoper moet bewijzen dat " + showed.nl +
                         ", er bij de levering nog niet was; dat geldt voor wat tot en met " +
                         until_nl + " blijkt"};
      return;
    }
    made_.prover = MustProve::buyer;
    made_.proof = {"the buyer must prove that " + showed.en + " was there at the delivery; until " +
                       until_en + " the seller had to prove the opposite",
                   "de koper moet bewijzen dat " + showed.nl +
                       ", er bij de levering al was; tot en met " + until_nl +
                       " moest de verkoper het tegendeel bewijzen"};
  }

  // ---- whether a claim may still be made

  void set_claim(ClaimState state, Phrase says) {
    made_.claim = state;
    made_.claim_says = std::move(says);
  }

  void claim() {
    const PeriodDay& answers = made_.of(PeriodKind::liability);
    const PeriodDay& lapse = made_.of(PeriodKind::lapse);
    if (lapse.last && *lapse.last < made_.today)
      return set_claim(ClaimState::closed,
                       {"the claim lapsed on " + day(*lapse.last, Language::en),
                        "de vordering is op " + day(*lapse.last, Language::nl) + " verjaard"});
    if (answers.last && *answers.last < made_.today) return after_liability(answers);
    if (complained_late()) return;
    const bool fixed = answers.last.has_value();
    if (!fixed && answers.basis != PeriodBasis::said)
      return set_claim(
          ClaimState::question,
          answers.basis == PeriodBasis::unknown
              ? answers.question
              : Phrase{"neither the contract nor the tables say how long the seller answers",
                       "contract noch tabellen zeggen hoelang de verkoper instaat"});
    std::string en = "a claim may still be made";
    std::string nl = "er kan nog een vordering worden ingesteld";
    if (fixed) {
      en += ", until " + day(*answers.last, Language::en) + left_text(*answers.last, Language::en);
      nl += ", tot en met " + day(*answers.last, Language::nl) +
            left_text(*answers.last, Language::nl);
    } else {
      en += "; " + answers.row.rule->says.en;
      nl += "; " + answers.row.rule->says.nl;
    }
    set_claim(ClaimState::open, {en, nl});
  }

  std::string left_text(Date last, Language language) const {
    const int left = last.days() - made_.today.days();
    if (left == 0) return say(language, " (today is the last day)", " (vandaag is de laatste dag)");
    return " (" + std::to_string(left) +
           (left == 1 ? say(language, " day left)", " dag over)")
                      : say(language, " days left)", " dagen over)"));
  }

  void after_liability(const PeriodDay& answers) {
    const std::string en = day(*answers.last, Language::en);
    const std::string nl = day(*answers.last, Language::nl);
    const auto& showed = made_.facts.discovered;
    if (showed && *showed <= *answers.last && consumer())
      return set_claim(ClaimState::question,
                       {"the defect showed before the end of the liability (" + en +
                            "); whether the claim lapsed since is to be asked",
                        "het gebrek bleek voor het einde van de aansprakelijkheid (" + nl +
                            "); of de vordering sindsdien is verjaard, is de vraag"});
    set_claim(ClaimState::closed,
              {"the seller answered until " + en, "de verkoper stond in tot en met " + nl});
  }

  /// Says so where the complaint is not in time, or may not be.
  bool complained_late() {
    const PeriodDay& complain = made_.of(PeriodKind::complain);
    if (!complain.last || made_.facts.complained.value_or(made_.today) <= *complain.last)
      return false;
    const std::string en = day(*complain.last, Language::en);
    const std::string nl = day(*complain.last, Language::nl);
    if (complain.basis == PeriodBasis::contract_only || complain.basis == PeriodBasis::binding)
      set_claim(consumer() ? ClaimState::question : ClaimState::closed,
                {"the last day to complain was " + en + " by contract",
                 "de laatste dag om te klagen was volgens het contract " + nl});
    else
      set_claim(ClaimState::question,
                {"until " + en +
                     " a complaint was in time for certain; whether a later one is, "
                     "depends on the case",
                 "tot en met " + nl +
                     " was een klacht zeker op tijd; of een latere dat is, hangt "
                     "van het geval af"});
    return true;
  }

  // ---- what decides and nobody said

  void ask() {
    const PeriodDay& withdraw = made_.of(PeriodKind::withdraw);
    const bool right = withdraw.basis != PeriodBasis::unknown && consumer() && withdraw.by_law;
    if (right)
      made_.questions.push_back(
          {"was it bought at a distance or outside a shop? Only then there is a right to withdraw "
           "by law",
           "is er op afstand gekocht, of buiten een winkel? Alleen dan is er een wettelijk "
           "herroepingsrecht"});
    if (withdraw.if_not_told)
      made_.questions.push_back(
          {"was the buyer told of the right to withdraw (--informed)? If not, it is there until " +
               day(*withdraw.if_not_told, Language::en),
           "is de koper over het herroepingsrecht geïnformeerd (--informed)? Zo niet, dan geldt "
           "het tot en met " +
               day(*withdraw.if_not_told, Language::nl)});
    if (right && made_.facts.told->from_contract)
      made_.questions.push_back(
          {"the contract file says that the return terms were told on " +
               day(*made_.facts.told->on, Language::en) +
               "; was the right to withdraw by law, with its form, told as well (--informed)?",
           "volgens het contractbestand zijn de retourvoorwaarden verteld op " +
               day(*made_.facts.told->on, Language::nl) +
               "; is daarbij ook het wettelijke herroepingsrecht, met het formulier, verteld "
               "(--informed)?"});
    if (right && withdraw.counted_from == PeriodEvent::conclusion)
      made_.questions.push_back(
          {"is it a service? The contract counts from the day of the contract, which the law does "
           "of services only; of goods it counts from the receipt",
           "gaat het om een dienst? Het contract telt vanaf de dag van sluiten; de wet doet dat "
           "alleen bij diensten, bij zaken telt zij vanaf de ontvangst"});
    if (made_.facts.line == nullptr && has_own_returns())
      made_.questions.push_back(
          {"which line is it (--line)? Some lines have returns of their own",
           "om welke regel gaat het (--line)? Sommige regels hebben een eigen retourregeling"});
    for (const PeriodDay& each : made_.days)
      if (each.basis == PeriodBasis::unknown && asked_.scope)
        made_.questions.push_back({words(each.kind).en + ": " + each.question.en,
                                   words(each.kind).nl + ": " + each.question.nl});
  }

  bool has_own_returns() const {
    const auto& lines = asked_.contract.terms.price;
    return std::any_of(lines.begin(), lines.end(),
                       [](const auto& each) { return each.terms.returns.has_value(); });
  }

  // ---- what of the contract does not hold, or was not told

  void flag() {
    for (const PeriodDay& each : made_.days)
      if (each.basis == PeriodBasis::void_term)
        made_.flags.push_back(
            {"the contract's time of " + duration_words(*each.agreed).en + " (" +
                 words(each.kind).en + ") is void for a consumer: the law has " + law_time(each).en,
             "de termijn van " + duration_words(*each.agreed).nl + " in het contract (" +
                 words(each.kind).nl + ") geldt niet tegenover een consument: de wet zegt " +
                 law_time(each).nl});
    not_ended();
    withdrawn_late();
    if (const ReturnTerms* returns = asked_.returns())
      told(returns->communicated, {"the return period", "de retourtermijn"});
    if (const auto& faults = asked_.non_conformity())
      told(faults->communicated, {"what holds when something is not as agreed",
                                  "wat geldt als iets niet is zoals afgesproken"});
  }

  /// A time of the contract does not end what the law gives a consumer without one.
  void not_ended() {
    for (const PeriodDay& each : made_.days)
      if (consumer() && each.basis == PeriodBasis::said && each.agreed)
        made_.flags.push_back(
            {"the contract's time of " + duration_words(*each.agreed).en + " (" +
                 words(each.kind).en +
                 ") does not end it for a consumer: " + each.row.rule->says.en,
             "de termijn van " + duration_words(*each.agreed).nl + " in het contract (" +
                 words(each.kind).nl +
                 ") maakt er voor een consument geen eind aan: " + each.row.rule->says.nl});
  }

  void withdrawn_late() {
    const auto& last = made_.of(PeriodKind::withdraw).last;
    const auto& withdrawn = made_.facts.withdrawn;
    if (!last || !withdrawn || *withdrawn <= *last) return;
    made_.flags.push_back({"the withdrawal of " + day(*withdrawn, Language::en) +
                               " came after the last day, " + day(*last, Language::en),
                           "de herroeping van " + day(*withdrawn, Language::nl) +
                               " kwam na de laatste dag, " + day(*last, Language::nl)});
  }

  static Phrase law_time(const PeriodDay& each) {
    const ClauseRule& rule = *each.row.rule;
    Phrase made = duration_words(*rule.time);
    if (rule.counts == DayCount::working)
      made = {std::to_string(rule.time->count) + " working days",
              std::to_string(rule.time->count) + " werkdagen"};
    return made;
  }

  void told(const std::optional<Stated<Date>>& communicated, const Phrase& what) {
    if (!communicated)
      made_.flags.push_back(
          {what.en + ": not on record that the customer was told; what was never said is the "
                     "supplier's problem",
           what.nl + ": niet vastgelegd dat de klant dit is verteld; wat nooit is gezegd, is het "
                     "probleem van de leverancier"});
    else if (asked_.bought() < communicated->value)
      made_.flags.push_back({what.en + ": told on " + day(communicated->value, Language::en) +
                                 ", after the purchase of " + day(asked_.bought(), Language::en),
                             what.nl + ": verteld op " + day(communicated->value, Language::nl) +
                                 ", na de aankoop van " + day(asked_.bought(), Language::nl)});
  }

  // ---- what helps

  void evidence() {
    if (made_.prover == MustProve::buyer) {
      made_.evidence = {
          {"the buyer: photos of the defect with their date, the packing, the complaint in "
           "writing, "
           "and an expert who says since when it is there",
           "de koper: foto’s van het gebrek met datum, de verpakking, de klacht op schrift, en een "
           "deskundige die zegt sinds wanneer het er is"}};
      return;
    }
    made_.evidence = {
        {"the seller cannot see what happened after the delivery; only what was written down then "
         "helps",
         "de verkoper kan niet zien wat er na de levering is gebeurd; alleen wat toen is "
         "vastgelegd, helpt"},
        {"photos of the goods and of the packing, with their date",
         "foto’s van de zaak en van de verpakking, met datum"},
        {"the serial number, and a seal that shows whether it was opened",
         "het serienummer, en een zegel waaraan te zien is of het open is geweest"},
        {"a signature for the receipt, with the day and what could be seen",
         "een handtekening voor ontvangst, met de dag en wat er te zien was"},
        {"the state as measured: weight, temperature, a reading, a test",
         "de gemeten toestand: gewicht, temperatuur, een meterstand, een proef"}};
  }

  const PeriodsAsked& asked_;
  DeliveryPeriods& made_;
};

}  // namespace

void judge_periods(const PeriodsAsked& asked, DeliveryPeriods& made) {
  PeriodJudge(asked, made).all();
}

}  // namespace pricetalk
