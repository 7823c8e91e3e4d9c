"""Shapes of arrays: broadcasting, reshaping, indexing, joining, reducing, matrix products."""

from __future__ import annotations

from math import prod
from random import Random

from mlprep import phrases
from mlprep.grading.questions.quiz.drawn import Drawn, makes, shape, shape_of, tupled


def _dims(rng: Random, count: int, low: int = 2, high: int = 6) -> list[int]:
    """Lengths that differ from each other, so that no two axes look alike."""
    return rng.sample(range(low, high + 1), count)


@makes("broadcasting")
def broadcasting(rng: Random) -> Drawn:
    """Two arrays are added; or a mean is subtracted; or new axes make a table of pairs."""
    case = rng.randrange(5)
    if case == 0:
        return _mean_subtracted(rng)
    if case == 1:
        return _pairs(rng)
    full = _dims(rng, rng.choice((2, 3, 3, 4)))
    first, second = [list(full) for _ in range(2)]
    for place in range(len(full)):
        keep = rng.randrange(3)
        if keep != 2:
            (first, second)[keep][place] = 1
    del second[: rng.randrange(len(full))]
    if rng.random() < 0.35:
        place = rng.randrange(1, len(second) + 1)
        first[-place], second[-place] = _dims(rng, 2)
    if rng.random() < 0.5:
        first, second = second, first
    sign = rng.choice("+-*")
    code = f"a = np.ones({tupled(first)})\nb = np.ones({tupled(second)})\na {sign} b"
    return shape(code, _aligned(first, second), shapes=(tuple(first), tuple(second)))


def _mean_subtracted(rng: Random) -> Drawn:
    rows, columns = _dims(rng, 2, 3, 8)
    axis, keep = rng.randrange(2), rng.random() < 0.4
    mean = f"X.mean(axis={axis}{', keepdims=True' if keep else ''})"
    code = f"X = np.ones({tupled((rows, columns))})\nX - {mean}"
    reduced = [rows, columns]
    if keep:
        reduced[axis] = 1
    else:
        del reduced[axis]
    told = f"{mean} has shape {tupled(reduced)}. " + _aligned([rows, columns], reduced)
    return shape(code, told, shapes=((rows, columns), tuple(reduced)))


def _pairs(rng: Random) -> Drawn:
    n, m, d = _dims(rng, 3, 2, 7)
    vectors = rng.random() < 0.5
    given = ((n, d), (m, d)) if vectors else ((n,), (m,))
    index = rng.choice(((":, None", "None"), ("None", ":, None"), (":, None", ":, None")))
    code = f"a = np.ones({tupled(given[0])})\nb = np.ones({tupled(given[1])})\na[{index[0]}] - b[{index[1]}]"
    shapes = [
        (side[0], 1, *side[1:]) if each == ":, None" else (1, *side) for side, each in zip(given, index, strict=True)
    ]
    told = f"None adds an axis of length 1: {tupled(shapes[0])} and {tupled(shapes[1])}. " + _aligned(
        *map(list, shapes)
    )
    return shape(code, told, shapes=tuple(shapes))


def _aligned(first: list[int], second: list[int]) -> str:
    """How two shapes are broadcast, axis by axis."""
    length = max(len(first), len(second))
    one, two = ([1] * (length - len(each)) + each for each in (first, second))
    said = "Align the shapes from the right"
    said += (
        f"; the shorter one gets ones in front: {tupled(one)} and {tupled(two)}." if len(first) != len(second) else "."
    )
    for a, b in zip(one[::-1], two[::-1], strict=True):
        if a != b and 1 not in (a, b):
            return f"{said} {a} meets {b}. They differ and neither is 1, so NumPy raises ValueError."
    result = [max(a, b) for a, b in zip(one, two, strict=True)]
    return f"{said} Lengths are equal or one of them is 1, which stretches: {tupled(result)}."


@makes("reshaping")
def reshaping(rng: Random) -> Drawn:
    """Two or three of reshape, transpose, swapaxes, moveaxis, squeeze and new axes in a row."""
    dims = _dims(rng, 3, 2, 5)
    code = f"x = np.ones({tupled(dims)})"
    told = []
    for _ in range(rng.choice((2, 2, 3))):
        step, why = _step(rng, dims)
        code = f"{code}\nx = {step}"
        found = shape_of(code)
        told.append(f"{step}: {why}, {'an error' if found is None else tupled(found)}.")
        if found is None:
            break
        dims = list(found)
    return shape(code, " ".join(told), of="x")


