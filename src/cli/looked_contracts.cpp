#include "cli/looked_contracts.hpp"

#include <memory>
#include <utility>

#include "advice/looked_at.hpp"
#include "advice/newer_customers.hpp"
#include "cli/spread.hpp"
#include "cli/surcharge_note.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t at_a_time = 256;

/// What texts about a contract need of it, and how its lines are found beside those of others.
Contract named_like(const Contract& whole) {
  Contract made;
  made.id = whole.id;
  made.title = whole.title;
  made.jurisdiction = whole.jurisdiction;
  made.currency = whole.currency;
  made.vat = whole.vat;
  made.customer_since = whole.customer_since;
  made.supplier = whole.supplier;
  for (const Line& line : whole.lines) {
    Line& own = made.lines.emplace_back();
    own.id = line.id;
    own.title = line.title;
    own.unit = line.unit;
    own.aliases = line.aliases;
  }
  return made;
}

/// A contract that is compared with others, and everything that its dossier points into.
struct BesideOthers {
  LookedContract* own = nullptr;
  std::optional<ContractFile> again = {};  ///< nothing: it is still there
  std::optional<LookedAt> looked = {};

  const ContractFile& file() const { return again ? *again : *own->whole; }
};

}  // namespace

LookedContracts::LookedContracts(const LookingTerms& terms, MoreFigures figures,
                                 Diagnostics& problems)
    : terms_(terms),
      problems_(problems),
      folder_(std::move(figures), problems,
              {"it is not shown: it would be there twice",
               "het wordt niet getoond: het zou er twee keer staan"},
              terms.jobs) {}

void LookedContracts::look(const std::vector<std::string>& paths, const RowsOf& rows_of) {
  folder_.each(paths, [&](ContractFile file) {
    waiting_.push_back(std::move(file));
    if (waiting_.size() == at_a_time) look_at_waiting(rows_of);
  });
  look_at_waiting(rows_of);
  compare();
  for (LookedContract& each : all_) rank(each.findings);
}

void LookedContracts::look_at_waiting(const RowsOf& rows_of) {
  std::vector<LookedContract> made(waiting_.size());
  spread(terms_.jobs, waiting_.size(), [&](std::size_t i) {
    const std::vector<InvoiceLine>* rows = rows_of(waiting_[i].path);
    made[i] = look_at(std::move(waiting_[i]), rows);
  });
  for (LookedContract& each : made) all_.push_back(std::move(each));
  waiting_.clear();
}

LookedContract LookedContracts::look_at(ContractFile file,
                                        const std::vector<InvoiceLine>* rows) const {
  LookedContract made{file.path, named_like(file.contract)};
  auto whole = std::make_unique<const ContractFile>(std::move(file));
  const Contract& contract = whole->contract;
  if (rows != nullptr) {
    made.audited =
        audit_with_refund(contract, whole->library, *rows, *terms_.law,
                          {InterestFrom::payment, terms_.today, terms_.today}, terms_.today);
    if (terms_.offending) made.offending = offending_rows(contract, made.audited->audit, *rows);
  }
  const LookedAt looked(contract, whole->library, terms_.today);
  note_surcharges(looked.schedules(), terms_.today, made.notes);
  made.findings =
      red_face(looked.dossier(made.audited ? &made.audited->audit : nullptr), *terms_.thresholds);
  if (!made.findings.empty() || !made.notes.empty()) {
    made.named.sources = contract.sources;
    made.named.shared_clauses = contract.shared_clauses;
    made.library = whole->library;
  }
  if (made.audited) made.whole = std::move(whole);
  return made;
}

void LookedContracts::compare() {
  std::vector<const Contract*> contracts;
  for (const LookedContract& each : all_) contracts.push_back(&each.named);
  const std::vector<bool> asked = compared_across(contracts, *terms_.thresholds);
  std::deque<BesideOthers> compared;
  std::vector<Dossier> dossiers;
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (!asked[i]) continue;
    BesideOthers& one = compared.emplace_back();
    one.own = &all_[i];
    if (one.own->whole == nullptr) {
      Loaded<ContractFile> again = folder_.again(one.own->path);
      if (!again.ok()) {
        problems_.append(again.diagnostics);
        compared.pop_back();
        continue;
      }
      one.again = std::move(*again.value);
    }
    one.looked.emplace(one.file().contract, one.file().library, terms_.today);
    dossiers.push_back(one.looked->dossier(one.own->audited ? &one.own->audited->audit : nullptr));
  }
  for (FindingIn& across : red_face_across(dossiers, *terms_.thresholds)) {
    LookedContract& own = *compared[across.dossier].own;
    own.findings.push_back(std::move(across.finding));
    own.library = compared[across.dossier].file().library;
  }
  // Such a finding may point into the files of both.
  for (const BesideOthers& each : compared)
    for (const SourcePtr& source : each.file().contract.sources) sources_.push_back(source);
}

std::optional<Language> LookedContracts::language() const {
  if (all_.empty()) return std::nullopt;
  return all_.front().named.language();
}

Diagnostics LookedContracts::notes() const {
  Diagnostics made;
  for (const LookedContract& each : all_) made.append(each.notes);
  return made;
}

}  // namespace pricetalk
