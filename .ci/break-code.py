"""Breaks our own code in small ways, and asks whether the tests notice.

All chosen changes are built at once into a copy of the package, each behind a number that the environment gives,
so that a change costs a run and no build. What was found is kept beside the copy, so that a run can be gone on with.
"""

import argparse
import collections
import hashlib
import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import threading
import time

import code_changes

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROOMS = [
    *[f"Patchwise/{room}" for room in
      ["Conditions", "Inference", "Consultation", "Courses", "Deciding", "Checking", "Compiled"]],
    "PatchwiseYAML", "PatchwiseTranscripts", "PatchwiseDialogue", "PatchwiseVerification",
]
SEED = "1"
BUILD = ["swift", "build", "--build-tests", "--scratch-path", ".build-tested", "-Xswiftc", "-O"]

# What asks for the number, in the lowest room, so that all see it.
BROKEN = """\
import Glibc

/// Which change of the code counts in this run.
package enum Broken {
  private static let number = getenv("PATCHWISE_BROKEN").map { atoi($0) } ?? 0
  /// Where the numbers are noted that are asked for, if they are.
  private static let notes = getenv("PATCHWISE_BROKEN_REACHED").map { open($0, O_WRONLY | O_CREAT | O_APPEND, 0o644) }
  /// Which numbers were noted; that threads look at it at once can only note one twice.
  nonisolated(unsafe) private static let noted = calloc(1 << 24, 1)!.assumingMemoryBound(to: Bool.self)

  package static func `is`(_ change: Int32) -> Bool {
    if let notes, !noted[Int(change)] {
      noted[Int(change)] = true
      let line = Array("\\(change)\\n".utf8)
      _ = write(notes, line, line.count)
    }
    return change == number
  }
}

extension Bool {
  package var opposite: Bool { !self }
}
"""


