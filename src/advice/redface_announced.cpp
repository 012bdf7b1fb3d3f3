#include <algorithm>

#include "advice/price_gap.hpp"
#include "advice/redface_rules.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/announced.hpp"

namespace pricetalk {

namespace {

/// Whether invoices of the line tell already what became of the step.
bool invoiced(const Dossier& d, const AnnouncedOff::Step& step) {
  const AuditedLine* line =
      d.audit == nullptr ? nullptr : d.audit->find_line(step.prices->line->id);
  return line != nullptr && std::any_of(line->rows.begin(), line->rows.end(), [&](std::size_t i) {
           return d.audit->rows[i].charged.from >= step.entry->from;
         });
}

/// Which rule a finding is of.
std::string rule_of(AnnouncedOff::Kind kind) {
  switch (kind) {
    case AnnouncedOff::Kind::mistake:
      return "announced-above-allowed";
    case AnnouncedOff::Kind::rounded_up:
      return "announced-rounded-up";
    case AnnouncedOff::Kind::below:
      return "announced-below-allowed";
  }
  return {};
}

/// The price by the letter.
Amount announced_price(const Dossier& d, const AnnouncedOff& found,
                       const AnnouncedOff::Step& step) {
  const Phrase label{"price by the letter", "prijs volgens de brief"};
  Amount made{{}, label, from_entry(*step.entry)};
  made.make = [&found, &step](Worksheet& sheet) {
    return pricetalk::announced_price(sheet, *found.announcement, step);
  };
  Worksheet sheet(d.contract->currency);
  made.price = sheet.value(made.make(sheet));
  return made;
}

/// What all lines together would pay too much in a year, or less than is allowed.
void add_money(const Dossier& d, const AnnouncedOff& found, Finding& finding) {
  std::vector<Figure> figures;
  for (const AnnouncedOff::Step& step : found.steps) {
    if (step.prices->line->prices.size() != 1) continue;
    const Amount allowed{
        step.entry->price, {"allowed price", "toegestane prijs"}, from_entry(*step.entry)};
    const Amount announced = announced_price(d, found, step);
    const bool below = found.kind == AnnouncedOff::Kind::below;
    Gap gap = pricetalk::gap(d, *step.prices->line, below ? allowed : announced,
                             below ? announced : allowed, rule_of(found.kind), step.entry->from);
    if (!gap.per_year || !*gap.per_year) continue;
    figures.push_back(**gap.per_year);
    std::move(gap.evidence.begin(), gap.evidence.end(), std::back_inserter(finding.evidence));
  }
  if (figures.size() == 1) finding.per_year = figures.front();
  if (figures.size() < 2) return;
  Book book(d.contract->currency);
  std::vector<NodeId> nodes;
  Fixity fixity = Fixity::fixed;
  const Phrase label{"difference a year", "verschil per jaar"};
  for (const Figure& figure : figures) {
    nodes.push_back(book.sheet().given(figure, label));
    fixity = std::max(fixity, figure.fixity);
  }
  finding.per_year = book.figure(book.sum(nodes, label),
                                 d.contract->id + "/redface/" + rule_of(found.kind) + "/" +
                                     found.announcement->for_date.value.text(),
                                 fixity, label);
  std::move(book).close(finding.evidence);
}

/// The findings of one kind, each with what it would cost in the year from the step on.
std::vector<Finding> found_of(const Dossier& d, AnnouncedOff::Kind kind) {
  std::vector<Finding> made;
  for (const AnnouncedOff& found : announced_off(*d.contract, *d.schedules, d.today)) {
    if (found.kind != kind) continue;
    if (std::any_of(found.steps.begin(), found.steps.end(),
                    [&](const auto& step) { return invoiced(d, step); }))
      continue;
    const AnnouncementTerms& a = *found.announcement;
    const bool one = std::all_of(found.steps.begin(), found.steps.end(), [&](const auto& step) {
      return step.prices->line == found.steps.front().prices->line;
    });
    const Line* line = one ? found.steps.front().prices->line : nullptr;
    const Phrase whose = one ? same(line->title + ": ") : Phrase{};
    const Phrase what = announced_text(found);
    Finding finding = about(line, {whose.en + what.en, whose.nl + what.nl});
    finding.since = a.date.value;
    add_money(d, found, finding);
    for (const AnnouncedOff::Step& step : found.steps)
      if (step.entry->why)
        finding.evidence.push_back({step.entry->address,
                                    {"step of " + date_text(step.entry->date, Language::en),
                                     "stap van " + date_text(step.entry->date, Language::nl)},
                                    std::make_shared<const Derivation>(step.entry->why),
                                    step.entry->answer});
    made.push_back(std::move(finding));
  }
  return made;
}

}  // namespace

std::vector<Finding> announced_above_allowed(const Dossier& d, const RedFaceThresholds&) {
  return found_of(d, AnnouncedOff::Kind::mistake);
}

std::vector<Finding> announced_rounded_up(const Dossier& d, const RedFaceThresholds&) {
  return found_of(d, AnnouncedOff::Kind::rounded_up);
}

std::vector<Finding> announced_below_allowed(const Dossier& d, const RedFaceThresholds&) {
  return found_of(d, AnnouncedOff::Kind::below);
}

}  // namespace pricetalk
