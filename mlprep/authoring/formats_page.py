"""`docs/file-formats.md`: the page on the files that mlprep writes, made from what the modules that own them say.

`python -m mlprep.authoring.formats_page` writes it again.
"""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterator
from types import ModuleType

from mlprep.activities import pack_list
from mlprep.authoring.documents import ROOT
from mlprep.learner import interviews, quiz_record, record, record_file, rounds, workspace

PAGE = ROOT / "docs" / "file-formats.md"
_HEAD = """# The files that mlprep writes

Everything but your list of packs is in your workspace, in plain text. You may read it, copy it and put it under
version control. If you change the progress file by hand, close mlprep first. Times are seconds since 1970. What a
program of your own needs is better read from `--json`, which [json.md](json.md) explains: it stays as it is when these
files change. The files of an exercise are in [writing-an-exercise.md](writing-an-exercise.md).

This page is made from the modules that own the files, by `python -m mlprep.authoring.formats_page`.
"""
_SHOWN = {
    "The workspace": workspace,
    "The progress file": record,
    "How the progress file is written": record_file,
    "The quiz in the progress file": quiz_record,
    "Debugging rounds": rounds,
    "Mock interviews": interviews,
    "The list of packs": pack_list,
}


def page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(line for title, module in _SHOWN.items() for line in _section(title, module))])


def _section(title: str, module: ModuleType) -> Iterator[str]:
    yield f"## {title}\n"
    is_code = False
    for paragraph in (inspect.getdoc(module) or "").split("\n\n"):
        if is_code:
            yield f"```text\n{textwrap.dedent(paragraph)}\n```\n"
        elif paragraph != "::":
            yield paragraph.replace("``", "`") + "\n"
        is_code = paragraph == "::"
    yield f"From `{module.__name__.replace('.', '/')}.py`.\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
