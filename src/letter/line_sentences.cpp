#include <algorithm>
#include <array>

#include "contract/subject_words.hpp"
#include "letter/speaker.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::vector<std::string> texts(const std::vector<Stated<std::string>>& stated) {
  std::vector<std::string> made;
  for (const auto& text : stated) made.push_back(text.value);
  return made;
}

void party(Speaker& s, const std::optional<PartyTerms>& terms) {
  if (!terms || (!terms->address && terms->id.empty())) return;
  std::string text = terms->name.value;
  if (terms->address) text += ", " + terms->address->value;
  if (!terms->id.empty()) text += " (" + s.listed(texts(terms->id)) + ")";
  s.sentence(Speaker::closed(text));
}

/// " hours": what is counted, behind its number.
std::string of_unit(const Speaker& s, const Decimal& many, const std::string& unit) {
  const std::string name = s.counted(many, unit);
  return name.empty() ? name : " " + name;
}

/// "1,250 hours a month"; a seasonal one with its twelve months.
std::string quantity(const Speaker& s, const QuantityRate& rate, const std::string& unit) {
  static constexpr std::array<std::array<const char*, 2>, 4> per = {
      {{" a month", " per maand"},
       {" a quarter", " per kwartaal"},
       {" a year", " per jaar"},
       {", once", ", eenmalig"}}};
  const auto& words = per[static_cast<std::size_t>(rate.per)];
  const std::string name = rate.values.size() == 1 ? s.counted(rate.values.front(), unit)
                                                   : unit_plural(unit, s.language);
  const std::string time = words[s.language == Language::nl ? 1 : 0];
  if (rate.values.size() == 1)
    return s.number(rate.values.front()) + (name.empty() ? "" : " " + name) + time;
  std::string months;
  for (std::size_t i = 0; i < rate.values.size(); ++i)
    months += (i == 0 ? "" : ", ") + month_name(static_cast<int>(i) + 1, s.language) + " " +
              s.number(rate.values[i]);
  return s.say("a number" + (name.empty() ? "" : " of " + name) + time +
                   " that changes with the season (",
               "een aantal" + (name.empty() ? "" : " " + name) + time +
                   " dat per seizoen verschilt (") +
         months + ")";
}

/// " (between 80 and 120)": outside it is not as agreed.
std::string band(const Speaker& s, const QuantityRate& rate) {
  if (rate.at_least && rate.at_most)
    return s.say(" (between ", " (tussen ") + s.number(*rate.at_least) + s.say(" and ", " en ") +
           s.number(*rate.at_most) + ")";
  if (rate.at_least) return s.say(" (at least ", " (ten minste ") + s.number(*rate.at_least) + ")";
  if (rate.at_most) return s.say(" (at most ", " (ten hoogste ") + s.number(*rate.at_most) + ")";
  return {};
}

std::string quantities(const Speaker& s, const Line& line) {
  std::string text;
  for (const QuantityValue::From& row : line.quantity->value.rates) {
    text += text.empty() ? "; " : ", ";
    text += quantity(s, row.rate, line.unit) + band(s, row.rate);
    if (row.from) text += s.say(" from ", " vanaf ") + s.day(*row.from);
  }
  return text;
}

/// " It is split: 15% is fixed (fixed); 85% follows clause syntec (revisable)."
std::string parts(const Speaker& s, const Line& line) {
  std::string text;
  for (const Part& part : line.parts) {
    const std::string share = s.percent(part.share);
    const std::string id =
        part.clause ? s.contract.clauses[line.clauses[*part.clause]].id : std::string();
    text += text.empty() ? s.say(" It is split: ", " De prijs is gesplitst: ") : "; ";
    text += part.clause ? s.say(share + " follows clause " + id, share + " volgt clausule " + id)
                        : s.say(share + " is fixed", share + " staat vast");
    text += " (" + part.name;
    if (!part.aliases.empty())
      text += s.say(", on invoices also ", ", op facturen ook ") + s.listed(part.aliases);
    if (part.rate)
      text += s.say(", paid in ", ", betaald in ") + std::string(part.currency.code()) +
              s.say(" at a fixed rate of ", " tegen een vaste koers van ") +
              decimal_text(part.rate->value, s.language);
    text += ")";
  }
  return text.empty() ? text
                      : text + s.say(". Each part is rounded by itself.",
                                     ". Elk deel wordt apart afgerond.");
}

