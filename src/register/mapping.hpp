#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "document/tree.hpp"
#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// How the words of a register are read: a file that a person may edit, and that later imports add
/// to.
class RegisterMapping {
 public:
  /// What stands behind a word that names no clause.
  static constexpr std::string_view none = "none";
  static constexpr std::string_view asked = "?";

  RegisterMapping() = default;
  /// Reads the file; what is wrong in it is told (A0220).
  RegisterMapping(SourcePtr source, Diagnostics& diagnostics);

  /// The day that prices without a date are of, of a contract that starts on a day; empty: nobody
  /// said.
  std::optional<Date> price_date(Date start) const;
  /// Of rows that name none; empty: not said.
  const std::optional<std::string>& country() const { return country_; }
  /// Keeps it for the next time.
  void set_country(std::string country) { country_ = std::move(country); }

  /// The clause of a word of the index column, `none` or `asked`; nothing: not met yet.
  const std::string* clause_of(std::string_view word) const;
  void add(const std::string& word, const std::string& clause, const Phrase& remark);
  Span where(std::string_view word) const;
  /// The words whose clause is none of these.
  std::vector<std::string> words_of_no_clause(const std::vector<std::string>& clauses) const;

  /// The file: as it was, with what was added.
  std::string text(Language language) const;

 private:
  struct Word {
    std::string clause;
    Span where;
  };
  struct Added {
    std::string word;
    std::string clause;
    Phrase remark;
  };
  void read(const DocumentNode& tree, Diagnostics& diagnostics);

  SourcePtr source_;
  std::optional<std::variant<std::monostate, Date>> prices_of_;  ///< nothing in it: the start
  std::optional<std::string> country_;
  bool country_stated_ = false;
  std::map<std::string, Word> words_;  ///< by the word in small letters
  std::vector<Added> added_;
};

/// The clauses that the contracts of a register share: a file that a person may edit, and that
/// later imports add to.
class RegisterClauses {
 public:
  RegisterClauses() = default;
  RegisterClauses(SourcePtr source, Diagnostics& diagnostics);

  bool has(std::string_view id) const;
  void add(const std::string& id, const std::string& keys, const Phrase& remark);
  std::vector<std::string> ids() const;
  /// How the clause calls its index; empty: it has none, or several.
  std::string index_of(std::string_view id) const;
  /// Whether it says the day of the year itself.
  bool says_day(std::string_view id) const;
  /// Whether it says that nobody knows a key of its index: "use", "series".
  bool leaves_open(std::string_view id, std::string_view key) const;
  /// The file: as it was, with what was added.
  std::string text(Language language) const;

 private:
  struct Added {
    std::string id;
    std::string keys;
    Phrase remark;
  };
  SourcePtr source_;
  std::vector<Entry> entries_;
  std::vector<Added> added_;
};

}  // namespace pricetalk
