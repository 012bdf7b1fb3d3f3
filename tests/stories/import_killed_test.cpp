#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "program.hpp"
#include "temporary_folder.hpp"

// An import that is killed in the middle leaves every file of the library as it was or as it should
// become, never half written; the next import does the rest.

namespace pricetalk::harness {
namespace {

constexpr int categories = 8;

std::string month_code(int month) {
  const std::string number = std::to_string(month % 12 + 1);
  return std::to_string(2016 + month / 12) + "MM" + (number.size() == 1 ? "0" : "") + number;
}

/// A table in CBS's syntax: so many categories, so many months, one measure.
void write_table(const std::string& folder, int months) {
  const std::string context = R"({"@odata.context":"https://x/odata/v1/CBS/99999NED/$metadata#)";
  std::string rows;
  std::string periods;
  for (int month = 0; month < months; ++month) {
    periods += std::string(periods.empty() ? "" : ",") + R"({"Identifier":")" + month_code(month) +
               R"(","Status":"Definitief"})";
    for (int category = 0; category < categories; ++category)
      rows += std::string(rows.empty() ? "" : ",") +
              R"({"Id":1,"Measure":"M1","ValueAttribute":"None","Value":)" +
              std::to_string(100 + month) + ".5" + R"(,"StringValue":null,"Soort":"A)" +
              std::to_string(category) + R"(","Perioden":")" + month_code(month) + R"("})";
  }
  write(folder + "/o.json", context + R"(Observations","value":[)" + rows + "]}");
  write(folder + "/p.json", context + R"(PeriodenCodes","value":[)" + periods + "]}");
  write(folder + "/m.json", context +
                                R"(MeasureCodes","value":[{"Identifier":"M1","Title":"Index",)" +
                                R"("Unit":"2016=100","Decimals":1}]})");
}

pid_t start(const std::vector<std::string>& words) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  if (::freopen("/dev/null", "w", stdout) == nullptr) ::_exit(126);
  ::execv(arguments.front(), arguments.data());
  ::_exit(127);
}

std::vector<std::string> import_into(const std::string& library, const std::string& table) {
  return {PRICETALK_PROGRAM, "index",  "import",   table,     "--into",
          library,           "--only", "99999NED", "--today", "2026-11-22"};
}

int finish(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

TEST(ImportKilled, leaves_each_file_old_or_new_and_the_next_import_does_the_rest) {
  const TemporaryFolder folder;
  const std::string library = folder.path() + "/library";
  const std::string first = folder.path() + "/first";
  const std::string second = folder.path() + "/second";
  std::filesystem::create_directories(library);
  write_table(first, 60);
  write_table(second, 72);
  ASSERT_EQ(finish(start(import_into(library, first))), 0);
  const auto old = files_below(library);
  ASSERT_EQ(old.size(), static_cast<std::size_t>(categories));

  const auto began = std::chrono::steady_clock::now();
  ASSERT_EQ(finish(start(import_into(library, second))), 0);
  const auto whole = std::chrono::steady_clock::now() - began;
  const auto fresh = files_below(library);
  ASSERT_EQ(fresh.size(), old.size());
  ASSERT_NE(fresh, old);

  constexpr int kills = 30;
  for (int kill = 0; kill < kills; ++kill) {
    for (const auto& [name, text] : old) write(library + "/" + name, text);
    const pid_t child = start(import_into(library, second));
    std::this_thread::sleep_for(whole * kill / kills);
    ::kill(child, SIGKILL);
    finish(child);
    for (const auto& [name, text] : files_below(library)) {
      // What was begun beside a file begins with a dot and is not read.
      if (name.front() == '.') continue;
      ASSERT_TRUE(old.count(name) == 1) << name;
      EXPECT_TRUE(text == old.at(name) || text == fresh.at(name))
          << name << " was left half written";
    }
  }
  ASSERT_EQ(finish(start(import_into(library, second))), 0);
  for (const auto& [name, text] : fresh) EXPECT_EQ(read(library + "/" + name), text) << name;
}

}  // namespace
}  // namespace pricetalk::harness
