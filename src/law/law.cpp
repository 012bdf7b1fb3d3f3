#include "law/law.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include "calendar/working_day.hpp"
#include "index/figures_dictionary.hpp"
#include "law/law_texts.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/index/figures.hpp"

namespace pricetalk {

namespace {

std::optional<Audience> audience(const std::optional<Stated<Audience>>& stated) {
  return stated ? std::optional(stated->value) : std::nullopt;
}

/// From which event the period of a question is counted, where the rule does not say it.
PeriodEvent event_of(RuleAsks asks) {
  switch (asks) {
    case RuleAsks::withdrawal:
      return PeriodEvent::receipt;
    case RuleAsks::uninformed:
      return PeriodEvent::withdrawal_end;
    case RuleAsks::send_back:
    case RuleAsks::refund:
      return PeriodEvent::declaration;
    case RuleAsks::claim_time:
    case RuleAsks::claim_tail:
      return PeriodEvent::discovery;
    case RuleAsks::claim_limit:
      return PeriodEvent::notice;
    default:
      return PeriodEvent::delivery;
  }
}

/// Terms to values, with the rules between keys.
class LawReader {
 public:
  explicit LawReader(Diagnostics& problems) : problems_(problems) {}

  Law read(const LawFileTerms& terms) {
    check_schema(terms.schema, problems_);
    Law made;
    for (const auto& named : terms.interest) made.interest.push_back(interest(named));
    for (const auto& named : terms.claim) made.claims.push_back(claim(named));
    for (const auto& named : terms.vat) made.vat.push_back(vat(named));
    for (const auto& named : terms.rule) made.rules.push_back(rule(named));
    return made;
  }

 private:
  InterestRule interest(const NamedTable<InterestTerms>& named) {
    const InterestTerms& terms = named.terms;
    InterestRule made;
    made.id = named.id;
    made.jurisdiction = terms.jurisdiction.value.code;
    made.audience = audience(terms.audience);
    made.title = terms.title.value;
    made.act = terms.act.value;
    made.compounds = terms.compounds.value;
    if (terms.points) made.points = terms.points->value;
    made.rates = rates(terms.rates);
    return made;
  }

  ClaimRule claim(const NamedTable<ClaimTerms>& named) {
    const ClaimTerms& terms = named.terms;
    ClaimRule made;
    made.id = named.id;
    made.jurisdiction = terms.jurisdiction.value.code;
    made.audience = audience(terms.audience);
    made.act = terms.act.value;
    made.sure_years = years(terms.sure_years);
    if (terms.at_most_years) made.at_most_years = years(*terms.at_most_years);
    if (terms.years_after_knowledge)
      made.years_after_knowledge = years(*terms.years_after_knowledge);
    made.counts_from_year_end = terms.counts_from_year_end.value;
    if (terms.between) made.between = terms.between->value;
    made.interrupt = terms.interrupt.value;
    made.seen = terms.seen.value;
    made.where = terms.span;
    if (made.at_most_years && *made.at_most_years < made.sure_years)
      problems_.error("L0104", terms.at_most_years->where.value_or(terms.span),
                      {"the longest time is shorter than the sure one",
                       "de langste termijn is korter dan de zekere"});
    return made;
  }

  VatRule vat(const NamedTable<VatTerms>& named) {
    const VatTerms& terms = named.terms;
    return {named.id, terms.jurisdiction.value.code, terms.act.value, rates(terms.rates)};
  }

  ClauseRule rule(const NamedTable<ClauseRuleTerms>& named) {
    const ClauseRuleTerms& terms = named.terms;
    ClauseRule made;
    made.id = named.id;
    made.jurisdiction = terms.jurisdiction.value.code;
    made.audience = audience(terms.audience);
    for (const auto& each : terms.subject) made.subjects.push_back(each.value);
    for (const auto& each : terms.not_for) made.not_for.push_back(each.value);
    if (terms.region) made.region = terms.region->value;
    for (const auto& each : terms.energy_label) made.energy_labels.push_back(each.value);
    made.asks = terms.asks.value;
    if (terms.only_with) made.only_with = terms.only_with->value;
    made.act = terms.act.value;
    made.decides = terms.decides.value;
    made.from = terms.from.value;
    if (terms.to) made.to = terms.to->value;
    made.read_on = terms.read_on.value;
    if (terms.time) made.time = terms.time->value;
    made.from_start = terms.from_start.value;
    made.counted_from = terms.counted_from ? terms.counted_from->value : event_of(terms.asks.value);
    if (terms.then) made.then = terms.then->value;
    made.counts = terms.counts.value;
    made.second_hand = terms.second_hand.value;
    made.only_if_agreed = terms.only_if_agreed.value;
    made.yields = terms.yields.value;
    if (terms.share) made.share = terms.share->value;
    if (terms.above) made.above = terms.above->value;
    if (made.asks == RuleAsks::rise_share && !made.share)
      problems_.error("L0105", terms.span,
                      {"how much of a rise may be charged is not said",
                       "hoeveel van een verhoging mag worden doorberekend, staat er niet"},
                      {"write `share`, for example share = \"50%\"",
                       "schrijf `share`, bijvoorbeeld share = \"50%\""});
    made.rates = rates(terms.rates);
    for (const auto& each : terms.indices) made.indices.push_back(each.value);
    made.says = terms.says.value;
    if (terms.except) made.except = terms.except->value;
    made.seen = terms.seen.value;
    if (made.to && *made.to < made.from)
      problems_.error("L0101", terms.span,
                      {"the last day lies before the first", "de laatste dag ligt voor de eerste"});
    return made;
  }

