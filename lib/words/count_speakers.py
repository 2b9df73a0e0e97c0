#!/usr/bin/env python3
"""Learns what speaks for a candidate speaker, and writes speaker_weights.h and speaker_shares.h.

    count_speakers.py ARTICLES.jsonl.gz TRACE --weights > speaker_weights.h
    count_speakers.py ARTICLES.jsonl.gz TRACE --shares > speaker_shares.h     how often a lead of so many points was right
    count_speakers.py ARTICLES.jsonl.gz TRACE --check [OTHER.jsonl.gz TRACE]     the same in figures

ARTICLES holds one annotated article a line: text, and quotes with span, kind and the spans of the speaker and its head, in code
points.  TRACE is what `annotate`, built with -DNA_TRACE_SPEAKERS, writes to standard error for them: every quotation (its
place, that of the quotation before it) and its candidates (kind, place of the words that name somebody, who that is, features).

A candidate is right when its words are the annotated speaker's: the same last word as its head, or half of the longer.  An averaged
perceptron with a margin, in whole numbers and in an order of its own, so that every machine gets the same weights.  The shares come
from five folds of articles, each judged by what was learnt from the other four.  No text of the articles is kept."""
import collections, gzip, json, sys
from count_confidence import overlap, same_speaker, trim

EPOCHS, MARGIN, STEP, FOLDS, LEAD = 12, 1000, 100, 5, 250


def read(articles, candidates):
    """[[quotation, ...] of an article, ...]; a quotation: gold, text, its candidates (span or None for "as before", name, features, right)"""
    found = collections.defaultdict(list)
    with open(candidates, encoding="utf-8") as f:
        for line in f:
            row = line.rstrip("\n").split("\t")
            if row[0] == "Q":
                found[row[4]].append({"at": int(row[1]), "length": int(row[2]), "last": int(row[3]), "candidates": []})
                last = found[row[4]][-1]
            else:
                last["candidates"].append([*map(int, row[1:6]), row[6].split(" ")])
    with gzip.open(articles, "rt", encoding="utf-8") as f:
        return [prepare(json.loads(line), found) for line in f]


def prepare(article, found):
    text, at, points, by_place = article["text"], 0, {}, {}
    for i, letter in enumerate(text):
        points[at] = i
        at += len(letter.encode())
    points[at] = len(text)
    marked = [(trim(text, g["start"], g["end"]), g) for g in article["quotes"] if g["type"] in ("direct", "mixed") and g.get("speaker")]
    for q in found[article["id"]]:
        span = trim(text, points[q["at"]], points[q["at"] + q["length"]])
        q["gold"] = next((g for s, g in marked if overlap(span, s) >= .8 * max(span[1] - span[0], s[1] - s[0])), None)
        q["text"], q["span"], q["before"] = text, span, by_place.get(q["last"])
        by_place[q["at"]] = q
        q["candidates"] = [candidate(text, points, q, *c) for c in q["candidates"]]
        if any(c[4] for c in q["candidates"]):      # the right speaker by another cue is neither right nor wrong
            for c in q["candidates"]: c[3] = None if c[3] and not c[4] else c[3]
    return found[article["id"]]


def candidate(text, points, q, kind, at, length, name, cue, features):
    """[span, who, features, right, right and by the annotated cue]"""
    if kind == 0:               # as the quotation before: in learning, as it was annotated
        before = q["before"] and q["before"]["gold"]
        return [None, None, features, bool(before and q["gold"] and same_speaker(text, before["speaker"], q["gold"])), False]
    span = points[at], points[at + length]
    right = bool(length and q["gold"] and same_speaker(text, span, q["gold"]))
    by_cue = right and cue >= 0 and q["gold"]["cue"] and q["gold"]["cue"][0] <= points[cue] < q["gold"]["cue"][1]
    return [span, name if name >= 0 else None, features, right, bool(by_cue)]


def shuffled(n, seed):
    order, state = list(range(n)), seed
    for i in range(n - 1, 0, -1):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        j = (state >> 33) % (i + 1)
        order[i], order[j] = order[j], order[i]
    return order


