# What the libraries define, and what they must not use.
#     cmake -D HEADER=... -D SHARED=... -D STATIC=... -D NM=... [-D PLAIN=1] -P symbols.cmake
cmake_minimum_required(VERSION 3.25)
set(faults "")

# Exported is what the header declares, no more and no less.
file(READ ${HEADER} header)
string(REGEX MATCHALL "NEWSARC_API [^;(]*[ *](newsarc_[a-z0-9_]+)\\(" declarations "${header}")
list(TRANSFORM declarations REPLACE ".*[ *](newsarc_[a-z0-9_]+)\\(" "\\1" OUTPUT_VARIABLE declared)
list(SORT declared)
list(LENGTH declared count)
if(count LESS 40)
  list(APPEND faults "only ${count} declarations found in ${HEADER}")
endif()

# The names in lines of nm whose kind is one of `kinds`, but for those that match `but`.
function(pick lines kinds but out)
  set(picked "")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "^([0-9a-f]+)? *([A-Za-z]) ([^ @]+).*" "\\2;\\3" pair "${line}")
    list(GET pair 0 kind)
    list(GET pair 1 name)
    if(kind MATCHES "${kinds}" AND NOT name MATCHES "${but}")
      list(APPEND picked ${name})
    endif()
  endforeach()
  set(${out} "${picked}" PARENT_SCOPE)
endfunction()

function(names file out)
  execute_process(COMMAND ${NM} ${ARGN} ${file} OUTPUT_VARIABLE text ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "[0-9a-f]+ [A-Za-z] [^\n]+|  +[UwW] [^\n]+" lines "${text}")
  set(${out} "${lines}" PARENT_SCOPE)
endfunction()

names(${SHARED} lines -D --defined-only)
pick("${lines}" "[A-Z]" "^__(asan|odr_asan|ubsan|sanitizer)|^_(init|fini)$" exported)
list(SORT exported)
foreach(name IN LISTS declared)
  if(NOT name IN_LIST exported)
    list(APPEND faults "${name} is declared and not exported")
  endif()
endforeach()
foreach(name IN LISTS exported)
  if(NOT name IN_LIST declared)
    list(APPEND faults "${name} is exported and not declared")
  endif()
endforeach()

# In an archive every global name meets the names of the program it is linked with.
names(${STATIC} lines -g --defined-only)
pick("${lines}" "[A-Z]" "^(newsarc|na)_|^__|^DW\\." strange)
foreach(name IN LISTS strange)
  list(APPEND faults "${name} is a global name without na_ or newsarc_")
endforeach()

# A library neither ends its program nor writes to its terminal; readings know no clock and no chance.
set(banned exit _exit quick_exit printf puts putchar perror time clock clock_gettime gettimeofday localtime localtime_r gmtime
  gmtime_r mktime strftime rand srand random srandom drand48 getrandom getenv setlocale signal strtok system popen)
names(${STATIC} lines -u)
pick("${lines}" "U" "^newsarc_" used)
foreach(name IN LISTS banned)
  if(name IN_LIST used)
    list(APPEND faults "the library calls ${name}")
  endif()
endforeach()

# No global state: nothing that can be written, but what the tests of failing memory set, one a thread.
if(PLAIN)
  execute_process(COMMAND ${NM} --format=sysv ${STATIC} OUTPUT_VARIABLE text ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "[^\n|]+\\|[^\n]*\\|[ \t]*\\.t?(data|bss)[^\n]*" lines "${text}")
  foreach(line IN LISTS lines)
    if(NOT line MATCHES "rel\\.ro|^na_fail_after ")
      list(APPEND faults "global state: ${line}")
    endif()
  endforeach()
endif()

list(REMOVE_DUPLICATES faults)
if(faults)
  list(JOIN faults "\n  " faults)
  message(FATAL_ERROR "symbols:\n  ${faults}")
endif()
message(STATUS "${count} functions are declared and exported")
