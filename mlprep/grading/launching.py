"""How our own Python processes are started: isolated, with one OpenBLAS thread, and without the cost of `site`."""

from __future__ import annotations

import os
import sys

_HIDDEN = ("solutions", "graders")
SPAWN_SETTING = "MLPREP_SPAWN"  # set to 1, candidates are spawned even where they could be forked
# One thread halves NumPy's start, forks safely, and keeps a check from taking every core.
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def ordered_path() -> list[str]:
    """Our import path, with what PYTHONPATH and the current folder add behind everything else."""
    added = {*os.environ.get("PYTHONPATH", "").split(os.pathsep), ""}
    try:  # noqa: SIM105 (contextlib takes too long to load before the engine is started)
        added |= {os.path.abspath(entry) for entry in added}
    except OSError:  # the current folder may be gone
        pass
    return [entry for entry in sys.path if entry not in added] + [entry for entry in sys.path if entry in added]


def python_command(code: str) -> list[str]:
    """A command that runs this code with our import path, whatever PYTHON* variables and the current folder hold."""
    path = [entry for entry in ordered_path() if entry and os.path.isabs(entry)]
    beside = os.path.dirname(_package())
    if beside not in path:
        path.insert(0, beside)
    # -S skips `site`, whose path we hand over; -I keeps the environment and the current folder out. Collecting garbage
    # while modules load finds none and takes a tenth of the time; the engine turns it on again.
    return [sys.executable, "-I", "-S", "-c", f"import gc, sys; gc.disable(); sys.path[:] = {path!r}; {code}"]


def forks() -> bool:
    """Whether candidates are forked from a warm process: on Linux, where OpenBLAS with one thread survives it."""
    if sys.platform != "linux" or os.environ.get(SPAWN_SETTING) == "1":
        return False
    return hasattr(os, "pidfd_open") and os.path.exists("/proc/self/task")


def content_root() -> str:
    """The folder that holds the three trees: inside the package in a wheel, beside it in a checkout."""
    shipped = os.path.join(_package(), "trees")
    return shipped if os.path.isdir(shipped) else os.path.dirname(_package())


def _package() -> str:
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def packs_file() -> str:
    """The file that holds which packs the user has added. It is theirs: a folder from elsewhere cannot add one."""
    settings = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(settings, "mlprep", "packs.json")


def added_packs() -> dict[str, str]:
    """The packs that the user has added: their names and folders. Raises OSError or ValueError if unknown."""
    try:
        file = open(packs_file(), encoding="utf-8")  # noqa: SIM115 (only that it is missing is no error)
    except FileNotFoundError:
        return {}
    with file:
        import json

        found = json.load(file)
    packs = found.get("packs") if isinstance(found, dict) else None
    if not isinstance(packs, dict) or not all(isinstance(path, str) for path in packs.values()):
        raise ValueError("it holds something other than packs")
    return packs


def hidden_trees(root: str) -> list[str]:
    """What a candidate must not read: our trees, those of checkouts nearby, of packs, and of ``root``."""
    ours = content_root()
    found = [os.path.join(each, tree) for each in (ours, *_checkouts(ours)) for tree in _HIDDEN]
    for pack in (*_packs(), root):
        trees = [os.path.join(pack, tree) for tree in _HIDDEN]
        if trees[0] not in found:
            found += [path for path in (*trees, os.path.join(pack, "tests")) if os.path.isdir(path)]
    return found


def _packs() -> list[str]:
    try:
        return list(added_packs().values())
    except (OSError, ValueError):  # then no pack is in use
        return []


def _checkouts(root: str) -> list[str]:
    """Checkouts of mlprep beside which it is installed: around the package, the environment and the current folder."""
    found: list[str] = []
    for folder in (_package(), sys.prefix, _current_folder(), _built_from(os.path.dirname(_package()))):
        while folder:
            is_one = os.path.isfile(os.path.join(folder, "exercises", "curriculum.toml"))
            if is_one and folder not in (root, *found) and os.path.isdir(os.path.join(folder, _HIDDEN[0])):
                found.append(folder)
            above = os.path.dirname(folder)
            folder = above if above != folder else ""
    return found


def _current_folder() -> str:
    try:
        return os.getcwd()
    except OSError:  # it is gone
        return ""


def _built_from(packages: str) -> str:
    """The folder that pip installed us from, which it notes; empty if it was none."""
    from mlprep import __version__

    try:
        with open(
            os.path.join(packages, f"mlprep-{__version__}.dist-info", "direct_url.json"), encoding="utf-8"
        ) as file:
            import json
            from urllib.parse import unquote, urlsplit

            url = urlsplit(str(json.load(file)["url"]))
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return unquote(url.path) if url.scheme == "file" and os.path.isdir(unquote(url.path)) else ""


def environment() -> dict[str, str]:
    """The environment for our processes."""
    return {**os.environ, **dict.fromkeys(_ONE_THREAD, "1")}
