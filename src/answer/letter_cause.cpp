#include "answer/letter_cause.hpp"

#include <algorithm>

#include "billing/charge.hpp"
#include "explain/rounded.hpp"
#include "pricing/fold.hpp"
#include "reading/reading.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t most_prices = 6;

/// The price as it stands, and the others that it can mean and one mistake gives.
std::vector<Ratio> possible_prices(const Contract& contract, const Line& line,
                                   const Library& library, const AnnouncedPrice& announced,
                                   const ReceivedLetter& letter, Date today) {
  std::vector<Ratio> made{Ratio(announced.price)};
  if (announced.low == announced.high) return made;
  const Coverage coverage(library, today);
  for (const Reading& reading : readings(contract, line, library, letter.on)) {
    if (made.size() == most_prices) break;
    const std::optional<Contract> edited = reading.edit(contract);
    const Line* same = edited ? edited->find_line(line.id) : nullptr;
    if (same == nullptr) continue;
    const PriceSchedule prices = schedule(PricingContext{&*edited, same, 0, &coverage}, letter.on);
    const PriceEntry* entry = prices.on(letter.on);
    if (entry == nullptr || !entry->price || !announced.can_be(*entry->price)) continue;
    if (std::find(made.begin(), made.end(), *entry->price) == made.end())
      made.push_back(*entry->price);
  }
  return made;
}

/// How many prices of the line's decimals a percentage can mean.
Ratio prices_meant(const Contract& contract, const Line& line, const AnnouncedPrice& announced) {
  const Ratio step(Decimal(1, line.price_decimals(contract.currency)));
  return (announced.high - announced.low) / step + Ratio(1);
}

/// Whether it still counts as no coincidence where the price is one of several.
bool is_certain(const Explanation& explanation, const Ratio& meant) {
  if (explanation.weak()) return false;
  const bool plain = explanation.misreadings.size() == 1 && explanation.invoice.empty();
  return Ratio(std::int64_t{explanation.coincidence}) * meant <= Ratio(plain ? 10'000 : 1'000);
}

/// Whether a mistake was made on the day of the letter; of an earlier one a guess says nothing.
bool is_of_the_day(const Explanation& explanation, Date on) {
  return std::any_of(
      explanation.misreadings.begin(), explanation.misreadings.end(), [&](const Misreading& each) {
        return std::find(each.dates.begin(), each.dates.end(), on) != each.dates.end();
      });
}

/// "A fixed 4 %" and "the announced 4 %" say nothing of a letter that announces 4 %, and are wrong
/// of one that announces 5 %.
bool is_a_percentage_itself(const Explanation& explanation) {
  return std::any_of(explanation.misreadings.begin(), explanation.misreadings.end(),
                     [](const Misreading& each) {
                       return each.reading.find("fixed-percentage/") != std::string::npos ||
                              each.reading.ends_with("announced-percentage");
                     });
}

/// A price that is a round number may be one by itself: that it is "rounded to whole euros" says
/// nothing of a letter that announces a percentage, and little where something else explains it.
bool is_a_round_price(const Explanation& explanation) {
  return std::any_of(
      explanation.misreadings.begin(), explanation.misreadings.end(),
      [](const Misreading& each) { return each.reading.find("price-in-") != std::string::npos; });
}

/// The explanation that says something of the letter; nothing where the first says nothing.
const Explanation* telling(const std::vector<Explanation>& found, const ReceivedLetter& letter) {
  const Explanation& first = found.front();
  if (letter.change && (is_a_percentage_itself(first) || is_a_round_price(first))) return nullptr;
  const auto other = std::find_if(found.begin(), found.end(),
                                  [](const Explanation& each) { return !is_a_round_price(each); });
  return other == found.end() ? &first : &*other;
}

bool is_better(const LetterCause& a, const LetterCause& b) {
  if (a.certain != b.certain) return a.certain;
  if (a.explanation.misreadings.size() != b.explanation.misreadings.size())
    return a.explanation.misreadings.size() < b.explanation.misreadings.size();
  return a.explanation.rank < b.explanation.rank;
}

}  // namespace

std::optional<InvoiceLine> as_invoice_row(const Contract& contract, const PriceSchedule& prices,
                                          const Ratio& price, Date on) {
  const Line& line = *prices.line;
  InvoiceLine row;
  row.invoice = "letter";
  row.line = line.id;
  row.from = row.to = row.date = charged_from(contract, line, on);
  row.quantity = Decimal(1, 0);
  row.without_vat = contract.vat == Vat::excluded;
  Worksheet sheet(contract.currency);
  InputSource source;
  source.text = {"price by the letter", "prijs volgens de brief"};
  NodeId node = sheet.given(price, source.text, source);
  for (const Surcharge& each : surcharges_on(prices, row.from)) {
    InputSource from;
    from.text = {"surcharge", "toeslag"};
    node = sheet.add(node, sheet.given(each.amount, from.text, from));
  }
  node = net_price(sheet, contract, line, prices.price, node, discounted_on(line, row.from));
  const Outcome<Ratio> net = sheet.value(node);
  const Outcome<Ratio> amount = sheet.value(sheet.round(node, amount_rounding(contract)));
  if (!net || !amount) return std::nullopt;
  row.unit_price = as_decimal(*net, line.price_decimals(contract.currency, prices.price));
  row.amount = as_decimal(*amount, contract.currency.minor_decimals());
  return row;
}

std::optional<LetterCause> cause_of(const Contract& contract, const Line& line,
                                    const Library& library, const AnsweredPrice& price,
                                    const ReceivedLetter& letter, Date today) {
  if (!price.announced || line.only_surcharges()) return std::nullopt;
  const AnnouncedPrice& announced = *price.announced;
  const Ratio meant = prices_meant(contract, line, announced);
  std::optional<LetterCause> best;
  for (const Ratio& each : possible_prices(contract, line, library, announced, letter, today)) {
    const auto row = as_invoice_row(contract, *price.prices, each, letter.on);
    if (!row) continue;
    const Audit made = audit(contract, library, {*row}, today);
    const AuditedLine* audited = made.find_line(line.id);
    if (audited == nullptr || audited->causes.explanations.empty()) continue;
    const Explanation* telling_one = telling(audited->causes.explanations, letter);
    if (telling_one == nullptr) continue;
    LetterCause found{*telling_one, false};
    // Of several that fit equally well none is known to be the one.
    found.certain = audited->causes.result == Causes::Result::found &&
                    audited->causes.explanations.size() == 1 &&
                    is_certain(found.explanation, meant);
    if (!found.certain && !is_of_the_day(found.explanation, letter.on)) continue;
    if (!best || is_better(found, *best)) best = std::move(found);
  }
  return best;
}

}  // namespace pricetalk
