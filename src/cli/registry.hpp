#pragma once

#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "cli/app.hpp"
#include "cli/option_value.hpp"
#include "document/dictionary.hpp"
#include "document/language_words.hpp"

/// How commands and their options are written, in our words on top of the parser of the command
/// line. Only registry.cpp and app.cpp include this: the parser is heavy.
namespace pricetalk {

/// What stands for a value in help: FILE is BESTAND in Dutch.
std::string placeholder(const std::string& word, Language language);

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
  /// A member of a part that several commands have in common.
  template <class Part, class Member>
  Command& part(const std::string& name, Part Options::*part, Member Part::*member,
                const std::string& type, const Phrase& meaning) {
    last_ = add(name, ((*options_).*part).*member, meaning.in(language_))
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
  void look_at_language();

  Language language_;
  CLI::App root_;
  std::shared_ptr<CommonOptions> common_ = std::make_shared<CommonOptions>();
  Request request_;
};

}  // namespace pricetalk
