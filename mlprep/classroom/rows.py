"""One row per submission: what `mlprep grade` finds out about it, and what makes two rows the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlprep.grading.blank_report import blank
from mlprep.grading.contracts import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mlprep.grading.contracts import Report


class Row(Verdict):
    """The verdict on one submission of one person."""

    person: str
    path: str
    """The file, as a path below the folder that was graded, through zip files as well."""
    sha256: str
    """Of the submission's file."""
    helpers: dict[str, str]
    """The person's own modules that it imports, with the sha256 of each."""


Key = tuple[str, str, str, int, tuple[tuple[str, str], ...]]

_OF_REPORT = [name for name in Verdict.__annotations__ if name != "exercise"]  # which a blank report may lack
_NUMBERS = frozenset(("cases_passed", "cases_total", "seed"))
_TEXTS = frozenset(("person", "exercise", "path", "outcome", "summary", "sha256"))


def made(person: str, exercise: str, path: str, sha256: str, helpers: Mapping[str, str], report: Report) -> Row:
    """The row of a report."""
    row: Row = {"person": person, "exercise": exercise, "path": path}  # type: ignore[typeddict-item]
    row.update({name: report[name] for name in _OF_REPORT})  # type: ignore[literal-required, typeddict-item]
    row["sha256"], row["helpers"] = sha256, dict(helpers)
    return row


def unread(why: str, seed: int) -> Report:
    """The report on a file that cannot be read as Python source."""
    return blank("", "error", why, seed)


def key(row: Row) -> Key:
    """What makes a row the same as another: nothing with the same key is graded twice."""
    return key_of(row["person"], row["exercise"], row["sha256"], row["seed"], row["helpers"])


def key_of(person: str, exercise: str, sha256: str, seed: int, helpers: Mapping[str, str]) -> Key:
    """The key of a row that may not be there yet."""
    return person, exercise, sha256, seed, tuple(sorted(helpers.items()))


def is_row(value: object) -> bool:
    """Whether it is a row as we write it."""
    if not isinstance(value, dict) or not value.keys() >= Row.__required_keys__:
        return False
    plain = all(type(value[name]) is str for name in _TEXTS) and all(type(value[name]) is int for name in _NUMBERS)
    return plain and type(value["helpers"]) is dict and type(value["parts"]) is list
