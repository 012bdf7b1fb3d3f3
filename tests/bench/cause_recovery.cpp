// pricetalk-cause-recovery [CONTRACTS [SEED]]: plants mistakes in the invoices of random contracts
// and prints how many are found again; docs/reference/cause-recovery.md is its output. The same
// seed gives the same contracts and counts; only the milliseconds differ.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>

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

struct Report {
  std::map<std::string, Tally> planted;
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
    for (std::size_t size = 1; size <= 3; ++size)
      for (const When when : {When::always, When::onset, When::once})
        plant(of, planter, dice, size, when);
    auto typed = *clean;
    const std::string invoice = mistype(dice, typed);
    Tally unused;
    const Causes causes = causes_of(of, typed, unused);
    ++slips;
    slips_named += causes.result == Causes::Result::single_invoice && causes.invoice == invoice;
    const std::pair<Outside, const char*> kinds[] = {
        {Outside::one_step, "one step by another percentage, -5 % to 5 %"},
        {Outside::every_step, "every step by another percentage"},
        {Outside::amount, "0.11 to 3.99 added from a date on"}};
    for (const auto& [kind, name] : kinds) {
      Tally& tally = planted["outside the catalogue"];
      const Causes said =
          causes_of(of, planted::outside(dice, of, *clean, planter.seen(), kind), tally);
      const char* answer = said.result == Causes::Result::found                ? "false"
                           : said.result == Causes::Result::possible           ? "possible"
                           : said.result == Causes::Result::single_invoice     ? "invoice"
                           : said.result == Causes::Result::nothing_to_explain ? "nothing"
                                                                               : "none";
      ++outside[name][answer];
      ++outside["all"][answer];
    }
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
        "out.\n\n"
        "| planted | lines | unique | among equals | found | where no smaller set fits | a smaller "
        "set fits | another set | none found | search stopped | said to be not certain | mean ms | "
        "worst ms |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
    for (const auto& [name, t] : planted) {
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
