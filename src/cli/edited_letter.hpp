#pragma once

#include <string>

#include "cli/session.hpp"
#include "pricetalk/talk/talk.hpp"

namespace pricetalk {

/// Holds a letter that somebody changed against `made`, the one of today, and tells what it found.
Status check_edited_letter(const Letter& made, const Talk& talk, const std::string& path,
                           Session& session, Language language);

/// The same of a letter that is about to go out: only what is wrong is told, on `err`. A PDF or web
/// page is not looked into.
Status check_outgoing_letter(const Letter& made, const Talk& talk, const std::string& path,
                             Session& session, Language language);

}  // namespace pricetalk
