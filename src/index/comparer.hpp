#pragma once

#include <map>

#include "index/change_set.hpp"
#include "index/guard.hpp"

namespace pricetalk {

/// How rows enter the library.
struct Admission {
  std::optional<Date> today;                  ///< empty: no day is still to come
  OnConflict on_conflict = OnConflict::stop;  ///< of figures that contradict the library
  OnConflict on_doubt = OnConflict::stop;     ///< of figures that can hardly be meant
  bool looks_ahead = false;  ///< for one run: a person may type in what is not over yet
};

/// The rows of a file, or those typed in, against the records that the library has of one series.
class Comparer {
 public:
  /// `states_status`: the file says how sure its figures are. `own_table`: no publisher made it.
  /// REQUIRES: `change` outlives it, and its series does not move.
  Comparer(SeriesChange& change, const Admission& admission, bool states_status,
           bool own_table = false);

  /// In the order of the periods. `meant`: whoever gives the row says that nothing speaks against
  /// it.
  void add(const PublishedRow& row, bool meant = false);
  /// What is seen only when all rows are there: rounded figures, zeros that a spreadsheet dropped,
  /// another base, figures of another series. `doubt`: what speaks against all new figures; may be
  /// empty.
  void finish(const Library& library, Phrase doubt = {});

 private:
  void offer(FigureChange made);
  void confirm(const Observation& old, FigureChange made);
  void withdraw(const Observation& old, FigureChange made);
  void differ(const Observation& old, FigureChange made);
  void restore_zeros();
  void hold_exchanged_digits();
  void look_for_another_base();

  SeriesChange& change_;
  std::map<Period, RecordId> latest_;
  Admission admission_;
  bool states_status_;
  bool own_table_;
  FigureGuard guard_;
};

}  // namespace pricetalk
