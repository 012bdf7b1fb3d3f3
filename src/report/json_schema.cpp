#include "report/json_schema.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>

#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

Json text_like(const char* pattern) { return {{"type", "string"}, {"pattern", pattern}}; }
Json one_of(std::initializer_list<const char*> types) {
  Json all = Json::array();
  for (const char* type : types) all.push_back(type);
  return {{"type", std::move(all)}};
}

/// A value without keys of its own; one that may be a list as well is known by that only.
Json value_schema(const std::string& type) {
  static const std::map<std::string, Json, std::less<>> known = {
      {"decimal", {{"type", "number"}}},
      {"whole number", {{"type", "integer"}}},
      {"true/false", {{"type", "boolean"}}},
      {"text", {{"type", "string"}}},
      {"percentage", text_like("^[-+]?[0-9_]+(\\.[0-9]+)?\\s*%$")},
      {"date",
       {{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}},
      {"month-day", text_like("^[0-9]{2}-[0-9]{2}$")},
      {"duration", text_like("^([0-9]+ )?(day|week|month|quarter|year)s?$")},
      {"id", text_like("^[A-Za-z0-9_-]+$")},
      {"currency", text_like("^[A-Z]{3}$")},
      {"country code", text_like("^[A-Z]{2}$")},
      {"period rule", {{"type", {"string", "number"}}}},
      {"formula", {{"type", "string"}}},
      {"expression", {{"type", "string"}}},
      {"points", {{"type", "string"}}},
      {R"(percentage or "5 points")", {{"type", "string"}}},
      {"month-day or `anniversary`", text_like("^([0-9]{2}-[0-9]{2}|anniversary)$")},
      {R"(period or "last definitive")", {{"type", "string"}}},
      {"series id", {{"type", "string"}}},
      {"period", {{"type", "string"}}},
      {"number or percentage", one_of({"number", "string"})},
      {"number, percentage or word", one_of({"number", "string"})},
      {"whole number or `as written`", one_of({"integer", "string"})},
      {"decimal or percentage", one_of({"number", "string"})},
      {"decimal or { times, of }", one_of({"number", "object"})},
      {"number, percentage or list of { from, value }", one_of({"number", "string", "array"})},
      {"percentage or list of { up_to, share }", one_of({"string", "array"})},
      {"{ per_month = … } or a list with `from`", one_of({"object", "array"})},
      {"text, or `{ en, nl }`", one_of({"string", "object"})},
      {"table of texts", {{"type", "object"}, {"additionalProperties", {{"type", "string"}}}}},
  };
  const auto found = known.find(type);
  return found == known.end() ? Json::object() : found->second;
}

std::string described(const Shape::Key& key) {
  std::string text(key.meaning);
  if (key.shape->kind == Shape::Kind::value) text += " (" + key.shape->type + ")";
  if (!key.fallback.empty()) text += "; default: " + std::string(key.fallback);
  if (!key.example.empty()) text += "; for example " + std::string(key.example);
  return text;
}

/// Whether the keys that a table needs may come from another one, by `like`.
enum class Needs : std::uint8_t { all, none };

Json schema_of(const Shape& shape, Needs needs);

/// Whether `unknown` beside it may name the key, which may then be left out.
bool may_be_unknown(const Shape& table, std::string_view key) {
  if (key == "series") return false;  // one of the family is always named
  for (const Shape::Key& each : table.keys) {
    if (each.key != "unknown" || each.shape->inner == nullptr) continue;
    const auto& words = each.shape->inner->words;
    return std::find(words.begin(), words.end(), key) != words.end();
  }
  return false;
}

Json table_schema(const Shape& shape, Needs needs) {
  const bool like = std::any_of(shape.keys.begin(), shape.keys.end(),
                                [](const Shape::Key& each) { return each.key == "like"; });
  if (like) needs = Needs::none;
  Json made{{"type", "object"}, {"additionalProperties", false}};
  Json& properties = made["properties"];
  Json required = Json::array();
  for (const Shape::Key& key : shape.keys) {
    Json inner = schema_of(*key.shape, needs);
    inner["description"] = described(key);
    properties[std::string(key.key)] = std::move(inner);
    if (key.required && needs == Needs::all && !may_be_unknown(shape, key.key))
      required.push_back(std::string(key.key));
  }
  properties["note"] = {{"type", "string"}, {"description", "a remark; it does nothing"}};
  if (shape.free_table)
    properties["x"] = {{"type", "object"}, {"description", "free for other programs, never read"}};
  if (!required.empty()) made["required"] = std::move(required);
  return made;
}

Json schema_of(const Shape& shape, Needs needs) {
  switch (shape.kind) {
    case Shape::Kind::value:
      return value_schema(shape.type);
    case Shape::Kind::choice: {
      Json words = Json::array();
      for (const std::string_view word : shape.words) words.push_back(std::string(word));
      return {{"enum", std::move(words)}};
    }
    case Shape::Kind::table:
      return table_schema(shape, needs);
    case Shape::Kind::named:
      return {{"type", "object"}, {"additionalProperties", schema_of(*shape.inner, needs)}};
    case Shape::Kind::list: {
      const Json one = schema_of(*shape.inner, needs);
      return {{"anyOf", Json::array({one, Json{{"type", "array"}, {"items", one}}})}};
    }
  }
  return {};
}

}  // namespace

std::string json_schema(const Shape& shape, const std::string& title) {
  Json made{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
  made.update(schema_of(shape, Needs::all));
  // This program reads format 1, and refuses any other (T0306).
  if (made["properties"].contains("schema")) made["properties"]["schema"]["const"] = 1;
  return printed(made);
}

}  // namespace pricetalk
