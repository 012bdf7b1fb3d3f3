#include "cli/command_audit_folder.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <ostream>
#include <utility>

#include "cli/stream_invoices.hpp"
#include "pricetalk/audit/bulk.hpp"
#include "pricetalk/cli/load.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/files/files.hpp"
#include "pricetalk/report/csv_audit.hpp"
#include "pricetalk/report/json_audit_folder.hpp"
#include "pricetalk/report/table.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t most_contracts = 20;
constexpr std::size_t most_rows = 20;

bool zero(const Figure& figure) { return std::get<Money>(figure.value).amount.is_zero(); }

Ratio amount(const Figure& figure) { return Ratio(std::get<Money>(figure.value).amount); }

/// The contracts of a run; those that cannot be read are told, and the others go on.
class Contracts {
 public:
  Contracts(const AuditOptions& options, Session& session, Diagnostics& problems)
      : loader_(session.figures()), problems_(problems) {
    for (const std::string& path : options.contracts) {
      const auto files = list_files(path, ".toml");
      problems.append(files.diagnostics);
      if (!files.value) continue;
      if (files.value->empty())
        problems.error("O0001", {},
                       {"there are no .toml files in '" + path + "'",
                        "in '" + path + "' staan geen .toml-bestanden"},
                       {"contracts are .toml files", "contracten zijn .toml-bestanden"});
      for (const std::string& file : *files.value) load(file);
    }
  }

  bool any() const { return !files_.empty(); }
  std::size_t unread() const { return unread_; }

  std::vector<BulkContract> list() const {
    std::vector<BulkContract> made;
    for (const ContractFile& file : files_)
      made.push_back({&file.contract, &file.library, file.path});
    return made;
  }

  /// The language of all, where it is one.
  std::optional<Language> language() const {
    std::optional<Language> found;
    for (const ContractFile& file : files_) {
      if (found && *found != file.contract.language()) return Language::en;
      found = file.contract.language();
    }
    return found;
  }

 private:
  void load(const std::string& path) {
    auto loaded = loader_.load(path);
    problems_.append(loaded.diagnostics);
    if (!loaded.ok()) {
      ++unread_;
      return;
    }
    const auto [known, fresh] = ids_.emplace(loaded.value->contract.id, path);
    if (!fresh) {
      ++unread_;
      problems_.error("A0134", {},
                      {"'" + path + "' has the id of '" + known->second + "', " + known->first,
                       "'" + path + "' heeft het id van '" + known->second + "', " + known->first},
                      {"its invoices cannot be told apart; it is not judged",
                       "de facturen zijn niet uit elkaar te houden; het wordt niet beoordeeld"});
      return;
    }
    // The clauses and lines as written are no longer needed; as meant they stand beside them.
    loaded.value->contract.terms.clause = {};
    loaded.value->contract.terms.price = {};
    files_.push_back(std::move(*loaded.value));
  }

  ContractLoader loader_;
  Diagnostics& problems_;
  std::deque<ContractFile> files_;
  std::map<std::string, std::string> ids_;
  std::size_t unread_ = 0;
};

/// Prints the audit of a folder for people.
class FolderPrinter {
 public:
  FolderPrinter(const std::vector<BulkContract>& contracts, const BulkAudit& audit,
                const InvoicesRead& read, const AuditOptions& options, Session& session,
                Language language)
      : contracts_(contracts),
        audit_(audit),
        read_(read),
        options_(options),
        out_(session.out()),
        language_(language) {}

  void print(std::size_t unread) {
    out_ << say("contracts: ", "contracten: ") << count(contracts_.size());
    if (unread > 0)
      out_ << say(", not read or judged: ", ", niet gelezen of beoordeeld: ") << count(unread);
    out_ << say("; invoice rows: ", "; factuurregels: ") << count(audit_.counts.rows) << "\n";
    input();
    out_ << "\n";
    sums();
    contracts();
    listed();
    undetermined();
    verdict();
  }

