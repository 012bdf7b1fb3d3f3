#include "cli/chart_files.hpp"

#include <utility>

#include "cli/file_name.hpp"

namespace pricetalk {

void put_chart(FolderContents& charts, const std::string& id, std::string drawing) {
  const std::string name = file_name(id);
  std::string path = name + ".svg";
  for (int i = 2; charts.contains(path); ++i) path = name + "-" + std::to_string(i) + ".svg";
  charts.emplace(std::move(path), std::move(drawing));
}

}  // namespace pricetalk
