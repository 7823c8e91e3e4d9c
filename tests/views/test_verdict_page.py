"""The verdict as a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from mlprep.views import plots, verdict_page

WRONG = """
import numpy as np
print("<b>&amp;\\x1b[31m")
def softmax(x, axis=-1):
    e = np.exp(x - np.max(x))
    return e / e.sum(axis, keepdims=True)
"""
HEAT = {"shape": [8, 8], "axes": [0, 1], "rows": [0, 4], "columns": [0, 4], "shares": [[0.0, 0.5], [0.0, 1.0]]}
OPEN = {"br", "hr", "meta", "img", "link"}


class Strict(HTMLParser):
    """Holds that every element is closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        if tag not in OPEN:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def elements(html: str) -> list[str]:
    parser = Strict()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser.seen


def test_a_failure_is_shown_whole_with_what_differs_marked_and_nothing_taken_as_markup(bench):
    report = bench.grade("softmax", WRONG)
    html = verdict_page.fragment(report)
    elements(html)
    assert report["diagnosis"] in html
    assert 'class="part open">large scores' in html
    assert '<td class="x">nan*</td>' in html
    assert "&lt;b&gt;&amp;amp;\\x1b[31m" in html
    assert "<b>" not in html
    assert "<code>mlprep hint</code>" in html


def test_what_is_no_python_points_to_the_place(bench):
    html = verdict_page.fragment(bench.grade("softmax", "def softmax(x:\n    return x\n"))
    elements(html)
    assert "^</pre>" in html


def test_nothing_is_loaded_from_outside(bench):
    html = verdict_page.fragment(bench.grade("softmax", WRONG))
    assert not re.search(r"url\(|@import|src=|href=|<script", html)
    assert {"img", "link", "script", "iframe"}.isdisjoint(elements(html))


def test_it_is_dark_where_the_system_or_the_notebook_is(bench):
    style = verdict_page.fragment(bench.grade("softmax", WRONG)).partition("</style>")[0]
    assert "prefers-color-scheme:dark" in style
    assert 'data-jp-theme-light="false"' in style
    assert "vscode-dark" in style


def test_a_large_array_has_a_strip_and_a_plot(bench):
    report = bench.judge(
        "def f(x):\n    y = x * 2\n    y[40:] = 0\n    return y\n",
        solution="def f(x):\n    return x * 2\n",
        grader="def cases(rng):\n    yield Case('long', np.arange(1.0, 51.0)).plain()\n",
    )
    assert elements(verdict_page.fragment(report)).count("svg") == 2


def test_a_strip_is_stronger_where_more_differs():
    svg = plots.heat_strip(HEAT, "where")
    elements(svg)
    found = re.findall(r'<rect class="bad"[^>]*?(?:fill-opacity="([\d.]+)")?/>', svg)
    assert found == ["0.62", ""]


def test_a_curve_is_broken_where_a_value_is_not_finite():
    svg = plots.drawn({"kind": "curve", "expected": [[1.0, 2.0, 3.0, 4.0]], "got": [[1.0, None, 3.0, 4.0]]})
    elements(svg)
    assert svg.count('<path class="got"') == 3  # one in the legend
    assert svg.count("got-dot") == 1


def test_an_image_marks_what_is_not_finite_and_all_sizes_are_drawn():
    svg = plots.drawn({"kind": "image", "expected": [[0.0, 1e308], [-1e308, 0.0]], "got": [[None, 1.0], [1.0, 1.0]]})
    elements(svg)
    assert svg.count('class="bad"') == 1
    assert "nan" not in svg
    assert "inf" not in svg.replace("finite", "")


def test_points_in_the_wrong_cluster_are_ringed_and_one_coordinate_is_enough():
    points = [[0.0], [1.0], [5.0]]
    svg = plots.drawn({"kind": "labels", "points": points, "expected": [[0, 0, 1]], "got": [[0, 1, 1]]})
    elements(svg)
    assert svg.count('class="ring"') == 1
    centers = {"kind": "centers", "points": points, "expected": [[0.5], [5.0]], "got": [[None], [5.0]]}
    assert plots.drawn(centers).count("<path") == 3


def test_an_exception_is_told_once(bench):
    report = bench.grade("softmax", "def softmax(x, axis=-1):\n    return {}['scores']\n")
    assert report["diagnosis"] == "softmax.py:2 raises KeyError: 'scores'"
    assert verdict_page.fragment(report).count("raise") == 1
