#include "report/audit_chart.hpp"

#include <algorithm>
#include <vector>

#include "explain/rounded.hpp"
#include "letter/sentences.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/page/page.hpp"
#include "report/audit_panels.hpp"
#include "report/svg_scale.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

constexpr int width_of_page = 780;
constexpr int chart_left = 84;
constexpr int chart_right = 84;
constexpr int head = 70;
constexpr int panel_head = 38;
constexpr int plot = 130;
constexpr int panel_foot = 40;
constexpr int panel_height = panel_head + plot + panel_foot;
/// Code points that fit on a line: of small and of bold type.
constexpr std::size_t longest_small = 138;
constexpr std::size_t longest_bold = 112;

constexpr const char* ink = "#1b1f24";
constexpr const char* charged_ink = "#9c1c16";
constexpr const char* allowed_ink = "#14406b";
constexpr const char* pale = "#5a6570";

using Panel = AuditPanel;
using Stretch = AuditPanel::Stretch;

class AuditChart {
 public:
  AuditChart(const Contract& contract, const Audit& audit, Language language)
      : contract_(contract), audit_(audit), language_(language), panels_(panels_of(audit)) {
    shown_ = std::min(panels_.size(), chart_panels);
  }

  std::string text() {
    const int rest = panels_.size() > shown_ ? 24 : 0;
    const int none = panels_.empty() ? 30 : 0;
    const int height = head + static_cast<int>(shown_) * panel_height + rest + none;
    const std::string title = say("Charged and allowed: ", "Gerekend en toegestaan: ") +
                              contract_.title + " (" + contract_.id + ")";
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " +
           std::to_string(width_of_page) + " " + std::to_string(height) + "\" width=\"" +
           std::to_string(width_of_page) + "\" height=\"" + std::to_string(height) + "\" lang=\"" +
           say("en", "nl") +
           "\" role=\"img\" aria-labelledby=\"title desc\" font-family=\"Helvetica, Arial, "
           "sans-serif\" font-size=\"11\" fill=\"" +
           ink + "\">\n<title id=\"title\">" + html_escaped(title) +
           "</title>\n<desc id=\"desc\">" + html_escaped(description()) + "</desc>\n";
    out_ +=
        "<defs><pattern id=\"less\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
        "patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"#ffffff\"/>"
        "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"5\" stroke=\"#5a6570\" stroke-width=\"1.6\"/>"
        "</pattern></defs>\n<rect width=\"" +
        std::to_string(width_of_page) + "\" height=\"" + std::to_string(height) +
        "\" fill=\"#ffffff\"/>\n";
    out_ += words(16, 22, title, "font-size=\"15\" font-weight=\"bold\"");
    out_ += words(16, 39, subtitle(), std::string("fill=\"") + pale + "\"");
    if (panels_.empty())
      out_ += words(16, head + 12,
                    say("No invoice differs from what the contract allows.",
                        "Geen factuur wijkt af van wat het contract toestaat."));
    else
      legend();
    for (std::size_t i = 0; i < shown_; ++i)
      panel(panels_[i], head + static_cast<int>(i) * panel_height);
    if (rest > 0) out_ += words(16, height - 10, others(), std::string("fill=\"") + pale + "\"");
    return out_ + "</svg>\n";
  }

 private:
  std::string say(std::string_view en, std::string_view nl) const {
    return pricetalk::say(language_, en, nl);
  }
  std::string day(Date date) const { return date_text(date, language_); }
  std::string money(const Ratio& value, int decimals) const {
    return money_text({as_many_decimals(value, decimals), audit_.currency}, language_);
  }
  std::string money(const Figure& figure) const {
    return money_text(std::get<Money>(figure.value), language_);
  }

