#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "document/leaf.hpp"
#include "document/reader.hpp"
#include "document/words.hpp"

namespace pricetalk {

using Kind = DocumentNode::Kind;

namespace rounding_words {

struct Decimals {
  bool as_written = false;
  int count = 0;
};
struct Step {
  bool percent = false;
  Decimal size;
};
struct Terms : TableBase {
  std::optional<Stated<Decimals>> decimals;
  std::optional<Stated<Step>> to;
  Stated<RoundingMode> mode;
};

bool refuse(Reader& reader, const DocumentNode& node, Phrase title, Phrase hint) {
  return reader.error("T0208", node.span, std::move(title), std::move(hint));
}

}  // namespace rounding_words

template <>
struct Dictionary<rounding_words::Terms> {
  using Terms = rounding_words::Terms;
  static constexpr std::string_view name = "rounding";
  static constexpr auto fields = std::tuple{
      field("decimals", &Terms::decimals, Need::optional, "",
            "how many decimals, or \"as written\"", "2"),
      field("to", &Terms::to, Need::optional, "", "the step", "0.05"),
      field("mode", &Terms::mode, Need::optional, "`half-up`", "which neighbour", "\"half-up\"")};
};

template <>
struct Leaf<rounding_words::Decimals> {
  static Phrase expected() { return {"a number of decimals", "een aantal decimalen"}; }
  static std::string_view type_name() { return "whole number or `as written`"; }
  static bool read(Reader& reader, const DocumentNode& node, rounding_words::Decimals& out) {
    if (node.kind == Kind::text && node.raw == "as written") {
      out.as_written = true;
      return true;
    }
    const auto number = node.kind == Kind::number ? Decimal::parse(node.raw) : std::nullopt;
    if (!number || number->scale() != 0 || number->is_negative() || number->mantissa() > 18) {
      return rounding_words::refuse(
          reader, node,
          {"decimals are a whole number from 0 to 18, or \"as written\"",
           "decimalen zijn een geheel getal van 0 tot en met 18, of \"as written\""},
          {"write for example 2", "schrijf bijvoorbeeld 2"});
    }
    out.count = static_cast<int>(number->mantissa());
    return true;
  }
};

template <>
struct Leaf<rounding_words::Step> {
  static Phrase expected() { return {"a step", "een stap"}; }
  static std::string_view type_name() { return "decimal or percentage"; }
  static bool read(Reader& reader, const DocumentNode& node, rounding_words::Step& out) {
    std::string_view text = node.raw;
    out.percent = node.kind == Kind::text && text.ends_with('%');
    if (out.percent) text.remove_suffix(1);
    while (out.percent && text.ends_with(' ')) text.remove_suffix(1);
    const auto number =
        node.kind == Kind::number || out.percent ? Decimal::parse(text) : std::nullopt;
    if (!number || number->is_zero() || number->is_negative() ||
        (out.percent && number->scale() > 16)) {
      return rounding_words::refuse(
          reader, node,
          {"a rounding step is a number above zero, or a percentage",
           "een afrondingsstap is een getal boven nul, of een percentage"},
          {"write for example 0.05, or \"0.1%\"", "schrijf bijvoorbeeld 0.05, of \"0.1%\""});
    }
    out.size = out.percent ? Decimal(number->mantissa(), number->scale() + 2) : *number;
    return true;
  }
};

Phrase Leaf<RoundingRule>::expected() { return {"a rounding", "een afronding"}; }
std::string_view Leaf<RoundingRule>::type_name() { return "rounding"; }
bool Leaf<RoundingRule>::read(Reader& reader, const DocumentNode& node, RoundingRule& out) {
  using RuleKind = RoundingRule::Kind;
  const Phrase hint{"write { decimals = 2 }, { to = 0.05 } or \"none\"",
                    "schrijf { decimals = 2 }, { to = 0.05 } of \"none\""};
  out.span = node.span;
  if (node.kind == Kind::text && node.raw == "none") {
    out.kind = RuleKind::none;
    return true;
  }
  if (node.kind == Kind::number && node.raw.find_first_not_of("0123456789") == std::string::npos) {
    return rounding_words::refuse(
        reader, node,
        {"a rounding says decimals or a step", "een afronding noemt decimalen of een stap"},
        document::write("{ decimals = " + node.raw + " }"));
  }
  if (node.kind != Kind::table) {
    return rounding_words::refuse(reader, node, {"this is not a rounding", "dit is geen afronding"},
                                  hint);
  }
  rounding_words::Terms terms;
  if (!reader.table(node, terms)) return false;
  if (terms.decimals.has_value() == terms.to.has_value()) {
    if (node.incomplete) return false;
    return rounding_words::refuse(reader, node,
                                  {"a rounding has exactly one of 'decimals' and 'to'",
                                   "een afronding heeft precies één van 'decimals' en 'to'"},
                                  hint);
  }
  out.mode = terms.mode.value;
  if (terms.decimals) {
    out.kind = terms.decimals->value.as_written ? RuleKind::as_written : RuleKind::decimals;
    out.decimals = terms.decimals->value.count;
  } else {
    out.kind = terms.to->value.percent ? RuleKind::percent_step : RuleKind::step;
    out.step = terms.to->value.size;
  }
  return true;
}

}  // namespace pricetalk
