#include <algorithm>

#include "audit/line_audit.hpp"
#include "billing/days_text.hpp"

// What the periods of a line come to: by year, what is open, and in all.
namespace pricetalk {

AuditTotals LineAudit::totals(const std::vector<const Open*>& open, const std::string& prefix,
                              const Phrase& in) {
  const auto make = [&](NodeId Open::*part, const char* what, const Phrase& label) {
    std::vector<NodeId> nodes;
    for (const Open* period : open)
      if (positive(period->*part)) nodes.push_back(period->*part);
    const Phrase named{label.en + in.en, label.nl + in.nl};
    return book_.known_figure(book_.sum(nodes, named), address(prefix + what), fixity_, named);
  };
  return {make(&Open::over, "over", {"charged too much", "te veel gerekend"}),
          make(&Open::under, "under", {"charged too little", "te weinig gerekend"}),
          make(&Open::over_vat, "over-vat",
               {"VAT on what was charged too much", "btw over het te veel"}),
          make(&Open::under_vat, "under-vat",
               {"VAT on what was charged too little", "btw over het te weinig"})};
}

std::vector<AuditYear> LineAudit::years() {
  std::vector<AuditYear> made;
  std::vector<const Open*> so_far;
  for (std::size_t i = 0; i < periods_.size();) {
    AuditYear year;
    year.year = periods_[i].from.year();
    std::vector<const Open*> own;
    for (; i < periods_.size() && periods_[i].from.year() == year.year; ++i) {
      own.push_back(&periods_[i]);
      so_far.push_back(&periods_[i]);
      year.undetermined += periods_[i].undetermined;
    }
    const std::string text = std::to_string(year.year);
    year.totals = totals(own, text + "/", {" in " + text, " in " + text});
    const Phrase label{"charged too much until " + text, "te veel gerekend tot en met " + text};
    std::vector<NodeId> nodes;
    for (const Open* period : so_far)
      if (positive(period->over)) nodes.push_back(period->over);
    year.cumulative =
        book_.known_figure(book_.sum(nodes, label), address(text + "/cumulative"), fixity_, label);
    const auto earlier = [&](NodeId Open::*part, const char* what, const Phrase& named) {
      std::vector<NodeId> known;
      for (const Open* period : own) {
        if (period->*part == no_node || !book_.sheet().value(period->*part)) continue;
        known.push_back(period->*part);
      }
      if (known.empty()) return std::optional<Figure>{};
      return std::optional<Figure>(
          book_.known_figure(book_.sum(known, named), address(text + "/" + what), fixity_, named));
    };
    year.over_earlier = earlier(&Open::over_earlier, "over-earlier",
                                {"too much in " + text + " by earlier steps",
                                 "te veel in " + text + " door eerdere stappen"});
    year.under_earlier = earlier(&Open::under_earlier, "under-earlier",
                                 {"too little in " + text + " by earlier steps",
                                  "te weinig in " + text + " door eerdere stappen"});
    made.push_back(std::move(year));
  }
  return made;
}

std::vector<OpenPeriod> LineAudit::open_periods() {
  std::vector<OpenPeriod> made;
  for (const Open& open : periods_) {
    if (!positive(open.over) && !positive(open.under)) continue;
    const Phrase in{", " + days_text({open.from, open.to}).en,
                    ", " + days_text({open.from, open.to}).nl};
    const std::string prefix = open.from.text() + "/" + open.to.text() + "/";
    made.push_back({open.from, open.to, open.rows, totals({&open}, prefix, in)});
  }
  return made;
}

void LineAudit::sum_up(AuditedLine& made) {
  made.years = years();
  std::vector<const Open*> all;
  for (const Open& open : periods_) all.push_back(&open);
  made.totals = totals(all, "", {});
  made.open = open_periods();
  made.paid_back = paid_back_;
  made.vat_reading = vat_reading_;
  if (!made.open.empty()) made.since = made.open.front().from;
}

}  // namespace pricetalk
