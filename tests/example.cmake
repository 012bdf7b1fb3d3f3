# Runs an example and compares what it prints with the text beside it. Called by ctest with PROGRAM,
# FOLDER and EXPECTED; UPDATE_GOLDEN=1 in the environment writes the text anew.
execute_process(COMMAND ${PROGRAM} . WORKING_DIRECTORY ${FOLDER}
  OUTPUT_VARIABLE said ERROR_VARIABLE wrong RESULT_VARIABLE status)
if(NOT wrong STREQUAL "" OR status GREATER 1)
  message(FATAL_ERROR "exit status ${status}\n${wrong}")
endif()
if("$ENV{UPDATE_GOLDEN}" STREQUAL "1")
  file(WRITE ${EXPECTED} "${said}")
  return()
endif()
file(READ ${EXPECTED} expected)
if(NOT said STREQUAL expected)
  message(FATAL_ERROR "${EXPECTED} says\n${expected}\nand the example\n${said}")
endif()
