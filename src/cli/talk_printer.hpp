#pragma once

#include <cstddef>
#include <string>

#include "cli/session.hpp"
#include "files/files.hpp"
#include "pricetalk/talk/facts.hpp"
#include "talk/talk_round.hpp"

namespace pricetalk {

/// What was prepared of one contract: the verdict, and which files stand in `out`.
void print_talk(const TalkFacts& facts, const std::string& out, const FolderContents& files,
                Session& session, Language language);

/// What was prepared of many: a row for each, and where the list of all of them stands.
void print_round(const TalkRound& round, const std::string& out, Session& session,
                 Language language);

}  // namespace pricetalk
