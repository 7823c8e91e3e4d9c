"""The cheat sheet as a page to print: an HTML file of two to four sheets of paper that needs nothing from the network.

It holds the formulas, the tables and what to mind, in four columns on landscape paper. Code stays in the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from mlprep.content.sheet import Block, Section
from mlprep.errors import MlprepError
from mlprep.views import exported

ENDING = ".html"
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>mlprep cheat sheet</title>
<style>
@page {{ size: A4 landscape; margin: 6mm; }}
body {{ margin: 0; color: #1f2328; font: 5.5pt/1.16 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }}
main {{ columns: 5; column-gap: 3mm; column-rule: 0.2mm solid #d8dee4; }}
h2 {{ margin: 1.2mm 0 0.5mm; padding: 0.3mm 0.8mm; color: #fff; background: #1f2328; font-size: 6.6pt; }}
h3 {{ margin: 0.9mm 0 0.2mm; font-size: 6.1pt; break-after: avoid; }}
h3.weak {{ border-left: 0.8mm solid #bc4c00; padding-left: 0.7mm; }}
h3 small {{ color: #bc4c00; font-weight: normal; }}
p {{ margin: 0.2mm 0; }}
p.mind {{ color: #57606a; }}
pre, td, th {{ font: 5pt/1.18 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }}
pre {{ margin: 0.3mm 0; white-space: pre-wrap; overflow-wrap: anywhere; }}
table {{ border-collapse: collapse; }}
td, th {{ padding: 0 0.8mm 0 0; text-align: left; vertical-align: top; }}
code {{ font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 92%; }}
@media screen {{ body {{ font-size: 12px; margin: 1rem; }} main {{ columns: 24rem; }} h2, h3 {{ font-size: 14px; }}
  pre, td, th {{ font-size: 11px; }} }}
</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""
_SENTENCE = re.compile(r"(?<=[.?])\s+(?=[A-Z`])")


def export(path: Path, sections: Sequence[Section], weak: Collection[str] = ()) -> None:
    """Write the page, with the sections of these exercises marked. Raises MlprepError."""
    if path.suffix.lower() != ENDING:
        raise MlprepError(f"The sheet cannot be written to {path}.", f"Name a file that ends in {ENDING}.")
    exported.write(path, page(sections, weak))


def page(sections: Sequence[Section], weak: Collection[str] = ()) -> str:
    """The page as HTML."""
    parts = list[str]()
    for topic, own in groupby(sections, key=lambda each: each.topic_title):
        parts.append(f"<h2>{escape(topic)}</h2>")
        for section in own:
            parts += _section(section, weak)
    return _PAGE.format(body="\n".join(parts))


def _section(section: Section, weak: Collection[str]) -> Iterator[str]:
    marked = [each.id for each in section.exercises if each.id in weak and each.topic == section.topic]
    told = f" <small>{escape(', '.join(marked))}</small>" if marked else ""
    kind = ' class="weak"' if marked else ""
    yield f"<h3{kind}>{escape(section.title)}{told}</h3>"
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    """A formula or a table whole, of prose its first sentence, and no code."""
    if block.kind == "text":
        lines = (re.sub(r"(?<=\S) {3,}", "   ", line) for line in block.text.splitlines())
        yield f"<pre>{escape(chr(10).join(lines))}</pre>"
    elif block.kind == "prose" and block.text.startswith("|"):
        yield _table(block.text)
    elif block.kind == "prose" and block.text.startswith(("-", "*")):
        yield "".join(f"<p>{_marked_up(item)}</p>" for item in re.split(r"\n(?=[-*] )", block.text))
    elif block.kind == "prose":
        first = _SENTENCE.split(" ".join(block.text.split()), maxsplit=1)[0]
        kind = ' class="mind"' if block.text.startswith("Mind:") else ""
        yield f"<p{kind}>{_marked_up(first)}</p>"


def _table(text: str) -> str:
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()]
    rows = [row for row in rows if not all(set(cell) <= {"-", ":"} for cell in row)]
    cells = ("".join(f"<td>{_marked_up(cell)}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def _marked_up(text: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(" ".join(text.split()), quote=False))
