"""Choosing exercises by the options of `mlprep list`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from mlprep.content.catalogue import LEVELS, VALUES, Catalogue, Exercise, Topic
from mlprep.content.synonyms import also, folded
from mlprep.errors import MlprepError

_SHORT = {level[0]: level for level in LEVELS}
_STATES = {
    "new": ("new",), "started": ("started",), "solved": ("solved", "due"), "due": ("due",),
    "todo": ("new", "started"), "done": ("solved", "due"),
}  # fmt: skip


class Wanted(NamedTuple):
    """What to list; ``topic`` may name an exercise as well."""

    topic: str | None = None
    level: str | None = None
    todo: bool = False
    done: bool = False
    due: bool = False
    search: str | None = None
    path: str | None = None  # a learning path, in whose order they are then


def select(catalogue: Catalogue, states: Mapping[str, str], wanted: Wanted) -> list[tuple[Topic, list[Exercise]]]:
    """The exercises that fit, under their topics, or under the path; topics without one are left out."""
    meant = catalogue.find_any(wanted.topic) if wanted.topic else None
    topics = [meant] if isinstance(meant, Topic) else catalogue.topics
    named = {topic.id: topic for topic in catalogue.topics}
    if wanted.path:
        path = catalogue.find_path(wanted.path)
        rows = tuple(catalogue.exercises[name] for name in path.exercises if name in catalogue.exercises)
        kept = tuple(each for each in rows if not isinstance(meant, Topic) or each.topic == meant.id)
        topics = [Topic(path.id, path.title, kept)]
    level = known_level(wanted.level) if wanted.level else None
    words = folded(wanted.search or "").split()
    chosen = []
    for topic in topics:
        fitting = [
            each
            for each in topic.exercises
            if not (isinstance(meant, Exercise) and each.id != meant.id)
            and (level is None or each.level == level)
            and (not wanted.todo or states[each.id] in ("new", "started"))
            and (not wanted.done or states[each.id] in ("solved", "due"))
            and (not wanted.due or states[each.id] == "due")
            and all(word in _described(named[each.topic], each) for word in words)
        ]
        if fitting:
            chosen.append((topic, fitting))
    return chosen


def _described(topic: Topic, each: Exercise) -> str:
    """All that is searched of an exercise."""
    names = f"{each.id} {each.id.replace('_', ' ')} {each.title} {topic.id} {topic.title}"
    return folded(f"{names} {' '.join(each.sections)} {also(each.id)}")


def known_level(name: str) -> str:
    """The level of that name, or of that first letter. Raises MlprepError."""
    level = _SHORT.get(name.lower(), name.lower())
    if level not in LEVELS:
        raise MlprepError(f"There is no level called {name!r}.", f"The levels are {', '.join(LEVELS)}.")
    return level


def filtered(catalogue: Catalogue, states: Mapping[str, str], typed: str) -> list[Exercise]:
    """The exercises that fit every word: a level, a state, a value, or part of what is searched.

    The name of a learning path stands for its exercises, in its order.
    """
    found = [(topic, each) for topic in catalogue.topics for each in topic.exercises]
    for word in folded(typed).split():
        if word in catalogue.paths:
            places = {name: place for place, name in enumerate(catalogue.paths[word].exercises)}
            found = sorted((pair for pair in found if pair[1].id in places), key=lambda pair: places[pair[1].id])
        elif word in LEVELS:
            found = [pair for pair in found if pair[1].level == word]
        elif word in _STATES:
            found = [pair for pair in found if states[pair[1].id] in _STATES[word]]
        elif word in VALUES:
            found = [pair for pair in found if pair[1].value == word]
        else:
            found = [pair for pair in found if word in _described(*pair)]
    return [each for _, each in found]
