#include <algorithm>
#include <ostream>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/load_invoices.hpp"
#include "cli/load_thresholds.hpp"
#include "cli/surcharge_note.hpp"
#include "pricetalk/advice/redface.hpp"
#include "pricetalk/cli/load.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/files/files.hpp"
#include "pricetalk/report/json_audit.hpp"

namespace pricetalk {

namespace {

std::string say(Language language, const char* en, const char* nl) {
  return language == Language::nl ? nl : en;
}

/// A contract with its findings; everything that they point into stays here.
struct Looked {
  ContractFile file;
  std::vector<Finding> findings;
};

char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

std::string amount_text(const Outcome<Figure>& amount, Language language) {
  if (!amount) return say(language, "not determined yet", "nog niet te bepalen");
  return money_text(std::get<Money>(amount->value), language);
}

/// Of a mistake: when the customer was told and what is still open, or what to record.
void print_told(const Finding& finding, Session& session, Language language) {
  std::ostream& out = session.out();
  const std::string indent = "      ";
  if (finding.told) {
    std::string text = finding.told->sentence.in(language);
    if (!text.empty()) text[0] = capital(text[0]);
    out << indent << text;
    if (finding.told->open)
      out << say(language, ". Still open: ", ". Nog open: ")
          << amount_text(*finding.told->open, language);
    if (finding.told->overdue)
      out << say(language, "; the promised day has passed", "; de beloofde dag is voorbij");
    out << ".\n";
  } else if (!finding.to_record.empty()) {
    out << indent
        << say(language, "Not told yet. After the call, add to the contract file:",
               "Nog niet verteld. Zet na het telefoongesprek in het contractbestand:")
        << "\n";
    std::istringstream lines(finding.to_record);
    for (std::string line; std::getline(lines, line);) out << indent << "  " << line << "\n";
  }
}

void print(const Finding& finding, Session& session, Language language) {
  std::ostream& out = session.out();
  out << words(finding.kind).in(language) << "  " << finding.title.in(language) << "\n";
  const std::string indent = "      ";
  std::string money;
  if (finding.total) {
    money = amount_text(*finding.total, language);
    if (finding.vat)
      money += say(language, " and VAT ", " en btw ") + amount_text(*finding.vat, language);
    if (finding.since)
      money += say(language, ", since ", ", sinds ") + date_text(*finding.since, language);
    if (finding.per_year)
      money += say(language, "; last year ", "; het laatste jaar ") +
               amount_text(*finding.per_year, language);
  } else if (finding.per_year) {
    money = amount_text(*finding.per_year, language) +
            (*finding.per_year ? say(language, " a year", " per jaar") : std::string());
    if (!*finding.per_year)
      money += ": " + finding.per_year->why().reasons().front().text.in(language);
  }
  if (!money.empty()) out << indent << money << "\n";
  out << indent << "\"" << finding.customer_question.in(language) << "\"\n";
  out << indent << finding.advice.in(language) << "\n";
  print_told(finding, session, language);
}

void print(const Looked& looked, Session& session, Language language) {
  const Contract& contract = looked.file.contract;
  session.out() << contract.title << " (" << contract.id << "), "
                << (contract.vat == Vat::excluded
                        ? say(language, "amounts without VAT", "bedragen zonder btw")
                        : say(language, "amounts with VAT", "bedragen met btw"))
                << "\n";
  if (looked.findings.empty())
    session.out() << "\n"
                  << say(language, "nothing found to blush about",
                         "niets gevonden om van te blozen")
                  << "\n";
  for (const Finding& finding : looked.findings) {
    session.out() << "\n";
    print(finding, session, language);
  }
}

}  // namespace

Status redface(const RedFaceOptions& options, Session& session) {
  if (!options.invoices.empty() && options.contracts.size() > 1) {
    Diagnostics problems;
    problems.error("U0005", {},
                   {"--invoices belongs to one contract", "--invoices hoort bij één contract"},
                   {"name the contract of these invoices", "noem het contract van deze facturen"});
    session.print(problems, session.language());
    return Status::usage;
  }
  Diagnostics problems;
  std::vector<Looked> all;
  for (const std::string& named : options.contracts) {
    const auto paths = list_files(named, ".toml", Depth::here);
    problems.append(paths.diagnostics);
    for (const std::string& path : paths.value.value_or(std::vector<std::string>{})) {
      auto loaded = load_contract(path, session.figures());
      problems.append(loaded.diagnostics);
      if (loaded.value && !loaded.diagnostics.has_errors())
        all.push_back({std::move(*loaded.value), {}});
    }
  }
  std::vector<InvoiceLine> invoices;
  if (!options.invoices.empty())
    invoices = load_invoices(options.invoices, options.columns, problems).rows;
  const RedFaceThresholds thresholds = load_thresholds(options.thresholds, problems);
  const Language language = session.language(
      all.empty() ? std::nullopt : std::optional(all.front().file.contract.language()));
  session.print(problems, language);
  if (problems.has_errors()) return Status::invalid;
  const Date today = session.today();
  bool wrong = false;
  for (Looked& looked : all) {
    const Coverage coverage(looked.file.library, today);
    const auto schedules =
        schedule(looked.file.contract, coverage, today + Duration{2, Unit::year});
    Diagnostics note;
    note_surcharges(schedules, today, note);
    session.print(note, language);
    std::optional<Audit> audited;
    if (!options.invoices.empty())
      audited = audit(looked.file.contract, looked.file.library, invoices, today);
    const Dossier dossier{&looked.file.contract,
                          &looked.file.library,
                          &coverage,
                          &schedules,
                          audited ? &*audited : nullptr,
                          today};
    looked.findings = red_face(dossier, thresholds);
    wrong =
        wrong || std::any_of(looked.findings.begin(), looked.findings.end(),
                             [](const Finding& each) { return each.kind == FindingKind::wrong; });
  }
  if (session.json()) {
    std::vector<ContractFindings> contracts;
    for (const Looked& looked : all) contracts.push_back({&looked.file.contract, looked.findings});
    session.out() << findings_json(contracts, today, session.today_from_clock());
  } else {
    session.print_today(language);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i > 0) session.out() << "\n\n";
      print(all[i], session, language);
    }
  }
  return wrong ? Status::findings : Session::status_of(problems);
}

}  // namespace pricetalk
