"""Screens to read from: what a view prints, with a way back; and a question with two answers."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from mlprep.app.keybar import Key, KeyBar
from mlprep.app.panels import Panel, View

BACK = Key("esc", "back", "screen.back")


class ReadingScreen(Screen[str]):
    """A panel over the whole window. It ends with the key that was pressed, of ``keys`` or "" for back."""

    BINDINGS = [Binding("escape,q,left", "back")]  # noqa: RUF012 (as Textual has it)

    def __init__(self, title: str, *views: View, keys: Sequence[tuple[str, str]] = (), same: str = "") -> None:
        super().__init__()
        self._heading, self._views = title, views
        self._keys = [Key(key, word, f"screen.leave('{key}')") for key, word in keys]
        for key, _ in keys:
            self._bindings.bind(key, f"leave('{key}')")
        if same:  # the key that opened it closes it as well
            self._bindings.bind(same, "back")

    def compose(self) -> ComposeResult:
        panel = Panel(*self._views, id="page")
        panel.border_title = self._heading
        yield panel
        yield KeyBar([BACK, *self._keys, Key("space", "scroll", "screen.scroll", 1)])

    def show(self, *views: View) -> None:
        """Show these instead."""
        self.query_one(Panel).show(*views)

    def action_back(self) -> None:
        self.dismiss("")

    def action_scroll(self) -> None:
        self.query_one(Panel).action_page_down()

    def action_leave(self, key: str) -> None:
        self.dismiss(key)


class Question(ModalScreen[bool]):
    """Yes or no. Anything but yes is no."""

    BINDINGS = [  # noqa: RUF012 (as Textual has it)
        Binding("y", "answer(True)"),
        Binding("n,q,escape", "answer(False)"),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        with Vertical(id="question"):
            yield Static(self._question, markup=False)
            yield KeyBar([Key("y", "yes", "screen.answer(True)"), Key("n", "no", "screen.answer(False)")])

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)
