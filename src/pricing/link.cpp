#include "pricing/link.hpp"

#include <algorithm>

#include "explain/worksheet.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

Clause* clause_of(Contract& contract, const std::string& id) {
  const auto found = std::find_if(contract.clauses.begin(), contract.clauses.end(),
                                  [&](const Clause& clause) { return clause.id == id; });
  return found == contract.clauses.end() ? nullptr : &*found;
}

/// The method of the first link that the other reading changed.
LinkMethod method_after(const Clause& before, const Clause& after) {
  for (std::size_t i = 0; i < before.reads.size(); ++i)
    for (std::size_t k = 0; k < before.reads[i].links.size(); ++k) {
      const LinkMethod method = after.reads[i].links[k].method.value;
      if (before.reads[i].links[k].method.value != method) return method;
    }
  return LinkMethod::double_fraction;
}

/// The price of a step as a figure of a worksheet.
NodeId given(Worksheet& sheet, const PriceEntry& entry, Phrase label) {
  return sheet.given(entry.price, std::move(label),
                     {.kind = InputSource::Kind::earlier_price,
                      .text = {"price of the step", "prijs van de stap"},
                      .figure = {},
                      .where = {},
                      .address = entry.address.text,
                      .fixity = entry.fixity});
}

}  // namespace

bool other_link_method(Clause& clause) {
  bool changed = false;
  for (IndexRead& read : clause.reads)
    for (LinkTerms& link : read.links) {
      const bool rounds =
          link.rounding.value.kind != RoundingRule::Kind::none ||
          (link.at && link.coefficient_rounding.value.kind != RoundingRule::Kind::none);
      if (!rounds) continue;
      link.method.value = link.method.value == LinkMethod::coefficient ? LinkMethod::double_fraction
                                                                       : LinkMethod::coefficient;
      changed = true;
    }
  return changed;
}

const Phrase& words(LinkMethod method) {
  static const Phrase coefficient{"link coefficient", "koppelcoëfficiënt"};
  static const Phrase double_fraction{"double fraction", "dubbele breuk"};
  return method == LinkMethod::coefficient ? coefficient : double_fraction;
}

bool crosses_link(const Derivation& derivation) {
  if (!derivation) return false;
  const auto& notes = derivation.calculation->notes;
  return std::any_of(notes.begin(), notes.end(),
                     [](const Note& note) { return note.role == Role::link_coefficient; });
}

std::optional<OtherLink> other_link(const PricingContext& context, const PriceEntry& entry) {
  if (entry.clause == nullptr || !entry.price || !crosses_link(entry.why)) return std::nullopt;
  Contract edited = *context.contract;
  Clause* clause = clause_of(edited, entry.clause->id);
  if (clause == nullptr || !other_link_method(*clause)) return std::nullopt;

  State state = begin(context).first;
  const Date until = std::max(entry.date, entry.from);
  for (const Occasion& occasion : timeline(*context.contract, *context.line, until)) {
    auto [next, made] = step(context, state, occasion);
    if (made.address == entry.address && made.date == entry.date && made.clause == entry.clause) {
      PricingContext other = context;
      other.contract = &edited;
      other.line = edited.find_line(context.line->id);
      OtherLink answer{
          method_after(*entry.clause, *clause), step(other, state, occasion).second, {}};
      // They point into the edited contract, which ends here.
      answer.entry.clause = nullptr;
      answer.entry.decision = nullptr;
      answer.entry.announcement = nullptr;
      Worksheet sheet(context.contract->currency);
      const NodeId theirs = given(sheet, answer.entry, words(answer.method));
      const NodeId ours = given(sheet, entry, {"price of the contract", "prijs volgens contract"});
      answer.gap = sheet.value(sheet.sub(theirs, ours, {"gap", "verschil"}));
      return answer;
    }
    state = std::move(next);
  }
  return std::nullopt;
}

Phrase in_words(const OtherLink& other, int decimals, const Currency& currency) {
  const Phrase& method = words(other.method);
  Phrase text{"With the " + method.en + ": ", "Met de " + method.nl + ": "};
  if (!other.entry.price)
    return {text.en + "not determined yet.", text.nl + "nog niet te bepalen."};
  const auto money = [&](const Ratio& amount, Language language) {
    return money_text({as_decimal(amount, decimals), currency}, language);
  };
  const Ratio gap = *other.gap;
  const bool higher = gap.sign() > 0;
  const Ratio size = higher ? gap : -gap;
  const auto in = [&](Language language, const Phrase& same, const Phrase& more,
                      const Phrase& less) {
    std::string made = money(*other.entry.price, language) + " (";
    if (gap.is_zero()) return made + same.in(language) + ").";
    return made + money(size, language) + " " + (higher ? more : less).in(language) + ").";
  };
  const Phrase same{"the same", "gelijk"};
  const Phrase more{"higher", "hoger"};
  const Phrase less{"lower", "lager"};
  text.en += in(Language::en, same, more, less);
  text.nl += in(Language::nl, same, more, less);
  return text;
}

}  // namespace pricetalk
