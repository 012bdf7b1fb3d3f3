#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "portfolio/content.hpp"
#include "portfolio/hinges.hpp"
#include "portfolio/texts.hpp"
#include "scenario/named.hpp"

namespace pricetalk {

/// What a portfolio keeps of a price line: which content it has, and the numbers in which it
/// differs from the others of that content.
struct LineEntry {
  std::string id;
  std::string title;
  std::vector<std::string> aliases;  ///< other names on invoices
  // These three: texts; see Content.
  TextId prices = 0;
  TextId amounts = 0;
  TextId names = 0;
  Decimal price;                 ///< as written
  std::vector<Decimal> numbers;  ///< of the quantity; none where there is none
};

/// How invoices name a party.
struct PartyEntry {
  std::string name;
  std::vector<std::string> ids;
};

/// What a portfolio keeps of a contract, whatever will be asked of it: no figures, no future, no
/// alternative is in it.
struct PortfolioEntry {
  std::string path;  ///< of its file
  std::string title;
  std::vector<std::pair<std::string, std::string>> tags;  ///< name and value
  ContractNames names;
  Language language = Language::nl;
  Currency currency;
  Vat vat = Vat::excluded;
  int decimals = 2;              ///< of its amounts
  std::string figures;           ///< names its library
  TextId frame = 0;              ///< text; see `frame_of`. Of no meaning where `unpriced` says why
  std::vector<LineEntry> lines;  ///< none where `unpriced` says why
  // These three: what invoices call the contract and its parties.
  std::vector<std::string> orders;
  std::optional<PartyEntry> supplier;
  std::optional<PartyEntry> customer;
  bool costs_beside = false;  ///< whether its terms state costs beside the prices
  bool market_level = false;  ///< whether they state a price level to compare with
  Hinges hinges;
  Phrase by_itself;  ///< why it has to be computed by itself; empty: in columns
  Phrase unpriced;   ///< why its prices alone have to be; empty: in columns

  const std::string& id() const { return names.contract; }
};

/// A contract taken apart, its texts not yet among the others: what can be done for many contracts
/// at once.
class TakenApart {
 public:
  TakenApart() = default;
  /// `figures`: names its library; contracts of one name have equal libraries.
  TakenApart(const Contract& contract, const std::string& path, std::string figures);

  /// `library`: that of the contract.
  PortfolioEntry entry(SharedTexts& texts, const Library& library) &&;

 private:
  void take_names(const Contract& contract);
  void take_lines(const Contract& contract);

  PortfolioEntry made_;
  std::string frame_;
  std::vector<Content> contents_;  ///< of each line
};

}  // namespace pricetalk
