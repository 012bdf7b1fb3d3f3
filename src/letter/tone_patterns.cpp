#include <array>
#include <memory>
#include <stdexcept>

#include "document/reader.hpp"
#include "document/word_texts.hpp"
#include "letter/tone.hpp"

namespace pricetalk {

/// `[nl.NL01]`, `[de.DE01]` of words/tone.toml.
struct TonePatternTerms : TableBase {
  Stated<std::string> pattern;
  Stated<std::string> unless;
  Stated<std::string> hit;
  Stated<std::string> why;
  Stated<std::string> better;
  Stated<bool> stops;
};
template <>
struct Dictionary<TonePatternTerms> {
  static constexpr std::string_view name = "pattern";
  static constexpr auto fields = std::tuple{
      field("pattern", &TonePatternTerms::pattern, Need::required, "", "what is looked for",
            R"('(?i)\bhelaas\b')"),
      field("unless", &TonePatternTerms::unless, Need::optional, "", "what silences it",
            R"('(?i)\bcap\b')"),
      field("hit", &TonePatternTerms::hit, Need::required, "", "a sentence that must be found",
            R"("Helaas moeten wij de tarieven verhogen.")"),
      field("why", &TonePatternTerms::why, Need::required, "", "what is wrong with it",
            R"("geen datum")"),
      field("better", &TonePatternTerms::better, Need::required, "", "what to write instead",
            R"("U krijgt bericht op 24 oktober.")"),
      field("stops", &TonePatternTerms::stops, Need::optional, "false",
            "no letter goes out with it until the writer confirms", "true"),
  };
};

struct ToneFileTerms : TableBase {
  Stated<int> schema;
  Named<TonePatternTerms> nl;
  Named<TonePatternTerms> en;
  Named<TonePatternTerms> de;
  Named<TonePatternTerms> fr;
};
template <>
struct Dictionary<ToneFileTerms> {
  static constexpr std::string_view name = "tone patterns";
  static constexpr auto fields = std::tuple{
      field("schema", &ToneFileTerms::schema, Need::required, "", "format number", "1"),
      field("nl", &ToneFileTerms::nl, Need::required, "", "for Dutch", "{}"),
      field("en", &ToneFileTerms::en, Need::required, "", "for English", "{}"),
      field("de", &ToneFileTerms::de, Need::required, "", "for German", "{}"),
      field("fr", &ToneFileTerms::fr, Need::required, "", "for French", "{}"),
  };
};

namespace {

std::vector<TonePattern> patterns_of(const Named<TonePatternTerms>& named) {
  std::vector<TonePattern> made;
  for (const auto& [id, where, terms] : named)
    made.push_back({id, terms.pattern.value, terms.unless.value, terms.hit.value, terms.why.value,
                    terms.better.value, terms.stops.value});
  return made;
}

/// The file as it was read; the patterns point into it.
const ToneFileTerms& tone_file() {
  static const Loaded<ToneFileTerms> read = read_terms<ToneFileTerms>(
      std::make_shared<const SourceText>("words/tone.toml", std::string(word_text("tone.toml"))));
  if (!read.ok()) throw std::logic_error(render(read.diagnostics, Language::en));
  return *read.value;
}

}  // namespace

std::span<const TonePattern> tone_patterns(Language language) {
  // In the order of Language.
  static const std::array<std::vector<TonePattern>, 4> patterns{
      patterns_of(tone_file().en), patterns_of(tone_file().nl), patterns_of(tone_file().de),
      patterns_of(tone_file().fr)};
  return patterns[static_cast<std::size_t>(language)];
}

}  // namespace pricetalk
