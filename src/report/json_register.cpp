#include "report/import_report.hpp"
#include "report/json_audited.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

Json notes_json(const std::vector<RegisterNote>& notes) {
  Json made = Json::array();
  for (const RegisterNote& each : notes)
    made.push_back({{"cell", each.cell.empty() ? Json(nullptr) : Json(each.cell)},
                    {"what", sentence_json(each.what)}});
  return made;
}

}  // namespace

std::string import_json(const ImportedRegister& made, const ImportedFiles& files,
                        const Diagnostics& problems, bool today_from_clock) {
  const auto text = [](const std::string& cell) {
    return cell.empty() ? Json(nullptr) : Json(cell);
  };
  Json all{{"today", made.today.text()},
           {"today_from_clock", today_from_clock},
           {"register", made.name},
           {"ready", made.count(RowState::ready)},
           {"ready_with_assumptions", made.count(RowState::assumed)},
           {"questions", made.count(RowState::question)},
           {"common", notes_json(made.common)},
           {"left", files.left},
           {"problems", problems_json(problems)}};
  all["rows"] = Json::array();
  for (const ImportedRow& row : made.rows) {
    const auto fate = files.fates.find(row.file);
    all["rows"].push_back(
        {{"row", row.number},
         {"contract", text(row.id)},
         {"title", text(row.title)},
         {"party", text(row.party)},
         {"state", std::string(word(row.state()))},
         {"questions", notes_json(row.questions)},
         {"assumptions", notes_json(row.assumptions)},
         {"open", notes_json(row.open)},
         {"file", text(row.file)},
         {"became",
          fate == files.fates.end() ? Json(nullptr) : Json(std::string(word(fate->second)))}});
  }
  return printed(all);
}

}  // namespace pricetalk
