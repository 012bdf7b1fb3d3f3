#include "report/json_code.hpp"

#include "report/json_parts.hpp"

namespace pricetalk {

std::string error_code_json(const Code& code) {
  const Phrase example = example_of(code);
  return printed({{"code", std::string(code.code)},
                  {"title", sentence_json(code.title.phrase())},
                  {"explanation", sentence_json(code.explanation.phrase())},
                  {"example", example.en.empty() ? Json(nullptr) : sentence_json(example)}});
}

}  // namespace pricetalk
