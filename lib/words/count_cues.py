#!/usr/bin/env python3
"""Counts how verbs of saying are used, and writes speech_verb.txt.

    count_cues.py speech_verb_lemmas.tsv ARTICLES.jsonl.gz > speech_verb.txt

ARTICLES holds one article a line: text and quotes, each with its kind (type), its span (start, end) and the spans of cue and
speaker.  For every form of every lemma three shares are counted, each smoothed towards that of its frame with a weight of four:
  quote     of 100 times that it stands outside marks beside marked words, how often it is the cue of those words
  clause    of 100 other times, how often it introduces indirect speech
  inverted  of 100 times that it is the cue of marked words, how often the speaker stands behind it (said Ann Lee)
No text of the articles is kept."""
import collections, gzip, json, re, sys

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
MARKED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"|''[^\n]*?''")
AUXILIARY = set("has have had was is are were be been being will would can could may might must should did do does to also later "
                "then again recently once repeatedly now still even just simply further earlier not went on as in a the".split())


def forms(lemma, irregular):
    double = re.fullmatch(r"(admit|rebut|slam|quip|blog|dub|refer|beg|chat|rant?m?)", lemma) and lemma[-1] != "n" and lemma[-2:] != "nt"
    stem = lemma + lemma[-1] if double else lemma
    if lemma.endswith("e"): past, ing, third = lemma + "d", lemma[:-1] + "ing", lemma + "s"
    elif re.search(r"[^aeiou]y$", lemma): past, ing, third = lemma[:-1] + "ied", lemma + "ing", lemma[:-1] + "ies"
    else: past, ing, third = stem + "ed", stem + "ing", lemma + ("es" if re.search(r"(s|sh|ch|x|o)$", lemma) else "s")
    if irregular: past = irregular[0]
    return {lemma: "base", ing: "ing", third: "now", **({irregular[1]: "done"} if len(irregular) > 1 else {}), past: "past"}     # read, put: past


def main(lemmas, articles):
    count = collections.defaultdict(lambda: [0] * 6)     # cue of marked, near marks, cue of indirect, all, inverted, cue of marked
    with gzip.open(articles, "rt", encoding="utf-8") as f:
        for line in f:
            d = json.loads(line)
            text = d["text"]
            marked = bytearray(len(text))
            for m in MARKED.finditer(text):
                marked[m.start():m.end()] = b"\1" * (m.end() - m.start())
            for m in WORD.finditer(text):
                if marked[m.start()]: continue
                c = count[m.group().lower().replace("’", "'")]
                c[3] += 1
                c[1] += bool(re.search(r"[“\"]|''", text[m.end():m.end() + 60].split("\n")[0]) or
                             re.search(r"[”\"]|''", text[max(0, m.start() - 40):m.start()].split("\n")[-1]))
            seen = set()
            for q in d["quotes"]:
                if not q["cue"] or tuple(q["cue"]) in seen: continue
                seen.add(tuple(q["cue"]))
                words = [m.group().lower().replace("’", "'") for m in WORD.finditer(text, *q["cue"])]
                head = next((w for w in words if w not in AUXILIARY and not w.endswith("ly")), None)
                if not head: continue
                if q["type"] == "indirect": count[head][2] += 1
                else:
                    count[head][0] += 1
                    count[head][4] += bool(q["speaker"] and q["speaker"][0] > q["cue"][0])
    rows = {}
    with open(lemmas, encoding="utf-8") as f:
        for line in f:
            if line.startswith("#") or not line.strip(): continue
            lemma, frame, *rest = line.rstrip("\n").split("\t")
            for form, tense in forms(lemma, rest[0].split() if rest else []).items():
                rows.setdefault(form, (frame, tense))
    prior = {}
    for form, (frame, tense) in rows.items():
        p = prior.setdefault((frame, tense), [0] * 6)
        if form != "said":
            for i in range(6): p[i] += count[form][i]
    print("# Verbs of saying, made by count_cues.py from speech_verb_lemmas.tsv and the annotated articles of PolNeAR (train).\n"
          "# Value: frame (S says, T tells somebody, C calls something something, U urges or vows), tense, and three shares in percent:\n"
          "# quote   beside marked words: how often it is their cue\n"
          "# clause  elsewhere: how often it introduces indirect speech\n"
          "# invert  as a cue of marked words: how often the speaker stands behind it")
    for form, (frame, tense) in sorted(rows.items()):
        c, p = count[form], prior[frame, tense]
        share = lambda a, b, pa, pb: round(100 * (a + 4 * (pa + .01) / (pb + 1)) / (b + 4)) if a + 4 * (pa + .01) / (pb + 1) <= b + 4 else 100
        quote = share(min(c[0], c[1]), c[1], p[0], p[1])
        clause = share(c[2], max(c[3] - c[0], c[2]), p[2], max(p[3] - p[0], 1))
        print(f"{form}\t{frame} {tense} {quote} {clause} {share(c[4], c[0], p[4], max(p[0], 1))}")


if __name__ == "__main__":
    main(*sys.argv[1:])
