"""The pictures in README, made by running the program: `python docs/pictures.py` writes them to docs/pictures.

The clock is fixed, the random test cases have one seed, and no font is named that must be there, so every machine
makes the same pictures. A test makes them again and compares what they say.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from html import escape
from pathlib import Path
from unittest import mock

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

FOLDER = Path(__file__).parent / "pictures"
NOW = time.mktime((2026, 3, 2, 18, 30, 0, 0, 0, -1))  # a Monday
DAY, MINUTE = 86_400, 60
SEED = 1  # of the random test cases

SOLVED = (  # exercises, each with the minutes that it took, a day or so apart
    ("softmax", 9), ("relu", 3), ("sigmoid", 6), ("log_softmax", 7), ("cross_entropy", 11), ("layer_norm", 12),
    ("pairwise_distances", 8), ("kmeans", 19), ("roc_auc", 14), ("linear_regression", 9), ("one_hot", 4),
    ("standardize", 6), ("adam_step", 9), ("dropout", 5), ("conv2d", 21), ("positional_encoding", 10),
)  # fmt: skip

# The maximum is that of the whole array.
SOFTMAX = """\
import numpy as np


def softmax(x, axis=-1):
    e = np.exp(x - np.max(x))
    return e / e.sum(axis=axis, keepdims=True)
"""
# The mask is read the wrong way round, and nothing is divided by the root of d_k.
ATTENTION = """\
import numpy as np


def attention(Q, K, V, mask=None):
    scores = Q @ np.swapaxes(K, -1, -2)
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = e / e.sum(axis=-1, keepdims=True)
    return weights @ V