  std::vector<InterestRate> rates(const std::vector<InterestRateTerms>& terms) {
    std::vector<InterestRate> made;
    for (const InterestRateTerms& rate : terms) {
      InterestRate row{rate.from.value, {}, rate.percent.value, rate.to_verify.value, rate.span};
      if (rate.to) row.to = rate.to->value;
      if (row.to && *row.to < row.from)
        problems_.error(
            "L0101", rate.span,
            {"the last day lies before the first", "de laatste dag ligt voor de eerste"});
      made.push_back(row);
    }
    std::stable_sort(made.begin(), made.end(),
                     [](const InterestRate& a, const InterestRate& b) { return a.from < b.from; });
    for (std::size_t i = 1; i < made.size(); ++i) {
      const InterestRate& before = made[i - 1];
      if (before.to && *before.to < made[i].from) continue;
      problems_.error("L0102", made[i].where,
                      {"two rates on " + date_text(made[i].from, Language::en),
                       "twee percentages op " + date_text(made[i].from, Language::nl)},
                      {"give the earlier row the day before as `to`",
                       "geef de eerdere regel de dag ervoor als `to`"});
    }
    return made;
  }

  int years(const Stated<int>& stated) {
    constexpr int most = 100;
    if (stated.where && (stated.value < 1 || stated.value > most))
      problems_.error("L0103", *stated.where,
                      {"a time of 1 to 100 years is expected, not " + std::to_string(stated.value),
                       "een termijn is 1 tot 100 jaar, geen " + std::to_string(stated.value)});
    return std::clamp(stated.value, 1, most);
  }

