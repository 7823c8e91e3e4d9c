"""README's table of what the exercises cover, made from the catalogue: `python -m mlprep.authoring.topic_table`."""

from __future__ import annotations

from pathlib import Path

from mlprep.content.catalogue import VALUES, Catalogue

DOCUMENT = Path(__file__).parents[2] / "README.md"
BEGIN = "<!-- the table begins: written by `python -m mlprep.authoring.topic_table` -->"
END = "<!-- the table ends -->"
_SHOWN = 4  # exercises of a topic: what interviews ask most comes first


def updated(text: str) -> str:
    """The document with the table of today between its two markers."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table(Catalogue())}\n\n{END}{after}"


def table(catalogue: Catalogue) -> str:
    """A row for each topic: how many exercises it has, and those that are asked most."""
    rows = [f"| {len(catalogue.exercises)} exercises | | such as |", "|---|---|---|"]
    for topic in catalogue.topics:
        first = sorted(topic.exercises, key=lambda each: VALUES.index(each.value))[:_SHOWN]
        rows.append(f"| {topic.title} | {len(topic.exercises)} | {', '.join(f'`{each.id}`' for each in first)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    DOCUMENT.write_text(updated(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
