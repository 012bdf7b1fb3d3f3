#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/diagnostic/source_text.hpp"

/// The door to the disk: whole files in, whole files or folders out. Nothing here throws for what
/// the disk does; every refusal is a Diagnostic (codes O0001 to O0008, `file_codes`). Paths are
/// UTF-8 text, as the user gave them. Safe to call from several threads on different paths.
namespace pricetalk {

/// A file of this many bytes or more is refused: 50 MB, and 500 MB for a publisher's file, which
/// may hold a whole table.
inline constexpr std::size_t max_file_bytes = 50'000'000;
inline constexpr std::size_t max_publication_bytes = 500'000'000;

/// The bytes of a file, fewer than `limit`. `asked_by` is the place in another file that named this
/// path, when there is one: the message then points there. Pipes and /dev/stdin can be read as
/// well.
Loaded<std::string> read_file(const std::string& path, Span asked_by = {},
                              std::size_t limit = max_file_bytes);

/// The same, ready for a reader: the source is called `path` in messages.
Loaded<SourcePtr> read_source(const std::string& path, Span asked_by = {},
                              std::size_t limit = max_file_bytes);

/// The files of a folder whose names end in `ending` (".toml"), sorted by name, each as
/// `path/name`. A path to a file gives that file, whatever its ending. Names that begin with a dot
/// are skipped; `below` also lists the folders inside, but follows no links to folders.
enum class Depth : std::uint8_t { here, below };
Loaded<std::vector<std::string>> list_files(const std::string& path, std::string_view ending,
                                            Depth depth = Depth::here, Span asked_by = {});

/// Whether something is there.
bool is_there(const std::string& path);

/// Whether the path names a folder; false too when nothing is there.
bool is_folder(const std::string& path);

/// `path` as seen from the folder in which `file` lies: ("contracts/a.toml", "../indices") is
/// "indices". An absolute path stays as it is. Purely textual, so that messages show short names.
std::string path_beside(const std::string& file, const std::string& path);

/// Writes a whole file or nothing: beside, flushed to the disk, then renamed over what was there.
/// A pipe or device (/dev/stdout) is written directly. The folder must exist.
Diagnostics write_file(const std::string& path, std::string_view bytes);

/// The files of an output folder: relative name with `/` -> bytes. REQUIRES: no absolute names, no
/// "..", none that begins with a dot.
using FolderContents = std::map<std::string, std::string>;

/// Writes a whole folder or nothing. The new folder is built beside the old one and takes its place
/// in one step at the end; when anything fails, what stood there still stands there and nothing
/// else is left. Missing parent folders are made.
///
/// An existing folder is replaced only when it is empty, or when the program wrote all of it: the
/// marker file `.pricetalk` lists every file with a checksum. A file that was added or changed
/// since (a letter that somebody edited) is a refusal that names it, never a loss. So is a folder
/// of another `owner` (one line of text, "ID" or "ID (NAME)"): what was prepared for one customer
/// is never replaced by what was prepared for another.
Diagnostics write_folder(const std::string& path, const FolderContents& contents,
                         const std::string& owner = {});

/// Whether many folders of one owner can be written below `path`: nothing is said where it is not
/// there yet, or a folder that is nobody's or `owner`'s.
Diagnostics room_below(const std::string& path, const std::string& owner);

/// Writes files into a folder that holds other things too, each whole or not at all; a missing
/// folder is made. A file that the program did not write there, or that was changed since, is a
/// refusal (O0007), and none is written.
Diagnostics write_files_in(const std::string& path, const FolderContents& contents,
                           const std::string& owner);

}  // namespace pricetalk
