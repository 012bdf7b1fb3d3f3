#include <algorithm>

#include "letter/guessed_language.hpp"
#include "letter/innovation.hpp"
#include "letter/kinds.hpp"
#include "letter/tone.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/tone_report.hpp"

namespace pricetalk {

namespace {

std::string how_known(const ToneReport& report, Language language) {
  if (report.stated) return {};
  return report.guessed ? say(language, " (by its words)", " (naar de woorden)")
                        : say(language, " (its words do not tell; --language says it)",
                              " (de woorden zeggen het niet; --language zegt het)");
}

std::string counted(int count, const Phrase& one, const Phrase& more, Language language) {
  return std::to_string(count) + " " + (count == 1 ? one : more).in(language);
}

std::string finding_text(const ToneReport& report, const ToneFinding& finding, Language language) {
  const TonePattern& pattern = *finding.pattern;
  return "\n" + place_in(report.letter, finding.line).in(language) + ", " +
         std::string(pattern.id) +
         (pattern.stops ? say(language, ", stops", ", houdt tegen") : "") + ": '" + finding.words +
         "' (" + std::string(pattern.why) + ")\n  " + finding.sentence + "\n  " +
         say(language, "Better: ", "Liever: ") + std::string(pattern.better) + "\n";
}

}  // namespace

std::string shortened_quote(const std::string& sentence) {
  constexpr std::size_t longest = 300;
  if (sentence.size() <= longest) return sentence;
  const std::size_t blank = sentence.rfind(' ', longest);
  std::size_t end = blank == std::string::npos || blank == 0 ? longest : blank;
  while ((static_cast<unsigned char>(sentence[end]) & 0xC0U) == 0x80U) --end;
  return sentence.substr(0, end) + " …";
}

bool ToneReport::stopped() const {
  return std::any_of(findings.begin(), findings.end(),
                     [](const ToneFinding& each) { return each.pattern->stops; });
}

ToneReport tone_report(std::string file, LetterFile letter, std::optional<Language> stated,
                       Language otherwise) {
  ToneReport made;
  made.file = std::move(file);
  made.letter = std::move(letter);
  const auto guessed = guessed_language(made.letter.text);
  made.language = stated ? *stated : guessed.value_or(otherwise);
  made.stated = stated.has_value();
  made.guessed = !stated && guessed.has_value();
  made.statistics = measure(made.letter.text, made.language);
  if (made.statistics.words == 0) made.statistics = measure_all(made.letter.text);
  made.findings = tone(made.letter.text, made.language);
  return made;
}

std::string tone_text(const ToneReport& report, Language language) {
  const LetterStatistics& count = report.statistics;
  std::string out = report.file + ": " + language_name(report.language).in(language) +
                    how_known(report, language) + "\n";
  out += counted(count.words, {"word", "woord"}, {"words", "woorden"}, language) + ", " +
         counted(count.sentences, {"sentence", "zin"}, {"sentences", "zinnen"}, language) +
         say(language, ", on average ", ", gemiddeld ") + decimal_text(count.average, language) +
         say(language, " a sentence, longest sentence ", " per zin, langste zin ") +
         std::to_string(count.longest) + "\n";
  if (report.letter.tracked)
    out += say(language, "note: the file holds tracked changes; the new text was read\n",
               "let op: het bestand bevat bijgehouden wijzigingen; de nieuwe tekst is gelezen\n");
  for (const ToneFinding& finding : report.findings) out += finding_text(report, finding, language);
  const auto found = static_cast<int>(report.findings.size());
  const auto stops =
      static_cast<int>(std::count_if(report.findings.begin(), report.findings.end(),
                                     [](const ToneFinding& each) { return each.pattern->stops; }));
  if (found == 0)
    return out + say(language, "nothing that a reader would not want to receive\n",
                     "niets dat een lezer liever niet ontvangt\n");
  out += "\n" + counted(found, {"finding", "bevinding"}, {"findings", "bevindingen"}, language);
  if (stops > 0)
    out += say(language, ", of which ", ", waarvan ") + std::to_string(stops) +
           say(language, stops == 1 ? " stops the letter" : " stop the letter",
               stops == 1 ? " de brief tegenhoudt" : " de brief tegenhouden");
  return out + "\n";
}

}  // namespace pricetalk
