#include "report/audit_conclusion.hpp"

#include <algorithm>
#include <string>

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// A list with commas in both languages.
class Listing {
 public:
  void add(const Phrase& item) {
    if (item.empty()) return;
    const char* between = made_.empty() ? "" : ", ";
    made_ = {made_.en + between + item.en, made_.nl + between + item.nl};
  }
  void add(std::size_t count, const char* en, const char* nl, const Phrase& more = {}) {
    if (count == 0) return;
    const std::string number = std::to_string(count);
    add({en + number + more.en, nl + number + more.nl});
  }
  const Phrase& text() const { return made_; }

 private:
  Phrase made_;
};

Phrase in_brackets(const std::optional<Money>& money) {
  if (!money) return {};
  return {" (" + money_text(*money, Language::en) + ")",
          " (" + money_text(*money, Language::nl) + ")"};
}

/// What kept rows from being judged.
Phrase not_judged(const AuditReach& reach) {
  Listing made;
  made.add(not_read_text(reach.not_read));
  made.add(reach.unmatched, "rows not recognised: ", "niet herkende factuurregels: ",
           in_brackets(reach.unmatched_money));
  made.add(reach.elsewhere,
           "rows for no contract here: ", "factuurregels voor geen van deze contracten: ");
  made.add(reach.asked, "rows with a question: ", "factuurregels met een vraag: ");
  made.add(reach.vat_asked, "VAT of rows with a question about it: ",
           "btw van factuurregels met een vraag daarover: ");
  made.add(reach.undetermined, "rows not determined yet: ", "nog niet te bepalen factuurregels: ");
  made.add(reach.aside, "rows not counted: ", "niet meegetelde factuurregels: ");
  return made.text();
}

/// "the prices of 14 rows", and whether quantities were compared.
Phrase judged_text(const AuditReach& reach) {
  const std::string count = std::to_string(reach.judged);
  const bool one = reach.judged == 1;
  const bool both = reach.quantities_compared;
  return {(both ? "prices and quantities of " : "prices of ") + count + (one ? " row" : " rows"),
          (both ? "prijzen en aantallen van " : "prijzen van ") + count +
              (one ? " factuurregel" : " factuurregels")};
}

Phrase no_quantities(const AuditReach& reach) {
  if (reach.quantities_compared) return {};
  return {"; quantities were not compared", "; aantallen zijn niet vergeleken"};
}

}  // namespace

Phrase not_read_text(const NotRead& not_read) {
  Listing made;
  made.add(not_read.rows, "rows not read: ", "niet gelezen factuurregels: ");
  made.add(not_read.files, "files not read: ", "niet gelezen bestanden: ");
  return made.text();
}

Phrase again_text() {
  return {"charged twice under another name?", "twee keer gerekend, onder een andere naam?"};
}

Phrase vat_questions_heading() {
  return {"questions about VAT (the prices of these rows are judged):",
          "vragen over btw (de prijzen van deze regels zijn wel beoordeeld):"};
}

Phrase right_if_so() {
  return {"  if so, nothing is wrong; if not, the difference is ",
          "  zo ja, dan klopt het; zo nee, dan is het verschil "};
}

AuditReach reach_of(const Audit& audit, const NotRead& not_read) {
  AuditReach made;
  for (const AuditedRow& row : audit.rows) {
    const std::size_t rows = std::max<std::size_t>(row.parts.size(), 1);
    std::size_t& count = row.line == nullptr     ? made.unmatched
                         : !row.question.empty() ? made.asked
                         : row.difference        ? made.judged
                                                 : made.undetermined;
    count += rows;
  }
  made.aside = audit.aside.size();
  made.vat_asked = audit.vat_asked().size();
  made.unmatched_money = std::get<Money>(audit.unmatched.value);
  made.not_read = not_read;
  made.differs = audit.differs();
  made.twice = !audit.twice.empty();
  made.quantities_compared = audit.quantities_compared;
  made.quantities_differ = any_asked(audit.gaps);
  return made;
}

AuditReach reach_of(const BulkAudit& audit, const NotRead& not_read) {
  AuditReach made;
  const BulkCounts& counts = audit.counts;
  made.judged = counts.matched - std::min(counts.matched, counts.asked + counts.undetermined);
  made.asked = counts.asked;
  made.vat_asked = counts.vat_asked;
  made.undetermined = counts.undetermined;
  made.unmatched = counts.unmatched;
  made.elsewhere = counts.elsewhere;
  made.aside = counts.aside;
  made.not_read = not_read;
  made.quantities_compared = made.judged > 0;
  for (const BulkResult& each : audit.contracts) {
    made.differs = made.differs || each.totals.differs();
    made.twice = made.twice || !each.twice.empty();
    made.quantities_differ = made.quantities_differ || any_asked(each.gaps);
    made.quantities_compared =
        made.quantities_compared && (each.counts.matched == 0 || each.quantities_compared);
  }
  return made;
}

Phrase conclusion(const AuditReach& reach) {
  const Phrase open = not_judged(reach);
  const Phrase judged = judged_text(reach);
  const Phrase rest =
      open.empty() ? Phrase{} : Phrase{"; not judged: " + open.en, "; niet beoordeeld: " + open.nl};
  if (reach.judged == 0)
    return {"nothing could be judged" + rest.en, "er was niets te beoordelen" + rest.nl};
  const Phrase tail{no_quantities(reach).en + rest.en, no_quantities(reach).nl + rest.nl};
  if (reach.differs || (reach.quantities_differ && reach.quantities_compared))
    return {"judged: " + judged.en + tail.en, "beoordeeld: " + judged.nl + tail.nl};
  if (!open.empty() || reach.twice || reach.quantities_differ)
    return {"no wrong price was found; judged: " + judged.en + tail.en,
            "er is geen verkeerde prijs gevonden; beoordeeld: " + judged.nl + tail.nl};
  return {
      "everything that was charged is what the contract allows; judged: " + judged.en + tail.en,
      "alles wat is gerekend, is wat het contract toestaat; beoordeeld: " + judged.nl + tail.nl};
}

}  // namespace pricetalk
