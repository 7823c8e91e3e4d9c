"""`mlprep progress`: what the record says, at 80 columns and less, without color, and as a picture."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest
from learner import DAY, FIRST, MINUTE, at
from support import catalogue

from mlprep.learner import mistake_words
from mlprep.learner.record import PASSED, Progress
from mlprep.learner.summary import summarize
from mlprep.views import picture
from mlprep.views import progress as view
from mlprep.views.text import make_console

NOW = at(FIRST)


def practiced() -> Progress:
    """Three weeks: one topic done, another in trouble, a known mistake met twice."""
    progress = Progress()
    for number, name in enumerate(("checkerboard", "point_grid", "clip_outliers", "softmax")):
        start = NOW - (20 - number) * DAY
        progress.start(name, start)
        for minute in range(1, 9):
            progress.touch(name, start + minute * MINUTE)
        if name == "softmax":
            progress.record(name, "failed", start + 9 * MINUTE, "whole_array")
            progress.record(name, "failed", start + 9 * MINUTE, "whole_array")
            progress.record(name, "error", start + 9 * MINUTE, "crashed")
            progress.record(name, "failed", start + 9 * MINUTE, "property:sums to 1")
        progress.record(name, PASSED, start + 10 * MINUTE)
    progress.start("pca", NOW - DAY)
    progress.record("pca", "failed", NOW - DAY + 5 * MINUTE, "\x1b[31mhostile")
    return progress


def shown(progress: Progress, width: int = 80, now: float = NOW) -> list[str]:
    out = io.StringIO()
    console = make_console(out, width=width, height=100)
    view.show_progress(console, summarize(catalogue, progress, now))
    return out.getvalue().splitlines()


def test_everything_that_was_asked_for_is_told():
    text = "\n".join(shown(practiced()))
    assert "4 of " in text
    assert "1-day streak   longest 4 days" in text
    assert "9 checks in 55 min of practice, 1." in text
    assert re.search(r"NumPy essentials +█+░+ +3 of", text)
    assert "× the target time" in text
    assert "pca is not solved yet\n      mlprep start pca" in text
    assert "2×  softmax: You normalized over the whole array" in text
    assert "1×  an exception" in text
    assert "1×  a property does not hold: sums to 1" in text
    assert re.search(r"Activations +█+░+ +1 of \d+ +\d+%  fading", text)
    assert re.search(r"Transformers +░+ +0 of \d+ +not practiced", text)
    assert re.search(r"Clustering.* ░+ +0 of \d+ +0 of \d+ must-knows", text)
    shares = [int(share) for share in re.findall(r"  (?:today|in \d weeks?) +[█░]+ +(\d+)%", text)]
    assert len(shares) == 4
    assert shares == sorted(shares, reverse=True), "what is not reviewed is forgotten"


@pytest.mark.parametrize("width", [80, 60, 40, 20])
def test_it_fits_the_window_and_names_no_control_codes(width):
    lines = shown(practiced(), width)
    assert max(map(len, lines)) <= width
    assert "\x1b" not in "".join(lines)
    assert width < 80 or lines == [line.rstrip() for line in lines]


def test_a_new_learner_is_told_what_to_do_and_sees_no_empty_charts():
    lines = shown(Progress())
    assert "mlprep start softmax" in "\n".join(lines)
    assert "mlprep plan --until" in "\n".join(lines)
    assert len(lines) < 10
    assert not set("\n".join(lines)) & set("█░▒·")


def test_the_calendar_begins_with_the_week_of_the_first_check():
    progress = Progress()
    progress.record("softmax", "failed", NOW - 15 * DAY)
    top = next(line for line in shown(progress) if line.startswith("  Mon "))
    assert top.split()[1:] == ["·", "·", "·", "·"], "the third week before this one, a Sunday"


def test_the_interview_has_its_place_in_the_forgetting():
    progress = practiced()
    progress.make_plan(date(2024, 3, 20), 45, NOW)
    assert re.search(r"interview, Mar 20 +█", "\n".join(shown(progress)))


def test_a_topic_is_ready_when_what_is_asked_most_is_known_without_the_solution():
    must = [each.id for each in catalogue.find_topic("activations").exercises if each.value == "must"]

    def topic(change) -> str:
        progress = Progress()
        for name in must:
            progress.start(name, NOW - DAY)
            change(progress, name)
            progress.record(name, PASSED, NOW - DAY + 60)
        found = {each["id"]: each["readiness"] for each in summarize(catalogue, progress, NOW)["topics"]}
        assert found["trees"] == "not practiced"
        return found["activations"]

    assert topic(lambda progress, name: None) == "ready"
    assert topic(lambda progress, name: progress.see_solution(name, NOW - DAY)) == "started"


def test_the_most_common_mistakes_are_five_and_in_words():
    progress = Progress()
    kinds = ("none", "shape", "dtype", "crashed", "slow", "warning")
    for count, kind in enumerate(kinds, 1):
        for _ in range(count):
            progress.record("softmax", "failed", NOW, kind)
    lines = shown(progress)
    start = lines.index("Your most common mistakes")
    assert [line.strip() for line in lines[start + 1 : start + 6]] == [
        "6×  a NumPy warning", "5×  too slow", "4×  an exception", "3×  wrong dtype", "2×  wrong shape",
    ]  # fmt: skip
    assert "nothing returned" not in "\n".join(lines)


def test_the_calendar_has_weeks_as_columns_and_reads_without_color():
    progress = Progress()
    for days, count in ((0, 1), (1, 3), (7, 6), (14, 10)):
        for _ in range(count):
            progress.record("softmax", "failed", NOW - days * DAY)
    lines = shown(progress)
    top = next(i for i, line in enumerate(lines) if line.startswith("  Mon "))
    monday, sunday = lines[top].split()[1:], lines[top + 6].split()[1:]
    assert monday[-3:] == ["█", "▓", "░"], "today is a Monday: 14 days ago, 7 days ago, today"
    assert sunday[-1] == "▒", "yesterday, in the week before"
    assert len(monday) == len(sunday) + 1
    assert all(mark in "·░▒▓█" for mark in monday + sunday)
    assert "Mar" in lines[top - 1]


def test_a_year_fits_in_the_calendar_of_a_wide_window_and_the_last_weeks_in_a_narrow_one():
    progress = Progress()
    progress.record("softmax", "failed", NOW - 800 * DAY)
    wide = next(line for line in shown(progress, 160) if line.startswith("  Mon "))
    narrow = next(line for line in shown(progress, 40) if line.startswith("  Mon "))
    assert len(wide.split()) == 54
    assert len(narrow.split()) == 17


def test_a_streak_counts_days_and_the_longest_is_kept():
    progress = Progress()
    for days in (0, 1, 2, 10, 11, 12, 13, 14, 30):
        progress.record("softmax", "failed", NOW - days * DAY)
    facts = summarize(catalogue, progress, NOW)
    assert (facts["streak"], facts["longest_streak"]) == (3, 5)


def test_retention_fades_and_what_is_due_is_counted():
    progress = practiced()
    soon, late = (summarize(catalogue, progress, NOW + days * DAY) for days in (0, 200))
    assert soon["retention"]["mean"] > late["retention"]["mean"] > 0
    assert late["due"] == {"today": 4, "this_week": 4}
    assert set(late["retention"]["exercises"]) == {"checkerboard", "point_grid", "clip_outliers", "softmax"}


def test_a_mistake_that_is_known_no_more_is_told_by_its_name():
    assert mistake_words.mistake_in_words(catalogue, "softmax", "some_old_one") == "some old one"
    assert mistake_words.mistake_in_words(catalogue, "gone", "some_old_one") == "some old one"


def test_every_named_mistake_is_found_without_running_a_grader():
    from support import grader

    for name in ("softmax", "kmeans_assign", "causal_mask"):
        for variant in grader(name).mistakes:
            said = mistake_words.mistake_in_words(catalogue, name, variant.name)
            assert said == variant.message or variant.key != variant.name


def test_a_mistake_with_constants_names_the_values_that_it_may_have():
    clipped = mistake_words.mistake_in_words(catalogue, "softmax", "clipped")
    assert clipped.startswith("You cut the scores off at ±700 or similar, so larger ones look equal.")


def test_no_mistake_is_told_with_a_gap_in_its_words():
    for exercise in catalogue.exercises.values():
        for name, words in mistake_words._messages(catalogue.grader(exercise)).items():
            assert not re.search(r"\{[a-z]\w+\}", words), (exercise.id, name)


def test_the_json_value_holds_all_of_it(learner):
    learner.solve("softmax")
    value = json.loads(learner("progress", "--json").out)
    assert value["solved"] == 1
    assert value["retention"]["exercises"] == {"softmax": 1.0}
    assert value["calendar"] == {FIRST.isoformat(): 1}
    assert {"streak", "longest_streak", "starred", "topics", "weakest", "mistakes", "pace", "due"} <= set(value)
    assert date.fromisoformat(value["today"]) == FIRST


# Pictures


def test_a_picture_is_sound_and_asks_nothing_of_the_network(learner, tmp_path):
    learner.solve("softmax", days_ago=3)
    svg, html = tmp_path / "me.svg", tmp_path / "me.HTML"
    assert learner("progress", "--export", str(svg)).code == 0
    assert learner("progress", "--export", str(html)).code == 0
    tree = ET.fromstring(svg.read_text(encoding="utf-8"))
    words = " ".join(element.text or "" for element in tree.iter("{http://www.w3.org/2000/svg}text"))
    assert "1 of " in words
    assert "Activations" in words
    assert "mlprep start" not in words, "a picture to share holds no commands"
    assert len(list(tree.iter("{http://www.w3.org/2000/svg}rect"))) > 20
    page = html.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    for text in (svg.read_text(encoding="utf-8"), page):
        assert re.findall(r"(?:https?:)?//[\w.]+", text.replace("http://www.w3.org/2000/svg", "")) == []


def test_a_picture_is_light_and_dark_where_that_is_preferred():
    facts = summarize(catalogue, practiced(), NOW)
    light, dark, both = (picture.drawn(facts, theme) for theme in ("light", "dark", "auto"))
    assert "#ffffff" in light
    assert "#ffffff" not in dark
    assert "prefers-color-scheme: dark" in both
    assert "#ffffff" in both
    assert "#0d1117" in both


def test_no_title_runs_into_its_bar():
    """At 14 pixels a letter takes 7.6 on average in the widest of the fonts that are named."""
    titles = re.findall(r'x="40" y="\d+">([^<]+)</text>', picture.drawn(summarize(catalogue, practiced(), NOW)))
    assert len(titles) >= len(catalogue.topics)
    assert max(map(len, titles)) <= len("Machine-learning interview practice")
    assert all(len(title) * 7.6 <= 262 - 40 for title in titles if title != "Machine-learning interview practice")


@pytest.mark.parametrize("name", ["me.png", "me", "me.svg.txt"])
def test_another_ending_says_which_are_possible(learner, tmp_path, name):
    said = learner("progress", "--export", str(tmp_path / name))
    assert said.code == 2
    assert ".svg or .html" in said.err
    assert not (tmp_path / name).exists()


def test_a_place_that_cannot_be_written_is_said(learner, tmp_path):
    said = learner("progress", "--export", str(tmp_path / "nowhere" / "me.svg"))
    assert said.code == 2
    assert "could not be written" in said.err
