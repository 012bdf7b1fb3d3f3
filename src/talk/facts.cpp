#include "pricetalk/talk/facts.hpp"

#include <algorithm>

#include "advice/offer_terms.hpp"
#include "advice/ways.hpp"
#include "calendar/working_day.hpp"
#include "pricing/timeline.hpp"
#include "talk/facts_parts.hpp"

namespace pricetalk {

namespace {

/// The parts in their order, and what belongs to none of them.
class FactsMaker {
 public:
  explicit FactsMaker(TalkFacts& facts)
      : facts_(facts), talk_(*facts.talk), contract_(*facts.talk->contract) {}

  void make() {
    adjustment();
    add_prices(facts_);
    add_differences(facts_);
    add_readings(facts_);
    add_years(facts_);
    note_figure_after_deadline(facts_);
    facts_.letter = fitting_letter(facts_);
    tell_verdict(facts_);
    finding_annex();
    proposal_annex();
    letter_annex();
  }

 private:
  void adjustment() {
    facts_.ended = contract_.end && *contract_.end <= talk_.today;
    if (facts_.ended) return;
    facts_.adjustment = talk_.adjustment;
    if (facts_.adjustment)
      facts_.deadline = deadline_for(*talk_.dossier.schedules, *facts_.adjustment, talk_.today);
    if (facts_.deadline) facts_.days_left = facts_.deadline->on.days() - talk_.today.days();
    announcements();
  }

  /// What was announced for the adjustment, and whether something is too late for it.
  void announcements() {
    if (!facts_.adjustment) return;
    bool all = true;
    std::optional<Date> late;
    const auto later_of = [](std::optional<Date>& kept, Date day) {
      kept = kept ? std::max(*kept, day) : day;
    };
    for (const PriceSchedule& prices : *talk_.dossier.schedules)
      for (const PriceEntry& entry : prices.entries) {
        if (day_of(entry) != *facts_.adjustment || !must_be_announced(entry)) continue;
        const AnnouncementTerms* told = contract_.announcement_for(entry.date, *entry.clause);
        if (told != nullptr && told->date.value > talk_.today) told = nullptr;  // still to come
        all = all && told != nullptr;
        const Date day = told == nullptr ? talk_.today : told->date.value;
        if (!too_late(day, day_of(entry), entry.clause->notice.before->value)) {
          facts_.in_time = true;
          if (told != nullptr) later_of(facts_.announced, day);
          continue;
        }
        facts_.late = true;
        if (told != nullptr) later_of(late, day);
        if (prices.price == 0)
          facts_.late_lines.emplace_back(prices.line->title, entry.deadline->on);
      }
    if (!facts_.announced) facts_.announced = late;
    if (!all) facts_.announced.reset();
  }

  void finding_annex() {
    for (const Finding& finding : talk_.findings) {
      const auto add_evidence = [&](const std::optional<Outcome<Figure>>& figure) {
        if (!figure || !*figure) return;
        if (const Evidence* found = find(finding.evidence, (*figure)->address))
          if (found->derivation)
            add_to_annex(facts_, {found->address, found->what, *found->derivation, found->node});
      };
      add_evidence(finding.per_year);
      add_evidence(finding.total);
      add_evidence(finding.vat);
    }
  }

  void proposal_annex() {
    if (!talk_.proposal) return;
    const auto add_one = [&](const Explained& explained) {
      if (const auto found = talk_.proposal->explain(explained.figure.address.text))
        add_to_annex(facts_,
                     {explained.figure.address, explained.label, *found->first, found->second});
    };
    for (const FutureBargain& future : talk_.proposal->futures) {
      add_one(future.customer.total);
      add_one(future.customer.discounted);
      for (const SupplierSide& side : future.supplier) {
        add_one(side.total);
        add_one(side.discounted);
      }
    }
    if (talk_.letter)
      for (const Explained& explained : talk_.letter->figures) {
        add_one(explained);
        add_of_offer(explained);
      }
    if (const Offer* offer = talk_.proposal->offer()) {
      const OfferTerms& terms = offer->customer_terms();
      for (const auto* each :
           {&terms.reduction_month, &terms.reduction_year, &terms.reduction_total,
            &terms.original_value, &terms.reduction_part})
        if (*each) add_of_offer(**each);
    }
  }

  /// What only the letter reckons.
  void letter_annex() {
    if (!facts_.letter.letter) return;
    for (const Evidence& each : facts_.letter.letter->evidence)
      if (each.derivation)
        add_to_annex(facts_, {each.address, each.what, *each.derivation, each.node});
  }

  /// An amount that only the sheet of the offer explains.
  void add_of_offer(const Explained& explained) {
    const Offer* offer = talk_.proposal->offer();
    if (offer == nullptr || talk_.proposal->explain(explained.figure.address.text)) return;
    const Derivation& why = offer->customer_terms().derivation;
    add_to_annex(facts_, {explained.figure.address, explained.label, why, explained.node});
  }

  TalkFacts& facts_;
  const Talk& talk_;
  const Contract& contract_;
};

}  // namespace

TalkFacts facts_of(const Talk& talk) {
  TalkFacts facts;
  facts.talk = &talk;
  FactsMaker(facts).make();
  return facts;
}

void add_to_annex(TalkFacts& facts, AnnexItem item) {
  const auto same_address = [&](const AnnexItem& known) { return known.address == item.address; };
  if (!item.derivation || item.node == no_node) return;
  if (std::none_of(facts.annex.begin(), facts.annex.end(), same_address))
    facts.annex.push_back(std::move(item));
}

Figure price_figure(const Ratio& price, const PriceSchedule& prices, const Contract& contract,
                    const PriceEntry& entry) {
  return {Money{as_decimal(price, prices.line->price_decimals(contract.currency, prices.price)),
                contract.currency},
          entry.address, entry.fixity};
}

}  // namespace pricetalk
