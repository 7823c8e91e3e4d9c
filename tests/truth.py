"""Whether what a diagnosis says of the code is so, as far as names of constructs can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlprep.grading.judging.conditions import Source

_CALLS = re.compile(r"\bnp\.([\w.]+)|\bmath\.(\w+)")
_KEYWORDS = re.compile(r"\b(kind|ddof|keepdims|axis|out|dtype)=")
_ACCUSES = re.compile(r"^(Also: )?(You|Your|np\.)\b")
_COMPARED = re.compile(r"\([^)]*\)|, as [^,.]*")  # "as np.tile does" compares, and so do most parentheses
_WORDS = {
    "sort": ("sort", "argsort", "sorted", "lexsort", "argpartition", "partition", "unique", "heapq", "nlargest"),
    "loop": (),
    "transpose": ("T", "transpose", "swapaxes", "moveaxis", "einsum", "permute_dims", "mT", "matrix_transpose"),
}


def untrue(text: str, code: str, entry: tuple[str, ...]) -> Iterator[str]:
    """The constructs that a diagnosis's first sentence says are in the code, and are not."""
    first = _COMPARED.sub("", re.split(r"(?<=[.:;]) ", text)[0])
    if not _ACCUSES.match(first):
        return
    source = Source(code, entry)
    for match in _CALLS.finditer(first):
        name = (match[1] or match[2]).rpartition(".")[2]
        if not source.uses(name):
            yield match[0]
    for match in _KEYWORDS.finditer(first):
        if not source.uses(match[0]):
            yield match[0]
    for word, names in _WORDS.items():
        if re.search(rf"\b[Yy]our {word}\b", first) and not (
            source.has_loop() if word == "loop" else source.uses(*names)
        ):
            yield f"your {word}"
