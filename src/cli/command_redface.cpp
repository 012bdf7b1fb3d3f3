#include <algorithm>
#include <memory>
#include <ostream>

#include "advice/compared_across.hpp"
#include "advice/looked_at.hpp"
#include "advice/overview.hpp"
#include "audit/share_out.hpp"
#include "cli/audit_charts.hpp"
#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/load_invoices.hpp"
#include "cli/load_thresholds.hpp"
#include "cli/surcharge_note.hpp"
#include "files/files.hpp"
#include "pricetalk/advice/redface.hpp"
#include "report/audit_chart.hpp"
#include "report/csv_audit.hpp"
#include "report/json_redface.hpp"
#include "report/redface_text.hpp"

namespace pricetalk {

namespace {

/// A contract with its findings; everything that they point into stays here.
struct Looked {
  ContractFile file;
  std::unique_ptr<const LookedAt> looked = {};
  std::optional<AuditedContract> audited = {};
  std::vector<Finding> findings = {};
};

/// The contracts that were named; of a folder, every one in it.
std::vector<Looked> load_all(const RedFaceOptions& options, Session& session,
                             Diagnostics& problems) {
  std::vector<Looked> all;
  ContractLoader loader(session.figures());
  for (const std::string& named : options.contracts) {
    const auto paths = list_files(named, ".toml", Depth::here);
    problems.append(paths.diagnostics);
    for (const std::string& path : paths.value.value_or(std::vector<std::string>{})) {
      auto loaded = loader.load(path);
      problems.append(loaded.diagnostics);
      if (loaded.value && !loaded.diagnostics.has_errors())
        all.push_back({std::move(*loaded.value)});
    }
  }
  return all;
}

Dossier dossier_of(Looked& one, Date today) {
  one.looked = std::make_unique<const LookedAt>(one.file.contract, one.file.library, today);
  return one.looked->dossier(one.audited ? &one.audited->audit : nullptr);
}

/// Each contract judges its own rows. One contract gets them all: it lists what is not its own.
std::optional<SharedOut> audit_all(std::vector<Looked>& all,
                                   const std::vector<InvoiceLine>& invoices, const Law& law,
                                   Date today) {
  const auto judge = [&](Looked& looked, const std::vector<InvoiceLine>& own) {
    looked.audited = audit_with_refund(looked.file.contract, looked.file.library, own, law,
                                       {InterestFrom::payment, today, today}, today);
  };
  if (all.size() == 1) {
    judge(all.front(), invoices);
    return std::nullopt;
  }
  std::vector<const Contract*> contracts;
  for (const Looked& looked : all) contracts.push_back(&looked.file.contract);
  SharedOut shared = share_out(contracts, invoices);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!shared.rows[i].empty()) judge(all[i], shared.rows[i]);
  return shared;
}

/// The findings of each, and those of one beside another. What was looked at is kept only of
/// contracts that are compared.
void find_all(std::vector<Looked>& all, const RedFaceThresholds& thresholds, Session& session,
              Language language) {
  std::vector<const Contract*> contracts;
  for (const Looked& looked : all) contracts.push_back(&looked.file.contract);
  const std::vector<bool> compared = compared_across(contracts, thresholds);
  std::vector<Dossier> dossiers;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Dossier dossier = dossier_of(all[i], session.today());
    Diagnostics note;
    note_surcharges(all[i].looked->schedules(), session.today(), note);
    session.print(note, language);
    all[i].findings = red_face(dossier, thresholds);
    if (compared[i]) {
      dossiers.push_back(dossier);
      places.push_back(i);
    } else {
      all[i].looked.reset();
    }
  }
  for (FindingIn& across : red_face_across(dossiers, thresholds))
    all[places[across.dossier]].findings.push_back(std::move(across.finding));
  for (Looked& looked : all) rank(looked.findings);
}

