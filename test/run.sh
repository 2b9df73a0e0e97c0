#!/bin/sh
# Builds newsarc with AddressSanitizer and UndefinedBehaviorSanitizer and runs
# every test.
#
#     sh test/run.sh [BUILD]        (default: build-test, beside the sources)
set -eu
cd "$(dirname "$0")/.."
build=${1:-build-test}
sh .ci/setup.sh
jobs=$(nproc 2>/dev/null || echo 2)
cmake -S . -B "$build" -DCMAKE_BUILD_TYPE=RelWithDebInfo -DNEWSARC_SANITIZE=ON -DBUILD_TESTING=ON
cmake --build "$build" --parallel "$jobs"
export ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1
export UBSAN_OPTIONS=print_stacktrace=1
ctest --test-dir "$build" --parallel "$jobs" --output-on-failure --no-tests=error
