#include "program.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <streambuf>

#include "pricetalk/cli/run.hpp"

namespace pricetalk::harness {

namespace fs = std::filesystem;

namespace {

/// Writes to two places, so that a stream can be kept alone and in order with another one.
class Both : public std::streambuf {
 public:
  Both(std::string& own, std::string& shared) : own_(own), shared_(shared) {}

 private:
  int_type overflow(int_type sign) override {
    if (sign != traits_type::eof()) {
      own_ += traits_type::to_char_type(sign);
      shared_ += traits_type::to_char_type(sign);
    }
    return traits_type::not_eof(sign);
  }
  std::string& own_;
  std::string& shared_;
};

bool is_assignment(const std::string& word) {
  const auto equals = word.find('=');
  return equals != std::string::npos && equals > 0 &&
         std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(equals),
                     [](unsigned char sign) { return std::isupper(sign) != 0 || sign == '_'; });
}

}  // namespace

std::string root() { return PRICETALK_ROOT; }

bool updating() {
  const char* value = std::getenv("UPDATE_GOLDEN");
  return value != nullptr && std::string_view(value) == "1";
}

CommandLine split(std::string_view line) {
  std::vector<std::string> words;
  bool inside = false;
  char quote = '\0';
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char sign = line[i];
    if (sign == '\\' && quote != '\'' && i + 1 < line.size()) {
      ++i;
      if (line[i] == '\n') {
        continue;
      }
    } else if (quote != '\0' && sign == quote) {
      quote = '\0';
      continue;
    } else if (quote == '\0' && (sign == '\'' || sign == '"')) {
      quote = sign;
      if (!inside) {
        words.emplace_back();
      }
      inside = true;
      continue;
    } else if (quote == '\0' && std::isspace(static_cast<unsigned char>(sign)) != 0) {
      inside = false;
      continue;
    }
    if (!inside) {
      words.emplace_back();
      inside = true;
    }
    words.back() += line[i];
  }
  CommandLine result;
  auto word = words.begin();
  for (; word != words.end() && is_assignment(*word); ++word) {
    result.variables[word->substr(0, word->find('='))] = word->substr(word->find('=') + 1);
  }
  result.words.assign(word, words.end());
  return result;
}

Ran run_in(const std::string& folder, const CommandLine& line, const std::string& input) {
  fs::current_path(folder);
  Ran ran;
  Both out_buffer(ran.out, ran.both);
  Both err_buffer(ran.err, ran.both);
  std::ostream out(&out_buffer);
  std::ostream err(&err_buffer);
  std::istringstream in(input);
  const std::vector<std::string> arguments(line.words.begin() + 1, line.words.end());
  ran.status = run(arguments, in, out, err, {line.variables, *Date::make(2025, 10, 14), false});
  return ran;
}

std::map<std::string, std::string> files_below(const std::string& folder) {
  std::map<std::string, std::string> files;
  if (!fs::exists(folder)) {
    return files;
  }
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().filename() != ".pricetalk") {
      files[entry.path().lexically_relative(folder).generic_string()] = read(entry.path().string());
    }
  }
  return files;
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

void write(const std::string& path, std::string_view text) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos && !what.empty();
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

std::string difference(const std::string& expected, const std::string& found) {
  if (expected == found) {
    return "";
  }
  std::istringstream left(expected);
  std::istringstream right(found);
  for (int number = 1;; ++number) {
    std::string wanted;
    std::string got;
    const bool more_wanted = static_cast<bool>(std::getline(left, wanted));
    const bool more_got = static_cast<bool>(std::getline(right, got));
    if (!more_wanted && !more_got) {
      return "they differ in the last line end only";
    }
    if (more_wanted != more_got || wanted != got) {
      return "line " + std::to_string(number) +
             "\n  expected: " + (more_wanted ? wanted : std::string("(end of text)")) +
             "\n  found:    " + (more_got ? got : std::string("(end of text)"));
    }
  }
}

std::string test_name(std::string_view path) {
  std::string name(path);
  std::replace_if(
      name.begin(), name.end(), [](unsigned char sign) { return std::isalnum(sign) == 0; }, '_');
  return name;
}

std::vector<std::string> folders_below(const std::string& folder, int depth) {
  std::vector<std::string> found;
  if (!fs::is_directory(folder)) {
    return found;
  }
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!entry.is_directory()) {
      continue;
    }
    const std::string name = entry.path().filename().string();
    if (depth == 1) {
      found.push_back(name);
      continue;
    }
    for (const auto& inner : folders_below(entry.path().string(), depth - 1)) {
      found.push_back(name + "/" + inner);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace pricetalk::harness
