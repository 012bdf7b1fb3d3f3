#include <algorithm>
#include <array>

#include "contract/formula.hpp"
#include "contract/last_step.hpp"
#include "contract/scheduled_dates.hpp"
#include "contract/weights.hpp"
#include "document/error_codes.hpp"
#include "document/words.hpp"
#include "letter/speaker.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::string every_one(const Speaker& s, Unit unit) {
  static constexpr std::array<std::array<const char*, 2>, 5> names = {
      {{"Every day", "Elke dag"},
       {"Every week", "Elke week"},
       {"Every month", "Elke maand"},
       {"Every quarter", "Elk kwartaal"},
       {"Every year", "Elk jaar"}}};
  return names[static_cast<std::size_t>(unit)][s.language == Language::nl ? 1 : 0];
}

/// The first step of a clause, where all its lines have it on one day.
std::optional<Date> first_step(const Contract& contract, const Clause& clause) {
  std::optional<Date> found;
  for (const Line& line : contract.lines)
    for (const auto* list : {&line.clauses, &line.surcharges})
      for (const std::size_t position : *list) {
        if (contract.clauses[position].id != clause.id) continue;
        const Date priced = std::max(line.from.value, line.price_date);
        const auto first = next_date(contract, line, clause, priced.plus_days(1));
        if (!first || (found && *found != *first)) return std::nullopt;
        found = first;
      }
  return found;
}

/// Of an interval that is not a year, the day of the year alone does not say where it begins.
std::string from_when(const Speaker& s, const Clause& c) {
  if (c.when.first || c.when.every->value.months() == 12) return {};
  const auto first = first_step(s.contract, c);
  if (!first) return {};
  return s.say(", for the first time on ", ", voor het eerst op ") + s.day(*first);
}

/// "Every year on 1 January", "Every quarter, counted from 1 January,": the beginning of a
/// sentence.
std::string when(const Speaker& s, const Clause& c) {
  const Schedule& w = c.when;
  if (w.at_delivery)
    return s.say("Once, on the day of delivery", "Eenmalig, op de dag van levering");
  if (!w.every) {
    std::vector<std::string> days;
    for (const auto& date : w.dates) days.push_back(s.day(date.value));
    return s.say("On ", "Op ") + s.listed(days);
  }
  const Duration& every = w.every->value;
  std::string text =
      every.count == 1 ? every_one(s, every.unit) : s.say("Every ", "Elke ") + s.duration(every);
  if (w.first && w.on.value.day &&
      (w.first->value.month() != w.on.value.day->month ||
       w.first->value.day() != w.on.value.day->day))
    return text + s.say(", counted from ", ", geteld vanaf ") + s.day(w.first->value) + ",";
  if (w.on.value.day) {
    const std::string on =
        std::to_string(w.on.value.day->day) + " " + month_name(w.on.value.day->month, s.language);
    text += every.unit == Unit::year ? s.say(" on ", " op ") + on
                                     : s.say(", counted from ", ", geteld vanaf ") + on;
    text += from_when(s, c);
  } else if (every.unit == Unit::year && !w.first) {
    text += s.say(" on the contract's anniversary", " op de verjaardag van het contract");
  }
  if (w.first)
    text += s.say(", for the first time on ", ", voor het eerst op ") + s.day(w.first->value);
  return text.find(',') == std::string::npos ? text : text + ",";
}

/// No index: the percentages themselves are agreed, each from its day.
void agreed_steps(Speaker& s, const ConstantValue& steps) {
  std::string text = s.say("The price changes by agreed percentages: ",
                           "De prijs verandert met afgesproken percentages: ");
  for (std::size_t i = 0; i < steps.values.size(); ++i) {
    const auto& [from, value] = steps.values[i];
    text += (i == 0 ? "" : "; ") + s.number(value);
    if (from) text += s.say(" from ", " vanaf ") + s.day(*from);
  }
  s.sentence(text + ".");
}

/// The constant that is the whole change; nothing where the formula says more.
const ConstantValue* agreed_change(const Ladder& ladder) {
  for (const auto& [name, constant] : ladder.constants)
    if (ladder.formula.value.text == "change = " + name) return &constant.value;
  return nullptr;
}

