#include "cli/app.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "contract/terms_dictionary.hpp"
#include "diagnostic/codes.hpp"
#include "document/dictionary.hpp"
#include "letter/kinds.hpp"
#include "scenario/scenario_terms.hpp"

namespace pricetalk {

namespace {

/// A value that an option cannot take; leaves the parser with words for the user.
struct WrongValue {
  Phrase title;
  Phrase hint;
};

/// "did you mean 'price'?", or a way to find the right word.
Phrase suggest(std::string_view word, const std::vector<std::string>& known,
               const Phrase& otherwise) {
  const auto found = nearest(word, {known.begin(), known.end()});
  if (found.empty()) {
    return otherwise;
  }
  const std::string meant(found);
  return {"did you mean '" + meant + "'?", "bedoelde u '" + meant + "'?"};
}

Date to_date(const std::string& option, const std::string& text) {
  if (const auto date = Date::parse(text)) {
    return *date;
  }
  Phrase hint{"write year-month-day: 2026-01-31", "schrijf jaar-maand-dag: 2026-01-31"};
  // 31-01-2026 or 31/1/2026
  std::vector<std::string> parts{""};
  for (const char sign : text) {
    if (sign == '-' || sign == '/' || sign == '.') {
      parts.emplace_back();
    } else {
      parts.back() += sign;
    }
  }
  if (parts.size() == 3 && parts[2].size() == 4) {
    const auto two = [](const std::string& digits) {
      return digits.size() == 1 ? "0" + digits : digits;
    };
    const std::string turned = parts[2] + "-" + two(parts[1]) + "-" + two(parts[0]);
    if (Date::parse(turned)) {
      hint = {"write " + turned, "schrijf " + turned};
    }
  }
  throw WrongValue{{option + " takes a date, and '" + text + "' is none",
                    option + " vraagt een datum, en '" + text + "' is er geen"},
                   hint};
}

/// 1 to a million; 0: something else.
std::size_t count_in(const std::string& text) {
  const auto number = Decimal::parse(text);
  if (!number || number->scale() != 0) return 0;
  const std::int64_t count = number->mantissa();
  return count > 0 && count <= 1'000'000 ? static_cast<std::size_t>(count) : 0;
}

std::size_t to_count(const std::string& option, const std::string& text) {
  if (const std::size_t count = count_in(text); count > 0) return count;
  throw WrongValue{{option + " takes a number of one or more, and '" + text + "' is not that",
                    option + " vraagt een aantal van één of meer; '" + text + "' is dat niet"},
                   {"write " + option + " 10", "schrijf " + option + " 10"}};
}

/// "2/7".
Shard to_shard(const std::string& option, const std::string& text) {
  const std::size_t slash = text.find('/');
  const std::size_t number = count_in(text.substr(0, slash));
  const std::size_t of = slash == std::string::npos ? 0 : count_in(text.substr(slash + 1));
  if (number > 0 && number <= of) return {number, of};
  throw WrongValue{{option + " takes a share of so many, and '" + text + "' is not that",
                    option + " vraagt een deel van een aantal; '" + text + "' is dat niet"},
                   {"write " + option + " 1/4 for the first of four",
                    "schrijf " + option + " 1/4 voor het eerste van vier"}};
}

Decimal to_amount(const std::string& option, const std::string& text) {
  const auto amount = Decimal::parse(text);
  if (amount && amount->scale() <= 6 && !amount->is_negative() &&
      Ratio(*amount) <= Ratio(1'000'000'000'000)) {
    return *amount;
  }
  throw WrongValue{{option + " takes an amount of zero or more, and '" + text + "' is not that",
                    option + " vraagt een bedrag van nul of meer; '" + text + "' is dat niet"},
                   {"write " + option + " 250000.00", "schrijf " + option + " 250000.00"}};
}

std::uint64_t to_number(const std::string& option, const std::string& text) {
  const auto number = Decimal::parse(text);
  if (number && number->scale() == 0 && !number->is_negative())
    return static_cast<std::uint64_t>(number->mantissa());
  throw WrongValue{{option + " takes a whole number, and '" + text + "' is none",
                    option + " vraagt een heel getal; '" + text + "' is dat niet"},
                   {"write " + option + " 0", "schrijf " + option + " 0"}};
}

FigureByHand to_figure(const std::string& option, const std::string& text) {
  if (const auto figure = FigureByHand::parse(text)) return *figure;
  throw WrongValue{
      {option + " takes a series, a period and a figure, and '" + text + "' is not that",
       option + " vraagt een reeks, een periode en een cijfer; '" + text + "' is dat niet"},
      {"write " + option + " cbs/cpi/alle-bestedingen-2025=2026-05:103.01",
       "schrijf " + option + " cbs/cpi/alle-bestedingen-2025=2026-05:103.01"}};
}

template <class Choice, class Words>
Choice to_choice(const std::string& option, const std::string& text, const Words& words) {
  std::vector<std::string> known;
  for (const auto& [word, value] : words) {
    if (word == text) {
      return value;
    }
    known.emplace_back(word);
  }
  std::string all;
  for (const auto& word : known) {
    all += (all.empty() ? "" : ", ") + word;
  }
  throw WrongValue{{option + " does not take '" + text + "'", option + " kent '" + text + "' niet"},
                   {"choose from: " + all, "kies uit: " + all}};
}

/// What stands for a value in help: FILE is BESTAND in Dutch.
std::string placeholder(const std::string& word, Language language) {
  constexpr std::array<Wording, 15> words{{{"DATE", "DATUM"},
                                           {"AMOUNT", "BEDRAG"},
                                           {"FROM", "VAN"},
                                           {"TO", "NAAR"},
                                           {"NUMBER", "GETAL"},
                                           {"DIR", "MAP"},
                                           {"FILE", "BESTAND"},
                                           {"KIND", "SOORT"},
                                           {"LANGUAGE", "TAAL"},
                                           {"NAME", "NAAM"},
                                           {"KEY", "SLEUTEL"},
                                           {"NAME=VALUE", "NAAM=WAARDE"},
                                           {"YEAR", "JAAR"},
                                           {"TAG", "LABEL"},
                                           {"SERIES", "REEKS"}}};
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](const Wording& each) { return each.en == word; });
  return found == words.end() ? word : found->phrase().in(language);
}

