"""The files that the code imports from its own folder: a save of one of them calls for a new verdict as well."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from mlprep.watching.files import Watched

_MOST_FOLDERS = 50


class Helpers:
    """What the code imports from its folder, and what those files import in turn, whether it is there or not."""

    def __init__(self, answer: Path) -> None:
        self._answer = answer
        self._watched: dict[Path, Watched] = {}

    def follow(self, source: str, now: float) -> None:
        """Watch what the code imports by now. A source that does not parse is half-written: nothing changes."""
        folder = self._answer.parent
        # How a folder gets into `sys.path` is not worked out: each in the file's folder may be one.
        added = [*subfolders(folder)] if "sys.path" in source else []
        try:
            left = [*imports(source, self._answer, folder, added)]
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
                left += imports(watched.text or "", path, folder, added)
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


def imports(source: str, path: Path, folder: Path, added: Sequence[Path] = ()) -> Iterator[Path]:
    """Where in the folder, or in those that are added, the modules that a source imports would be.

    Raises SyntaxError or ValueError.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for base in (folder, *added):
                for alias in node.names:
                    yield from _places(base, alias.name.split("."))
        elif isinstance(node, ast.ImportFrom):
            bases = [path.parents[node.level - 1]] if 0 < node.level <= len(path.parents) else [folder, *added]
            module = node.module.split(".") if node.module else []
            for base in bases:
                if base == folder or folder in base.parents:
                    yield from _places(base, module)
                    for alias in node.names:
                        yield from _module(base.joinpath(*module), alias.name)


def subfolders(folder: Path) -> list[Path]:
    """The folders in this one, and those in them, as far as a person put them there."""
    found: list[Path] = []
    for pattern in ("*", "*/*"):
        with suppress(OSError):
            found += (each for each in sorted(folder.glob(pattern)) if each.is_dir() and not _is_private(each, folder))
    return found[:_MOST_FOLDERS]


def _is_private(path: Path, folder: Path) -> bool:
    return any(part.startswith((".", "__")) for part in path.relative_to(folder).parts)


def _places(base: Path, names: list[str]) -> Iterator[Path]:
    for i, name in enumerate(names):
        yield from _module(base.joinpath(*names[:i]), name)


def _module(base: Path, name: str) -> Iterator[Path]:
    yield base / f"{name}.py"
    yield base / name / "__init__.py"
