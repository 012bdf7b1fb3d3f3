#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "pricetalk/report/talk.hpp"

namespace pricetalk {

/// Writes derivations into the annex so that each step stands there once: what an item above has
/// shown is a link to that item. Months of a price line with the same amount are one row. A figure
/// that another rests on gets its own place further down, so that every link leads somewhere.
class AnnexWriter {
 public:
  AnnexWriter(const Talk& talk, Language language, Page& page);

  /// The item under its own heading.
  void item(const AnnexItem& item);
  /// What the items rest on and no item shows: sums as items, prices as one table.
  void figures_below();

 private:
  struct Found {
    const Derivation* derivation = nullptr;
    NodeId node = no_node;
  };
  /// Rows of months that have one amount: "2026-01" to "2026-12", each 28.267,20.
  struct Months {
    std::string name;
    Period first;
    Period last;
    int count = 0;
    std::string amount;
    std::string address;  ///< of the first
  };

  std::string say(const std::string& en, const std::string& nl) const;
  Found find(const std::string& address) const;
  /// A link to the place of that figure, which is written further down when it is not there yet;
  /// empty where nothing is known of it.
  Words to(const std::string& address);
  bool is_price(const std::string& address) const;

  void derivation(const Derivation& derivation, NodeId node, const std::string& title,
                  const std::string& anchor);
  std::optional<Months> month_of(const OutlineRow& row) const;
  void months_grid(const std::vector<Months>& months, const std::string& title,
                   const std::string& anchor);
  Words month_how(const std::string& address);
  Words how(const OutlineRow& row);
  Words last_step(const Derivation& derivation, NodeId node);
  void prices_grid();

  struct Shown {
    std::string anchor;
    std::string title;
  };

  const Talk& talk_;
  Language language_;
  Page& page_;
  std::map<std::string, std::string> titles_;  ///< of the items, by address
  std::set<std::string> placed_;               ///< addresses with a place on the page, or queued
  std::deque<std::string> sums_;               ///< still to be written
  std::deque<std::string> prices_;
  std::map<std::string, Shown> rows_;    ///< a step as it is shown, and where
  std::map<std::string, Shown> tables_;  ///< the same of the months of a sum
};

}  // namespace pricetalk
