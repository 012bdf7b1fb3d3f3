#include <functional>

#include "pricetalk/explain/format.hpp"
#include "report/vat_text.hpp"
#include "talk/talk_round.hpp"

namespace pricetalk {

namespace {

using Align = Page::Align;

class RoundPage {
 public:
  RoundPage(const TalkRound& round, Language language) : round_(round), language_(language) {}

  Page make() {
    page_.language = language_;
    page_.paper = Page::Paper::list;
    page_.name = say("Price talks", "Prijsgesprekken");
    page_.add(Page::Heading{page_.name, 1});
    page_.add(Page::Text{head()});
    contents();
    problems();
    talks();
    sums();
    rhythm();
    signs(say("Good customers we hear nothing from", "Goede klanten van wie wij niets horen"),
          "silent", &RoundRow::silent);
    signs(say("Growing apart", "Klanten die van ons weggroeien"), "drift", &RoundRow::drift);
    return std::move(page_);
  }

 private:
  std::string say(const char* en, const char* nl) const {
    return pricetalk::say(language_, en, nl);
  }
  std::string day(const std::optional<Date>& on) const {
    return on ? date_text(*on, language_) : "–";
  }
  std::string money(const Money& amount) const { return signed_money_text(amount, language_); }

  std::string head() const {
    const std::string n = std::to_string(round_.rows.size());
    std::string text =
        say("As of ", "Stand ") + date_text(round_.today, language_) + " · " + n +
        (round_.rows.size() == 1 ? say(" talk", " gesprek") : say(" talks", " gesprekken"));
    if (const auto ready = count([](const RoundRow& row) { return row.ready; }); ready > 0)
      text += ", " + std::to_string(ready) + say(" ready", " klaar");
    if (!round_.problems.empty())
      text += " · " + std::to_string(round_.problems.size()) +
              say(" to look at first", " om eerst te bekijken");
    return text + say(" · amounts as in each contract, with or without VAT. INTERNAL: do not send.",
                      " · bedragen zoals in elk contract, met of zonder btw. INTERN: niet "
                      "meesturen.");
  }

  std::size_t count(const std::function<bool(const RoundRow&)>& is) const {
    std::size_t found = 0;
    for (const RoundRow& row : round_.rows)
      if (is(row)) ++found;
    return found;
  }

  /// Where to find what, in one line.
  void contents() {
    Words line;
    const auto to = [&](bool there, const std::string& name, const char* anchor) {
      if (!there) return;
      line += (line.empty() ? Words() : Words(" · ")) + link(name, anchor);
    };
    to(!round_.problems.empty(), say("look at first", "eerst bekijken"), "first");
    to(!round_.rows.empty(), say("talks", "gesprekken"), "talks");
    to(!round_.rows.empty(), say("totals", "totalen"), "sums");
    to(any_rhythm(), say("rhythm", "ritme"), "rhythm");
    to(count([](const RoundRow& row) { return !row.silent.empty(); }) > 0,
       say("silent customers", "stille klanten"), "silent");
    to(count([](const RoundRow& row) { return !row.drift.empty(); }) > 0,
       say("growing apart", "weggroeien"), "drift");
    page_.add(Page::Text{std::move(line)});
  }

  void problems() {
    if (round_.problems.empty()) return;
    page_.add(Page::Heading{say("Look at these first", "Eerst bekijken"), 2, "first"});
    Page::Grid grid;
    grid.columns = {{say("file", "bestand")}, {say("what is wrong first", "wat er eerst mis is")}};
    for (const RoundProblem& each : round_.problems)
      grid.row(
          {Page::Cell(code(each.place.empty() ? each.path : each.place)), each.what.in(language_)});
    page_.add(std::move(grid));
  }

  void talks() {
    if (round_.rows.empty()) return;
    page_.add(Page::Heading{say("Talks, by the last day to announce",
                                "Gesprekken, op de laatste dag om aan te kondigen"),
                            2, "talks"});
    Page::Grid grid;
    grid.columns = {{say("customer", "klant"), Align::left, 16},
                    {say("announce by", "aankondigen"), Align::left, 10},
                    {say("working days", "werkdagen"), Align::right, 6},
                    {say("step", "stap"), Align::right, 6},
                    {say("a year", "per jaar"), Align::right, 9},
                    {say("wrong", "fout"), Align::left, 4},
                    {say("blush", "gênant"), Align::left, 5},
                    {say("verdict", "oordeel"), Align::left, 11},
                    {say("letter", "brief"), Align::left, 12},
                    {say("state", "stand"), Align::left, 8},
                    {say("what comes next", "wat nu"), Align::left, 13}};
    for (const RoundRow& row : round_.rows) grid.row(cells(row));
    page_.add(std::move(grid));
  }

