#include "talk/page.hpp"

#include <algorithm>

#include "advice/propose.hpp"
#include "billing/quantity.hpp"
#include "letter/kinds.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

std::string TalkPage::say(const std::string& en, const std::string& nl) const {
  return language_ == Language::nl ? nl : en;
}

std::string TalkPage::day(const Date& date) const { return date_text(date, language_); }

std::string TalkPage::money(const Figure& figure, bool whole) const {
  const Money& amount = std::get<Money>(figure.value);
  if (!whole) return money_text(amount, language_);
  return money_text({round(Ratio(amount.amount), Rounding::decimals(0)), amount.currency},
                    language_);
}

std::string TalkPage::money(const Outcome<Figure>& figure, bool whole) const {
  return figure ? money(*figure, whole) : say("not determined yet", "nog niet te bepalen");
}

std::string TalkPage::signed_money(const Figure& figure) const {
  const Money& amount = std::get<Money>(figure.value);
  return signed_money_text({round(Ratio(amount.amount), Rounding::decimals(0)), amount.currency},
                           language_);
}

std::string TalkPage::more(std::size_t count) const {
  const std::string n = std::to_string(count);
  return say("And " + n + " more: see sheet 2.", "En nog " + n + ": zie blad 2.");
}

Page::Heading TalkPage::block(int number, const std::string& en, const std::string& nl) const {
  return {std::to_string(number) + ". " + say(en, nl), 2};
}

Page TalkPage::make() {
  page_.language = language_;
  page_.paper = Page::Paper::sheet;
  page_.name =
      (contract_.customer.empty() ? contract_.id : contract_.customer) + " · " + contract_.title;
  page_.add(Page::Heading{page_.name, 1});
  head();
  prices();
  findings();
  years();
  proposal();
  people();
  open_points();
  questions();
  to_do();
  second_sheet();
  return std::move(page_);
}

void TalkPage::head() {
  if (facts_.call_first) text(call_first());
  std::string line = say("As of ", "Stand ") + day(talk_.today);
  if (contract_.terms.talk)
    line += say(" · talk on ", " · gesprek ") +
            weekday_date_text(contract_.terms.talk->on.value, language_);
  const int years = relation_years(contract_, talk_.today);
  line += say(" · customer since ", " · klant sinds ") +
          std::to_string(contract_.customer_since.year());
  if (years > 0) line += " (" + std::to_string(years) + say(" years)", " jaar)");
  if (contract_.end) line += say(" · contract until ", " · contract t/m ") + day(*contract_.end);
  text(line);
  Words verdict;
  if (!facts_.call_first) verdict = strong(facts_.verdict.in(language_)) + " ";
  text(verdict +
       (contract_.vat == Vat::excluded
            ? say("Amounts without VAT. ", "Bedragen zonder btw. ")
            : say("Prices and the customer's amounts with VAT, ours without. ",
                  "Prijzen en bedragen van de klant met btw, die van ons zonder. ")) +
       say("INTERNAL: do not send.", "INTERN: niet meesturen."));
  text(letter());
}

/// Which letter goes out, whether it is there, and whether it goes before the call.
Words TalkPage::letter() const {
  const FittingLetter& fitting = facts_.letter;
  if (!fitting.kind)
    return strong(say("No letter:", "Geen brief:")) + " " + fitting.why.in(language_) + ".";
  Words text = strong(say("Letter:", "Brief:")) + " " + words(*fitting.kind).in(language_);
  if (!fitting.letter) {
    if (!fitting.why.empty()) return text + "; " + fitting.why.in(language_) + ".";
    std::string keys;
    for (const MissingKey& each : fitting.missing) keys += (keys.empty() ? "" : ", ") + each.key;
    return text +
           say("; the contract file does not state yet: ",
               "; in het contractbestand ontbreekt nog: ") +
           keys + ".";
  }
  if (facts_.draft())
    return text + say(", a draft of ours (internal/draft/).", ", als concept (internal/draft/).");
  text += say(", ready in customer/.", ", klaar in customer/.");
  if (fitting.called_on)
    return text + say(" Called on ", " Gebeld op ") + day(*fitting.called_on) + ".";
  return text + " " +
         strong(say("It goes out before the call: no call is recorded (talk.called_on).",
                    "Hij gaat uit vóór het telefoongesprek: er staat nog niet dat er is gebeld "
                    "(talk.called_on)."));
}

/// What the customer does not know yet stands above everything else.
Words TalkPage::call_first() const {
  Words text = strong(facts_.verdict.in(language_)) +
               say(" The customer does not know yet: ", " De klant weet nog niet: ");
  bool first = true;
  for (const Finding* finding : untold(talk_)) {
    text += (first ? "" : "; ") + finding->title.in(language_) + " (" + amount(*finding) + ")";
    first = false;
  }
  return text + ".";
}

