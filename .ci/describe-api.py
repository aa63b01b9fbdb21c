"""Writes down the public interface of the libraries from their symbol graphs, a file for each, or compares."""

import argparse
import json
import pathlib
import sys


def declaration(symbol):
    """What is written in the source, on one line."""
    words = "".join(fragment["spelling"] for fragment in symbol["declarationFragments"])
    return " ".join(words.split())


def description(module, graphs):
    """The lines that describe a library, in order."""
    lines = set()
    names = {}
    for graph in graphs:
        for symbol in graph["symbols"]:
            # What a protocol gives away for nothing is not ours.
            if "::SYNTHESIZED::" in symbol["identifier"]["precise"]:
                continue
            path = ".".join(symbol["pathComponents"])
            names[symbol["identifier"]["precise"]] = path
            lines.add(f"{path}: {declaration(symbol)}")
    for graph in graphs:
        for relation in graph["relationships"]:
            if relation["kind"] != "conformsTo" or relation["source"] not in names:
                continue
            protocol = relation.get("targetFallback") or names.get(relation["target"])
            # What follows from others, or is told by the compiler itself, makes no difference to read.
            if protocol and protocol not in ("Swift.Copyable", "Swift.Escapable", "Swift.SendableMetatype"):
                lines.add(f"{names[relation['source']]}: conforms to {protocol}")
    return [f"# The public interface of {module}. './dev api --accept' writes it anew."] + sorted(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("graphs", type=pathlib.Path)
    parser.add_argument("descriptions", type=pathlib.Path)
    parser.add_argument("modules", nargs="+")
    parser.add_argument("--accept", action="store_true")
    options = parser.parse_args()
    count, differs = 0, False
    for module in options.modules:
        files = sorted(options.graphs.glob(f"{module}.symbols.json"))
        files += sorted(options.graphs.glob(f"{module}@*.symbols.json"))
        if not files:
            sys.exit(f"There is no symbol graph of {module}.")
        now = description(module, [json.loads(file.read_bytes()) for file in files])
        count += len(now) - 1
        stored = options.descriptions / f"{module}.txt"
        if options.accept:
            stored.write_text("".join(f"{line}\n" for line in now), encoding="utf-8")
            continue
        before = stored.read_text(encoding="utf-8").splitlines() if stored.exists() else []
        for sign, lines in ("-", set(before) - set(now)), ("+", set(now) - set(before)):
            for line in sorted(lines):
                differs = True
                print(f"{module}: {sign} {line}")
    if differs:
        sys.exit("The public interface has changed. If that is meant: ./dev api --accept")
    print(f"{count} public declarations and conformances in {len(options.modules)} libraries, as described.")


main()