 private:
  std::string say(const char* en, const char* nl) const {
    return language_ == Language::nl ? nl : en;
  }
  std::string count(std::size_t number) const {
    return grouped(Decimal(static_cast<std::int64_t>(number), 0), language_);
  }
  std::string money(const Figure& figure) const {
    return money_text(std::get<Money>(figure.value), language_);
  }
  /// An amount whose currency may be unknown.
  std::string money(const Decimal& amount, const std::string& code) const {
    const auto currency = Currency::parse(code);
    return currency ? money_text({amount, *currency}, language_) : grouped(amount, language_);
  }

  void input() {
    constexpr std::size_t most = 5;
    const auto& layouts = read_.files.layouts;
    for (std::size_t i = 0; i < std::min(layouts.size(), most); ++i)
      out_ << say("read as", "gelezen als") << " (" << layouts[i].path
           << "): " << layouts[i].layout.in(language_) << "\n";
    if (layouts.size() > most)
      out_ << say("and more files read in another layout: ",
                  "en meer bestanden in een andere opmaak: ")
           << count(layouts.size() - most) << "\n";
    if (read_.files.documents > 0)
      out_ << say("UBL documents: ", "UBL-documenten: ") << count(read_.files.documents) << "\n";
    if (!read_.files.left_out.empty())
      out_ << say("no CSV or XML, not read: ", "geen CSV of XML, niet gelezen: ")
           << count(read_.files.left_out.size()) << "\n";
  }

  /// Where all money of the files went.
  void sums() {
    Table table;
    table.columns = {{say("money of the files", "geld in de bestanden"), Table::Align::left},
                     {say("rows", "regels"), Table::Align::right}};
    for (const BulkSums& each : audit_.sums)
      table.columns.push_back(
          {each.currency.empty() ? say("no currency", "zonder munt") : each.currency,
           Table::Align::right});
    const auto row = [&](const char* en, const char* nl, std::size_t rows,
                         Decimal BulkSums::*part) {
      std::vector<std::string> cells{say(en, nl), count(rows)};
      for (const BulkSums& each : audit_.sums) cells.push_back(money(each.*part, each.currency));
      table.row(std::move(cells));
    };
    const BulkCounts& counts = audit_.counts;
    row("for price lines of a contract", "voor prijsregels van een contract", counts.matched,
        &BulkSums::matched);
    row("not recognised in its contract", "niet herkend in het contract", counts.unmatched,
        &BulkSums::unmatched);
    row("for no contract here", "voor geen van deze contracten", counts.elsewhere,
        &BulkSums::elsewhere);
    row("not counted", "niet meegeteld", counts.aside, &BulkSums::aside);
    row("together", "samen", counts.rows, &BulkSums::charged);
    out_ << as_text(table);
  }

  void contracts() {
    std::vector<const BulkResult*> differ;
    for (const BulkResult& each : audit_.contracts)
      if (each.totals.differs()) differ.push_back(&each);
    if (differ.empty()) return;
    // Of several currencies the numbers are compared as they stand: it is an order, not a sum.
    const auto size = [](const BulkResult* each) {
      return std::max(amount(each->totals.over), amount(each->totals.under));
    };
    std::stable_sort(differ.begin(), differ.end(),
                     [&](const auto* a, const auto* b) { return size(a) > size(b); });
    const bool vat = std::any_of(differ.begin(), differ.end(),
                                 [](const auto* each) { return !zero(each->totals.over_vat); });
    Table table;
    table.columns = {{"contract", Table::Align::left},
                     {say("title", "titel"), Table::Align::left},
                     {say("too much", "te veel"), Table::Align::right}};
    if (vat) table.columns.push_back({say("VAT on it", "btw daarover"), Table::Align::right});
    table.columns.push_back({say("too little", "te weinig"), Table::Align::right});
    table.columns.push_back({say("since", "sinds"), Table::Align::left});
    table.columns.push_back({say("rows", "regels"), Table::Align::right});
    for (std::size_t i = 0; i < std::min(differ.size(), most_contracts); ++i) {
      const BulkResult& each = *differ[i];
      const Contract& contract = *contracts_[each.contract].contract;
      std::vector<std::string> cells{contract.id, contract.title, money(each.totals.over)};
      if (vat) cells.push_back(money(each.totals.over_vat));
      cells.push_back(money(each.totals.under));
      cells.push_back(each.since ? each.since->text() : std::string());
      cells.push_back(count(each.counts.offending));
      table.row(std::move(cells));
    }
    out_ << "\n"
         << say("contracts that differ: ", "contracten met verschil: ") << count(differ.size())
         << "\n"
         << as_text(table);
    if (differ.size() > most_contracts)
      out_ << say("and more contracts that differ, all in --json: ",
                  "en meer contracten met verschil, allemaal in --json: ")
           << count(differ.size() - most_contracts) << "\n";
    out_ << "\n"
         << say("causes of the first: pricetalk audit ",
                "oorzaken van het eerste: pricetalk audit ")
         << contracts_[differ.front()->contract].path << " --invoices";
    for (const std::string& path : options_.invoices) out_ << " " << path;
    out_ << "\n";
  }

