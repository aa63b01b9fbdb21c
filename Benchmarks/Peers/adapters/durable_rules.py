"""durable_rules, Rete in C: one ruleset, a person asserted as one fact.

A rule can't see facts that others derive, so they are written out, and an empty list holds nothing, so sets of
options become numbers 0 and 1 and a count.
"""
import durable.lang  # or else it is not here

from emit import SIGN, level, normal

PACKAGE = "durable_rules"


def expression(condition, facts):
    key, value = condition[:2]
    if key in ("all", "any"):
        return "(" + (" & " if key == "all" else " | ").join(expression(part, facts) for part in value) + ")"
    is_so = condition[2]
    if key == "fact":
        return expression(normal(facts[value], is_so), facts)
    question, other = value
    if key in ("eq", "in"):
        sign, joint = ("==", " | ") if is_so else ("!=", " & ")
        options = [other] if key == "eq" else other
        return "(" + joint.join(f"(m.{question} {sign} '{option}')" for option in options) + ")"
    if key == "has":
        return f"(m.{question}_{other} == {1 if is_so else 0})"
    if key == "count_ge":
        return f"(m.count_{question} {'>=' if is_so else '<'} {other})"
    return f"(m.{question} {SIGN[key]} {other})"


def prepare(workload, path):
    facts = {d["id"]: d["when"] for d in workload["derived"]}
    sets = [(q["id"], q["options"]) for q in workload["questions"] if q["type"] == "multi"]
    with open(path, "w") as file:
        file.write("from durable.lang import *\nwith ruleset('w'):\n")
        for r in workload["rules"]:
            file.write(f"    @when_all({expression(normal(r['when']), facts)})\n"
                       f"    def {r['id']}(c): held['{r['id']}'] = {level(r)}\n")
        file.write(f"""
def decide(answers):
    answers = dict(answers, sid='1')
    for question, options in {sets}:
        chosen = answers.pop(question)
        answers['count_' + question] = len(chosen)
        for option in options:
            answers[question + '_' + option] = 1 if option in chosen else 0
    assert_fact('w', answers)
    delete_state('w', '1')
""")


def load(path):
    names = {"held": {}}
    with open(path) as file:
        exec(compile(file.read(), "w", "exec"), names)
    names["get_host"]()
    return names


def decide(engine, answers):
    engine["held"].clear()
    engine["decide"](answers)
    return list(engine["held"]), min(engine["held"].values(), default=0)
