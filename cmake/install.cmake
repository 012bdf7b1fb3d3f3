include(CMakePackageConfigHelpers)

install(TARGETS pricetalk_core pricetalk EXPORT pricetalkTargets FILE_SET HEADERS)
install(TARGETS pricetalk_program)
install(EXPORT pricetalkTargets NAMESPACE pricetalk::
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/pricetalk)
configure_package_config_file(cmake/pricetalkConfig.cmake.in
  ${PROJECT_BINARY_DIR}/pricetalkConfig.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/pricetalk)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/pricetalkConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/pricetalkConfig.cmake
              ${PROJECT_BINARY_DIR}/pricetalkConfigVersion.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/pricetalk)