std::string surcharges(const Speaker& s, const Line& line) {
  std::string text;
  for (const std::size_t index : line.surcharges) {
    const std::string& id = s.contract.clauses[index].id;
    text += line.only_surcharges() ? s.say(" The surcharge of clause " + id + " is charged.",
                                           " In rekening komt de toeslag van clausule " + id + ".")
                                   : s.say(" The surcharge of clause " + id + " comes on top.",
                                           " Daar komt de toeslag van clausule " + id + " bij.");
  }
  return text;
}

std::string discount(const Speaker& s, const DiscountTerms& terms) {
  const std::string rate = s.percent(terms.rate.value);
  std::string text =
      s.say(" A discount of " + rate + " is taken off", " Daar gaat " + rate + " korting af");
  if (terms.until)
    text += s.say(", up to and including ", ", tot en met ") + s.day(terms.until->value);
  text += ".";
  if (!terms.rounding) return text;
  const std::string rounding = s.rounding(terms.rounding->value);
  return text + (rounding.empty() ? s.say(" The net price is not rounded.",
                                          " De nettoprijs wordt niet afgerond.")
                                  : s.say(" The net price is rounded " + rounding + ".",
                                          " De nettoprijs wordt afgerond: " + rounding + "."));
}

/// When the line runs and what holds its price back.
std::string life(const Speaker& s, const Line& line, const PriceTerms* terms) {
  std::string text;
  if (line.from.where)
    text += s.say(" It begins on " + s.day(line.from.value) + ".",
                  " De regel gaat in op " + s.day(line.from.value) + ".");
  if (line.until && line.until->where)
    text += s.say(" It runs up to and including " + s.day(line.until->value) + ".",
                  " De regel loopt tot en met " + s.day(line.until->value) + ".");
  if (line.delivered)
    text += s.say(" It is delivered on " + s.day(*line.delivered) + ".",
                  " Geleverd wordt op " + s.day(*line.delivered) + ".");
  if (line.price_binding) {
    const std::string time = s.duration(line.price_binding->value);
    const Date end = line.from.value + line.price_binding->value;
    const auto& decisions = s.contract.terms.decision;
    const bool agreed =
        std::any_of(decisions.begin(), decisions.end(), [&](const DecisionTerms& each) {
          return each.date.value < end && s.contract.agreed_on(each.date.value, line) == &each;
        });
    text += agreed
                ? s.say(" The price is bound for " + time +
                            ": until then it only moves where a price was agreed.",
                        " De prijs is " + time +
                            " gebonden: zo lang verandert hij alleen als een prijs is afgesproken.")
                : s.say(" The price is bound for " + time + ": until then it does not move.",
                        " De prijs is " + time + " gebonden: zo lang verandert hij niet.");
  }
  if (terms == nullptr) return text;
  if (terms->temporary_until)
    text += s.say(" It was said to last until " + s.day(terms->temporary_until->value) + ".",
                  " Er is gezegd dat dit geldt tot " + s.day(terms->temporary_until->value) + ".");
  for (const UsedTerms& used : terms->used) {
    const std::string year = std::to_string(used.year.value);
    const std::string many =
        s.number(used.quantity.value) + of_unit(s, used.quantity.value, line.unit);
    text += s.say(" In " + year + " " + many + " was used",
                  " In " + year + " is " + many + " gebruikt");
    text += (used.evidence ? " (" + used.evidence->value + ")" : std::string()) + ".";
  }
  if (terms->returns) text += returns_text(s, *terms->returns);
  return text;
}

