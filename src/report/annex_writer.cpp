#include "report/annex_writer.hpp"

#include <algorithm>

#include "pricetalk/explain/format.hpp"
#include "pricetalk/report/explanation.hpp"

namespace pricetalk {

AnnexWriter::AnnexWriter(const Talk& talk, Language language, Page& page)
    : talk_(talk), language_(language), page_(page) {
  for (const AnnexItem& item : talk.annex) {
    titles_.emplace(item.address.text, item.what.in(language));
    placed_.insert(item.address.text);
  }
}

std::string AnnexWriter::say(const std::string& en, const std::string& nl) const {
  return language_ == Language::nl ? nl : en;
}

AnnexWriter::Found AnnexWriter::find(const std::string& address) const {
  for (const Simulation* simulation : talk_.simulations)
    for (const Run& run : simulation->runs)
      if (const auto found = run.explain({address})) return {found->derivation, found->node};
  if (talk_.proposal != nullptr)
    if (const auto found = talk_.proposal->explain(address)) return {found->first, found->second};
  return {};
}

bool AnnexWriter::is_price(const std::string& address) const { return address.ends_with("/price"); }

Words AnnexWriter::to(const std::string& address) {
  if (!placed_.contains(address)) {
    if (find(address).derivation == nullptr) return {};
    placed_.insert(address);
    (is_price(address) ? prices_ : sums_).push_back(address);
  }
  const auto title = titles_.find(address);
  return link(title == titles_.end() ? address : title->second, anchor_of(address));
}

void AnnexWriter::item(const AnnexItem& item) {
  const Outcome<Ratio> value = item.derivation.tape.at(item.node);
  std::string title = item.what.in(language_);
  const std::string anchor = anchor_of(item.address.text);
  if (value) title += ": " + value_text(*value, Form::money, language_);
  page_.add(Page::Heading{title, 3, anchor});
  derivation(item.derivation, item.node, item.what.in(language_), anchor);
  for (const Phrase& note : item.notes) page_.add(Page::Text{note.in(language_)});
}

void AnnexWriter::derivation(const Derivation& derivation, NodeId node, const std::string& title,
                             const std::string& anchor) {
  Page::Grid grid;
  grid.columns = {{say("step", "stap"), Page::Align::left, 26},
                  {say("sign", "teken"), Page::Align::left, 5},
                  {say("value", "waarde"), Page::Align::right, 12},
                  {say("how, and where it comes from", "hoe, en waar het vandaan komt")}};
  std::vector<Months> months;
  struct Kept {
    std::vector<Page::Cell> cells;
    const Shown* shown = nullptr;
    std::string key;
  };
  std::vector<Kept> kept;
  for (const OutlineRow& row : outline(derivation, node)) {
    if (auto month = month_of(row)) {
      const bool goes_on = !months.empty() && months.back().name == month->name &&
                           months.back().amount == month->amount &&
                           months.back().last.plus(1) == month->first;
      if (goes_on) {
        months.back().last = month->first;
        ++months.back().count;
      } else {
        months.push_back(std::move(*month));
      }
      continue;
    }
    const std::string value =
        row.value ? value_text(row, language_) : say("not determined yet", "nog niet te bepalen");
    Words made = how(row);
    Kept each{{row.label.in(language_), row.symbol, value, made}, nullptr, {}};
    each.key = row.label.nl + '\n' + row.symbol + '\n' + value + '\n' + made.plain();
    if (const auto known = rows_.find(each.key); known != rows_.end()) each.shown = &known->second;
    kept.push_back(std::move(each));
  }
  if (!months.empty()) months_grid(months, title, anchor);
  for (std::size_t i = 0; i < kept.size();) {
    std::size_t end = i;
    while (end < kept.size() && kept[end].shown != nullptr &&
           kept[end].shown->anchor == kept[i].shown->anchor)
      ++end;
    if (kept[i].shown == nullptr || end - i < 2) {
      grid.row(std::move(kept[i].cells));
      if (kept[i].shown == nullptr) rows_.emplace(kept[i].key, Shown{anchor, title});
      ++i;
      continue;
    }
    const std::string n = std::to_string(end - i);
    grid.row({say(n + " steps", n + " stappen"), "", "",
              Words(say("the same as in: ", "dezelfde als bij: ")) +
                  link(kept[i].shown->title, kept[i].shown->anchor)});
    i = end;
  }
  if (!grid.rows.empty()) page_.add(std::move(grid));
}

/// Publisher, table, period, status and place; or the words of the file; or a link to the figure
/// that this one was computed from before. Of a computed step its numbers, and the line that asked
/// for it.
Words AnnexWriter::how(const OutlineRow& row) {
  Words text;
  if (row.source != nullptr) {
    InputSource source = *row.source;
    source.address.clear();
    Words leads;
    if (!row.source->address.empty()) leads = to(row.source->address);
    const bool only_address = source.text.en == "see " + row.source->address;
    if (leads.empty())
      text = source_text(source, language_);
    else if (only_address)
      text = Words(say("see ", "zie ")) + leads;
    else
      text = Words(source_text(source, language_) + ", " + say("see ", "zie ")) + leads;
  } else {
    const std::string& numbers = row.numbers.in(language_);
    text = numbers.empty() ? row.formula.in(language_) : numbers;
  }
  const bool asked =
      row.where.source != nullptr && (row.source == nullptr || !(row.source->where == row.where));
  if (asked) text += (text.empty() ? "" : " ") + ("[" + row.where.place() + "]");
  if (row.by_default)
    text +=
        say(" (by default, the contract does not say)", " (standaard; het contract zegt het niet)");
  return text;
}

void AnnexWriter::figures_below() {
  if (sums_.empty() && prices_.empty()) return;
  page_.add(Page::Heading{say("What these figures rest on", "Waar deze cijfers op rusten"), 2});
  while (!sums_.empty()) {
    const std::string address = sums_.front();
    sums_.pop_front();
    const Found found = find(address);
    const Outcome<Ratio> value = found.derivation->tape.at(found.node);
    page_.add(Page::Heading{
        address + (value ? ": " + value_text(*value, Form::money, language_) : std::string()), 3,
        anchor_of(address)});
    derivation(*found.derivation, found.node, address, anchor_of(address));
  }
  prices_grid();
}

}  // namespace pricetalk