def _step(rng: Random, dims: list[int]) -> tuple[str, str]:
    """One change of shape, and what it does."""
    count = len(dims)
    options = [("x[None]", "an axis of length 1 in front"), ("x[..., None]", "an axis of length 1 at the end")]
    if count >= 2:
        first, second = rng.sample(range(count), 2)
        order = rng.sample(range(count), count)
        kept = rng.choice(dims)
        options += [
            ("x.T", "all axes in reverse order"),
            (f"x.swapaxes({first}, {second})", f"axes {first} and {second} trade places"),
            (f"x.transpose({', '.join(map(str, order))})", f"new axis i is old axis {tupled(order)}[i]"),
            (f"np.moveaxis(x, {first}, {second})", f"axis {first} becomes axis {second}, the others keep their order"),
            (f"x.reshape({kept}, -1)", f"{prod(dims)} entries in {kept} rows"),
            (f"x.reshape(-1, {dims[-1]})", f"{prod(dims)} entries in rows of {dims[-1]}"),
            ("x.reshape(-1)", f"all {prod(dims)} entries in one axis"),
        ]
        wrong = next(each for each in (7, 11, 13) if prod(dims) % each)
        if rng.random() < 0.25:
            options = [(f"x.reshape(-1, {wrong})", f"{prod(dims)} entries do not divide by {wrong}")]
    if 1 in dims:
        options.append(("x.squeeze()", "axes of length 1 go away"))
    return rng.choice(options)


@makes("indexing")
def indexing(rng: Random) -> Drawn:
    """An index made of integers, slices, None, an ellipsis, a list or a mask."""
    dims = _dims(rng, 3, 4, 8)
    case = rng.randrange(6)
    if case == 0:
        return _mask(rng, dims)
    if case == 1:
        return _two_lists(rng)
    parts, told, lists = [], [], 0
    for axis, length in enumerate(dims[: rng.choice((2, 3, 3))]):
        part, why = _index_part(rng, length, allow_list=not lists)
        lists += part.startswith("[")
        parts.append(part)
        told.append(f"{part} on axis {axis} {why}.")
    if lists and any(part.isdigit() or part == "-1" for part in parts):
        # An integer beside a list counts as a list too; where they stand apart, their axis moves to the front.
        parts = [part if not part.startswith("[") else "1:3" for part in parts]
        told = [f"{part} on axis {place} {_why(part, dims[place])}." for place, part in enumerate(parts)]
    if rng.random() < 0.3:
        place = rng.randrange(len(parts) + 1)
        if not any(part.startswith("[") for part in parts):
            parts.insert(place, "None")
            told.append("None adds an axis of length 1.")
    if len([part for part in parts if part != "None"]) < len(dims):
        told.append("Axes without an index stay whole.")
    code = f"x = np.ones({tupled(dims)})\nx[{', '.join(parts)}]"
    return shape(code, f"{' '.join(told)} {_given(code)}")


def _index_part(rng: Random, length: int, *, allow_list: bool) -> tuple[str, str]:
    start = rng.randrange(length - 1)
    stop = rng.randrange(start + 1, length + 1)
    options = [
        ":",
        str(rng.randrange(length)),
        "-1",
        f"{start}:{stop}",
        f"{start}:",
        f":{stop}",
        "::2",
        f"1:{length + 3}",
    ]
    if allow_list:
        options.append("[0, 2, 1]" if rng.random() < 0.5 else "[0, 0]")
    part = rng.choice(options)
    return part, _why(part, length)


def _why(part: str, length: int) -> str:
    if part.startswith("["):
        return f"keeps {part.count(',') + 1}"
    if ":" not in part:
        return "drops it"
    kept = len(range(*slice(*(int(each) if each else None for each in part.split(":"))).indices(length)))
    return f"keeps {kept} of {length}"


def _mask(rng: Random, dims: list[int]) -> Drawn:
    rows, columns = dims[:2]
    kept = rng.randrange(1, rows)
    if rng.random() < 0.5:
        code = f"x = np.ones({tupled((rows, columns))})\nmask = np.arange({rows}) < {kept}\nx[mask]"
        told = f"The mask has {kept} true entries, one for each row that stays: {tupled((kept, columns))}."
    else:
        code = f"x = np.arange({rows * columns}).reshape({rows}, {columns})\nx[x < {kept * 3}]"
        told = (
            "A mask of x's own shape picks single entries into one "
            f"axis; {min(kept * 3, rows * columns)} are below {kept * 3}."
        )
    return shape(code, f"{told} {_given(code)}")


def _two_lists(rng: Random) -> Drawn:
    n, classes = _dims(rng, 2, 3, 8)
    labels = [rng.randrange(classes) for _ in range(n)]
    if rng.random() < 0.5:
        code = f"p = np.ones({tupled((n, classes))})\ny = np.array({labels})\np[np.arange({n}), y]"
        told = f"Two index arrays go in pairs, one entry for each row: ({n},)."
    else:
        code = f"p = np.ones({tupled((n, classes))})\ny = np.array({labels})\np[:, y]"
        told = f"The slice keeps all {n} rows, and every row gives {n} columns, one for each label: ({n}, {n})."
    return shape(code, told)


