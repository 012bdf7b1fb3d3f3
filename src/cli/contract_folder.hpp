#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/load.hpp"

namespace pricetalk {

/// Reads the contracts of files and folders one by one; those that cannot be read are told, and the
/// others go on.
class ContractFolder {
 public:
  /// `left_out`: what to say of a contract whose id another file has. `jobs`: files that are read
  /// at once; 0: as many as the machine has processors.
  ContractFolder(MoreFigures more, Diagnostics& problems, Phrase left_out, std::size_t jobs = 1)
      : loader_(std::move(more)),
        problems_(problems),
        left_out_(std::move(left_out)),
        jobs_(jobs) {}

  /// Every contract of these files and folders, in the order of their names, whatever `jobs` is.
  void each(const std::vector<std::string>& paths, const std::function<void(ContractFile)>& take);
  /// One contract again, without a word about what is wrong with it.
  Loaded<ContractFile> again(const std::string& path) { return loader_.load(path); }

  /// How many files were not taken.
  std::size_t unread() const { return unread_; }

 private:
  void tell(const std::string& path, Loaded<ContractFile> loaded,
            const std::function<void(ContractFile)>& take);

  ContractLoader loader_;
  Diagnostics& problems_;
  Phrase left_out_;
  std::size_t jobs_;
  std::map<std::string, std::string> ids_;
  std::size_t unread_ = 0;
};

/// The language of all contracts, where it is one; English for several.
class OneLanguage {
 public:
  void add(Language language) {
    if (language_ && *language_ != language) mixed_ = true;
    language_ = language;
  }
  std::optional<Language> found() const { return mixed_ ? Language::en : language_; }

 private:
  std::optional<Language> language_;
  bool mixed_ = false;
};

/// Whether one of the paths is a folder.
bool any_folder(const std::vector<std::string>& contracts);
/// Whether paths stand for many contracts: several, or a folder.
bool are_many(const std::vector<std::string>& contracts);

}  // namespace pricetalk
