#include <pricetalk/contract/contract.hpp>
#include <pricetalk/invoice/invoice.hpp>
#include <pricetalk/scenario/scenario.hpp>
#include <pricetalk/talk/facts.hpp>

#include "read.hpp"

using namespace pricetalk;

/// The whole price talk of a contract: what it says in the end, the letter, and which files a
/// folder for us and for the customer would hold.
///   talk FOLDER
int main(int, char** arguments) {
  const std::string folder = arguments[1];
  const SourcePtr source = read(folder + "/talk.toml");
  const Contract contract = taken(read_contract(source));
  const Library figures = Library().with(contract.own_series, {source});
  const auto rows = taken(read_invoices(read(folder + "/talk-invoices.csv")));
  const std::vector<Scenario> futures{taken(read_scenario(read(folder + "/future.toml")))};

  TalkOptions options;
  options.today = *Date::make(2025, 10, 14);
  const auto talk = taken(prepare(contract, figures, futures, &rows, options));
  const TalkFacts facts = facts_of(*talk);
  std::cout << facts.verdict.en << "\n";
  for (const Phrase& task : facts.to_do) std::cout << "  - " << task.en << "\n";
  if (talk->letter) std::cout << "\n" << talk->letter->text << "\n";
  for (const auto& [name, text] : talk_files(facts, Language::en))
    std::cout << name << (text.empty() ? " (empty)" : "") << "\n";
  return facts.draft() ? 1 : 0;
}
