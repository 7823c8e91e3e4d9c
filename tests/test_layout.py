"""Who may import whom, as laws over the imports of all modules.

An import counts wherever it stands, inside functions too. Those under ``if TYPE_CHECKING`` cost nothing at run time but
say as much about who knows whom, so they count as well, but for the law on libraries: it is about what a process loads.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

import mlprep

PACKAGE = Path(mlprep.__file__).parent


class Import(NamedTuple):
    """What is imported: a module, of ours or not; and whether only type checkers see it."""

    module: str
    typing: bool = False


Imports = Mapping[str, Collection[Import]]  # by the module that imports
Law = Callable[[Imports], list[str]]  # gives the breaches, each as a sentence


# Reading the imports


def read(package: Path) -> dict[str, list[Import]]:
    """The imports of every module of the package, packages included."""
    files = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        if parts[1] != "trees":  # in an installed wheel: the exercises
            files[".".join(parts).removesuffix(".__init__")] = path
    return {
        name: list(_imports(ast.parse(path.read_text(encoding="utf-8")), files, typing=False))
        for name, path in files.items()
    }


def _imports(node: ast.AST, modules: Collection[str], *, typing: bool) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        yield from (Import(alias.name, typing) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0 and node.module, "relative imports are not used here"  # noqa: PT018
        for alias in node.names:
            inner = f"{node.module}.{alias.name}"
            yield Import(inner if inner in modules else node.module, typing)
    elif isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING"):
        for statement in node.body:
            yield from _imports(statement, modules, typing=True)
        for statement in node.orelse:
            yield from _imports(statement, modules, typing=typing)
    else:
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            yield from (Import(module, typing) for module in _by_name(node.args[0], modules))
        for child in ast.iter_child_nodes(node):
            yield from _imports(child, modules, typing=typing)


def _by_name(name: ast.expr, modules: Collection[str]) -> list[str]:
    """What an import by name may import: with an f-string, all that begin like it. A mere variable tells nothing."""
    if isinstance(name, ast.Constant):
        return [str(name.value)]
    if isinstance(name, ast.JoinedStr) and isinstance(name.values[0], ast.Constant):
        return [module for module in modules if module.startswith(str(name.values[0].value))]
    return []


# The laws


def _within(module: str, *rooms: str) -> bool:
    return any(module == f"mlprep.{room}" or module.startswith(f"mlprep.{room}.") for room in rooms)


def _arrows(imports: Imports, *, at_run_time: bool = False) -> Iterator[tuple[str, str]]:
    for module, found in imports.items():
        for each in dict.fromkeys(found):
            if not (at_run_time and each.typing):
                yield module, each.module


def _breaches(arrows: Iterator[tuple[str, str]], forbidden: Callable[[str, str], bool]) -> list[str]:
    return [f"{module} imports {target}" for module, target in arrows if forbidden(module, target)]


INNER = ("common", "judging", "diagnosis", "engine", "candidate", "questions")
# Each folder of the trusted side may know those before it.
_UPWARD = ("common", "judging", "diagnosis", "engine", "questions")
# The other modules directly in ``grading`` are what the command line imports of it.
_FOR_GRADERS = ("grading.api", "grading.weights")


def candidate_knows_only_common(imports: Imports) -> list[str]:
    """The process that runs the user's code loads nothing that could know an answer."""
    return _breaches(
        _arrows(imports),
        lambda module, target: (
            _within(module, "grading.candidate")
            and target.partition(".")[0] == "mlprep"
            and not _within(target, "grading.candidate", "grading.common")
        ),
    )


def grading_points_down(imports: Imports) -> list[str]:
    """questions > engine > diagnosis > judging > common, and never back; only the engine knows candidates."""

    def forbidden(module: str, target: str) -> bool:
        for number, folder in enumerate(_UPWARD):
            if _within(module, f"grading.{folder}"):
                above = [f"grading.{each}" for each in _UPWARD[number + 1 :]]
                strangers = [] if folder == "engine" else ["grading.candidate"]
                return _within(target, *above, *strangers)
        return False

    return _breaches(_arrows(imports), forbidden)


