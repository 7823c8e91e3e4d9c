"""Numbers and lists as they are written in a sentence. Every start of mlprep imports it, so it imports nothing."""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing, which takes 3 ms
if TYPE_CHECKING:
    from collections.abc import Sequence


def counted(number: int, what: str) -> str:
    """A number of things whose plural is regular: 1 check, 1,200 checks."""
    return f"{number:,} {what}{'s' * (number != 1)}"


def listed(words: Sequence[str], last: str) -> str:
    """Words in a row, with ``last`` before the last one: a, b or c."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
