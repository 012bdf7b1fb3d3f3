#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "cli/load.hpp"
#include "document/tree.hpp"
#include "law/law.hpp"
#include "lint/contestable.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"

/// What `check` writes for other programs, and what it mends.
namespace pricetalk::harness {
namespace {

using Json = nlohmann::json;

const char* const belgian = "tests/golden/check/reviews-a-belgian-contract-with-its-law/input.toml";

Ran checked(const std::string& words) {
  return run_in(root(), split("pricetalk check --today 2025-10-14 --language en " + words));
}

// SARIF 2.1.0 (OASIS), sections 3.13, 3.14, 3.19, 3.27, 3.28, 3.29 and 3.30: what must be there.
TEST(Sarif, has_the_members_that_the_standard_requires) {
  const TemporaryFolder folder;
  checked(std::string(belgian) + " --figures indices --sarif " + (folder / "check.sarif"));
  const Json log = Json::parse(folder.get("check.sarif"));
  EXPECT_EQ(log.at("version"), "2.1.0");
  ASSERT_EQ(log.at("runs").size(), 1u);
  const Json& run = log["runs"][0];
  const Json& driver = run.at("tool").at("driver");
  EXPECT_EQ(driver.at("name"), "pricetalk");
  EXPECT_EQ(run.at("columnKind"), "unicodeCodePoints");
  std::set<std::string> ids;
  for (const Json& rule : driver.at("rules")) {
    EXPECT_TRUE(ids.insert(rule.at("id")).second) << "rule ids are unique";
    EXPECT_FALSE(rule.at("shortDescription").at("text").get<std::string>().empty());
  }
  ASSERT_FALSE(run.at("results").empty());
  for (const Json& result : run["results"]) {
    EXPECT_FALSE(result.at("message").at("text").get<std::string>().empty());
    EXPECT_EQ(driver["rules"][result.at("ruleIndex").get<std::size_t>()]["id"],
              result.at("ruleId"));
    EXPECT_TRUE(std::set<std::string>({"none", "note", "warning", "error"})
                    .count(result.at("level").get<std::string>()));
    const Json& place = result.at("locations").at(0).at("physicalLocation");
    EXPECT_EQ(place.at("artifactLocation").at("uri"), belgian);
    const Json& region = place.at("region");
    EXPECT_GE(region.at("startLine").get<int>(), 1);
    EXPECT_GE(region.at("startColumn").get<int>(), 1);
    EXPECT_GE(region.at("endLine").get<int>(), region["startLine"].get<int>());
  }
}

TEST(Sarif, and_the_answer_for_machines_have_a_verdict_of_law_once) {
  const TemporaryFolder folder;
  for (const char* how : {"", " --review"}) {
    const Ran ran = checked(std::string(belgian) + " --figures indices --json --sarif " +
                            (folder / "check.sarif") + how);
    int in_sarif = 0;
    const Json log = Json::parse(folder.get("check.sarif"));
    for (const Json& result : log["runs"][0]["results"])
      if (result["ruleId"] == "W0302") {
        ++in_sarif;
        EXPECT_EQ(result["level"], "warning");
      }
    EXPECT_EQ(in_sarif, 1) << how;
    const Json file = Json::parse(ran.out)["files"][0];
    for (const Json& problem : file["problems"]) EXPECT_NE(problem["code"], "W0302") << how;
    int in_remarks = 0;
    for (const Json& remark : file["remarks"])
      if (remark["code"] == "W0302") ++in_remarks;
    EXPECT_EQ(in_remarks, 1) << how;
    EXPECT_EQ(ran.status, 1) << how;
  }
}

TEST(Sarif, has_a_file_that_is_not_there) {
  const TemporaryFolder folder;
  const Ran ran = checked("nowhere.toml --json --sarif " + (folder / "check.sarif"));
  const Json results = Json::parse(folder.get("check.sarif"))["runs"][0]["results"];
  ASSERT_EQ(results.size(), 1u);
  EXPECT_EQ(results[0]["ruleId"], "O0001");
  EXPECT_EQ(results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "nowhere.toml");
  EXPECT_EQ(Json::parse(ran.out)["files"][0]["problems"][0]["code"], "O0001");
}

TEST(Sarif, writes_a_path_as_a_uri) {
  const TemporaryFolder folder;
  folder.put("een map/contract é.toml", read(root() + "/" + belgian));
  run_in(folder.path(), split("pricetalk check 'een map/contract é.toml' --figures " + root() +
                              "/indices --sarif check.sarif"));
  const Json log = Json::parse(folder.get("check.sarif"));
  EXPECT_EQ(
      log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
      "een%20map/contract%20%C3%A9.toml");
}

/// Where a tree of a contract file has a key or a word that the schema does not have.
void misfits(const DocumentNode& node, const Json& schema, const std::string& path,
             std::vector<std::string>& found) {
  if (schema.contains("anyOf")) {
    const Json& one = schema["anyOf"][0];
    if (node.kind != DocumentNode::Kind::list) return misfits(node, one, path, found);
    for (const DocumentNode& item : node.items) misfits(item, one, path + "[]", found);
    return;
  }
  if (schema.contains("enum") && node.kind == DocumentNode::Kind::text) {
    const Json& words = schema["enum"];
    if (std::find(words.begin(), words.end(), node.raw) == words.end())
      found.push_back(path + ": " + node.raw);
  }
  if (node.kind != DocumentNode::Kind::table || schema.value("type", Json()) != "object") return;
  const Json& more = schema["additionalProperties"];
  for (const Entry& entry : node.entries) {
    const std::string at = path + "." + entry.key;
    const bool named = schema.contains("properties") && schema["properties"].contains(entry.key);
    if (named)
      misfits(entry.value, schema["properties"][entry.key], at, found);
    else if (more.is_object())
      misfits(entry.value, more, at, found);
    else
      found.push_back(at);
  }
  for (const Json& key : schema.value("required", Json::array()))
    if (node.find(key.get<std::string>()) == nullptr)
      found.push_back(path + " lacks " + key.dump());
}

TEST(Schema, fits_every_shipped_contract) {
  const Json schema = Json::parse(run_in(root(), split("pricetalk schema")).out);
  EXPECT_EQ(schema.at("$schema"), "https://json-schema.org/draft/2020-12/schema");
  for (const auto& [name, text] : files_below(root() + "/contracts")) {
    if (name.find('/') != std::string::npos || !name.ends_with(".toml")) continue;
    const auto document = read_document(std::make_shared<const SourceText>(name, text));
    ASSERT_TRUE(document.value) << name;
    std::vector<std::string> found;
    misfits(*document.value, schema, name, found);
    EXPECT_TRUE(found.empty()) << name << " has " << found.front();
  }
}

TEST(Schema, finds_a_misspelt_key_and_word) {
  const Json schema = Json::parse(run_in(root(), split("pricetalk schema")).out);
  const auto document = read_document(
      std::make_shared<const SourceText>("x.toml",
                                         "schema = 1\ncontract = { id = \"x\", curency = \"EUR\", "
                                         "vat = \"no\", start = 2025-01-01 }\n"));
  std::vector<std::string> found;
  misfits(*document.value, schema, "x", found);
  EXPECT_EQ(found, (std::vector<std::string>{"x.contract.curency", "x.contract.vat: no",
                                             "x.contract lacks \"currency\""}));
}

TEST(Schema, says_of_what_kind_a_value_is) {
  const Json schema = Json::parse(run_in(root(), split("pricetalk schema")).out);
  const Json& contract = schema["properties"]["contract"]["properties"];
  const Json& price = schema["properties"]["price"]["additionalProperties"]["properties"];
  const Json& limits =
      schema["properties"]["clause"]["additionalProperties"]["properties"]["limits"]["properties"];
  EXPECT_EQ(contract["start"]["pattern"], "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
  EXPECT_EQ(price["unit_price"]["type"], Json({"number", "object"}));
  EXPECT_EQ(limits["cap"]["anyOf"][0]["type"], "string");
  EXPECT_EQ(contract["subject"]["anyOf"][0]["enum"][0], "dwelling");
}

/// Whether a value is of one of the types that a schema names; without types it is.
bool is_of_type(const DocumentNode& node, const Json& schema) {
  if (!schema.contains("type")) return true;
  using Kind = DocumentNode::Kind;
  const Json types = schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]});
  return std::any_of(types.begin(), types.end(), [&](const Json& type) {
    if (type == "object") return node.kind == Kind::table;
    if (type == "array") return node.kind == Kind::list;
    if (type == "boolean") return node.kind == Kind::boolean;
    if (type == "number" || type == "integer") return node.kind == Kind::number;
    return node.kind == Kind::text || node.kind == Kind::date;
  });
}

