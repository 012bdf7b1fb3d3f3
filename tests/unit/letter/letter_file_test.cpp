#include "letter/letter_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "letter/guessed_language.hpp"
#include "store/packed_files.hpp"

namespace pricetalk {
namespace letter_file_test {

const std::string word_head =
    "<?xml version=\"1.0\"?><w:document "
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/"
    "2006/main\"><w:body>";
const std::string word_tail = "<w:sectPr/></w:body></w:document>";

SourcePtr file_of(const std::string& bytes) {
  return std::make_shared<const SourceText>("brief", bytes);
}

SourcePtr word(const std::string& body, std::vector<PackedFile> more = {}) {
  more.insert(more.begin(), {"word/document.xml", word_head + body + word_tail});
  return file_of(*archive_of(more, Date()));
}

SourcePtr open_text(const std::string& body) {
  const std::string content =
      "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\"><office:body>"
      "<office:text>" +
      body + "</office:text></office:body></office:document-content>";
  return file_of(*archive_of(
      {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", content}}, Date()));
}

std::string text_of(const SourcePtr& file) {
  Diagnostics problems;
  const auto read = read_letter_file(file, problems);
  return read ? read->text : problems.list().front().code;
}

}  // namespace letter_file_test

using namespace letter_file_test;

TEST(LetterFile, of_word_is_read_as_paragraphs_items_headings_and_rows) {
  EXPECT_EQ(
      text_of(word("<w:p><w:r><w:t>Geachte </w:t></w:r><w:r><w:t>mevrouw</w:t></w:r></w:p>"
                   "<w:p><w:pPr><w:pStyle w:val=\"Kop2\"/></w:pPr><w:r><w:t>Prijs</w:t></w:r></w:p>"
                   "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>een</w:t></w:r></w:p>"
                   "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>twee</w:t></w:r></w:p>"
                   "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>wat</w:t></w:r></w:p></w:tc>"
                   "<w:tc><w:p><w:r><w:t>€ 5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                   "<w:p><w:r><w:t>regel</w:t><w:br/><w:t>daaronder</w:t></w:r></w:p>")),
      "Geachte mevrouw\n\n## Prijs\n\n- een\n- twee\n\n| wat | € 5 |\n\nregel  \ndaaronder\n");
}

TEST(LetterFile, of_word_has_the_new_text_of_tracked_changes_and_says_so) {
  Diagnostics problems;
  const auto read = read_letter_file(
      word("<w:p><w:r><w:t>€ </w:t></w:r><w:del><w:r><w:delText>15</w:delText></w:r></w:del>"
           "<w:ins><w:r><w:t>16 per maand</w:t></w:r></w:ins></w:p>"),
      problems);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->text, "€ 16 per maand\n");
  EXPECT_TRUE(read->tracked);
}

TEST(LetterFile, of_word_has_what_stands_in_boxes_once_and_what_stands_around_apart) {
  Diagnostics problems;
  const auto read = read_letter_file(
      word("<w:p><w:r><w:t>tekst</w:t></w:r><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice>"
           "<w:txbxContent><w:p><w:r><w:t>in de doos</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
           "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>in de doos</w:t></w:r></w:p>"
           "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>",
           {{"word/header1.xml",
             "<w:hdr xmlns:w=\"w\"><w:p><w:r><w:t>Naam</w:t></w:r></w:p></w:hdr>"}}),
      problems);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->text, "tekst\n\nin de doos\n");
  EXPECT_EQ(read->around, "Naam\n");
}

TEST(LetterFile, of_open_document_is_read_the_same) {
  EXPECT_EQ(
      text_of(open_text("<text:h text:outline-level=\"1\">Bijlage</text:h><text:p>een"
                        "<text:s/>twee</text:p><text:list><text:list-item><text:p>punt</text:p>"
                        "</text:list-item></text:list><table:table><table:table-row>"
                        "<table:table-cell><text:p>a</text:p></table:table-cell>"
                        "<table:table-cell><text:p>b</text:p></table:table-cell>"
                        "</table:table-row></table:table>")),
      "# Bijlage\n\neen twee\n\n- punt\n\n| a | b |\n");
}

TEST(LetterFile, of_another_kind_is_refused_by_name) {
  EXPECT_EQ(text_of(file_of("%PDF-1.7 ...")), "D0101");
  EXPECT_EQ(text_of(file_of("{\\rtf1 brief}")), "D0101");
  EXPECT_EQ(text_of(file_of("<!DOCTYPE html><p>brief")), "D0101");
  EXPECT_EQ(text_of(file_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 oud")), "D0101");
  EXPECT_EQ(text_of(file_of("PK\x03\x04 kapot")), "D0101");
  EXPECT_EQ(text_of(file_of(*archive_of({{"xl/workbook.xml", "<x/>"}}, Date()))), "D0101");
  EXPECT_EQ(text_of(word("<w:p/>", {{"word/vbaProject.bin", "x"}})), "D0102");
  EXPECT_EQ(text_of(word("<w:p/>")), "D0103");
  EXPECT_EQ(text_of(file_of("")), "D0101");
}

TEST(LetterFile, nested_without_end_is_no_crash) {
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<w:sdt><w:sdtContent>";
  EXPECT_EQ(text_of(word("<w:p><w:r><w:t>tekst</w:t></w:r></w:p>" + deep)), "D0101");
  for (int i = 0; i < 20'000; ++i) deep += "</w:sdtContent></w:sdt>";
  EXPECT_EQ(text_of(word("<w:p><w:r><w:t>tekst</w:t></w:r></w:p>" + deep)), "tekst\n");
}

TEST(LetterFile, language_is_that_of_the_small_words) {
  EXPECT_EQ(guessed_language("Wij verhogen de prijs niet."), Language::nl);
  EXPECT_EQ(guessed_language("We do not raise the price of this."), Language::en);
  EXPECT_EQ(guessed_language("42"), std::nullopt);
}

}  // namespace pricetalk