def grading_is_entered_by_its_door(imports: Imports) -> list[str]:
    """Nobody imports an inner folder but those folders themselves and what graders are written with.

    The rest of the door is loaded by the command line, which must not wait for NumPy.
    """
    inner = [f"grading.{folder}" for folder in INNER]
    return _breaches(
        _arrows(imports),
        lambda module, target: _within(target, *inner) and not _within(module, *inner, *_FOR_GRADERS),
    )


def libraries_stay_in_their_rooms(imports: Imports) -> list[str]:
    """A library is loaded only where its work is done: each costs time that other commands must not pay."""
    rooms = {
        "numpy": [*(f"grading.{folder}" for folder in INNER), "grading.weights", "notebook"],
        "typer": ["commands", "cli"],
        "rich": ["views", "app"],
        "textual": ["app"],
    }
    return _breaches(
        _arrows(imports, at_run_time=True),
        lambda module, target: (
            target.partition(".")[0] in rooms and not _within(module, *rooms[target.partition(".")[0]])
        ),
    )


def nothing_goes_round(imports: Imports) -> list[str]:
    """No module imports, by way of others or not, itself. A lazy import makes a circle run, and no easier to read."""
    graph = {module: {each.module for each in found} for module, found in imports.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [" is imported by ".join(error.args[1])]
    return []


def learner_and_content_know_no_activities(imports: Imports) -> list[str]:
    """What is known of a learner and of the exercises does not depend on what is done with it."""
    return _breaches(
        _arrows(imports),
        lambda module, target: _within(module, "learner", "content") and _within(target, "activities"),
    )


def activities_know_no_views(imports: Imports) -> list[str]:
    """What is done does not depend on how it is shown."""
    return _breaches(
        _arrows(imports), lambda module, target: _within(module, "activities") and _within(target, "views")
    )


def only_commands_know_commands_and_the_app(imports: Imports) -> list[str]:
    """They are the top of the house."""
    return _breaches(
        _arrows(imports),
        lambda module, target: (
            (_within(target, "commands") and not _within(module, "commands", "cli"))
            or (_within(target, "app") and not _within(module, "commands", "app"))
        ),
    )


def no_two_modules_share_a_name(imports: Imports) -> list[str]:
    """A file is found by its name alone. Packages have names of their own kind, such as ``views``."""
    packages = {module.rpartition(".")[0] for module in imports}
    places = defaultdict(list)
    for module in imports:
        if module not in packages and not module.endswith("__main__"):
            places[module.rpartition(".")[2]].append(module)
    return [" and ".join(modules) + " share a name" for modules in places.values() if len(modules) > 1]


# The tests

IMPORTS = read(PACKAGE)

# Each law with a mapping that breaks it, and what it says of that.
LAWS: dict[Law, tuple[dict[str, list[Import]], str]] = {
    candidate_knows_only_common: (
        {
            "mlprep.grading.candidate.zygote": [Import("mlprep.grading.candidate.wall"), Import("os")],
            "mlprep.grading.candidate.runner": [Import("mlprep.grading.common.wire"), Import("mlprep.grading.client")],
        },
        "mlprep.grading.candidate.runner imports mlprep.grading.client",
    ),
    grading_points_down: (
        {
            "mlprep.grading.diagnosis.shrink": [Import("mlprep.grading.judging.compare")],
            "mlprep.grading.judging.judge": [Import("mlprep.grading.diagnosis.shrink", typing=True)],
        },
        "mlprep.grading.judging.judge imports mlprep.grading.diagnosis.shrink",
    ),
    grading_is_entered_by_its_door: (
        {
            "mlprep.grading.api": [Import("mlprep.grading.judging.checks")],
            "mlprep.activities.doctor": [Import("mlprep.grading.client"), Import("mlprep.grading.candidate.wall")],
        },
        "mlprep.activities.doctor imports mlprep.grading.candidate.wall",
    ),
    libraries_stay_in_their_rooms: (
        {
            "mlprep.commands.base": [Import("typer"), Import("rich.console", typing=True)],
            "mlprep.grading.weights": [Import("numpy")],
            "mlprep.learner.summary": [Import("numpy.random")],
        },
        "mlprep.learner.summary imports numpy.random",
    ),
    nothing_goes_round: (
        {
            "mlprep.a": [Import("mlprep.b")],
            "mlprep.b": [Import("mlprep.c"), Import("os")],
            "mlprep.c": [Import("mlprep.a", typing=True)],
        },
        "mlprep.a is imported by mlprep.c is imported by mlprep.b is imported by mlprep.a",
    ),
    learner_and_content_know_no_activities: (
        {"mlprep.learner.history": [Import("mlprep.learner.record"), Import("mlprep.activities.session", typing=True)]},
        "mlprep.learner.history imports mlprep.activities.session",
    ),
    activities_know_no_views: (
        {"mlprep.activities.help": [Import("mlprep.learner.record"), Import("mlprep.views.hints")]},
        "mlprep.activities.help imports mlprep.views.hints",
    ),
    only_commands_know_commands_and_the_app: (
        {"mlprep.cli": [Import("mlprep.commands.base")], "mlprep.watching.files": [Import("mlprep.app.loop")]},
        "mlprep.watching.files imports mlprep.app.loop",
    ),
    no_two_modules_share_a_name: (
        {"mlprep.views": [], "mlprep.views.plan": [], "mlprep.learner.plan": [], "mlprep.a.__main__": []},
        "mlprep.views.plan and mlprep.learner.plan share a name",
    ),
}


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_law_holds(law):
    assert law(IMPORTS) == []


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_law_sees_a_breach(law):
    planted, breach = LAWS[law]
    assert law(planted) == [breach]


def test_the_law_sees_a_breach_in_the_door_itself():
    planted = {"mlprep.grading.client": [Import("mlprep.grading.launching"), Import("mlprep.grading.engine.process")]}
    assert grading_is_entered_by_its_door(planted) == ["mlprep.grading.client imports mlprep.grading.engine.process"]


def test_imports_are_seen_wherever_they_stand(tmp_path):
    package = tmp_path / "house"
    (package / "rooms").mkdir(parents=True)
    for name in ("__init__", "rooms/__init__", "rooms/attic", "rooms/cellar", "garden"):
        (package / f"{name}.py").touch()
    (package / "door.py").write_text(
        "import os.path\n"
        "from house import garden\n"
        "from house.rooms.attic import lamp\n"
        "TYPE_CHECKING = False\n"
        "if TYPE_CHECKING:\n"
        "    from house.rooms import cellar\n"
        "else:\n"
        "    import json\n"
        "class Door:\n"
        "    def open(self, which):\n"
        "        import sys\n"
        "        return import_module(f'house.rooms.{which}'), importlib.import_module('house.garden')\n"
    )
    assert read(package)["house.door"] == [
        Import("os.path"),
        Import("house.garden"),
        Import("house.rooms.attic"),
        Import("house.rooms.cellar", typing=True),
        Import("json"),
        Import("sys"),
        Import("house.rooms.attic"),
        Import("house.rooms.cellar"),
        Import("house.garden"),
    ]
    assert set(read(package)) == {
        "house",
        "house.rooms",
        "house.rooms.attic",
        "house.rooms.cellar",
        "house.garden",
        "house.door",
    }


def test_the_modules_of_this_package_are_read():
    assert Import("numpy") in IMPORTS["mlprep.grading.common.wire"]
    assert Import("mlprep.commands.checking") in IMPORTS["mlprep.cli"]