/// A sum as a customer writes it: "P0 × (0,15 + 0,70 × L / L0)".
std::string written_sum(const std::string& sum, Language language) {
  std::string made;
  for (std::size_t at = 0; at < sum.size(); ++at) {
    const auto digit = [&](std::size_t place) {
      return place < sum.size() && document::is_digit(sum[place]);
    };
    const std::string sign = sum[at] == '*' ? "×" : sum[at] == '/' ? "/" : "";
    if (!sign.empty()) {
      while (made.ends_with(' ')) made.pop_back();
      made += " " + sign + " ";
      while (at + 1 < sum.size() && sum[at + 1] == ' ') ++at;
    } else if (sum[at] == '.' && language == Language::nl && at > 0 && digit(at - 1) &&
               digit(at + 1)) {
      made += ',';
    } else {
      made += sum[at];
    }
  }
  return made;
}

/// Which shares of the price follow which figures, and which stand still; nothing where the formula
/// weighs none.
void weights(Speaker& s, const Clause& clause, const Ladder& ladder) {
  const auto terms = weighed_terms(ladder, clause);
  Ratio fixed(0);
  std::vector<std::string> moving;
  const auto share = [&](const Ratio& weight) {
    const Ratio hundred = weight * Ratio(100);
    return percent_text(weight, Ratio(round(hundred, Rounding::decimals(0))) == hundred ? 0 : 1,
                        s.language);
  };
  for (const WeighedTerm& term : terms) {
    if (term.read == nullptr) {
      fixed = fixed + term.weight;
      continue;
    }
    const Series* series = s.library.find(term.read->series.value.value);
    const std::string& name =
        series == nullptr || series->title.empty() ? term.read->symbol : series->title;
    moving.push_back(share(term.weight) +
                     (moving.empty() ? s.say(" of the price", " van de prijs") : "") +
                     s.say(" follows ", " volgt ") + name);
  }
  if (moving.empty()) return;
  s.sentence(s.listed(moving) + "." +
             (fixed.is_zero() ? ""
                              : s.say(" " + share(fixed) + " does not move.",
                                      " " + share(fixed) + " verandert niet.")));
}

/// What a line of a formula gives, in words, with its sum; an intermediate figure keeps its name.
std::string said(const Speaker& s, const std::string& line) {
  const std::size_t sign = line.find(" = ");
  if (sign == std::string::npos)
    return s.say("the price is multiplied by ", "de prijs wordt vermenigvuldigd met ") + line;
  const std::string name = line.substr(0, sign);
  const std::string sum = line.substr(sign + 3);
  if (name == "change") return s.say("the change is ", "de verandering is ") + sum;
  if (name == "coefficient")
    return s.say("the price is multiplied by ", "de prijs wordt vermenigvuldigd met ") + sum;
  if (name == "surcharge") return s.say("the surcharge is ", "de toeslag is ") + sum;
  if (name == "P") return s.say("the new price is ", "de nieuwe prijs is ") + sum;
  return name + s.say(" is ", " is ") + sum;
}

/// The formula in one sentence.
void formula(Speaker& s, const Clause& clause, const Ladder& ladder) {
  if (const ConstantValue* steps = agreed_change(ladder)) return agreed_steps(s, *steps);
  std::string text = ladder.formula.value.text;
  if (text.empty()) text = normal_form(ladder.formula.value);
  while (text.starts_with('\n') || text.starts_with(' ')) text.erase(0, 1);
  while (text.ends_with('\n') || text.ends_with(' ')) text.pop_back();
  std::string sentence;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line = text.substr(0, end);
    text.erase(0, end + 1);
    line.erase(0, std::min(line.find_first_not_of(' '), line.size()));
    if (!line.empty()) sentence += (sentence.empty() ? "" : "; ") + said(s, line);
  }
  if (!s.for_customer)
    return s.sentence(s.say("By the formula ", "Volgens de formule geldt: ") + sentence + ".");
  s.sentence(s.say("In numbers: ", "In getallen: ") + written_sum(sentence, s.language) + ".");
  if (sentence.find("P0") == std::string::npos) return;
  const bool previous = clause.compounding.value == Compounding::previous;
  s.sentence(previous ? s.say("P0 is the price of that moment.", "P0 is de prijs van dat moment.")
                      : s.say("P0 is the original price.", "P0 is de oorspronkelijke prijs."));
}

void constants(Speaker& s, const Ladder& ladder) {
  for (const auto& [id, stated] : ladder.constants) {
    if (&stated.value == agreed_change(ladder)) continue;  // said already
    std::string text = id;
    for (const ConstantValue::From& row : stated.value.values) {
      const bool first = &row == &stated.value.values.front();
      if (first) text += " is " + s.number(row.value);
      if (row.from) text += (first ? "" : ";") + s.say(" from ", " vanaf ") + s.day(*row.from);
      if (!first) text += (row.from ? " " : "; ") + s.number(row.value);
    }
    s.sentence(text + ".");
  }
}

