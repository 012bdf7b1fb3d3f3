#include "pricetalk/explain/format.hpp"
#include "report/explanation.hpp"
#include "talk/annex_writer.hpp"

namespace pricetalk {

/// A part of a sum that is the amount of a price line in one month: "januari 2026, Schoonmaak
/// sporthal", of an address that ends on "/2026-01/amount".
std::optional<AnnexWriter::Months> AnnexWriter::month_of(const OutlineRow& row) const {
  if (row.source == nullptr || row.source->address.empty() || !row.value) return std::nullopt;
  const std::string& address = row.source->address;
  const std::size_t end = address.rfind('/');
  if (end == std::string::npos || end == 0) return std::nullopt;
  const std::size_t begin = address.rfind('/', end - 1) + 1;
  const auto month = Period::parse(address.substr(begin, end - begin));
  if (!month) return std::nullopt;
  const std::string label = row.label.in(language_);
  const std::string of_month = period_text(*month, language_) + ", ";
  if (!label.starts_with(of_month) || find(address).derivation == nullptr) return std::nullopt;
  return Months{label.substr(of_month.size()), *month, *month, 1, value_of(row), {address}};
}

/// Months that a table above has shown already are not shown again.
void AnnexWriter::months_grid(const std::vector<Months>& months, const Shown& item) {
  int count = 0;
  const Shown* before = nullptr;
  bool all_there = true;
  for (const Months& each : months)
    for (const std::string& address : each.addresses) {
      ++count;
      const auto known = months_.find(address);
      all_there = all_there && known != months_.end() &&
                  (before == nullptr || before->anchor == known->second.anchor);
      if (known != months_.end()) before = &known->second;
    }
  if (all_there && before != nullptr) {
    const std::string n = std::to_string(count);
    page_.add(Page::Text{
        Words(say(n + " amounts out of the table of: ", n + " bedragen uit de tabel bij: ")) +
        link(before->title, before->anchor)});
    return;
  }
  for (const Months& each : months)
    for (const std::string& address : each.addresses) months_.emplace(address, item);
  Page::Grid grid;
  grid.columns = {{say("price line", "prijsregel"), Page::Align::left, 26},
                  {say("periods", "perioden"), Page::Align::left, 17},
                  {say("number", "aantal"), Page::Align::right, 6},
                  {say("each", "elk"), Page::Align::right, 11},
                  {say("how", "hoe")}};
  for (const Months& each : months) {
    const std::string first = each.first.text();
    grid.row({each.name, each.count == 1 ? first : first + " – " + each.last.text(),
              std::to_string(each.count), each.amount, month_how(each.addresses.front())});
  }
  page_.add(std::move(grid));
}

/// The last sum of an amount, and where its price comes from.
Words AnnexWriter::month_how(const std::string& address) {
  const Found found = find(address);
  Words text = last_step(*found.derivation, found.node);
  for (const OutlineRow& row : outline(*found.derivation, found.node)) {
    if (row.source == nullptr || row.source->address.empty()) continue;
    const Words leads = to(row.source->address, say("price", "prijs"));
    if (!leads.empty()) text += Words(text.empty() ? "" : "; ") + leads;
  }
  return text;
}

std::string AnnexWriter::last_step(const Derivation& derivation, NodeId node) const {
  const std::vector<OutlineRow> rows = outline(derivation, node);
  if (rows.empty()) return {};
  const OutlineRow& last = rows.back();
  if (last.source != nullptr) return source_text(*last.source, language_);
  std::string text = numbers_of(last);
  // A rounding that stands alone says less than what was rounded.
  if (!last.rounding || rows.size() < 2) return text;
  const OutlineRow& before = rows[rows.size() - 2];
  if (before.source != nullptr || before.numbers.empty()) return text;
  const std::string rounded = say(", rounded ", ", afgerond ");
  const auto at = text.find(rounded);
  return numbers_of(before) + (at == std::string::npos ? "" : text.substr(at));
}

Words AnnexWriter::step_of(const std::string& address, const Found& found) {
  const NodeId step = found.derivation->calculation->outputs.coefficient;
  if (step == no_node || !found.derivation->tape.determined(step)) return {};
  std::string key;
  for (const OutlineRow& row : outline(*found.derivation, step))
    key += row.label.nl + value_text(row, Language::nl) + row.numbers.nl + '\n';
  const std::string name = short_name(address);
  const auto [known, added] =
      steps_.emplace(key, Shown{"step." + anchor_of(address), say("step of ", "stap van ") + name});
  if (added) open_steps_.push_back({known->second, {found.derivation, step}});
  return link(say("step", "stap"), known->second.anchor);
}

/// Prices that amounts rest on: one row each, with the sum that made it.
void AnnexWriter::prices_grid() {
  if (prices_.empty()) return;
  Page::Grid grid;
  grid.columns = {{say("price", "prijs"), Page::Align::left, 34},
                  {say("value", "waarde"), Page::Align::right, 9},
                  {say("how", "hoe")}};
  while (!prices_.empty()) {
    const std::string address = prices_.front();
    prices_.pop_front();
    const Found found = find(address);
    Words text = last_step(*found.derivation, found.node);
    for (const OutlineRow& row : outline(*found.derivation, found.node)) {
      if (row.source == nullptr || row.source->address.empty()) continue;
      const Words leads = to(row.source->address, say("price before", "prijs ervoor"));
      if (!leads.empty()) text += Words("; ") + leads;
    }
    const Words step = step_of(address, found);
    if (!step.empty()) text += Words("; ") + step;
    Page::Cell cell = Words(short_name(address));
    cell.anchor = anchor_of(address);
    grid.row({std::move(cell), value_of(*found.derivation, found.node), text});
  }
  page_.add(Page::Heading{say("Prices", "Prijzen"), 3});
  page_.add(std::move(grid));
  if (open_steps_.empty()) return;
  page_.add(Page::Heading{say("Steps of these prices", "Stappen van deze prijzen"), 2});
  for (const auto& [shown, step] : open_steps_) {
    page_.add(Page::Heading{shown.title, 3, shown.anchor});
    derivation(*step.derivation, step.node, shown.title, shown.anchor);
  }
}

}  // namespace pricetalk
