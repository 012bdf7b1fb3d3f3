#include <map>

#include "contract_text.hpp"

// Sharing clauses (CONTRACT-FORMAT section 3.12): `like` and `clauses_from`.

namespace {
namespace sharing {

using namespace contract_text;

/// A contract whose line follows clause `b`.
std::string with(const std::string& clauses, const std::string& top = "") {
  return "schema = 1\n" + top +
         "[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2020-01-01\n"
         "[price.p]\nunit_price = 100.00\nprice_date = 2020-01-01\nclause = \"b\"\n" +
         clauses;
}

const std::string yearly = "adjust = { every = \"year\", on = \"01-01\" }\n";

/// Clause `b` of the contract.
Clause b_of(const std::string& text) {
  const auto loaded = read(text);
  EXPECT_TRUE(loaded.ok()) << render(loaded.diagnostics, Language::en);
  return loaded.value ? *loaded.value->find_clause("b") : Clause{};
}

Ladder ladder(const Clause& clause) {
  return clause.ladders.empty() ? Ladder{} : clause.ladders.front().ladder;
}

using Files = std::map<std::string, std::string>;

Loaded<Contract> read_with(const std::string& text, const Files& files) {
  return read_contract(
      std::make_shared<const SourceText>("contract.toml", text),
      [&](const std::string& path, Span asked_by) {
        Loaded<std::vector<SourcePtr>> made;
        made.value.emplace();
        const auto file = files.find(path);
        if (file == files.end())
          made.diagnostics.error("O0001", asked_by, {"no file", "geen bestand"});
        else
          made.value->push_back(std::make_shared<const SourceText>(path, file->second));
        return made;
      });
}

Lines codes(const Loaded<Contract>& loaded) {
  Lines found;
  for (const Diagnostic& one : loaded.diagnostics.sorted())
    found.push_back(one.code + " " + std::string(one.span.source->name()) + " " +
                    std::string(one.span.text()));
  return found;
}

TEST(Like, takes_all_keys_and_replaces_those_that_are_written) {
  const Clause b = b_of(with("[clause.a]\narticle = \"7\"\n" + yearly +
                             "formula = \"change = 2%\"\npass_through = \"40%\"\n"
                             "[clause.b]\nlike = \"a\"\nformula = \"change = 3%\"\n"));
  EXPECT_EQ(b.article, "7");
  EXPECT_EQ(b.when.every->value.text(), "1 year");
  EXPECT_EQ(ladder(b).formula.value.text, "change = 3%");
  EXPECT_EQ(ladder(b).pass_through.value.knees.front().share.text(), "40%");
}

TEST(Like, replaces_limits_rounding_notice_and_constants_per_key) {
  const Clause b =
      b_of(with("[clause.a]\n" + yearly +
                "formula = \"change = k + n\"\nconstants = { k = \"1%\", n = \"2%\" }\n"
                "limits = { cap = \"4%\", floor = \"0%\" }\n"
                "rounding = { coefficient = { decimals = 4 }, price = { decimals = 3 } }\n"
                "notice = { before = \"2 months\", form = \"letter\" }\n"
                "[clause.b]\nlike = \"a\"\nconstants = { n = \"5%\" }\nlimits = { cap = \"9%\" }\n"
                "rounding = { price = { decimals = 1 } }\nnotice = { before = \"1 month\" }\n"));
  const Ladder l = ladder(b);
  EXPECT_EQ(l.limits.cap.front().value.text, "9%");
  EXPECT_EQ(l.limits.floor.front().value.text, "0%");
  EXPECT_EQ(l.rounding.coefficient.value.decimals, 4);
  EXPECT_EQ(l.rounding.price.value.decimals, 1);
  EXPECT_EQ(b.notice.before->value.text(), "1 month");
  EXPECT_EQ(b.notice.form.value, NoticeForm::letter);
  ASSERT_EQ(l.constants.size(), 2U);
  EXPECT_EQ(l.constants[0].second.value.values.front().value.value, *Decimal::parse("0.01"));
  EXPECT_EQ(l.constants[1].second.value.values.front().value.value, *Decimal::parse("0.05"));
}

TEST(Like, replaces_an_index_per_name_and_per_key) {
  const Clause b = b_of(with("[clause.a]\n" + yearly +
                             "formula = \"0.5*L/L0 + 0.5*C/C0\"\n"
                             "[clause.a.index.L]\nseries = \"wages\"\nuse = \"previous year\"\n"
                             "[clause.a.index.C]\nseries = \"cpi\"\nuse = \"previous year\"\n"
                             "[clause.b]\nlike = \"a\"\n"
                             "[clause.b.index.C]\nseries = \"cpi-derived\"\n"));
  EXPECT_EQ(b.find("L")->series.value.value, "wages");
  EXPECT_EQ(b.find("C")->series.value.value, "cpi-derived");
  EXPECT_EQ(b.find("C")->use.value.text, "previous year");
}

TEST(Like, replaces_a_table_and_a_threshold_as_a_whole) {
  const Clause b =
      b_of(with("[clause.a]\n" + yearly +
                "formula = \"change = t(3%) + u(3%)\"\n"
                "threshold = { more_than = \"10%\", then = \"excess\" }\n"
                "table.t = { between = \"next\", rows = [{ from = \"0%\", gives = \"1%\" }] }\n"
                "table.u = { rows = [{ from = \"0%\", gives = \"2%\" }] }\n"
                "[clause.b]\nlike = \"a\"\nthreshold = { at_least = \"3%\" }\n"
                "table.t = { rows = [{ from = \"0%\", gives = \"7%\" }] }\n"));
  ASSERT_EQ(b.tables.size(), 2U);
  EXPECT_EQ(b.tables[0].bands.front().gives, *Decimal::parse("0.07"));
  EXPECT_EQ(b.tables[0].between, BandTable::Between::undetermined);
  EXPECT_EQ(b.tables[1].bands.front().gives, *Decimal::parse("0.02"));
  EXPECT_FALSE(ladder(b).threshold->strict);
  EXPECT_EQ(ladder(b).threshold->then.value, Then::full);
}

TEST(Like, keeps_the_words_that_really_state_a_value) {
  const std::string text = with(
      "[clause.b]\nlike = \"a\"\nlimits = { floor = \"0%\" }\n"
      "[clause.a]\n" +
      yearly + "formula = \"change = 2%\"\nlimits = { cap = \"4%\" }\n");
  const auto loaded = read(text);
  ASSERT_TRUE(loaded.ok()) << render(loaded.diagnostics, Language::en);
  const Clause& b = *loaded.value->find_clause("b");
  const Ladder l = ladder(b);
  EXPECT_EQ(l.limits.cap.front().where->begin, text.find("\"4%\""));
  EXPECT_EQ(l.limits.floor.front().where->begin, text.find("\"0%\""));
  EXPECT_EQ(b.where.begin, text.find("[clause.b]"));
}

TEST(Like, lets_a_formula_of_its_own_leave_inherited_indices_out) {
  const std::string liked = "[clause.a]\n" + yearly +
                            "formula = \"k*L/L0\"\nconstants = { k = 1 }\n"
                            "[clause.a.index.L]\nseries = \"s\"\nuse = \"previous year\"\n";
  const Clause b = b_of(with(liked + "[clause.b]\nlike = \"a\"\nformula = \"change = 2%\"\n"));
  EXPECT_TRUE(b.reads.empty());
  // An index that the clause states itself must still be used.
  EXPECT_EQ(problems(with(liked + "[clause.b]\nlike = \"a\"\nformula = \"change = 2%\"\n"
                                  "[clause.b.index.L]\nseries = \"t\"\n"))
                .size(),
            1U);
}

TEST(Like, says_a_mistake_in_the_shared_words_once) {
  EXPECT_EQ(problems(with("[clause.a]\n" + yearly +
                          "formula = \"change = 2%\"\nlimits = { capp = \"4%\" }\n"
                          "[clause.b]\nlike = \"a\"\n")),
            (Lines{"T0301 capp"}));
}

TEST(Like, does_not_warn_of_a_pattern_that_no_line_uses) {
  EXPECT_EQ(problems(with("[clause.a]\n" + yearly +
                          "formula = \"change = 2%\"\n[clause.b]\nlike = \"a\"\n")),
            Lines{});
}

TEST(Like, goes_one_level_and_names_both_places) {
  const std::string text = with("[clause.a]\n" + yearly +
                                "formula = \"change = 2%\"\n[clause.m]\nlike = \"a\"\n"
                                "[clause.b]\nlike = \"m\"\n");
  const auto loaded = read(text);
  ASSERT_EQ(codes(loaded), (Lines{"C0403 contract.toml \"m\""}));
  ASSERT_EQ(loaded.diagnostics.list().front().context.size(), 1U);
  EXPECT_EQ(loaded.diagnostics.list().front().context.front().span.text(), "\"a\"");
}

TEST(Like, refuses_circles_once_and_unknown_clauses) {
  EXPECT_EQ(problems(with("[clause.a]\nlike = \"b\"\n[clause.b]\nlike = \"a\"\n")),
            (Lines{"C0403 \"b\""}));
  EXPECT_EQ(problems(with("[clause.b]\nlike = \"b\"\n" + yearly)), (Lines{"C0403 \"b\""}));
  EXPECT_EQ(problems(with("[clause.b]\nlike = \"other\"\nindex.C = { use = \"2019\" }\n")),
            (Lines{"C0309 \"other\""}));
}

TEST(SharedClauses, stand_beside_the_contracts_own) {
  const auto loaded = read_with(
      with("[clause.b]\nlike = \"general\"\npass_through = \"50%\"\n",
           "clauses_from = [\"shared.toml\"]\n"),
      {{"shared.toml", "schema = 1\n[clause.general]\n" + yearly + "formula = \"change = 2%\"\n" +
                           "[clause.unused]\n" + yearly + "[clause.unused.index.X]\n" +
                           "series = \"nowhere\"\nuse = \"previous year\"\n"}});
  ASSERT_TRUE(loaded.ok()) << render(loaded.diagnostics, Language::en);
  EXPECT_TRUE(loaded.diagnostics.empty());
  const Clause& b = *loaded.value->find_clause("b");
  EXPECT_EQ(ladder(b).formula.where->source->name(), "shared.toml");
  EXPECT_EQ(ladder(b).pass_through.where->source->name(), "contract.toml");
  EXPECT_EQ(loaded.value->find_clause("unused"), nullptr) << "no line names it";
  ASSERT_EQ(loaded.value->shared_clauses.size(), 1U);
  Diagnostics series;
  check_series(*loaded.value, Library(), series);
  EXPECT_TRUE(series.empty()) << "figures of a pattern are not read";
}

TEST(SharedClauses, can_be_named_by_a_line_directly) {
  const auto loaded = read_with(
      with("", "clauses_from = \"shared.toml\"\n"),
      {{"shared.toml", "schema = 1\n[clause.b]\n" + yearly + "formula = \"change = 2%\"\n"}});
  ASSERT_TRUE(loaded.ok()) << render(loaded.diagnostics, Language::en);
  EXPECT_EQ(loaded.value->find_clause("b")->where.source->name(), "shared.toml");
}

TEST(SharedClauses, hold_only_clauses_and_each_name_once) {
  const std::string shared = "schema = 1\n[clause.b]\n" + yearly + "formula = \"change = 2%\"\n";
  EXPECT_EQ(codes(read_with(with("[clause.b]\n" + yearly + "formula = \"change = 1%\"\n",
                                 "clauses_from = [\"shared.toml\"]\n"),
                            {{"shared.toml", shared}})),
            (Lines{"C0402 shared.toml b"}));
  EXPECT_EQ(codes(read_with(with("", "clauses_from = [\"one.toml\", \"two.toml\"]\n"),
                            {{"one.toml", shared}, {"two.toml", shared}})),
            (Lines{"C0402 two.toml b"}));
  EXPECT_EQ(codes(read_with(with("", "clauses_from = [\"shared.toml\"]\n"),
                            {{"shared.toml", shared + "[price.q]\nunit_price = 1.00\n"}})),
            (Lines{"T0301 shared.toml price"}));
}

TEST(SharedClauses, name_a_near_clause_that_no_line_uses) {
  const auto loaded = read_with(
      with("", "clauses_from = [\"shared.toml\"]\n"),
      {{"shared.toml", "schema = 1\n[clause.bb]\n" + yearly + "formula = \"change = 2%\"\n"}});
  ASSERT_EQ(codes(loaded), (Lines{"C0309 contract.toml \"b\""}));
  EXPECT_NE(loaded.diagnostics.list().front().hint.en.find("bb"), std::string::npos);
}

TEST(SharedClauses, cannot_be_read_without_files_beside) {
  EXPECT_EQ(problems(with("[clause.b]\n" + yearly + "formula = \"change = 2%\"\n",
                          "clauses_from = [\"shared.toml\"]\n")),
            (Lines{"C0401 \"shared.toml\""}));
}

}  // namespace sharing
}  // namespace
