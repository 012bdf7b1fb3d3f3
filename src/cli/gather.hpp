#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/session.hpp"
#include "pricetalk/advice/dossier.hpp"
#include "pricetalk/advice/finding.hpp"
#include "pricetalk/advice/proposal.hpp"
#include "pricetalk/audit/audit.hpp"
#include "pricetalk/cli/load.hpp"
#include "pricetalk/letter/letter.hpp"
#include "pricetalk/scenario/scenario.hpp"
#include "pricetalk/simulation/simulate.hpp"

namespace pricetalk {

/// What a price talk is made from, as the user named it.
struct TalkRequest {
  std::string contract;
  std::vector<std::string> scenarios;  ///< none: laag, verwacht and hoog from a folder `scenarios`
                                       ///< beside the contract's folder, when it is there
  std::vector<std::string> invoices;   ///< files or folders; empty: none
  std::optional<InnovationForm> form;
  Date today;
  std::string columns{};     ///< column file of the invoices; empty: none
  std::string thresholds{};  ///< thresholds file of the red-face rules; empty: the defaults
  /// Invoice rows that were read and shared out already; nothing: `invoices` are read.
  const std::vector<InvoiceLine>* rows = nullptr;
  /// Futures that leave out a series of this contract cost what rests on them, and no more.
  bool without_futures = false;
};

/// Everything of one price talk, read and computed once. Not movable: its parts point into each
/// other.
struct Gathered {
  Gathered() = default;
  Gathered(const Gathered&) = delete;
  Gathered& operator=(const Gathered&) = delete;

  ContractFile file;
  std::optional<Coverage> coverage;
  std::vector<PriceSchedule> schedules;
  std::optional<Date> adjustment;  ///< under discussion; nothing: no price moves any more
  std::optional<Audit> audit;
  Dossier dossier;
  std::vector<Finding> findings;  ///< of the red-face rules, ranked
  std::optional<Scenario> scenario;
  std::optional<Ways> ways;         ///< the contract as declined and as accepted
  std::optional<Simulation> years;  ///< of both
  std::vector<Phrase> no_years;     ///< why `years` is not there, though a price moves
  std::vector<PriceSchedule> declined;
  std::vector<PriceSchedule> accepted;
  std::string proposal_alternative;  ///< id in `years`
  std::optional<Proposal> proposal;
  std::optional<Letter> letter;
  std::vector<MissingKey> missing;  ///< what the letter still needs
};

/// Why there is no proposal at all.
Phrase no_proposal(const Gathered& gathered);

/// The language of the contract in a file that may not be readable as a contract: what it says of
/// its jurisdiction. Nothing where it says nothing.
std::optional<Language> stated_language(const std::string& path);

/// That nobody looked at what was charged, so that a mistake of ours may stand behind the offer;
/// empty when somebody did.
Phrase nobody_looked(const Gathered& gathered);

/// The mistakes that the customer does not know yet.
std::vector<const Finding*> untold(const Gathered& gathered);

/// Reads, computes and advises. The letter is in the customer's language, whatever the reader of
/// the page asks. Problems go to `problems`; nothing when the contract cannot be used.
std::unique_ptr<Gathered> gather(const TalkRequest& request, const MoreFigures& more,
                                 Diagnostics& problems);

}  // namespace pricetalk
