#include "index/change_set.hpp"

#include <algorithm>
#include <array>

#include "diagnostic/codes.hpp"
#include "document/time_words.hpp"
#include "document/word_of.hpp"
#include "document/words.hpp"
#include "index/comparer.hpp"
#include "index/decimal_sign.hpp"
#include "index/figures_dictionary.hpp"
#include "index/import_remarks.hpp"
#include "index/same_series.hpp"
#include "pricetalk/explain/derivation.hpp"

namespace pricetalk {

namespace {

using document::lower;

/// `cbs/86141ned-t001112-m000215-month`
std::string id_for(const PublishedSeries& found) {
  std::string tail;
  for (const char c : lower(found.table + " " + unit_word(found.frequency))) {
    const bool plain = document::is_letter(c) || document::is_digit(c) || c == '_';
    if (plain) tail += c;
    if (!plain && !tail.empty() && tail.back() != '-') tail += '-';
  }
  std::string head;
  for (const char c : lower(found.publisher))
    if (document::is_letter(c) || document::is_digit(c)) head += c;
  return (head.empty() ? "" : head + "/") + tail;
}

/// What an id may be, because a file is named after it.
bool is_safe_id(std::string_view id) {
  const bool plain = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return document::is_bare(c) || c == '/' || c == '.';
  });
  return plain && id.front() != '/' && id.front() != '.' && id.find("..") == std::string_view::npos;
}

Series heading_of(const PublishedSeries& found, std::string id) {
  Series made;
  made.id = std::move(id);
  made.title = found.title.empty() ? made.id : found.title;
  made.publisher = found.publisher;
  made.table = found.table;
  made.base = found.base;
  made.unit = found.unit;
  made.decimals = found.decimals;
  made.frequency = found.frequency;
  made.licence = found.licence;
  made.source = found.source;
  made.currency = found.currency;
  made.per = found.per;
  return made;
}

/// What --only can be given, each in quotes.
Phrase choices(const std::vector<const PublishedSeries*>& found) {
  constexpr std::size_t most = 6;
  Phrase text;
  for (std::size_t i = 0; i < found.size() && i < most; ++i) {
    text.en += (i == 0 ? "\"" : ", \"") + choice(*found[i], Language::en) + "\"";
    text.nl += (i == 0 ? "\"" : ", \"") + choice(*found[i], Language::nl) + "\"";
  }
  if (found.size() > most) text = {text.en + ", …", text.nl + ", …"};
  return text;
}

/// The length of the periods that the series has figures for.
Unit usual_unit(const Series& series) {
  if (series.frequency) return *series.frequency;
  return series.records.empty() ? Unit::month : series.records.back().period.unit();
}

/// "2025=100, month".
Phrase kind_of(const Series& series) {
  const std::string base = series.base.empty() ? "" : series.base + ", ";
  return {base + unit_word(usual_unit(series)), base + words(usual_unit(series)).nl};
}

/// A table of somebody's own says nothing of its series; its figures may.
void needs_a_name(const Library& library, const PublishedSeries& found, Diagnostics& problems) {
  const Series* nearest = with_most_figures_of(library, found);
  const Phrase name = nearest == nullptr ? Phrase{"ID", "NAAM"} : Phrase{nearest->id, nearest->id};
  Phrase hint{"name it with --as: --as " + name.en, "noem hem met --as: --as " + name.nl};
  if (nearest != nullptr)
    hint = {hint.en + " (it has these figures)", hint.nl + " (daar staan deze cijfers in)"};
  problems.error("I0404", {},
                 {"the file does not say which series it holds",
                  "het bestand zegt niet welke reeks erin staat"},
                 std::move(hint));
}

/// Whether two ids are the same but for their digits: another base year of one series.
bool differ_in_digits(std::string_view a, std::string_view b) {
  const auto without = [](std::string_view id) {
    std::string text;
    std::copy_if(id.begin(), id.end(), std::back_inserter(text),
                 [](char c) { return !document::is_digit(c); });
    return text;
  };
  return without(a) == without(b);
}

