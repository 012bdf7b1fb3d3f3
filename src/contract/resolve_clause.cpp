#include "contract/resolve_clause.hpp"

#include <algorithm>
#include <set>

#include "contract/check_bands.hpp"
#include "contract/formula.hpp"
#include "contract/resolve_index.hpp"
#include "contract/resolve_ladder.hpp"
#include "contract/resolve_surcharge.hpp"
#include "document/error_codes.hpp"

namespace pricetalk {

namespace {

BandTable resolve_table(const NamedTable<BandTableTerms>& named, Diagnostics& diagnostics) {
  BandTable made;
  made.name = named.id;
  made.between = named.terms.between.value;
  for (const BandTerms& row : named.terms.rows) {
    if (row.from && row.over)
      diagnostics.error("C0211", row.span,
                        {"a band begins with from or over, not both",
                         "een klasse begint met from of over, niet met beide"},
                        {"from includes its number, over does not",
                         "bij from hoort het getal zelf erbij, bij over niet"});
    BandTable::Band band;
    if (row.from) band.from = row.from->value.value;
    if (row.over) {
      band.from = row.over->value.value;
      band.over = true;
    }
    if (row.up_to) band.up_to = row.up_to->value.value;
    band.gives = row.gives.value.value;
    made.bands.push_back(band);
  }
  return made;
}

/// Only a surcharge can do without: it is computed for every day.
void missing_schedule(const NamedTable<ClauseTerms>& named, Diagnostics& diagnostics) {
  if (gives_surcharge(named.terms)) return;
  const std::string where = " in [clause." + named.id + "]";
  diagnostics.error("T0302", named.terms.span,
                    {"'adjust' is missing" + where, "'adjust' ontbreekt" + where},
                    {"add adjust = { every = \"year\", on = \"01-01\" } (when the price moves)",
                     "voeg toe: adjust = { every = \"year\", on = \"01-01\" }"});
}

void check_schedule(const NamedTable<ClauseTerms>& named, Diagnostics& diagnostics) {
  const ClauseTerms& terms = named.terms;
  if (!terms.adjust) return missing_schedule(named, diagnostics);
  const AdjustTerms& a = *terms.adjust;
  const int ways = (a.every ? 1 : 0) + (a.dates.empty() ? 0 : 1) + (a.at ? 1 : 0);
  if (ways != 1)
    diagnostics.error("C0212", a.span,
                      {"`adjust` has exactly one of every, dates and at",
                       "`adjust` heeft precies één van every, dates en at"},
                      {"for example adjust = { every = \"year\", on = \"01-01\" }",
                       "bijvoorbeeld adjust = { every = \"year\", on = \"01-01\" }"});
  if (a.every && a.every->value.count < 1)
    diagnostics.error("C0213", *a.every->where,
                      {"an interval is at least one day", "een interval is ten minste één dag"},
                      {"write for example \"year\" or \"6 months\"",
                       "schrijf bijvoorbeeld \"year\" of \"6 months\""});
}

/// Whether a named table is the one of the clause that this one is like.
template <class T>
bool same_words(const Named<T>& liked, const NamedTable<T>& named) {
  return std::any_of(liked.begin(), liked.end(),
                     [&](const auto& other) { return other.id_span == named.id_span; });
}

/// A clause that is like another one but has a formula of its own need not use all its indices.
void leave_out_inherited(const ClauseTerms& terms, const ClauseTerms* liked,
                         const std::set<std::string>& used, Clause& made) {
  if (liked == nullptr) return;
  for (const auto& index : terms.index) {
    const bool tested =
        std::any_of(made.ladders.begin(), made.ladders.end(), [&](const DatedLadder& dated) {
          return dated.ladder.threshold && dated.ladder.threshold->index == index.id;
        });
    if (!tested && used.count(index.id) + used.count(index.id + "0") == 0 &&
        same_words(liked->index, index))
      std::erase_if(made.reads, [&](const IndexRead& read) { return read.symbol == index.id; });
  }
}

/// "W0105: reason". Only what is said of a clause that was tried or reviewed can be accepted.
std::optional<Accepted> resolve_accepted(const Stated<std::string>& stated,
                                         Diagnostics& diagnostics) {
  const std::string& text = stated.value;
  const std::size_t colon = text.find(": ");
  const std::string code = text.substr(0, colon);
  const bool known = (code.starts_with('W') || code == "F0107") && find_error_code(code) != nullptr;
  const std::size_t reason =
      colon == std::string::npos ? colon : text.find_first_not_of(' ', colon + 1);
  if (known && reason != std::string::npos)
    return Accepted{code, text.substr(reason), stated.where.value_or(Span{})};
  diagnostics.error(
      "C0338", stated.where.value_or(Span{}),
      {"'" + text + "' is not a warning about a formula with a reason",
       "'" + text + "' is geen waarschuwing over een formule met een reden"},
      {"write the code of the warning, a colon and the reason: \"W0105: article 4 says "
       "so\"",
       "schrijf de code van de waarschuwing, een dubbele punt en de reden: \"W0105: dat "
       "zegt artikel 4\""});
  return std::nullopt;
}

/// A constant hides nothing else that a formula can name.
void check_constant_names(const LadderTerms& terms, const std::vector<IndexRead>& reads,
                          Diagnostics& diagnostics) {
  for (const auto& constant : terms.constants) {
    const bool of_index = std::any_of(reads.begin(), reads.end(), [&](const IndexRead& read) {
      return constant.id == read.symbol || constant.id == read.symbol + "0";
    });
    if (!of_index && !is_reserved(constant.id)) continue;
    diagnostics.error(
        "C0207", constant.id_span,
        {"'" + constant.id + "' cannot name a constant",
         "'" + constant.id + "' kan geen naam van een constante zijn"},
        of_index ? Phrase{"an index and its reference are called so already: choose another name",
                          "zo heten een index en zijn referentie al: kies een andere naam"}
                 : Phrase{"it is a word of formulas such as P0 or max: choose another name",
                          "het is een woord uit formules, zoals P0 of max: kies een andere naam"});
  }
}

}  // namespace

Clause resolve_clause(const NamedTable<ClauseTerms>& named, Date signed_on,
                      const ClauseTerms* liked, const std::set<std::string>& asked,
                      Diagnostics& diagnostics) {
  const ClauseTerms& terms = named.terms;
  Clause made;
  made.id = named.id;
  made.article = terms.article ? terms.article->value : std::string();
  for (const auto& alias : terms.alias) made.aliases.push_back(alias.value);
  for (const auto& each : terms.accept)
    if (auto accepted = resolve_accepted(each, diagnostics))
      made.accepts.push_back(std::move(*accepted));
  made.where = terms.span;
  made.compounding = terms.compounding;
  made.surcharge = gives_surcharge(terms);
  made.retention = terms.retention;
  made.resets_base = terms.resets_base;
  check_surcharge(terms, named.id, diagnostics);
  check_schedule(named, diagnostics);
  if (terms.adjust)
    made.when = {terms.adjust->every,          terms.adjust->on,
                 terms.adjust->first,          terms.adjust->dates,
                 terms.adjust->at.has_value(), terms.adjust->minimum_interval};
  for (const auto& read : terms.index)
    // A surcharge remembers nothing: without a reference of its own it is measured from the start.
    made.reads.push_back(resolve_index(
        read, made.surcharge || made.compounding.value == Compounding::base, diagnostics));
  for (const auto& table : terms.tables) made.tables.push_back(resolve_table(table, diagnostics));
  const NoticeTerms notice = terms.notice.value_or(NoticeTerms{});
  made.notice = {notice.before,        notice.form,    notice.late, notice.arrears_limit,
                 notice.object_within, notice.silence, notice.span};

  check_constant_names(terms, made.reads, diagnostics);
  for (const DuringTerms& entry : terms.during)
    check_constant_names(entry, made.reads, diagnostics);
  ResolvedLadders ladders = resolve_ladders(terms, made, signed_on, asked, diagnostics);
  made.ladders = std::move(ladders.dated);
  auto table = made.tables.begin();
  for (const auto& named_table : terms.tables) {
    if (liked == nullptr || !same_words(liked->tables, named_table))
      check_bands(named_table.terms, made, *table, diagnostics);
    ++table;
  }
  if (ladders.unknown_names) return made;
  check_yearly_limits(made, diagnostics);
  check_possible_caps(made, diagnostics);
  check_limits_agree(made, diagnostics);
  check_meant(made, diagnostics);
  check_first_day(made, diagnostics);
  leave_out_inherited(terms, liked, ladders.used, made);
  for (const IndexRead& read : made.reads)
    if (ladders.used.count(read.symbol) + ladders.used.count(read.symbol + "0") == 0)
      diagnostics.error("F0105", read.where,
                        {"index '" + read.symbol + "' is not used by the formula",
                         "index '" + read.symbol + "' komt niet in de formule voor"},
                        {"use " + read.symbol + " and " + read.symbol +
                             "0 in the formula, or leave the index out",
                         "gebruik " + read.symbol + " en " + read.symbol +
                             "0 in de formule, of laat de index weg"});
  for (const auto& constant : terms.constants)
    if (ladders.used.count(constant.id) == 0 &&
        !(liked != nullptr && same_words(liked->constants, constant)))
      diagnostics.error("F0106", constant.id_span,
                        {"constant '" + constant.id + "' is not used by the formula",
                         "constante '" + constant.id + "' komt niet in de formule voor"},
                        {"use it in the formula, or leave it out",
                         "gebruik haar in de formule, of laat haar weg"});
  return made;
}

}  // namespace pricetalk
