#include <algorithm>
#include <memory>

#include "explain/worksheet.hpp"
#include "letter/innovation.hpp"
#include "letter/price_words.hpp"
#include "letter/sentences.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/day_step.hpp"
#include "talk/facts_parts.hpp"
#include "talk/letter_prices.hpp"
#include "talk/letter_refund.hpp"

namespace pricetalk {

// The customer wrote that we charged too much: which part of it is right by the contract, what we
// pay back, what stands and how its price came about.

namespace {

/// One disputed line beside what the audit of its invoices says.
struct Disputed {
  const AuditedLine* line = nullptr;  ///< never nothing
  std::optional<Figure> claimed;      ///< nothing: the customer names no amount
  std::optional<Figure> stands;       ///< what is left of `claimed`, where that is anything

  const Figure& over() const { return line->totals.over; }
  bool right() const { return !amount_of(over()).is_zero(); }
  /// More was too much than the customer says.
  bool more() const { return claimed && amount_of(*claimed) < amount_of(over()); }
  bool in_part() const { return right() && stands; }
  /// Our prices are the contract's: all of them, or all but those that are corrected.
  bool holds() const { return !right() || stands; }
};

class DisputeAnswer {
 public:
  DisputeAnswer(const LetterTask& task, std::vector<Disputed> lines,
                const std::optional<Refund>& refund)
      : task_(task), lines_(std::move(lines)), refund_(refund) {}

  LetterDraft draft() && {
    Fields& fields = parts_.fields;
    const auto& received = task_.dispute.received;
    fields.values["of_day"] =
        PlainText{received ? task_.say(" that we received on ", " die wij ontvingen op ") +
                                 task_.day(*received)
                           : ""};
    fields.holds.insert(!refund_ ? "none_right"
                        : std::any_of(lines_.begin(), lines_.end(),
                                      [](const Disputed& each) { return each.holds(); })
                            ? "part_right"
                            : "all_right");
    if (refund_) money_back();
    rows();
    findings();
    prices();
    add_items(parts_, task_.talk().audit->evidence);
    return std::move(parts_);
  }

 private:
  void money_back() {
    parts_.fields.holds.insert("comes_back");
    add_refund_amounts(parts_, task_, *refund_);
    add_corrected_prices(parts_, task_);
    add_written(parts_.fields, "error_cause", task_.written().error_cause);
    add_refunded_invoices(parts_, task_, *refund_, number_of(1));
    add_items(parts_, refund_->evidence);
  }

  /// " 1" behind the name of an annex, where there are two.
  std::string number_of(int annex) const {
    return refund_ && shows_prices() ? " " + std::to_string(annex) : std::string();
  }

  bool shows_prices() const {
    return std::any_of(lines_.begin(), lines_.end(), [&](const Disputed& each) {
      const Date last = charged_days(*each.line).last;
      return std::any_of(each.line->allowed->begin(), each.line->allowed->end(),
                         [&](const PriceSchedule& prices) {
                           const PriceEntry* entry = prices.on(last);
                           return entry != nullptr && entry->price;
                         });
    });
  }

  static AmountField amount(const Figure& figure, Phrase label) {
    return {{figure, std::move(label), no_node}, true};
  }
  AmountField claimed(const Disputed& each) const {
    return amount(*each.claimed, {"as you write", "zoals u schrijft"});
  }
  AmountField over(const Disputed& each) const {
    return amount(each.over(), {"too much by the contract", "te veel volgens het contract"});
  }
  AmountField stands(const Disputed& each) const {
    return amount(*each.stands, {"what stands", "wat blijft staan"});
  }

  void rows() {
    RowsField rows;
    for (const Disputed& each : lines_) {
      const CellField said = each.claimed ? CellField(claimed(each)) : PlainText{"–"};
      const CellField left = each.stands ? CellField(stands(each)) : PlainText{"–"};
      rows.push_back({PlainText{each.line->line->title}, said, over(each), left});
    }
    parts_.fields.values["dispute_rows"] = std::move(rows);
  }

  /// What the rows mean, in a sentence or two for each line.
  void findings() {
    SentencesField made;
    const auto text = [&](const std::string& en, const std::string& nl) {
      made.pieces.emplace_back(PlainText{task_.say(en, nl)});
    };
    for (const Disputed& each : lines_) {
      if (!made.pieces.empty()) text(" ", " ");
      const std::string& name = each.line->line->title;
      if (!each.right()) {
        not_too_much(each, text);
      } else if (each.in_part()) {
        text(name + ": we charged ", name + ": wij hebben ");
        made.pieces.emplace_back(over(each));
        text(" too much. We pay that back. The other ",
             " te veel gerekend. Dat betalen wij terug. De overige ");
        made.pieces.emplace_back(stands(each));
        text(" is not too much, and stands.", " is niet te veel gerekend, en blijft staan.");
      } else if (each.more()) {
        text(name + ": it is more than you write. We pay back all of it.",
             name + ": het is meer dan " + subject() + ". Wij betalen alles terug.");
      } else {
        text(name + ": that is right. We pay it back.",
             name + ": dat klopt. Wij betalen het terug.");
      }
    }
    parts_.fields.values["findings"] = std::move(made);
  }

