#include "pricetalk/letter/sentences.hpp"

#include <algorithm>
#include <array>

#include "letter/surcharge_sentences.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

std::string duration_text(const Duration& duration, Language language) {
  static constexpr std::array<std::array<const char*, 4>, 5> names = {
      {{"day", "days", "dag", "dagen"},
       {"week", "weeks", "week", "weken"},
       {"month", "months", "maand", "maanden"},
       {"quarter", "quarters", "kwartaal", "kwartalen"},
       {"year", "years", "jaar", "jaar"}}};
  const auto& row = names[static_cast<std::size_t>(duration.unit)];
  const std::size_t form = (language == Language::nl ? 2U : 0U) + (duration.count == 1 ? 0U : 1U);
  return std::to_string(duration.count) + " " + row[form];
}

namespace {

struct UnitName {
  const char* key;
  const char* per_en;
  const char* per_nl;
  const char* many_en;
  const char* many_nl;
};
constexpr std::array<UnitName, 9> unit_names = {
    {{"hour", "an hour", "per uur", "hours", "uur"},
     {"day", "a day", "per dag", "days", "dagen"},
     {"week", "a week", "per week", "weeks", "weken"},
     {"month", "a month", "per maand", "", ""},
     {"quarter", "a quarter", "per kwartaal", "", ""},
     {"year", "a year", "per jaar", "", ""},
     {"piece", "each", "per stuk", "pieces", "stuks"},
     {"kg", "per kg", "per kilo", "kg", "kilo"},
     {"visit", "a visit", "per bezoek", "visits", "bezoeken"}}};

}  // namespace

std::string per_unit(const std::string& unit, Language language) {
  for (const UnitName& name : unit_names)
    if (unit == name.key) return language == Language::nl ? name.per_nl : name.per_en;
  return unit.empty() ? std::string() : "per " + unit;
}

std::string unit_plural(const std::string& unit, Language language) {
  for (const UnitName& name : unit_names)
    if (unit == name.key) return language == Language::nl ? name.many_nl : name.many_en;
  return {};
}

namespace {

/// Says one contract. Every sentence is written in both languages beside each other.
class Speaker {
 public:
  Speaker(const Contract& contract, const Library& library, Language language)
      : contract_(contract), library_(library), language_(language) {}

  ContractInWords speak() {
    made_.title = contract_.title + " (" + contract_.id + ")";
    parties();
    lines();
    for (const Clause& c : contract_.clauses)
      if (!contract_.only_liked(c)) clause(c);
    decisions();
    returns();
    disclosures();
    open_points();
    ending();
    return std::move(made_);
  }

 private:
  std::string say(const std::string& en, const std::string& nl) const {
    return language_ == Language::nl ? nl : en;
  }
  std::string day(Date date) const { return date_text(date, language_); }
  std::string money(const Decimal& amount) const {
    return money_text({amount, contract_.currency}, language_);
  }
  void part(std::string title) { made_.parts.push_back({std::move(title), {}}); }
  void sentence(std::string text) { made_.parts.back().sentences.push_back(std::move(text)); }
  std::string vat() const {
    return contract_.vat == Vat::excluded ? say("without VAT", "zonder btw")
                                          : say("with VAT", "met btw");
  }

  void parties() {
    part(say("Who and how long", "Wie en hoe lang"));
    if (!contract_.supplier.empty() && !contract_.customer.empty())
      sentence(say(contract_.supplier + " works for " + contract_.customer + ".",
                   contract_.supplier + " werkt voor " + contract_.customer + "."));
    std::string life = say("The contract starts on " + day(contract_.start),
                           "Het contract gaat in op " + day(contract_.start));
    life += contract_.end ? say(" and runs up to and including " + day(*contract_.end) + ".",
                                " en loopt tot en met " + day(*contract_.end) + ".")
                          : say("; it names no end.", "; een einddatum staat er niet in.");
    sentence(life);
    if (contract_.customer_since != contract_.start)
      sentence(say("They have worked together since " + day(contract_.customer_since) + ".",
                   "Zij werken samen sinds " + day(contract_.customer_since) + "."));
    sentence(say("All amounts are " + vat() + ".", "Alle bedragen zijn " + vat() + "."));
  }

