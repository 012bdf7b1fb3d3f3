#include "talk/letter_prices.hpp"

#include <algorithm>

#include "billing/charge.hpp"
#include "billing/quantity.hpp"
#include "billing/yearly.hpp"
#include "explain/worksheet.hpp"
#include "letter/innovation.hpp"
#include "letter/price_words.hpp"
#include "letter/sentences.hpp"
#include "pricetalk/explain/format.hpp"
#include "talk/facts_parts.hpp"

namespace pricetalk {

namespace {

/// The prover reads the schedules of the contract as it can still be enforced.
ProposalInput to_prove(const TalkFacts& facts) {
  ProposalInput input;
  input.contract = facts.talk->contract;
  input.today = facts.talk->today;
  if (facts.adjustment) input.adjustment = *facts.adjustment;
  input.schedules = facts.talk->enforceable();
  return input;
}

MovedPrice moved_of(const TalkFacts& facts, const TalkPrice& price) {
  MovedPrice made;
  made.price = &price;
  made.falls = amount_of(*price.then) < amount_of(*price.now);
  made.step = {price.line,
               price.tier,
               *price.now,
               *price.then,
               price.entry->from,
               price.entry,
               false,
               price.causes,
               charged_from(*facts.talk->contract, *price.line, price.entry->from)};
  const ProposalInput input = to_prove(facts);
  made.proved = Prover(input).price_becomes(made.step);
  return made;
}

/// What the new prices come to more on the invoice of a month, where every month of the year is
/// alike: the sum over the lines.
class MonthlyDifference {
 public:
  MonthlyDifference(LetterParts& parts, const LetterTask& task, Date from)
      : parts_(parts), task_(task), sheet_(task.contract().currency) {
    const Date first_of_month = *Date::make(from.year(), from.month(), 1);
    const Date first = from == first_of_month ? from : first_of_month + Duration{1, Unit::month};
    month_ = {first, (first + Duration{1, Unit::month}).plus_days(-1)};
  }

  std::optional<Explained> of(const std::vector<TalkPrice>& prices) {
    if (task_.contract().billing.period.value != Duration{1, Unit::month}) return std::nullopt;
    std::vector<NodeId> lines;
    for (std::size_t i = 0; i < prices.size();) {
      const std::size_t begin = i;
      while (i < prices.size() && prices[i].line == prices[begin].line) ++i;
      if (!prices[begin].per_year || !*prices[begin].per_year || prices[begin].once) {
        if (prices[begin].per_year) return std::nullopt;
        continue;
      }
      const auto node = line(prices, begin, i);
      if (!node) return std::nullopt;
      lines.push_back(*node);
    }
    if (lines.empty()) return std::nullopt;
    const Phrase label{"difference a month", "verschil per maand"};
    const std::string address =
        task_.contract().id + "/" + task_.facts.adjustment->text() + "/difference-month";
    const NodeId sum = sheet_.sum(lines, label);
    const Outcome<Figure> figure = sheet_.money(sum, address);
    if (!figure) return std::nullopt;
    parts_.items.push_back({{address}, label, sheet_.derivation(), sum});
    return Explained{*figure, label, sum};
  }

 private:
  std::optional<NodeId> line(const std::vector<TalkPrice>& prices, std::size_t begin,
                             std::size_t end) {
    TierPrices then;
    TierPrices now;
    for (std::size_t i = begin; i < end; ++i) {
      if (!prices[i].then || !prices[i].now) return std::nullopt;
      then.push_back(
          price_side(*prices[i].then, {"price from the adjustment", "prijs vanaf de aanpassing"}));
      now.push_back(price_side(*prices[i].now, {"price now", "prijs nu"}));
    }
    const TalkPrice& first = prices[begin];
    const NodeId node = invoiced_difference(
        sheet_, task_.contract(), *first.line, then, now, month_,
        {"difference a month: " + first.name, "verschil per maand: " + first.name});
    const Outcome<Ratio>& value = sheet_.value(node);
    const bool alike = value && *value * Ratio(12) == Ratio(amount_of(**first.per_year));
    return alike ? std::optional(node) : std::nullopt;
  }

