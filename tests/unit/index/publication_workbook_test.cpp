#include <gtest/gtest.h>

#include "publication_text.hpp"
#include "small_zip.hpp"

// Workbooks of Excel and LibreOffice, and archives, put together here. The figures are made up.

namespace publication_workbook_test {

using namespace publication_text;

using Parts = std::vector<std::pair<std::string, std::string>>;

/// Styles 1: mmm-yy, 2: a day, 3: 0.00, 4: 0.0%, 5: mmmm yyyy with text around it.
Parts xlsx_parts(const std::string& sheet, const std::string& merges = "") {
  const std::string start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  return {
      {"xl/workbook.xml",
       start + "<workbook><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\"/>"
               "<sheet name=\"Toelichting\" sheetId=\"2\" r:id=\"rId2\"/>"
               "<sheet name=\"Oud\" sheetId=\"3\" state=\"hidden\" "
               "r:id=\"rId1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       start + "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
               "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>"},
      {"xl/styles.xml",
       start +
           "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.00\"/>"
           "<numFmt numFmtId=\"165\" formatCode=\"0.0%\"/>"
           "<numFmt numFmtId=\"166\" formatCode=\"[$-413]mmmm\\ yyyy;@\"/></numFmts><cellXfs>"
           "<xf numFmtId=\"0\"/><xf numFmtId=\"17\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
           "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs></styleSheet>"},
      {"xl/sharedStrings.xml",
       start + "<sst><si><t>periode</t></si><si><r><t>waar</t></r><r><t>de</t></r></si></sst>"},
      {"xl/worksheets/sheet1.xml",
       start + "<worksheet><sheetData>" + sheet + "</sheetData>" + merges + "</worksheet>"},
      {"xl/worksheets/sheet2.xml",
       start +
           "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Niets</t></is>"
           "</c></row></sheetData></worksheet>"}};
}

const std::string heading =
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>";

std::string row(int number, const std::string& first, const std::string& second) {
  const std::string at = std::to_string(number);
  return "<row r=\"" + at + "\"><c r=\"A" + at + "\"" + first + "</c><c r=\"B" + at + "\"" +
         second + "</c></row>";
}

Loaded<Publication> workbook(const std::string& sheet, const std::string& merges = "") {
  return read(small_zip(xlsx_parts(sheet, merges)), "cpi.xlsx");
}

TEST(Workbook, a_month_is_a_day_whose_style_shows_the_month) {
  const auto loaded = workbook(heading + row(2, " s=\"1\"><v>45658</v>", "><v>101.23</v>") +
                               row(3, " s=\"5\"><v>45689</v>", "><v>101.59999999999999</v>"));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  ASSERT_EQ(loaded.value->series.size(), 1U);
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-01=101.23 2025-02=101.60");
  EXPECT_EQ(loaded.value->series[0].file, "cpi.xlsx, Blad1");
  EXPECT_EQ(remarks(loaded, Language::nl),
            "'cpi.xlsx': verborgen bladen zijn niet gelezen: 'Oud'\n"
            "'cpi.xlsx': weggelaten, want er staat geen bekende tabel in: 'Toelichting'\n");
}

TEST(Workbook, days_decimals_and_formulas_with_values_are_read) {
  const auto loaded = workbook(heading + row(2, " s=\"2\"><v>45658</v>", " s=\"3\"><v>101.2</v>") +
                               row(3, " s=\"2\"><v>45689</v>", "><f>B2+0.35</f><v>101.55</v>") +
                               row(4, " t=\"str\"><v>mrt-25</v>", " t=\"e\"><v>#N/A</v>"));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-01=101.20 2025-02=101.55 2025-03=-");
}

TEST(Workbook, a_table_may_stand_anywhere_on_the_sheet) {
  const auto loaded = workbook(
      "<row r=\"3\"><c r=\"C3\" t=\"s\"><v>0</v></c><c r=\"D3\" t=\"s\"><v>1</v></c></row>"
      "<row r=\"4\"><c r=\"C4\" s=\"1\"><v>45658</v></c><c r=\"D4\"><v>101.23</v></c></row>");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-01=101.23");
}

TEST(Workbook, a_broken_formula_is_pointed_at_on_its_row) {
  const auto loaded =
      workbook(heading + row(2, " t=\"str\"><v>2025-01</v>", " s=\"4\"><v>0.028</v>") +
               row(4, " t=\"str\"><v>2025-02</v>", " t=\"e\"><v>#REF!</v>"));
  EXPECT_EQ(problems(loaded), "I0307 4:9 '#REF!'");
}

TEST(Workbook, percentages_make_a_series_of_percentages) {
  const auto loaded =
      workbook(heading + row(2, " t=\"str\"><v>2025-01</v>", " s=\"4\"><v>0.028</v>") +
               row(3, " t=\"str\"><v>2025-02</v>", " s=\"4\"><v>0.03</v>"));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-01=2.8 2025-02=3.0");
  EXPECT_EQ(loaded.value->series[0].unit, SeriesUnit::percent);
}

TEST(Workbook, the_sign_that_a_sheet_was_written_with_proves_nothing_of_its_texts) {
  const std::string january = row(2, " t=\"str\"><v>2025-01</v>", "><v>317.5</v>");
  const auto text = [](int number, const std::string& cell) {
    return row(number, " t=\"str\"><v>2025-0" + std::to_string(number - 1) + "</v>",
               " t=\"str\"><v>" + cell + "</v>");
  };
  const auto open = workbook(heading + january + text(3, "318.671"));
  ASSERT_TRUE(open.ok()) << problems(open);
  ASSERT_EQ(open.value->series[0].rows.size(), 2U);
  EXPECT_FALSE(open.value->series[0].rows[0].undecided);
  EXPECT_TRUE(open.value->series[0].rows[1].undecided);
  const auto shown = workbook(heading + january + text(3, "318.671") + text(4, "319,5"));
  ASSERT_TRUE(shown.ok()) << problems(shown);
  EXPECT_EQ(rows(shown.value->series[0]), "2025-01=317.5 2025-02=318671 2025-03=319.5");
}

TEST(Workbook, what_is_shown_shorter_than_stored_is_noted) {
  const auto loaded =
      workbook(heading + row(2, " t=\"str\"><v>2025-01</v>", " s=\"3\"><v>103.14159</v>") +
               row(3, " t=\"str\"><v>2025-02</v>", " s=\"3\"><v>103.2</v>"));
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  const auto& figures = loaded.value->series[0].rows;
  ASSERT_TRUE(figures[0].shown);
  EXPECT_EQ(figures[0].shown->text(), "103.14");
  EXPECT_FALSE(figures[1].shown);
  const auto rate =
      workbook(heading + row(2, " t=\"str\"><v>2025-01</v>", " s=\"4\"><v>0.02849</v>"));
  ASSERT_TRUE(rate.ok()) << problems(rate);
  ASSERT_TRUE(rate.value->series[0].rows[0].shown);
  EXPECT_EQ(rate.value->series[0].rows[0].shown->text(), "2.8");
}

TEST(Workbook, hidden_sheets_rows_and_columns_are_named) {
  const auto loaded = workbook(heading + row(2, " t=\"str\"><v>2025-01</v>", "><v>101.5</v>") +
                               "<row r=\"3\" hidden=\"1\"><c t=\"str\"><v>2025-02</v></c>"
                               "<c><v>102.5</v></c></row>");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-01=101.5 2025-02=102.5");
  EXPECT_NE(remarks(loaded).find("hidden rows are read as well: 3"), std::string::npos);
  EXPECT_NE(remarks(loaded, Language::nl).find("verborgen bladen zijn niet gelezen: 'Oud'"),
            std::string::npos);
}

TEST(Workbook, a_formula_without_a_value_and_merged_figures_are_refused) {
  EXPECT_EQ(problems(workbook(heading + row(2, " t=\"str\"><v>2025-01</v>", "><f>A1*2</f>"))),
            "I0335");
  const std::string two = heading + row(2, " t=\"str\"><v>2025-01</v>", "><v>101</v>") +
                          row(3, " t=\"str\"><v>2025-02</v>", "><v>102</v>");
  EXPECT_EQ(problems(workbook(two, "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")),
            "I0335");
  EXPECT_TRUE(workbook(two, "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>").ok());
}

TEST(Workbook, protection_macros_and_old_kinds_are_refused_by_name) {
  Parts macros = xlsx_parts(heading);
  macros.emplace_back("xl/vbaProject.bin", "x");
  EXPECT_EQ(problems(read(small_zip(macros))), "I0334");
  const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  EXPECT_EQ(problems(read(compound)), "I0334");
  std::string package;
  for (const char c : std::string("EncryptedPackage")) package += {c, '\0'};
  const auto closed = read(compound + package);
  EXPECT_NE(closed.diagnostics.list()[0].title.en.find("password"), std::string::npos);
  EXPECT_EQ(problems(read(small_zip({{"xl/workbook.bin", "x"}}))), "I0334");
}

TEST(Workbook, half_a_workbook_is_refused_wherever_it_breaks_off) {
  const std::string whole =
      small_zip(xlsx_parts(heading + row(2, " t=\"str\"><v>2025-01</v>", "><v>101</v>")));
  ASSERT_TRUE(read(whole).ok());
  for (std::size_t size = 4; size < whole.size(); size += 61)
    EXPECT_EQ(problems(read(whole.substr(0, size))), "I0312") << size;
  Parts lacking = xlsx_parts(heading);
  lacking.erase(lacking.begin() + 4);
  EXPECT_EQ(problems(read(small_zip(lacking))), "I0312");
  Parts broken = xlsx_parts(heading);
  broken[4].second.resize(60);
  EXPECT_EQ(problems(read(small_zip(broken))), "I0312");
}

TEST(Workbook, damage_anywhere_never_changes_a_figure_silently) {
  const std::string whole =
      small_zip(xlsx_parts(heading + row(2, " t=\"str\"><v>2025-01</v>", "><v>101</v>")));
  const std::string figures = rows(read(whole).value->series[0]);
  for (std::size_t at = 0; at < whole.size(); at += 7) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
    const auto loaded = read(damaged);
    if (loaded.ok()) {
      EXPECT_EQ(rows(loaded.value->series[0]), figures) << at;
    }
  }
}