/// "'cbs/cpi/al-2025' is not in the library; is 'cbs/cpi/all-2025' meant?", of a new id that is
/// spelt nearly like one that is there; else empty.
Phrase nearly_known(const Library& library, const std::string& as) {
  const std::string near(nearest(as, library.ids()));
  if (near.empty() || (differ_in_digits(as, near) && as.size() == near.size())) return {};
  return {"'" + as + "' is not in the library yet; is '" + near + "' meant?",
          "'" + as + "' staat nog niet in de bibliotheek; is '" + near + "' bedoeld?"};
}

/// `--as` names one series; of several nobody can tell which is meant.
bool can_be_named(const std::vector<const PublishedSeries*>& chosen, const Library& library,
                  const std::string& as, Diagnostics& problems) {
  if (!is_safe_id(as)) {
    problems.error("I0402", {},
                   {"'" + as + "' cannot be the id of a series",
                    "'" + as + "' kan niet de naam van een reeks zijn"},
                   {"letters, digits, - _ / and . make an id; it begins with a letter or digit and "
                    "names no other folder: cbs/cpi/alle-bestedingen-2025",
                    "een naam bestaat uit letters, cijfers, - _ / en .; hij begint met een letter "
                    "of cijfer en wijst niet naar een andere map: cbs/cpi/alle-bestedingen-2025"});
    return false;
  }
  const Series* known = library.find(as);
  const bool none_fits = known != nullptr &&
                         std::none_of(chosen.begin(), chosen.end(),
                                      [&](const auto* each) { return can_be_same(*known, *each); });
  if (chosen.size() > 1 && none_fits) {
    problems.error(
        "I0403", {},
        {"none of the series in the files can be '" + as + "' (" + kind_of(*known).en + ")",
         "geen van de reeksen in de bestanden kan '" + as + "' zijn (" + kind_of(*known).nl + ")"},
        {"the files hold: " + choices(chosen).en, "in de bestanden staan: " + choices(chosen).nl});
    return false;
  }
  if (chosen.size() > 1) {
    problems.error(
        "I0401", {},
        {std::to_string(chosen.size()) + " series in the files, and --as names one",
         std::to_string(chosen.size()) + " reeksen in de bestanden, en --as noemt er "
                                         "één"},
        {"choose with --only: " + choices(chosen).en, "kies met --only: " + choices(chosen).nl});
    return false;
  }
  if (known == nullptr || chosen.empty()) return true;
  const PublishedSeries& found = *chosen.front();
  if (!known->base.empty() && !found.base.empty() && known->base != found.base) {
    problems.error(
        "I0403", {},
        {"'" + as + "' stands on base " + known->base + ", the file on " + found.base,
         "'" + as + "' staat op basis " + known->base + ", het bestand op " + found.base},
        {"import it under an id of its own; a contract joins two bases with `link`",
         "importeer het onder een eigen naam; een contract verbindt twee bases met "
         "`link`"});
    return false;
  }
  if (!has_figures_per(*known, found.frequency)) {
    const Unit usual = usual_unit(*known);
    problems.error("I0403", {},
                   {"'" + as + "' has a figure per " + unit_word(usual) + ", the file per " +
                        unit_word(found.frequency),
                    "'" + as + "' heeft een cijfer per " + words(usual).nl + ", het bestand per " +
                        words(found.frequency).nl},
                   {"import it under an id of its own", "importeer het onder een eigen naam"});
    return false;
  }
  if (none_fits) {
    problems.error(
        "I0403", {},
        {"'" + as + "' has the unit " + word_of(known->unit) + ", the file " + word_of(found.unit),
         "'" + as + "' heeft de eenheid " + word_of(known->unit) + ", het bestand " +
             word_of(found.unit)},
        {"import it under an id of its own", "importeer het onder een eigen naam"});
    return false;
  }
  return true;
}

