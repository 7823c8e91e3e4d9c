"""The ways in which editors save a file."""

from __future__ import annotations

import os
import time
from pathlib import Path


def in_place(file: Path, text: str) -> None:
    file.write_text(text)


def in_place_without_truncation(file: Path, text: str) -> None:
    with open(file, "r+") as stream:
        stream.write(text)
        stream.truncate()


def in_pieces(file: Path, text: str) -> None:
    with open(file, "w", buffering=1) as stream:
        for line in text.splitlines(keepends=True):
            stream.write(line)
            time.sleep(0.002)


def renamed_over(file: Path, text: str) -> None:
    new = file.with_name(".softmax.py.swp")
    new.write_text(text)
    os.replace(new, file)


def old_one_moved_away_first(file: Path, text: str) -> None:
    os.replace(file, file.with_name("softmax.py~"))
    time.sleep(0.01)
    file.write_text(text)


def deleted_then_created(file: Path, text: str) -> None:
    file.unlink()
    time.sleep(0.02)
    file.write_text(text)


def touched_and_saved_thrice(file: Path, text: str) -> None:
    for _ in range(3):
        file.write_text(text)
        os.utime(file)
        file.chmod(0o644)


SAVES = [
    in_place,
    in_place_without_truncation,
    in_pieces,
    renamed_over,
    old_one_moved_away_first,
    deleted_then_created,
    touched_and_saved_thrice,
]
