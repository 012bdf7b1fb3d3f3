#include <algorithm>
#include <map>

#include "advice/redface_rules.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

std::vector<Finding> silent_good_customer(const Dossier& d, const RedFaceThresholds& t) {
  const Contract& contract = *d.contract;
  std::optional<Date> last;
  for (const ContactTerms& each : contract.terms.contact)
    if (each.party.value == Side::customer && each.last_contact &&
        (!last || *last < each.last_contact->value))
      last = each.last_contact->value;
  const Date horizon = d.today.plus_days(t.talk_within_days.value);
  const bool soon = (contract.end && *contract.end <= horizon) ||
                    (contract.terms.talk && contract.terms.talk->on.value >= d.today &&
                     contract.terms.talk->on.value <= horizon);
  const bool years =
      shift(contract.customer_since, {t.relation_years.value, Unit::year}) <= d.today;
  if (!last || !soon || !years || last->plus_days(t.silent_days.value) > d.today) return {};
  const std::string days = std::to_string(d.today.days() - last->days());
  Finding finding = about(nullptr, {"no contact with the customer for " + days + " days",
                                    "al " + days + " dagen geen contact met de klant"});
  finding.since = last;
  return {std::move(finding)};
}

std::vector<Finding> unpaired_contact(const Dossier& d, const RedFaceThresholds&) {
  std::vector<Finding> made;
  for (const ContactTerms& each : d.contract->terms.contact) {
    if (each.party.value != Side::customer || each.speaks_with || !each.role) continue;
    const ContactRole role = each.role->value;
    if (role != ContactRole::decider && role != ContactRole::influencer &&
        role != ContactRole::buyer && role != ContactRole::finance)
      continue;
    const std::string job = each.job ? " (" + each.job->value + ")" : std::string();
    made.push_back(about(nullptr, {"nobody of us speaks with " + each.name.value + job,
                                   "niemand van ons spreekt met " + each.name.value + job}));
  }
  return made;
}

namespace {

/// One thing that is counted, oldest first.
struct Counted {
  const Line* line = nullptr;
  Phrase what;
  std::vector<std::pair<Period, Ratio>> values;
};

Phrase words(SignalKind kind) {
  switch (kind) {
    case SignalKind::volume:
      return {"the volume", "het volume"};
    case SignalKind::contacts:
      return {"the number of contacts", "het aantal contacten"};
    case SignalKind::score:
      return {"the score", "het cijfer"};
  }
  return {};
}

/// What was bought in every year that the invoices hold from its first to its last day.
Counted invoiced(const Audit& audit, const AuditedLine& line, Date today) {
  Counted made{
      line.line, {line.line->title + ": what is bought", line.line->title + ": de afname"}, {}};
  struct Year {
    Ratio bought;
    Date first;
    Date last;
  };
  std::map<int, Year> years;
  for (const std::size_t i : line.rows) {
    const InvoiceLine& row = audit.rows[i].charged;
    if (row.corrects_price()) continue;
    const auto [year, made_now] = years.try_emplace(row.from.year(), Year{{}, row.from, row.to});
    year->second.bought = year->second.bought + Ratio(row.quantity);
    year->second.first = std::min(year->second.first, row.from);
    year->second.last = std::max(year->second.last, row.to);
  }
  for (const auto& [year, of] : years) {
    const Period period = Period::year(year);
    if (of.first == period.first_day() && of.last >= period.last_day() && year < today.year())
      made.values.emplace_back(period, of.bought);
  }
  return made;
}

std::vector<Counted> counted(const Dossier& d) {
  std::vector<Counted> made;
  for (const SignalKind kind : {SignalKind::volume, SignalKind::contacts, SignalKind::score}) {
    Counted each{nullptr, words(kind), {}};
    for (const SignalTerms& signal : d.contract->terms.signal)
      if (signal.what.value == kind && signal.period.value.last_day() <= d.today)
        each.values.emplace_back(signal.period.value, Ratio(signal.value.value));
    made.push_back(std::move(each));
  }
  for (const auto& price : d.contract->terms.price) {
    const Line* line = d.contract->find_line(price.id);
    if (line == nullptr) continue;
    Counted each{line, {line->title + ": what is used", line->title + ": het gebruik"}, {}};
    for (const UsedTerms& used : price.terms.used)
      if (used.year.value >= 1 && used.year.value < d.today.year())
        each.values.emplace_back(Period::year(used.year.value), Ratio(used.quantity.value));
    made.push_back(std::move(each));
  }
  if (d.audit != nullptr)
    for (const AuditedLine& line : d.audit->lines)
      made.push_back(invoiced(*d.audit, line, d.today));
  for (Counted& each : made)
    std::stable_sort(each.values.begin(), each.values.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  return made;
}

}  // namespace

std::vector<Finding> drift(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  for (const Counted& each : counted(d)) {
    std::size_t falls = 0;
    for (std::size_t i = each.values.size(); i > 1; --i, ++falls)
      if (each.values[i - 1].second >= each.values[i - 2].second) break;
    if (falls < static_cast<std::size_t>(t.drift_periods.value)) continue;
    const auto& [first, high] = each.values[each.values.size() - 1 - falls];
    const auto& [last, low] = each.values.back();
    const auto number = [](const Ratio& value, Language language) {
      return value_text(value, Form::plain, language, 2);
    };
    const std::string times = std::to_string(falls);
    Finding finding =
        about(each.line, {each.what.en + " fell " + times + " periods in a row, from " +
                              number(high, Language::en) + " (" + first.text() + ") to " +
                              number(low, Language::en) + " (" + last.text() + ")",
                          each.what.nl + " daalde " + times + " perioden op rij, van " +
                              number(high, Language::nl) + " (" + first.text() + ") naar " +
                              number(low, Language::nl) + " (" + last.text() + ")"});
    finding.since = first.last_day().plus_days(1);
    made.push_back(std::move(finding));
  }
  return made;
}

}  // namespace pricetalk
