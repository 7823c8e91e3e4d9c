"""The cheat sheet, read from the topics' ``sheet.md``: sections, their text, and the exercises that practice them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mlprep.content.catalogue import Catalogue, Exercise, Topic
from mlprep.content.synonyms import folded

GENERAL = "General"  # the sheet of no topic: ``exercises/sheet.md``
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_DEFINED = re.compile(r"^(?:def|class) (\w+)", re.MULTILINE)
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A piece of a section: ``prose``, or the language of a fenced block (``text`` for formulas, ``python``)."""

    kind: str
    text: str


class Section(NamedTuple):
    """One section of the sheet."""

    title: str
    topic: str
    topic_title: str
    blocks: tuple[Block, ...]
    exercises: tuple[Exercise, ...]


def sections(catalogue: Catalogue) -> list[Section]:
    """Every section, in the order of the curriculum, the general ones last."""
    found = [each for topic in catalogue.topics for each in _read(catalogue, topic.id, topic.title)]
    return found + list(_read(catalogue, "", GENERAL))


def select(every: list[Section], about: Topic | Exercise | None, search: str | None) -> list[Section]:
    """The sections of a topic, or for an exercise, that hold all the words."""
    words = folded(search or "").split()
    return [
        each
        for each in every
        if _is_about(each, about)
        and all(word in folded(f"{each.title} {' '.join(block.text for block in each.blocks)}") for word in words)
    ]


def gives_away(section: Section, states: Mapping[str, str]) -> dict[str, list[str]]:
    """The blocks that hold the code of exercises that are not solved, each with their names."""
    unsolved = [each for each in section.exercises if states[each.id] in ("new", "started")]
    found: dict[str, list[str]] = {}
    for block in section.blocks if unsolved else ():
        if block.kind == "python":
            defined = set(_DEFINED.findall(block.text))
            names = [each.id for each in unsolved if defined & {*each.entry}]
            if names:
                found[block.text] = names
    return found


def as_json(section: Section) -> dict[str, Any]:
    """A section as plain data."""
    return {
        "title": section.title,
        "topic": section.topic,
        "blocks": [block._asdict() for block in section.blocks],
        "exercises": [each.id for each in section.exercises],
    }


def _is_about(section: Section, about: Topic | Exercise | None) -> bool:
    if isinstance(about, Exercise):
        return section.title in about.sections and section.topic in ("", about.topic)
    return about is None or section.topic == about.id


def _read(catalogue: Catalogue, topic: str, title: str) -> Iterator[Section]:
    path = catalogue.topic_folder(topic) / "sheet.md"
    if not path.is_file():
        return
    pack, _, _ = topic.rpartition("/")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        if not pack:
            raise
        catalogue.packs[pack].tell(path, f"this cannot be read: {error}")
        return
    headings = list(_HEADING.finditer(text))
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        body = text[heading.end() : following.start() if following else len(text)]
        name = heading[1].strip()
        exercises = tuple(each for each in catalogue.exercises.values() if name in each.sections)
        # a heading such as KL Divergence stands in several topics; each shows its own topic's exercises first
        own = tuple(sorted(exercises, key=lambda each: each.topic != topic))
        yield Section(name, topic, title, tuple(_blocks(body)), own)


def _blocks(body: str) -> Iterator[Block]:
    end = 0
    for fence in _FENCE.finditer(body):
        yield from _prose(body[end : fence.start()])
        yield Block(fence[1] or "text", fence[2].rstrip("\n"))
        end = fence.end()
    yield from _prose(body[end:])


def _prose(text: str) -> Iterator[Block]:
    for paragraph in text.strip().split("\n\n"):
        if paragraph.strip():
            yield Block("prose", paragraph.strip("\n"))
