#pragma once

#include <optional>
#include <string>

#include "letter/mail_file.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// A letter of the user that goes with an e-mail; nothing, with D0302, for a file that is none.
std::optional<MailAttachment> attached_file(const std::string& path, Diagnostics& problems);

}  // namespace pricetalk
