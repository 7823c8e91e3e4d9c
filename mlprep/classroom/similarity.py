"""Submissions of one exercise that are more alike than chance explains.

Short exercises look alike when everybody is right. So what counts is structure that is rare: not in the reference
solution, its alternatives or known mistakes, and with few others in the class. Two submissions are pointed out if most
of what is rare in one of them is also in the other, and if that is more than a line or two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from mlprep.classroom.code_shape import Shape, shape_of, shapes_of_parts

_FEW = 3  # people who have it make a structure rare, or as many as this share of the class
_SHARE = 0.1
_RARE = 25  # rare structures that two must have in common: some three lines
_MOST = 0.75  # of the rare structures of the smaller one
_SHOWN = 40  # pairs


class Pair(NamedTuple):
    """Two submissions, by their paths, and where they are alike."""

    one: str
    other: str
    shared: int
    """Rare structures that both have."""
    of: int
    """Rare structures of the one that has fewer."""
    lines: tuple[frozenset[int], frozenset[int]]
    """Which lines of each are shared."""


class _Program(NamedTuple):
    path: str
    person: str
    shape: Shape
    rare: frozenset[int]


def expected(sources: Iterable[str], parts: Iterable[str]) -> frozenset[int]:
    """Structures that anybody may write: those of whole sources, and of each function in others."""
    shapes = [each for each in map(shape_of, sources) if each is not None]
    shapes += [each for source in parts for each in shapes_of_parts(source)]
    return frozenset(gram for each in shapes for gram in each)


def alike(submissions: Sequence[tuple[str, str, str]], usual: frozenset[int] = frozenset()) -> list[Pair]:
    """The pairs among submissions (path, person, source), the most striking first."""
    shapes = {path: shape_of(source) for path, _, source in submissions}
    people: dict[int, set[str]] = defaultdict(set)
    for path, person, _ in submissions:
        for gram in (shapes[path] or {}).keys() - usual:
            people[gram].add(person)
    class_size = len({person for _, person, _ in submissions})
    limit = max(_FEW, int(_SHARE * class_size))
    programs = [
        _Program(path, person, shape, frozenset(gram for gram in shape.keys() - usual if len(people[gram]) <= limit))
        for path, person, _ in submissions
        if (shape := shapes[path]) is not None
    ]
    pairs = []
    for (first, second), shared in _common(programs).items():
        one, other = programs[first], programs[second]
        of = min(len(one.rare), len(other.rare))
        if shared >= _RARE and shared >= _MOST * of:
            both = one.rare & other.rare
            pairs.append(Pair(one.path, other.path, shared, of, (_lines(one, both), _lines(other, both))))
    return sorted(pairs, key=lambda pair: (-pair.shared / pair.of, -pair.shared, pair))[:_SHOWN]


def _common(programs: Sequence[_Program]) -> Mapping[tuple[int, int], int]:
    """How many rare structures each two have in common; found by the structures, as most have none."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, program in enumerate(programs):
        for gram in program.rare:
            holders[gram].append(number)
    counts: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        for first, second in combinations(numbers, 2):
            if programs[first].person != programs[second].person:
                counts[first, second] += 1
    return counts


def _lines(program: _Program, shared: frozenset[int]) -> frozenset[int]:
    spans = (program.shape[gram] for gram in shared)
    return frozenset(line for first, last in spans for line in range(first, last + 1))
