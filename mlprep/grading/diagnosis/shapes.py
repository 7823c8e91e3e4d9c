"""A generic reading of results of the wrong shape, and of shapes that did not fit one another on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlprep.grading.diagnosis import torch_words
from mlprep.grading.judging.compare import as_array, leaves
from mlprep.grading.judging.model import Judged

Shape = tuple[int, ...]

_KEEPDIMS = (
    "a sum, mean or maximum has lost its axis: pass keepdims=True, so that it broadcasts along the axis it came from"
)

_IN_PLACE = re.compile(r"output (?:operand )?with shape .([\d, ]*). doesn't match the broadcast shape .([\d, ]*)")


def read(judged: Judged) -> str | None:
    """A sentence on what the shape, or the crash over one, looks like; None if it looks like nothing in particular."""
    assert judged.failure is not None
    if judged.failure.kind == "crashed" and judged.got.raised is not None:
        return _of_crash(str(judged.got.raised["message"]))
    got, want = as_array(judged.failure.detail.get("got")), as_array(judged.failure.detail.get("want"))
    if judged.failure.kind != "shape" or got is None or want is None:
        return None
    return _of_shapes(got.shape, want.shape, [array.shape for array in leaves([judged.case.args, judged.case.kwargs])])


def _of_shapes(got: Shape, want: Shape, given: list[Shape]) -> str | None:
    if got in {_broadcast(want, short) for short in _reduced(want)} - {want, None}:
        return f"Broadcasting made {got} of it: {_KEEPDIMS}."
    for shape in given:
        for kept in (False, True):
            by_axis = dict(enumerate(_reduced(shape, kept)))
            asked = [axis for axis, left in by_axis.items() if left == want]
            came = [axis for axis, left in by_axis.items() if left == got]
            if asked and came:
                return (
                    f"It was reduced along axis {came[0]} of the {shape} input; axis {asked[0]} is the one to reduce."
                )
    if len(want) == 1 and got == want * 2:
        return f"Shapes {(*want, 1)} and {want} broadcast to {got}. Perhaps one array has an axis too many."
    if len(got) > 1 and got != want and sorted(got) == sorted(want):
        return f"The axes are in another order: {got}, where {want} is expected."
    if got == () and max(want, default=1) > 1:
        return "One number came back: it was taken over the whole array, and an axis is meant."
    if want == () and got in given and max(got, default=1) > 1:
        return "Every entry has a result of its own, and one number for all is expected. Is a sum or mean missing?"
    return None


def _of_crash(message: str) -> str | None:
    shapes = re.search(r"broadcast.* shapes \(([\d,]*)\) \(([\d,]*)\)", message)
    if shapes:
        one, other = (tuple(int(n) for n in each.split(",") if n) for each in shapes.groups())
        if other in _reduced(one) or one in _reduced(other):
            return f"The shapes {one} and {other} do not broadcast. Perhaps {_KEEPDIMS}."
    in_place = _IN_PLACE.search(message)
    if in_place:
        kept, made = (tuple(int(n) for n in re.findall(r"\d+", each)) for each in in_place.groups())
        return (
            f"An operation in place keeps the shape of what it changes, and with the other operand {kept} would become "
            f"{made}. Perhaps one of the two lacks an axis, or has one too many."
        )
    if "mismatch in its core dimension" in message or "not aligned" in message:
        return (
            "In a matrix product the last axis of the left and the last but one of the right have the same length: "
            "is a transpose missing, or one too many?"
        )
    return torch_words.of_crash(message)


def _reduced(shape: Shape, keepdims: bool = False) -> Iterator[Shape]:
    """What a reduction along each axis leaves of the shape."""
    for axis in range(len(shape)):
        yield (*shape[:axis], *((1,) if keepdims else ()), *shape[axis + 1 :])


def _broadcast(one: Shape, other: Shape) -> Shape | None:
    """The shape of the two together, or None if they do not fit; NumPy's own raises, which is slower to ask."""
    longest = max(len(one), len(other))
    pairs = zip((1,) * (longest - len(one)) + one, (1,) * (longest - len(other)) + other, strict=True)
    found = [max(a, b) if 1 in (a, b) or a == b else None for a, b in pairs]
    return None if None in found else tuple(n for n in found if n is not None)