  std::string quantity(const QuantityRate& rate, const std::string& unit) const {
    static constexpr std::array<std::array<const char*, 2>, 4> per = {
        {{" a month", " per maand"},
         {" a quarter", " per kwartaal"},
         {" a year", " per jaar"},
         {" once", " eenmalig"}}};
    const auto& words = per[static_cast<std::size_t>(rate.per)];
    const std::string behind = words[language_ == Language::nl ? 1 : 0];
    const std::string name = unit_plural(unit, language_);
    const std::string many = name.empty() ? "" : " " + name;
    if (rate.values.size() == 1) return grouped(rate.values.front(), language_) + many + behind;
    const auto [least, most] = std::minmax_element(rate.values.begin(), rate.values.end());
    return say("between ", "tussen ") + grouped(*least, language_) + say(" and ", " en ") +
           grouped(*most, language_) + many + behind + say(", by season", ", naar seizoen");
  }

  void lines() {
    part(say("What it costs", "Wat het kost"));
    for (const Line& line : contract_.lines) {
      std::string text = line.title + ": ";
      if (line.only_surcharges()) {
        text += say("no price of its own, a surcharge ", "geen eigen prijs, een toeslag ") +
                per_unit(line.unit, language_);
      } else if (line.prices.size() == 1) {
        text += money(line.prices.front().original.value) + " " + per_unit(line.unit, language_);
      } else {
        for (std::size_t i = 0; i < line.prices.size(); ++i) {
          const auto& up_to = line.prices[i].up_to;
          text += (i == 0 ? "" : ", ") + money(line.prices[i].original.value);
          text += up_to ? say(" up to ", " tot en met ") + grouped(*up_to, language_)
                        : say(" above that", " daarboven");
        }
        text += " " + per_unit(line.unit, language_);
      }
      while (text.ends_with(' ')) text.pop_back();
      if (!line.only_surcharges()) text += say(" on ", " op ") + day(line.price_date);
      if (line.quantity)
        text += say("; ", "; ") + quantity(line.quantity->value.rates.back().rate, line.unit);
      text += ".";
      if (line.clauses.empty() && line.parts.empty() && !line.only_surcharges())
        text += say(" This price is fixed.", " Deze prijs staat vast.");
      text += parts(line);
      for (const std::size_t index : line.parts.empty() ? line.clauses : std::vector<std::size_t>{})
        text += say(" The price follows clause " + contract_.clauses[index].id + ".",
                    " De prijs volgt clausule " + contract_.clauses[index].id + ".");
      text += surcharges_of(contract_, line, language_);
      if (line.discount)
        text += say(" A discount of " + line.discount->rate.value.text() + " is taken off.",
                    " Daar gaat " + percent(line.discount->rate.value) + " korting af.");
      sentence(text);
    }
  }

  /// " It is split: 15% is fixed (fixed); 85% follows clause syntec (revisable)."
  std::string parts(const Line& line) const {
    std::string text;
    for (const Part& part : line.parts) {
      const std::string share = percent(part.share);
      const std::string id =
          part.clause ? contract_.clauses[line.clauses[*part.clause]].id : std::string();
      text += text.empty() ? say(" It is split: ", " De prijs is gesplitst: ") : "; ";
      text += part.clause ? say(share + " follows clause " + id, share + " volgt clausule " + id)
                          : say(share + " is fixed", share + " staat vast");
      text += " (" + part.name;
      if (part.rate)
        text += say(", paid in ", ", betaald in ") + std::string(part.currency.code()) +
                say(" at a fixed rate of ", " tegen een vaste koers van ") +
                decimal_text(part.rate->value, language_);
      text += ")";
    }
    return text.empty() ? text
                        : text + say(". Each part is rounded by itself.",
                                     ". Elk deel wordt apart afgerond.");
  }

  std::string percent(const Percent& percent) const {
    return grouped(percent.of_hundred, language_) + "%";
  }

