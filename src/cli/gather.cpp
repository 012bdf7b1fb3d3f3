#include "cli/gather.hpp"

#include <algorithm>

#include "cli/load_invoices.hpp"
#include "cli/load_thresholds.hpp"
#include "cli/surcharge_note.hpp"
#include "pricetalk/advice/redface.hpp"
#include "pricetalk/files/files.hpp"

namespace pricetalk {

namespace {

/// The shipped futures, where a folder of them lies beside the contract's folder.
std::vector<std::string> shipped_scenarios(const std::string& contract) {
  std::vector<std::string> found;
  const std::string folder = path_beside(contract, "../scenarios");
  if (!is_folder(folder)) return found;
  for (const char* name : {"laag", "verwacht", "hoog"}) {
    const std::string path = folder + "/" + name + ".toml";
    const auto files = list_files(path, ".toml");
    if (files.value && !files.value->empty()) found.push_back(path);
  }
  return found;
}

class Gatherer {
 public:
  Gatherer(const TalkRequest& request, Diagnostics& problems)
      : request_(request), problems_(problems), made_(std::make_unique<Gathered>()) {}

  std::unique_ptr<Gathered> gather(const MoreFigures& more) {
    auto loaded = load_contract(request_.contract, more);
    problems_.append(loaded.diagnostics);
    if (!loaded.ok()) return nullptr;
    made_->file = std::move(*loaded.value);
    made_->coverage.emplace(made_->file.library, request_.today);
    made_->adjustment = adjustment_under_discussion(contract(), request_.today);
    made_->schedules = schedule(contract(), *made_->coverage, horizon());
    note_surcharges(made_->schedules, request_.today, problems_);
    if (!invoices()) return nullptr;
    dossier();
    if (!scenarios()) return nullptr;
    if (made_->adjustment) both_ways();
    if (made_->adjustment && !made_->scenario)
      made_->no_years.push_back(
          {"no scenario: name one with --scenario", "geen scenario: noem er een met --scenario"});
    if (made_->adjustment && made_->scenario) {
      if (!simulate()) return nullptr;
      if (made_->years) propose_and_write();
    }
    return std::move(made_);
  }

 private:
  const Contract& contract() const { return made_->file.contract; }

  Date horizon() const {
    const Date from = made_->adjustment.value_or(request_.today);
    return from + Duration{3, Unit::year};
  }

  bool invoices() {
    if (request_.rows != nullptr) {
      if (!request_.rows->empty()) audit_rows(*request_.rows);
      return true;
    }
    if (request_.invoices.empty()) return true;
    const InvoiceFiles files = load_invoices(request_.invoices, request_.columns, problems_);
    if (!files.any()) return false;
    audit_rows(files.rows);
    return true;
  }

  void audit_rows(const std::vector<InvoiceLine>& rows) {
    made_->audit = audit(contract(), made_->file.library, rows, request_.today);
    problems_.append(pricetalk::problems(*made_->audit));
  }

  /// True where all that is wrong is that the futures leave out a series, and the talk goes on
  /// without them: then it is told as a warning, and why there are no years.
  bool goes_on_without(const Diagnostics& wrong) {
    const auto& all = wrong.list();
    const bool futures_only = std::all_of(all.begin(), all.end(), [](const Diagnostic& each) {
      return each.severity == Severity::warning || each.code == "S0201" || each.code == "S0204";
    });
    if (!request_.without_futures || !futures_only) {
      problems_.append(wrong);
      return false;
    }
    for (Diagnostic each : all) {
      if (each.severity == Severity::error) made_->no_years.push_back(each.title);
      each.severity = Severity::warning;
      problems_.add(std::move(each));
    }
    for (const SourcePtr& source : made_->scenario->sources) problems_.keep(source);
    return true;
  }

  void dossier() {
    made_->dossier.contract = &contract();
    made_->dossier.library = &made_->file.library;
    made_->dossier.coverage = &*made_->coverage;
    made_->dossier.schedules = &made_->schedules;
    made_->dossier.audit = made_->audit ? &*made_->audit : nullptr;
    made_->dossier.today = request_.today;
    made_->findings = red_face(made_->dossier, load_thresholds(request_.thresholds, problems_));
  }

