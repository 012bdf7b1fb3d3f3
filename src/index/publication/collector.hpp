#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "index/publication/figure_text.hpp"

namespace pricetalk::publication {

/// What all rows of a series have in common; `frequency` follows from the rows.
struct Head {
  std::string publisher;
  std::string table;
  std::string title;
  std::string base;
  SeriesUnit unit = SeriesUnit::index;
  std::optional<Currency> currency;
  std::string per;
  std::optional<int> decimals;
  std::string licence;
  std::string source;
  std::optional<Date> released;
  /// The format writes 97.60 as 97.6: figures get `decimals`, or as many as the longest has.
  bool loses_zeros = false;
  /// The file lost the title of its table: `table` tells its series apart, but from no other
  /// file's.
  bool untitled = false;
  bool states_status = true;
};

/// Gathers the rows of a file into series. A reader opens a series by its head and adds rows in
/// whatever order they come; months, quarters and years that stand together come apart here.
class Collector {
 public:
  /// The series with this publisher, table, base and unit; made when it is new.
  std::size_t open(const Head& head);
  void add(std::size_t series, PublishedRow row);
  /// Gives the row what its cell says. Which sign has the decimals is decided by the cell, else by
  /// the sign that the format is `known_for`, else by the other cells of the file, else by the
  /// decimals that the file states; if by none of these, the row stays undecided.
  void put_figure(const CellFigure& cell, std::optional<DecimalMark> known_for, PublishedRow& row);
  void remark(Phrase remark);

  /// All series with at least one row, in the order in which they were opened, periods in order.
  /// The same period twice with another figure is an error (I0306); with the same one it is one
  /// row.
  void finish(PublicationFormat format, const std::string& file, Publication& into,
              Diagnostics& diagnostics);

 private:
  struct Open {
    Head head;
    std::map<Unit, std::vector<PublishedRow>> rows;
  };
  using Key = std::tuple<std::string, std::string, std::string, SeriesUnit>;
  std::vector<Open> open_;
  std::map<Key, std::size_t> known_;
  std::vector<Phrase> remarks_;
  std::array<bool, 2> seen_{};  ///< by sign: some cell cannot be read without it as decimal sign
};

}  // namespace pricetalk::publication
