#!/bin/sh
# Sets up what is missing, builds newsarc and runs every test: once as it is
# shipped, where a warning is an error, once with AddressSanitizer,
# LeakSanitizer and UndefinedBehaviorSanitizer.
#
#     sh test/run.sh [FOLDER]       (default: build-test, beside the sources)
set -eu
cd "$(dirname "$0")/.."
folder=${1:-build-test}
jobs=$(nproc 2>/dev/null || echo 2)

try() { # build folder, options of cmake
    build=$1
    shift
    cmake -S . -B "$build" -DBUILD_TESTING=ON "$@"
    cmake --build "$build" --parallel "$jobs"
    ctest --test-dir "$build" --parallel "$jobs" --output-on-failure --no-tests=error
}

sh .ci/setup.sh
try "$folder/plain" -DCMAKE_BUILD_TYPE=Release -DCMAKE_COMPILE_WARNING_AS_ERROR=ON
try "$folder/sanitized" -DCMAKE_BUILD_TYPE=RelWithDebInfo -DNEWSARC_SANITIZE=ON
