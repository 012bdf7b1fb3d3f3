#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "talked.hpp"
#include "zip_files.hpp"

// Forty customers in one go: a folder for each as if it were prepared alone, a list of all of them,
// and nothing of one customer in another's folder.

namespace pricetalk::harness {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* innovation = "[innovation.slim]";

/// "M07x": stands in no other text.
std::string mark(int number) {
  return "M" + std::string(number < 10 ? "0" : "") + std::to_string(number) + "x";
}

/// The basic contract without its innovation, of a customer of its own.
std::string contract_of(int number, const Changes& more = {}) {
  std::string text = changed_basis({{"T-1", "K-" + mark(number)},
                                    {"Waterschap Polder", "Klant " + mark(number) + " B.V."},
                                    {"Postbus 20", "Postbus " + mark(number)},
                                    {"Jan de Boer", "Jan " + mark(number)},
                                    {"per_unit = 27.00", "per_unit = 27.91"}});
  const auto from = text.find(innovation);
  text.erase(from, text.find("[[own_cost]]") - from);
  for (const auto& [what, with] : more) {
    EXPECT_TRUE(holds(text, what)) << what;
    text = replaced(std::move(text), what, with);
  }
  return text;
}

Ran prepare_all(const TemporaryFolder& folder, const std::string& more = "") {
  return run_in(folder.path(),
                split("pricetalk prepare contracts --out jaar --today 2025-10-14 " + more));
}

Json overview(const TemporaryFolder& folder) {
  return Json::parse(folder.get("jaar/overview.json"));
}

/// A file, and what is packed in it.
std::vector<std::string> texts_of(const std::string& name, const std::string& bytes) {
  if (!name.ends_with(".docx")) return {bytes};
  std::vector<std::string> texts;
  for (const auto& [part, text] : zip_files(bytes)) texts.push_back(text);
  return texts;
}

TEST(TalkRound, of_forty_customers_has_nothing_of_one_in_the_folder_of_another) {
  constexpr int customers = 40;
  const TemporaryFolder folder;
  for (int i = 1; i <= customers; ++i) {
    Changes changes;
    // A call that was made, a person who is missing, a step that is late, a price that falls.
    if (i % 4 == 0) changes.emplace_back("service = ", "called_on = 2025-10-13\nservice = ");
    if (i % 4 == 1) changes.emplace_back("salutation = \"Geachte heer De Boer\"\n", "");
    if (i % 4 == 2) changes.emplace_back("\"2 months\"", "\"4 months\"");
    folder.put("contracts/" + mark(i) + ".toml", contract_of(i, changes));
  }
  const Ran ran = prepare_all(folder);
  EXPECT_EQ(ran.status, 0) << ran.both;
  const auto files = files_below(folder / "jaar");
  std::size_t looked_at = 0;
  std::size_t letters = 0;
  for (const auto& [name, bytes] : files) {
    const auto slash = name.find('/');
    if (slash == std::string::npos) continue;
    ++looked_at;
    if (holds(name, "/customer/letter.html")) ++letters;
    for (const std::string& text : texts_of(name, bytes)) {
      for (int other = 1; other <= customers; ++other) {
        if ("K-" + mark(other) == name.substr(0, slash)) continue;
        EXPECT_FALSE(holds(text, mark(other))) << name << " holds " << mark(other);
      }
      if (!holds(name, "/customer/")) continue;
      for (const char* ours : {"27,91", "27.91", "INTERN", "talk.called_on", "own_cost"})
        EXPECT_FALSE(holds(text, ours)) << name << " holds " << ours;
    }
  }
  EXPECT_GT(looked_at, 200U);
  EXPECT_EQ(letters, 30U);
  // The same search finds it where it belongs, so it can fail.
  EXPECT_TRUE(holds(files.at("K-M04x/internal/talk.json"), mark(4)));
  const Json all = overview(folder);
  EXPECT_EQ(all["talks"].size(), 40U);
  EXPECT_EQ(all["sums"][0]["talks"], 40);
}

TEST(TalkRound, writes_of_each_what_is_written_of_it_alone) {
  const TemporaryFolder folder;
  folder.put("contracts/a.toml", contract_of(1));
  folder.put("contracts/b.toml", contract_of(2, {{"30.00", "41.50"}}));
  ASSERT_EQ(prepare_all(folder).status, 0);
  const Ran alone = run_in(folder.path(), split("pricetalk prepare contracts/b.toml --out alleen "
                                                "--today 2025-10-14"));
  ASSERT_EQ(alone.status, 0) << alone.both;
  EXPECT_EQ(files_below(folder / "jaar/K-M02x"), files_below(folder / "alleen"));
}

TEST(TalkRound, goes_on_beside_a_broken_contract_and_names_it_with_its_first_error) {
  const TemporaryFolder folder;
  folder.put("contracts/a.toml", contract_of(1));
  folder.put("contracts/b.toml", contract_of(2, {{"unit_price = 30.00", "unit_prise = 30.00"}}));
  folder.put("contracts/c.toml", contract_of(3));
  const Ran ran = prepare_all(folder);
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.err, HasSubstr("contracts/b.toml:"));
  const Json all = overview(folder);
  EXPECT_EQ(all["talks"].size(), 2U);
  ASSERT_EQ(all["problems"].size(), 1U);
  EXPECT_THAT(all["problems"][0]["place"].get<std::string>(), HasSubstr("contracts/b.toml:"));
  EXPECT_THAT(folder.get("jaar/overview.html"), HasSubstr("contracts/b.toml:"));
}

