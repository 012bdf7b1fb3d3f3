#include "pricetalk/cli/run.hpp"

#include <gmock/gmock.h>

#include <sstream>
#include <stdexcept>
#include <streambuf>
#include <vector>

#include "cli/app.hpp"
#include "cli/session.hpp"

namespace pricetalk {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

struct Answer {
  int status;
  std::string out;
  std::string err;
};

Answer ask(const std::vector<std::string>& arguments, const Environment& environment = {}) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const int status = run(arguments, in, out, err, environment);
  return {status, out.str(), err.str()};
}

TEST(Run, never_lets_a_fault_of_the_program_look_like_one_of_the_file) {
  // A stream that throws stands for any fault.
  struct Broken : std::streambuf {
    int_type overflow(int_type) override { throw std::runtime_error("broken invariant"); }
  } broken;
  std::ostream out(&broken);
  out.exceptions(std::ios::badbit);
  std::istringstream in;
  std::ostringstream err;
  const std::vector<std::string> arguments{"--version"};
  EXPECT_EQ(run(arguments, in, out, err, {}), 4);
  EXPECT_THAT(err.str(), HasSubstr("broken invariant"));
  EXPECT_THAT(err.str(), HasSubstr("This is a fault of the program, not of your file."));
  EXPECT_THAT(err.str(), HasSubstr("arguments: '--version'"));
  std::ostringstream dutch;
  EXPECT_EQ(run(arguments, in, out, dutch, {{{"LANG", "nl_NL"}}, {}, false}), 4);
  EXPECT_THAT(dutch.str(), HasSubstr("Dit is een fout van het programma, niet van uw bestand."));
}

TEST(Run, says_when_its_answer_did_not_arrive) {
  std::ostream nowhere(nullptr);
  std::istringstream in;
  std::ostringstream err;
  const std::vector<std::string> arguments{"--version"};
  EXPECT_EQ(run(arguments, in, nowhere, err, {}), 3);
  EXPECT_THAT(err.str(), HasSubstr("the output cannot be written"));
}

TEST(Run, takes_the_language_of_the_first_variable_that_is_set) {
  const auto first_line = [](const std::map<std::string, std::string>& variables) {
    return ask({"--help"}, {variables, {}, false}).out;
  };
  EXPECT_THAT(first_line({}), StartsWith("Contract terms"));
  EXPECT_THAT(first_line({{"LANG", "nl_NL.UTF-8"}}), StartsWith("Contractvoorwaarden"));
  EXPECT_THAT(first_line({{"LANG", "nl_NL"}, {"LC_ALL", "C"}}), StartsWith("Contract terms"));
  EXPECT_THAT(first_line({{"LANG", "nl_NL"}, {"LC_ALL", ""}}), StartsWith("Contractvoorw"));
}

TEST(Run, lets_the_option_overrule_the_variables) {
  EXPECT_THAT(ask({"--language", "nl", "--help"}).out, StartsWith("Contractvoorwaarden"));
  EXPECT_THAT(ask({"--help", "--language=en"}, {{{"LANG", "nl"}}, {}, false}).out,
              StartsWith("Contract terms"));
  EXPECT_THAT(ask({"chek", "--language", "nl"}).err, HasSubstr("kent geen opdracht 'chek'"));
}

TEST(Run, reports_one_error_for_one_cause) {
  const auto answer = ask({"check", "--tody", "2025-10-14"});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, HasSubstr("did you mean '--today'?"));
  EXPECT_EQ(answer.err.find("error["), answer.err.rfind("error["));
}

TEST(Run, turns_a_date_round) {
  for (const auto* date : {"31-12-2025", "31/12/2025", "31.12.2025"}) {
    EXPECT_THAT(ask({"check", "x", "--today", date}).err, HasSubstr("hint: write 2025-12-31"));
  }
  EXPECT_THAT(ask({"check", "x", "--today", "1-2-2025"}).err, HasSubstr("write 2025-02-01"));
  EXPECT_THAT(ask({"check", "x", "--today", "2025-02-29"}).err, HasSubstr("year-month-day"));
  EXPECT_EQ(ask({"check", "x", "--today", ""}).status, 2);
}

TEST(Run, takes_what_follows_two_dashes_as_a_file) {
  EXPECT_THAT(ask({"check", "--", "--today"}).err, HasSubstr("no file or folder '--today'"));
}

TEST(Session, prints_the_date_only_when_the_clock_said_it) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const Environment environment{{}, *Date::make(2026, 11, 21), false};
  const Session session(in, out, err, environment, {});
  EXPECT_EQ(session.today(), *Date::make(2026, 11, 21));
  session.print_today(Language::en);
  session.print_today(Language::nl);
  EXPECT_EQ(out.str(), "today: 2026-11-21 (from the clock)\nvandaag: 2026-11-21 (van de klok)\n");

  std::ostringstream quiet;
  CommonOptions common;
  common.today = Date::make(2025, 10, 14);
  const Session stated(in, quiet, err, environment, common);
  EXPECT_EQ(stated.today(), *Date::make(2025, 10, 14));
  stated.print_today(Language::en);
  EXPECT_EQ(quiet.str(), "");
}

TEST(Session, prefers_the_option_then_the_contract_then_the_variables) {
  std::istringstream in;
  std::ostringstream out;
  const Environment dutch{{{"LANG", "nl_NL"}}, {}, false};
  const Session session(in, out, out, dutch, {});
  EXPECT_EQ(session.language(), Language::nl);
  EXPECT_EQ(session.language(Language::en), Language::en);
  CommonOptions common;
  common.language = Language::nl;
  EXPECT_EQ(Session(in, out, out, dutch, common).language(Language::en), Language::nl);
}

TEST(Session, knows_what_diagnostics_mean_for_the_exit_status) {
  Diagnostics diagnostics;
  EXPECT_EQ(Session::status_of(diagnostics), Status::fine);
  diagnostics.warning("T0001", {}, same("w"));
  EXPECT_EQ(Session::status_of(diagnostics), Status::findings);
  diagnostics.error("T0001", {}, same("e"));
  EXPECT_EQ(Session::status_of(diagnostics), Status::invalid);
}

}  // namespace
}  // namespace pricetalk
