#!/usr/bin/env python3
"""Counts how often each way of deciding who spoke was right, and writes quote_confidence.h.

    count_confidence.py ARTICLES.jsonl.gz READINGS.jsonl > quote_confidence.h
    count_confidence.py ARTICLES.jsonl.gz READINGS.jsonl --bands           how often each band of confidence was right
    count_confidence.py ARTICLES.jsonl.gz READINGS.jsonl --split           right and wrong by kind of speaker and by mark

ARTICLES holds one annotated article a line: text, and quotes with span (start, end), kind (type) and the spans of the speaker and
its head, in code points.  READINGS is what `annotate` prints for them; for the table it is built with -DNA_UNWEIGHED, so that it
gives the strength of the evidence, in tenths, instead of the shares that are to be counted.

A marked quotation is right when its span matches (overlap of .8 of the longer) and its speaker does (the same last word as the
head of the annotated one, or a span that overlaps it by half of the longer), one without a speaker when it is a quotation at all, a
term when it is none.  Indirect speech is right when half of it is said by that speaker, in marks or not, wherever exactly it begins and ends.
Each share is smoothed towards that of the same decision at any strength, and this towards that of its kind, with a weight of ten.
No text of the articles is kept."""
import collections, gzip, json, re, sys

MARKS = '"“”„‟«»‘’\'`‹›'
WEIGHT = 10


def trim(text, start, end):
    while start < end and (text[start].isspace() or text[start] in MARKS): start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in MARKS): end -= 1
    return start, end


def last_word(words):
    found = re.findall(r"[^\W_]+", re.sub(r"[’']s\b", "", words or ""))
    while found and found[-1].lower() in ("jr", "sr", "ii", "iii", "md", "phd"): found.pop()
    return found[-1].lower() if found else None


def overlap(a, b):
    return min(a[1], b[1]) - max(a[0], b[0])


def same_speaker(text, found, gold):
    if not gold.get("speaker"): return False
    head = gold.get("head") or gold["speaker"]
    if last_word(text[found[0]:found[1]]) == last_word(text[head[0]:head[1]]): return True
    o, longer = overlap(found, gold["speaker"]), max(found[1] - found[0], gold["speaker"][1] - gold["speaker"][0])
    return 0 < o and .5 * longer <= o


def judge(text, span, quote, speaker, gold):
    """True or False; None where the annotators may have meant another kind.  And the annotated quotation that it is."""
    marked = [g for g in gold if g["type"] in ("direct", "mixed")]
    indirect = [g for g in gold if g["type"] == "indirect"]
    if quote["kind"] == "indirect":
        hit = next((g for g in gold if any(2 * overlap(span, piece) >= span[1] - span[0] for piece in g.get("content") or [g["at"]])), None)
        return (bool(hit and speaker and same_speaker(text, speaker, hit)), hit)
    hit = next((g for g in marked if overlap(span, g["at"]) >= .8 * max(span[1] - span[0], g["at"][1] - g["at"][0])), None)
    if quote["kind"] == "term": return hit is None, hit
    if hit is None: return (None if any(2 * overlap(span, g["at"]) >= span[1] - span[0] for g in indirect) else False), None
    return (same_speaker(text, speaker, hit) if speaker else True), hit


def judged(articles, readings):
    with gzip.open(articles, "rt", encoding="utf-8") as a, open(readings, encoding="utf-8") as b:
        for article, reading in zip(a, b):
            article, reading = json.loads(article), json.loads(reading)
            text, at, points = article["text"], 0, {}
            for i, letter in enumerate(text):
                points[at] = i
                at += len(letter.encode())
            points[at] = len(text)
            for g in article["quotes"]: g["at"] = trim(text, g["start"], g["end"])
            for q in reading["quotes"]:
                span = trim(text, points[q["at"]], points[q["at"] + q["length"]])
                who = q["speaker"]
                speaker = (points[who["at"]], points[who["at"] + who["length"]]) if who and who.get("length") else None
                right, hit = judge(text, span, q, speaker, article["quotes"])
                if right is not None: yield q, right, hit, text[points[q["at"]] - 1:points[q["at"]]], bool(who)


def table(items):
    cells = collections.defaultdict(lambda: [0, 0])
    for q, right, *_ in items:
        if q["kind"] not in ("term", "indirect"): continue       # what stands in marks has its confidence from speaker_shares.h
        tenth = min(9, int(q["confidence"] * 100 + .5) // 10)
        for key in ((q["kind"], "", -1), (q["kind"], q["how"], -1), (q["kind"], q["how"], tenth)):
            cells[key][0] += 1
            cells[key][1] += right
    share = {}
    for key in sorted(cells, key=lambda k: (k[1] != "", k[2] != -1)):
        kind, how, tenth = key
        n, right = cells[key]
        parent = None if not how else share[(kind, "", -1)] if tenth < 0 else share[(kind, how, -1)]
        share[key] = right / n if parent is None else (right + WEIGHT * parent) / (n + WEIGHT)
    print("/* Made by count_confidence.py: of a hundred quotations that were decided so, how many were right.  Kind, how (\"\": any),")
    print(" * strength of the evidence in tenths (-1: any), how many right, of how many that were counted. */")
    for key in sorted(cells):
        kind, how, tenth = key
        print(f'{{ NA_{kind.upper()}, "{how}", {tenth}, {round(100 * share[key])} }},  /* {cells[key][0]} */')


def bands(items):
    cells = collections.defaultdict(lambda: [0, 0, 0.0])
    for q, right, hit, mark, named in items:
        if q["kind"] not in ("direct", "mixed") or not named: continue
        low = max(.5, int(q["confidence"] * 100 + .5) // 10 / 10) if q["confidence"] < .9 else .9 if q["confidence"] < .955 else .96
        cells[low][0] += 1; cells[low][1] += right; cells[low][2] += q["confidence"]
    print("| confidence from | quotations | right | confidence, mean |\n|---|---|---|---|")
    for low, (n, right, sure) in sorted(cells.items()): print(f"| {low:.2f} | {n} | {100 * right / n:.0f} % | {sure / n:.2f} |")


def split(items):
    by = collections.defaultdict(lambda: [0, 0, 0])
    for q, right, hit, mark, named in items:
        if not hit or q["kind"] not in ("direct", "mixed", "term") or not hit.get("speaker"): continue
        for key in ("speaker: " + str(hit.get("speaker_kind")), "mark: " + (mark if mark in '"“\'‘«' else "other")):
            by[key][0] += 1; by[key][1] += bool(right and named); by[key][2] += not named
    print("| of | quotations found | speaker right | none given |\n|---|---|---|---|")
    for key, (n, right, silent) in sorted(by.items()): print(f"| {key} | {n} | {100 * right / n:.1f} % | {100 * silent / n:.1f} % |")


if __name__ == "__main__":
    {"--bands": bands, "--split": split}.get(sys.argv[3] if len(sys.argv) > 3 else "", table)(judged(sys.argv[1], sys.argv[2]))
