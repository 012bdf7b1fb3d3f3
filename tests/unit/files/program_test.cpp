#include "files/program.hpp"

#include <gtest/gtest.h>

#include "files/files.hpp"
#include "files/scratch.hpp"

namespace pricetalk {
namespace program_test {

using Outcome = ProgramRun::Outcome;

TEST(RunProgram, gives_what_was_printed_and_how_it_ended) {
  const ProgramRun fine = run_program("printf", {"%s", "a b; $(echo c)"});
  EXPECT_TRUE(fine.fine());
  EXPECT_EQ(fine.output, "a b; $(echo c)");
  const ProgramRun bad = run_program("sh", {"-c", "echo x; echo y >&2; exit 3"});
  EXPECT_EQ(bad.outcome, Outcome::ended);
  EXPECT_EQ(bad.status, 3);
  EXPECT_EQ(bad.output, "x\n");
  EXPECT_EQ(run_program("sh", {"-c", "kill -9 $$"}).status, -1);
}

TEST(RunProgram, says_that_a_program_is_not_there) {
  EXPECT_EQ(run_program("no-such-program-at-all", {}).outcome, Outcome::missing);
}

TEST(RunProgram, stops_what_prints_or_runs_without_end) {
  EXPECT_EQ(run_program("yes", {}, {.bytes = 100'000}).outcome, Outcome::too_large);
  EXPECT_EQ(run_program("sleep", {"100"}, {.seconds = 1}).outcome, Outcome::too_long);
}

TEST(RunProgram, gives_it_nothing_to_read) { EXPECT_EQ(run_program("cat", {}).output, ""); }

TEST(RunProgram, gives_it_variables_before_those_of_this_process) {
  const ProgramRun ran = run_program("sh", {"-c", "echo \"$HOME $PRICETALK_X\""}, {},
                                     {{"HOME=/nowhere", "PRICETALK_X=a b"}});
  EXPECT_EQ(ran.output, "/nowhere a b\n");
}

TEST(ScratchFolder, is_gone_with_all_that_is_in_it) {
  std::string kept;
  {
    const ScratchFolder folder;
    ASSERT_TRUE(folder.problems().empty());
    kept = folder.path("a");
    EXPECT_TRUE(write_file(kept, "x").empty());
    EXPECT_TRUE(is_there(kept));
  }
  EXPECT_FALSE(is_there(kept));
}

}  // namespace program_test
}  // namespace pricetalk
