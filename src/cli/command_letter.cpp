#include <ostream>

#include "cli/commands.hpp"
#include "cli/gather.hpp"
#include "letter/kinds.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/talk/facts.hpp"

namespace pricetalk {

namespace {

void print_missing(const std::vector<MissingKey>& keys, std::ostream& err, Language language) {
  if (keys.empty()) return;
  err << say(language, "the contract file does not state yet\n",
             "in het contractbestand ontbreekt nog\n");
  for (const MissingKey& each : keys)
    err << "  - " << each.key << ": " << each.text.in(language) << "\n";
}

/// What keeps another letter from being written, on `err`.
void print_none(const NoLetter& none, std::ostream& err, Language language) {
  err << say(language, "no letter: ", "geen brief: ");
  if (!none.why.en.empty()) err << none.why.in(language) << "\n";
  print_missing(none.missing, err, language);
}

/// What keeps an innovation from being offered, on `err`.
void print_reason(const Talk& talk, std::ostream& err, Language language) {
  const bool nl = language == Language::nl;
  err << (nl ? "geen brief: " : "no letter: ");
  if (!talk.proposal) {
    err << no_proposal(talk).in(language) << "\n";
  } else if (talk.proposal->offer() == nullptr) {
    err << talk.proposal->verdict_in_words().in(language) << "\n";
    if (const Refusal* refusal = talk.proposal->refusal())
      for (const Mend& mend : refusal->mends) err << "  - " << mend.text.in(language) << "\n";
    print_missing(talk.proposal->missing, err, language);
  } else {
    print_missing(talk.missing, err, language);
  }
}

/// What the writer should look at again, on `err`.
void print_advice(const Letter& letter, std::ostream& err, Language language) {
  const bool nl = language == Language::nl;
  const LetterStatistics& counted = letter.statistics;
  err << counted.words << (nl ? " woorden, gemiddeld " : " words, on average ")
      << decimal_text(counted.average, language)
      << (nl ? " per zin, langste zin " : " a sentence, longest sentence ") << counted.longest
      << "\n";
  for (const LetterRemark& remark : letter.remarks)
    err << (nl ? "let op: " : "note: ") << remark.text.in(language) << "\n";
  for (const ToneFinding& finding : letter.tone)
    err << (nl ? "toon " : "tone ") << finding.pattern->id << ": '" << finding.words << "' ("
        << finding.pattern->why << "). " << (nl ? "Liever: " : "Better: ")
        << finding.pattern->better << "\n";
  for (const Leak& leak : letter.leaks)
    err << (nl ? "alleen voor ons: '" : "for us only: '") << leak.figure << "' in " << leak.key
        << ": " << leak.what.in(language)
        << (nl ? "; haal het daar weg\n" : "; take it out there\n");
}

/// Beside a mistake that the customer does not know, a letter about the price would be the
/// embarrassment itself.
void print_untold(const Talk& talk, std::ostream& err, Language language) {
  const bool nl = language == Language::nl;
  err << (nl ? "geen brief: bel de klant eerst over\n"
             : "no letter: first call the customer about\n");
  for (const Finding* finding : untold(talk)) err << "  - " << finding->title.in(language) << "\n";
}

}  // namespace

Status letter(const LetterOptions& options, Session& session) {
  Diagnostics problems;
  TalkRequest request{options.contract, options.scenarios, options.invoices, options.columns};
  request.options.today = session.today();
  request.options.form = options.form;
  const LetterKind kind = options.kind.value_or(LetterKind::innovation);
  request.options.needs_futures = kind == LetterKind::innovation;
  const auto gathered = gather(request, session.figures(), problems);
  const Language language =
      session.language(gathered ? std::optional(gathered->file.contract.language()) : std::nullopt);
  session.print(problems, language);
  if (!gathered || problems.has_errors()) return Status::invalid;
  const Talk& talk = *gathered->talk;
  if (kind == LetterKind::innovation && !talk.letter) {
    print_reason(talk, session.err(), language);
    return Status::findings;
  }
  if (about_price(kind) && !untold(talk).empty()) {
    print_untold(talk, session.err(), language);
    return Status::findings;
  }
  const auto written = write_letter(facts_of(talk), kind, gathered->file.contract.language());
  if (const auto* none = std::get_if<NoLetter>(&written)) {
    print_none(*none, session.err(), language);
    return Status::findings;
  }
  const Letter& made = std::get<Letter>(written);
  const Phrase looked = about_price(kind) ? nobody_looked(talk) : Phrase{};
  if (!looked.en.empty())
    session.err() << (language == Language::nl ? "let op: " : "note: ") << looked.in(language)
                  << "\n";
  print_advice(made, session.err(), language);
  if (made.stopped()) return Status::findings;
  if (options.mail) {
    session.out() << say(made.language, "Subject: ", "Onderwerp: ") << made.mail.subject << "\n\n"
                  << made.mail.text;
    return Status::fine;
  }
  session.out() << made.text;
  for (const Page& annex : made.annexes) session.out() << "\n---\n\n" << as_markdown(annex);
  return Status::fine;
}

}  // namespace pricetalk
