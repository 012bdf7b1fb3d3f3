#include "advice/offer_terms.hpp"
#include "advice/propose.hpp"
#include "document/word_of.hpp"
#include "letter/kinds.hpp"
#include "pricetalk/talk/facts.hpp"
#include "report/json_finding.hpp"
#include "report/json_parts.hpp"
#include "report/redface_text.hpp"

namespace pricetalk {

namespace {

class TalkJson {
 public:
  explicit TalkJson(const TalkFacts& facts) : facts_(facts), talk_(*facts.talk) {}

  std::string text() {
    const Contract& c = *talk_.contract;
    Json made{{"schema", 2},
              {"contract", c.id},
              {"title", c.title},
              {"today", talk_.today.text()},
              {"currency", std::string(c.currency.code())},
              {"vat", c.vat == Vat::excluded ? "excluded" : "included"},
              {"ready", facts_.ready},
              {"call_first", facts_.call_first},
              {"verdict", sentence_json(facts_.verdict)}};
    made["adjustment"] = facts_.adjustment ? Json(facts_.adjustment->text()) : Json(nullptr);
    if (facts_.deadline)
      made["announce_by"] = {{"last_working_day", facts_.deadline->on.text()},
                             {"contract_day", facts_.deadline->adjusted_from.text()},
                             {"days_left", facts_.days_left.value_or(0)}};
    made["announced"] = facts_.announced ? Json(facts_.announced->text()) : Json(nullptr);
    made["late"] = facts_.late;
    made["late_lines"] = Json::array();
    for (const auto& [name, last] : facts_.late_lines)
      made["late_lines"].push_back({{"line", name}, {"last_day", last.text()}});
    made["ended"] = facts_.ended;
    made["prices"] = Json::array();
    for (const TalkPrice& p : facts_.prices) made["prices"].push_back(price(p));
    made["difference_year"] =
        facts_.difference_year ? outcome(*facts_.difference_year) : Json(nullptr);
    if (facts_.difference_left) made["difference_left"] = outcome(*facts_.difference_left);
    made["missing_figures"] = Json::array();
    if (!facts_.waiting_for.empty()) {
      Undetermined all;
      for (const Reason& r : facts_.waiting_for) all.add(Undetermined(r));
      made["missing_figures"] = reasons_json(all, Language::en);
    }
    if (!facts_.entered.empty()) made["entered_by_hand"] = phrases(facts_.entered);
    made["open_readings"] = Json::array();
    for (const TalkReading& r : facts_.readings) made["open_readings"].push_back(reading(r));
    made["futures"] = Json::array();
    for (const TalkFuture& f : facts_.futures) made["futures"].push_back(future(f));
    made["findings"] = Json::array();
    for (const Finding& f : talk_.findings) made["findings"].push_back(finding(f));
    made["rows_not_judged"] = talk_.audit ? Json(count_not_judged(*talk_.audit)) : Json(nullptr);
    made["proposal"] = proposal();
    const FittingLetter& fitting = facts_.letter;
    made["letter"] = fitting.letter && !facts_.draft();
    made["draft"] = fitting.letter && facts_.draft();
    made["letter_kind"] = fitting.kind ? Json(std::string(word_of(*fitting.kind))) : Json(nullptr);
    made["no_letter"] = fitting.why.empty() ? Json(nullptr) : sentence_json(fitting.why);
    made["called_on"] = fitting.called_on ? Json(fitting.called_on->text()) : Json(nullptr);
    made["letter_stopped_by"] =
        fitting.stopped() ? sentence_json(stop_reasons(*fitting.letter)) : Json(nullptr);
    made["letter_needs"] = Json::array();
    for (const MissingKey& key : fitting.missing)
      made["letter_needs"].push_back({{"key", key.key}, {"text", sentence_json(key.text)}});
    made["to_do"] = phrases(facts_.to_do);
    made["questions"] = Json::array();
    for (const auto& [q, a] : facts_.questions)
      made["questions"].push_back({{"question", sentence_json(q)}, {"answer", sentence_json(a)}});
    made["derivations"] = Json::object();
    for (const AnnexItem& item : facts_.annex)
      made["derivations"][item.address.text] = {
          {"what", sentence_json(item.what)},
          {"steps", steps_json(item.derivation, item.node, Language::en)}};
    return printed(made);
  }

