#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/load.hpp"
#include "pricetalk/calendar/date.hpp"
#include "pricetalk/cli/run.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

enum class Status { fine = 0, findings = 1, usage = 2, invalid = 3, fault = 4 };

/// The options that every command has.
struct CommonOptions {
  std::optional<Language> language;
  bool json = false;
  std::optional<Date> today;
  std::vector<std::string> figures;   ///< folders or files beside those the contract names
  std::vector<FigureByHand> by_hand;  ///< typed in with the command
};

/// The language that the variables ask for: English unless they say Dutch.
Language language_of(const Environment& environment);

/// One run of one command: where it writes, and what was asked of every command.
class Session {
 public:
  Session(std::istream& in, std::ostream& out, std::ostream& err, const Environment& environment,
          CommonOptions common)
      : in_(in), out_(out), err_(err), environment_(environment), common_(std::move(common)) {}

  std::istream& in() const { return in_; }
  std::ostream& out() const { return out_; }  ///< answers
  std::ostream& err() const { return err_; }  ///< what is wrong

  /// `--language` where the program answers in it, else the contract's, else the one of the
  /// variables.
  Language language(std::optional<Language> of_contract = std::nullopt) const;
  /// The language of letters that `--language` asks for where the program does not answer in it.
  std::optional<Language> letter_language() const {
    const auto& stated = common_.language;
    return stated && !is_spoken(*stated) ? stated : std::nullopt;
  }
  /// `--language`; nothing where it was not given.
  std::optional<Language> stated_language() const { return common_.language; }
  bool json() const { return common_.json; }
  bool terminal() const { return environment_.terminal; }
  /// How many letters a line holds; 0: as many as there are.
  std::size_t columns() const {
    return environment_.columns > 0 ? static_cast<std::size_t>(environment_.columns) : 0;
  }
  /// Whether progress of long work may be shown on `err`.
  bool shows_progress() const { return environment_.error_terminal; }
  MoreFigures figures() const { return {common_.figures, common_.by_hand, today()}; }

  /// The day of the run. Whoever uses it calls `print_today` first, or puts `today` and
  /// `today_from_clock` into the JSON.
  Date today() const { return common_.today.value_or(environment_.today); }
  bool today_from_clock() const { return !common_.today.has_value(); }
  /// The first line of a table: the date, when it comes from the clock.
  void print_today(Language language) const;
  /// That line, of a day that the clock gave when an answer was made.
  void print_today(Date day, Language language) const;

  /// Prints what is wrong, when anything is.
  void print(const Diagnostics& diagnostics, Language language) const;
  /// The status that these diagnostics call for: invalid, findings (warnings only) or fine.
  static Status status_of(const Diagnostics& diagnostics);

 private:
  std::istream& in_;
  std::ostream& out_;
  std::ostream& err_;
  const Environment& environment_;
  CommonOptions common_;
};

}  // namespace pricetalk
