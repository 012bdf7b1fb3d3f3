#include "report/json_proposal.hpp"

#include "advice/propose.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

Json considered_json(const Considered& one) {
  Json made{{"innovations", one.ids}, {"verdict", sentence_json(one.proposal->verdict_in_words())}};
  made["good_for_both"] = one.proposal->offer() != nullptr;
  const FutureBargain* f = one.proposal->decisive();
  made["customer"] = f == nullptr ? Json(nullptr) : figure_json(f->customer.discounted.figure);
  made["supplier"] =
      f == nullptr ? Json(nullptr) : figure_json(f->supplier.front().discounted.figure);
  return made;
}

Json choice_json(const OfferChoice& choice) {
  Json made{{"budget", choice.budget ? Json(choice.budget->amount.text()) : Json(nullptr)}};
  made["alone"] = Json::array();
  for (const Considered& each : choice.alone) made["alone"].push_back(considered_json(each));
  made["first"] = choice.first ? considered_json(choice.alone[*choice.first]) : Json(nullptr);
  made["best"] = choice.best ? considered_json(*choice.best) : Json(nullptr);
  if (!choice.undecided.en.empty()) made["undecided"] = sentence_json(choice.undecided);
  return made;
}

class ProposalJson {
 public:
  explicit ProposalJson(const Proposal& proposal) : p_(proposal) {}

  Json whole() const {
    Json made{{"contract", p_.contract->id},
              {"adjustment", p_.adjustment.text()},
              {"form", form_word(p_.form)},
              {"innovation", p_.innovation == nullptr ? Json(nullptr) : Json(p_.innovation_id)},
              {"vat", p_.contract->vat == Vat::excluded ? "excluded" : "included"},
              {"discount_rate", p_.discount_rate.text()}};
    if (!p_.years.empty())
      made["horizon"] = {{"from", p_.periods.front().from.text()},
                         {"to", p_.periods.back().until.text()}};
    if (p_.deadline) made["announce_by"] = p_.deadline->on.text();
    made["fallback"] = Json::array();
    for (const FallbackPrice& each : p_.fallback) made["fallback"].push_back(fallback(each));
    made["verdict"] = verdict();
    made["futures"] = Json::array();
    for (const FutureBargain& each : p_.futures) made["futures"].push_back(future(each));
    if (const FutureBargain* decisive = p_.decisive()) {
      made["decides"] = decisive->id;
      made["steps"] = {{"customer", steps(decisive->customer.discounted)}};
      if (!p_.received) made["steps"]["supplier"] = steps(decisive->supplier.front().discounted);
    }
    if (!p_.beside.empty()) made["beside"] = p_.beside;
    if (!p_.received) made["rests_on"] = assumptions();
    made["letter_needs"] = Json::array();
    for (const MissingKey& each : p_.missing)
      made["letter_needs"].push_back({{"key", each.key}, {"text", sentence_json(each.text)}});
    return made;
  }

 private:
  Json fallback(const FallbackPrice& each) const {
    Json made{{"line", each.line->id},
              {"now", figure_json(each.now)},
              {"from", each.from.text()},
              {"charged_from", each.charged_from.text()}};
    if (each.line->prices.size() > 1) made["tier"] = each.price + 1;
    made["then"] = each.then ? figure_json(*each.then) : Json(nullptr);
    return made;
  }

  Json row(const std::vector<Explained>& amounts) const {
    Json made = Json::array();
    for (const Explained& each : amounts) made.push_back(figure_json(each.figure));
    return made;
  }
  static Json one(const std::optional<Explained>& amount) {
    return amount ? figure_json(amount->figure) : Json(nullptr);
  }
  Json steps(const Explained& amount) const {
    return steps_json(p_.derivation, amount.node, Language::en);
  }

  Json future(const FutureBargain& f) const {
    const CustomerSide& c = f.customer;
    Json made{{"id", f.id}, {"name", sentence_json(f.name)}};
    made["years"] = Json::array();
    for (const ProposalYear& year : p_.periods) made["years"].push_back(year.name().en);
    made["customer"] = {{"waived", row(c.waived)},
                        {"reduction", row(c.reduction)},
                        {"saving", row(c.saving)},
                        {"gain", row(c.gain)},
                        {"total", figure_json(c.total.figure)},
                        {"discounted", figure_json(c.discounted.figure)}};
    // Who received a proposal knows nothing of ours.
    if (p_.received) return made;
    made["supplier"] = Json::array();
    for (const SupplierSide& s : f.supplier)
      made["supplier"].push_back(
          {{"level", words(s.level).in(Language::en)},
           {"saving", row(s.saving)},
           {"earned", row(s.earned)},
           {"running", row(s.running)},
           {"investment", row(s.investment)},
           {"reduction", row(s.reduction)},
           {"given_up", row(s.given_up)},
           {"gain", row(s.gain)},
           {"cumulative", row(s.cumulative)},
           {"total", figure_json(s.total.figure)},
           {"discounted", figure_json(s.discounted.figure)},
           {"if_declined", one(s.if_declined)},
           {"against_covering_cost", one(s.discounted_cost)},
           {"slack", one(s.slack)},
           {"share_needed", one(s.share_needed)},
           {"share_needed_to_cover_cost", one(s.share_needed_cost)},
           {"payback", s.payback ? Json(p_.periods[*s.payback].name().en) : Json(nullptr)}});
    return made;
  }

  static Json sentences(const std::vector<Phrase>& all) {
    Json made = Json::array();
    for (const Phrase& each : all) made.push_back(sentence_json(each));
    return made;
  }

  Json assumptions() const {
    Json made = Json::array();
    for (const Assumption& each : p_.assumptions)
      made.push_back({{"name", sentence_json(each.name)},
                      {"amount", figure_json(each.amount.figure)},
                      {"a_tenth_worse", figure_json(each.then.figure)},
                      {"margin", one(each.margin)},
                      {"limit", one(each.limit)}});
    return made;
  }

  Json verdict() const {
    Json made{{"in_words", sentence_json(p_.verdict_in_words())}};
    if (const Offer* offer = p_.offer()) {
      made["kind"] = "offer";
      made["narrow"] = offer->narrow();
      made["loses_in"] = offer->loses_in();
    } else if (const Refusal* refusal = p_.refusal()) {
      made["kind"] = "refusal";
      made["who_loses"] = !refusal->who
                              ? Json(nullptr)
                              : Json(*refusal->who == Side::customer ? "customer" : "supplier");
      made["loss"] = refusal->loss ? figure_json(*refusal->loss) : Json(nullptr);
      made["mends"] = Json::array();
      for (const Mend& mend : refusal->mends)
        made["mends"].push_back(
            {{"text", sentence_json(mend.text)}, {"figure", figure_json(mend.figure)}});
    } else if (p_.help() != nullptr) {
      made["kind"] = "help";
    } else if (p_.received) {
      made["kind"] = "received";
      made["good"] = p_.received->good;
      made["open"] = sentences(p_.received->open);
      made["ask"] = sentences(p_.received->ask);
    } else {
      made["kind"] = "undetermined";
      made["missing"] = reasons_json(std::get<Undetermined>(p_.verdict), Language::en);
    }
    return made;
  }

  const Proposal& p_;
};

}  // namespace

std::string proposal_json(const Proposal& proposal, const OfferChoice* choice, Date today,
                          bool today_from_clock) {
  Json made = ProposalJson(proposal).whole();
  if (choice != nullptr) made["choice"] = choice_json(*choice);
  made["today"] = today.text();
  made["today_from_clock"] = today_from_clock;
  return printed(made);
}

}  // namespace pricetalk
