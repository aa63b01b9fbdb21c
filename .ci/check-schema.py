"""Holds the schema of knowledge files against files that are right in form, and files that are not.

The folder that is given has the subfolders `right` and `wrong`, which the tests have filled.
"""

import json
import pathlib
import re
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent


class Loader(yaml.CBaseLoader):
    """Reads values as editors do: by the core schema of YAML 1.2, in which 'yes' is a text.

    The parser is the one in C, because the other refuses a '?' at the end of a text in braces.
    """


for tag, pattern, first in [
    ("null", r"(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
]:
    tag = f"tag:yaml.org,2002:{tag}"
    Loader.add_implicit_resolver(tag, re.compile(pattern), first)
    Loader.add_constructor(tag, yaml.SafeLoader.yaml_constructors[tag])


def keys_as_texts(value):
    """The value as JSON has it, where each key is a text."""
    if isinstance(value, dict):
        return {str(key): keys_as_texts(item) for key, item in value.items()}
    return [keys_as_texts(item) for item in value] if isinstance(value, list) else value


def examples(folder):
    """What is right in form: name and text of each."""
    for place in ["Knowledge", "Sources/CTemplate", "Examples", "Tests/Fixtures"]:
        for file in sorted((ROOT / place).glob("**/*.yaml")):
            if ".build" not in file.parts:
                yield str(file.relative_to(ROOT)), file.read_text(encoding="utf-8")
    # What the pages on diagnostics show is wrong on purpose, and what is right of it comes by the tests.
    pages = [ROOT / "README.md", *sorted(ROOT.glob("Sources/Patchwise/Patchwise.docc/*.md"))]
    for page in [page for page in pages if page.name != "Diagnostics.md"]:
        blocks = re.findall(r"^```yaml\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)
        for number, block in enumerate(blocks, 1):
            yield f"{page.relative_to(ROOT)}, block {number}", block
    for file in sorted((folder / "right").glob("*.yaml")):
        yield file.name, file.read_text(encoding="utf-8")


def problems(validator, text):
    """What the schema has against a file, a line for each; a file of comments has nothing in it."""
    value = keys_as_texts(yaml.load(text, Loader))
    if value is None:
        return []
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(value)]


def main(folder):
    schema = json.loads((ROOT / "Knowledge/knowledge.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults, right = [], list(examples(folder))
    for name, text in right:
        found = problems(validator, text)
        if found:
            faults.append(f"{name} is right, and is refused:\n  " + "\n  ".join(found))
    wrong = sorted((folder / "wrong").glob("*.yaml"))
    for file in wrong:
        if not problems(validator, file.read_text(encoding="utf-8")):
            faults.append(f"{file.name} is wrong, and is accepted")
    if not right or not wrong:
        faults.append("There was nothing to check.")
    if faults:
        sys.exit("\n".join(faults))
    print(f"The schema accepts all {len(right)} files that are right, and refuses {len(wrong)} others.")


main(pathlib.Path(sys.argv[1]))
