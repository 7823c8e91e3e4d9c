"""What a view prints, as plain text and as HTML, for where there is no terminal."""

from __future__ import annotations

import io
from collections.abc import Callable

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from mlprep.views.page_style import framed
from mlprep.views.text import make_console

_WIDTH = 88
# Middle tones that can be read on white and on black. What is dim is half-way between the first two.
_TONES = TerminalTheme(
    (160, 160, 160),
    (80, 90, 100),
    [(60, 60, 60), (205, 60, 60), (40, 150, 70), (175, 120, 20), (50, 120, 210), (150, 90, 190), (20, 145, 155)]
    + [(140, 140, 140)],
)


def recorded(show: Callable[[Console], object], amended: Callable[[str], str] = lambda text: text) -> tuple[str, str]:
    """The text and the HTML. ``amended`` is applied to both, before they are framed."""
    console = make_console(io.StringIO(), width=_WIDTH, record=True, force_jupyter=False, force_terminal=False)
    show(console)
    text = console.export_text(clear=False, styles=False)
    html = console.export_html(theme=_TONES, inline_styles=True, code_format="<pre>{code}</pre>")
    return amended(text.rstrip("\n")), framed(amended(html))
