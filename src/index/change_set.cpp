#include "index/change_set.hpp"

#include <algorithm>
#include <array>

#include "document/time_words.hpp"
#include "document/words.hpp"
#include "index/find_series.hpp"
#include "pricetalk/explain/derivation.hpp"

namespace pricetalk {

namespace {

using document::lower;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> found;
  std::string word;
  for (const char c : lower(text)) {
    const bool part = c != ' ' && c != ',' && c != ';' && c != ':';
    if (part) word += c;
    if (!part && !word.empty()) found.push_back(std::exchange(word, {}));
  }
  if (!word.empty()) found.push_back(word);
  std::sort(found.begin(), found.end());
  return found;
}

/// "month": the word of the figures file.
std::string unit_word(Unit unit) { return words(unit).en; }

/// The same series in the library: publisher, table, base, unit and frequency, where both say them.
bool can_be_same(const Series& known, const PublishedSeries& found) {
  return (known.base.empty() || found.base.empty() || known.base == found.base) &&
         known.unit == found.unit && (!known.frequency || *known.frequency == found.frequency);
}

/// Whether the library knows a file's words for a series.
bool is_called(const Series& known, const std::string& table) {
  const auto wanted = words_of(table);
  return (!known.table.empty() && words_of(known.table) == wanted) ||
         std::any_of(known.also_called.begin(), known.also_called.end(),
                     [&](const std::string& other) { return words_of(other) == wanted; });
}

bool is_same(const Series& known, const PublishedSeries& found) {
  return lower(known.publisher) == lower(found.publisher) && is_called(known, found.table) &&
         can_be_same(known, found) && known.derived.empty();
}

const Series* known_as(const Library& library, const PublishedSeries& found) {
  for (const auto& series : library.all())
    if (is_same(*series, found)) return series.get();
  return nullptr;
}

bool asked_for(const PublishedSeries& found, const Series* known,
               const std::vector<std::string>& only) {
  std::vector<std::string> mine = words_of(found.publisher + " " + found.table + " " + found.title +
                                           " " + found.base + " " + unit_word(found.frequency));
  if (known != nullptr) mine.push_back(lower(known->id));
  return std::all_of(only.begin(), only.end(), [&](const std::string& words) {
    const auto wanted = words_of(words);
    return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
      return std::find(mine.begin(), mine.end(), word) != mine.end();
    });
  });
}

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

/// The record that holds now for a period: the last one.
std::map<Period, RecordId> latest_records(const Series& series) {
  std::map<Period, RecordId> latest;
  for (RecordId id = 0; id < series.records.size(); ++id) latest[series.records[id].period] = id;
  return latest;
}

bool is_open(FigureStatus status) {
  return status == FigureStatus::provisional || status == FigureStatus::estimate;
}

/// One row of a file against the record that the library has.
class Comparer {
 public:
  Comparer(SeriesChange& change, OnConflict on_conflict, bool states_status)
      : change_(change),
        latest_(change.is_new ? std::map<Period, RecordId>() : latest_records(change.series)),
        on_conflict_(on_conflict),
        states_status_(states_status) {}

  void add(const PublishedRow& row) {
    FigureChange made;
    made.period = row.period;
    made.status = row.status;
    made.published = row.published;
    made.where = row.where;
    if (row.value) made.value = *row.value;
    const auto at = latest_.find(row.period);
    if (at == latest_.end()) {
      if (row.value) change_.changes.push_back(std::move(made));
      return;
    }
    made.before = at->second;
    const Observation& old = change_.series.records[at->second];
    if (!row.value) return withdraw(old, std::move(made));
    if (old.value == *row.value && old.status != FigureStatus::withdrawn) {
      // A file without a status, or an older one, does not make a figure less sure.
      if (!is_open(old.status) || is_open(row.status) || !states_status_) {
        ++change_.unchanged;
        return;
      }
      made.kind = ChangeKind::settled;
      change_.changes.push_back(std::move(made));
      return;
    }
    differ(old, std::move(made));
  }

  /// When every figure that both have differs, and by one factor, it is another base.
  void look_for_another_base() {
    std::size_t differing = 0;
    std::optional<Ratio> low;
    std::optional<Ratio> high;
    for (const FigureChange& each : change_.changes) {
      if (!each.before || each.kind == ChangeKind::withdrawn || each.kind == ChangeKind::settled)
        continue;
      const Observation& old = change_.series.records[*each.before];
      if (old.value.is_zero()) return;
      ++differing;
      const Ratio factor = Ratio(each.value) / Ratio(old.value);
      if (!low || factor < *low) low = factor;
      if (!high || factor > *high) high = factor;
    }
    if (differing < 3 || change_.unchanged > 0 || !low) return;
    if (*high - *low > Ratio::of(1, 100)) return;
    if (*low > Ratio::of(98, 100) && *high < Ratio::of(102, 100)) return;
    const Decimal factor = round(*low, Rounding::decimals(3));
    change_.remark = {
        "all " + std::to_string(differing) + " figures differ by about the same factor, " +
            decimal_text(factor, Language::en) + ": is this another base?",
        "alle " + std::to_string(differing) + " cijfers schelen ongeveer dezelfde factor, " +
            decimal_text(factor, Language::nl) + ": is dit een andere basis?"};
  }

