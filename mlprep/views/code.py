"""Python source, lightly styled: keywords, strings and comments stand out in any terminal, and text stays text."""

from __future__ import annotations

import io
import keyword
import tokenize

from rich.console import Console
from rich.text import Text

from mlprep.views.text import DIM, GOOD, safe

# Pygments would take longer to import than all else that shows a solution.
_STYLES = {tokenize.STRING: GOOD, tokenize.COMMENT: DIM}


def show_code(console: Console, source: str, indent: int = 0) -> None:
    """The source as it is, line for line, so that it can be copied; folded only where a terminal would wrap it."""
    for line in styled(source):
        whole = Text(" " * indent) + line if line else line
        if console.is_terminal and whole.cell_len > console.width:
            _show_folded(console, whole)
        else:
            console.print(whole, soft_wrap=True)


def _show_folded(console: Console, line: Text) -> None:
    """A line wider than the terminal, with the rest of it further in than its beginning."""
    plain = line.plain
    deeper = len(plain) - len(plain.lstrip()) + 4
    first = True
    while line:
        room = max(console.width - (0 if first else deeper), 20)
        cut = line.plain.rfind(" ", 1, room + 1) if len(line.plain) > room else len(line.plain)
        cut = cut if len(line.plain[:cut].strip()) > 0 else room
        piece, line = line[:cut], line[cut:]
        if line and line.plain[0] == " ":
            line = line[1:]
        console.print(piece if first else Text(" " * deeper) + piece, no_wrap=True, overflow="ellipsis")
        first = False


def styled(source: str) -> list[Text]:
    """Each line of the source."""
    lines = [Text(safe(line)) for line in source.split("\n")]
    if any(line.plain != raw for line, raw in zip(lines, source.split("\n"), strict=True)):
        return lines  # with control codes spelled out, the columns are others
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (tokenize.TokenError, SyntaxError):
        return lines
    for token in tokens:
        style = _STYLES.get(token.type, "bold" if keyword.iskeyword(token.string) else "")
        (first, start), (last, end) = token.start, token.end
        for number in range(first, last + 1) if style else ():
            line = lines[number - 1]
            line.stylize(style, start if number == first else 0, end if number == last else len(line))
    return lines