  std::string when(const Clause& c) const {
    const Schedule& w = c.when;
    if (w.every) {
      std::string text = w.every->value.count == 1
                             ? every_one(w.every->value.unit)
                             : say("Every ", "Elke ") + duration_text(w.every->value, language_);
      if (w.on.value.day && w.every->value.unit == Unit::year)
        text += say(" on ", " op ") + std::to_string(w.on.value.day->day) + " " +
                month_name(w.on.value.day->month, language_);
      else if (!w.on.value.day && w.every->value.unit == Unit::year && !w.first)
        text += say(" on the contract's anniversary", " op de verjaardag van het contract");
      if (w.first)
        text += say(", for the first time on ", ", voor het eerst op ") + day(w.first->value);
      return text;
    }
    if (w.at_delivery)
      return say("Once, on the day of delivery", "Eenmalig, op de dag van levering");
    std::string text = say("On ", "Op ");
    for (std::size_t i = 0; i < w.dates.size(); ++i)
      text += (i == 0 ? "" : ", ") + day(w.dates[i].value);
    return text;
  }
  std::string every_one(Unit unit) const {
    static constexpr std::array<std::array<const char*, 2>, 5> names = {
        {{"Every day", "Elke dag"},
         {"Every week", "Elke week"},
         {"Every month", "Elke maand"},
         {"Every quarter", "Elk kwartaal"},
         {"Every year", "Elk jaar"}}};
    return names[static_cast<std::size_t>(unit)][language_ == Language::nl ? 1 : 0];
  }

  void formula(const Clause& c, const Ladder& ladder) {
    std::string text = ladder.formula.value.text;
    if (text.empty() && !c.reads.empty())
      text = c.reads.front().symbol + "/" + c.reads.front().symbol + "0";
    std::replace(text.begin(), text.end(), '\n', ';');
    while (text.ends_with(';') || text.ends_with(' ')) text.pop_back();
    sentence(say("The formula is: ", "De formule is: ") + text + ".");
  }

  void surcharge(const Clause& c) {
    const bool dated = c.when.every || !c.when.dates.empty() || c.when.at_delivery;
    sentence(
        (dated ? when(c) + (c.when.first ? "," : "") : say("For every day", "Voor elke dag")) +
        say(" a surcharge per unit is computed. It comes on top of the price and is never part "
            "of it.",
            " wordt een toeslag per eenheid berekend. Die komt boven op de prijs en wordt er "
            "nooit deel van."));
    const Ladder& ladder = c.ladders.back().ladder;
    formula(c, ladder);
    for (const std::string& text : numbers_of(ladder, language_)) sentence(text);
    for (const IndexRead& read : c.reads) index(read, reads_reference(ladder, read.symbol));
    const RoundingRule& r = ladder.rounding.surcharge.value;
    const std::string decimals = std::to_string(contract_.currency.minor_decimals());
    if (ladder.rounding.surcharge.by_default())
      sentence(say("The surcharge is rounded to " + decimals +
                       " decimals (by default; the contract does not say).",
                   "De toeslag wordt afgerond op " + decimals +
                       " decimalen (standaard; het contract zegt het niet)."));
    else
      rounded(r, "The surcharge", "De toeslag");
    for (const std::string& text : retention_of(c, contract_.currency, language_)) sentence(text);
    other_terms(c);
  }

  void clause(const Clause& c) {
    part(say("Clause " + c.id, "Clausule " + c.id) +
         (c.article.empty() ? "" : say(" (article ", " (artikel ") + c.article + ")"));
    if (c.surcharge) return surcharge(c);
    const bool previous = c.compounding.value == Compounding::previous;
    sentence(when(c) + (c.when.first ? "," : "") +
             (previous ? say(" the price is computed anew from the price of that moment.",
                             " wordt de prijs opnieuw berekend vanaf de prijs van dat moment.")
                       : say(" the price is computed anew from the original price.",
                             " wordt de prijs opnieuw berekend vanaf de oorspronkelijke prijs.")));
    const Ladder& ladder = c.ladders.back().ladder;
    formula(c, ladder);
    for (const IndexRead& read : c.reads) index(read);
    threshold(ladder);
    share(ladder);
    limits(ladder);
    rounding(ladder);
    other_terms(c);
    if (c.resets_base.value)
      sentence(
          say("After such a step the other clauses of the line start anew, from that day and "
              "that price. On such a day only this clause counts.",
              "Na zo'n aanpassing beginnen de andere clausules van de regel opnieuw, vanaf "
              "die dag en die prijs. Op zo'n dag telt alleen deze clausule."));
    notice(c.notice);
  }

