# Writes FILES as one C++ function FUNCTION(name) declared in HEADER, so that the library needs no
# files at run time: OUTPUT, FILES, FUNCTION, HEADER. Of the cases of a diagnostic,
# CODE-slug/expected.LANGUAGE.txt, the first of each code is kept, as CODE.LANGUAGE.
set(rows)
set(names)
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  if(file MATCHES "/([A-Z][0-9][0-9][0-9][0-9])-[^/]*/expected\\.([a-z]+)\\.txt$")
    set(name ${CMAKE_MATCH_1}.${CMAKE_MATCH_2})
  endif()
  list(FIND names ${name} found)
  if(NOT found EQUAL -1)
    continue()
  endif()
  list(APPEND names ${name})
  file(READ ${file} text)
  if(text MATCHES "\\)~text\"")
    message(FATAL_ERROR "${name} holds the mark that ends a raw string")
  endif()
  # A string literal may be short in some compilers, so every line is its own.
  string(REPLACE "\n" "\n)~text\"\n    R\"~text(" text "${text}")
  string(APPEND rows "  if (name == \"${name}\") return\n    R\"~text(${text})~text\";\n")
endforeach()
file(WRITE ${OUTPUT}
"// Made by cmake/texts.cmake.
#include \"${HEADER}\"

namespace pricetalk {

std::string_view ${FUNCTION}(std::string_view name) {
${rows}  return {};
}

}  // namespace pricetalk
")
