#include <algorithm>
#include <array>

#include "billing/quantity.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/explain/rounded.hpp"
#include "pricetalk/letter/sentences.hpp"
#include "pricetalk/report/explanation.hpp"
#include "pricetalk/report/svg.hpp"
#include "pricetalk/report/talk.hpp"

namespace pricetalk {

namespace {

using Align = Table::Align;

class TalkPage {
 public:
  TalkPage(const Talk& talk, Language language)
      : talk_(talk), contract_(*talk.contract), language_(language) {}

  Page make() {
    page_.language = language_;
    page_.one_sheet = true;
    page_.title =
        (contract_.customer.empty() ? contract_.id : contract_.customer) + " · " + contract_.title;
    head();
    prices();
    findings();
    years();
    proposal();
    people();
    open_points();
    questions();
    to_do();
    return std::move(page_);
  }

 private:
  std::string say(const std::string& en, const std::string& nl) const {
    return language_ == Language::nl ? nl : en;
  }
  std::string day(const Date& date) const { return date_text(date, language_); }
  std::string money(const Figure& figure, bool whole = false) const {
    const Money& amount = std::get<Money>(figure.value);
    if (!whole) return money_text(amount, language_);
    return money_text({round(Ratio(amount.amount), Rounding::decimals(0)), amount.currency},
                      language_);
  }
  std::string money(const Outcome<Figure>& figure, bool whole = false) const {
    return figure ? money(*figure, whole) : say("not determined yet", "nog niet te bepalen");
  }
  std::string signed_money(const Figure& figure) const {
    const Money& amount = std::get<Money>(figure.value);
    return signed_money_text({round(Ratio(amount.amount), Rounding::decimals(0)), amount.currency},
                             language_);
  }
  Page::Block& block(int number, const std::string& en, const std::string& nl) {
    return page_.block(std::to_string(number) + ". " + say(en, nl));
  }

  void head() {
    if (talk_.call_first) page_.head.push_back(call_first());
    std::string line = say("As of ", "Stand ") + day(talk_.today);
    if (contract_.terms.talk)
      line += say(" · talk on ", " · gesprek ") +
              weekday_date_text(contract_.terms.talk->on.value, language_);
    const int years = talk_.today.year() - contract_.customer_since.year() -
                      ((talk_.today.month() < contract_.customer_since.month()) ? 1 : 0);
    line += say(" · customer since ", " · klant sinds ") +
            std::to_string(contract_.customer_since.year());
    if (years > 0) line += " (" + std::to_string(years) + say(" years)", " jaar)");
    if (contract_.end) line += say(" · contract until ", " · contract t/m ") + day(*contract_.end);
    page_.head.push_back(line);
    page_.head.push_back((talk_.call_first ? "" : "**" + talk_.verdict.in(language_) + "** ") +
                         (contract_.vat == Vat::excluded
                              ? say("Amounts without VAT. ", "Bedragen zonder btw. ")
                              : say("Amounts with VAT. ", "Bedragen met btw. ")) +
                         say("INTERNAL: do not send.", "INTERN: niet meesturen."));
  }

  /// What the customer does not know yet stands above everything else.
  std::string call_first() const {
    std::string text = "**" + talk_.verdict.in(language_) + "** " +
                       say("The customer does not know yet: ", "De klant weet nog niet: ");
    bool first = true;
    for (const Finding& finding : talk_.findings) {
      if (!to_be_told(finding)) continue;
      text += (first ? "" : "; ") + finding.title.in(language_) + " (" + amount(finding) + ")";
      first = false;
    }
    return text + ".";
  }