  void other_terms(const Clause& c) {
    for (const DatedLadder& dated : c.ladders)
      if (c.ladders.size() > 1 && dated.until)
        sentence(say("Other terms held or hold for adjustments up to ",
                     "Voor aanpassingen tot en met ") +
                 day(*dated.until) + say(".", " gelden andere voorwaarden."));
  }

  void index(const IndexRead& read, bool compared = true) {
    const Series* series = library_.find(read.series.value.value);
    const std::string title =
        series != nullptr && !series->title.empty() ? series->title : read.series.value.value;
    const std::string publisher =
        series != nullptr && !series->publisher.empty() ? series->publisher + ", " : "";
    if (!compared)
      sentence(say(read.symbol + " is " + title + " (" + publisher + read.series.value.value +
                       "): " + pricetalk::in_words(read.use.value).en + ".",
                   read.symbol + " is " + title + " (" + publisher + read.series.value.value +
                       "): " + pricetalk::in_words(read.use.value).nl + "."));
    else
      sentence(
          say(read.symbol + " is " + title + " (" + publisher + read.series.value.value +
                  "): " + pricetalk::in_words(read.use.value).en + ". It is compared with " +
                  read.symbol + "0: " + pricetalk::in_words(read.base.value).en +
                  (read.base.by_default() ? " (by default; the contract does not say)." : "."),
              read.symbol + " is " + title + " (" + publisher + read.series.value.value +
                  "): " + pricetalk::in_words(read.use.value).nl + ". Dat wordt vergeleken met " +
                  read.symbol + "0: " + pricetalk::in_words(read.base.value).nl +
                  (read.base.by_default() ? " (standaard; het contract zegt het niet)." : ".")));
    for (const LinkTerms& link : read.links)
      sentence(say(
          "Where that series has no figure, " + link.next.value.value + " is read and converted.",
          "Waar die reeks geen cijfer heeft, wordt " + link.next.value.value +
              " gelezen en omgerekend."));
    if (read.if_missing.value == IfMissing::latest_and_true_up)
      sentence(
          say("When the figure is not published yet, the latest one is used and the price is "
              "provisional. The difference is settled when the figure is there.",
              "Is het cijfer nog niet gepubliceerd, dan geldt voorlopig het laatst "
              "gepubliceerde cijfer. Zodra het cijfer er is, wordt het verschil verrekend."));
  }

  void threshold(const Ladder& ladder) {
    if (!ladder.threshold) return;
    const Threshold& t = *ladder.threshold;
    const std::string limit =
        t.limit.points
            ? grouped(t.limit.value, language_) + say(" points", " punten")
            : percent_text(Ratio(t.limit.value), std::max(0, t.limit.value.scale() - 2), language_);
    sentence(
        t.strict
            ? say("The price moves only when the change is more than " + limit + ".",
                  "De prijs verandert alleen als de verandering meer is dan " + limit + ".")
            : say("The price moves only when the change is at least " + limit + ".",
                  "De prijs verandert alleen als de verandering ten minste " + limit + " is."));
  }

  void share(const Ladder& ladder) {
    const auto& knees = ladder.pass_through.value.knees;
    if (knees.size() == 1 && knees.front().share.as_fraction() == Ratio(1)) return;
    if (knees.size() == 1) {
      sentence(say("Of the change, " + percent(knees.front().share) + " is passed on.",
                   "Van de verandering wordt " + percent(knees.front().share) + " doorberekend."));
      return;
    }
    std::string text =
        say("Of the change is passed on: ", "Van de verandering wordt doorberekend: ");
    for (std::size_t i = 0; i < knees.size(); ++i) {
      text += (i == 0 ? "" : ", ") + percent(knees[i].share);
      text += knees[i].up_to ? say(" up to ", " tot en met ") + percent(*knees[i].up_to)
                             : say(" of what is above that", " van wat daarboven ligt");
    }
    sentence(text + ".");
  }

  std::string limit_text(const Stated<LimitValue>& limit) const {
    std::string text = limit.value.text;
    if (language_ == Language::nl && limit.value.value.kind == Expression::Kind::number)
      std::replace(text.begin(), text.end(), '.', ',');
    return text;
  }

