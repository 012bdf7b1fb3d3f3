#include "letter/whole_letter.hpp"

namespace pricetalk {

Page whole_letter(const Letter& letter) {
  Page made = letter.page;
  for (const Page& annex : letter.annexes) {
    made.add(Page::NewSheet{});
    made.elements.insert(made.elements.end(), annex.elements.begin(), annex.elements.end());
  }
  return made;
}

}  // namespace pricetalk
