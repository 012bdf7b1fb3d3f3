#include <algorithm>

#include "advice/propose.hpp"
#include "advice/ways.hpp"
#include "pricetalk/advice/redface.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/talk/talk.hpp"
#include "report/redface_text.hpp"
#include "talk/choice.hpp"

namespace pricetalk {

namespace {

class Preparation {
 public:
  Preparation(const Contract& contract, const Library& library, const TalkOptions& options)
      : contract_(contract), options_(options), talk_(std::make_unique<Talk>()) {
    talk_->contract = &contract;
    talk_->library = &library;
    talk_->today = options.today;
    talk_->letter_language = options.letter_language.value_or(contract.letter_language());
  }

  Loaded<std::unique_ptr<const Talk>> make(std::vector<Scenario> scenarios,
                                           const std::vector<InvoiceLine>* invoices) {
    talk_->coverage.emplace(*talk_->library, options_.today);
    talk_->adjustment = adjustment_under_discussion(contract_, options_.today);
    talk_->schedules = schedule(contract_, *talk_->coverage, horizon());
    if (talk_->adjustment) {
      offered_ = offered();
      if (!offered_) return failed();
      both_ways();
    }
    if (invoices != nullptr) audit_rows(*invoices);
    dossier();
    Loaded<std::unique_ptr<const Talk>> made;
    if (merge_futures(std::move(scenarios)) && choose() && look_ahead())
      made.value = std::move(talk_);
    made.diagnostics = std::move(problems_);
    return made;
  }

 private:
  Loaded<std::unique_ptr<const Talk>> failed() {
    Loaded<std::unique_ptr<const Talk>> made;
    made.diagnostics = std::move(problems_);
    return made;
  }

  /// Ids of what is proposed: as asked, else the first that is no gift; nothing where the contract
  /// has no such innovation.
  std::optional<std::vector<std::string>> offered() {
    for (const std::string& id : options_.innovations)
      if (contract_.terms.innovation.find(id) == nullptr) {
        std::string all;
        for (const auto& each : contract_.terms.innovation)
          all += (all.empty() ? "" : ", ") + each.id;
        problems_.error("C0343", {},
                        {"no innovation '" + id + "' in this contract",
                         "geen innovatie '" + id + "' in dit contract"},
                        all.empty() ? Phrase{"there is none", "er is er geen"}
                                    : Phrase{"there is: " + all, "er is: " + all});
        return std::nullopt;
      }
    if (!options_.innovations.empty()) return options_.innovations;
    const auto* first = offered_innovation(contract_, {});
    return first == nullptr ? std::vector<std::string>() : std::vector<std::string>{first->id};
  }

  TalkGround ground() const {
    return {&contract_,        talk_->library, &*talk_->coverage,  &talk_->schedules,
            &*talk_->scenario, &options_,      *talk_->adjustment, horizon()};
  }

  /// Where the contract has more than one, the first that is good for both is proposed.
  bool choose() {
    if (!talk_->adjustment || !talk_->scenario || !options_.innovations.empty() ||
        options_.received)
      return true;
    talk_->choice = choice_of(ground());
    if (!talk_->choice || talk_->choice->alone.empty()) return true;
    const auto& chosen = talk_->choice->alone[talk_->choice->first.value_or(0)];
    if (chosen.ids == *offered_) return true;
    offered_ = chosen.ids;
    // The contract as declined is the same, and findings point into it.
    Ways ways = two_ways(contract_, talk_->schedules, *talk_->adjustment, options_.today,
                         terms_of(contract_, *offered_));
    talk_->ways->accepted = std::move(ways.accepted);
    talk_->ways->waived = std::move(ways.waived);
    talk_->ways->lines = std::move(ways.lines);
    talk_->accepted = schedule(talk_->ways->accepted, *talk_->coverage, horizon());
    return true;
  }

  Date horizon() const {
    const Date from = talk_->adjustment.value_or(options_.today);
    return from + Duration{3, Unit::year};
  }

  void audit_rows(const std::vector<InvoiceLine>& rows) {
    talk_->audit = audit(contract_, *talk_->library, rows, options_.today);
    problems_.append(pricetalk::problems(*talk_->audit));
  }

  void dossier() {
    talk_->dossier.contract = &contract_;
    talk_->dossier.library = talk_->library;
    talk_->dossier.coverage = &*talk_->coverage;
    talk_->dossier.schedules = &talk_->schedules;
    talk_->dossier.enforceable = &talk_->enforceable();
    talk_->dossier.audit = talk_->audit ? &*talk_->audit : nullptr;
    talk_->dossier.today = options_.today;
    talk_->findings = red_face(talk_->dossier, options_.thresholds);
  }

  bool merge_futures(std::vector<Scenario> scenarios) {
    if (scenarios.empty()) return true;
    auto merged = merge(std::move(scenarios));
    problems_.append(merged.diagnostics);
    if (!merged.ok()) return false;
    talk_->scenario = std::move(*merged.value);
    return true;
  }

