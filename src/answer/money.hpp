#pragma once

#include <optional>
#include <vector>

#include "answer/answer.hpp"
#include "billing/yearly.hpp"
#include "explain/book.hpp"

namespace pricetalk {

/// The amounts of a letter: what the lines are invoiced at the announced prices, less what they are
/// invoiced at others, each by the room billing.
class LetterMoney {
 public:
  LetterMoney(const Contract& contract, const ReceivedLetter& letter)
      : contract_(contract), letter_(letter), book_(contract.currency) {}

  /// Fills in the amounts of a line.
  void add(AnsweredLine& line);
  /// Sums of all lines, and the evidence of every amount.
  void close(AnsweredLetter& answer) &&;

 private:
  enum class Against { allowed, highest, lowest, in_time };
  std::optional<NodeId> difference(const AnsweredLine& line, Against against);
  std::optional<Figure> figure(const AnsweredLine& line, Against against, const char* name);
  Figure total(const std::vector<const Figure*>& figures, const std::string& name, Phrase label);
  Days days(const AnsweredLine& line) const;

  const Contract& contract_;
  const ReceivedLetter& letter_;
  Book book_;
};

}  // namespace pricetalk
