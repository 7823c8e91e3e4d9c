"""The cheat sheet in the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text

from mlprep.content.sheet import Block, Section, gives_away
from mlprep.phrases import listed
from mlprep.views.code import show_code
from mlprep.views.lists import STATES
from mlprep.views.text import DIM, GOOD, KEY, WARN, indented, paragraph


def show_sheet(
    console: Console, sections: Sequence[Section], states: Mapping[str, str], *, code: bool = False, way: str = ""
) -> None:
    """Section by section, each with its exercises and the user's state.

    Code that would give an unsolved exercise away stays hidden unless ``code``; ``way`` says how to see it.
    """
    topic = None
    for section in sections:
        if section.topic != topic:
            topic = section.topic
            if section.title.lower() != section.topic_title.lower():
                console.print(Text(f"\n{section.topic_title}", f"{KEY} underline"))
        console.print(Text(f"\n{section.title}", KEY))
        hidden = {} if code else gives_away(section, states)
        for block in section.blocks:
            if block.text in hidden:
                _show_hidden(console, hidden[block.text], way)
            else:
                _show_block(console, block)
        if section.exercises:
            line = Text("  Practice: ", DIM)
            for index, each in enumerate(section.exercises):
                state = states[each.id]
                line.append("   " * bool(index)).append(
                    f"{STATES[state][0]} {each.id}", GOOD if state == "solved" else ""
                )
            console.print(line)


def show_contents(console: Console, sections: Sequence[Section]) -> None:
    """The titles of the sections, by topic."""
    titles: dict[str, list[str]] = {}
    for section in sections:
        titles.setdefault(section.topic_title, []).append(section.title)
    for topic, own in titles.items():
        console.print(Text(topic, KEY))
        paragraph(console, ", ".join(own))


def _show_hidden(console: Console, names: Sequence[str], way: str) -> None:
    """Where code would be that the learner has still to find."""
    whose = listed(names, "and")
    console.print()
    paragraph(
        console, f"The code of {whose} is hidden until you solve {'it' if len(names) == 1 else 'them'}.{way}", DIM
    )


def _show_block(console: Console, block: Block) -> None:
    console.print()
    if block.kind == "python":
        show_code(console, block.text, indent=4)
    elif block.kind == "prose" and block.text.startswith("Mind:"):
        paragraph(console, " ".join(block.text.split()), WARN)
    elif block.kind == "prose" and not block.text.startswith(("|", "-", "*")):
        paragraph(console, " ".join(block.text.split()))
    else:
        console.print(indented(block.text, 4), no_wrap=True, overflow="ignore", crop=False)
