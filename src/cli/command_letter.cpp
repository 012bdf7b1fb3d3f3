#include <ostream>

#include "cli/commands.hpp"
#include "cli/gather.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// What keeps a letter from being written, on `err`.
void print_reason(const Talk& talk, std::ostream& err, Language language) {
  const bool nl = language == Language::nl;
  const auto missing = [&](const std::vector<MissingKey>& keys) {
    if (keys.empty()) return;
    err << (nl ? "in het contractbestand ontbreekt nog\n"
               : "the contract file does not state yet\n");
    for (const MissingKey& each : keys)
      err << "  - " << each.key << ": " << each.text.in(language) << "\n";
  };
  err << (nl ? "geen brief: " : "no letter: ");
  if (!talk.proposal) {
    err << no_proposal(talk).in(language) << "\n";
  } else if (talk.proposal->offer() == nullptr) {
    err << talk.proposal->verdict_in_words().in(language) << "\n";
    if (const Refusal* refusal = talk.proposal->refusal())
      for (const Mend& mend : refusal->mends) err << "  - " << mend.text.in(language) << "\n";
    missing(talk.proposal->missing);
  } else {
    missing(talk.missing);
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
  if (options.kind) request.options.letter = *options.kind;
  const auto gathered = gather(request, session.figures(), problems);
  const Language language =
      session.language(gathered ? std::optional(gathered->file.contract.language()) : std::nullopt);
  session.print(problems, language);
  if (!gathered || problems.has_errors()) return Status::invalid;
  const Talk& talk = *gathered->talk;
  if (!talk.letter) {
    print_reason(talk, session.err(), language);
    return Status::findings;
  }
  if (!untold(talk).empty()) {
    print_untold(talk, session.err(), language);
    return Status::findings;
  }
  const Letter& made = *talk.letter;
  const Phrase looked = nobody_looked(talk);
  if (!looked.en.empty())
    session.err() << (language == Language::nl ? "let op: " : "note: ") << looked.in(language)
                  << "\n";
  print_advice(made, session.err(), language);
  if (talk.letter_stopped()) return Status::findings;
  session.out() << made.text << "\n---\n\n"
                << as_markdown(made.benefit) << "\n---\n\n"
                << as_markdown(made.indexation);
  return Status::fine;
}

}  // namespace pricetalk
