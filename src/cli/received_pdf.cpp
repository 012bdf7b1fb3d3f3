#include "cli/received_pdf.hpp"

#include <algorithm>

#include "answer/letter_itself.hpp"
#include "files/files.hpp"
#include "files/program.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t most_text = 4'000'000;  // of a text that is longer the beginning counts
constexpr int most_seconds = 30;

void cannot(const std::string& path, const char* en, const char* nl, Phrase hint,
            Diagnostics& problems) {
  problems.error("O0031", {}, {"'" + path + "' " + en, "'" + path + "' " + nl}, std::move(hint));
}

std::string change_text(const SuggestedChange& change, Language language) {
  return percent_text(change.change.as_fraction(), change.change.of_hundred.scale(), language);
}

}  // namespace

std::optional<std::string> text_of_pdf(const std::string& path, const Phrase& otherwise,
                                       Diagnostics& problems) {
  const auto bytes = read_file(path);
  problems.append(bytes.diagnostics);
  if (!bytes.value) return std::nullopt;
  if (bytes.value->substr(0, 1024).find("%PDF-") == std::string::npos) {
    cannot(path, "is no PDF", "is geen PDF", otherwise, problems);
    return std::nullopt;
  }
  // A name that begins with a dash would be an option.
  const std::string name = path.starts_with('-') ? "./" + path : path;
  using Outcome = ProgramRun::Outcome;
  ProgramRun made = run_program("pdftotext", {"-layout", "-enc", "UTF-8", name, "-"},
                                {.bytes = most_text, .seconds = most_seconds});
  if (made.outcome == Outcome::missing) {
    cannot(path, "cannot be read: pdftotext is not installed",
           "is niet te lezen: pdftotext is niet geïnstalleerd",
           {"install poppler-utils, or " + otherwise.en,
            "installeer poppler-utils, of " + otherwise.nl},
           problems);
    return std::nullopt;
  }
  if (made.outcome == Outcome::too_long) {
    cannot(path, "takes too long to read", "kost te veel tijd om te lezen", otherwise, problems);
    return std::nullopt;
  }
  if (made.outcome == Outcome::ended && made.status != 0) {
    cannot(path, "cannot be read: it is damaged, or needs a password",
           "is niet te lezen: het bestand is beschadigd of vraagt een wachtwoord", otherwise,
           problems);
    return std::nullopt;
  }
  if (std::none_of(made.output.begin(), made.output.end(),
                   [](unsigned char c) { return std::isalnum(c) != 0; })) {
    cannot(path, "holds no text: it is a picture", "bevat geen tekst: het is een afbeelding",
           otherwise, problems);
    return std::nullopt;
  }
  return std::move(made.output);
}

std::string suggestion_text(const LetterSuggestion& suggestion, const AnswerOptions& options,
                            Language language) {
  std::string out = say(language, "Read in ", "Gelezen in ") + options.letter_received +
                    say(language, " (a suggestion; look at the letter itself):\n",
                        " (een suggestie; kijk in de brief zelf):\n");
  for (const SuggestedChange& each : suggestion.changes)
    out += "  " + change_text(each, language) + "   \"" + each.quote + "\"\n";
  for (const SuggestedDay& each : suggestion.days)
    out += "  " + date_text(each.day, language) +
           (each.begins ? say(language, " (begins)", " (ingang)") : "") + "   \"" + each.quote +
           "\"\n";
  if (suggestion.changes.empty())
    out += say(language, "  no percentage: type the prices with --price LINE=PRICE\n",
               "  geen percentage: typ de prijzen met --price REGEL=PRIJS\n");
  out += say(language, "\nTo judge it, type:\n", "\nOm de brief te laten beoordelen, typt u:\n");
  out += "  " + confirming_command(suggestion, options.contract, options.received, language) + "\n";
  if (suggestion.changes.size() > 1 || suggestion.days.size() > 1)
    out += say(language, "More than one stands in the letter: take those that it announces.\n",
               "Er staat er meer dan één in de brief: neem wat hij aankondigt.\n");
  return out;
}

}  // namespace pricetalk
