#include "report/json_letter.hpp"

#include "document/language_words.hpp"
#include "document/word_of.hpp"
#include "letter/whole_letter.hpp"
#include "report/json_parts.hpp"
#include "report/json_tone.hpp"

namespace pricetalk {

namespace {

Json whole_letter_json(const Letter& letter) {
  Json remarks = Json::array();
  for (const LetterRemark& each : letter.remarks)
    remarks.push_back({{"rule", each.rule}, {"text", sentence_json(each.text)}});
  Json figures = Json::array();
  for (const Explained& each : letter.figures)
    figures.push_back({{"what", sentence_json(each.label)}, {"figure", figure_json(each.figure)}});
  return {{"language", word_of(letter.language)},
          {"text", as_markdown(whole_letter(letter))},
          {"statistics", letter_statistics_json(letter.statistics)},
          {"remarks", remarks},
          {"tone", tone_findings_json(letter.tone)},
          {"stopped", letter.stopped()},
          {"figures", figures}};
}

}  // namespace

std::string letter_json(const Letter* letter, const std::vector<MissingKey>& missing, Date today,
                        bool today_from_clock) {
  Json keys = Json::array();
  for (const MissingKey& each : missing)
    keys.push_back({{"key", each.key}, {"text", sentence_json(each.text)}});
  return printed({{"today", today.text()},
                  {"today_from_clock", today_from_clock},
                  {"letter", letter == nullptr ? Json(nullptr) : whole_letter_json(*letter)},
                  {"missing", keys}});
}

}  // namespace pricetalk
