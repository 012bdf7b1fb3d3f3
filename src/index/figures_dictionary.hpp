#pragma once

#include <string_view>
#include <tuple>

#include "document/leaf.hpp"
#include "pricetalk/index/figures.hpp"

namespace pricetalk {

template <>
struct Leaf<FigureRow> {
  static constexpr bool takes_list = true;
  static Phrase expected();
  static std::string_view type_name() { return "[period, value, status, published]"; }
  static bool read(Reader&, const DocumentNode&, FigureRow&);
};

template <>
struct Leaf<CalendarRow> {
  static constexpr bool takes_list = true;
  static Phrase expected();
  static std::string_view type_name() { return "[period, date]"; }
  static bool read(Reader&, const DocumentNode&, CalendarRow&);
};

template <>
struct Leaf<SeriesId> {
  static Phrase expected();
  static std::string_view type_name() { return "series id"; }
  static bool read(Reader&, const DocumentNode&, SeriesId&);
};

template <>
struct Dictionary<FigureStatus> {
  static constexpr auto words = std::array{
      std::pair{std::string_view("definitive"), FigureStatus::definitive},
      std::pair{std::string_view("provisional"), FigureStatus::provisional},
      std::pair{std::string_view("estimate"), FigureStatus::estimate},
      std::pair{std::string_view("revised"), FigureStatus::revised},
      std::pair{std::string_view("withdrawn"), FigureStatus::withdrawn},
  };
};

template <>
struct Dictionary<SeriesUnit> {
  static constexpr auto words = std::array{
      std::pair{std::string_view("index"), SeriesUnit::index},
      std::pair{std::string_view("percent"), SeriesUnit::percent},
      std::pair{std::string_view("price"), SeriesUnit::price},
      std::pair{std::string_view("ratio"), SeriesUnit::ratio},
  };
};

template <>
struct Dictionary<Unit> {
  static constexpr auto words = std::array{
      std::pair{std::string_view("day"), Unit::day},
      std::pair{std::string_view("week"), Unit::week},
      std::pair{std::string_view("month"), Unit::month},
      std::pair{std::string_view("quarter"), Unit::quarter},
      std::pair{std::string_view("year"), Unit::year},
  };
};

template <>
struct Dictionary<BreakTerms> {
  static constexpr std::string_view name = "break";
  static constexpr auto fields = std::tuple{
      field("from", &BreakTerms::from, Need::required, "", "first period measured the new way",
            R"("2023-06")"),
      field("what", &BreakTerms::what, Need::required, "", "what changed",
            R"("energy: all running contracts")"),
  };
};

template <>
struct Dictionary<HoleTerms> {
  static constexpr std::string_view name = "hole";
  static constexpr auto fields = std::tuple{
      field("period", &HoleTerms::period, Need::required, "", "period without a figure, for good",
            R"("2025-10")"),
      field("why", &HoleTerms::why, Need::required, "", "what its publisher says of it",
            R"("not collected: lapse in appropriations")"),
  };
};

template <>
struct Dictionary<SeriesLinkTerms> {
  static constexpr std::string_view name = "series link";
  static constexpr auto fields = std::tuple{
      field("next", &SeriesLinkTerms::next, Need::required, "", "series that goes on",
            R"("statbel/cpi-2025")"),
      field("at", &SeriesLinkTerms::at, Need::optional, "", "period that joins the bases",
            R"("2025-12")"),
      field("coefficient", &SeriesLinkTerms::coefficient, Need::optional, "",
            "figure here = figure in next × coefficient", "1.35298"),
      field("coefficient_to_next", &SeriesLinkTerms::coefficient_to_next, Need::optional, "",
            "figure in next = figure here × coefficient", "0.7391"),
      field("published", &SeriesLinkTerms::published, Need::optional, "", "day of publication",
            "2026-01-29"),
      field("source", &SeriesLinkTerms::source, Need::optional, "", "where it is stated",
            R"("Statbel, CPI January 2026")"),
  };
};

template <>
struct Dictionary<DisagreementTerms> {
  static constexpr std::string_view name = "disagreement";
  static constexpr auto fields = std::tuple{
      field("period", &DisagreementTerms::period, Need::required, "", "period that disagrees",
            R"("2011-07")"),
      field("why", &DisagreementTerms::why, Need::required, "", "why it is no error",
            R"("rate computed on the base of the day, never restated")"),
  };
};

template <>
struct Dictionary<ImportTerms> {
  static constexpr std::string_view name = "import";
  static constexpr auto fields = std::tuple{
      field("retrieved", &ImportTerms::retrieved, Need::required, "",
            "day on which these figures were taken over", "2026-08-12"),
      field("from", &ImportTerms::from, Need::optional, "", "file that they came from",
            R"("86141NED.csv")"),
      field("table", &ImportTerms::table, Need::optional, "",
            "what that file calls the series, where it differs; found by it the next time",
            R"("Consumentenprijzen; prijsindex 2015=100 000000 CPI")"),
      field("by_hand", &ImportTerms::by_hand, Need::optional, "false",
            "typed in by a person; said wherever such a figure is used", "true"),
      field("figures", &ImportTerms::figures, Need::required, "", "rows as in `figures`",
            R"([["2026-05", 103.01]])"),
  };
};

template <>
struct Dictionary<SeriesTerms> {
  static constexpr std::string_view name = "series";
  static constexpr auto fields = std::tuple{
      field("id", &SeriesTerms::id, Need::required, "",
            "name used by clauses; letters, digits, - _ / .", R"("cbs/cpi/alle-bestedingen-2025")"),
      field("title", &SeriesTerms::title, Need::optional, "id", "what it measures",
            R"("CPI, alle bestedingen")"),
      field("publisher", &SeriesTerms::publisher, Need::optional, "", "who publishes it",
            R"("CBS")"),
      field("table", &SeriesTerms::table, Need::optional, "", "the publisher's table and code",
            R"("86141NED T001112")"),
      field("base", &SeriesTerms::base, Need::optional, "", "base period and its value",
            R"("2025=100")"),
      field("unit", &SeriesTerms::unit, Need::optional, "index",
            "what the figures are; percent: 3.9 reads as 3.9 %", R"("index")"),
      field("decimals", &SeriesTerms::decimals, Need::optional, "most decimals seen",
            "as published", "2"),
      field("frequency", &SeriesTerms::frequency, Need::optional, "mixed",
            "how often a figure appears", R"("month")"),
      field("retrieved", &SeriesTerms::retrieved, Need::optional, "",
            "day on which the figures were taken over", "2026-07-02"),
      field("licence", &SeriesTerms::licence, Need::optional, "", "terms of use", R"("CC BY 4.0")"),
      field("source", &SeriesTerms::source, Need::optional, "", "where the figures appear",
            R"("https://opendata.cbs.nl/")"),
      field("figures", &SeriesTerms::figures, Need::optional, "none",
            "rows [period, value, status, published]; a revision is a new row below the old one",
            R"([["2026-05", 103.01, "provisional", 2026-06-09]])"),
      field("currency", &SeriesTerms::currency, Need::optional, "", "of prices", R"("EUR")"),
      field("per", &SeriesTerms::per, Need::optional, "", "quantity that a price is for",
            R"("100 kg")"),
      field("successor", &SeriesTerms::successor, Need::optional, "",
            "series that its publisher names as successor; never followed unless a clause links",
            R"("szw/minimumuurloon-21")"),
      field("stopped", &SeriesTerms::stopped, Need::optional, "", "last period that was published",
            R"("2023-07")"),
      field("break", &SeriesTerms::breaks, Need::optional, "", "dated changes of method",
            R"([{ from = "2023-06", what = "energy" }])"),
      field("hole", &SeriesTerms::holes, Need::optional, "",
            "periods that will never have a figure",
            R"([{ period = "2025-10", why = "not collected" }])"),
      field("link", &SeriesTerms::links, Need::optional, "",
            "its publisher's own links to another base; never used unless a clause links",
            R"([{ next = "statbel/cpi-2025", coefficient = 1.35298 }])"),
      field("derived", &SeriesTerms::derived, Need::optional, "",
            "how its figures were computed from others; without it they stand as published",
            R"("BIS 2010=100 × 0.915891667, rounded to 2 decimals")"),
      field("mean_of", &SeriesTerms::mean_of, Need::optional, "",
            "series whose means these figures are; `index check` compares them",
            R"("cbs/cpi/alle-bestedingen-2025")"),
      field("rate_of", &SeriesTerms::rate_of, Need::optional, "",
            "series whose changes over a year, in percent, these figures are",
            R"("cbs/cpi/alle-bestedingen-2025")"),
      field("disagreement", &SeriesTerms::disagreements, Need::optional, "",
            "periods in which the publisher's own statements differ for good",
            R"([{ period = "2011-07", why = "never restated" }])"),
      field("import", &SeriesTerms::imports, Need::optional, "",
            "figures that came later, one table per import",
            R"([{ retrieved = 2026-08-12, figures = [["2026-05", 103.01]] }])"),
      field("calendar", &SeriesTerms::calendar, Need::optional, "", "stated days of publication",
            R"([["2026-07", 2026-08-11]])"),
      field("calendar_source", &SeriesTerms::calendar_source, Need::optional, "",
            "where these days are stated", R"("CBS publication calendar 2026")"),
  };
};

template <>
struct Dictionary<FiguresFileTerms> {
  static constexpr std::string_view name = "figures file";
  static constexpr bool free_table = true;
  static constexpr auto fields = std::tuple{
      field("schema", &FiguresFileTerms::schema, Need::required, "", "format number", "1"),
      field("series", &FiguresFileTerms::series, Need::required, "", "the series of this file",
            R"([{ id = "cbs/cpi" }])"),
  };
};

/// Terms to series: repeated rows, revisions and stated days checked.
std::vector<Series> to_series(const std::vector<SeriesTerms>& terms, Diagnostics& diagnostics);

/// Refuses a schema number that this version does not know.
void check_schema(const Stated<int>& schema, Diagnostics& diagnostics);

}  // namespace pricetalk
