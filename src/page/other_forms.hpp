#pragma once

#include <string>

#include "pricetalk/page/page.hpp"

namespace pricetalk {

/// HTML without style or title, for a program that makes an office document of it: columns say
/// themselves to which side their cells go.
std::string as_office_html(const Page& page);

/// Text without any layout: tables in columns, nothing escaped.
std::string as_plain_text(const Page& page);

}  // namespace pricetalk