  /// Nothing is too much: every price is the contract's, or it was paid back, or it is less.
  template <class Text>
  void not_too_much(const Disputed& each, const Text& text) const {
    const std::string& name = each.line->line->title;
    const auto& rows = task_.talk().audit->rows;
    const bool all_right =
        std::all_of(each.line->rows.begin(), each.line->rows.end(),
                    [&](std::size_t at) { return amount_of(*rows[at].difference).is_zero(); });
    if (all_right)
      text(name + ": every amount on these invoices is the one that the contract gives.",
           name + ": elk bedrag op deze facturen is het bedrag dat uit het contract volgt.");
    else if (!each.line->paid_back.empty())
      text(name + ": what was too much, we have credited already.",
           name + ": wat te veel was, hebben wij al gecrediteerd.");
    else
      text(name + ": these invoices hold no more than the contract allows.",
           name + ": op deze facturen staat niet meer dan het contract toestaat.");
  }

  std::string subject() const { return informal(task_.contract()) ? "je schrijft" : "u schrijft"; }

  /// The days that a line was charged for.
  Days charged_days(const AuditedLine& line) const {
    const auto& rows = task_.talk().audit->rows;
    Days days{rows[line.rows.front()].charged.from, rows[line.rows.front()].charged.to};
    for (const std::size_t at : line.rows) {
      days.first = std::min(days.first, rows[at].charged.from);
      days.last = std::max(days.last, rows[at].charged.to);
    }
    return days;
  }

  /// The last step of each price in the letter, and all steps of the days charged in the annex.
  void prices() {
    RowsField rows;
    Page annex = annex_of(
        task_.contract(),
        task_.say("Annex" + number_of(2) + ": the prices by the contract, step by step",
                  "Bijlage" + number_of(2) + ": de prijzen volgens het contract, stap voor stap"),
        task_.language);
    annex.add(shown_rounded(task_.language));
    for (const Disputed& each : lines_) {
      const Days days = charged_days(*each.line);
      for (const PriceSchedule& prices : *each.line->allowed) {
        const PriceEntry* last = prices.on(days.last);
        if (last == nullptr || !last->price) continue;
        rows.push_back(price_row(prices, *last));
        steps(annex, prices, days);
      }
    }
    parts_.fields.values["invoices_annex"] = PlainText{number_of(1)};
    parts_.fields.values["prices_annex"] = PlainText{number_of(2)};
    if (rows.empty()) return;
    parts_.fields.values["step_rows"] = std::move(rows);
    parts_.fields.holds.insert("rows");
    parts_.annexes.push_back(std::move(annex));
  }

  std::vector<CellField> price_row(const PriceSchedule& prices, const PriceEntry& entry) {
    const DayStep step = step_of_day(prices, entry);
    const std::string name = price_name(*prices.line, prices.price, task_.language);
    std::vector<CellField> row{
        PlainText{name + (prices.line->surcharges.empty()
                              ? ""
                              : task_.say(" (without surcharges)", " (zonder toeslagen)"))},
        entry.from};
    const Phrase before{"price before", "prijs daarvoor"};
    row.push_back(step.before && entry.clause != nullptr
                      ? CellField(price_cell(prices, entry, *step.before, "before", before))
                      : PlainText{"–"});
    row.push_back(step.change && entry.clause != nullptr
                      ? CellField(change_cell(entry, *step.change))
                      : PlainText{words(entry.verdict).in(task_.language)});
    row.push_back(
        price_cell(prices, entry, *entry.price, "", {"by the contract", "volgens het contract"}));
    return row;
  }

  AmountField price_cell(const PriceSchedule& prices, const PriceEntry& entry, const Ratio& price,
                         const std::string& what, const Phrase& label) {
    Figure figure = price_figure(price, prices, task_.contract(), entry);
    figure.address.text += "/disputed" + (what.empty() ? what : "-" + what);
    parts_.items.push_back({figure.address, label, entry.why, entry.answer});
    return {{figure, label, entry.answer}, true};
  }

  AmountField change_cell(const PriceEntry& entry, const Ratio& change) {
    const std::string address = entry.address.text + "/disputed-change";
    const Phrase label{"change", "verandering"};
    parts_.items.push_back({{address}, label, entry.why, entry.answer});
    return {percent_figure(change, address, label, entry.fixity, entry.answer), true};
  }

  void steps(Page& annex, const PriceSchedule& prices, const Days& days) const {
    const PriceEntry* first = prices.on(days.first);
    for (const PriceEntry& entry : prices.entries) {
      const bool begun = first == nullptr || !(entry.from < first->from);
      if (!entry.why || !begun || entry.from > days.last) continue;
      annex.add(Page::Heading{price_name(*prices.line, prices.price, task_.language) +
                                  task_.say(", from ", ", vanaf ") + task_.day(entry.from),
                              2});
      if (entry.clause != nullptr && !entry.clause->article.empty())
        annex.add(
            Page::Text{task_.say("By article ", "Volgens artikel ") + entry.clause->article + "."});
      annex.add(steps_grid(entry, task_.contract().currency, task_.language, true));
    }
  }

