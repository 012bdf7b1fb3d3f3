#include "lint/subject_fit.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace pricetalk {

namespace {

bool is_dwelling(ContractSubject subject) {
  return subject == ContractSubject::dwelling || subject == ContractSubject::social_dwelling ||
         subject == ContractSubject::middle_dwelling || subject == ContractSubject::free_dwelling ||
         subject == ContractSubject::regulated_dwelling;
}

/// Whether a contract about one is a contract about the other.
bool covers(ContractSubject wider, ContractSubject stated) {
  return wider == stated || (wider == ContractSubject::dwelling && is_dwelling(stated));
}

bool any_covers(const std::vector<ContractSubject>& wider, ContractSubject stated) {
  return std::any_of(wider.begin(), wider.end(),
                     [&](ContractSubject each) { return covers(each, stated); });
}

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t N>
bool holds_part(const std::array<std::string_view, N>& parts, const std::string& word) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return word.find(part) != std::string::npos; });
}

bool is_rent(const std::string& word) {
  /// Dutch and German put other words before and behind them ("kantoorhuur").
  static constexpr std::array<std::string_view, 2> parts = {"huur", "miete"};
  static constexpr std::array<std::string_view, 8> words = {"rent",   "rents", "rental", "lease",
                                                            "leases", "bail",  "loyer",  "loyers"};
  return holds(words, word) || holds_part(parts, word);
}

bool is_telecom(const std::string& word) {
  static constexpr std::array<std::string_view, 4> parts = {"telecom", "telefo", "telephon",
                                                            "broadband"};
  static constexpr std::array<std::string_view, 5> words = {"mobile", "sim", "internet", "phone",
                                                            "mobiel"};
  return holds(words, word) || holds_part(parts, word);
}

/// Whether a word of a text is one of those asked for.
template <class Asked>
bool speaks(const std::string& text, Asked asked) {
  std::string word;
  for (const char c : text + " ") {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((small >= 'a' && small <= 'z') || static_cast<unsigned char>(c) >= 0x80U) {
      word += small;
      continue;
    }
    if (asked(word)) return true;
    word.clear();
  }
  return false;
}

/// The same of the title, of a line or of a unit.
template <class Asked>
bool speaks(const Contract& contract, Asked asked) {
  return speaks(contract.title, asked) ||
         std::any_of(contract.lines.begin(), contract.lines.end(),
                     [&](const Line& line) { return speaks(line.title + " " + line.unit, asked); });
}

bool is_dwelling_word(const std::string& word) {
  static constexpr std::array<std::string_view, 6> parts = {"woning",  "woonruimte", "appartement",
                                                            "wohnung", "wohnraum",   "dwelling"};
  static constexpr std::array words = std::to_array<std::string_view>(
      {"flat", "apartment", "logement", "habitation", "vivienda", "tenancy", "kamer", "zimmer",
       "studio", "house", "huis", "haus"});
  return holds(words, word) || holds_part(parts, word);
}

/// What is paid beside a rent: the law lets it move apart.
bool is_beside_rent(const std::string& word) {
  static constexpr std::array parts = std::to_array<std::string_view>(
      {"service",  "stook",     "energie",  "water",     "warmte",       "schoonmaak",  "voorschot",
       "meubil",   "meubel",    "parke",    "garage",    "charge",       "nebenkost",   "heizung",
       "verwarm",  "elek",      "stroom",   "lift",      "tuin",         "huismeester", "glas",
       "stoffer",  "zonnepane", "keuken",   "berging",   "stalling",     "carport",     "fonds",
       "internet", "kabel",     "verlicht", "bijkomend", "administrati", "waarborg",    "nuts",
       "schuur",   "parki",     "stellpl",  "storage",   "furni",        "möbel",       "opslag",
       "kelder",   "keller",    "fiets",    "heating",   "shed",         "afval"});
  if (word == "gas") return true;
  return holds_part(parts, word);
}

/// Whether a line is called rent or a dwelling, and nothing that is paid beside it.
bool is_called_rent(const Line& line) {
  return !speaks(line.title, is_beside_rent) &&
         (speaks(line.title, is_rent) || speaks(line.title, is_dwelling_word));
}

/// Whether a line is called rent and nothing else: with more words it can be the rent of a machine.
bool is_only_rent(const Line& line) {
  std::string title = line.title;
  for (char& c : title)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return title.find(' ') == std::string::npos && is_rent(title);
}

bool words_point_to(ContractSubject subject, const Contract& contract) {
  if (is_dwelling(subject))
    return speaks(contract, is_dwelling_word) ||
           std::any_of(contract.lines.begin(), contract.lines.end(), is_only_rent);
  return subject == ContractSubject::telecom && speaks(contract, is_telecom);
}

}  // namespace

bool is_about(const Contract& contract, ContractSubject subject) {
  const auto& stated = contract.terms.contract.subject;
  return std::any_of(stated.begin(), stated.end(),
                     [&](const auto& each) { return covers(subject, each.value); });
}

namespace {

/// Whether a contract is about the region and the energy label of a rule. A rule that reckons needs
/// them stated; one that is told in words says no more to who stated both.
bool fits_place(const ClauseRule& rule, const ContractSection& stated) {
  const bool other = rule.region && stated.region && stated.region->value != *rule.region;
  if (other) return false;
  if (rule.region && rule.asks == RuleAsks::told) return !(stated.region && stated.energy_label);
  if (rule.region && !stated.region) return false;
  if (rule.energy_labels.empty()) return true;
  return stated.energy_label && std::find(rule.energy_labels.begin(), rule.energy_labels.end(),
                                          stated.energy_label->value) != rule.energy_labels.end();
}

}  // namespace

SubjectFit fit(const ClauseRule& rule, const Contract& contract) {
  if (!fits_place(rule, contract.terms.contract)) return SubjectFit::no;
  const auto& stated = contract.terms.contract.subject;
  for (const auto& each : stated)
    if (any_covers(rule.not_for, each.value)) return SubjectFit::no;
  if (rule.subjects.empty()) return SubjectFit::yes;
  if (stated.empty())
    return std::any_of(rule.subjects.begin(), rule.subjects.end(),
                       [&](ContractSubject each) { return words_point_to(each, contract); })
               ? SubjectFit::perhaps
               : SubjectFit::no;
  SubjectFit found = SubjectFit::no;
  for (const auto& each : stated) {
    if (any_covers(rule.subjects, each.value)) return SubjectFit::yes;
    // "dwelling" does not say of which segment it is.
    const bool less = std::any_of(rule.subjects.begin(), rule.subjects.end(),
                                  [&](ContractSubject asked) { return covers(each.value, asked); });
    if (less) found = SubjectFit::perhaps;
  }
  return found;
}

ContractSubject asked_subject(const ClauseRule& rule, const Contract& contract) {
  const auto points = [&](ContractSubject each) {
    return !contract.terms.contract.subject.empty() || words_point_to(each, contract);
  };
  const auto found = std::find_if(rule.subjects.begin(), rule.subjects.end(), points);
  return found == rule.subjects.end() ? ContractSubject::dwelling : *found;
}

RentLine rent_line(const Contract& contract, const Line& line) {
  if (is_called_rent(line)) return RentLine::yes;
  return std::any_of(contract.lines.begin(), contract.lines.end(), is_called_rent)
             ? RentLine::no
             : RentLine::perhaps;
}

bool may_be_rent(const Contract& contract) {
  return contract.terms.contract.subject.empty() && speaks(contract, is_rent);
}

}  // namespace pricetalk
