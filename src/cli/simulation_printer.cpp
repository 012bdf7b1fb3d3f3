#include "cli/simulation_printer.hpp"

#include <algorithm>
#include <ostream>

#include "cli/simulation_tables.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/table.hpp"
#include "report/vat_text.hpp"

namespace pricetalk {

namespace {

/// What stays undetermined in the tables, each reason once.
class OpenReasons {
 public:
  void add(const Total& total, Language language) {
    if (total.figure) return;
    for (const Reason& reason : total.figure.why().reasons()) {
      const std::string& text = reason.text.in(language);
      if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
    }
  }
  std::vector<std::string> texts;
};

std::string amount_text(const Total& total, Language language) {
  return known_text(total, language);
}

std::string name_of(const std::string& alternative, Language language) {
  return name_of_alternative(alternative, language);
}

std::string year_title(const YearTotal& year, Language language) {
  const int months = year.total.months_contracted + year.total.months_renewal;
  std::string title = year.label;
  if (months != 12) title += " (" + std::to_string(months) + say(language, " mo)", " mnd)");
  if (year.total.months_contracted == 0)
    title += "*";
  else if (year.total.months_renewal != 0)
    title += "**";
  return title;
}

/// A figure of every alternative, as a column beside the others or a row below them.
struct Compared {
  std::string title;
  std::vector<std::string> cells;  ///< one for each alternative
};

/// The years and totals of one future, for each alternative.
std::vector<Compared> compared(const Simulation& simulation, const std::string& future,
                               OpenReasons& open, Language language) {
  const Run& first = *simulation.find(future, as_it_is);
  std::vector<const Run*> runs;
  for (const std::string& alternative : simulation.alternatives)
    runs.push_back(simulation.find(future, alternative));
  std::vector<Compared> made;
  const auto add = [&](std::string title, auto total, bool of_first = true) {
    Compared one{std::move(title), {}};
    for (const Run* run : runs) {
      const Total& amount = total(*run);
      const bool shown = of_first || run != &first;
      one.cells.push_back(shown ? amount_text(amount, language) : std::string());
      if (shown) open.add(amount, language);
    }
    made.push_back(std::move(one));
  };
  for (std::size_t i = 0; i < first.calendar_years.size(); ++i)
    add(year_title(first.calendar_years[i], language),
        [i](const Run& run) -> const Total& { return run.calendar_years[i].total.with_renewal; });
  add(say(language, "contracted", "volgens contract"),
      [](const Run& run) -> const Total& { return run.total.contracted; });
  if (first.total.months_renewal != 0)
    add(say(language, "with renewal", "met verlenging"),
        [](const Run& run) -> const Total& { return run.total.with_renewal; });
  const bool compares = runs.size() > 1;
  if (compares)
    add(
        say(language, "difference", "verschil"),
        [](const Run& run) -> const Total& { return run.difference.with_renewal; }, false);
  if (!simulation.discount_rate) return made;
  add(say(language, "present value", "contante waarde"),
      [](const Run& run) -> const Total& { return *run.present_value; });
  if (compares)
    add(
        say(language, "difference now", "verschil contant"),
        [](const Run& run) -> const Total& { return *run.present_value_difference; }, false);
  return made;
}

Table across(const Simulation& simulation, const std::vector<Compared>& figures,
             Language language) {
  Table table;
  table.columns.push_back({"", Table::Align::left});
  for (const Compared& figure : figures)
    table.columns.push_back({figure.title, Table::Align::right});
  for (std::size_t i = 0; i < simulation.alternatives.size(); ++i) {
    std::vector<std::string> cells = {name_of(simulation.alternatives[i], language)};
    for (const Compared& figure : figures) cells.push_back(figure.cells[i]);
    table.row(std::move(cells));
  }
  return table;
}

Table down(const Simulation& simulation, const std::vector<Compared>& figures, Language language) {
  Table table;
  table.columns.push_back({"", Table::Align::left});
  for (const std::string& alternative : simulation.alternatives)
    table.columns.push_back({name_of(alternative, language), Table::Align::right});
  for (const Compared& figure : figures) {
    std::vector<std::string> cells = {figure.title};
    cells.insert(cells.end(), figure.cells.begin(), figure.cells.end());
    table.row(std::move(cells));
  }
  return table;
}

/// Beyond so many years a table goes down the page.
constexpr std::size_t most_across = 7;

std::string table_text(const Simulation& simulation, const std::vector<Compared>& figures,
                       const SimulationLayout& layout, Language language) {
  const Table beside = across(simulation, figures, language);
  const std::size_t years = simulation.runs.front().calendar_years.size();
  const bool fits = years <= most_across && (layout.line == 0 || width(beside) <= layout.line);
  if (layout.wide || fits) return as_text(beside);
  return as_text(down(simulation, figures, language), layout.line);
}

std::string bearer_text(const std::optional<Side>& bearer, Language language) {
  if (!bearer) return {};
  if (*bearer == Side::supplier)
    return say(language, ", for the supplier", ", voor de leverancier");
  return say(language, ", for the customer", ", voor de klant");
}

/// Expected costs and the market level, of the contract as it is.
void print_beside(const Run& run, OpenReasons& open, std::ostream& out, Language language) {
  if (run.beside.empty()) return;
  const bool renews = run.total.months_renewal != 0;
  Table table;
  table.columns = {
      {say(language, "beside the price, not added to it", "naast de prijs, niet meegeteld"),
       Table::Align::left},
      {say(language, "contracted", "volgens contract"), Table::Align::right}};
  if (renews)
    table.columns.push_back({say(language, "with renewal", "met verlenging"), Table::Align::right});
  for (const BesideTotal& beside : run.beside) {
    std::vector<std::string> cells = {
        words(beside.kind).in(language) + bearer_text(beside.bearer, language),
        amount_text(beside.total.contracted, language)};
    if (renews) cells.push_back(amount_text(beside.total.with_renewal, language));
    table.row(std::move(cells));
    open.add(beside.total.with_renewal, language);
    if (!beside.same_lines) continue;
    cells = {say(language, "the same lines at the contract's price",
                 "dezelfde regels tegen de contractprijs"),
             amount_text(beside.same_lines->contracted, language)};
    if (renews) cells.push_back(amount_text(beside.same_lines->with_renewal, language));
    table.row(std::move(cells));
  }
  out << "\n" << as_text(table);
  std::vector<std::string> remarks;
  for (const LedgerRow& row : run.ledger.rows) {
    if (row.remark.empty()) continue;
    const std::string text = words(row.kind).in(language) + ": " + row.remark.in(language);
    if (std::find(remarks.begin(), remarks.end(), text) == remarks.end()) remarks.push_back(text);
  }
  for (const std::string& remark : remarks) out << remark << "\n";
}

void print_heading(const Simulation& simulation, const SimulationLayout& layout, std::ostream& out,
                   Language language) {
  out << simulation.title << " (" << simulation.contract << ")\n"
      << date_text(simulation.first, language) << say(language, " to ", " tot en met ")
      << date_text(simulation.last, language) << ", " << simulation.months
      << say(language, " months", " maanden") << "; "
      << say(language, "amounts in ", "bedragen in ") << simulation.currency.code() << " "
      << vat_text(simulation.vat, language);
  if (layout.with_today)
    out << say(language, "; as known on ", "; zoals bekend op ")
        << date_text(simulation.today, language);
  if (simulation.discount_rate) {
    const std::string rate = decimal_text(simulation.discount_rate->of_hundred, language);
    out << say(language, "; present value at ", "; contante waarde tegen ") << rate
        << say(language, "% a year, each twelve months paid at their end",
               "% per jaar, betaald aan het eind van elke twaalf maanden");
  }
  out << "\n";
}

void print_renewal(const Simulation& simulation, std::ostream& out, Language language) {
  if (simulation.runs.empty()) return;
  if (!simulation.contract_end) {
    out << say(language, "The contract has no end date: all months count as contracted.\n",
               "Het contract heeft geen einddatum: alle maanden tellen als contract.\n");
    return;
  }
  const SplitTotal& total = simulation.runs.front().total;
  if (total.months_renewal == 0) return;
  out << say(language, "* assumes renewal on the same terms after ",
             "* gaat uit van verlenging op dezelfde voorwaarden na ")
      << date_text(*simulation.contract_end, language)
      << say(language, "; ** in part.\n", "; ** voor een deel.\n");
}

}  // namespace

bool any_open(const Simulation& simulation) {
  return std::any_of(simulation.runs.begin(), simulation.runs.end(),
                     [](const Run& run) { return run.open(); });
}

void print_simulation(const Simulation& simulation, const Scenario& scenario,
                      const SimulationLayout& layout, std::ostream& out, Language language) {
  print_heading(simulation, layout, out, language);
  OpenReasons open;
  for (const Future& future : scenario.futures) {
    out << "\n" << say(language, "Future ", "Toekomst ") << future.id;
    if (!future.note.empty()) out << ": " << future.note;
    out << "\n"
        << table_text(simulation, compared(simulation, future.id, open, language), layout,
                      language);
    print_beside(*simulation.find(future.id, as_it_is), open, out, language);
    print_whole_cost(simulation, future.id, out, language);
  }
  print_futures(simulation, out, language);
  if (!simulation.runs.empty()) out << "\n";
  print_renewal(simulation, out, language);
  for (const std::string& name : simulation.left_out)
    out << say(language, "Not about this contract: ", "Gaat niet over dit contract: ") << name
        << "\n";
  if (any_open(simulation))
    out << say(language, "+ ?: what is known; the rest is not known yet.\n",
               "+ ?: wat bekend is; de rest is nog niet te bepalen.\n");
  for (const std::string& text : open.texts)
    out << say(language, "Not known yet: ", "Nog niet te bepalen: ") << text << "\n";
}

void print_joint(const std::vector<Simulation>& simulations, const SimulationLayout& layout,
                 std::ostream& out, Language language) {
  Table table;
  table.columns = {{say(language, "all contracts", "alle contracten"), Table::Align::left},
                   {say(language, "future", "toekomst"), Table::Align::left},
                   {say(language, "alternative", "alternatief"), Table::Align::left},
                   {say(language, "contracted", "volgens contract"), Table::Align::right},
                   {say(language, "with renewal", "met verlenging"), Table::Align::right},
                   {say(language, "difference", "verschil"), Table::Align::right},
                   {say(language, "about", "gaat over"), Table::Align::right}};
  for (const JointTotal& joint : joint_totals(simulations))
    table.row({std::to_string(joint.contracts) + " x " + std::string(joint.currency.code()) + " " +
                   vat_text(joint.vat, language),
               joint.future, name_of(joint.alternative, language),
               amount_text(joint.total.contracted, language),
               amount_text(joint.total.with_renewal, language),
               joint.alternative == as_it_is ? std::string()
                                             : amount_text(joint.difference.with_renewal, language),
               joint.alternative == as_it_is
                   ? std::string()
                   : std::to_string(joint.about) + say(language, " of ", " van ") +
                         std::to_string(joint.contracts)});
  out << "\n" << as_text(table, layout.wide ? 0 : layout.line);
}

}  // namespace pricetalk
