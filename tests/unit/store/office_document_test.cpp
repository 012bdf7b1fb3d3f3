#include "store/office_document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "store/packed_files.hpp"
#include "zip_files.hpp"

namespace pricetalk {
namespace office_document_test {

const std::string w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// What pandoc makes of a letter with an annex, with a header of the house style.
std::string document(const std::string& header) {
  return *archive_of(
      {{"word/document.xml",
        "<w:document " + w +
            "><w:body><w:p><w:pPr><w:numPr/><w:pStyle "
            "w:val=\"Compact\"/></w:pPr><w:r><w:t>punt</w:t>"
            "</w:r></w:p><w:p><w:pPr><w:pStyle "
            "w:val=\"Kop1\"/></w:pPr><w:r><w:t>Bijlage</w:t></w:r>"
            "</w:p><w:sectPr><w:pgSz w:w=\"1\"/></w:sectPr></w:body></w:document>"},
       {"word/styles.xml", "<w:styles " + w +
                               "><w:style w:type=\"paragraph\" w:styleId=\"Kop1\"><w:name "
                               "w:val=\"heading 1\"/></w:style></w:styles>"},
       {"word/header1.xml", "<w:hdr " + w + ">" + header + "</w:hdr>"},
       {"docProps/core.xml",
        "<c xmlns:dc=\"d\"><dc:title></dc:title><dc:creator>Iemand</dc:creator></c>"}},
      Date());
}

OfficeDress dress() {
  OfficeDress made;
  made.day = *Date::make(2025, 10, 14);
  made.title = "Schoonmaak & meer";
  made.house_style = true;
  made.fields = {{"customer_name", "Gemeente <Zuid>"}, {"place", "Veenrijk"}};
  return made;
}

}  // namespace office_document_test

using namespace office_document_test;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(OfficeDocument, puts_annexes_on_a_new_sheet_and_keeps_the_sheet_of_the_house_style) {
  Diagnostics problems;
  const auto made = finished_document(document(""), OfficeKind::word, dress(), problems);
  ASSERT_TRUE(made);
  auto files = zip_files(*made);
  EXPECT_THAT(files["word/document.xml"],
              AllOf(HasSubstr("<w:pStyle w:val=\"Kop1\"/><w:keepNext/><w:pageBreakBefore/>"),
                    HasSubstr("<w:pPr><w:pStyle w:val=\"Compact\"/><w:numPr/>"),
                    HasSubstr("<w:pgSz w:w=\"1\"/>")));
  EXPECT_THAT(files["word/styles.xml"],
              AllOf(HasSubstr("w:styleId=\"Table\""), HasSubstr("w:styleId=\"Compact\"")));
  EXPECT_THAT(files["docProps/core.xml"],
              AllOf(HasSubstr("Schoonmaak &amp; meer"), Not(HasSubstr("Iemand"))));
  EXPECT_EQ(*made, *finished_document(document(""), OfficeKind::word, dress(), problems));
}

TEST(OfficeDocument, fills_fields_whole_cut_over_runs_and_in_controls) {
  Diagnostics problems;
  const auto made = finished_document(
      document("<w:p><w:r><w:t>Aan {customer_name}</w:t></w:r></w:p>"
               "<w:p><w:r><w:t>{pl</w:t></w:r><w:r><w:t>ace}, nu</w:t></w:r></w:p>"
               "<w:sdt><w:sdtPr><w:tag w:val=\"place\"/></w:sdtPr><w:sdtContent><w:p><w:r>"
               "<w:t>klik hier</w:t></w:r></w:p></w:sdtContent></w:sdt>"),
      OfficeKind::word, dress(), problems);
  ASSERT_TRUE(made);
  const std::string header = zip_files(*made)["word/header1.xml"];
  EXPECT_THAT(header, AllOf(HasSubstr("Aan Gemeente &lt;Zuid&gt;"), HasSubstr("Veenrijk, nu"),
                            HasSubstr(">Veenrijk<"), Not(HasSubstr("klik"))));
}

TEST(OfficeDocument, an_unknown_or_open_field_is_named) {
  for (const char* text : {"{klant}", "Aan {customer_name"}) {
    Diagnostics problems;
    const auto made =
        finished_document(document("<w:p><w:r><w:t>" + std::string(text) + "</w:t></w:r></w:p>"),
                          OfficeKind::word, dress(), problems);
    EXPECT_FALSE(made);
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(problems.list().front().code, "D0204");
  }
}

TEST(OfficeDocument, what_is_no_document_is_no_house_style) {
  const auto code = [](const std::string& bytes) {
    Diagnostics problems;
    const auto file = std::make_shared<const SourceText>("huisstijl.docx", bytes);
    return is_usable_house_style(file, OfficeKind::word, problems) ? std::string()
                                                                   : problems.list().front().code;
  };
  EXPECT_EQ(code("geen zip"), "D0201");
  EXPECT_EQ(code(*archive_of({{"content.xml", "<x/>"}}, Date())), "D0201");
  EXPECT_EQ(code(*archive_of({{"word/document.xml", "<x"}, {"word/styles.xml", "<x/>"}}, Date())),
            "D0201");
  EXPECT_EQ(code(*archive_of({{"word/document.xml", "<x/>"}, {"word/vbaProject.bin", ""}}, Date())),
            "D0102");
  EXPECT_EQ(code(document("")), "");
}

}  // namespace pricetalk
