#pragma once

#include <optional>
#include <string>
#include <vector>

#include "letter/sentences.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/diagnostic/language.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// Says one contract in one language. Every sentence is written in both languages beside each
/// other; what a key of the contract file says stands in exactly one of the `say_` functions.
class Speaker {
 public:
  Speaker(const Contract& said, const Library& figures, Language in)
      : contract(said), library(figures), language(in) {}

  const Contract& contract;
  const Library& library;
  Language language;
  ContractInWords made;
  /// For a customer: what is published by the name under which he finds it, sums in words and with
  /// the signs of his language, no words of the contract file.
  bool for_customer = false;

  std::string say(const std::string& en, const std::string& nl) const {
    return language == Language::nl ? nl : en;
  }
  std::string day(Date date) const;
  std::string money(const Decimal& amount) const;
  std::string number(const Decimal& value) const;
  /// A number, or a percentage where it was written as one.
  std::string number(const Scalar& scalar) const;
  /// What amounts are in: "euros", "euro's"; the code of a currency that has no common name here.
  std::string currency() const;

  /// What is counted: "piece", "pieces"; a unit that we do not know as it was typed; empty where
  /// the unit says it itself.
  std::string counted(const Decimal& many, const std::string& unit) const;
  std::string percent(const Percent& percent) const;
  std::string duration(const Duration& duration) const;
  /// "per letter", "by letter"; empty: in any form.
  std::string form(NoticeForm form) const;
  std::string side(Side side) const;
  /// The title of a line, or the word as it stands.
  std::string line(const std::string& id) const;
  /// "a, b and c".
  std::string listed(const std::vector<std::string>& items) const;
  /// "to 2 decimals, half-up"; nothing for no rounding.
  std::string rounding(const RoundingRule& rule) const;
  /// A text of the file with a full stop behind it.
  static std::string closed(std::string text);

  void part(std::string title) { made.parts.push_back({std::move(title), {}}); }
  /// A name that ends with a full stop ends the sentence as well.
  void sentence(std::string text);
};

void say_parties(Speaker& speaker);
void say_lines(Speaker& speaker);
void say_billing(Speaker& speaker);
void say_clause(Speaker& speaker, const Clause& clause);
/// Of one ladder: threshold, share, limits and rounding, in the order of the calculation.
void say_ladder(Speaker& speaker, const Clause& clause, const Ladder& ladder);
void say_index(Speaker& speaker, const IndexRead& read, bool compared);
/// Announcements, decisions, mistakes that were told, worked examples, figures of its own.
void say_records(Speaker& speaker);
void say_returns(Speaker& speaker);
/// Promises, people, signals and the talk.
void say_people(Speaker& speaker);
/// Market, cost mix, worth, innovation, own cost.
void say_advice(Speaker& speaker);
/// One innovation that can be offered.
void say_innovation(Speaker& speaker, const std::string& id, const InnovationTerms& terms);
void say_ending(Speaker& speaker);
/// " Returned within 14 days …": of the contract, or of one line.
std::string returns_text(const Speaker& speaker, const ReturnTerms& terms);

/// " Confirmed by Marieke Hazelaar on 14 October 2025."; nothing where nothing was stated.
std::string confirmed(const Speaker& speaker, const std::optional<Stated<std::string>>& by,
                      const std::optional<Stated<Date>>& on);
/// " It is written in: page 14."; nothing where nothing was stated.
std::string written_at(const Speaker& speaker, const std::optional<Stated<std::string>>& source);

/// What stands behind a statement, between brackets; nothing where nothing was stated.
inline std::string in_brackets(const std::optional<Stated<std::string>>& stated) {
  return stated ? " (" + stated->value + ")" : std::string();
}

}  // namespace pricetalk
