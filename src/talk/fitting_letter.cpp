#include "pricetalk/explain/format.hpp"
#include "talk/facts_parts.hpp"
#include "talk/letter_instead.hpp"
#include "talk/letter_prices.hpp"
#include "talk/talk_state.hpp"

namespace pricetalk {

namespace {

/// Which letter fits: the first of these questions that is answered.
class Choice {
 public:
  explicit Choice(const TalkFacts& facts)
      : facts_(facts),
        talk_(*facts.talk),
        task_{facts, LetterKind::indexation, talk_.letter_language, no_dispute_} {}

  FittingLetter make() {
    made_.called_on = state_of(facts_).called;
    made_.kind = kind();
    if (made_.kind) write();
    return std::move(made_);
  }

 private:
  std::optional<LetterKind> kind() {
    if (talk_.letter || !talk_.missing.empty()) return LetterKind::innovation;
    const PriceNews news = price_news(facts_);
    if (const auto none = nothing_to_say(task_, news)) {
      // The page tells what it waits for where the work before the talk stands.
      const bool waits = none->reason == NoLetter::Reason::waits_for_figure;
      return no(waits
                    ? Phrase{"the new price is not known yet", "de nieuwe prijs is nog niet bekend"}
                    : none->why);
    }
    if (facts_.announced && facts_.in_time) return announced(*facts_.announced);
    if (!decisions_of(task_, DecisionKind::deferred).empty()) return LetterKind::relief;
    if (!decisions_of(task_, DecisionKind::reduced).empty()) return LetterKind::partial;
    if (!news.open.empty() || news.any_rises()) return LetterKind::indexation;
    if (news.any_falls()) return LetterKind::decrease;
    if (!news.lost.empty()) return LetterKind::late;
    return no({"no price changes", "er verandert geen prijs"});
  }

  std::optional<LetterKind> no(Phrase why) {
    made_.why = std::move(why);
    return std::nullopt;
  }

  std::optional<LetterKind> announced(Date on) {
    return no({"the step was announced on " + date_text(on, Language::en),
               "de stap is aangekondigd op " + date_text(on, Language::nl)});
  }

  void write() {
    auto written = drafted_letter({facts_, *made_.kind, task_.language, no_dispute_});
    if (auto* letter = std::get_if<Letter>(&written)) {
      made_.letter = std::move(*letter);
      return;
    }
    auto& none = std::get<NoLetter>(written);
    made_.why = std::move(none.why);
    made_.missing = std::move(none.missing);
  }

  const TalkFacts& facts_;
  const Talk& talk_;
  const Dispute no_dispute_;
  LetterTask task_;
  FittingLetter made_;
};

}  // namespace

FittingLetter fitting_letter(const TalkFacts& facts) { return Choice(facts).make(); }

}  // namespace pricetalk
