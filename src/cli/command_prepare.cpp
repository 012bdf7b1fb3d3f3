#include <algorithm>
#include <ostream>
#include <set>
#include <utility>

#include "audit/share_out.hpp"
#include "cli/commands.hpp"
#include "cli/contract_folder.hpp"
#include "cli/file_name.hpp"
#include "cli/gather.hpp"
#include "cli/load_invoices.hpp"
#include "cli/talk_files.hpp"
#include "cli/talk_printer.hpp"
#include "document/words.hpp"
#include "files/files.hpp"

namespace pricetalk {

namespace {

/// Whose folder it is, in one line.
std::string owner_of(const Contract& contract) {
  std::string owner = contract.id;
  if (!contract.customer.empty()) owner += " (" + contract.customer + ")";
  std::replace_if(
      owner.begin(), owner.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return owner;
}

TalkRequest request_of(const PrepareOptions& options, const std::string& path, Date today) {
  TalkRequest request;
  request.contract = path;
  request.scenarios = options.scenarios;
  request.invoices = options.invoices;
  request.columns = options.columns;
  request.thresholds = options.thresholds;
  request.options.today = today;
  request.options.needs_futures = false;
  return request;
}

/// A letter that was stopped is bad news, though the folder is there.
Status status_of(const TalkFacts& facts) {
  return facts.letter.stopped() ? Status::findings : Status::fine;
}

Status prepare_one(const PrepareOptions& options, Session& session) {
  const std::string& path = options.contracts.front();
  Diagnostics problems;
  const auto gathered =
      gather(request_of(options, path, session.today()), session.figures(), problems);
  const Language language = session.language(
      gathered ? std::optional(gathered->file.contract.language()) : stated_language(path));
  if (!gathered || problems.has_errors()) {
    session.print(problems, language);
    return Status::invalid;
  }
  const Contract& contract = gathered->file.contract;
  const TalkFacts facts = facts_of(*gathered->talk);
  const std::string out = options.out.empty() ? "talk/" + folder_name(contract.id) : options.out;
  const FolderContents files = TalkFolders(session.today()).of(facts, language, problems);
  session.print(problems, language);
  if (!session.json()) session.print_today(language);
  const Diagnostics written = write_folder(out, files, owner_of(contract));
  session.print(written, language);
  if (written.has_errors()) return Status::invalid;
  if (session.json())
    session.out() << talk_json(facts);
  else
    print_talk(facts, out, files, session, language);
  return status_of(facts);
}

/// One run over several contracts: a folder for each, and a list of all of them. What is wrong with
/// one does not stop the others.
class PreparingMany {
 public:
  PreparingMany(const PrepareOptions& options, Session& session)
      : options_(options),
        session_(session),
        out_(options.out.empty() ? "talk" : options.out),
        loader_(session.figures()),
        folders_(session.today()),
        ids_({"it is not prepared: its talk would take the place of the other one's",
              "het is niet voorbereid: het gesprek zou in de plaats van het andere komen"}) {
    round_.today = session.today();
  }

  Status run() {
    Diagnostics problems = room_below(out_, round_owner);
    if (problems.has_errors()) return refuse(problems);
    const ContractPaths paths(options_.contracts, problems);
    if (paths.files().empty()) return refuse(problems);
    session_.print(problems, session_.language());
    if (problems.has_errors()) worst_ = Status::invalid;
    if (!options_.invoices.empty()) {
      Diagnostics of_invoices;
      share(paths.files(), of_invoices);
      session_.print(of_invoices, session_.language());
      // As with one contract: no page says of invoices what was not read.
      if (of_invoices.has_errors()) return Status::invalid;
    }
    for (std::size_t i = 0; i < paths.files().size(); ++i)
      one(paths.files()[i], rows_.empty() ? nullptr : &rows_[i]);
    Diagnostics unread;
    loader_.tell_unread_figures(unread);
    session_.print(unread, language());
    return finish();
  }

 private:
  Status refuse(const Diagnostics& problems) {
    session_.print(problems, session_.language());
    return Status::invalid;
  }

  /// Of all contracts, where they have one.
  Language language() const { return session_.language(one_language(spoken_)); }

  /// Each contract gets its own rows; those of none of them are told once.
  void share(const std::vector<std::string>& paths, Diagnostics& problems) {
    const InvoiceFiles files = load_invoices(options_.invoices, options_.columns, problems);
    ContractLoader loader(session_.figures());
    std::vector<ContractFile> loaded;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      auto contract = loader.load(paths[i]);
      if (!contract.value || contract.diagnostics.has_errors()) continue;
      loaded.push_back(std::move(*contract.value));
      places.push_back(i);
    }
    std::vector<const Contract*> contracts;
    for (const ContractFile& each : loaded) contracts.push_back(&each.contract);
    SharedOut shared = share_out(contracts, files.rows);
    problems.append(pricetalk::problems(shared));
    rows_.resize(paths.size());
    for (std::size_t i = 0; i < places.size(); ++i) rows_[places[i]] = std::move(shared.rows[i]);
  }

  void one(const std::string& path, const std::vector<InvoiceLine>* rows) {
    TalkRequest request = request_of(options_, path, session_.today());
    request.rows = rows;
    Diagnostics problems;
    const auto gathered = gather(request, loader_.load(path), problems);
    const Language language = session_.language(
        gathered ? std::optional(gathered->file.contract.language()) : stated_language(path));
    const bool usable = gathered && !problems.has_errors() &&
                        ids_.fresh(gathered->file.contract.id, path, problems);
    spoken_.insert(language);
    if (!usable) {
      note(path, problems);
      session_.print(problems, language);
      return;
    }
    const Contract& contract = gathered->file.contract;
    const TalkFacts facts = facts_of(*gathered->talk);
    const std::string name = free_name(folder_name(contract.id));
    const FolderContents files = folders_.of(facts, language, problems);
    const Diagnostics written = write_folder(out_ + "/" + name, files, owner_of(contract));
    problems.append(written);
    session_.print(problems, language);
    // What is known of the talk stays in the list, also where an edited letter kept its folder.
    if (written.has_errors()) note(path, written);
    worst_ = std::max(worst_, status_of(facts));
    round_.rows.push_back(round_row(facts, path, name));
    if (session_.json()) json_ += (json_.empty() ? "" : ",\n") + talk_json(facts);
  }

  /// The first thing that is wrong, for the list.
  void note(const std::string& path, const Diagnostics& problems) {
    worst_ = Status::invalid;
    for (const Diagnostic& each : problems.sorted()) {
      if (each.severity != Severity::error) continue;
      round_.problems.push_back({path, each.span.place(), each.title});
      return;
    }
  }

  /// Two ids may come to one name, also on a disk that does not tell capitals from small letters.
  std::string free_name(const std::string& name) {
    std::string made = name;
    for (int number = 2; !names_.insert(document::lower(made)).second; ++number)
      made = name + "-" + std::to_string(number);
    return made;
  }

  Status finish() {
    sort(round_);
    const Diagnostics written = write_round(out_, round_, language());
    session_.print(written, language());
    if (written.has_errors()) worst_ = Status::invalid;
    if (session_.json()) {
      session_.out() << "[\n" << json_ << "]\n";
      return worst_;
    }
    session_.print_today(language());
    print_round(round_, out_, session_, language());
    if (!written.has_errors())
      session_.out() << say(language(), "Begin with ", "Begin met ") << out_
                     << say(language(), "/overview.html (the same as .xlsx, .ics and .json)\n",
                            "/overview.html (ook als .xlsx, .ics en .json)\n");
    return worst_;
  }

  const PrepareOptions& options_;
  Session& session_;
  std::string out_;
  ContractLoader loader_;
  TalkFolders folders_;
  ContractIds ids_;
  TalkRound round_;
  std::set<std::string> names_;
  std::set<Language> spoken_;
  Status worst_ = Status::fine;
  std::vector<std::vector<InvoiceLine>> rows_;
  std::string json_;
};

}  // namespace

Status prepare(const PrepareOptions& options, Session& session) {
  return are_many(options.contracts) ? PreparingMany(options, session).run()
                                     : prepare_one(options, session);
}

}  // namespace pricetalk