  void prices() {
    Page::Block& made = block(1, "What may the price become?", "Wat mag de prijs worden?");
    if (!talk_.adjustment) {
      made.elements.emplace_back(Page::Text{
          say("No clause moves a price any more.", "Geen clausule verandert nog een prijs.")});
    }
    const bool invoiced = std::any_of(talk_.prices.begin(), talk_.prices.end(),
                                      [](const TalkPrice& p) { return p.invoiced.has_value(); });
    Table table;
    table.columns.push_back({say("price line", "prijsregel"), Align::left});
    if (invoiced) table.columns.push_back({say("on the invoice", "op de factuur"), Align::right});
    table.columns.push_back({say("allowed now", "nu toegestaan"), Align::right});
    if (talk_.adjustment) {
      table.columns.push_back(
          {say("allowed from ", "toegestaan vanaf ") + day(*talk_.adjustment), Align::right});
      table.columns.push_back({say("step", "stap"), Align::right});
      table.columns.push_back({say("a year", "per jaar"), Align::right});
    }
    table.columns.push_back({say("market", "markt"), Align::right});
    for (const TalkPrice& price : talk_.prices) table.row(price_row(price, invoiced));
    if (talk_.difference_year && talk_.prices.size() > 1 && talk_.adjustment) {
      std::vector<std::string> total(table.columns.size());
      total[0] = "**" + say("together", "samen") + "**";
      total[table.columns.size() - 2] =
          "**" +
          (*talk_.difference_year ? signed_money(**talk_.difference_year)
                                  : say("not determined yet", "nog niet te bepalen")) +
          "**";
      table.row(std::move(total));
    }
    made.elements.emplace_back(std::move(table));
    surcharges(made);
    announcement(made);
    for (const Reason& reason : talk_.waiting_for)
      made.elements.emplace_back(Page::Text{"**" + say("Missing:", "Ontbreekt:") + "** " +
                                            reason.text.in(language_) + "."});
    for (const Phrase& text : talk_.provisional)
      made.elements.emplace_back(Page::Text{text.in(language_)});
    for (const Phrase& text : talk_.measured_differently)
      made.elements.emplace_back(Page::Text{text.in(language_)});
    open_readings(made);
  }

  void surcharges(Page::Block& made) {
    std::string text;
    for (const TalkPrice& price : talk_.prices)
      if (price.charged)
        text += (text.empty() ? "" : "; ") + price.name + " " + money(*price.charged) +
                say(", of which ", ", waarvan ") + money(*price.surcharge) +
                say(" surcharge", " toeslag");
    if (!text.empty())
      made.elements.emplace_back(Page::Text{
          say("With the surcharges of today: ", "Met de toeslagen van vandaag: ") + text +
          say(". The prices above are without.", ". De prijzen hierboven zijn zonder.")});
  }

  /// One line: the page is one sheet, so the table of the three largest stands in the annex.
  void open_readings(Page::Block& made) {
    if (talk_.readings.empty()) return;
    const TalkReading& largest = talk_.readings.front();
    const std::size_t count = talk_.readings.size();
    const std::string n = std::to_string(count);
    made.elements.emplace_back(Page::Text{
        "**" + say("Can also be read:", "Ook zo te lezen:") + "** " +
        largest.other.sentence.in(language_) + ", " + signed_money(largest.per_year) +
        say(" a year", " per jaar") +
        (count == 1 ? say(" (see the annex).", " (zie de bijlage).")
                    : say(" (the largest of " + n + " other readings, see the annex).",
                          " (de grootste van " + n + " andere lezingen, zie de bijlage)."))});
  }

  std::vector<std::string> price_row(const TalkPrice& price, bool invoiced) const {
    std::vector<std::string> row = {price.name + quantity(price)};
    if (invoiced) {
      const bool differs = price.invoiced && price.now &&
                           !(std::get<Money>(price.invoiced->value).amount ==
                             std::get<Money>(price.now->value).amount);
      row.push_back(!price.invoiced ? "–"
                    : differs       ? "**" + money(*price.invoiced) + "**"
                                    : money(*price.invoiced));
    }
    row.push_back(money(price.now));
    if (talk_.adjustment) {
      if (price.range)
        row.push_back(money(price.range->first) + " – " + money(price.range->second) + "?");
      else
        row.push_back(money(price.then));
      row.push_back(price.entry == nullptr ? say("fixed", "vast")
                    : price.change         ? percent_text(*price.change, 2, language_)
                                           : "?");
      row.push_back(!price.per_year ? "–" : *price.per_year ? signed_money(**price.per_year) : "?");
    }
    row.push_back(band(price));
    return row;
  }

  std::string quantity(const TalkPrice& price) const {
    if (price.line->prices.size() > 1) return "";
    const auto quantity = yearly_quantity(*price.line, talk_.adjustment.value_or(talk_.today));
    const std::string unit = unit_plural(price.line->unit, language_);
    if (!quantity || !writable(*quantity) || unit.empty()) return "";
    return ", " + grouped(as_many_decimals(*quantity, 0), language_) + " " + unit;
  }

  std::string band(const TalkPrice& price) const {
    if (price.band == nullptr || !price.band->low || !price.band->high) return "–";
    const auto plain = [&](const Decimal& d) { return grouped(d, language_); };
    return plain(price.band->low->value) + " – " + plain(price.band->high->value);
  }

