#include <algorithm>
#include <cctype>

#include "contract/weights.hpp"
#include "explain/worksheet.hpp"
#include "pricetalk/explain/calculation.hpp"
#include "pricetalk/explain/format.hpp"
#include "talk/letter_prices.hpp"

namespace pricetalk {

namespace {

/// The costs behind a step: how much each figure changed, how much it counts for, what it does.
class Basket {
 public:
  Basket(LetterParts& parts, const LetterTask& task, const MovedPrice& first)
      : parts_(parts), task_(task), entry_(*first.price->entry), sheet_(task.contract().currency) {
    for (OutlineRow& row : outline(entry_.why, entry_.answer))
      if (row.source != nullptr) inputs_.push_back(std::move(row));
  }

  /// False where the formula weighs no figures, or one of them cannot be told from another.
  bool add() {
    const auto terms = weighed_terms(entry_.clause->ladder_on(entry_.date), *entry_.clause);
    for (const WeighedTerm& term : terms)
      if (!(term.read == nullptr ? fixed(term) : moved(term))) return false;
    if (changes_.empty()) return false;
    total();
    parts_.fields.values["basket_rows"] = std::move(rows_);
    parts_.fields.holds.insert("basket");
    for (const auto& [address, label, node] : changes_)
      parts_.items.push_back({{address}, label, sheet_.derivation(), node});
    return true;
  }

 private:
  struct Change {
    std::string address;
    Phrase label;
    NodeId node;
  };

  const OutlineRow* input(const std::string& symbol) const {
    const OutlineRow* found = nullptr;
    for (const OutlineRow& row : inputs_) {
      if (row.symbol != symbol || !row.source->figure || !row.value) continue;
      if (found != nullptr) return nullptr;
      found = &row;
    }
    return found;
  }

  bool moved(const WeighedTerm& term) {
    const OutlineRow* now = input(term.read->symbol);
    const OutlineRow* before = input(term.read->symbol + "0");
    const auto share = term.weight.exact_decimal();
    if (now == nullptr || before == nullptr || before->value->is_zero() || !share) return false;
    const NodeId ratio = sheet_.div(given(*now), given(*before));
    const NodeId change =
        sheet_.sub(ratio, sheet_.constant(Decimal(1, 0)),
                   {"change of " + now->symbol, "verandering van " + now->symbol});
    const NodeId weight = sheet_.constant(*share);
    const NodeId effect = sheet_.mul(weight, change, {"effect", "effect"});
    effects_.push_back(effect);
    rows_.push_back({PlainText{name(*term.read, *now, *before)},
                     percent(change, term.read->symbol + "/change"), PlainText{weight_text(term)},
                     percent(effect, term.read->symbol + "/effect")});
    return true;
  }

  bool fixed(const WeighedTerm& term) {
    rows_.push_back({PlainText{task_.say("Fixed part", "Vast deel", "Fester Anteil", "Part fixe")},
                     PlainText{"–"}, PlainText{weight_text(term)}, PlainText{"–"}});
    return true;
  }

  /// What the step came to; where a limit or a rounding of the contract changed it, both.
  void total() {
    const NodeId sum = sheet_.sum(effects_, {"together", "samen"});
    rows_.push_back({PlainText{task_.say("Together", "Samen", "Zusammen", "Total")}, PlainText{""},
                     PlainText{""}, percent(sum, "together")});
    const Outcome<Ratio> step = entry_.change();
    if (!step || !sheet_.value(sum)) return;
    const Ratio off = *step - *sheet_.value(sum);
    const Ratio rounding = Ratio(Decimal(1, 4));
    if (abs(off) <= rounding) return;
    const std::string address = entry_.address.text + "/change";
    rows_.push_back(
        {PlainText{only_limits()
                       ? task_.say("After the limits we agreed", "Na de grenzen die wij afspraken",
                                   "Nach den vereinbarten Grenzen", "Après les limites convenues")
                       : task_.say("Of that in the price", "Daarvan in de prijs", "Davon im Preis",
                                   "Part répercutée sur le prix")},
         PlainText{""}, PlainText{""},
         AmountField{percent_figure(*step, address, {"step", "stap"}, entry_.fixity, entry_.answer),
                     true}});
    parts_.items.push_back({{address}, {"step", "stap"}, entry_.why, entry_.answer});
  }

  /// Whether a cap or a floor is all that can stand between the figures and the step: no part that
  /// stays fixed, no share, no threshold.
  bool only_limits() const {
    const Ladder& ladder = entry_.clause->ladder_on(entry_.date);
    const Limits& limits = ladder.limits;
    return !entry_.part && !ladder.pass_through.where && !ladder.threshold &&
           !(limits.cap.empty() && limits.floor.empty() && limits.cap_total.empty() &&
             limits.floor_total.empty());
  }

  NodeId given(const OutlineRow& row) {
    return sheet_.given(row.value, row.label, *row.source, row.form);
  }

  CellField percent(NodeId node, const std::string& what) {
    const std::string address = entry_.address.text + "/basket/" + what;
    const Phrase label{"change: " + what, "verandering: " + what};
    changes_.push_back({address, label, node});
    return AmountField{
        percent_figure(*sheet_.value(node), address, label, sheet_.fixity(node), node), true};
  }

  std::string weight_text(const WeighedTerm& term) const {
    const Ratio hundred = term.weight * Ratio(100);
    const bool whole = Ratio(round(hundred, Rounding::decimals(0))) == hundred;
    return percent_text(term.weight, whole ? 0 : 1, task_.language);
  }

  /// "Lonen, van juli 2024 tot juli 2025".
  std::string name(const IndexRead& read, const OutlineRow& now, const OutlineRow& before) const {
    const Series* series = task_.talk().library->find(read.series.value.value);
    std::string text = series == nullptr || series->title.empty() ? read.symbol : series->title;
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    const std::string since = period_text(before.source->figure->about, task_.language);
    // "d’août", "d’avril", "d’octobre"
    const bool elided = since.starts_with('a') || since.starts_with('o');
    return text + task_.say(", from ", ", van ", ", von ", elided ? ", d’" : ", de ") + since +
           task_.say(" to ", " tot ", " bis ", " à ") +
           period_text(now.source->figure->about, task_.language);
  }

  LetterParts& parts_;
  const LetterTask& task_;
  const PriceEntry& entry_;
  Worksheet sheet_;
  std::vector<OutlineRow> inputs_;
  std::vector<NodeId> effects_;
  std::vector<Change> changes_;
  RowsField rows_;
};

}  // namespace

void add_basket(LetterParts& parts, const LetterTask& task, const PriceNews& news) {
  const MovedPrice& first = news.moved.front();
  const bool one_clause =
      std::all_of(news.moved.begin(), news.moved.end(), [&](const MovedPrice& each) {
        return each.price->causes.size() == 1 &&
               each.price->entry->clause == first.price->entry->clause;
      });
  if (!one_clause || !first.price->entry->why) return;
  Basket(parts, task, first).add();
}

}  // namespace pricetalk
