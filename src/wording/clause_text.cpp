#include "wording/clause_text.hpp"

#include <algorithm>

#include "document/toml_text.hpp"

namespace pricetalk {

namespace {

class ClauseWriter {
 public:
  explicit ClauseWriter(const ClauseWords& said) : said_(said) {}

  std::string write() && {
    made_ = "[clause." + said_.id + "]\n";
    adjust();
    if (has("compounding")) made_ += "compounding = " + text("compounding") + "\n";
    if (const std::string formula = formula_text(); !formula.empty())
      made_ += "formula = " + toml_text(formula) + "\n";
    if (!said_.series.empty()) index();
    if (has("pass_through")) made_ += "pass_through = " + text("pass_through") + "\n";
    table("threshold", {"more_than", "at_least"});
    table("limits", {"cap", "floor"});
    if (has("rounding.price"))
      made_ += "rounding = { price = { to = " + said_.keys.at("rounding.price") + " } }\n";
    table("notice", {"before", "late"});
    return std::move(made_);
  }

 private:
  bool has(const std::string& key) const { return said_.keys.count(key) != 0; }
  std::string text(const std::string& key) const { return toml_text(said_.keys.at(key)); }

  void adjust() {
    const std::string every = has("adjust.every") ? said_.keys.at("adjust.every") : "year";
    made_ += "adjust = { every = " + toml_text(every);
    if (has("adjust.on")) made_ += ", on = " + text("adjust.on");
    if (has("adjust.first")) made_ += ", first = " + said_.keys.at("adjust.first");
    made_ += " }\n";
  }

  std::string formula_text() const {
    if (said_.series.empty()) return "change = " + said_.keys.at("change");
    if (!has("margin")) return {};
    const std::string& margin = said_.keys.at("margin");
    const bool off = margin.starts_with('-');
    return "change = " + said_.symbol + "/" + said_.symbol + "0 - 1 " + (off ? "- " : "+ ") +
           (off ? margin.substr(1) : margin);
  }

  void index() {
    made_ += "index." + said_.symbol + " = { series = " + toml_text(said_.series);
    if (has("index.use")) made_ += ", use = " + text("index.use");
    if (has("index.base")) made_ += ", base = " + text("index.base");
    if (!said_.open.empty()) {
      made_ += ", unknown = [";
      for (std::size_t i = 0; i < said_.open.size(); ++i)
        made_ += (i == 0 ? "" : ", ") + toml_text(said_.open[i]);
      made_ += "]";
    }
    made_ += " }\n";
  }

  void table(const std::string& name, const std::vector<std::string>& keys) {
    std::string inside;
    for (const std::string& key : keys)
      if (has(name + "." + key))
        inside += (inside.empty() ? "" : ", ") + key + " = " + text(name + "." + key);
    if (!inside.empty()) made_ += name + " = { " + inside + " }\n";
  }

  const ClauseWords& said_;
  std::string made_;
};

}  // namespace

std::string clause_text(const ClauseWords& said) { return ClauseWriter(said).write(); }

}  // namespace pricetalk
