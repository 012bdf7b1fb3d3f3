#include "report/review_text.hpp"

#include <algorithm>
#include <array>

namespace pricetalk {

namespace {

struct Group {
  Concern concern;
  Phrase title;
  Phrase word;
};

const std::array<Group, 3>& groups() {
  static const std::array<Group, 3> all = {
      {{Concern::unclear,
        {"Unclear: the contract can be read in more than one way",
         "Onduidelijk: het contract is op meer manieren te lezen"},
        {"unclear", "onduidelijk"}},
       {Concern::contestable,
        {"Contestable: statutory rules by act and article, no legal advice",
         "Aanvechtbaar: wettelijke regels met wet en artikel, geen juridisch advies"},
        {"contestable", "aanvechtbaar"}},
       {Concern::unwise,
        {"Unwise: what the figures of the library say of it",
         "Onverstandig: wat de cijfers uit de bibliotheek ervan zeggen"},
        {"unwise", "onverstandig"}}}};
  return all;
}

std::string named(const Remark& remark, Language language) {
  std::string text = "[" + remark.code + "] ";
  if (!remark.clause.empty()) text += remark.clause + ": ";
  return text + remark.title.in(language);
}

/// The remark that moves most money in a year, else most of a price.
const Remark* largest(const std::vector<Remark>& remarks) {
  const Remark* found = nullptr;
  for (const Remark& each : remarks) {
    if (!each.spread) continue;
    if (found == nullptr) {
      found = &each;
      continue;
    }
    const PriceSpread& a = *each.spread;
    const PriceSpread& b = *found->spread;
    const bool more = a.a_year && b.a_year ? a.a_year->amount > b.a_year->amount
                                           : a.width() * b.high > b.width() * a.high;
    if (more) found = &each;
  }
  return found;
}

std::ptrdiff_t count(const std::vector<Remark>& remarks, Concern concern) {
  return std::count_if(remarks.begin(), remarks.end(),
                       [&](const Remark& each) { return each.concern == concern; });
}

/// "2 unclear"; what is only asked of the law is no verdict: "1 question of law".
std::string counted(const Group& group, const std::vector<Remark>& remarks, Language language) {
  const auto found = count(remarks, group.concern);
  const bool asked = std::all_of(remarks.begin(), remarks.end(), [](const Remark& each) {
    return each.concern != Concern::contestable || each.question;
  });
  const std::string number = std::to_string(found) + " ";
  if (group.concern != Concern::contestable || !asked) return number + group.word.in(language);
  return number + (found == 1 ? say(language, "question of law", "vraag over het recht")
                              : say(language, "questions of law", "vragen over het recht"));
}

}  // namespace

std::string review_text(const std::vector<Remark>& remarks, Language language) {
  std::string text;
  for (const Group& group : groups()) {
    if (count(remarks, group.concern) == 0) continue;
    text += "\n" + group.title.in(language) + "\n";
    for (const Remark& each : remarks) {
      if (each.concern != group.concern) continue;
      text += "  " + named(each, language);
      if (each.where.source != nullptr) text += " (" + each.where.place() + ")";
      text += "\n";
      if (!each.hint.empty()) text += "      " + each.hint.in(language) + "\n";
    }
  }
  return text;
}

std::string review_summary(const std::vector<Remark>& remarks, Language language) {
  const bool only_law = std::all_of(remarks.begin(), remarks.end(), [](const Remark& each) {
    return each.concern == Concern::contestable && each.question;
  });
  if (only_law) return {};
  std::string all;
  for (const Group& group : groups())
    if (count(remarks, group.concern) > 0)
      all += (all.empty() ? "" : ", ") + counted(group, remarks, language);
  std::string text = say(language, "  to review: ", "  te beoordelen: ") + all + " (--review)\n";
  const bool no_period = std::any_of(remarks.begin(), remarks.end(),
                                     [](const Remark& each) { return each.code == "W0201"; });
  if (no_period) {
    for (const Remark& each : remarks)
      if (each.concern == Concern::unclear) text += "    " + named(each, language) + "\n";
  } else if (const Remark* most = largest(remarks)) {
    text += say(language, "    most: ", "    meest: ") + named(*most, language) + "\n";
  }
  return text;
}

}  // namespace pricetalk
