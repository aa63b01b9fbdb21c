"""CEL in Google's C++ runtime: typed variables, one compiled expression for each fact and rule."""
import json

from cel_expr_python import cel
from emit import Infix, level

PACKAGE = "cel-expr-python"


def prepare(workload, path):
    text = Infix()
    with open(path, "w") as file:
        json.dump([[(q["id"], q["type"], q.get("step")) for q in workload["questions"]],
                   [[d["id"], text(d["when"])] for d in workload["derived"]],
                   [[r["id"], level(r), text(r["when"])] for r in workload["rules"]]], file)


def load(path):
    with open(path) as file:
        questions, facts, rules = json.load(file)
    types = cel.Type
    variables = {
        q: types.STRING if kind == "single" else types.List(types.STRING) if kind == "multi" else
        types.INT if step == 1 else types.DOUBLE for q, kind, step in questions}
    variables.update({fact: types.BOOL for fact, _ in facts})
    env = cel.NewEnv(variables=variables)
    return (env, [(fact, env.compile(text)) for fact, text in facts],
            [(rule, level, env.compile(text)) for rule, level, text in rules])


def decide(engine, answers):
    env, facts, rules = engine
    values = dict(answers)
    for fact, code in facts:
        values[fact] = code.eval(data=values).value()
    activation = env.Activation(values)
    held = [(rule, level) for rule, level, code in rules if code.eval(activation=activation).value()]
    return [rule for rule, _ in held], min((level for _, level in held), default=0)
