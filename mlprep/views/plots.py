"""Small plots of a failing result as SVG: where it differs, images, curves, and points in clusters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mlprep.grading.contracts import Heat, Numbers, Plot

_SIDE = 168  # of one picture, at most
_GAP, _TITLE = 28, 20
_WIDE, _HIGH = 336, 120  # of a curve
_EDGE = 6
_LINE = 14  # as high as a label
_COLORS = 6  # of clusters, before they repeat


def heat_strip(heat: Heat, caption: str) -> str:
    """The share of entries that differ, in a stronger color where more do."""
    shares = heat["shares"]
    wide = min(max(_WIDE // len(shares[0]), 8), 18)
    high = max(wide, _LINE)
    left = 8 * max(len(str(row)) for row in heat["rows"]) + 6 if len(heat["axes"]) > 1 else 0
    parts = []
    for y, row in enumerate(shares):
        if left:
            parts.append(
                f'<text class="dim end" x="{left - 6}" y="{y * high + high * 0.5 + 4:g}">{heat["rows"][y]}</text>'
            )
        for x, share in enumerate(row):
            place = left + x * wide, y * high, wide - 1, high - 1
            parts.append(_cell(*place, "none"))
            if share > 0:
                parts.append(_cell(*place, "bad", 0.25 + 0.75 * share))
    return _svg(left + wide * len(shares[0]), high * len(shares), caption, parts)


def drawn(plot: Plot) -> str:
    """The plot, what is expected beside what came out, or both in one."""
    if plot["kind"] == "curve":
        return _curve(plot["expected"][0], plot["got"][0])
    if plot["kind"] == "image":
        return _images(plot["expected"], plot["got"])
    return _clusters(plot)


def _curve(expected: Numbers, got: Numbers) -> str:
    low, high = _range([expected, got])
    step = (_WIDE - 2 * _EDGE) / max(len(expected) - 1, 1)

    def place(i: int, value: float) -> tuple[float, float]:
        return _EDGE + i * step, _TITLE + (_HIGH - 2 * _EDGE) * (1 - _share(value, low, high)) + _EDGE

    parts = [*_legend()]
    for numbers, kind in ((expected, "expected"), (got, "got")):
        for run in _runs(numbers):
            places = [place(i, value) for i, value in run]
            path = " L ".join(f"{x:.1f} {y:.1f}" for x, y in places)
            parts.append(f'<path class="{kind}" d="M {path}"/>')
            if len(places) == 1:
                parts.append(f'<circle class="{kind}-dot" cx="{places[0][0]:.1f}" cy="{places[0][1]:.1f}" r="2"/>')
    for value, y in ((high, _TITLE + 10), (low, _TITLE + _HIGH - 2)):
        parts.append(f'<text class="dim" x="{_WIDE + 2}" y="{y}">{value:g}</text>')
    return _svg(_WIDE + 70, _TITLE + _HIGH, "The expected values and yours, by index", parts)


def _runs(numbers: Numbers) -> Iterator[list[tuple[int, float]]]:
    """Neighbors that are finite, with their indices."""
    run: list[tuple[int, float]] = []
    for i, value in enumerate([*numbers, None]):
        if value is not None:
            run.append((i, value))
        elif run:
            yield run
            run = []


def _legend() -> Iterator[str]:
    for x, kind, said in ((0, "expected", "expected"), (90, "got", "yours")):
        yield f'<path class="{kind}" d="M {x} 9 H {x + 18}"/><text x="{x + 24}" y="13">{said}</text>'


def _images(expected: Sequence[Numbers], got: Sequence[Numbers]) -> str:
    low, high = _range([*expected, *got])
    rows, columns = len(expected), len(expected[0])
    cell = max(min(_SIDE // max(rows, columns), 20), 4)
    width = max(cell * columns, 60)
    parts = []
    for number, (title, table) in enumerate((("expected", expected), ("yours", got))):
        left = number * (width + _GAP)
        parts.append(f'<text x="{left}" y="13">{title}</text>')
        for y, row in enumerate(table):
            for x, value in enumerate(row):
                place = left + x * cell, _TITLE + y * cell
                if value is None:
                    parts.append(_cell(*place, cell, cell, "bad"))
                else:
                    parts.append(_cell(*place, cell, cell, "ink", 0.06 + 0.86 * _share(value, low, high)))
    said = f"faint is {low:g}, strong is {high:g}"
    if any(value is None for row in (*expected, *got) for value in row):
        said += ", red is not finite"
    below = _TITLE + cell * rows + 16
    parts.append(f'<text class="dim" x="0" y="{below}">{said}</text>')
    return _svg(max(2 * width + _GAP, 7 * len(said)), below + 4, "The expected table and yours, as images", parts)


def _clusters(plot: Plot) -> str:
    points = [(row[0], row[1] if len(row) > 1 else 0.0) for row in plot["points"]]
    given = [*plot["expected"], *plot["got"]] if plot["kind"] == "centers" else []
    centers = [(row[0], row[1] if len(row) > 1 else 0.0) for row in given]
    (left, right), (low, high) = (_range([[point[i] for point in (*points, *centers)]]) for i in (0, 1))

    def place(x: float | None, y: float | None, shift: int = 0) -> tuple[float, float] | None:
        if x is None or y is None:
            return None
        side = _SIDE - 4 * _EDGE
        return shift + 2 * _EDGE + side * _share(x, left, right), _TITLE + 2 * _EDGE + side * (1 - _share(y, low, high))

    parts = []
    for number, (title, rows) in enumerate((("expected", plot["expected"]), ("yours", plot["got"]))):
        shift = number * (_SIDE + _GAP)
        parts.append(f'<text x="{shift}" y="13">{title}</text>')
        parts.append(f'<rect class="frame" x="{shift}" y="{_TITLE}" width="{_SIDE}" height="{_SIDE}"/>')
        for i, point in enumerate(points):
            at = place(*point, shift)
            if at is None:
                continue
            label = rows[0][i] if plot["kind"] == "labels" else None
            kind = "dot" if label is None else f"c{int(label) % _COLORS}"
            parts.append(f'<circle class="{kind}" cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="4"/>')
            if label is not None and plot["expected"][0][i] != plot["got"][0][i] and number == 1:
                parts.append(f'<circle class="ring" cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="8"/>')
        for i in range(len(plot["expected"]) if plot["kind"] == "centers" else 0):
            at = place(*centers[i + number * len(plot["expected"])], shift)
            if at is not None:
                x, y = at
                shape = f"M {x - 6:.1f} {y:.1f} H {x + 6:.1f} M {x:.1f} {y - 6:.1f} V {y + 6:.1f}"
                parts.append(f'<path class="{"got" if number else "expected"}" d="{shape}"/>')
    said = "The points, a cross at each center" if plot["kind"] == "centers" else "The points, colored by cluster"
    return _svg(2 * _SIDE + _GAP, _TITLE + _SIDE, said, parts)


def _range(rows: Sequence[Numbers]) -> tuple[float, float]:
    known = [value for row in rows for value in row if value is not None]
    return (min(known), max(known)) if known else (0.0, 0.0)


def _share(value: float, low: float, high: float) -> float:
    """How far between the ends; in the middle where they are the same. Halves keep the largest floats finite."""
    return (value / 2 - low / 2) / (high / 2 - low / 2) if high / 2 > low / 2 else 0.5


def _cell(x: float, y: float, width: float, height: float, kind: str, strength: float = 1.0) -> str:
    faint = f' fill-opacity="{strength:.2f}"' if strength < 1 else ""
    return f'<rect class="{kind}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"{faint}/>'


def _svg(width: float, height: float, title: str, parts: Sequence[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" role="img"'
    view = f'viewBox="0 0 {width:g} {height:g}" aria-label="{escape(title)}"'
    return f"{head} {view}>{''.join(parts)}</svg>"
