#!/bin/sh
# Sets up, builds, puts the articles of examples/articles into an archive and
# asks it every question.
#
#     sh examples/run.sh [BUILD]        (default: build, beside the sources)
#
# On Debian and Ubuntu it installs what is missing, as root or with sudo, and
# says what. The second time nothing is left to install or build. The archive
# stays in BUILD/try/news.db: ask it more.
set -eu
cd "$(dirname "$0")/.."
build=${1:-build}

{
    sh .ci/setup.sh
    cmake -S . -B "$build" -DCMAKE_BUILD_TYPE=Release
    cmake --build "$build" --parallel "$(nproc 2>/dev/null || echo 2)"
} >&2

PATH=$(cd "$build/examples" && pwd):$PATH
articles=$(pwd)/examples/articles
mkdir -p "$build/try"
cd "$build/try"
rm -rf news.db* watched.db* articles
ln -s "$articles" articles

# Shows a question as one would type it, then its answer.
ask() {
    printf '\n$ %s\n' "$1"
    eval "$1" || { echo "run.sh: that failed" >&2; exit 1; }
}

echo "# Articles in, one file out; what is known is not taken twice"
ask 'ingest news.db articles/*.txt articles/feed.jsonl'
ask 'ingest news.db articles/harbour-01-vellmar-courier.txt articles/feed.jsonl'

printf '\n# The affairs, and what holds some words\n'
ask 'stories news.db'
ask 'search news.db gearbox January'

printf '\n# What did someone say, to whom, who printed it?\n'
ask 'who_said news.db "Hedda Renn"'
ask 'who_said news.db "Beatriz Nunes"'

printf '\n# Every wording of a quotation\n'
ask 'trace news.db "the ship had forty seconds left"'
ask 'trace news.db "one new scratch, three centimetres long"'

printf '\n# Is this a true quotation?\n'
ask 'verify news.db "I signed the list, so the blame starts with me"'
ask 'verify news.db "I signed that list, so the fault begins with me"'
ask 'verify news.db "which camera was asleep"'
ask 'verify news.db "No ferry will ever sail again"'

printf '\n# What did each outlet carry of a story, and leave out?\n'
ask 'compare news.db spill-02'

printf '\n# What happened when, by these articles?\n'
ask 'timeline news.db --since 2025-01-01 --until 2025-01-31'

printf '\n# What comes via whom?\n'
ask 'via news.db'

printf '\n# Who is meant by a name?\n'
ask 'who_is news.db harbour-02 Renn'
ask 'who_is news.db lantern-02 Nunes'

printf '\n# Who shares text with whom?\n'
ask 'reuse news.db --limit 6'

printf '\n# Outlet, origin and day of an article, with the evidence\n'
ask 'card news.db spill-03'
ask 'card news.db harbour-05 | head -n 7'

printf '\n# What is doubtful?\n'
ask 'lint news.db harbour-05'

printf '\n# Tell me when someone I watch is quoted, never twice\n'
ask 'watch watched.db "Piotr Wasilek" "Beatriz Nunes" < articles/feed.jsonl'
ask 'watch watched.db "Piotr Wasilek" "Beatriz Nunes" < articles/feed.jsonl'

printf '\n# Correct who is whom, and take it back\n'
ask 'decide news.db rename person "Hedda Renn" "Hedda A. Renn"'
ask 'decide news.db undo 1'

printf '\n# Is the archive whole?\n'
rm -f copy.db*
ask 'keep news.db check'
ask 'keep news.db backup copy.db'
ask 'keep copy.db delete harbour-05'

printf '\n# All that is known, as JSON Lines: from the archive, or of articles that are in none\n'
ask 'dump news.db | wc -l'
ask 'annotate < articles/feed.jsonl | head -n 1 | cut -c 1-300'

printf '\n# The same file in the sqlite3 shell\n'
ask 'sqlite3 -box news.db "SELECT speaker, outlet, substr(quote, 1, 40) AS quote FROM who_said_what LIMIT 5"'

printf '\nThe archive is %s\n' "$(pwd)/news.db"
