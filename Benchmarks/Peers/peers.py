"""Other engines on our workloads, each called as its user would call it.

    peers.py here | missing
    peers.py prepare PEER SIZE FOLDER
    peers.py run PEER SIZE FOLDER PEOPLE

An adapter is a module of adapters/: PACKAGE is what it is made of, prepare(workload, path) writes the peer's own file,
load(path) makes an engine of it, and decide(engine, answers) returns the names of the rules that hold and the level.
Only the last two are timed. An adapter with a `run` of its own measures another process.
"""
import importlib
import importlib.metadata
import json
import os
import pkgutil
import resource
import sys
import time

import adapters

BUDGET = 5  # seconds for timed passes


def names():
    return sorted(m.name for m in pkgutil.iter_modules(adapters.__path__))


def adapter(name):
    """The adapter of a peer and its version; nothing if the peer is not here."""
    try:
        module = importlib.import_module("adapters." + name)
        version = module.version() if hasattr(module, "version") else importlib.metadata.version(module.PACKAGE)
        return module, version
    except (ImportError, OSError):
        return None


def sum_of(rules):
    result = 1469598103934665603
    for rule in rules:
        result = ((result ^ rule) * 1099511628211) & ((1 << 64) - 1)
    return result


def line(rules, level):
    places = sorted(int(rule[1:]) - 1 for rule in rules)
    return f"{int(level)}\t{len(places)}\t{sum_of(places)}"


def quartiles(values):
    values = sorted(values)
    return {"low": values[len(values) // 4], "median": values[len(values) // 2], "high": values[len(values) * 3 // 4]}


def own_file(name, size, folder):
    return os.path.join(folder, f"{size}.{name}")


def prepare(name, size, folder):
    path = own_file(name, size, folder)
    if not os.path.exists(path):
        with open(os.path.join(folder, size + ".json")) as file:
            adapter(name)[0].prepare(json.load(file), path + ".new")
        os.rename(path + ".new", path)


def measure(module, path, people, expected):
    start = time.perf_counter()
    engine = module.load(path)
    load = time.perf_counter() - start
    wrong, seen, start = 0, 0, time.perf_counter()
    for answers, wanted in zip(people, expected):
        wrong += line(*module.decide(engine, answers)) != wanted
        seen += 1
        if time.perf_counter() - start > BUDGET:
            break
    people, passes, begin = people[:seen], [], time.perf_counter()
    while len(passes) < 3 or time.perf_counter() - begin < BUDGET and len(passes) < 25:
        start = time.perf_counter()
        for answers in people:
            module.decide(engine, answers)
        passes.append((time.perf_counter() - start) / seen)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"load": load, "wrong": wrong, "peak": peak, **quartiles(passes)}


def run(name, size, folder, count):
    module, _ = adapter(name)
    path = own_file(name, size, folder)
    with open(os.path.join(folder, size + ".expected.tsv")) as file:
        expected = file.read().splitlines()[:count]
    people = []
    with open(os.path.join(folder, size + ".profiles.jsonl")) as file:
        for _ in range(count):
            people.append(json.loads(next(file)))
    own = getattr(module, "run", None)
    print(json.dumps(own(path, people, expected) if own else measure(module, path, people, expected)), flush=True)
    os._exit(0)  # some peers take long to clear up


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        prepare(*sys.argv[2:5])
    if sys.argv[1] == "run":
        run(*sys.argv[2:5], int(sys.argv[5]))
    for name in names():
        found = adapter(name)
        if sys.argv[1] == "here" and found:
            print(name, found[1])
        elif sys.argv[1] == "missing" and not found:
            print(name)
