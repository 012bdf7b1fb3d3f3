#include "store/list_workbook.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <map>

namespace pricetalk {

namespace {

constexpr double narrowest = 10;
constexpr double widest = 48;

/// Writes the sheets of one workbook.
class ListWriter {
 public:
  ListWriter(const std::string& path, Date today) : book_(workbook_new(path.c_str())) {
    if (book_ == nullptr) return;
    lxw_doc_properties properties{};
    properties.created = static_cast<time_t>(today.days()) * 86'400;
    workbook_set_properties(book_, &properties);
    bold_ = workbook_add_format(book_);
    format_set_bold(bold_);
    format_set_bottom(bold_, LXW_BORDER_THIN);
    day_ = workbook_add_format(book_);
    format_set_num_format(day_, "yyyy-mm-dd");
  }
  ~ListWriter() {
    if (book_ != nullptr) workbook_close(book_);
  }
  ListWriter(const ListWriter&) = delete;
  ListWriter& operator=(const ListWriter&) = delete;

  void add(const ListSheet& sheet) {
    if (book_ == nullptr) return;
    lxw_worksheet* made = workbook_add_worksheet(book_, sheet.name.c_str());
    for (std::size_t i = 0; i < sheet.headings.size(); ++i) {
      const auto at = static_cast<lxw_col_t>(i);
      worksheet_set_column(made, at, at, width(sheet, i), nullptr);
      note(worksheet_write_string(made, 0, at, sheet.headings[i].c_str(), bold_));
    }
    worksheet_freeze_panes(made, 1, 0);
    std::uint32_t row = 0;
    for (const std::vector<ListCell>& cells : sheet.rows) {
      ++row;
      for (std::size_t i = 0; i < cells.size(); ++i)
        write(made, row, static_cast<lxw_col_t>(i), cells[i]);
    }
    worksheet_autofilter(made, 0, 0, std::max<std::uint32_t>(row, 1),
                         static_cast<lxw_col_t>(sheet.headings.size() - 1));
  }

  bool finish() {
    if (book_ == nullptr) return false;
    note(workbook_close(book_));
    book_ = nullptr;
    return !refused_;
  }

 private:
  static double width(const ListSheet& sheet, std::size_t column) {
    std::size_t most = sheet.headings[column].size();
    for (const std::vector<ListCell>& cells : sheet.rows)
      if (const auto* text = std::get_if<std::string>(&cells[column]))
        most = std::max(most, text->size());
    return std::clamp(static_cast<double>(most) + 2, narrowest, widest);
  }

  void write(lxw_worksheet* sheet, std::uint32_t row, lxw_col_t at, const ListCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      if (!text->empty()) note(worksheet_write_string(sheet, row, at, text->c_str(), nullptr));
    } else if (const auto* number = std::get_if<Decimal>(&cell)) {
      // At most 15 digits of a sheet: it is shown as it is here.
      note(worksheet_write_number(sheet, row, at, std::stod(number->text()),
                                  number_format(number->scale())));
    } else {
      const Date date = std::get<Date>(cell);
      lxw_datetime value{date.year(), date.month(), date.day(), 0, 0, 0.0};
      note(worksheet_write_datetime(sheet, row, at, &value, day_));
    }
  }

  lxw_format* number_format(int decimals) {
    lxw_format*& format = numbers_[decimals];
    if (format == nullptr) {
      format = workbook_add_format(book_);
      std::string text = "#,##0";
      if (decimals > 0) text += "." + std::string(static_cast<std::size_t>(decimals), '0');
      format_set_num_format(format, text.c_str());
    }
    return format;
  }

  void note(lxw_error error) { refused_ = refused_ || error != LXW_NO_ERROR; }

  lxw_workbook* book_ = nullptr;
  lxw_format* bold_ = nullptr;
  lxw_format* day_ = nullptr;
  std::map<int, lxw_format*> numbers_;
  bool refused_ = false;
};

}  // namespace

bool build_list_workbook(const std::string& path, const std::vector<ListSheet>& sheets,
                         Date today) {
  ListWriter writer(path, today);
  for (const ListSheet& sheet : sheets) writer.add(sheet);
  return writer.finish();
}

}  // namespace pricetalk