def learn(articles):
    quotes = [q for a in articles for q in a if {True, False} <= {c[3] for c in q["candidates"]}]
    weight, total, seen = collections.defaultdict(int), collections.defaultdict(int), 0
    for epoch in range(EPOCHS):
        for k in shuffled(len(quotes), epoch + 1):
            seen += 1
            best = {}
            for _, _, features, right, _ in quotes[k]["candidates"]:
                if right is None: continue
                score = sum([weight[f] for f in features])
                if right not in best or score > best[right][0]: best[right] = score, features
            if best[True][0] >= best[False][0] + MARGIN: continue
            for right, step in (True, STEP), (False, -STEP):
                for f in best[right][1]:
                    weight[f] += step
                    total[f] += step * seen
    return {f: w - total[f] // (seen + 1) for f, w in weight.items()}


def judge(weight, articles):
    """(right, lead, quotation) of every annotated quotation, in the order of reading: who spoke before is what was found, not the gold"""
    for article in articles:
        for q in article:
            ranked = []
            for k, (span, name, features, *_) in enumerate(q["candidates"]):
                if span is None: span, name = q["before"].get("found", (None, None)) if q["before"] else (None, None)
                if span: ranked.append((-sum(weight.get(f, 0) for f in features), k, span, name))
            ranked.sort()
            q.pop("found", None)
            lead = 0
            if ranked:
                q["found"] = ranked[0][2:]
                other = next((r[0] for r in ranked if r[2] != ranked[0][2] and (r[3] is None or r[3] != ranked[0][3])), 10**6)
                lead = other - ranked[0][0]
            if q["gold"]: yield bool(ranked and same_speaker(q["text"], ranked[0][2], q["gold"])), lead, q


def folds(articles):
    for fold in range(FOLDS):
        weight = learn([a for k, a in enumerate(articles) if k % FOLDS != fold])
        yield from judge(weight, [a for k, a in enumerate(articles) if k % FOLDS == fold])


def weights(articles):
    print("/* Made by count_speakers.py: what speaks for a candidate, and how much.  Group of features, value in it. */")
    for feature, w in sorted(learn(articles).items(), key=lambda x: (x[0].split("+")[0], int(x[0].split("+")[1]))):
        if w: print("[FIRST_%s + %s] = %d," % (*feature.split("+"), w))


def shares(articles):
    """how many of a hundred were right with such a lead, never fewer than with a smaller one"""
    cells = collections.defaultdict(lambda: [0, 0])
    for right, lead, _ in folds(articles):
        cell = cells[min(lead // LEAD, 16)]
        cell[0] += 1
        cell[1] += right
    groups = []
    for key in sorted(cells):
        groups.append([key, *cells[key]])
        while len(groups) > 1 and groups[-2][2] * groups[-1][1] >= groups[-1][2] * groups[-2][1]:
            key, n, right = groups.pop()
            groups[-1][1] += n
            groups[-1][2] += right
    print("/* Made by count_speakers.py: the best candidate leads by so many points, and how many of a hundred such were right. */")
    for key, n, right in groups: print("{ %d, %d },    /* of %d */" % (key * LEAD, 100 * right // n, n))


def check(articles, others=None):
    for name, judged in ("folds", list(folds(articles))), ("others", list(judge(learn(articles), others)) if others else []):
        if not judged: continue
        kinds = collections.defaultdict(lambda: [0, 0])
        for right, _, q in judged:
            for kind in ("all", q["gold"].get("speaker_kind")):
                kinds[kind][0] += 1
                kinds[kind][1] += right
        reach = sum(any(c[3] for c in q["candidates"]) for _, _, q in judged)
        print(name, "; ".join("%s %.2f of %d" % (k, 100 * r / n, n) for k, (n, r) in kinds.items()), "; at best %.2f" % (100 * reach / len(judged)))


if __name__ == "__main__":
    more = sys.argv[4:6]
    {"--weights": weights, "--shares": shares, "--check": check}[sys.argv[3]](read(*sys.argv[1:3]), *([read(*more)] if more else []))