void TalkPage::second_sheet() {
  Page rest;
  std::swap(rest.elements, page_.elements);
  const auto heading = [&](int number, const char* en, const char* nl) {
    page_.add(block(number, en, nl));
  };
  if (room_.grouped) {
    heading(1, "All price lines", "Alle prijsregels");
    page_.add(price_grid(false));
  }
  if (talk_.findings.size() > room_.findings) {
    heading(2, "The other points", "De overige punten");
    page_.add(findings_grid(room_.findings, talk_.findings.size()));
  }
  if (talk_.proposal && talk_.proposal->refusal() != nullptr) {
    const auto& mends = talk_.proposal->refusal()->mends;
    Page::Items items;
    for (std::size_t i = room_.mends; i < mends.size(); ++i)
      items.items.emplace_back(mends[i].text.in(language_));
    if (!items.items.empty()) {
      heading(4, "What else would make the proposal right", "Wat het voorstel verder goed maakt");
      page_.add(std::move(items));
    }
  }
  if (customers().size() > room_.people) {
    heading(5, "The other people", "De andere mensen");
    page_.add(people_grid(room_.people, customers().size()));
  }
  for (const Side side : {Side::supplier, Side::customer}) {
    const std::vector<Words> open = open_of(side);
    if (open.size() <= room_.promises) continue;
    if (side == Side::supplier)
      heading(6, "What else we still owe", "Wat wij nog meer moeten doen");
    else
      heading(6, "What else the customer still owes", "Wat de klant nog meer moet doen");
    page_.add(
        Page::Items{{open.begin() + static_cast<std::ptrdiff_t>(room_.promises), open.end()}});
  }
  if (facts_.questions.size() > room_.questions) {
    heading(7, "More questions", "Meer vragen");
    Page::Items items;
    for (std::size_t i = room_.questions; i < facts_.questions.size(); ++i)
      items.items.push_back(strong(quoted(facts_.questions[i].first.in(language_))) + " " +
                            facts_.questions[i].second.in(language_));
    page_.add(std::move(items));
  }
  if (facts_.to_do.size() > room_.tasks) {
    heading(8, "Also before the talk", "Ook vóór het gesprek");
    Page::Items items;
    items.boxes = true;
    for (std::size_t i = room_.tasks; i < facts_.to_do.size(); ++i)
      items.items.emplace_back(facts_.to_do[i].in(language_));
    page_.add(std::move(items));
  }
  std::swap(rest.elements, page_.elements);
  if (rest.elements.empty()) return;
  page_.add(Page::NewSheet{});
  page_.add(Page::Heading{say("Sheet 2: ", "Blad 2: ") + page_.name, 2});
  for (Page::Element& element : rest.elements) page_.elements.push_back(std::move(element));
}

bool SheetRoom::shrink(const TalkFacts& facts) {
  constexpr std::size_t few_prices = 5;
  if (!grouped && facts.prices.size() > few_prices) return grouped = true;
  const auto cut = [](std::size_t& room, std::size_t there, std::size_t least) {
    if (there <= least || room <= least) return false;
    room = std::min(room, there) - 1;
    return true;
  };
  std::size_t customers = 0;
  for (const ContactTerms& contact : facts.talk->contract->terms.contact)
    if (contact.party.value == Side::customer) ++customers;
  const std::size_t open =
      facts.talk->contract->terms.promise.size() + facts.talk->contract->terms.obligation.size();
  const std::size_t mended = facts.talk->proposal && facts.talk->proposal->refusal() != nullptr
                                 ? facts.talk->proposal->refusal()->mends.size()
                                 : 0;
  const std::size_t rows = grouped ? facts.groups.size() : 0;
  return cut(steps, rows, 8) || cut(tasks, facts.to_do.size(), 8) || cut(promises, open, 4) ||
         cut(people, customers, 4) || cut(findings, facts.talk->findings.size(), 3) ||
         cut(tasks, facts.to_do.size(), 5) || cut(promises, open, 2) ||
         cut(questions, facts.questions.size(), 1) || cut(mends, mended, 1) ||
         cut(people, customers, 2) || cut(findings, facts.talk->findings.size(), 2) ||
         cut(tasks, facts.to_do.size(), 3) || cut(promises, open, 1) || cut(steps, rows, 3) ||
         cut(findings, facts.talk->findings.size(), 1);
}

Page talk_page(const TalkFacts& facts, Language language) {
  constexpr int sheet = 281;  // A4 without its margins, in millimetres
  SheetRoom room;
  for (;;) {
    Page page = TalkPage(facts, language, room).make();
    if (height_in_print(page) <= sheet || !room.shrink(facts)) return page;
  }
}

}  // namespace pricetalk
