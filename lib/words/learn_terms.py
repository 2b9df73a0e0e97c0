#!/usr/bin/env python3
"""Learns which marked words are quotations and which are terms, and writes term_weight.h.

    learn_terms.py ARTICLES.jsonl.gz READINGS.jsonl > term_weight.h
    learn_terms.py ARTICLES.jsonl.gz READINGS.jsonl --folds     how well it does on articles that it has not seen, in five parts

ARTICLES holds one annotated article a line: text, and quotes with span (start, end) and kind (type), in code points.  READINGS is
what `annotate` prints for them when it is built with -DNA_FEATURES: `how` of a marked quotation is then what lib/extract/terms.c
sees of it.  One that overlaps an annotated direct or mixed quotation by .8 of the longer is a quotation; one inside indirect
speech tells nothing; the others are terms.

The model is linear; its weights are found by gradient steps (AdaGrad) on a sigmoid of rational form.  Every operation is + - * / or
a square root of IEEE doubles, in a fixed order, so that the weights come out bit for bit everywhere.  They are written as whole
numbers; what is seen in few articles weighs nothing.  No text of the articles is kept."""
import collections, gzip, json, math, sys
from count_confidence import overlap, trim

LEAST = 5               # articles that something must be seen in
ROUNDS, STEP, SHRINK = 20, .15, .004
SCALE, LIMIT = 10, 127  # of the written weights
BIAS = -3               # in the written unit: what does best on articles that it has not seen


def labelled(articles, readings):
    with gzip.open(articles, "rt", encoding="utf-8") as a, open(readings, encoding="utf-8") as b:
        for number, (article, reading) in enumerate(zip(a, b)):
            article, reading = json.loads(article), json.loads(reading)
            text, at, points = article["text"], 0, {}
            for i, letter in enumerate(text):
                points[at] = i
                at += len(letter.encode())
            points[at] = len(text)
            gold = [(g["type"], trim(text, g["start"], g["end"])) for g in article["quotes"]]
            for q in reading["quotes"]:
                if "+" not in (q["how"] or "").split(" ")[0]: continue
                span = trim(text, points[q["at"]], points[q["at"] + q["length"]])
                if any(kind != "indirect" and overlap(span, g) >= .8 * max(span[1] - span[0], g[1] - g[0]) for kind, g in gold): label = 1
                elif any(kind != "indirect" and overlap(span, g) > 0 for kind, g in gold): label = 0
                elif any(2 * overlap(span, g) >= span[1] - span[0] for kind, g in gold): continue
                else: label = 0
                yield number, sorted(set(q["how"].split())), label


def order(n, state):
    """A permutation of n, by a generator of our own."""
    places = list(range(n))
    for i in range(n - 1, 0, -1):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        k = (state >> 33) % (i + 1)
        places[i], places[k] = places[k], places[i]
    return places, state


def learn(items):
    seen = collections.defaultdict(set)
    for number, features, _ in items:
        for f in features: seen[f].add(number)
    names = sorted(f for f in seen if len(seen[f]) >= LEAST)
    index = {f: i for i, f in enumerate(names)}
    rows = [([index[f] for f in features if f in index], label) for _, features, label in items]
    weight, squares, state = [0.0] * len(names), [1e-8] * len(names), 1
    for _ in range(ROUNDS):
        places, state = order(len(rows), state)
        for place in places:
            features, label = rows[place]
            total = 0.0
            for i in features: total += weight[i]
            error = .5 + .5 * total / (1 + abs(total)) - label
            for i in features:
                slope = error + SHRINK * weight[i]
                squares[i] += slope * slope
                weight[i] -= STEP * slope / math.sqrt(squares[i])
    return {f: max(-LIMIT, min(LIMIT, int(math.floor(SCALE * w + .5)))) for f, w in zip(names, weight)}


def folds(items, parts=5):
    total = collections.Counter()
    for part in range(parts):
        weight = learn([x for x in items if x[0] % parts != part])
        for number, features, label in items:
            if number % parts == part:
                total[sum(weight.get(f, 0) for f in features) + BIAS >= 0, label] += 1
    right, found, wanted = total[True, 1], total[True, 1] + total[True, 0], total[True, 1] + total[False, 1]
    print(f"quotations: P {100 * right / found:.2f}  R {100 * right / wanted:.2f}  F1 {200 * right / (found + wanted):.2f}; terms: "
          f"{total[False, 0]} of {total[False, 0] + total[True, 0]} found, {total[False, 1]} wrongly")


def write(weight):
    weight["ALWAYS+0"] = weight.get("ALWAYS+0", 0) + BIAS
    print("/* Made by learn_terms.py: what speaks for a quotation (above 0) and what for a term; terms.c tells what is seen. */")
    for group, value, w in sorted((name.split("+")[0], int(name.split("+")[1]), w) for name, w in weight.items() if w):
        print(f"[{group} + {value}] = {w},")


if __name__ == "__main__":
    items = list(labelled(sys.argv[1], sys.argv[2]))
    if sys.argv[3:] == ["--folds"]: folds(items)
    else: write(learn(items))
