# What `cmake --install` gives: the header, both libraries, newsarc.pc for
# pkg-config, and a package for find_package(newsarc).
include(CMakePackageConfigHelpers)

install(FILES ${PROJECT_SOURCE_DIR}/include/newsarc.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS newsarc newsarc_static EXPORT newsarc)

# newsarc.pc finds its prefix from where it lies, so that a moved tree works.
set(pc_folder ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH pc_up ${pc_folder} ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" pc_up ${pc_up})
set(pc_prefix "\${pcfiledir}/${pc_up}")
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
  set(pc_prefix ${CMAKE_INSTALL_PREFIX})
endif()
cmake_path(APPEND pc_libdir "\${prefix}" "${CMAKE_INSTALL_LIBDIR}")
cmake_path(APPEND pc_includedir "\${prefix}" "${CMAKE_INSTALL_INCLUDEDIR}")
configure_file(${CMAKE_CURRENT_LIST_DIR}/newsarc.pc.in newsarc.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/newsarc.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/newsarc)
install(EXPORT newsarc NAMESPACE newsarc:: DESTINATION ${package} FILE newsarc-targets.cmake)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/newsarc-config.cmake.in newsarc-config.cmake
  INSTALL_DESTINATION ${package})
write_basic_package_version_file(newsarc-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/newsarc-config.cmake ${PROJECT_BINARY_DIR}/newsarc-config-version.cmake
  DESTINATION ${package})
