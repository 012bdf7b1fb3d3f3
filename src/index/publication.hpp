#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/index/series.hpp"

namespace pricetalk {

/// The files that publishers hand out, told apart by what stands in them, never by their names.
enum class PublicationFormat : std::uint8_t {
  plain_csv,         ///< period,value[,status[,published]]
  cbs_statline_csv,  ///< "download CSV" of a StatLine view
  cbs_odata_v4,      ///< Observations with MeasureCodes, PeriodenCodes, Properties, code lists
  cbs_odata_v3,      ///< TypedDataSet
  eurostat_tsv,
  sdmx_csv,  ///< Eurostat, ECB, OECD
  statbel_json,
  statbel_csv,
  destatis_table,
  destatis_flat,
  ons_csv,
  bls_flat,
  bls_json,
  fred_csv,
  bis_csv,
  sdmx_ml,    ///< INSEE, Eurostat: generic data
  json_stat,  ///< Eurostat, and PxWeb: Norway, Sweden, Denmark, Finland
  ons_json,
  bls_download,
  ecb_portal,  ///< CSV of the data portal
  insee_web,   ///< CSV of insee.fr
  statcan_csv,
  statistik_austria,
  cbs_raw_csv,     ///< TypedDataSet as CSV
  cbs_portal_csv,  ///< CSV of the data portal, a figure a row
  destatis_flat_old,
  destatis_cube,
  pxweb_csv,
  abs_sheet,  ///< time series workbook
};
const Phrase& words(PublicationFormat format);

/// The sign between units and tenths.
enum class DecimalMark : std::uint8_t { point, comma };
/// "point", "punt".
const Phrase& words(DecimalMark mark);

/// A cell as `317.671` in a file that nowhere shows which sign its decimals have: the row's value
/// reads the sign as a decimal one, and this as one between thousands.
struct UndecidedSign {
  DecimalMark sign = DecimalMark::point;  ///< that stands in the cell
  Decimal as_thousands;                   ///< 317671
};

/// What a file says of one period. Without a value the period is listed, but empty: not there yet,
/// confidential, or withdrawn.
struct PublishedRow {
  Period period;
  std::optional<Decimal> value;
  FigureStatus status = FigureStatus::definitive;
  std::optional<Date> published;
  Span where;
  std::optional<UndecidedSign> undecided = {};
  /// That has the decimals of the cell, where it holds one and that is decided.
  std::optional<DecimalMark> sign = {};
  /// What a sheet shows, where it stores more decimals: which of both was published is not known.
  std::optional<Decimal> shown = {};
};

/// One series of a file, of one frequency, base and unit; its rows in order of their periods.
/// Publisher, table, base and frequency together find the same series in the library.
struct PublishedSeries {
  std::string publisher;
  std::string table;  ///< table and codes, as `Series::table`: "86141NED T001112 M000215"
  std::string title;
  std::string base;  ///< "2025=100"; empty: the file does not say
  SeriesUnit unit = SeriesUnit::index;
  Unit frequency = Unit::month;
  std::optional<Currency> currency;
  std::string per;
  std::optional<int> decimals;
  std::string licence;
  std::string source;  ///< where the publisher keeps it
  /// The day that the file itself states; everything in it was public then.
  std::optional<Date> released;
  /// False: the file says nothing of the status of its figures, and nothing follows from that.
  bool states_status = true;
  PublicationFormat format = PublicationFormat::plain_csv;
  std::string file;  ///< name of the source that holds the rows
  std::vector<PublishedRow> rows;
};

/// What was found in one or more files.
struct Publication {
  std::vector<PublishedSeries> series;
  /// What a reader of the files has to know: rates without an index, periods without a figure.
  std::vector<Phrase> remarks;
  /// Texts that were unpacked from the given files; rows point into them.
  std::vector<SourcePtr> unpacked;
};

/// Reads publishers' files. Files that belong together (the parts of a CBS table) are found by what
/// stands in them; all others are read by themselves. Values keep the publisher's decimals, where a
/// format loses zeros they are taken from its own statement of decimals. A figure that is not there
/// is never computed from another.
Loaded<Publication> read_publication(const std::vector<SourcePtr>& files);

}  // namespace pricetalk
