"""Where a large array differs, as a strip of shaded cells: one for each block of its entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from mlprep.views.text import BAD, DIM, paragraph

if TYPE_CHECKING:
    from mlprep.grading.contracts import Heat

# From none to all of a cell's entries; in an encoding without the blocks, plain characters stand for them.
_SHADES = "·░▒▓█"
_LEGEND = f"{_SHADES[0]} no entry differs, {_SHADES[1]}{_SHADES[2]}{_SHADES[3]} some, {_SHADES[4]} all"
_INDENT = 4


def show_heat(console: Console, heat: Heat) -> None:
    """The strip, with the index at which each row of cells begins."""
    labels = [str(each) for each in heat["rows"]] if len(heat["axes"]) > 1 else [""]
    wide = max(map(len, labels)) + (2 if labels[0] else 0)
    columns = len(heat["columns"])
    each = 2 if _INDENT + wide + 2 * columns <= console.width else 1
    console.print()
    paragraph(console, caption(heat), DIM, by=_INDENT)
    for label, row in zip(labels, heat["shares"], strict=True):
        line = Text(" " * _INDENT).append(f"{label:>{max(wide - 2, 0)}}{'  ' if label else ''}", DIM)
        for share in row:
            level = shade(share)
            line.append(_SHADES[level] * each, BAD if level else DIM)
        console.print(line, no_wrap=True, overflow="crop")
    paragraph(console, _LEGEND, DIM, by=_INDENT)


def caption(heat: Heat) -> str:
    """What the rows and columns of the grid are."""
    shape, axes = heat["shape"], heat["axes"]
    if len(axes) == 1:
        return f"Where the {shape[0]} entries differ:"
    sizes = shape[axes[0]], shape[axes[1]]
    if len(shape) == 2:
        return f"Where they differ, by row (0 to {sizes[0] - 1}) and column (0 to {sizes[1] - 1}):"
    said = " and ".join(f"axis {axis} (0 to {size - 1})" for axis, size in zip(axes, sizes, strict=True))
    return f"Where they differ, by {said}:"


def shade(share: float) -> int:
    """How dark a cell is, from 0 to 4; the ends mean none and all."""
    return 0 if share <= 0 else 4 if share >= 1 else 1 + min(int(share * 3), 2)
