#pragma once

#include <array>
#include <string_view>
#include <tuple>
#include <utility>

#include "contract/leaves.hpp"
#include "document/dictionary.hpp"
#include "pricetalk/contract/clause_terms.hpp"

namespace pricetalk {

template <>
struct Dictionary<AdjustAt> {
  static constexpr auto words = word_table<AdjustAt>({{"delivery", AdjustAt::delivery}});
};

template <>
struct Dictionary<AdjustTerms> {
  static constexpr std::string_view name = "adjust";
  static constexpr auto fields = std::tuple{
      field("every", &AdjustTerms::every, Need::optional, "",
            "interval; needed unless `dates` or `at`", R"("year")"),
      field("on", &AdjustTerms::on, Need::optional, "anniversary",
            "day of the year; `anniversary` counts whole intervals from the start", R"("01-01")"),
      field("first", &AdjustTerms::first, Need::optional, "first such day after the line starts",
            "first adjustment date; the later ones count whole intervals from it", "2020-01-01"),
      field("dates", &AdjustTerms::dates, Need::optional, "", "instead of `every`: stated days",
            "[2026-01-01]"),
      field("at", &AdjustTerms::at, Need::optional, "",
            "instead of `every`: once per line, on `delivered`", R"("delivery")"),
      field("minimum_interval", &AdjustTerms::minimum_interval, Need::optional, "",
            "a step is refused when the last one (or `bid`, else the start) is less long ago",
            R"("1 year")"),
  };
};

template <>
struct Dictionary<LinkMethod> {
  static constexpr auto words = word_table<LinkMethod>(
      {{"coefficient", LinkMethod::coefficient}, {"double-fraction", LinkMethod::double_fraction}});
};

template <>
struct Dictionary<LinkTerms> {
  static constexpr std::string_view name = "link";
  static constexpr auto fields = std::tuple{
      field("next", &LinkTerms::next, Need::required, "", "series that continues this one",
            R"("cbs/cpi/alle-bestedingen-2025")"),
      field("method", &LinkTerms::method, Need::optional, "coefficient",
            "`double-fraction` is the same product with no rounding at all", R"("coefficient")"),
      field("at", &LinkTerms::at, Need::optional, "", "period in which both series are compared",
            R"("last definitive")"),
      field("coefficient", &LinkTerms::coefficient, Need::optional, "",
            "published: figure here = figure in next x coefficient", "1.3488"),
      field("coefficient_to_next", &LinkTerms::coefficient_to_next, Need::optional, "",
            "published the other way: figure in next = figure here x this", "0.7414"),
      field("coefficient_rounding", &LinkTerms::coefficient_rounding, Need::optional, "none",
            "of a coefficient that is computed", "{ decimals = 4 }"),
      field("rounding", &LinkTerms::rounding, Need::optional, "none", "of the converted figure",
            "{ decimals = 1 }"),
  };
};

template <>
struct Dictionary<Interpolation> {
  static constexpr auto words =
      word_table<Interpolation>({{"none", Interpolation::none}, {"linear", Interpolation::linear}});
};
template <>
struct Dictionary<Which> {
  static constexpr auto words = word_table<Which>(
      {{"as-known", Which::as_known}, {"first", Which::first}, {"definitive", Which::definitive}});
};
template <>
struct Dictionary<IfMissing> {
  static constexpr auto words =
      std::array{std::pair{std::string_view("stop"), IfMissing::stop},
                 std::pair{std::string_view("latest-and-true-up"), IfMissing::latest_and_true_up}};
};

template <>
struct Dictionary<IndexUnknown> {
  static constexpr auto words = word_table<IndexUnknown>(
      {{"use", IndexUnknown::use}, {"base", IndexUnknown::base}, {"series", IndexUnknown::series}});
};

template <>
struct Dictionary<IndexTerms> {
  static constexpr std::string_view name = "index";
  static constexpr auto fields = std::tuple{
      field("series", &IndexTerms::series, Need::required, "", "which published figures",
            R"("cbs/cpi/alle-bestedingen-2025")"),
      field("use", &IndexTerms::use, Need::required, "",
            "period of the comparison figure NAME; may be named in `unknown` instead",
            R"("july of previous year")"),
      field("unknown", &IndexTerms::unknown, Need::optional, "",
            "keys that the contract gives no answer to: no price rests on a guess, and `check` "
            "shows what each answer would make of it",
            R"(["use"])"),
      field("base", &IndexTerms::base, Need::optional,
            R"("at previous date"; with compounding = "base": "at start")",
            "period of the reference figure NAME0, or a number", R"("12 months earlier")"),
      field("first_base", &IndexTerms::first_base, Need::optional, "",
            "reference of the first step, where `base` looks back at a step that is not there",
            R"("2018-07")"),
      field("rounding", &IndexTerms::rounding, Need::optional, "none",
            "of the figure after average or interpolation", "{ decimals = 2 }"),
      field("interpolation", &IndexTerms::interpolation, Need::optional, "none",
            "inside the month, by days", R"("linear")"),
      field("publication", &IndexTerms::publication, Need::optional, "as-known",
            "which version of a figure", R"("definitive")"),
      field("link", &IndexTerms::link, Need::optional, "",
            "across base years, each to the next series",
            R"({ next = "cbs/cpi", coefficient = 1.3488 })"),
      field("in_base_of", &IndexTerms::in_base_of, Need::optional, "reference",
            "`reference`, `comparison`, or a series: the base in which both figures are compared",
            R"("comparison")"),
      field("if_missing", &IndexTerms::if_missing, Need::optional, "stop",
            "a figure that is not there yet: no price, or the latest one with a settlement "
            "afterwards",
            R"("latest-and-true-up")"),
  };
};

template <>
struct Dictionary<Since> {
  static constexpr auto words =
      word_table<Since>({{"last adjustment", Since::last_adjustment}, {"start", Since::start}});
};
template <>
struct Dictionary<TestedOn> {
  static constexpr auto words =
      word_table<TestedOn>({{"index", TestedOn::index}, {"price", TestedOn::price}});
};
template <>
struct Dictionary<Then> {
  static constexpr auto words = word_table<Then>({{"full", Then::full}, {"excess", Then::excess}});
};

template <>
struct Dictionary<ThresholdTerms> {
  static constexpr std::string_view name = "threshold";
  static constexpr auto fields = std::tuple{
      field("more_than", &ThresholdTerms::more_than, Need::optional, "",
            "the change must be larger; one of both is needed", R"("10%")"),
      field("at_least", &ThresholdTerms::at_least, Need::optional, "", "the change may be equal",
            R"("5 points")"),
      field("index", &ThresholdTerms::index, Need::optional, "the only index",
            "whose points, or whose published level, are tested", R"("C")"),
      field("since", &ThresholdTerms::since, Need::optional, "last adjustment",
            "from when the change is counted", R"("start")"),
      field("tested_on", &ThresholdTerms::tested_on, Need::optional, "index",
            "measured change, or change after pass-through", R"("price")"),
      field("then", &ThresholdTerms::then, Need::optional, "full",
            "all of the change, or only what passes the threshold", R"("excess")"),
      field("rounding", &ThresholdTerms::rounding, Need::optional, "none",
            "of the limit itself, as index points", "{ decimals = 1, mode = \"down\" }"),
  };
};

template <>
struct Dictionary<LimitPer> {
  static constexpr auto words =
      word_table<LimitPer>({{"adjustment", LimitPer::adjustment}, {"year", LimitPer::year}});
};
template <>
struct Dictionary<CarryOver> {
  static constexpr auto words = word_table<CarryOver>({{"none", CarryOver::none},
                                                       {"increases", CarryOver::increases},
                                                       {"decreases", CarryOver::decreases},
                                                       {"both", CarryOver::both}});
};
template <>
struct Dictionary<UnusedCap> {
  static constexpr auto words =
      word_table<UnusedCap>({{"lost", UnusedCap::lost}, {"kept", UnusedCap::kept}});
};

template <>
struct Dictionary<LimitTerms> {
  static constexpr std::string_view name = "limits";
  static constexpr auto fields = std::tuple{
      field("cap", &LimitTerms::cap, Need::optional, "",
            "largest change against the price in force; of several the smallest wins", R"("4%")"),
      field("floor", &LimitTerms::floor, Need::optional, "",
            "smallest change against the price in force; of several the largest wins", R"("0%")"),
      field("cap_total", &LimitTerms::cap_total, Need::optional, "",
            "largest change against the original price", R"("20%")"),
      field("floor_total", &LimitTerms::floor_total, Need::optional, "",
            "smallest change against the original price", R"("-10%")"),
      field(
          "per", &LimitTerms::per, Need::optional, "adjustment",
          "`cap` and `floor` against the price in force, or for each whole year against the price "
          "of that time ago",
          R"("year")"),
      field("highest_price", &LimitTerms::highest_price, Need::optional, "", "in money", "40.00"),
      field("lowest_price", &LimitTerms::lowest_price, Need::optional, "", "in money", "25.00"),
      field("largest_increase", &LimitTerms::largest_increase, Need::optional, "",
            "in money per step", "1.50"),
      field("carry_over", &LimitTerms::carry_over, Need::optional,
            R"(none; with compounding = "base": both)",
            "what a cap (increases) or floor (decreases) cuts off comes back at the next date, or "
            "is lost",
            R"("increases")"),
      field("unused_cap", &LimitTerms::unused_cap, Need::optional, "lost",
            "room under the cap widens the next cap", R"("kept")"),
  };
};

template <>
struct Dictionary<Carry> {
  static constexpr auto words =
      word_table<Carry>({{"rounded", Carry::rounded}, {"exact", Carry::exact}});
};

template <>
struct Dictionary<RoundingTerms> {
  static constexpr std::string_view name = "rounding";
  static constexpr auto fields = std::tuple{
      field("change", &RoundingTerms::change, Need::optional, "none",
            "the measured change, before threshold and pass-through", R"({ to = "0.1%" })"),
      field("coefficient", &RoundingTerms::coefficient, Need::optional, "none",
            "new price / compounding base, after limits", "{ decimals = 4 }"),
      field("increase", &RoundingTerms::increase, Need::optional, "none",
            "the amount added, per unit", "{ decimals = 2 }"),
      field("price", &RoundingTerms::price, Need::optional,
            "as written, at least the currency's decimals", "the new price", "{ decimals = 2 }"),
      field("surcharge", &RoundingTerms::surcharge, Need::optional, "the currency's decimals",
            "the surcharge, per unit", "{ decimals = 2 }"),
      field(
          "carry", &RoundingTerms::carry, Need::optional, "rounded",
          "from which price the next step starts; exact: rounding is for display and invoice only",
          R"("exact")"),
  };
};

template <>
struct Dictionary<RetentionTerms> {
  static constexpr std::string_view name = "retention";
  static constexpr auto fields = std::tuple{
      field("share", &RetentionTerms::share, Need::optional, R"("0%")",
            "of the total of surcharges to date that is not paid", R"("10%")"),
      field("minimum", &RetentionTerms::minimum, Need::optional, R"("0%")",
            "of the contract sum: at least this much of the total is not paid", R"("2%")"),
      field("contract_sum", &RetentionTerms::contract_sum, Need::optional, "",
            "in money; needed with `minimum`", "530000"),
  };
};

template <>
struct Dictionary<NoticeForm> {
  static constexpr auto words =
      word_table<NoticeForm>({{"any", NoticeForm::any},
                              {"letter", NoticeForm::letter},
                              {"registered-letter", NoticeForm::registered_letter},
                              {"email", NoticeForm::email},
                              {"portal", NoticeForm::portal}});
};
template <>
struct Dictionary<Late> {
  static constexpr auto words = word_table<Late>({{"forfeits", Late::forfeits},
                                                  {"next-date", Late::next_date},
                                                  {"level-only", Late::level_only},
                                                  {"arrears", Late::arrears}});
};

template <>
struct Dictionary<Silence> {
  static constexpr auto words =
      word_table<Silence>({{"accepted", Silence::accepted}, {"refused", Silence::refused}});
};

template <>
struct Dictionary<NoticeTerms> {
  static constexpr std::string_view name = "notice";
  static constexpr auto fields = std::tuple{
      field("before", &NoticeTerms::before, Need::optional, "no duty",
            "last day to announce = adjustment date minus this", R"("2 months")"),
      field("form", &NoticeTerms::form, Need::optional, "any",
            "another form is reported as a finding", R"("letter")"),
      field("late", &NoticeTerms::late, Need::optional, "next-date",
            "lost for good; made up at the next date; new level from `before` after the "
            "announcement; "
            "back to the adjustment date",
            R"("next-date")"),
      field("arrears_limit", &NoticeTerms::arrears_limit, Need::optional, "",
            "how far back `arrears` goes", R"("1 year")"),
      field("object_within", &NoticeTerms::object_within, Need::optional, "",
            "how long after the announcement the customer may object", R"("4 weeks")"),
      field("silence", &NoticeTerms::silence, Need::optional, "",
            "what it means when the customer does not object in time", R"("accepted")"),
  };
};

template <>
struct Dictionary<BandTerms> {
  static constexpr std::string_view name = "rows";
  static constexpr auto fields = std::tuple{
      field("from", &BandTerms::from, Need::optional, "", "lower end, included", "1.20"),
      field("over", &BandTerms::over, Need::optional, "", "lower end, excluded", "1.20"),
      field("up_to", &BandTerms::up_to, Need::optional, "", "upper end, included", "1.30"),
      field("gives", &BandTerms::gives, Need::required, "", "the result", R"("2%")"),
  };
};

template <>
struct Dictionary<BandTable::Between> {
  static constexpr auto words =
      word_table<BandTable::Between>({{"undetermined", BandTable::Between::undetermined},
                                      {"next", BandTable::Between::next},
                                      {"previous", BandTable::Between::previous}});
};

template <>
struct Dictionary<BandTableTerms> {
  static constexpr std::string_view name = "table";
  static constexpr auto fields = std::tuple{
      field("rows", &BandTableTerms::rows, Need::required, "",
            "bands { from or over, up_to, gives }",
            R"([{ from = 1.20, up_to = 1.30, gives = "2%" }])"),
      field("between", &BandTableTerms::between, Need::optional, "undetermined",
            "what a value in no band gives", R"("next")"),
  };
};

template <>
struct Dictionary<DuringTerms> {
  static constexpr std::string_view name = "during";
  static constexpr auto fields = std::tuple{
      field("from", &DuringTerms::from, Need::optional, "", "first adjustment date, inclusive",
            "2026-01-01"),
      field("until", &DuringTerms::until, Need::optional, "", "last adjustment date, inclusive",
            "2026-12-31"),
      field("signed_from", &DuringTerms::signed_from, Need::optional, "",
            "contracts signed on or after", "2022-01-01"),
      field("signed_before", &DuringTerms::signed_before, Need::optional, "",
            "contracts signed before", "2022-01-01"),
      field("formula", &DuringTerms::formula, Need::optional, "", formula_meaning, formula_example),
      field("constants", &DuringTerms::constants, Need::optional, "", "named numbers",
            "{ K = 0.945 }"),
      field("pass_through", &DuringTerms::pass_through, Need::optional, "", "share of the change",
            R"("40%")"),
      field("threshold", &DuringTerms::threshold, Need::optional, "", "smallest change that counts",
            R"({ more_than = "10%" })"),
      field("limits", &DuringTerms::limits, Need::optional, "", "replaced key by key",
            R"({ cap = "1%" })"),
      field("rounding", &DuringTerms::rounding, Need::optional, "", "replaced key by key",
            "{ coefficient = { decimals = 3 } }"),
  };
};

template <>
struct Dictionary<Compounding> {
  static constexpr auto words =
      word_table<Compounding>({{"previous", Compounding::previous}, {"base", Compounding::base}});
};

template <>
struct Dictionary<ClauseTerms> {
  static constexpr std::string_view name = "clause";
  static constexpr auto fields = std::tuple{
      field("article", &ClauseTerms::article, Need::optional, "",
            "for the annex, never for the argument", R"("3.4")"),
      field("source", &ClauseTerms::source, Need::optional, "", "where it is written on paper",
            R"("page 14")"),
      field("alias", &ClauseTerms::alias, Need::optional, "",
            "of a surcharge: names on invoices that charge it apart", R"(["Kopertoeslag"])"),
      field("accept", &ClauseTerms::accept, Need::optional, "",
            "findings of `check` that the contract really means, each with its reason",
            R"(["W0105: article 4 says so"])"),
      field("like", &ClauseTerms::like, Need::optional, "",
            "takes all keys of that clause and replaces those written here", R"("labour-mix")"),
      field("adjust", &ClauseTerms::adjust, Need::optional, "surcharges: every day",
            "when the price moves; needed, but for surcharges",
            R"({ every = "year", on = "01-01" })"),
      field("compounding", &ClauseTerms::compounding, Need::optional, "previous",
            "start from the price in force, or each time from the original price", R"("previous")"),
      field("formula", &ClauseTerms::formula, Need::optional,
            "X/X0 when there is exactly one index X", formula_meaning, formula_example),
      field("index", &ClauseTerms::index, Need::optional, "", "how the clause reads each series",
            R"({ C = { series = "cbs/cpi", use = "july of previous year" } })"),
      field("constants", &ClauseTerms::constants, Need::optional, "",
            "named numbers; a list is dated", "{ K = 0.945 }"),
      field("table", &ClauseTerms::tables, Need::optional, "", "bands, called as NAME(x)",
            R"({ bands = { rows = [{ from = 1.20, gives = "2%" }] } })"),
      field("pass_through", &ClauseTerms::pass_through, Need::optional, R"("100%")",
            "share of the change; a list has knees, summed band by band; decreases take the first "
            "share",
            R"("40%")"),
      field("threshold", &ClauseTerms::threshold, Need::optional, "", "smallest change that counts",
            R"({ more_than = "10%" })"),
      field("limits", &ClauseTerms::limits, Need::optional, "", "cap, floor and what they cut off",
            R"({ cap = "4%" })"),
      field("rounding", &ClauseTerms::rounding, Need::optional, "", "which steps are rounded",
            "{ coefficient = { decimals = 4 } }"),
      field("notice", &ClauseTerms::notice, Need::optional, "", "how an adjustment is announced",
            R"({ before = "2 months" })"),
      field("retention", &ClauseTerms::retention, Need::optional, "",
            "own risk on the total of surcharges to date", R"({ share = "10%" })"),
      field("during", &ClauseTerms::during, Need::optional, "",
            "dated or conditional terms; later entries win",
            R"([{ until = 2026-12-31, limits = { cap = "1%" } }])"),
      field("resets_base", &ClauseTerms::resets_base, Need::optional, "false",
            "after a step the other clauses of the line start from that day and that price",
            "true"),
  };
};

}  // namespace pricetalk