void mistyped(const DocumentNode& node, const Json& schema, const std::string& path,
              std::vector<std::string>& found) {
  if (schema.contains("anyOf")) {
    const Json& one = schema["anyOf"][0];
    if (node.kind != DocumentNode::Kind::list) return mistyped(node, one, path, found);
    for (const DocumentNode& item : node.items) mistyped(item, one, path + "[]", found);
    return;
  }
  if (!is_of_type(node, schema)) found.push_back(path);
  for (const Entry& entry : node.entries) {
    if (schema.contains("properties") && schema["properties"].contains(entry.key))
      mistyped(entry.value, schema["properties"][entry.key], path + "." + entry.key, found);
    else if (schema.contains("additionalProperties") && schema["additionalProperties"].is_object())
      mistyped(entry.value, schema["additionalProperties"], path + "." + entry.key, found);
  }
}

TEST(Schema, has_keys_words_and_types_of_every_conformance_contract) {
  const Json schema = Json::parse(run_in(root(), split("pricetalk schema")).out);
  int fitted = 0;
  for (const char* folder : {"tests/conformance", "contracts"})
    for (const auto& [name, text] : files_below(root() + "/" + folder)) {
      if (!name.ends_with(".toml")) continue;
      const auto document = read_document(std::make_shared<const SourceText>(name, text));
      if (!document.value || document.value->find("contract") == nullptr) continue;
      ++fitted;
      std::vector<std::string> found;
      misfits(*document.value, schema, name, found);
      mistyped(*document.value, schema, name, found);
      EXPECT_TRUE(found.empty()) << name << " has " << found.front();
    }
  EXPECT_GE(fitted, 120);
}

