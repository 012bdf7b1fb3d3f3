#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <ostream>

#include "advice/for_customer.hpp"
#include "advice/overview.hpp"
#include "audit/share_out.hpp"
#include "cli/asked_files.hpp"
#include "cli/audit_charts.hpp"
#include "cli/audited_folder.hpp"
#include "cli/commands.hpp"
#include "cli/load_invoices.hpp"
#include "cli/load_thresholds.hpp"
#include "cli/looked_contracts.hpp"
#include "files/files.hpp"
#include "pricetalk/advice/redface.hpp"
#include "report/audit_chart.hpp"
#include "report/csv_audit.hpp"
#include "report/json_redface.hpp"
#include "report/redface_text.hpp"

namespace pricetalk {

namespace {

/// The rows of each contract, shared out before any of them is looked at: so only their names and
/// lines are held at once. One contract gets all rows: it lists what is not its own.
class RowsOfContracts {
 public:
  RowsOfContracts(const RedFaceOptions& options, Session& session, Diagnostics& problems) {
    invoices_ = load_invoices(options.invoices, options.columns, problems).rows;
    if (problems.has_errors() || !are_many(options.contracts)) return;
    contracts_.emplace(
        AuditedFolderTerms{options.contracts, session.today(), "", options.jobs, Language::en},
        session.figures(), said_when_looked_at_, session.err());
    std::vector<const Contract*> contracts;
    for (const BulkContract& each : contracts_->list()) contracts.push_back(each.contract);
    if (contracts.size() + contracts_->unread() < 2) return;
    shared_ = share_out(contracts, invoices_);
    for (std::size_t i = 0; i < contracts.size(); ++i)
      places_.emplace(contracts_->list()[i].path, i);
    problems.append(pricetalk::problems(*shared_));
  }

  /// Nothing: it is not judged by any row.
  const std::vector<InvoiceLine>* of(const std::string& path) const {
    if (!shared_) return &invoices_;
    const auto found = places_.find(path);
    if (found == places_.end() || shared_->rows[found->second].empty()) return nullptr;
    return &shared_->rows[found->second];
  }
  const SharedOut* shared() const { return shared_ ? &*shared_ : nullptr; }

 private:
  std::vector<InvoiceLine> invoices_;
  Diagnostics said_when_looked_at_;
  std::optional<AuditedFolder> contracts_;
  std::optional<SharedOut> shared_;
  std::map<std::string, std::size_t> places_;
};

/// The files that were asked for beside the findings.
Diagnostics write_asked(const RedFaceOptions& options, const std::deque<LookedContract>& all,
                        Language language) {
  std::vector<const AuditedContract*> audits;
  std::vector<OffendingRow> rows;
  for (const LookedContract& each : all) {
    if (each.audited) audits.push_back(&*each.audited);
    rows.insert(rows.end(), each.offending.begin(), each.offending.end());
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

RedFaceReport report_on(std::deque<LookedContract>& all, std::size_t unread,
                        const SharedOut* shared, Addressee reader, const Session& session) {
  if (reader == Addressee::customer)
    for (LookedContract& looked : all) turn_to_customer(looked.findings);
  std::vector<RedFaceOverview> unsorted;
  for (const LookedContract& looked : all)
    unsorted.push_back(overview(looked.named, looked.findings));
  RedFaceReport report;
  report.today = session.today();
  report.today_from_clock = session.today_from_clock();
  report.unread = unread;
  report.totals = together(unsorted);
  report.shared = shared;
  report.reader = reader;
  for (const std::size_t i : by_money(unsorted)) {
    report.contracts.push_back({&all[i].named, std::move(all[i].findings),
                                all[i].audited ? &all[i].audited->refund : nullptr,
                                all[i].audited ? &all[i].audited->audit : nullptr});
    report.overview.push_back(std::move(unsorted[i]));
  }
  return report;
}

void print(const RedFaceReport& report, Session& session, Language language) {
  session.print_today(language);
  const bool many = report.contracts.size() > 1 || report.unread > 0;
  if (many) session.out() << redface_overview_text(report, language);
  for (const ContractFindings& each : report.contracts) {
    if (many && each.findings.empty()) continue;
    if (many) session.out() << "\n\n";
    session.out() << redface_text(each, report.reader, language);
  }
}

}  // namespace

Status redface(const RedFaceOptions& options, Session& session) {
  AskedFiles files{{{"--csv", options.csv}, {"--chart", options.chart}}, {}, options.contracts};
  files.also_read(options.invoices);
  files.also_read({options.columns, options.thresholds});
  files.also_read(session.figures().paths);
  Diagnostics problems = asked_twice(files);
  if (problems.has_errors()) {
    session.print(problems, session.language());
    return Status::usage;
  }
  const RedFaceThresholds thresholds = load_thresholds(options.thresholds, problems);
  std::optional<RowsOfContracts> rows;
  if (!options.invoices.empty()) rows.emplace(options, session, problems);
  if (problems.has_errors()) {
    session.print(problems, session.language());
    return Status::invalid;
  }
  const Law law = shipped_law();
  LookedContracts looked({&thresholds, &law, session.today(), options.jobs, !options.csv.empty()},
                         session.figures(), problems);
  looked.look(options.contracts,
              [&](const std::string& path) { return rows ? rows->of(path) : nullptr; });
  const Language language = session.language(looked.language());
  std::deque<LookedContract>& all = looked.all();
  if (all.empty()) {
    session.print(problems, language);
    return Status::invalid;
  }
  problems.append(write_asked(options, all, language));
  session.print(problems, language);
  session.print(looked.notes(), language);
  const RedFaceReport report = report_on(all, looked.unread(), rows ? rows->shared() : nullptr,
                                         options.reader.value_or(Addressee::supplier), session);
  if (session.json())
    session.out() << findings_json(report);
  else
    print(report, session, language);
  const bool wrong = std::any_of(report.overview.begin(), report.overview.end(),
                                 [](const RedFaceOverview& each) { return each.wrong > 0; });
  if (problems.has_errors()) return Status::invalid;
  return wrong ? Status::findings : Session::status_of(problems);
}

}  // namespace pricetalk
