"""The submissions in a folder: which file is whose solution of which exercise, and what could not be matched."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from mlprep.classroom.archives import Unpacking
from mlprep.classroom.file_names import FileName, Names, numbered
from mlprep.classroom.own_files import Helpers

_LITTER = frozenset(("__MACOSX", "__pycache__", "node_modules", "Thumbs.db", "desktop.ini"))


class Submission(NamedTuple):
    """One solution that was handed in. ``shown`` is its path below the folder, through zip files as well."""

    person: str
    exercise: str
    path: Path
    shown: str
    helpers: tuple[tuple[str, Path], ...] = ()  # the person's own modules that it may import


class Unmatched(NamedTuple):
    """A file that is not graded, and why."""

    path: str
    reason: str


@dataclass
class Found:
    """What is in the folder."""

    submissions: list[Submission] = field(default_factory=list)
    unmatched: list[Unmatched] = field(default_factory=list)


class _File(NamedTuple):
    folders: tuple[str, ...]
    name: str
    path: Path
    shown: str
    archive: str = ""  # the zip file that it was in, which may be one person's

    @property
    def stem(self) -> str:
        return os.path.splitext(self.name)[0]


def find(root: Path, spool: Path, names: Names) -> Found:
    """The submissions below ``root``, a folder or a zip file, in a fixed order. Zip files are unpacked in ``spool``."""
    found = Found()
    files = sorted(_files(root, Unpacking(spool), names, found), key=lambda each: each.shown)
    read = {file: _read(names, file) for file in files}
    shared = _shared_folders(read)
    helpers = Helpers((file.folders, file.shown, file.path) for file in files)
    whose: dict[_File, FileName] = {}
    for file, said in read.items():
        if not said.exercise:
            continue
        person = _person(names, file, said, in_names=file.shown[: -len(file.name)] in shared)
        if person is None:
            reason = "Nothing says whose it is. Put it into a folder with the person's name."
            found.unmatched.append(Unmatched(file.shown, reason))
        else:
            whose[file] = person
    called = numbered(list(whose.values()))
    owners = defaultdict(set)
    for file, person in whose.items():
        owners[file.folders].add((person.person, person.number))
    used: set[str] = set()
    for file, person in whose.items():
        name = called[person.person, person.number]
        alone = bool(file.folders) and len(owners[file.folders]) == 1
        own = helpers.of(file.folders, file.shown, file.path) if alone else ()
        used |= {shown for _, _, shown in own}
        kept = tuple((relative, path) for relative, path, _ in own)
        found.submissions.append(Submission(name, read[file].exercise, file.path, file.shown, kept))
    for file, said in read.items():
        if not said.exercise and file.shown not in used:
            near = names.near(file.stem)
            reason = "It is not named after an exercise." + (f" Did you mean {near}.py?" if near else "")
            found.unmatched.append(Unmatched(file.shown, reason))
    found.unmatched.sort()
    return found


def _read(names: Names, file: _File) -> FileName:
    """What a file's name tells, or else the folder that is named after an exercise."""
    said = names.read(file.stem)
    if said.exercise:
        return said._replace(exercise=names.in_pack(file.folders, said.exercise))
    folder = next((each for each in map(names.exercise_of_folder, reversed(file.folders)) if each), "")
    if folder and (names.is_about_itself(file.stem) or said.sure):
        return said._replace(exercise=folder)
    # softmax/ada.py: a folder for an exercise, and a file for each person
    if folder and len(file.folders) == 1 and names.exercise_of_folder(file.folders[-1]):
        return FileName(folder, file.stem)
    return said


def _shared_folders(read: dict[_File, FileName]) -> set[str]:
    """Folders in which files of one exercise have different people's names: there the names of the files count."""
    prefixes = defaultdict(set)
    for file, said in read.items():
        if said.exercise and said.person:
            prefixes[file.shown[: -len(file.name)], said.exercise].add(said.person)
    return {folder for (folder, _), people in prefixes.items() if len(people) > 1}


