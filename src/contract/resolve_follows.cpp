#include "contract/resolve_follows.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

void check_own_keys(const PriceTerms& terms, const Line& line, Diagnostics& diagnostics) {
  std::optional<Span> own;
  const auto stated = [&](const std::optional<Span>& where) {
    if (!own && where) own = where;
  };
  if (terms.price_date) stated(terms.price_date->where);
  if (!terms.clause.empty()) stated(terms.clause.front().where);
  if (!terms.parts.empty()) stated(terms.parts.front().span);
  if (terms.price_binding) stated(terms.price_binding->where);
  if (!own) return;
  diagnostics.error("C0339", *own,
                    {"'" + line.id + "' follows '" + line.follows->of +
                         "': it has no date, clause or parts of its own",
                     "'" + line.id + "' volgt '" + line.follows->of +
                         "': ze heeft geen eigen datum, clausule of delen"},
                    {"leave this out, or write the amount as unit_price",
                     "laat dit weg, of schrijf het bedrag als unit_price"});
}

/// Why a line cannot be followed; nothing when it can.
std::optional<Phrase> hindrance(const Line& line, const Line& other) {
  if (&line == &other) return Phrase{"it is the line itself", "het is de regel zelf"};
  if (other.follows)
    return Phrase{"it follows '" + other.follows->of + "' itself",
                  "die volgt zelf '" + other.follows->of + "'"};
  if (other.prices.size() > 1) return Phrase{"it has tiers", "die heeft staffels"};
  if (!other.parts.empty()) return Phrase{"it has parts", "die heeft delen"};
  if (other.only_surcharges())
    return Phrase{"it has no price of its own", "die heeft geen eigen prijs"};
  return std::nullopt;
}

void check_decisions(const Contract& contract, const Line& line, Diagnostics& diagnostics) {
  for (const DecisionTerms& decision : contract.terms.decision)
    for (const Stated<Id>& id : decision.price) {
      if (id.value.value != line.id) continue;
      diagnostics.error("C0341", id.where.value_or(decision.span),
                        {"'" + line.id + "' follows '" + line.follows->of +
                             "': nothing can be decided about it alone",
                         "'" + line.id + "' volgt '" + line.follows->of +
                             "': over deze regel alleen valt niets te besluiten"},
                        {"decide about '" + line.follows->of + "', or give it a price of its own",
                         "besluit over '" + line.follows->of + "', of geef haar een eigen prijs"});
    }
}

void check_times(const Line& line, Diagnostics& diagnostics) {
  if (Decimal(0, 0) < line.follows->times) return;
  diagnostics.error("C0342", line.follows->where,
                    {"'" + line.id + "' is " + line.follows->times.text() + " times '" +
                         line.follows->of + "', which is no price",
                     "'" + line.id + "' is " + line.follows->times.text() + " keer '" +
                         line.follows->of + "', en dat is geen prijs"},
                    {"write a number above 0, for example times = 1.5",
                     "schrijf een getal boven 0, bijvoorbeeld times = 1.5"});
}

void take_over(const Contract& contract, const Line& other, Line& line) {
  line.price_date = other.price_date;
  line.clauses = other.clauses;
  if (!line.from.where) line.from = {other.from.value, {}};
  Line::Price& own = line.prices.front();
  own.original.value =
      round(Ratio(line.follows->times) * Ratio(other.prices.front().original.value),
            Rounding::decimals(other.price_decimals(contract.currency)));
}

}  // namespace

void resolve_follows(Contract& contract, Diagnostics& diagnostics) {
  for (Line& line : contract.lines) {
    if (!line.follows) continue;
    const auto* terms = contract.terms.price.find(line.id);
    if (terms != nullptr) check_own_keys(terms->terms, line, diagnostics);
    check_times(line, diagnostics);
    check_decisions(contract, line, diagnostics);
    const Line* other = contract.find_line(line.follows->of);
    if (other == nullptr) continue;
    if (const auto why = hindrance(line, *other))
      diagnostics.error(
          "C0340", line.follows->where,
          {"'" + line.follows->of + "' cannot be followed: " + why->en,
           "'" + line.follows->of + "' kan niet worden gevolgd: " + why->nl},
          {"name a line with one price of its own", "noem een regel met één eigen prijs"});
    else
      take_over(contract, *other, line);
  }
}

}  // namespace pricetalk
