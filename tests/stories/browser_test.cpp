#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "program.hpp"
#include "temporary_folder.hpp"

// What `prepare` writes, as a browser shows and prints it: nothing is cut off on a telephone, and
// the talk is one A4 with its second sheet named. Needs Chromium; says so where there is none.

namespace pricetalk::harness {
namespace {

const std::string browser = "/usr/bin/chromium";

bool no_browser() { return !std::filesystem::exists(browser); }
constexpr const char* why_skipped =
    "/usr/bin/chromium is not installed: nothing measures the pages (apt-get install chromium)";

/// Runs the browser without a window; what it prints goes to `into`.
void browse(const TemporaryFolder& folder, const std::string& options, const std::string& page,
            const std::string& into) {
  const std::string command =
      "timeout 90 " + browser +
      " --headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
      "--disable-background-networking --disable-component-update --disable-sync "
      "--hide-scrollbars --user-data-dir='" +
      folder.path() + "/profile' " + options + " 'file://" + page + "' >'" + into + "' 2>/dev/null";
  ASSERT_EQ(std::system(command.c_str()), 0) << command;
}

/// Tells of a page what sticks out of the screen or of its own box.
constexpr const char* measuring = R"(<script>addEventListener('load', function () {
  var wrong = [], width = innerWidth, all = document.querySelectorAll('body *');
  for (var i = 0; i < all.length; ++i) {
    var e = all[i], box = e.getBoundingClientRect();
    if (e.closest('svg') && e.tagName != 'svg') continue;
    if (box.width == 0) continue;
    var out = box.right > width + 1 || box.left < -1;
    var cut = e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1;
    if (out || cut) wrong.push(e.tagName + ' ' + e.textContent.slice(0, 60));
  }
  parent.postMessage(location.pathname.split('/').pop() + ' MEASURED ' + width + ' ' + document.documentElement.scrollWidth + ' ' +
    wrong.length + ' ' + wrong.slice(0, 3).join(' / ').replace(/</g, ' '), '*');
});</script></body>)";

/// What sticks out of the HTML pages at that width, one line for each page with something; empty:
/// nothing. A frame is as narrow as it is told, a window is not.
std::string cut_off(const TemporaryFolder& folder, const std::map<std::string, std::string>& files,
                    int width) {
  std::string frames;
  std::vector<std::string> names;
  for (const auto& [name, text] : files) {
    if (!name.ends_with(".html")) continue;
    names.push_back("m" + std::to_string(names.size()) + ".html");
    folder.put(names.back(), replaced(text, "</body>", measuring));
    frames += "<iframe style='border:0;width:" + std::to_string(width) + "px;height:2000px' src='" +
              names.back() + "'></iframe>";
  }
  folder.put("frames.html",
             "<html><head><title></title><script>addEventListener('message', function (e) { "
             "document.title += e.data + ' ; '; });</script></head><body>" +
                 frames + "</body></html>");
  browse(folder, "--window-size=1000,3200 --virtual-time-budget=8000 --dump-dom",
         folder / "frames.html", folder / "dom.txt");
  const std::string dom = read(folder / "dom.txt");
  std::string wrong;
  for (const std::string& name : names) {
    const std::regex measured(name + " MEASURED ([0-9]+) ([0-9]+) ([0-9]+) ?([^;]*);");
    std::smatch match;
    if (!std::regex_search(dom, match, measured))
      wrong += name + " is not measured\n";
    else if (std::stoi(match[1]) != width || std::stoi(match[2]) > width || match[3] != "0")
      wrong += name + ": " + match.str() + "\n";
  }
  return wrong;
}

/// How many sheets of paper the page takes.
int sheets(const TemporaryFolder& folder, const std::string& html) {
  folder.put("printed.html", html);
  browse(folder, "--no-pdf-header-footer --print-to-pdf='" + folder.path() + "/printed.pdf'",
         folder / "printed.html", folder / "printed.txt");
  const std::string pdf = read(folder / "printed.pdf");
  int count = 0;
  for (auto at = pdf.find("/Type /Page"); at != std::string::npos;
       at = pdf.find("/Type /Page", at + 1))
    if (pdf.compare(at + 11, 1, "s") != 0) ++count;
  return count;
}

std::map<std::string, std::string> prepared(const TemporaryFolder& folder,
                                            const std::string& contract,
                                            const std::string& options) {
  const std::string out = folder / "talk";
  const Ran ran =
      run_in(root(), split("pricetalk prepare " + contract + " --out " + out + " " + options));
  EXPECT_EQ(ran.status, 0) << ran.both;
  auto files = files_below(out);
  std::filesystem::remove_all(out);
  return files;
}

std::string story(const TemporaryFolder& folder, const std::string& name) {
  folder.put(name, replaced(read(root() + "/tests/stories/talk/" + name), "../indices",
                            root() + "/indices"));
  return folder / name +
         " --scenario scenarios/laag.toml --scenario scenarios/verwacht.toml "
         "--scenario scenarios/hoog.toml";
}

TEST(Browser, cuts_nothing_off_on_a_telephone_and_prints_the_talk_on_one_a4) {
  if (no_browser()) GTEST_SKIP() << why_skipped;
  const TemporaryFolder folder;
  const std::vector<std::pair<std::string, std::string>> talks = {
      {"contracts/schoonmaak-gemeente.toml",
       "--today 2025-10-14 --invoices contracts/invoices/schoonmaak-gemeente.csv"},
      {"contracts/koffie.toml", "--today 2025-10-14 --language en"},
      {story(folder, "buildings-28.toml"), "--today 2025-10-14"},
      {story(folder, "odd-texts.toml"), "--today 2025-10-14"}};
  for (const auto& [contract, options] : talks) {
    const auto files = prepared(folder, contract, options);
    EXPECT_EQ(cut_off(folder, files, 390), "") << contract;
    const std::string& talk = files.at("internal/talk.html");
    const int expected = talk.find("class=\"new-sheet\"") == std::string::npos ? 1 : 2;
    EXPECT_EQ(sheets(folder, talk), expected) << contract;
  }
}

TEST(Browser, prints_the_annex_of_the_example_on_a_readable_number_of_sheets) {
  if (no_browser()) GTEST_SKIP() << why_skipped;
  const TemporaryFolder folder;
  const auto files =
      prepared(folder, "contracts/schoonmaak-gemeente.toml",
               "--today 2025-10-14 --invoices contracts/invoices/schoonmaak-gemeente.csv");
  EXPECT_LE(sheets(folder, files.at("internal/annex.html")), 30);
}

}  // namespace
}  // namespace pricetalk::harness
