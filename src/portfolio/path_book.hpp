#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "portfolio/amount_course.hpp"
#include "portfolio/path_course.hpp"
#include "portfolio/path_portfolio.hpp"
#include "portfolio/path_run.hpp"
#include "simulation/said_once.hpp"

namespace pricetalk {

/// How the prices and amounts of a line follow on the paths of one future.
struct PathFollowed {
  PathCourse course;
  std::shared_ptr<const AmountCourse> amounts;
  Phrase refused;  ///< why they are followed path by path; empty: they are not
};

/// A contract as one alternative has it.
struct BookedVariant {
  struct OneLine {
    PathLine numbers;
    std::string content;  ///< lines of one content share every course
    std::vector<std::shared_ptr<const PathFollowed>> followed;  ///< by future
  };
  std::size_t alternative = 0;
  Contract contract;  ///< its lines go on as long as it does
  std::vector<LedgerPeriod> periods;
  std::vector<std::size_t> parts;  ///< of each period: year x 2, + 1 where it assumes renewal
  std::vector<OneLine> lines;
  /// What is the same on every path, by part: an innovation, and what was invoiced.
  std::vector<std::int64_t> fixed;
  Phrase refused;  ///< why it is simulated path by path; empty: it is not, as far as this says
};

/// A contract that waits for its paths.
struct BookedContract {
  Contract contract;
  Library library;
  std::size_t library_at = 0;              ///< which of the different libraries
  std::shared_ptr<const Actuals> actuals;  ///< what was invoiced; nothing: no invoices
  std::vector<LedgerPeriod> periods;
  std::vector<BookedVariant> variants;  ///< those that fit it, the contract as it is first
  PathContract answer;

  std::size_t part_count() const { return static_cast<std::size_t>(answer.frame.years) * 2; }
  /// The variant of an alternative; that of the contract as it is where it is not about it.
  std::size_t variant_of(std::size_t alternative) const;
};

/// Contracts and their alternatives, and how every line of them follows on the paths.
class PathBook {
 public:
  explicit PathBook(const PathQuestion& question);

  void add(const Contract& contract, const Library& library, const std::string& path,
           const std::string& figures, std::shared_ptr<const Actuals> actuals, SaidOnce& problems);
  /// A contract of another share: only what it reads and how far it looks ahead.
  void know(const Contract& contract, const Library& library);
  /// Fits the random futures to every library, and follows a first path of each content.
  void follow(SaidOnce& problems);

  std::vector<BookedContract>& contracts() { return contracts_; }
  const std::vector<const Future*>& futures() const { return futures_; }
  const PathSource& source(const BookedContract& contract, std::size_t future) const {
    return source(contract.library_at, future);
  }
  const PathSource& source(std::size_t library, std::size_t future) const {
    return sources_[library][future];
  }
  std::size_t libraries() const { return sources_.size(); }
  std::vector<PeriodSpan> windows() const;
  std::size_t courses() const { return followed_.size(); }

  /// A line of a variant on one path, as what it does on all.
  PathFollowed followed(const BookedContract& contract, const BookedVariant& variant,
                        std::size_t line, std::size_t future, const Library& projected,
                        PathValues& values) const;
  const DrawnFigures& drawn(const BookedContract& contract, std::size_t future) const {
    return drawn_[contract.library_at][future];
  }
  Library projected(const BookedContract& contract, std::size_t future, std::uint64_t path) const;

 private:
  void fill(BookedContract& one, const Contract& contract, const Library& library,
            SaidOnce& problems) const;
  void book(BookedContract& contract, std::size_t alternative, Contract edited,
            const std::optional<std::string>& innovation) const;
  static void take_invoices(const BookedContract& contract, BookedVariant& into);
  Date last_day() const;
  std::string content(const BookedContract& contract, const BookedVariant& variant,
                      const Line& line, const std::string& figures) const;
  bool fit(SaidOnce& problems);
  void follow_contract(BookedContract& contract, std::size_t future);

  const PathQuestion& question_;
  std::vector<const Future*> futures_;
  bool names_ = false;  ///< whether a future refers to lines
  std::vector<BookedContract> contracts_;
  std::set<std::string> read_elsewhere_;  ///< series that contracts of other shares read
  std::optional<Date> last_elsewhere_;    ///< how far these look ahead
  std::map<std::string, std::size_t> libraries_;
  std::vector<const Library*> library_of_;
  std::vector<std::vector<PathSource>> sources_;   ///< by library, then by future
  std::vector<std::vector<DrawnFigures>> drawn_;   ///< likewise
  std::vector<std::vector<Library>> first_paths_;  ///< likewise: the figures of path 0
  std::map<std::string, std::shared_ptr<const PathFollowed>> followed_;
  PathValues values_;
};

}  // namespace pricetalk
