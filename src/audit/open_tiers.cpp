#include <algorithm>

#include "audit/line_audit.hpp"
#include "audit/row_words.hpp"

// Which tier a row of a line with tiers is in, also where it depends on an answer: what is claimed
// is right with each.
namespace pricetalk {

/// The periods that fill the tiers together: those inside one invoice of the contract; any other by
/// itself. REQUIRES: they are in order.
std::vector<std::vector<std::size_t>> LineAudit::fillings() const {
  std::vector<std::vector<std::size_t>> made;
  for (std::size_t begin = 0; begin < periods_.size();) {
    const Days invoice = contract_invoice(contract_, periods_[begin].from);
    std::vector<std::size_t> together;
    std::size_t end = begin;
    for (; end < periods_.size() && invoice.hold(periods_[end].from); ++end) {
      if (invoice.hold(periods_[end].to))
        together.push_back(end);
      else
        made.push_back({end});
    }
    if (!together.empty()) made.push_back(std::move(together));
    begin = std::max(end, begin + 1);
  }
  return made;
}

void LineAudit::count_together() {
  for (const std::vector<std::size_t>& filling : fillings()) {
    Ratio all(0);
    for (const std::size_t at : filling) all = all + periods_[at].volume;
    Ratio earlier(0);
    for (const std::size_t at : filling) {
      Open& open = periods_[at];
      open.elsewhere = all - open.volume;
      open.earlier = earlier;
      earlier = earlier + open.volume;
    }
  }
}

/// The tier whose price lies nearest to that of a row.
std::size_t LineAudit::tier_of(const InvoiceLine& row) const {
  std::size_t nearest = 0;
  std::optional<Ratio> least;
  for (std::size_t tier = 0; tier < prices_.size(); ++tier) {
    const DatedPrice* price = price_on(prices_[tier], row.from);
    if (price == nullptr || !price->price) continue;
    const Ratio charged =
        row.unit_price ? Ratio(*row.unit_price) : Ratio(row.amount) / Ratio(row.quantity);
    const Ratio off = abs(abs(charged) - *price->price);
    if (least && *least <= off) continue;
    least = off;
    nearest = tier;
  }
  return nearest;
}

std::vector<std::size_t> LineAudit::by_tier(const std::vector<std::size_t>& rows) const {
  if (prices_.size() < 2) return rows;
  struct Placed {
    bool taken_back;
    std::ptrdiff_t tier;
    std::size_t row;
  };
  std::vector<Placed> placed;
  for (const std::size_t i : rows) {
    const InvoiceLine& row = audit_.rows[i].charged;
    const auto tier = row.quantity.is_zero() ? 0 : static_cast<std::ptrdiff_t>(tier_of(row));
    const bool taken_back = row.quantity.is_negative();
    placed.push_back({taken_back, taken_back ? -tier : tier, i});
  }
  std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    return std::pair(a.taken_back, a.tier) < std::pair(b.taken_back, b.tier);
  });
  std::vector<std::size_t> made;
  for (const Placed& each : placed) made.push_back(each.row);
  return made;
}

/// Judges the rows of a filling as if the given parts of some had not been delivered; such a row by
/// itself stands in the place of the one that it repeats.
void LineAudit::judge_without(const std::vector<std::size_t>& filling, const LeftOut& left_out) {
  const auto counted = [&](std::size_t i) {
    const InvoiceLine& row = audit_.rows[i].charged;
    if (row.corrects_price()) return Ratio(0);
    const auto out = left_out.find(i);
    return Ratio(row.quantity) * (out == left_out.end() ? Ratio(1) : Ratio(1) - out->second);
  };
  Ratio all(0);
  for (const std::size_t at : filling)
    for (const std::size_t i : periods_[at].rows) all = all + counted(i);
  Ratio earlier(0);
  for (const std::size_t at : filling) {
    Open open = periods_[at];
    open.elsewhere = Ratio(0);
    Ratio before = earlier;
    for (const std::size_t i : by_tier(open.rows)) {
      Ratio own = left_out.contains(i) ? earlier : before;
      open.volume = std::max(all, Ratio(audit_.rows[i].charged.quantity));
      read_as_.erase(i);
      if (audit_.rows[i].question.empty()) judge(i, open, own);
      before = before + counted(i);
    }
    earlier = before;
  }
}

namespace {

/// Whether two differences are of one kind: too much, or too little.
bool are_alike(const Ratio& a, const Ratio& b) { return a.sign() == b.sign() && a.sign() != 0; }

/// "€10.00 too much"; nothing where it is nothing.
Phrase off_text(const Ratio& off, const Currency& currency) {
  if (off.is_zero()) return {};
  const Phrase money = amount_text(abs(off), currency);
  return off.sign() > 0 ? Phrase{money.en + " too much", money.nl + " te veel"}
                        : Phrase{money.en + " too little", money.nl + " te weinig"};
}

/// What each answer gives beside what is claimed.
Phrase answers_text(const Phrase& if_so, const Ratio& so, const Phrase& if_not, const Ratio& other,
                    const Currency& currency) {
  const Phrase first = off_text(so, currency);
  const Phrase second = off_text(other, currency);
  const auto said = [](const std::string& when, const std::string& what) {
    return what.empty() ? what : when + what;
  };
  const auto both = [](const std::string& a, const std::string& b) {
    return a + (a.empty() || b.empty() ? "" : "; ") + b;
  };
  return {both(said(if_so.en, first.en), said(if_not.en, second.en)),
          both(said(if_so.nl, first.nl), said(if_not.nl, second.nl))};
}

}  // namespace