  Diagnostics& problems_;
};

Undetermined question(std::string key, Phrase text) {
  Reason reason;
  reason.kind = Reason::Kind::not_stated;
  reason.key = std::move(key);
  reason.text = std::move(text);
  return Undetermined(std::move(reason));
}

/// The rule of the contract's country and audience.
template <class Rule>
Outcome<const Rule*> find(const std::vector<Rule>& rules, const Contract& contract,
                          const Phrase& what) {
  if (contract.jurisdiction.empty())
    return question("law/country", {"the contract states no country (contract.jurisdiction), and " +
                                        what.en + " depends on it",
                                    "het contract noemt geen land (contract.jurisdiction), en " +
                                        what.nl + " hangt daarvan af"});
  bool known = false;
  for (const Rule& rule : rules) {
    if (rule.jurisdiction != contract.jurisdiction) continue;
    known = true;
    if (!rule.audience || rule.audience == contract.audience) return &rule;
  }
  if (known)
    return question("law/audience",
                    {"the contract does not state contract.audience (b2b or b2c), and " + what.en +
                         " depends on it in " + contract.jurisdiction,
                     "het contract noemt contract.audience (b2b of b2c) niet, en " + what.nl +
                         " hangt daar in " + contract.jurisdiction + " van af"});
  return question("law/" + contract.jurisdiction + "/" + what.en,
                  {what.en + " of " + contract.jurisdiction + " is not in the tables",
                   what.nl + " van " + contract.jurisdiction + " staat niet in de tabellen"});
}

const InterestRate* rate_on(const std::vector<InterestRate>& rates, Date day) {
  for (const InterestRate& rate : rates)
    if (rate.from <= day && (!rate.to || day <= *rate.to)) return &rate;
  return nullptr;
}

Date end_of_year(Date day) { return *Date::make(day.year(), 12, 31); }

}  // namespace

const InterestRate* InterestRule::on(Date day) const { return rate_on(rates, day); }
const InterestRate* VatRule::on(Date day) const { return rate_on(rates, day); }
std::optional<HighestRise> ClauseRule::highest_rise(Date day, const Ratio& asked) const {
  if (asks == RuleAsks::rise_share) {
    if (!holds_on(day)) return std::nullopt;
    const Ratio free = above.as_fraction();
    return HighestRise{asked <= free ? asked : free + share->as_fraction() * (asked - free), !seen};
  }
  const InterestRate* rate = day <= read_on ? rate_on(rates, day) : nullptr;
  if (rate == nullptr) return std::nullopt;
  return HighestRise{rate->percent.as_fraction(), rate->to_verify};
}

Date ClauseRule::last_day(Date event, std::string_view country) const {
  const bool by_days = time->unit == Unit::day;
  const Date first = by_days && counts == DayCount::working
                         ? working_days_after(event, time->count, country)
                         : event + *time;
  const Date last = then ? first + *then : first;
  return by_days && counts == DayCount::clear ? last.plus_days(1) : last;
}

Date ClaimRule::sure_until(Date paid) const {
  return (counts_from_year_end ? end_of_year(paid) : paid) + Duration{sure_years, Unit::year};
}

Date ClaimRule::at_most_until(Date paid, Date known) const {
  const Date end =
      at_most_years ? paid + Duration{*at_most_years, Unit::year} : *Date::make(9999, 12, 31);
  if (!years_after_knowledge) return end;
  const Date after = (counts_from_year_end ? end_of_year(known) : known) +
                     Duration{*years_after_knowledge, Unit::year};
  return std::max(sure_until(paid), std::min(end, after));
}

Outcome<const InterestRule*> Law::interest_of(const Contract& contract) const {
  return find(interest, contract,
              {"interest on what is paid back", "de rente over wat wordt terugbetaald"});
}

Outcome<const ClaimRule*> Law::claim_of(const Contract& contract) const {
  return find(
      claims, contract,
      {"the time in which money can be claimed back", "de termijn om geld terug te vorderen"});
}

Outcome<const InterestRate*> Law::vat_of(const Contract& contract, Date day) const {
  if (contract.jurisdiction.empty())
    return question(
        "law/country",
        {"the contract states no country (contract.jurisdiction), and the VAT in its "
         "prices depends on it",
         "het contract noemt geen land (contract.jurisdiction), en de btw in de prijzen "
         "hangt daarvan af"});
  for (const VatRule& rule : vat) {
    if (rule.jurisdiction != contract.jurisdiction) continue;
    if (const InterestRate* rate = rule.on(day)) return rate;
    return question(
        "law/" + rule.jurisdiction + "/vat/" + day.text(),
        {"the rate of VAT of " + rule.jurisdiction + " on " + date_text(day, Language::en) +
             " is not in the tables (law/vat.toml)",
         "het btw-tarief van " + rule.jurisdiction + " op " + date_text(day, Language::nl) +
             " staat niet in de tabellen "
             "(law/vat.toml)"});
  }
  return question("law/" + contract.jurisdiction + "/vat",
                  {"the rate of VAT of " + contract.jurisdiction + " is not in the tables",
                   "het btw-tarief van " + contract.jurisdiction + " staat niet in de tabellen"});
}

Loaded<Law> read_law(const SourcePtr& source) {
  Loaded<Law> made;
  made.diagnostics.keep(source);
  const Loaded<LawFileTerms> terms = read_terms<LawFileTerms>(source);
  made.diagnostics.append(terms.diagnostics);
  if (!terms.value) return made;
  made.value = LawReader(made.diagnostics).read(*terms.value);
  made.value->sources.push_back(source);
  if (made.diagnostics.has_errors()) made.value.reset();
  return made;
}

Law shipped_law() {
  Law all;
  for (const std::string name :
       {"interest.toml", "claims.toml", "vat.toml", "rules.toml", "periods.toml", "sectors.toml"}) {
    Loaded<Law> part =
        read_law(std::make_shared<const SourceText>("law/" + name, std::string(law_text(name))));
    std::move(part.value->interest.begin(), part.value->interest.end(),
              std::back_inserter(all.interest));
    std::move(part.value->claims.begin(), part.value->claims.end(), std::back_inserter(all.claims));
    std::move(part.value->vat.begin(), part.value->vat.end(), std::back_inserter(all.vat));
    std::move(part.value->rules.begin(), part.value->rules.end(), std::back_inserter(all.rules));
    std::move(part.value->sources.begin(), part.value->sources.end(),
              std::back_inserter(all.sources));
  }
  return all;
}

}  // namespace pricetalk