TEST(TalkRound, sums_to_the_amounts_of_its_talks_by_the_last_day_and_the_money) {
  const TemporaryFolder folder;
  folder.put("contracts/a.toml", contract_of(1));
  folder.put("contracts/b.toml", contract_of(2, {{"30.00", "41.50"}}));
  folder.put("contracts/c.toml", contract_of(3, {{"\"2 months\"", "\"1 month\""}}));
  ASSERT_EQ(prepare_all(folder).status, 0);
  const Json all = overview(folder);
  std::vector<std::string> order;
  Ratio together;
  for (const Json& talk : all["talks"]) {
    order.push_back(talk["contract"]);
    const Json of_it = Json::parse(
        folder.get("jaar/" + talk["folder"].get<std::string>() + "/internal/talk.json"));
    EXPECT_EQ(talk["difference_year"], of_it["difference_year"]["value"]);
    together = together + Ratio(*Decimal::parse(talk["difference_year"].get<std::string>()));
  }
  EXPECT_EQ(order, (std::vector<std::string>{"K-M02x", "K-M01x", "K-M03x"}));
  ASSERT_EQ(all["sums"].size(), 1U);
  EXPECT_EQ(Ratio(*Decimal::parse(all["sums"][0]["difference_year"].get<std::string>())), together);
  EXPECT_EQ(all["talks"][0]["announce_by"], "2025-10-31");
  EXPECT_EQ(all["talks"][0]["working_days_left"], 13);
  EXPECT_THAT(folder.get("jaar/overview.html"),
              HasSubstr("<a href=\"K-M02x/internal/talk.html\">Klant M02x B.V.</a>"));
  const auto book = zip_files(folder.get("jaar/overview.xlsx"));
  bool named = false;
  for (const auto& [part, text] : book) named = named || holds(text, "Klant M02x B.V.");
  EXPECT_TRUE(named);
  const std::string days = folder.get("jaar/overview.ics");
  EXPECT_THAT(days, HasSubstr("UID:K-M02x-announce@pricetalk"));
  EXPECT_THAT(days, HasSubstr("UID:K-M03x-call@pricetalk"));
  EXPECT_THAT(days, Not(HasSubstr("-price@pricetalk")));
}

