"""`docs/json.md`: the page on what `check --json` prints, made from the classes and comments of `contracts`.

`python -m mlprep.authoring.json_page` writes it again.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from mlprep.authoring.documents import ROOT
from mlprep.classroom import rows
from mlprep.grading import contracts

PAGE = ROOT / "docs" / "json.md"
_HEAD = """# What `mlprep check --json` prints

One ASCII-safe JSON value on standard output: a report, or with `--all` a list of them. Later versions may add keys.
This page is made from `mlprep/grading/contracts.py` by `python -m mlprep.authoring.json_page`.
"""
_GRADE = """# What `mlprep grade` writes

`--json` prints one value with `seed`, `submissions` (how many), `graded` and `kept` (how many now, and before), `out`
(the results file or null), `report` and `feedback` (where they were written, or null), `rows` (list of Row),
`unmatched` (list of `path` and `reason`: the files that were not graded) and `notes`.

`--out results.jsonl` has a Row on each line. In CSV, each key is a column, with JSON in the cells of lists; a text that
a spreadsheet would take for a formula begins with an apostrophe. In JUnit XML, each exercise is a test suite, each
submission a test case, and each key a property with a JSON value.
"""
_SHOWN = (
    "Report",
    "Part",
    "Beyond",
    "Diagnosis",
    "Failure",
    "Comparison",
    "Heat",
    "Plot",
    "Syntax",
    "Escaped",
    "Rejected",
    "Repair",
    "Bug",
)


def page() -> str:
    """The whole page."""
    tree = _parsed(contracts)
    classes = {
        node.name: node for each in (tree, _parsed(rows)) for node in each.body if isinstance(node, ast.ClassDef)
    }
    aliases = {
        node.targets[0].id: ast.unparse(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    checked, graded = (
        [line for name in names for line in _section(classes[name], classes, aliases)] for names in (_SHOWN, ("Row",))
    )
    return "\n".join([_HEAD, *checked, _GRADE, *graded])


def _parsed(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))


def _section(node: ast.ClassDef, classes: dict[str, ast.ClassDef], aliases: dict[str, str]) -> Iterator[str]:
    yield f"## {node.name}\n\n{ast.get_docstring(node)}\n\n| key | type | meaning |\n|---|---|---|"
    yield from _rows(node, classes, aliases)
    yield ""


def _rows(node: ast.ClassDef, classes: dict[str, ast.ClassDef], aliases: dict[str, str]) -> Iterator[str]:
    for base in node.bases:
        if isinstance(base, ast.Name) and base.id in classes:
            yield from _rows(classes[base.id], classes, aliases)
    prefix = "may be missing; " if node.keywords else ""
    for field, following in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            meaning = ""
            if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
                meaning = " ".join(str(following.value.value).split())
            kind = _in_json(ast.unparse(field.annotation), aliases)
            kinds = ", ".join(f"`{each}`" for each in contracts.FAILURE_KINDS)
            meaning = (prefix + meaning.replace("FAILURE_KINDS", kinds)).rstrip("; ")
            yield f"| `{field.target.id}` | {kind} | {meaning} |"


def _in_json(annotation: str, aliases: dict[str, str]) -> str:
    """A type as JSON has it."""
    if annotation in aliases:
        options = ast.literal_eval(aliases[annotation].removeprefix("Literal"))
        return "one of " + ", ".join(f"`{each}`" for each in options)
    words = {"str": "string", "int": "integer", "float": "number", "bool": "boolean", "None": "null", "tuple": "list"}
    for name, said in words.items():
        annotation = annotation.replace(name, said)
    return annotation.replace(" | ", " or ").replace("[", " of ").replace("]", "")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