@makes("joining")
def joining(rng: Random) -> Drawn:
    """stack, concatenate, vstack, hstack, and repeats of them."""
    rows, columns = _dims(rng, 2, 2, 7)
    count, axis = rng.choice((2, 3)), rng.randrange(2)
    case = rng.randrange(6)
    one = tupled((rows, columns))
    head = f"a = np.ones({one})"
    if case == 0:
        axis = rng.randrange(-1, 3)
        code = f"{head}\nnp.stack([{', '.join('a' * count)}], axis={axis})"
        told = f"stack adds an axis of length {count}, at position {axis}."
    elif case == 1:
        code = f"{head}\nnp.concatenate([{', '.join('a' * count)}], axis={axis})"
        told = f"concatenate adds no axis: axis {axis} becomes {count} times as long."
    elif case == 2:
        other = [rows, columns]
        other[axis] = rng.choice([each for each in range(2, 8) if each != other[axis]])
        along = rng.randrange(2)
        code = f"{head}\nb = np.ones({tupled(other)})\nnp.concatenate([a, b], axis={along})"
        fits = "All other axes fit, so the lengths add up."
        fails = f"Only the axis that is joined may differ, and axis {axis} does."
        told = fits if along == axis else fails
    elif case == 3:
        name = rng.choice(("vstack", "hstack"))
        code = f"v = np.ones({columns})\nnp.{name}([{', '.join('v' * count)}])"
        told = "vstack makes each vector a row first." if name == "vstack" else "hstack joins vectors end to end."
    elif case == 4:
        times = rng.choice((2, 3))
        code = f"{head}\nnp.repeat(a, {times}, axis={axis})"
        told = f"repeat makes axis {axis} {times} times as long."
    else:
        first, second = rng.choice((2, 3)), rng.choice((2, 3))
        code = f"{head}\nnp.tile(a, ({first}, {second}))"
        told = f"tile puts {first} copies below each other and {second} beside each other."
    return shape(code, f"{told} {_given(code)}")


def _given(code: str) -> str:
    found = shape_of(code)
    return "NumPy raises ValueError." if found is None else f"The result has shape {tupled(found)}."


@makes("reductions")
def reductions(rng: Random) -> Drawn:
    """sum, mean, max or argmax over one or two axes, with and without keepdims."""
    dims = _dims(rng, rng.choice((2, 3, 3)))
    name = rng.choice(("sum", "mean", "max", "argmax"))
    keep = rng.random() < 0.4 and name != "argmax"
    axes: int | tuple[int, ...] = rng.randrange(-1, len(dims))
    if name != "argmax" and len(dims) == 3 and rng.random() < 0.35:
        axes = tuple(sorted(rng.sample(range(3), 2)))
    reduced = f"x.{name}(axis={axes}{', keepdims=True' if keep else ''})"
    gone = [each % len(dims) for each in ((axes,) if isinstance(axes, int) else axes)]
    verb = {(1, True): "stays", (2, True): "stay", (1, False): "goes", (2, False): "go"}[len(gone), keep]
    told = f"Ax{'i' if len(gone) == 1 else 'e'}s {phrases.listed([str(each) for each in gone], 'and')} {verb}"
    told += " with length 1" if keep else " away"
    after = [1 if place in gone else each for place, each in enumerate(dims) if keep or place not in gone]
    told += f": {tupled(after)}."
    code = f"x = np.ones({tupled(dims)})\n"
    if rng.random() < 0.35:
        code += f"x / {reduced}"
        told = f"{told} Then x is divided by it. {_aligned(dims, after)}"
    else:
        code += reduced
    return shape(code, told, dims=tuple(dims), axes=tuple(gone), keep=keep)


@makes("matrix-products")
def matrix_products(rng: Random) -> Drawn:
    """The shape of a product with @: matrices, vectors, batches."""
    m, k, n, b, c = _dims(rng, 5, 2, 7)
    pairs = [
        ((m, k), (k, n), "The inner lengths agree and go away."),
        ((m, k), (n, k), f"The last axis of the first, {k}, must equal the next to last of the second, {n}."),
        ((m, k), (k,), "A vector on the right is a column, whose axis goes away again."),
        ((k,), (k, n), "A vector on the left is a row, whose axis goes away again."),
        ((k,), (k,), "Two vectors give their dot product, a number."),
        ((b, m, k), (k, n), "One matrix serves the whole batch."),
        ((b, m, k), (b, k, n), "Leading axes are the batch, the last two are matrices."),
        ((b, 1, m, k), (c, k, n), "The batch axes are broadcast, the last two are matrices."),
        ((b, m, k), (c, k, n), f"The batch axes {b} and {c} do not broadcast."),
        ((b, m, k), (b, n, k), f"The last axis of the first, {k}, must equal the next to last of the second, {n}."),
    ]
    first, second, told = rng.choice(pairs)
    code = f"a = np.ones({tupled(first)})\nb = np.ones({tupled(second)})\na @ b"
    return shape(code, f"{told} {_given(code)}", shapes=(first, second))
