"""What must be in an exercise's files, and what must not be beside them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from mlprep.content import quiz_cards
from mlprep.content.catalogue import LEVELS, Catalogue, Exercise
from mlprep.content.sheet import sections
from mlprep.errors import MlprepError

TREES = ("exercises", "solutions", "graders")
FOLLOW_UP = "# What an interviewer asks next"
_OF_A_TOPIC = {"topic.toml", "sheet.md", "quiz.toml"}
_OF_NO_TOPIC = {"curriculum.toml", "paths.toml", "sheet.md", "torch.toml"}


def stray_files(catalogue: Catalogue) -> Iterator[str]:
    """Files of the three trees that belong to no exercise, and exercises that lack one."""
    places = (catalogue.starter, catalogue.solution, catalogue.torch_solution, catalogue.grader)
    known = {place(each) for each in catalogue.exercises.values() for place in places}
    known |= {catalogue.topic_folder(topic.id) / name for topic in catalogue.topics for name in _OF_A_TOPIC}
    known |= {catalogue.root / "exercises" / name for name in _OF_NO_TOPIC}
    for tree in TREES:
        for path in sorted((catalogue.root / tree).rglob("*")):
            if path not in known and not path.is_dir() and "__pycache__" not in path.parts:
                yield f"{path.relative_to(catalogue.root)} belongs to no exercise of the curriculum"


def problems(catalogue: Catalogue, exercise: Exercise) -> Iterator[str]:
    """What is missing or does not fit in one exercise's files."""
    paths = {
        "starter code": catalogue.starter(exercise),
        "solution": catalogue.solution(exercise),
        "grader": catalogue.grader(exercise),
    }
    for role, path in paths.items():
        if not path.is_file():
            yield f"the {role} {path.relative_to(catalogue.root)} is missing"
    if not all(path.is_file() for path in paths.values()):
        return
    yield from _row(exercise)
    yield from _order(catalogue, exercise)
    yield from _sections(catalogue, exercise)
    broken = {role: error for role, path in paths.items() if (error := syntax_error(path))}
    yield from (f"the {role} is not Python: {error}" for role, error in broken.items())
    if broken:
        return
    starter, solution = (ast.parse(paths[role].read_text(encoding="utf-8")) for role in ("starter code", "solution"))
    for name in exercise.entry:
        theirs, ours = _signature(starter, name), _signature(solution, name)
        if theirs is None or theirs != ours:
            yield f"{name}: the starter code's signature is {theirs}, the solution's {ours}"
    statement = ast.get_docstring(starter) or ""
    if ">>>" not in statement:
        yield "the statement has no worked example (a doctest)"
    if FOLLOW_UP not in paths["solution"].read_text(encoding="utf-8"):
        yield f"the solution lacks its closing block, {FOLLOW_UP!r}"
    yield from card_problems(catalogue, exercise.topic, exercise.id)


def card_problems(catalogue: Catalogue, topic: str, exercise: str | None = None) -> Iterator[str]:
    """What is wrong with a topic's cards: with those of that exercise, or with those of none."""
    try:
        found = [each.text for each in quiz_cards.problems(catalogue, topic) if each.exercise == exercise]
    except (MlprepError, OSError, SyntaxError) as error:
        found = [str(error)]
    yield from (f"exercises/{topic}/quiz.toml: {each}" for each in found)


def concept_card_problems(catalogue: Catalogue) -> Iterator[str]:
    """What is wrong with the cards that belong to no exercise, over all topics. A pack need not have cards."""
    if not any(catalogue.root.glob("exercises/*/quiz.toml")):
        return
    for topic in catalogue.topics:
        yield from card_problems(catalogue, topic.id)


def syntax_error(path: Path) -> str | None:
    """Why that file cannot be read as Python, or None."""
    try:
        ast.parse(path.read_text(encoding="utf-8"))
    except SyntaxError as error:
        return f"{error.msg} in line {error.lineno}"
    return None


def _row(exercise: Exercise) -> Iterator[str]:
    if exercise.level not in LEVELS:
        yield f"the level {exercise.level!r} is none of {', '.join(LEVELS)}"
    if not isinstance(exercise.minutes, int) or not 1 <= exercise.minutes <= 120:
        yield f"{exercise.minutes} minutes is not a sensible target time"
    if len(exercise.hints) != 3 or not all(len(hint) >= 20 for hint in exercise.hints):
        yield "three hints are asked for, none of them empty"
    if not exercise.title or not exercise.entry:
        yield "title and entry are asked for"


def _order(catalogue: Catalogue, exercise: Exercise) -> Iterator[str]:
    order = list(catalogue.exercises)
    for name in exercise.after:
        if name not in order:
            yield f"`after` names {name!r}, which is not an exercise"
        elif order.index(name) > order.index(exercise.id):
            yield f"`after` names {name!r}, which comes later in the curriculum"


def _sections(catalogue: Catalogue, exercise: Exercise) -> Iterator[str]:
    everywhere = {section.title for section in sections(catalogue)}
    for name in exercise.sections:
        if name not in everywhere:
            yield f"the section {name!r} stands in no sheet.md"


def _signature(tree: ast.Module, name: str) -> str | None:
    """A function's parameters, or a class's methods with theirs, as text; None where it is not defined."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return f"{name}({ast.unparse(node.args)})"
        if isinstance(node, ast.ClassDef) and node.name == name:
            init = [each for each in node.body if isinstance(each, ast.FunctionDef) and each.name == "__init__"]
            return f"class {name}({ast.unparse(init[0].args) if init else ''})"
    return None
