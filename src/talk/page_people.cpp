#include <algorithm>

#include "pricetalk/explain/format.hpp"
#include "talk/page.hpp"

namespace pricetalk {

std::vector<const ContactTerms*> TalkPage::customers() const {
  std::vector<const ContactTerms*> found;
  for (const ContactTerms& contact : contract_.terms.contact)
    if (contact.party.value == Side::customer) found.push_back(&contact);
  return found;
}

void TalkPage::people() {
  const std::size_t count = customers().size();
  if (count == 0) return;
  page_.add(block(5, "Who speaks with whom?", "Wie spreekt wie?"));
  const std::size_t shown = std::min(room_.people, count);
  page_.add(people_grid(0, shown));
  if (shown < count) text(more(count - shown));
}

Page::Grid TalkPage::people_grid(std::size_t first, std::size_t last) const {
  Page::Grid grid;
  grid.columns = {{say("at the customer", "bij de klant")},
                  {say("role", "rol")},
                  {say("of us", "van ons")},
                  {say("last contact", "laatste contact")}};
  const std::vector<const ContactTerms*> all = customers();
  for (std::size_t i = first; i < last; ++i) {
    const ContactTerms& c = *all[i];
    grid.row({c.name.value + (c.job ? ", " + c.job->value : ""), role(c),
              c.speaks_with ? Words(c.speaks_with->value) : strong(say("nobody", "niemand")),
              c.last_contact ? day(c.last_contact->value) : "–"});
  }
  return grid;
}

std::string TalkPage::role(const ContactTerms& contact) const {
  if (!contact.role) return "–";
  switch (contact.role->value) {
    case ContactRole::decider:
      return say("decides", "beslist");
    case ContactRole::influencer:
      return say("advises", "adviseert");
    case ContactRole::buyer:
      return say("buys", "koopt in");
    case ContactRole::user:
      return say("uses it", "gebruikt het");
    case ContactRole::finance:
      return say("keeps the budget", "bewaakt het budget");
    case ContactRole::gatekeeper:
      return say("plans the diary", "bewaakt de agenda");
    case ContactRole::account_manager:
      return say("account manager", "accountmanager");
    case ContactRole::expert:
      return say("expert", "deskundige");
    case ContactRole::director:
      return say("director", "directeur");
  }
  return "–";
}

std::vector<Words> TalkPage::open_of(Side side) const {
  std::vector<Words> found;
  const auto collect = [&](const PromiseTerms& p) {
    if (p.state.value != PromiseState::open || p.by.value != side) return;
    Words open = p.what.value;
    if (p.due) {
      const Date due = p.due->value.on ? *p.due->value.on : p.date.value + *p.due->value.within;
      open += say(", due ", ", uiterlijk ") + day(due);
      if (due < talk_.today) open += " (" + strong(say("late", "te laat")) + ")";
    }
    found.push_back(std::move(open));
  };
  for (const PromiseTerms& p : contract_.terms.promise) collect(p);
  for (const PromiseTerms& p : contract_.terms.obligation) collect(p);
  return found;
}

void TalkPage::open_points() {
  Words line;
  const auto side_text = [&](Side side, const std::string& name) {
    const std::vector<Words> open = open_of(side);
    if (open.empty()) return;
    line += (line.empty() ? Words() : Words(" ")) + strong(name) + " ";
    const std::size_t shown = std::min(room_.promises, open.size());
    for (std::size_t i = 0; i < shown; ++i) line += (i == 0 ? Words() : Words("; ")) + open[i];
    line += ".";
    if (shown < open.size()) line += " " + more(open.size() - shown);
  };
  side_text(Side::supplier, say("We:", "Wij:"));
  side_text(Side::customer, say("Customer:", "Klant:"));
  if (line.empty()) return;
  page_.add(block(6, "What is still open?", "Wat staat er nog open?"));
  text(std::move(line));
}

void TalkPage::questions() {
  if (facts_.questions.empty()) return;
  page_.add(block(7, "Questions to expect", "Vragen die u kunt verwachten"));
  Page::Items items;
  const std::size_t shown = std::min(room_.questions, facts_.questions.size());
  for (std::size_t i = 0; i < shown; ++i)
    items.items.push_back(strong(quoted(facts_.questions[i].first.in(language_))) + " " +
                          facts_.questions[i].second.in(language_));
  page_.add(std::move(items));
  if (shown < facts_.questions.size()) text(more(facts_.questions.size() - shown));
}

void TalkPage::to_do() {
  if (facts_.to_do.empty()) return;
  page_.add(block(8, "Before the talk", "Vóór het gesprek"));
  Page::Items items;
  items.boxes = true;
  const std::size_t shown = std::min(room_.tasks, facts_.to_do.size());
  for (std::size_t i = 0; i < shown; ++i) items.items.emplace_back(facts_.to_do[i].in(language_));
  page_.add(std::move(items));
  if (shown < facts_.to_do.size()) text(more(facts_.to_do.size() - shown));
}

}  // namespace pricetalk
