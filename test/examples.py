#!/usr/bin/env python3
"""The example programs, as people and programs use them: help, an answer when nothing is found, JSON, and a reason when
there is no archive.

    examples.py BUILD ROOT"""
import json, pathlib, shutil, subprocess, sys, tempfile, unicodedata

build, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
faults, checks = [], 0

# A question on our articles, and one that nothing answers.
ASKED = {
    "search": (["ferry"], ["zeppelinesque"]),
    "who_said": (["Hedda Renn"], ["Nobody Atall"]),
    "trace": (["the ship had forty seconds left"], ["words nobody ever put together in print"]),
    "verify": (["No ferry will ever sail again"], ["words nobody ever put together in print"]),
    "compare": (["spill-02"], None),
    "timeline": ([], ["--since", "1805", "--until", "1806"]),
    "via": ([], None),
    "who_is": (["harbour-02", "Renn"], ["harbour-02", "Zeppelin"]),
    "reuse": ([], None),
    "stories": ([], None),
    "card": (["spill-03"], None),
    "lint": ([], None),
    "dump": ([], None),
}


def run(program, *arguments, feed=b""):
    return subprocess.run([str(build / "examples" / program), *map(str, arguments)], input=feed, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, timeout=300)


def check(holds, what, done):
    global checks
    checks += 1
    if not holds:
        faults.append(f"{what}: exit {done.returncode}\n    out: {done.stdout[:300]!r}\n    err: {done.stderr[:300]!r}")


