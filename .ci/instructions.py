#!/usr/bin/env python3
"""Counts the instructions of parses under callgrind, which do not drift with the machine.

    .ci/instructions.py            compare with benches/instructions.txt, and check that slow texts stay linear
    .ci/instructions.py --write    write the table anew

The table holds for the compiler that it names; with another one only slow texts are checked: a byte of them may take
no more in a long text than in a short one, and not more than a few times what a byte of news takes.
"""

import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "benches" / "instructions.txt"
ONCE = ROOT / "target" / "release" / "examples" / "once"
TOLERANCE = 0.03
SHORT, LONG, GROWTH = 64 << 10, 256 << 10, 1.25
NEWS, OF_NEWS = "long_feature", 24


def count(*args):
    """Instructions of `Parser::parse` in `once ARGS`, and the bytes of the input."""
    with tempfile.NamedTemporaryFile() as out:
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out.name}",
                   "--toggle-collect=wirecopy::parser::Parser::parse", str(ONCE), *map(str, args)]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", run.stderr)[1]), int(run.stdout.split()[0])


def classes():
    names = subprocess.run([ONCE], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    inputs = [name for name in names if " " not in name]
    return inputs, [name.split()[0] for name in names if " " in name]


def main():
    if not shutil.which("valgrind"):
        print("skipped: valgrind is not installed")
        return 0
    subprocess.run(["cargo", "build", "--quiet", "--release", "--example", "once"], cwd=ROOT, check=True)
    compiler = subprocess.run(["rustc", "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    inputs, family = classes()
    failed = 0
    with concurrent.futures.ThreadPoolExecutor() as pool:
        counted = {}
        for only in ("structure", "full"):
            for name, (instructions, size) in zip(inputs, pool.map(lambda name: count(name, only), inputs)):
                counted[f"{only}/{name}"] = instructions
                if (only, name) == ("full", NEWS):
                    news = instructions / size
        if "--write" in sys.argv:
            rows = "".join(f"{name} {instructions}\n" for name, instructions in counted.items())
            TABLE.write_text(f"# Instructions of one parse. Written by .ci/instructions.py --write\nrustc {compiler}\n{rows}")
            return 0
        known = dict(line.split() for line in TABLE.read_text().splitlines() if not line.startswith("#"))
        if known.pop("rustc") != compiler:
            print(f"skipped: the table of instructions is not of rustc {compiler}")
        else:
            for name, instructions in counted.items():
                change = instructions / int(known[name]) - 1
                failed += abs(change) > TOLERANCE
                print(f"{name:<28}{instructions:>12}{change:>+8.1%}{'  FAILED' if abs(change) > TOLERANCE else ''}")
        pairs = pool.map(lambda name: (count(name, SHORT), count(name, LONG)), family)
        for name, ((few, short), (many, long)) in zip(family, pairs):
            growth = (many / long) / (few / short)
            times = many / long / news
            slow = growth > GROWTH or times > OF_NEWS
            failed += slow
            print(f"{name:<32}{many / long:>10.1f} a byte, {times:.1f} times news, growth {growth:.2f}{'  FAILED' if slow else ''}")
    if failed:
        print(f"{failed} counts are out of their bounds; if that is meant, run .ci/instructions.py --write")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
