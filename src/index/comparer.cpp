#include "index/comparer.hpp"

#include <algorithm>

#include "index/decimal_sign.hpp"
#include "index/figure_steps.hpp"
#include "index/mistyped_figures.hpp"
#include "index/publication/figure_text.hpp"
#include "pricetalk/explain/derivation.hpp"

namespace pricetalk {

namespace {

/// The record that holds now for a period: the last one.
std::map<Period, RecordId> latest_records(const Series& series) {
  std::map<Period, RecordId> latest;
  for (RecordId id = 0; id < series.records.size(); ++id) latest[series.records[id].period] = id;
  return latest;
}

bool is_open(FigureStatus status) {
  return status == FigureStatus::provisional || status == FigureStatus::estimate;
}

void hold(FigureChange& made, Phrase why) {
  made.kind = ChangeKind::held_back;
  made.why = std::move(why);
}

Phrase older_file(Date file, Date library) {
  return {"the file (" + file.text() + ") is older than the figure in the library (" +
              library.text() + ")",
          "het bestand (" + file.text() + ") is ouder dan het cijfer in de bibliotheek (" +
              library.text() + ")"};
}

}  // namespace

Comparer::Comparer(SeriesChange& change, const Admission& admission, bool states_status,
                   bool own_table)
    : change_(change),
      latest_(change.is_new ? std::map<Period, RecordId>() : latest_records(change.series)),
      admission_(admission),
      states_status_(states_status),
      own_table_(own_table),
      guard_(change.series, admission.today) {}

void Comparer::add(const PublishedRow& row, bool meant) {
  FigureChange made;
  made.meant = meant;
  made.period = row.period;
  made.status = row.status;
  made.published = row.published;
  made.where = row.where;
  if (row.value) made.value = *row.value;
  const auto at = latest_.find(row.period);
  if (at == latest_.end()) {
    if (row.value) offer(std::move(made));
    return;
  }
  made.before = at->second;
  const Observation& old = change_.series.records[at->second];
  if (!row.value) return withdraw(old, std::move(made));
  if (old.value == *row.value && old.status != FigureStatus::withdrawn) {
    if (old.by_hand && !change_.by_hand) return confirm(old, std::move(made));
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
void Comparer::look_for_another_base() {
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
  if (differing < 3 || change_.unchanged > 0 || !low || *high > Ratio(1'000)) return;
  if (*high - *low > Ratio::of(1, 100)) return;
  if (*low > Ratio::of(98, 100) && *high < Ratio::of(102, 100)) return;
  const Decimal factor = round(*low, Rounding::decimals(3));
  change_.remark = {
      "all " + std::to_string(differing) + " figures differ by about the same factor, " +
          decimal_text(factor, Language::en) + ": is this another base?",
      "alle " + std::to_string(differing) + " cijfers schelen ongeveer dezelfde factor, " +
          decimal_text(factor, Language::nl) + ": is dit een andere basis?"};
}

void Comparer::finish(const Library& library, Phrase doubt) {
  if (doubt.empty()) doubt = guard_.against_rounded(change_.changes);
  if (doubt.empty()) restore_zeros();
  if (doubt.empty()) doubt = against_other_series(change_, library);
  if (!doubt.empty() && admission_.on_doubt != OnConflict::take)
    for (FigureChange& each : change_.changes)
      if (each.kind == ChangeKind::added && !each.meant) hold(each, doubt);
  if (doubt.empty() && admission_.on_doubt != OnConflict::take) hold_exchanged_digits();
  look_for_another_base();
  if (change_.remark.empty()) change_.remark = likely_cause(change_, library);
  if (admission_.on_doubt != OnConflict::keep) return;
  change_.left_out = std::erase_if(
      change_.changes, [](const auto& each) { return each.kind == ChangeKind::held_back; });
}

/// 160.83 between 106.44 and 107.01: what shows only when the figures after it are there.
void Comparer::hold_exchanged_digits() {
  if (change_.series.unit != SeriesUnit::index) return;
  Series all = change_.series;
  std::map<Period, std::size_t> new_ones;
  for (std::size_t i = 0; i < change_.changes.size(); ++i) {
    const FigureChange& each = change_.changes[i];
    if (each.kind != ChangeKind::added || each.meant || is_small(each.value)) continue;
    Observation figure;
    figure.period = each.period;
    figure.value = each.value;
    figure.status = each.status;
    all.records.push_back(std::move(figure));
    new_ones[each.period] = i;
  }
  if (new_ones.empty()) return;
  for (const FigureDoubt& each : figures_with_exchanged_digits(all)) {
    const auto found = new_ones.find(all.records[each.figure].period);
    if (found == new_ones.end()) continue;
    hold(change_.changes[found->second],
         {each.why.en + "; " + each.cause.en, each.why.nl + "; " + each.cause.nl});
  }
}

/// A figure that the library can take over, unless it cannot be meant.
void Comparer::offer(FigureChange made) {
  Phrase why;
  const bool doubts = admission_.on_doubt != OnConflict::take && !made.meant;
  if (doubts) why = against_period(change_.series, made.period);
  if (doubts && why.empty())
    why = admission_.looks_ahead ? guard_.against_ahead(made)
                                 : guard_.against(made, change_.retrieved);
  if (why.empty())
    guard_.accept(made);
  else
    hold(made, std::move(why));
  change_.changes.push_back(std::move(made));
}

/// The figure that a person typed in is the publisher's from now on.
void Comparer::confirm(const Observation& old, FigureChange made) {
  made.kind = ChangeKind::confirmed;
  if (!states_status_) made.status = old.status;
  made.why = {"was entered by hand", "was met de hand ingevoerd"};
  change_.changes.push_back(std::move(made));
}

void Comparer::restore_zeros() {
  if (change_.is_new || change_.series.records.empty()) return;
  const int published = change_.series.records.back().value.scale();
  for (FigureChange& each : change_.changes)
    if (each.kind == ChangeKind::added)
      each.value = publication::with_decimals(
          cut_to(each.value, std::max(published, change_.series.published_decimals()))
              .value_or(each.value),
          published);
}

void Comparer::withdraw(const Observation& old, FigureChange made) {
  // A file from before the figure lists it without one too: not yet, rather than not any more.
  const std::optional<Date> known_by = old.published ? old.published : old.retrieved;
  const bool before =
      change_.retrieved && (*change_.retrieved < known_by.value_or(old.period.last_day()));
  if (before || old.status == FigureStatus::withdrawn) {
    ++change_.unchanged;
    return;
  }
  // Only a publisher withdraws by leaving empty; in a table of one's own it says nothing.
  const bool stated = !own_table_ || made.status == FigureStatus::withdrawn;
  if (!stated && admission_.on_conflict == OnConflict::keep) {
    ++change_.unchanged;
    return;
  }
  const bool taken = stated || admission_.on_conflict == OnConflict::take;
  made.kind = taken ? ChangeKind::withdrawn : ChangeKind::conflicting;
  if (!taken)
    made.why = {
        "there is no figure in the file; to withdraw this one, write `withdrawn` behind it",
        "in het bestand staat geen cijfer; schrijf er `ingetrokken` achter om dit cijfer in "
        "te trekken"};
  made.value = old.value;
  made.status = FigureStatus::withdrawn;
  change_.changes.push_back(std::move(made));
}

void Comparer::differ(const Observation& old, FigureChange made) {
  const std::optional<Date> known_by = old.published ? old.published : old.retrieved;
  const std::optional<Date> now = made.published ? made.published : change_.retrieved;
  // What is typed for one run holds whatever day the library was brought up to.
  const bool older = !admission_.looks_ahead && known_by && now && *now < *known_by;
  const bool later_day = old.published && made.published && *made.published > *old.published;
  const bool expected = is_open(old.status) || old.status == FigureStatus::withdrawn ||
                        old.by_hand || made.status == FigureStatus::revised || later_day;
  // Of a file without a status nobody knows that the new figure is the last one.
  if (!states_status_ && is_open(old.status)) made.status = old.status;
  if (!older && expected) {
    made.kind = ChangeKind::revised;
    return offer(std::move(made));
  }
  if (admission_.on_conflict == OnConflict::keep) {
    ++change_.unchanged;
    return;
  }
  if (!older && admission_.on_conflict == OnConflict::take) {
    made.kind = ChangeKind::revised;
    made.status = FigureStatus::revised;
    return offer(std::move(made));
  }
  made.kind = ChangeKind::conflicting;
  made.why = older ? older_file(*now, *known_by)
                   : Phrase{"definitive in the library, and the file does not call it revised",
                            "in de bibliotheek definitief, en het bestand noemt het niet "
                            "herzien"};
  if (const Phrase doubt = guard_.against(made, change_.retrieved); !older && !doubt.empty())
    made.why = {made.why.en + "; " + doubt.en, made.why.nl + "; " + doubt.nl};
  change_.changes.push_back(std::move(made));
}

}  // namespace pricetalk
