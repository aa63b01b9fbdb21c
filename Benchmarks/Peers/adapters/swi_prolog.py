"""SWI-Prolog: rules are clauses over answers, which are asserted for each person and taken back."""
import json
import os
import resource
import subprocess

from emit import SIGN, level, normal

RUNNER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "swi_prolog.pl")


def version():
    return subprocess.run(["swipl", "--version"], capture_output=True, text=True).stdout.split()[2]


class Clauses:
    def __init__(self):
        self.variables = 0

    def goal(self, condition):
        key, value = condition[:2]
        if key in ("all", "any"):
            return "(" + (", " if key == "all" else " ; ").join(self.goal(part) for part in value) + ")"
        if key == "fact":
            text = f"fact({value})"
        elif key in ("eq", "has"):
            text = f"{value[0]}({value[1]})"
        elif key == "in":
            text = "(" + " ; ".join(f"{value[0]}({option})" for option in value[1]) + ")"
        else:
            self.variables += 1
            name, sign = ("count_" + value[0], ">=") if key == "count_ge" else (value[0], SIGN[key].replace("<=", "=<"))
            text = f"{name}(X{self.variables}), X{self.variables} {sign} {value[1]}"
        return text if condition[2] else f"\\+ ({text})"


def prepare(workload, path):
    clauses = Clauses()
    with open(path, "w") as file:
        file.write(":- discontiguous fired/2.\n")
        for q in workload["questions"]:
            file.write(f":- dynamic {q['id']}/1.\n")
            if q["type"] == "multi":
                file.write(f":- dynamic count_{q['id']}/1.\n")
        for d in workload["derived"]:
            file.write(f"fact({d['id']}) :- once({clauses.goal(normal(d['when']))}).\n")
        for r in workload["rules"]:
            file.write(f"fired({r['id']}, {level(r)}) :- once({clauses.goal(normal(r['when']))}).\n")


def run(path, people, expected):
    with open(path + ".people", "w") as file:
        for answers in people:
            terms = []
            for name, value in answers.items():
                if isinstance(value, list):
                    terms += [f"{name}({option})" for option in value] + [f"count_{name}({len(value)})"]
                else:
                    terms.append(f"{name}({value})")
            file.write(f"p([{','.join(terms)}]).\n")
    result = subprocess.run(
        ["swipl", "--stack-limit=8g", "-O", RUNNER, "--", path, path + ".people", path + ".outcomes"],
        capture_output=True, text=True, check=True)
    with open(path + ".outcomes") as file:
        wrong = sum(line != wanted for line, wanted in zip(file.read().splitlines(), expected))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return {"wrong": wrong, "peak": peak, **json.loads(result.stdout)}
