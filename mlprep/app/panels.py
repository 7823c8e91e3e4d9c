"""Widgets that show what a view prints, at whatever width they have."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from rich.cells import set_cell_size
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from mlprep.views.text import make_console

View = Callable[[Console], object]

_CACHED = 4  # widths
# The keys that scroll a panel while the focus is on a line to type in, and their actions.
MOVES = {"up": "scroll_up", "down": "scroll_down", "pageup": "page_up", "pagedown": "page_down"}


class Printed:
    """What views print one below the other, as one Rich renderable."""

    def __init__(self, views: Sequence[View]) -> None:
        self._views = views
        self._texts: dict[int, Text] = {}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max(options.max_width, 1)
        if width not in self._texts:
            if len(self._texts) >= _CACHED:
                self._texts.clear()
            self._texts[width] = self._text(width)
        yield self._texts[width]

    def _text(self, width: int) -> Text:
        out = io.StringIO()
        console = make_console(
            out, force_terminal=True, color_system="standard", width=width, height=100, legacy_windows=False
        )
        for number, view in enumerate(self._views):
            if number:
                console.print()
            view(console)
        text = Text.from_ansi(out.getvalue().rstrip("\n"))
        return Text("\n").join(piece for line in text.split("\n", allow_blank=True) for piece in folded(line, width))


def folded(line: Text, width: int) -> list[Text]:
    """A line in pieces that fit, such as one of code, which views print whole: never wrapped into column 0."""
    if line.cell_len <= width:
        return [line]
    plain, pieces = line.plain, list[Text]()
    indent = min(len(plain) - len(plain.lstrip()) + 4, width // 2)
    start, lead = 0, 0
    while start < len(plain):
        room = width - lead
        end = start + len(set_cell_size(plain[start:], room).rstrip("\0")) if room > 0 else len(plain)
        end = min(max(end, start + 1), len(plain))
        space = plain.rfind(" ", start + 1, end)
        if end < len(plain) and plain[end] != " " and space > start + room // 2:
            end = space
        piece = line[start:end]
        piece.rstrip()
        pieces.append(Text(" " * lead) + piece)
        start = end + (len(plain[end:]) - len(plain[end:].lstrip(" ")))
        lead = indent
    return pieces


class Panel(VerticalScroll, inherit_bindings=False):
    """A scrolling pane of what views print."""

    BINDINGS = [  # noqa: RUF012 (as Textual has it)
        Binding("up", "scroll_up", show=False),
        Binding("down", "scroll_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown,space", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]

    def __init__(self, *views: View, id: str | None = None) -> None:
        super().__init__(id=id)
        self._body = Static(Printed(views), markup=False)

    def compose(self):  # type: ignore[no-untyped-def]
        yield self._body

    def show(self, *views: View) -> None:
        """Show these from the top on."""
        self._body.update(Printed(views))
        self.scroll_home(animate=False)
