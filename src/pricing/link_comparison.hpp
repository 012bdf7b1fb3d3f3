#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pricing/link.hpp"

namespace pricetalk {

/// What somebody wants to know before two bases are joined in a contract.
struct LinkQuestion {
  const Series* from = nullptr;
  const Series* to = nullptr;
  Period base;               ///< of the figure that is compared with
  Period use;                ///< of the new figure
  std::optional<Period> at;  ///< joins the bases; else the publisher's, else last definitive
  std::optional<Decimal> coefficient;       ///< else the publisher's own, else computed at `at`
  bool to_next = false;                     ///< the coefficient turns `from` into `to`
  std::optional<int> coefficient_decimals;  ///< of one that is computed; else it is not rounded
  std::optional<int> decimals;  ///< of the converted figure; else as `from` is published
  Money amount;
};

/// One way of joining, as a clause of a contract has it.
struct LinkWay {
  LinkMethod method = LinkMethod::coefficient;
  std::string toml;  ///< the line for `[clause.ID.index.NAME]`
  PriceEntry entry;  ///< the step of the amount; its clause lives in the comparison
  Outcome<Ratio> coefficient;
  Outcome<Ratio> converted;  ///< the new figure in the base of the other
  Outcome<Ratio> ratio;      ///< of both figures
};

/// How often a publisher's own figures are not those of the other base divided or multiplied by one
/// coefficient, although both are rounded alike.
struct Rebasing {
  int periods = 0;  ///< that both series have
  int differ = 0;
  Ratio largest;     ///< difference
  Period example;    ///< the last one with the largest difference
  Decimal read;      ///< the figure that is recomputed
  Decimal computed;  ///< what comes out of it
  Decimal published;
};

struct LinkComparison {
  std::shared_ptr<const Contract> contract;  ///< the two ways as clauses
  const SeriesLink* published = nullptr;     ///< the publisher's own link, when it is used
  std::optional<Period> at;  ///< the period that joins the bases, where there is one
  bool crossed = false;      ///< no: one series has both figures
  LinkWay coefficient;
  std::optional<LinkWay> double_fraction;  ///< nothing: no period has figures in both series
  Outcome<Ratio> gap;                      ///< new amount by double fraction minus by coefficient
  Rebasing dividing;                       ///< `from` divided, against `to` as published
  Rebasing multiplying;                    ///< `to` multiplied, against `from` as published
};

/// Both methods beside each other, each a clause that is lowered and run as that of a contract.
/// Errors: I0505 when nothing joins the series. REQUIRES: index series, amount and coefficient
/// above zero, decimals 0 to 18; the library outlives the result.
Loaded<LinkComparison> compare_links(const LinkQuestion& question, const Library& library,
                                     Date today);

/// "Dividing a by the coefficient gives another figure than the one published in 30 of 162 months,
/// by 0.01 at most: …"
Phrase in_words(const Rebasing& rebasing, bool divides, const Series& from, const Series& to);

}  // namespace pricetalk