  void limits(const Ladder& ladder) {
    const Limits& l = ladder.limits;
    const bool year = l.per.value == LimitPer::year;
    const std::string when =
        year ? say("In a year", "Per jaar") : say("At one adjustment", "Per keer");
    for (const auto& cap : l.cap)
      sentence(when + say(" the price rises by at most " + limit_text(cap) + ".",
                          " stijgt de prijs hoogstens " + limit_text(cap) + "."));
    for (const auto& floor : l.floor)
      sentence(limit_text(floor) == "0%"
                   ? year ? say("The price is never below that of a year ago.",
                                "De prijs komt nooit onder die van een jaar eerder.")
                          : say("The price never goes down.", "De prijs gaat nooit omlaag.")
                   : when + say(" the price moves by at least " + limit_text(floor) + ".",
                                " is de verandering ten minste " + limit_text(floor) + "."));
    for (const auto& cap : l.cap_total)
      sentence(
          say("In all the price rises by at most " + limit_text(cap) + " above the original price.",
              "In totaal komt de prijs hoogstens " + limit_text(cap) +
                  " boven de oorspronkelijke prijs."));
    for (const auto& floor : l.floor_total)
      sentence(
          say("In all the change against the original price is at least " + limit_text(floor) + ".",
              "In totaal is de verandering tegenover de oorspronkelijke prijs ten minste " +
                  limit_text(floor) + "."));
    if (l.highest_price)
      sentence(say("The price is never above " + money(l.highest_price->value) + ".",
                   "De prijs is nooit hoger dan " + money(l.highest_price->value) + "."));
    if (l.lowest_price)
      sentence(say("The price is never below " + money(l.lowest_price->value) + ".",
                   "De prijs is nooit lager dan " + money(l.lowest_price->value) + "."));
    if (l.largest_increase)
      sentence(say("At one adjustment at most " + money(l.largest_increase->value) + " is added.",
                   "Per keer komt er hoogstens " + money(l.largest_increase->value) + " bij."));
    if (l.cap.empty() && l.floor.empty()) return;
    switch (l.carry_over.value) {
      case CarryOver::none:
        sentence(say("What a limit cuts off is lost for good.",
                     "Wat door een grens wegvalt, vervalt voorgoed."));
        break;
      case CarryOver::increases:
        sentence(say("What the cap cuts off may be added at a later date.",
                     "Wat door het maximum wegvalt, mag op een latere datum alsnog."));
        break;
      case CarryOver::decreases:
        sentence(say("A decrease that the floor holds back is set off against later increases.",
                     "Een daling die door het minimum wegvalt, gaat af van latere stijgingen."));
        break;
      case CarryOver::both:
        sentence(
            say("What a limit cuts off comes back at a later date, up or down.",
                "Wat door een grens wegvalt, komt op een latere datum terug, omhoog of omlaag."));
        break;
    }
  }

  void rounded(const RoundingRule& rounding, const char* en, const char* nl) {
    if (rounding.kind == RoundingRule::Kind::none ||
        rounding.kind == RoundingRule::Kind::as_written)
      return;
    Rounding settled_rounding;
    if (rounding.kind == RoundingRule::Kind::decimals)
      settled_rounding = Rounding::decimals(rounding.decimals, rounding.mode);
    else
      settled_rounding = {rounding.mode, rounding.step};
    sentence(say(std::string(en) + " is rounded " + words(settled_rounding).en + ".",
                 std::string(nl) + " wordt afgerond: " + words(settled_rounding).nl + "."));
  }

  void rounding(const Ladder& ladder) {
    const Roundings& r = ladder.rounding;
    rounded(r.change.value, "The change", "De verandering");
    rounded(r.coefficient.value, "The coefficient", "De coëfficiënt");
    rounded(r.increase.value, "The amount added", "Het bedrag dat erbij komt");
    rounded(r.price.value, "The new price", "De nieuwe prijs");
    if (r.carry.value == Carry::exact)
      sentence(say("The next step starts from the price before rounding.",
                   "De volgende stap begint bij de prijs vóór afronding."));
  }