class Copy:
    """A copy of the package, with changes in it."""

    def __init__(self, folder):
        self.package = folder / "Patchwise"
        self.bin = self.package / ".build-tested/debug"
        self.lines = {}

    def fill(self, changes):
        """Writes all files, those with changes in them too; what is as it was keeps its date, for the build."""
        names = subprocess.run(
            ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            check=True, capture_output=True, text=True).stdout.split("\0")
        by_file = collections.defaultdict(list)
        for change in changes:
            by_file[change.file].append(change)
        self.lines = {}
        files = {"Sources/Patchwise/Broken.swift": BROKEN.encode()}
        for name in names:
            if not name or not (ROOT / name).is_file():
                continue
            files[name] = (ROOT / name).read_bytes()
            if name in by_file:
                text, self.lines[name] = code_changes.written(name, files[name].decode(), by_file[name])
                files[name] = text.encode()
            elif name == "Package.swift":
                files[name] = files[name].replace(b"  .treatAllWarnings(as: .error),\n", b"")
        if (ROOT / "Package.resolved").exists():
            files["Package.resolved"] = (ROOT / "Package.resolved").read_bytes()
        for name, content in files.items():
            file = self.package / name
            if not file.exists() or file.read_bytes() != content:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
                file.chmod((ROOT / name).stat().st_mode if (ROOT / name).exists() else 0o644)
        for file in self.package.glob("*/**/*.swift"):
            name = str(file.relative_to(self.package))
            if not name.startswith(".") and name not in files and "/.build" not in name:
                file.unlink()

    def build(self):
        """Builds, and returns the digests of the changes that are no Swift; none if all is built."""
        run = subprocess.run(BUILD, cwd=self.package, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if run.returncode == 0:
            return set()
        wrong = set()
        for file, line in re.findall(r"^(\S+\.swift):(\d+):\d+: error:", run.stdout + run.stderr, re.M):
            name = os.path.relpath(file, self.package)
            ranges = [(end - begin, found) for begin, end, found in self.lines.get(name, []) if begin <= int(line) <= end]
            # The smallest part around the line: a change, or, failing that, the whole body with all of its changes.
            wrong.update(change.digest for change in min(ranges, key=lambda found: found[0], default=(0, []))[1])
        if not wrong:
            sys.exit("The copy does not build, and not because of a change:\n" + (run.stdout + run.stderr)[-4000:])
        return wrong


class Trial:
    """One thing that may notice a change: a command, and how long it takes when nothing is changed."""

    def __init__(self, name, command):
        self.name = name
        self.command = command
        self.seconds = 0
        self.reached = set()

    def run(self, copy, number=0, notes=None, limit=900):
        """Runs it, and returns what it noticed, if it did; the first failure of a test is enough."""
        environment = {name: value for name, value in os.environ.items() if name != "PATCHWISE_STORE"}
        environment["PATCHWISE_BROKEN"] = str(number)
        if notes:
            environment["PATCHWISE_BROKEN_REACHED"] = str(notes)
        started = time.monotonic()
        process = subprocess.Popen(
            self.command, cwd=copy.package, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, start_new_session=True, preexec_fn=bounded, text=True, errors="replace")
        hangs = threading.Event()

        def end():
            hangs.set()
            kill(process)

        timer = threading.Timer(limit, end)
        timer.start()
        noticed, last = None, ""
        try:
            for line in process.stdout:
                last = line.strip() or last
                if "✘" in line and "recorded an issue" in line:
                    noticed = line.strip()
                    break
        finally:
            kill(process)
            timer.cancel()
        status = process.wait()
        self.last_seconds = time.monotonic() - started
        if hangs.is_set():
            return f"hangs for more than {limit:.0f} s"
        if noticed or status == 0:
            return noticed
        return f"status {status}: {last}"[:300]


def bounded():
    """Holds what a change could use up."""
    resource.setrlimit(resource.RLIMIT_AS, (12 << 30, 12 << 30))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 28, 1 << 28))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def kill(process):
    """Ends a process that we started, and what it has started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def trials(copy):
    """All that may notice a change, the quickest first."""
    tool = copy.bin / "patchwise"
    yield Trial("replay", [tool, "replay", "Transcripts"])
    yield Trial("baseline", [tool, "baseline", "--compare", "Knowledge/exosome-serum/baseline.txt"])
    yield Trial("check", [tool, "check"])
    for folder in sorted((ROOT / "Tests").glob("*Tests")):
        yield Trial(folder.name, [
            copy.bin / "PatchwisePackageTests.xctest", "--testing-library", "swift-testing", "--parallel",
            # What looks at the text of the code sees all changes at once, whichever counts.
            "--filter", f"^{folder.name}\\.", "--skip", "SourceTests"])


def chosen(count):
    """Changes of all rooms, each room as much as it has places, and always the same ones."""
    rooms = {}
    for room in ROOMS:
        rooms[room] = []
        for file in sorted((ROOT / "Sources" / room).rglob("*.swift")):
            rooms[room] += code_changes.changes(str(file.relative_to(ROOT)), file.read_text(encoding="utf-8"))
        rooms[room].sort(key=lambda change: hashlib.sha256((SEED + change.digest).encode()).hexdigest())
    places = sum(map(len, rooms.values()))
    picked = [change for found in rooms.values() for change in found[: max(4, round(count * len(found) / places))]]
    return picked, places


def room_of(change):
    return next(room for room in ROOMS if change.file.startswith(f"Sources/{room}/"))


def say(text):
    print(text, flush=True)


def build(copy, picked, file, is_built):
    """Builds the copy, and returns the changes that are Swift; those that are not are noted in a file."""
    refused = set(json.loads(file.read_text())) if file.exists() else set()
    while True:
        changes = [change for change in picked if change.digest not in refused]
        if is_built:
            return changes
        copy.fill(changes)
        say(f"Building with {len(changes)} changes …")
        wrong = copy.build()
        if not wrong:
            return changes
        refused |= wrong
        file.write_text(json.dumps(sorted(refused)))


def measure(copy, all_trials, folder, fingerprint):
    """Runs everything with no change, which must pass, and notes how long it takes and what it reaches."""
    file = folder / "unbroken.json"
    known = json.loads(file.read_text()) if file.exists() else {}
    if known.get("fingerprint") != fingerprint:
        known = {"fingerprint": fingerprint}
    for trial in all_trials:
        if trial.name not in known:
            notes = folder / "reached.txt"
            notes.unlink(missing_ok=True)
            noticed = trial.run(copy, notes=notes)
            if noticed:
                sys.exit(f"Nothing is broken, but {trial.name} fails: {noticed}")
            reached = sorted(set(map(int, notes.read_text().split()))) if notes.exists() else []
            known[trial.name] = {"seconds": trial.last_seconds, "reached": reached}
            file.write_text(json.dumps(known))
            say(f"Unbroken: {trial.name} passes after {trial.last_seconds:.1f} s, and reaches {len(reached)} changes.")
        trial.seconds, trial.reached = known[trial.name]["seconds"], set(known[trial.name]["reached"])


def ordered(all_trials, change):
    """The trials for a change: the tool's own first, then the tests of its room, then the quickest."""
    module = change.file.split("/")[1] + "Tests"
    return sorted(all_trials, key=lambda trial: (trial.name[0].isupper(), trial.name != module, trial.seconds))


