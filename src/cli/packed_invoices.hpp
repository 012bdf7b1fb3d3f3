#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// Invoices inside another file: the sheets of a workbook (.xlsx, .ods), and the XML in a PDF
/// (Factur-X, ZUGFeRD), which pdfdetach of poppler-utils takes out.
class PackedInvoices {
 public:
  /// What became of a file.
  enum class Found : std::uint8_t {
    texts,     ///< there are texts to read
    nothing,   ///< it lies in a folder, and holds no invoice that can be read
    not_read,  ///< it was asked for, and cannot be read; the reason is among the problems
  };

  /// Whether a file that begins so is of this kind.
  static bool is_packed(std::string_view beginning);

  /// The texts in a file, and in `left_out` what of it holds no invoice. `asked` when the user
  /// named the file, not its folder: then it is an error when it holds none.
  struct Opened {
    Found found = Found::texts;
    std::vector<SourcePtr> texts;
    std::vector<std::string> left_out;
  };
  Opened open(const SourcePtr& file, bool asked, Diagnostics& problems);

 private:
  Opened open_workbook(const SourcePtr& workbook, Diagnostics& problems);
  Found open_pdf(const std::string& path, bool asked, std::vector<SourcePtr>& texts,
                 Diagnostics& problems);
  Found refuse(const char* code, bool asked, Phrase title, Phrase hint, Diagnostics& problems);
  Found without_program(bool asked, Diagnostics& problems);
  bool told_program_ = false;
};

}  // namespace pricetalk