def _person(names: Names, file: _File, said: FileName, *, in_names: bool) -> FileName | None:
    """Whose it is: as a course system says, by the folder that bears a name, by the file's name, or by what is left."""
    if said.sure:
        return said
    for folder in file.folders:
        owner = names.owner(folder)
        if owner is not None:
            return owner
    if in_names and said.person:
        return said
    named = next((each for each in file.folders if not names.is_general(each)), "")
    if named:
        return FileName("", named)
    if said.person:
        return said
    if file.archive:
        return FileName("", file.archive)
    general = next((each for each in file.folders if not names.exercise_of_folder(each)), "")
    return FileName("", general) if general else None


def _files(root: Path, unpacking: Unpacking, names: Names, found: Found) -> Iterator[_File]:
    """Every Python file, in zip files too. What else there is, is noted in ``found``."""
    if root.is_file():
        yield from _unpacked(root, (), root.name, unpacking, names, found, single=True)
        return
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(each for each in folders if not _is_litter(each))
        relative = Path(folder).relative_to(root)
        parts = relative.parts
        for each in [each for each in folders if os.path.islink(os.path.join(folder, each))]:
            found.unmatched.append(Unmatched(str(relative / each), "It is a link to another folder."))
        zips = [name for name in files if name.lower().endswith(".zip")]
        for name in sorted(files):
            path, shown = Path(folder, name), (relative / name).as_posix()
            if _is_litter(name):
                continue
            if path.is_symlink():
                found.unmatched.append(Unmatched(shown, "It is a link to another file."))
            elif name.lower().endswith(".zip"):
                yield from _unpacked(path, parts, shown, unpacking, names, found, single=len(zips) == 1)
            elif name.lower().endswith(".py"):
                yield _File(parts, name, path, shown)
            else:
                found.unmatched.append(_other(shown))


def _unpacked(
    path: Path, parts: tuple[str, ...], shown: str, unpacking: Unpacking, names: Names, found: Found, *, single: bool
) -> Iterator[_File]:
    """What a zip file holds: the files of one person, or of many in folders of their own."""
    by_archive = defaultdict(list)
    for member in unpacking.members(path):
        whole = "/".join((shown, *member.inside, *member.parts))
        if member.problem:
            found.unmatched.append(Unmatched(whole, member.problem))
        elif any(map(_is_litter, member.parts)):
            continue
        elif member.path is None:
            found.unmatched.append(_other(whole))
        else:
            by_archive[member.inside].append((member.parts, member.path, whole))
    for inside, members in by_archive.items():
        stem = os.path.splitext((inside or (path.name,))[-1].rpartition("/")[2])[0]
        alone = single if not inside else len(by_archive) <= 1
        folders = _folders(stem, parts, [each[0][:-1] for each in members], names, single=alone)
        for (inner, real, whole), around in zip(members, folders, strict=True):
            yield _File(around, inner[-1], real, whole, stem)


def _folders(
    stem: str, parts: tuple[str, ...], inner: Sequence[tuple[str, ...]], names: Names, *, single: bool
) -> list[tuple[str, ...]]:
    """The folders that each file of a zip file counts as being in."""
    within = {each for folders in inner for each in folders[:1]}
    deeper = {each for folders in inner for each in folders[1:2] if not names.is_general(each)}
    if len(within) == 1 and len(deeper) > 1:  # one folder around all of it
        inner = [folders[1:] for folders in inner]
    people = {next((each for each in folders if not names.is_general(each)), "") for folders in inner} - {""}
    if names.owner(stem) is not None or (len(people) <= 1 and not single and not names.is_general(stem)):
        return [(*parts, stem, *folders) for folders in inner]
    return [(*parts, *folders) for folders in inner]


def _other(shown: str) -> Unmatched:
    if shown.lower().endswith(".ipynb"):
        return Unmatched(shown, "It is a notebook. Ask for a Python file, or convert it with `jupyter nbconvert`.")
    return Unmatched(shown, "It is not a Python file or a zip file.")


def _is_litter(name: str) -> bool:
    return name.startswith(".") or name in _LITTER
