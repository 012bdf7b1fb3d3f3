#include "cli/audit_charts.hpp"

#include <cctype>
#include <utility>

#include "files/files.hpp"
#include "report/audit_chart.hpp"

namespace pricetalk {

namespace {

/// A contract's id as the name of a file: what is no letter, digit, point, - or _ becomes a -.
std::string file_name(const std::string& id) {
  std::string made;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.';
    made += plain && !(made.empty() && c == '.') ? c : '-';
  }
  return made;
}

}  // namespace

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