  bool scenarios() {
    const std::vector<std::string> paths =
        request_.scenarios.empty() ? shipped_scenarios(request_.contract) : request_.scenarios;
    std::vector<Scenario> read;
    for (const std::string& path : paths) {
      const auto source = read_source(path);
      problems_.append(source.diagnostics);
      if (!source.value) return false;
      auto scenario = read_scenario(*source.value);
      problems_.append(scenario.diagnostics);
      if (!scenario.ok()) return false;
      read.push_back(std::move(*scenario.value));
    }
    if (read.empty()) return true;
    auto merged = merge(std::move(read));
    problems_.append(merged.diagnostics);
    if (!merged.ok()) return false;
    made_->scenario = std::move(*merged.value);
    return true;
  }

  /// What the contract will be when the customer declines, and when he accepts.
  void both_ways() {
    const auto* offered = offered_innovation(contract(), {});
    made_->ways = two_ways(contract(), made_->schedules, *made_->adjustment, request_.today,
                           offered == nullptr ? nullptr : &offered->terms);
    made_->declined = schedule(made_->ways->declined, *made_->coverage, horizon());
    made_->accepted = schedule(made_->ways->accepted, *made_->coverage, horizon());
  }

  bool simulate() {
    const auto* offered = offered_innovation(contract(), {});
    if (offered != nullptr) made_->proposal_alternative = std::string(way_offered);
    auto years =
        pricetalk::both_ways(*made_->ways, made_->file.library, *made_->scenario, request_.today,
                             *made_->adjustment, offered == nullptr ? "" : offered->id);
    if (!years.ok()) return goes_on_without(years.diagnostics);
    problems_.append(years.diagnostics);
    made_->years = std::move(*years.value);
    return true;
  }

  void propose_and_write() {
    ProposalInput input;
    input.contract = &contract();
    input.form = request_.form;
    input.adjustment = *made_->adjustment;
    input.today = request_.today;
    input.schedules = made_->declined;
    input.accepted = made_->accepted;
    input.waived = made_->ways->waived;
    input.years = &*made_->years;
    input.sums = price_sums(*made_->years);
    if (made_->years->discount_rate) input.discount_rate = *made_->years->discount_rate;
    made_->proposal = propose(input);
    made_->missing = made_->proposal->missing;
    const Offer* offer = made_->proposal->offer();
    if (offer == nullptr) {
      made_->missing.clear();
      return;
    }
    LetterRequest letter;
    letter.language = contract().language();
    auto written = write_letter(*offer, letter);
    if (auto* text = std::get_if<Letter>(&written))
      made_->letter = std::move(*text);
    else
      made_->missing = std::move(std::get<std::vector<MissingKey>>(written));
  }

  const TalkRequest& request_;
  Diagnostics& problems_;
  std::unique_ptr<Gathered> made_;
};

}  // namespace

std::optional<Language> stated_language(const std::string& path) {
  const auto read = read_file(path);
  if (!read.value) return std::nullopt;
  constexpr std::string_view key = "jurisdiction";
  const std::string_view text = *read.value;
  for (auto at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
    const auto value = text.find_first_not_of(" \t=\"'", at + key.size());
    if (value == std::string_view::npos) break;
    const std::string_view land = text.substr(value, 2);
    return land == "NL" || land == "BE" ? Language::nl : Language::en;
  }
  return std::nullopt;
}

std::vector<const Finding*> untold(const Gathered& gathered) {
  std::vector<const Finding*> found;
  for (const Finding& finding : gathered.findings)
    if (to_be_told(finding)) found.push_back(&finding);
  return found;
}

std::unique_ptr<Gathered> gather(const TalkRequest& request, const MoreFigures& more,
                                 Diagnostics& problems) {
  return Gatherer(request, problems).gather(more);
}

}  // namespace pricetalk