  void announcement(Page::Block& made) {
    if (!talk_.adjustment) return;
    if (!talk_.deadline) {
      made.elements.emplace_back(Page::Text{
          say("The contract asks for no announcement.", "Het contract vraagt geen aankondiging.")});
      return;
    }
    const int left = talk_.days_left.value_or(0);
    const std::string on = "**" + weekday_date_text(talk_.deadline->on, language_) + "**";
    std::string text =
        say("Announcement: with the customer by ", "Aankondiging: bij de klant op uiterlijk ") + on;
    if (left > 0)
      text += say(" (" + std::to_string(left) + (left == 1 ? " day" : " days") + " left).",
                  " (nog " + std::to_string(left) + (left == 1 ? " dag" : " dagen") + ").");
    else if (left == 0)
      text += say(" (today).", " (vandaag).");
    else
      text += say(" (passed " + std::to_string(-left) + " days ago).",
                  " (" + std::to_string(-left) + " dagen geleden verstreken).");
    if (talk_.deadline->adjusted_from != talk_.deadline->on)
      text += say(" The contract's own day is ", " De contractdag zelf is ") +
              weekday_date_text(talk_.deadline->adjusted_from, language_) + ".";
    made.elements.emplace_back(Page::Text{text});
  }

  void findings() {
    Page::Block& made =
        block(2, "What would make us blush?", "Waar krijgen wij een rood hoofd van?");
    if (talk_.findings.empty()) {
      made.elements.emplace_back(Page::Text{say("Nothing found.", "Niets gevonden.")});
      return;
    }
    Table table;
    table.columns = {{"", Align::left},
                     {say("what", "wat"), Align::left},
                     {say("amount", "bedrag"), Align::right},
                     {say("the question you will get", "de vraag die u krijgt"), Align::left},
                     {say("what you do", "wat u doet"), Align::left}};
    constexpr std::size_t shown = 5;
    for (std::size_t i = 0; i < std::min(shown, talk_.findings.size()); ++i) {
      const Finding& f = talk_.findings[i];
      table.row({words(f.kind).in(language_), f.title.in(language_), amount(f),
                 f.customer_question.empty() ? "" : quoted(f.customer_question.in(language_)),
                 what_to_do(f)});
    }
    made.elements.emplace_back(std::move(table));
    if (talk_.findings.size() > shown)
      made.elements.emplace_back(Page::Text{
          say("And " + std::to_string(talk_.findings.size() - shown) + " more: see talk.json.",
              "En nog " + std::to_string(talk_.findings.size() - shown) + ": zie talk.json.")});
  }

  /// The advice; of a mistake that was told, what is left of it.
  std::string what_to_do(const Finding& f) const {
    if (f.told) return told_in_words(f).in(language_);
    const std::string told = told_in_words(f).in(language_);
    return (told.empty() ? "" : "**" + told + "** ") + f.advice.in(language_);
  }

  std::string quoted(const std::string& text) const { return "“" + text + "”"; }

  std::string amount(const Finding& f) const {
    std::string text;
    // Cents where the reader must find an invoice again, whole euros where the amount is an
    // estimate a year.
    if (f.total && *f.total) text = money(**f.total);
    if (f.per_year && *f.per_year && !(f.total && *f.total))
      text = money(**f.per_year, true) + say(" a year", " per jaar");
    return text.empty() ? "–" : text;
  }

  void years() {
    if (talk_.futures.empty()) return;
    Page::Block& made = block(3,
                              "What does the customer pay from " + day(talk_.years_from) + " to " +
                                  day(talk_.years_to) + "?",
                              "Wat betaalt de klant van " + day(talk_.years_from) + " tot en met " +
                                  day(talk_.years_to) + "?");
    const bool offer = talk_.futures.front().with_proposal.has_value();
    const bool renewal = talk_.futures.front().with_indexation.months_renewal > 0;
    Table table;
    table.columns = {{say("if figures rise", "als cijfers stijgen"), Align::left},
                     {say("with indexation", "met indexatie"), Align::right}};
    if (offer) {
      table.columns.push_back({say("with our proposal", "met ons voorstel"), Align::right});
      table.columns.push_back({say("gain for the customer", "voordeel klant"), Align::right});
    }
    if (renewal)
      table.columns.push_back(
          {say("assumed renewal (with indexation)", "aangenomen verlenging (met indexatie)"),
           Align::right});
    for (const TalkFuture& future : talk_.futures) {
      std::vector<std::string> row = {future.name.in(language_),
                                      total(future.with_indexation.contracted)};
      if (offer) {
        row.push_back(total(future.with_proposal->contracted));
        row.push_back(gain(future));
      }
      if (renewal) row.push_back(total(future.with_indexation.renewal));
      table.row(std::move(row));
    }
    made.elements.emplace_back(std::move(table));
    const SplitTotal& first = talk_.futures.front().with_indexation;
    std::string months = say("Contracted: " + std::to_string(first.months_contracted) + " months",
                             "Contract: " + std::to_string(first.months_contracted) + " maanden");
    months +=
        renewal
            ? say("; assumed renewal: " + std::to_string(first.months_renewal) + " months.",
                  "; aangenomen verlenging: " + std::to_string(first.months_renewal) + " maanden.")
            : ".";
    chart(made, months);
  }

