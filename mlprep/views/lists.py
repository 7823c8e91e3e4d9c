"""The lists: exercises by topic, and the statement of one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from mlprep.content.catalogue import NUMPY_ONLY, Exercise, LearningPath, Topic
from mlprep.grading.frameworks import NUMPY
from mlprep.views.text import DIM, GOOD, KEY, STAR, WARN, paragraph, safe

# Rich's tables take 40 ms for a hundred rows, a third of what the whole command may; columns are set by hand.
_BESIDE = 30  # columns that neither the name nor the title takes
_READABLE = 12
STATES = {"new": ("·", ""), "started": ("▸", WARN), "solved": ("✓", GOOD), "due": ("↻", WARN)}


def show_list(
    console: Console,
    topics: Sequence[tuple[Topic, Sequence[Exercise]]],
    states: Mapping[str, str],
    starred: Collection[str] = (),
    *,
    framework: str = NUMPY,
) -> None:
    """Every exercise on a line, under its topic, which counts all of its exercises, shown or not.

    In a workspace for PyTorch, a topic says if it is about NumPy itself.
    """
    out = Text()
    wide = max(len(each.id) for _, exercises in topics for each in exercises) + 1
    room = console.width - _BESIDE - wide
    for topic, exercises in topics:
        solved = sum(states[each.id] in ("solved", "due") for each in topic.exercises)
        out.append(f"\n{topic.title}", KEY)
        out.append(f"  {_counted(topic, solved, len(exercises), console.width)}", DIM)
        is_numpys = framework != NUMPY and all(each.framework == NUMPY_ONLY for each in exercises)
        out.append(", NumPy only\n" if is_numpys else "\n", DIM)
        for each in exercises:
            mark, style = STATES[states[each.id]]
            out.append(f"  {mark} ", style).append(f"{each.id:<{wide}}", style or "")
            if room >= 0:
                out.append(f"{each.level:<7}{each.minutes:>3} min  ", DIM)
            out.append(f"{states[each.id]:<7} ", style or DIM)
            out.append(f"{STAR if each.id in starred else ' '} ", GOOD)
            out.append(_cut(each.title, room) + "\n")
    any_starred = any(each.id in starred for _, exercises in topics for each in exercises)
    out.append(f"\n{legend(starred=any_starred)}", DIM)
    console.print(out, no_wrap=True, overflow="ignore")


def legend(*, starred: bool) -> str:
    """What the marks mean."""
    star = f"   {STAR} nothing left to add" if starred else ""
    return f"· new   ▸ started   ✓ solved   ↻ due for review{star}"


def _counted(topic: Topic, solved: int, shown: int, width: int) -> str:
    """How far a topic is, in as many words as the window takes."""
    total = len(topic.exercises)
    said = f"{solved} of {total} solved" + (f", {shown} shown" if shown < total else "")
    both = f"{topic.id}, {said}"
    room = width - len(topic.title) - 2
    return next((words for words in (both, said) if len(words) <= room), f"{solved}/{total}")


def as_json(
    topics: Sequence[tuple[Topic, Sequence[Exercise]]], states: Mapping[str, str], starred: Collection[str] = ()
) -> list[dict[str, Any]]:
    """The list as plain data."""
    return [
        {"id": each.id, "topic": topic.id, "title": each.title, "level": each.level, "minutes": each.minutes,
         "value": each.value, "frameworks": each.frameworks, "state": states[each.id],
         "starred": each.id in starred}
        for topic, exercises in topics
        for each in exercises
    ]  # fmt: skip


def paths_as_json(
    paths: Iterable[LearningPath], states: Mapping[str, str], followed: str | None
) -> list[dict[str, Any]]:
    """The learning paths as plain data, with how far each is."""
    return [
        {
            "id": each.id,
            "title": each.title,
            "about": each.about,
            "exercises": list(each.exercises),
            "solved": sum(states.get(name) in ("solved", "due") for name in each.exercises),
            "followed": each.id == followed,
        }
        for each in paths
    ]


def show_paths(console: Console, paths: Sequence[Mapping[str, Any]]) -> None:
    """The learning paths, each with what it is for."""
    wide = max(len(each["id"]) for each in paths)
    for each in paths:
        mark, style = ("▸", WARN) if each["followed"] else (" ", "")
        line = Text(f"{mark} {each['id']:<{wide}}", style or KEY)
        console.print(line.append(f"  {each['solved']} of {len(each['exercises'])} solved", DIM))
        paragraph(console, each["about"], DIM, by=4)
    console.print(Text("\nSee one: mlprep list --path first-week\nFollow it: mlprep next --path first-week", DIM))


def show_statement(console: Console, exercise: Exercise, statement: str) -> None:
    """What the exercise asks, as it stands at the top of its file."""
    title, _, rest = statement.strip().partition("\n")
    console.print(Text(title, KEY).append(f"   {exercise.level}, {exercise.minutes} min\n", DIM))
    console.print(Text(reflowed(safe(rest.lstrip("\n")), min(console.width, 100)), no_wrap=True, overflow="ignore"))


def reflowed(text: str, width: int) -> str:
    """The statement as it is written where it fits; else prose, definitions (``name   what it is``) and list items
    wrapped to the window, formulas, code and examples as they are.
    """
    import textwrap

    text = "\n".join(line.replace("<BLANKLINE>", "").rstrip() for line in text.splitlines())  # it is doctest's alone
    if max(map(len, text.splitlines()), default=0) <= width:
        return f"{text}\n"
    out: list[str] = []
    for block in text.split("\n\n"):
        lines = block.strip("\n").splitlines()
        if any(line.startswith((">>>", "    >>>")) for line in lines) or all(line[:1] == " " for line in lines):
            out.append("\n".join(folded(line, width) for line in lines) + "\n")
            continue
        for item in _items(lines):
            field = _DEFINITION.match(item)
            out.append(textwrap.fill(item, width, subsequent_indent=" " * (field.end() if field else 0)))
            out[-1] = out[-1] if field is None else item[: field.end()] + out[-1][field.end() :]
        out[-1] += "\n"
    return "\n".join(out).rstrip("\n") + "\n"


def folded(line: str, width: int) -> str:
    """A line of code that does not fit, with the rest of it further in than its beginning."""
    import textwrap

    deeper = " " * (len(line) - len(line.lstrip(" .>")) + 4)
    return "\n".join(textwrap.wrap(line, width, subsequent_indent=deeper, break_on_hyphens=False)) or line


_DEFINITION = re.compile(r"\S+(?: \S+)* {2,}(?=\S)|returns | *- | *\d+\. ")


def _items(lines: Sequence[str]) -> list[str]:
    """Lines joined where one goes on with the last: prose, or a definition's indented second line."""
    items: list[str] = []
    for line in lines:
        defines = _DEFINITION.match(line) is not None and (line[:1] != " " or line.lstrip()[:1] in "-123456789")
        if not items or defines or (line[:1] != " " and _DEFINITION.match(items[-1])):
            items.append(line.rstrip())
        else:
            items[-1] += " " + line.strip()
    return items


def _cut(text: str, width: int) -> str:
    """The text in that many columns; nothing where it would not be readable."""
    if len(text) <= width:
        return text
    return text[: width - 1] + "…" if width >= _READABLE else ""
