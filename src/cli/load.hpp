#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "index/change_set.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// Figures beside those that a contract names: files or folders, and figures typed in by hand,
/// which are put on top of all others and marked wherever they are used.
struct MoreFigures {
  std::vector<std::string> paths;
  std::vector<FigureByHand> by_hand;
  Date entered_on;  ///< the day of the figures by hand
};

/// A contract with the figures that it names: its own series, `figures_from`, and further folders.
struct ContractFile {
  std::string path;
  Contract contract;
  Library library;
  /// Which figures files the contract names, as paths: two contracts of one loader that name the
  /// same ones, and have no series of their own, have equal libraries.
  std::string figures = {};
};

/// Reads a contract file and every figures file that it needs; all problems of all files at once.
/// Of two series of one id, the contract's own wins, then `more`, then `figures_from`. With
/// `today`, a price without a date is refused with what both readings of it come to on that day.
Loaded<ContractFile> load_contract(const std::string& path, const MoreFigures& more,
                                   std::optional<Date> today = {});

/// Reads many contracts; figures files that several name are read once, and contracts with the same
/// figures share one library.
class ContractLoader {
 public:
  explicit ContractLoader(MoreFigures more);
  ~ContractLoader();
  ContractLoader(ContractLoader&&) noexcept;
  ContractLoader& operator=(ContractLoader&&) noexcept;

  /// A contract without its figures.
  struct Read {
    std::string path;
    Loaded<Contract> contract;
  };
  /// The first half of `load`; many threads can do it at once.
  Read read(const std::string& path) const;
  /// The same of a file whose bytes are there; its name is its path.
  Read read(const SourcePtr& source) const;
  /// What `ContractFile::figures` will be.
  static std::string figures_of(const std::string& path, const Contract& contract);
  /// The same of the files of clauses that it names.
  static std::string clauses_of(const std::string& path, const Contract& contract);
  /// The other half, in the order in which contracts are to be told: the figures. What is wrong
  /// with them is told with the first contract that names them.
  Loaded<ContractFile> with_figures(Read read);

  /// As `load_contract`.
  Loaded<ContractFile> load(const std::string& path) { return with_figures(read(path)); }

  /// After the last contract: tells of figures that were typed in and that none of them follows
  /// (I0507).
  void tell_unread_figures(Diagnostics& problems) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The same of contracts that were read one by one.
void tell_unread_figures(const std::vector<ContractFile>& files, const MoreFigures& more,
                         Diagnostics& problems);

/// Reads what `clauses_from` of the contract at `path` names.
ClausesReader clauses_beside(const std::string& path);

/// Reads figures files, or all files of folders, and puts the figures by hand on top.
Loaded<Library> load_library(const MoreFigures& figures);

}  // namespace pricetalk
