#include "letter/mail_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pricetalk {
namespace mail_file_test {

MailDraft draft() {
  return {{"Karin Zwart", "karin@opgestroopte-mouw.example"},
          {"Anouk de Wit", "a.dewit@waterland-zuid.example"},
          "in 2026 geen indexatie",
          "Geachte mevrouw De Wit,\n\nHet is één brief.\n",
          {{"brief.html", "<p>brief</p>"}}};
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> made;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    made.push_back(text.substr(at, end - at));
    at = end == std::string::npos ? text.size() : end + 2;
  }
  return made;
}

}  // namespace mail_file_test

using namespace mail_file_test;
using testing::AllOf;
using testing::Each;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

const Date mail_day = *Date::make(2025, 10, 14);

TEST(MailFile, has_the_headers_of_a_draft_and_the_letter_behind_the_text) {
  const std::string made = mail_file(draft(), mail_day);
  EXPECT_THAT(made, AllOf(HasSubstr("Date: Tue, 14 Oct 2025 08:00:00 +0000\r\n"),
                          HasSubstr("From: Karin Zwart\r\n <karin@opgestroopte-mouw.example>\r\n"),
                          HasSubstr("Subject: in 2026 geen indexatie\r\n"),
                          HasSubstr("X-Unsent: 1\r\n"), HasSubstr("filename=\"brief.html\"\r\n"),
                          HasSubstr("\r\n\r\nPHA+YnJpZWY8L3A+\r\n")));
  EXPECT_EQ(made, mail_file(draft(), mail_day));
}

TEST(MailFile, no_line_is_longer_than_a_mail_may_have) {
  MailDraft long_one = draft();
  long_one.subject = std::string(300, 'x') + " é";
  long_one.to.name = std::string(300, 'n');
  long_one.from.name = "Zoë \"de\" \\ Wit";
  long_one.attachments[0].bytes = std::string(10'000, '\xFF');
  for (const std::string& line : lines(mail_file(long_one, mail_day)))
    EXPECT_LE(line.size(), 76U) << line;
}

TEST(MailFile, nobody_adds_a_header_through_a_name_or_a_subject) {
  MailDraft bad = draft();
  bad.subject = "hoi\r\nBcc: x@y.example";
  bad.to.name = "A\nBcc: x@y.example";
  EXPECT_THAT(lines(mail_file(bad, mail_day)), Each(Not(testing::StartsWith("Bcc"))));
}

TEST(MailFile, an_address_is_one_address) {
  EXPECT_TRUE(is_mail_address("a.dewit@waterland-zuid.example"));
  for (const char* bad : {"", "a", "@b.c", "a@", "a@b@c", "a b@c.d", "A <a@b.c>", "a@b.c,d@e.f",
                          "a@b..c", "a@.b", "a@b.c\r\nBcc: x"})
    EXPECT_FALSE(is_mail_address(bad)) << bad;
}

}  // namespace pricetalk