  /// Cut off at the end of the line; the whole text stands in the description.
  static std::string fitted(const std::string& text, std::size_t longest) {
    if (pricetalk::width(text) <= longest) return text;
    std::string made;
    std::size_t count = 0;
    for (const char c : text) {
      if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U && ++count == longest) break;
      made += c;
    }
    return made + "…";
  }
  static std::string words(int x, int y, const std::string& text, const std::string& style = {}) {
    return "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\"" +
           (style.empty() ? "" : " ") + style + ">" +
           html_escaped(fitted(
               text, style.find("bold") == std::string::npos ? longest_small : longest_bold)) +
           "</text>\n";
  }

  std::string subtitle() const {
    return say("As known on ", "Zoals bekend op ") + day(audit_.today) +
           (contract_.vat == Vat::excluded ? say(", without VAT", ", zonder btw")
                                           : say(", with VAT", ", met btw")) +
           say(". Credit notes are not drawn. The value axes do not begin at zero.",
               ". Creditnota's staan er niet in. De verticale assen beginnen niet bij nul.");
  }

  bool any(bool too_much) const {
    for (std::size_t i = 0; i < shown_; ++i)
      for (const Stretch& span : panels_[i].stretches)
        if (span.allowed &&
            (too_much ? *span.allowed < span.charged : span.charged < *span.allowed))
          return true;
    return false;
  }

  void legend() {
    int x = 16;
    const auto entry = [&](const std::string& sample, const std::string& name) {
      out_ += sample + words(x + 32, 58, name);
      x += 32 + static_cast<int>(pricetalk::width(name)) * 6 + 22;
    };
    const auto line = [&](const char* colour, const char* style) {
      return "<line x1=\"" + std::to_string(x) + "\" x2=\"" + std::to_string(x + 26) +
             "\" y1=\"54\" y2=\"54\" stroke=\"" + colour + "\" " + style + "/>";
    };
    const auto area = [&](const char* fill) {
      return "<rect x=\"" + std::to_string(x) + "\" y=\"49\" width=\"26\" height=\"11\" fill=\"" +
             fill + "\" stroke=\"#8a949e\"/>";
    };
    entry(line(charged_ink, "stroke-width=\"2.4\""), say("charged", "gerekend"));
    entry(line(allowed_ink, "stroke-width=\"1.8\" stroke-dasharray=\"6 3\""),
          say("allowed", "toegestaan"));
    if (any(true)) entry(area("#e3b7b3"), say("too much", "te veel"));
    if (any(false)) entry(area("url(#less)"), say("too little", "te weinig"));
  }

  /// "€ 40.176,00 te veel en € 12,00 te weinig sinds 1 januari 2021".
  std::string sums(const AuditedLine& line) const {
    std::string text;
    const auto add = [&](const Figure& figure, const std::string& what) {
      if (amount_of(figure).is_zero()) return;
      text += (text.empty() ? "" : say(" and ", " en ")) + money(figure) + what;
    };
    add(line.totals.over, say(" too much", " te veel"));
    add(line.totals.under, say(" too little", " te weinig"));
    if (text.empty()) return say("settled by credit notes", "hersteld met creditnota's");
    if (line.since) text += say(" since ", " sinds ") + day(*line.since);
    return text;
  }

  std::string cause(const AuditedLine& line) const {
    if (line.causes.result != Causes::Result::found) return "";
    return say("cause: ", "oorzaak: ") + line.causes.sentence().in(language_);
  }

  std::string description() const {
    if (panels_.empty())
      return say("No invoice differs from what the contract allows.",
                 "Geen factuur wijkt af van wat het contract toestaat.");
    std::string text;
    for (std::size_t i = 0; i < shown_; ++i)
      text += (text.empty() ? "" : " ") + panels_[i].line->line->title + ": " +
              sums(*panels_[i].line) + ".";
    if (panels_.size() > shown_) text += " " + others() + ".";
    return text;
  }

  std::string others() const {
    const std::size_t count = panels_.size() - shown_;
    std::string text = say("Not drawn: ", "Niet getekend: ") + std::to_string(count) +
                       (count == 1 ? say(" more line (", " andere regel (")
                                   : say(" more lines (", " andere regels ("));
    for (std::size_t i = shown_; i < panels_.size(); ++i)
      text += (i > shown_ ? ", " : "") + panels_[i].line->line->title;
    return text + ")";
  }

  /// In words, for who does not see it: spans of equal prices together.
  std::string in_words(const Panel& panel) const {
    std::string text = sums(*panel.line) + ".";
    const std::string because = cause(*panel.line);
    if (!because.empty()) text += " " + because + ".";
    const int decimals = price_decimals(panel);
    for (std::size_t i = 0; i < panel.stretches.size();) {
      std::size_t next = i + 1;
      while (next < panel.stretches.size() &&
             panel.stretches[next].charged == panel.stretches[i].charged &&
             panel.stretches[next].allowed == panel.stretches[i].allowed)
        ++next;
      const Stretch& span = panel.stretches[i];
      text += " " + day(span.from) + say(" to ", " tot en met ") +
              day(panel.stretches[next - 1].to) + say(": charged ", ": gerekend ") +
              money(span.charged, decimals) +
              (span.allowed
                   ? say(", allowed ", ", toegestaan ") + money(*span.allowed, decimals)
                   : say(", allowed is not determined", ", toegestaan is nog niet te bepalen")) +
              ".";
      i = next;
    }
    return text;
  }

  int price_decimals(const Panel& panel) const {
    return panel.prices && panel.line->line->prices.size() == 1
               ? panel.line->line->price_decimals(audit_.currency, 0)
               : audit_.currency.minor_decimals();
  }

  // One panel.

  struct Frame {
    int top;  ///< of the plot
    Date from;
    Date to;
    ValueScale scale;
    Ratio x(Date date) const {
      const Ratio all(to.days() - from.days() + 1);
      return Ratio(chart_left) +
             Ratio(width_of_page - chart_left - chart_right) *
                 Ratio(std::clamp(date, from, to.plus_days(1)).days() - from.days()) / all;
    }
    Ratio y(const Ratio& value) const {
      return Ratio(top + plot) - Ratio(plot) * scale.part(value);
    }
  };

  static Frame frame_of(const Panel& panel, int top) {
    Date from = panel.stretches.front().from;
    Date to = panel.stretches.front().to;
    Ratio least = panel.stretches.front().charged;
    Ratio most = least;
    for (const Stretch& span : panel.stretches) {
      from = std::min(from, span.from);
      to = std::max(to, span.to);
      least = std::min(least, span.charged);
      most = std::max(most, span.charged);
      if (!span.allowed) continue;
      least = std::min(least, *span.allowed);
      most = std::max(most, *span.allowed);
    }
    return {top + panel_head, from, to, ValueScale(least, most, 4)};
  }

  void panel(const Panel& panel, int top) {
    const Frame frame = frame_of(panel, top);
    const std::string what = panel.prices ? say("price ", "prijs ") + unit(panel)
                                          : say("amount of a period", "bedrag per periode");
    out_ += "<g role=\"img\" aria-label=\"" + html_escaped(panel.line->line->title) +
            "\">\n<desc>" + html_escaped(in_words(panel)) + "</desc>\n";
    out_ += words(16, top + 12, panel.line->line->title + " · " + sums(*panel.line),
                  "font-weight=\"bold\" font-size=\"12\"");
    const std::string because = cause(*panel.line);
    out_ += words(16, top + 27, what + (because.empty() ? "" : " · " + because),
                  std::string("fill=\"") + pale + "\"");
    grid(frame, panel);
    areas(panel, frame);
    steps(panel, frame, true);
    steps(panel, frame, false);
    ends(panel, frame);
    out_ += "</g>\n";
  }

  std::string unit(const Panel& panel) const {
    const std::string& word = panel.line->line->unit;
    return word.empty() ? say("of one", "per eenheid") : per_unit(word, language_);
  }

  void grid(const Frame& frame, const Panel& panel) {
    const int decimals = frame.scale.whole() && !panel.prices ? 0 : price_decimals(panel);
    for (Ratio value = frame.scale.low; value <= frame.scale.high;
         value = value + frame.scale.step) {
      const std::string at = coordinate(frame.y(value));
      out_ += "<line x1=\"" + std::to_string(chart_left) + "\" x2=\"" +
              std::to_string(width_of_page - chart_right) + "\" y1=\"" + at + "\" y2=\"" + at +
              "\" stroke=\"#dfe3e8\"/><text x=\"" + std::to_string(chart_left - 6) + "\" y=\"" +
              coordinate(frame.y(value) + Ratio(4)) + "\" text-anchor=\"end\" fill=\"" + pale +
              "\">" + money(value, decimals) + "</text>\n";
    }
    if (frame.to.days() - frame.from.days() < 430)
      months(frame);
    else
      years(frame);
  }

  void tick(const Frame& frame, Date at) {
    const std::string x = coordinate(frame.x(at));
    out_ += "<line x1=\"" + x + "\" x2=\"" + x + "\" y1=\"" + std::to_string(frame.top) +
            "\" y2=\"" + std::to_string(frame.top + plot + 4) + "\" stroke=\"#c3cad1\"/>";
  }
  void label(const Frame& frame, const Ratio& x, const std::string& text) {
    out_ += "<text x=\"" + coordinate(x) + "\" y=\"" + std::to_string(frame.top + plot + 16) +
            "\" text-anchor=\"middle\" fill=\"" + pale + "\">" + text + "</text>\n";
  }

  void years(const Frame& frame) {
    const int count = frame.to.year() - frame.from.year() + 1;
    const int every = count / 16 + 1;
    for (int year = frame.from.year(); year <= frame.to.year(); ++year) {
      const Date first = std::max(*Date::make(year, 1, 1), frame.from);
      const Date next = std::min(*Date::make(year + 1, 1, 1), frame.to.plus_days(1));
      tick(frame, first);
      const Ratio middle = (frame.x(first) + frame.x(next)) / Ratio(2);
      const bool room = frame.x(next) - frame.x(first) >= Ratio(26) || every > 1;
      if ((year - frame.from.year()) % every == 0 && room)
        label(frame, middle, std::to_string(year));
    }
    tick(frame, frame.to.plus_days(1));
  }

  void months(const Frame& frame) {
    for (Date first = *Date::make(frame.from.year(), frame.from.month(), 1); first <= frame.to;
         first = first + Duration{1, Unit::month}) {
      const Date from = std::max(first, frame.from);
      const Date next = std::min(first + Duration{1, Unit::month}, frame.to.plus_days(1));
      tick(frame, from);
      std::string text = month_name(first.month(), language_).substr(0, 3);
      if (language_ == Language::nl && first.month() == 3) text = "mrt";
      if (first.month() == 1 || from == frame.from) text += " " + std::to_string(first.year());
      if (frame.x(next) - frame.x(from) >= Ratio(20))
        label(frame, (frame.x(from) + frame.x(next)) / Ratio(2), text);
    }
    tick(frame, frame.to.plus_days(1));
  }

  /// What is bought on one day is drawn at least three wide.
  static std::pair<Ratio, Ratio> sides(const Frame& frame, const Stretch& span) {
    const Ratio from = frame.x(span.from);
    return {from, std::max(frame.x(span.to.plus_days(1)), from + Ratio(3))};
  }

  void areas(const Panel& panel, const Frame& frame) {
    for (const Stretch& span : panel.stretches) {
      if (!span.allowed || *span.allowed == span.charged) continue;
      const bool more = *span.allowed < span.charged;
      const Ratio high = frame.y(more ? span.charged : *span.allowed);
      const Ratio low = frame.y(more ? *span.allowed : span.charged);
      const auto [from, to] = sides(frame, span);
      out_ += "<rect x=\"" + coordinate(from) + "\" y=\"" + coordinate(high) + "\" width=\"" +
              coordinate(to - from) + "\" height=\"" + coordinate(low - high) + "\" fill=\"" +
              (more ? "#e3b7b3" : "url(#less)") + "\"/>\n";
    }
  }

  /// A step line: flat in a period, upright where the next begins at once.
  void steps(const Panel& panel, const Frame& frame, bool allowed) {
    std::string path;
    std::optional<Date> end;
    std::string at_y;
    for (const Stretch& span : panel.stretches) {
      const std::optional<Ratio> value = allowed ? span.allowed : span.charged;
      if (!value) {
        end.reset();
        continue;
      }
      const auto [from, to] = sides(frame, span);
      const std::string y = coordinate(frame.y(*value));
      if (end && end->plus_days(1) == span.from) {
        if (y != at_y) path += "V" + y;
      } else {
        path += "M" + coordinate(from) + " " + y;
      }
      path += "H" + coordinate(to);
      at_y = y;
      end = span.to;
    }
    out_ += "<path d=\"" + path + "\" fill=\"none\" stroke=\"" +
            (allowed ? allowed_ink : charged_ink) + "\" stroke-width=\"" +
            (allowed ? "1.8\" stroke-dasharray=\"6 3" : "2.4") + "\"/>\n";
  }

  /// The last value of both, beside the plot.
  void ends(const Panel& panel, const Frame& frame) {
    const Stretch& last = panel.stretches.back();
    const int decimals = price_decimals(panel);
    Ratio charged = frame.y(last.charged) + Ratio(4);
    const auto put = [&](const Ratio& y, const Ratio& value, const char* colour, bool bold) {
      out_ += "<text x=\"" + std::to_string(width_of_page - chart_right + 6) + "\" y=\"" +
              coordinate(y) + "\" fill=\"" + colour + "\"" + (bold ? " font-weight=\"bold\"" : "") +
              ">" + money(value, decimals) + "</text>\n";
    };
    if (last.allowed && *last.allowed != last.charged) {
      Ratio allowed = frame.y(*last.allowed) + Ratio(4);
      const Ratio apart(13);
      if (abs(allowed - charged) < apart) {
        const Ratio middle = (allowed + charged) / Ratio(2);
        const bool more = *last.allowed < last.charged;
        charged = more ? middle - apart / Ratio(2) : middle + apart / Ratio(2);
        allowed = more ? middle + apart / Ratio(2) : middle - apart / Ratio(2);
      }
      put(allowed, *last.allowed, allowed_ink, false);
    }
    put(charged, last.charged, charged_ink, true);
  }

  const Contract& contract_;
  const Audit& audit_;
  Language language_;
  std::vector<Panel> panels_;
  std::size_t shown_ = 0;
  std::string out_;
};

}  // namespace

std::string audit_chart(const Contract& contract, const Audit& audit, Language language) {
  return AuditChart(contract, audit, language).text();
}

}  // namespace pricetalk
