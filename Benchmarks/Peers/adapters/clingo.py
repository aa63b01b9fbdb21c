"""clingo: answers are externals, the program is grounded once, and solved once for each person."""
import clingo

from emit import SIGN, level, normal

PACKAGE = "clingo"


class Program:
    """Clauses with a head for each part of a condition. Numbers are tenths, for there are no decimals."""

    def __init__(self):
        self.heads, self.lines = 0, []

    def head(self, *bodies):
        self.heads += 1
        self.lines += [f"h{self.heads} :- {body}." for body in bodies]
        return f"h{self.heads}"

    def literal(self, condition):
        key, value = condition[:2]
        if key in ("all", "any"):
            bodies = [value] if key == "all" else [[part] for part in value]
            return self.head(*[", ".join(self.literal(part) for part in body) for body in bodies])
        negation = "" if condition[2] else "not "
        if key == "fact":
            return negation + value
        question, other = value
        if key in ("eq", "has"):
            return f"{negation}a({question},{other})"
        if key == "in":
            return negation + self.head(*[f"a({question},{option})" for option in other])
        if key == "count_ge":
            return negation + self.head(f"{other} #count {{ X : a({question},X) }}")
        return self.head(f"n({question},X), X {SIGN[key]} {round(other * 10)}")


def prepare(workload, path):
    program = Program()
    for q in workload["questions"]:
        name = q["id"]
        if q["type"] != "number":
            program.lines += [f"#external a({name},{option})." for option in q["options"]]
        elif q["step"] < 1:
            program.lines.append(f"#external n({name},{q['min'] * 10}..{q['max'] * 10}).")
        else:
            program.lines.append(f"#external n({name},10*({q['min']}..{q['max']})).")
    for d in workload["derived"]:
        program.lines.append(f"{d['id']} :- {program.literal(normal(d['when']))}.")
    for r in workload["rules"]:
        program.lines.append(f"fired({r['id']},{level(r)}) :- {program.literal(normal(r['when']))}.")
    with open(path, "w") as file:
        file.write("\n".join(program.lines) + "\n#show fired/2.\n")


def load(path):
    control = clingo.Control()
    control.load(path)
    control.ground([("base", [])])
    return control, {}


def symbol(question, value, known):
    key = (question, value)
    if key not in known:
        name = clingo.Function(question)
        known[key] = clingo.Function("a", [name, clingo.Function(value)]) if isinstance(value, str) else \
            clingo.Function("n", [name, clingo.Number(value)])
    return known[key]


def decide(engine, answers):
    control, known = engine
    given = []
    for question, value in answers.items():
        values = value if isinstance(value, list) else [value if isinstance(value, str) else round(value * 10)]
        given += [symbol(question, one, known) for one in values]
    for one in given:
        control.assign_external(one, True)
    held = []
    with control.solve(yield_=True) as models:
        for model in models:
            held = [(s.arguments[0].name, s.arguments[1].number) for s in model.symbols(shown=True)]
    for one in given:
        control.assign_external(one, False)
    return [rule for rule, _ in held], min((level for _, level in held), default=0)
