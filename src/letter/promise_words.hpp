#pragma once

#include <map>
#include <string>
#include <string_view>

namespace pricetalk {

// The words by which a sentence of a letter promises, in Dutch and English.

/// A text for comparing: small letters, one blank between words, plain quotes and dashes, without
/// the signs of Markdown.
std::string plain_words(std::string_view text);

/// How often each word stands in a text of `plain_words`; a number counts as "#".
std::map<std::string, int> word_counts(const std::string& plain);

/// The part of both that is the same, from 0 to 100.
int likeness(const std::map<std::string, int>& a, const std::map<std::string, int>& b);

/// Whether a sentence says what will be: a price that stays, goes down, lapses.
bool promises_something(const std::string& plain);

/// Whether a sentence binds for good: "guarantee", "never", "always".
bool binds(const std::string& plain);

/// Whether a sentence is about a price or about what is agreed: what only the contract or the offer
/// can prove.
bool speaks_of_terms(const std::string& plain);

/// The words of a sentence that turn it round, weaken it or say how often.
std::map<std::string, int> turning_words(const std::string& plain);

}  // namespace pricetalk
