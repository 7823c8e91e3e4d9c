"""The printed list and statement: columns that never touch, cuts that can be seen, counts of whole topics."""

from __future__ import annotations

import io

import pytest
from support import catalogue, printed

from mlprep.content.statement import statement
from mlprep.views import lists
from mlprep.views.text import make_console

NEW = dict.fromkeys(catalogue.exercises, "new")


def shown(topics, states=NEW, width=80) -> str:
    stream = io.StringIO()
    lists.show_list(make_console(stream, width=width), topics, states)
    return stream.getvalue()


@pytest.mark.parametrize("width", [50, 80, 120])
@pytest.mark.parametrize("state", ["new", "started", "solved", "due"])
def test_names_levels_states_and_titles_keep_a_space_between_them(width, state):
    for topic in catalogue.topics:
        lines = shown([(topic, topic.exercises)], dict.fromkeys(NEW, state), width).splitlines()
        for each, line in zip(topic.exercises, lines[2:], strict=False):
            words = line.split()
            facts = [each.id, each.level, str(each.minutes), "min", state]
            start = len(facts) + 1 if each.level in words else 3
            assert words[1:start] == (facts if start > 3 else [each.id, state])
            title = " ".join(words[start:])
            assert title in ("", each.title) or (title.endswith("…") and each.title.startswith(title[:-1].rstrip()))
            assert len(line.rstrip()) <= width


def test_a_heading_counts_its_topic_whole_even_if_few_are_shown():
    topic = catalogue.find_topic("transformers")
    heading = shown([(topic, topic.exercises[:2])], {**NEW, topic.exercises[-1].id: "solved"}).splitlines()[1]
    assert f"1 of {len(topic.exercises)} solved, 2 shown" in heading


def test_no_heading_is_cut_in_a_narrow_window():
    for topic in catalogue.topics:
        assert shown([(topic, topic.exercises)], width=50).splitlines()[1].split()[-1] in (
            "solved",
            f"0/{len(topic.exercises)}",
        )


@pytest.mark.parametrize("width", [50, 80, 100])
def test_no_line_of_a_statement_is_wider_than_the_window(width):
    for exercise in catalogue.exercises.values():
        lines = printed(lists.show_statement, exercise, statement(catalogue, exercise), width=width)
        assert max(map(len, lines)) <= width, exercise.id
