#pragma once

namespace pricetalk {

/// On a narrow screen a row of a table stands as a list of its cells, each behind the title of its
/// column, so that nothing is cut off or has to be moved sideways.
inline constexpr const char* common_style = R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; color: #1b1f24; background: #fff; font-family: "Source Sans 3", "Segoe UI", "Liberation Sans", Arial, sans-serif; overflow-wrap: break-word; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; vertical-align: bottom; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
th.n { white-space: normal; }
h1, h2, h3, p, li, td { overflow-wrap: anywhere; }
td.n { overflow-wrap: normal; }
h1, h2, h3 { break-after: avoid; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
code { font-family: "DejaVu Sans Mono", "Liberation Mono", monospace; font-size: .86em; }
a { color: #14406b; text-decoration: none; border-bottom: .15mm dotted #7d93a8; }
figure { margin: 0; }
svg { display: block; width: 100%; height: auto; }
.new-sheet { break-before: page; }
@media screen and (max-width: 640px) {
  body { font-size: 15px !important; line-height: 1.4 !important; padding: 14px !important; }
  table, tbody, tr, td { display: block; width: auto !important; }
  thead { display: none; }
  tr { padding: 6px 0; border-bottom: 1px solid #b9c2cc; }
  td { display: flex; gap: 10px; justify-content: space-between; border: 0 !important; padding: 2px 0 !important; font-size: 14px !important; }
  td > span { min-width: 0; overflow-wrap: anywhere; }
  td[data-label]::before { content: attr(data-label); flex: 0 0 40%; color: #4d5864; text-align: left; }
  td.wide { display: block; }
  td.n { white-space: normal; }
  td:empty, td.none { display: none; }
  ul.boxes { columns: 1 !important; }
}
)";

inline constexpr const char* sheet_style = R"(
@page { size: A4; margin: 8mm 11mm; }
body { font-size: 7.7pt; line-height: 1.18; max-width: 188mm; padding: 4mm; }
h1 { font-size: 14pt; line-height: 1.1; margin: 0 0 .5mm; }
h2 { font-size: 9pt; margin: 1.5mm 0 .4mm; padding-top: .6mm; border-top: .25mm solid #b9c2cc; color: #14406b; }
p { margin: .5mm 0; }
h1 ~ p { margin: 0; }
th { color: #4d5864; font-size: 7.4pt; }
th, td { padding: .25mm 1mm .25mm 0; vertical-align: top; border-bottom: .15mm solid #e3e7eb; }
td + td, th + th { padding-left: 1.6mm; }
ul { margin: .5mm 0; padding-left: 4mm; }
ul.boxes { list-style: none; padding-left: 0; columns: 2; column-gap: 6mm; }
ul.boxes li { break-inside: avoid; padding-left: 4.2mm; text-indent: -4.2mm; }
ul.boxes li::before { content: "☐ "; }
figcaption { font-size: 7.2pt; color: #4d5864; }
.wrong span, .blush span { display: inline-block; font-weight: 700; font-size: 7pt; white-space: nowrap; padding: 0 1.2mm; border-radius: .6mm; }
.wrong span { color: #fff; background: #b3261e; }
.blush span { color: #5b3a00; background: #ffd98a; }
@media print { body { padding: 0; max-width: none; } .wrong span, .blush span { -webkit-print-color-adjust: exact; print-color-adjust: exact; } a { border: 0; color: inherit; } }
)";

/// Comes behind the style of a sheet.
inline constexpr const char* list_style = R"(
@page { size: A4 landscape; margin: 10mm 11mm; }
body { font-size: 8.4pt; line-height: 1.25; max-width: 283mm; }
h1 { font-size: 16pt; }
h2 { font-size: 11pt; margin: 3mm 0 1mm; }
th { font-size: 8pt; }
)";

inline constexpr const char* document_style = R"(
@page { size: A4; margin: 12mm 13mm; }
body { font-size: 8.6pt; line-height: 1.25; max-width: 190mm; padding: 8mm; }
@media print { body { padding: 0; max-width: none; } a { border: 0; } }
h1 { font-size: 16pt; margin: 0 0 2mm; }
h2 { font-size: 11.5pt; margin: 5mm 0 1mm; padding-top: 1mm; border-top: .25mm solid #b9c2cc; color: #14406b; }
h3 { font-size: 9.8pt; margin: 2.6mm 0 .6mm; }
p { margin: .8mm 0; }
table { margin: .8mm 0 1.6mm; }
th { color: #4d5864; }
th, td { padding: .3mm 1.4mm .3mm 0; vertical-align: top; border-bottom: .15mm solid #dde2e7; font-size: 7.5pt; line-height: 1.2; }
td + td, th + th { padding-left: 1.4mm; }
)";

inline constexpr const char* letter_style = R"(
@page { size: A4; margin: 15mm 23mm 12mm; }
body { font-size: 9.6pt; line-height: 1.32; max-width: 168mm; padding: 6mm; }
@media print { body { padding: 0; max-width: none; } }
p { margin: 0 0 1.9mm; }
p:has(> strong:first-child) { break-after: avoid; }
h1 { font-size: 13pt; margin: 0 0 3mm; }
h2, h3 { font-size: 11pt; margin: 4mm 0 1mm; }
ul { margin: 0 0 1.9mm; padding-left: 5mm; }
table { width: auto; margin: 0 0 2mm; }
th, td { padding: .3mm 4mm .3mm 0; border-bottom: .2mm solid #dde2e7; vertical-align: top; }
)";

}  // namespace pricetalk
