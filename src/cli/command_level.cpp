#include <deque>
#include <ostream>
#include <set>

#include "advice/looked_at.hpp"
#include "advice/price_position.hpp"
#include "cli/asked_files.hpp"
#include "cli/commands.hpp"
#include "cli/contract_folder.hpp"
#include "cli/load_thresholds.hpp"
#include "cli/surcharge_note.hpp"
#include "report/json_level.hpp"
#include "report/level_text.hpp"

namespace pricetalk {

Status level(const LevelOptions& options, Session& session) {
  AskedFiles files{{}, {}, options.contracts};
  files.also_read({options.thresholds});
  files.also_read(session.figures().paths);
  Diagnostics problems = asked_twice(files);
  if (problems.has_errors()) {
    session.print(problems, session.language());
    return Status::usage;
  }
  const RedFaceThresholds thresholds = load_thresholds(options.thresholds, problems);
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
  const Language language = session.language(one_language(languages));
  session.print(problems, language);
  if (dossiers.empty() || problems.has_errors()) return Status::invalid;
  Json made{{"today", session.today().text()},
            {"today_from_clock", session.today_from_clock()},
            {"contracts", Json::array()}};
  if (!session.json()) session.print_today(language);
  for (std::size_t i = 0; i < dossiers.size(); ++i) {
    const std::vector<PricePosition> positions = price_positions(dossiers, i, thresholds);
    if (session.json())
      made["contracts"].push_back(level_json(dossiers[i], positions));
    else
      session.out() << (i == 0 ? "" : "\n\n") << level_text(dossiers[i], positions, language);
  }
  if (session.json()) session.out() << printed(made);
  return Session::status_of(problems);
}

}  // namespace pricetalk
