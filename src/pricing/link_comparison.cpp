#include "pricing/link_comparison.hpp"

#include <algorithm>

#include "explain/worksheet.hpp"
#include "pricing/figures.hpp"

namespace pricetalk {

namespace {

/// The day from which everything is read: no figure of the question can come after it.
Date day_of(const LinkQuestion& q, Date today) {
  Date day = today;
  for (const Period& period : {q.base, q.use, q.at.value_or(q.use)})
    day = std::max(day, period.last_day().plus_days(1));
  return std::max(day, q.base.first_day().plus_days(1));
}

std::string decimals_of(int decimals) { return "{ decimals = " + std::to_string(decimals) + " }"; }

/// The link of a clause, as it is written in a contract.
std::string link_table(const LinkQuestion& q, const LinkComparison& made, LinkMethod method) {
  std::string text = "link = { next = \"" + q.to->id + "\"";
  const auto at = [&] { text += ", at = \"" + made.at->text() + "\""; };
  if (method == LinkMethod::double_fraction) {
    text += ", method = \"double-fraction\"";
    at();
    return text + " }";
  }
  if (q.coefficient || made.published != nullptr) {
    const bool to_next = q.coefficient ? q.to_next : made.published->to_next;
    text +=
        std::string(", coefficient") + (to_next ? "_to_next" : "") + " = " +
        q.coefficient.value_or(made.published != nullptr ? made.published->coefficient : Decimal())
            .text();
  } else {
    at();
    if (q.coefficient_decimals)
      text += ", coefficient_rounding = " + decimals_of(*q.coefficient_decimals);
  }
  return text + ", rounding = " + decimals_of(q.decimals.value_or(q.from->published_decimals())) +
         " }";
}

/// A price line and its clause: the amount follows the two figures.
std::string clause_text(const LinkQuestion& q, const std::string& id, const std::string& link,
                        Date day) {
  return "[price." + id + "]\nunit_price = " + q.amount.amount.text() +
         "\nprice_date = " + q.base.first_day().text() + "\nclause = \"" + id + "\"\n[clause." +
         id + "]\nadjust = { dates = [" + day.text() + "] }\n[clause." + id +
         ".index.C]\nseries = \"" + q.from->id + "\"\nuse = \"" + q.use.text() + "\"\nbase = \"" +
         q.base.text() + "\"\n" + link + "\n";
}

Loaded<Contract> contract_of(const LinkQuestion& q, const LinkComparison& made, Date day) {
  std::string text = "schema = 1\n[contract]\nid = \"link\"\ncurrency = \"" +
                     std::string(q.amount.currency.code()) +
                     "\"\nstart = " + q.base.first_day().text() + "\n" +
                     clause_text(q, "coefficient", made.coefficient.toml, day);
  if (made.double_fraction)
    text += clause_text(q, "double-fraction", made.double_fraction->toml, day);
  return read_contract(std::make_shared<const SourceText>("link.toml", std::move(text)));
}

void run(LinkWay& way, const LinkComparison& made, const Coverage& coverage, const std::string& id,
         Date day) {
  const Line* line = made.contract->find_line(id);
  const PriceSchedule prices = schedule({made.contract.get(), line, 0, &coverage}, day);
  way.entry = prices.entries.back();
  const Calculation& calculation = *way.entry.why.calculation;
  const Tape& tape = way.entry.why.tape;
  way.converted = tape.at(calculation.find("index C"));
  way.ratio = tape.at(calculation.outputs.formula);
  for (NodeId node = 0; node < calculation.notes.size(); ++node)
    if (calculation.notes[node].role == Role::link_coefficient) way.coefficient = tape.at(node);
}

/// figure of `from` = figure of `to` x this.
Outcome<Ratio> factor(const LinkQuestion& q, const LinkComparison& made) {
  if (q.coefficient || made.published != nullptr) {
    const bool to_next = q.coefficient ? q.to_next : made.published->to_next;
    const Ratio stated(q.coefficient ? *q.coefficient : made.published->coefficient);
    return to_next ? Ratio(1) / stated : stated;
  }
  return made.coefficient.coefficient;
}

/// What is read, times the factor, against what is published.
Rebasing rebase(const Series& read, const Series& published, const Ratio& times,
                const Figures& figures, Date day) {
  Rebasing made;
  std::vector<Period> periods;
  for (const Observation& o : read.records) periods.push_back(o.period);
  std::sort(periods.begin(), periods.end());
  periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
  const Rounding rounding = Rounding::decimals(published.published_decimals());
  for (const Period& period : periods) {
    const Lookup one = figures.look_up({read.id, period, Which::as_known, day});
    const Lookup other = figures.look_up({published.id, period, Which::as_known, day});
    const auto* here = std::get_if<Seen>(&one);
    const auto* there = std::get_if<Seen>(&other);
    if (here == nullptr || there == nullptr) continue;
    ++made.periods;
    const Decimal computed = round(Ratio(here->observation().value) * times, rounding);
    const Decimal& right = there->observation().value;
    Ratio gap = Ratio(computed) - Ratio(right);
    if (gap.is_zero()) continue;
    if (gap.sign() < 0) gap = -gap;
    ++made.differ;
    if (gap < made.largest) continue;
    made.largest = gap;
    made.example = period;
    made.read = here->observation().value;
    made.computed = computed;
    made.published = right;
  }
  return made;
}

const SeriesLink* stated_link(const Series& from, const Series& to) {
  const auto found = std::find_if(from.links.begin(), from.links.end(),
                                  [&](const SeriesLink& link) { return link.next == to.id; });
  return found == from.links.end() ? nullptr : &*found;
}

Outcome<Ratio> gap_of(const LinkComparison& made, const Currency& currency) {
  Worksheet sheet(currency);
  const auto given = [&](const LinkWay& way) {
    return sheet.given(way.entry.price, words(way.method),
                       {.kind = InputSource::Kind::earlier_price,
                        .text = words(way.method),
                        .figure = {},
                        .where = {},
                        .address = way.entry.address.text,
                        .fixity = way.entry.fixity});
  };
  const NodeId fraction = given(*made.double_fraction);
  return sheet.value(sheet.sub(fraction, given(made.coefficient), {"gap", "verschil"}));
}

std::string counted(const Series& series, int count, Language language) {
  const bool months = series.frequency == Unit::month;
  const bool years = series.frequency == Unit::year;
  const bool nl = language == Language::nl;
  return std::to_string(count) + (months  ? (nl ? " maanden" : " months")
                                  : years ? (nl ? " jaren" : " years")
                                          : (nl ? " perioden" : " periods"));
}

}  // namespace

Loaded<LinkComparison> compare_links(const LinkQuestion& question, const Library& library,
                                     Date today) {
  Loaded<LinkComparison> loaded;
  LinkComparison made;
  const Date day = day_of(question, today);
  const Coverage coverage(library, today);
  const Figures figures(coverage);
  const SeriesLink* stated = stated_link(*question.from, *question.to);
  if (!question.coefficient && !question.at) made.published = stated;
  made.at = question.at;
  if (!made.at && stated != nullptr && stated->at)
    if (figures.records(question.from->id, *stated->at) &&
        figures.records(question.to->id, *stated->at))
      made.at = stated->at;
  if (!made.at) made.at = figures.last_definitive(question.from->id, question.to->id, day);
  if (!made.at && !question.coefficient && made.published == nullptr) {
    loaded.diagnostics.error(
        "I0505", {},
        {"no period is definitive in both " + question.from->id + " and " + question.to->id,
         "geen periode is definitief in zowel " + question.from->id + " als " + question.to->id},
        {"give the publisher's coefficient: --coefficient 1.3449 or --coefficient-to-next 0.7435",
         "geef de coëfficiënt van de uitgever: --coefficient 1.3449 of --coefficient-to-next "
         "0.7435"});
    return loaded;
  }
  made.coefficient.method = LinkMethod::coefficient;
  made.coefficient.toml = link_table(question, made, LinkMethod::coefficient);
  if (made.at) {
    made.double_fraction.emplace();
    made.double_fraction->method = LinkMethod::double_fraction;
    made.double_fraction->toml = link_table(question, made, LinkMethod::double_fraction);
  }
  Loaded<Contract> contract = contract_of(question, made, day);
  loaded.diagnostics.append(contract.diagnostics);
  if (!contract.value) return loaded;
  made.contract = std::make_shared<const Contract>(std::move(*contract.value));
  run(made.coefficient, made, coverage, "coefficient", day);
  made.crossed = crosses_link(made.coefficient.entry.why);
  if (made.double_fraction) {
    run(*made.double_fraction, made, coverage, "double-fraction", day);
    made.gap = gap_of(made, question.amount.currency);
  }
  if (made.crossed)
    if (const Outcome<Ratio> times = factor(question, made); times && !times->is_zero()) {
      made.dividing = rebase(*question.from, *question.to, Ratio(1) / *times, figures, day);
      made.multiplying = rebase(*question.to, *question.from, *times, figures, day);
    }
  loaded.value = std::move(made);
  return loaded;
}

Phrase in_words(const Rebasing& rebasing, bool divides, const Series& from, const Series& to) {
  const auto in = [&](Language language) {
    const bool nl = language == Language::nl;
    const std::string& id = divides ? from.id : to.id;
    const std::string all = counted(from, rebasing.periods, language);
    const std::string how = nl ? (divides ? "Deelt u " + id + " door de coëfficiënt"
                                          : "Vermenigvuldigt u " + id + " met de coëfficiënt")
                               : (divides ? "Dividing " + id + " by the coefficient"
                                          : "Multiplying " + id + " by the coefficient");
    if (rebasing.differ == 0)
      return nl ? how + ", dan komt in alle " + all + " het gepubliceerde cijfer uit."
                : how + " gives the figure that was published in all " + all + ".";
    const std::string differ = std::to_string(rebasing.differ);
    const auto largest = rebasing.largest.exact_decimal();
    const std::string most = largest ? decimal_text(*largest, language) : "?";
    const std::string computed = decimal_text(rebasing.computed, language);
    const std::string published = decimal_text(rebasing.published, language);
    return nl ? how + ", dan komt in " + differ + " van de " + all +
                    " een ander cijfer uit dan is gepubliceerd. Het verschil is hooguit " + most +
                    ": " + rebasing.example.text() + " geeft " + computed + ", gepubliceerd is " +
                    published + "."
              : how + " gives another figure than the one published in " + differ + " of " + all +
                    ", by " + most + " at most: " + rebasing.example.text() + " gives " + computed +
                    ", published is " + published + ".";
  };
  return {in(Language::en), in(Language::nl)};
}

}  // namespace pricetalk
