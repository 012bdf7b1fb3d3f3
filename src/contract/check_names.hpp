#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "contract/formula.hpp"
#include "pricetalk/contract/clause.hpp"

namespace pricetalk {

/// Checks the names in the formulas and limits of a clause, of one ladder after the other. An
/// unknown name is an error (F0104), once however often it stands there.
class NameCheck {
 public:
  /// `clause`: with its indices and tables; `asked`: lines that a worked example asks for. The
  /// arguments outlive the check.
  NameCheck(const Clause& clause, const std::set<std::string>& asked, Diagnostics& diagnostics)
      : clause_(clause), asked_(asked), diagnostics_(diagnostics) {}

  void check(const Ladder& ladder);

  /// Names that count in some result, limit, threshold or worked example.
  std::set<std::string> used;
  bool unknown = false;  ///< then nobody can tell what is unused

 private:
  using Lines = std::set<std::string>;  ///< named lines of the formula

  void check(const Expression& expression, const Ladder& ladder, const Lines& lines);
  /// One name has one meaning.
  void check_line_name(const Formula::Line& line, const Ladder& ladder, const Lines& earlier);
  /// Follows the names from the result back, and warns of lines that no way leads to.
  void check_use(const Ladder& ladder);
  /// `ICHT-IME`, printed as one name, is the difference of two; said once of each.
  bool report_hyphen(const NameUse& use, const Ladder& ladder, const Lines& lines);
  void report(const NameUse& use, bool known, const Ladder& ladder, const Lines& lines);
  bool is_table(const std::string& name) const;
  bool is_known(const std::string& name, const Ladder& ladder, const Lines& lines) const;
  std::vector<std::string_view> all_functions() const;
  std::vector<std::string_view> all_names(const Ladder& ladder, const Lines& lines) const;
  Phrase known_names(bool called, const Ladder& ladder, const Lines& lines) const;

  const Clause& clause_;
  const std::set<std::string>& asked_;
  Diagnostics& diagnostics_;
  std::set<std::string> said_;  ///< unknown names that were reported
};

}  // namespace pricetalk