TEST(TalkRound, has_a_letter_of_the_kind_that_fits_the_talk) {
  const TemporaryFolder folder;
  const std::string reduced =
      "[[decision]]\ndate = 2026-01-01\nkind = \"reduced\"\nchange = \"1%\"\n";
  folder.put("contracts/a.toml", contract_of(1));
  folder.put("contracts/b.toml",
             contract_of(2, {{"\"2 months\", form = \"letter\"",
                              "\"4 months\", form = \"letter\", late = \"forfeits\""}}));
  folder.put("contracts/c.toml", contract_of(3) + reduced);
  folder.put("contracts/d.toml", contract_of(4) +
                                     "[[announcement]]\ndate = 2025-10-01\nclause = \"cpi\"\nfor = "
                                     "2026-01-01\n");
  const Ran ran = prepare_all(folder, "--scenario " + root() + "/scenarios/verwacht.toml");
  EXPECT_LE(ran.status, 1) << ran.both;
  std::map<std::string, Json> by_id;
  const Json all = overview(folder);
  for (const Json& talk : all["talks"]) by_id[talk["contract"]] = talk;
  EXPECT_EQ(by_id["K-M01x"]["letter_kind"], "indexation");
  EXPECT_EQ(by_id["K-M01x"]["letter"], "ready");
  EXPECT_EQ(by_id["K-M01x"]["before_call"], true);
  EXPECT_EQ(by_id["K-M02x"]["letter_kind"], "late");
  EXPECT_EQ(by_id["K-M03x"]["letter_kind"], "partial");
  EXPECT_TRUE(by_id["K-M04x"]["letter_kind"].is_null());
  EXPECT_EQ(by_id["K-M04x"]["state"], "received");
  EXPECT_THAT(folder.get("jaar/K-M01x/internal/talk.md"),
              HasSubstr("**Brief:** volledige indexatie, klaar in customer/. **Hij gaat uit vóór "
                        "het telefoongesprek"));
  EXPECT_THAT(folder.get("jaar/K-M01x/customer/letter.md"), HasSubstr("Geachte heer De Boer"));
  EXPECT_THAT(folder.get("jaar/K-M04x/internal/talk.md"),
              HasSubstr("**Geen brief:** de stap is aangekondigd op 1 oktober 2025."));
}

TEST(TalkRound, has_the_letter_for_word_where_pandoc_is_and_names_the_package_once_where_not) {
  const TemporaryFolder folder;
  folder.put("contracts/a.toml", contract_of(1));
  folder.put("contracts/b.toml", contract_of(2));
  const std::string before = ::getenv("PATH");
  ::setenv("PATH", (folder / "bin").c_str(), 1);
  const Ran without = prepare_all(folder);
  ::setenv("PATH", before.c_str(), 1);
  EXPECT_EQ(without.status, 0) << without.both;
  EXPECT_THAT(without.err, HasSubstr("pandoc"));
  EXPECT_EQ(without.err.find("D0203"), without.err.rfind("D0203")) << without.err;
  EXPECT_FALSE(fs::exists(folder / "jaar/K-M01x/customer/letter.docx"));
  EXPECT_TRUE(fs::exists(folder / "jaar/K-M01x/customer/letter.html"));
  if (!fs::exists("/usr/bin/pandoc")) GTEST_SKIP() << "pandoc is not installed";
  EXPECT_EQ(prepare_all(folder).status, 0);
  EXPECT_TRUE(fs::exists(folder / "jaar/K-M01x/customer/letter.docx"));
}