  LetterParts& parts_;
  const LetterTask& task_;
  Worksheet sheet_;
  Days month_;
};

/// Whole sentences about what it comes to: a month, a year, until the contract ends.
class AmountSentences {
 public:
  AmountSentences(LetterParts& parts, const LetterTask& task, const PriceNews& news)
      : parts_(parts), task_(task), news_(news) {}

  SentencesField all() && {
    const auto& year = total(task_.facts.difference_year, &TalkPrice::per_year);
    if (!year || !*year) {
      say("What it comes to depends on what you buy.",
          "Hoeveel dat wordt, hangt af van wat " + you("u", "je") + " afneemt.",
          "Wie viel das ausmacht, hängt davon ab, was " + you("Sie abnehmen", "du abnimmst") + ".",
          "Le montant dépend de ce que " + you("vous achetez", "tu achètes") + ".");
      return std::move(made_);
    }
    const int sign = Ratio(amount_of(**year)).sign();
    if (sign == 0) return std::move(made_);
    more_ = sign > 0;
    const Date from = news_.one_day.value_or(*task_.facts.adjustment);
    if (const auto month = MonthlyDifference(parts_, task_, from).of(task_.facts.prices)) {
      say("You will then pay ", you("U betaalt", "Je betaalt") + " dan ",
          you("Sie zahlen", "Du zahlst") + " dann ", you("Vous paierez", "Tu paieras") + " alors ");
      amount(*month);
      say(" " + more_or_less() + " a month, " + vat() + ". ",
          " per maand " + more_or_less() + ", " + vat() + ". ",
          " " + more_or_less() + " pro Monat, " + vat() + ". ",
          " " + more_or_less() + " par mois, " + vat() + ". ");
      told_vat_ = true;
    }
    const auto& left = total(task_.facts.difference_left, &TalkPrice::until_end);
    if (left && *left)
      until_end(**left);
    else
      a_year(**year);
    without_quantity();
    discounts();
    why_later();
    return std::move(made_);
  }

 private:
  /// Of all lines, or of the only one; the same figure as on the page.
  const std::optional<Outcome<Figure>>& total(
      const std::optional<Outcome<Figure>>& all,
      std::optional<Outcome<Figure>> TalkPrice::*one) const {
    return task_.facts.prices.size() == 1 ? task_.facts.prices.front().*one : all;
  }

  void a_year(const Figure& year) {
    say("Over a whole year that is ", "Over een heel jaar is dat ",
        "Auf ein ganzes Jahr gerechnet sind das ", "Sur une année entière, cela fait ");
    amount(shown(year, {"difference a year", "verschil per jaar"}));
    end_of_sentence();
  }

  void until_end(const Figure& left) {
    const Date end = *task_.contract().end;
    const std::string on = date_text(end, task_.language);
    say("Until the contract ends, on " + on + ", that is ",
        "Tot het einde van het contract, op " + on + ", is dat samen ",
        "Bis zum Vertragsende am " + on + " sind das insgesamt ",
        "Jusqu’à la fin du contrat, le " + on + ", cela fait au total ");
    amount(shown(
        left, {"difference until the contract ends", "verschil tot het einde van het contract"}));
    end_of_sentence();
  }

  void end_of_sentence() {
    const std::string rest = told_vat_ ? "." : " " + more_or_less() + ", " + vat() + ".";
    made_.pieces.emplace_back(PlainText{rest});
  }

