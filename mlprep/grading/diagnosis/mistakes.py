"""Which known mistakes explain the failures of code: as many as it takes, each with the failures that it explains.

Real code is wrong in two ways at once, so no mistake needs to explain every failure. It must give the code's own
results on some failing cases, and fail none of those that the code passes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from mlprep.grading.judging import crashes
from mlprep.grading.judging.case_plan import legibility, size
from mlprep.grading.judging.compare import leaves, same
from mlprep.grading.judging.conditions import Source
from mlprep.grading.judging.grader import Grader, Variant
from mlprep.grading.judging.judge import judge, run_here
from mlprep.grading.judging.model import Case, Failure, Judged, Outcome

_LEADING = 12  # failing cases of the part that is told first, and as many of the others, that a mistake is tried on
_SAMPLE = 3  # of each, on one of which it must agree before it is tried on the others
_PASSED = 60  # and cases that the code passes
_MOST = 3  # mistakes that are told
_PAIR = 2  # numbers; NaN agrees with NaN whatever it came from
_FEW = 3  # agreeing results of one or two whole numbers, fewer of which may be chance
_TINY = 3  # entries; on so small an input a mistake without a guard may break down where the code does not
_ENOUGH = 1 / 3  # of the leading failures; one that explains fewer may agree by chance, as where a variance is 1


class Found(NamedTuple):
    """A known mistake and the failures that it explains, the smallest first."""

    variant: Variant
    explained: tuple[Judged, ...]


def recognize(grader: Grader, source: Source, judged: Sequence[Judged], leading: str) -> list[Found]:
    """The known mistakes that explain failures, the first of them one of the part ``leading``."""
    failed = sorted((each for each in judged if each.failure is not None), key=legibility)
    compared = [each for each in failed if not each.case.lone or len(failed) == 1]
    lead = [each for each in compared if each.label == leading][:_LEADING]
    rest = [each for each in compared if each.label != leading][:_LEADING]
    passed = [each for each in judged if each.failure is None and not each.case.lone][:_PASSED]
    suspects = _by_kind(grader, source, failed, leading)
    for variant in grader.mistakes:
        if (
            variant.kind is None
            and variant.applies(source)
            and not _is_of_numpys(variant, source)
            and _may_explain(grader, variant, lead, rest)
        ):
            explained = [each for each in (*lead, *rest) if _gives_the_same(grader, variant, each)]
            if source.uses("torch") and not any(_has_more_in_common(grader, variant, each) for each in explained):
                continue
            if explained and not _contradicts(grader, variant, passed, explained):
                suspects.append(Found(variant, tuple(explained)))
                if len(explained) == len(lead) + len(rest):  # it explains everything, and more would be said of nothing
                    break
    return _fewest(suspects, lead or failed, leading)


def _is_of_numpys(variant: Variant, source: Source) -> bool:
    """Whether it is a slip that the code cannot have: one of somebody who comes from PyTorch, in PyTorch."""
    return "PyTorch" in variant.message and source.uses("torch")


def _may_explain(grader: Grader, variant: Variant, lead: Sequence[Judged], rest: Sequence[Judged]) -> bool:
    """Whether it agrees on one of a few cases. Most mistakes agree on none, and are done with quickly."""
    few = [*_spread(lead, _SAMPLE), *_spread(rest, _SAMPLE)]
    return any(_gives_the_same(grader, variant, each) for each in few)


def _spread(cases: Sequence[Judged], count: int) -> Sequence[Judged]:
    """So many of the cases, from the smallest to the largest."""
    return cases[:: -(-len(cases) // count)] if cases else cases


def agrees(grader: Grader, variant: Variant, each: Judged) -> bool:
    """Whether the mistake meets the same end on this case, for the same reason."""
    if variant.kind is not None:
        return each.failure is not None and each.failure.kind == variant.kind
    return _gives_the_same(grader, variant, each)


def _by_kind(grader: Grader, source: Source, failed: Sequence[Judged], leading: str) -> list[Found]:
    """Mistakes that values cannot tell, by the kind of failure and what is seen in the source."""
    found = []
    for variant in grader.mistakes:
        if variant.kind is not None:
            explained = tuple(each for each in failed if each.failure and each.failure.kind == variant.kind)
            told = [each for each in explained if each.label == leading]
            if told and variant.applies(source, told[0].failure):
                found.append(Found(variant, explained))
    return found


def _fewest(suspects: list[Found], lead: Sequence[Judged], leading: str) -> list[Found]:
    """A few mistakes that explain the most: each in turn the one that explains most of what is left."""
    chosen: list[Found] = []
    left = {id(each) for found in suspects for each in found.explained}

    def explains(found: Found) -> tuple[int, int]:
        """How many failures that are left: of the leading part, which must be explained first, and in all."""
        mine = [each for each in found.explained if id(each) in left]
        return (sum(each.label == leading for each in mine) if not chosen else 0), len(mine)

    suspects = [each for each in suspects if _tells(each.explained, lead)]
    first = [each for each in suspects if sum(one.label == leading for one in each.explained) >= _ENOUGH * len(lead)]
    while first if not chosen else suspects and len(chosen) < _MOST:
        best = max(suspects if chosen else first, key=explains)
        explained = tuple(each for each in best.explained if id(each) in left)
        if not explained:
            break
        left -= {id(each) for each in explained}
        told = [place for place, each in enumerate(chosen) if each.variant.message == best.variant.message]
        if told:  # the same mistake with another constant is told once
            earlier = chosen[told[0]]
            chosen[told[0]] = Found(earlier.variant, (*earlier.explained, *explained))
        else:
            chosen.append(Found(best.variant, explained))
    return chosen


def _tells(explained: Sequence[Judged], lead: Sequence[Judged]) -> bool:
    """Whether so many agreeing results are no coincidence: one of many digits or entries, or several that are not."""
    if len(explained) >= len(lead) or any(each.failure and each.failure.kind != "values" for each in explained):
        return True
    results = [leaves(each.got.value) for each in explained]
    rich = any(
        sum(int(np.isfinite(leaf).sum()) for leaf in found) > _PAIR
        or any(bool((np.isfinite(leaf) & (leaf != np.round(leaf))).any()) for leaf in found if leaf.dtype.kind == "f")
        for found in results
    )
    return rich or len(explained) >= max(_FEW, len(lead) / 2)


def _contradicts(grader: Grader, variant: Variant, passed: Sequence[Judged], explained: Sequence[Judged]) -> bool:
    """Whether it fails what the code passes.

    A mistake written without a guard may crash, warn or give NaN on a single entry that the code guards; that alone
    does not speak against it, if it gave the code's finite results elsewhere.
    """
    finite = any(_is_finite(each.got) for each in explained)
    for each in passed:
        failure, outcome = _tried(grader, variant, each.case, each.want)
        if failure is None or failure.kind == "calls":
            continue
        broke_down = failure.kind in ("crashed", "warning") or not _is_finite(outcome)
        if not (finite and broke_down and size(each.case) <= _TINY):
            return True
    return False


def _is_finite(outcome: Outcome) -> bool:
    return outcome.raised is None and all(
        bool(np.isfinite(leaf).all()) for leaf in leaves(outcome.value) if leaf.dtype.kind == "f"
    )


def _gives_the_same(grader: Grader, variant: Variant, each: Judged) -> bool:
    """Whether the mistake, run on this case, fails as the code does: with its values, or its exception.

    Kept with the outcome, which is that of many in a class.
    """
    assert each.failure is not None
    asked = variant.key, each.failure.kind
    if asked not in each.got.alike:
        each.got.alike[asked] = _fails_alike(grader, variant, each, each.failure)
    return each.got.alike[asked]


def _fails_alike(grader: Grader, variant: Variant, each: Judged, as_code: Failure) -> bool:
    failure, outcome = _tried(grader, variant, each.case, each.want)
    if failure is None or failure.kind != as_code.kind:
        return False
    if failure.kind == "crashed":
        return _same_crash(outcome, each.got)
    return failure.kind.startswith("property:") or same(each.got.value, outcome.value)


def _tried(grader: Grader, variant: Variant, case: Case, want: Outcome) -> tuple[Failure | None, Outcome]:
    """What the mistake makes of a case; the fixed cases are the same in every check, so each keeps the results."""
    if variant.key not in case.tried:
        outcome = run_here(grader, variant.module, case)
        case.tried[variant.key] = judge(grader, case, outcome, want), outcome
    return case.tried[variant.key]


def _has_more_in_common(grader: Grader, variant: Variant, each: Judged) -> bool:
    """Whether more agrees than that both raise an error of one type, each in words of its own.

    Code in PyTorch crashes where NumPy does not, and the other way round, so the type alone says little.
    """
    _, outcome = _tried(grader, variant, each.case, each.want)
    return outcome.raised is None or _message(outcome) == _message(each.got) or _are_alike(outcome, each.got)


def _are_alike(mistake: Outcome, answer: Outcome) -> bool:
    """Whether the errors are about the same, each in the words of NumPy or PyTorch."""
    return crashes.are_alike(_message(mistake), _message(answer))


def _message(outcome: Outcome) -> str:
    return str((outcome.raised or {}).get("message"))


def _same_crash(mistake: Outcome, answer: Outcome) -> bool:
    """The same exception for the same reason; the words of a ``raise`` in the code are its own."""
    theirs, mine = mistake.raised or {}, answer.raised or {}
    if _are_alike(mistake, answer):
        return True  # the types of PyTorch's errors are others
    if theirs.get("type") != mine.get("type"):
        return False
    frames = list(mine.get("frames") or [])
    deliberate = bool(frames) and re.search(r"\braise\b", str(frames[-1][2])) is not None
    return deliberate or _message(mistake) == _message(answer)
