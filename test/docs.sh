#!/bin/sh
# Holds what README.md and docs/ show against what really happens.
#
#     docs.sh SOURCE BUILD [--update]
#
# A fenced block that begins with "$ " is a transcript: each command is run in
# a folder where news.db holds the example articles, articles/ leads to them,
# and the example programs are in PATH; what it prints has to stand below it.
# A ```c block that begins with /* NAME.c is compiled to ./NAME first.
# --update writes what happened into the files instead of complaining.
# CC and FLAGS say how programs are compiled.
set -eu
source=$(cd "$1" && pwd)
build=$(cd "$2" && pwd)
update=${3:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PATH=$build/examples:$PATH
LC_ALL=C.UTF-8
export PATH LC_ALL

compile() { # NAME.c
    # shellcheck disable=SC2046,SC2086 # lists of flags
    "${CC:-cc}" -std=c11 -Wall -Wextra -Werror ${FLAGS:-} -I"$source/include" "$1" "$library" \
        $(pkg-config --libs sqlite3 libutf8proc) -o "${1%.c}"
}

run() { # command line
    (eval "$1") 2>&1 < /dev/null || echo "[exit $?]"
}

# One page with its transcripts as they come out now.
play() {
    state=text
    while IFS= read -r line || [ -n "$line" ]; do
        case $state in
        text)
            case $line in
            '```') state=first ;;
            '```c') state=program; file= ;;
            esac ;;
        first)
            case $line in
            '$ '*) state=transcript ;;
            '```') state=text ;;
            *) state=other ;;
            esac ;;
        other)
            [ "$line" != '```' ] || state=text ;;
        program)
            if [ "$line" = '```' ]; then
                [ -z "$file" ] || compile "$file"
                state=text
            else
                case $line in
                '/* '*.c' '*) [ -n "$file" ] || { file=${line#/\* }; file=${file%%.c *}.c; : > "$file"; } ;;
                esac
                [ -z "$file" ] || printf '%s\n' "$line" >> "$file"
            fi ;;
        esac
        case $state in
        transcript)
            case $line in
            '$ '*) printf '%s\n' "$line"; run "${line#\$ }" ;;
            '```') state=text; printf '%s\n' "$line" ;;
            esac ;;
        *) printf '%s\n' "$line" ;;
        esac
    done
}

library=$(find "$build/lib" -name libnewsarc.a | head -n 1)
ln -s "$source/examples/articles" "$work/articles"
(cd "$work" && ingest news.db articles/*.txt articles/feed.jsonl > /dev/null)
failed=0
for page in "$source/README.md" "$source"/docs/*.md; do
    folder=$work/$(basename "$page" .md)
    mkdir "$folder"
    cp "$work/news.db" "$folder/"
    ln -s "$source/examples/articles" "$folder/articles"
    (cd "$folder" && play < "$page" > "$work/page.md")
    if [ "$update" = --update ]; then
        cp "$work/page.md" "$page"
    elif ! diff -u "$page" "$work/page.md"; then
        failed=1
    fi
done
[ $failed = 0 ] || echo "docs.sh: what is printed differs from what the pages show (sh test/docs.sh SOURCE BUILD --update writes it)" >&2
exit $failed