  void listed() {
    const auto list = [&](auto wanted, std::size_t all, const char* en, const char* nl) {
      if (all == 0) return;
      out_ << "\n" << say(en, nl) << ":\n";
      std::size_t shown = 0;
      for (const OffendingRow& row : audit_.listed) {
        if (!wanted(row)) continue;
        if (++shown > most_rows) break;
        out_ << "  " << row.place << "  " << row.invoice << "  \"" << row.name << "\"  "
             << money(row.amount, row.currency);
        if (row.contract.empty() || row.kind == Offence::aside)
          out_ << "  " << row.reason.in(language_);
        else
          out_ << "  " << row.contract;
        out_ << "\n";
      }
      if (all > most_rows)
        out_ << say("  and more rows, all in --csv and --json: ",
                    "  en meer regels, allemaal in --csv en --json: ")
             << count(all - most_rows) << "\n";
    };
    list([](const auto& row) { return row.kind == Offence::unmatched && !row.contract.empty(); },
         audit_.counts.unmatched,
         "not recognised (add an alias to a price line, or ask what this is)",
         "niet herkend (zet een alias bij een prijsregel, of vraag wat dit is)");
    list([](const auto& row) { return row.kind == Offence::unmatched && row.contract.empty(); },
         audit_.counts.elsewhere, "for no contract here, and not judged",
         "voor geen van deze contracten, en niet beoordeeld");
    list([](const auto& row) { return row.kind == Offence::aside; }, audit_.counts.aside,
         "not counted", "niet meegeteld");
  }

  void undetermined() {
    if (audit_.counts.undetermined == 0) return;
    out_ << "\n" << say("not determined yet:", "nog niet te bepalen:") << "\n";
    std::size_t shown = 0;
    for (const OffendingRow& row : audit_.offending) {
      if (row.kind != Offence::undetermined || ++shown > most_rows) continue;
      out_ << "  " << row.invoice << "  " << row.contract << "/" << row.line << "  "
           << row.from.text() << "  " << row.reason.in(language_) << "\n";
    }
    if (audit_.counts.undetermined > most_rows)
      out_ << say("  and more rows, all in --csv: ", "  en meer regels, allemaal in --csv: ")
           << count(audit_.counts.undetermined - most_rows) << "\n";
  }