/// A table as it was written, with its percent signs: of the clause, or of the one it is like.
const BandTableTerms* written(const Contract& contract, const std::string& clause,
                              const std::string& name, int depth = 0) {
  const auto* terms = contract.terms.clause.find(clause);
  if (terms == nullptr || depth > 8) return nullptr;
  if (const auto* found = terms->terms.tables.find(name)) return &found->terms;
  return terms->terms.like ? written(contract, terms->terms.like->value.value, name, depth + 1)
                           : nullptr;
}

/// "bands(x): from 1.20 up to 1.30 gives 2%; what lies in no band is undetermined."
void table(Speaker& s, const Clause& clause, const BandTable& bands) {
  const BandTableTerms* terms = written(s.contract, clause.id, bands.name);
  const auto text_of = [&](std::size_t row, const Decimal& value, auto member) {
    const BandTerms* as_written =
        terms != nullptr && row < terms->rows.size() ? &terms->rows[row] : nullptr;
    if (as_written != nullptr)
      if (const std::optional<Scalar> scalar = member(*as_written))
        if (scalar->value == value) return s.number(*scalar);
    return s.number(value);
  };
  using Found = std::optional<Scalar>;
  const auto low = [](const BandTerms& row) {
    return row.from ? Found(row.from->value) : row.over ? Found(row.over->value) : Found();
  };
  const auto high = [](const BandTerms& row) {
    return row.up_to ? Found(row.up_to->value) : Found();
  };
  const auto gives = [](const BandTerms& row) { return Found(row.gives.value); };
  std::string text = bands.name + "(x): ";
  for (std::size_t i = 0; i < bands.bands.size(); ++i) {
    const BandTable::Band& band = bands.bands[i];
    std::string range;
    if (band.from)
      range = (band.over ? s.say("over ", "boven ") : s.say("from ", "vanaf ")) +
              text_of(i, *band.from, low);
    if (band.up_to)
      range += (range.empty() ? "" : " ") + s.say("up to ", "tot en met ") +
               text_of(i, *band.up_to, high);
    text +=
        (i == 0 ? "" : "; ") + range + s.say(" gives ", " geeft ") + text_of(i, band.gives, gives);
  }
  switch (bands.between) {
    case BandTable::Between::undetermined:
      text += s.say("; what lies in no band is undetermined",
                    "; wat in geen trede valt, is niet te bepalen");
      break;
    case BandTable::Between::next:
      text += s.say("; what lies in no band takes the next one",
                    "; wat in geen trede valt, krijgt de volgende");
      break;
    case BandTable::Between::previous:
      text += s.say("; what lies in no band takes the one before",
                    "; wat in geen trede valt, krijgt de vorige");
      break;
  }
  s.sentence(text + ".");
}

/// Whether some ladder of the clause asks for the reference of an index.
bool compares(const Clause& clause, const std::string& symbol) {
  std::vector<NameUse> names;
  bool measured = false;
  for (const DatedLadder& dated : clause.ladders) {
    const Ladder& ladder = dated.ladder;
    for (const Formula::Line& line : ladder.formula.value.lines) names_in(line.value, names);
    for (const auto* limits : {&ladder.limits.cap, &ladder.limits.floor, &ladder.limits.cap_total,
                               &ladder.limits.floor_total})
      for (const auto& limit : *limits) names_in(limit.value.value, names);
    if (ladder.threshold && ladder.threshold->index == symbol &&
        (ladder.threshold->limit.points ||
         ladder.threshold->rounding.value.kind != RoundingRule::Kind::none))
      measured = true;
  }
  return measured || std::any_of(names.begin(), names.end(),
                                 [&](const NameUse& use) { return use.name == symbol + "0"; });
}

void figures(Speaker& s, const Clause& c) {
  if (counts_months(c))
    s.sentence(
        s.say("months_since_last is the number of whole months since the last adjustment, "
              "before the first one since the start.",
              "months_since_last is het aantal hele maanden sinds de vorige aanpassing, "
              "vóór de eerste sinds de ingang."));
  for (const IndexRead& read : c.reads) say_index(s, read, compares(c, read.symbol));
  for (const BandTable& bands : c.tables) table(s, c, bands);
}

/// "From 1 January 2024 to 31 December 2025:"; adjustments on both days count.
std::string days_of(const Speaker& s, const DatedLadder& dated) {
  if (!dated.from && !dated.until) return s.say("On every day:", "Op elke dag:");
  if (!dated.until) return s.say("From ", "Vanaf ") + s.day(*dated.from) + ":";
  if (!dated.from) return s.say("Up to and including ", "Tot en met ") + s.day(*dated.until) + ":";
  if (*dated.from == *dated.until) return s.say("On ", "Op ") + s.day(*dated.from) + ":";
  return s.say("From ", "Van ") + s.day(*dated.from) + s.say(" to ", " tot en met ") +
         s.day(*dated.until) + ":";
}

