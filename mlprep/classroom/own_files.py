"""The modules of a person's own that a submission imports from its folder."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from mlprep.learner.answer_file import MAX_SOURCE

_IMPORT = re.compile(rb"^[ \t]*(?:from|import)[ \t]+([\w., \t]+)", re.MULTILINE)
_MOST = 100  # files
_Placed = tuple[str, Path, str]  # the path below the submission's folder, where it is, and how it is shown


class Helpers:
    """All Python files that were handed in, by the folder that they are in."""

    def __init__(self, files: Iterable[tuple[tuple[str, ...], str, Path]]) -> None:
        self._below: dict[str, dict[str, list[_Placed]]] = defaultdict(lambda: defaultdict(list))
        for folders, shown, path in files:
            parts = shown.split("/")
            # within the file's own folder, and within each folder above that is not the root
            for depth in range(max(len(parts) - len(folders), 1), len(parts)):
                base, inner = "/".join(parts[:depth]), parts[depth:]
                self._below[base][inner[0].removesuffix(".py")].append(("/".join(inner), path, shown))

    def of(self, folders: tuple[str, ...], shown: str, path: Path) -> list[_Placed]:
        """What the file may import, and what that imports in turn."""
        near = self._below[shown.rpartition("/")[0]]
        if sum(map(len, near.values())) < 2:
            return []
        taken: dict[str, _Placed] = {}
        size, left = 0, [path]
        while left:
            source = _start(left.pop())
            for word in {name for found in _IMPORT.findall(source) for name in re.findall(rb"\w+", found)}:
                for placed in near.get(word.decode(), ()):
                    if placed[2] == shown or placed[0] in taken or len(taken) == _MOST:
                        continue
                    size += placed[1].stat().st_size
                    if size <= MAX_SOURCE:
                        taken[placed[0]] = placed
                        left.append(placed[1])
        return [taken[name] for name in sorted(taken)]


def _start(path: Path) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(MAX_SOURCE)
    except OSError:
        return b""
