"""Splits annotated articles into the half that rules are tuned on and the other, by a hash of the id.

usage: halves.py OUT_FOLDER FILE.jsonl ...      writes OUT_FOLDER/FILE-tuned.jsonl and FILE-other.jsonl

An article stays in its half whatever else is in the file: even MD5 of its id, tuned; odd, other."""
import hashlib, json, os, sys

out = sys.argv[1]
for path in sys.argv[2:]:
    stem = os.path.join(out, os.path.basename(path).removesuffix(".jsonl"))
    with open(stem + "-tuned.jsonl", "w") as tuned, open(stem + "-other.jsonl", "w") as other, open(path) as lines:
        for line in lines:
            last = hashlib.md5(json.loads(line)["id"].encode()).digest()[-1]
            (other if last % 2 else tuned).write(line)
