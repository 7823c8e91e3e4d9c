"""The keys at the foot of a screen: as many as fit, each one a button for the mouse as well."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from textual.content import Content
from textual.events import Resize
from textual.widgets import Static


class Key(NamedTuple):
    """A key, what it does in a word, and the action. Of those that do not fit, the least important go first."""

    key: str
    word: str
    action: str
    rank: int = 0  # the higher, the sooner it is left out


class KeyBar(Static):
    """One line of keys."""

    DEFAULT_CSS = """
    KeyBar { height: 1; width: 1fr; link-style: none; link-style-hover: reverse; link-color-hover: $foreground;
             link-background-hover: $background; link-background: $background; link-color: $foreground; }
    """

    def __init__(self, keys: Sequence[Key] = (), id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys = list(keys)
        self._first: str | None = None

    def show(self, keys: Sequence[Key], first: str | None = None) -> None:
        """Show these keys; ``first`` is the one to press now."""
        self._keys, self._first = list(keys), first
        self._draw()

    def on_resize(self, event: Resize) -> None:
        self._draw()

    def _draw(self) -> None:
        shown = fitting(self._keys, self.size.width)
        self.update(Content(" ").join(_button(key, key.key == self._first) for key in shown), layout=False)


@cache
def _button(key: Key, is_first: bool) -> Content:
    """A key as it is shown; to read the markup of all of them takes a tenth of the way from a report to the screen."""
    style = "bold reverse" if is_first else "bold"
    return Content.from_markup(f"[@click={key.action}][{style}]$key[/] [dim]$word[/][/] ", key=key.key, word=key.word)


def fitting(keys: Sequence[Key], width: int) -> list[Key]:
    """The keys that fit, in their order."""
    kept = list(keys)
    while kept and sum(len(each.key) + len(each.word) + 3 for each in kept) - 2 > width:
        kept.remove(max(reversed(kept), key=lambda each: each.rank))
    return kept
