#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/load.hpp"
#include "files/files.hpp"
#include "pricetalk/scenario/scenario.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"

// The talk folders of several contracts: where they stand, whose they are, and what is in them
// when texts are odd, futures are missing, or there are many lines.

namespace pricetalk::harness {
namespace {

using Files = std::map<std::string, std::string>;

const std::string shipped =
    " --scenario scenarios/laag.toml --scenario scenarios/verwacht.toml --scenario "
    "scenarios/hoog.toml";

/// A contract of tests/stories/talk with the library's own figures.
std::string story(const std::string& name) {
  return replaced(read(root() + "/tests/stories/talk/" + name), "../indices", root() + "/indices");
}

Ran prepare_in(const TemporaryFolder& folder, const std::string& options) {
  return run_in(folder.path(), split("pricetalk prepare " + options));
}

/// What `prepare` writes of a story, with the shipped futures.
Files prepared(const std::string& name, const std::string& options) {
  const TemporaryFolder folder;
  folder.put("contract.toml", story(name));
  const Ran ran =
      run_in(root(), split("pricetalk prepare " + folder.path() + "/contract.toml --out " +
                           folder.path() + "/talk " + options + shipped));
  EXPECT_EQ(ran.status, 0) << ran.both;
  return files_below(folder / "talk");
}

/// The text of an HTML page as its reader sees it.
std::string seen(const std::string& html) {
  std::string text;
  for (std::size_t i = html.find("</style>"); i < html.size(); ++i) {
    if (html[i] == '<')
      i = html.find('>', i);
    else
      text += html[i];
  }
  for (const auto& [from, to] :
       {std::pair("&lt;", "<"), std::pair("&gt;", ">"), std::pair("&quot;", "\""),
        std::pair("&#39;", "'"), std::pair("\u00a0", " "), std::pair("&amp;", "&")})
    text = replaced(text, from, to);
  return text;
}

/// What stands between `begin` and the next `end`, each time.
std::vector<std::string> between(const std::string& text, const std::string& begin, char end) {
  std::vector<std::string> found;
  for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
    const auto from = at + begin.size();
    found.push_back(text.substr(from, text.find(end, from) - from));
  }
  return found;
}

TEST(TalkFolder, is_each_contracts_own_below_talk) {
  const TemporaryFolder folder;
  folder.put("a.toml", story("buildings-28.toml"));
  folder.put("b.toml", replaced(story("cao-index.toml"), "CAO-1", "CAO/2026 (noord)"));
  const Ran one = prepare_in(folder, "a.toml --today 2025-10-14");
  EXPECT_EQ(one.status, 0) << one.both;
  EXPECT_NE(one.out.find("  talk/T-1/internal/talk.html"), std::string::npos) << one.out;
  const Ran other = prepare_in(folder, "b.toml --today 2025-10-14");
  EXPECT_EQ(other.status, 0) << other.both;
  const Files files = files_below(folder / "talk");
  EXPECT_EQ(files.count("T-1/internal/talk.md"), 1U);
  EXPECT_EQ(files.count("CAO-2026-noord/internal/talk.md"), 1U) << other.out;
}

TEST(TalkFolder, of_another_contract_or_customer_is_never_replaced) {
  const TemporaryFolder folder;
  folder.put("a.toml", story("buildings-28.toml"));
  folder.put("b.toml", story("odd-texts.toml"));  // another customer, the same id
  ASSERT_EQ(prepare_in(folder, "a.toml --today 2025-10-14").status, 0);
  ASSERT_EQ(prepare_in(folder, "a.toml --today 2025-10-14 --out elders").status, 0);
  const Files before = files_below(folder.path());
  for (const char* options :
       {"b.toml --today 2025-10-14", "b.toml --today 2025-10-14 --out elders"}) {
    const Ran ran = prepare_in(folder, options);
    EXPECT_EQ(ran.status, 3);
    EXPECT_NE(ran.err.find("fout[O0008]"), std::string::npos) << ran.both;
    EXPECT_NE(ran.err.find("dit is de map van T-1 (Waterschap Polder)"), std::string::npos)
        << ran.both;
  }
  EXPECT_EQ(files_below(folder.path()), before);
  EXPECT_EQ(prepare_in(folder, "a.toml --today 2025-10-15").status, 0);
}

TEST(TalkFolder, is_replaced_when_the_contract_has_come_to_name_the_customer) {
  const TemporaryFolder folder;
  std::string named = story("basis.toml");
  const auto at = named.find("customer = { name");
  ASSERT_NE(at, std::string::npos);
  std::string unnamed = named;
  unnamed.erase(at, unnamed.find('\n', at) - at);
  folder.put("a.toml", unnamed);
  ASSERT_LE(prepare_in(folder, "a.toml --today 2025-10-14").status, 1);
  folder.put("a.toml", named);
  const Ran ran = prepare_in(folder, "a.toml --today 2025-10-14");
  EXPECT_LE(ran.status, 1) << ran.both;
}

TEST(TalkFolder, is_made_for_every_contract_of_a_folder) {
  const TemporaryFolder folder;
  folder.put("contracts/a.toml", story("buildings-28.toml"));
  folder.put("contracts/b.toml", "schema = 1\n[contract]\njurisdiction = \"NL\"\n");
  folder.put("contracts/c.toml", story("cao-index.toml"));
  const Ran ran = prepare_in(folder, "contracts --today 2025-10-14 --out jaar");
  EXPECT_EQ(ran.status, 3);
  EXPECT_NE(ran.err.find("b.toml"), std::string::npos);
  const Files files = files_below(folder / "jaar");
  EXPECT_EQ(files.count("T-1/internal/talk.html"), 1U) << ran.both;
  EXPECT_EQ(files.count("CAO-1/internal/talk.html"), 1U) << ran.both;
}

TEST(TalkFolder, tells_what_is_wrong_in_the_language_of_the_contract) {
  const TemporaryFolder folder;
  folder.put("a.toml",
             replaced(story("cao-index.toml"), "unit_price = 30.00", "unit_prise = 30.00"));
  const Ran ran = prepare_in(folder, "a.toml --today 2025-10-14");
  EXPECT_EQ(ran.status, 3);
  EXPECT_NE(ran.err.find("fout["), std::string::npos) << ran.err;
  EXPECT_EQ(ran.err.find("error["), std::string::npos) << ran.err;
}

TEST(TalkFolder, shows_names_and_texts_as_they_were_typed) {
  const Files files = prepared("odd-texts.toml", "--today 2025-10-14");
  const std::vector<std::string> typed = {
      "Waterschap <script>alert(1)</script> & Zn. | Polder_Noord *A*",
      "Postbus #20 [bus 3], 1234 ZZ Waterdam",
      "VSR-meting [rapport #12], 5*4 uur, $ 10 (~10 procent), code a_b, 's avonds > 8 uur.",
      "Zie https://example.nl/a_b?x=1&y=2. 1. Eerst dit.",
      "Tweede alinea met {own_cost} en {secret}."};
  const std::string letter = files.at("customer/letter.html");
  for (const std::string& text : typed)
    EXPECT_NE(seen(letter).find(text), std::string::npos) << text << "\n" << seen(letter);
  EXPECT_EQ(letter.find("<script"), std::string::npos);
  EXPECT_NE(letter.find("<ul>\n<li>elke dag de toiletten</li>\n<li>elke week de vloeren</li>"),
            std::string::npos);
  EXPECT_NE(files.at("customer/letter.md")
                .find("Wij doen drie dingen:\n\n- elke dag de toiletten\n- elke week de vloeren\n\n"
                      "Tweede alinea"),
            std::string::npos);
  EXPECT_NE(files.at("customer/letter.md").find("Postbus #20 [bus 3], 1234 ZZ Waterdam"),
            std::string::npos);
  EXPECT_NE(seen(files.at("customer/annex-2.html")).find("Contract **vet** <i>x</i> (T-1)"),
            std::string::npos);
  EXPECT_NE(seen(files.at("customer/annex-2.html")).find("Kantoor <b>A|B</b> #2"),
            std::string::npos);
}

TEST(TalkFolder, has_block_3_with_its_reason_where_a_future_is_missing) {
  const TemporaryFolder folder;
  folder.put("contract.toml", story("cao-index.toml"));
  folder.put("future.toml",
             "schema = 1\n[scenario]\nid = \"eigen\"\nmonths = 60\n[future.laag]\n"
             "[[future.laag.series]]\nseries = \"cbs/cpi/*\"\ngrowth = \"2%\"\n[future.hoog]\n"
             "[[future.hoog.series]]\nseries = \"cbs/cpi/*\"\ngrowth = \"4%\"\n");
  const Ran ran = prepare_in(folder, "contract.toml --today 2025-11-20 --scenario future.toml");
  EXPECT_EQ(ran.status, 0) << ran.both;
  EXPECT_NE(ran.err.find("waarschuwing[S0201]: toekomsten 'laag' en 'hoog' zeggen niet hoe reeks "
                         "'cbs/lonen/cao-uur-2020' doorloopt"),
            std::string::npos)
      << ran.err;
  const std::string page = files_below(folder / "talk").at("CAO-1/internal/talk.md");
  EXPECT_NE(page.find("## 3. Wat betaalt de klant de komende jaren?\n\n**Niet berekend:** "
                      "toekomsten 'laag' en 'hoog' zeggen niet hoe reeks"),
            std::string::npos)
      << page;
}

TEST(TalkFolder, reckons_no_years_of_which_nothing_is_known_and_speaks_of_dashes_where_there_are) {
  const std::string page = prepared("cao-index.toml", "--today 2025-11-20").at("internal/talk.md");
  EXPECT_NE(page.find("**Niet berekend:** de prijzen van deze jaren zijn niet te bepalen"),
            std::string::npos)
      << page;
  EXPECT_EQ(page.find("gestreept"), std::string::npos);
  const std::string offered =
      prepared("buildings-28.toml", "--today 2025-10-14").at("internal/talk.md");
  EXPECT_NE(offered.find("gestreept: met ons voorstel"), std::string::npos);
}

TEST(TalkFolder, groups_many_lines_by_step_and_names_the_second_sheet) {
  const std::string page =
      prepared("buildings-28.toml", "--today 2025-10-14").at("internal/talk.md");
  EXPECT_NE(page.find("| Schoonmaak kantoor en nog 27 | € 30,00 – € 39,25 | € 30,87 – € 40,39 | "
                      "2,91% | + € 49.565 |"),
            std::string::npos)
      << page;
  EXPECT_NE(page.find("Alle 28 prijsregels één voor één: zie blad 2."), std::string::npos);
  EXPECT_NE(page.find("## Blad 2: Waterschap Polder · Schoonmaak kantoor"), std::string::npos);
  EXPECT_NE(page.find("| Schoonmaak gebouw 27, 1.440 uur | € 37,25 | € 38,33 |"),
            std::string::npos);
}

TEST(TalkFolder, has_an_annex_in_which_every_link_leads_somewhere_and_each_step_stands_once) {
  for (const char* name : {"odd-texts.toml", "cao-index.toml"}) {
    const Files files = prepared(name, "--today 2025-10-14");
    for (const char* page : {"internal/annex.html", "internal/talk.html"}) {
      const std::string& html = files.at(page);
      const std::vector<std::string> all = between(html, " id=\"", '"');
      const std::set<std::string> places(all.begin(), all.end());
      EXPECT_EQ(all.size(), places.size()) << name << " " << page;
      for (const std::string& link : between(html, "href=\"#", '"'))
        EXPECT_TRUE(places.contains(link)) << name << " " << page << ": " << link;
    }
  }
  const std::string annex =
      prepared("odd-texts.toml", "--today 2025-10-14").at("internal/annex.md");
  EXPECT_FALSE(between(annex, "](#", ')').empty());
  const auto rows = std::count(annex.begin(), annex.end(), '\n');
  EXPECT_LT(rows, 1300) << "the annex has grown: are steps told twice?";
}

TEST(ShippedFutures, say_how_every_series_of_the_library_goes_on) {
  const auto library = load_library({{root() + "/indices"}, {}, {}});
  ASSERT_TRUE(library.value);
  ASSERT_GT(library.value->all().size(), 50U);
  const auto files = list_files(root() + "/scenarios", ".toml");
  ASSERT_TRUE(files.value);
  for (const std::string& path : *files.value) {
    const auto source = read_source(path);
    const auto scenario = read_scenario(*source.value);
    ASSERT_TRUE(scenario.ok()) << path;
    // One that shows what a bureau publishes is about the series that it publishes.
    if (path.find("planbureau") != std::string::npos) continue;
    for (const Future& future : scenario.value->futures)
      for (const auto& series : library.value->all())
        EXPECT_TRUE(future.random || future.for_series(series->id) != nullptr)
            << path << ": " << future.id << " leaves out " << series->id;
  }
}

}  // namespace
}  // namespace pricetalk::harness
