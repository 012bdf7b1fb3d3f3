#include <ostream>

#include "cli/commands.hpp"
#include "cli/gather.hpp"
#include "pricetalk/files/files.hpp"
#include "pricetalk/report/talk.hpp"

namespace pricetalk {

namespace {

std::string say(Language language, const char* en, const char* nl) {
  return language == Language::nl ? nl : en;
}

/// A letter on the price beside a mistake that the customer does not know would be the
/// embarrassment itself: until the call it is a draft of ours, with a line that says so.
std::string marked_draft(const std::string& text, const Talk& talk, Language language) {
  std::string errors;
  for (const Finding& finding : talk.findings)
    if (to_be_told(finding)) errors += (errors.empty() ? "" : "; ") + finding.title.in(language);
  return say(language, "**DRAFT: do not send yet.** First call the customer about: ",
             "**CONCEPT: nog niet versturen.** Bel de klant eerst over: ") +
         errors +
         say(language,
             ". Then put the call into the contract file ([[disclosure]]) and prepare again.",
             ". Zet het telefoongesprek daarna in het contractbestand ([[disclosure]]) en bereid "
             "het gesprek opnieuw voor.") +
         "\n\n" + text;
}

/// `internal/` for us, `customer/` for them.
FolderContents folder_of(const Gathered& gathered, const Talk& talk, Language language) {
  FolderContents files;
  const Page page = talk_page(talk, language);
  files["internal/talk.md"] = as_markdown(page);
  files["internal/talk.html"] = as_html(page);
  const Page annex = annex_page(talk, language);
  files["internal/annex.md"] = as_markdown(annex);
  files["internal/annex.html"] = as_html(annex);
  files["internal/talk.json"] = talk_json(talk);
  if (!gathered.letter) return files;
  const Letter& letter = *gathered.letter;
  const std::string subject =
      say(letter.language, "Letter", "Brief") + " · " + gathered.file.contract.title;
  const std::string benefit =
      say(letter.language, "Annex 1", "Bijlage 1") + " · " + gathered.file.contract.title;
  const std::string indexation =
      say(letter.language, "Annex 2", "Bijlage 2") + " · " + gathered.file.contract.title;
  const std::string folder = talk.call_first ? "internal/draft/" : "customer/";
  const auto add = [&](const std::string& name, const std::string& text, const std::string& title) {
    const std::string shown = talk.call_first ? marked_draft(text, talk, language) : text;
    files[folder + name + ".md"] = shown;
    files[folder + name + ".html"] = letter_html(shown, title, letter.language);
  };
  add("letter", letter.text, subject);
  add("annex-1", letter.benefit, benefit);
  add("annex-2", letter.indexation, indexation);
  return files;
}

void print_result(const Gathered& gathered, const Talk& talk, const std::string& out,
                  Session& session, Language language) {
  std::ostream& to = session.out();
  to << gathered.file.contract.title << " (" << gathered.file.contract.id << ")\n";
  to << talk.verdict.in(language) << "\n";
  if (talk.deadline && talk.days_left && *talk.days_left >= 0)
    to << say(language, "Announce by ", "Aankondigen uiterlijk ") << talk.deadline->on.text()
       << " (" << *talk.days_left << say(language, " days left)\n", " dagen)\n");
  to << "\n" << say(language, "For us:\n", "Voor ons:\n");
  to << "  " << out << "/internal/talk.html     "
     << say(language, "the talk on one A4\n", "het gesprek op één A4\n");
  to << "  " << out << "/internal/talk.md       "
     << say(language, "the same as text\n", "hetzelfde als tekst\n");
  to << "  " << out << "/internal/annex.html    "
     << say(language, "where every figure comes from\n", "waar elk cijfer vandaan komt\n");
  to << "  " << out << "/internal/talk.json     "
     << say(language, "for machines\n", "voor machines\n");
  if (gathered.letter && talk.call_first)
    to << "  " << out << "/internal/draft/        "
       << say(language, "the letter and its annexes, as a draft\n",
              "de brief met bijlagen, als concept\n");
  to << say(language, "For the customer:\n", "Voor de klant:\n");
  if (gathered.letter && talk.call_first) {
    to << "  "
       << say(language, "nothing yet: call first, then the letter\n",
              "nog niets: eerst bellen, dan pas de brief\n");
    return;
  }
  if (gathered.letter) {
    to << "  " << out << "/customer/letter.html   " << say(language, "the letter\n", "de brief\n");
    to << "  " << out << "/customer/annex-1.html  "
       << say(language, "how the benefit was worked out\n", "zo is het voordeel berekend\n");
    to << "  " << out << "/customer/annex-2.html  "
       << say(language, "the usual indexation, step by step\n",
              "de gewone indexatie, stap voor stap\n");
    return;
  }
  to << "  " << say(language, "no letter", "geen brief");
  if (gathered.proposal && gathered.proposal->refusal() != nullptr)
    to << ": " << gathered.proposal->verdict_in_words().in(language);
  to << "\n";
  for (const MissingKey& key : gathered.missing)
    to << "  " << key.key << ": " << key.text.in(language) << "\n";
}

}  // namespace

Status prepare(const PrepareOptions& options, Session& session) {
  const TalkRequest request{options.contract, options.scenarios, options.invoices,  std::nullopt,
                            session.today(),  options.columns,   options.thresholds};
  Diagnostics problems;
  const std::optional<Language> asked = session.asked_language();
  const auto gathered = gather(request, session.figures(), asked ? &*asked : nullptr, problems);
  const Language language =
      session.language(gathered ? std::optional(gathered->file.contract.language()) : std::nullopt);
  session.print(problems, language);
  if (!gathered || problems.has_errors()) return Status::invalid;
  session.print_today(language);
  TalkInput input;
  input.dossier = &gathered->dossier;
  input.findings = gathered->findings;
  input.years = gathered->years ? &*gathered->years : nullptr;
  input.proposal_alternative = gathered->proposal_alternative;
  input.proposal = gathered->proposal ? &*gathered->proposal : nullptr;
  input.letter = gathered->letter ? &*gathered->letter : nullptr;
  input.missing = gathered->missing;
  const Talk talk = make_talk(input);
  const Diagnostics written = write_folder(options.out, folder_of(*gathered, talk, language));
  session.print(written, language);
  if (written.has_errors()) return Status::invalid;
  if (session.json())
    session.out() << talk_json(talk);
  else
    print_result(*gathered, talk, options.out, session, language);
  return Status::fine;
}

}  // namespace pricetalk
