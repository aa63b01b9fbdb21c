"""GoRules' zen-engine: one graph, with an expression node for the facts and a decision table that collects."""
import json

import zen
from emit import Infix, level

PACKAGE = "zen-engine"


class Text(Infix):
    AND, OR, NOT, COUNT, QUOTE = " and ", " or ", "not ({})", "len({q}) >= {k}", "'{}'"


class FactText(Text):
    FACT = "$.{d}"


def prepare(workload, path):
    text, fact_text = Text(), FactText()
    nodes = [
        {"id": "i", "type": "inputNode", "name": "request"},
        {"id": "f", "type": "expressionNode", "name": "facts", "content": {"passThrough": True, "expressions": [
            {"id": d["id"], "key": d["id"], "value": fact_text(d["when"])} for d in workload["derived"]]}},
        {"id": "t", "type": "decisionTableNode", "name": "rules", "content": {
            "hitPolicy": "collect", "inputs": [{"id": "w", "name": "when"}],
            "outputs": [{"id": "r", "name": "rule", "field": "rule"}, {"id": "l", "name": "level", "field": "level"}],
            "rules": [{"_id": r["id"], "w": text(r["when"]), "r": f"'{r['id']}'", "l": str(level(r))}
                      for r in workload["rules"]]}},
        {"id": "o", "type": "outputNode", "name": "response"}]
    edges = [{"id": a + b, "sourceId": a, "targetId": b, "type": "edge"} for a, b in ("if", "ft", "to")]
    with open(path, "w") as file:
        json.dump({"nodes": nodes, "edges": edges}, file)


def load(path):
    with open(path) as file:
        return zen.ZenEngine().create_decision(file.read())


def decide(engine, answers):
    rows = engine.evaluate(answers)["result"]
    return [row["rule"] for row in rows], min((row["level"] for row in rows), default=0)
