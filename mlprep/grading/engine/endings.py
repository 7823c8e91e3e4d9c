"""Why a check ended before every case was judged, said so that the user can fix it."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Mapping, Sequence
from typing import Any

from mlprep.grading.candidate.guard import BROKEN, IMPORTED, LOOKED
from mlprep.grading.engine.process import Gone
from mlprep.grading.frameworks import INSTALL_TORCH, TORCH
from mlprep.grading.judging.model import Failure

_NAME, _CODE = 80, 200  # characters of a function's name, and of a line
_PEEKED = {LOOKED: "open mlprep's own files", IMPORTED: "import mlprep's own modules"}
_SEE_SOLUTION = "`mlprep solution` shows and explains the reference solution"


def while_loading(raised: Mapping[str, Any]) -> Failure:
    """The user's module raised, or could not be compiled."""
    kind = "crashed"
    reason = f"Your file stops while it loads: {raised['type']}: {raised['message']}".rstrip(": ")
    if "NotImplementedError" in raised["bases"]:
        return Failure("unfinished", "The file is still the starter code: it raises NotImplementedError.")
    if raised.get("imports"):
        name, importer = raised["imports"][-1], raised["frames"][-1][3] if raised["frames"] else "Your file"
        reason = (
            f"{importer} imports {name}. It is neither NumPy, nor in the standard library, nor a file in your folder."
        )
        if name == TORCH:  # in a helper module of NumPy code, or in tests
            reason = f"{importer} imports torch, but your code is checked as NumPy here."
            if importer.startswith("test_"):
                reason = f"{importer} imports torch. Write these tests without it: the solutions are not in PyTorch."
        return Failure("imports", reason, {"frames": raised["frames"][-1:]})
    if raised.get("syntax"):
        kind, reason = "syntax", f"{raised['type']}: {raised['message']}"
    return Failure(kind, reason, {"syntax": raised.get("syntax"), "frames": raised["frames"]})


def without_torch(path: str) -> Failure:
    """The file is in PyTorch, and that is not installed."""
    reason = f"{os.path.basename(path)} imports torch, which is not installed. Install it: {INSTALL_TORCH}"
    return Failure("imports", reason)


def frames(doing: str, path: str, lines: Sequence[str]) -> list[list[Any]]:
    """The user's own innermost call in what Python wrote of a process's threads: line, function, code, file."""
    for found, line, function in re.findall(r'File "(.+)", line (\d+) in (.+)', doing):
        number = int(line)
        if found == path and 1 <= number <= len(lines):
            return [[number, function[:_NAME], lines[number - 1].strip()[:_CODE], os.path.basename(path)]]
    return []


def of_names(missing: Sequence[str], names: Sequence[str]) -> Failure:
    """Entries are missing; ``names`` is what the module defines."""
    import difflib

    said = []
    for name in missing:
        lowered = {each.lower().replace("_", ""): each for each in names}
        near = difflib.get_close_matches(name.lower().replace("_", ""), lowered, n=1, cutoff=0.7)
        said.append(f"{name} (is it {lowered[near[0]]}?)" if near else name)
    found = f" It defines {', '.join(names[:6])}." if names and not any("is it" in each for each in said) else ""
    return Failure("missing", f"Your file does not define {', '.join(said)}.{found}")


def of_process(gone: Gone) -> Failure:
    """The candidate's process ended, or broke the protocol."""
    if gone.broke is not None:
        return Failure(
            "ended",
            f"Your code wrote into mlprep's own channel, so nothing it returned can be trusted ({gone.broke}).",
        )
    status = gone.status
    if status in _PEEKED:
        return Failure(
            "peeked", f"Your code tried to {_PEEKED[status]}, so this check does not count. {_SEE_SOLUTION}."
        )
    if status == BROKEN:
        return Failure(
            "ended", "Your code closed files of its process, or replaced something that Python itself needs."
        )
    if status is None:
        return Failure("ended", "A process of mlprep's was ended from outside. Run the check again.")
    if status == 0:
        return Failure(
            "ended", "Your code ended its process before it returned (sys.exit, os._exit?), or closed its files."
        )
    if status > 0:
        return Failure("ended", f"Your code ended its process with exit code {status} before it returned.")
    if -status == getattr(signal, "SIGXCPU", 0):
        return Failure("timeout", "Your code used up its CPU time.")
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = f"signal {-status}"
    hint = {"SIGSEGV": ": a crash below Python, or endless recursion", "SIGKILL": ": perhaps it ran out of memory"}
    return Failure("ended", f"Your code's process was ended by {name}{hint.get(name, '')}.")
