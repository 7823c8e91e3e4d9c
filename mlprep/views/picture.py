"""Progress as a picture to share: an .svg or .html file that needs nothing from the network.

It shows what is solved, the topics, the days of practice and how well it will be remembered; no mistakes and no
commands. It is light, or dark where the program that shows it prefers dark.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from html import escape
from pathlib import Path
from typing import Any, Literal

from mlprep.errors import MlprepError
from mlprep.views import exported
from mlprep.views.progress import calendar_weeks, readiness, shade
from mlprep.views.text import STAR

Facts = Mapping[str, Any]
Theme = Literal["auto", "light", "dark"]

ENDINGS = (".svg", ".html")
_WIDTH, _MARGIN, _RIGHT = 960, 40, 600  # the right column begins there
_TOP, _ROW = 172, 27  # the first topic, and the next
_WEEKS = 20
_BAR_AT, _BAR = 262, 120
_CURVE_TOP, _CURVE = 222, 110  # below the first topic, and high

_LIGHT = {
    "paper": "#ffffff", "ink": "#1f2328", "dim": "#656d76", "line": "#d8dee4", "good": "#1a7f37", "warn": "#9a6700",
    "s0": "#ebedf0", "s1": "#aceebb", "s2": "#4ac26b", "s3": "#2da44e", "s4": "#116329",
}  # fmt: skip
_DARK = {
    "paper": "#0d1117", "ink": "#e6edf3", "dim": "#8d96a0", "line": "#30363d", "good": "#3fb950", "warn": "#d29922",
    "s0": "#1c2128", "s1": "#0f3d22", "s2": "#196c2e", "s3": "#2ea043", "s4": "#56d364",
}  # fmt: skip
_HTML = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>mlprep progress</title>
<style>
body {{ margin: 0; padding: 2rem 1rem; }}
svg {{ display: block; max-width: 60rem; width: 100%; margin: auto; }}
</style>
</head>
<body>
{svg}
</body>
</html>
"""


