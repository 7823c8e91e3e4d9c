"""The packs that the user has added: one more, one less, and what is looked at before.

::

    {"version": 1, "packs": {NAME: the folder of the pack, ...}}

The list is the one file outside a workspace: `packs.json` in the folder `mlprep` of your settings, which is
`~/.config` unless XDG_CONFIG_HOME names another. A pack brings code that runs as mlprep does, so no workspace that
comes from elsewhere can bring a pack with it.
"""

from __future__ import annotations

import ast
import json
import os
from collections.abc import Callable
from pathlib import Path

from mlprep.content import quiz_cards, sheet
from mlprep.content.catalogue import Catalogue, Exercise
from mlprep.content.names import key, near
from mlprep.content.packs import NAME, TREES, Pack, added, is_ours, syntax_fault
from mlprep.errors import MlprepError
from mlprep.grading.launching import added_packs, packs_file
from mlprep.learner.lock import Busy, locked
from mlprep.learner.safe_files import replace_content
from mlprep.learner.workspace import working_folder
from mlprep.phrases import listed

_LONGEST = 40  # characters of a name, which stands before every one of its exercises
_WAIT = 5.0  # seconds for another mlprep to finish


def examine(path: Path, name: str | None) -> Pack:
    """The pack in that folder, with all its problems. Raises MlprepError where it cannot be added."""
    root = Path(os.path.realpath(working_folder() / path.expanduser()))
    if not root.is_dir():
        what = "is a file, not a folder" if root.exists() else "does not exist"
        raise MlprepError(f"{path} {what}.", f"Name the folder that holds {listed(TREES, 'and')}.")
    lacking = [tree for tree in TREES if not (root / tree).is_dir()]
    if lacking:
        raise MlprepError(
            f"{root} is not a pack: it has no folder called {listed(lacking, 'or')}.",
            f"A pack has {listed(TREES, 'and')}, each with a folder per topic.",
        )
    if is_ours(root):
        raise MlprepError(f"{root} is mlprep itself, and its exercises are here already.", "Name the folder of a pack.")
    pack = Pack(_name(root, name), root)
    for other in added():
        if os.path.realpath(other.root) == str(root):
            raise MlprepError(f"{root} was added already, as {other.name}.", "Run `mlprep pack list` to see it.")
        if key(other.name) == key(pack.name) and os.path.isdir(other.root):  # one that was moved is replaced
            raise MlprepError(
                f"There is a pack called {other.name} already, in {other.root}.",
                "Choose another name: `mlprep pack add PATH --name NAME`. Or remove that one: "
                f"`mlprep pack remove {other.name}`.",
            )
    look_closer(pack)
    if not any(topic.exercises for topic in pack.topics):
        found = " ".join(f"{problem}." for problem in pack.problems[:3])
        raise MlprepError(
            f"{root} has no exercise that can be used. {found}".rstrip(),
            "Correct that, then add it again. Or begin an exercise in that folder: `mlprep dev new TOPIC ID`.",
        )
    return pack


def look_closer(pack: Pack) -> None:
    """Look at what is not read at every start: graders, cards, sheets, the names that are called."""
    for topic in pack.topics:
        for exercise in topic.exercises:
            name = f"{exercise.id.rpartition('/')[2]}.py"
            starter, solution, grader = (pack.root / tree / exercise.folder / name for tree in TREES)
            if fault := syntax_fault(grader):
                pack.tell(grader, fault)
            for path in (starter, solution):
                for lacking in _undefined(path, exercise):
                    pack.tell(path, f"there is no {lacking}, which `entry` names in topic.toml: define it")
    _ = pack.paths
    merged = Catalogue(packs=[pack])
    quiz_cards.card_ids(merged, [topic.id for topic in pack.topics])
    sheet.sections(merged)


def add(pack: Pack) -> None:
    """Add it to the user's list. Raises MlprepError."""
    ours = {pack.name: str(pack.root)}
    _change(lambda packs: {each: path for each, path in packs.items() if key(each) != key(pack.name)} | ours)


def remove(name: str) -> Pack:
    """Take the pack of that name from the list. Its folder stays as it is. Raises MlprepError."""
    by_key = {key(each.name): each for each in added()}
    pack = by_key.get(key(name))
    if pack is None:
        meant = near(key(name), {each: found.name for each, found in by_key.items()})
        hint = f" Did you mean {listed(meant, 'or')}?" if meant else ""
        raise MlprepError(f"There is no pack called {name!r}.{hint}", "Run `mlprep pack list` to see your packs.")
    _change(lambda packs: {each: path for each, path in packs.items() if each != pack.name})
    return pack


def _change(change: Callable[[dict[str, str]], dict[str, str]]) -> None:
    path = Path(packs_file())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with locked(path.with_name("packs.lock"), _WAIT):
            content = {"version": 1, "packs": change(added_packs())}
            replace_content(path, json.dumps(content, indent=2).encode() + b"\n")
    except Busy as error:
        raise MlprepError(f"Another mlprep is changing {path}.", "Run the command again.") from error
    except (OSError, ValueError) as error:
        raise MlprepError(f"{path} cannot be written: {error}", "Correct that, then run the command again.") from error


def _name(root: Path, name: str | None) -> str:
    """The name of the pack: the one that was given, or the folder's."""
    wanted = root.name.lower().replace("-", "_").replace(" ", "_") if name is None else name.lower().replace("-", "_")
    if not NAME.fullmatch(wanted) or len(wanted) > _LONGEST:
        raise MlprepError(
            f"{(root.name if name is None else name)!r} cannot be the name of a pack.",
            f"Choose up to {_LONGEST} letters, digits and single underscores, beginning with a letter: "
            "`mlprep pack add PATH --name acme`.",
        )
    return wanted


def _undefined(path: Path, exercise: Exercise) -> list[str]:
    tree = ast.parse(path.read_bytes())
    defined = {each.name for each in tree.body if isinstance(each, ast.FunctionDef | ast.ClassDef)}
    return [name for name in exercise.entry if name not in defined]
