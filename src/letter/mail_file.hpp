#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/calendar/date.hpp"

namespace pricetalk {

/// A person with an address.
struct MailAddress {
  std::string name;
  std::string address;  ///< one that `is_mail_address` takes
};

/// A file that goes with a message.
struct MailAttachment {
  std::string name;  ///< "brief.pdf"
  std::string bytes;
};

/// A message that can be opened in a mail program and sent from there.
struct MailDraft {
  MailAddress from;
  MailAddress to;
  std::string subject;
  std::string text;
  std::vector<MailAttachment> attachments;
};

/// "anouk@waterland.example": one address, without blanks or signs that end a header.
bool is_mail_address(std::string_view text);

/// The message (RFC 5322 and 2045 to 2047) as a draft of that day. The same draft gives the same
/// bytes.
std::string mail_file(const MailDraft& draft, Date day);

}  // namespace pricetalk
