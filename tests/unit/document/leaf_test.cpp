#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "document/reader.hpp"

namespace pricetalk::leaf_test {

/// Reads `text` as a T; the code and hint when that fails.
template <class T>
struct As {
  SourcePtr source;
  std::optional<T> value;
  std::string said;

  explicit As(const std::string& text) {
    source = std::make_shared<const SourceText>("x", "v = " + text + "\n");
    auto document = read_document(source);
    EXPECT_TRUE(document.ok()) << text << render(document.diagnostics, Language::en);
    Diagnostics problems;
    Reader reader(source, problems);
    T out{};
    if (reader.value(*document.value->find("v"), out)) value = out;
    EXPECT_EQ(value.has_value(), problems.empty());
    EXPECT_LE(problems.list().size(), 1u);
    if (!problems.empty()) {
      const Diagnostic& one = problems.list()[0];
      said = one.code + " " + one.hint.en;
      EXPECT_EQ(one.hint.en.empty(), one.hint.nl.empty());
    }
  }
};

TEST(Leaf, reads_a_decimal_as_written) {
  EXPECT_TRUE(As<Decimal>("31.250").value->same_text(Decimal(31250, 3)));
  EXPECT_EQ(As<Decimal>("-1_000.5").value, Decimal(-10005, 1));
  EXPECT_EQ(As<Decimal>("\"31.25\"").said, "T0203 write 31.25");
  EXPECT_EQ(As<Decimal>("\"31,25\"").said, "T0203 write 31.25");
  EXPECT_EQ(As<Decimal>("\"abc\"").said, "T0201 ");
  EXPECT_EQ(As<Decimal>("2019-01-01").said, "T0201 ");
}

TEST(Leaf, reads_a_whole_number) {
  EXPECT_EQ(As<int>("10_000").value, 10000);
  EXPECT_EQ(As<int>("-3").value, -3);
  EXPECT_EQ(As<int>("1.0").said, "T0207 ");
  EXPECT_EQ(As<int>("9999999999").said, "T0207 ");
  EXPECT_EQ(As<int>("\"3\"").said, "T0203 write 3");
  EXPECT_EQ(As<std::int64_t>("9999999999").value, 9999999999);
}

TEST(Leaf, wants_a_percent_sign_on_a_percentage) {
  EXPECT_EQ(As<Percent>("\"4.50%\"").value->text(), "4.50%");
  EXPECT_EQ(As<Percent>("\"-1 %\"").value->of_hundred, Decimal(-1, 0));
  EXPECT_EQ(As<Percent>("4").said, "T0202 write \"4%\"");
  EXPECT_EQ(As<Percent>("0.04").said, "T0202 write \"4%\", or \"0.04%\" when it is that small");
  EXPECT_EQ(As<Percent>("0.5").said, "T0202 write \"50%\", or \"0.5%\" when it is that small");
  EXPECT_EQ(As<Percent>("0.025").said, "T0202 write \"2.5%\", or \"0.025%\" when it is that small");
  EXPECT_EQ(As<Percent>("0").said, "T0202 write \"0%\"");
  EXPECT_EQ(As<Percent>("\"4\"").said, "T0202 write \"4%\"");
  EXPECT_EQ(As<Percent>("\"4,5%\"").said, "T0206 write \"4.5%\"");
  EXPECT_EQ(As<Percent>("\"four\"").said, "T0206 ");
  EXPECT_EQ(As<Percent>("true").said, "T0201 ");
}

TEST(Leaf, wants_the_word_on_points) {
  EXPECT_EQ(As<Points>("\"5 points\"").value->value, Decimal(5, 0));
  EXPECT_EQ(As<Points>("\"1 point\"").value->value, Decimal(1, 0));
  EXPECT_EQ(As<Points>("5").said, "T0202 write \"5 points\"");
  EXPECT_EQ(As<Points>("\"5%\"").said, "T0206 ");
}

TEST(Leaf, reads_text_and_truth) {
  EXPECT_EQ(As<std::string>("'a b'").value, "a b");
  EXPECT_EQ(As<std::string>("2019").said, "T0201 write \"2019\"");
  EXPECT_EQ(As<std::string>("[1]").said, "T0201 ");
  EXPECT_EQ(As<bool>("true").value, true);
  EXPECT_EQ(As<bool>("false").value, false);
  EXPECT_EQ(As<bool>("\"true\"").said, "T0203 write true");
  EXPECT_EQ(As<bool>("1").said, "T0201 ");
}

TEST(Leaf, reads_a_name) {
  EXPECT_EQ(As<Id>("\"labour-mix_2\"").value->value, "labour-mix_2");
  EXPECT_EQ(As<Id>("\"labour mix\"").said.substr(0, 5), "T0209");
  EXPECT_EQ(As<Id>("\"\"").said.substr(0, 5), "T0209");
  EXPECT_EQ(As<Id>("3").said, "T0201 ");
}

TEST(Leaf, reads_a_currency) {
  EXPECT_EQ(As<Currency>("\"USD\"").value->code(), "USD");
  EXPECT_EQ(As<Currency>("\"euro\"").value->code(), "EUR");
  EXPECT_EQ(As<Currency>("\"gulden\"").said.substr(0, 5), "T0206");
}

TEST(Leaf, reads_dates_without_and_month_days_with_quotes) {
  EXPECT_EQ(As<Date>("2019-01-31").value->text(), "2019-01-31");
  EXPECT_EQ(As<Date>("\"2019-01-31\"").said, "T0204 write 2019-01-31");
  EXPECT_EQ(As<Date>("\"31-01-2019\"").said, "T0204 write 2019-01-31");
  EXPECT_EQ(As<Date>("\"soon\"").said, "T0201 ");
  EXPECT_EQ(As<MonthDay>("\"01-31\"").value->day, 31);
  EXPECT_EQ(As<MonthDay>("\"13-01\"").said, "T0206 write \"01-13\"");
  EXPECT_EQ(As<MonthDay>("2019-01-01").said, "T0201 ");
}

TEST(Leaf, reads_a_day_with_a_time) {
  EXPECT_EQ(As<DateTime>("2025-10-22T10:30:00").value->text(), "2025-10-22T10:30");
  EXPECT_EQ(As<DateTime>("2025-10-22 10:30:59.5").value->text(), "2025-10-22T10:30");
  EXPECT_EQ(As<DateTime>("\"2025-10-22T10:30\"").value->text(), "2025-10-22T10:30");
  EXPECT_EQ(As<DateTime>("2025-10-22T10:30:00Z").said, "T0206 ");
  EXPECT_EQ(As<DateTime>("10:30:00").said, "T0206 ");
  EXPECT_EQ(As<DateTime>("2025-10-22").said, "T0201 ");
}

TEST(Leaf, reads_durations_and_periods) {
  EXPECT_EQ(As<Duration>("\"year\"").value, (Duration{1, Unit::year}));
  EXPECT_EQ(As<Duration>("\"2 mnths\"").said, "T0206 ");
  EXPECT_EQ(As<Duration>("2").said, "T0201 ");
  EXPECT_EQ(As<Period>("\"2019-Q3\"").value, Period::quarter(2019, 3));
  EXPECT_EQ(As<Period>("2019-07-15").value->unit(), Unit::day);
  EXPECT_EQ(As<Period>("2019").said, "T0204 write \"2019\"");
  EXPECT_EQ(As<Period>("\"july\"").said, "T0206 ");
  EXPECT_EQ(As<PeriodSpan>("\"2019-07 to 2019-09\"").value->last, Period::month(2019, 9));
  EXPECT_EQ(As<PeriodSpan>("\"2019-07\"").value->last, Period::month(2019, 7));
  EXPECT_EQ(As<PeriodSpan>("2019-07-15").value->first.unit(), Unit::day);
  EXPECT_EQ(As<PeriodSpan>("\"2019-09 to 2019-07\"").said, "T0206 ");
}

TEST(Leaf, reads_a_rounding) {
  using RuleKind = RoundingRule::Kind;
  const auto rule = [](const std::string& text) {
    const As<RoundingRule> read(text);
    EXPECT_TRUE(read.value) << text << " " << read.said;
    return read.value.value_or(RoundingRule{});
  };
  EXPECT_EQ(rule("\"none\"").kind, RuleKind::none);
  EXPECT_EQ(rule("{ decimals = 4 }"), (RoundingRule{RuleKind::decimals, 4, {}, {}, {}}));
  EXPECT_EQ(rule("{ decimals = \"as written\", mode = \"down\" }"),
            (RoundingRule{RuleKind::as_written, 0, {}, RoundingMode::down, {}}));
  EXPECT_EQ(rule("{ to = 0.05 }"), (RoundingRule{RuleKind::step, 0, Decimal(5, 2), {}, {}}));
  EXPECT_EQ(rule("{ to = \"0.1%\", mode = \"ceiling\" }"),
            (RoundingRule{RuleKind::percent_step, 0, Decimal(1, 3), RoundingMode::ceiling, {}}));
  EXPECT_EQ(rule("{ to = 1, note = \"whole euros\" }").step, Decimal(1, 0));
  const As<RoundingRule> placed("{ decimals = 2 }");
  EXPECT_EQ(placed.value->span.text(), "{ decimals = 2 }");
}

TEST(Leaf, reads_every_mode_of_rounding_by_its_word) {
  for (const auto& [word, mode] : Dictionary<RoundingMode>::words) {
    const As<RoundingMode> read("\"" + std::string(word) + "\"");
    EXPECT_EQ(read.value, mode);
    EXPECT_EQ(word, pricetalk::word(mode));
  }
  EXPECT_EQ(Dictionary<RoundingMode>::words.size(), 7u);
}

TEST(Leaf, refuses_what_is_no_rounding) {
  for (const std::string wrong :
       {"{}", "{ decimals = 2, to = 0.05 }", "{ mode = \"up\" }", "{ decimals = 19 }",
        "{ decimals = -1 }", "{ decimals = 1.5 }", "{ decimals = \"all\" }", "{ to = 0 }",
        "{ to = -0.05 }", "{ to = \"0.05\" }", "{ to = \"0%\" }", "2", "\"cents\"", "true",
        "[2]"}) {
    EXPECT_EQ(As<RoundingRule>(wrong).said.substr(0, 5), "T0208") << wrong;
  }
  EXPECT_EQ(As<RoundingRule>("2").said, "T0208 write { decimals = 2 }");
  EXPECT_EQ(As<RoundingRule>("{ decimal = 2 }").said, "T0301 did you mean 'decimals'?");
  EXPECT_EQ(As<RoundingRule>("{ decimals = 2, mode = \"halfup\" }").said.substr(0, 5), "T0205");
}

TEST(Id, has_letters_digits_and_two_signs) {
  EXPECT_TRUE(is_id("labour-mix_2"));
  EXPECT_FALSE(is_id(""));
  EXPECT_FALSE(is_id("a b"));
  EXPECT_FALSE(is_id("é"));
  EXPECT_FALSE(is_id("a.b"));
}

}  // namespace pricetalk::leaf_test
