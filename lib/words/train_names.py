"""Annotated articles (JSON Lines, gzip: text, entities with start, end, type) as train_names.c reads them.

    python3 train_names.py DATA | train_names > name_weights.h      DATA: a folder with files NAME.jsonl.gz

For each article a line "bytes names weight", a line "at end kind" for each name, and the text.
"""
import gzip, json, os, sys

KIND = {"PER": 0, "ORG": 1, "LOC": 2, "MISC": 3}
# In this order; what people annotated weighs more than what a machine did.
SETS = {"wikigold": 3, "gum_news": 3, "gum_interview": 3, "meantime": 2, "gmb.train": 1}
SENTENCES = {"gmb.train": 15}       # a document is one sentence: so many are put together, for the library reads articles


def clean(name, text, names):
    if name == "meantime":          # only the first sentences are annotated
        text = text[:max((n["end"] for n in names), default=0)]
    if name.startswith("gum"):      # "X of the Y Party" is one person there
        names = [n for n in names if n["type"] != "PER" or not any(w in text[n["start"]:n["end"]] for w in (" of ", "'s ", "\u2019s "))]
    return text, names


def articles(path, name):
    text, names, count = "", [], 0
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for d in map(json.loads, f):
            own, named = clean(name, d["text"], d["entities"])
            names += [(len(text) + n["start"], len(text) + n["end"], KIND[n["type"]]) for n in named]
            text += own + "\n"
            count += 1
            if count == SENTENCES.get(name, 1):
                yield text, names
                text, names, count = "", [], 0
    if text: yield text, names


def main(folder):
    out = sys.stdout.buffer
    for name, weight in SETS.items():
        path = os.path.join(folder, name + ".jsonl.gz")
        for text, names in articles(path, name) if os.path.exists(path) else ():
            data = text.encode()
            out.write(b"%d %d %d\n" % (len(data), len(names), weight))
            for start, end, kind in sorted(names):
                out.write(b"%d %d %d\n" % (len(text[:start].encode()), len(text[:end].encode()), kind))
            out.write(data + b"\n")


main(sys.argv[1])
