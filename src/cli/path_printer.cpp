#include "cli/path_printer.hpp"

#include <algorithm>
#include <ostream>

#include "pricetalk/explain/format.hpp"
#include "pricetalk/simulation/simulate.hpp"
#include "pricing/late_words.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

class PathPrinter {
 public:
  PathPrinter(const PathAnswer& answer, const Scenario& scenario, std::ostream& out,
              Language language)
      : answer_(answer), scenario_(scenario), out_(out), language_(language) {}

  void contract(const PathContract& contract) {
    if (contract.totals.empty()) return print_open(1);
    for (std::size_t future = 0; future < answer_.futures.size(); ++future) {
      print_future(future);
      for (std::size_t alternative = 0; alternative < answer_.alternatives.size(); ++alternative)
        if (contract.fits[alternative])
          print_totals(contract.frame, alternative,
                       contract.totals[answer_.run(future, alternative)]);
    }
    print_renewal();
    print_one_by_one(contract.one_by_one, 1, {contract.why_one_by_one});
  }

  void together() {
    for (const PathTogether& kind : answer_.together) print_kind(kind);
    print_renewal();
    std::size_t paths = 0;
    std::size_t contracts = 0;
    std::size_t open = 0;
    std::vector<Phrase> why;
    for (const PathContract& each : answer_.contracts) {
      if (each.totals.empty()) ++open;
      if (each.one_by_one == 0) continue;
      paths += each.one_by_one;
      ++contracts;
      if (std::none_of(why.begin(), why.end(),
                       [&](const Phrase& other) { return other.en == each.why_one_by_one.en; }))
        why.push_back(each.why_one_by_one);
    }
    print_one_by_one(paths, contracts, why);
    if (open > 0) print_open(open);
  }

 private:
  std::string say(const std::string& en, const std::string& nl) const {
    return pricetalk::say(language_, en, nl);
  }

  std::string money(std::int64_t units, const PathFrame& frame) const {
    return grouped(Decimal(units, frame.decimals), language_);
  }

  void print_kind(const PathTogether& kind) {
    if (kind.contracts == 0) return;
    const std::string count = std::to_string(kind.contracts);
    out_ << "\n"
         << count
         << say(kind.contracts == 1 ? " contract" : " contracts",
                kind.contracts == 1 ? " contract" : " contracten")
         << say("; amounts in ", "; bedragen in ") << kind.frame.currency.code() << " "
         << (kind.frame.vat == Vat::excluded ? say("without VAT", "zonder btw")
                                             : say("with VAT", "met btw"))
         << "\n";
    for (std::size_t future = 0; future < answer_.futures.size(); ++future) {
      print_future(future);
      for (std::size_t alternative = 0; alternative < answer_.alternatives.size(); ++alternative)
        print_totals(kind.frame, alternative, kind.totals[answer_.run(future, alternative)]);
    }
  }

  void print_future(std::size_t future) {
    const std::string& id = answer_.futures[future];
    out_ << "\n" << say("Future ", "Toekomst ") << id;
    const auto stated = std::find_if(scenario_.futures.begin(), scenario_.futures.end(),
                                     [&](const Future& each) { return each.id == id; });
    if (stated != scenario_.futures.end() && !stated->note.empty()) out_ << ": " << stated->note;
    out_ << "\n" << drawn() << "\n";
  }

  /// "10000 paths by chance, seed 1: …"
  std::string drawn() const {
    const Random& random = answer_.random;
    const std::string block = std::to_string(random.block.value);
    std::string made = std::to_string(answer_.paths) +
                       say(" paths by chance, seed ", " paden volgens toeval, startgetal ") +
                       std::to_string(random.seed.value);
    if (answer_.windows.empty()) return made;
    made += random.method.value == RandomMethod::bootstrap
                ? say(": months of the past again, in blocks of " + block + " on average",
                      ": maanden uit het verleden opnieuw, in blokken van gemiddeld " + block)
                : say(": each month leans on the one before (AR(1))",
                      ": elke maand leunt op de vorige (AR(1))");
    for (std::size_t i = 0; i < answer_.windows.size(); ++i)
      made += (i == 0 ? say("; drawn from ", "; getrokken uit ") : say(" and ", " en ")) +
              span_text(answer_.windows[i], language_);
    return made;
  }

