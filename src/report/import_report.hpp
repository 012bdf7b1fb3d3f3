#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pricetalk/page/page.hpp"
#include "register/import.hpp"

namespace pricetalk {

/// What became of the file of a row.
enum class FileFate : std::uint8_t {
  made,         ///< it was not there
  changed,      ///< the row changed
  same,         ///< as it was
  kept,         ///< edited by hand, and the row is as it was
  both_changed  ///< edited by hand, and the row changed as well: left as it is
};
std::string_view word(FileFate fate);
Phrase words(FileFate fate);

/// What became of the files of a register.
struct ImportedFiles {
  std::map<std::string, FileFate> fates;  ///< by their names
  std::vector<std::string> left;          ///< of earlier imports, whose rows have none now
};

/// The counts, what holds for all rows, and the rows with something to say, at most `shown`.
std::string import_text(const ImportedRegister& made, const ImportedFiles& files,
                        const std::string& folder, std::size_t shown, Language language);
/// The same as a page, with all rows.
Page import_page(const ImportedRegister& made, const ImportedFiles& files, Language language);
std::string import_json(const ImportedRegister& made, const ImportedFiles& files,
                        const Diagnostics& problems, bool today_from_clock);

/// These two: the rows for a workbook.
std::vector<std::string> import_headings(Language language);
std::vector<std::vector<std::string>> import_cells(const ImportedRegister& made,
                                                   const ImportedFiles& files, Language language);

}  // namespace pricetalk