/// Several series of the library go by the words of the file, and its figures do not tell which.
void fits_several(const PublishedSeries& found, const std::vector<const Series*>& fitting,
                  Diagnostics& problems) {
  std::string ids;
  for (const Series* each : fitting) ids += (ids.empty() ? "" : ", ") + each->id;
  const std::string count = std::to_string(fitting.size());
  problems.error(
      "I0408", found.rows.empty() ? Span{} : found.rows.front().where,
      {"'" + found.table + "' can be " + count + " series of the library: " + ids,
       "'" + found.table + "' kan bij " + count + " reeksen uit de bibliotheek horen: " + ids},
      {"no period is in the file and in just one of them; look at the base year on the "
       "publisher's page, and name the series: --as " +
           fitting.back()->id,
       "geen periode staat in het bestand en in precies één daarvan; kijk op de pagina "
       "van de uitgever naar het basisjaar, en noem de reeks: --as " +
           fitting.back()->id});
}

/// Whether a figure of the file stands in the series.
bool has_figure_of(const Series& series, const PublishedRow& row) {
  const auto known = series.records.of(row.period);
  return row.value && !known.empty() && series.records[known.back()].value == *row.value;
}

/// Why figures of the file hardly belong to the series that `--as` names: its words and figures
/// are those of another one. Empty when nothing speaks against it, or the series has some of them.
Phrase against_name(const Series& named, const PublishedSeries& found,
                    const std::vector<const Series*>& fitting) {
  const auto in = [](const Series& series) {
    return [&series](const PublishedRow& row) { return has_figure_of(series, row); };
  };
  if (fitting.size() != 1 || fitting.front()->id == named.id ||
      std::any_of(found.rows.begin(), found.rows.end(), in(named)))
    return {};
  const std::string& other = fitting.front()->id;
  for (const PublishedRow& row : found.rows) {
    if (!has_figure_of(*fitting.front(), row)) continue;
    const std::string figure = row.period.text() + " ";
    return {"by its words and figures the file holds " + other + " (" + figure +
                decimal_text(*row.value, Language::en) + ")",
            "naar zijn woorden en cijfers bevat het bestand " + other + " (" + figure +
                decimal_text(*row.value, Language::nl) + ")"};
  }
  return {"by its words the file holds " + other, "naar zijn woorden bevat het bestand " + other};
}

/// The user names a sign that cannot have the decimals of a cell: one of both is a slip.
void contradicts_sign(DecimalMark said, const PublishedRow& row, Diagnostics& problems) {
  const DecimalMark other = said == DecimalMark::point ? DecimalMark::comma : DecimalMark::point;
  problems.error(
      "I0409", row.where,
      {"--decimal " + words(said).en + ", but in this cell the " + words(other).en +
           " has the decimals (" + decimal_text(*row.value, Language::en) + ")",
       "--decimal " + words(said).en + ", maar in deze cel staan de decimalen achter de " +
           words(other).nl + " (" + decimal_text(*row.value, Language::nl) + ")"},
      {"leave --decimal out: the file shows its sign; if the cell is wrong, mend it",
       "laat --decimal weg: het bestand toont het teken zelf; als de cel niet klopt, "
       "herstel die dan"});
}

