"""A view as a picture to share: an .svg or .html file that needs nothing from the network.

Rich draws it; then every word is put at its own place and every block becomes a shape, so that it looks the same
whatever fonts and programs show it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html import escape, unescape
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from mlprep.errors import MlprepError

WIDTH = 84
ENDINGS = (".svg", ".html")

_THEME = TerminalTheme(
    (22, 27, 34),
    (230, 237, 243),
    [(72, 79, 88), (255, 123, 114), (63, 185, 80), (227, 179, 65), (121, 192, 255), (210, 168, 255), (86, 212, 221),
     (230, 237, 243)],
)  # fmt: skip
_FONTS = "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace"

# Rich's own frames, without the web fonts that they would fetch.
_SVG = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: FONTS; font-size: {char_height}px; line-height: {line_height}px;
  font-variant-east-asian: full-width; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: FONTS; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
""".replace("FONTS", _FONTS)
_HTML = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ margin: 0; padding: 2rem 1rem; background: #0d1117; }}
svg {{ display: block; max-width: 60rem; width: 100%; margin: auto; }}
</style>
</head>
<body>
{svg}</body>
</html>
"""

_TEXT = re.compile(
    r'<text class="([^"]+)" x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+" clip-path="([^"]+)">([^<]*)</text>'
)
_CELL, _LINE = 12.2, 24.4  # Rich's measures of a cell
_SHADES = {"█": 1.0, "▓": 0.7, "▒": 0.45, "░": 0.2}


def export(path: Path, title: str, view: Callable[[Console], None]) -> None:
    """Write what the view prints as a picture. Raises MlprepError for another ending, or where it cannot be written."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise MlprepError(f"A picture cannot be written to {path}.", "Name a file that ends in .svg or .html.")
    console = Console(
        file=io.StringIO(), record=True, width=WIDTH, height=100, force_terminal=True, color_system="truecolor",
        highlight=False, markup=False, emoji=False, legacy_windows=False, no_color=False,
    )  # fmt: skip
    console.print()
    view(console)
    console.print()
    text = _TEXT.sub(_drawn, console.export_svg(title=title, theme=_THEME, code_format=_SVG))
    if ending == ".html":
        text = _HTML.format(title=escape(title), svg=text)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise MlprepError(f"{path} could not be written: {error.strerror}.", "Name another place for it.") from error


def _drawn(found: re.Match[str]) -> str:
    """A run of text, taken apart: words at their own places, blocks as shapes, spaces as nothing."""
    style, clip = found[1], found[4]
    x, y = float(found[2]), float(found[3])
    out = []
    for kind, run in groupby(unescape(found[5]), lambda letter: letter if letter in _SHADES else letter.isspace()):
        text = "".join(run)
        width = len(text) * _CELL
        if isinstance(kind, str):
            top, height = y - _LINE * 0.68, _LINE * 0.72
            out.append(
                f'<rect class="{style}" x="{x + 0.6:.1f}" y="{top:.1f}" width="{width - 1.2:.1f}" height="{height:.1f}"'
                f' rx="2.5" fill-opacity="{_SHADES[kind]}"/>'
            )
        elif not kind:
            out.append(
                f'<text class="{style}" x="{x:.1f}" y="{y:.1f}" textLength="{width:.1f}" clip-path="{clip}">'
                f"{escape(text)}</text>"
            )
        x += width
    return "".join(out)
