#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "document/reader.hpp"
#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

// A scenario file as written (CONTRACT-FORMAT section 8): every leaf knows its place.

template <>
struct Leaf<SeriesPattern> {
  static Phrase expected();
  static std::string_view type_name() { return "series id, may end in *"; }
  static bool read(Reader&, const DocumentNode&, SeriesPattern&);
};

template <>
struct Leaf<PathFigure> {
  static constexpr bool takes_list = true;
  static Phrase expected();
  static std::string_view type_name() { return "[period, value]"; }
  static bool read(Reader&, const DocumentNode&, PathFigure&);
};

template <>
struct Leaf<YearlyGrowth> {
  static Phrase expected();
  static std::string_view type_name() { return "percentage, or one for each year"; }
  static bool read(Reader&, const DocumentNode&, YearlyGrowth&);
};

template <>
struct Leaf<YearlyMeans> {
  static Phrase expected();
  static std::string_view type_name() { return "percentage, or one or a level for each year"; }
  static bool read(Reader&, const DocumentNode&, YearlyMeans&);
};

struct ShockTerms : TableBase {
  Stated<Period> from;
  Stated<Percent> change;
  std::optional<Stated<Duration>> fades;
};
template <>
struct Dictionary<ShockTerms> {
  static constexpr std::string_view name = "shocks";
  static constexpr auto fields = std::tuple{
      field("from", &ShockTerms::from, Need::required, "", "first period that it touches",
            R"("2027-03")"),
      field("change", &ShockTerms::change, Need::required, "", "on top of the path without it",
            R"("8%")"),
      field("fades", &ShockTerms::fades, Need::optional, "stays",
            "months, quarters or years in which it disappears evenly", R"("12 months")"),
  };
};