/// Whether two ladders have one formula, and the same numbers in it.
bool have_one_formula(const Ladder& one, const Ladder& other) {
  const auto same_values = [](const auto& a, const auto& b) {
    const auto same_row = [](const auto& x, const auto& y) {
      return x.from == y.from && x.value.value == y.value.value;
    };
    const auto& rows = a.second.value.values;
    const auto& others = b.second.value.values;
    return a.first == b.first &&
           std::equal(rows.begin(), rows.end(), others.begin(), others.end(), same_row);
  };
  return one.formula.value.text == other.formula.value.text &&
         one.formula.value.result == other.formula.value.result &&
         std::equal(one.constants.begin(), one.constants.end(), other.constants.begin(),
                    other.constants.end(), same_values);
}

void ladders(Speaker& s, const Clause& c) {
  const Ladder& first = c.ladders.front().ladder;
  for (const DatedLadder& dated : c.ladders) {
    if (c.ladders.size() > 1) s.sentence(days_of(s, dated));
    const bool again = &dated.ladder != &first && have_one_formula(first, dated.ladder);
    if (again) s.sentence(s.say("The same formula holds.", "Dan geldt dezelfde formule."));
    if (s.for_customer && !again) weights(s, c, dated.ladder);
    if (!again) formula(s, c, dated.ladder);
    if (!again) constants(s, dated.ladder);
    if (c.ladders.size() == 1) figures(s, c);
    if (!c.surcharge) say_ladder(s, c, dated.ladder);
  }
  if (c.ladders.size() > 1) figures(s, c);
}

void retention(Speaker& s, const Clause& clause) {
  if (!clause.retention) return;
  const RetentionTerms& r = *clause.retention;
  const std::string share = s.percent(r.share.value);
  if (!r.contract_sum)
    return s.sentence(
        s.say("Of all surcharges to date the supplier bears " + share + ".",
              "Van alle toeslagen tot dan toe draagt de leverancier " + share + " zelf."));
  const std::string least = s.percent(r.minimum.value);
  const std::string sum = s.money(r.contract_sum->value);
  s.sentence(s.say("Of all surcharges to date the supplier bears " + share + ", and at least " +
                       least + " of " + sum + ". Only what lies above that is paid.",
                   "Van alle toeslagen tot dan toe draagt de leverancier " + share +
                       " zelf, en ten minste " + least + " van " + sum +
                       ". Alleen wat daarboven ligt, wordt betaald."));
}

void minimum_interval(Speaker& s, const Clause& c) {
  if (!c.when.minimum_interval) return;
  const std::string time = s.duration(c.when.minimum_interval->value);
  const std::string since =
      s.contract.bid ? s.say("the day the offers were priced", "de prijsdag van de inschrijving")
                     : s.say("the start of the line", "de ingang van de regel");
  const bool one = c.when.minimum_interval->value.count == 1;
  s.sentence(s.say(std::string("Between two adjustments ") + (one ? "lies" : "lie") + " at least " +
                       time + ", counted from " + since + " for the first one.",
                   std::string("Tussen twee aanpassingen ") + (one ? "zit" : "zitten") +
                       " ten minste " + time + ", voor de eerste geteld vanaf " + since + "."));
}

/// How long the customer may object, and what not doing so means.
void objecting(Speaker& s, const Notice& n) {
  if (n.object_within) {
    const std::string within = s.duration(n.object_within->value);
    s.sentence(s.say("The customer may object until " + within + " after the announcement.",
                     "De klant kan tot " + within + " na de aankondiging bezwaar maken."));
  }
  if (!n.silence) return;
  s.sentence(
      n.silence->value == Silence::accepted
          ? s.say("Who does not object in time has agreed.",
                  "Wie niet op tijd bezwaar maakt, is akkoord.")
          : s.say("Who does not answer has refused.", "Wie niet antwoordt, is niet akkoord."));
}