const char* const with_slips =
    "schema = 1\r\n"
    "# a remark,  with  blanks\n"
    "[contract]\n"
    "id = \"x\"\n"
    "curency   =   \"EUR\"   # misspelt\n"
    "start = \"2025-01-01\"\n"
    "\n"
    "[price.hour]\n"
    "unit_price = 34,85 # a comma\n"
    "price_date = 2025-01-01\n"
    "clause = 'fixed'\n"
    "[clause.fixed]\n"
    "\tadjust = { every = \"year\" }\n"
    "formula = \"change = 3%\"\n"
    "limits = { cap = 4% }";

TEST(Fix, mends_what_leaves_no_choice_and_touches_nothing_else) {
  const TemporaryFolder folder;
  folder.put("contract.toml", with_slips);
  const Ran ran = run_in(folder.path(), split("pricetalk check --fix contract.toml --language en"));
  std::string mended = with_slips;
  for (const auto& [from, to] :
       std::vector<std::pair<std::string, std::string>>{{"curency", "currency"},
                                                        {"\"2025-01-01\"", "2025-01-01"},
                                                        {"34,85", "34.85"},
                                                        {"4%", "\"4%\""}})
    mended = replaced(mended, from, to);
  EXPECT_EQ(folder.get("contract.toml"), mended);
  EXPECT_EQ(ran.status, 0) << ran.both;
  EXPECT_NE(ran.out.find("contract.toml:9: 34,85 is now 34.85"), std::string::npos) << ran.both;
  const Ran again = run_in(folder.path(), split("pricetalk check --fix contract.toml"));
  EXPECT_EQ(folder.get("contract.toml"), mended) << again.both;
}

TEST(Fix, leaves_alone_what_can_be_meant_in_two_ways) {
  const TemporaryFolder folder;
  const std::string text = replaced(with_slips, "34,85", "1.250");
  const std::string other = replaced(replaced(text, "4%", "0.04"), "curency", "munt");
  folder.put("contract.toml",
             replaced(replaced(other, "\"2025-01-01\"", "2025-01-01"), "1.250", "1250"));
  const std::string before = folder.get("contract.toml");
  const Ran ran = run_in(folder.path(), split("pricetalk check --fix contract.toml"));
  EXPECT_EQ(folder.get("contract.toml"), before);
  EXPECT_EQ(ran.status, 3) << ran.both;
}

