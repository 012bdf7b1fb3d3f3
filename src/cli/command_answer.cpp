#include <ostream>

#include "answer/answer.hpp"
#include "answer/check_letter.hpp"
#include "register/written_values.hpp"
#include "cli/asked_files.hpp"
#include "cli/commands.hpp"
#include "cli/gather.hpp"
#include "cli/load.hpp"
#include "cli/received_pdf.hpp"
#include "files/files.hpp"
#include "letter/answer_letter.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/announced.hpp"
#include "report/answer_report.hpp"

namespace pricetalk {

namespace {

/// What the options say of the letter; what cannot be read is told.
ReceivedLetter letter_of(const AnswerOptions& options, Diagnostics& problems) {
  ReceivedLetter made;
  made.on = options.on.value_or(Date());
  made.received = options.received;
  made.lines = options.lines;
  if (options.announced.empty() && options.prices.empty())
    problems.error("U0003", {},
                   {"--announced or --price is missing", "--announced of --price ontbreekt"},
                   {"write what the letter announces: --announced 5.62%",
                    "schrijf wat de brief aankondigt: --announced 5,62%"});
  if (!options.on)
    problems.error("U0003", {}, {"--on is missing", "--on ontbreekt"},
                   {"write the first day of the announced price: --on 2026-01-01",
                    "schrijf de eerste dag van de aangekondigde prijs: --on 2026-01-01"});
  if (!options.announced.empty() && !options.prices.empty())
    problems.error("U0051", {},
                   {"--announced and --price say the same thing in two ways",
                    "--announced en --price zeggen hetzelfde op twee manieren"},
                   {"leave one of them out", "laat een van beide weg"});
  if (!options.announced.empty()) {
    made.change = written_percentage(options.announced);
    if (made.change && made.change->as_fraction() <= Ratio(-1)) made.change.reset();
    if (!made.change)
      problems.error("U0004", {},
                     {"--announced takes a percentage, and '" + options.announced + "' is not that",
                      "--announced vraagt een percentage; '" + options.announced + "' is dat niet"},
                     {"write --announced 5.62%", "schrijf --announced 5,62%"});
  }
  for (const std::string& text : options.prices) {
    const std::size_t equals = text.find('=');
    const auto price =
        equals == std::string::npos ? std::nullopt : written_price(text.substr(equals + 1));
    if (equals == 0 || !price) {
      problems.error("U0004", {},
                     {"--price takes a line and a price, and '" + text + "' is not that",
                      "--price vraagt een regel en een prijs; '" + text + "' is dat niet"},
                     {"write --price stadskantoor=37.63", "schrijf --price stadskantoor=37,63"});
      continue;
    }
    made.prices.push_back({text.substr(0, equals), *price});
  }
  return made;
}

/// A percentage below one without its sign may be a fraction: what each of the two comes to.
void ask_for_the_sign(const ContractFile& file, const ReceivedLetter& letter,
                      const std::string& written, Date today, Diagnostics& problems) {
  ReceivedLetter other = letter;
  other.change = fraction_as_percentage(*letter.change);
  const AnsweredLetter both[] = {answer(file.contract, file.library, letter, today, Why::left_out),
                                 answer(file.contract, file.library, other, today, Why::left_out)};
  const auto in = [&](Language language) {
    std::string made;
    for (const AnsweredLetter& each : both) {
      const Percent& change = *each.letter.change;
      made += percent_text(change.as_fraction(), change.of_hundred.scale(), language) + ": " +
              verdict_line(each, language) + "; ";
    }
    return made + either_percentage(*letter.change, *other.change).in(language);
  };
  problems.error("A0202", {},
                 {"'" + written + "' can be a percentage or a fraction",
                  "'" + written + "' kan een percentage zijn, of een breuk"},
                 {in(Language::en), in(Language::nl)});
}

/// A number without its sign that is the contract's own step as a factor may be meant so.
void ask_for_the_factor(const AnsweredLetter& letter, const std::string& written,
                        Diagnostics& problems) {
  const auto step = factor_as_percentage(written);
  if (!step || !allows_step(letter, *step)) return;
  problems.error("A0202", {},
                 {"'" + written + "' can be a percentage or a factor",
                  "'" + written + "' kan een percentage zijn, of een factor"},
                 either_percentage(*letter.letter.change, *step));
}

/// The draft as a document of the kind that its file's name says.
void write_draft(const Page& draft, const AnswerOptions& options, const Contract& contract,
                 Date today, Diagnostics& problems) {
  const DocumentTarget target{options.letter, {}, options.house_style};
  const auto bytes =
      document_bytes(draft, draft_format(options.letter), target, contract, today, problems);
  if (bytes) problems.append(write_file(options.letter, *bytes));
}

/// What a PDF says, for the user to judge by: no verdict without his word.
Status suggest_from_pdf(const AnswerOptions& options, Session& session) {
  const Language language = session.language(stated_language(options.contract));
  Diagnostics problems;
  const auto text = text_of_pdf(options.letter_received,
                                {"type what the letter says: --announced 5.62% --on 2026-01-01",
                                 "typ wat er in de brief staat: --announced 5,62% --on 2026-01-01"},
                                problems);
  session.print(problems, language);
  if (!text) return Status::invalid;
  session.out() << suggestion_text(suggestion_of(*text), options, language);
  return Status::findings;
}

}  // namespace

Status answer(const AnswerOptions& options, Session& session) {
  AskedFiles files{{{"--letter", options.letter}}, {}, {options.contract}};
  files.also_read(session.figures().paths);
  files.also_read({options.letter_received, options.house_style});
  Diagnostics problems = asked_twice(files);
  const bool stated = !options.announced.empty() || !options.prices.empty();
  if (!problems.has_errors() && !options.letter_received.empty() && !stated)
    return suggest_from_pdf(options, session);
  const ReceivedLetter letter = letter_of(options, problems);
  if (problems.has_errors()) {
    session.print(problems, session.language());
    return Status::usage;
  }
  const auto loaded = load_contract(options.contract, session.figures());
  const Language language = session.language(
      loaded.value ? std::optional(loaded.value->contract.language()) : std::nullopt);
  problems.append(loaded.diagnostics);
  if (!loaded.ok()) {
    session.print(problems, language);
    return Status::invalid;
  }
  const Contract& contract = loaded.value->contract;
  for (LetterProblem& each : letter_problems(letter, contract, session.today()))
    problems.error(each.no_such_line ? "U0006" : "U0051", {}, std::move(each.title),
                   std::move(each.hint));
  if (LetterProblem early = received_before_signing(letter, contract); !early.title.empty())
    problems.warning("A0195", {}, std::move(early.title), std::move(early.hint));
  if (!problems.has_errors() && may_be_fraction(options.announced))
    ask_for_the_sign(*loaded.value, letter, options.announced, session.today(), problems);
  if (problems.has_errors()) {
    session.print(problems, language);
    return Status::usage;
  }
  const AnsweredLetter made = answer(contract, loaded.value->library, letter, session.today());
  ask_for_the_factor(made, options.announced, problems);
  if (problems.has_errors()) {
    session.print(problems, language);
    return Status::usage;
  }
  const Page draft = answer_letter(made, language);
  if (!options.letter.empty()) write_draft(draft, options, contract, session.today(), problems);
  session.print(problems, language);
  if (session.json()) {
    session.out() << answer_json(made, as_markdown(draft), session.today_from_clock());
  } else {
    session.print_today(language);
    session.out() << answer_text(made, language);
    if (options.letter.empty())
      session.out() << "\n---\n\n" << as_markdown(draft);
    else if (!problems.has_errors())
      session.out() << "\n"
                    << say(language, "draft answer: ", "conceptantwoord: ") << options.letter
                    << "\n";
  }
  if (problems.has_errors()) return Status::invalid;
  return made.verdict == LetterVerdict::accept ? Session::status_of(problems) : Status::findings;
}

}  // namespace pricetalk