def try_out(copy, all_trials, changes, results, file):
    """Lets the trials that reach a change look at it, one after the other, until one notices it.

    Each change gets its first trial before any gets its second, so that most of it is known early.
    """
    waiting = list(changes)
    while waiting:
        rest = []
        for change in waiting:
            result = results.setdefault(change.digest, {"name": change.name, "outcome": "open", "passed": []})
            reaching = [trial for trial in ordered(all_trials, change) if change.number in trial.reached]
            trial = next((trial for trial in reaching if trial.name not in result["passed"]), None)
            noticed = trial and trial.run(copy, change.number, limit=max(40, 3 * trial.seconds))
            if noticed:
                result |= {"outcome": "caught", "by": trial.name, "how": noticed}
            elif trial:
                result["passed"].append(trial.name)
                rest.append(change)
            else:
                result["outcome"] = "survived" if reaching else "unreached"
            if not trial or noticed:
                say(f"{change.number} {change.name}: {result['outcome']} {result.get('by', '')}")
            results[change.digest] = result
            file.write_text(json.dumps(results, indent=1, ensure_ascii=False))
        waiting = rest


def main():
    parser = argparse.ArgumentParser(prog="./dev break", description="Breaks our own code, and sees what notices.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only changes whose name contains it, and those anew")
    parser.add_argument("--count", type=int, default=220, help="how many changes are chosen, before the compiler looks")
    parser.add_argument("--list", action="store_true", help="list the changes that would be chosen, and do nothing")
    parser.add_argument("--survivors", action="store_true", help="try those anew that nothing noticed")
    parser.add_argument("--built", action="store_true", help="go on with what was built last time, whatever has changed")
    options = parser.parse_args()
    if sys.platform != "linux":
        sys.exit("Our own code can be broken on Linux only, where the tests are one program.")
    picked, places = chosen(options.count)
    if options.list:
        print("\n".join(change.name for change in picked))
        return
    folder = ROOT / ".build-broken"
    folder.mkdir(exist_ok=True)
    copy = Copy(folder)
    changes = build(copy, picked, folder / "refused.json", options.built)
    state = hashlib.sha256()
    for file in sorted([*copy.package.glob("Sources/**/*.swift"), *copy.package.glob("Tests/**/*.swift")]):
        state.update(file.read_bytes())
    all_trials = list(trials(copy))
    measure(copy, all_trials, folder, state.hexdigest())
    results_file = folder / "results.json"
    results = json.loads(results_file.read_text()) if results_file.exists() else {}
    meant = [change for change in changes if not options.names or any(name in change.name for name in options.names)]
    for change in meant:
        known = results.get(change.digest, {"outcome": "open"})["outcome"]
        if options.names or options.survivors and known in ("survived", "unreached"):
            results[change.digest] = {"name": change.name, "outcome": "open", "passed": []}
    try_out(copy, all_trials, [
        change for change in meant if results.get(change.digest, {"outcome": "open"})["outcome"] == "open"
    ], results, results_file)
    report([change for change in meant if change.digest in results], results)
    say(f"{places} places were found, {len(picked)} chosen, {len(changes)} of them are Swift.")


def report(tried, results):
    """Says what share was noticed, room by room, and what was not."""
    outcomes = {change.digest: results[change.digest]["outcome"] for change in tried}
    for room in ROOMS:
        here = [outcomes[change.digest] for change in tried if room_of(change) == room]
        say(f"{room:24} {here.count('caught'):4} of {len(here):4}")
    by = collections.Counter(results[change.digest].get("by") for change in tried)
    say("Caught by: " + ", ".join(f"{name} {count}" for name, count in by.most_common() if name))
    for change in tried:
        if outcomes[change.digest] != "caught":
            say(f"{outcomes[change.digest]}: PATCHWISE_BROKEN={change.number} {change.name}")
            say("    " + code_changes.line_at((ROOT / change.file).read_text(encoding="utf-8"), change.start).strip())
    say(f"{list(outcomes.values()).count('caught')} of {len(tried)} changes are caught.")


if __name__ == "__main__":
    main()