  /// Lines of which no yearly quantity is stated are in no amount.
  void without_quantity() {
    std::vector<std::string> names;
    for (const MovedPrice& each : news_.moved)
      if (each.price->tier == 0 && !each.price->per_year) names.push_back(each.price->line->title);
    if (names.empty()) return;
    if (names.size() > 3)
      return say(" For the other prices it depends on what you buy.",
                 " Voor de andere prijzen hangt het af van wat " + you("u", "je") + " afneemt.",
                 " Bei den übrigen Preisen hängt es davon ab, was " +
                     you("Sie abnehmen", "du abnimmst") + ".",
                 " Pour les autres prix, cela dépend de ce que " +
                     you("vous achetez", "tu achètes") + ".");
    const std::string list = listed(names, task_.language);
    say(" For " + list + " it depends on what you buy.",
        " Voor " + list + " hangt het af van wat " + you("u", "je") + " afneemt.",
        " Bei " + list + " hängt es davon ab, was " + you("Sie abnehmen", "du abnimmst") + ".",
        " Pour " + list + ", cela dépend de ce que " + you("vous achetez", "tu achètes") + ".");
  }

  /// Prices of a letter are those of the contract; what a discount takes off is in the amounts.
  void discounts() {
    using Kind = std::pair<Percent, std::optional<Date>>;
    std::vector<std::pair<Kind, std::vector<std::string>>> all;
    for (const MovedPrice& each : news_.moved) {
      const auto& discount = each.price->line->discount;
      if (!discount || each.price->tier != 0) continue;
      Kind kind{discount->rate.value, std::nullopt};
      if (discount->until) kind.second = discount->until->value;
      if (kind.second && *kind.second < task_.talk().today) continue;
      const auto known = std::find_if(all.begin(), all.end(), [&](const auto& other) {
        return other.first.first.of_hundred == kind.first.of_hundred &&
               other.first.second == kind.second;
      });
      (known == all.end() ? all.emplace_back(kind, std::vector<std::string>{}) : *known)
          .second.push_back(each.price->line->title);
    }
    for (const auto& [kind, names] : all) discount(kind.first, kind.second, names);
  }

  void discount(const Percent& taken, const std::optional<Date>& until,
                const std::vector<std::string>& names) {
    const std::string rate =
        percent_text(taken.as_fraction(), taken.of_hundred.scale(), task_.language);
    const std::string list = listed(names, task_.language);
    const std::string day = until ? date_text(*until, task_.language) : std::string();
    say(" The prices are before the discount of " + rate + " on " + list +
            (until ? ", which lasts until " + day : "") + "; the amounts include it.",
        " De prijzen zijn zonder de korting van " + rate + " op " + list +
            (until ? ", die tot en met " + day + " geldt" : "") + "; in de bedragen zit zij wel.",
        " Die Preise verstehen sich vor dem Rabatt von " + rate + " auf " + list +
            (until ? ", der bis zum " + day + " gilt" : "") + "; in den Beträgen ist er enthalten.",
        " Les prix s’entendent avant la remise de " + rate + " sur " + list +
            (until ? ", valable jusqu’au " + day : "") +
            "\u00a0; les montants en tiennent compte.");
  }

  /// A step that starts later because it was announced too late.
  void why_later() {
    const bool later = task_.facts.late && task_.facts.deadline && news_.one_day &&
                       *news_.one_day > *task_.facts.adjustment;
    if (!later) return;
    const std::string planned = date_text(*task_.facts.adjustment, task_.language);
    const Date by = task_.facts.deadline->on;
    // After the announcement stands the last day of the step that it moved to.
    if (task_.facts.announced && by >= *task_.facts.announced)
      return say(" It could not be earlier: for " + planned + " it was announced too late.",
                 " Eerder kan niet: voor " + planned + " kwam de aankondiging te laat.",
                 " Früher geht es nicht: Für den " + planned + " kam die Ankündigung zu spät.",
                 " Plus tôt n’était pas possible\u00a0: pour le " + planned +
                     ", l’annonce est venue trop tard.");
    const std::string day = date_text(by, task_.language);
    say(" It could not be earlier: for " + planned + " you would have had to hear it by " + day +
            ".",
        " Eerder kan niet: voor " + planned + " had " + you("u", "je") + " dit uiterlijk " + day +
            " moeten weten.",
        " Früher geht es nicht: Für den " + planned + " hätten wir es " + you("Ihnen", "dir") +
            " spätestens am " + day + " mitteilen müssen.",
        " Plus tôt n’était pas possible\u00a0: pour le " + planned + ", " +
            you("vous auriez dû", "tu aurais dû") + " l’apprendre au plus tard le " + day + ".");
  }

