#include "report/json_parts.hpp"
#include "report/json_tone.hpp"
#include "report/read_back_report.hpp"

namespace pricetalk {

namespace {

const char* word_of_figure(SaidFigure::Kind kind) {
  switch (kind) {
    case SaidFigure::Kind::amount:
      return "amount";
    case SaidFigure::Kind::percentage:
      return "percentage";
    case SaidFigure::Kind::day:
      return "day";
    case SaidFigure::Kind::year:
      return "year";
    case SaidFigure::Kind::number:
      break;
  }
  return "number";
}

const char* word_of_change(PromiseChange::Kind kind) {
  switch (kind) {
    case PromiseChange::Kind::changed:
      return "changed";
    case PromiseChange::Kind::dropped:
      return "dropped";
    case PromiseChange::Kind::added:
      return "added";
    case PromiseChange::Kind::reworded:
      break;
  }
  return "reworded";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

}  // namespace

std::string read_back_json(const ReadBack& found, const std::string& file) {
  Json strangers = Json::array();
  for (const Stranger& each : found.strangers)
    strangers.push_back(
        {{"figure", each.figure.text},
         {"kind", word_of_figure(each.figure.kind)},
         {"sentence", each.sentence},
         {"line", each.line},
         {"ours", each.ours.en.empty() ? Json(nullptr) : sentence_json(each.ours)}});
  Json promises = Json::array();
  for (const PromiseChange& each : found.promises)
    promises.push_back({{"kind", word_of_change(each.kind)},
                        {"said", text_or_null(each.said)},
                        {"says", text_or_null(each.says)},
                        {"line", each.line == 0 ? Json(nullptr) : Json(each.line)}});
  return printed({{"file", file},
                  {"language", found.language == Language::nl ? "nl" : "en"},
                  {"holds", found.holds()},
                  {"annexes", found.annexes},
                  {"tracked_changes", found.letter.tracked},
                  {"strangers", strangers},
                  {"promises", promises},
                  {"tone", tone_findings_json(found.tone)},
                  {"statistics", letter_statistics_json(found.statistics)}});
}

}  // namespace pricetalk