  void verdict() {
    struct Both {
      Ratio over{0};
      Ratio vat{0};
      Ratio under{0};
      std::size_t contracts_over = 0;
      std::size_t contracts_under = 0;
      Currency currency{};
    };
    std::map<std::string_view, Both> sums;
    for (const BulkResult& each : audit_.contracts) {
      const Currency& currency = contracts_[each.contract].contract->currency;
      Both& both = sums[currency.code()];
      both.currency = currency;
      both.over = both.over + amount(each.totals.over);
      both.vat = both.vat + amount(each.totals.over_vat);
      both.under = both.under + amount(each.totals.under);
      both.contracts_over += zero(each.totals.over) ? 0U : 1U;
      both.contracts_under += zero(each.totals.under) ? 0U : 1U;
    }
    out_ << "\n";
    bool any = false;
    const auto text = [&](const Ratio& sum, const Both& both) {
      return money_text({round(sum, both.currency.rounding()), both.currency}, language_);
    };
    const std::string wrong = say("WRONG", "FOUT");
    for (const auto& [code, both] : sums) {
      if (both.over.sign() > 0) {
        out_ << wrong << ": " << say("charged too much ", "te veel gerekend ")
             << text(both.over, both);
        if (both.vat.sign() != 0)
          out_ << say(", with VAT ", ", met btw ") << text(both.over + both.vat, both);
        out_ << say(", contracts: ", ", contracten: ") << count(both.contracts_over) << "\n";
      }
      if (both.under.sign() > 0)
        out_ << wrong << ": " << say("charged too little ", "te weinig gerekend ")
             << text(both.under, both) << say(", contracts: ", ", contracten: ")
             << count(both.contracts_under) << "\n";
      any = any || both.over.sign() > 0 || both.under.sign() > 0;
    }
    if (!any)
      out_ << say("what could be judged is what the contracts allow",
                  "wat te bepalen is, is wat de contracten toestaan")
           << "\n";
  }

  const std::vector<BulkContract>& contracts_;
  const BulkAudit& audit_;
  const InvoicesRead& read_;
  const AuditOptions& options_;
  std::ostream& out_;
  Language language_;
};

/// What can be asked of one contract only.
bool for_one_only(const AuditOptions& options, Session& session) {
  const std::pair<bool, const char*> asked[] = {
      {options.refund_on.has_value(), "--refund-on"},
      {options.interest_from.has_value(), "--interest-from"},
      {options.discovered.has_value(), "--discovered"},
      {!options.law.empty(), "--law"},
      {!options.chart.empty(), "--chart"}};
  Diagnostics problems;
  for (const auto& [given, name] : asked)
    if (given)
      problems.error(
          "U0022", {},
          {std::string(name) + " is for one contract", std::string(name) + " is voor één contract"},
          {"name one contract file, not a folder", "noem één contractbestand, geen map"});
  session.print(problems, session.language());
  return problems.has_errors();
}

}  // namespace

bool is_folder_audit(const AuditOptions& options) {
  return options.contracts.size() > 1 || is_folder(options.contracts.front());
}

Status audit_folder(const AuditOptions& options, Session& session) {
  if (for_one_only(options, session)) return Status::usage;
  Diagnostics problems;
  const Contracts contracts(options, session, problems);
  const Language language = session.language(contracts.language());
  if (!contracts.any()) {
    session.print(problems, language);
    return Status::invalid;
  }
  const std::vector<BulkContract> list = contracts.list();
  BulkOptions asked;
  asked.today = session.today();
  asked.every_row = session.json() || !options.csv.empty();
  BulkAuditor auditor(list, asked);
  const InvoicesRead read = stream_invoices(
      options.invoices, options.columns, [&](const std::string& name) { auditor.file(name); },
      [&](const InvoiceLine& row) { auditor.add(row); }, problems);
  const BulkAudit made = std::move(auditor).finish();
  if (!options.csv.empty())
    problems.append(write_file(options.csv, offending_csv(made.offending, made.listed)));
  session.print(problems, language);
  if (read.untold > 0)
    session.err() << (language == Language::nl ? "en meer meldingen over facturen: "
                                               : "and more messages about invoices: ")
                  << read.untold << "\n";
  if (made.counts.rows == 0) return Status::invalid;
  if (session.json()) {
    session.out() << audit_folder_json(list, made, session.today_from_clock());
  } else {
    session.print_today(language);
    FolderPrinter(list, made, read, options, session, language).print(contracts.unread());
  }
  if (problems.has_errors() || read.problems > 0) return Status::invalid;
  return made.over() ? Status::findings : Status::fine;
}

}  // namespace pricetalk
