#!/bin/sh
# learn_quotes.sh ARTICLES.jsonl.gz - learns all that weighs quotations anew, in the order in which one needs the other:
# terms, then clauses, then speakers, then confidence.
#
# ARTICLES holds one annotated article a line, as count_speakers.py says.  Run it after a change of what names, cues or the
# steps of quotations see; the same articles and code give the same bytes.  It takes some minutes and wants cmake and python3.
set -e
[ -f "$1" ] || { echo "usage: learn_quotes.sh ARTICLES.jsonl.gz" >&2; exit 2; }
articles=$1
words=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
gzip -dc "$articles" > "$work/articles.jsonl"

# read FLAG: what annotate, built with -DFLAG, prints and traces
read_with() {
    echo "learn_quotes: reading with $1" >&2
    cmake -S "$words/../.." -B "$work/build" -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS="-D$1" > "$work/log" &&
        cmake --build "$work/build" -j2 --target annotate > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    "$work/build/examples/annotate" < "$work/articles.jsonl" > "$work/readings" 2> "$work/trace"
}
# learn FILE PROGRAM ...: its output becomes the table
learn() {
    table=$1
    shift
    python3 "$@" > "$work/table"
    mv "$work/table" "$words/$table"
}

read_with NA_FEATURES
learn term_weight.h "$words/learn_terms.py" "$articles" "$work/readings"
read_with NA_TRACE_CLAUSES
learn clause_weights.h "$words/count_clauses.py" "$articles" "$work/trace"
read_with NA_TRACE_SPEAKERS
learn speaker_weights.h "$words/count_speakers.py" "$articles" "$work/trace" --weights
learn speaker_shares.h "$words/count_speakers.py" "$articles" "$work/trace" --shares
read_with NA_UNWEIGHED
learn quote_confidence.h "$words/count_confidence.py" "$articles" "$work/readings"
