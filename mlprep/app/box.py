"""A line to type in."""

from __future__ import annotations

from textual.widgets import Input


class Box(Input):
    """Its cursor does not blink: nothing is painted while nothing happens."""

    def on_mount(self) -> None:
        self.cursor_blink = False
