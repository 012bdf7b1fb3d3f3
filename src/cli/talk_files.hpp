#pragma once

#include "cli/session.hpp"
#include "files/files.hpp"
#include "pricetalk/talk/facts.hpp"
#include "talk/talk_round.hpp"

namespace pricetalk {

/// Makes the folders of talks: what the core makes, and beside a letter that can go out the same
/// for Word, where pandoc is there. That it is not is told once.
class TalkFolders {
 public:
  explicit TalkFolders(Date today) : today_(today) {}

  FolderContents of(const TalkFacts& facts, Language language, Diagnostics& problems);

 private:
  Date today_;
  bool told_ = false;  ///< that there is no pandoc
};

/// Whose the folder is in which many talks stand.
inline constexpr const char* round_owner = "price talks";

/// The list of many talks, as a page, a workbook, a calendar and for machines, beside their folders
/// in `out`.
Diagnostics write_round(const std::string& out, const TalkRound& round, Language language);

}  // namespace pricetalk