/// "1.5 times the price of hour-rate, €30.00 an hour".
std::string followed(const Speaker& s, const Line& line) {
  const std::string times = s.number(line.follows->times);
  const std::string other = s.line(line.follows->of);
  return s.say(times + " times the price of " + other + ", rounded to ",
               times + " keer de prijs van " + other + ", afgerond op ") +
         std::to_string(line.price_decimals(s.contract.currency)) +
         s.say(" decimals: ", " decimalen: ") + s.money(line.prices.front().original.value) + " " +
         per_unit(line.unit, s.language);
}

void say_line(Speaker& s, const Line& line) {
  std::string text = line.title + ": ";
  if (line.follows) {
    text += followed(s, line);
  } else if (line.only_surcharges()) {
    text += s.say("no price of its own, a surcharge ", "geen eigen prijs, een toeslag ") +
            per_unit(line.unit, s.language);
  } else if (line.prices.size() == 1) {
    text += s.money(line.prices.front().original.value) + " " + per_unit(line.unit, s.language);
  } else {
    for (std::size_t i = 0; i < line.prices.size(); ++i) {
      const auto& up_to = line.prices[i].up_to;
      text += (i == 0 ? "" : ", ") + s.money(line.prices[i].original.value);
      text += up_to ? s.say(" up to ", " tot en met ") + s.number(*up_to) +
                          of_unit(s, *up_to, line.unit)
                    : s.say(" above that", " daarboven");
    }
    text += " " + per_unit(line.unit, s.language);
  }
  while (text.ends_with(' ')) text.pop_back();
  if (!line.only_surcharges()) text += s.say(" on ", " op ") + s.day(line.price_date);
  if (line.quantity) text += quantities(s, line);
  text += ".";
  if (line.prices.size() > 1)
    text += line.tier_kind == TierKind::volume
                ? s.say(" All of it at the price of the volume.",
                        " Alles gaat tegen de prijs die bij de hele hoeveelheid hoort.")
                : s.say(" Each part of it at its own price.",
                        " Elk deel van de hoeveelheid heeft zijn eigen prijs.");
  if (line.clauses.empty() && line.parts.empty() && !line.only_surcharges())
    text += s.say(" This price is fixed.", " Deze prijs staat vast.");
  text += parts(s, line);
  for (const std::size_t index : line.parts.empty() ? line.clauses : std::vector<std::size_t>{})
    text += s.say(" The price follows clause " + s.contract.clauses[index].id + ".",
                  " De prijs volgt clausule " + s.contract.clauses[index].id + ".");
  text += surcharges(s, line);
  if (line.discount) text += discount(s, *line.discount);
  const auto* terms = s.contract.terms.price.find(line.id);
  text += life(s, line, terms == nullptr ? nullptr : &terms->terms);
  if (!line.aliases.empty())
    text += s.say(" On invoices also: " + s.listed(line.aliases) + ".",
                  " Op facturen ook: " + s.listed(line.aliases) + ".");
  if (terms != nullptr) text += written_at(s, terms->terms.source);
  s.sentence(text);
}

}  // namespace

namespace {

/// "Dutch law applies."
std::string law_of(const Speaker& s, const std::string& country) {
  struct Law {
    const char* country;
    const char* en;
    const char* nl;
  };
  static constexpr std::array<Law, 11> laws = {{{"NL", "Dutch", "Nederlands"},
                                                {"BE", "Belgian", "Belgisch"},
                                                {"DE", "German", "Duits"},
                                                {"FR", "French", "Frans"},
                                                {"LU", "Luxembourg", "Luxemburgs"},
                                                {"AT", "Austrian", "Oostenrijks"},
                                                {"IE", "Irish", "Iers"},
                                                {"ES", "Spanish", "Spaans"},
                                                {"IT", "Italian", "Italiaans"},
                                                {"CH", "Swiss", "Zwitsers"},
                                                {"DK", "Danish", "Deens"}}};
  for (const Law& law : laws)
    if (country == law.country)
      return s.say(std::string(law.en) + " law applies.",
                   std::string(law.nl) + " recht is van toepassing.");
  if (country == "US")
    return s.say("The law of the United States applies.",
                 "Het recht van de Verenigde Staten is van toepassing.");
  if (country == "GB")
    return s.say("The law of the United Kingdom applies.",
                 "Het recht van het Verenigd Koninkrijk is van toepassing.");
  return s.say("The law of " + country + " applies.",
               "Het recht van " + country + " is van toepassing.");
}

}  // namespace