constexpr std::array language_words{std::pair{std::string_view("en"), Language::en},
                                    std::pair{std::string_view("nl"), Language::nl}};

/// How the options of one command are written. The member's type decides what may follow: nothing
/// for a bool, a date, a word of a Dictionary's choice, text, or several texts.
template <class Options>
class Command {
 public:
  Command(CLI::App& app, std::shared_ptr<Options> options, Language language)
      : app_(app), options_(std::move(options)), language_(language) {}

  /// Stands without a name: CONTRACT, FILE.
  template <class Member>
  Command& argument(const std::string& name, Member Options::*member, const Phrase& meaning) {
    last_ =
        app_.add_option(placeholder(name, language_), (*options_).*member, meaning.in(language_))
            ->required();
    last_->type_name("");
    return *this;
  }
  /// The same, and it may be left out.
  template <class Member>
  Command& optional_argument(const std::string& name, Member Options::*member,
                             const Phrase& meaning) {
    argument(name, member, meaning);
    last_->required(false);
    return *this;
  }
  Command& option(const std::string& name, bool Options::*member, const Phrase& meaning) {
    last_ = app_.add_flag(name, (*options_).*member, meaning.in(language_));
    return *this;
  }
  /// `type` is what help prints behind the name: FILE, DIR, ID, TEXT.
  template <class Member>
  Command& option(const std::string& name, Member Options::*member, const std::string& type,
                  const Phrase& meaning) {
    last_ = add(name, (*options_).*member, meaning.in(language_))
                ->type_name(placeholder(type, language_));
    return *this;
  }
  /// The argument just named can be left out.
  Command& optional() {
    last_->required(false);
    return *this;
  }
  /// The option just named cannot be left out.
  Command& required() {
    last_->required();
    return *this;
  }
  Command& group(const Phrase& name) {
    last_->group(name.in(language_));
    return *this;
  }

 private:
  CLI::Option* add(const std::string& name, std::string& target, const std::string& meaning) {
    return app_.add_option(name, target, meaning);
  }
  CLI::Option* add(const std::string& name, std::vector<std::string>& target,
                   const std::string& meaning) {
    return app_.add_option(name, target, meaning);
  }
  CLI::Option* add(const std::string& name, std::optional<Date>& target,
                   const std::string& meaning) {
    return app_.add_option_function<std::string>(
        name, [&target, name](const std::string& text) { target = to_date(name, text); }, meaning);
  }
  CLI::Option* add(const std::string& name, std::size_t& target, const std::string& meaning) {
    return app_.add_option_function<std::string>(
        name, [&target, name](const std::string& text) { target = to_count(name, text); }, meaning);
  }
  CLI::Option* add(const std::string& name, std::optional<Shard>& target,
                   const std::string& meaning) {
    return app_.add_option_function<std::string>(
        name, [&target, name](const std::string& text) { target = to_shard(name, text); }, meaning);
  }
  CLI::Option* add(const std::string& name, std::optional<Decimal>& target,
                   const std::string& meaning) {
    return app_.add_option_function<std::string>(
        name, [&target, name](const std::string& text) { target = to_amount(name, text); },
        meaning);
  }
  CLI::Option* add(const std::string& name, std::optional<std::uint64_t>& target,
                   const std::string& meaning) {
    return app_.add_option_function<std::string>(
        name, [&target, name](const std::string& text) { target = to_number(name, text); },
        meaning);
  }
  CLI::Option* add(const std::string& name, std::optional<Language>& target,
                   const std::string& meaning) {
    return app_.add_option_function<std::string>(
        name,
        [&target, name](const std::string& text) {
          target = to_choice<Language>(name, text, language_words);
        },
        meaning);
  }
  CLI::Option* add(const std::string& name, std::vector<FigureByHand>& target,
                   const std::string& meaning) {
    return app_
        .add_option_function<std::vector<std::string>>(
            name,
            [&target, name](const std::vector<std::string>& texts) {
              for (const std::string& text : texts) target.push_back(to_figure(name, text));
            },
            meaning)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
  template <ChoiceTerms Choice>
  CLI::Option* add(const std::string& name, std::optional<Choice>& target,
                   const std::string& meaning) {
    return app_.add_option_function<std::string>(
        name,
        [&target, name](const std::string& text) {
          target = to_choice<Choice>(name, text, Dictionary<Choice>::words);
        },
        meaning);
  }

  CLI::App& app_;
  std::shared_ptr<Options> options_;
  Language language_;
  CLI::Option* last_ = nullptr;
};

/// Whether a command also answers machines: it then has `--json`.
enum class Answers { table, table_or_json };

/// The commands of the program, and what the arguments chose from them.
class Registry {
 public:
  explicit Registry(Language language) : language_(language) {
    const bool nl = language == Language::nl;
    auto formatter = std::make_shared<CLI::Formatter>();
    formatter->label("Usage", nl ? "Gebruik" : "Usage");
    formatter->label("OPTIONS", nl ? "OPTIES" : "OPTIONS");
    formatter->label("SUBCOMMAND", nl ? "OPDRACHT" : "COMMAND");
    formatter->label("Positionals", nl ? "Invoer" : "Input");
    formatter->label("REQUIRED", nl ? "(verplicht)" : "(required)");
    root_.formatter(formatter);
    root_.name("pricetalk");
    root_.description(Phrase{"Contract terms in, prices and reasons out.",
                             "Contractvoorwaarden erin, prijzen en redenen eruit."}
                          .in(language));
    prepare(root_);
    root_.set_version_flag(
        "--version", "pricetalk " + std::string(version()),
        Phrase{"print the version and exit", "toon de versie en stop"}.in(language));
  }

