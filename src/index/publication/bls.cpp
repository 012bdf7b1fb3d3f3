#include "index/publication/bls.hpp"

#include <array>

#include "document/words.hpp"
#include "index/publication/figure_text.hpp"

namespace pricetalk::publication {

namespace {

/// Surveys of price indices; other series of BLS are counts, rates and amounts as well.
bool is_price_survey(std::string_view id) {
  static constexpr std::array<std::string_view, 8> surveys{"CU", "CW", "SU", "AP",
                                                           "PC", "WP", "ND", "EI"};
  for (const std::string_view each : surveys)
    if (id.starts_with(each)) return true;
  return false;
}

std::string title_of(const std::string& id, const std::string& title) {
  const std::string name = title.empty() ? id : title;
  const char third = id.size() > 2 ? id[2] : ' ';
  if (third == 'S') return name + ", seasonally adjusted";
  if (third == 'U') return name + ", not seasonally adjusted";
  return name;
}

bool has_code(std::string_view codes, char wanted) {
  return codes.find(wanted) != std::string_view::npos;
}

}  // namespace

void BlsSeries::open(const std::string& id, const std::string& title) {
  open_id_ = id;
  Head head;
  head.publisher = "BLS";
  head.table = id;
  head.title = title_of(id, title);
  head.states_status = false;
  if (id.starts_with("AP")) {
    head.unit = SeriesUnit::price;
    head.currency = Currency::parse("USD");
  }
  series_ = into_.open(head);
  if (is_price_survey(id)) return;
  into_.remark({"BLS " + id +
                    ": the file does not state what its figures are; check that this is "
                    "an index",
                "BLS " + id +
                    ": in het bestand staat niet wat de cijfers zijn; controleer of dit "
                    "een indexcijfer is"});
}

bool BlsSeries::period(const std::string& id, const BlsRow& row, PublishedRow& made) {
  const std::string& code = row.period.text;
  const bool known = code.size() == 3 && document::all_digits(std::string_view(code).substr(1));
  if (known && code[0] == 'S') {
    into_.remark({"BLS " + id + ": half-yearly means (S01 to S03) are left out",
                  "BLS " + id + ": halfjaargemiddelden (S01 tot en met S03) zijn weggelaten"});
    return false;
  }
  std::string text;
  if (code == "M13" || code == "Q05" || code == "A01")
    text = row.year.text;
  else if (known && (code[0] == 'M' || code[0] == 'Q'))
    text = row.year.text + code[0] + code.substr(1);
  if (const auto found = read_period(text)) {
    made.period = *found;
    return true;
  }
  const bool year_fits = row.year.text.size() == 4 && document::all_digits(row.year.text);
  not_a_period(year_fits ? row.period : row.year,
               {"BLS writes a year, and M01 to M13 or Q01 to Q05",
                "BLS schrijft een jaar, en M01 tot en met M13 of Q01 tot en met Q05"},
               diagnostics_);
  return false;
}

void BlsSeries::add(const std::string& id, const std::string& title, const BlsRow& row) {
  PublishedRow made;
  made.where = row.value.where;
  if (!period(id, row, made)) return;
  const std::string& text = row.value.text;
  if (text == "-" || text.empty()) {
    const std::string why = row.footnote_text.empty() ? "" : ": " + row.footnote_text;
    into_.remark({"BLS " + id + ": no figure for " + made.period.text() + why,
                  "BLS " + id + ": geen cijfer voor " + made.period.text() + why});
  } else {
    made.value = read_number(text, DecimalMark::point);
    if (!made.value)
      return not_a_figure(row.value,
                          {"BLS writes 314.069, or - for no figure",
                           "BLS schrijft 314.069, of - als er geen cijfer is"},
                          diagnostics_);
  }
  if (has_code(row.footnotes, 'P')) made.status = FigureStatus::provisional;
  if (has_code(row.footnotes, 'R') || has_code(row.footnotes, 'C'))
    made.status = FigureStatus::revised;
  if (id != open_id_) open(id, title);
  into_.add(series_, std::move(made));
}

}  // namespace pricetalk::publication
