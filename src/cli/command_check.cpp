#include <algorithm>
#include <ostream>

#include "cli/announcement_note.hpp"
#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/parts_note.hpp"
#include "cli/trial_note.hpp"
#include "cli/uneven_note.hpp"
#include "files/files.hpp"
#include "lint/examples.hpp"
#include "pricetalk/index/figures.hpp"
#include "pricetalk/scenario/scenario.hpp"
#include "report/explanation.hpp"
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
      : options_(options), limits_(limits), session_(session), language_(language) {}

  Status check(const std::string& path) {
    const auto source = read_source(path);
    if (!source.value) return problems(source.diagnostics);
    const auto document = read_document(*source.value);
    const FileKind kind = document.value ? kind_of(*document.value) : FileKind::other;
    switch (kind) {
      case FileKind::contract:
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

 private:
  Status problems(const Diagnostics& diagnostics) {
    session_.print(diagnostics, language_);
    return Session::status_of(diagnostics);
  }
  Status said(const std::string& path, Status status) {
    if (status == Status::fine)
      session_.out() << path
                     << say(language_, ": no problems found\n", ": geen problemen gevonden\n");
    return status;
  }

  Status contract(const std::string& path) {
    const auto loaded = load_contract(path, session_.figures(), session_.today());
    Diagnostics said_of_it = loaded.diagnostics;
    if (loaded.ok()) {
      note_parts(loaded.value->contract, loaded.value->library, said_of_it);
      note_announcements(loaded.value->contract, loaded.value->library, session_.today(),
                         said_of_it);
      note_uneven(loaded.value->contract, loaded.value->library, session_.today(), said_of_it);
      note_trials(loaded.value->contract, loaded.value->library, session_.today(), said_of_it,
                  limits_);
    }
    const Status read = problems(said_of_it);
    if (!loaded.ok()) return read;
    const auto results = check_examples(loaded.value->contract, loaded.value->library);
    const auto holds = [](const ExampleResult& r) { return r.kind == ExampleResult::Kind::holds; };
    const auto held = std::count_if(results.begin(), results.end(), holds);
    const bool all = held == static_cast<std::ptrdiff_t>(results.size());
    if (!results.empty())
      session_.out()
          << path << ": " << held << say(language_, " of ", " van ") << results.size()
          << (held == 1 ? say(language_, " worked examples holds\n", " rekenvoorbeelden klopt\n")
                        : say(language_, " worked examples hold\n", " rekenvoorbeelden kloppen\n"));
    else
      said(path, read);
    for (const ExampleResult& result : results) {
      if (holds(result) && !options_.worked_examples) continue;
      session_.out() << "  " << example_line(result, language_) << "\n";
      if (result.kind == ExampleResult::Kind::differs && result.derivation)
        session_.out() << as_text(derivation_table(result.derivation, result.answer, language_));
    }
    return std::max(read, all ? Status::fine : Status::findings);
  }

  const CheckOptions& options_;
  const TrialLimits& limits_;
  Session& session_;
  Language language_;
};

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
    session.print(paths.diagnostics, language);
    status = std::max(status, Session::status_of(paths.diagnostics));
    for (const auto& path : paths.value.value_or(std::vector<std::string>{}))
      status = std::max(status, checker.check(path));
  }
  return status;
}

}  // namespace pricetalk
