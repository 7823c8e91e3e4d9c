"""TOML files as data, parsed once: what Python's own parser takes 27 ms for at each command is kept beside the files.

It is kept as Python keeps compiled modules: in ``__pycache__``, for a file of that size and time of change, and only
where that folder can be written. Raises what reading and parsing raise.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

_KIND = "mlprep parsed TOML 1"


def read_toml(path: Path) -> dict[str, Any]:
    """The data of a TOML file. Raises OSError, UnicodeDecodeError or tomllib.TOMLDecodeError."""
    seen = os.stat(path)
    key = [_KIND, seen.st_mtime_ns, seen.st_size]
    kept = path.parent / "__pycache__" / f"{path.name}.json"
    with suppress(OSError, ValueError, TypeError):
        *found, data = json.loads(kept.read_bytes())
        if found == key and isinstance(data, dict):
            return data
    import tomllib

    parsed = tomllib.loads(path.read_text(encoding="utf-8"))
    if not sys.dont_write_bytecode:
        _keep(kept, [*key, parsed])
    return parsed


def _keep(path: Path, content: list[Any]) -> None:
    new = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError, TypeError):  # a date has no place in JSON: such a file is parsed each time
        text = json.dumps(content)
        path.parent.mkdir(exist_ok=True)
        new.write_text(text, encoding="utf-8")
        os.replace(new, path)
