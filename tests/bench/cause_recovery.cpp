// pricetalk-cause-recovery [CONTRACTS [SEED]]: plants mistakes in the invoices of random contracts
// and prints how many are found again; docs/reference/cause-recovery.md is its output. The same
// seed gives the same contracts and counts; only the milliseconds differ.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string_view>

#include "planted.hpp"

namespace {

using namespace planted;

struct Tally {
  std::map<Answer, int> answers;
  std::map<std::string, int> groups;  ///< how many explanations are equal
  int count = 0;
  int uncertain = 0;
  double total_ms = 0;
  double worst_ms = 0;

  int of(Answer answer) const {
    const auto found = answers.find(answer);
    return found == answers.end() ? 0 : found->second;
  }
};

Causes causes_of(const Case& of, const std::vector<InvoiceLine>& rows, Tally& tally) {
  const auto start = std::chrono::steady_clock::now();
  const Audit made = audit(*of.contract, *of.library, rows, *Date::parse("2030-12-31"));
  const double ms =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  tally.total_ms += ms;
  tally.worst_ms = std::max(tally.worst_ms, ms);
  ++tally.count;
  return made.lines.front().causes;
}

std::string group(std::size_t size) {
  if (size < 4) return std::to_string(size);
  if (size < 10) return "4 to 9";
  return size < 50 ? "10 to 49" : "50 or more";
}

void add(Tally& tally, const Causes& causes, const std::vector<Told>& planted,
         bool partly = false) {
  const Answer answer = judge(causes, planted, partly);
  ++tally.answers[answer];
  if (answer == Answer::among_equals) ++tally.groups[group(causes.explanations.size())];
  if (causes.result == Causes::Result::possible) ++tally.uncertain;
}

constexpr const char* head =
    "| planted | lines | unique | among equals | found | where no smaller set fits | a smaller set "
    "fits | another set | none found | search stopped | said to be not certain | mean ms | worst "
    "ms "
    "|\n|---|---|---|---|---|---|---|---|---|---|---|---|---|\n";

struct Report {
  std::map<std::string, Tally> planted;
  std::map<std::string, Tally> kinds;  ///< single mistakes of one kind each
  int said_once = 0;
  std::map<std::string, std::map<std::string, int>> outside;
  int slips = 0;
  int slips_named = 0;
  int beside = 0;
  int beside_named = 0;
  int contracts = 0;

  void contract(std::uint64_t seed) {
    const Case of = contract_of(seed);
    Planter planter(of);
    Dice dice(seed ^ 0xABCDEF);
    const auto clean = planter.charge(planter.right());
    if (!clean) return;
    ++contracts;
    plant(of, planter, dice, 1, When::from_to);
    for (const When when : {When::always, When::onset, When::once})
      remember(of, planter, dice, when);
    kind(seed, {.announced = true}, "announced-percentage", "the announced percentage");
    kind(seed, {.latest = true}, "older-", "a figure before the latest published one");
    kind(seed, {.publisher = true}, "wrong-series/X/v", "another publisher's index");
    kind(seed, {}, "yearly-average", "the average of the year for a month");
    kind(seed, {}, "price-up-in-", "the price rounded up to a step");
    kind(seed, {}, "quotients-in-", "quotients rounded inside the formula");
    kind(seed, {}, "terms-in-", "terms rounded inside the formula");
    kind(seed, {}, "since-start-added", "the change since the start added");
    kind(seed, {}, "percentages-added", "percentages added instead of chained");
    kind(seed, {}, "cap-as-step", "the cap taken as the step");
    kind(seed, {}, "floor-as-step", "the floor taken as the step");
    together(seed);
    for (std::size_t size = 1; size <= 3; ++size)
      for (const When when : {When::always, When::onset, When::once})
        plant(of, planter, dice, size, when);
    auto typed = *clean;
    const std::string invoice = mistype(dice, typed);
    Tally unused;
    const Causes causes = causes_of(of, typed, unused);
    ++slips;
    slips_named += causes.result == Causes::Result::single_invoice && causes.invoice == invoice;
    const std::pair<Outside, const char*> outside_kinds[] = {
        {Outside::one_step, "one step by another percentage, -5 % to 5 %"},
        {Outside::every_step, "every step by another percentage"},
        {Outside::amount, "0.11 to 3.99 added from a date on"}};
    for (const auto& [kind, name] : outside_kinds)
      judge_outside(of, planted::outside(dice, of, *clean, planter.seen(), kind), name);
  }