TEST(Fix, divides_no_price_by_a_thousand) {
  for (const char* price : {"\"1,000\"", "\"1.000\"", "\"1,015\"", "1,000"}) {
    const TemporaryFolder folder;
    const std::string text = replaced(
        replaced(replaced(with_slips, "34,85", price), "curency", "currency"), "4%", "\"4%\"");
    const std::string right = replaced(text, "\"2025-01-01\"", "2025-01-01");
    folder.put("contract.toml", right);
    const Ran ran = run_in(folder.path(), split("pricetalk check --fix contract.toml"));
    EXPECT_EQ(folder.get("contract.toml"), right) << ran.both;
    EXPECT_EQ(ran.status, 3) << ran.both;
  }
}

TEST(Fix, asks_of_a_percentage_with_three_digits_behind_its_comma) {
  const std::string usual =
      replaced(replaced(replaced(with_slips, "34,85", "34.85"), "curency", "currency"),
               "\"2025-01-01\"", "2025-01-01");
  for (const char* cap : {"1,000%", "12,345%", "1.000%", "12.345%"}) {
    const TemporaryFolder folder;
    folder.put("contract.toml", replaced(usual, "4%", cap));
    const Ran ran = run_in(folder.path(), split("pricetalk check --fix contract.toml"));
    EXPECT_EQ(folder.get("contract.toml"), replaced(usual, "4%", cap)) << ran.both;
    EXPECT_EQ(ran.status, 3) << ran.both;
  }
  const TemporaryFolder folder;
  folder.put("contract.toml", replaced(usual, "4%", "0,125%"));
  run_in(folder.path(), split("pricetalk check --fix contract.toml"));
  EXPECT_EQ(folder.get("contract.toml"), replaced(usual, "4%", "\"0.125%\""));
}

TEST(Fix, gives_no_key_a_second_value_and_no_date_the_key_of_a_word) {
  for (const char* line : {"cap = \"4%\", capp = \"3%\"", "cap = \"4%\""}) {
    const TemporaryFolder folder;
    std::string text = replaced(replaced(with_slips, "34,85", "34.85"), "curency", "currency");
    text = replaced(replaced(text, "\"2025-01-01\"", "2025-01-01"), "cap = 4%", line);
    text = replaced(text, "price_date = 2025-01-01", "price_date = 2025-01-01\nunti = 2026-01-01");
    folder.put("contract.toml", text);
    const Ran ran = run_in(folder.path(), split("pricetalk check --fix contract.toml"));
    EXPECT_EQ(folder.get("contract.toml"), text) << ran.both;
  }
}

TEST(Fix, touches_no_file_of_figures) {
  const TemporaryFolder folder;
  const std::string text =
      "schema = 1\n[[series]]\nid = \"a\"\ntitel = \"A\"\nfigures = [[\"2025\", 1,5]]\n";
  folder.put("figures.toml", text);
  run_in(folder.path(), split("pricetalk check --fix figures.toml"));
  EXPECT_EQ(folder.get("figures.toml"), text);
}

TEST(Review, of_a_bare_clause_finds_six_things_at_least_each_with_its_spread) {
  const Json answer = Json::parse(
      checked(
          "tests/golden/check/answers-machines-with-remarks/input.toml --figures indices --json")
          .out);
  std::set<std::string> with_spread;
  for (const Json& remark : answer["files"][0]["remarks"])
    if (remark["concern"] == "unclear" && remark.contains("spread"))
      with_spread.insert(remark["code"].get<std::string>());
  EXPECT_GE(with_spread.size(), 6u) << answer.dump(1);
  EXPECT_TRUE(with_spread.count("W0201"));
}

// What is published or shipped breaks no rule of the tables.
TEST(Review, passes_no_verdict_on_what_is_published_or_shipped) {
  const Law law = shipped_law();
  const Date today = *Date::make(2026, 10, 14);
  int judged = 0;
  for (const char* folder : {"tests/conformance", "contracts"})
    for (const auto& [name, text] : files_below(root() + "/" + folder)) {
      if (!name.ends_with(".toml")) continue;
      const std::string path = root() + "/" + folder + "/" + name;
      const auto loaded = load_contract(path, {});
      if (!loaded.ok()) continue;  // columns of invoices
      ++judged;
      for (const Remark& each :
           contestable(loaded.value->contract, Coverage(loaded.value->library, today), law, today))
        EXPECT_TRUE(each.question) << path << ": " << each.title.en;
    }
  EXPECT_GE(judged, 120);
}

}  // namespace
}  // namespace pricetalk::harness