"""
# The sixteen colors of a terminal, plain and bright; GitHub shows code in these.
COLORS = """
484f58 ff7b72 3fb950 d29922 58a6ff bc8cff 39c5cf c9d1d9
6e7681 ffa198 56d364 e3b341 79c0ff d2a8ff 56d4dd f0f6fc
"""
CELL, LINE, FONT = 8.4, 17, 14  # a column, a line and the letters, in units of the picture
MARGIN, TOP = 14, 40
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
INK, PAPER, EDGE = "#c9d1d9", "#0d1117", "#30363d"
RGB = [(int(each[:2], 16), int(each[2:4], 16), int(each[4:], 16)) for each in COLORS.split()]
THEME = TerminalTheme((13, 17, 23), (201, 209, 217), RGB[:8], RGB[8:])


@contextlib.contextmanager
def new_home() -> Iterator[Path]:
    """A home of its own, in which somebody has practiced for two weeks."""
    with tempfile.TemporaryDirectory() as name:
        kept = {key: os.environ[key] for key in ("PATH", "PYTHONPATH", "TZ", "SYSTEMROOT") if key in os.environ}
        new = {**kept, "HOME": name, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        with mock.patch.dict(os.environ, new, clear=True):
            yield Path(name)


def practice(folder: Path) -> None:
    """The progress file of those two weeks."""
    from mlprep.learner import record_file
    from mlprep.learner.record import PASSED, Progress

    def change(progress: Progress) -> None:
        for i, (name, minutes) in enumerate(SOLVED):
            end = NOW - (len(SOLVED) - i) * DAY * 0.9
            progress.start(name, end - minutes * MINUTE)
            progress.record(name, PASSED, end)

    (folder / ".mlprep").mkdir(parents=True)
    record_file.update(folder / ".mlprep" / "progress.json", change)


def drawn(text: Text, width: int, title: str) -> str:
    """A terminal of that width, which shows this text, as SVG."""
    console = Console(width=width, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    rows = console.render_lines(text, console.options.update(no_wrap=True), pad=False)
    wide, high = width * CELL + 2 * MARGIN, len(rows) * LINE + TOP + MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect x="0.5" y="0.5" width="{wide - 1:g}" height="{high - 1}" rx="8" fill="{PAPER}" stroke="{EDGE}"/>',
        *(f'<circle cx="{18 + 18 * i}" cy="18" r="5.5" fill="{fill}"/>'
          for i, fill in enumerate(("#ff5f57", "#febc2e", "#28c840"))),
        f'<g font-family="{FONTS}" font-size="{FONT}" fill="{INK}" xml:space="preserve">',
        f'<text x="{wide / 2:g}" y="23" text-anchor="middle" fill="#8d96a0">{escape(title)}</text>',
    ]  # fmt: skip
    for number, row in enumerate(rows):
        parts += _row(row, TOP + number * LINE)
    return "\n".join([*parts, "</g>", "</svg>"]) + "\n"


def _row(row: list[Segment], top: int) -> Iterator[str]:
    """What is behind the letters first, then the words, each where its column is: so no font can move it."""
    column, words = 0, []
    for segment in row:
        style, wide = segment.style or Style.null(), segment.cell_length
        ink, behind = _colors(style)
        if behind:
            yield _box(column, top, wide, behind)
        at = column
        for piece in re.findall(r" +|[█░]+|[^ █░]+(?: [^ █░]+)*", segment.text):
            cells = cell_len(piece)
            if piece[0] in "█░":  # as boxes: in fonts they leave gaps
                yield _box(at, top, cells, ink or INK, 1 if piece[0] == "█" else 0.25)
            elif piece[0] != " ":
                words.append(_word(piece, at, cells, top, style, ink))
            at += cells
        column += wide
    yield from words


def _colors(style: Style) -> tuple[str, str]:
    """What it is written in and on, empty for the usual."""
    ink, behind = (
        "" if color is None or color.is_default else color.get_truecolor(THEME).hex
        for color in (style.color, style.bgcolor)
    )
    return (behind or PAPER, ink or INK) if style.reverse else (ink, behind)


def _box(column: int, top: int, cells: int, fill: str, opacity: float = 1) -> str:
    see_through = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
    place = f'x="{MARGIN + column * CELL:.1f}" y="{top}" width="{cells * CELL:.1f}" height="{LINE}"'
    return f'<rect {place} fill="{fill}"{see_through} shape-rendering="crispEdges"/>'


def _word(text: str, column: int, cells: int, top: int, style: Style, ink: str) -> str:
    looks = (f' fill="{ink}"' if ink else "") + (' font-weight="bold"' if style.bold else "")
    looks += ' opacity="0.6"' if style.dim else ""
    place = f'x="{MARGIN + column * CELL:.1f}" y="{top + 13}" textLength="{cells * CELL:.1f}"'
    return f'<text {place} lengthAdjust="spacingAndGlyphs"{looks}>{escape(text)}</text>'


def verdict() -> str:
    """What `mlprep check softmax` prints about code that is right on ordinary input."""
    with new_home() as home:
        (home / "mlprep").mkdir()
        (home / "mlprep" / "softmax.py").write_text(SOFTMAX, encoding="utf-8")
        words = [sys.executable, "-m", "mlprep", "check", "softmax", "--seed", str(SEED)]
        env = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": "80"}
        done = subprocess.run(words, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return drawn(Text.from_ansi(f"$ mlprep check softmax\n{done.stdout.decode().rstrip()}"), 80, "mlprep check softmax")


def app(size: tuple[int, int] = (120, 36)) -> str:
    """The practice app, with a statement and the verdict on code with two mistakes."""
    from mlprep.activities import next_up
    from mlprep.activities.session import Session
    from mlprep.app.practice_app import PracticeApp

    clock, seed = mock.Mock(return_value=NOW), mock.Mock(return_value=SEED.to_bytes(4, "big"))
    with new_home() as home, mock.patch("time.time", clock), mock.patch("os.urandom", seed):
        folder = home / "mlprep"
        practice(folder)
        session = Session()
        begun = next_up.take_up(session, "attention")
        running = PracticeApp(session, begun)

        async def play() -> Text:
            async with running.run_test(size=size) as pilot:

                async def until(what: str) -> None:
                    end = time.monotonic() + 60
                    while what not in screen(running).plain:
                        if time.monotonic() > end:
                            raise SystemExit(f"There is no {what!r} on the screen:\n{screen(running).plain}")
                        await pilot.pause(0.05)

                await until("Your file is")
                clock.return_value += 7 * MINUTE + 12
                (folder / "attention.py").write_text(ATTENTION, encoding="utf-8")
                await until("Check 2")
                running.practice.tick()
                await pilot.pause(0.3)
                return screen(running)

        try:
            text = asyncio.run(play())
        finally:
            running.end()
    return drawn(text, size[0], "mlprep")


def screen(running: object) -> Text:
    """What an app shows."""
    width, height = running.size
    console = Console(
        width=width, height=height, file=io.StringIO(), force_terminal=True, color_system="truecolor", record=True,
        legacy_windows=False, _environ={},
    )  # fmt: skip
    compositor = running.screen._compositor
    console.print(compositor.render_update(full=True, screen_stack=running._background_screens))
    return Text("\n").join(Text.from_ansi(console.export_text(styles=True)).split("\n")[:height])


PICTURES = {"app.svg": app, "verdict.svg": verdict}


def main() -> None:
    """Write every picture."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in PICTURES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8")
        print(f"docs/pictures/{name}")


if __name__ == "__main__":
    main()