  /// Adds `name`, in which a blank stands between a group and its command ("index list").
  template <class Options>
  Command<Options> command(const std::string& name, const Phrase& meaning,
                           Status (*run)(const Options&, Session&), Answers answers) {
    CLI::App* parent = &root_;
    std::string leaf = name;
    if (const auto blank = name.find(' '); blank != std::string::npos) {
      parent = root_.get_subcommand(name.substr(0, blank));
      leaf = name.substr(blank + 1);
    }
    auto options = std::make_shared<Options>();
    CLI::App& app = add(*parent, leaf, meaning);
    if (answers == Answers::table_or_json) {
      Command<CommonOptions>(app, common_, language_)
          .option("--json", &CommonOptions::json,
                  {"answer for machines", "antwoord voor machines"});
    }
    app.callback([this, options, run] {
      request_.command = [options, run](Session& session) { return run(*options, session); };
    });
    return Command<Options>(app, options, language_);
  }
  /// Adds a name under which other commands stand.
  void group(const std::string& name, const Phrase& meaning) { add(root_, name, meaning); }

  Request parse(std::span<const std::string> arguments);

 private:
  CLI::App& add(CLI::App& parent, const std::string& name, const Phrase& meaning) {
    CLI::App& app = *parent.add_subcommand(name, meaning.in(language_));
    app.group(Phrase{"Commands", "Opdrachten"}.in(language_));
    prepare(app);
    return app;
  }

  /// What the program and each command have in common.
  void prepare(CLI::App& app) {
    const Phrase group{"Options of every command", "Opties van elke opdracht"};
    app.option_defaults()->group(Phrase{"Options", "Opties"}.in(language_));
    app.allow_extras();
    app.require_subcommand(0, 1);
    app.set_help_flag("-h,--help",
                      Phrase{"print this help and exit", "toon deze hulp en stop"}.in(language_));
    Command<CommonOptions>(app, common_, language_)
        .option("--language", &CommonOptions::language, "LANGUAGE",
                {"en or nl; otherwise the contract's own language",
                 "en of nl; anders de taal van het contract"})
        .group(group)
        .option("--today", &CommonOptions::today, "DATE",
                {"the day of the run; otherwise the clock's date, which is then printed",
                 "de dag van de berekening; anders de datum van de klok, die dan wordt getoond"})
        .group(group)
        .option("--figures", &CommonOptions::figures, "DIR",
                {"more published figures: files or folders",
                 "meer gepubliceerde cijfers: bestanden of mappen"})
        .group(group)
        .option("--figure", &CommonOptions::by_hand, "SERIES=PERIOD:VALUE",
                {"a figure by hand, marked so wherever it is used",
                 "een cijfer met de hand, overal als zodanig vermeld"})
        .group(group);
  }

  const CLI::App& chosen() const {
    const CLI::App* app = &root_;
    while (!app->get_subcommands().empty()) {
      app = app->get_subcommands().back();
    }
    return *app;
  }
  std::string chosen_name() const {
    std::string name;
    for (const CLI::App* app = &chosen(); app != nullptr; app = app->get_parent()) {
      name = app->get_name() + (name.empty() ? "" : " ") + name;
    }
    return name;
  }
  /// The help of the command that was chosen, without the parser's double blank lines.
  std::string help() const {
    const CLI::App& app = chosen();
    std::string before;
    for (const CLI::App* above = app.get_parent(); above != nullptr; above = above->get_parent()) {
      before = above->get_name() + (before.empty() ? "" : " ") + before;
    }
    std::string text = app.help(before);
    for (auto at = text.find("\n\n\n"); at != std::string::npos; at = text.find("\n\n\n")) {
      text.erase(at, 1);
    }
    while (text.ends_with("\n\n")) {
      text.pop_back();
    }
    return text;
  }
  void problem(std::string code, Phrase title, Phrase hint) {
    request_.problems.error(std::move(code), {}, std::move(title), std::move(hint));
  }
  bool report_extras();
  void report(const CLI::ParseError& error);