  void notice(const Notice& n) {
    if (!n.before) {
      sentence(
          say("The contract asks for no announcement.", "Het contract vraagt geen aankondiging."));
      return;
    }
    static constexpr std::array<std::array<const char*, 2>, 5> forms = {
        {{"", ""},
         {" by letter", " per brief"},
         {" by registered letter", " per aangetekende brief"},
         {" by e-mail", " per e-mail"},
         {" through the portal", " via het portaal"}}};
    const std::string form =
        forms[static_cast<std::size_t>(n.form.value)][language_ == Language::nl ? 1 : 0];
    const std::string before = duration_text(n.before->value, language_);
    sentence(say("An adjustment is announced" + form + ", " + before + " before the date.",
                 "Een aanpassing wordt " + before + " van tevoren" + form + " aangekondigd."));
    static constexpr std::array<std::array<const char*, 2>, 4> late = {
        {{"Too late means: lost for good.", "Te laat betekent: de aanpassing vervalt."},
         {"Too late means: it is made up at the next date.",
          "Te laat betekent: de aanpassing schuift door naar de volgende datum."},
         {"Too late means: the new price starts later, nothing is billed back.",
          "Te laat betekent: de nieuwe prijs gaat later in, zonder nabetaling."},
         {"Too late means: it is billed back to the date of adjustment.",
          "Te laat betekent: het verschil wordt tot de aanpassingsdatum nabetaald."}}};
    sentence(late[static_cast<std::size_t>(n.late.value)][language_ == Language::nl ? 1 : 0]);
  }

  void decisions() {
    if (contract_.terms.decision.empty()) return;
    part(say("What was decided", "Wat er is besloten"));
    for (const DecisionTerms& d : contract_.terms.decision) {
      std::string text = day(d.date.value) + ": ";
      switch (d.kind.value) {
        case DecisionKind::waived:
          text += say("no adjustment", "geen aanpassing");
          break;
        case DecisionKind::reduced:
          text += say("a step of " + d.change->value.text(),
                      "een stap van " + percent(d.change->value));
          break;
        case DecisionKind::deferred:
          text += say("put off until " + day(d.to->value), "uitgesteld tot " + day(d.to->value));
          break;
        case DecisionKind::agreed_price:
          text += say("the price becomes " + money(d.unit_price->value),
                      "de prijs wordt " + money(d.unit_price->value));
          break;
      }
      if (d.reason) text += " (" + d.reason->value + ")";
      text += ". ";
      text += d.catch_up.value ? say("What was given up comes back at the next date.",
                                     "Wat is prijsgegeven, komt op de volgende datum terug.")
                               : say("What was given up does not come back.",
                                     "Wat is prijsgegeven, komt niet terug.");
      sentence(text);
    }
  }

  void returns() {
    const auto& r = contract_.terms.returns;
    const auto& n = contract_.terms.non_conformity;
    if (!r && !n) return;
    part(say("Returns and defects", "Retour en gebreken"));
    const auto told = [&](const std::optional<Stated<Date>>& communicated) {
      return communicated ? say(" The customer was told on ", " De klant is dit verteld op ") +
                                day(communicated->value) + "."
                          : say(" It is not on record that the customer was told.",
                                " Er is niet vastgelegd dat de klant dit is verteld.");
    };
    if (r) {
      std::string text =
          say("Goods may be returned within " + duration_text(r->period.value, language_) + ".",
              "Goederen mogen binnen " + duration_text(r->period.value, language_) + " terug.");
      if (r->return_costs)
        text +=
            r->return_costs->value == Side::customer
                ? say(" The customer pays for sending back.", " De klant betaalt de terugzending.")
                : say(" The supplier pays for sending back.",
                      " De leverancier betaalt de terugzending.");
      if (r->restocking && !r->restocking->value.of_hundred.is_zero())
        text +=
            say(" " + r->restocking->value.text() + " of the price is kept.",
                " Daarbij wordt " + percent(r->restocking->value) + " van de prijs ingehouden.");
      sentence(text + told(r->communicated));
    }
    if (!n) return;
    std::string text;
    if (n->burden_of_proof_on_seller)
      text += say("For " + duration_text(n->burden_of_proof_on_seller->value, language_) +
                      " a defect is presumed to have been there at delivery. ",
                  "Een gebrek dat zich binnen " +
                      duration_text(n->burden_of_proof_on_seller->value, language_) +
                      " toont, geldt als aanwezig bij levering. ");
    if (n->claim_within)
      text += say("A complaint comes within " + duration_text(n->claim_within->value, language_) +
                      " after discovery. ",
                  "Een klacht komt binnen " + duration_text(n->claim_within->value, language_) +
                      " na ontdekking. ");
    if (n->liability)
      text +=
          say("The seller answers for " + duration_text(n->liability->value, language_) + ". ",
              "De verkoper staat in voor " + duration_text(n->liability->value, language_) + ". ");
    while (text.ends_with(' ')) text.pop_back();
    if (!text.empty()) sentence(text + told(n->communicated));
  }

