#include <algorithm>

#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/destatis.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/units.hpp"

/// The cube export of GENESIS: `K;` begins a heading, `D;` what belongs to it. DQ names the cube,
/// DQA its axes, DQI the measures with their units, QEI the figures: the codes on the axes, the
/// time, and for each measure WERT, QUALITAET, GESPERRT and WERT-VERFAELSCHT. Figures have a
/// decimal point in every language. The signs of quality are those of the tables.
namespace pricetalk::publication {

namespace {

class CubeReader {
 public:
  CubeReader(Collector& into, Diagnostics& diagnostics) : into_(into), diagnostics_(diagnostics) {}

  void read(const csv::Row& row) {
    const std::string& kind = row.fields[0].text;
    if (kind == "K" && row.fields.size() > 1) {
      section_ = row.fields[1].text;
      return;
    }
    if (kind != "D" || row.fields.size() < 2) return;
    if (section_ == "DQ") cube_ = row.fields[1].text;
    if (section_ == "DQ-ERH") statistic_ = row.fields[1].text;
    if (section_ == "DQA") ++axes_;
    if (section_ == "DQI" && row.fields.size() > 2)
      measures_.emplace_back(row.fields[1].text, row.fields[2].text);
    if (section_ == "QEI") figures(row);
  }
  bool has_figures() const { return figures_; }

 private:
  static constexpr std::size_t cells_of_a_measure = 4;

  void figures(const csv::Row& row) {
    figures_ = true;
    const std::size_t first = 1 + axes_ + 1;
    if (measures_.empty()) return no_column(row.where, "DQI", diagnostics_);
    const std::size_t wanted = first + (measures_.size() - 1) * cells_of_a_measure + 2;
    const std::size_t most = first + measures_.size() * cells_of_a_measure;
    if (!has_its_cells(row, std::clamp(row.fields.size(), wanted, most), diagnostics_)) return;
    std::string text = row.fields[first - 1].text;
    std::string codes;
    for (std::size_t i = 1; i <= axes_; ++i) {
      const std::string& code = row.fields[i].text;
      if (code.starts_with("MONAT") && code.size() == 7)
        text += "M" + code.substr(5);
      else if (code.starts_with("QUARTG") && code.size() == 7)
        text += "Q" + code.substr(6);
      else if (code != "DG")
        codes += " " + code;
    }
    const auto period = read_period(text);
    if (!period)
      return not_a_period(row.fields[first - 1],
                          {"a cube has a year here, and MONAT05 or QUARTG2 on an axis",
                           "een kubus heeft hier een jaar, en MONAT05 of QUARTG2 op een as"},
                          diagnostics_);
    for (std::size_t i = 0; i < measures_.size(); ++i)
      figure(row, first + i * cells_of_a_measure, measures_[i], *period, codes);
  }

  void figure(const csv::Row& row, std::size_t at,
              const std::pair<std::string, std::string>& measure, const Period& period,
              const std::string& codes) {
    const auto& [name, unit] = measure;
    Head head;
    head.publisher = "Destatis";
    head.table = cube_ + " " + name + codes;
    head.title = statistic_ + " " + name + codes;
    if (!take_unit(unit, head))
      return into_.remark(left_out("Destatis " + cube_ + " " + name, unit));
    PublishedRow made;
    made.period = period;
    if (read_destatis_figure(row.fields[at], &row.fields[at + 1], DecimalMark::point, head.unit,
                             made, into_, diagnostics_))
      into_.add(into_.open(head), std::move(made));
  }

  Collector& into_;
  Diagnostics& diagnostics_;
  std::string section_;
  std::string cube_;
  std::string statistic_;
  std::size_t axes_ = 0;
  std::vector<std::pair<std::string, std::string>> measures_;
  bool figures_ = false;
};

}  // namespace

bool is_destatis_cube(std::string_view bytes) {
  for (const std::string_view line : first_lines(bytes.substr(0, 4096), 8))
    if (line.starts_with("K;DQ;")) return true;
  return false;
}

void read_destatis_cube(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    CubeReader reader(into, diagnostics);
    each_row(
        *file, diagnostics, [&](const csv::Row& row) { reader.read(row); }, ';');
    if (!reader.has_figures()) no_column({file.get(), 0, 0}, "QEI", diagnostics);
  }
}

}  // namespace pricetalk::publication
