#include "talk/letter_draft.hpp"

#include <algorithm>
#include <array>

#include "document/word_of.hpp"
#include "letter/innovation.hpp"
#include "letter/kinds.hpp"
#include "letter/price_words.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

using Draft = LetterDraft (*)(const LetterTask&);

/// In the order of LetterKind, behind the innovation.
constexpr std::array<Draft, 14> drafts{
    indexation_draft,   partial_draft,  decrease_draft, late_draft,   disclosure_draft,
    confirmation_draft, reminder_draft, value_draft,    relief_draft, referral_draft,
    farewell_draft,     dispute_draft,  claim_draft,    request_draft};
static_assert(drafts.size() + 1 == Dictionary<LetterKind>::words.size());

/// Whose letter waits for a call that is still to come: the others are about something that was
/// said already.
bool asks_for_answer(LetterKind kind) {
  return kind == LetterKind::indexation || kind == LetterKind::partial ||
         kind == LetterKind::relief || kind == LetterKind::dispute;
}

bool needs_call(LetterKind kind) {
  return kind != LetterKind::farewell && kind != LetterKind::reminder &&
         kind != LetterKind::confirmation;
}

std::vector<MissingKey> missing_of(const LetterTask& task) {
  LetterNeeds needs(task.contract(), task.talk().today);
  if (!from_supplier(task.kind)) return {};
  needs.people();
  needs.place_and_service();
  if (asks_for_answer(task.kind))
    needs.call_and_reply();
  else if (needs_call(task.kind))
    needs.call();
  needs.parties();
  return std::move(needs).all();
}

const AnnexItem* item_of(const std::vector<AnnexItem>& items, const Address& address) {
  const auto found = std::find_if(items.begin(), items.end(),
                                  [&](const AnnexItem& each) { return each.address == address; });
  return found == items.end() ? nullptr : &*found;
}

/// The derivation behind each amount of the letter.
std::vector<Evidence> evidence_of(const Letter& letter, const LetterTask& task,
                                  const LetterParts& parts) {
  std::vector<Evidence> made;
  for (const Explained& figure : letter.figures) {
    const AnnexItem* item = item_of(parts.items, figure.figure.address);
    if (item == nullptr) item = item_of(task.facts.annex, figure.figure.address);
    if (item == nullptr) continue;
    made.push_back({item->address, item->what, std::make_shared<const Derivation>(item->derivation),
                    item->node});
  }
  return made;
}

std::variant<Letter, NoLetter> innovation(const LetterTask& task) {
  const Talk& talk = task.talk();
  if (talk.letter) return *talk.letter;
  NoLetter none;
  if (!talk.proposal)
    none.why = no_proposal(talk);
  else if (talk.proposal->offer() == nullptr)
    none = {talk.proposal->verdict_in_words(), talk.proposal->missing};
  else
    none.missing = talk.missing;
  return none;
}

/// Beside a mistake that the customer does not know, a letter about the price would be the
/// embarrassment itself.
std::optional<NoLetter> call_first(const LetterTask& task) {
  if (!about_price(task.kind)) return std::nullopt;
  const auto mistakes = untold(task.talk());
  if (mistakes.empty()) return std::nullopt;
  const Phrase& title = mistakes.front()->title;
  return no_letter("first call the customer about: " + title.en,
                   "bel de klant eerst over: " + title.nl);
}

NoLetter not_in_that_language(LetterKind kind, Language language) {
  std::string kinds;
  for (const auto& [word, each] : Dictionary<LetterKind>::words)
    if (is_written_in(each, language)) kinds += (kinds.empty() ? "" : ", ") + std::string(word);
  const Phrase name = language_name(language);
  NoLetter none = no_letter("'" + word_of(kind) + "' is not written in " + name.en + "; in " +
                                name.en + " there are: " + kinds,
                            "'" + word_of(kind) + "' wordt niet in het " + name.nl +
                                " geschreven; in het " + name.nl + " zijn er: " + kinds);
  none.reason = NoLetter::Reason::other_language;
  return none;
}

}  // namespace

const LetterTerms& LetterTask::written() const {
  static const LetterTerms none;
  const auto& terms = contract().terms.letter;
  return terms ? *terms : none;
}

std::string LetterTask::day(Date date) const { return date_text(date, language); }

NoLetter no_letter(std::string en, std::string nl) { return {{std::move(en), std::move(nl)}, {}}; }

void add_items(LetterParts& parts, const std::vector<Evidence>& evidence) {
  for (const Evidence& each : evidence)
    parts.items.push_back({each.address, each.what, *each.derivation, each.node});
}

std::string listed(const std::vector<std::string>& names, Language language) {
  std::string made;
  for (std::size_t i = 0; i < names.size(); ++i)
    made += (i == 0                  ? ""
             : i + 1 == names.size() ? and_word(language)
                                     : std::string(", ")) +
            names[i];
  return made;
}

std::variant<Letter, NoLetter> write_letter(const TalkFacts& facts, LetterKind kind,
                                            Language language, const Dispute& dispute) {
  const LetterTask task{facts, kind, language, dispute};
  if (!is_written_in(kind, language)) return not_in_that_language(kind, language);
  if (kind != LetterKind::innovation)
    if (auto first = call_first(task)) return *std::move(first);
  // The letter that fits the talk is written with its facts.
  const FittingLetter& fitting = facts.letter;
  if (fitting.kind == kind && fitting.letter && fitting.letter->language == language)
    return *fitting.letter;
  return drafted_letter(task);
}

std::variant<Letter, NoLetter> drafted_letter(const LetterTask& task) {
  const LetterKind kind = task.kind;
  const Language language = task.language;
  if (!is_written_in(kind, language)) return not_in_that_language(kind, language);
  if (kind == LetterKind::innovation) return innovation(task);
  LetterDraft draft = drafts[static_cast<std::size_t>(kind) - 1](task);
  if (auto* none = std::get_if<NoLetter>(&draft)) {
    // What makes the letter impossible comes before what would complete it.
    if (none->why.en.empty())
      for (MissingKey& each : missing_of(task)) none->missing.push_back(std::move(each));
    return std::move(*none);
  }
  if (auto missing = missing_of(task); !missing.empty()) return NoLetter{{}, std::move(missing)};
  auto& parts = std::get<LetterParts>(draft);
  parts.fields.values["vat_words"] = PlainText{vat_words(task.contract(), language)};
  if (from_supplier(kind)) add_people(parts.fields, task.contract(), task.talk().today);
  Letter letter = letter_of(kind, parts.fields, language);
  letter.annexes = std::move(parts.annexes);
  letter.evidence = evidence_of(letter, task, parts);
  letter.remarks = remarks_on(letter, task.contract(), task.talk().today);
  for (LetterRemark& each : parts.remarks) letter.remarks.push_back(std::move(each));
  const Offer* offer = task.talk().proposal ? task.talk().proposal->offer() : nullptr;
  if (from_supplier(kind))
    letter.leaks =
        offer == nullptr ? leaks(task.contract()) : leaks(task.contract(), offer->own_figures());
  return letter;
}

}  // namespace pricetalk
