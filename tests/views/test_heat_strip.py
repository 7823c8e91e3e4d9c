"""The strip that shows where a large array differs."""

from __future__ import annotations

import io

import pytest

from mlprep import streams
from mlprep.views.heat_strip import show_heat
from mlprep.views.text import make_console

GRID = {
    "shape": [120, 64],
    "axes": [0, 1],
    "rows": [0, 60],
    "columns": [*range(0, 64, 2)],
    "shares": [[0.0] * 31 + [0.01], [1.0] * 30 + [0.5, 0.99]],
}
VECTOR = {"shape": [96], "axes": [0], "rows": [0], "columns": [*range(0, 96, 3)], "shares": [[0.0] * 31 + [1.0]]}


def shown(heat, width=80, **options):
    stream = io.StringIO()
    show_heat(make_console(stream, width=width, **options), heat)
    return stream.getvalue().splitlines()


def test_the_rows_are_labeled_and_a_cell_tells_none_some_and_all():
    lines = shown(GRID)
    assert lines[1] == "    Where they differ, by row (0 to 119) and column (0 to 63):"
    assert lines[2] == f"     0  {'·' * 62}░░"
    assert lines[3] == f"    60  {'█' * 60}▒▒▓▓"
    assert "no entry differs" in lines[4]


def test_a_vector_has_one_row_without_a_label():
    assert shown(VECTOR)[2] == f"    {'·' * 62}██"


@pytest.mark.parametrize("width", [50, 80])
def test_it_fits_the_window(width):
    for heat in (GRID, VECTOR):
        lines = shown(heat, width)
        assert max(map(len, lines)) <= width
        assert sum(line.count("·") for line in lines[:-1]) >= 31


def test_a_larger_array_names_its_axes():
    heat = {**GRID, "shape": [2, 120, 3, 64], "axes": [1, 3]}
    assert shown(heat)[1].strip() == "Where they differ, by axis 1 (0 to 119) and axis 3 (0 to 63):"


def test_color_says_nothing_that_the_marks_do_not():
    colored = "\n".join(shown(GRID, force_terminal=True, color_system="standard"))
    assert "\x1b[31m" in colored
    assert all(mark in "\n".join(shown(GRID)) for mark in "·░▒▓█")


def test_each_shade_is_another_character_where_the_encoding_has_no_blocks():
    streams.adapt()
    plain = "·░▒▓█".encode("ascii", errors="mlprep").decode()
    assert len(set(plain)) == len(plain) == 5
    assert "?" not in plain