namespace {

/// What the contract is about, where rules of one sector hold.
void subject(Speaker& s) {
  std::vector<std::string> all;
  for (const auto& each : s.contract.terms.contract.subject)
    all.push_back(words(each.value).in(s.language));
  if (all.empty()) return;
  const std::string text = s.listed(all);
  s.sentence(s.say("The contract is about " + text + ".", "Het contract gaat over " + text + "."));
}

/// Where a dwelling lies, and its energy label.
void dwelling(Speaker& s) {
  const ContractSection& c = s.contract.terms.contract;
  std::string text;
  if (c.region) text = " " + words(c.region->value).in(s.language);
  if (c.energy_label)
    text += (text.empty() ? " " : ", ") + words(c.energy_label->value).in(s.language);
  if (!text.empty())
    s.sentence(s.say("It is a dwelling" + text + ".", "Het is een woning" + text + "."));
}

/// What counts of VAT in what the customer pays in all.
void vat_rate(Speaker& s) {
  const ContractSection& c = s.contract.terms.contract;
  if (c.vat_rate)
    s.sentence(s.say("The rate of VAT is " + s.percent(c.vat_rate->value) + ".",
                     "Het btw-tarief is " + s.percent(c.vat_rate->value) + "."));
  if (c.vat_deductible)
    s.sentence(s.say("Of the VAT the customer deducts " + s.percent(c.vat_deductible->value) +
                         "; the rest is cost.",
                     "Van de btw trekt de klant " + s.percent(c.vat_deductible->value) +
                         " af; de rest is kosten."));
}

}  // namespace

void say_parties(Speaker& s) {
  const Contract& c = s.contract;
  s.part(s.say("Who and how long", "Wie en hoe lang"));
  // A consumer of whom no address is stated is nobody in particular.
  const PartyTerms* buyer =
      c.terms.parties && c.terms.parties->customer ? &*c.terms.parties->customer : nullptr;
  const bool consumers =
      c.audience == Audience::b2c && (buyer == nullptr || !buyer->address.has_value());
  if (!c.supplier.empty() && consumers)
    s.sentence(s.say(c.supplier + " supplies consumers.", c.supplier + " levert aan consumenten."));
  else if (!c.supplier.empty() && !c.customer.empty())
    s.sentence(s.say(c.supplier + " works for " + c.customer + ".",
                     c.supplier + " levert aan " + c.customer + "."));
  if (c.terms.parties) {
    party(s, c.terms.parties->supplier);
    party(s, c.terms.parties->customer);
  }
  if (c.terms.contract.signed_on)
    s.sentence(s.say("It was signed on " + s.day(c.signed_on) + ".",
                     "Het is ondertekend op " + s.day(c.signed_on) + "."));
  if (c.bid)
    s.sentence(s.say("Offers were priced on " + s.day(*c.bid) + ".",
                     "De prijzen van de inschrijving zijn van " + s.day(*c.bid) + "."));
  std::string life = s.say("The contract starts on " + s.day(c.start),
                           "Het contract gaat in op " + s.day(c.start));
  life += c.end ? s.say(" and runs up to and including " + s.day(*c.end) + ".",
                        " en loopt tot en met " + s.day(*c.end) + ".")
                : s.say("; it names no end.", "; een einddatum staat er niet in.");
  s.sentence(life);
  if (c.customer_since != c.start)
    s.sentence(s.say("They have worked together since " + s.day(c.customer_since) + ".",
                     "Zij werken samen sinds " + s.day(c.customer_since) + "."));
  if (c.terms.contract.segment) {
    static constexpr std::array<std::array<const char*, 2>, 3> kinds{
        {{"flourishing", "bloeiend"}, {"interesting", "boeiend"}, {"tiring", "vermoeiend"}}};
    const auto& kind = kinds[static_cast<std::size_t>(c.terms.contract.segment->value)];
    s.sentence(
        s.say("For us it is a customer of the kind ", "Voor ons is dit een klant van het soort ") +
        s.say(kind[0], kind[1]) + ".");
  }
  if (c.audience)
    s.sentence(*c.audience == Audience::b2b
                   ? s.say("The customer is a business.", "De klant is een bedrijf of instelling.")
                   : s.say("The customer is a consumer.", "De klant is een consument."));
  subject(s);
  dwelling(s);
  if (!c.jurisdiction.empty()) s.sentence(law_of(s, c.jurisdiction));
  const std::string currency = s.currency();
  s.sentence(c.vat == Vat::excluded ? s.say("All amounts are in " + currency + ", without VAT.",
                                            "Alle bedragen zijn in " + currency + ", zonder btw.")
                                    : s.say("All amounts are in " + currency + ", with VAT.",
                                            "Alle bedragen zijn in " + currency + ", met btw."));
  vat_rate(s);
  if (!c.terms.contract.orders.empty()) {
    const std::string orders = s.listed(texts(c.terms.contract.orders));
    s.sentence(
        s.say("On invoices it is called " + orders + ".", "Op facturen heet het " + orders + "."));
  }
}

