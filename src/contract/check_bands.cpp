#include "contract/check_bands.hpp"

#include <algorithm>

#include "contract/accepted.hpp"
#include "contract/band_asked.hpp"
#include "pricetalk/explain/derivation.hpp"

namespace pricetalk {

namespace {

using Band = BandTable::Band;

/// A band beside its words.
struct Row {
  const Band* band;
  const BandTerms* terms;
};

/// Without a lower end first; of two that begin at one number the one that includes it.
bool begins_before(const Row& a, const Row& b) {
  if (!a.band->from || !b.band->from) return b.band->from && !a.band->from;
  if (*a.band->from != *b.band->from) return *a.band->from < *b.band->from;
  return !a.band->over && b.band->over;
}

/// What lies between two bands that follow each other.
enum class Between : std::uint8_t { nothing, gap, overlap };

Between between(const Band& lower, const Band& upper) {
  if (!lower.up_to || !upper.from) return Between::overlap;
  if (*upper.from == *lower.up_to) return upper.over ? Between::nothing : Between::overlap;
  return *upper.from > *lower.up_to ? Between::gap : Between::overlap;
}

Phrase gap_of(const std::string& name, const Band& lower, const Band& upper) {
  const auto in = [&](Language language) {
    const bool en = language == Language::en;
    return (en ? "a value over " : "een waarde boven ") + decimal_text(*lower.up_to, language) +
           (upper.over ? (en ? " and up to " : " en tot en met ")
                       : (en ? " and under " : " en onder ")) +
           decimal_text(*upper.from, language) +
           (en ? " lies in no band of table " : " valt in geen band van tabel ") + name;
  };
  return {in(Language::en), in(Language::nl)};
}

Phrase overlap_of(const std::string& name, const Band& upper) {
  const std::string en = upper.from ? decimal_text(*upper.from, Language::en) : "";
  const std::string nl = upper.from ? decimal_text(*upper.from, Language::nl) : "";
  return {"two bands of table " + name + " hold " +
              (en.empty() ? "the same values" : "the value " + en) + "; the first one counts",
          "twee banden van tabel " + name + " bevatten " +
              (nl.empty() ? "dezelfde waarden" : "de waarde " + nl) + "; de eerste telt"};
}

bool holds_nothing(const Band& band) {
  if (!band.from || !band.up_to) return false;
  return *band.from > *band.up_to || (band.over && *band.from == *band.up_to);
}

/// A table and each of its bands hold some value.
bool check_held(const BandTableTerms& terms, const BandTable& table, Diagnostics& diagnostics) {
  bool held = !table.bands.empty();
  if (!held)
    diagnostics.error(
        "C0216", terms.span,
        {"table " + table.name + " has no bands", "tabel " + table.name + " heeft geen banden"},
        {"write for example rows = [{ up_to = \"2%\", gives = \"0%\" }, { over = "
         "\"2%\", gives = \"1%\" }]",
         "schrijf bijvoorbeeld rows = [{ up_to = \"2%\", gives = \"0%\" }, { over "
         "= \"2%\", gives = \"1%\" }]"});
  for (std::size_t i = 0; i < table.bands.size(); ++i) {
    if (!holds_nothing(table.bands[i])) continue;
    held = false;
    diagnostics.error("C0216", terms.rows[i].span,
                      {"this band of table " + table.name + " ends before it begins",
                       "deze band van tabel " + table.name + " eindigt voor hij begint"},
                      {"write the smaller number at from or over, the larger one at up_to",
                       "schrijf het kleinste getal bij from of over, het grootste bij up_to"});
  }
  return held;
}

/// Whether a value that the formula asks can lie in the gap between two bands.
bool can_come_between(const std::vector<BandAsked>& asked, const Band& lower, const Band& upper) {
  return asked.empty() || std::any_of(asked.begin(), asked.end(), [&](const BandAsked& each) {
           if (!each.step) return true;
           const Ratio below(round(Ratio(*lower.up_to), {RoundingMode::floor, *each.step}));
           const Ratio next = below + Ratio(*each.step);
           return next < Ratio(*upper.from) || (upper.over && next == Ratio(*upper.from));
         });
}

/// A change of 3% is 0.03, a ratio 1.03: bands at 3 and 5, or at 103, are never reached.
void check_size(const BandTableTerms& terms, const BandTable& table,
                const std::vector<BandAsked>& asked, const std::vector<Accepted>& accepted,
                Diagnostics& diagnostics) {
  const auto all_are = [&](ValueKind kind) {
    return !asked.empty() && std::all_of(asked.begin(), asked.end(),
                                         [&](const auto& each) { return each.kind == kind; });
  };
  const bool changes = all_are(ValueKind::change);
  if ((!changes && !all_are(ValueKind::ratio)) || accepts(accepted, "W0114")) return;
  const Ratio least(changes ? 1 : 10);
  std::optional<Decimal> bound;
  for (const Band& band : table.bands)
    for (const auto& end : {band.from, band.up_to}) {
      if (!end || end->is_zero()) continue;
      if (abs(Ratio(*end)) < least) return;
      if (!bound) bound = end;
    }
  if (!bound) return;
  const std::string written = changes ? bound->text() + "%" : "1.03";
  diagnostics.warning(
      "W0114", terms.span,
      {std::string("the bands of table ") + table.name + " begin at " +
           decimal_text(*bound, Language::en) + ", and " +
           (changes ? "a change of 3% is 0.03 in the formula" : "a rise of 3% is 1.03 in it"),
       "de banden van tabel " + table.name + " beginnen bij " + decimal_text(*bound, Language::nl) +
           ", en " +
           (changes ? "een verandering van 3% is 0,03 in de formule"
                    : "een stijging van 3% is 1,03 in de formule")},
      unless_accepted("W0114", {"write the numbers with their sign, \"" + written + "\"",
                                "schrijf de getallen met hun teken, \"" + written + "\""}));
}

/// `band(C/C0)` asks with 1.03, which lies above all bands at 3%.
void check_asked_with_a_ratio(const BandTableTerms& terms, const BandTable& table,
                              const std::vector<BandAsked>& asked,
                              const std::vector<Accepted>& accepted, Diagnostics& diagnostics) {
  const bool ratios =
      !asked.empty() && std::all_of(asked.begin(), asked.end(),
                                    [](const auto& each) { return each.kind == ValueKind::ratio; });
  if (!ratios || accepts(accepted, "W0114")) return;
  std::optional<Decimal> bound;
  for (const Band& band : table.bands)
    for (const auto& end : {band.from, band.up_to}) {
      if (!end || end->is_zero()) continue;
      if (Ratio(Decimal(5, 1)) <= abs(Ratio(*end))) return;
      if (!bound) bound = end;
    }
  if (!bound) return;
  const auto rise = [&](Language language) {
    return decimal_text(*(Ratio(*bound) * Ratio(100)).exact_decimal(), language) + "%";
  };
  diagnostics.warning(
      "W0114", terms.span,
      {"the bands of table " + table.name + " begin at " + rise(Language::en) +
           ", and the formula asks with figures over their reference: a rise of 3% is 1.03 in it",
       "de banden van tabel " + table.name + " beginnen bij " + rise(Language::nl) +
           ", en de formule vraagt met cijfers gedeeld door hun referentie: een stijging van 3% is "
           "1,03"},
      unless_accepted("W0114", {"ask with the change, `" + table.name + "(X/X0 - 1)`",
                                "vraag met de verandering, `" + table.name + "(X/X0 - 1)`"}));
}

}  // namespace

void check_bands(const BandTableTerms& terms, const Clause& clause, const BandTable& table,
                 Diagnostics& diagnostics) {
  if (!check_held(terms, table, diagnostics)) return;
  const std::vector<Accepted>& accepted = clause.accepts;
  const std::vector<BandAsked> asked = asked_of(clause, table.name);
  check_size(terms, table, asked, accepted, diagnostics);
  check_asked_with_a_ratio(terms, table, asked, accepted, diagnostics);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < table.bands.size(); ++i)
    rows.push_back({&table.bands[i], &terms.rows[i]});
  std::stable_sort(rows.begin(), rows.end(), begins_before);
  const bool filled = table.between != BandTable::Between::undetermined;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const Band& lower = *rows[i - 1].band;
    const Band& upper = *rows[i].band;
    const Between found = between(lower, upper);
    if (found == Between::gap && !filled && can_come_between(asked, lower, upper) &&
        !accepts(accepted, "W0106"))
      diagnostics.warning(
          "W0106", rows[i].terms->span, gap_of(table.name, lower, upper),
          unless_accepted(
              "W0106",
              {"let the band begin where the one before ends, over = " + lower.up_to->text() +
                   ", or write between = \"next\" or \"previous\"",
               "laat de band beginnen waar de vorige eindigt, over = " + lower.up_to->text() +
                   ", of schrijf between = \"next\" of \"previous\""}));
    if (found == Between::overlap && !accepts(accepted, "W0107"))
      diagnostics.warning(
          "W0107", rows[i].terms->span, overlap_of(table.name, upper),
          unless_accepted("W0107",
                          {"write over instead of from, or another up_to in the band before",
                           "schrijf over in plaats van from, of een andere up_to in de band "
                           "ervoor"}));
  }
}

}  // namespace pricetalk