 private:
  void withdraw(const Observation& old, FigureChange made) {
    // A file from before the figure lists it without one too: not yet, rather than not any more.
    const std::optional<Date> known_by = old.published ? old.published : old.retrieved;
    const bool before =
        change_.retrieved && (*change_.retrieved < known_by.value_or(old.period.last_day()));
    if (before || old.status == FigureStatus::withdrawn) {
      ++change_.unchanged;
      return;
    }
    made.kind = ChangeKind::withdrawn;
    made.value = old.value;
    made.status = FigureStatus::withdrawn;
    change_.changes.push_back(std::move(made));
  }

  void differ(const Observation& old, FigureChange made) {
    const std::optional<Date> known_by = old.published ? old.published : old.retrieved;
    const std::optional<Date> now = made.published ? made.published : change_.retrieved;
    const bool older = known_by && now && *now < *known_by;
    const bool later_day = old.published && made.published && *made.published > *old.published;
    const bool expected = is_open(old.status) || old.status == FigureStatus::withdrawn ||
                          old.by_hand || made.status == FigureStatus::revised || later_day;
    // Of a file without a status nobody knows that the new figure is the last one.
    if (!states_status_ && is_open(old.status)) made.status = old.status;
    if (!older && expected) {
      made.kind = ChangeKind::revised;
    } else if (on_conflict_ == OnConflict::keep) {
      ++change_.unchanged;
      return;
    } else if (!older && on_conflict_ == OnConflict::take) {
      made.kind = ChangeKind::revised;
      made.status = FigureStatus::revised;
    } else {
      made.kind = ChangeKind::conflicting;
      made.why = older ? older_file(*now, *known_by)
                       : Phrase{"definitive in the library, and the file does not call it revised",
                                "in de bibliotheek definitief, en het bestand noemt het niet "
                                "herzien"};
    }
    change_.changes.push_back(std::move(made));
  }

  static Phrase older_file(Date file, Date library) {
    return {"the file (" + file.text() + ") is older than the figure in the library (" +
                library.text() + ")",
            "het bestand (" + file.text() + ") is ouder dan het cijfer in de bibliotheek (" +
                library.text() + ")"};
  }

  SeriesChange& change_;
  std::map<Period, RecordId> latest_;
  OnConflict on_conflict_;
  bool states_status_;
};

std::string choices(const std::vector<const PublishedSeries*>& found) {
  std::string text;
  for (std::size_t i = 0; i < found.size() && i < 6; ++i)
    text += (i == 0 ? "" : "; ") + (found[i]->table.empty() ? found[i]->file : found[i]->table) +
            " " + unit_word(found[i]->frequency) +
            (found[i]->base.empty() ? "" : " " + found[i]->base);
  return text + (found.size() > 6 ? "; …" : "");
}

/// Of several series that fit, those that can be the named one; of these the one whose measure
/// (its title up to a comma) is just the words of --only: "CPI", and not "CPI afgeleid".
void keep_what_fits(std::vector<const PublishedSeries*>& chosen, const Series* named,
                    const std::vector<std::string>& only) {
  if (named != nullptr && chosen.size() > 1)
    std::erase_if(chosen, [&](const auto* each) { return !can_be_same(*named, *each); });
  if (chosen.size() < 2 || only.empty()) return;
  std::string all;
  for (const std::string& words : only) all += " " + words;
  const auto meant = [&](const PublishedSeries* each) {
    const auto comma = each->title.find(',');
    return words_of(each->title.substr(0, comma)) == words_of(all);
  };
  if (std::count_if(chosen.begin(), chosen.end(), meant) == 1)
    std::erase_if(chosen, [&](const auto* each) { return !meant(each); });
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
  if (chosen.size() > 1) {
    problems.error(
        "I0401", {},
        {std::to_string(chosen.size()) + " series in the files, and --as names one",
         std::to_string(chosen.size()) + " reeksen in de bestanden, en --as noemt er "
                                         "één"},
        {"choose with --only: " + choices(chosen), "kies met --only: " + choices(chosen)});
    return false;
  }
  const Series* known = library.find(as);
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
  if (known->frequency && *known->frequency != found.frequency) {
    problems.error("I0403", {},
                   {"'" + as + "' has a figure per " + unit_word(*known->frequency) +
                        ", the file per " + unit_word(found.frequency),
                    "'" + as + "' heeft een cijfer per " + words(*known->frequency).nl +
                        ", het bestand per " + words(found.frequency).nl},
                   {"import it under an id of its own", "importeer het onder een eigen naam"});
    return false;
  }
  return true;
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
  static const std::array<Phrase, 5> all{{{"new", "nieuw"},
                                          {"now definitive", "nu definitief"},
                                          {"revised", "herzien"},
                                          {"withdrawn", "ingetrokken"},
                                          {"conflicting", "strijdig"}}};
  return all[static_cast<std::size_t>(kind)];
}

