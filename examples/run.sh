#!/bin/sh
# Sets up, builds, puts the articles of examples/articles into an archive and
# asks it every question.
#
#     sh examples/run.sh [BUILD]        (default: build, beside the sources)
#
# On Debian and Ubuntu it installs what is missing, as root or with sudo, and
# says what; it builds the first time only. The archive is left in BUILD/try.db.
set -eu
cd "$(dirname "$0")/.."
build=${1:-build}

{
    sh .ci/setup.sh
    cmake -S . -B "$build" -DCMAKE_BUILD_TYPE=Release
    cmake --build "$build" --parallel "$(nproc 2>/dev/null || echo 2)"
} >&2

programs=$(cd "$build/examples" && pwd)
db=$(cd "$build" && pwd)/try.db
articles=$(pwd)/examples/articles
rm -f "$db" "$db-wal" "$db-shm" "$db.watch" "$db.watch-wal" "$db.watch-shm"
PATH=$programs:$PATH

# Shows a question as one would type it, then its answer.
ask() {
    printf '\n$ %s\n' "$1"
    (cd "$articles" && eval "$1") || { echo "run.sh: that failed" >&2; exit 1; }
}
export db

echo "# The archive: articles in, one file out"
ask 'ingest $db *.txt feed.jsonl'
ask 'ingest $db harbour-01-vellmar-courier.txt feed.jsonl'

echo; echo "# The affairs, and what holds some words"
ask 'stories $db'
ask 'search $db gearbox January'

echo; echo "# What did someone say, to whom, who printed it?"
ask 'who_said $db "Hedda Renn"'
ask 'who_said $db "Beatriz Nunes"'

echo; echo "# Every wording of a quotation"
ask 'trace $db "we knew about the gearbox in January"'
ask 'trace $db "one new scratch, three centimetres long"'

echo; echo "# Is this a true quotation?"
ask 'verify $db "I signed the list, so the blame starts with me"'
ask 'verify $db "I signed that list, so the fault begins with me"'
ask 'verify $db "which camera was asleep"'
ask 'verify $db "No ferry will ever sail again"'

echo; echo "# What did each outlet carry of a story, and leave out?"
ask 'compare $db spill-02'

echo; echo "# What happened when?"
ask 'timeline $db --since 2024-12-20 --until 2025-01-31'

echo; echo "# What comes via whom?"
ask 'via $db'

echo; echo "# Who is meant?"
ask 'who_is $db harbour-06 Renn'
ask 'who_is $db lantern-02 Nunes'

echo; echo "# Who shares text with whom?"
ask 'reuse $db --limit 6'

echo; echo "# Outlet, origin and day, with the evidence"
ask 'card $db harbour-06'
ask 'card $db harbour-05 | head -n 9'

echo; echo "# What is doubtful?"
ask 'lint $db harbour-05'

echo; echo "# Tell me when someone I watch is quoted, never twice"
ask 'watch $db.watch "Piotr Wasilek" "Beatriz Nunes" < feed.jsonl'
ask 'watch $db.watch "Piotr Wasilek" "Beatriz Nunes" < feed.jsonl'

echo; echo "# Readings as JSON, from an archive or without one"
ask 'dump $db | head -n 1 | cut -c 1-400'
ask 'head -n 1 feed.jsonl | annotate | cut -c 1-400'

echo; echo "# The same file in the sqlite3 shell"
ask 'sqlite3 -box $db "SELECT speaker, outlet, text FROM who_said_what LIMIT 5"'