  Language language_;
  CLI::App root_;
  std::shared_ptr<CommonOptions> common_ = std::make_shared<CommonOptions>();
  Request request_;
};

/// Words that no command or option took. True when there were any.
bool Registry::report_extras() {
  auto extras = root_.remaining(true);
  // What stands behind `--` is never an option; the dashes themselves are nothing.
  std::erase(extras, "--");
  if (extras.empty()) {
    return false;
  }
  // A misspelt option leaves its value behind as well: one cause, one error.
  const auto option = std::find_if(extras.begin(), extras.end(),
                                   [](const auto& word) { return word.starts_with("-"); });
  const CLI::App& app = chosen();
  const std::string help = "'" + chosen_name() + " --help'";
  if (option != extras.end()) {
    const std::string word = option->substr(0, option->find('='));
    std::vector<std::string> known;
    for (const CLI::Option* each : app.get_options()) {
      for (const auto& name : each->get_lnames()) {
        known.push_back("--" + name);
      }
    }
    problem("U0002",
            {"'" + chosen_name() + "' has no option '" + word + "'",
             "'" + chosen_name() + "' kent geen optie '" + word + "'"},
            suggest(word, known, {help + " lists the options", help + " noemt de opties"}));
    return true;
  }
  const std::string& word = extras.front();
  std::vector<std::string> known;
  for (const CLI::App* each : app.get_subcommands({})) {
    known.push_back(each->get_name());
  }
  if (known.empty()) {
    problem("U0005", {"'" + word + "' is one word too many", "'" + word + "' is een woord te veel"},
            {help + " shows what the command takes", help + " toont wat de opdracht vraagt"});
  } else {
    problem("U0001",
            {"'" + chosen_name() + "' has no command '" + word + "'",
             "'" + chosen_name() + "' kent geen opdracht '" + word + "'"},
            suggest(word, known, {help + " lists the commands", help + " noemt de opdrachten"}));
  }
  return true;
}

/// What CLI11 found wrong, in our words.
void Registry::report(const CLI::ParseError& error) {
  const std::string help = "'" + chosen_name() + " --help'";
  const Phrase hint{help + " shows what the command takes", help + " toont wat de opdracht vraagt"};
  const std::string what = error.what();
  const bool required = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
  const bool mismatch = dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr;
  if (required) {
    const std::string name = what.substr(0, what.find(" is required"));
    problem("U0003", {name + " is missing", name + " ontbreekt"}, hint);
  } else if (mismatch && what.find("missing") != std::string::npos) {
    const std::string name = what.substr(0, what.find(':'));
    problem("U0003", {name + " needs a value", "achter " + name + " hoort een waarde"}, hint);
  } else if (mismatch && what.starts_with("--")) {
    const std::string name = what.substr(0, what.find(':'));
    problem("U0005", {name + " was given twice", name + " is tweemaal gegeven"}, hint);
  } else {
    problem("U0004", same(what), hint);
  }
}

Request Registry::parse(std::span<const std::string> arguments) {
  try {
    root_.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    if (!report_extras() && !request_.command) {
      request_.help = help();
    }
  } catch (const CLI::CallForHelp&) {
    request_.answer = help();
  } catch (const CLI::CallForVersion&) {
    request_.answer = "pricetalk " + std::string(version()) + "\n";
  } catch (const CLI::ParseError& error) {
    if (!report_extras()) {
      report(error);
    }
  } catch (const WrongValue& wrong) {
    problem("U0004", wrong.title, wrong.hint);
  }
  request_.common = *common_;
  if (!request_.problems.empty()) {
    request_.command = nullptr;
    request_.common.language = language_;
  }
  return request_;
}

/// The language has to be known before help is built.
Language language_in(std::span<const std::string> arguments, Language otherwise) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    const std::string value = word == "--language" && i + 1 < arguments.size() ? arguments[i + 1]
                              : word.starts_with("--language=")                ? word.substr(11)
                                                                               : "";
    for (const auto& [name, language] : language_words) {
      if (name == value) {
        return language;
      }
    }
  }
  return otherwise;
}

