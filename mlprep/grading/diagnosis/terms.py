"""A reading of wrong values as a term that is missing, that comes twice, or that has the wrong sign.

The difference between a result and the expected one is compared with what formulas are made of: the arguments, their
squares, logarithms and products, and the sums and means of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

import numpy as np

from mlprep.grading.diagnosis.likeness import Readings, broadcasts_to, near
from mlprep.grading.judging.compare import Array

Term = tuple[str, Array]

_MOST_TERMS = 600  # some 5 ms
_MOST_ENTRIES = 400  # of an argument: larger cases only repeat what small ones tell
_STEEP = 30.0  # beyond which exp and its kin lose every other term

_MULTIPLES = (
    (1.0, "plus {}."),
    (-1.0, "minus {}. Is that term missing?"),
    (2.0, "plus twice {}. Does that term have the wrong sign?"),
    (-2.0, "minus twice {}. Does that term have the wrong sign?"),
    (0.5, "plus half of {}."),
    (-0.5, "minus half of {}."),
)


def read(got: Array, want: Array, named: Mapping[str, Array]) -> Readings:
    """By which term of the arguments the result differs from the expected one, where one fits."""
    off = got - want
    largest = float(np.abs(off).max())
    if largest <= 1e-6 * float(np.abs(want).max()):
        return
    for words, term in islice(_terms(named, want.shape), _MOST_TERMS):
        size = float(np.abs(term).max())
        if not 0.4 * largest < size < 2.1 * largest:  # no multiple that is told fits; this spares most of the work
            continue
        for multiple, said in _MULTIPLES:
            # A term that is all of the expected result, or a constant, has better readings.
            if near(multiple * term + want, got) and not near(np.abs(term), np.abs(want)) and not _is_constant(term):
                yield f"{multiple:+g} {words}", f"Your result is the expected one {said.format(words)}"


def _is_constant(term: Array) -> bool:
    return term.size > 1 and bool((term == term.flat[0]).all())


def _terms(named: Mapping[str, Array], shape: tuple[int, ...]) -> Iterator[Term]:
    """Every term that has the result's shape, the simplest first."""
    small = {name: array for name, array in named.items() if array.size <= _MOST_ENTRIES}
    for words, form in _forms(small):
        yield from _of_shape(words, form, shape)
    for words, form in _matrix_products(small):
        yield from _of_shape(words, form, shape)


def _forms(named: Mapping[str, Array]) -> Iterator[Term]:
    """Arguments and functions of them, alone and times another argument."""
    for name, array in named.items():
        yield from _functions(name, array)
    for name, array in named.items():
        for words, form in _functions(name, array):
            for other, factor in named.items():
                if other != name and _fit(form, factor):
                    yield f"{words} * {other}", form * factor
                    if array.ndim and ((factor >= 0) & (factor <= 1)).all():
                        yield f"{words} * (1 - {other})", form * (1.0 - factor)


def _functions(name: str, array: Array) -> Iterator[Term]:
    yield name, array
    yield f"{name}**2", array**2
    if (array < 0).any():
        yield f"|{name}|", np.abs(array)
        yield f"max({name}, 0)", np.maximum(array, 0.0)
    if np.abs(array).max() < _STEEP:
        yield f"exp({name})", np.exp(array)
        yield f"log(1 + exp({name}))", np.logaddexp(0.0, array)
        yield f"log(1 + exp(-{name}))", np.logaddexp(0.0, -array)
    if (array > 0).all():
        yield f"log({name})", np.log(array)
        if (array < 1).all():
            yield f"log(1 - {name})", np.log1p(-array)


def _matrix_products(named: Mapping[str, Array]) -> Iterator[Term]:
    for one, a in named.items():
        if a.ndim != 2:
            continue
        for other, b in named.items():
            if b.ndim in (1, 2) and b.shape[0] == a.shape[0]:
                yield f"{one}.T @ {other}", a.T @ b
                yield f"{one}.T @ {other} / {a.shape[0]}", a.T @ b / a.shape[0]
            if b.ndim in (1, 2) and b.shape[0] == a.shape[1]:
                yield f"{one} @ {other}", a @ b


def _of_shape(words: str, form: Array, shape: tuple[int, ...]) -> Iterator[Term]:
    """The form itself where it has the result's shape, or its sums and means that have it."""
    if form.shape == shape:
        yield words, form
    elif form.ndim < len(shape) and broadcasts_to(form.shape, shape):
        yield words, np.broadcast_to(form, shape)
    elif shape == () and form.ndim:
        yield f"the mean of {words}", form.mean()
        yield f"the sum of {words}", form.sum()
    elif form.ndim == len(shape) + 1:
        for axis in range(form.ndim):
            if form.shape[:axis] + form.shape[axis + 1 :] == shape:
                yield f"the mean of {words} along axis {axis}", form.mean(axis=axis)
                yield f"the sum of {words} along axis {axis}", form.sum(axis=axis)


def _fit(one: Array, other: Array) -> bool:
    return one.shape == other.shape or one.ndim == 0 or other.ndim == 0
