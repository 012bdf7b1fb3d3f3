#include "cli/audit_charts.hpp"

#include <utility>

#include "cli/file_name.hpp"
#include "files/files.hpp"
#include "report/audit_chart.hpp"

namespace pricetalk {

Diagnostics write_charts(const std::string& folder, std::span<const AuditedContract* const> audits,
                         Language language) {
  FolderContents charts;
  for (const AuditedContract* each : audits) {
    if (!each->audit.differs()) continue;
    const std::string name = file_name(each->contract->id);
    std::string path = name + ".svg";
    for (int i = 2; charts.contains(path); ++i) path = name + "-" + std::to_string(i) + ".svg";
    charts.emplace(std::move(path), audit_chart(*each->contract, each->audit, language));
  }
  return write_folder(folder, charts);
}

}  // namespace pricetalk
