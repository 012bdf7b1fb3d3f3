#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "talk/pages.hpp"

namespace pricetalk {

/// Writes derivations into the annex so that each step stands there once: what an item above has
/// shown is a link to that item. Months of a price line with the same amount are one row. A figure
/// that another rests on gets its own place further down, so that every link leads somewhere.
class AnnexWriter {
 public:
  AnnexWriter(const TalkFacts& facts, Language language, Page& page);

  /// The item under its own heading.
  void item(const AnnexItem& item);
  /// What the items rest on and no item shows: sums as items, prices as one table.
  void figures_below();

 private:
  struct Found {
    std::shared_ptr<const Derivation> derivation;
    NodeId node = no_node;
  };
  struct Shown {
    std::string anchor;
    std::string title;
  };
  /// Rows of months that have one amount: "2026-01" to "2026-12", each 28.267,20.
  struct Months {
    std::string name;
    Period first;
    Period last;
    int count = 0;
    std::string amount;
    std::vector<std::string> addresses;
  };

  std::string say(const std::string& en, const std::string& nl) const;
  Found find(const std::string& address) const;
  /// A link to the place of that figure, which is written further down when it is not there yet;
  /// empty where nothing is known of it.
  Words to(const std::string& address);
  /// The same with a word of one's own for the link.
  Words to(const std::string& address, const std::string& word);
  /// Where a figure stands: of prices that came about in the same way, one stands for all.
  std::string place_of(const std::string& address);
  static bool is_price(const std::string& address) { return address.ends_with("/price"); }
  /// An address as a reader needs it: without the contract, which the page is about.
  std::string short_name(const std::string& address) const;
  std::string value_of(const OutlineRow& row) const;
  std::string value_of(const Derivation& derivation, NodeId node) const;
  std::string numbers_of(const OutlineRow& row) const;

  void derivation(const Derivation& derivation, NodeId node, const std::string& title,
                  const std::string& anchor);
  std::optional<Months> month_of(const OutlineRow& row) const;
  void months_grid(const std::vector<Months>& months, const Shown& item);
  void rows_grid(Page::Grid grid);
  Words month_how(const std::string& address);
  Words how(const OutlineRow& row);
  std::string last_step(const Derivation& derivation, NodeId node) const;
  /// The derivation of the coefficient that a price was made with, written once for all like it.
  Words step_of(const std::string& address, const Found& found);
  void prices_grid();

  const TalkFacts& facts_;
  const Talk& talk_;
  Language language_;
  Page& page_;
  std::map<std::string, std::string> titles_;  ///< of the items, by address
  std::set<std::string> placed_;               ///< addresses with a place on the page, or queued
  std::deque<std::string> sums_;               ///< still to be written
  std::deque<std::string> prices_;
  std::map<std::string, std::string> places_;  ///< of prices: how one came about, and its anchor
  std::map<std::string, Shown> rows_;          ///< a step as it is shown, and where
  std::map<std::string, Shown> months_;        ///< the amount of a period, and in which table
  std::map<std::string, Shown> steps_;         ///< coefficients, by how they came about
  std::vector<std::pair<Shown, Found>> open_steps_;
};

}  // namespace pricetalk