void add_commands(Registry& registry) {
  registry
      .command("check", {"are these files right?", "kloppen deze bestanden?"}, &check,
               Answers::table)
      .argument("FILE", &CheckOptions::files,
                {"contracts, figures or scenarios; a folder stands for its .toml files",
                 "contracten, cijfers of scenario's; een map staat voor haar .toml-bestanden"})
      .option("--worked-examples", &CheckOptions::worked_examples,
              {"print every worked example, also those that hold",
               "toon elk rekenvoorbeeld, ook als het klopt"});
  registry
      .command("explain",
               {"what a message means, with a mistake that has it",
                "wat een melding betekent, met een fout die haar geeft"},
               &explain, Answers::table_or_json)
      .argument("CODE", &ExplainOptions::code,
                {"the code of the message: C0308", "de code van de melding: C0308"});
  const Phrase contract_file{"a contract file", "een contractbestand"};
  registry
      .command("read", {"the contract in plain sentences", "het contract in gewone zinnen"}, &read,
               Answers::table)
      .argument("CONTRACT", &ReadOptions::contract, contract_file);
  registry
      .command("price", {"what may be charged, and why", "wat mag worden berekend, en waarom"},
               &price, Answers::table_or_json)
      .argument("CONTRACT", &PriceOptions::contract, contract_file)
      .option("--on", &PriceOptions::on, "DATE",
              {"the day of the prices; otherwise today", "de dag van de prijzen; anders vandaag"})
      .option("--as-known", &PriceOptions::as_known, "DATE",
              {"with the figures as they were known on that day",
               "met de cijfers zoals die op die dag bekend waren"})
      .option(
          "--explain", &PriceOptions::explain,
          {"every step, figure, source and rounding", "elke stap, elk cijfer, bron en afronding"})
      .option("--line", &PriceOptions::line, "ID",
              {"this price line only", "alleen deze prijsregel"});
  const Phrase invoice_files{"what was charged: CSV or UBL files, or folders of them",
                             "wat is gerekend: CSV- of UBL-bestanden, of mappen daarmee"};
  const Phrase csv_file{"write every invoice row that is not right, for a spreadsheet",
                        "schrijf elke factuurregel die niet klopt, voor een rekenblad"};
  const Phrase chart_file{
      "write charged against allowed over time as a drawing (SVG); of many contracts a folder",
      "schrijf gerekend tegenover toegestaan in de tijd als tekening (SVG); van veel contracten "
      "een map"};
  const Phrase column_file{"how the columns of the CSV are called and written",
                           "hoe de kolommen van de CSV heten en geschreven zijn"};
  const Phrase thresholds_file{"from which size on something counts; as rules/redface.toml",
                               "vanaf welke grootte iets telt; zoals rules/redface.toml"};
  registry
      .command("prepare",
               {"the whole price talk, for each contract in a folder of its own",
                "het hele prijsgesprek, per contract in een eigen map"},
               &prepare, Answers::table_or_json)
      .argument("CONTRACT", &PrepareOptions::contracts,
                {"contract files; a folder stands for its .toml files",
                 "contractbestanden; een map staat voor haar .toml-bestanden"})
      .option("--scenario", &PrepareOptions::scenarios, "FILE",
              {"futures; otherwise low, expected and high from the folder scenarios beside the "
               "contract's",
               "toekomsten; anders laag, verwacht en hoog uit de map scenarios naast die van het "
               "contract"})
      .option("--invoices", &PrepareOptions::invoices, "FILE", invoice_files)
      .option("--columns", &PrepareOptions::columns, "FILE", column_file)
      .option("--thresholds", &PrepareOptions::thresholds, "FILE", thresholds_file)
      .option("--out", &PrepareOptions::out, "DIR",
              {"where the results go, of several contracts each in a folder below it; otherwise "
               "talk/ and the contract's id",
               "waar de resultaten komen, van meer contracten elk in een map daaronder; anders "
               "talk/ met het kenmerk van het contract erachter"});
  const Phrase scenario_files{
      "futures; otherwise low, expected and high from the folder scenarios beside the contract's",
      "toekomsten; anders laag, verwacht en hoog uit de map scenarios naast die van het contract"};
  const Phrase form{"gift or exchange; otherwise what the contract file offers",
                    "gift (cadeau) of exchange (ruil); anders wat het contractbestand aanbiedt"};
  registry
      .command("propose",
               {"what to offer instead of indexation; for us only",
                "wat wij aanbieden in plaats van indexatie; alleen voor ons"},
               static_cast<Status (*)(const ProposeOptions&, Session&)>(&propose),
               Answers::table_or_json)
      .argument("CONTRACT", &ProposeOptions::contract, contract_file)
      .option("--scenario", &ProposeOptions::scenarios, "FILE", scenario_files)
      .option("--form", &ProposeOptions::form, "FORM", form)
      .option("--invoices", &ProposeOptions::invoices, "FILE", invoice_files)
      .option("--columns", &ProposeOptions::columns, "FILE", column_file);
  registry
      .command("letter",
               {"the letter to the customer, with its annexes",
                "de brief aan de klant, met de bijlagen"},
               &letter, Answers::table)
      .argument("CONTRACT", &LetterOptions::contract, contract_file)
      .option("--kind", &LetterOptions::kind, "KIND",
              {"innovation, the only kind", "innovation, de enige soort"})
      .option("--form", &LetterOptions::form, "FORM", form)
      .option("--scenario", &LetterOptions::scenarios, "FILE", scenario_files)
      .option("--invoices", &LetterOptions::invoices, "FILE", invoice_files)
      .option("--columns", &LetterOptions::columns, "FILE", column_file);
  registry
      .command("audit",
               {"what was charged too much or too little, and why",
                "wat te veel of te weinig is gerekend, en waardoor"},
               static_cast<Status (*)(const AuditOptions&, Session&)>(&audit),
               Answers::table_or_json)
      .argument("CONTRACT", &AuditOptions::contracts,
                {"contract files; a folder stands for its .toml files",
                 "contractbestanden; een map staat voor haar .toml-bestanden"})
      .option("--invoices", &AuditOptions::invoices, "FILE", invoice_files)
      .required()
      .option("--columns", &AuditOptions::columns, "FILE", column_file)
      .option("--csv", &AuditOptions::csv, "FILE", csv_file)
      .option("--chart", &AuditOptions::chart, "FILE", chart_file)
      .option("--details", &AuditOptions::details, "NUMBER",
              {"of many contracts: how many, the largest difference first, with causes and refund",
               "van veel contracten: van hoeveel, het grootste verschil eerst, met oorzaken en "
               "terugbetaling"})
      .option("--refund-on", &AuditOptions::refund_on, "DATE",
              {"day on which what was too much is paid back; today if not given",
               "dag waarop het te veel wordt terugbetaald; anders vandaag"})
      .option("--interest-from", &AuditOptions::interest_from, "KIND",
              {"interest from each payment, or from the discovery: payment, discovery",
               "rente vanaf elke betaling, of vanaf de ontdekking: payment, discovery"})
      .option("--discovered", &AuditOptions::discovered, "DATE",
              {"day on which the mistake was known; today if not given",
               "dag waarop de fout bekend was; anders vandaag"})
      .option("--law", &AuditOptions::law, "FILE",
              {"rates and terms of law that go before those of the program",
               "rentes en wettelijke termijnen die voorgaan op die van het programma"});
  registry
      .command("redface", {"what would make us blush", "waar wij een rood hoofd van krijgen"},
               &redface, Answers::table_or_json)
      .argument("CONTRACT", &RedFaceOptions::contracts,
                {"contract files; a folder stands for its .toml files",
                 "contractbestanden; een map staat voor haar .toml-bestanden"})
      .option("--invoices", &RedFaceOptions::invoices, "FILE", invoice_files)
      .option("--columns", &RedFaceOptions::columns, "FILE", column_file)
      .option("--csv", &RedFaceOptions::csv, "FILE", csv_file)
      .option("--chart", &RedFaceOptions::chart, "FILE", chart_file)
      .option("--thresholds", &RedFaceOptions::thresholds, "FILE", thresholds_file);
  const Phrase jobs{
      "files or paths that are computed at once; the answer is the same for every N",
      "bestanden of paden die tegelijk worden berekend; het antwoord is steeds hetzelfde"};
  registry
      .command("simulate",
               {"what it will cost, alternatives side by side",
                "wat het gaat kosten, met alternatieven naast elkaar"},
               static_cast<Status (*)(const SimulateOptions&, Session&)>(&simulate),
               Answers::table_or_json)
      .argument("CONTRACT", &SimulateOptions::contracts,
                {"contract files; a folder stands for its .toml files, added up",
                 "contractbestanden; een map staat voor haar .toml-bestanden, bij elkaar opgeteld"})
      .option("--from", &SimulateOptions::from, "DATE",
              {"first day of the amounts; otherwise each contract's next invoice",
               "eerste dag van de bedragen; anders de volgende factuur van elk contract"})
      .option("--until", &SimulateOptions::until, "DATE",
              {"last day of the amounts", "laatste dag van de bedragen"})
      .option("--months", &SimulateOptions::months, "N",
              {"how many months, 1 to 600; otherwise as the scenario says",
               "hoeveel maanden, 1 tot en met 600; anders zoals het scenario zegt"})
      .option("--invoices", &SimulateOptions::invoices, "FILE",
              {"what was charged, in place of what would be computed for the same days: CSV or UBL "
               "files, or folders of them",
               "wat is gerekend, in plaats van wat voor die dagen zou worden berekend: CSV- of "
               "UBL-bestanden, of mappen daarmee"})
      .option("--columns", &SimulateOptions::columns, "FILE", column_file)
      .option("--csv", &SimulateOptions::csv, "FILE",
              {"write every amount: contract, tags, line, month, status, for a spreadsheet",
               "schrijf elk bedrag: contract, labels, regel, maand, status, voor een rekenblad"})
      .option("--xlsx", &SimulateOptions::xlsx, "FILE",
              {"the same as a workbook, with totals by tag and year",
               "hetzelfde als werkmap, met totalen per label en jaar"})
      .option("--csv-totals", &SimulateOptions::csv_totals, "FILE",
              {"write what every contract costs by year to a CSV",
               "schrijf wat elk contract per jaar kost naar een CSV"})
      .option(
          "--compiled", &SimulateOptions::compiled, "FILE",
          {"keep there what was read of the contracts; the next run reads only what changed",
           "bewaar daar wat van de contracten is gelezen; een volgende keer wordt alleen gelezen "
           "wat is gewijzigd"})
      .option("--shard", &SimulateOptions::shard, "K/N",
              {"only share K of N of the contracts, for a run over several machines",
               "alleen deel K van N van de contracten, om over meer machines te rekenen"})
      .option("--part", &SimulateOptions::part, "FILE",
              {"write what the share answers to this file; see merge",
               "schrijf het antwoord van het deel in dit bestand; zie merge"})
      .option("--budget", &SimulateOptions::budget, "AMOUNT",
              {"the chance that all simulated months together cost more than this",
               "de kans dat alle berekende maanden samen meer kosten dan dit"})
      .option("--chance-csv", &SimulateOptions::chance_csv, "FILE",
              {"write the percentiles of every contract by year to a CSV",
               "schrijf de percentielen van elk contract per jaar naar een CSV"})
      .option("--path", &SimulateOptions::path, "N",
              {"one path of the random futures, the first is 0",
               "een pad van de toekomsten volgens toeval; het eerste is 0"})
      .option(
          "--charts", &SimulateOptions::charts, "DIR",
          {"write what the alternatives cost by year, and how wide chance is, as drawings (SVG)",
           "schrijf wat de alternatieven per jaar kosten, en hoe ver het toeval reikt, als "
           "tekeningen (SVG)"})
      .option("--wide", &SimulateOptions::wide,
              {"tables as wide as they are, years beside each other",
               "tabellen zo breed als ze zijn, jaren naast elkaar"})
      .option("--jobs", &SimulateOptions::jobs, "N", jobs)
      .option("--scenario", &SimulateOptions::scenarios, "FILE",
              {"scenario files: their futures and alternatives together",
               "scenariobestanden: hun toekomsten en alternatieven samen"})
      .required();
  registry
      .command("overview",
               {"all contracts in a table: cost, steps, deadlines, what needs attention",
                "alle contracten in een tabel: kosten, stappen, termijnen, wat aandacht vraagt"},
               static_cast<Status (*)(const OverviewOptions&, Session&)>(&overview),
               Answers::table_or_json)
      .argument("CONTRACT", &OverviewOptions::contracts,
                {"contract files; a folder stands for its .toml files",
                 "contractbestanden; een map staat voor haar .toml-bestanden"})
      .option("--scenario", &OverviewOptions::scenarios, "FILE",
              {"futures that the costs are reckoned in; otherwise the prices known today",
               "toekomsten waarin de kosten zijn gerekend; anders de prijzen van vandaag"})
      .option("--sort", &OverviewOptions::order, "KEY",
              {"cost, contract, next, step, deadline, end, caps, provisional or findings; "
               "otherwise cost",
               "cost, contract, next, step, deadline, end, caps, provisional of findings; anders "
               "cost"})
      .option("--tag", &OverviewOptions::tags, "NAME=VALUE",
              {"only contracts with this tag; of several tags all",
               "alleen contracten met dit label; van meer labels alle"})
      .option("--csv", &OverviewOptions::csv, "FILE",
              {"write every contract with all columns, for a spreadsheet",
               "schrijf elk contract met alle kolommen, voor een rekenblad"})
      .option("--jobs", &OverviewOptions::jobs, "N", jobs);
  registry
      .command("freeze",
               {"a run with all that it was made from, to repeat it later",
                "een berekening met alles waar zij van uitgaat, om later te herhalen"},
               &freeze, Answers::table_or_json)
      .argument("DIR", &FreezeOptions::folder,
                {"the folder of the frozen run", "de map van de vastgelegde berekening"})
      .optional_argument("CONTRACT", &FreezeOptions::contracts,
                         {"contract files; a folder stands for its .toml files, added up",
                          "contractbestanden; een map staat voor haar .toml-bestanden, bij elkaar "
                          "opgeteld"})
      .option("--scenario", &FreezeOptions::scenarios, "FILE",
              {"scenario files: their futures and alternatives together",
               "scenariobestanden: hun toekomsten en alternatieven samen"})
      .option("--from", &FreezeOptions::from, "DATE",
              {"first day of the amounts; otherwise each contract's next invoice",
               "eerste dag van de bedragen; anders de volgende factuur van elk contract"})
      .option("--until", &FreezeOptions::until, "DATE",
              {"last day of the amounts", "laatste dag van de bedragen"})
      .option("--months", &FreezeOptions::months, "N",
              {"how many months, 1 to 600; otherwise as the scenario says",
               "hoeveel maanden, 1 tot en met 600; anders zoals het scenario zegt"})
      .option("--invoices", &FreezeOptions::invoices, "FILE",
              {"what was charged, in place of what would be computed for the same days",
               "wat is gerekend, in plaats van wat voor die dagen zou worden berekend"})
      .option("--columns", &FreezeOptions::columns, "FILE", column_file)
      .option("--approved-by", &FreezeOptions::approved_by, "NAME",
              {"who approved it, for the manifest", "wie het goedkeurde, voor het manifest"})
      .option("--check", &FreezeOptions::check,
              {"repeat the run in DIR and say what differs",
               "herhaal de berekening in MAP en zeg wat er verschilt"})
      .option("--jobs", &FreezeOptions::jobs, "N", jobs);
  registry
      .command("bridge",
               {"why two frozen runs differ, cause by cause",
                "waardoor twee vastgelegde berekeningen verschillen, per oorzaak"},
               static_cast<Status (*)(const BridgeOptions&, Session&)>(&bridge),
               Answers::table_or_json)
      .argument("FROM", &BridgeOptions::before,
                {"the folder of the earlier run", "de map van de eerdere berekening"})
      .argument("TO", &BridgeOptions::after,
                {"the folder of the later run", "de map van de latere berekening"})
      .option("--future", &BridgeOptions::future, "ID",
              {"the future; otherwise the first that both have",
               "de toekomst; anders de eerste die beide hebben"})
      .option("--alternative", &BridgeOptions::alternative, "ID",
              {"the alternative; otherwise the contracts as they are",
               "het alternatief; anders de contracten zoals ze zijn"})
      .option("--year", &BridgeOptions::year, "YEAR",
              {"of one calendar year; otherwise of all months",
               "van één kalenderjaar; anders van alle maanden"})
      .option("--contracted", &BridgeOptions::contracted,
              {"without what assumes renewal", "zonder wat uitgaat van verlenging"})
      .option("--by", &BridgeOptions::by, "TAG",
              {"add up by the values of this tag as well", "tel ook op per waarde van dit label"})
      .option("--details", &BridgeOptions::details, "NUMBER",
              {"how many contracts are shown one by one; otherwise 10",
               "hoeveel contracten apart worden getoond; anders 10"})
      .option("--csv", &BridgeOptions::csv, "FILE",
              {"write every contract with its causes, for a spreadsheet",
               "schrijf elk contract met zijn oorzaken, voor een rekenblad"})
      .option("--chart", &BridgeOptions::chart, "FILE",
              {"write the bridge as a drawing (SVG)", "schrijf de brug als tekening (SVG)"})
      .option("--jobs", &BridgeOptions::jobs, "N", jobs);
  registry
      .command("exposure",
               {"what the money hangs on: indices, caps and floors, assumptions",
                "waar het geld aan hangt: indexcijfers, maxima en minima, aannames"},
               static_cast<Status (*)(const ExposureOptions&, Session&)>(&exposure),
               Answers::table_or_json)
      .argument("CONTRACT", &ExposureOptions::contracts,
                {"contract files; a folder stands for its .toml files, added up",
                 "contractbestanden; een map staat voor haar .toml-bestanden, bij elkaar opgeteld"})
      .option("--csv", &ExposureOptions::csv, "FILE",
              {"write every figure of every contract to a CSV",
               "schrijf elk cijfer van elk contract naar een CSV"})
      .option("--charts", &ExposureOptions::charts, "DIR",
              {"write what hangs on each index as drawings (SVG)",
               "schrijf wat aan elk indexcijfer hangt als tekeningen (SVG)"})
      .option("--future", &ExposureOptions::future, "ID",
              {"which future of the scenario; otherwise the first",
               "welke toekomst van het scenario; anders de eerste"})
      .option("--decimals", &ExposureOptions::decimals, "N",
              {"of the fixed rise that costs the same, in percent, 1 to 6; otherwise 2",
               "van de vaste stijging die evenveel kost, in procenten, 1 tot en met 6; anders 2"})
      .option(
          "--jobs", &ExposureOptions::jobs, "N",
          {"files of a folder that are read at once; the answer is the same for every N",
           "bestanden van een map die tegelijk worden gelezen; het antwoord is steeds hetzelfde"})
      .option("--scenario", &ExposureOptions::scenarios, "FILE",
              {"scenario files: their futures together", "scenariobestanden: hun toekomsten samen"})
      .required();
  registry
      .command("merge",
               {"the shares of one simulation together", "de delen van één berekening samen"},
               &merge_parts, Answers::table_or_json)
      .argument("PART", &MergeOptions::parts,
                {"the files of simulate --shard K/N --part FILE, all of them",
                 "de bestanden van simulate --shard K/N --part BESTAND, allemaal"})
      .option("--csv-totals", &MergeOptions::csv_totals, "FILE",
              {"write what every contract costs by year to a CSV",
               "schrijf wat elk contract per jaar kost naar een CSV"});
  registry.group("scenario", {"what may happen", "wat er kan gebeuren"});
  registry
      .command("scenario backtest",
               {"how often would a random future have held what came?",
                "hoe vaak zou een toekomst volgens toeval hebben bevat wat er kwam?"},
               &scenario_backtest, Answers::table_or_json)
      .option("--series", &BacktestOptions::series, "SERIES",
              {"ids of monthly series", "namen van maandreeksen"})
      .required()
      .option("--method", &BacktestOptions::method, "KIND",
              {"bootstrap or ar1; both if not given", "bootstrap of ar1; anders beide"})
      .option("--paths", &BacktestOptions::paths, "N",
              {"from each month; 1000 if not given", "vanaf elke maand; anders 1000"})
      .option("--block", &BacktestOptions::block, "N",
              {"mean length of a block in months; 12 if not given",
               "gemiddelde lengte van een blok in maanden; anders 12"})
      .option("--seed", &BacktestOptions::seed, "N",
              {"another number draws other paths; 1 if not given",
               "een ander getal trekt andere paden; anders 1"})
      .option("--csv", &BacktestOptions::csv, "FILE",
              {"write every row to a CSV", "schrijf elke rij naar een CSV"});
  registry.group("index",
                 {"the library of published figures", "de bibliotheek met gepubliceerde cijfers"});
  registry.command("index list", {"all series", "alle reeksen"}, &index_list,
                   Answers::table_or_json);
  registry
      .command("index show",
               {"one series: figures, provenance, a small chart",
                "één reeks: cijfers, herkomst, een kleine grafiek"},
               &index_show, Answers::table_or_json)
      .argument("SERIES", &IndexShowOptions::series,
                {"the id of a series", "de naam van een reeks"})
      .option("--from", &IndexShowOptions::from, "PERIOD", {"first period", "eerste periode"})
      .option("--to", &IndexShowOptions::to, "PERIOD", {"last period", "laatste periode"});
  registry
      .command("index import",
               {"publishers' files into the library, with what they change",
                "bestanden van uitgevers in de bibliotheek, met wat ze veranderen"},
               &index_import, Answers::table_or_json)
      .optional_argument("FILE", &IndexImportOptions::files,
                         {"files as downloaded, or a folder with the parts of a table; none with "
                          "--figure",
                          "bestanden zoals gedownload, of een map met de delen van een tabel; geen "
                          "bij --figure"})
      .option(
          "--into", &IndexImportOptions::into, "DIR",
          {"the library; otherwise the folder indices", "de bibliotheek; anders de map indices"})
      .option("--only", &IndexImportOptions::only, "WORDS",
              {"the series that these words fit: table, codes, base, title, month, year",
               "de reeks waar deze woorden bij passen: tabel, codes, basis, titel, month, year"})
      .option("--as", &IndexImportOptions::as, "ID",
              {"the id of the series in the library", "de naam van de reeks in de bibliotheek"})
      .option("--retrieved", &IndexImportOptions::retrieved, "DATE",
              {"when the files were downloaded, where they do not say; otherwise today",
               "wanneer de bestanden zijn gedownload, als zij dat niet zeggen; anders vandaag"})
      .option("--on-conflict", &IndexImportOptions::on_conflict, "KIND",
              {"stop (nothing is written), take the file's figure as a revision, or keep the "
               "library's",
               "stop (er wordt niets geschreven), take (het cijfer uit het bestand geldt als "
               "herziening) of keep (het cijfer uit de bibliotheek blijft)"})
      .option("--affects", &IndexImportOptions::affects, "DIR",
              {"contracts, to see what the import does to their prices",
               "contracten, om te zien wat de import met hun prijzen doet"})
      .option("--dry-run", &IndexImportOptions::dry_run,
              {"show, and write nothing", "toon, en schrijf niets"});
  registry
      .command("index check",
               {"do the figures agree with each other?", "kloppen de cijfers met elkaar?"},
               &index_check, Answers::table_or_json)
      .argument("SERIES", &IndexCheckOptions::series,
                {"series to check; otherwise all", "te controleren reeksen; anders alle"})
      .optional();
  registry
      .command("index link",
               {"two bases joined by both methods, with the gap in euros",
                "twee basisjaren gekoppeld op beide manieren, met het verschil in euro's"},
               &index_link, Answers::table_or_json)
      .argument("FROM", &IndexLinkOptions::from,
                {"the series of the old base", "de reeks met de oude basis"})
      .argument("TO", &IndexLinkOptions::to,
                {"the series of the new base", "de reeks met de nieuwe basis"})
      .option("--base", &IndexLinkOptions::base, "PERIOD",
              {"period to compare with", "periode waarmee wordt vergeleken"})
      .required()
      .option("--use", &IndexLinkOptions::use, "PERIOD",
              {"period of the new figure", "periode van het nieuwe cijfer"})
      .required()
      .option("--at", &IndexLinkOptions::at, "PERIOD",
              {"period that joins the bases; otherwise the last one definitive in both",
               "periode die de bases koppelt; anders de laatste die in beide definitief is"})
      .option("--coefficient", &IndexLinkOptions::coefficient, "NUMBER",
              {"figure of FROM = figure of TO × this", "cijfer van VAN = cijfer van NAAR × dit"})
      .option("--coefficient-to-next", &IndexLinkOptions::coefficient_to_next, "NUMBER",
              {"figure of TO = figure of FROM × this", "cijfer van NAAR = cijfer van VAN × dit"})
      .option("--coefficient-decimals", &IndexLinkOptions::coefficient_decimals, "N",
              {"round a computed coefficient", "rond een berekende coëfficiënt af"})
      .option("--decimals", &IndexLinkOptions::decimals, "N",
              {"of the converted figure; otherwise as FROM is published",
               "van het omgerekende cijfer; anders zoals VAN is gepubliceerd"})
      .option("--amount", &IndexLinkOptions::amount, "EUR",
              {"amount to show the gap on; otherwise 100000.00",
               "bedrag waarop het verschil wordt getoond; anders 100000.00"})
      .option("--explain", &IndexLinkOptions::explain,
              {"show every step and figure", "toon elke stap en elk cijfer"});
}

}  // namespace

Request parse_arguments(std::span<const std::string> arguments, Language language) {
  Registry registry(language_in(arguments, language));
  add_commands(registry);
  return registry.parse(arguments);
}

}  // namespace pricetalk
