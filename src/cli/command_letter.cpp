#include <algorithm>
#include <ostream>

#include "register/written_values.hpp"
#include "cli/asked_files.hpp"
#include "cli/attached_file.hpp"
#include "cli/commands.hpp"
#include "cli/edited_letter.hpp"
#include "cli/gather.hpp"
#include "cli/known_line.hpp"
#include "document/word_of.hpp"
#include "letter/kinds.hpp"
#include "letter/letter_mail.hpp"
#include "letter/whole_letter.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/talk/facts.hpp"
#include "report/json_letter.hpp"
#include "talk/talk_calendar.hpp"

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

/// An option that does nothing beside another.
void tell_idle(const std::string& option, const std::string& beside, Diagnostics& problems) {
  problems.error(
      "U0005", {},
      {option + " does nothing beside " + beside, option + " doet niets naast " + beside},
      {"leave one of them out", "laat een van beide weg"});
}

/// The e-mail with the letter as it is made, or with the user's own file of it.
Status write_mail(const Letter& made, const Talk& talk, const LetterOptions& options,
                  Session& session, Language language) {
  Diagnostics problems;
  auto attached = options.attach.empty() ? std::optional(letter_attachment(made, *talk.contract))
                                         : attached_file(options.attach, problems);
  if (attached && !options.attach.empty()) {
    const Status checked = check_outgoing_letter(made, talk, options.attach, session, language);
    if (checked != Status::fine) return checked;
  }
  const auto mail =
      attached ? letter_mail(made, *talk.contract, std::move(*attached), session.today(), problems)
               : std::nullopt;
  return write_out(mail, options.target.out, std::move(problems), session, language);
}

/// What the customer disputes, from the options; what cannot be read is told.
Dispute dispute_of(const LetterOptions& options, LetterKind kind, Diagnostics& problems) {
  Dispute made{{}, options.received};
  if (kind != LetterKind::dispute) {
    const std::string beside = "--kind " + std::string(word_of(kind));
    if (!options.disputed.empty()) tell_idle("--disputed", beside, problems);
    if (options.received) tell_idle("--received", beside, problems);
    return made;
  }
  if (options.disputed.empty())
    problems.error("U0003", {}, {"--disputed is missing", "--disputed ontbreekt"},
                   {"write which line the customer disputes, and what he says was charged too "
                    "much: --disputed stadskantoor=8625.00",
                    "schrijf welke regel de klant betwist, en wat er volgens hem te veel is "
                    "gerekend: --disputed stadskantoor=8625,00"});
  for (const std::string& text : options.disputed) {
    const std::size_t equals = text.find('=');
    const std::string line = text.substr(0, equals);
    const auto amount =
        equals == std::string::npos ? std::nullopt : written_price(text.substr(equals + 1));
    if (line.empty() || (equals != std::string::npos && (!amount || amount->is_zero()))) {
      problems.error(
          "U0004", {},
          {"--disputed takes a line and an amount, and '" + text + "' is not that",
           "--disputed vraagt een regel en een bedrag; '" + text + "' is dat niet"},
          {"write --disputed stadskantoor=8625.00", "schrijf --disputed stadskantoor=8625,00"});
      continue;
    }
    const bool twice = std::any_of(made.lines.begin(), made.lines.end(),
                                   [&](const auto& each) { return each.line == line; });
    if (twice)
      problems.error("U0004", {},
                     {"--disputed names '" + line + "' more than once",
                      "--disputed noemt '" + line + "' meer dan één keer"},
                     {"write one amount for the line", "schrijf één bedrag voor de regel"});
    made.lines.push_back({line, amount});
  }
  return made;
}

}  // namespace

Status letter(const LetterOptions& options, Session& session) {
  AskedFiles files{{{"--out", options.target.out}}, {}, {options.contract}};
  files.also_read(options.scenarios);
  files.also_read(options.invoices);
  files.also_read(session.figures().paths);
  files.also_read({options.target.house_style, options.check, options.attach});
  Diagnostics problems = asked_twice(files);
  const auto format = format_of(options.target, problems);
  if (!options.check.empty() && !options.target.out.empty())
    tell_idle("--out", "--check", problems);
  if (!options.attach.empty() && format != DocumentFormat::eml)
    tell_idle("--attach", "--format " + word_of(format.value_or(DocumentFormat::md)), problems);
  const LetterKind kind = options.kind.value_or(LetterKind::innovation);
  const Dispute dispute = dispute_of(options, kind, problems);
  if (problems.has_errors()) {
    session.print(problems, session.language());
    return Status::usage;
  }
  TalkRequest request{options.contract, options.scenarios, options.invoices, options.columns};
  request.options.today = session.today();
  request.options.form = options.form;
  request.options.innovations = options.innovations;
  request.options.letter_language = session.letter_language();
  request.options.needs_futures = kind == LetterKind::innovation;
  const auto gathered = gather(request, session.figures(), problems);
  const Language language =
      session.language(gathered ? std::optional(gathered->file.contract.language()) : std::nullopt);
  session.print(problems, language);
  if (!gathered || problems.has_errors()) return Status::invalid;
  const Talk& talk = *gathered->talk;
  for (const Dispute::OfLine& each : dispute.lines)
    if (!known_line(each.line, *talk.contract, session, language)) return Status::usage;
  if (format == DocumentFormat::ics)
    return write_out(talk_calendar(facts_of(talk), language), options.target.out, {}, session,
                     language);
  if (kind == LetterKind::innovation && !talk.letter) {
    print_reason(talk, session.err(), language);
    if (session.json())
      session.out() << letter_json(nullptr, talk.missing, session.today(),
                                   session.today_from_clock());
    return Status::findings;
  }
  if (about_price(kind) && !untold(talk).empty()) {
    print_untold(talk, session.err(), language);
    return Status::findings;
  }
  const auto written = write_letter(facts_of(talk), kind, talk.letter_language, dispute);
  if (const auto* none = std::get_if<NoLetter>(&written)) {
    print_none(*none, session.err(), language);
    if (session.json())
      session.out() << letter_json(nullptr, none->missing, session.today(),
                                   session.today_from_clock());
    return Status::findings;
  }
  const Letter& made = std::get<Letter>(written);
  if (!options.check.empty())
    return check_edited_letter(made, talk, options.check, session, language);
  const Phrase looked = about_price(kind) ? nobody_looked(talk) : Phrase{};
  if (!looked.en.empty())
    session.err() << (language == Language::nl ? "let op: " : "note: ") << looked.in(language)
                  << "\n";
  if (session.json())
    session.out() << letter_json(&made, {}, session.today(), session.today_from_clock());
  else
    print_advice(made, session.err(), language);
  if (made.stopped()) return Status::findings;
  if (session.json() && options.target.out.empty()) return Status::fine;
  if (options.mail) {
    session.out() << say(made.language, "Subject: ", "Onderwerp: ", "Betreff: ", "Objet\u00a0: ")
                  << made.mail.subject << "\n\n"
                  << made.mail.text;
    return Status::fine;
  }
  if (format == DocumentFormat::eml) return write_mail(made, talk, options, session, language);
  Page whole = whole_letter(made);
  whole.name = talk.contract->title;
  return write_document(whole, options.target, *talk.contract, session, language);
}

}  // namespace pricetalk