  std::string more_or_less() const {
    return more_ ? task_.say("more", "meer", "mehr", "de plus")
                 : task_.say("less", "minder", "weniger", "de moins");
  }
  std::string vat() const { return vat_words(task_.contract(), task_.language); }

  /// A saving is said as a positive amount.
  Explained shown(const Figure& figure, Phrase label) {
    if (more_) return {figure, std::move(label), no_node};
    Worksheet sheet(task_.contract().currency);
    const std::string address = figure.address.text + "/less";
    const NodeId zero =
        sheet.constant(Decimal(0, task_.contract().currency.minor_decimals()), Form::money);
    const NodeId less = sheet.sub(zero, sheet.given(figure, label), label);
    parts_.items.push_back({{address}, label, sheet.derivation(), less});
    return {*sheet.money(less, address), std::move(label), less};
  }
  void amount(Explained figure) {
    if (!more_ && Ratio(amount_of(figure.figure)).sign() < 0)
      figure = shown(figure.figure, figure.label);
    made_.pieces.emplace_back(AmountField{std::move(figure), false});
  }

  void say(const std::string& en, const std::string& nl, const std::string& de,
           const std::string& fr) {
    made_.pieces.emplace_back(PlainText{task_.say(en, nl, de, fr)});
  }
  std::string you(const char* formal, const char* familiar) const {
    return informal(task_.contract()) ? familiar : formal;
  }

