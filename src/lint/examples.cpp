#include "lint/examples.hpp"

#include <algorithm>
#include <array>

#include "billing/yearly.hpp"
#include "explain/rounded.hpp"
#include "explain/worksheet.hpp"
#include "lint/surcharge_examples.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

/// A figure that was found in a step, or nothing when this version does not know what is asked.
struct Found {
  Outcome<Ratio> value;
  std::string word;  ///< for `outcome`
  Derivation derivation;
  NodeId answer = no_node;
};

std::string outcome_word(const PriceEntry& entry, const Line& line) {
  switch (entry.verdict) {
    case Verdict::below_threshold:
      return "threshold";
    case Verdict::too_soon:
      return line.price_binding && entry.from < line.from.value + line.price_binding->value
                 ? "price binding"
                 : "minimum interval";
    case Verdict::undetermined:
      return "undetermined";
    default:
      return "adjusted";
  }
}

class ExampleChecker {
 public:
  ExampleChecker(const Contract& contract, const Library& library)
      : contract_(contract), coverage_(library, std::nullopt) {}

  ExampleResult check(const WorkedExampleTerms& example) const {
    ExampleResult result;
    result.example = &example;
    const ExpectedValue& must = example.computed ? example.computed->value : example.is.value;
    result.stated = must.text;
    if (example.computed) {
      const ExpectedValue& is = example.is.value;
      result.source_prints = is.text;
      if (is.kind == must.kind && is.kind != ExpectedValue::Kind::word)
        result.source_off_by = (Ratio(is.value) - Ratio(must.value)).exact_decimal();
    }
    const auto found = find(example);
    if (!found) {
      result.kind = ExampleResult::Kind::unsupported;
      return result;
    }
    result.derivation = found->derivation;
    result.answer = found->answer;
    if (must.kind == ExpectedValue::Kind::word) {
      result.computed = found->word;
    } else if (!found->value) {
      result.kind = ExampleResult::Kind::undetermined;
      result.why = found->value.why();
      return result;
    } else {
      const Outcome<std::string> computed = printed(*found->value, must, example.printed.value);
      if (!computed) {
        result.kind = ExampleResult::Kind::undetermined;
        result.why = computed.why();
        return result;
      }
      result.computed = *computed;
    }
    const bool same = must.kind == ExpectedValue::Kind::word ? result.computed == must.text
                                                             : same_figure(result.computed, must);
    result.kind = same ? ExampleResult::Kind::holds : ExampleResult::Kind::differs;
    if (!same && found->value && must.kind != ExpectedValue::Kind::word)
      look_for_a_lost_sign(*found->value, must, example.printed.value, result);
    return result;
  }

 private:
  /// 10458 for 104.58.
  static void look_for_a_lost_sign(const Ratio& value, const ExpectedValue& must, Printed how,
                                   ExampleResult& result) {
    for (int places = 1; places <= 4 && must.value.scale() + places <= 18; ++places) {
      ExpectedValue other = must;
      other.value = Decimal(must.value.mantissa(), must.value.scale() + places);
      const Outcome<std::string> shown = printed(value, other, how);
      if (!shown || !same_figure(*shown, other)) continue;
      result.computed = *shown;
      result.meant = *shown;
      return;
    }
  }
  static Outcome<std::string> printed(const Ratio& value, const ExpectedValue& must, Printed how) {
    const bool percent = must.kind == ExpectedValue::Kind::percent;
    const RoundingMode mode = how == Printed::down ? RoundingMode::down : RoundingMode::half_up;
    const Outcome<Decimal> shown =
        rounded(percent ? value * Ratio(100) : value, Rounding::decimals(must.value.scale(), mode));
    if (!shown) return shown.why();
    return shown->text() + (percent ? "%" : "");
  }
  static bool same_figure(const std::string& computed, const ExpectedValue& must) {
    std::string_view text = computed;
    if (text.ends_with('%')) text.remove_suffix(1);
    const auto value = Decimal::parse(text);
    return value && *value == must.value;
  }

  const Line* line_of(const WorkedExampleTerms& example) const {
    if (example.price) return contract_.find_line(example.price->value.value);
    return contract_.lines.size() == 1 ? &contract_.lines.front() : nullptr;
  }

