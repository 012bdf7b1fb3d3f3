#pragma once

#include <optional>
#include <string>

#include "letter/mail_file.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/letter/letter.hpp"

namespace pricetalk {

/// The letter with its annexes as a web page that holds all it needs, to go with an e-mail.
MailAttachment letter_attachment(const Letter& letter, const Contract& contract);

/// The e-mail from the sender of the talk to its receiver, and of a letter of the customer the
/// other way round, with a letter attached. Nothing, with D0301, where one of them is not named or
/// has no e-mail address.
std::optional<std::string> letter_mail(const Letter& letter, const Contract& contract,
                                       MailAttachment attached, Date day, Diagnostics& problems);

}  // namespace pricetalk
