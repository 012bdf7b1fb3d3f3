#include "talk/price_groups.hpp"

#include <algorithm>

#include "explain/worksheet.hpp"

namespace pricetalk {

namespace {

bool invoice_differs(const TalkPrice& price) {
  return price.invoiced && price.now &&
         !(std::get<Money>(price.invoiced->value).amount ==
           std::get<Money>(price.now->value).amount);
}

bool same_step(const TalkPrice& a, const TalkPrice& b) {
  if (invoice_differs(a) || invoice_differs(b) || a.range || b.range) return false;
  if ((a.entry == nullptr) != (b.entry == nullptr) || !a.now || !b.now) return false;
  if (a.entry != nullptr && (a.lost() != b.lost() || a.entry->from != b.entry->from)) return false;
  return a.then && b.then && a.change && b.change && *a.change == *b.change;
}

/// The yearly differences of the members together; nothing where none has one.
void add_sum(const TalkFacts& facts, PriceGroup& group, std::size_t number,
             std::vector<AnnexItem>& annex) {
  const TalkPrice& first = facts.prices[group.members.front()];
  if (group.members.size() == 1) {
    group.per_year = first.per_year;
    return;
  }
  Worksheet sheet(facts.talk->contract->currency);
  std::vector<NodeId> parts;
  for (const std::size_t member : group.members) {
    const TalkPrice& price = facts.prices[member];
    if (!price.per_year) continue;
    if (!*price.per_year) {
      group.per_year = price.per_year;
      return;
    }
    parts.push_back(sheet.given(**price.per_year, same(price.name)));
  }
  if (parts.empty()) return;
  const std::string n = std::to_string(group.members.size() - 1);
  const Phrase what{"difference a year, " + first.name + " and " + n + " more",
                    "verschil per jaar, " + first.name + " en nog " + n};
  const NodeId sum = sheet.sum(parts, what);
  const std::string address = facts.talk->contract->id + "/" + facts.adjustment->text() +
                              "/difference-year/group-" + std::to_string(number);
  group.per_year = sheet.money(sum, address);
  annex.push_back({{address}, what, sheet.derivation(), sum});
}

}  // namespace

std::vector<PriceGroup> price_groups(const TalkFacts& facts, std::vector<AnnexItem>& annex) {
  std::vector<PriceGroup> groups;
  if (!facts.adjustment) return groups;
  for (std::size_t i = 0; i < facts.prices.size(); ++i) {
    const auto home = std::find_if(groups.begin(), groups.end(), [&](const PriceGroup& group) {
      return same_step(facts.prices[group.members.front()], facts.prices[i]);
    });
    if (home == groups.end())
      groups.push_back({{i}, {}});
    else
      home->members.push_back(i);
  }
  for (std::size_t i = 0; i < groups.size(); ++i) add_sum(facts, groups[i], i + 1, annex);
  return groups;
}

}  // namespace pricetalk