  std::optional<Found> find(const WorkedExampleTerms& example) const {
    const std::string& what = example.what.value;
    if (what == "total" && !example.price) return total(example);
    if (const auto sum = surcharge_sum(contract_, coverage_, example.on.value, what))
      return Found{sum->value, {}, sum->why, sum->answer};
    const Line* line = line_of(example);
    if (line == nullptr) return std::nullopt;
    if (what == "amount" || what == "surcharge amount" || what == "total" ||
        what == "period amount")
      return amount(*line, example);
    std::size_t tier = 0;
    if (what.starts_with("tier ")) {
      const auto number = Decimal::parse(std::string_view(what).substr(5));
      if (!number || number->mantissa() < 1 ||
          number->mantissa() > static_cast<std::int64_t>(line->prices.size()))
        return std::nullopt;
      tier = static_cast<std::size_t>(number->mantissa() - 1);
    }
    const PriceSchedule prices =
        schedule(PricingContext{&contract_, line, tier, &coverage_}, example.on.value);
    const PriceEntry* entry = prices.on(example.on.value);
    if (entry == nullptr) return std::nullopt;
    Found found;
    found.derivation = entry->why;
    found.answer = entry->answer;
    if (what == "price" || tier > 0 || what.starts_with("tier ")) {
      found.value = entry->price;
      return found;
    }
    if (what == "net") return net(*line, prices, example.on.value);
    if (what == "outcome") {
      found.word = outcome_word(*entry, *line);
      if (line->only_surcharges() && !charged_on(prices, example.on.value).surcharge)
        found.word = "undetermined";
      return found;
    }
    if (what == "opens above" || what == "opens at") return opens(*entry, what == "opens at");
    if (what.starts_with("part ")) return part(*line, prices, what, example.on.value);
    const auto node = node_of(what, *entry);
    if (!node) {
      const auto figure = surcharge_figure(prices, example.on.value, what);
      if (!figure) return std::nullopt;
      return Found{figure->value, {}, figure->why, figure->answer};
    }
    found.answer = *node;
    found.value = entry->why.tape.at(*node);
    return found;
  }

  /// `part NAME`, `part NAME base` and `part NAME increase`: by the last step of that part.
  static std::optional<Found> part(const Line& line, const PriceSchedule& prices,
                                   const std::string& what, Date day) {
    for (std::size_t i = 0; i < line.parts.size(); ++i) {
      const std::string name = "part " + line.parts[i].name;
      if (!what.starts_with(name)) continue;
      const bool start = what == name + " base";
      const PriceEntry* entry = start ? &prices.entries.front() : prices.of_part(i, day);
      if (entry == nullptr) continue;
      const NodeId node = entry->why.calculation->find(what);
      if (node == no_node) continue;
      return Found{entry->why.tape.at(node), {}, entry->why, node};
    }
    return std::nullopt;
  }

  /// Of what is told for one delivery how much is delivered; nothing of an invoice. A line without
  /// a quantity is bought once, and one of it; the surcharges of what is bought once are told for
  /// any day.
  static std::optional<Ratio> delivery(const Line& line, const WorkedExampleTerms& example) {
    if (!line.quantity) return Ratio(1);
    if (example.what.value != "surcharge amount" || bought_by_time(line)) return std::nullopt;
    return line.quantity->value.rates.front().rate.values.front();
  }

  /// The invoice of the billing period that holds the day, or of the stated days.
  Found amount(const Line& line, const WorkedExampleTerms& example) const {
    Days invoice = billing_period(contract_, example.on.value);
    if (example.to) invoice = {example.on.value, example.to->value};
    std::vector<PriceSchedule> schedules;
    for (std::size_t tier = 0; tier < line.prices.size(); ++tier)
      schedules.push_back(
          schedule(PricingContext{&contract_, &line, tier, &coverage_}, invoice.last));
    const TierPrices prices = dated_prices(schedules, line, invoice);
    ChargeRequest asked{
        .contract = &contract_, .line = &line, .prices = &prices, .invoice = invoice};
    if (const auto delivered = delivery(line, example)) {
      if (!example.to) asked.invoice = {example.on.value, example.on.value};
      asked.taken = Taken{*delivered, *delivered};
    }
    if (example.what.value == "surcharge amount") asked.what.price = false;
    Worksheet sheet(contract_.currency);
    const auto made = charge(sheet, asked);
    const NodeId amount = made ? made->amount : sheet.constant(Decimal(0, 0), Form::money);
    return {sheet.value(amount), {}, sheet.derivation(), amount};
  }