TEST(TalkRound, tells_how_far_each_talk_is_and_what_comes_next) {
  const TemporaryFolder folder;
  const auto with = [&](const char* name, int number, const std::string& days) {
    folder.put(std::string("contracts/") + name,
               contract_of(number, {{"service = ", days + "service = "}}));
  };
  with("a.toml", 1, "");
  with("b.toml", 2, "called_on = 2025-10-13\n");
  with("c.toml", 3, "called_on = 2025-10-10\nsent_on = 2025-10-13\n");
  with("d.toml", 4, "called_on = 2024-10-10\n");  // of the talk before this one
  with("e.toml", 5, "answered_on = 2025-10-13\n");
  with("f.toml", 6, "agreed_on = 2025-10-13\n");
  const Ran ran = prepare_all(folder);
  ASSERT_EQ(ran.status, 0) << ran.both;
  std::map<std::string, Json> by_id;
  const Json all = overview(folder);
  for (const Json& talk : all["talks"]) by_id[talk["contract"]] = talk;
  const auto state = [&](int number) { return by_id["K-" + mark(number)]["state"]; };
  EXPECT_EQ(state(1), "not-begun");
  EXPECT_EQ(state(2), "called");
  EXPECT_EQ(state(3), "sent");
  EXPECT_EQ(state(4), "not-begun");
  EXPECT_EQ(state(5), "answered");
  EXPECT_EQ(state(6), "agreed");
  EXPECT_EQ(by_id["K-M01x"]["next"]["nl"], "Jan M01x bellen");
  EXPECT_EQ(by_id["K-M01x"]["next_by"], "2025-10-22");
  EXPECT_EQ(by_id["K-M02x"]["next"]["nl"], "de brief versturen");
  EXPECT_EQ(by_id["K-M02x"]["owner"], "Marieke Vos");
}

TEST(TalkRound, shows_rhythm_silence_and_drift_only_where_there_is_something_to_say) {
  const TemporaryFolder folder;
  folder.put("contracts/a.toml", contract_of(1));
  ASSERT_EQ(prepare_all(folder).status, 0);
  const std::string plain = folder.get("jaar/overview.html");
  for (const char* anchor : {"id=\"rhythm\"", "id=\"silent\"", "id=\"drift\""})
    EXPECT_THAT(plain, Not(HasSubstr(anchor)));
  folder.put("contracts/b.toml",
             contract_of(2, {{"customer_since", "segment = \"flourishing\"\ncustomer_since"},
                             {"last_contact = 2025-10-02", "last_contact = 2025-05-02"}}) +
                 "[[signal]]\nwhat = \"score\"\nperiod = \"2024-Q3\"\nvalue = 9\n"
                 "[[signal]]\nwhat = \"score\"\nperiod = \"2024-Q4\"\nvalue = 8\n"
                 "[[signal]]\nwhat = \"score\"\nperiod = \"2025-Q1\"\nvalue = 7\n"
                 "[[signal]]\nwhat = \"score\"\nperiod = \"2025-Q2\"\nvalue = 6\n");
  const Ran ran = prepare_all(folder);
  ASSERT_EQ(ran.status, 0) << ran.both;
  const std::string page = folder.get("jaar/overview.html");
  EXPECT_THAT(page, HasSubstr("bloeiend"));
  EXPECT_THAT(page, HasSubstr("9 mei 2025 (te laat)"));  // a week behind the last contact
  EXPECT_THAT(page, HasSubstr("dagen geen contact met de klant"));
  EXPECT_THAT(page, HasSubstr("daalde 3 perioden op rij"));
}

TEST(TalkRound, numbers_names_that_collide_and_leaves_out_an_id_that_is_there_twice) {
  const TemporaryFolder folder;
  folder.put("contracts/a.toml", contract_of(1, {{"K-M01x", "K/1"}}));
  folder.put("contracts/b.toml", contract_of(2, {{"K-M02x", "K 1"}}));
  folder.put("contracts/c.toml", contract_of(3, {{"K-M03x", "k-1"}}));
  folder.put("contracts/d.toml", contract_of(4, {{"K-M04x", "K/1"}}));
  const Ran ran = prepare_all(folder);
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.err, HasSubstr("A0134"));
  EXPECT_THAT(folder.get("jaar/K-1/internal/talk.md"), HasSubstr("Klant M01x"));
  EXPECT_THAT(folder.get("jaar/K-1-2/internal/talk.md"), HasSubstr("Klant M02x"));
  EXPECT_THAT(folder.get("jaar/k-1-3/internal/talk.md"), HasSubstr("Klant M03x"));
  EXPECT_EQ(overview(folder)["problems"].size(), 1U);
  const std::string days = folder.get("jaar/overview.ics");
  EXPECT_THAT(days, HasSubstr("UID:K-1-announce@pricetalk"));
  EXPECT_THAT(days, HasSubstr("UID:K-1-announce-2@pricetalk"));
}

