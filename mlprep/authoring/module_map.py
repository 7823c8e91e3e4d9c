"""The map of modules in CONTRIBUTING.md, made of their own first lines: `python -m mlprep.authoring.module_map`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from mlprep.authoring.documents import ROOT, between

DOCUMENT = ROOT / "CONTRIBUTING.md"
BEGIN = "<!-- the map begins: written by `python -m mlprep.authoring.module_map` -->"
END = "<!-- the map ends -->"


def updated(text: str) -> str:
    """The document with the map of today between its two markers."""
    return between(text, BEGIN, END, table(ROOT))


def table(root: Path) -> str:
    """A row for each folder of the package in bold, and below it one for each of its modules."""
    return "\n".join(["| module | what it does |", "|---|---|", *_rows(root, root / "mlprep")])


def _rows(root: Path, folder: Path) -> Iterator[str]:
    yield f"| **`{folder.relative_to(root)}/`** | **{_first_line(folder / '__init__.py')}** |"
    for path in sorted(folder.glob("*.py")):
        if path.name != "__init__.py":
            yield f"| `{path.relative_to(root)}` | {_first_line(path)} |"
    for inner in sorted(folder.iterdir()):
        if (inner / "__init__.py").is_file():
            yield from _rows(root, inner)


def _first_line(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0].replace("|", "\\|")


if __name__ == "__main__":
    DOCUMENT.write_text(updated(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