/// What `317.671` says, by whoever can know it; else it is a question (I0407).
bool decide_signs(std::vector<PublishedRow>& rows, const Series* known,
                  std::optional<DecimalMark> said, Diagnostics& problems) {
  if (said) {
    if (const PublishedRow* against = first_with_another_sign(*said, rows)) {
      contradicts_sign(*said, *against, problems);
      return false;
    }
    decide_by_sign(*said, rows);
  }
  if (known != nullptr && !known->records.empty()) {
    decide_by_decimals(known->published_decimals(), rows);
    decide_by_figures(*known, rows);
  }
  const PublishedRow* open = first_undecided(rows);
  if (open == nullptr) return true;
  const DecimalMark sign = open->undecided->sign;
  const DecimalMark other = sign == DecimalMark::point ? DecimalMark::comma : DecimalMark::point;
  const auto in_words = [](const Decimal& value) {
    return Phrase{decimal_text(value, Language::en), decimal_text(value, Language::nl)};
  };
  const Phrase decimals = in_words(*open->value);
  const Phrase thousands = in_words(open->undecided->as_thousands);
  problems.error(
      "I0407", open->where,
      {"the " + words(sign).en + " can have decimals (" + decimals.en + ") or thousands (" +
           thousands.en + ") behind it, and nothing in the file tells",
       "achter de " + words(sign).nl + " kunnen decimalen staan (" + decimals.nl +
           ") of duizendtallen (" + thousands.nl + "), en niets in het bestand zegt welke"},
      {"say which sign has the decimals: --decimal " + words(sign).en + " for " + decimals.en +
           ", --decimal " + words(other).en + " for " + thousands.en,
       "zeg welk teken de decimalen heeft: --decimal " + words(sign).en + " voor " + decimals.nl +
           ", --decimal " + words(other).en + " voor " + thousands.nl});
  return false;
}

/// A sheet that shows fewer decimals than it stores: the decimals of the series tell which of both
/// was published, else it is a question (I0410).
bool decide_shown(std::vector<PublishedRow>& rows, const Series* known, Diagnostics& problems) {
  const bool asked_series = known != nullptr && !known->records.empty();
  for (PublishedRow& row : rows) {
    if (!row.shown) continue;
    const int decimals = asked_series ? known->published_decimals() : -1;
    if (asked_series && cut_to(*row.value, decimals)) continue;
    if (asked_series && row.shown->scale() == decimals) {
      row.value = row.shown;
      continue;
    }
    const auto both = [&](Language language) {
      return decimal_text(*row.shown, language) + say(language, ", stored ", ", opgeslagen ") +
             decimal_text(*row.value, language);
    };
    problems.error("I0410", row.where,
                   {"the sheet shows fewer decimals than it stores (shown " + both(Language::en) +
                        "), and nothing tells which of both was published",
                    "het blad toont minder decimalen dan het opslaat (getoond " +
                        both(Language::nl) + "), en niets zegt welk van beide is gepubliceerd"},
                   {"give the cells as many decimals as are published, round them if need be, and "
                    "save the workbook",
                    "geef de cellen zoveel decimalen als er zijn gepubliceerd, rond zo nodig af, "
                    "en bewaar de werkmap"});
    return false;
  }
  return true;
}

/// The sign that the user names says something only where a cell holds one.
Phrase sign_without_use(const std::vector<PublishedRow>& rows) {
  if (std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.sign.has_value(); }))
    return {};
  return {
      "--decimal changes nothing here: the format of the file fixes its decimal sign, or no "
      "cell holds one",
      "--decimal doet hier niets: het formaat van het bestand legt het decimaalteken vast, of "
      "in geen enkele cel staat er een"};
}

UnknownSeries unknown(const PublishedSeries& found) {
  return {found.publisher,
          found.table,
          found.title,
          found.base,
          found.frequency,
          found.rows.size(),
          {found.rows.front().period, found.rows.back().period}};
}

}  // namespace

const Phrase& words(ChangeKind kind) {
  static const std::array<Phrase, 7> all{{{"new", "nieuw"},
                                          {"now definitive", "nu definitief"},
                                          {"confirmed", "bevestigd"},
                                          {"revised", "herzien"},
                                          {"withdrawn", "ingetrokken"},
                                          {"conflicting", "strijdig"},
                                          {"held back", "tegengehouden"}}};
  return all[static_cast<std::size_t>(kind)];
}

std::string_view word(ChangeKind kind) {
  static constexpr std::array<std::string_view, 7> table = {
      "added", "settled", "confirmed", "revised", "withdrawn", "conflicting", "held_back"};
  return table[static_cast<std::size_t>(kind)];
}

