"""Finds small changes that break Swift code, from its words alone, and writes many of them into one file."""

import collections
import dataclasses
import hashlib
import re

WORD = re.compile(r"[A-Za-z_][A-Za-z_0-9]*|0x[0-9A-Fa-f_]+|[0-9][0-9_]*(?:\.[0-9]+)?|[-+*/%=<>!&|^~?.]+|\S")
TYPES = {"struct", "enum", "class", "extension", "actor"}
FUNCTIONS = {"func", "init", "subscript", "deinit"}
ACCESSORS = {"get", "set", "willSet", "didSet", "mutating", "nonmutating"}
BRACKETS = {"(": ")", "[": "]", "{": "}"}
# What a binary operator becomes.
OPERATORS = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&", "+": "-", "-": "+",
    "+=": "-=", "-=": "+=", "..<": "...", "...": "..<",
}
# What a member becomes.
MEMBERS = {
    "first": "last", "last": "first", "firstIndex": "lastIndex", "lastIndex": "firstIndex", "min": "max", "max": "min",
    "dropFirst": "dropLast", "dropLast": "dropFirst", "isEmpty": "isEmpty.opposite",
}
# What can be left out: a call whose result is not used, or an assignment.
STATEMENT = re.compile(r"(?:try )?(?:_ = )?[A-Za-z_$][\w$.?!]*(?:\[[^\]]*\][\w.?!]*)*(?:\(| [-+|&]?= )")
ASSIGNMENT = re.compile(r"[\w$.?!]+(?:\[[^\]]*\][\w.?!]*)* = ")
NO_STATEMENTS = re.compile(
    r"(?:return|let|var|if|guard|while|for|switch|case|default|throw|defer|do|func|else|repeat|self\.init|init|super)\b")
# What says that something can't be, which no test can reach.
ASSERTIONS = re.compile(r"\b(?:precondition|preconditionFailure|assert|assertionFailure|fatalError)\b")


@dataclasses.dataclass
class Body:
    """What stands between the braces of a function, and what stands before them."""

    start: int
    end: int
    heading: str


@dataclasses.dataclass
class Change:
    """One way to break a file: other text in one place of a body."""

    file: str
    line: int
    body: Body
    start: int
    end: int
    text: str
    kind: str
    digest: str = ""

    @property
    def number(self):
        """What chooses the change in a run."""
        return int(self.digest[:6], 16)

    @property
    def name(self):
        return f"{self.file}:{self.line}: {self.kind}"


def blanked(source):
    """The source with the same length and lines, where comments are blanks and texts are quotation marks."""
    result, place = list(source), 0

    def blank(begin, end, filling):
        for index in range(begin, end):
            if result[index] != "\n":
                result[index] = filling

    def end_of_text(begin):
        opening = re.compile(r'(#*)("""|")').match(source, begin)
        hashes, quote = opening.groups()
        index = opening.end()
        while index < len(source):
            if source.startswith(quote + hashes, index):
                return index + len(quote + hashes)
            if source.startswith("\\" + hashes + "(", index):
                index = end_of_code(index + 2 + len(hashes))
            elif source.startswith("\\" + hashes, index):
                index += 2 + len(hashes)
            else:
                index += 1
        return index

    def end_of_code(index):
        """The end of what is put into a text, where the parenthesis closes."""
        depth = 1
        while depth:
            if re.compile(r'#*"').match(source, index):
                index = end_of_text(index)
                continue
            depth += {"(": 1, ")": -1}.get(source[index], 0)
            index += 1
        return index

    while place < len(source):
        if source.startswith("//", place):
            end = source.find("\n", place)
            end = len(source) if end < 0 else end
            blank(place, end, " ")
        elif source.startswith("/*", place):
            end = source.index("*/", place) + 2
            blank(place, end, " ")
        elif re.compile(r'#*"').match(source, place):
            end = end_of_text(place)
            blank(place, end, '"')
        else:
            end = place + 1
        place = end
    return "".join(result)


def closing(code, place):
    """Where the bracket closes that opens at a place."""
    depth = 0
    for index in range(place, len(code)):
        if code[index] in "([{":
            depth += 1
        elif code[index] in ")]}":
            depth -= 1
            if depth == 0:
                return index
    raise ValueError("a bracket is not closed")


def opening(code, place, end, on_line):
    """Where the brace of a declaration opens outside of other brackets, if it has one."""
    while place < end:
        if code[place] == "{":
            return place
        if code[place] in "([":
            place = closing(code, place)
        elif code[place] == "}" or on_line and code[place] in "\n=":
            return None
        place += 1
    return None


