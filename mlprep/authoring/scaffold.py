"""`mlprep dev new`: writes the seven places of an exercise, with a TODO mark wherever the author's words belong."""

from __future__ import annotations

import keyword
import sys
from pathlib import Path

from mlprep.authoring import templates
from mlprep.authoring.answers import LEAST
from mlprep.authoring.places import Places, has_oracles, has_tests, places
from mlprep.content.catalogue import Catalogue
from mlprep.content.names import key
from mlprep.content.packs import NAME, name_fault
from mlprep.content.sheet import sections
from mlprep.errors import MlprepError

_ORDINALS = ("first", "second", "third")


def create(catalogue: Catalogue, topic_name: str, name: str, *, in_pack: bool = False) -> list[tuple[str, Path]]:
    """Write the new exercise; each file with how it came to be: "wrote" or "added to". A pack may get a new topic."""
    if not in_pack and not has_tests(catalogue.root):
        raise MlprepError(
            "This is an installed mlprep, and exercises are written in a checkout of its repository.",
            "Run the command in the folder of a pack (docs/packs.md), or clone the repository and run it there.",
        )
    topic = _topic_of_pack(catalogue, topic_name) if in_pack else catalogue.find_topic(topic_name).id
    _refuse_unfit(catalogue, name)
    where = places(catalogue.root, topic, name)
    title = _as_title(name)
    section = next((each.title for each in sections(catalogue) if each.title.lower() == title.lower()), None)

    def filled(texts: dict[Path, str]) -> dict[Path, str]:
        return {path: templates.fill(text, name, title, section or title) for path, text in texts.items()}

    new = filled(_new_files(where))
    for path in (*new, where.answers):
        if path.exists():
            raise MlprepError(f"{path} exists already.", "Choose another name, or move that file out of the way.")
    # the row comes last, for with it the exercise is there
    sheet = {} if section else {where.sheet: templates.SHEET}
    oracle = {where.oracle: templates.ORACLE} if has_oracles(catalogue.root) else {}
    row = templates.ROW if where.row.exists() else templates.TOPIC.replace("TOPIC", _as_title(topic)) + templates.ROW
    added = filled({**sheet, **oracle, where.row: row})
    try:
        for path, text in new.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for path, text in added.items():
            before = path.read_text(encoding="utf-8") if path.exists() else ""
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{before.rstrip()}\n{text}" if before else text.lstrip(), encoding="utf-8")
    except OSError as error:
        raise MlprepError(
            f"{error.filename} cannot be written: {error.strerror}.", "Check the folder's rights."
        ) from error
    return [("wrote", path) for path in new] + [("added to", path) for path in added]


def _topic_of_pack(catalogue: Catalogue, name: str) -> str:
    """The topic of that name, which may be new."""
    found = {key(each): each for each in catalogue.topic_names()}.get(key(name))
    if found is None and not NAME.fullmatch(name):
        raise MlprepError(
            f"{name!r} cannot be the name of a topic.", "Use lower-case words joined by underscores, such as `metrics`."
        )
    return found or name


def _as_title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _refuse_unfit(catalogue: Catalogue, name: str) -> None:
    """Raise MlprepError for a name that no exercise can have."""
    if not NAME.fullmatch(name):
        raise MlprepError(
            f"{name!r} cannot be the name of an exercise.",
            "Use lower-case words joined by underscores, such as `label_smoothing`.",
        )
    if keyword.iskeyword(name) or name in sys.stdlib_module_names or name == "numpy":
        raise MlprepError(
            f"{name!r} is a word or a module of Python, and a file of that name would hide it.",
            "Choose a longer name.",
        )
    if fault := name_fault(name):
        raise MlprepError(f"{name!r} cannot be the name of an exercise.", f"{fault[0].upper()}{fault[1:]}.")
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
        for kind, template in (("right", templates.RIGHT), ("wrong", templates.WRONG))
        for ordinal in _ORDINALS[: LEAST[kind]]
    }
    return {
        where.starter: templates.STARTER,
        where.solution: templates.SOLUTION,
        where.grader: templates.GRADER,
        **answers,
    }
