"""What an error is about, in NumPy's words or PyTorch's: which sort it is, and which sizes do not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations, zip_longest

Fact = tuple[object, ...]  # the sort first, then the sizes
_Match = re.Match[str]


def facts(message: str) -> frozenset[Fact]:
    """What an error says, the same for both libraries. NumPy names all shapes and PyTorch two sizes, so it is a set."""
    return frozenset(fact for sort, pattern, details in _ERRORS for found in re.finditer(pattern, message)
                     for fact in ((sort, *each) for each in details(found)))  # fmt: skip


def is_about(message: str, sort: str) -> bool:
    """Whether an error is of that sort, such as "broadcast"."""
    return any(fact[0] == sort for fact in facts(message))


def are_alike(one: str, other: str) -> bool:
    """Whether two errors say the same, each in the words of its library."""
    return not facts(one).isdisjoint(facts(other))


def _shapes(text: str) -> list[tuple[int, ...]]:
    """The shapes in a text, written as ``(2,3)`` or ``[2, 3]``."""
    found = re.findall(r"[(\[]((?:(?:\d+|newaxis),? ?)*)[)\]]", text.replace("newaxis", "1"))
    return [tuple(map(int, re.findall(r"\d+", each))) for each in found]


def _clash(one: tuple[int, ...], other: tuple[int, ...]) -> Iterator[Fact]:
    """The last dimension at which two shapes do not broadcast, and the sizes there."""
    last = max(len(one), len(other)) - 1
    for back, sizes in enumerate(zip_longest(reversed(one), reversed(other), fillvalue=1)):
        if 1 not in sizes and len({*sizes}) == 2:
            yield last - back, frozenset(sizes)
            return


def _of_two(found: _Match) -> Iterator[Fact]:
    """The sizes that a mask, or a concatenation, would have the same."""
    yield (frozenset(map(int, found.groups())),)


def _of_product(found: _Match) -> Iterator[Fact]:
    """The last size of the left, and the one of the right that it would be."""
    sizes = found.groupdict()
    if sizes["left"] != sizes["right"]:
        yield int(sizes["left"]), int(sizes["right"])


def _of_shapes(found: _Match) -> Iterator[Fact]:
    for one, other in combinations(_shapes(found[1]), 2):
        yield from _clash(one, other)


def _of_remapped(found: _Match) -> Iterator[Fact]:
    for one, other in combinations(_shapes(re.sub(r"\([\d,]*\)->", "", found[1])), 2):
        yield from _clash(one, other)


def _of_summed(found: _Match) -> Iterator[Fact]:
    yield from ((sizes,) for _, sizes in _of_remapped(found))


def _of_filled(found: _Match) -> Iterator[Fact]:
    one, other = (_shapes(f"({each})")[0] for each in found.groups())
    yield from _clash(one, other)


def _of_place(found: _Match) -> Iterator[Fact]:
    """The sizes that PyTorch names, and at which dimension."""
    yield int(found[3]), frozenset((int(found[1]), int(found[2])))


def _of_reshape(found: _Match) -> Iterator[Fact]:
    yield int(found["size"]), tuple(int(each) for each in re.findall(r"(?<!-)\b\d+", found["shape"]))


def _of_mask(found: _Match) -> Iterator[Fact]:
    mask, given = _shapes(f"[{found[1]}]")[0], _shapes(f"[{found[3]}]")[0]
    yield (frozenset((mask[int(found[2])], given[int(found[4])])),)


def _of_range(found: _Match) -> Iterator[Fact]:
    yield int(found[2]), int(found[1]) + 1


def _of_numbers(found: _Match) -> Iterator[Fact]:
    yield tuple(int(each) for each in found.groups())


def _of_words(found: _Match) -> Iterator[Fact]:
    yield found.groups()


def _of_both(found: _Match) -> Iterator[Fact]:
    yield tuple(map(tuple, _shapes(found[1])))


_ERRORS: tuple[tuple[str, str, Callable[[_Match], Iterator[Fact]]], ...] = (
    ("broadcast", r"operands could not be broadcast together with shapes (.*)", _of_shapes),
    ("broadcast", r"could not be broadcast together with remapped shapes \[original->remapped\]: (.*?)(?: +and |$)",
     _of_remapped),
    ("broadcast", r"tensor a \((\d+)\) must match the size of tensor b \((\d+)\) at non-singleton dimension (\d+)",
     _of_place),
    ("broadcast", r"output (?:operand )?with shape (.*)", _of_both),
    ("fill", r"could not broadcast input array from shape \((.*?)\) into shape \((.*?)\)", _of_filled),
    ("fill", r"value (?:array|tensor) of shape .(.*?). (?:could not|cannot) be broadcast to .* of shape .(.*?)[)\]]",
     _of_filled),
    ("fill", r"cannot assign (\d+) input values to the (\d+) output values", _of_filled),
    ("fill", r"remapped\]: \(([\d,]*)\)  and requested shape \(([\d,]*)\)", _of_filled),
    ("fill", r"tensor \((\d+)\) must match the existing size \((\d+)\) at non-singleton dimension (\d+)", _of_place),
    ("product", r"core dimension .*\(size (?P<right>\d+) is different from (?P<left>\d+)\)", _of_product),
    ("product", r"not aligned: (?P<left>\d+) \(dim \d+\) != (?P<right>\d+) ", _of_product),
    ("product", r"shapes cannot be multiplied \(\d+x(?P<left>\d+) and (?P<right>\d+)x\d+\)", _of_product),
    ("product", r"size mismatch, got input \(\d+\), mat \(\d+x(?P<left>\d+)\), vec \((?P<right>\d+)\)", _of_product),
    ("product", r"inconsistent tensor size, .* but got (?P<left>\d+) and (?P<right>\d+) elements", _of_product),
    ("product", r"of batch2 tensor to be: \[\d+, (?P<left>\d+)\] but got: \[\d+, (?P<right>\d+)\]", _of_product),
    ("einsum", r"subscript \w+ has size (\d+) for operand \d+ which does not broadcast with .* size (\d+)", _of_two),
    ("einsum", r"\[original->remapped\]: (?!.*requested)(.*)", _of_summed),
    ("reshape", r"cannot reshape array of size (?P<size>\d+) into shape \((?P<shape>.*?)\)", _of_reshape),
    ("reshape", r"shape '\[(?P<shape>.*?)\]' is invalid for input of size (?P<size>\d+)", _of_reshape),
    ("concatenation", r"dimension \d+, the array at index 0 has size (\d+) and the array at index \d+ has size (\d+)",
     _of_two),
    ("concatenation", r"except in dimension \d+\. Expected size (\d+) but got size (\d+)", _of_two),
    ("concatenation of axes", r"at index 0 has (\d+) dimension\(s\) and the array at index \d+ has (\d+)", _of_two),
    ("concatenation of axes", r"same number of dimensions: got (\d+) and (\d+)", _of_two),
    ("stack", r"all input arrays must have the same shape|stack expects each tensor to be equal size", _of_words),
    ("index", r"index (-?\d+) is out of bounds for (?:axis|dimension) \d+ with size (\d+)", _of_numbers),
    ("index", r"tried to access index (-?\d+) on a tensor of (\d+) elements", _of_numbers),
    ("indices", r"indexing (?:arrays|tensors) could not be broadcast together with shapes (.*)", _of_both),
    ("indices", r"too many indices for (?:array: array is|tensor of dimension) (\d+)", _of_numbers),
    ("index dtype", r"(?:arrays|tensors) used as indices must be", _of_words),
    ("mask", r"size of axis is (\d+) but size of corresponding boolean axis is (\d+)", _of_two),
    ("mask", r"mask \[(.*?)\] at index (\d+) does not match the shape of the indexed tensor \[(.*?)\] at index (\d+)",
     _of_mask),
    ("axis", r"axis (-?\d+) is out of bounds for array of dimension (\d+)", _of_numbers),
    ("axis", r"expected to be in range of \[-\d+, (\d+)\], but got (-?\d+)", _of_range),
    ("nothing", r"zero-size array to reduction operation (max|min)imum", _of_words),
    ("nothing", r"attempt to get (argmax|argmin) of an empty", _of_words),
    ("nothing", r"\ba?((?:arg)?m(?:ax|in))\(\): Expected reduction dim", _of_words),
    ("kth", r"\bkth\(|selected index k out of range", _of_words),
    ("truth value", r"truth value of an array|Boolean value of Tensor", _of_words),
    ("scalar", r"be converted to (?:Python scalars|Scalar)|array of size 1 to a Python scalar", _of_words),
    ("memory", r"MemoryError|Unable to allocate|can't allocate memory", _of_words),
    ("no axes", r"unsized object|(?:iteration over|len\(\) of) a 0-d (?:array|tensor)", _of_words),
    ("singular", r"Singular matrix|input matrix is singular", _of_words),
    ("definite", r"not positive[- ]definite", _of_words),
)  # fmt: skip
