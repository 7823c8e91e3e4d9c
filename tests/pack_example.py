"""The example of docs/packs.md, which tests write into a folder."""

from __future__ import annotations

import re
from pathlib import Path

from support import catalogue

PAGE = catalogue.root / "docs" / "packs.md"
NAME = "score_margin"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^`([^`\s]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def files() -> dict[str, str]:
    """The files of the example, by their paths in the pack."""
    return dict(_FILE.findall(PAGE.read_text(encoding="utf-8")))


def others() -> list[tuple[str, str]]:
    """The other blocks of the page, in order: their language and their text."""
    own = set(files().values())
    return [block for block in _BLOCK.findall(PAGE.read_text(encoding="utf-8")) if block[1] not in own]


def write(folder: Path) -> Path:
    """The example as a pack in that folder."""
    for name, text in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