struct FutureSeriesTerms : TableBase {
  Stated<SeriesPattern> series;
  std::optional<Stated<YearlyGrowth>> growth;
  std::optional<Stated<YearlyMeans>> means;
  std::vector<Stated<PathFigure>> path;
  std::optional<Stated<PeriodSpan>> replay;
  std::vector<ShockTerms> shocks;
};
template <>
struct Dictionary<FutureSeriesTerms> {
  static constexpr std::string_view name = "series";
  static constexpr auto fields = std::tuple{
      field("series", &FutureSeriesTerms::series, Need::required, "",
            "which series; a name may end in *, the longest match wins", R"("cbs/cpi/*")"),
      field("growth", &FutureSeriesTerms::growth, Need::optional, "",
            "a year, or of each calendar year: each figure is that of a year before times (1 + "
            "growth), rounded as published",
            R"({ 2026 = "2.4%", 2027 = "2.1%", then = "2%" })"),
      field("means", &FutureSeriesTerms::means, Need::optional, "",
            "of each calendar year, as planning bureaus state it: change of the mean against the "
            "mean of the year before, or its level",
            R"({ 2026 = "2.4%", 2027 = "2.1%", then = "2%" })"),
      field("path", &FutureSeriesTerms::path, Need::optional, "", "stated figures",
            R"([["2027-01", 104.00]])"),
      field("replay", &FutureSeriesTerms::replay, Need::optional, "",
            "whole years of the past whose yearly changes come again", R"("2021-01 to 2024-12")"),
      field("shocks", &FutureSeriesTerms::shocks, Need::optional, "none", "jumps on top of it",
            R"([{ from = "2027-03", change = "8%", fades = "12 months" }])"),
  };
};

template <>
struct Dictionary<VolumeTerms> {
  static constexpr std::string_view name = "volume";
  static constexpr auto fields = std::tuple{
      field("price", &VolumeTerms::price, Need::required, "", "price line", R"("daily-cleaning")"),
      field("growth", &VolumeTerms::growth, Need::required, "",
            "a year, from the thirteenth month of the simulation on", R"("-1%")"),
  };
};

template <>
struct Dictionary<ReturnRateTerms> {
  static constexpr std::string_view name = "returns";
  static constexpr auto fields = std::tuple{
      field("price", &ReturnRateTerms::price, Need::required, "", "price line", R"("beans")"),
      field("rate", &ReturnRateTerms::rate, Need::required, "", "share that comes back",
            R"("2.5%")"),
  };
};

template <>
struct Dictionary<NonConformityRateTerms> {
  static constexpr std::string_view name = "non_conformity";
  static constexpr auto fields = std::tuple{
      field("price", &NonConformityRateTerms::price, Need::required, "", "price line",
            R"("beans")"),
      field("rate", &NonConformityRateTerms::rate, Need::required, "",
            "share of the quantity that is not as agreed", R"("0.4%")"),
      field("cost_per_case", &NonConformityRateTerms::cost_per_case, Need::required, "",
            "of one unit that is not as agreed", "85.00"),
      field("shows", &NonConformityRateTerms::shows, Need::optional, "not known",
            "share of the cases that shows in the first, second, ... month after the delivery; "
            "what is left shows later",
            R"(["40%", "10%"])"),
  };
};

template <>
struct Dictionary<SavingReachedTerms> {
  static constexpr std::string_view name = "savings";
  static constexpr auto fields = std::tuple{
      field("innovation", &SavingReachedTerms::innovation, Need::required, "",
            "innovation of the contract", R"("sensor-cleaning")"),
      field("reached", &SavingReachedTerms::reached, Need::optional,
            "nothing during `ramp_up`, then all of it",
            "share of the saving that is reached in the first, second, ... month; all of it after "
            "the last one",
            R"(["25%", "50%", "75%"])"),
  };
};

struct FutureTerms : TableBase {
  std::vector<FutureSeriesTerms> series;
  std::optional<Stated<PeriodSpan>> replay;
  Stated<bool> random{false, {}};
  std::vector<VolumeTerms> volume;
  std::vector<ReturnRateTerms> returns;
  std::vector<NonConformityRateTerms> non_conformity;
  std::vector<SavingReachedTerms> savings;
};
template <>
struct Dictionary<FutureTerms> {
  static constexpr std::string_view name = "future";
  static constexpr auto fields = std::tuple{
      field("series", &FutureTerms::series, Need::optional, "none", "how published figures go on",
            R"([{ series = "cbs/cpi/*", growth = "2.1%" }])"),
      field("replay", &FutureTerms::replay, Need::optional, "",
            "whole years of the past that all series without a rule of their own go through again, "
            "together",
            R"("2021-01 to 2024-12")"),
      field("random", &FutureTerms::random, Need::optional, "false",
            "series without a rule of their own go on by chance, on the paths of [random]", "true"),
      field("volume", &FutureTerms::volume, Need::optional, "as the contract says",
            "how quantities change", R"([{ price = "daily-cleaning", growth = "-1%" }])"),
      field("returns", &FutureTerms::returns, Need::optional, "none", "how much comes back",
            R"([{ price = "beans", rate = "2.5%" }])"),
      field("non_conformity", &FutureTerms::non_conformity, Need::optional, "none",
            "how much is not as agreed",
            R"([{ price = "beans", rate = "0.4%", cost_per_case = 85.00 }])"),
      field("savings", &FutureTerms::savings, Need::optional, "as the innovation says",
            "how fast the saving of an innovation is reached",
            R"([{ innovation = "sensor-cleaning", reached = ["25%", "50%"] }])"),
  };
};

template <>
struct Dictionary<RandomMethod> {
  static constexpr auto words = std::array{
      std::pair{std::string_view("bootstrap"), RandomMethod::bootstrap},
      std::pair{std::string_view("ar1"), RandomMethod::ar1},
  };
};

/// "bootstrap", as it is written.
constexpr std::string_view word_of(RandomMethod method) {
  return Dictionary<RandomMethod>::words[static_cast<std::size_t>(method)].first;
}

struct RandomTerms : TableBase {
  Stated<int> paths{1000, {}};
  Stated<int> seed{1, {}};
  Stated<RandomMethod> method{RandomMethod::bootstrap, {}};
  std::optional<Stated<PeriodSpan>> window;
  Stated<int> block{12, {}};
};
template <>
struct Dictionary<RandomTerms> {
  static constexpr std::string_view name = "random";
  static constexpr auto fields = std::tuple{
      field("paths", &RandomTerms::paths, Need::optional, "1000", "how many, 1 to 1000000", "1000"),
      field("seed", &RandomTerms::seed, Need::optional, "1",
            "0 or more; the same seed gives the same paths, everywhere", "1"),
      field("method", &RandomTerms::method, Need::optional, "bootstrap",
            "how monthly changes are drawn", R"("bootstrap")"),
      field("window", &RandomTerms::window, Need::optional,
            "the whole years that the series have in common",
            "months whose changes are drawn, whole years, five at least",
            R"("2005-01 to 2024-12")"),
      field("block", &RandomTerms::block, Need::optional, "12",
            "mean length of a block of the bootstrap in months, 1 to 120", "12"),
  };
  static constexpr auto planned = std::array{Planned{"antithetic"}};
};

struct ScenarioSection : TableBase {
  Stated<std::string> id;
  Stated<int> months{60, {}};
  std::optional<Stated<Percent>> discount_rate;
  std::optional<Stated<Percent>> vat_deductible;
};
template <>
struct Dictionary<ScenarioSection> {
  static constexpr std::string_view name = "scenario";
  static constexpr auto fields = std::tuple{
      field("id", &ScenarioSection::id, Need::required, "", "name for reports", R"("five-years")"),
      field("months", &ScenarioSection::months, Need::optional, "60",
            "how far to look, 1 to 600, from the first billing period after today", "60"),
      field("discount_rate", &ScenarioSection::discount_rate, Need::optional, "",
            "a year; without it no present value is shown", R"("6%")"),
      field("vat_deductible", &ScenarioSection::vat_deductible, Need::optional, "",
            "share of the VAT that customers deduct, where a contract does not say it", R"("0%")"),
  };
};

struct ScenarioFileTerms : TableBase {
  Stated<int> schema;
  ScenarioSection scenario;
  std::optional<RandomTerms> random;
  Named<FutureTerms> future;
  Named<Stated<DocumentNode>> alternative;
};
template <>
struct Dictionary<ScenarioFileTerms> {
  static constexpr std::string_view name = "scenario file";
  static constexpr bool free_table = true;
  static constexpr auto fields = std::tuple{
      field("schema", &ScenarioFileTerms::schema, Need::required, "", "format number", "1"),
      field("scenario", &ScenarioFileTerms::scenario, Need::required, "", "the scenario itself",
            R"({ id = "five-years", months = 60 })"),
      field("random", &ScenarioFileTerms::random, Need::optional, "",
            "how many paths a random future has, and how they are drawn",
            "{ paths = 1000, seed = 1 }"),
      field("future", &ScenarioFileTerms::future, Need::required, "", "what may happen",
            R"({ expected = { series = [{ series = "cbs/*", growth = "2%" }] } })"),
      field("alternative", &ScenarioFileTerms::alternative, Need::optional, "",
            "the contract with some keys replaced; `innovation` names what is offered besides",
            R"({ no-cap = { clause.labour-mix.limits.cap = "none" } })"),
  };
};

}  // namespace pricetalk
