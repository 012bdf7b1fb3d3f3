#include "portfolio/content.hpp"

#include <algorithm>

#include "contract/clause_terms_dictionary.hpp"
#include "contract/terms_dictionary.hpp"
#include "document/written.hpp"

namespace pricetalk {

namespace {

/// Words that move no price and no amount. The unit of a line moves none either, but what invoices
/// are asked hangs on it, and lines of one content share it.
const std::vector<std::string_view> frame_left_out = {"id", "title", "orders", "tags"};
const std::vector<std::string_view> line_left_out = {
    "title", "alias", "returns", "used", "temporary_until", "unit_price", "quantity", "clause"};
const std::vector<std::string_view> clause_left_out = {"article", "alias"};
const std::vector<std::string_view> fact_left_out = {"by", "reason"};

const PriceTerms& terms_of(const Contract& contract, const Line& line) {
  return contract.terms.price.find(line.id)->terms;
}

/// How the quantity is stated, without its numbers but those of its band; of these only whether
/// they are zero, because nothing is charged then.
std::string quantity_form(const Line& line) {
  std::string text;
  if (!line.quantity) return text;
  for (const QuantityValue::From& each : line.quantity->value.rates) {
    text += each.from ? each.from->text() : std::string("begin");
    text += ' ' + std::to_string(static_cast<int>(each.rate.per)) + ' ';
    for (const Decimal& value : each.rate.values) text += value.is_zero() ? '0' : 'q';
    if (each.rate.at_least) text += " from " + each.rate.at_least->text();
    if (each.rate.at_most) text += " to " + each.rate.at_most->text();
    text += '\n';
  }
  return text;
}

/// Whether a rounding asks how many decimals the price was written with.
bool rounds_as_written(const Contract& contract, const Line& line) {
  const auto asks = [](const RoundingRule& rule) {
    return rule.kind == RoundingRule::Kind::as_written;
  };
  if (line.discount && line.discount->rounding && asks(line.discount->rounding->value)) return true;
  return std::any_of(line.clauses.begin(), line.clauses.end(), [&](std::size_t at) {
    const std::vector<DatedLadder>& ladders = contract.clauses[at].ladders;
    return std::any_of(ladders.begin(), ladders.end(), [&](const DatedLadder& dated) {
      return asks(dated.ladder.rounding.price.value);
    });
  });
}

/// Why a line has no one price; empty: it has.
Phrase in_pieces(const Line& line) {
  if (line.prices.size() > 1) return {"prices in tiers", "staffelprijzen"};
  if (!line.parts.empty()) return {"a price in parts", "een prijs in delen"};
  if (line.follows) return {"a price that follows another", "een prijs die een andere volgt"};
  if (!line.surcharges.empty()) return {"surcharges", "toeslagen"};
  return {};
}

/// Why its price moves with more than its own clauses and the figures of their dates; empty: it
/// does not.
Phrase moved_by_others(const Contract& contract, const Line& line) {
  for (const std::size_t at : line.clauses) {
    const Clause& clause = contract.clauses[at];
    const Clause* later = clause.later ? clause.later->clause.get() : nullptr;
    if (clause.resets_base.value || (later != nullptr && later->resets_base.value))
      return {"a clause that resets the others", "een clausule die de andere herijkt"};
    const auto reads = clause.all_reads();
    const bool late = std::any_of(reads.begin(), reads.end(), [](const IndexRead* r) {
      return r->if_missing.value == IfMissing::latest_and_true_up;
    });
    if (late) return {"figures that are settled afterwards", "cijfers die later worden verrekend"};
  }
  return {};
}

Phrase own_figures(const Contract& contract) {
  if (contract.own_series.empty()) return {};
  return {"figures of its own", "eigen cijfers"};
}

}  // namespace

Phrase without_price_course(const Contract& contract, const Line& line) {
  if (Phrase why = in_pieces(line); !why.empty()) return why;
  return moved_by_others(contract, line);
}

Phrase without_course(const Contract& contract, const Line& line) {
  if (Phrase why = in_pieces(line); !why.empty()) return why;
  if (!line.quantity) return {"no quantity", "geen hoeveelheid"};
  return moved_by_others(contract, line);
}

Phrase why_by_itself(const Contract& contract, const Line& line) {
  Phrase why = without_course(contract, line);
  return why.empty() ? own_figures(contract) : why;
}

std::optional<std::string> frame_of(const Contract& contract) {
  WrittenText frame(frame_left_out);
  frame.table(contract.terms.contract);
  if (contract.terms.billing) frame.table(*contract.terms.billing);
  if (!frame.whole()) return std::nullopt;
  return std::move(frame).text();
}

Content content_of(const Contract& contract, const Line& line,
                   const std::optional<std::string>& frame, const std::string& figures) {
  Content made;
  made.by_itself = why_by_itself(contract, line);
  made.unpriced = without_price_course(contract, line);
  if (made.unpriced.empty()) made.unpriced = own_figures(contract);
  if (!made.unpriced.empty()) return made;
  const auto without_text = [&](Phrase why) {
    made.unpriced = why;
    if (made.by_itself.empty()) made.by_itself = std::move(why);
    return made;
  };
  WrittenText own(line_left_out);
  own.table(terms_of(contract, line));
  if (rounds_as_written(contract, line))
    own.word(std::to_string(line.price_decimals(contract.currency)));
  made.names = line.id + '\n';
  WrittenText clauses(clause_left_out);
  for (const std::size_t at : line.clauses) {
    const std::string& id = contract.clauses[at].id;
    made.names += id + '\n';
    if (!contract.terms.decision.empty() || !contract.terms.announcement.empty()) clauses.word(id);
    const auto* named = contract.terms.clause.find(id);
    if (named == nullptr)
      return without_text({"a clause that is written elsewhere", "een clausule die elders staat"});
    clauses.table(named->terms);
  }
  WrittenText facts(fact_left_out);
  for (const DecisionTerms& decision : contract.terms.decision) facts.table(decision);
  for (const AnnouncementTerms& announcement : contract.terms.announcement)
    facts.table(announcement);
  if (!contract.terms.decision.empty()) facts.word(line.id);
  if (!frame || !own.whole() || !clauses.whole() || !facts.whole())
    return without_text({"terms whose keys stand on lines of their own",
                         "voorwaarden waarvan de sleutels op eigen regels staan"});
  made.amounts = *frame + std::move(own).text() + quantity_form(line);
  made.prices = made.amounts + figures + '\n' + std::move(clauses).text() + std::move(facts).text();
  return made;
}

}  // namespace pricetalk
