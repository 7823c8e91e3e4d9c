"""Two solutions beside each other: what does the same is told as the same, whatever it is called."""

from __future__ import annotations

import io

import pytest

from mlprep.activities.comparison import Row, compare
from mlprep.views.side_by_side import show_comparison
from mlprep.views.text import make_console

THEIRS = '''def softmax(x, axis=-1):
    """Stable."""
    # shifted
    shifted = x - x.max(axis=axis, keepdims=True)

    exp = np.exp(shifted)  # (..., n)
    return exp / exp.sum(axis=axis, keepdims=True)
'''
MINE = """def softmax(x, axis=-1):
    z = x - x.max(axis=axis, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=axis, keepdims=True)
"""


def test_names_docstrings_comments_and_blank_lines_are_ignored():
    assert all(row.same for row in compare(MINE, THEIRS))
    assert [row.theirs for row in compare(MINE, THEIRS)][1:3] == [
        "    shifted = x - x.max(axis=axis, keepdims=True)",
        "    exp = np.exp(shifted)  # (..., n)",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [("axis=axis", "axis=0"), ("np.exp", "np.exp2"), ("e / e.sum", "e / z.sum"), ("    return e", "        return e")],
)
def test_what_does_something_else_differs(old, new):
    assert not all(row.same for row in compare(MINE.replace(old, new), THEIRS))


def test_a_name_used_for_another_one_differs():
    """Line by line the shapes agree: only which variable stands for which does not."""
    mine = "a = f(x)\nb = g(a)\nc = a + b\nd = b * c\n"
    theirs = "p = f(x)\nq = g(p)\nr = p + q\ns = p * r\n"
    assert [row.same for row in compare(mine, theirs)] == [True, True, True, False]


def test_lines_of_one_side_stand_alone():
    more = THEIRS.replace("    return", "    exp = exp + 0\n    return")
    assert Row(None, "    exp = exp + 0", False) in compare(MINE, more)
    assert Row("    exp = exp + 0", None, False) in compare(more, MINE)


@pytest.mark.parametrize("source", ["def f(:\n    x = (\n", "", "\0", "x = '''", "\tif 1:\n  y\n"])
def test_a_source_that_does_not_parse_is_compared_by_its_text(source):
    rows = compare(source, THEIRS)
    assert [row.theirs for row in rows if row.theirs]
    assert all(row.same for row in compare(source, source))


@pytest.mark.parametrize("width", [20, 60, 90, 200])
def test_it_fits_the_window_and_obeys_no_control_codes(width):
    out = io.StringIO()
    long = f"    y = {' + '.join(['x'] * 60)}\n    print('\x1b[2J')\n"
    show_comparison(make_console(out, width=width), "softmax", compare(MINE + long, THEIRS))
    assert "\x1b" not in out.getvalue()
    assert max(map(len, out.getvalue().splitlines())) <= width


def test_what_differs_is_marked_without_color():
    for width, marks in ((120, "≠"), (60, "-+")):
        out = io.StringIO()
        show_comparison(make_console(out, width=width), "softmax", compare(MINE.replace("np.exp", "np.log"), THEIRS))
        assert all(mark in out.getvalue() for mark in marks)


def test_code_is_laid_beside_the_reference_by_the_lines_that_python_counts():
    """Form feeds and the separators of Unicode end no line of Python."""
    source = '"""A statement.\x0c\u2028"""\r\nimport numpy as np\x0c\r\nx = "\u2028\x1c"\rdef f():\n    return 1\n'
    rows = compare(source, "def f():\n    return 1")
    assert [row.mine for row in rows] == ["import numpy as np", 'x = "\u2028\x1c"', "def f():", "    return 1"]
    assert [row.same for row in rows] == [False, False, True, True]
