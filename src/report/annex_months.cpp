#include "pricetalk/explain/format.hpp"
#include "report/annex_writer.hpp"

namespace pricetalk {

/// A part of a sum that is the amount of a price line in one period: "2026-01, Schoonmaak
/// sporthal".
std::optional<AnnexWriter::Months> AnnexWriter::month_of(const OutlineRow& row) const {
  if (row.source == nullptr || row.source->address.empty() || !row.value) return std::nullopt;
  const std::string label = row.label.in(language_);
  const std::size_t comma = label.find(", ");
  if (comma == std::string::npos) return std::nullopt;
  const auto period = Period::parse(label.substr(0, comma));
  if (!period || find(row.source->address).derivation == nullptr) return std::nullopt;
  return Months{label.substr(comma + 2), *period, *period, 1, value_text(row, language_),
                row.source->address};
}

void AnnexWriter::months_grid(const std::vector<Months>& months, const std::string& title,
                              const std::string& anchor) {
  int count = 0;
  std::string key;
  for (const Months& each : months) {
    count += each.count;
    key += each.address + '\n' + std::to_string(each.count) + '\n';
  }
  const auto [known, added] = tables_.emplace(key, Shown{anchor, title});
  if (!added) {
    const std::string n = std::to_string(count);
    page_.add(Page::Text{
        Words(say(n + " amounts, the same as in: ", n + " bedragen, dezelfde als bij: ")) +
        link(known->second.title, known->second.anchor)});
    return;
  }
  Page::Grid grid;
  grid.columns = {{say("price line", "prijsregel"), Page::Align::left, 26},
                  {say("periods", "perioden"), Page::Align::left, 17},
                  {say("number", "aantal"), Page::Align::right, 6},
                  {say("each", "elk"), Page::Align::right, 11},
                  {say("how", "hoe")}};
  for (const Months& each : months) {
    const std::string first = each.first.text();
    grid.row({each.name, each.count == 1 ? first : first + " – " + each.last.text(),
              std::to_string(each.count), each.amount, month_how(each.address)});
  }
  page_.add(std::move(grid));
}

/// The last sum of an amount, and where its price comes from.
Words AnnexWriter::month_how(const std::string& address) {
  const Found found = find(address);
  Words text = last_step(*found.derivation, found.node);
  for (const OutlineRow& row : outline(*found.derivation, found.node)) {
    if (row.source == nullptr || row.source->address.empty()) continue;
    const Words leads = to(row.source->address);
    if (!leads.empty()) text += Words(text.empty() ? "" : "; ") + leads;
  }
  return text;
}

Words AnnexWriter::last_step(const Derivation& derivation, NodeId node) {
  const std::vector<OutlineRow> rows = outline(derivation, node);
  if (rows.empty()) return {};
  // A rounding that stands alone says less than what was rounded.
  const OutlineRow& last = rows.back();
  std::string text = last.numbers.in(language_);
  if (last.rounding && rows.size() > 1 && rows[rows.size() - 2].source == nullptr &&
      !rows[rows.size() - 2].numbers.empty())
    text = rows[rows.size() - 2].numbers.in(language_) +
           text.substr(std::min(text.find(','), text.size()));
  return text;
}

/// Prices that amounts rest on: one row each, with the sum that made it.
void AnnexWriter::prices_grid() {
  if (prices_.empty()) return;
  Page::Grid grid;
  grid.columns = {{say("price", "prijs"), Page::Align::left, 40},
                  {say("value", "waarde"), Page::Align::right, 9},
                  {say("how", "hoe")}};
  std::vector<std::pair<Shown, Found>> steps;
  while (!prices_.empty()) {
    const std::string address = prices_.front();
    prices_.pop_front();
    const Found found = find(address);
    const Outcome<Ratio> value = found.derivation->tape.at(found.node);
    Words text = last_step(*found.derivation, found.node);
    for (const OutlineRow& row : outline(*found.derivation, found.node))
      if (row.source != nullptr && !row.source->address.empty()) {
        const Words leads = to(row.source->address);
        if (!leads.empty()) text += Words("; ") + leads;
      }
    const NodeId step = found.derivation->calculation->outputs.coefficient;
    if (step != no_node && found.derivation->tape.determined(step)) {
      std::string key = "step\n";
      for (const OutlineRow& row : outline(*found.derivation, step))
        key += row.label.nl + value_text(row, Language::nl) + row.numbers.nl + '\n';
      const std::string name = address.substr(0, address.rfind('/'));
      const auto [known, added] = tables_.emplace(
          key, Shown{"step." + anchor_of(name), say("step of ", "stap van ") + name});
      if (added) steps.push_back({known->second, {found.derivation, step}});
      text += Words("; ") + link(known->second.title, known->second.anchor);
    }
    Page::Cell cell = Words(address);
    cell.anchor = anchor_of(address);
    grid.row({std::move(cell), value ? value_text(*value, Form::money, language_) : "?", text});
  }
  page_.add(Page::Heading{say("Prices", "Prijzen"), 3});
  page_.add(std::move(grid));
  if (steps.empty()) return;
  page_.add(Page::Heading{say("Steps of these prices", "Stappen van deze prijzen"), 2});
  for (const auto& [shown, step] : steps) {
    page_.add(Page::Heading{shown.title, 3, shown.anchor});
    derivation(*step.derivation, step.node, shown.title, shown.anchor);
  }
}

}  // namespace pricetalk