  LetterParts& parts_;
  const LetterTask& task_;
  const PriceNews& news_;
  SentencesField made_;
  bool more_ = true;
  bool told_vat_ = false;
};

/// "nu niet bekend" where nobody proved it.
CellField new_price(const MovedPrice& each, const LetterTask& task) {
  if (each.proved) return PromisedAmount(*each.proved, true);
  return PlainText{not_known_yet(task.language)};
}

CellField change_cell(LetterParts& parts, const MovedPrice& each) {
  const auto& change = each.price->change;
  if (!change) return PlainText{"–"};
  const PriceEntry& entry = *each.price->entry;
  const std::string address = entry.address.text + "/change";
  const Phrase label{"change of the price, " + each.price->name,
                     "verandering van de prijs, " + each.price->name};
  parts.items.push_back({{address}, label, entry.why, entry.answer});
  return AmountField{percent_figure(*change, address, label, entry.fixity, entry.answer), true};
}

CellField year_cell(const MovedPrice& each) {
  const auto& year = each.price->per_year;
  if (!year || !*year) return PlainText{each.price->tier == 0 ? "–" : ""};
  return AmountField{
      {**year,
       {"difference a year, " + each.price->name, "verschil per jaar, " + each.price->name},
       no_node}};
}

void add_rows(LetterParts& parts, const LetterTask& task, const PriceNews& news) {
  RowsField rows;
  for (const MovedPrice& each : news.moved) {
    std::vector<CellField> row{PlainText{name_of(each.step, task.language)}, now_of(each.step),
                               new_price(each, task), change_cell(parts, each), year_cell(each)};
    if (!news.one_day) row.insert(row.begin() + 2, each.step.charged_from);
    rows.push_back(std::move(row));
  }
  parts.fields.values["price_rows"] = std::move(rows);
  parts.fields.values["price_heading"] = PlainText{price_heading(news.steps(), task.language)};
}

/// Prices that keep what they were because the letter is too late for them.
std::string late_sentence(const LetterTask& task, const PriceNews& news) {
  std::vector<std::string> names;
  for (const TalkPrice* each : news.lost)
    if (each->tier == 0) names.push_back(each->line->title);
  if (names.empty()) return "";
  const std::string list = listed(names, task.language);
  return names.size() == 1
             ? task.say("The price of " + list +
                            " does not change on that day: for that one this letter is too late.",
                        "De prijs van " + list +
                            " verandert dan niet: daarvoor komt deze brief te laat.",
                        "Der Preis für " + list +
                            " ändert sich an diesem Tag nicht: Dafür kommt dieser Brief zu spät.",
                        "Le prix pour " + list +
                            " ne change pas à cette date\u00a0: cette lettre arrive trop tard.")
             : task.say("The prices of " + list +
                            " do not change on that day: for those this letter is too late.",
                        "De prijzen van " + list +
                            " veranderen dan niet: daarvoor komt deze brief te laat.",
                        "Die Preise für " + list +
                            " ändern sich an diesem Tag nicht: Dafür kommt dieser Brief zu spät.",
                        "Les prix pour " + list +
                            " ne changent pas à cette date\u00a0: cette lettre arrive trop tard.");
}

/// Prices that may move again before the year is over: the amounts of a year are without that.
std::string later_sentence(const LetterTask& task) {
  const Date year = *task.facts.adjustment + Duration{1, Unit::year};
  std::vector<std::string> names;
  std::optional<Date> first;
  for (const TalkPrice& each : task.facts.prices) {
    if (each.tier > 0 || !each.moves_on || *each.moves_on >= year) continue;
    names.push_back(each.line->title);
    first = first ? std::min(*first, *each.moves_on) : *each.moves_on;
  }
  if (names.empty()) return "";
  const std::string of = listed(names, task.language);
  const bool one = names.size() == 1;
  const bool all = names.size() == task.contract().lines.size();
  const bool familiar = informal(task.contract());
  const std::string on = task.day(*first);
  const auto list = [&](const char* sign) { return all ? std::string() : sign + of; };
  return task.say("On " + on + (one ? " the price" : " the prices") + list(" of ") +
                      " may change again. You will have a letter about that in time.",
                  "Op " + on + (one ? " kan de prijs" : " kunnen de prijzen") + list(" van ") +
                      " opnieuw veranderen. Daarover " + (familiar ? "krijg je" : "krijgt u") +
                      " op tijd een brief.",
                  "Am " + on + (one ? " kann sich der Preis" : " können sich die Preise") +
                      list(" für ") + " erneut ändern. Darüber " +
                      (familiar ? "bekommst du" : "erhalten Sie") + " rechtzeitig einen Brief.",
                  "Le " + on + (one ? ", le prix" : ", les prix") + list(" pour ") +
                      (one ? " peut" : " peuvent") + " changer de nouveau. " +
                      (familiar ? "Tu recevras" : "Vous recevrez") +
                      " une lettre à ce sujet en temps utile.");
}

/// Prices that a figure of later may still change.
std::string provisional_sentence(const LetterTask& task, const PriceNews& news) {
  const auto some = std::count_if(news.moved.begin(), news.moved.end(), [](const auto& each) {
    return each.proved && each.proved->claim().may_change;
  });
  if (some == 0) return "";
  return news.moved.size() == 1
             ? task.say(
                   "This price is provisional: a figure that is still to come may change it.",
                   "Deze prijs is voorlopig: er komt nog een cijfer uit dat hem kan veranderen.",
                   "Dieser Preis ist vorläufig: Es steht noch ein Indexwert aus, der ihn ändern "
                   "kann.",
                   "Ce prix est provisoire\u00a0: un indice encore à paraître peut le modifier.")
             : task.say(
                   "Some of these prices are provisional: figures that are still to come may "
                   "change them.",
                   "Een deel van deze prijzen is voorlopig: er komen nog cijfers uit die ze "
                   "kunnen veranderen.",
                   "Ein Teil dieser Preise ist vorläufig: Es stehen noch Indexwerte aus, die sie "
                   "ändern können.",
                   "Une partie de ces prix est provisoire\u00a0: des indices encore à paraître "
                   "peuvent "
                   "les modifier.");
}

/// More prices than a letter of one page has room for have an annex of their own.
constexpr std::size_t most_rows = 10;

bool is_long(const LetterTask& task, const PriceNews& news) {
  const bool has_list = task.kind == LetterKind::indexation || task.kind == LetterKind::decrease;
  return has_list && news.moved.size() > most_rows;
}

/// All prices, as the letter has them where they are few.
Page list_annex(const Fields& fields, const LetterTask& task, const PriceNews& news) {
  const std::string from = task.say("from", "vanaf", "ab", "à partir du");
  const std::string day = news.one_day ? " | " : " | " + from + " | ";
  const std::string line =
      news.one_day ? "|---|---:|---:|---:|---:|" : "|---|---:|---|---:|---:|---:|";
  const std::string model =
      "| {price_heading} | " + task.say("now", "nu", "heute", "actuel") + day +
      task.say("new", "nieuw", "neu", "nouveau") + " | " +
      task.say("change", "verandering", "Änderung", "variation") + " | " +
      task.say("difference a year", "verschil per jaar", "Differenz pro Jahr", "écart par an") +
      " |\n" + line + "\n{price_rows}\n";
  Page page = annex_of(task.contract(),
                       task.say("Annex 2: all prices", "Bijlage 2: alle prijzen",
                                "Anlage 2: Alle Preise", "Annexe 2\u00a0: tous les prix"),
                       task.language);
  for (Page::Element& each : fill(model, fields, task.language).page.elements)
    page.add(std::move(each));
  return page;
}

void add_annexes(LetterParts& parts, const LetterTask& task, const PriceNews& news) {
  const bool list = is_long(task, news);
  parts.fields.holds.insert(list ? "long_list" : "short_list");
  parts.fields.values["price_count"] = PlainText{std::to_string(news.moved.size())};
  parts.annexes.push_back(
      steps_annex(task.contract(), news.steps(),
                  list ? task.say("Annex 1: the calculation, step by step",
                                  "Bijlage 1: de berekening, stap voor stap",
                                  "Anlage 1: Die Berechnung, Schritt für Schritt",
                                  "Annexe 1\u00a0: le calcul, étape par étape")
                       : task.say("Annex: the calculation, step by step",
                                  "Bijlage: de berekening, stap voor stap",
                                  "Anlage: Die Berechnung, Schritt für Schritt",
                                  "Annexe\u00a0: le calcul, étape par étape"),
                  task.language));
  if (list) parts.annexes.push_back(list_annex(parts.fields, task, news));
}

}  // namespace

bool PriceNews::any_rises() const {
  return std::any_of(moved.begin(), moved.end(), [](const auto& each) { return !each.falls; });
}

bool PriceNews::any_falls() const {
  return std::any_of(moved.begin(), moved.end(), [](const auto& each) { return each.falls; });
}

std::vector<FallbackPrice> PriceNews::steps() const {
  std::vector<FallbackPrice> made;
  for (const MovedPrice& each : moved) made.push_back(each.step);
  return made;
}

PriceNews price_news(const TalkFacts& facts) {
  PriceNews news;
  for (const TalkPrice& price : facts.prices) {
    if (price.entry == nullptr) continue;
    if (price.lost())
      news.lost.push_back(&price);
    else if (!price.then || !price.now)
      news.open.push_back(&price);
    else if (price.then->value != price.now->value)
      news.moved.push_back(moved_of(facts, price));
  }
  for (const MovedPrice& each : news.moved) {
    if (!news.one_day) news.one_day = each.step.charged_from;
    if (*news.one_day == each.step.charged_from) continue;
    news.one_day.reset();
    break;
  }
  return news;
}

std::optional<NoLetter> nothing_to_say(const LetterTask& task, const PriceNews& news) {
  if (task.facts.ended || !task.facts.adjustment) {
    const Phrase why = no_proposal(task.talk());
    return no_letter(why.en, why.nl);
  }
  if (!news.open.empty() && !task.facts.after_deadline) {
    const Phrase what = task.facts.waiting_for.empty() ? Phrase{"a figure", "een cijfer"}
                                                       : task.facts.waiting_for.front().text;
    NoLetter none = no_letter("the new price is not known yet: " + what.en,
                              "de nieuwe prijs is nog niet bekend: " + what.nl);
    none.reason = NoLetter::Reason::waits_for_figure;
    return none;
  }
  if (news.moved.empty() && news.lost.empty() && news.open.empty()) {
    const std::string en = date_text(*task.facts.adjustment, Language::en);
    const std::string nl = date_text(*task.facts.adjustment, Language::nl);
    return no_letter("on " + en + " no price changes", "op " + nl + " verandert er geen prijs");
  }
  return std::nullopt;
}

void add_written(Fields& fields, const char* name,
                 const std::optional<Stated<std::string>>& written) {
  if (!written) return;
  fields.values[name] = PlainText{written->value};
  fields.holds.insert(name);
}

Explained percent_figure(const Ratio& fraction, const std::string& address, const Phrase& label,
                         Fixity fixity, NodeId node) {
  constexpr int shown_decimals = 2;
  Decimal percent = round(fraction * Ratio(100), Rounding::decimals(shown_decimals));
  const Decimal whole = round(Ratio(percent), Rounding::decimals(0));
  if (Ratio(whole) == Ratio(percent)) percent = whole;
  return {{Percent{percent}, {address}, fixity}, label, node};
}

void add_price_fields(LetterParts& parts, const LetterTask& task, const PriceNews& news) {
  Fields& fields = parts.fields;
  const auto word = [&](bool holds, const char* yes, const char* no) {
    fields.holds.insert(holds ? yes : no);
  };
  const MovedPrice& first = news.moved.front();
  fields.values["start_date"] = news.one_day.value_or(*task.facts.adjustment);
  fields.values["adjustment_date"] = *task.facts.adjustment;
  fields.values["price_current"] = now_of(first.step);
  if (first.proved)
    fields.values.insert_or_assign("price_new", PromisedAmount(*first.proved, true));
  const CellField change = change_cell(parts, first);
  if (const auto* percent = std::get_if<AmountField>(&change))
    fields.values["change_percent"] = AmountField{percent->amount, false};
  fields.values["per_unit"] = PlainText{of_one(*first.step.line, task.language)};
  fields.values["of_line"] = PlainText{
      task.contract().lines.size() == 1 ? std::string() : of_price(first.step, task.language)};
  add_rows(parts, task, news);
  word(news.moved.size() == 1 && first.proved, "one_price", "several_prices");
  word(news.one_day.has_value(), "one_day", "several_days");
  word(!news.any_falls(), "all_rise", news.any_rises() ? "some_fall" : "all_fall");
  fields.values["amounts"] = AmountSentences(parts, task, news).all();
  const auto note = [&](const char* name, std::string text) {
    if (text.empty()) return;
    fields.values[name] = PlainText{std::move(text)};
    fields.holds.insert(name);
  };
  note("late_note", late_sentence(task, news));
  note("provisional_note", provisional_sentence(task, news));
  note("later_note", later_sentence(task));
  add_written(fields, "cost_reason", task.written().cost_reason);
  add_written(fields, "own_effort", task.written().own_effort);
  add_written(fields, "alternative", task.written().alternative);
  add_basket(parts, task, news);
  if (fields.holds.contains("cost_reason") || fields.holds.contains("basket"))
    fields.holds.insert("reasons");
  add_annexes(parts, task, news);
}

}  // namespace pricetalk
