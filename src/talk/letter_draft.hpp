#pragma once

#include <string>
#include <variant>
#include <vector>

#include "advice/letter_needs.hpp"
#include "letter/template.hpp"
#include "pricetalk/talk/facts.hpp"

namespace pricetalk {

// Every kind of letter but the innovation is made of the facts of a talk, each in a file of its
// own: it says what it needs, fills its fields, and gives the derivations of figures that only it
// has. letter_draft.cpp puts in what all of them share.

/// What is asked of a kind.
struct LetterTask {
  const TalkFacts& facts;
  LetterKind kind;
  Language language;
  const Dispute& dispute;  ///< of the answer to one; else empty

  const Talk& talk() const { return *facts.talk; }
  const Contract& contract() const { return *facts.talk->contract; }
  /// What a person wrote for the letters; nothing where the file has none.
  const LetterTerms& written() const;
  std::string say(std::string_view en, std::string_view nl) const {
    return pricetalk::say(language, en, nl);
  }
  std::string say(std::string_view en, std::string_view nl, std::string_view de,
                  std::string_view fr) const {
    return pricetalk::say(language, en, nl, de, fr);
  }
  std::string day(Date date) const;
};

/// What fills a letter of one kind.
struct LetterParts {
  Fields fields;
  std::vector<Page> annexes;
  std::vector<AnnexItem> items;            ///< derivations of figures that the talk does not have
  std::vector<LetterRemark> remarks = {};  ///< for the writer
};
using LetterDraft = std::variant<LetterParts, NoLetter>;

/// No letter, for a reason in one sentence.
NoLetter no_letter(std::string en, std::string nl);

LetterDraft indexation_draft(const LetterTask& task);
LetterDraft partial_draft(const LetterTask& task);
LetterDraft decrease_draft(const LetterTask& task);
LetterDraft late_draft(const LetterTask& task);
LetterDraft disclosure_draft(const LetterTask& task);
LetterDraft confirmation_draft(const LetterTask& task);
LetterDraft reminder_draft(const LetterTask& task);
LetterDraft value_draft(const LetterTask& task);
LetterDraft relief_draft(const LetterTask& task);
LetterDraft referral_draft(const LetterTask& task);
LetterDraft farewell_draft(const LetterTask& task);
LetterDraft dispute_draft(const LetterTask& task);
LetterDraft claim_draft(const LetterTask& task);
LetterDraft request_draft(const LetterTask& task);

/// As `write_letter`, also where the customer must be called about a mistake first: it is ours
/// until then.
std::variant<Letter, NoLetter> drafted_letter(const LetterTask& task);

/// The derivations of an audit or a refund.
void add_items(LetterParts& parts, const std::vector<Evidence>& evidence);

/// "a, b and c".
std::string listed(const std::vector<std::string>& names, Language language);

}  // namespace pricetalk