def bodies(code, begin=0, end=None):
    """The bodies of the functions and computed properties in a part of a file, but not those inside of others."""
    end = len(code) if end is None else end
    place, scope = begin, None
    while place < end:
        match = WORD.search(code, place, end)
        if not match:
            return
        word, place = match.group(), match.end()
        is_member = code[match.start() - 1 : match.start()] == "."
        if word in TYPES and not is_member:
            scope = "type"
        elif word == "protocol":
            scope = "protocol"
        elif word in FUNCTIONS and not is_member or word == "var":
            brace = opening(code, place, end, on_line=word == "var")
            if brace is None:
                continue
            close = closing(code, brace)
            above = code.rfind("\n", 0, code.rfind("\n", 0, match.start()))
            heading = code[match.start() : brace]
            if "inlinable" not in code[max(above, 0) : match.start()]:
                yield from accessors(code, brace, close, heading)
            place, scope = close + 1, None
        elif word == "{":
            close = closing(code, match.start())
            if scope == "type":
                yield from bodies(code, place, close)
            place, scope = close + 1, None


def accessors(code, brace, close, heading):
    """The body between two braces, or those of the accessors in it."""
    first = WORD.search(code, brace + 1, close)
    if not first or "#if" in code[brace:close]:
        return
    if first.group() not in ACCESSORS:
        if not first.group().startswith(("_read", "_modify", "unsafe")):
            yield Body(brace + 1, close, heading)
        return
    place = brace + 1
    while (inner := code.find("{", place, close)) >= 0:
        place = closing(code, inner)
        word = WORD.search(code[brace + 1 : inner].rsplit("}", 1)[-1])
        yield Body(inner + 1, place, heading if word and word.group() == "get" else "set")


def changes(file, source):
    """All changes of a file that are likely to be Swift again, in order."""
    code = blanked(source)
    counts = collections.Counter()
    for body in bodies(code):
        found = {}
        for start, end, text, kind in [*word_changes(code, body), *statement_changes(code, body)]:
            if ASSERTIONS.search(line_at(code, start)):
                continue
            found.setdefault((start, text), Change(file, code.count("\n", 0, start) + 1, body, start, end, text, kind))
        for change in sorted(found.values(), key=lambda change: change.start):
            # Not by its line, so that the choice stays as it is when something else in the file changes.
            key = f"{file}\n{line_at(source, change.start).strip()}\n{change.kind}"
            counts[key] += 1
            change.digest = hashlib.sha256(f"{key}\n{counts[key]}".encode()).hexdigest()
            yield change


def line_at(text, place):
    """The whole line around a place."""
    return text[text.rfind("\n", 0, place) + 1 : (text.find("\n", place) + 1 or len(text) + 1) - 1]


def word_changes(code, body):
    """What comes of one word in a body being another."""
    for match in WORD.finditer(code, body.start, body.end):
        word, (start, end) = match.group(), match.span()
        before, after = code[start - 1], code[end]
        becomes = f"'{word}' becomes "
        spaced = before.isspace() and after.isspace()
        if word in OPERATORS and (spaced or word in ("..<", "...") and before not in " (,[" and after not in " ),]"):
            if '"' not in (code[start - 2], code[end + 1]) or word not in "+-":
                yield start, end, OPERATORS[word], becomes + f"'{OPERATORS[word]}'"
        elif word in ("true", "false") and not line_at(code, start).lstrip().startswith("case "):
            other = "false" if word == "true" else "true"
            yield start, end, other, becomes + f"'{other}'"
        elif word == "!" and before in " (\n[{" and re.match(r"[\w($.]", after):
            yield start, end, "", "'!' is left out"
        elif word in MEMBERS and before == ".":
            yield start, end, MEMBERS[word], becomes + f"'{MEMBERS[word]}'"
        elif word in ("min", "max") and after == "(" and before in " ([\n":
            yield start, end, MEMBERS[word], becomes + f"'{MEMBERS[word]}'"
        elif word in ("continue", "break"):
            other = "break" if word == "continue" else "continue"
            yield start, end, other, becomes + f"'{other}'"
            # A block after 'else' has to leave, and a case that only breaks does nothing either way.
            if not re.search(r"(?:else \{|:)\s*$", code[:start]):
                yield start, end, "_ = ()", f"'{word}' is left out"
        elif re.fullmatch(r"0x[0-9A-Fa-f_]+|[0-9][0-9_]*", word) and before not in "$." and "apacity" not in line_at(code, start):
            larger = str(int(word, 0) + 1)
            yield start, end, larger, becomes + f"'{larger}'"
        elif word == "return" and re.search(r"(?:->|:) Bool\s*$", body.heading):
            line_end = code.find("\n", end)
            value = code[end : line_end if line_end < body.end else body.end]
            value = value.split("}")[0] if value.count("{") < value.count("}") else value
            following = code[line_end:].lstrip()[:2]
            if value.strip() not in ("", "true", "false") and balanced(value) and not re.match(r"[&|.?:=<>]", following):
                yield end, end + len(value.rstrip()), f" !({value.strip()})", "the opposite is returned"
    content = code[body.start : body.end].strip()
    if re.search(r"(?:->|:) Bool\s*$", body.heading) and "\n" not in content and not content.startswith("return"):
        start = code.index(content, body.start)
        yield start, start + len(content), f"!({content})", "the opposite is returned"


