"""CLIPS through clipspy: a person is one fact of a template, and a rule constrains its slots.

What held is collected in a global: reading facts as objects leaks, and slows every later reset down.
"""
import clips

from emit import SIGN, level, normal

PACKAGE = "clipspy"


def constraint(key, value, is_so):
    if key == "eq":
        return ("" if is_so else "~") + value[1]
    if key == "in":
        return "|".join(value[1]) if is_so else "&".join("~" + option for option in value[1])
    test = {"has": f"(member$ {value[1]} ?v)", "count_ge": f"(>= (length$ ?v) {value[1]})"}.get(key) or \
        f"({SIGN[key]} ?v {value[1]})"
    return "?v&:" + (test if is_so else f"(not {test})")


def left(condition, variables):
    key, value = condition[:2]
    if key == "any":
        return "(or " + " ".join(left(part, variables) for part in value) + ")"
    slots, rest = [], []
    for part in value if key == "all" else [condition]:
        if part[0] in ("all", "any"):
            rest.append(left(part, variables))
        elif part[0] == "fact":
            rest.append(f"({part[1]})" if part[2] else f"(not ({part[1]}))")
        else:
            variables[0] += 1
            text = constraint(*part).replace("?v", f"?v{variables[0]}")
            slots.append((part[1][0], ("$" if part[0] in ("has", "count_ge") else "") + text))
    patterns = []
    while slots:  # a slot stands once in a pattern, so a second constraint on it takes another one
        seen, later = {}, []
        for question, text in slots:
            later.append((question, text)) if question in seen else seen.setdefault(question, text)
        patterns.append("(person " + " ".join(f"({q} {text})" for q, text in seen.items()) + ")")
        slots = later
    patterns += rest
    return patterns[0] if len(patterns) == 1 else "(and " + " ".join(patterns) + ")"


def prepare(workload, path):
    slots = " ".join(f"({'multislot' if q['type'] == 'multi' else 'slot'} {q['id']})" for q in workload["questions"])
    with open(path, "w") as file:
        file.write(f"(defglobal ?*held* = (create$))\n(deftemplate person {slots})\n")
        for place, d in enumerate(workload["derived"]):
            file.write(f"(defrule {d['id']} (declare (salience {9000 - place})) {left(normal(d['when']), [0])} "
                       f"=> (assert ({d['id']})))\n")
        for r in workload["rules"]:
            file.write(f"(defrule {r['id']} {left(normal(r['when']), [0])} "
                       f"=> (bind ?*held* ?*held* {r['id']} {level(r)}))\n")


def load(path):
    environment = clips.Environment()
    environment.load(path)
    return environment, environment.find_global("held")


def decide(engine, answers):
    environment, held = engine
    environment.reset()
    environment.load_facts("(person " + "".join(
        f"({q} {' '.join(v) if isinstance(v, list) else v})" for q, v in answers.items()) + ")")
    environment.run()
    values = held.value
    rules = dict(zip(values[::2], values[1::2]))  # an (or) lets a rule hold twice
    return [str(rule) for rule in rules], min(rules.values(), default=0)
