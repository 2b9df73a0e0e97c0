#!/bin/sh
# Sees that what building and testing newsarc needs is installed: looks first,
# and on Debian or Ubuntu installs what is missing.
set -eu

missing=
want_tool() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }
want_library() { pkg-config --exists "$1" 2>/dev/null || missing="$missing $2"; }

want_tool cc gcc
want_tool c++ g++
want_tool make make
want_tool cmake cmake
want_tool pkg-config pkg-config
want_tool python3 python3
want_tool sqlite3 sqlite3
want_library sqlite3 libsqlite3-dev
want_library libutf8proc libutf8proc-dev
want_library check check

if [ -z "$missing" ]; then
    echo "setup: everything is here"
    exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "setup: please install (by the names that Debian gives them):$missing" >&2
    exit 1
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "setup: as root, please run: apt-get install$missing" >&2
        exit 1
    fi
    as_root=sudo
fi
echo "setup: installing with apt-get:$missing"
$as_root apt-get -qq update
# shellcheck disable=SC2086 # a list of packages
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends $missing
echo "setup: done"