TEST(Workbook, what_grows_far_too_large_is_refused_before_it_is_unpacked) {
  Parts bomb = xlsx_parts(heading);
  bomb[3].second += std::string(70'000'000, ' ');
  EXPECT_EQ(problems(read(small_zip(bomb))), "I0312");
}

std::string ods(const std::string& table) {
  return small_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                    {"content.xml",
                     "<?xml version=\"1.0\"?><office:document-content><office:body>"
                     "<office:spreadsheet><table:table table:name=\"Blad1\">" +
                         table +
                         "</table:table></office:spreadsheet></office:body>"
                         "</office:document-content>"},
                    {"META-INF/manifest.xml", "<manifest:manifest/>"}});
}

const std::string ods_heading =
    "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>periode</text:p>"
    "</table:table-cell><table:table-cell office:value-type=\"string\"><text:p>waarde</text:p>"
    "</table:table-cell></table:table-row>";

std::string ods_row(const std::string& day, const std::string& shown_day, const std::string& value,
                    const std::string& shown, const std::string& more = "") {
  return "<table:table-row" + more +
         "><table:table-cell office:value-type=\"date\" office:date-value=\"" + day +
         "\"><text:p>" + shown_day +
         "</text:p></table:table-cell><table:table-cell office:value-type=\"float\" "
         "office:value=\"" +
         value + "\"><text:p>" + shown +
         "</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16382\"/>"
         "</table:table-row>";
}

