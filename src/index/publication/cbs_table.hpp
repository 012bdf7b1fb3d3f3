#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/publication/code_tree.hpp"
#include "index/publication/collector.hpp"
#include "index/publication/json_objects.hpp"

/// What both versions of the CBS web service have in common: a table comes in parts, each in a file
/// of its own, and each part says of which table it is.
namespace pricetalk::publication {

/// `https://datasets.cbs.nl/odata/v1/CBS/86141NED/$metadata#Observations`, taken apart. All empty
/// when the file has no such address near its beginning.
struct CbsPart {
  std::string service;  ///< "https://datasets.cbs.nl/odata/v1/CBS/86141NED"
  std::string table;    ///< "86141NED"
  std::string part;     ///< "Observations"
};
/// `key` is "@odata.context" (v4) or "odata.metadata" (v3).
CbsPart cbs_part(std::string_view bytes, std::string_view key);

/// True for a JSON object that is an error of a CBS service: it begins with "error" or
/// "odata.error".
bool is_odata_error(std::string_view bytes, std::string_view key);
/// I0310 with the service's own message.
void report_odata_error(const SourcePtr& file, Diagnostics& diagnostics);
/// I0310: a list without items, which the service gives when a filter matches nothing.
void report_empty_list(const SourcePtr& file, Diagnostics& diagnostics);

/// I0311: the last of the given pages says that there is a following one.
void report_page_missing(const SourcePtr& file, const std::string& next, Diagnostics& diagnostics);

/// I0311: none of the files holds the figures, which the service keeps in `part`.
void report_figures_missing(const SourcePtr& file, const CbsPart& address, const std::string& part,
                            Diagnostics& diagnostics);

/// Lets `data` read the objects of all pages; false when something is wrong with one of them, or
/// when no last page is among them. `Data` has read(object), rows() and take_next().
template <class Data>
bool read_pages(const std::vector<SourcePtr>& pages, Data& data, Diagnostics& diagnostics) {
  bool last_page = false;
  std::string next;
  for (const SourcePtr& page : pages) {
    const std::size_t before = diagnostics.list().size();
    const std::size_t rows = data.rows();
    if (!for_each_object(page, diagnostics,
                         [&](const JsonObject& object) { return data.read(object); }) ||
        diagnostics.list().size() > before)
      return false;
    if (data.rows() == rows) {
      report_empty_list(page, diagnostics);
      return false;
    }
    const std::string following = data.take_next();
    if (following.empty())
      last_page = true;
    else
      next = following;
  }
  if (!last_page) report_page_missing(pages.back(), next, diagnostics);
  return last_page;
}

/// The files of each table. Errors of the service among them are reported.
std::vector<std::pair<CbsPart, std::vector<SourcePtr>>> by_table(
    const std::vector<SourcePtr>& files, std::string_view key, Diagnostics& diagnostics);

/// 0 to 18; nothing for any other text.
std::optional<int> cbs_decimals(std::string_view text);

/// "Definitief", "NaderVoorlopig", "Provisional"; nothing for a word that CBS does not use.
std::optional<FigureStatus> cbs_status(std::string_view word);

/// The parts of a table that tell what its codes mean.
struct CbsTable {
  struct Measure {
    std::string title;
    std::string unit;
    std::optional<int> decimals;
  };
  CbsPart address;
  std::string title;
  std::string licence;
  std::optional<Date> released;
  std::string time;  ///< the dimension of the periods, where stated
  bool has_measures = false;
  bool has_periods = false;
  ByText<Measure> measures;
  ByText<FigureStatus> periods;
  ByText<std::string> labels;  ///< "Bestedingscategorieen T001112": the dimension and the code

  /// Is this the dimension of the periods?
  bool is_time(std::string_view dimension) const;
  std::string label(std::string_view dimension, const std::string& code) const;
  /// The head of one measure for codes of the other dimensions, with their labels. Nothing when its
  /// unit makes it no figure for us; then a remark says so.
  std::optional<Head> head(const std::vector<std::string>& codes,
                           const std::vector<std::string>& labels, const std::string& measure,
                           Collector& into) const;
  /// Remarks on parts that were not given: what is then unknown.
  void tell_missing(std::string_view measures_part, std::string_view periods_part,
                    Collector& into) const;
};

/// A cell of a JSON object that cannot be read (I0307), with its pointer.
void bad_json_cell(const JsonObject& object, const JsonScalar& cell, std::string_view member,
                   const Phrase& what, Diagnostics& diagnostics);

}  // namespace pricetalk::publication
