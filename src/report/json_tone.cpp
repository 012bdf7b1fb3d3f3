#include "report/json_tone.hpp"

#include "report/json_parts.hpp"
#include "report/tone_report.hpp"

namespace pricetalk {

Json tone_findings_json(const std::vector<ToneFinding>& findings) {
  Json made = Json::array();
  for (const ToneFinding& each : findings)
    made.push_back({{"line", each.line},
                    {"pattern", each.pattern->id},
                    {"stops", each.pattern->stops},
                    {"words", each.words},
                    {"sentence", each.sentence},
                    {"why", each.pattern->why},
                    {"better", each.pattern->better}});
  return made;
}

Json letter_statistics_json(const LetterStatistics& counted) {
  return {{"words", counted.words},
          {"sentences", counted.sentences},
          {"average", counted.average.text()},
          {"longest", counted.longest},
          {"longest_sentence", counted.longest_sentence}};
}

std::string tone_json(const ToneReport& report) {
  return printed({{"file", report.file},
                  {"language", report.language == Language::nl ? "nl" : "en"},
                  {"language_guessed", report.guessed},
                  {"tracked_changes", report.letter.tracked},
                  {"statistics", letter_statistics_json(report.statistics)},
                  {"findings", tone_findings_json(report.findings)},
                  {"stopped", report.stopped()}});
}

}  // namespace pricetalk