def export(path: Path, facts: Facts) -> None:
    """Write the picture. Raises MlprepError for another ending, or where it cannot be written."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise MlprepError(f"A picture cannot be written to {path}.", "Name a file that ends in .svg or .html.")
    text = drawn(facts)
    if ending == ".html":
        text = _HTML.format(svg=text)
    exported.write(path, text)


def drawn(facts: Facts, theme: Theme = "auto") -> str:
    """The picture as SVG."""
    topics = [topic for topic in facts["topics"] if topic["total"]]
    height = _TOP + max(len(topics) * _ROW, 330) + 24
    said = f"{facts['solved']} of {facts['total']} exercises solved"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{said}">',
        f"<style>{_style(theme)}</style>",
        f'<rect class="paper edge" x="0.5" y="0.5" width="{_WIDTH - 1}" height="{height - 1}" rx="14"/>',
        *_head(facts),
        *_topics(topics),
        *_calendar(facts),
        *_curve(facts),
        "</svg>",
    ]
    return "\n".join(parts)


def _style(theme: Theme) -> str:
    fonts = "text { font-family: system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif; font-size: 14px; }"
    sizes = ".big { font-size: 34px; font-weight: 600; } .small { font-size: 12px; } .title { font-weight: 600; }"
    ends = ".end { text-anchor: end; } .mid { text-anchor: middle; }"
    colors = _rules(_DARK if theme == "dark" else _LIGHT)
    dark = f"@media (prefers-color-scheme: dark) {{ {_rules(_DARK)} }}" if theme == "auto" else ""
    return f"{fonts} {sizes} {ends} {colors} {dark}"


def _rules(colors: Mapping[str, str]) -> str:
    fills = " ".join(f".{name} {{ fill: {color}; }}" for name, color in colors.items())
    lines = f".edge, .axis {{ stroke: {colors['line']}; }} .curve {{ fill: none; stroke: {colors['good']}; }}"
    return f"{fills} {lines}"


def _text(x: float, y: float, text: str, *kinds: str) -> str:
    return f'<text class="{" ".join(kinds)}" x="{x:g}" y="{y:g}">{escape(text)}</text>'


def _box(x: float, y: float, width: float, height: float, kind: str, radius: float = 3) -> str:
    return f'<rect class="{kind}" x="{x:g}" y="{y:g}" width="{width:.1f}" height="{height:g}" rx="{radius:g}"/>'


def _head(facts: Facts) -> Iterator[str]:
    today = date.fromisoformat(facts["today"])
    yield _text(_MARGIN, 44, "Machine-learning interview practice", "ink", "title")
    yield _text(_WIDTH - _MARGIN, 44, f"{today:%b} {today.day}, {today.year}", "dim", "end")
    hours = facts["seconds"] / 3600
    numbers = [
        (f"{facts['solved']} of {facts['total']}", "exercises solved"),
        (f"{facts['starred']} {STAR}", "with nothing left to add"),
        (str(facts["streak"]), f"day{'s' * (facts['streak'] != 1)} in a row"),
        (f"{hours:.0f} h" if hours >= 1 else f"{facts['seconds'] / 60:.0f} min", "of practice"),
    ]
    for (number, words), x in zip(numbers, (_MARGIN, 290, 540, 740), strict=True):
        yield _text(x, 98, number, "ink", "big")
        yield _text(x, 120, words, "dim")


def _topics(topics: list[Facts]) -> Iterator[str]:
    for number, topic in enumerate(topics):
        y = _TOP + number * _ROW
        title = topic["title"] if len(topic["title"]) <= 29 else topic["title"][:26].rstrip(" ,") + "…"
        share = topic["solved"] / topic["total"]
        yield _text(_MARGIN, y, title, "ink" if topic["solved"] else "dim")
        yield _box(_BAR_AT, y - 10, _BAR, 10, "s0", 5)
        if share:
            yield _box(_BAR_AT, y - 10, max(share * _BAR, 10), 10, "s3", 5)
        yield _text(_BAR_AT + _BAR + 46, y, f"{topic['solved']}/{topic['total']}", "dim", "end")
        style = {"ready": "good", "fading": "warn"}.get(topic["readiness"], "dim")
        yield _text(_BAR_AT + _BAR + 58, y, readiness(topic), style, "small")


def _calendar(facts: Facts) -> Iterator[str]:
    counts = {date.fromisoformat(day): count for day, count in facts["calendar"].items()}
    today = date.fromisoformat(facts["today"])
    starts = calendar_weeks(facts, _WEEKS)
    yield _text(_RIGHT, _TOP, "Days of practice", "ink", "title")
    cell = 18 if len(starts) <= 16 else 13
    top, step = _TOP + 34, cell + 2
    for column, start in enumerate(starts):
        if column == 0 or (start.month != starts[column - 1].month and column > 2):
            yield _text(_RIGHT + column * step, top - 8, f"{start:%b}", "dim", "small")
        for weekday in range(7):
            day = start + timedelta(days=weekday)
            if day <= today:
                kind = f"s{shade(counts.get(day, 0))}"
                yield _box(_RIGHT + column * step, top + weekday * step, cell, cell, kind)


def _curve(facts: Facts) -> Iterator[str]:
    points = facts["retention"]["without_reviews"]
    if not points:
        return
    today = date.fromisoformat(facts["today"])
    days = [(date.fromisoformat(point["date"]) - today).days for point in points]
    top = _TOP + _CURVE_TOP
    left, width, bottom = _RIGHT, _WIDTH - _MARGIN - _RIGHT - 44, top + 22 + _CURVE
    yield _text(left, top, "What stays without reviews", "ink", "title")
    places = [
        (left + width * day / days[-1], bottom - _CURVE * point["share"])
        for day, point in zip(days, points, strict=True)
    ]
    path = " L ".join(f"{x:.1f} {y:.1f}" for x, y in places)
    area = f"M {left} {bottom} L {path} L {places[-1][0]:.1f} {bottom} Z"
    yield f'<path class="s3" fill-opacity="0.18" d="{area}"/>'
    yield f'<path class="curve" stroke-width="2.5" stroke-linejoin="round" d="M {path}"/>'
    yield f'<path class="axis" d="M {left} {bottom} H {left + width}"/>'
    interview = next((day for day, point in zip(days, points, strict=True) if point["interview"]), None)
    near = interview is not None and interview > 0.85 * days[-1]  # so near the end that the end is not told
    for (x, y), day, point in zip(places, days, points, strict=True):
        if point["interview"] or day == 0 or (day == days[-1] and not near):
            yield f'<circle class="{"warn" if point["interview"] else "good"}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
            last = day == days[-1]
            yield _text(x + 10 if last else x + 6, y + 4 if last else y - 8, f"{point['share']:.0%}", "ink", "small")
    yield _text(left, bottom + 18, "today", "dim", "small")
    if interview is not None:
        x = left + width * interview / days[-1]
        yield _text(x, bottom + 18, "interview", "dim", "small", "end" if near else "mid")
    if interview is None or interview < 0.7 * days[-1]:
        yield _text(left + width, bottom + 18, f"in {days[-1] // 7} weeks", "dim", "small", "end")
