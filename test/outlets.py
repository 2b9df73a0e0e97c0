#!/usr/bin/env python3
"""Who is whom across outlets, against NewsWCL50: five articles of five outlets on one affair are an archive of their own.

    outlets.py BUILD SHARED [--errors]        exits with 77 (skipped) where SHARED is not there

The gold is the mentions of ACTOR chains, all of whose words are capitalised: each chain is one person.  A mention belongs
to whom the archive names there (a person, where several names overlap it), else to whose office it says that the words
are ("the [French President] [name]" are two mentions); one that it does not find is alone.  B3 over all
mentions; two chains that the archive takes for one are a false merge, the worst fault, and shown by name."""
import collections, json, os, subprocess, sys, tempfile

SKIPPED, FLOOR = 77, 94.0


def gold_of(article):
    """(first byte, end, chain, words) of each mention that counts"""
    text = article["text"]
    for m in article["mentions"]:
        words = text[m["start"]:m["end"]]
        letters = [w for w in words.split() if w[0].isalpha()]
        if m["type"] == "ACTOR" and letters and all(w[0].isupper() for w in letters):
            at = len(text[:m["start"]].encode())
            yield at, at + len(words.encode()), m["chain"], words


def archive(programs, articles):
    """what the archive of these articles says, by id"""
    with tempfile.TemporaryDirectory() as place:
        source, file = os.path.join(place, "in.jsonl"), os.path.join(place, "a.db")
        with open(source, "w", encoding="utf-8") as out:
            for a in articles:
                out.write(json.dumps({"id": a["id"], "text": a["text"]}, ensure_ascii=False) + "\n")
        subprocess.run([os.path.join(programs, "ingest"), file, source], check=True, stdout=subprocess.DEVNULL)
        dump = subprocess.run([os.path.join(programs, "dump"), file], check=True, stdout=subprocess.PIPE).stdout.decode()
    return {r["id"]: r for r in map(json.loads, dump.splitlines())}


def named_at(reading, at, end):
    hit = [m for m in reading["mentions"] if m["at"] < end and at < m["at"] + m["length"]]
    office = [m for m in reading["mentions"] if "role" in m and m["role"]["at"] < end and at < m["role"]["at"] + m["role"]["length"]]
    hit = [m for m in hit if m["kind"] == "person"] or office or hit
    return hit[-1] if hit else None


def groups(of):
    out = collections.defaultdict(set)
    for mention, group in of.items():
        out[group].add(mention)
    return out


def b3(gold, found):
    g, f = groups(gold), groups(found)
    both = [len(g[gold[m]] & f[found[m]]) for m in gold]
    p = sum(n / len(f[found[m]]) for n, m in zip(both, gold)) / len(gold)
    r = sum(n / len(g[gold[m]]) for n, m in zip(both, gold)) / len(gold)
    return 100 * p, 100 * r, 200 * p * r / (p + r)


def counted(rows):
    return ", ".join(f"{n} x {row}" if n > 1 else str(row) for row, n in collections.Counter(rows).most_common())


def main():
    programs, data = os.path.join(sys.argv[1], "examples"), os.path.join(sys.argv[2], "data/entities/measure/outlets-dev.jsonl")
    if not os.path.exists(data):
        print(f"outlets: skipped, {data} is not there")
        return SKIPPED
    topics = collections.defaultdict(list)
    with open(data, encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            topics[article["topic"]].append(article)
    gold, found, last, words, name = {}, {}, {}, {}, {}
    for topic, articles in topics.items():
        said = archive(programs, articles)
        for a in articles:
            for at, end, chain, text in gold_of(a):
                mention, hit = (a["id"], at, end), named_at(said[a["id"]], at, end)
                gold[mention], words[mention] = (topic, chain), text
                found[mention] = (topic, hit["id"]) if hit else mention
                last[mention] = (topic, text.split()[-1].lower())
                name[mention] = hit["name"] if hit else "nobody"
    p, r, f = b3(gold, found)
    print(f"mentions    {len(gold)} of {len(groups(gold))} people in {len(topics)} archives")
    print(f"B3          P {p:.1f}  R {r:.1f}  F1 {f:.1f}      (the last word as identity: P {b3(gold, last)[0]:.1f}  R {b3(gold, last)[1]:.1f}  F1 {b3(gold, last)[2]:.1f})")
    merged = [g for g in groups(found).values() if len({gold[m] for m in g}) > 1]
    split = [g for g in groups(gold).values() if len({found[m] for m in g}) > 1]
    missed = [m for m in gold if name[m] == "nobody"]
    print(f"false merges {len(merged)}, people split {len(split)}, mentions missed {len(missed)}")
    for g in merged:
        print(f"  merged  {name[min(g)]}: {counted(f'{words[m]!r} of {gold[m][1]}' for m in sorted(g))}")
    if "--errors" in sys.argv:
        for g in split:
            most = collections.Counter(found[m] for m in sorted(g)).most_common(1)[0][0]
            print(f"  split   {gold[min(g)][1]}: {counted(f'{words[m]!r} is {name[m]}' for m in sorted(g) if found[m] != most)}")
        print(f"  missed  {counted(f'{words[m]!r} in {m[0]}' for m in sorted(missed))}")
    if f < FLOOR:
        print(f"outlets: B3 F1 {f:.1f}, at least {FLOOR} wanted")
    return f < FLOOR


if __name__ == "__main__":
    sys.exit(main())
