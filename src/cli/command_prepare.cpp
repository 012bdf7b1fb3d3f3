#include <algorithm>
#include <cctype>
#include <ostream>
#include <utility>

#include "audit/share_out.hpp"
#include "cli/commands.hpp"
#include "cli/gather.hpp"
#include "cli/load_invoices.hpp"
#include "files/files.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/talk/facts.hpp"

namespace pricetalk {

namespace {

/// `mailed`: an e-mail stands beside the letter.
void print_result(const TalkFacts& facts, const std::string& out, bool mailed, Session& session,
                  Language language) {
  const Talk& talk = *facts.talk;
  const Contract& contract = *talk.contract;
  std::ostream& to = session.out();
  to << contract.title << " (" << contract.id << ")\n";
  to << facts.verdict.in(language) << "\n";
  if (facts.deadline && facts.days_left && *facts.days_left >= 0 && !facts.announced)
    to << say(language, "Announce by ", "Aankondigen uiterlijk ")
       << weekday_date_text(facts.deadline->on, language) << " (" << *facts.days_left
       << say(language, " days left)\n", " dagen)\n");
  to << "\n" << say(language, "For us:\n", "Voor ons:\n");
  to << "  " << out << "/internal/talk.html     "
     << say(language, "the talk on one A4\n", "het gesprek op één A4\n");
  to << "  " << out << "/internal/talk.md       "
     << say(language, "the same as text\n", "hetzelfde als tekst\n");
  to << "  " << out << "/internal/annex.html    "
     << say(language, "where every figure comes from\n", "waar elk cijfer vandaan komt\n");
  to << "  " << out << "/internal/talk.json     "
     << say(language, "for machines\n", "voor machines\n");
  to << "  " << out << "/internal/talk.ics      "
     << say(language, "its days for your calendar\n", "de dagen voor uw agenda\n");
  if (talk.letter && facts.draft())
    to << "  " << out << "/internal/draft/        "
       << say(language, "the letter and its annexes, as a draft\n",
              "de brief met bijlagen, als concept\n");
  to << say(language, "For the customer:\n", "Voor de klant:\n");
  if (talk.letter && !untold(talk).empty()) {
    to << "  "
       << say(language, "nothing yet: call first, then the letter\n",
              "nog niets: eerst bellen, dan pas de brief\n");
    return;
  }
  if (talk.letter && facts.draft()) {
    to << "  "
       << say(language, "nothing: the letter must be changed first. ",
              "niets: de brief moet eerst anders. ")
       << stop_reasons(*talk.letter).in(language) << "\n";
    return;
  }
  if (talk.letter) {
    to << "  " << out << "/customer/letter.html   " << say(language, "the letter\n", "de brief\n");
    to << "  " << out << "/customer/annex-1.html  "
       << say(language, "how the benefit was worked out\n", "zo is het voordeel berekend\n");
    to << "  " << out << "/customer/annex-2.html  "
       << say(language, "the usual indexation, step by step\n",
              "de gewone indexatie, stap voor stap\n");
    if (mailed)
      to << "  " << out << "/customer/letter.eml    "
         << say(language, "an e-mail with the letter, to be sent\n",
                "een e-mail met de brief, om te versturen\n");
    return;
  }
  to << "  " << say(language, "no letter", "geen brief");
  if (talk.proposal && talk.proposal->refusal() != nullptr)
    to << ": " << talk.proposal->verdict_in_words().in(language);
  else if (!talk.proposal)
    to << ": " << no_proposal(talk).in(language);
  to << "\n";
  for (const MissingKey& key : talk.missing)
    to << "  " << key.key << ": " << key.text.in(language) << "\n";
}

/// The contract's id as the name of a folder: letters, digits and what cannot mislead a file
/// system.
std::string folder_name(const std::string& id) {
  constexpr std::size_t longest = 80;
  std::string name;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool safe = byte >= 0x80 || std::isalnum(byte) != 0 || c == '-' || c == '_' ||
                      (c == '.' && !name.empty());
    if (safe)
      name += c;
    else if (!name.empty() && name.back() != '-')
      name += '-';
  }
  while (name.ends_with('-') || name.ends_with('.')) name.pop_back();
  if (name.size() > longest) name.resize(longest);
  while (!name.empty() && static_cast<unsigned char>(name.back()) >= 0x80) name.pop_back();
  return name.empty() ? "contract" : name;
}

/// Whose folder it is, in one line.
std::string owner_of(const Contract& contract) {
  std::string owner = contract.id;
  if (!contract.customer.empty()) owner += " (" + contract.customer + ")";
  std::replace_if(
      owner.begin(), owner.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return owner;
}

/// The contract files that were named; of a folder, every one in it.
std::vector<std::string> contract_paths(const PrepareOptions& options, Diagnostics& problems) {
  std::vector<std::string> paths;
  for (const std::string& named : options.contracts) {
    const auto found = list_files(named, ".toml", Depth::here);
    problems.append(found.diagnostics);
    if (found.value) paths.insert(paths.end(), found.value->begin(), found.value->end());
  }
  return paths;
}

/// One run over one or several contracts.
class Preparing {
 public:
  Preparing(const PrepareOptions& options, Session& session)
      : options_(options), session_(session) {}

  Status run() {
    Diagnostics problems;
    const std::vector<std::string> paths = contract_paths(options_, problems);
    several_ = paths.size() > 1 ||
               (options_.contracts.size() == 1 && is_folder(options_.contracts.front()));
    session_.print(problems, session_.language());
    if (problems.has_errors()) worst_ = Status::invalid;
    if (several_ && !options_.invoices.empty()) {
      Diagnostics of_invoices;
      share(paths, of_invoices);
      session_.print(of_invoices, session_.language());
      // As with one contract: no page says of invoices what was not read.
      if (of_invoices.has_errors()) return Status::invalid;
    }
    for (std::size_t i = 0; i < paths.size(); ++i)
      worst_ = std::max(worst_, one(paths[i], rows_.empty() ? nullptr : &rows_[i]));
    if (session_.json() && several_) session_.out() << "[\n" << json_ << "]\n";
    if (session_.json() && !several_) session_.out() << json_;
    return worst_;
  }

 private:
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

  Status one(const std::string& path, const std::vector<InvoiceLine>* rows) {
    TalkRequest request;
    request.contract = path;
    request.scenarios = options_.scenarios;
    request.invoices = options_.invoices;
    request.columns = options_.columns;
    request.thresholds = options_.thresholds;
    request.rows = rows;
    request.options.today = session_.today();
    request.options.needs_futures = false;
    Diagnostics problems;
    const auto gathered = gather(request, session_.figures(), problems);
    const Language language = session_.language(
        gathered ? std::optional(gathered->file.contract.language()) : stated_language(path));
    session_.print(problems, language);
    if (!gathered || problems.has_errors()) return Status::invalid;
    if (!told_today_) session_.print_today(language);
    told_today_ = true;
    return write(*gathered, language);
  }

  Status write(const Gathered& gathered, Language language) {
    const Contract& contract = gathered.file.contract;
    const TalkFacts facts = facts_of(*gathered.talk);
    const bool named = !several_ && !options_.out.empty();
    const std::string above = options_.out.empty() ? "talk" : options_.out;
    const std::string out = named ? options_.out : above + "/" + folder_name(contract.id);
    const FolderContents files = talk_files(facts, language);
    const Diagnostics written = write_folder(out, files, owner_of(contract));
    session_.print(written, language);
    if (written.has_errors()) return Status::invalid;
    const Status status = gathered.talk->letter_stopped() ? Status::findings : Status::fine;
    if (session_.json()) {
      json_ += (json_.empty() ? "" : ",\n") + talk_json(facts);
      return status;
    }
    if (std::exchange(printed_, true)) session_.out() << "\n";
    print_result(facts, out, files.contains("customer/letter.eml"), session_, language);
    return status;
  }

  const PrepareOptions& options_;
  Session& session_;
  bool several_ = false;
  bool told_today_ = false;
  bool printed_ = false;
  Status worst_ = Status::fine;
  std::vector<std::vector<InvoiceLine>> rows_;
  std::string json_;
};

}  // namespace

Status prepare(const PrepareOptions& options, Session& session) {
  return Preparing(options, session).run();
}

}  // namespace pricetalk
