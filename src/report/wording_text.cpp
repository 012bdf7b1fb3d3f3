#include <array>
#include <utility>

#include "report/json_parts.hpp"
#include "report/table.hpp"
#include "report/wording_report.hpp"

namespace pricetalk {

namespace {

struct OpenWords {
  std::string_view key;
  Phrase words;
};

/// What a key asks, where a text gives no answer.
Phrase open_in_words(const std::string& key) {
  static const std::array<OpenWords, 4> all{{
      {"series", {"which of the series of that name", "welke van de reeksen met die naam"}},
      {"use",
       {"which month or period of the index counts", "welke maand of periode van de index telt"}},
      {"adjust.every",
       {"how often: once a year is filled in", "hoe vaak: eens per jaar is ingevuld"}},
      {"adjust.on",
       {"on which day: the day of the start is filled in",
        "op welke dag: de dag van de ingang is ingevuld"}},
  }};
  for (const OpenWords& each : all)
    if (each.key == key) return each.words;
  return {key, key};
}

std::string quoted(const std::string& words, Language language) {
  return say(language, "\"", "'") + words + say(language, "\"", "'");
}

}  // namespace

std::string wording_text(const WordingReport& report, Language language) {
  const ReadWording& read = report.read;
  std::string made;
  if (!read.placed.empty()) {
    made += say(language, "Understood\n", "Begrepen\n");
    for (const PlacedWords& each : read.placed)
      made += "  " + each.key + " = " + each.value + "  " + quoted(each.words, language) + "\n";
  }
  if (!read.unplaced.empty()) {
    made += say(language, "\nNot placed: read these words yourself\n",
                "\nNiet geplaatst: lees deze woorden zelf\n");
    for (const UnplacedWords& each : read.unplaced)
      made += "  " + quoted(each.words, language) +
              (each.why == Unplaced::contested
                   ? say(language, ": the text says something else of the same thing as well",
                         ": de tekst zegt hierover ook iets anders")
                   : std::string()) +
              "\n";
  }
  if (!read.open.empty()) {
    made += say(language, "\nNot said\n", "\nStaat er niet\n");
    for (const std::string& each : read.open) {
      const Phrase open = open_in_words(each);
      made += "  " + say(language, open.en, open.nl) + "\n";
    }
  }
  if (read.clause.empty())
    return made + say(language,
                      "\nNo clause: the text names no index that is known, and no fixed rise\n",
                      "\nGeen clausule: de tekst noemt geen index die bekend is, en geen vaste "
                      "stijging\n");
  made += say(language, "\nAs a clause\n", "\nAls clausule\n") + read.clause;
  if (!report.sentences.empty()) {
    made += say(language, "\nIn words\n", "\nIn woorden\n");
    for (const std::string& each : report.sentences) made += "  " + each + "\n";
  }
  return made;
}

std::string wording_json(const WordingReport& report) {
  Json placed = Json::array();
  for (const PlacedWords& each : report.read.placed)
    placed.push_back({{"words", each.words}, {"key", each.key}, {"value", each.value}});
  Json unplaced = Json::array();
  for (const UnplacedWords& each : report.read.unplaced)
    unplaced.push_back({{"words", each.words},
                        {"why", each.why == Unplaced::contested ? "contested" : "unknown"}});
  return printed({{"understood", std::move(placed)},
                  {"not_placed", std::move(unplaced)},
                  {"not_said", report.read.open},
                  {"id", report.read.id},
                  {"clause", report.read.clause},
                  {"sentences", report.sentences}});
}

}  // namespace pricetalk