  std::string total(const Total& t) const {
    if (t.figure) return money(*t.figure, true);
    return money(t.known, true) + say(" + ?", " + ?");
  }
  std::string gain(const TalkFuture& future) const {
    const Total& t = future.difference->contracted;
    if (!t.figure) return "?";
    const Money& amount = std::get<Money>(t.figure->value);
    const Ratio negative = -Ratio(amount.amount);
    return money_text({round(negative, Rounding::decimals(0)), amount.currency}, language_);
  }

  void chart(Page::Block& made, const std::string& caption) {
    LineChart chart;
    chart.language = language_;
    chart.height = 112;
    chart.title = say("What the customer pays a year", "Wat de klant per jaar betaalt");
    static constexpr std::array<const char*, 4> colours = {"#2e7d4f", "#14406b", "#b3261e",
                                                           "#6b4e14"};
    for (const auto& [label, figure] : talk_.futures.front().years) chart.labels.push_back(label);
    for (std::size_t i = 0; i < talk_.futures.size(); ++i) {
      const TalkFuture& future = talk_.futures[i];
      const auto line = [&](const std::vector<std::pair<std::string, Outcome<Figure>>>& years,
                            const std::string& name, bool dashed) {
        ChartLine made_line{name, {}, colours[i % colours.size()], dashed, false};
        for (const auto& [label, figure] : years)
          made_line.values.push_back(
              figure ? std::optional<Ratio>(Ratio(std::get<Money>(figure->value).amount))
                     : std::nullopt);
        chart.lines.push_back(std::move(made_line));
      };
      line(future.years, future.name.in(language_), false);
      if (!future.years_proposal.empty())
        line(future.years_proposal, future.name.in(language_) + say(", proposal", ", voorstel"),
             true);
    }
    made.elements.emplace_back(Page::Chart{
        svg(chart),
        caption + " " +
            say("The chart: what the customer pays a year; dashed: with our proposal.",
                "De grafiek: wat de klant per jaar betaalt; gestreept: met ons voorstel.")});
  }

  void proposal() {
    if (talk_.proposal == nullptr) return;
    const Proposal& p = *talk_.proposal;
    Page::Block& made = block(4, "Our proposal", "Ons voorstel");
    if (p.innovation == nullptr) {
      made.elements.emplace_back(Page::Text{p.verdict_in_words().in(language_)});
      return;
    }
    made.elements.emplace_back(Page::Text{p.innovation->what.value});
    if (const FutureBargain* f = p.decisive()) {
      std::string customer = "**" + say("Customer:", "Klant:") + "** ";
      if (!f->customer.gain.empty())
        customer += money(f->customer.gain.front().figure) +
                    say(" less in the first year", " minder in het eerste jaar") + "; ";
      customer += money(f->customer.total.figure) +
                  say(" in all until ", " in totaal tot en met ") + day(p.years.back().until) + ".";
      made.elements.emplace_back(Page::Text{customer});
      std::string own =
          "**" +
          say("We, compared with enforcing the clause:", "Wij, vergeleken met gewoon indexeren:") +
          "** ";
      for (std::size_t i = 0; i < f->supplier.size(); ++i) {
        const SupplierSide& side = f->supplier[i];
        own += (i == 0 ? "" : ", ") + words(side.level).in(language_) + " **" +
               signed_money(side.discounted.figure) + "**";
      }
      own += say(" (discounted at ", " (contant tegen ") +
             grouped(p.discount_rate.of_hundred, language_) + "%).";
      own += payback(*f, p);
      made.elements.emplace_back(Page::Text{own});
    }
    made.elements.emplace_back(Page::Text{"**" + say("Verdict:", "Oordeel:") + "** " +
                                          p.verdict_in_words().in(language_)});
    if (const Refusal* refusal = p.refusal()) {
      Page::Items mends;
      for (const Mend& mend : refusal->mends) mends.items.push_back(mend.text.in(language_));
      if (!mends.items.empty()) made.elements.emplace_back(std::move(mends));
      made.elements.emplace_back(
          Page::Text{say("So there is no letter.", "Daarom is er geen brief.")});
    }
    for (const MissingKey& key : talk_.missing)
      made.elements.emplace_back(Page::Text{say("No letter yet: ", "Nog geen brief: ") +
                                            key.text.in(language_) + " (`" + key.key + "`)."});
  }

