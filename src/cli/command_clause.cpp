#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "files/files.hpp"
#include "letter/sentences.hpp"
#include "report/wording_report.hpp"

namespace pricetalk {

namespace {

/// The clause in a contract of which nothing else is known.
std::string contract_around(const ReadWording& read, const std::string& country) {
  return "schema = 1\n[contract]\nid = \"c\"\ncurrency = \"EUR\"\njurisdiction = \"" + country +
         "\"\nstart = 2000-01-01\n[price.p]\nunit_price = 1.00\nprice_date = 2000-01-01\nclause = "
         "\"" +
         read.id + "\"\n" + read.clause;
}

/// What `read` says of the clause; what a reader of the format has against it goes to `problems`.
std::vector<std::string> sentences_of(const ReadWording& read, const std::string& country,
                                      const Library& library, Language language,
                                      Diagnostics& problems) {
  const Loaded<Contract> contract =
      read_contract(std::make_shared<const SourceText>("clause", contract_around(read, country)));
  if (!contract.ok()) {
    problems.append(contract.diagnostics);
    return {};
  }
  const ContractInWords words = in_words(*contract.value, library, language);
  const std::string heading = say(language, "Clause ", "Clausule ") + read.id;
  for (const ContractInWords::Part& part : words.parts)
    if (part.title == heading) return part.sentences;
  return {};
}

}  // namespace

Status clause_of(const ClauseOptions& options, Session& session) {
  const Language language = session.language();
  Diagnostics problems;
  std::string text = options.text;
  constexpr std::size_t longest_name = 255;
  if (text.size() <= longest_name && is_there(text) && !is_folder(text)) {
    const Loaded<std::string> read = read_file(text);
    problems.append(read.diagnostics);
    text = read.value.value_or(std::string());
  }
  MoreFigures figures = session.figures();
  if (figures.paths.empty()) figures.paths = {"indices"};
  const Loaded<Library> loaded = load_library(figures);
  problems.append(loaded.diagnostics);
  const Library library = loaded.value.value_or(Library());
  WordingReport report{read_wording(text, library, options.country), {}};
  if (!report.read.clause.empty())
    report.sentences = sentences_of(report.read, options.country, library, language, problems);
  session.print(problems, language);
  if (problems.has_errors()) return Session::status_of(problems);
  session.out() << (session.json() ? wording_json(report) : wording_text(report, language));
  return report.read.unplaced.empty() && !report.read.clause.empty() ? Status::fine
                                                                     : Status::findings;
}

}  // namespace pricetalk
