#include "files/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>
#include <string_view>

#include "files/descriptor.hpp"

extern char** environ;  // NOLINT(readability-redundant-declaration): not in every unistd.h

namespace pricetalk {

namespace {

class SpawnActions {
 public:
  SpawnActions() { ::posix_spawn_file_actions_init(&actions_); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;
  ~SpawnActions() { ::posix_spawn_file_actions_destroy(&actions_); }

  void open(int number, const char* path, int how) {
    ::posix_spawn_file_actions_addopen(&actions_, number, path, how, 0);
  }
  void copy(int from, int to) { ::posix_spawn_file_actions_adddup2(&actions_, from, to); }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> made;
  for (std::string& word : words) made.push_back(word.data());
  made.push_back(nullptr);
  return made;
}

/// The variables of this process, but for those that are `set`.
std::vector<std::string> variables_with(const std::vector<std::string>& set) {
  std::vector<std::string> made = set;
  for (char** each = environ; *each != nullptr; ++each) {
    const std::string_view variable = *each;
    const std::string_view name = variable.substr(0, variable.find('=') + 1);
    const bool known = std::any_of(
        set.begin(), set.end(), [&](const std::string& other) { return other.starts_with(name); });
    if (!known) made.emplace_back(variable);
  }
  return made;
}

std::optional<pid_t> started(const std::string& name, const std::vector<std::string>& arguments,
                             int output, const ProgramSurroundings& surroundings) {
  SpawnActions actions;
  actions.open(STDIN_FILENO, "/dev/null", O_RDONLY);
  actions.open(STDERR_FILENO, "/dev/null", O_WRONLY);
  actions.copy(output, STDOUT_FILENO);
  std::vector<std::string> words{name};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = variables_with(surroundings.variables);
  pid_t made = 0;
  if (::posix_spawnp(&made, name.c_str(), actions.get(), nullptr, pointers_to(words).data(),
                     pointers_to(variables).data()) != 0)
    return std::nullopt;
  return made;
}

/// Takes what is printed, until the end or a limit.
ProgramRun::Outcome take_output(int from, const ProgramLimits& limits, std::string& output) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::seconds(limits.seconds);
  std::array<char, 65'536> piece{};
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    if (left.count() <= 0) return ProgramRun::Outcome::too_long;
    pollfd waiting{from, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(left.count()));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return ProgramRun::Outcome::too_long;
    const ssize_t got = ::read(from, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return ProgramRun::Outcome::ended;
    output.append(piece.data(), static_cast<std::size_t>(got));
    if (output.size() > limits.bytes) return ProgramRun::Outcome::too_large;
  }
}

int exit_status(pid_t program) {
  int status = 0;
  while (::waitpid(program, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

ProgramRun run_program(const std::string& name, const std::vector<std::string>& arguments,
                       const ProgramLimits& limits, const ProgramSurroundings& surroundings) {
  ProgramRun made;
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return made;
  const Descriptor reading(ends[0]);
  Descriptor writing(ends[1]);
  const auto program = started(name, arguments, writing.number(), surroundings);
  writing.close();
  if (!program) return made;
  made.outcome = take_output(reading.number(), limits, made.output);
  if (made.outcome != ProgramRun::Outcome::ended) ::kill(*program, SIGKILL);
  made.status = exit_status(*program);
  // Where it could not be found after all, the copy of this process ends so.
  constexpr int not_found = 127;
  if (made.status == not_found && made.output.empty()) made.outcome = ProgramRun::Outcome::missing;
  return made;
}

}  // namespace pricetalk