void announcing(Speaker& s, const Notice& n) {
  if (!n.before)
    return s.sentence(
        s.say("The contract asks for no announcement.", "Het contract vraagt geen aankondiging."));
  const std::string before = s.duration(n.before->value);
  const std::string form = s.form(n.form.value);
  s.sentence(s.say("An adjustment is announced" + form + (form.empty() ? " " : ", ") + before +
                       " before the date.",
                   "Een aanpassing wordt " + before + " van tevoren" + form + " aangekondigd."));
  std::string late;
  switch (n.late.value) {
    case Late::forfeits:
      late = s.say("Too late means: lost for good", "Te laat betekent: de aanpassing vervalt");
      break;
    case Late::next_date:
      late = s.say("Too late means: it is made up at the next date",
                   "Te laat betekent: de aanpassing schuift door naar de volgende datum");
      break;
    case Late::level_only:
      late = s.say("Too late means: the new price starts later, nothing is billed back",
                   "Te laat betekent: de nieuwe prijs gaat later in, zonder nabetaling");
      break;
    case Late::arrears:
      late = s.say("Too late means: it is billed back to the date of adjustment",
                   "Te laat betekent: het verschil wordt tot de aanpassingsdatum nabetaald");
      if (n.arrears_limit) {
        const std::string most = s.duration(n.arrears_limit->value);
        late += s.say(", but " + most + " back at most", ", maar hoogstens " + most + " terug");
      }
      break;
  }
  s.sentence(late + ".");
}

void notice(Speaker& s, const Notice& n) {
  announcing(s, n);
  objecting(s, n);
}

void surcharge(Speaker& s, const Clause& c) {
  const bool dated = c.when.every || !c.when.dates.empty() || c.when.at_delivery;
  s.sentence((dated ? when(s, c) : s.say("For every day", "Voor elke dag")) +
             s.say(" a surcharge per unit is computed. It comes on top of the price and is never "
                   "part of it.",
                   " wordt een toeslag per eenheid berekend. Die komt boven op de prijs en wordt "
                   "er nooit deel van."));
  ladders(s, c);
  const Stated<RoundingRule>& r = c.ladders.back().ladder.rounding.surcharge;
  const std::string decimals = std::to_string(s.contract.currency.minor_decimals());
  const std::string rounding = s.rounding(r.value);
  if (r.by_default())
    s.sentence(s.say("The surcharge is rounded to " + decimals +
                         " decimals (by default; the contract does not say).",
                     "De toeslag wordt afgerond op " + decimals +
                         " decimalen (standaard; het contract zegt het niet)."));
  else
    s.sentence(rounding.empty()
                   ? s.say("The surcharge is not rounded.", "De toeslag wordt niet afgerond.")
                   : s.say("The surcharge is rounded " + rounding + ".",
                           "De toeslag wordt afgerond: " + rounding + "."));
  retention(s, c);
  if (!c.aliases.empty())
    s.sentence(s.say("On invoices also: " + s.listed(c.aliases) + ".",
                     "Op facturen ook: " + s.listed(c.aliases) + "."));
}

}  // namespace

void say_clause(Speaker& s, const Clause& c) {
  if (s.for_customer)
    s.part(c.article.empty()
               ? s.say("How the price moves", "Hoe de prijs verandert")
               : s.say("How the price moves (article ", "Hoe de prijs verandert (artikel ") +
                     c.article + ")");
  else
    s.part(s.say("Clause " + c.id, "Clausule " + c.id) +
           (c.article.empty() ? "" : s.say(" (article ", " (artikel ") + c.article + ")"));
  const auto* terms = s.contract.terms.clause.find(c.id);
  if (terms != nullptr && terms->terms.source)
    s.sentence(written_at(s, terms->terms.source).substr(1));
  if (c.surcharge) return surcharge(s, c);
  const bool previous = c.compounding.value == Compounding::previous;
  s.sentence(when(s, c) +
             (previous
                  ? s.say(" the price is computed anew from the price of that moment.",
                          " wordt de prijs opnieuw berekend vanaf de prijs van dat moment.")
                  : s.say(" the price is computed anew from the original price.",
                          " wordt de prijs opnieuw berekend vanaf de oorspronkelijke prijs.")));
  minimum_interval(s, c);
  ladders(s, c);
  if (c.resets_base.value)
    s.sentence(
        s.say("After such a step the other clauses of the line start anew, from that day and "
              "that price. On such a day only this clause counts.",
              "Na zo'n aanpassing beginnen de andere clausules van de regel opnieuw, vanaf die "
              "dag en die prijs. Op zo'n dag telt alleen deze clausule."));
  for (const Accepted& each : c.accepts) {
    const Code* code = find_error_code(each.code);
    const auto about = [&](Language language) {
      return code == nullptr ? each.code
                             : each.code + " (" + code->title.phrase().in(language) + ")";
    };
    s.sentence(
        s.say("The warning " + about(Language::en) + " is accepted: " + each.reason + ".",
              "De waarschuwing " + about(Language::nl) + " is aanvaard: " + each.reason + "."));
  }
  notice(s, c.notice);
}

}  // namespace pricetalk