def balanced(text):
    """Whether each bracket of a text closes in it."""
    return all(text.count(opens) == text.count(closes) for opens, closes in BRACKETS.items())


def statement_changes(code, body):
    """What comes of one statement in a body being left out."""
    whole = code[body.start : body.end].strip()
    stack, returns = [], "->" in body.heading or body.heading.startswith("var")
    starts_line = True
    for place in range(body.start, body.end):
        char = code[place]
        if char in "([{":
            stack.append(char)
        elif char in ")]}":
            stack.pop()
        if char == "\n":
            starts_line = True
        if char.isspace():
            continue
        begins = starts_line or code[: place].rstrip(" ")[-1:] in "{:" and statement_line(code, place)
        starts_line = False
        if not begins or stack and stack[-1] != "{" or not STATEMENT.match(code, place):
            continue
        before = code[body.start : place].rstrip()
        if NO_STATEMENTS.match(code, place) or re.search(r"[-+*/=<>&|?,(\[.]$|\b(?:return|in|try)$", before):
            continue
        end = end_of_statement(code, place, body.end)
        text = code[place:end]
        if text == whole and returns or not balanced(text):
            continue
        if body.heading.startswith("init") and ASSIGNMENT.match(text):
            continue
        yield place, end, "_ = ()", f"'{' '.join(text.split())[:40]}' is left out"


def statement_line(code, place):
    """Whether what stands before a place on its line opens a block or a case, and not a closure."""
    before = code[code.rfind("\n", 0, place) + 1 : place].strip()
    return bool(re.match(r"(?:if|guard|while|for|case|default|defer|else|\})\b", before) or before.startswith("}"))


def end_of_statement(code, place, limit):
    """Where a statement ends: at the end of a line, or before what closes around it."""
    index = place
    while index < limit:
        char = code[index]
        if char in "([{":
            index = closing(code, index)
        elif char in ")]}":
            return len(code[:index].rstrip())
        elif char == "\n":
            following = code[index:limit].lstrip()
            if not re.match(r"[-+*/=<>&|?:.,{]", following) and code[index - 1] not in "=+-*/&|?:,<>":
                return len(code[:index].rstrip())
        index += 1
    return len(code[:limit].rstrip())


def written(file, source, found):
    """A file with some changes in it, each behind its number, and what changes stand on what lines.

    Each changed body is there once for each change and once as it is, so that no change has to know types.
    """
    by_body = collections.defaultdict(list)
    for change in found:
        by_body[change.body.start, change.body.end].append(change)
    parts, lines, place = [], [], 0

    def add(text, changes=None):
        begin = "".join(parts).count("\n") + 1
        parts.append(text)
        if changes:
            lines.append((begin, begin + text.count("\n"), changes))

    if not file.startswith("Sources/Patchwise/") and not re.search(r"^(?:\w+ )?import Patchwise$", source, re.M):
        add("import Patchwise\n")
    for (start, end), here in sorted(by_body.items()):
        add(source[place:start])
        first = "".join(parts).count("\n") + 1
        add("\n")
        for change in here:
            add(f"if Broken.is({change.number}) {{\n")
            add(source[start : change.start] + change.text + source[change.end : end], [change])
            add("\n} else ")
        add("{\n" + source[start:end] + "\n}\n")
        last = "".join(parts).count("\n") + 1
        lines.append((first, last, here))
        place = end
    add(source[place:])
    return "".join(parts), lines
