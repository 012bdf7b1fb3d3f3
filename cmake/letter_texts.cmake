# Writes the models of the letters as C++ text, so that the library needs no files at run time.
set(rows)
foreach(model IN LISTS MODELS)
  get_filename_component(name ${model} NAME)
  file(READ ${model} text)
  if(text MATCHES "\\)~model\"")
    message(FATAL_ERROR "${name} holds the mark that ends a raw string")
  endif()
  # A string literal may be short in some compilers, so every line is its own.
  string(REPLACE "\n" "\n)~model\"\n    R\"~model(" text "${text}")
  string(APPEND rows "  if (name == \"${name}\") return\n    R\"~model(${text})~model\";\n")
endforeach()
file(WRITE ${OUTPUT}
"// Made by cmake/letter_texts.cmake from letters/.
#include \"letter/letter_texts.hpp\"

namespace pricetalk {

std::string_view letter_text(std::string_view name) {
${rows}  return {};
}

}  // namespace pricetalk
")