  bool look_ahead() {
    if (!talk_->adjustment) return true;
    if (!talk_->scenario) {
      talk_->no_years.push_back(
          {"no scenario: name one with --scenario", "geen scenario: noem er een met --scenario"});
      return true;
    }
    if (!simulate()) return false;
    if (talk_->years) propose_and_write();
    return true;
  }

  /// What the contract will be when the customer declines, and when he accepts.
  void both_ways() {
    talk_->ways = two_ways(contract_, talk_->schedules, *talk_->adjustment, options_.today,
                           terms_of(contract_, *offered_));
    talk_->declined = schedule(talk_->ways->declined, *talk_->coverage, horizon());
    talk_->accepted = schedule(talk_->ways->accepted, *talk_->coverage, horizon());
  }

  bool simulate() {
    if (!offered_->empty()) talk_->proposal_alternative = std::string(way_offered);
    auto years = pricetalk::both_ways(*talk_->ways, *talk_->library, *talk_->scenario,
                                      options_.today, *talk_->adjustment, *offered_);
    if (!years.ok()) return goes_on_without(years.diagnostics);
    problems_.append(years.diagnostics);
    talk_->years = std::move(*years.value);
    return true;
  }

  /// True where all that is wrong is that the futures leave out a series, and the talk goes on
  /// without them: then it is told as a warning, and why there are no years.
  bool goes_on_without(const Diagnostics& wrong) {
    const auto& all = wrong.list();
    const bool futures_only = std::all_of(all.begin(), all.end(), [](const Diagnostic& each) {
      return each.severity == Severity::warning || each.code == "S0201" || each.code == "S0204";
    });
    if (options_.needs_futures || !futures_only) {
      problems_.append(wrong);
      return false;
    }
    for (Diagnostic each : all) {
      if (each.severity == Severity::error) talk_->no_years.push_back(each.title);
      each.severity = Severity::warning;
      problems_.add(std::move(each));
    }
    for (const SourcePtr& source : talk_->scenario->sources) problems_.keep(source);
    return true;
  }

  void propose_and_write() {
    const ProposalInput input = proposal_input(ground(), *offered_, *talk_->ways, talk_->declined,
                                               talk_->accepted, *talk_->years);
    const Trial trial{&*talk_->ways, [this](const Ways& changed) -> std::optional<PriceSums> {
                        const auto years =
                            pricetalk::both_ways(changed, *talk_->library, *talk_->scenario,
                                                 options_.today, *talk_->adjustment, {});
                        if (!years.value) return std::nullopt;
                        return price_sums(*years.value);
                      }};
    talk_->proposal = propose(input, trial);
    const Offer* offer = talk_->proposal->offer();
    if (offer == nullptr) return;
    auto written = write_letter(*offer, talk_->letter_language);
    if (auto* text = std::get_if<Letter>(&written))
      talk_->letter = std::move(*text);
    else
      talk_->missing = std::move(std::get<std::vector<MissingKey>>(written));
  }

  const Contract& contract_;
  const TalkOptions& options_;
  std::unique_ptr<Talk> talk_;
  std::optional<std::vector<std::string>> offered_;  ///< ids of what is proposed
  Diagnostics problems_;
};

}  // namespace

Loaded<std::unique_ptr<const Talk>> prepare(const Contract& contract, const Library& library,
                                            std::vector<Scenario> scenarios,
                                            const std::vector<InvoiceLine>* invoices,
                                            const TalkOptions& options) {
  return Preparation(contract, library, options).make(std::move(scenarios), invoices);
}

Phrase no_proposal(const Talk& talk) {
  const Contract& contract = *talk.contract;
  if (contract.end && *contract.end <= talk.today)
    return {"the contract ended on " + date_text(*contract.end, Language::en) +
                "; there is no price to talk about",
            "het contract is op " + date_text(*contract.end, Language::nl) +
                " geëindigd; er is geen prijs om over te praten"};
  if (!talk.adjustment)
    return {"no price moves after this day, so there is no indexation to talk about",
            "na deze dag verandert er geen prijs, dus er is geen indexatie om over te praten"};
  return talk.no_years.empty() ? Phrase{} : talk.no_years.front();
}

Phrase nobody_looked(const Talk& talk) {
  if (talk.audit) {
    const Phrase rows = rows_not_judged(*talk.audit);
    if (rows.empty()) return {};
    return {"not judged: " + rows.en, "niet beoordeeld: " + rows.nl};
  }
  return {
      "nobody looked at the invoices: with --invoices a mistake of ours comes to light before "
      "the customer finds it",
      "niemand heeft naar de facturen gekeken: met --invoices komt een fout van ons aan het "
      "licht voordat de klant die vindt"};
}

std::vector<const Finding*> untold(const Talk& talk) {
  std::vector<const Finding*> found;
  for (const Finding& finding : talk.findings)
    if (keeps_letter(finding)) found.push_back(&finding);
  return found;
}

}  // namespace pricetalk