bool SeriesChange::any(ChangeKind kind) const {
  return std::any_of(changes.begin(), changes.end(),
                     [&](const FigureChange& each) { return each.kind == kind; });
}

bool ChangeSet::conflicts() const {
  return std::any_of(series.begin(), series.end(), [](const SeriesChange& each) {
    return each.any(ChangeKind::conflicting) || each.any(ChangeKind::held_back);
  });
}

bool ChangeSet::empty() const {
  return std::all_of(series.begin(), series.end(),
                     [](const SeriesChange& each) { return each.changes.empty(); });
}

Loaded<ChangeSet> compare(const Library& library, const Publication& publication,
                          const ImportRequest& request) {
  Loaded<ChangeSet> made;
  ChangeSet set;
  set.remarks = publication.remarks;
  std::vector<const PublishedSeries*> chosen;
  std::map<const PublishedSeries*, std::vector<const Series*>> same;
  for (const PublishedSeries& found : publication.series) {
    const auto& fitting = same[&found] = same_in_library(library, found);
    const Series* known = fitting.empty() ? nullptr : fitting.front();
    if (!request.only.empty() && !asked_for(found, known, request.only)) continue;
    // Periods without one figure say something only of a series that the library knows.
    const bool has_figures =
        std::any_of(found.rows.begin(), found.rows.end(),
                    [](const PublishedRow& row) { return row.value.has_value(); });
    if (known == nullptr && !has_figures) continue;
    const bool only_one = publication.series.size() == 1;
    if (known == nullptr && request.only.empty() && request.as.empty() && !only_one)
      set.left_out.push_back(unknown(found));
    else
      chosen.push_back(&found);
  }
  if (chosen.empty() && !request.only.empty()) {
    std::vector<const PublishedSeries*> all;
    for (const PublishedSeries& found : publication.series) all.push_back(&found);
    made.diagnostics.error(
        "I0401", {},
        {"no series of the files fits --only", "geen reeks in de bestanden past bij --only"},
        {"the files hold: " + choices(all).en, "in de bestanden staan: " + choices(all).nl});
    return made;
  }
  const Series* named = request.as.empty() ? nullptr : library.find(request.as);
  keep_what_fits(chosen, named, request.only);
  if (!request.as.empty() && !can_be_named(chosen, library, request.as, made.diagnostics))
    return made;
  if (named != nullptr && request.only.empty())
    for (Phrase& remark : not_taken(publication, chosen, request.as))
      set.remarks.push_back(std::move(remark));
  for (const PublishedSeries* found : chosen) {
    const auto& fitting = same[found];
    if (request.as.empty() && fitting.size() > 1) {
      fits_several(*found, fitting, made.diagnostics);
      continue;
    }
    const Series* known = !request.as.empty() ? named : fitting.empty() ? nullptr : fitting.front();
    SeriesChange change;
    change.is_new = known == nullptr;
    change.from = found->file;
    change.retrieved = found->released ? found->released : request.retrieved;
    if (known != nullptr) {
      change.series = *known;
      if (!is_called(*known, found->table)) change.table = found->table;
    } else {
      const std::string id = request.as.empty() ? id_for(*found) : request.as;
      if (request.as.empty() && (found->table.empty() || !is_safe_id(id))) {
        needs_a_name(library, *found, made.diagnostics);
        continue;
      }
      change.series = heading_of(*found, id);
    }
    std::vector<PublishedRow> rows = found->rows;
    if (!decide_signs(rows, known, request.decimal_mark, made.diagnostics)) continue;
    if (!decide_shown(rows, known, made.diagnostics)) continue;
    if (request.decimal_mark)
      if (Phrase idle = sign_without_use(rows); !idle.empty()) set.remarks.push_back(idle);
    const Admission admission{request.today, request.on_conflict, request.on_doubt, false};
    const bool own_table = found->format == PublicationFormat::plain_csv;
    Comparer comparer(change, admission, found->states_status, own_table);
    for (const PublishedRow& row : rows) comparer.add(row);
    Phrase doubt;
    if (!request.as.empty() && known != nullptr) doubt = against_name(*known, *found, fitting);
    if (!request.as.empty() && known == nullptr) {
      Phrase misspelt = nearly_known(library, request.as);
      const bool is_there = !fitting.empty() || with_most_figures_of(library, *found) != nullptr;
      if (is_there) doubt = misspelt;
      if (!is_there && !misspelt.empty()) set.remarks.push_back(std::move(misspelt));
    }
    comparer.finish(library, std::move(doubt));
    if (Phrase gap = gap_before_new(change); !gap.empty()) set.remarks.push_back(std::move(gap));
    set.series.push_back(std::move(change));
  }
  if (!made.diagnostics.has_errors()) made.value = std::move(set);
  return made;
}