def columns(line):
    """How wide a terminal shows it."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def is_prose(text):
    """Lines of 80 columns of UTF-8, and nothing that would command a terminal."""
    try:
        lines = text.decode().split("\n")
    except ValueError:
        return False
    return all(columns(line) <= 80 and line.replace("\xa0", " ").isprintable() for line in lines)


def is_json(text):
    try:
        return bool([json.loads(line) for line in text.decode().splitlines()])
    except ValueError:
        return False


folder = pathlib.Path(tempfile.mkdtemp(prefix="newsarc-examples-"))
try:
    articles = sorted((root / "examples/articles").glob("*.txt"))
    done = run("ingest", "news.db", *articles)
    check(done.returncode == 0 and done.stdout, "ingest", done)
    done = run("ingest", "empty.db", "-")
    check(done.returncode == 0, "ingest of nothing", done)
    done = run("ingest", "feed.db", "-", feed=b'{"id":"a","text":"A ferry sails."}\nno JSON\n{"id":"b","text":"A ferry stays."}\n')
    check(b"2" in done.stdout + done.stderr, "ingest of a feed with a bad line tells of it by number", done)
    for program, (question, nothing) in ASKED.items():
        done = run(program, "--help")
        check(done.returncode == 0 and program.encode() in done.stdout and not done.stderr, f"{program} --help", done)
        done = run(program, "news.db", *question)
        check(done.returncode == 0 and done.stdout and not done.stderr, f"{program} {question}", done)
        if program != "dump":
            done = run(program, "--json", "news.db", *question)
            check(done.returncode == 0 and is_json(done.stdout), f"{program} --json {question}", done)
        else:
            check(is_json(done.stdout), "dump gives JSON", done)
        if nothing:
            done = run(program, "news.db", *nothing)
            check(done.returncode == 0 and done.stdout, f"{program} {nothing} has an answer", done)
        done = run(program, "no/such/folder.db", *question)
        check(done.returncode != 0 and done.stderr.count(b"\n") == 1, f"{program} without an archive", done)
        check(not (folder / "no").exists(), f"{program} makes no archive", done)
    for program in ("search", "who_said", "trace", "verify", "timeline", "stories", "via", "reuse", "lint"):
        done = run(program, "empty.db", *ASKED[program][0])
        check(done.returncode == 0 and done.stdout, f"{program} on an empty archive has an answer", done)
    (folder / "letter.db").write_bytes(b"Dear reader, this is no archive at all.\n" * 100)
    everything = {**{program: ["news.db", *question] for program, (question, nothing) in ASKED.items()},
                  "ingest": ["news.db", articles[0]], "decide": ["news.db", "list"], "watch": ["news.db", "Beatriz Nunes"],
                  "keep": ["news.db", "check"], "annotate": []}
    for program, arguments in everything.items():
        done = run(program, "--nonsense", *arguments)
        check(done.returncode == 2 and b"unknown option --nonsense" in done.stderr and b"usage: " in done.stderr, f"{program} --nonsense", done)
        done = run(program, "--help")
        check(done.returncode == 0 and is_prose(done.stdout) and not done.stderr, f"{program} --help", done)
        if arguments:
            done = run(program)
            check(done.returncode == 2 and b"usage: " in done.stderr, f"{program} without a word", done)
            done = run(program, "letter.db", *arguments[1:])
            check(done.returncode == 1 and b"letter.db" in done.stderr and done.stderr.count(b"\n") == 1 and not done.stdout,
                  f"{program} of what is no archive", done)
            done = run(program, *arguments)
            check(program == "dump" or is_prose(done.stdout), f"{program} prints lines of 80 columns", done)
            check(run(program, *arguments).stdout == done.stdout, f"{program} says the same again", done)
            done = subprocess.run(["sh", "-c", '"$@" | head -c 1 >/dev/null', "sh", str(build / "examples" / program), *map(str, arguments)],
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, timeout=300)
            check(not done.stderr, f"{program} whose reader leaves", done)
            with open("/dev/full", "wb") as full:
                done = subprocess.run([str(build / "examples" / program), *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=full,
                                      stderr=subprocess.PIPE, cwd=folder, timeout=300)
            done.stdout = b""
            check(program == "watch" or (done.returncode == 1 and b"disk full" in done.stderr), f"{program} onto a full disk", done)
    check((folder / "letter.db").read_bytes().startswith(b"Dear reader"), "what is no archive is left alone", done)
    hostile = {"id": "\x1b[2Jbad\tkey", "title": "\x1b]0;owned\x07 ferry", "source": "The \u202eecho\x9b31m",
               "text": "Ferry \x1b[31mred\n\n\u201cThe ferry \x1b[1A sails,\u201d said Hedda\x08 Renn on 3 May 2024.\n"}
    run("ingest", "hostile.db", "-", feed=json.dumps(hostile).encode())
    for program, (question, nothing) in ASKED.items():
        if program not in ("compare", "who_is", "card", "dump"):
            done = run(program, "hostile.db", *question)
            check(done.returncode == 0 and is_prose(done.stdout), f"{program} lets no article command the terminal", done)
            done = run(program, "--json", "hostile.db", *question)
            check(done.returncode == 0 and is_json(done.stdout + b"{}"), f"{program} --json of a hostile article", done)
    for arguments in (["search", "news.db", "--since", "yesterday", "ferry"], ["who_said", "news.db", "--kind", "shouted", "Hedda Renn"],
                      ["compare", "news.db", "no-such-key"], ["card", "news.db", "harbour"], ["who_is", "news.db", "no-such-key", "Renn"]):
        done = run(*arguments)
        check(done.returncode in (1, 2) and done.stderr and not done.stdout, f"{arguments} is refused with a reason", done)
    before = run("dump", "news.db").stdout
    done = run("decide", "--help")
    check(done.returncode == 0 and b"decide" in done.stdout and not done.stderr, "decide --help", done)
    for words in (["merge", "person", "Hedda Renn", "Piotr Wasilek"], ["split", "person", "Beatriz Nunes", "lantern-02", "another"],
                  ["rename", "person", "Olav Brekkestad", "Captain Brekkestad"], ["hide", "place", "Vellmar"], ["hide", "harbour-02", "Hedda Renn"],
                  ["is", "harbour-03", "Wasilek", "person", "Anita Raman"]):
        done = run("decide", "news.db", *words)
        check(done.returncode == 0 and done.stdout and not done.stderr, f"decide {words}", done)
        check(run("dump", "news.db").stdout != before, f"decide {words} changes the answers", done)
        done = run("decide", "--json", "news.db", "list")
        check(done.returncode == 0 and is_json(done.stdout), "decide list as JSON", done)
        for line in done.stdout.decode().splitlines():
            done = run("decide", "news.db", "undo", json.loads(line)["id"])
            check(done.returncode == 0 and not done.stderr, f"decide undo of {words}", done)
        check(run("dump", "news.db").stdout == before, f"decide {words} and undo leaves all as it was", done)
    done = run("keep", "news.db", "backup", "copy.db")
    check(done.returncode == 0 and run("dump", "copy.db").stdout == before, "keep backup makes a copy", done)
    done = run("keep", "news.db", "backup", "copy.db")
    check(done.returncode == 1 and b"copy.db" in done.stderr, "keep backup writes over nothing", done)
    done = run("keep", "copy.db", "delete", "harbour-01", "nothing of that name")
    check(done.returncode == 1 and run("dump", "copy.db").stdout == before, "keep delete takes out all or none", done)
    done = run("keep", "--json", "copy.db", "delete", "harbour-01", "harbour-02")
    check(done.returncode == 0 and is_json(done.stdout) and b"harbour-02" not in run("dump", "copy.db").stdout, "keep delete", done)
    done = run("keep", "copy.db", "rebuild")
    check(done.returncode == 0 and run("keep", "copy.db", "check").returncode == 0, "keep rebuild", done)
    for words in (["check", "more"], ["backup"], ["delete"], ["burn"]):
        check(run("keep", "copy.db", *words).returncode == 2, f"keep {words} is misuse", done)
    for words in (["merge", "person", "Hedda Renn", "Nobody Atall"], ["is", "harbour-03", "Nobody", "person", "Hedda Renn"], ["undo", "77"]):
        done = run("decide", "news.db", *words)
        check(done.returncode == 1 and done.stderr.count(b"\n") == 1, f"decide {words} is refused", done)
    check(run("decide", "news.db", "join").returncode == 2, "decide join is misuse", done)
    done = run("decide", "no/such/folder.db", "list")
    check(done.returncode != 0 and done.stderr.count(b"\n") == 1, "decide without an archive", done)
    lines = [json.dumps({"id": a.stem, "text": a.read_text(encoding="utf-8", errors="replace")}) for a in articles]
    lines[3:3] = ["{not JSON", '{"id":"none"}']
    done = run("annotate", feed="\n".join(lines).encode())
    out = done.stdout.decode().splitlines()
    check(len(out) == len(lines) and is_json(done.stdout), "annotate gives a line for a line", done)
    check(len(out) == len(lines) and all("error" in json.loads(out[i]) for i in (3, 4)) and done.stderr, "annotate tells of bad lines", done)
    feed = (root / "examples/articles/feed.jsonl").read_bytes()
    first, again = run("watch", "watched.db", "Beatriz Nunes", feed=feed), run("watch", "watched.db", "Beatriz Nunes", feed=feed)
    check(first.returncode == 0 and b"Nunes" in first.stdout, "watch tells of who is quoted", first)
    check(again.returncode == 0 and b"Nunes" not in again.stdout.replace(b"Beatriz Nunes", b"", 1), "watch never tells twice", again)
finally:
    shutil.rmtree(folder)
print(f"examples: {checks} checks, {len(faults)} faults", *faults, sep="\n  ")
sys.exit(len(faults) > 0)
