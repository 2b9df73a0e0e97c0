# Installs into an empty prefix and builds and runs a program against what is
# there: by pkg-config and by find_package, with the shared and the static
# library, from the place it was installed to and after the tree was moved.
#     cmake -D BUILD=... -D OUT=... -D PROGRAM=... -D CC=... -D GENERATOR=... -D VERSION=... -D FLAGS=... -P install.cmake
cmake_minimum_required(VERSION 3.25)
separate_arguments(flags UNIX_COMMAND "${FLAGS}")
set(prefix ${OUT}/moved)
file(REMOVE_RECURSE ${OUT})
file(MAKE_DIRECTORY ${OUT}/consumer)

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE said OUTPUT_STRIP_TRAILING_WHITESPACE)
  set(said "${said}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${OUT}/installed)
file(RENAME ${OUT}/installed ${prefix})
file(GLOB_RECURSE pc ${prefix}/*/newsarc.pc)
get_filename_component(libdir ${pc} DIRECTORY)
get_filename_component(libdir ${libdir} DIRECTORY)
file(GLOB headers RELATIVE ${prefix}/include ${prefix}/include/*)
if(NOT headers STREQUAL newsarc.h)
  message(FATAL_ERROR "the headers installed are not newsarc.h alone: ${headers}")
endif()
foreach(library libnewsarc.a libnewsarc.so)
  if(NOT EXISTS ${libdir}/${library})
    message(FATAL_ERROR "${library} is not installed")
  endif()
endforeach()

# ---- pkg-config --------------------------------------------------------------
set(ENV{PKG_CONFIG_PATH} ${libdir}/pkgconfig:$ENV{PKG_CONFIG_PATH})
function(by_pkg_config name)
  run(pkg-config --cflags newsarc)
  separate_arguments(cflags UNIX_COMMAND "${said}")
  run(pkg-config ${ARGN} --libs newsarc)
  separate_arguments(libs UNIX_COMMAND "${said}")
  run(${CC} -std=c11 ${flags} ${cflags} -o ${OUT}/${name} ${PROGRAM} ${libs})
  run(${OUT}/${name})
  message(STATUS "${name}: ${said}")
endfunction()

run(pkg-config --modversion newsarc)
if(NOT said STREQUAL VERSION)
  message(FATAL_ERROR "newsarc.pc says version ${said}, the library is ${VERSION}")
endif()
set(ENV{LD_LIBRARY_PATH} ${libdir})
by_pkg_config(pkg_config_shared)
unset(ENV{LD_LIBRARY_PATH})

# ---- find_package -------------------------------------------------------------
file(WRITE ${OUT}/consumer/CMakeLists.txt [[
cmake_minimum_required(VERSION 3.25)
project(consumer C)
find_package(newsarc 0.1 REQUIRED CONFIG)
foreach(library newsarc newsarc_static)
  add_executable(with_${library} ${PROGRAM})
  target_link_libraries(with_${library} PRIVATE newsarc::${library})
endforeach()
]])
run(${CMAKE_COMMAND} -S ${OUT}/consumer -B ${OUT}/consumer/build -G ${GENERATOR} -D PROGRAM=${PROGRAM}
  -D CMAKE_C_COMPILER=${CC} "-DCMAKE_C_FLAGS=${FLAGS}" -D CMAKE_PREFIX_PATH=${prefix})
run(${CMAKE_COMMAND} --build ${OUT}/consumer/build)
foreach(library newsarc newsarc_static)
  run(${OUT}/consumer/build/with_${library})
  message(STATUS "find_package, ${library}: ${said}")
endforeach()

# ---- pkg-config --static, where the archive is all there is ----------------------
file(GLOB shared ${libdir}/libnewsarc.so*)
file(REMOVE ${shared})
by_pkg_config(pkg_config_static --static)