  std::vector<Page::Cell> cells(const RoundRow& row) const {
    Page::Cell whose(file_link(name_of(row), row.folder + "/internal/talk.html"));
    whose.words += line_break();
    whose.words +=
        row.title == name_of(row) ? Words(row.id) : Words(row.title + " (" + row.id + ")");
    whose.anchor = anchor_of(row.folder);
    Words next = row.next.in(language_);
    if (row.next_by) next += say(", by ", ", uiterlijk ") + date_text(*row.next_by, language_);
    next += line_break();
    next +=
        row.owner.empty() ? Words(say("nobody named", "nog niemand genoemd")) : strong(row.owner);
    return {
        whose,
        day(row.announce_by),
        days_left_text(row, language_),
        steps_text(row, language_),
        row.per_year        ? money(*row.per_year)
        : row.per_year_open ? say("not known yet", "nog niet bekend")
                            : "–",
        Page::Cell(std::to_string(row.wrong), row.wrong > 0 ? Page::Mark::wrong : Page::Mark::none),
        Page::Cell(std::to_string(row.blush), row.blush > 0 ? Page::Mark::blush : Page::Mark::none),
        row.verdict.in(language_),
        letter(row),
        state_text(row, language_),
        next};
  }

  Words letter(const RoundRow& row) const {
    if (!row.letter) return say("none", "geen");
    Words text = letter_text(row, language_);
    text += line_break();
    text += stands_text(row, language_);
    return text;
  }

  void sums() {
    if (round_.rows.empty()) return;
    page_.add(Page::Heading{say("Totals", "Totalen"), 2, "sums"});
    Page::Grid grid;
    grid.columns = {{say("currency", "munt")},
                    {say("talks", "gesprekken"), Align::right},
                    {say("a year", "per jaar"), Align::right},
                    {say("amount not known yet", "bedrag nog niet bekend"), Align::right}};
    for (const TalkRound::Sum& sum : round_.sums())
      grid.row({std::string(sum.currency.code()) + ", " + vat_text(sum.vat, language_),
                std::to_string(sum.talks), money(sum.per_year),
                std::to_string(sum.without_amount)});
    page_.add(std::move(grid));
  }

  bool any_rhythm() const {
    return count([](const RoundRow& row) { return row.rhythm.segment.has_value(); }) > 0;
  }

  void rhythm() {
    if (!any_rhythm()) return;
    page_.add(Page::Heading{say("Rhythm", "Ritme"), 2, "rhythm"});
    page_.add(Page::Text{
        say("Flourishing: call every week, visit every month. Interesting: call every three weeks, "
            "visit every two months. Tiring: when you are near.",
            "Bloeiend: elke week bellen, elke maand op bezoek. Boeiend: elke drie weken bellen, "
            "elke twee maanden op bezoek. Vermoeiend: als u in de buurt bent.")});
    Page::Grid grid;
    grid.columns = {{say("customer", "klant")},
                    {say("segment", "soort")},
                    {say("last contact", "laatste contact")},
                    {say("call by", "bellen uiterlijk")},
                    {say("last visit", "laatste bezoek")},
                    {say("visit by", "bezoek uiterlijk")},
                    {say("who", "wie")}};
    for (const RoundRow& row : round_.rows) {
      if (!row.rhythm.segment) continue;
      const auto due = [&](const std::optional<Date>& by) {
        if (!by) return Page::Cell("–");
        if (*by >= round_.today) return Page::Cell(day(by));
        return Page::Cell(day(by) + say(" (late)", " (te laat)"), Page::Mark::wrong);
      };
      grid.row({name(row), words(*row.rhythm.segment).in(language_), day(row.rhythm.last_contact),
                due(row.rhythm.call_by), day(row.rhythm.last_visit), due(row.rhythm.visit_by),
                row.owner});
    }
    page_.add(std::move(grid));
  }

  /// The customer, leading to the row of the talk.
  Words name(const RoundRow& row) const { return link(name_of(row), anchor_of(row.folder)); }

  void signs(const std::string& title, const char* anchor,
             const std::vector<Phrase> RoundRow::*which) {
    Page::Items items;
    for (const RoundRow& row : round_.rows)
      for (const Phrase& each : row.*which) {
        Words item = name(row) + ": " + each.in(language_);
        if (!row.owner.empty()) item += " (" + row.owner + ")";
        items.items.push_back(std::move(item));
      }
    if (items.items.empty()) return;
    page_.add(Page::Heading{title, 2, anchor});
    page_.add(std::move(items));
  }

  const TalkRound& round_;
  Language language_;
  Page page_;
};

}  // namespace

Page round_page(const TalkRound& round, Language language) {
  return RoundPage(round, language).make();
}

}  // namespace pricetalk