  std::optional<Found> total(const WorkedExampleTerms& example) const {
    Worksheet sheet(contract_.currency);
    std::vector<NodeId> parts;
    for (const Line& line : contract_.lines)
      parts.push_back(sheet.given(amount(line, example).value, same(line.title), {}));
    const NodeId sum = sheet.named(sheet.sum(parts), Role::total);
    return Found{sheet.value(sum), {}, sheet.derivation(), sum};
  }

  /// The price with its surcharges, after the discount that holds on the day.
  std::optional<Found> net(const Line& line, const PriceSchedule& prices, Date day) const {
    Worksheet sheet(contract_.currency);
    NodeId price = sheet.given(charged_on(prices, day).charged, words(Role::charged), {});
    price = net_price(sheet, contract_, line, 0, price, discounted_on(line, day));
    return Found{sheet.value(price), {}, sheet.derivation(), price};
  }

  /// The index level at which a threshold opens: the reference plus the limit; "at": the first
  /// figure with the series' published decimals that lets the step through.
  std::optional<Found> opens(const PriceEntry& entry, bool first_figure) const {
    if (entry.clause == nullptr || !entry.why ||
        entry.why.calculation->outputs.threshold_limit == no_node)
      return std::nullopt;
    const Threshold& threshold = *entry.clause->ladder_on(entry.date).threshold;
    const Calculation& c = *entry.why.calculation;
    const NodeId reference = c.find("index " + threshold.index + "0");
    if (reference == no_node) return std::nullopt;
    const Outcome<Ratio> from = entry.why.tape.at(reference);
    const Outcome<Ratio> limit = entry.why.tape.at(c.outputs.threshold_limit);
    Found found;
    found.derivation = entry.why;
    found.answer = c.outputs.threshold_limit;
    if (!from || !limit) {
      found.value = from ? limit.why() : from.why();
      return found;
    }
    const bool points =
        threshold.limit.points || threshold.rounding.value.kind != RoundingRule::Kind::none;
    Worksheet sheet(contract_.currency);
    const NodeId base = sheet.given(*from, same(threshold.index + "0"), {}, Form::plain);
    const NodeId size =
        sheet.given(*limit, words(Role::threshold), {}, points ? Form::plain : Form::percent);
    NodeId level = sheet.add(base, points ? size : sheet.mul(base, size),
                             {"level at which it opens", "stand waarop de drempel opengaat"});
    if (first_figure) level = first_above(sheet, level, threshold, *entry.clause);
    found.value = sheet.value(level);
    found.derivation = sheet.derivation();
    found.answer = level;
    return found;
  }

  NodeId first_above(Worksheet& sheet, NodeId level, const Threshold& threshold,
                     const Clause& clause) const {
    const Series* series =
        coverage_.library().find(clause.find(threshold.index)->series.value.value);
    const Decimal unit(1, series != nullptr ? series->published_decimals() : 0);
    const NodeId up = sheet.round(level, {RoundingMode::ceiling, unit});
    const bool reached = !threshold.strict || *sheet.value(up) > *sheet.value(level);
    return reached ? up : sheet.add(up, sheet.constant(unit));
  }

  static std::optional<NodeId> node_of(const std::string& what, const PriceEntry& entry) {
    if (!entry.why) return std::nullopt;
    const Calculation& c = *entry.why.calculation;
    const Outputs& o = c.outputs;
    const std::array<std::pair<std::string_view, NodeId>, 13> known = {{
        {"price exact", o.exact},
        {"price before limits", o.price_wanted},
        {"price before pass-through", o.price_measured},
        {"change", o.change},
        {"change exact", o.change_exact},
        {"passed", o.passed},
        {"step", o.step},
        {"step before limits", o.step_wanted},
        {"given up", o.given_up},
        {"coefficient", o.coefficient},
        {"increase", o.increase},
        {"formula", o.formula},
        {"threshold", o.threshold_limit},
    }};
    for (const auto& [word, node] : known)
      if (word == what) return node == no_node ? std::nullopt : std::optional(node);
    const NodeId symbol = c.find(what);
    return symbol == no_node ? std::nullopt : std::optional(symbol);
  }

  const Contract& contract_;
  Coverage coverage_;
};

}  // namespace

std::vector<ExampleResult> check_examples(const Contract& contract, const Library& library) {
  const ExampleChecker checker(contract, library);
  std::vector<ExampleResult> results;
  for (const WorkedExampleTerms& example : contract.terms.worked_example)
    results.push_back(checker.check(example));
  return results;
}

}  // namespace pricetalk
