#include "talk/annex_writer.hpp"

#include <algorithm>

#include "explain/borrowed.hpp"
#include "letter/shown_numbers.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/explanation.hpp"

namespace pricetalk {

AnnexWriter::AnnexWriter(const TalkFacts& facts, Language language, Page& page)
    : facts_(facts), talk_(*facts.talk), language_(language), page_(page) {
  std::map<std::string, int> count;
  for (const AnnexItem& item : facts.annex) ++count[item.what.in(language)];
  for (const AnnexItem& item : facts.annex) {
    std::string title = item.what.in(language);
    if (count[title] > 1) title += " (" + short_name(item.address.text) + ")";
    titles_.emplace(item.address.text, std::move(title));
    placed_.insert(item.address.text);
  }
}

std::string AnnexWriter::say(const std::string& en, const std::string& nl) const {
  return language_ == Language::nl ? nl : en;
}

AnnexWriter::Found AnnexWriter::find(const std::string& address) const {
  if (talk_.years)
    for (const Run& run : talk_.years->runs)
      if (const auto found = run.explain({address})) return {found->derivation, found->node};
  if (talk_.proposal)
    if (const auto found = talk_.proposal->explain(address))
      return {borrowed(*found->first), found->second};
  return {};
}

std::string AnnexWriter::short_name(const std::string& address) const {
  const std::string begin = talk_.contract->id + "/";
  std::string name = address.starts_with(begin) ? address.substr(begin.size()) : address;
  if (is_price(name)) name.resize(name.rfind('/'));
  for (auto slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash))
    name.replace(slash, 1, " · ");
  return name;
}

std::string AnnexWriter::value_of(const OutlineRow& row) const {
  if (!row.value) return say("not determined yet", "nog niet te bepalen");
  return grouped_numbers(value_text(row, language_), language_);
}

std::string AnnexWriter::value_of(const Derivation& derivation, NodeId node) const {
  const Outcome<Ratio> value = derivation.tape.at(node);
  if (!value) return say("not determined yet", "nog niet te bepalen");
  return grouped_numbers(value_text(*value, Form::money, language_), language_);
}

std::string AnnexWriter::numbers_of(const OutlineRow& row) const {
  const std::string& numbers = row.numbers.in(language_);
  return grouped_numbers(numbers.empty() ? row.formula.in(language_) : numbers, language_);
}

std::string AnnexWriter::place_of(const std::string& address) {
  if (placed_.contains(address)) return anchor_of(address);
  const Found found = find(address);
  if (found.derivation == nullptr) return {};
  if (!is_price(address)) {
    placed_.insert(address);
    sums_.push_back(address);
    return anchor_of(address);
  }
  // Line and day are the last two parts; future and alternative before them do not matter where
  // the same figures made the same price.
  std::string key;
  const std::size_t day = address.rfind('/', address.rfind('/') - 1);
  key = address.substr(address.rfind('/', day - 1)) + '\n';
  for (const OutlineRow& row : outline(*found.derivation, found.node))
    key += row.label.nl + value_text(row, Language::nl) + row.numbers.nl + '\n';
  const auto [known, added] = places_.emplace(key, anchor_of(address));
  if (added) {
    placed_.insert(address);
    prices_.push_back(address);
  }
  return known->second;
}

Words AnnexWriter::to(const std::string& address) {
  const auto title = titles_.find(address);
  return to(address, title == titles_.end() ? short_name(address) : title->second);
}

Words AnnexWriter::to(const std::string& address, const std::string& word) {
  const std::string place = place_of(address);
  return place.empty() ? Words() : link(word, place);
}

void AnnexWriter::item(const AnnexItem& item) {
  const std::string& name = titles_.at(item.address.text);
  const std::string anchor = anchor_of(item.address.text);
  page_.add(Page::Heading{name + ": " + value_of(item.derivation, item.node), 3, anchor});
  derivation(item.derivation, item.node, name, anchor);
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
        months.back().addresses.push_back(month->addresses.front());
      } else {
        months.push_back(std::move(*month));
      }
      continue;
    }
    const std::string value = value_of(row);
    Words made = how(row);
    Kept each{{row.label.in(language_), row.symbol, value, made}, nullptr, {}};
    each.key = row.label.nl + '\n' + row.symbol + '\n' + value + '\n' + made.plain();
    if (const auto known = rows_.find(each.key); known != rows_.end()) each.shown = &known->second;
    kept.push_back(std::move(each));
  }
  if (!months.empty()) months_grid(months, {anchor, title});
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
  rows_grid(std::move(grid));
}

/// Without the column of signs where no step has one; a single step is a line.
void AnnexWriter::rows_grid(Page::Grid grid) {
  if (grid.rows.empty()) return;
  if (grid.rows.size() == 1) {
    const std::vector<Page::Cell>& only = grid.rows.front();
    Words line = only[0].words;
    if (!only[2].words.empty()) line += Words(": ") + only[2].words;
    if (!only[3].words.empty()) line += Words(" — ") + only[3].words;
    page_.add(Page::Text{std::move(line)});
    return;
  }
  const bool signs = std::any_of(grid.rows.begin(), grid.rows.end(),
                                 [](const auto& cells) { return !cells[1].words.empty(); });
  if (!signs) {
    grid.columns.erase(grid.columns.begin() + 1);
    for (auto& cells : grid.rows) cells.erase(cells.begin() + 1);
  }
  page_.add(std::move(grid));
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
    text = numbers_of(row);
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
    const std::string name = short_name(address);
    page_.add(Page::Heading{name + ": " + value_of(*found.derivation, found.node), 3,
                            anchor_of(address)});
    derivation(*found.derivation, found.node, name, anchor_of(address));
  }
  prices_grid();
}

}  // namespace pricetalk
