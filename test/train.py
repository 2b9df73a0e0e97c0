#!/usr/bin/env python3
"""Training is the same bytes every time: train/wikigold.jsonl, invented, gives train/weights.h, and the open sets give
lib/words/name_weights.h.

    train.py BUILD SOURCE SHARED [--update]

Both depend on the lists and the rules that read the texts: after a change of these the first is written anew by --update, and
the second as lib/words/README.md says; that it is still of the older ones is said, and the test counts as skipped."""
import gzip, os, shutil, subprocess, sys, tempfile

SKIPPED = 77


def train(build, source, folder):
    articles = subprocess.run([sys.executable, "-B", os.path.join(source, "lib/words/train_names.py"), folder], check=True, stdout=subprocess.PIPE)
    return subprocess.run([os.path.join(build, "lib/train_names")], input=articles.stdout, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def main(build, source, shared, *options):
    here = os.path.join(source, "test/train")
    expected = os.path.join(here, "weights.h")
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(here, "wikigold.jsonl"), "rb") as plain, gzip.open(os.path.join(folder, "wikigold.jsonl.gz"), "wb") as packed:
            shutil.copyfileobj(plain, packed)
        first, second = train(build, source, folder), train(build, source, folder)
    if "--update" in options:
        with open(expected, "wb") as f: f.write(first)
    with open(expected, "rb") as f:
        if not first == second == f.read():
            print("train: the invented articles give other weights than test/train/weights.h")
            return 1
    open_sets = os.path.join(shared, "data/entities/train")
    if not os.path.isdir(open_sets):
        print(f"train: the open sets are not there ({open_sets})")
        return SKIPPED
    with open(os.path.join(source, "lib/words/name_weights.h"), "rb") as f:
        if train(build, source, open_sets) != f.read():
            print("train: lib/words/name_weights.h is of older lists or rules; lib/words/README.md says how to make it anew")
            return SKIPPED
    return 0


sys.exit(main(*sys.argv[1:]))
