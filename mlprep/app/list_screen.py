"""The exercises in a table that typing filters, with the statement of the selected one beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import DataTable, Input, Static

from mlprep.app.box import Box
from mlprep.app.keybar import Key, KeyBar
from mlprep.app.panels import Panel
from mlprep.content.catalogue import EITHER, Catalogue, Exercise
from mlprep.content.search import filtered
from mlprep.content.statement import statement
from mlprep.grading.frameworks import NUMPY, TORCH
from mlprep.views import frame, lists
from mlprep.views.text import STAR, safe

_MOVES = {
    "up": "cursor_up", "down": "cursor_down", "pageup": "page_up", "pagedown": "page_down",
    "ctrl+home": "scroll_top", "ctrl+end": "scroll_bottom",
}  # fmt: skip
_COLUMNS = 5
_BESIDE = 3 + 2 + 16  # columns of the marks, the level and the minutes
_VALUE, _TITLE, _READABLE = 7, 36, 10  # columns of the value; of most titles; of a title that still says something


class _Table(DataTable[Text]):
    """Tells the screen when it has another width, as that decides what stands in the rows."""

    def on_resize(self) -> None:
        if isinstance(self.screen, ListScreen):
            self.screen.fill()


class ListScreen(Screen[str]):
    """Ends with the name of the exercise to start, or "" for none."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 (as Textual has it)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]  # noqa: RUF012
    BINDINGS = [  # noqa: RUF012
        Binding("escape", "back", priority=True),
        Binding("ctrl+t", "framework", priority=True),
        *(Binding(key, f"move('{action}')", priority=True) for key, action in _MOVES.items()),
    ]

    def __init__(
        self,
        catalogue: Catalogue,
        states: Mapping[str, str],
        starred: Collection[str],
        current: str | None,
        framework: str,
        write_in: Callable[[str], object],
    ) -> None:
        """``framework`` is what exercises are started in, and ``write_in`` changes it."""
        super().__init__()
        self._framework, self._write_in = framework, write_in
        self._catalogue, self._states, self._starred, self._current = catalogue, states, starred, current
        self._shown: list[Exercise] = []

    def compose(self) -> ComposeResult:
        yield Box(placeholder="Type to filter: attention, trees, easy, due, must", id="filter")
        with Container(id="listed"):
            table = _Table(cursor_type="row", show_header=False, id="table", cell_padding=0)
            table.can_focus = False  # typing always goes to the filter
            yield table
            yield Panel(id="preview")
        yield Static(id="count", markup=False)
        yield KeyBar(self._keys())

    def _keys(self) -> list[Key]:
        other = "NumPy" if self._framework == TORCH else "PyTorch"
        return [
            Key("Enter", "start", "screen.start"),
            Key("↑↓", "choose", "screen.move('cursor_down')"),
            Key("^t", f"in {other}", "screen.framework", 1),
            Key("esc", "back", "screen.back"),
        ]

    def on_input_changed(self, event: Input.Changed) -> None:
        self.fill()

    def on_input_submitted(self) -> None:
        self.action_start()

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        self._preview()

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:  # by the mouse
        self._preview()

    def action_move(self, action: str) -> None:
        getattr(self.query_one(DataTable), f"action_{action}")()

    def action_start(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.dismiss(chosen.id)

    def action_framework(self) -> None:
        """Start exercises in the other framework from now on."""
        self._framework = NUMPY if self._framework == TORCH else TORCH
        self._write_in(self._framework)
        self.query_one(KeyBar).show(self._keys())
        self._preview()

    def action_back(self) -> None:
        """First the filter goes, then the list."""
        box = self.query_one(Input)
        if box.value:
            box.value = ""
        else:
            self.dismiss("")

    def fill(self) -> None:
        """Show what fits the filter."""
        typed = self.query_one(Input).value
        before = self._chosen()
        kept = before.id if before else self._current
        self._shown = filtered(self._catalogue, self._states, typed)
        table = self.query_one(DataTable)
        table.clear(columns=True)  # which forgets their widths as well
        for _ in range(_COLUMNS):
            table.add_column("")
        wide = max((len(each.id) for each in self._shown), default=0) + 2
        room = table.scrollable_content_region.width - wide - _BESIDE
        for each in self._shown:
            table.add_row(*self._row(each, wide, room), key=each.id)
        place = next((i for i, each in enumerate(self._shown) if each.id == kept), 0)
        table.move_cursor(row=place, animate=False)
        solved = sum(self._states[each.id] in ("solved", "due") for each in self._shown)
        said = f" {solved} of {len(self._shown)} solved   {lists.legend(starred=bool(self._starred))}"
        self.query_one("#count", Static).update(said if self._shown else " No exercise matches. Try fewer words.")
        self._preview()

    def _row(self, each: Exercise, wide: int, room: int) -> list[Text]:
        """As much of it as there is room for beside the name."""
        mark, style = lists.STATES[self._states[each.id]]
        here = ">" if each.id == self._current else " "
        value = f"{each.value:<7}" if room >= _VALUE + _TITLE else ""
        title = Text(each.title)
        title.truncate(max(room - len(value), 0), overflow="ellipsis")
        return [
            Text(f"{here}{mark} ", style),
            Text(f"{each.id:<{wide}}", style),
            Text(f"{STAR if each.id in self._starred else ' '} ", "green"),
            Text(f"{each.level:<7}{each.minutes:>3} min  {value}" if room >= 0 else "", "dim"),
            title if room >= _READABLE else Text(),
        ]

    def _chosen(self) -> Exercise | None:
        row = self.query_one(DataTable).cursor_row
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _preview(self) -> None:
        chosen, panel = self._chosen(), self.query_one("#preview", Panel)
        if chosen is None:
            panel.border_title = ""
            panel.show()
            return
        framework = self._framework if chosen.framework == EITHER else NUMPY
        title, _, rest = statement(self._catalogue, chosen, framework).strip().partition("\n")
        panel.border_title = safe(title)
        panel.show(lambda console: frame.show_statement(console, rest.strip("\n")))
