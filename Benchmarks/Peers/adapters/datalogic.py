"""datalogic-py, JsonLogic in Rust: facts one by one, then all rules in one call."""
import json

from datalogic_py import DataHandle, Engine
from emit import SIGN, level

PACKAGE = "datalogic-py"


def logic(condition):
    ((key, value),) = condition.items()
    if key in ("all", "any"):
        return {"and" if key == "all" else "or": [logic(part) for part in value]}
    if key == "not":
        return {"!": [logic(value)]}
    if key == "fact":
        return {"var": value}
    question, other = {"var": value[0]}, value[1]
    if key == "eq":
        return {"==": [question, other]}
    if key == "in":
        return {"in": [question, other]}
    if key == "has":
        return {"in": [other, question]}
    if key == "count_ge":
        return {">=": [{"length": [question]}, other]}
    return {SIGN[key]: [question, other]}


def prepare(workload, path):
    with open(path, "w") as file:
        json.dump([[[d["id"], logic(d["when"])] for d in workload["derived"]],
                   [[r["id"], level(r), logic(r["when"])] for r in workload["rules"]]], file)


def load(path):
    engine = Engine()
    with open(path) as file:
        facts, rules = json.load(file)
    return (engine.session(), [(fact, engine.compile(code)) for fact, code in facts],
            [(rule, level) for rule, level, _ in rules], [engine.compile(code) for _, _, code in rules])


def decide(engine, answers):
    session, facts, rules, codes = engine
    values = dict(answers)
    for fact, code in facts:
        values[fact] = code.evaluate(values)
    results = session.evaluate_many(codes, DataHandle(json.dumps(values)))
    held = [rule for rule, result in zip(rules, results) if result == "true"]
    return [rule for rule, _ in held], min((level for _, level in held), default=0)
