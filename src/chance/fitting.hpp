#pragma once

#include <map>
#include <string>
#include <vector>

#include "chance/sampler.hpp"
#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// A series that goes on by chance, as `today` sees it.
struct DrawnSeries {
  Series seen;
  History history;
};

/// A series that follows one that goes on by chance, as `today` sees it.
struct Follower {
  Series seen;
  std::string followed;
};

/// What is fitted for a random future, or why it cannot be.
class Fitting {
 public:
  Fitting(const Library& known, const Future& future, const Random& random, Date today, Date until);

  /// The series, and those that they follow, as far as chance decides them.
  void add(const std::vector<std::string>& ids);
  /// The window, with the check of the figures in it. With problems it means nothing.
  DrawRule rule();
  /// Figures of more than 18 digits are out of the question.
  void check_size(const DrawnSeries& one, const Sampler& sampler);

  /// These two: by id.
  std::map<std::string, DrawnSeries> drawn;
  std::map<std::string, Follower> followers;
  Diagnostics problems;

 private:
  void add(const std::string& id);
  void error(const char* code, const DrawnSeries& one, Phrase title, Phrase hint,
             std::optional<Span> where = {});
  Phrase give_a_rule(const DrawnSeries& one) const;
  void check_months(const DrawnSeries& one);
  void choose_window(DrawRule& made);
  void check_window(const DrawnSeries& one, const DrawRule& made);
  void check_figures(const DrawnSeries& one, const DrawRule& made);

  const Library& known_;
  const Future& future_;
  const Random& random_;
  Date today_;
  Date until_;
};

}  // namespace pricetalk