  std::string payback(const FutureBargain& future, const Proposal& p) const {
    std::string text;
    for (const SupplierSide& side : future.supplier) {
      if (side.level == SavingCase::optimistic) continue;
      text += (text.empty() ? say(" Earned back: ", " Terugverdiend: ") : ", ") +
              words(side.level).in(language_) + " ";
      text += side.payback
                  ? say("in ", "in ") + p.years[*side.payback].name().in(language_)
                  : say("not before the contract ends", "niet voor het einde van het contract");
    }
    return text.empty() ? text : text + ".";
  }

  void people() {
    const auto& contacts = contract_.terms.contact;
    if (std::none_of(contacts.begin(), contacts.end(),
                     [](const ContactTerms& c) { return c.party.value == Side::customer; }))
      return;
    Page::Block& made = block(5, "Who speaks with whom?", "Wie spreekt wie?");
    Table table;
    table.columns = {{say("at the customer", "bij de klant"), Align::left},
                     {say("role", "rol"), Align::left},
                     {say("of us", "van ons"), Align::left},
                     {say("last contact", "laatste contact"), Align::left}};
    for (const ContactTerms& c : contacts) {
      if (c.party.value != Side::customer) continue;
      table.row({c.name.value + (c.job ? ", " + c.job->value : ""), role(c),
                 c.speaks_with ? c.speaks_with->value : "**" + say("nobody", "niemand") + "**",
                 c.last_contact ? day(c.last_contact->value) : "–"});
    }
    made.elements.emplace_back(std::move(table));
  }

  std::string role(const ContactTerms& c) const {
    if (!c.role) return "–";
    switch (c.role->value) {
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

  void open_points() {
    std::string ours;
    std::string theirs;
    const auto collect = [&](const PromiseTerms& p) {
      if (p.state.value != PromiseState::open) return;
      std::string& side = p.by.value == Side::supplier ? ours : theirs;
      side += (side.empty() ? "" : "; ") + p.what.value;
      if (!p.due) return;
      const Date due = p.due->value.on ? *p.due->value.on : p.date.value + *p.due->value.within;
      side += say(", due ", ", uiterlijk ") + day(due);
      if (due < talk_.today) side += say(" (**late**)", " (**te laat**)");
    };
    for (const PromiseTerms& p : contract_.terms.promise) collect(p);
    for (const PromiseTerms& p : contract_.terms.obligation) collect(p);
    if (ours.empty() && theirs.empty()) return;
    Page::Block& made = block(6, "What is still open?", "Wat staat er nog open?");
    std::string text;
    if (!ours.empty()) text += "**" + say("We:", "Wij:") + "** " + ours + ". ";
    if (!theirs.empty()) text += "**" + say("Customer:", "Klant:") + "** " + theirs + ".";
    made.elements.emplace_back(Page::Text{text});
  }

  void questions() {
    if (talk_.questions.empty()) return;
    Page::Block& made = block(7, "Questions to expect", "Vragen die u kunt verwachten");
    Page::Items items;
    for (const auto& [question, answer] : talk_.questions)
      items.items.push_back("**" + quoted(question.in(language_)) + "** " + answer.in(language_));
    made.elements.emplace_back(std::move(items));
  }

  void to_do() {
    if (talk_.to_do.empty()) return;
    Page::Block& made = block(8, "Before the talk", "Vóór het gesprek");
    Page::Items items;
    items.boxes = true;
    for (const Phrase& task : talk_.to_do) items.items.push_back(task.in(language_));
    made.elements.emplace_back(std::move(items));
  }

  const Talk& talk_;
  const Contract& contract_;
  Language language_;
  Page page_;
};

}  // namespace

Page talk_page(const Talk& talk, Language language) { return TalkPage(talk, language).make(); }

}  // namespace pricetalk
