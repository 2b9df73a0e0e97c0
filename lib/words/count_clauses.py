#!/usr/bin/env python3
"""Learns which clauses behind and before verbs of saying are reported, and where they end; writes clause_weights.h.

    annotate < ARTICLES.jsonl 2> TRACE        (of a build with -DNA_TRACE_CLAUSES)
    count_clauses.py ARTICLES.jsonl.gz TRACE > clause_weights.h

ARTICLES holds one annotated article a line: id, text, and quotes with span (start, end), kind (type), the span of the cue and those
of all that is reported by it (content), in code points.  TRACE has one line for every clause that a cue may report, and one for every token at which it may end, each with the
numbers of its features.  A clause is right when one that is annotated covers .8 of it, and it .8 of that; it ends where the two
are most alike.  Clauses that are annotated with another cue than the one that was tried are left out, and so are those that belong to what is reported partly in marks: the
annotated span is that of the marks alone.

An averaged perceptron with a margin, in integers, in the order of the trace: the same weights on every machine.  No text of the
articles is kept."""
import collections, gzip, json, sys

SIZE, ROUNDS, MARGIN, RARE = 16384, 10, 60, 8


def alike(a, b):
    n = min(a[1], b[1]) - max(a[0], b[0])
    return n / max(a[1] - a[0], b[1] - b[0]) if n > 0 else 0


def clauses(articles, trace):
    """Each clause that was tried: (its features, [(end, features)], its cue, the annotated spans and cues of its article, its id, whether it is in what is reported partly in marks)."""
    gold, mixed = {}, {}
    with gzip.open(articles, "rt", encoding="utf-8") as f:
        for line in f:
            d = json.loads(line)
            byte = [0]
            for letter in d["text"]: byte.append(byte[-1] + len(letter.encode()))
            gold[d["id"]] = [(byte[q["start"]], byte[q["end"]], *(byte[i] for i in q["cue"] or (0, 0))) for q in d["quotes"] if q["type"] == "indirect"]
            gold[d["id"]] += [(byte[a], byte[b], *(byte[i] for i in q["cue"] or (0, 0))) for q in d["quotes"] if q["type"] == "mixed"
                              for a, b in q.get("content", ()) if not any(m in d["text"][a - 2:b + 2] for m in ('"', "''", "“", "”"))]
            mixed[d["id"]] = [(byte[a], byte[b]) for q in d["quotes"] if q["type"] != "indirect" for a, b in q.get("content", ())]
    one = None
    with open(trace, encoding="utf-8") as f:
        for line in f:
            key, cue, behind, begin, rest = line.rstrip("\n").split("\t")
            end, *features = map(int, rest.split())
            if end == 0:
                if one: yield one
                one = (features, [], int(begin), (int(cue), int(behind)), gold[key], key, any(a <= int(begin) < b for a, b in mixed[key]))
            else:
                one[1].append((end, features))
    if one: yield one


def examples(articles, trace, wanted=lambda key: True):
    for features, ends, begin, cue, gold, key, in_mixed in clauses(articles, trace):
        if not wanted(key): continue
        best, at, by_it = max(((alike((begin, end), g), n, alike(cue, g[2:]) > 0) for n, (end, _) in enumerate(ends) for g in gold),
                              default=(0, 0, True), key=lambda x: (x[0], -x[1]))
        if best >= .8 and not by_it or best < .8 and in_mixed: continue
        yield features, 1 if best >= .8 else -1
        if best < .8: continue
        for n, (end, f) in enumerate(ends[:at + 1]):
            if f: yield f, 1 if n == at else -1


def learn(data):
    often = collections.Counter(i for features, _ in data for i in set(features))
    data = [([i for i in features if often[i] >= RARE], sign) for features, sign in data]
    weight, total, since, step = [0] * SIZE, [0] * SIZE, [0] * SIZE, 0
    for _ in range(ROUNDS):
        for features, sign in data:
            step += 1
            if sign * sum(weight[i] for i in features) > MARGIN: continue
            for i in features:
                total[i] += weight[i] * (step - since[i])
                since[i] = step
                weight[i] += sign
    for i in range(SIZE): total[i] += weight[i] * (step - since[i])
    return [(abs(t) * 8 // step) * (1 if t > 0 else -1) for t in total]


def main(articles, trace):
    weight = learn(list(examples(articles, trace)))
    print("/* Made by count_clauses.py: what each feature of clauses.c says for a clause, or for its end. */\n"
          f"static const short na_clause_weight[{SIZE}] = {{")
    for i in range(0, SIZE, 32): print(",".join(map(str, weight[i:i + 32])) + ",")
    print("};")


if __name__ == "__main__":
    main(*sys.argv[1:])
