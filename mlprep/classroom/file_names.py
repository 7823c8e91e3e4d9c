"""Whose a file is and which exercise it solves, read from its name and folders as course systems write them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from mlprep.content.catalogue import SOLVE, base_of
from mlprep.content.names import by_keys, from_file

# How Moodle, Canvas and Blackboard name what they export, around the name that the file had.
_SYSTEMS = (
    re.compile(r"(?P<person>.+?)_(?P<id>\d+)_assign\w*?_(?:file|onlinetext)_?(?P<rest>.*)", re.DOTALL),
    re.compile(
        r"(?P<person>[^_\d][^_]*?)(?:_(?:LATE|late))?_(?P<id>\d+)_(?:question_\d+_)?\d+_(?P<rest>.+)", re.DOTALL
    ),
    re.compile(
        r"(?:.*_)?(?P<person>[^_]+)_attempt_(?P<id>\d{4}(?:-\d\d){5})(?:_(?P<rest>.*)|$)", re.DOTALL
    ),  # the time of the attempt tells no two people of one name apart, as their user names differ
)
_COPY = re.compile(r"(?:[ _-]?\(\d+\)|-\d{1,2})$")  # what a second hand-in, or a second download, gets behind its name
# Folders that say what is in them, not whose it is.
_GENERAL = re.compile(
    r"(?:(?:week|hw|homework|assignment|lab|section|group|unit|module|part|day|sprint|exercise|problem|pset|task|quiz"
    r"|project|class)s?[ _-]*\d*[a-z]?|src|code|python|submissions?|solutions?|answers?|mlprep|final|draft)",
    re.IGNORECASE,
)
_GENERAL_FILES = frozenset(("solution", "answer", "main", "submission", "code", "index"))


class FileName(NamedTuple):
    """What a name tells: ``exercise`` and ``person`` may be empty; ``sure`` if a course system wrote the person."""

    exercise: str
    person: str = ""
    number: str = ""
    sure: bool = False


class Names:
    """Reads names against the exercises that there are."""

    def __init__(self, exercises: Collection[str], topics: Collection[str] = ()) -> None:
        ours = {_key(name): name for name in exercises if "/" not in name}
        self._by_key = by_keys(name for name in exercises if "/" in name) | ours  # in packs, and ours
        self._packed = {name for name in exercises if "/" in name}
        packs = {name.partition("/")[0] for name in self._packed}
        self._about = {*self._by_key, *(_key(topic.rpartition("/")[2]) for topic in topics), *map(_key, packs)}

    def read(self, stem: str) -> FileName:
        """A file's name, without its ending."""
        for system in _SYSTEMS:
            found = system.fullmatch(stem)
            if found:
                parts = found.groupdict()
                number = "" if "attempt" in system.pattern else parts["id"]
                return FileName(self._exercise(parts["rest"] or "")[0], parts["person"].strip(), number, True)
        return FileName(*self._exercise(stem))

    def owner(self, folder: str) -> FileName | None:
        """The person whose folder it is, if a course system says so."""
        for system in _SYSTEMS:
            found = system.fullmatch(folder) or system.fullmatch(f"{folder}_x")
            if found:
                number = "" if "attempt" in system.pattern else found["id"]
                return FileName("", found["person"].strip(), number, True)
        return None

    def exercise_of_folder(self, folder: str) -> str:
        """The exercise that a folder is named after, or nothing."""
        return self._called(folder)

    def in_pack(self, folders: Sequence[str], exercise: str) -> str:
        """The exercise of that name in the pack that one of the folders is named after; or else that exercise."""
        name = exercise.rpartition("/")[2]
        return next((each for each in (f"{folder}/{name}" for folder in folders) if each in self._packed), exercise)

    def is_general(self, folder: str) -> bool:
        """Whether a folder's name says what is in it, not whose it is."""
        return _key(folder) in self._about or _GENERAL.fullmatch(folder) is not None

    def is_about_itself(self, stem: str) -> bool:
        """Whether a file's name says that it is the solution, not of what."""
        return _key(stem) in _GENERAL_FILES

    def near(self, stem: str) -> str:
        """The exercise that may be meant, or nothing."""
        import difflib

        words = [
            _key(stem),
            *(_key(stem[place:]) for place in (found.end() for found in re.finditer(r"[_\-. ]", stem))),
        ]
        for word in words:
            close = difflib.get_close_matches(word, self._by_key, n=1, cutoff=0.8)
            if close and word:
                return self._by_key[close[0]]
        return ""

    def _exercise(self, stem: str) -> tuple[str, str]:
        """The exercise at the end of a name, and what stands before it."""
        whole = _COPY.sub("", stem)
        kind, base = base_of(from_file(whole.lower().replace("-", "_").replace(" ", "_")))
        if kind != SOLVE and _key(base) in self._by_key and _key(whole) not in self._by_key:
            return "", ""  # a debugging round, or tests
        starts = [0, *(found.end() for found in re.finditer(r"[_\-. ]+", whole))]
        for start in starts:
            if name := self._called(whole[start:]):
                before = whole[:start].strip("_-. ")
                pack = f"{before.lower()}/{name}"  # as in `acme_softmax`
                return (pack, "") if pack in self._packed else (name, before)
        return "", ""

    def _called(self, text: str) -> str:
        """The exercise of that name, or nothing. One in a pack has its file's name, ``acme__softmax``, or its own."""
        return self._by_key.get(_key(from_file(text))) or self._by_key.get(_key(text), "")


def numbered(found: Sequence[FileName]) -> Mapping[tuple[str, str], str]:
    """What to call each person of a name and a number: by the name alone, unless two numbers have it."""
    numbers: dict[str, set[str]] = {}
    for each in found:
        numbers.setdefault(each.person, set()).add(each.number)
    return {
        (each.person, each.number): f"{each.person} {each.number}" if len(numbers[each.person]) > 1 else each.person
        for each in found
    }


def _key(name: str) -> str:
    return re.sub(r"[\s_.\-]", "", name).lower()