/// Judges the rows of a filling with each answer to what is asked of it, and keeps for each row
/// the answer that claims least; nothing where one claims too much and another too little.
void LineAudit::judge_with_each_answer(const std::vector<std::size_t>& filling,
                                       const LeftOut& twice, const LeftOut& asked) {
  std::vector<LeftOut> answers{{}};
  if (!twice.empty()) answers.push_back(twice);
  if (!asked.empty()) answers.push_back(asked);
  if (!twice.empty() && !asked.empty()) {
    answers.push_back(twice);
    answers.back().insert(asked.begin(), asked.end());
  }
  std::map<std::size_t, std::vector<JudgedRow>> judged;
  for (const LeftOut& answer : answers) {
    judge_without(filling, answer);
    for (const std::size_t at : filling)
      for (const std::size_t i : periods_[at].rows)
        if (audit_.rows[i].question.empty() && charges_[i]) judged[i].push_back(as_judged(i));
  }
  std::vector<Ratio> beside(answers.size(), Ratio(0));
  for (auto& [i, made] : judged) {
    const Ratio charged(audit_.rows[i].charged.amount);
    std::vector<Ratio> off;
    for (const JudgedRow& each : made)
      if (const Outcome<Ratio> right = book_.sheet().value(each.right); right)
        off.push_back(charged - *right);
    if (off.size() != answers.size()) {
      take(i, made.front());
      continue;
    }
    const auto least = std::min_element(
        off.begin(), off.end(), [](const Ratio& a, const Ratio& b) { return abs(a) < abs(b); });
    const bool one_kind = std::all_of(off.begin(), off.end(),
                                      [&](const Ratio& each) { return are_alike(each, off[0]); });
    take(i, made[static_cast<std::size_t>(least - off.begin())]);
    const Ratio claimed = one_kind ? *least : Ratio(0);
    if (!one_kind && !least->is_zero()) claim_nothing(i);
    for (std::size_t k = 0; k < answers.size(); ++k) {
      const auto out = answers[k].find(i);
      const Ratio stays = out == answers[k].end() ? Ratio(1) : Ratio(1) - out->second;
      beside[k] = beside[k] + (off[k] - claimed) * stays;
    }
  }
  if (!twice.empty()) {
    Days days{periods_[filling.front()].from, periods_[filling.front()].to};
    for (const std::size_t at : filling) days.last = std::max(days.last, periods_[at].to);
    const Phrase said = answers_text({"if it was delivered as often, the tier is another: ",
                                      "als het zo vaak is geleverd, geldt een andere staffel: "},
                                     beside[0],
                                     {"if it was not, the rest is in another tier: ",
                                      "zo niet, dan valt de rest in een andere staffel: "},
                                     beside[1], contract_.currency);
    if (!said.empty()) charged_.tell_of_tiers(days, said);
  }
  if (asked.empty()) return;
  const Phrase said =
      answers_text({"; if this counts, the other rows come to another tier: ",
                    "; als dit meetelt, vallen de andere regels in een andere staffel: "},
                   beside[0],
                   {"; if it does not count, the other rows are in another tier: ",
                    "; als dit niet meetelt, vallen de andere regels in een andere staffel: "},
                   beside[twice.empty() ? 1 : 2], contract_.currency);
  if (said.empty()) return;
  const std::size_t first = asked.begin()->first;
  Phrase& question = audit_.rows[first].question;
  question = {question.en + said.en, question.nl + said.nl};
  leave_open(first);
}

LineAudit::JudgedRow LineAudit::as_judged(std::size_t i) const {
  return {audit_.rows[i], rights_[i], fixities_[i], taken_[i], charges_[i], read_as_.contains(i)};
}

void LineAudit::take(std::size_t i, JudgedRow judged) {
  audit_.rows[i] = std::move(judged.row);
  rights_[i] = judged.right;
  fixities_[i] = judged.fixity;
  taken_[i] = judged.taken;
  charges_[i] = std::move(judged.charge);
  if (judged.read_as)
    read_as_.insert(i);
  else
    read_as_.erase(i);
}

/// What is too much with one answer, and too little with another, is no claim.
void LineAudit::claim_nothing(std::size_t i) {
  InputSource source = on_invoice(audit_.rows[i].charged);
  source.text = {"as charged: whether it is right depends on an answer",
                 "zoals gerekend: of het klopt, hangt van een antwoord af"};
  rights_[i] = book_.sheet().given(Ratio(audit_.rows[i].charged.amount), source.text, source);
  audit_.rows[i].allowed_price.reset();
}

/// Of lines with tiers: judges again what shares its tiers with rows under a question. Whether
/// there is any.
bool LineAudit::judge_open_tiers() {
  LeftOut asked_back;
  for (const ChargedPeriods::AskedBack& each : charged_.asked_back())
    asked_back.emplace(each.row, each.part);
  bool any = false;
  for (const std::vector<std::size_t>& filling : fillings()) {
    LeftOut twice;
    LeftOut asked;
    for (const std::size_t at : filling)
      for (const std::size_t i : periods_[at].rows) {
        const AuditedRow& row = audit_.rows[i];
        if (const auto found = asked_back.find(i); found != asked_back.end())
          twice.insert(*found);
        else if (!row.question.empty() && !charge_surely_.contains(i) &&
                 !row.charged.corrects_price())
          asked.emplace(i, Ratio(1));
      }
    if (twice.empty() && asked.empty()) continue;
    judge_with_each_answer(filling, twice, asked);
    any = true;
  }
  return any;
}

}  // namespace pricetalk
