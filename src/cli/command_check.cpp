#include <algorithm>
#include <memory>
#include <ostream>

#include "cli/announcement_note.hpp"
#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/mend.hpp"
#include "cli/parts_note.hpp"
#include "cli/trial_note.hpp"
#include "cli/uneven_note.hpp"
#include "files/files.hpp"
#include "law/law.hpp"
#include "lint/examples.hpp"
#include "lint/review.hpp"
#include "pricetalk/cli/run.hpp"
#include "pricetalk/index/figures.hpp"
#include "pricetalk/scenario/scenario.hpp"
#include "report/explanation.hpp"
#include "report/json_check.hpp"
#include "report/review_text.hpp"
#include "report/sarif.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

/// What a file is, by its own words.
enum class FileKind : std::uint8_t { contract, figures, scenario, other };

FileKind kind_of(const DocumentNode& document) {
  if (document.find("contract") != nullptr || document.find("price") != nullptr)
    return FileKind::contract;
  if (document.find("scenario") != nullptr || document.find("future") != nullptr)
    return FileKind::scenario;
  if (document.find("series") != nullptr) return FileKind::figures;
  return FileKind::other;
}

/// " (the source prints 1.0168, 0.0105 too high)"
std::string source_text(const ExampleResult& result, Language language) {
  std::string text =
      say(language, " (the source prints ", " (de bron drukt af: ") + *result.source_prints;
  if (result.source_off_by && !result.source_off_by->is_zero()) {
    const Decimal& off = *result.source_off_by;
    const Decimal size(off.is_negative() ? -off.mantissa() : off.mantissa(), off.scale());
    text += ", " + size.text() +
            (off.is_negative() ? say(language, " too low", " te laag")
                               : say(language, " too high", " te hoog"));
  }
  return text + ")";
}

std::string example_line(const ExampleResult& result, Language language) {
  const WorkedExampleTerms& e = *result.example;
  std::string text = e.on.value.text() + " ";
  if (e.price) text += e.price->value.value + " ";
  text += e.what.value + ": ";
  switch (result.kind) {
    case ExampleResult::Kind::holds:
      text += say(language, "holds, ", "klopt, ") + result.computed;
      if (result.source_prints) text += source_text(result, language);
      break;
    case ExampleResult::Kind::differs:
      text += say(language, "computed ", "berekend ") + result.computed +
              say(language, ", stated ", ", vermeld ") + result.stated;
      if (!result.meant.empty())
        text +=
            say(language, "; is ", "; is ") + result.meant + say(language, " meant?", " bedoeld?");
      break;
    case ExampleResult::Kind::undetermined:
      text += say(language, "not determined: ", "niet te bepalen: ") +
              reasons_text(*result.why, language);
      break;
    case ExampleResult::Kind::unsupported:
      text += say(language, "this version does not compute '", "deze versie berekent '") +
              e.what.value + say(language, "' yet", "' nog niet");
      break;
  }
  const Span where = e.is.where.value_or(e.span);
  return text + " [" + where.place() + "]";
}

/// Checks one file; says on `out` that it is right, or on `err` what is wrong with it.
class FileChecker {
 public:
  FileChecker(const CheckOptions& options, const TrialLimits& limits, Session& session,
              Language language)
      : options_(options),
        limits_(limits),
        session_(session),
        language_(language),
        law_(shipped_law()) {}

  Status check(const std::string& path) {
    checked_.push_back({path, {}, {}, {}});
    const auto source = read_source(path);
    if (!source.value) return problems(source.diagnostics);
    const auto document = read_document(*source.value);
    const FileKind kind = document.value ? kind_of(*document.value) : FileKind::other;
    switch (kind) {
      case FileKind::contract:
        if (options_.fix) mend(*source.value);
        return contract(path);
      case FileKind::figures: {
        const auto series = read_figures(*source.value);
        return said(path, problems(series.diagnostics));
      }
      case FileKind::scenario:
        return said(path, problems(read_scenario(*source.value).diagnostics));
      case FileKind::other:
        return said(path, problems(document.diagnostics));
    }
    return Status::fine;
  }

  /// What cannot be opened is said for machines as well.
  Status not_there(const std::string& named, const Diagnostics& diagnostics) {
    if (diagnostics.list().empty()) return Status::fine;
    checked_.push_back({named, {}, {}, {}});
    return problems(diagnostics);
  }

  /// So many more files will be checked.
  void expect(std::size_t files) { files_ += files; }

  /// What was found in all files so far.
  const std::vector<CheckedFile>& checked() const { return checked_; }

 private:
  Status problems(const Diagnostics& diagnostics) {
    session_.print(diagnostics, language_);
    keep(diagnostics);
    return Session::status_of(diagnostics);
  }
  /// For machines, whom remarks reach apart.
  void keep(const Diagnostics& diagnostics) {
    for (const Diagnostic& each : diagnostics.sorted())
      checked_.back().problems.push_back(noted(each, checked_.back().file));
  }
  /// Sentences are for people: machines are answered at the end.
  void print(const std::string& text) {
    if (!session_.json()) session_.out() << text;
  }
  Status said(const std::string& path, Status status) {
    if (status == Status::fine)
      print(path + say(language_, ": no problems found\n", ": geen problemen gevonden\n"));
    return status;
  }

  void mend(const SourcePtr& source) {
    Diagnostics refused;
    for (const auto& each : mend_file(source, session_.figures(), language_, refused))
      print(each + "\n");
    problems(refused);
  }

