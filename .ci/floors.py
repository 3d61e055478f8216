#!/usr/bin/env python3
"""Hold the parser's figures against tests/floors.toml.

usage: .ci/floors.py [--print] [SECTION ...]

Each section of tests/floors.toml is a set of texts, GOLD/SECTION.jsonl. The release build of the `jsonl` example
parses it, the scorer for such texts measures what comes out, and each key of the section is a figure that may not
be lower. [seed] holds the founding article: every thing expected in it is found. Exit 1 if anything is below.

--print       the present figures in the form of tests/floors.toml, rounded down to three decimals, all figures of
              the sections and not only those with a floor
SECTION ...   these sections only; with --print also ones that have no floor yet
"""
import argparse, json, math, os, re, subprocess, sys, tempfile, tomllib

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.path.join(os.path.dirname(ROOT), "shared")
GOLD, SCORE = os.path.join(SHARED, "gold"), os.path.join(SHARED, "score")
MEASURES = ("recall", "precision", "f1", "share")
TOLERANCE = 0.0005

# The name of a set of texts -> how `jsonl` reads it, and who scores it. As in ../shared/score/score.
KINDS = [
    (r"who_", ["--body"], "speech.py"),
    (r"polnear_", [], "speech.py"),
    (r"sentences_", ["--body"], "sentences.py"),
    (r"bylines_", ["--as", "byline"], "bylines.py"),
    (r"openings_", ["--as", "dateline"], "alone.py"),
    (r"times_", ["--as", "timestamp"], "alone.py"),
    (r"", [], "structure.py"),
]


def run(command, **options):
    """Run a command in the project's root; what it printed, or an end with its complaint."""
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf8", **options)
    if done.returncode:
        sys.exit(f"{done.stdout or ''}floors: exit {done.returncode}: {' '.join(command)}")
    return done.stdout


def build():
    """Build the two examples; the folder that holds them."""
    run(["cargo", "build", "--quiet", "--release", "--example", "jsonl", "--example", "parse"])
    about = json.loads(run(["cargo", "metadata", "--format-version", "1", "--no-deps"]))
    return os.path.join(about["target_directory"], "release", "examples")


def figures(section, examples, tmp):
    """Parse and score one set of texts: {figure: {measure: value, counts}}."""
    gold = os.path.join(GOLD, section + ".jsonl")
    if not os.path.isfile(gold):
        sys.exit(f"floors: [{section}] has no texts: {gold}")
    _, flags, scorer = next(kind for kind in KINDS if re.match(kind[0], section))
    path = lambda end: os.path.join(tmp, section + end)
    with open(gold, encoding="utf8") as rows, open(path(".in"), "w", encoding="utf8") as texts:
        for line in rows:
            row = json.loads(line)
            print(json.dumps({"id": row["id"], "text": row["text"]}, ensure_ascii=False), file=texts)
    with open(path(".in"), "rb") as texts, open(path(".out"), "wb") as out:
        status = subprocess.run([os.path.join(examples, "jsonl"), *flags], stdin=texts, stdout=out, cwd=ROOT).returncode
    if status:
        sys.exit(f"floors: [{section}] exit {status}: jsonl {' '.join(flags)}")
    command = [sys.executable, "-B", os.path.join(SCORE, scorer), gold, path(".out")]
    if scorer == "sentences.py":  # prints one line and no JSON
        printed = run(command)
        hit, of = map(int, re.search(r"(\d+)/(\d+) exemplars pass", printed).groups())
        return {"exemplars pass": {"share": hit / of, "hit": hit, "of": of}}
    run([*command, "--json", path(".json")])
    with open(path(".json"), encoding="utf8") as f:
        groups = json.load(f)
    found = {}
    for group in groups.values():  # "figures", "shares", "sets"
        for name, row in group.items():
            found.setdefault(name, {}).update(row)
    return found


def measures(row):
    """The measures that a figure has; where nothing is counted as made, it has a recall alone."""
    names = [m for m in MEASURES if m in row]
    return ["recall"] if "recall" in row and not row.get("made") else names


def seed(examples, tmp):
    """Does the founding article parse as expected? And what its scorer says."""
    out = os.path.join(tmp, "seed.json")
    with open(out, "w", encoding="utf8") as f:
        f.write(run([os.path.join(examples, "parse"), "--json", os.path.join(SHARED, "seed", "article.txt")]))
    done = subprocess.run([sys.executable, "-B", os.path.join(SCORE, "seed.py"), out],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf8")
    return done.returncode == 0, done.stdout


def key(name):
    return json.dumps(name, ensure_ascii=False)  # a quoted TOML key


def floor3(value):
    return math.floor(value * 1000 + 1e-9) / 1000


def print_present(section, examples, tmp):
    print(f"[{section}]")
    if section == "seed":
        ok, said = seed(examples, tmp)
        print(f"all = {str(ok).lower()}")
        if not ok:
            print("".join(f"# {line}\n" for line in said.splitlines()), end="")
    else:
        for name, row in figures(section, examples, tmp).items():
            for m in measures(row):
                print(f"{key(name)}.{m} = {floor3(row[m]):.3f}")
    print()


def check(section, floors, examples, tmp):
    """Print a section's rows; how many of them are below their floor."""
    print(f"\n[{section}]")
    if section == "seed":
        if not floors.get("all"):
            print("  not held")
            return 0
        ok, said = seed(examples, tmp)
        lines = said.splitlines() or ["nothing said"]
        print("\n".join("  " + line for line in (lines[-1:] if ok else lines)))
        return not ok
    found, below = figures(section, examples, tmp), 0
    for name, wanted in floors.items():
        for measure, least in wanted.items():
            now = found.get(name, {}).get(measure)
            if now is None:
                sys.exit(f"floors: [{section}] no figure {key(name)}.{measure}; there are: {', '.join(map(key, found))}")
            low = now < least - TOLERANCE
            below += low
            print(f"  {name + ', ' + measure:64} {least:7.3f} {now:8.4f}{'   below' if low else ''}")
    return below


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--print", dest="present", action="store_true")
    ap.add_argument("sections", nargs="*", metavar="SECTION")
    args = ap.parse_args()
    with open(os.path.join(ROOT, "tests", "floors.toml"), "rb") as f:
        floors = tomllib.load(f)
    sections = args.sections or list(floors)
    if not args.present and (odd := [s for s in sections if s not in floors]):
        sys.exit(f"floors: no floors for {', '.join(odd)}")
    examples = build()
    with tempfile.TemporaryDirectory() as tmp:
        if args.present:
            for section in sections:
                print_present(section, examples, tmp)
            return
        print(f"  {'figure':64} {'floor':>7} {'now':>8}", end="")
        below = sum(check(section, floors[section], examples, tmp) for section in sections)
    print()
    if below:
        sys.exit(f"floors: {below} below")
    print("floors: all held")


if __name__ == "__main__":
    main()
