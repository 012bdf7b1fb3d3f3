#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/load.hpp"
#include "store/seen_id.hpp"

namespace pricetalk {

/// The contract files of a run: files and folders.
class ContractPaths {
 public:
  /// In the order of their names; what is not there, and a folder without any, is told.
  ContractPaths(const std::vector<std::string>& paths, Diagnostics& problems);

  const std::vector<std::string>& files() const { return files_; }
  /// Only the `shard`-th of `of` equal shares, counted from 1.
  void keep(std::size_t shard, std::size_t of);
  /// Does `read` for every file on so many threads, and `take` in the order of the files: a piece
  /// at a time, so that a large folder is never in memory whole. `slot` is below `at_once`.
  void each(std::size_t jobs,
            const std::function<void(std::size_t slot, const std::string& path)>& read,
            const std::function<void(std::size_t slot, const std::string& path)>& take) const;
  static constexpr std::size_t at_once = 256;

 private:
  std::vector<std::string> files_;
};

/// What is said of a contract whose id another file has, where amounts are added up.
Phrase counted_twice();

/// Which ids were seen, so that no contract counts twice.
class ContractIds {
 public:
  /// `left_out`: what to say of a contract whose id another file has.
  explicit ContractIds(Phrase left_out) : left_out_(std::move(left_out)) {}

  /// False, and told, when another file has that id.
  bool fresh(const std::string& id, const std::string& path, Diagnostics& problems);

  /// From now on ids are noted and those of another file are not told: it is for whoever puts
  /// shares of the files together.
  void note(std::vector<SeenId>& to) { noted_ = &to; }

 private:
  Phrase left_out_;
  std::map<std::string, std::string> files_;
  std::vector<SeenId>* noted_ = nullptr;
};

/// Reads the contracts of files and folders one by one; those that cannot be read are told, and the
/// others go on.
class ContractFolder {
 public:
  /// `left_out`: what to say of a contract whose id another file has. `jobs`: files that are read
  /// at once; 0: as many as the machine has processors.
  ContractFolder(MoreFigures more, Diagnostics& problems, Phrase left_out, std::size_t jobs = 1)
      : loader_(std::move(more)), problems_(problems), ids_(std::move(left_out)), jobs_(jobs) {}

  /// Every contract of these files and folders, in the order of their names, whatever `jobs` is.
  void each(const std::vector<std::string>& paths, const std::function<void(ContractFile)>& take);
  /// One contract again, without a word about what is wrong with it.
  Loaded<ContractFile> again(const std::string& path) { return loader_.load(path); }

  /// A file that was not taken, and its first mistake.
  struct Unread {
    std::string path;
    std::string place;  ///< of the mistake
    Phrase why;
  };
  const std::vector<Unread>& unread_files() const { return unread_; }
  /// How many files were not taken.
  std::size_t unread() const { return unread_.size(); }

 private:
  void leave_out(const std::string& path, const Diagnostics& problems);
  void tell(const std::string& path, Loaded<ContractFile> loaded,
            const std::function<void(ContractFile)>& take);

  ContractLoader loader_;
  Diagnostics& problems_;
  ContractIds ids_;
  std::size_t jobs_;
  std::vector<Unread> unread_;
};

/// The language of all contracts, where it is one; English for several.
std::optional<Language> one_language(const std::set<Language>& languages);

/// Whether one of the paths is a folder.
bool any_folder(const std::vector<std::string>& contracts);
/// Whether paths stand for many contracts: several, or a folder.
bool are_many(const std::vector<std::string>& contracts);

}  // namespace pricetalk