TEST(TalkRound, says_what_is_wrong_with_its_folders_and_leaves_nothing_half_written) {
  const TemporaryFolder folder;
  folder.put("contracts/notes.txt", "niets");
  EXPECT_EQ(prepare_all(folder).status, 3);
  EXPECT_FALSE(fs::exists(folder / "jaar"));
  EXPECT_THAT(prepare_all(folder).err, HasSubstr("O0001"));

  folder.put("contracts/a.toml", contract_of(1));
  folder.put("jaar", "een bestand");
  EXPECT_THAT(prepare_all(folder).err, HasSubstr("O0003"));
  EXPECT_EQ(folder.get("jaar"), "een bestand");
  fs::remove(folder / "jaar");

  // A folder with things of somebody else keeps them; a list of somebody else is not written over.
  folder.put("jaar/eigen.txt", "van mij");
  EXPECT_EQ(prepare_all(folder).status, 0);
  EXPECT_EQ(folder.get("jaar/eigen.txt"), "van mij");
  EXPECT_EQ(prepare_all(folder).status, 0);
  folder.put("jaar/overview.html", "<p>mijn aantekeningen</p>");
  const Ran kept = prepare_all(folder);
  EXPECT_EQ(kept.status, 3);
  EXPECT_THAT(kept.err, HasSubstr("O0007"));
  EXPECT_EQ(folder.get("jaar/overview.html"), "<p>mijn aantekeningen</p>");

  // The folder of one talk does not become that of many.
  const Ran one = run_in(folder.path(), split("pricetalk prepare contracts/a.toml --out een "
                                              "--today 2025-10-14"));
  ASSERT_EQ(one.status, 0) << one.both;
  const Ran many = run_in(folder.path(), split("pricetalk prepare contracts --out een --today "
                                               "2025-10-14"));
  EXPECT_EQ(many.status, 3);
  EXPECT_THAT(many.err, HasSubstr("O0008"));
}

TEST(TalkRound, keeps_an_edited_letter_and_still_lists_the_talk) {
  const TemporaryFolder folder;
  folder.put("contracts/a.toml", contract_of(1));
  folder.put("contracts/b.toml", contract_of(2));
  ASSERT_EQ(prepare_all(folder).status, 0);
  folder.put("jaar/K-M01x/customer/letter.md", "met de hand");
  const Ran ran = prepare_all(folder);
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.err, HasSubstr("O0007"));
  EXPECT_EQ(folder.get("jaar/K-M01x/customer/letter.md"), "met de hand");
  EXPECT_EQ(overview(folder)["talks"].size(), 2U);
  EXPECT_EQ(overview(folder)["problems"].size(), 1U);
}

TEST(TalkRound, shows_long_names_and_markup_as_they_were_typed_and_refuses_turned_reading) {
  const TemporaryFolder folder;
  std::string long_name;
  for (int i = 0; i < 60; ++i) long_name += "Lange";
  folder.put("contracts/a.toml", contract_of(1, {{"Klant M01x B.V.", long_name}}));
  folder.put("contracts/b.toml",
             contract_of(2, {{"Klant M02x B.V.", "<script>alert(1)</script> & | \\\"Zn\\\""}}));
  folder.put("contracts/c.toml", contract_of(3, {{"Klant M03x B.V.", "Klant \u202egpj.exe"}}));
  folder.put("contracts/d.toml", contract_of(4, {{"Klant M04x B.V.", "Klant \\u2067gpj"}}));
  const Ran ran = prepare_all(folder);
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.err, HasSubstr("contracts/c.toml:"));
  EXPECT_THAT(ran.err, HasSubstr("contracts/d.toml:"));
  EXPECT_THAT(ran.err, HasSubstr("leesrichting"));
  EXPECT_THAT(ran.err, Not(HasSubstr("\u202e")));
  const std::string page = folder.get("jaar/overview.html");
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; &amp; |"));
  EXPECT_THAT(page, HasSubstr(long_name));
}

}  // namespace
}  // namespace pricetalk::harness