TEST(Workbook, a_sheet_of_libreoffice_is_read_with_its_days_and_decimals) {
  const auto loaded = read(ods(ods_heading + ods_row("2025-01-01", "jan-25", "101.2", "101,20") +
                               ods_row("2025-02-01", "feb-25", "101.55", "101,55") +
                               "<table:table-row table:number-rows-repeated=\"1048573\">"
                               "<table:table-cell table:number-columns-repeated=\"16384\"/>"
                               "</table:table-row>"),
                           "cpi.ods");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-01=101.20 2025-02=101.55");
}

TEST(Workbook, a_million_rows_and_macros_of_libreoffice_are_refused) {
  EXPECT_EQ(problems(read(ods(ods_heading + ods_row("2025-01-01", "jan-25", "101.2", "101,2",
                                                    " table:number-rows-repeated=\"1000000\"")))),
            "I0336");
  EXPECT_EQ(
      problems(read(small_zip(
          {{"mimetype", "x"}, {"content.xml", "<a/>"}, {"Basic/Standard/Module1.xml", "x"}}))),
      "I0334");
  EXPECT_EQ(
      problems(read(small_zip({{"mimetype", "x"},
                               {"content.xml", "x"},
                               {"META-INF/manifest.xml", "<a><manifest:encryption-data/></a>"}}))),
      "I0334");
}

TEST(Archive, its_tables_are_read_and_the_rest_is_said) {
  const auto loaded = read(small_zip({{"data/cpi.csv", "period,value\n2025-01,101.23\n"},
                                      {"leesmij.txt", "Niets te zien."}}),
                           "cpi.zip");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-01=101.23");
  EXPECT_EQ(loaded.value->series[0].file, "cpi.zip, data/cpi.csv");
  EXPECT_EQ(remarks(loaded),
            "'cpi.zip': left out, for there is no known table in it: 'leesmij.txt'\n");
  EXPECT_EQ(problems(read(small_zip({{"leesmij.txt", "Niets te zien."}}))), "I0301");
  EXPECT_EQ(problems(read(small_zip({}))), "I0301");
}

TEST(AbsSheet, a_quarter_ends_in_the_month_that_it_is_named_by) {
  const auto loaded = read(
      ",Index Numbers ;  All groups CPI ;  Australia ;,Percentage Change ;  Australia ;\n"
      "Unit,Index Numbers,Percent\nSeries Type,Original,Original\nData Type,INDEX,PERCENT\n"
      "Frequency,Quarter,Quarter\nCollection Month,3,3\nSeries Start,1948-09,1948-09\n"
      "Series End,2025-09,2025-09\nNo. Obs,2,2\nSeries ID,A2325846C,A2325847F\n"
      "2025-06,141.4,0.7\n2025-09,142.9,1.1\n");
  ASSERT_TRUE(loaded.ok()) << problems(loaded);
  EXPECT_EQ(head(loaded.value->series[0]), "ABS | A2325846C |  | index | quarter");
  EXPECT_EQ(rows(loaded.value->series[0]), "2025-Q2=141.4 2025-Q3=142.9");
  EXPECT_EQ(rows(loaded.value->series[1]), "2025-Q2=0.7 2025-Q3=1.1");
}

}  // namespace publication_workbook_test