/// The files that were asked for beside the findings.
Diagnostics write_asked(const RedFaceOptions& options, const std::vector<Looked>& all,
                        const std::vector<InvoiceLine>& invoices, const SharedOut* shared,
                        Language language) {
  std::vector<const AuditedContract*> audits;
  std::vector<OffendingRow> rows;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].audited) continue;
    audits.push_back(&*all[i].audited);
    if (options.csv.empty()) continue;
    const auto own = offending_rows(all[i].file.contract, all[i].audited->audit,
                                    shared == nullptr ? invoices : shared->rows[i]);
    rows.insert(rows.end(), own.begin(), own.end());
  }
  Diagnostics problems;
  if (audits.empty()) return problems;
  if (!options.csv.empty()) problems.append(write_file(options.csv, offending_csv(rows)));
  if (options.chart.empty()) return problems;
  if (all.size() > 1) {
    problems.append(write_charts(options.chart, audits, language));
  } else {
    const AuditedContract& only = *audits.front();
    problems.append(write_file(options.chart, audit_chart(*only.contract, only.audit, language)));
  }
  return problems;
}

RedFaceReport report_on(const std::vector<Looked>& all, const SharedOut* shared,
                        const Session& session) {
  std::vector<RedFaceOverview> unsorted;
  for (const Looked& looked : all)
    unsorted.push_back(overview(looked.file.contract, looked.findings));
  RedFaceReport report;
  report.today = session.today();
  report.today_from_clock = session.today_from_clock();
  report.totals = together(unsorted);
  report.shared = shared;
  for (const std::size_t i : by_money(unsorted)) {
    report.contracts.push_back({&all[i].file.contract, all[i].findings,
                                all[i].audited ? &all[i].audited->refund : nullptr});
    report.overview.push_back(unsorted[i]);
  }
  return report;
}

void print(const std::vector<Looked>& all, const RedFaceReport& report, Session& session,
           Language language) {
  session.print_today(language);
  if (all.size() > 1) session.out() << redface_overview_text(report, language);
  for (const ContractFindings& each : report.contracts) {
    if (all.size() > 1 && each.findings.empty()) continue;
    if (all.size() > 1) session.out() << "\n\n";
    const auto looked = std::find_if(all.begin(), all.end(), [&](const Looked& one) {
      return &one.file.contract == each.contract;
    });
    session.out() << redface_text(each, looked->audited ? &looked->audited->audit : nullptr,
                                  language);
  }
}

}  // namespace

Status redface(const RedFaceOptions& options, Session& session) {
  Diagnostics problems;
  std::vector<Looked> all = load_all(options, session, problems);
  std::vector<InvoiceLine> invoices;
  if (!options.invoices.empty())
    invoices = load_invoices(options.invoices, options.columns, problems).rows;
  const RedFaceThresholds thresholds = load_thresholds(options.thresholds, problems);
  const Language language = session.language(
      all.empty() ? std::nullopt : std::optional(all.front().file.contract.language()));
  const Date today = session.today();
  const Law law = shipped_law();
  std::optional<SharedOut> shared;
  if (!problems.has_errors() && !options.invoices.empty()) {
    shared = audit_all(all, invoices, law, today);
    if (shared) problems.append(pricetalk::problems(*shared));
  }
  if (problems.has_errors()) {
    session.print(problems, language);
    return Status::invalid;
  }
  problems.append(write_asked(options, all, invoices, shared ? &*shared : nullptr, language));
  session.print(problems, language);
  find_all(all, thresholds, session, language);
  const RedFaceReport report = report_on(all, shared ? &*shared : nullptr, session);
  if (session.json())
    session.out() << findings_json(report);
  else
    print(all, report, session, language);
  const bool wrong = std::any_of(report.overview.begin(), report.overview.end(),
                                 [](const RedFaceOverview& each) { return each.wrong > 0; });
  if (problems.has_errors()) return Status::invalid;
  return wrong ? Status::findings : Session::status_of(problems);
}

}  // namespace pricetalk
