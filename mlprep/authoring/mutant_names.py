"""What a mutant is called: the change, its statement, and as much of the surroundings as tells it from its twins."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from mlprep.authoring.syntax_nodes import brief

QUOTED = 72  # characters of a statement in a name


@dataclass(frozen=True)
class Place:
    """What tells a statement from another one with the same text in the same function."""

    under: str  # the header of the block
    after: str  # the statement before it


@dataclass(frozen=True)
class Edit:
    """One change before it is made: the text that replaces a node of the original, and what its name may need."""

    scope: str
    description: str
    line: int
    replaced: ast.stmt | ast.expr
    text: str
    place: Place
    statement: str = ""  # what is changed, where the description does not quote it already
    hidden: str = ""  # the expression that changes, where shortening cut it out of the statement
    at: tuple[str, str] = ("", "")  # the expression that changes, and the one around it


def names_of(edits: list[Edit]) -> list[str]:
    """A name for each edit: the change and its statement, and as much of the surroundings as tells twins apart.

    A number comes last, where the same change can be made twice in one expression: `x * x`, or the tuple `(32, 32)`.
    """
    names = [
        f"{edit.scope}: {edit.description}{_quoted('in', edit.statement)}{_quoted('at', edit.hidden)}" for edit in edits
    ]
    surroundings: list[tuple[str, Callable[[Edit], str]]] = [
        ("at", lambda edit: edit.at[0]),
        ("at", lambda edit: edit.at[1]),
        ("under", lambda edit: edit.place.under),
        ("after", lambda edit: edit.place.after),
    ]
    for word, look in surroundings:
        for twins in _twins(names):
            texts = [look(edits[index]) for index in twins]
            if len(set(texts)) > 1:
                for index, text in zip(twins, texts, strict=True):
                    names[index] += _quoted(word, text)
    for twins in _twins(names):
        for number, index in enumerate(twins, 1):
            names[index] += f" #{number}"
    return names


def _quoted(word: str, text: str) -> str:
    return f" {word} `{text}`" if text else ""


def _twins(names: list[str]) -> list[list[int]]:
    """The positions of each name that stands more than once."""
    positions = defaultdict(list)
    for index, name in enumerate(names):
        positions[name].append(index)
    return [each for each in positions.values() if len(each) > 1]


def headline(statement: ast.stmt) -> str:
    """A statement by its first line."""
    match statement:
        case ast.If(test=test):
            return f"if {brief(test)}"
        case ast.While(test=test):
            return f"while {brief(test)}"
        case ast.For(target=target, iter=iterable) | ast.AsyncFor(target=target, iter=iterable):
            return f"for {brief(target)} in {brief(iterable)}"
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return name
        case ast.With(items=items) | ast.AsyncWith(items=items):
            return f"with {', '.join(map(brief, items))}"
        case ast.Try():
            return "try"
        case _:
            return brief(statement, QUOTED)
