#include "cli/audit_charts.hpp"

#include "cli/chart_files.hpp"
#include "report/audit_chart.hpp"

namespace pricetalk {

Diagnostics write_charts(const std::string& folder, std::span<const AuditedContract* const> audits,
                         Language language) {
  FolderContents charts;
  for (const AuditedContract* each : audits) {
    if (!each->audit.differs()) continue;
    put_chart(charts, each->contract->id, audit_chart(*each->contract, each->audit, language));
  }
  return write_folder(folder, charts);
}

}  // namespace pricetalk
