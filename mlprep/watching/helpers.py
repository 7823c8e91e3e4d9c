"""The files that an answer imports from its own folder: a save of one of them calls for a new verdict as well."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from mlprep.watching.files import Watched


class Helpers:
    """What an answer imports from its folder, and what those files import in turn, whether it is there or not."""

    def __init__(self, answer: Path) -> None:
        self._answer = answer
        self._watched: dict[Path, Watched] = {}

    def follow(self, source: str, now: float) -> None:
        """Watch what the answer imports by now. A source that does not parse is half-written: nothing changes."""
        try:
            left = [*imports(source, self._answer, self._answer.parent)]
        except (SyntaxError, ValueError, RecursionError):
            return
        found: dict[Path, Watched] = {}
        while left:
            path = left.pop()
            if path in found or path == self._answer:
                continue
            found[path] = watched = self._watched.get(path) or Watched(path)
            watched.look(now)
            try:
                left += imports(watched.text or "", path, self._answer.parent)
            except (SyntaxError, ValueError, RecursionError):
                continue
        self._watched = found

    def look(self, now: float, finished: Mapping[str, bool]) -> bool:
        """Whether one of them has changed; ``finished`` holds what events told, by the name of the file."""
        folder = self._answer.parent
        news = [
            each.look(now, finished=finished.get(path.name) if path.parent == folder else None)
            for path, each in self._watched.items()
        ]
        return any(news)

    def restless(self, now: float) -> float | None:
        """Seconds until the next look is due, or None if all are at rest."""
        return min((wait for each in self._watched.values() if (wait := each.restless(now)) is not None), default=None)


def imports(source: str, path: Path, folder: Path) -> Iterator[Path]:
    """Where in the folder the modules that a source imports would be. Raises SyntaxError or ValueError."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _places(folder, alias.name.split("."))
        elif isinstance(node, ast.ImportFrom):
            base = path.parents[node.level - 1] if 0 < node.level <= len(path.parents) else folder
            if base == folder or folder in base.parents:
                module = node.module.split(".") if node.module else []
                yield from _places(base, module)
                for alias in node.names:
                    yield from _module(base.joinpath(*module), alias.name)


def _places(base: Path, names: list[str]) -> Iterator[Path]:
    for i, name in enumerate(names):
        yield from _module(base.joinpath(*names[:i]), name)


def _module(base: Path, name: str) -> Iterator[Path]:
    yield base / f"{name}.py"
    yield base / name / "__init__.py"
