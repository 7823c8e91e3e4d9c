"""Loads the user's module in the candidate process, behind the guard, and describes what it raises as plain data."""

from __future__ import annotations

import linecache
import os
import sys
import types
import warnings
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from mlprep.grading.candidate import guard
from mlprep.grading.common.lines import lines_of
from mlprep.grading.common.plain_data import type_name

MODULE_NAME = "answer"
_SOURCE_LINE = 200
_FRAMES = 12


class Loading:
    """The user's one source: where it is, what it may import, and the module that it becomes."""

    def __init__(self, order: Mapping[str, Any], scratch: str) -> None:
        self.path: str = order["path"]
        self._source: str = order["source"]
        self._hidden: list[str] = order["hidden"]
        self._folder: str = order["folder"]
        self._files: Mapping[str, str] | None = order.get("files")
        self._scratch = scratch
        self._with_torch = order.get("torch") is not None
        self._finder = guard.Importable(self._folder, scratch, with_torch=self._with_torch)

    def run(self, compiled: Callable[[str, str], types.CodeType], **names: Any) -> types.ModuleType:
        """Run the module with those names in it, behind the guard from here on. Whatever it raises is raised."""
        if self._files is not None and self._folder:
            _write(self._folder, {**self._files, os.path.basename(self.path): self._source})
        lines = [f"{line}\n" for line in lines_of(self._source)]
        linecache.cache[self.path] = len(self._source), None, lines, self.path
        self._leave_no_trace()
        module = types.ModuleType(MODULE_NAME)
        module.__file__ = self.path
        vars(module).update(names)
        sys.modules[MODULE_NAME] = module
        sys.meta_path.insert(0, self._finder)
        guard.install(self._hidden, self._scratch)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compiled(self._source, self.path), module.__dict__)
        return module

    def describe(self, error: BaseException) -> dict[str, Any]:
        """An exception as plain data, with the frames in the user's own files only."""
        # Read through the base's own members: a class of the user's can make anything of them.
        frames = []
        trace = vars(BaseException)["__traceback__"].__get__(error)
        while trace is not None:
            code = trace.tb_frame.f_code
            file = self._own_name(code.co_filename)
            if file is not None:
                line = linecache.getline(code.co_filename, trace.tb_lineno).rstrip()[:_SOURCE_LINE]
                frames.append((trace.tb_lineno, code.co_name, line, file))
            trace = trace.tb_next
        described: dict[str, Any] = {
            "type": type_name(type(error)),
            "bases": [type_name(base) for base in type.mro(type(error))[:20]],
            "message": text_of(error),
            "frames": frames if len(frames) <= _FRAMES else frames[:4] + frames[4 - _FRAMES :],
            "imports": [name for name in self._finder.foreign if isinstance(error, ImportError)],
        }
        if isinstance(error, SyntaxError) and not frames and type(error.lineno) is int:
            described["syntax"] = {"line": error.lineno, "column": error.offset, "text": self.line(error.lineno)}
            described["message"] = str(error.msg)
        return described

    def _leave_no_trace(self) -> None:
        """Take away what would lead the code to us, or to packages beside NumPy, without its meaning to look for it.

        PyTorch goes too where it is not asked for: it was loaded for other candidates.
        """
        for name in guard.out_of_reach(with_torch=self._with_torch):
            del sys.modules[name]
        sys.modules["__main__"] = types.ModuleType("__main__")
        beside = {os.path.dirname(np.__path__[0]), *map(os.path.dirname, guard.PACKAGE)}
        sys.path[:] = [path for path in sys.path if path not in beside]

    def line(self, number: int) -> str:
        """A line of the user's file."""
        return linecache.getline(self.path, number).rstrip()[:_SOURCE_LINE]

    def _own_name(self, path: str) -> str | None:
        """What a file of the user's is called: the one that is checked, or one that it imports from its folder."""
        if path == self.path:
            return os.path.basename(path)
        inside = bool(self._folder) and path.startswith(self._folder + os.sep)
        return path[len(self._folder) + 1 :] if inside else None


def _write(folder: str, files: Mapping[str, str]) -> None:
    """Put the code's own files into the folder that it imports from."""
    for name, text in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", errors="surrogatepass") as file:
            file.write(text)


def compile_source(source: str, path: str) -> types.CodeType:
    """The source as it is."""
    return compile(source, path, "exec", dont_inherit=True)


def text_of(error: object) -> str:
    """What it says of itself."""
    try:
        return str(error)[:2000]
    except BaseException:
        return "(its message could not be read)"
