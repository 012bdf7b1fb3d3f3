#include <algorithm>
#include <numeric>

#include "audit/line_audit.hpp"

// The difference of a line divided over its causes. For each order in which the causes could have
// been made one after the other, a cause has the change that it brings; its share is the average
// over all orders. So the shares add up, and equal causes have equal shares.

namespace pricetalk {

namespace {

/// How often, of all orders of `count` causes, exactly the causes of a subset of this size come
/// before a given one.
Ratio weight(std::size_t before, std::size_t count) {
  const auto factorial = [](std::size_t n) {
    std::int64_t made = 1;
    for (std::size_t i = 2; i <= n; ++i) made *= static_cast<std::int64_t>(i);
    return made;
  };
  return Ratio::of(factorial(before) * factorial(count - before - 1), factorial(count));
}

std::size_t bits(std::size_t set) {
  std::size_t count = 0;
  for (; set != 0; set >>= 1) count += set & 1;
  return count;
}

/// Exact shares as amounts that add up to the total: all down to the cent, and the cents that are
/// left to the largest remainders, the first of equal ones first.
std::vector<NodeId> in_cents(Worksheet& sheet, const std::vector<NodeId>& exact, NodeId total,
                             const Rounding& cents) {
  std::vector<NodeId> made;
  Ratio left = *sheet.value(total);
  std::vector<std::size_t> order(exact.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (const NodeId node : exact) {
    made.push_back(sheet.round(node, {RoundingMode::floor, cents.step},
                               {"share in whole cents", "aandeel in hele centen"}));
    left = left - *sheet.value(made.back());
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return *sheet.value(exact[a]) - *sheet.value(made[a]) >
           *sheet.value(exact[b]) - *sheet.value(made[b]);
  });
  const NodeId cent = sheet.constant(cents.step, Form::money);
  for (const std::size_t i : order) {
    if (left < Ratio(cents.step)) break;
    made[i] = sheet.add(made[i], cent,
                        {"share with a cent that was left", "aandeel met een cent die overbleef"});
    left = left - Ratio(cents.step);
  }
  return made;
}

}  // namespace

void LineAudit::share(Found& found) {
  Worksheet& sheet = book_.sheet();
  const Explanation& explanation = found.causes.explanations.front();
  const std::size_t count = explanation.misreadings.size();
  if (found.subsets.size() != std::size_t{1} << count) return;
  for (const TierPrices& prices : found.subsets)
    if (prices.empty()) return;
  NodeId other[2] = {no_node, no_node};
  std::vector<NodeId> all[2];  // over, under: per cause
  for (const bool under : {false, true}) {
    const auto side = [&](NodeId charged, NodeId right) {
      return sheet.max(under ? sheet.sub(right, charged) : sheet.sub(charged, right), book_.zero());
    };
    std::vector<NodeId> of_set;
    for (std::size_t set = 0; set < found.subsets.size(); ++set) {
      std::vector<NodeId> parts;
      for (const std::size_t i : compared_) {
        const InvoiceLine& row = audit_.rows[i].charged;
        if (row.invoice == explanation.invoice) continue;
        const NodeId made = as_printed(charge_at(found.subsets[set], row, *taken_[i]).amount, row);
        if (sheet.value(made)) parts.push_back(side(made, rights_[i]));
      }
      of_set.push_back(book_.sum(
          parts, {"difference with some of the causes", "verschil bij een deel van de oorzaken"}));
    }
    std::vector<NodeId> exact;
    for (std::size_t k = 0; k < count; ++k) {
      std::vector<NodeId> parts;
      for (std::size_t set = 0; set < of_set.size(); ++set) {
        if (set >> k & 1) continue;
        InputSource source;
        source.text = {"how often in this order", "hoe vaak in deze volgorde"};
        parts.push_back(
            sheet.mul(sheet.given(weight(bits(set), count), source.text, source, Form::plain),
                      sheet.sub(of_set[set | std::size_t{1} << k], of_set[set])));
      }
      exact.push_back(
          book_.sum(parts, {"average over all orders", "gemiddelde over alle volgordes"}));
    }
    const NodeId total = of_set.back();
    all[under] = in_cents(sheet, exact, total, contract_.currency.rounding());
    std::vector<NodeId> charged;
    for (const std::size_t i : compared_) {
      const InvoiceLine& row = audit_.rows[i].charged;
      InputSource source;
      source.text = {"invoice " + row.invoice, "factuur " + row.invoice};
      source.where = row.where;
      charged.push_back(side(sheet.given(Ratio(row.amount), source.text, source), rights_[i]));
    }
    other[under] = sheet.sub(
        book_.sum(charged, {"difference before credits", "verschil vóór creditnota's"}), total);
  }
  const auto figure = [&](NodeId node, const std::string& what, const Phrase& label) {
    return book_.known_figure(node, address("cause/" + what), fixity_, label);
  };
  const auto add = [&](const Phrase& what, const std::string& reading, const std::string& name,
                       NodeId over, NodeId under) {
    const Phrase label{"share of the difference: " + what.en,
                       "aandeel in het verschil: " + what.nl};
    found.causes.shares.push_back({what, reading, figure(over, name + "/over", label),
                                   figure(under, name + "/under", label)});
  };
  for (std::size_t k = 0; k < count; ++k) {
    const Misreading& cause = explanation.misreadings[k];
    add(cause.dated(), cause.reading, std::to_string(k + 1), all[0][k], all[1][k]);
  }
  const auto zero = [&](NodeId node) { return sheet.value(node)->is_zero(); };
  if (zero(other[0]) && zero(other[1])) return;
  const std::string& invoice = explanation.invoice;
  add(invoice.empty() ? Phrase{"amounts that are not quantity times price",
                               "bedragen die geen aantal maal prijs zijn"}
                      : Phrase{"invoice " + invoice, "factuur " + invoice},
      "", "other", other[0], other[1]);
}

}  // namespace pricetalk