  void print_totals(const PathFrame& frame, std::size_t alternative, const PathTotals& totals) {
    Table table;
    table.columns.push_back(
        {alternative == 0 ? say("as it is", "zoals het is") : answer_.alternatives[alternative],
         Table::Align::left});
    for (const std::string& title :
         {std::string("P10"), std::string("P50"), std::string("P90"), say("mean", "gemiddeld")})
      table.columns.push_back({title, Table::Align::right});
    const auto row = [&](std::string title, const Percentiles& each) {
      table.row({std::move(title), money(each.p10, frame), money(each.p50, frame),
                 money(each.p90, frame), money(each.mean, frame)});
    };
    bool renews = false;
    for (std::size_t year = 0; year < totals.years.size(); ++year) {
      renews = renews || frame.renews[year];
      row(std::to_string(frame.first_year + static_cast<int>(year)) +
              (frame.renews[year] ? "*" : ""),
          totals.years[year]);
    }
    renews_ = renews_ || renews;
    row(say("contracted", "volgens contract"), totals.contracted);
    if (renews) row(say("with renewal", "met verlenging"), totals.all);
    if (totals.difference) row(say("difference", "verschil"), *totals.difference);
    out_ << as_text(table);
    if (totals.over_budget) print_budget(*totals.over_budget, frame, renews);
    out_ << (alternative + 1 < answer_.alternatives.size() ? "\n" : "");
  }

  void print_budget(std::size_t over, const PathFrame& frame, bool renews) {
    const Decimal share = round(
        Ratio::of(static_cast<std::int64_t>(over) * 100, static_cast<std::int64_t>(answer_.paths)),
        Rounding::decimals(1));
    const std::string budget =
        grouped(*answer_.budget, language_) + " " + std::string(frame.currency.code());
    out_ << say("Above the budget of ", "Boven het budget van ") << budget
         << (renews ? say(", with renewal: ", ", met verlenging: ") : std::string(": "))
         << say("on ", "op ") << over << say(" of ", " van de ") << answer_.paths
         << say(" paths (", " paden (") << decimal_text(share, language_) << say("%)", "%)")
         << ".\n";
  }

  void print_renewal() {
    if (renews_)
      out_ << say("* assumes renewal on the same terms.\n",
                  "* gaat uit van verlenging op dezelfde voorwaarden.\n");
    out_ << say(
        "P10, P50, P90: on a tenth, half and nine tenths of the paths it is no more than this; "
        "each row by itself, so rows do not add up.\n",
        "P10, P50, P90: op een tiende, de helft en negen tiende van de paden is het niet meer dan "
        "dit; elke rij staat op zichzelf, dus rijen zijn niet op te tellen.\n");
  }

  void print_one_by_one(std::size_t paths, std::size_t contracts, const std::vector<Phrase>& why) {
    if (paths == 0) return;
    out_ << say("Simulated path by path: ", "Pad voor pad gesimuleerd: ") << paths
         << say(paths == 1 ? " path" : " paths", paths == 1 ? " pad" : " paden")
         << say(" of ", " van ") << contracts
         << say(contracts == 1 ? " contract (" : " contracts (",
                contracts == 1 ? " contract (" : " contracten (");
    for (std::size_t i = 0; i < why.size(); ++i)
      out_ << (i > 0 ? "; " : "") << why[i].in(language_);
    out_ << ").\n";
  }

  void print_open(std::size_t contracts) {
    const std::string count = std::to_string(contracts);
    out_ << (contracts == 1
                 ? say("Not counted by chance: a contract with amounts that are not known yet.\n",
                       "Niet geteld volgens toeval: een contract met bedragen die nog niet te "
                       "bepalen zijn.\n")
                 : say("Not counted by chance: " + count +
                           " contracts with amounts that are not known yet.\n",
                       "Niet geteld volgens toeval: " + count +
                           " contracten met bedragen die nog niet te bepalen zijn.\n"));
  }

  const PathAnswer& answer_;
  const Scenario& scenario_;
  std::ostream& out_;
  Language language_;
  bool renews_ = false;
};

}  // namespace

void print_paths(const PathAnswer& answer, const PathContract& contract, const Scenario& scenario,
                 std::ostream& out, Language language) {
  PathPrinter(answer, scenario, out, language).contract(contract);
}

void print_paths_together(const PathAnswer& answer, const Scenario& scenario, std::ostream& out,
                          Language language) {
  PathPrinter(answer, scenario, out, language).together();
}

}  // namespace pricetalk
