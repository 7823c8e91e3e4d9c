"""What the app writes to. A window that is closed takes nothing any more, and must not hold up the end."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from textual.driver import Driver


class LastingOutput:
    """A terminal that loses what it cannot show.

    Textual writes from a thread that ends at the first error, and then waits for that thread for ever.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        with contextlib.suppress(OSError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def lasting(driver: type[Driver]) -> type[Driver]:
    """The same driver, on such an output where it writes to a file of its own."""

    class LastingDriver(driver):  # type: ignore[misc, valid-type]
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            stream = getattr(self, "_file", None)
            if stream is not None:
                self._file = LastingOutput(stream)

    return LastingDriver
