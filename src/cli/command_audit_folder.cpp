#include "cli/command_audit_folder.hpp"

#include <algorithm>
#include <memory>
#include <ostream>
#include <utility>

#include "audit/bulk.hpp"
#include "audit/row_collector.hpp"
#include "cli/audit_charts.hpp"
#include "cli/audit_printer.hpp"
#include "cli/audited_folder.hpp"
#include "cli/contract_folder.hpp"
#include "cli/folder_printer.hpp"
#include "cli/load_law.hpp"
#include "cli/stream_invoices.hpp"
#include "files/files.hpp"
#include "report/csv_audit.hpp"
#include "report/json_audit_folder.hpp"

namespace pricetalk {

namespace {

/// What can be asked of a contract that is looked at closely only.
bool for_details_only(const AuditOptions& options, Session& session) {
  if (options.details > 0) return false;
  const std::pair<bool, const char*> asked[] = {
      {options.refund_on.has_value(), "--refund-on"},
      {options.interest_from.has_value(), "--interest-from"},
      {options.discovered.has_value(), "--discovered"},
      {!options.law.empty(), "--law"},
      {!options.chart.empty(), "--chart"}};
  Diagnostics problems;
  for (const auto& [given, name] : asked)
    if (given)
      problems.error("U0022", {},
                     {std::string(name) + " is about contracts one by one",
                      std::string(name) + " gaat over contracten één voor één"},
                     {"add --details 10 for the ten with the largest difference, or name one "
                      "contract file",
                      "zet er --details 10 bij voor de tien met het grootste verschil, of noem één "
                      "contractbestand"});
  session.print(problems, session.language());
  return problems.has_errors();
}

/// The contracts with the largest differences, each audited as if it were the only one. Their rows
/// are read a second time: the first pass kept those that differ, and causes need them all.
class CloseLook {
 public:
  CloseLook(const AuditOptions& options, AuditedFolder& contracts, const BulkAudit& audit,
            const Corrections& corrections, const Law& law, Date today) {
    std::vector<std::size_t> wanted;
    for (const BulkResult* each : by_difference(audit)) {
      if (wanted.size() == options.details) break;
      wanted.push_back(each->contract);
    }
    if (wanted.empty()) return;
    std::vector<const Contract*> all;
    for (const BulkContract& each : contracts.list()) all.push_back(each.contract);
    RowCollector collector(std::move(all), wanted);
    Diagnostics told_before;
    stream_invoices(
        options.invoices, options.columns, [&](const std::string&) { collector.next_file(); },
        [&](InvoiceLine& row) {
          row.corrected_by = correction_of(row, corrections);
          collector.add(row);
        },
        told_before);
    for (const std::size_t i : wanted) {
      const auto whole = contracts.source().whole(i);
      if (whole == nullptr) continue;
      whole_.push_back(whole);
      audited_.push_back(audit_with_refund(whole->contract, whole->library, collector.rows(i), law,
                                           refund_terms(options, today), today));
    }
  }

  const std::vector<AuditedContract>& audited() const { return audited_; }

 private:
  std::vector<std::shared_ptr<const WholeContract>> whole_;  ///< what `audited_` points into
  std::vector<AuditedContract> audited_;
};

}  // namespace

bool is_folder_audit(const AuditOptions& options) {
  return are_many(options.contracts) || !options.compiled.empty();
}

Status audit_folder(const AuditOptions& options, Session& session) {
  if (for_details_only(options, session)) return Status::usage;
  Diagnostics problems;
  AuditedFolder contracts(
      {options.contracts, session.today(), options.compiled, options.jobs, session.language()},
      session.figures(), problems, session.err());
  const std::optional<Law> law = load_law(options.law, problems);
  const Language language = session.language(contracts.language());
  if (contracts.list().empty() || !law) {
    session.print(problems, language);
    return Status::invalid;
  }
  contracts.tell_trials(problems);
  const std::vector<BulkContract>& list = contracts.list();
  BulkOptions asked;
  asked.today = session.today();
  asked.every_row = session.json() || !options.csv.empty();
  BulkAuditor auditor(list, asked, &contracts.source());
  const std::size_t of_contracts = problems.list().size();
  const InvoicesRead read = stream_invoices(
      options.invoices, options.columns, [&](const std::string& name) { auditor.file(name); },
      [&](InvoiceLine& row) { auditor.add(std::move(row)); }, problems);
  const bool any_of_invoices = problems.list().size() > of_contracts;
  const BulkAudit made = std::move(auditor).finish(read.files.corrections);
  if (!options.csv.empty())
    problems.append(write_file(options.csv, offending_csv(made.offending, made.listed)));
  const CloseLook close(options, contracts, made, read.files.corrections, *law, session.today());
  const std::vector<AuditedContract>& details = close.audited();
  if (!options.chart.empty()) {
    std::vector<const AuditedContract*> drawn;
    for (const AuditedContract& each : details) drawn.push_back(&each);
    problems.append(write_charts(options.chart, drawn, language));
  }
  session.print(problems, language);
  if (read.untold > 0)
    session.err() << (language == Language::nl ? "en meer meldingen over facturen: "
                                               : "and more messages about invoices: ")
                  << read.untold << "\n";
  if (made.counts.rows == 0) return Status::invalid;
  if (session.json()) {
    session.out() << audit_folder_json(list, made, details, read.files.layouts, read.files.not_read,
                                       problems, session.today_from_clock());
  } else {
    session.print_today(language);
    print_folder_audit({list, made, read.files, options.invoices, !details.empty()},
                       contracts.unread(), session.out(), language);
    for (const AuditedContract& each : details) {
      session.out() << "\n\n";
      print_audit(each, nullptr, options.reader.value_or(Addressee::supplier), session.out(),
                  language);
    }
  }
  if (problems.has_errors() || read.problems > 0) return Status::invalid;
  return made.needs_attention() || made.counts.aside > 0 || any_of_invoices ? Status::findings
                                                                            : Status::fine;
}

}  // namespace pricetalk
