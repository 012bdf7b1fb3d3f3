#include <ostream>

#include "cli/asked_files.hpp"
#include "cli/audit_printer.hpp"
#include "cli/command_audit_folder.hpp"
#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/load_invoices.hpp"
#include "cli/load_law.hpp"
#include "cli/trial_note.hpp"
#include "cli/write_columns.hpp"
#include "files/files.hpp"
#include "report/audit_chart.hpp"
#include "report/csv_audit.hpp"
#include "report/json_audit.hpp"

namespace pricetalk {

RefundTerms refund_terms(const AuditOptions& options, Date today) {
  return {options.interest_from.value_or(InterestFrom::payment), options.discovered.value_or(today),
          options.refund_on.value_or(today)};
}

Status audit(const AuditOptions& options, Session& session) {
  AskedFiles files{{{"--csv", options.csv},
                    {"--chart", options.chart},
                    {"--write-columns", options.write_columns}},
                   {{"--compiled", options.compiled}},
                   options.contracts};
  files.also_read(options.invoices);
  files.also_read({options.columns, options.law});
  files.also_read(session.figures().paths);
  const Diagnostics twice = asked_twice(files);
  if (!twice.empty()) {
    session.print(twice, session.language());
    return Status::usage;
  }
  if (!options.write_columns.empty()) {
    const Diagnostics unwritten =
        write_columns(options.write_columns, options.invoices, options.columns);
    if (unwritten.has_errors()) {
      session.print(unwritten, session.language());
      return Status::invalid;
    }
  }
  if (is_folder_audit(options)) return audit_folder(options, session);
  const auto loaded = load_contract(options.contracts.front(), session.figures());
  const Language language = session.language(
      loaded.value ? std::optional(loaded.value->contract.language()) : std::nullopt);
  Diagnostics problems = loaded.diagnostics;
  const InvoiceFiles invoices = load_invoices(options.invoices, options.columns, problems);
  const std::optional<Law> law = load_law(options.law, problems);
  const bool nothing = invoices.rows.empty() && (problems.has_errors() || !invoices.any());
  if (!loaded.ok() || !law || nothing) {
    session.print(problems, language);
    return Status::invalid;
  }
  // What is wrong with a file or a row is reported; the others are judged.
  const Contract& contract = loaded.value->contract;
  note_trials(contract, loaded.value->library, session.today(), problems);
  const AuditedContract made =
      audit_with_refund(contract, loaded.value->library, invoices.rows, *law,
                        refund_terms(options, session.today()), session.today());
  problems.append(pricetalk::problems(made.audit));
  if (!options.csv.empty())
    problems.append(write_file(options.csv,
                               offending_csv(offending_rows(contract, made.audit, invoices.rows))));
  if (!options.chart.empty())
    problems.append(write_file(options.chart, audit_chart(contract, made.audit, language)));
  session.print(problems, language);
  if (session.json()) {
    session.out() << audit_json(made, invoices.layouts, invoices.not_read, problems,
                                session.today_from_clock());
  } else {
    session.print_today(language);
    print_audit(made, &invoices, options.reader.value_or(Addressee::supplier), session.out(),
                language);
  }
  if (problems.has_errors()) return Status::invalid;
  return made.audit.needs_attention() ? Status::findings : Session::status_of(problems);
}

}  // namespace pricetalk
