#pragma once

#include <string>
#include <vector>

#include "pricetalk/advice/proposal.hpp"

namespace pricetalk {

/// Collects what a letter needs and the contract file does not state, in the order of asking.
class LetterNeeds {
 public:
  /// `today`: the day of the letter.
  LetterNeeds(const Contract& contract, Date today) : contract_(contract), today_(today) {}

  void need(bool there, std::string key, Phrase text) {
    if (!there) made_.push_back({std::move(key), std::move(text)});
  }
  /// Who writes and to whom: `talk.sender` with telephone and job, `talk.receiver` with salutation.
  void people();
  void place_and_service();
  /// A call and an answer, both after today, the answer after the call.
  void call_and_reply();
  /// A call, after today.
  void call();
  /// Names and addresses.
  void parties();
  /// Every `[[commitment]]` was taken on.
  void commitments();

  std::vector<MissingKey> all() && { return std::move(made_); }

 private:
  const ContactTerms* contact(const std::optional<Stated<std::string>>& name, Side side) const;
  void day(const std::optional<Stated<DateTime>>& at, const std::string& key, Phrase text);

  const Contract& contract_;
  Date today_;
  std::vector<MissingKey> made_;
};

}  // namespace pricetalk
