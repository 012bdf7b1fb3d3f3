#include "pricetalk/contract/clause_terms.hpp"

#include <algorithm>

#include "contract/leaves.hpp"
#include "document/reader.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

using Kind = DocumentNode::Kind;

/// The entries of an inline table, with unknown keys reported against `known`.
bool only_keys(Reader& reader, const DocumentNode& node,
               const std::vector<std::string_view>& known) {
  bool good = true;
  for (const Entry& entry : node.entries)
    if (std::find(known.begin(), known.end(), entry.key) == known.end()) {
      const std::string near(nearest(entry.key, known));
      std::string all;
      for (const std::string_view key : known) all += (all.empty() ? "" : ", ") + std::string(key);
      reader.error("T0301", entry.key_span,
                   {"unknown key '" + entry.key + "'", "onbekende sleutel '" + entry.key + "'"},
                   near.empty()
                       ? Phrase{"known here: " + all, "bekend zijn hier: " + all}
                       : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
      good = false;
    }
  return good;
}

bool required(Reader& reader, const DocumentNode& node, std::string_view key) {
  if (node.find(key) != nullptr) return true;
  const std::string name(key);
  return reader.error("T0302", node.span, {"'" + name + "' is missing", "'" + name + "' ontbreekt"},
                      {"write for example " + std::string(reader.example()),
                       "schrijf bijvoorbeeld " + std::string(reader.example())});
}

}  // namespace

Phrase Leaf<Scalar>::expected() {
  return {"a number (0.945) or a percentage (\"2%\")",
          "een getal (0.945) of een percentage (\"2%\")"};
}

bool Leaf<Scalar>::read(Reader& reader, const DocumentNode& node, Scalar& out) {
  if (node.kind == Kind::number) {
    out.form = Form::plain;
    return reader.value(node, out.value);
  }
  if (node.kind != Kind::text || !node.raw.ends_with('%')) return false;
  Percent percent;
  if (!reader.value(node, percent)) return false;
  const auto fraction = percent.as_fraction().exact_decimal();
  if (!fraction) return false;
  out = {*fraction, Form::percent};
  return true;
}

Phrase Leaf<ConstantValue>::expected() {
  return {"a number, a percentage, or a list of { from = date, value = number }",
          "een getal, een percentage, of een lijst van { from = datum, value = getal }"};
}

bool Leaf<ConstantValue>::read(Reader& reader, const DocumentNode& node, ConstantValue& out) {
  if (node.kind != Kind::list) {
    Scalar value;
    if (node.kind != Kind::number && node.kind != Kind::text) return false;
    if (!reader.value(node, value)) return false;
    out.values = {{std::nullopt, value}};
    return true;
  }
  for (const DocumentNode& item : node.items) {
    if (item.kind != Kind::table) return false;
    if (!only_keys(reader, item, {"from", "value"}) || !required(reader, item, "value"))
      return false;
    ConstantValue::From row;
    if (!reader.value(*item.find("value"), row.value)) return false;
    if (const DocumentNode* from = item.find("from")) {
      Date day;
      if (!reader.value(*from, day)) return false;
      row.from = day;
    }
    out.values.push_back(row);
  }
  std::stable_sort(out.values.begin(), out.values.end(),
                   [](const auto& a, const auto& b) { return a.from < b.from; });
  const auto twice =
      std::adjacent_find(out.values.begin(), out.values.end(),
                         [](const auto& a, const auto& b) { return a.from == b.from; });
  if (twice == out.values.end()) return !out.values.empty();
  return reader.error("C0346", node.span,
                      twice->from
                          ? Phrase{"two values from " + date_text(*twice->from, Language::en),
                                   "twee waarden vanaf " + date_text(*twice->from, Language::nl)}
                          : Phrase{"two values without a day from which they hold",
                                   "twee waarden zonder dag vanaf wanneer ze gelden"},
                      {"leave one of both out, or give each its own day at `from`",
                       "laat er één weg, of geef elk een eigen dag bij `from`"});
}

Phrase Leaf<PassThroughValue>::expected() {
  return {"a percentage, or a list of { up_to = \"3%\", share = \"100%\" }",
          "een percentage, of een lijst van { up_to = \"3%\", share = \"100%\" }"};
}