  void disclosures() {
    if (contract_.terms.disclosure.empty()) return;
    part(say("Mistakes that were told", "Fouten die zijn verteld"));
    for (const DisclosureTerms& told : contract_.terms.disclosure) {
      const std::string who = told.to ? say(" to ", " aan ") + told.to->value : std::string();
      std::string text = say("Told on " + day(told.date.value) + who + ": ",
                             "Op " + day(told.date.value) + who + " verteld: ") +
                         told.what.value;
      if (told.amount) text += " (" + money(told.amount->value) + ")";
      text += ".";
      if (told.form)
        text += say(" The customer chose: ", " De klant koos: ") + told.form->value + ".";
      if (told.refunded_on)
        text += say(" Paid back on " + day(told.refunded_on->value) + ".",
                    " Terugbetaald op " + day(told.refunded_on->value) + ".");
      else if (told.refund_on)
        text += say(" To be paid back on " + day(told.refund_on->value) + ".",
                    " Terug te betalen op " + day(told.refund_on->value) + ".");
      sentence(text);
    }
  }

  void open_points() {
    const auto open = [](const PromiseTerms& p) { return p.state.value == PromiseState::open; };
    const auto& promises = contract_.terms.promise;
    const auto& obligations = contract_.terms.obligation;
    if (std::none_of(promises.begin(), promises.end(), open) &&
        std::none_of(obligations.begin(), obligations.end(), open))
      return;
    part(say("What is still open", "Wat er nog openstaat"));
    const auto tell = [&](const PromiseTerms& p) {
      if (!open(p)) return;
      const std::string who =
          p.by.value == Side::supplier ? contract_.supplier : contract_.customer;
      std::string text =
          (who.empty() ? (p.by.value == Side::supplier ? say("supplier", "leverancier")
                                                       : say("customer", "klant"))
                       : who) +
          ": " + p.what.value;
      if (p.due && p.due->value.on)
        text += say(" (due ", " (uiterlijk ") + day(*p.due->value.on) + ")";
      else if (p.due)
        text += say(" (due ", " (uiterlijk ") + day(p.date.value + *p.due->value.within) + ")";
      sentence(text + ".");
    };
    std::for_each(promises.begin(), promises.end(), tell);
    std::for_each(obligations.begin(), obligations.end(), tell);
  }

  void ending() {
    const auto& r = contract_.terms.renewal;
    if (!r) return;
    part(say("How it ends", "Hoe het eindigt"));
    if (r->then) sentence(r->then->value + (r->then->value.ends_with('.') ? "" : "."));
    if (r->last_day_to_cancel)
      sentence(say("The last day to cancel is " + day(r->last_day_to_cancel->value) + ".",
                   "Opzeggen kan tot en met " + day(r->last_day_to_cancel->value) + "."));
    else if (r->notice && contract_.end)
      sentence(say("Notice is given at the latest on " + day(*contract_.end - r->notice->value) +
                       " (" + duration_text(r->notice->value, language_) + " before the end).",
                   "Opzeggen of verlengen doet u uiterlijk op " +
                       day(*contract_.end - r->notice->value) + " (" +
                       duration_text(r->notice->value, language_) + " voor het einde)."));
  }

  const Contract& contract_;
  const Library& library_;
  Language language_;
  ContractInWords made_;
};

}  // namespace

ContractInWords in_words(const Contract& contract, const Library& library, Language language) {
  return Speaker(contract, library, language).speak();
}

}  // namespace pricetalk
