#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "amounts_in.hpp"
#include "cli/load.hpp"
#include "pricetalk/explain/format.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"

// The main job as its user runs it: one command, one folder, internal/ for us and customer/ for
// them.

namespace pricetalk::harness {
namespace {

using Files = std::map<std::string, std::string>;

const std::string municipal = "contracts/schoonmaak-gemeente.toml";

struct Prepared {
  Ran ran;
  Files files;
};

Prepared prepare(const std::string& contract, const std::string& options) {
  const TemporaryFolder folder;
  const std::string out = folder.path() + "/talk";
  Prepared made;
  made.ran =
      run_in(root(), split("pricetalk prepare " + contract + " --out " + out + " " + options));
  made.files = files_below(out);
  return made;
}

/// Whether a number stands in a text by itself, not as a part of a longer one.
bool holds_number(const std::string& text, const std::string& number) {
  for (auto at = text.find(number); at != std::string::npos; at = text.find(number, at + 1)) {
    const char before = at == 0 ? ' ' : text[at - 1];
    const char after = at + number.size() < text.size() ? text[at + number.size()] : ' ';
    const bool inside = is_digit(before) || before == '.' || before == ',' || is_digit(after);
    if (!inside) return true;
  }
  return false;
}

/// What is ours alone: own cost, saving, investment, running cost; in every way in which a figure
/// is written.
std::vector<std::string> secrets(const std::string& contract) {
  const auto loaded = load_contract(root() + "/" + contract, {});
  std::vector<std::string> found;
  const auto add = [&](const Decimal& value) {
    for (const Language language : {Language::nl, Language::en}) {
      found.push_back(grouped(value, language));
      found.push_back(grouped(round(Ratio(value), Rounding::decimals(0)), language));
    }
    found.push_back(value.text());
  };
  const ContractTerms& terms = loaded.value->contract.terms;
  for (const OwnCostTerms& cost : terms.own_cost) add(cost.per_unit.value);
  for (const auto& innovation : terms.innovation) {
    const InnovationTerms& i = innovation.terms;
    if (i.investment) add(i.investment->value);
    if (i.running_cost_per_year) add(i.running_cost_per_year->value);
    if (!i.saving_per_year) continue;
    add(i.saving_per_year->cautious.value);
    if (i.saving_per_year->expected) add(i.saving_per_year->expected->value);
    if (i.saving_per_year->optimistic) add(i.saving_per_year->optimistic->value);
  }
  // Whole euros of an hourly cost ("32") stand in any text by chance.
  std::erase_if(found, [](const std::string& text) { return text.size() < 4; });
  return found;
}

std::vector<std::string> leaks(const Files& files, const std::string& folder,
                               const std::vector<std::string>& of) {
  std::vector<std::string> found;
  for (const auto& [name, text] : files)
    for (const std::string& secret : of)
      if (name.starts_with(folder) && holds_number(text, secret))
        found.push_back(name + ": " + secret);
  return found;
}

TEST(Prepare, puts_page_annex_and_json_in_internal_and_letter_with_annexes_in_customer) {
  const Prepared talk = prepare(municipal, "--today 2025-10-14");
  EXPECT_EQ(talk.ran.status, 0) << talk.ran.both;
  std::vector<std::string> names;
  for (const auto& [name, text] : talk.files)
    if (name != "customer/letter.docx") names.push_back(name);  // where pandoc is installed
  EXPECT_EQ(names, (std::vector<std::string>{
                       "customer/annex-1.html", "customer/annex-1.md", "customer/annex-2.html",
                       "customer/annex-2.md", "customer/letter.eml", "customer/letter.html",
                       "customer/letter.md", "internal/annex.html", "internal/annex.md",
                       "internal/talk.html", "internal/talk.ics", "internal/talk.json",
                       "internal/talk.md"}));
}

const std::string invoiced =
    "--today 2025-10-14 --invoices contracts/invoices/schoonmaak-gemeente.csv";

/// The municipal contract after the call about its one mistake, as a file in `folder`.
std::string told(const TemporaryFolder& folder) {
  folder.put("told.toml",
             replaced(read(root() + "/" + municipal), "../indices", root() + "/indices") +
                 "\n[[disclosure]]\ndate = 2025-10-13\nto = \"Anouk de Wit\"\nwhat = \"prijs van "
                 "juni\"\nrule = \"charged-above-allowed\"\nprice = \"sporthal\"\namount = 52.00\n"
                 "refund_on = 2025-10-24\n");
  return folder / "told.toml";
}

/// `prepare` with the shipped futures, which stand beside the contract's own folder otherwise.
Prepared prepare_told(const TemporaryFolder& folder) {
  return prepare(told(folder), invoiced +
                                   " --scenario scenarios/laag.toml --scenario "
                                   "scenarios/verwacht.toml --scenario scenarios/hoog.toml");
}

TEST(Prepare, shows_no_cost_saving_or_investment_of_ours_to_the_customer) {
  const TemporaryFolder folder;
  const Prepared talk = prepare_told(folder);
  ASSERT_EQ(talk.files.count("customer/letter.md"), 1U) << talk.ran.both;
  const std::vector<std::string> ours = secrets(municipal);
  ASSERT_FALSE(ours.empty());
  EXPECT_TRUE(leaks(talk.files, "customer/", ours).empty())
      << leaks(talk.files, "customer/", ours).front();
  // The same search finds them where they belong, so it can fail.
  EXPECT_FALSE(leaks(talk.files, "internal/", ours).empty());
  for (const auto& [name, text] : talk.files) {
    if (!name.starts_with("customer/")) continue;
    for (const char* word : {"INTERN", "GÊNANT", "FOUT", "CONCEPT", "own_cost", "marge",
                             "kostprijs", "investering", "terugverdien"})
      EXPECT_EQ(text.find(word), std::string::npos) << name << ": " << word;
  }
}

TEST(Prepare, keeps_the_letter_as_a_draft_until_the_customer_was_told_of_a_mistake) {
  const Prepared before = prepare(municipal, invoiced);
  const std::string& page = before.files.at("internal/talk.md");
  const std::string begin = page.substr(page.find("\n\n") + 2);
  EXPECT_TRUE(begin.starts_with(
      "**EERST BELLEN over één fout, dan pas het gesprek over de prijs (punt 2).** De klant weet "
      "nog niet: Schoonmaak sporthal"))
      << begin.substr(0, 200);
  EXPECT_NE(page.find("| **Nog niet verteld.** Bel voordat u schrijft."), std::string::npos);
  EXPECT_EQ(before.files.count("customer/letter.md"), 0U);
  EXPECT_TRUE(before.files.at("internal/draft/letter.md")
                  .starts_with("**CONCEPT: nog niet versturen.** Bel de klant eerst over: "));
  const std::string& machines = before.files.at("internal/talk.json");
  EXPECT_NE(machines.find("\"call_first\": true"), std::string::npos);
  EXPECT_NE(machines.find("\"draft\": true"), std::string::npos);
  EXPECT_NE(machines.find("\"told\": null"), std::string::npos);

  const TemporaryFolder folder;
  const Prepared after = prepare_told(folder);
  const std::string& then = after.files.at("internal/talk.md");
  EXPECT_EQ(then.find("EERST BELLEN"), std::string::npos);
  EXPECT_NE(then.find("**NOG NIET KLAAR: één fout is verteld en nog niet terugbetaald (punt 2).**"),
            std::string::npos);
  EXPECT_NE(then.find("Verteld op 13 oktober 2025 aan Anouk de Wit, € 52,00; terug te betalen op "
                      "24 oktober 2025. Nog open: € 52,00."),
            std::string::npos);
  EXPECT_EQ(after.files.count("internal/draft/letter.md"), 0U);
  // The letter itself is the same one, without the mark.
  EXPECT_TRUE(
      before.files.at("internal/draft/letter.md").ends_with(after.files.at("customer/letter.md")));
  EXPECT_NE(after.files.at("internal/talk.json").find("\"on\": \"2025-10-13\""), std::string::npos);
}

TEST(Prepare, gives_the_same_bytes_twice) {
  EXPECT_EQ(prepare(municipal, "--today 2025-10-14").files,
            prepare(municipal, "--today 2025-10-14").files);
}

TEST(Prepare, opens_without_a_network_or_script) {
  const Prepared talk = prepare(municipal, "--today 2025-10-14");
  for (const auto& [name, text] : talk.files) {
    if (!name.ends_with(".html")) continue;
    for (const char* outside : {"<script", "<link", "src=\"", "@import", "url("})
      EXPECT_EQ(text.find(outside), std::string::npos) << name << ": " << outside;
  }
  EXPECT_NE(talk.files.at("internal/talk.html").find("<svg "), std::string::npos);
}

TEST(Prepare, names_the_figure_that_is_not_there_yet_and_shows_the_range_meanwhile) {
  const Prepared talk = prepare("contracts/nog-niet-bekend.toml", "--today 2025-10-14");
  EXPECT_EQ(talk.ran.status, 0) << talk.ran.both;
  const std::string& page = talk.files.at("internal/talk.md");
  EXPECT_NE(page.find("wacht op het cijfer van CBS over oktober 2025"), std::string::npos);
  EXPECT_EQ(page.find("https://opendata.cbs.nl/"), std::string::npos);
  EXPECT_NE(page.find(" – € 5."), std::string::npos) << page;
  EXPECT_EQ(talk.files.count("customer/letter.md"), 0U);
}

TEST(Prepare, every_amount_of_the_letter_stands_in_the_annex) {
  const Prepared talk = prepare(municipal, "--today 2025-10-14");
  const std::string& letter = talk.files.at("customer/letter.md");
  const std::string& annex = talk.files.at("internal/annex.md");
  const std::vector<std::string> amounts = amounts_in(letter);
  for (const std::string& amount : amounts)
    EXPECT_NE(annex.find(amount), std::string::npos) << amount;
  EXPECT_GT(amounts.size(), 8U);
}

TEST(Prepare, says_where_a_change_of_measuring_lies_between_two_figures) {
  // The price compares July 2024 with July 2025; here the measuring changed in between.
  const TemporaryFolder folder;
  folder.put("cpi.toml", read(root() + "/indices/cbs-cpi-alle-bestedingen-2025.toml") +
                             "\n[[series.break]]\nfrom = \"2025-01\"\nwhat = \"nieuwe mand\"\n");
  const std::string figures = folder / "cpi.toml";
  const Prepared talk = prepare(municipal, "--today 2025-10-14 --figures " + figures);
  ASSERT_EQ(talk.ran.status, 0) << talk.ran.both;
  const std::string sides =
      "Het cijfer van juli 2024 is van daarvoor, dat van juli 2025 van daarna.";
  for (const char* name : {"internal/talk.md", "internal/annex.md", "customer/annex-2.md"})
    EXPECT_NE(talk.files.at(name).find(sides), std::string::npos) << name;
  EXPECT_NE(talk.files.at("customer/annex-2.md").find("nieuwe mand"), std::string::npos);
  EXPECT_EQ(
      prepare(municipal, "--today 2025-10-14").files.at("internal/talk.md").find("anders gemeten"),
      std::string::npos);
}

TEST(Prepare, says_in_one_line_what_the_contract_leaves_open_and_lists_it_in_the_annex) {
  // If room under the cap were kept: 2023 rises 3 % + (3 % - 1.4229 %) = 4.57 % (down at the cap)
  // to 41.94, then 43.20, 44.50 and in 2026 44.50 x 1.0291 = 45.79 instead of 45.11: 0.68 x 16,200
  // hours = 11,016.00.
  const Prepared talk = prepare("contracts/receptie-rood-hoofd.toml", "--today 2025-10-14");
  ASSERT_EQ(talk.ran.status, 0) << talk.ran.both;
  EXPECT_NE(
      talk.files.at("internal/talk.md")
          .find("**Het contract is ook zo te lezen:** ongebruikte ruimte onder het maximum mag "
                "later worden gebruikt, "
                "+ € 11.016 per jaar"),
      std::string::npos);
  const std::string& annex = talk.files.at("internal/annex.md");
  EXPECT_NE(annex.find("## Wat het contract open laat"), std::string::npos);
  EXPECT_NE(annex.find("REC-2018-007.receptie.2026-01-01.reading.unused-cap-kept"),
            std::string::npos);
  for (const auto& [name, text] : talk.files)
    if (name.starts_with("customer/")) {
      EXPECT_EQ(text.find("11.016"), std::string::npos) << name;
    }
}

TEST(Prepare, gives_machines_the_same_in_every_language) {
  for (const char* contract : {"contracts/receptie-rood-hoofd.toml", "contracts/koffie.toml"}) {
    const Prepared dutch = prepare(contract, "--today 2025-10-14 --language nl");
    const Prepared english = prepare(contract, "--today 2025-10-14 --language en");
    EXPECT_EQ(dutch.files.at("internal/talk.json"), english.files.at("internal/talk.json"));
    EXPECT_NE(dutch.files.at("internal/talk.md"), english.files.at("internal/talk.md"));
  }
}

TEST(Machines, read_the_same_json_in_every_language) {
  for (const std::string command :
       {"pricetalk simulate contracts/koffie.toml --scenario scenarios/koffie.toml --json --today "
        "2025-10-14",
        "pricetalk propose contracts/schoonmaak-gemeente.toml --json --today 2025-10-14",
        "pricetalk redface contracts/receptie-rood-hoofd.toml --json --today 2025-10-14",
        "pricetalk index link cbs/cpi/alle-huishoudens-2006 cbs/cpi/alle-bestedingen-2015-herleid "
        "--base 2015-10 --use 2016-10 --coefficient-decimals 4 --json --today 2025-10-14",
        "pricetalk price contracts/koffie.toml --explain --json --today 2025-10-14"}) {
    SCOPED_TRACE(command);
    const Ran dutch = run_in(root(), split(command + " --language nl"));
    const Ran english = run_in(root(), split(command + " --language en"));
    EXPECT_EQ(dutch.out, english.out);
    EXPECT_NE(dutch.out.find("{"), std::string::npos) << dutch.both;
  }
}

TEST(Prepare, leaves_nothing_behind_when_the_contract_is_wrong) {
  const Prepared talk = prepare("tests/errors/T0103-bare-percent-sign/input.toml", "");
  EXPECT_EQ(talk.ran.status, 3);
  EXPECT_TRUE(talk.files.empty());
}

}  // namespace
}  // namespace pricetalk::harness
