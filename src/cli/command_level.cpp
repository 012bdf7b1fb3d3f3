#include <deque>
#include <ostream>
#include <set>

#include "advice/looked_at.hpp"
#include "advice/price_position.hpp"
#include "answer/tender_levels.hpp"
#include "cli/asked_files.hpp"
#include "cli/chart_files.hpp"
#include "cli/commands.hpp"
#include "cli/contract_folder.hpp"
#include "cli/load_thresholds.hpp"
#include "cli/surcharge_note.hpp"
#include "files/files.hpp"
#include "index/publication/opened_files.hpp"
#include "law/law.hpp"
#include "report/json_level.hpp"
#include "report/level_chart.hpp"
#include "report/level_text.hpp"
#include "report/maxima_text.hpp"
#include "report/tender_text.hpp"

namespace pricetalk {

namespace {

/// How far ahead rises are held against the maxima of the law, as `check` does.
constexpr int maxima_years = 1;

/// The rows of a list of tenders, and the texts that they point into.
struct ReadTenders {
  std::vector<SourcePtr> sources;
  std::vector<TenderRow> rows;
};

ReadTenders read_tender_file(const std::string& path, const Contract& contract, Date today,
                             Diagnostics& problems) {
  ReadTenders made;
  const auto source = read_source(path);
  problems.append(source.diagnostics);
  if (!source.value) return made;
  made.sources = publication::opened_lists(*source.value, problems);
  for (const SourcePtr& text : made.sources)
    for (TenderRow& row : read_tenders(text, contract, today, problems))
      made.rows.push_back(std::move(row));
  if (made.rows.empty() && !problems.has_errors())
    problems.error("A0212", {},
                   {"'" + path + "' holds no tender", "'" + path + "' bevat geen aanbesteding"},
                   {"a list has a row for each below its headings",
                    "een lijst heeft voor elk een rij onder de kopjes"});
  return made;
}

/// A drawing of each line, by the ids of contract and line.
void add_charts(FolderContents& charts, const Dossier& dossier,
                const std::vector<PricePosition>& positions, const std::vector<LegalMaxima>& maxima,
                Language language) {
  for (const PricePosition& position : positions) {
    std::string drawing = level_chart(dossier, position, maxima, language);
    if (!drawing.empty())
      put_chart(charts, dossier.contract->id + "-" + position.line->id, std::move(drawing));
  }
}

}  // namespace

Status level(const LevelOptions& options, Session& session) {
  AskedFiles files{{}, {}, options.contracts};
  files.also_read({options.thresholds, options.tenders});
  files.also_read(session.figures().paths);
  Diagnostics problems = asked_twice(files);
  if (!options.tenders.empty() && are_many(options.contracts))
    problems.error("U0051", {},
                   {"--tenders holds the prices of one contract, and several are asked for",
                    "--tenders bevat de prijzen van één contract, en er worden er meer gevraagd"},
                   {"name the contract that the tenders are about",
                    "noem het contract waar de aanbestedingen over gaan"});
  if (problems.has_errors()) {
    session.print(problems, session.language());
    return Status::usage;
  }
  const RedFaceThresholds thresholds = load_thresholds(options.thresholds, problems);
  if (problems.has_errors()) {
    session.print(problems, session.language());
    return Status::invalid;
  }
  std::deque<ContractFile> contracts;
  std::deque<LookedAt> looked;
  std::vector<Dossier> dossiers;
  std::set<Language> languages;
  ContractFolder folder(session.figures(), problems,
                        {"it is not shown: it would be there twice",
                         "het wordt niet getoond: het zou er twee keer staan"},
                        options.jobs);
  folder.each(options.contracts, [&](ContractFile file) {
    const ContractFile& kept = contracts.emplace_back(std::move(file));
    looked.emplace_back(kept.contract, kept.library, session.today());
    dossiers.push_back(looked.back().dossier());
    languages.insert(kept.contract.language());
    note_surcharges(looked.back().schedules(), session.today(), problems);
  });
  ReadTenders tenders;
  Diagnostics of_tenders;
  if (!options.tenders.empty() && !dossiers.empty())
    tenders =
        read_tender_file(options.tenders, contracts.front().contract, session.today(), of_tenders);
  const bool usable = !dossiers.empty() && !of_tenders.has_errors();
  problems.append(std::move(of_tenders));
  const Language language = session.language(one_language(languages));
  session.print(problems, language);
  if (!usable) return Status::invalid;
  const Law law = shipped_law();
  Json made{{"today", session.today().text()},
            {"today_from_clock", session.today_from_clock()},
            {"contracts", Json::array()}};
  if (!session.json()) session.print_today(language);
  const PricePositions all(dossiers, thresholds);
  FolderContents charts;
  for (std::size_t i = 0; i < dossiers.size(); ++i) {
    const Contract& contract = *dossiers[i].contract;
    const std::vector<PricePosition> positions = all.of(i);
    const std::vector<LegalMaxima> maxima = legal_maxima(
        contract, *dossiers[i].coverage, law, session.today() + Duration{maxima_years, Unit::year});
    if (!options.charts.empty())
      add_charts(charts, dossiers[i], positions, maxima, session.language(contract.language()));
    const std::vector<TenderLevels> offered = tender_levels(dossiers[i], tenders.rows);
    if (session.json()) {
      Json one = level_json(dossiers[i], positions);
      if (!maxima.empty()) one["legal_maxima"] = maxima_json(contract, maxima);
      if (!options.tenders.empty()) one["tenders"] = tender_json(contract, offered);
      made["contracts"].push_back(std::move(one));
    } else {
      session.out() << (i == 0 ? "" : "\n\n") << level_text(dossiers[i], positions, language)
                    << tender_text(contract, offered, language)
                    << maxima_text(contract, maxima, language);
    }
  }
  if (!options.charts.empty()) {
    const Diagnostics written = write_folder(options.charts, charts);
    session.print(written, language);
    problems.append(written);
  }
  if (session.json()) session.out() << printed(made);
  return Session::status_of(problems);
}

}  // namespace pricetalk
