"""`mlprep dev new`: writes the seven places of an exercise, with a TODO mark wherever the author's words belong."""

from __future__ import annotations

import keyword
import re
import sys
from pathlib import Path

from mlprep.authoring import templates
from mlprep.authoring.places import Places, has_tests, places
from mlprep.content.catalogue import Catalogue
from mlprep.content.sheet import sections
from mlprep.errors import MlprepError

_ORDINALS = ("first", "second", "third")
_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


def create(catalogue: Catalogue, topic_name: str, name: str) -> list[tuple[str, Path]]:
    """Write the new exercise; each file with how it came to be: "wrote" or "added to"."""
    if not has_tests(catalogue.root):
        raise MlprepError(
            "This is an installed mlprep, and exercises are written in a checkout of its repository.",
            "Clone the repository, install it with `pip install -e '.[dev]'`, and run the command there.",
        )
    topic = catalogue.find_topic(topic_name).id
    _refuse_unfit(catalogue, name)
    where = places(catalogue.root, topic, name)
    title = name.replace("_", " ").capitalize()
    section = next((each.title for each in sections(catalogue) if each.title.lower() == title.lower()), None)

    def filled(texts: dict[Path, str]) -> dict[Path, str]:
        return {path: templates.fill(text, name, title, section or title) for path, text in texts.items()}

    new = filled(_new_files(where))
    for path in (*new, where.answers):
        if path.exists():
            raise MlprepError(f"{path} exists already.", "Choose another name, or move that file out of the way.")
    # the row comes last, for with it the exercise is there
    sheet = {} if section else {where.sheet: templates.SHEET}
    added = filled({**sheet, where.oracle: templates.ORACLE, where.row: templates.ROW})
    try:
        for path, text in new.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for path, text in added.items():
            before = path.read_text(encoding="utf-8") if path.exists() else ""
            path.write_text(f"{before.rstrip()}\n{text}", encoding="utf-8")
    except OSError as error:
        raise MlprepError(
            f"{error.filename} cannot be written: {error.strerror}.", "Check the folder's rights."
        ) from error
    return [("wrote", path) for path in new] + [("added to", path) for path in added]


def _refuse_unfit(catalogue: Catalogue, name: str) -> None:
    """Raise MlprepError for a name that no exercise can have."""
    if not _NAME.fullmatch(name):
        raise MlprepError(
            f"{name!r} cannot be the name of an exercise.",
            "Use lower-case words joined by underscores, such as `label_smoothing`.",
        )
    if keyword.iskeyword(name) or name in sys.stdlib_module_names or name == "numpy":
        raise MlprepError(
            f"{name!r} is a word or a module of Python, and a file of that name would hide it.",
            "Choose a longer name.",
        )
    spelled_alike = {each.replace("_", ""): each for each in catalogue.exercises}
    if other := spelled_alike.get(name.replace("_", "")):
        raise MlprepError(
            f"There is an exercise {other!r} already."
            + ("" if other == name else " Underscores do not tell names apart."),
            f"Choose another name, or run `mlprep dev check {other}` to see what that one lacks.",
        )


def _new_files(where: Places) -> dict[Path, str]:
    """The files of the exercise's own."""
    answers = {
        where.answers / f"{kind}_{ordinal}.py": template
        for kind, count, template in (("right", 2, templates.RIGHT), ("wrong", 3, templates.WRONG))
        for ordinal in _ORDINALS[:count]
    }
    return {where.stub: templates.STUB, where.solution: templates.SOLUTION, where.grader: templates.GRADER, **answers}
