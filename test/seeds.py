#!/usr/bin/env python3
"""The five seed articles, scored by their own scorer from what the archive says: no figure may fall below its floor.

    seeds.py BUILD SHARED        exits with 77 (skipped) where SHARED is not there"""
import os, re, subprocess, sys

SKIPPED = 77
NUMBER = r"(\d+(?:\.\d+)?)"
FLOORS = [      # what, where it stands in the output, least
    ("headlines", rf"^headline {NUMBER}/5", 5),
    ("sources", rf"^headline .*source {NUMBER}/5", 5),
    ("days of publication", rf"^headline .*published {NUMBER}/2", 2),
    ("what is not body, F1", rf"^not body .*F1 +{NUMBER}", 95),
    ("quotations, F1", rf"^quotes .*F1 +{NUMBER}", 96),
    ("kinds of quotations", rf"^quotes .*kind right {NUMBER}/", 42),
    ("speakers", rf"^quotes .*speaker right {NUMBER}/", 39),
    ("venues", rf"^quotes .*venue right {NUMBER}/", 24),
    ("indirect speech, F1", rf"^indirect .*F1 +{NUMBER}", 65),
    ("dates", rf"^dates .*value right {NUMBER}/", 32),
    ("entities, F1", rf"^entities .*F1 +{NUMBER}", 90),
    ("utterances, B3 F1", rf"^utterances .*B3 .*?F1 +{NUMBER}", 88),
]
MOST = [
    ("dates that are none", rf"^dates .*, {NUMBER} of them no date", 3),
    ("stories", rf"^stories +{NUMBER} ", 1),
    ("copies", rf"^stories .*copies {NUMBER} ", 0),
]


def figure(pattern, text):
    found = re.search(pattern, text, re.M)
    return float(found[1]) if found else None


def main():
    programs, shared = os.path.join(sys.argv[1], "examples"), sys.argv[2]
    scorer = os.path.join(shared, "eval/evaluate.py")
    if not os.path.exists(scorer):
        print(f"seeds: skipped, {scorer} is not there")
        return SKIPPED
    done = subprocess.run([sys.executable, "-B", scorer, "seeds"] + [x for p in ("annotate", "ingest", "dump") for x in (f"--{p}", os.path.join(programs, p))],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
    print(done.stdout)
    dump = done.stdout.partition("== seeds: dump")[2]
    faults = [f"the scorer failed ({done.returncode})"] if done.returncode else []
    for rows, holds, word in ((FLOORS, lambda f, bound: f >= bound, "least"), (MOST, lambda f, bound: f <= bound, "most")):
        for what, pattern, bound in rows:
            value = figure(pattern, dump)
            if value is None or not holds(value, bound):
                faults.append(f"{what}: {value}, at {word} {bound} wanted")
    names = re.search(r"^entities .*name right (\d+)/(\d+)", dump, re.M)
    if not names or int(names[1]) < .95 * int(names[2]):
        faults.append("names of entities: fewer than 95 % right")
    print(*(f"seeds: {fault}" for fault in faults), sep="\n")
    return len(faults) > 0


if __name__ == "__main__":
    sys.exit(main())
