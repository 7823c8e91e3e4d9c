"""Shared memory and semaphores that leave nothing behind: a candidate has no other process to share them with.

Python gives them names that stay in the system when their process is killed, and has another process remove these,
which a candidate may not start. Here semaphores lose their names at once, and shared memory lies in the scratch folder.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.machinery import BuiltinImporter, ModuleSpec, PathFinder
from types import ModuleType
from typing import Any


def stand_in(name: str, path: Sequence[str] | None, scratch: str) -> ModuleSpec | None:
    """How to load that module so that it leaves nothing behind; None for a module that never does."""
    loader: Any = _Changed(path, scratch)  # it has what a loader needs; the class for them takes time to import
    return ModuleSpec(name, loader) if name in _CHANGES else None


class _Changed:
    """Loads the module of that name, then changes it."""

    def __init__(self, path: Sequence[str] | None, scratch: str) -> None:
        self._path = path
        self._scratch = scratch

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        from importlib.util import module_from_spec

        found = BuiltinImporter.find_spec(spec.name) or PathFinder.find_spec(spec.name, self._path)
        if found is None or found.loader is None:
            raise ModuleNotFoundError(f"No module named {spec.name!r}", name=spec.name)
        module = module_from_spec(found)
        found.loader.exec_module(module)
        _CHANGES[spec.name](module, self._scratch)
        return module

    def exec_module(self, module: ModuleType) -> None:
        """It is there already."""


def _semaphores(module: Any, scratch: str) -> None:
    original: Any = getattr(module, "SemLock", None)
    if original is None:
        return

    class SemLock(original):  # type: ignore[misc]
        """One without a name."""

        def __new__(cls, kind: int, value: int, maxvalue: int, name: str, unlink: bool) -> Any:
            return original.__new__(cls, kind, value, maxvalue, name, True)

    module.SemLock = SemLock


def _shared_memory(module: Any, scratch: str) -> None:
    def place(path: str) -> str:
        return os.path.join(scratch, f"shared-{path.strip('/')}")

    module.shm_open = lambda path, flags, mode=0o777: os.open(place(path), flags, mode)
    module.shm_unlink = lambda path: os.unlink(place(path))


def _tracker(module: Any, scratch: str) -> None:
    for name in ("ensure_running", "register", "unregister"):
        setattr(module, name, lambda *arguments: None)


_CHANGES = {
    "_multiprocessing": _semaphores,
    "_posixshmem": _shared_memory,
    "multiprocessing.resource_tracker": _tracker,
}
