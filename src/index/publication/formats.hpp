#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "index/publication/collector.hpp"

namespace pricetalk::publication {

using Files = std::vector<SourcePtr>;

/// One kind of file: how it is known, and who reads it. Problems of a row are reported (I0307) and
/// the row left out; a reader gives up after `enough_problems`.
struct Format {
  PublicationFormat format;
  bool (*recognises)(std::string_view bytes);
  void (*read)(const Files& files, Collector& into, Diagnostics& diagnostics);
  /// Files of this kind are parts of one table and are read together; else each by itself.
  bool together = false;
};

inline constexpr std::size_t enough_problems = 50;

/// All kinds, in the order in which they are tried: the more a kind asks of a file, the earlier.
std::span<const Format> formats();

/// The kind of a text; nothing when it is of none of them.
const Format* format_of(std::string_view bytes);

bool is_plain_csv(std::string_view bytes);
void read_plain_csv(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_wide_csv(std::string_view bytes);
void read_wide_csv(const Files& files, Collector& into, Diagnostics& diagnostics);

bool is_cbs_statline_csv(std::string_view bytes);
void read_cbs_statline_csv(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_cbs_odata_v4(std::string_view bytes);
void read_cbs_odata_v4(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_cbs_odata_v3(std::string_view bytes);
void read_cbs_odata_v3(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_eurostat_tsv(std::string_view bytes);
void read_eurostat_tsv(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_sdmx_csv(std::string_view bytes);
void read_sdmx_csv(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_statbel_json(std::string_view bytes);
void read_statbel_json(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_statbel_csv(std::string_view bytes);
void read_statbel_csv(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_destatis_table(std::string_view bytes);
void read_destatis_table(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_destatis_flat(std::string_view bytes);
void read_destatis_flat(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_ons_csv(std::string_view bytes);
void read_ons_csv(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_bls_flat(std::string_view bytes);
void read_bls_flat(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_bls_json(std::string_view bytes);
void read_bls_json(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_fred_csv(std::string_view bytes);
void read_fred_csv(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_bis_csv(std::string_view bytes);
void read_bis_csv(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_sdmx_ml(std::string_view bytes);
void read_sdmx_ml(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_json_stat(std::string_view bytes);
void read_json_stat(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_pxweb_csv(std::string_view bytes);
void read_pxweb_csv(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_ons_json(std::string_view bytes);
void read_ons_json(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_bls_download(std::string_view bytes);
void read_bls_download(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_ecb_portal(std::string_view bytes);
void read_ecb_portal(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_insee_web(std::string_view bytes);
void read_insee_web(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_statcan_csv(std::string_view bytes);
void read_statcan_csv(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_statistik_austria(std::string_view bytes);
void read_statistik_austria(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_cbs_raw_csv(std::string_view bytes);
void read_cbs_raw_csv(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_cbs_portal_csv(std::string_view bytes);
void read_cbs_portal_csv(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_destatis_flat_old(std::string_view bytes);
void read_destatis_flat_old(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_destatis_cube(std::string_view bytes);
void read_destatis_cube(const Files& files, Collector& into, Diagnostics& diagnostics);
bool is_abs_sheet(std::string_view bytes);
void read_abs_sheet(const Files& files, Collector& into, Diagnostics& diagnostics);

}  // namespace pricetalk::publication