bool Leaf<PassThroughValue>::read(Reader& reader, const DocumentNode& node, PassThroughValue& out) {
  if (node.kind != Kind::list) {
    Percent share;
    if (!reader.value(node, share)) return false;
    out.knees = {{std::nullopt, share}};
    return true;
  }
  for (const DocumentNode& item : node.items) {
    if (item.kind != Kind::table) return false;
    if (!only_keys(reader, item, {"up_to", "share"}) || !required(reader, item, "share"))
      return false;
    PassThroughValue::Knee knee;
    if (!reader.value(*item.find("share"), knee.share)) return false;
    if (const DocumentNode* up_to = item.find("up_to")) {
      Percent limit;
      if (!reader.value(*up_to, limit)) return false;
      knee.up_to = limit;
    }
    const bool last = &item == &node.items.back();
    const bool rising = out.knees.empty() || !knee.up_to ||
                        out.knees.back().up_to->of_hundred < knee.up_to->of_hundred;
    if (knee.up_to.has_value() == last || !rising)
      return reader.error(
          "C0105", item.span,
          {"bands rise, and only the last one has no up_to",
           "schijven lopen op, en alleen de laatste heeft geen up_to"},
          {"for example [{ up_to = \"3%\", share = \"100%\" }, { share = \"50%\" }]",
           "bijvoorbeeld [{ up_to = \"3%\", share = \"100%\" }, { share = \"50%\" }]"});
    out.knees.push_back(knee);
  }
  return !out.knees.empty();
}

Phrase Leaf<ThresholdLimit>::expected() {
  return {"a percentage (\"10%\") or points (\"5 points\")",
          "een percentage (\"10%\") of punten (\"5 points\")"};
}

bool Leaf<ThresholdLimit>::read(Reader& reader, const DocumentNode& node, ThresholdLimit& out) {
  if (node.kind == Kind::number)
    return reader.error("T0202", node.span,
                        {"a threshold is a percentage or a number of points, as text",
                         "een drempel is een percentage of een aantal punten, als tekst"},
                        {"write \"" + node.raw + "%\", or \"" + node.raw + " points\"",
                         "schrijf \"" + node.raw + "%\", of \"" + node.raw + " points\""});
  if (node.kind == Kind::text && (node.raw.ends_with("point") || node.raw.ends_with("points"))) {
    Points points;
    if (!reader.value(node, points)) return false;
    out = {points.value, true};
  } else {
    Percent percent;
    if (!reader.value(node, percent)) return false;
    const auto fraction = percent.as_fraction().exact_decimal();
    if (!fraction) return false;
    out = {*fraction, false};
  }
  if (out.value.is_negative())
    return reader.error("C0106", node.span,
                        {"a threshold is not negative", "een drempel is niet negatief"},
                        {"leave the minus out: a threshold holds for increases and decreases alike",
                         "laat het minteken weg: een drempel geldt voor stijgingen en dalingen"});
  return true;
}

Phrase Leaf<AdjustDay>::expected() {
  return {"a day of the year (\"01-01\") or \"anniversary\"",
          "een dag van het jaar (\"01-01\") of \"anniversary\""};
}

bool Leaf<AdjustDay>::read(Reader& reader, const DocumentNode& node, AdjustDay& out) {
  if (node.kind == Kind::text && node.raw == "anniversary") {
    out.day.reset();
    return true;
  }
  MonthDay day;
  if (!reader.value(node, day)) return false;
  out.day = day;
  return true;
}

Phrase Leaf<LinkPoint>::expected() {
  return {"a period (\"2022-07\") or \"last definitive\"",
          "een periode (\"2022-07\") of \"last definitive\""};
}

bool Leaf<LinkPoint>::read(Reader& reader, const DocumentNode& node, LinkPoint& out) {
  if (node.kind == Kind::text && node.raw == "last definitive") {
    out.period.reset();
    return true;
  }
  Period period;
  if (!reader.value(node, period)) return false;
  out.period = period;
  return true;
}

}  // namespace pricetalk
