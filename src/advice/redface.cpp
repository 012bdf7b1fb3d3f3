#include "pricetalk/advice/redface.hpp"

#include <array>

#include "advice/redface_rules.hpp"

namespace pricetalk {

namespace {

constexpr std::array<RedFaceRule, 14> rules{{
    {"charged-above-allowed",
     "S2",
     FindingKind::wrong,
     {"invoices above what the contract allows", "facturen boven wat het contract toestaat"},
     charged_above_allowed},
    {"charged-below-allowed",
     "S2",
     FindingKind::wrong,
     {"invoices below what the contract allows", "facturen onder wat het contract toestaat"},
     charged_below_allowed},
    {"index-ahead-of-cost",
     "S2",
     FindingKind::blush,
     {"an index that rises faster than the real cost mix",
      "een index die harder stijgt dan de echte kosten"},
     index_ahead_of_cost},
    {"outside-price-level",
     "S5",
     FindingKind::blush,
     {"prices outside the market band", "prijzen buiten het prijspeil in de markt"},
     outside_price_level},
    {"decrease-kept",
     "S2",
     FindingKind::blush,
     {"decreases that a floor kept from the customer",
      "dalingen die door een minimum niet zijn doorgegeven"},
     decrease_kept},
    {"measurement-break",
     "S2",
     FindingKind::blush,
     {"a high figure from before a change of method that stays in the price",
      "een hoog cijfer van voor een andere meting dat in de prijs blijft"},
     measurement_break},
    {"value-below-increase",
     "S8",
     FindingKind::blush,
     {"agreed value that is smaller than the increase",
      "afgesproken meerwaarde die kleiner is dan de verhoging"},
     value_below_increase},
    {"terms-not-communicated",
     "S10",
     FindingKind::blush,
     {"terms that were never told", "voorwaarden die nooit zijn verteld"},
     terms_not_communicated},
    {"announced-late",
     "S2",
     FindingKind::blush,
     {"announcements after the last day", "aankondigingen na de laatste dag"},
     announced_late},
    {"announced-in-another-form",
     "S2",
     FindingKind::blush,
     {"announcements in another form than agreed",
      "aankondigingen in een andere vorm dan afgesproken"},
     announced_in_another_form},
    {"no-announcement",
     "S15",
     FindingKind::blush,
     {"steps without an announcement on record", "verhogingen zonder bewaarde aankondiging"},
     no_announcement},
    {"promise-overdue",
     "S16",
     FindingKind::blush,
     {"promises of ours that are late or broken",
      "beloften van ons die te laat of niet zijn nagekomen"},
     promise_overdue},
    {"silent-good-customer",
     "S21",
     FindingKind::blush,
     {"a good customer that nobody spoke to for months",
      "een goede klant die al maanden niemand sprak"},
     silent_good_customer},
    {"unpaired-contact",
     "S12",
     FindingKind::blush,
     {"people who decide and whom nobody of us speaks with",
      "mensen die beslissen en met wie niemand van ons spreekt"},
     unpaired_contact},
}};

}  // namespace

Finding blush(const Line* line, Phrase title, Phrase question, Phrase advice) {
  Finding made;
  made.kind = FindingKind::blush;
  if (line != nullptr) made.line = line->id;
  made.title = std::move(title);
  made.customer_question = std::move(question);
  made.advice = std::move(advice);
  return made;
}

std::span<const RedFaceRule> red_face_rules() { return rules; }

std::vector<Finding> red_face(const Dossier& dossier) {
  std::vector<Finding> all;
  for (const RedFaceRule& rule : rules)
    for (Finding& finding : rule.find(dossier)) {
      finding.kind = rule.kind;
      finding.rule = std::string(rule.id);
      all.push_back(std::move(finding));
    }
  rank(all);
  return all;
}

}  // namespace pricetalk
