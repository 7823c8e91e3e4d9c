"""The few pieces that every view is put together from. Words carry the meaning; color only helps."""

from __future__ import annotations

import os
import sys
from typing import IO, Any

from rich.console import Console
from rich.text import Text

from mlprep.escapes import safe as safe

GOOD, BAD, WARN, DIM, KEY = "green", "red", "yellow", "dim", "bold"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")  # in a URL
STAR = "★"  # passed with nothing left to add beyond the task


def make_console(stream: IO[str] | None = None, **options: Any) -> Console:
    """A console that adds nothing of its own: no highlighting, no emoji, no markup in strings."""
    return Console(file=stream or sys.stdout, highlight=False, markup=False, emoji=False, **options)


def indented(text: str, by: int = 2, style: str = "") -> Text:
    """A block of text, each line moved to the right."""
    pad = " " * by
    return Text(
        "\n".join((pad + line).rstrip() for line in safe(text).splitlines()),
        style=style,
        no_wrap=True,
        overflow="ignore",
    )


def paragraph(console: Console, text: str, style: str = "", by: int = 2) -> None:
    """Prose, wrapped to the window and indented."""
    width = max(20, min(console.width, 100) - by)
    for line in Text(safe(text), style=style).wrap(console, width):
        line.rstrip()
        console.print(Text(" " * by) + line)


def linked(console: Console, shown: str, path: str, style: str = "") -> Text:
    """A path as text, which a terminal that can opens at a click. Elsewhere it is text alone."""
    text = Text(safe(shown), style)
    if console.is_terminal and os.path.isabs(path):
        text.stylize(f"link file://{_quoted(path)}")
    return text


def _quoted(path: str) -> str:
    """A path in a URL. The module that could do this takes 8 ms to import."""
    return "".join(chr(byte) if chr(byte) in _PLAIN else f"%{byte:02X}" for byte in os.fsencode(path))


def show_path(console: Console, label: str, path: str) -> None:
    """A label and a path, which is never broken."""
    console.print(Text(label).append(linked(console, path, path)), soft_wrap=True)


def minutes(seconds: float) -> str:
    """A length of time as a person says it."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    if seconds < 3600:
        return f"{seconds / 60:.0f} min"
    return f"{int(seconds // 3600)} h {int(seconds % 3600 // 60)} min"


def clock(seconds: float) -> str:
    """A length of time as a clock shows it: 9:42, or 1:02:05."""
    whole = max(round(seconds), 0)
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def bar(share: float, width: int = 20) -> str:
    """A bar that reads without color."""
    full = round(share * width)
    if 0 < share < 1:
        full = min(max(full, 1), width - 1)
    return "█" * full + "░" * (width - full)