namespace {

const FigureChange* change_of(const SeriesChange& series, const Period& period) {
  const auto at = std::find_if(series.changes.begin(), series.changes.end(),
                               [&](const FigureChange& each) { return each.period == period; });
  return at == series.changes.end() ? nullptr : &*at;
}

void differs_between_files(const SeriesChange& series, const FigureChange& first,
                           const FigureChange& second, Diagnostics& problems) {
  const std::string key = series.series.id + ", " + second.period.text();
  const std::string both = first.value.text() + ", " + second.value.text();
  Diagnostic made;
  made.code = "I0306";
  made.span = second.where;
  made.title = {key + " is given twice, with different figures: " + both,
                key + " is twee keer opgegeven, met verschillende cijfers: " + both};
  made.hint = {"import the files one by one, the older one first",
               "importeer de bestanden één voor één, het oudste eerst"};
  made.context = {{first.where, {"first here", "eerst hier"}}};
  problems.add(std::move(made));
}

/// Takes out of the later one what the earlier one says as well.
void take_out_what_is_said(const SeriesChange& earlier, SeriesChange& later,
                           Diagnostics& problems) {
  later.unchanged += std::erase_if(later.changes, [&](const FigureChange& each) {
    const FigureChange* first = change_of(earlier, each.period);
    if (first == nullptr) return false;
    if (!(Ratio(first->value) == Ratio(each.value)))
      differs_between_files(later, *first, each, problems);
    return true;
  });
}

}  // namespace

void say_once(ChangeSet& changes, Diagnostics& problems) {
  std::vector<SeriesChange> made;
  for (SeriesChange& each : changes.series) {
    SeriesChange* same = nullptr;
    for (SeriesChange& earlier : made) {
      if (earlier.series.id != each.series.id) continue;
      same = &earlier;
      take_out_what_is_said(earlier, each, problems);
    }
    if (same == nullptr || !each.is_new) {
      made.push_back(std::move(each));
      continue;
    }
    std::move(each.changes.begin(), each.changes.end(), std::back_inserter(same->changes));
    std::stable_sort(same->changes.begin(), same->changes.end(),
                     [](const auto& a, const auto& b) { return a.period < b.period; });
  }
  changes.series = std::move(made);
}

Series with_changes(const SeriesChange& change) {
  Series made = change.series;
  for (const FigureChange& each : change.changes) {
    if (!is_taken(each.kind)) continue;
    made.records.push_back({.period = each.period,
                            .value = each.value,
                            .status = each.status,
                            .published = each.published,
                            .retrieved = change.retrieved,
                            .by_hand = change.by_hand,
                            .supersedes = each.before,
                            .where = each.where});
  }
  return made;
}

Library with_changes(const Library& library, const ChangeSet& changes) {
  std::vector<Series> changed;
  changed.reserve(changes.series.size());
  for (const SeriesChange& each : changes.series) changed.push_back(with_changes(each));
  return library.with(std::move(changed), {});
}

}  // namespace pricetalk