void say_lines(Speaker& s) {
  s.part(s.say("What it costs", "Wat het kost"));
  for (const Line& line : s.contract.lines) say_line(s, line);
}

void say_billing(Speaker& s) {
  if (!s.contract.terms.billing) return;
  const BillingTerms& b = s.contract.billing;
  s.part(s.say("How it is invoiced", "Hoe het wordt gefactureerd"));
  const std::string period = s.duration(b.period.value);
  s.sentence(s.say("An invoice is for " + period + ".", "Een factuur gaat over " + period + "."));
  if (b.aligned.value == Aligned::calendar)
    s.sentence(s.say("These times are counted from January, as in the calendar.",
                     "Die tijd telt vanaf januari, zoals in de kalender."));
  switch (b.proration.value) {
    case Proration::days:
      s.sentence(s.say("What changes inside that time is counted by days.",
                       "Wat binnen die tijd verandert, telt naar dagen."));
      break;
    case Proration::months:
      s.sentence(
          s.say("A price or surcharge that changes inside a month counts from the first day of "
                "the next one; discount, quantity, begin and end are counted by the day.",
                "Een prijs of toeslag die binnen een maand verandert, telt vanaf de eerste "
                "dag van de volgende; korting, aantal, begin en einde tellen per dag."));
      break;
    case Proration::next_period:
      s.sentence(
          s.say("A price or surcharge that changes inside that time counts from the next "
                "invoice; discount, quantity, begin and end are counted by the day.",
                "Een prijs of toeslag die binnen die tijd verandert, telt vanaf de volgende "
                "factuur; korting, aantal, begin en einde tellen per dag."));
      break;
  }
  if (b.amount) {
    const std::string rounding = s.rounding(b.amount->value);
    s.sentence(rounding.empty()
                   ? s.say("The amount of a line is not rounded.",
                           "Het bedrag van een regel wordt niet afgerond.")
                   : s.say("The amount of a line is rounded " + rounding + ".",
                           "Het bedrag van een regel wordt afgerond: " + rounding + "."));
  }
  if (b.payment)
    s.sentence(s.say("It is paid within " + s.duration(b.payment->value) + ".",
                     "Betaald wordt binnen " + s.duration(b.payment->value) + "."));
  if (b.source) s.sentence(written_at(s, b.source).substr(1));
}

std::string price_name(const Line& line, std::size_t price, Language language) {
  if (line.prices.size() < 2) return line.title;
  const auto& up_to = line.prices[price].up_to;
  if (!up_to)
    return line.title + say(language, ", above that", ", daarboven", ", darüber", ", au-delà");
  return line.title + say(language, ", up to ", ", tot en met ", ", bis ", ", jusqu’à ") +
         decimal_text(*up_to, language);
}

}  // namespace pricetalk