  /// A remembered percentage; one that a usual mistake explains as well is drawn again.
  void remember(const Case& of, Planter& planter, Dice& dice, When when) {
    for (int attempt = 0; attempt < 30; ++attempt) {
      const auto mistakes = draw(dice, planter, 1, when, {.remembered = true});
      const auto charged = mistakes.empty() ? std::nullopt : planter.plant(mistakes);
      if (!charged) continue;
      Tally timed;
      const Causes causes = causes_of(of, charged->rows, timed);
      if (!causes.explanations.empty() &&
          !causes.explanations.front().misreadings.front().remembered)
        continue;
      if (causes.result == Causes::Result::single_invoice) continue;
      Tally& tally = planted["1 remembered percentage"];
      add(tally, causes, charged->told);
      ++tally.count;
      tally.total_ms += timed.total_ms;
      tally.worst_ms = std::max(tally.worst_ms, timed.worst_ms);
      return;
    }
  }

  static bool of_announcement(std::string_view begins) { return begins == "announced-percentage"; }

  /// One kind of mistake, from a date on.
  void kind(std::uint64_t seed, const Besides& besides, const char* begins, const char* name) {
    const Case of = contract_of(seed, besides);
    Planter planter(of);
    Dice dice(seed ^ 0xC0FFEE);
    for (int attempt = 0; attempt < 10; ++attempt) {
      const When when = attempt % 2 == 0 ? When::onset : When::always;
      const auto mistakes =
          draw(dice, planter, 1, when, {.remembered = of_announcement(begins), .begins = begins});
      if (mistakes.empty()) return;
      const auto charged = planter.plant(mistakes);
      if (!charged) continue;
      Tally& tally = kinds[name];
      add(tally, causes_of(of, charged->rows, tally), charged->told);
      return;
    }
  }

  /// The same mistake in three lines of one clause, and beside it in one of them alone.
  void together(std::uint64_t seed) {
    const Case of = contract_of(seed, {.lines = true});
    if (of.contract->lines.size() < 3) return;
    std::vector<Planter> planters;
    planters.reserve(3);
    for (const char* id : {"p", "q", "r"}) planters.emplace_back(of, id);
    Dice dice(seed ^ 0xFACADE);
    for (const When when : {When::always, When::onset, When::once})
      for (int attempt = 0; attempt < 30; ++attempt) {
        const auto mistakes = draw(dice, planters.front(), 1, when);
        const auto charged = mistakes.empty() ? std::nullopt : plant_together(planters, mistakes);
        if (!charged) continue;
        Tally& tally = planted["1 mistake in three lines"];
        const Causes causes = causes_of(of, charged->rows, tally);
        add(tally, causes, charged->told);
        said_once += causes.lines.size() == 3;
        std::vector<InvoiceLine> alone;
        for (const InvoiceLine& row : charged->rows)
          if (row.line == "q") alone.push_back(row);
        Tally& one = planted["the same, one of the three lines by itself"];
        add(one, causes_of(of, alone, one), charged->told, true);
        break;
      }
    std::vector<InvoiceLine> rows;
    for (Planter& planter : planters) {
      const auto clean = planter.charge(planter.right());
      if (!clean) return;
      Dice same(seed);
      const auto wrong = planted::outside(same, of, *clean, planter.seen(), Outside::one_step);
      rows.insert(rows.end(), wrong.begin(), wrong.end());
    }
    judge_outside(of, rows, "one step of three lines by one other percentage");
  }

  void judge_outside(const Case& of, const std::vector<InvoiceLine>& rows, const char* name) {
    const Causes said = causes_of(of, rows, planted["outside the catalogue"]);
    const char* answer = said.result == Causes::Result::found                ? "false"
                         : said.result == Causes::Result::possible           ? "possible"
                         : said.result == Causes::Result::single_invoice     ? "invoice"
                         : said.result == Causes::Result::nothing_to_explain ? "nothing"
                                                                             : "none";
    ++outside[name][answer];
    ++outside["all"][answer];
  }

  void plant(const Case& of, Planter& planter, Dice& dice, std::size_t size, When when) {
    for (int attempt = 0; attempt < 30; ++attempt) {
      const auto mistakes = draw(dice, planter, size, when);
      if (mistakes.size() != size) continue;
      const auto charged = planter.plant(mistakes);
      if (!charged) continue;
      const std::string number = std::to_string(size) + (size == 1 ? " mistake" : " mistakes");
      Tally& tally = planted[number + (when == When::always    ? ", always"
                                       : when == When::onset   ? ", from a date on"
                                       : when == When::from_to ? ", from a date to another"
                                                               : ", once")];
      add(tally, causes_of(of, charged->rows, tally), charged->told);
      if (size > 1 || when == When::once || when == When::from_to) return;
      std::vector<InvoiceLine> kept;
      for (const InvoiceLine& row : charged->rows)
        if (!dice.one_in(3)) kept.push_back(row);
      Tally& part = planted["1 mistake, a third of the invoices missing"];
      if (kept.size() > 2) {
        Tally timed;
        const Causes causes = causes_of(of, kept, timed);
        if (causes.result != Causes::Result::nothing_to_explain) {
          add(part, causes, charged->told, true);
          ++part.count;
          part.total_ms += timed.total_ms;
          part.worst_ms = std::max(part.worst_ms, timed.worst_ms);
        }
      }
      auto typed = charged->rows;
      const std::string invoice = mistype(dice, typed);
      Tally& both = planted["1 mistake and a mistyped invoice"];
      const Causes causes = causes_of(of, typed, both);
      add(both, causes, charged->told, true);
      ++beside;
      beside_named += causes.invoice == invoice;
      return;
    }
  }