  const LetterTask& task_;
  std::vector<Disputed> lines_;
  const std::optional<Refund>& refund_;
  LetterParts parts_;
};

/// The claim of the customer beside what is right of it.
Disputed compared(const LetterTask& task, const AuditedLine& line,
                  const std::optional<Decimal>& amount, std::vector<AnnexItem>& items) {
  Disputed made{&line, {}, {}};
  if (!amount) return made;
  const Contract& contract = task.contract();
  const std::string address = contract.id + "/disputed/" + line.line->id;
  Worksheet sheet(contract.currency);
  const Phrase said{"as the customer writes: " + line.line->title,
                    "zoals de klant schrijft: " + line.line->title};
  InputSource source;
  source.text = said;
  const NodeId claimed = sheet.given(Ratio(*amount), said, std::move(source));
  const NodeId over =
      sheet.given(line.totals.over, {"too much by the contract", "te veel volgens het contract"});
  const Phrase label{"what stands", "wat blijft staan"};
  const NodeId rest = sheet.sub(claimed, over, label);
  if (const auto figure = sheet.money(claimed, address)) made.claimed = *figure;
  const auto stands = sheet.money(rest, address + "/stands");
  if (stands && Ratio(amount_of(*stands)).sign() > 0) made.stands = *stands;
  items.push_back({{address}, said, sheet.derivation(), claimed});
  items.push_back({{address + "/stands"}, label, sheet.derivation(), rest});
  return made;
}

/// A row that nobody can judge yet: no letter says that it is right or wrong.
std::optional<NoLetter> not_judged(const Audit& audit, const AuditedLine& line) {
  for (const std::size_t at : line.rows) {
    const AuditedRow& row = audit.rows[at];
    if (row.difference.determined()) continue;
    const std::string en = row.question.en.empty() ? "" : ": " + row.question.en;
    const std::string nl = row.question.nl.empty() ? "" : ": " + row.question.nl;
    return no_letter(
        "invoice " + row.charged.invoice + ", " + line.line->title + " cannot be judged yet" + en,
        "factuur " + row.charged.invoice + ", " + line.line->title + " is nog niet te beoordelen" +
            nl);
  }
  return std::nullopt;
}

/// A mistake that the customer did not write about is told by telephone, not in this letter.
std::optional<NoLetter> more_than_disputed(const LetterTask& task) {
  for (const AuditedLine& line : task.talk().audit->lines) {
    const auto& asked = task.dispute.lines;
    const bool disputed = std::any_of(asked.begin(), asked.end(),
                                      [&](const auto& each) { return each.line == line.line->id; });
    if (disputed || amount_of(line.totals.over).is_zero()) continue;
    return no_letter(
        "too much was charged of " + line.line->title +
            " as well, which the customer does not write about: call about it first, and name it "
            "with --disputed " +
            line.line->id,
        "ook van " + line.line->title +
            " is te veel gerekend, en daar schrijft de klant niet over: bel daar eerst over, en "
            "noem de regel met --disputed " +
            line.line->id);
  }
  return std::nullopt;
}

}  // namespace

LetterDraft dispute_draft(const LetterTask& task) {
  if (auto none = nobody_audited(task)) return *std::move(none);
  if (task.dispute.lines.empty())
    return no_letter("say what the customer disputes: --disputed LINE=AMOUNT",
                     "zeg wat de klant betwist: --disputed REGEL=BEDRAG");
  const Audit& audit = *task.talk().audit;
  std::vector<AnnexItem> items;
  std::vector<Disputed> lines;
  for (const Dispute::OfLine& each : task.dispute.lines) {
    const AuditedLine* line = audit.find_line(each.line);
    if (line == nullptr || line->rows.empty())
      return no_letter("no invoice row of " + each.line + " was given",
                       "er is geen factuurregel van " + each.line + " opgegeven");
    if (auto none = not_judged(audit, *line)) return *std::move(none);
    lines.push_back(compared(task, *line, each.amount, items));
  }
  if (auto none = more_than_disputed(task)) return *std::move(none);
  const Date today = task.talk().today;
  const auto back_on = refund_day(task.contract());
  std::optional<Refund> refund =
      refund_of(task, back_on.value_or(today), task.dispute.received.value_or(today));
  if (refund->empty()) refund.reset();
  if (refund && !back_on)
    return NoLetter{{},
                    {{"disclosure.refund_on",
                      {"the day on which the money is back", "de dag waarop het geld terug is"}}}};
  LetterDraft draft = DisputeAnswer(task, std::move(lines), refund).draft();
  auto& parts = std::get<LetterParts>(draft);
  for (AnnexItem& each : items) parts.items.push_back(std::move(each));
  return draft;
}

}  // namespace pricetalk