  /// What is typed in is typed for one contract of many: of the others it is not told again.
  void tell_typed_figures_once(Diagnostics& problems) {
    const bool several = options_.files.size() > 1 || files_ > 1;
    problems.drop_if([&](const Diagnostic& each) {
      return (several && each.code == "I0507") ||
             (each.code == "I0506" && std::exchange(told_typed_, true));
    });
  }

  Status contract(const std::string& path) {
    auto loaded = load_contract(path, session_.figures(), session_.today());
    tell_typed_figures_once(loaded.diagnostics);
    if (!loaded.ok()) return problems(loaded.diagnostics);
    const auto contract = std::make_shared<const Contract>(loaded.value->contract);
    const Library& library = loaded.value->library;
    CheckedFile& checked = checked_.back();
    checked.contract = contract;
    checked.remarks = review(*contract, library, law_, session_.today());
    Diagnostics said_of_it = loaded.diagnostics;
    note_parts(*contract, library, said_of_it);
    note_announcements(*contract, library, session_.today(), said_of_it);
    note_uneven(*contract, library, session_.today(), said_of_it);
    note_trials(*contract, library, session_.today(), said_of_it, limits_);
    const bool clean = Session::status_of(said_of_it) == Status::fine;
    keep(said_of_it);
    if (!options_.review) note_verdicts(said_of_it);
    session_.print(said_of_it, language_);
    const Status read = Session::status_of(said_of_it);
    checked.examples = check_examples(*contract, library);
    const bool all = examples(path, read);
    // What is warned of comes first; a review is for a file that means what it says.
    std::string reviewed;
    if (options_.review)
      reviewed = review_text(checked.remarks, language_);
    else if (clean)
      reviewed = review_summary(checked.remarks, language_);
    // What was warned of, on the other stream, is not followed by a line of the file.
    const bool named = read == Status::fine || !checked.examples.empty();
    if (!reviewed.empty() && !named) print(path + ":\n");
    print(reviewed);
    const bool verdict = std::any_of(checked.remarks.begin(), checked.remarks.end(),
                                     [](const Remark& each) { return !each.question; });
    return std::max(read, all && !verdict ? Status::fine : Status::findings);
  }

  /// What a rule of law speaks against is warned of; a question is not.
  void note_verdicts(Diagnostics& said_of_it) const {
    for (const Remark& each : checked_.back().remarks)
      if (!each.question) said_of_it.warning(each.code, each.where, each.title, each.hint);
  }

  /// Prints the worked examples; whether all hold.
  bool examples(const std::string& path, Status read) {
    const auto& results = checked_.back().examples;
    const auto holds = [](const ExampleResult& r) { return r.kind == ExampleResult::Kind::holds; };
    const auto held = std::count_if(results.begin(), results.end(), holds);
    if (results.empty())
      said(path, read);
    else
      print(path + ": " + std::to_string(held) + say(language_, " of ", " van ") +
            std::to_string(results.size()) +
            (held == 1 ? say(language_, " worked examples holds\n", " rekenvoorbeelden klopt\n")
                       : say(language_, " worked examples hold\n", " rekenvoorbeelden kloppen\n")));
    for (const ExampleResult& result : results) {
      if (holds(result) && !options_.worked_examples) continue;
      print("  " + example_line(result, language_) + "\n");
      if (result.kind == ExampleResult::Kind::differs && result.derivation)
        print(as_text(derivation_table(result.derivation, result.answer, language_)));
    }
    return held == static_cast<std::ptrdiff_t>(results.size());
  }

  const CheckOptions& options_;
  const TrialLimits& limits_;
  Session& session_;
  Language language_;
  Law law_;
  std::vector<CheckedFile> checked_;
  std::size_t files_ = 0;
  bool told_typed_ = false;  ///< that a figure by hand stands over a definitive one
};

/// The SARIF file of everything that was said.
Diagnostics write_sarif(const std::string& path, const std::vector<CheckedFile>& files,
                        Language language) {
  std::vector<Noted> all;
  for (const CheckedFile& each : files) {
    all.insert(all.end(), each.problems.begin(), each.problems.end());
    for (const Remark& remark : each.remarks) all.push_back(noted(remark, each.file));
  }
  return write_file(path, sarif(all, version(), language));
}

}  // namespace

Status check(const CheckOptions& options, Session& session) {
  const Language language = session.language();
  Diagnostics of_rules;
  const TrialLimits limits = load_trial_limits(options.rules, of_rules);
  session.print(of_rules, language);
  if (of_rules.has_errors()) return Session::status_of(of_rules);
  FileChecker checker(options, limits, session, language);
  Status status = Status::fine;
  for (const auto& named : options.files) {
    auto paths = list_files(named, ".toml", Depth::below);
    if (paths.value && paths.value->empty()) {
      paths.diagnostics.error("O0001", {},
                              {"there is no .toml file in '" + named + "'",
                               "er is geen .toml-bestand in '" + named + "'"});
    }
    status = std::max(status, checker.not_there(named, paths.diagnostics));
    checker.expect(paths.value ? paths.value->size() : 0);
    for (const auto& path : paths.value.value_or(std::vector<std::string>{}))
      status = std::max(status, checker.check(path));
  }
  if (session.json())
    session.out() << checked_json(checker.checked(), session.today(), session.today_from_clock());
  if (options.sarif.empty()) return status;
  const Diagnostics written = write_sarif(options.sarif, checker.checked(), language);
  session.print(written, language);
  return std::max(status, Session::status_of(written));
}

}  // namespace pricetalk
