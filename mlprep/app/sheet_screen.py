"""The cheat sheet with a search: its table of contents, or the sections that hold the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input

from mlprep.app.box import Box
from mlprep.app.keybar import Key, KeyBar
from mlprep.app.panels import MOVES, Panel
from mlprep.content import sheet
from mlprep.content.sheet import Section
from mlprep.views.sheets import show_contents, show_sheet


class SheetScreen(Screen[None]):
    """Typing searches; the arrows scroll."""

    BINDINGS = [  # noqa: RUF012 (as Textual has it)
        Binding("escape", "back", priority=True),
        *(Binding(key, f"move('{action}')", priority=True) for key, action in MOVES.items()),
    ]

    def __init__(self, sections: Sequence[Section], states: Mapping[str, str]) -> None:
        super().__init__()
        self._sections, self._states = list(sections), states

    def compose(self) -> ComposeResult:
        yield Box(placeholder="Type to search the cheat sheet: broadcasting, gini, adam", id="filter")
        panel = Panel(lambda console: show_contents(console, self._sections), id="page")
        panel.border_title = "Cheat sheet"
        panel.can_focus = False
        yield panel
        yield KeyBar([Key("↑↓", "scroll", "screen.move('scroll_down')"), Key("esc", "back", "screen.back")])

    def on_input_changed(self, event: Input.Changed) -> None:
        found = sheet.select(self._sections, None, event.value) if event.value.strip() else None
        self.query_one(Panel).show(lambda console: self._show(console, found))

    def _show(self, console: Console, found: list[Section] | None) -> None:
        if found is None:
            show_contents(console, self._sections)
        elif found:
            show_sheet(console, found, self._states)
        else:
            console.print("No section matches. Try fewer words.")

    def action_move(self, action: str) -> None:
        getattr(self.query_one(Panel), f"action_{action}")()

    def action_back(self) -> None:
        """First the words go, then the sheet."""
        box = self.query_one(Input)
        if box.value:
            box.value = ""
        else:
            self.dismiss(None)
