#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
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
  parent.postMessage('MEASURED ' + width + ' ' + document.documentElement.scrollWidth + ' ' +
    wrong.length + ' ' + wrong.slice(0, 3).join(' / ').replace(/</g, ' '), '*');
});</script></body>)";

/// What sticks out at that width; empty: nothing.
std::string cut_off(const TemporaryFolder& folder, const std::string& html, int width) {
  folder.put("measured.html", replaced(html, "</body>", measuring));
  // The window of a browser has a least width; a frame has none.
  folder.put("frame.html",
             "<html><head><title>-</title><script>addEventListener('message', function (e) { "
             "document.title = e.data; });</script></head><body><iframe style='border:0;width:" +
                 std::to_string(width) +
                 "px;height:3000px' src='measured.html'></iframe></body></html>");
  browse(folder, "--window-size=1000,3200 --virtual-time-budget=4000 --dump-dom",
         folder / "frame.html", folder / "dom.txt");
  const std::string dom = read(folder / "dom.txt");
  std::smatch match;
  const std::regex measured("<title>MEASURED ([0-9]+) ([0-9]+) ([0-9]+) ?([^<]*)</title>");
  if (!std::regex_search(dom, match, measured)) return "not measured";
  if (std::stoi(match[1]) != width) return "measured at " + match[1].str();
  if (std::stoi(match[2]) > std::stoi(match[1])) return "the page is " + match[2].str() + " wide";
  return match[3] == "0" ? "" : match[3].str() + " elements: " + match[4].str();
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

}  // namespace
}  // namespace pricetalk::harness