 private:
  Json phrases(const std::vector<Phrase>& list) const {
    Json made = Json::array();
    for (const Phrase& phrase : list) made.push_back(sentence_json(phrase));
    return made;
  }
  Json outcome(const Outcome<Figure>& figure) const {
    if (figure) return figure_json(*figure);
    return Json{{"value", nullptr}, {"missing", reasons_json(figure.why(), Language::en)}};
  }
  Json total(const SplitTotal& t) const {
    return Json{{"contracted", outcome(t.contracted.figure)},
                {"contracted_months", t.months_contracted},
                {"assumed_renewal", outcome(t.renewal.figure)},
                {"assumed_renewal_months", t.months_renewal}};
  }
  Json price(const TalkPrice& p) const {
    Json made{{"line", p.line->id}, {"name", p.name}, {"unit", p.line->unit}};
    if (p.line->prices.size() > 1) made["tier"] = p.tier + 1;
    made["on_invoice"] = p.invoiced ? figure_json(*p.invoiced) : Json(nullptr);
    made["allowed_now"] = outcome(p.now);
    if (p.charged) {
      made["surcharge_now"] = figure_json(*p.surcharge);
      made["charged_now"] = figure_json(*p.charged);
    }
    made["allowed_then"] = outcome(p.then);
    made["step"] = p.entry != nullptr && p.change
                       ? Json(value_text(*p.change, Form::percent, Language::en, 12))
                       : Json(nullptr);
    if (p.own_change)
      made["own_change"] = value_text(*p.own_change, Form::percent, Language::en, 12);
    made["difference_year"] = p.per_year ? outcome(*p.per_year) : Json(nullptr);
    if (p.range) made["range"] = {figure_json(p.range->first), figure_json(p.range->second)};
    if (p.entry != nullptr) made["verdict"] = std::string(word(p.entry->verdict));
    return made;
  }
  Json reading(const TalkReading& r) const {
    Json made{{"line", r.line->id}, {"clause", r.clause},
              {"point", r.point},   {"read_as", sentence_json(r.as_read)},
              {"other", r.other},   {"sentence", sentence_json(r.also)},
              {"on", r.on.text()},  {"difference_year", figure_json(r.per_year)}};
    return made;
  }
  Json future(const TalkFuture& f) const {
    Json made{{"id", f.id},
              {"from", facts_.years_from.text()},
              {"to", facts_.years_to.text()},
              {"with_indexation", total(f.with_indexation)}};
    if (f.with_proposal) made["with_proposal"] = total(*f.with_proposal);
    if (f.difference) made["difference"] = total(*f.difference);
    const auto years = [&](const std::vector<std::pair<std::string, Outcome<Figure>>>& list) {
      Json all = Json::object();
      for (const auto& [label, figure] : list) all[label] = outcome(figure);
      return all;
    };
    made["years"] = years(f.years);
    if (!f.years_proposal.empty()) made["years_with_proposal"] = years(f.years_proposal);
    return made;
  }
  Json finding(const Finding& f) const {
    Json made{{"kind", f.kind == FindingKind::wrong ? "wrong" : "blush"},
              {"word", sentence_json(words(f.kind))},
              {"rule", f.rule},
              {"line", f.line},
              {"title", sentence_json(f.title)}};
    if (f.per_year) made["per_year"] = outcome(*f.per_year);
    if (f.total) made["total"] = outcome(*f.total);
    if (f.vat) made["vat"] = outcome(*f.vat);
    if (f.since) made["since"] = f.since->text();
    made["customer_question"] = sentence_json(f.customer_question);
    made["advice"] = sentence_json(f.advice);
    add_told(made, f);
    return made;
  }
  Json proposal() const {
    if (!talk_.proposal) return nullptr;
    const Proposal& p = *talk_.proposal;
    Json made{{"innovation", p.innovation_id},
              {"form", form_word(p.form)},
              {"verdict", p.offer() != nullptr     ? "offer"
                          : p.refusal() != nullptr ? "refusal"
                          : p.help() != nullptr    ? "help"
                                                   : "undetermined"},
              {"in_words", sentence_json(p.verdict_in_words())},
              {"discount_rate", p.discount_rate.text()}};
    made["futures"] = Json::array();
    for (const FutureBargain& f : p.futures) {
      Json one{{"id", f.id},
               {"customer_total", figure_json(f.customer.total.figure)},
               {"customer_discounted", figure_json(f.customer.discounted.figure)}};
      one["supplier"] = Json::array();
      for (const SupplierSide& s : f.supplier) {
        Json side{{"saving", words(s.level).in(Language::en)},
                  {"total", figure_json(s.total.figure)},
                  {"discounted", figure_json(s.discounted.figure)}};
        side["payback"] =
            s.payback ? Json(p.periods[*s.payback].name().in(Language::en)) : Json(nullptr);
        one["supplier"].push_back(std::move(side));
      }
      made["futures"].push_back(std::move(one));
    }
    if (const Offer* made_to_customer = p.offer())
      made["offer"] = offer(made_to_customer->customer_terms());
    return made;
  }
  /// The amounts of the letter and its first annex.
  static Json offer(const OfferTerms& terms) {
    const auto one = [](const std::optional<Explained>& amount) {
      return amount ? figure_json(amount->figure) : Json(nullptr);
    };
    const Promises& proved = terms.promises;
    return Json{
        {"waived_first_year", proved.waived_first_year
                                  ? figure_json(proved.waived_first_year->amount().figure)
                                  : Json(nullptr)},
        {"benefit_first_year", proved.benefit_first_year
                                   ? figure_json(proved.benefit_first_year->amount().figure)
                                   : Json(nullptr)},
        {"expected", terms.expected ? sentence_json(terms.expected->figures) : Json(nullptr)},
        {"reduction_month", one(terms.reduction_month)},
        {"reduction_year", one(terms.reduction_year)},
        {"reduction_total", one(terms.reduction_total)},
        {"original_value", one(terms.original_value)},
        {"reduction_part", one(terms.reduction_part)}};
  }

  const TalkFacts& facts_;
  const Talk& talk_;
};

}  // namespace

std::string talk_json(const TalkFacts& facts) { return TalkJson(facts).text(); }

}  // namespace pricetalk
