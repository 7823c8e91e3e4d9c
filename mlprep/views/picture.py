"""A view as a picture to share: an .svg or .html file that needs nothing from the network."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from mlprep.errors import MlprepError

WIDTH = 96
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
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>mlprep</title>
<style>
{stylesheet}
body {{ color: {foreground}; background-color: {background}; margin: 2rem; }}
pre {{ font-family: FONTS; line-height: 1.3; }}
</style>
</head>
<body>
<pre><code style="font-family: inherit">{code}</code></pre>
</body>
</html>
""".replace("FONTS", _FONTS)


def export(path: Path, title: str, view: Callable[[Console], None]) -> None:
    """Write what the view prints as a picture. Raises MlprepError for another ending, or where it cannot be written."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise MlprepError(f"A picture cannot be written to {path}.", "Name a file that ends in .svg or .html.")
    console = Console(
        file=io.StringIO(), record=True, width=WIDTH, height=100, force_terminal=True, color_system="truecolor",
        highlight=False, markup=False, emoji=False, legacy_windows=False, no_color=False,
    )  # fmt: skip
    view(console)
    if ending == ".svg":
        text = console.export_svg(title=title, theme=_THEME, code_format=_SVG)
    else:
        text = console.export_html(theme=_THEME, code_format=_HTML)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise MlprepError(f"{path} could not be written: {error.strerror}.", "Name another place for it.") from error
