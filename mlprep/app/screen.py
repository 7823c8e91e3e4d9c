"""A frame on the screen: whole, in one piece, and only if it differs from the one before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Protocol

ENTER = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J"  # the second screen, no cursor
LEAVE = "\x1b[?25h\x1b[?1049l"
_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"  # hold the picture until it is whole, where the terminal can


class Ready:
    """What ended a wait."""

    def __init__(self) -> None:
        self.sources: set[int] = set()
        self.keys: list[str] = []
        self.ending: int | None = None  # the signal that asks us to end
        self.repaint = False


class Terminal(Protocol):
    """What the loop needs of a terminal."""

    def __enter__(self) -> Terminal: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None: ...

    def size(self) -> tuple[int, int]: ...

    def write(self, text: str) -> None: ...

    def wait(self, sources: Iterable[int], timeout: float | None) -> Ready: ...


def painted(lines: Sequence[str]) -> str:
    """What shows these lines from the top of the screen on and nothing else.

    No line may reach the last column: there a terminal would wait with wrapping, and erase what was just written.
    """
    return f"{_BEGIN}\x1b[H" + "\x1b[0m\x1b[K\r\n".join(lines) + f"\x1b[0m\x1b[K\x1b[J{_END}"
