"""Conditions of a workload in a peer's own syntax. Never timed."""

NEGATED = {"ge": "lt", "lt": "ge", "gt": "le", "le": "gt"}
SIGN = {"ge": ">=", "gt": ">", "le": "<=", "lt": "<"}


def normal(condition, is_so=True):
    """A condition with all negations at its tests: ('all' | 'any', [...]) or (test, arguments, is it so?)."""
    ((key, value),) = condition.items()
    if key in ("all", "any"):
        return (key if is_so else {"all": "any", "any": "all"}[key], [normal(part, is_so) for part in value])
    if key == "not":
        return normal(value, not is_so)
    if key in NEGATED and not is_so:
        return (NEGATED[key], value, True)
    return (key, value, is_so)


def level(rule):
    return int(rule["verdict"][1:])


class Infix:
    """Languages with infix operators; the defaults are those of CEL."""

    AND, OR, NOT = " && ", " || ", "!({})"
    IS, IN, HAS, COUNT = '{q} == {s}', "{q} in [{l}]", "{s} in {q}", "size({q}) >= {k}"
    QUOTE, FACT = '"{}"', "{d}"

    def __call__(self, condition):
        ((key, value),) = condition.items()
        if key in ("all", "any"):
            text = (self.AND if key == "all" else self.OR).join(self(part) for part in value)
            return f"({text})" if len(value) > 1 else text
        if key == "not":
            return self.NOT.format(self(value))
        if key == "fact":
            return self.FACT.format(d=value)
        question, other = value
        if key == "in":
            options = ", ".join(self.QUOTE.format(option) for option in other)
            return "(" + self.IN.format(q=question, l=options) + ")"
        if key in ("eq", "has"):
            pattern = self.IS if key == "eq" else self.HAS
            return "(" + pattern.format(q=question, s=self.QUOTE.format(other)) + ")"
        if key == "count_ge":
            return "(" + self.COUNT.format(q=question, k=other) + ")"
        return f"({question} {SIGN[key]} {other!r})"
