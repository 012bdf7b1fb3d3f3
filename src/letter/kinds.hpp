#pragma once

#include <array>
#include <string_view>

#include "document/dictionary.hpp"
#include "letter/template.hpp"
#include "pricetalk/letter/letter.hpp"

namespace pricetalk {

template <>
struct Dictionary<LetterKind> {
  static constexpr auto words = word_table<LetterKind>({{"innovation", LetterKind::innovation},
                                                        {"indexation", LetterKind::indexation},
                                                        {"partial", LetterKind::partial},
                                                        {"decrease", LetterKind::decrease},
                                                        {"late", LetterKind::late},
                                                        {"disclosure", LetterKind::disclosure},
                                                        {"confirmation", LetterKind::confirmation},
                                                        {"reminder", LetterKind::reminder},
                                                        {"value", LetterKind::value},
                                                        {"relief", LetterKind::relief},
                                                        {"referral", LetterKind::referral},
                                                        {"farewell", LetterKind::farewell},
                                                        {"answer-to-dispute", LetterKind::dispute},
                                                        {"claim", LetterKind::claim},
                                                        {"request", LetterKind::request}});
};

/// The models of a kind of letter, which are letters/KIND.LANGUAGE.md: the letter, and below a line
/// `%mail` the e-mail to which it is attached, below a line `%spoken` what is said where nothing is
/// attached.
struct LetterModel {
  std::string_view letter;
  std::string_view mail;
  std::string_view spoken;
};
LetterModel letter_model(LetterKind kind, Language language);

/// Whether letters of a kind are written in a language: all in English and Dutch, three in German
/// and French.
bool is_written_in(LetterKind kind, Language language);

/// "Duits".
Phrase language_name(Language language);

/// "indexation in full", "indexatie volgens contract": what the letter is about.
const Phrase& words(LetterKind kind);
/// Whose letter it is; the customer writes the others.
bool from_supplier(LetterKind kind);
/// A letter of ours about what something costs: it waits for the call about a mistake.
bool about_price(LetterKind kind);

/// What fills the models of an innovation. REQUIRES: terms.missing is empty.
Fields innovation_fields(const OfferTerms& terms, Language language);

/// Who writes, to whom, from where; call and reply where the file states them. REQUIRES: the file
/// states what `LetterNeeds` asks of people, parties and place.
void add_people(Fields& fields, const Contract& contract, Date today);

/// A filled model with its e-mail, measured; without annexes, remarks and leaks.
Letter letter_of(LetterKind kind, const Fields& fields, Language language);

}  // namespace pricetalk
