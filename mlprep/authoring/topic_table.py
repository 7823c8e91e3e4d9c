"""README's table of what the exercises cover, made from the catalogue: `python -m mlprep.authoring.topic_table`."""

from __future__ import annotations

from mlprep.authoring.documents import ROOT, between
from mlprep.content.catalogue import VALUES, Catalogue

DOCUMENT = ROOT / "README.md"
BEGIN = "<!-- the table begins: written by `python -m mlprep.authoring.topic_table` -->"
END = "<!-- the table ends -->"
_SHOWN = 4  # exercises of a topic: what interviews ask most comes first


def updated(text: str) -> str:
    """The document with the table of today between its two markers."""
    return between(text, BEGIN, END, table(Catalogue()))


def table(catalogue: Catalogue) -> str:
    """A row for each topic: how many exercises it has, and those that are asked most."""
    rows = [f"| {len(catalogue.exercises)} exercises | | such as |", "|---|---|---|"]
    for topic in catalogue.topics:
        first = sorted(topic.exercises, key=lambda each: VALUES.index(each.value))[:_SHOWN]
        rows.append(f"| {topic.title} | {len(topic.exercises)} | {', '.join(f'`{each.id}`' for each in first)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    DOCUMENT.write_text(updated(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
