#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// A line of a page. Plain text becomes one implicitly: `strong("Klant:") + " minder"`.
class Words {
 public:
  /// Characters exactly as the reader is to see them. Each format escapes them in its own way, so a
  /// text that a person typed never turns into layout.
  struct Run {
    /// How a run looks.
    enum class Kind : std::uint8_t {
      plain,      ///< as the text around it
      strong,     ///< of weight: bold
      code,       ///< a key or address, in letters of one width
      link,       ///< leads to `anchor` on the same page
      file,       ///< leads to the file `anchor`, as seen from that of the page
      line_break  ///< the line ends here, the paragraph goes on; no text
    };
    std::string text;         ///< none of a line break
    Kind kind = Kind::plain;  ///< default: as the text around it
    /// Of a link: the `anchor` of what it leads to, without `#`; of a file its relative path.
    std::string anchor = {};
  };

  Words() = default;
  /// These two: the text as one plain run; none when it is empty.
  Words(std::string plain);                                // NOLINT(google-explicit-constructor)
  Words(const char* plain) : Words(std::string(plain)) {}  // NOLINT(google-explicit-constructor)
  /// One run as it is.
  explicit Words(Run run) { runs_.push_back(std::move(run)); }

  /// In the order of reading.
  const std::vector<Run>& runs() const { return runs_; }
  /// Whether it has no run at all.
  bool empty() const { return runs_.empty(); }
  /// The characters alone; a line break is a blank.
  std::string plain() const;

  /// These two: one after the other; no blank is put between them.
  Words& operator+=(const Words& more);
  friend Words operator+(Words a, const Words& b) { return a += b; }

 private:
  std::vector<Run> runs_;
};

/// These five: words of one run, of the kind of their name.
Words strong(std::string text);
Words code(std::string text);
Words link(std::string text, std::string anchor);
Words file_link(std::string text, std::string path);
Words line_break();

/// What stands on a page, without how it is written: HTML and Markdown are two renderings of it,
/// and neither reads the other.
struct Page {
  /// What it is printed on: sets the style of the HTML, and nothing in Markdown.
  enum class Paper : std::uint8_t {
    document,  ///< as many sheets as it takes
    sheet,     ///< one A4: small type, narrow margins
    letter,    ///< a letter on as many sheets as it takes
    list       ///< a list of many columns: A4 on its side, as many as it takes
  };
  /// A line above what follows.
  struct Heading {
    Words words;              ///< what it says
    int level = 2;            ///< 1 to 3; a heading of level 2 begins a section
    std::string anchor = {};  ///< links lead here; empty: none do
  };
  /// A paragraph.
  struct Text {
    Words words;              ///< what it says; empty: nothing is written
    std::string anchor = {};  ///< links lead here; empty: none do
  };
  /// A list.
  struct Items {
    std::vector<Words> items;  ///< one a line; not numbered
    bool boxes = false;        ///< to be ticked
  };
  /// A drawing.
  struct Chart {
    std::string svg;  ///< drawn by the engine; HTML only
    Words caption;    ///< says in words what it shows, also for readers who do not see it
  };
  /// To which side the cells of a column go: numbers stand right.
  enum class Align : std::uint8_t { left, right };
  enum class Mark : std::uint8_t { none, wrong, blush };  ///< the colour of a cell
  /// One field of a table.
  struct Cell {
    Cell() = default;
    /// These three: the words, without colour where none is given.
    Cell(Words text, Mark colour = Mark::none)  // NOLINT(google-explicit-constructor)
        : words(std::move(text)), mark(colour) {}
    Cell(std::string text) : words(std::move(text)) {}  // NOLINT(google-explicit-constructor)
    Cell(const char* text) : words(text) {}             // NOLINT(google-explicit-constructor)
    Words words;                                        ///< what stands in it
    /// Its colour, for HTML only: what it means must be said in words too.
    Mark mark = Mark::none;
    std::string anchor = {};  ///< links lead here; empty: none do
  };
  /// How a column of a table looks.
  struct Column {
    Words title;                ///< at its head; empty in every column: a table without a head
    Align align = Align::left;  ///< of head and cells
    int width = 0;              ///< of a hundred; 0: as the cells need
  };
  /// A table.
  struct Grid {
    std::vector<Column> columns;          ///< at least one
    std::vector<std::vector<Cell>> rows;  ///< as many cells as columns

    /// Adds a row below the others. REQUIRES: as many cells as columns.
    void row(std::vector<Cell> cells) { rows.push_back(std::move(cells)); }
  };
  /// What follows stands on a new sheet when printed.
  struct NewSheet {};
  /// What a page is made of.
  using Element = std::variant<Heading, Text, Items, Grid, Chart, NewSheet>;

  /// Of the page as a document (`lang`), and of what the rendering says itself.
  Language language = Language::nl;
  Paper paper = Paper::document;  ///< default: a document
  std::string name;               ///< in the title bar of a browser
  std::vector<Element> elements;  ///< from top to bottom

  /// Adds one below the others; gives the page, so that calls can be chained.
  Page& add(Element element) {
    elements.push_back(std::move(element));
    return *this;
  }
};

/// Text that a person typed in a contract file: an empty line ends a paragraph, lines that begin
/// with "- ", "* " or "• " are a list, numbered lines stay lines, and every other line goes on
/// where the one before it ended.
std::vector<Page::Element> as_typed(const std::string& text);

/// Markdown; a chart becomes its caption. Signs are escaped only where they would be read as
/// layout: "Waterland_Zuid [gemeente]" stays as it is.
std::string as_markdown(const Page& page);

/// One self-contained HTML page: style and charts inside, nothing from a network, no script.
std::string as_html(const Page& page);

/// Text with `&`, `<`, `>` and quotes escaped for HTML.
std::string html_escaped(const std::string& text);

/// An address or other text as a name that can stand behind `#` in a link, one for each text.
std::string anchor_of(const std::string& text);

}  // namespace pricetalk