  void print(std::uint64_t seed) const {
    std::printf(
        "# How many planted causes are found again\n\n"
        "`pricetalk-cause-recovery` (built with `PRICETALK_BENCHMARKS=ON`, not part of the tests)\n"
        "draws contracts of all kinds, plants misreadings in the invoices of one line of 5 to 7\n"
        "years, and asks `audit` for the cause. %d contracts, seed %llu. A mistake that changes "
        "no\n"
        "price that was charged is drawn again. Figures that the clauses read are random walks "
        "with\n"
        "one published decimal.\n\n",
        contracts, static_cast<unsigned long long>(seed));
    std::printf(
        "A smaller set that gives the same prices to the cent is the answer that the search must "
        "give;\nwhat was planted cannot be told from it. The second percentage leaves these "
        "out.\n\n%s",
        head);
    print(planted);
    std::printf("\nThe mistake in three lines was told once for all three in %d of %d.\n",
                said_once, of_three());
    std::printf(
        "\n## Kinds of single mistakes\nFrom a date on or always, of contracts to which the kind "
        "applies.\n\n%s",
        head);
    print(kinds);
    groups();
    slips_and_outside();
  }

  int of_three() const {
    const auto found = planted.find("1 mistake in three lines");
    return found == planted.end() ? 0 : found->second.count;
  }

  static void print(const std::map<std::string, Tally>& rows) {
    for (const auto& [name, t] : rows) {
      if (name[0] == 'o') continue;
      const int unique = t.of(Answer::unique);
      const int equal = t.of(Answer::among_equals);
      const int smaller = t.of(Answer::smaller);
      const int found = unique + equal;
      std::printf(
          "| %s | %d | %d | %d | %.1f %% | %.1f %% | %d | %d | %d | %d | %d | %.0f | %.0f |\n",
          name.c_str(), t.count, unique, equal, 100.0 * found / t.count,
          100.0 * found / std::max(t.count - smaller, 1), smaller, t.of(Answer::wrong),
          t.of(Answer::none), t.of(Answer::stopped), t.uncertain, t.total_ms / t.count, t.worst_ms);
    }
  }

  void groups() const {
    std::printf(
        "\n## Equal explanations\nHow many explanations were equal, where the planted one was "
        "not the only one.\n\n| planted | 2 | 3 | 4 to 9 | 10 to 49 | 50 or more |\n"
        "|---|---|---|---|---|---|\n");
    for (const auto& [name, t] : planted) {
      if (name[0] == 'o') continue;
      std::printf("| %s |", name.c_str());
      for (const char* size : {"2", "3", "4 to 9", "10 to 49", "50 or more"}) {
        const auto found = t.groups.find(size);
        std::printf(" %d |", found == t.groups.end() ? 0 : found->second);
      }
      std::printf("\n");
    }
  }

  void slips_and_outside() const {
    std::printf(
        "\n## One mistyped invoice\nAmong right ones: named in %d of %d lines. Beside a "
        "mistake that was made as well: named in %d of %d.\n",
        slips_named, slips, beside_named, beside);
    const Tally& none = planted.at("outside the catalogue");
    std::printf(
        "\n## Mistakes outside the catalogue\nThe right answer is that no cause was found. A "
        "cause named as certain is false.\nMean %.0f ms, worst %.0f ms.\n\n"
        "| mistake | lines | none found | said to be possible, not certain | one invoice | "
        "false |\n|---|---|---|---|---|---|\n",
        none.total_ms / none.count, none.worst_ms);
    for (const auto& [name, said] : outside) {
      const auto of = [&answers = said](const char* answer) {
        const auto found = answers.find(answer);
        return found == answers.end() ? 0 : found->second;
      };
      const int all = of("none") + of("possible") + of("invoice") + of("false");
      std::printf("| %s | %d | %d | %d | %d | %d (%.1f %%) |\n", name.c_str(), all, of("none"),
                  of("possible"), of("invoice"), of("false"), 100.0 * of("false") / all);
    }
  }
};

}  // namespace

int main(int argc, char** argv) {
  const int contracts = argc > 1 ? std::atoi(argv[1]) : 300;
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  Report report;
  for (int i = 0; i < contracts; ++i)
    report.contract(seed * 1'000'003 + static_cast<std::uint64_t>(i));
  report.print(seed);
}