std::string_view word(ChangeKind kind) {
  static constexpr std::array<std::string_view, 5> table = {"added", "settled", "revised",
                                                            "withdrawn", "conflicting"};
  return table[static_cast<std::size_t>(kind)];
}

bool SeriesChange::any(ChangeKind kind) const {
  return std::any_of(changes.begin(), changes.end(),
                     [&](const FigureChange& each) { return each.kind == kind; });
}

bool ChangeSet::conflicts() const {
  return std::any_of(series.begin(), series.end(),
                     [](const SeriesChange& each) { return each.any(ChangeKind::conflicting); });
}

bool ChangeSet::empty() const {
  return std::all_of(series.begin(), series.end(),
                     [](const SeriesChange& each) { return each.changes.empty(); });
}

std::optional<FigureByHand> FigureByHand::parse(std::string_view text) {
  const auto equals = text.rfind('=');
  if (equals == std::string_view::npos || equals == 0) return std::nullopt;
  const std::string_view rest = text.substr(equals + 1);
  const auto colon = rest.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto period = Period::parse(rest.substr(0, colon));
  const auto value = Decimal::parse(rest.substr(colon + 1));
  if (!period || !value) return std::nullopt;
  return FigureByHand{std::string(text.substr(0, equals)), *period, *value};
}

Loaded<ChangeSet> compare(const Library& library, const Publication& publication,
                          const ImportRequest& request) {
  Loaded<ChangeSet> made;
  ChangeSet set;
  set.remarks = publication.remarks;
  std::vector<const PublishedSeries*> chosen;
  std::map<const PublishedSeries*, const Series*> same_in_library;
  for (const PublishedSeries& found : publication.series) {
    const Series* known = same_in_library[&found] = known_as(library, found);
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
        {"the files hold: " + choices(all), "in de bestanden staan: " + choices(all)});
    return made;
  }
  if (!request.as.empty()) keep_what_fits(chosen, library.find(request.as), request.only);
  if (!request.as.empty() && !can_be_named(chosen, library, request.as, made.diagnostics))
    return made;
  for (const PublishedSeries* found : chosen) {
    const Series* known = request.as.empty() ? same_in_library[found] : library.find(request.as);
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
        made.diagnostics.error("I0404", {},
                               {"the file does not say which series it holds",
                                "het bestand zegt niet welke reeks erin staat"},
                               {"name it with --as: --as cbs/cpi/alle-bestedingen-2025",
                                "noem hem met --as: --as cbs/cpi/alle-bestedingen-2025"});
        continue;
      }
      change.series = heading_of(*found, id);
    }
    Comparer comparer(change, request.on_conflict, found->states_status);
    for (const PublishedRow& row : found->rows) comparer.add(row);
    comparer.look_for_another_base();
    set.series.push_back(std::move(change));
  }
  if (!made.diagnostics.has_errors()) made.value = std::move(set);
  return made;
}

Loaded<ChangeSet> compare(const Library& library, const std::vector<FigureByHand>& figures,
                          Date today, OnConflict on_conflict) {
  Loaded<ChangeSet> made;
  ChangeSet set;
  for (const FigureByHand& figure : figures) {
    const Series* known = find_series(library, figure.series, made.diagnostics);
    if (known == nullptr) continue;
    auto at = std::find_if(set.series.begin(), set.series.end(), [&](const SeriesChange& each) {
      return each.series.id == figure.series;
    });
    if (at == set.series.end()) {
      SeriesChange change;
      change.series = *known;
      change.retrieved = today;
      change.by_hand = true;
      set.series.push_back(std::move(change));
      at = set.series.end() - 1;
    }
    Comparer comparer(*at, on_conflict, false);
    PublishedRow row;
    row.period = figure.period;
    row.value = figure.value;
    comparer.add(row);
  }
  if (!made.diagnostics.has_errors()) made.value = std::move(set);
  return made;
}

Series with_changes(const SeriesChange& change) {
  Series made = change.series;
  for (const FigureChange& each : change.changes) {
    if (each.kind == ChangeKind::conflicting) continue;
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
