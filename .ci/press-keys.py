"""Presses random keys in conversations on a pseudo-terminal, and looks whether they end as they should.

Named are the tool, how many seconds it takes, and a seed. The tool should be built to notice wrong use of
memory. After each conversation the terminal has to be as it was, what was saved can be taken up again, and what
was recorded replays.
"""

import fcntl
import os
import pathlib
import pty
import random
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Nobody waits longer than this for a conversation to end; a busy machine may need some of it.
PATIENCE = 60
PASTING = b"\x1b[?2004"
KNOWLEDGE = [
    [],
    ["--knowledge", "Examples/tyre/tyre.yaml"],
    ["--knowledge", "Tests/Fixtures/boiler/boiler.yaml"],
]
ANSWERS = [
    "1", "2", "3", "1, 2", "yes", "no", "none", "not sure", "34", "1.5 bar", "8 weeks", "2 days", "back", "change 1",
    "explain", "why", "so far", "help", "start over", "what if", "my face is swelling", "go on", "shallow", "oily",
]
# Those that end a conversation are left out, and Ctrl-S, by which the terminal itself makes it wait for ever.
KEYS = [
    *(bytes([code]) for code in range(1, 0x20) if code not in (0x04, 0x0D, 0x13, 0x1C)),
    b"\x7f", b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[H", b"\x1b[F", b"\x1b[3~", b"\x1b[5~", b"\x1bOP",
    b"\x1b[1;5C", b"\x1bb", b"\x1bf", b"\x1bd", b"\x1bu", b"\x1b.", b"\x1b?", b"\x1b*", b"\x1b1\x1b2", b"\x1b-",
    b"\x18\x15", b"\x18(a\x18)\x18e", b"\x1b[<0;1;1M", b"\x1b]0;x\x07", b"\x1b[", b"\x1b", b"\x16\x1b",
]
# Of readline's own: as of 8.2 it compares rows by a length that it has not worked out where wide letters stand at their
# ends and the window changes. Nothing comes of it but a row that is drawn anew, yet the sanitizer ends the tool.
READLINES_OWN = b"AddressSanitizer: negative-size-param"
PIECES = [
    *(text.encode() for text in ("ä", "🧴", "👩\u200d🚒", "e\u0301", "漢字", "\u202e", "\u200b", "\u009b31m", "\u2028")),
    b"\xff", b"\xc3", b"\xe2\x80", b"\x9b31m", b"\xf0\x9f", b"\xed\xa0\x80", b"word ", b"a, b", b"12",
]


class Conversation:
    """The tool at a terminal."""

    def __init__(self, tool, folder, chance):
        self.folder, self.chance = folder, chance
        self.knowledge = chance.choice(KNOWLEDGE)
        self.outside, self.inside = pty.openpty()
        os.set_blocking(self.outside, False)
        self.resize()
        self.before = termios.tcgetattr(self.inside)
        self.output = b""
        settings = folder / "inputrc"
        settings.write_text(chance.choice(["", "", "set editing-mode vi\n", "set enable-bracketed-paste off\n"]))
        self.environment = {
            **{name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ},
            "HOME": str(folder),
            "TERM": chance.choice(["xterm", "xterm", "xterm", "vt100", "dumb"]),
            "LC_ALL": chance.choice(["C.UTF-8", "C.UTF-8", "C", "nowhere"]),
            "INPUTRC": str(settings),
            "ASAN_OPTIONS": "detect_leaks=0:exitcode=99:symbolize=0",
        }
        self.tool = tool
        self.is_readlines = False
        self.process = subprocess.Popen(
            [tool, "chat", *self.knowledge, "--store", folder / "store", "--record", folder / "record.transcript"],
            cwd=ROOT, env=self.environment, stdin=self.inside, stdout=self.inside, stderr=self.inside,
            start_new_session=True, preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )

    def resize(self):
        rows, columns = self.chance.choice([1, 5, 24, 60]), self.chance.choice([1, 2, 9, 40, 80, 300])
        fcntl.ioctl(self.outside, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def listen(self, seconds):
        """Takes what is said within some time, and tells whether there was anything."""
        if not select.select([self.outside], [], [], seconds)[0]:
            return False
        self.output += os.read(self.outside, 65536)
        return True

    def type(self, keys):
        # The tool says something about each line, and must not have to wait until we have typed them all.
        deadline = time.monotonic() + PATIENCE
        while keys and self.process.poll() is None and time.monotonic() < deadline:
            if select.select([], [self.outside], [], 0.01)[1]:
                keys = keys[self.write(keys[:256]) :]
            while self.listen(0.001):
                pass

    def write(self, keys):
        try:
            return os.write(self.outside, keys)
        except BlockingIOError:
            return 0

    def press(self):
        """Does something that a person, a cat or a clipboard might do."""
        chance = self.chance
        kind = chance.random()
        if kind < 0.3:
            self.type(chance.choice(ANSWERS).encode() + b"\r")
        elif kind < 0.6:
            self.type(b"".join(chance.choices(KEYS, k=chance.randint(1, 6))))
        elif kind < 0.8:
            self.type(b"".join(chance.choices(PIECES, k=chance.randint(1, 9))))
        elif kind < 0.9:
            lines = chance.choices(PIECES + [b"\r", b"\n"], k=chance.choice([2, 20, 2000]))
            self.type(b"\x1b[200~" + b"".join(lines) + chance.choice([b"\x1b[201~", b"\x1b[201~", b""]))
        elif kind < 0.97:
            self.resize()
        else:
            self.process.send_signal(chance.choice([signal.SIGWINCH, signal.SIGINT, signal.SIGCONT]))
        self.listen(chance.choice([0, 0, 0.02]))

    def end(self):
        """Leaves, and returns what is wrong then."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < deadline:
            # Ctrl-C leaves whatever is being edited. Nobody else reads what is typed when it has ended.
            self.type(self.chance.choice([b"\x03", b"\x03quit\r", b"\x1b[201~\x03\x03quit\r", b"\x04"]))
            while self.listen(0.2):
                pass
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
            return "it hangs"
        # What was written last may take its time to come through the terminal.
        while self.listen(0.2):
            pass
        if READLINES_OWN in self.output and b"libreadline" in self.output.split(READLINES_OWN)[1].split(b"#4")[0]:
            self.is_readlines = True
            return None
        # Ctrl-C between two lines ends the tool.
        is_interrupted = self.process.returncode == -signal.SIGINT
        if self.process.returncode != 0 and not is_interrupted:
            return f"the status is {self.process.returncode}"
        if termios.tcgetattr(self.inside) != self.before:
            return "the terminal is not as it was"
        # At Ctrl-C a terminal drops what the tool has written and nobody has read yet, also the end of pasting.
        if not is_interrupted and self.output.rfind(PASTING + b"h") > self.output.rfind(PASTING + b"l"):
            return "pasting is still on"
        return self.reread()

    def reread(self):
        """Plays what was recorded, takes up what was saved, and returns what is wrong then."""
        # Ctrl-C may have come before there was anything in the file.
        saved = sorted(path for path in (self.folder / "store").glob("*.transcript") if path.stat().st_size)
        commands = [["replay", *self.knowledge, self.folder / "record.transcript"]]
        # What was interrupted has no end.
        commands = commands if self.process.returncode == 0 else []
        commands += [["resume", path.stem, *self.knowledge, "--store", path.parent] for path in saved]
        for command in commands:
            result = subprocess.run(
                [self.tool, *command], cwd=ROOT, env=self.environment, input=b"", capture_output=True,
            )
            if result.returncode != 0:
                return f"{command}: {result.returncode}\n{result.stdout.decode()[-2000:]}{result.stderr.decode()[-9000:]}"
        return None

    def close(self):
        os.close(self.outside)
        os.close(self.inside)


def main(tool, seconds, seed="1"):
    end = time.monotonic() + float(seconds)
    count = pressed = resumed = readlines = 0
    while time.monotonic() < end:
        chance = random.Random(f"{seed} {count}")
        folder = pathlib.Path(tempfile.mkdtemp())
        conversation = Conversation(tool, folder, chance)
        while not conversation.output and conversation.process.poll() is None:
            conversation.listen(1)
        for _ in range(chance.randint(20, 300)):
            if conversation.process.poll() is not None:
                break
            conversation.press()
            pressed += 1
        problem = conversation.end()
        conversation.close()
        if problem:
            (folder / "output").write_bytes(conversation.output)
            sys.exit(f"conversation {count} of seed {seed}, which is left in {folder}: {problem}")
        readlines += conversation.is_readlines
        resumed += len(list(folder.glob("store/*.transcript")))
        shutil.rmtree(folder)
        count += 1
    print(f"{pressed} keys and pieces in {count} conversations, {resumed} of them saved and taken up again")
    if readlines:
        print(f"{readlines} more were ended by what readline does wrong itself")


main(*sys.argv[1:])
