#include "document/reader.hpp"

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "document/documentation.hpp"

namespace pricetalk {
namespace reader_test {

enum class Late { next_date, forfeits };

struct Limits : TableBase {
  std::optional<Stated<Percent>> cap;
  Stated<bool> carry_over;
  Stated<Late> late{Late::forfeits, {}};
};

struct Step : TableBase {
  std::optional<Stated<Percent>> up_to;
  Stated<Percent> share;
};

/// "percentage or list of tables", as another room would add it.
struct PassThrough {
  std::vector<Step> knees;
};

struct Line : TableBase {
  Stated<Decimal> unit_price;
  std::vector<Stated<Id>> clause;
  std::optional<Limits> limits;
  Limits always;
  std::vector<Step> steps;
  std::optional<Stated<PassThrough>> pass_through;
};

struct File : TableBase {
  Stated<int> schema;
  std::optional<Stated<Date>> start;
  std::optional<Stated<Duration>> before;
  std::optional<Stated<RoundingRule>> rounding;
  Named<Line> price;
  Named<Stated<Decimal>> constants;
  std::optional<Stated<DocumentNode>> anything;
};

}  // namespace reader_test

template <>
struct Dictionary<reader_test::Late> {
  static constexpr auto words =
      std::array{std::pair{std::string_view("next-date"), reader_test::Late::next_date},
                 std::pair{std::string_view("forfeits"), reader_test::Late::forfeits}};
};
template <>
struct Dictionary<reader_test::Limits> {
  using L = reader_test::Limits;
  static constexpr std::string_view name = "limits";
  static constexpr auto fields = std::tuple{
      field("cap", &L::cap, Need::optional, "", "largest increase", R"("4%")"),
      field("carry_over", &L::carry_over, Need::optional, "false", "keep what was cut off", "true"),
      field("late", &L::late, Need::optional, "`forfeits`", "a late notice", R"("forfeits")")};
  static constexpr auto planned = std::array{Planned{"cap_total"}, Planned{"floor_total"}};
};
template <>
struct Dictionary<reader_test::Step> {
  using S = reader_test::Step;
  static constexpr std::string_view name = "step";
  static constexpr auto fields =
      std::tuple{field("up_to", &S::up_to, Need::optional, "", "end of the band", R"("3%")"),
                 field("share", &S::share, Need::required, "", "what passes", R"("50%")")};
};
template <>
struct Leaf<reader_test::PassThrough> {
  static constexpr bool takes_list = true;
  static Phrase expected() {
    return {"a percentage or a list of tables", "een percentage of een lijst van tabellen"};
  }
  static std::string_view type_name() { return "percentage or list"; }
  static bool read(Reader& reader, const DocumentNode& node, reader_test::PassThrough& out) {
    if (node.kind == DocumentNode::Kind::text) {
      out.knees.emplace_back();
      return reader.member(node, out.knees.back().share);
    }
    if (node.kind != DocumentNode::Kind::list) return false;
    return reader.member(node, out.knees);
  }
};
template <>
struct Dictionary<reader_test::Line> {
  using L = reader_test::Line;
  static constexpr std::string_view name = "price";
  static constexpr auto fields = std::tuple{
      field("unit_price", &L::unit_price, Need::required, "", "the price", "31.25"),
      field("clause", &L::clause, Need::optional, "", "who moves it", R"("labour-mix")"),
      field("limits", &L::limits, Need::optional, "", "limits", R"({ cap = "4%" })"),
      field("always", &L::always, Need::optional, "", "limits", R"({ cap = "4%" })"),
      field("steps", &L::steps, Need::optional, "", "knees | bands", R"([{ share = "50%" }])"),
      field("pass_through", &L::pass_through, Need::optional, R"(`"100%"`)", "share", R"("40%")")};
};
template <>
struct Dictionary<reader_test::File> {
  using F = reader_test::File;
  static constexpr std::string_view name = "file";
  static constexpr bool free_table = true;
  static constexpr auto fields = std::tuple{
      field("schema", &F::schema, Need::required, "", "format number", "1"),
      field("start", &F::start, Need::optional, "", "first day", "2019-01-01"),
      field("before", &F::before, Need::optional, "", "how long before", R"("2 months")"),
      field("rounding", &F::rounding, Need::optional, "`none`", "rounding", "{ decimals = 2 }"),
      field("price", &F::price, Need::required, "", "price lines", ""),
      field("constants", &F::constants, Need::optional, "", "numbers", "{ K = 0.945 }"),
      field("anything", &F::anything, Need::optional, "", "anything", "1")};
};

namespace reader_test {

struct Read {
  SourcePtr source;
  Loaded<File> file;
  explicit Read(std::string text)
      : source(std::make_shared<const SourceText>("input.toml", std::move(text))),
        file(read_terms<File>(source)) {}
  const File& terms() const { return *file.value; }
  /// "2:1 T0301 'x' -> hint".
  std::vector<std::string> said() const {
    std::vector<std::string> lines;
    for (const auto& one : file.diagnostics.sorted()) {
      const auto at = source->position(one.span.begin);
      lines.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + " " + one.code +
                      " " + one.title.en + " -> " + one.hint.en);
      EXPECT_FALSE(one.title.nl.empty());
      EXPECT_EQ(one.hint.en.empty(), one.hint.nl.empty());
    }
    return lines;
  }
};

using Lines = std::vector<std::string>;
const std::string head = "schema = 1\n[price.a]\nunit_price = 31.250\n";

TEST(Reader, fills_terms_with_their_places) {
  const Read read(R"(schema = 1
start = 2019-01-01
before = "2 months"
constants = { K = 0.945, L = 2 }
[price.daily-cleaning]
note = "as agreed"
unit_price = 31.250
clause = ["a", "b"]
limits = { cap = "4%", late = "next-date" }
[[price.daily-cleaning.steps]]
up_to = "3%"
share = "100%"
[[price.daily-cleaning.steps]]
share = "50%"
[price.second]
unit_price = 2
clause = "a"
pass_through = "40%"
)");
  ASSERT_TRUE(read.file.ok()) << render(read.file.diagnostics, Language::en);
  const File& file = read.terms();
  EXPECT_EQ(file.schema.value, 1);
  EXPECT_EQ(file.schema.where->text(), "1");
  EXPECT_EQ(file.start->value.text(), "2019-01-01");
  EXPECT_EQ(file.before->value, (Duration{2, Unit::month}));
  ASSERT_EQ(file.price.size(), 2u);
  const auto& line = file.price.tables[0];
  EXPECT_EQ(line.id, "daily-cleaning");
  EXPECT_EQ(line.id_span.text(), "daily-cleaning");
  EXPECT_EQ(line.terms.span.text(), "[price.daily-cleaning]");
  EXPECT_EQ(line.terms.note->value, "as agreed");
  EXPECT_TRUE(line.terms.unit_price.value.same_text(Decimal(31250, 3)));
  EXPECT_EQ(line.terms.unit_price.where->text(), "31.250");
  ASSERT_EQ(line.terms.clause.size(), 2u);
  EXPECT_EQ(line.terms.clause[1].value.value, "b");
  EXPECT_EQ(line.terms.clause[1].where->text(), "\"b\"");
  EXPECT_EQ(line.terms.limits->cap->value.of_hundred, Decimal(4, 0));
  EXPECT_EQ(line.terms.limits->late.value, Late::next_date);
  ASSERT_EQ(line.terms.steps.size(), 2u);
  EXPECT_FALSE(line.terms.steps[1].up_to);
  EXPECT_EQ(file.price.find("second")->terms.clause.at(0).value.value, "a");
  EXPECT_EQ(file.price.find("second")->terms.pass_through->value.knees.size(), 1u);
  EXPECT_EQ(file.price.find("third"), nullptr);
  ASSERT_EQ(file.constants.size(), 2u);
  EXPECT_EQ(file.constants.find("K")->terms.value, Decimal(945, 3));
}

TEST(Reader, keeps_the_initial_value_as_default_when_a_key_is_absent) {
  const Read read(head);
  const Limits& limits = read.terms().price.tables[0].terms.always;
  EXPECT_EQ(limits.late.value, Late::forfeits);
  EXPECT_TRUE(limits.late.by_default());
  EXPECT_FALSE(read.terms().price.tables[0].terms.limits);
  EXPECT_TRUE(read.terms().price.tables[0].terms.clause.empty());
}

TEST(Reader, takes_one_table_where_a_list_of_tables_is_allowed) {
  const Read read(head + "steps = { share = \"50%\" }\n");
  ASSERT_TRUE(read.file.ok());
  EXPECT_EQ(read.terms().price.tables[0].terms.steps.size(), 1u);
}

TEST(Reader, never_reads_the_free_table) {
  EXPECT_EQ(Read(head + "[x]\nanything = 1\n[x.y]\nz = 2\n").said(), Lines{});
  EXPECT_EQ(Read(head + "x = 1\n").said().size(), 1u);  // inside [price.a]
}

TEST(Reader, names_the_key_that_is_nearest_to_an_unknown_one) {
  EXPECT_EQ(
      Read(head + "[price.a.limits]\ncary_over = true\n").said(),
      Lines{"5:1 T0301 unknown key 'cary_over' in [price.a.limits] -> did you mean 'carry_over'?"});
}

TEST(Reader, names_the_table_that_a_key_belongs_to) {
  EXPECT_EQ(Read(head + "cap = \"4%\"\n").said(),
            Lines{"4:1 T0301 unknown key 'cap' in [price.a] -> it belongs under [price.a.limits]"});
}

TEST(Reader, lists_the_known_keys_when_nothing_is_near) {
  EXPECT_EQ(
      Read(head + "steps = [{ share = \"50%\", colour = \"red\" }]\n").said(),
      Lines{"4:27 T0301 unknown key 'colour' in [[price.a.steps]] -> known here: up_to, share"});
}

TEST(Reader, says_what_is_missing_and_how_to_write_it) {
  EXPECT_EQ(Read("[price.a]\nclause = \"c\"\n").said(),
            (Lines{"1:1 T0302 'schema' is missing at the top of the file -> add schema = 1 (format "
                   "number)",
                   "1:1 T0302 'unit_price' is missing in [price.a] -> add unit_price = 31.25 (the "
                   "price)"}));
}

TEST(Reader, gives_one_error_for_a_misspelt_required_key) {
  EXPECT_EQ(Read("schema = 1\n[price.a]\nunit_prise = 31.25\n").said(),
            Lines{"3:1 T0301 unknown key 'unit_prise' in [price.a] -> did you mean 'unit_price'?"});
}

TEST(Reader, gives_one_error_for_a_mistake_that_the_document_reported) {
  EXPECT_EQ(Read("schema = 1\n[price.a]\nunit_price = 31,25\n").said().size(), 1u);
  EXPECT_EQ(Read(head + "limits = { cap = 4% }\n").said().size(), 1u);
  EXPECT_EQ(Read(head + "pass_through = 40%\n").said().size(), 1u);
  EXPECT_EQ(
      Read("schema = 1\nrounding = { decimals = 2,5 }\n[price.a]\nunit_price = 1\n").said().size(),
      1u);
  EXPECT_EQ(Read("schema = 1\n[price.a]\nunit price = 31.25\n").said().size(), 1u);
  EXPECT_EQ(Read("schema = 1\n[price.daily cleaning]\nunit_price = 31.25\n").said().size(), 1u);
}

TEST(Reader, refuses_a_planned_key_by_name) {
  EXPECT_EQ(Read(head + "[price.a.limits]\ncap_total = \"9%\"\n").said(),
            Lines{"5:1 T0303 'cap_total' is not supported yet -> leave it out for now"});
}

TEST(Reader, says_what_was_expected_and_what_was_found) {
  EXPECT_EQ(
      Read("schema = 1\nstart = 12\n[price.a]\nunit_price = true\nlimits = 4\nsteps = 3\n").said(),
      (Lines{"2:9 T0201 expected a date, found a number -> write for example 2019-01-01",
             "4:14 T0201 expected a number, found true or false -> write for example 31.25",
             "5:10 T0201 expected a table, found a number -> write for example { cap = \"4%\" }",
             "6:9 T0201 expected a table, found a number -> write for example [{ share = \"50%\" "
             "}]"}));
}

TEST(Reader, says_so_in_dutch) {
  const Read read("schema = 1\nstart = 12\n[price.a]\nunit_price = 1\nlimit = 1\n");
  EXPECT_EQ(render(read.file.diagnostics, Language::nl),
            "input.toml:2:9: fout[T0201]: hier hoort een datum, er staat een getal\n"
            "  2 | start = 12\n"
            "    |         ^^\n"
            "    = tip: schrijf bijvoorbeeld 2019-01-01\n"
            "\n"
            "input.toml:5:1: fout[T0301]: onbekende sleutel 'limit' in [price.a]\n"
            "  5 | limit = 1\n"
            "    | ^^^^^\n"
            "    = tip: bedoelde u 'limits'?\n");
}

TEST(Reader, wants_names_for_named_tables) {
  EXPECT_EQ(Read("schema = 1\n[price]\nunit_price = 31.25\nclause = \"c\"\n").said(),
            Lines{"2:1 T0305 each 'price' has a name -> write [price.NAME]"});
  EXPECT_EQ(Read("schema = 1\n[[price]]\nunit_price = 31.25\n").said(),
            Lines{"2:1 T0305 each 'price' has a name -> write [price.NAME]"});
  EXPECT_EQ(Read("schema = 1\n[price.\"a b\"]\nunit_price = 31.25\n").said(),
            Lines{"2:8 T0304 a name has letters, digits, - and _ -> write for example "
                  "[price.daily-cleaning]"});
}

TEST(Reader, names_the_nearest_word_of_a_choice) {
  EXPECT_EQ(Read(head + "limits = { late = \"forfeit\" }\n").said(),
            Lines{"4:19 T0205 unknown word for 'late' -> did you mean \"forfeits\"? one of "
                  "\"next-date\", \"forfeits\""});
  EXPECT_EQ(Read(head + "limits = { late = \"Next_Date\" }\n").said(),
            Lines{"4:19 T0205 unknown word for 'late' -> did you mean \"next-date\"? one of "
                  "\"next-date\", \"forfeits\""});
  EXPECT_EQ(Read(head + "limits = { late = 3 }\n").said().at(0).substr(0, 10), "4:19 T0201");
}

TEST(Reader, reads_a_list_or_one_value_for_a_type_that_is_a_list_itself) {
  const Read read(head +
                  "pass_through = [{ up_to = \"3%\", share = \"100%\" }, { share = \"50%\" }]\n");
  ASSERT_TRUE(read.file.ok());
  EXPECT_EQ(read.terms().price.tables[0].terms.pass_through->value.knees.size(), 2u);
  EXPECT_EQ(
      Read(head + "pass_through = 3\n").said(),
      Lines{"4:16 T0201 expected a percentage or a list of tables, found a number -> write for "
            "example \"40%\""});
  EXPECT_EQ(Read(head + "pass_through = [{ up_to = \"3%\" }]\n").said().at(0).substr(0, 10),
            "4:17 T0302");
}

TEST(Reader, keeps_any_value_as_it_is_when_asked) {
  const Read read("schema = 1\nanything = { a = [1, \"x\"] }\n[price]\n");
  ASSERT_TRUE(read.terms().anything);
  EXPECT_EQ(read.terms().anything->value.find("a")->items.size(), 2u);
}

TEST(Reader, has_no_value_without_a_document) {
  EXPECT_FALSE(Read("").file.value);
  EXPECT_FALSE(Read("").file.ok());
}

TEST(Documentation, is_made_from_the_same_rows) {
  EXPECT_EQ(documentation<Limits>(),
            "| key | type | default | meaning |\n"
            "|---|---|---|---|\n"
            "| cap | percentage | – | largest increase |\n"
            "| carry_over | true/false | false | keep what was cut off |\n"
            "| late | `next-date` `forfeits` | `forfeits` | a late notice |\n"
            "\n"
            "Not supported yet: `cap_total`, `floor_total`.\n");
  EXPECT_EQ(documentation<Line>(),
            "| key | type | default | meaning |\n"
            "|---|---|---|---|\n"
            "| **unit_price** | decimal | | the price |\n"
            "| clause | list of id | – | who moves it |\n"
            "| limits | table | – | limits |\n"
            "| always | table | – | limits |\n"
            "| steps | list of tables | – | knees \\| bands |\n"
            "| pass_through | percentage or list | `\"100%\"` | share |\n");
  const std::string file = documentation<File>();
  EXPECT_NE(file.find("| **price** | named tables | | price lines |"), std::string::npos);
  EXPECT_NE(file.find("| constants | named values: decimal | – | numbers |"), std::string::npos);
}

TEST(Dictionary, has_examples_that_are_accepted) {
  EXPECT_EQ(refused_examples<File>(), Lines{});
  EXPECT_EQ(refused_examples<Line>(), Lines{});
  EXPECT_EQ(refused_examples<Limits>(), Lines{});
  EXPECT_EQ(refused_examples<Step>(), Lines{});
}

}  // namespace reader_test
}  // namespace pricetalk
