"""What can be drawn of two arrays that differ."""

from __future__ import annotations

import numpy as np

from mlprep.grading.diagnosis.drawing import heat, plot


def wrong(shape, *where):
    found = np.zeros(shape, dtype=bool)
    for each in where:
        found[each] = True
    return found


def test_a_grid_has_the_share_of_entries_that_differ_in_each_block():
    drawn = heat(wrong((24, 64), np.s_[:1, :2], np.s_[22:, 62:]))
    assert (len(drawn["rows"]), len(drawn["columns"])) == (12, 32)
    assert (drawn["rows"][1], drawn["columns"][1]) == (2, 2)
    assert (drawn["shares"][0][0], drawn["shares"][0][1], drawn["shares"][11][31]) == (0.5, 0.0, 1.0)


def test_blocks_of_uneven_sizes_cover_every_entry_once():
    marks = np.random.default_rng(0).random((29, 71)) < 0.3
    drawn = heat(marks)
    heights, widths = np.diff([*drawn["rows"], 29]), np.diff([*drawn["columns"], 71])
    assert abs((np.array(drawn["shares"]) * np.outer(heights, widths)).sum() - marks.sum()) < 0.01 * marks.size


def test_one_entry_of_many_is_not_rounded_away_nor_is_the_one_that_is_right():
    marks = wrong((12, 32 * 1000), np.s_[0, 0], np.s_[1, 1:1000])
    shares = heat(marks)["shares"]
    assert (shares[0][0], shares[1][0]) == (0.01, 0.99)


def test_a_small_array_and_one_that_differs_everywhere_have_no_grid():
    assert heat(wrong((6, 6), 0)) is None
    assert heat(wrong((7, 6), np.s_[:])) is None
    assert heat(wrong((37,), 0)) is not None


def test_of_several_axes_those_are_drawn_along_which_the_share_varies():
    assert heat(wrong((2, 4, 4, 2), np.s_[:, 1:3, :, 0]))["axes"] == [1, 3]
    assert heat(wrong((3, 5, 6), np.s_[:, 2, 3]))["axes"] == [1, 2]


def test_a_vector_is_a_strip_of_one_row():
    drawn = heat(wrong((50,), np.s_[49]))
    assert (drawn["axes"], len(drawn["shares"]), drawn["shares"][0][-1]) == ([0], 1, 0.5)


def test_a_long_series_is_a_curve_and_what_is_not_finite_is_null():
    want = np.arange(9.0)
    got = want.copy()
    got[3] = np.nan
    drawn = plot(got, want, got != want, None)
    assert drawn["kind"] == "curve"
    assert drawn["got"][0][2:5] == [2.0, None, 4.0]
    assert plot(want[:5], want[:5] + 1, want[:5] < 9, None) is None


def test_an_image_is_the_table_that_holds_the_first_difference():
    want = np.arange(2 * 3 * 4 * 5.0).reshape(2, 3, 4, 5)
    got = want.copy()
    got[1, 2, 0, 0] = -1
    drawn = plot(got, want, got != want, None)
    assert drawn["kind"] == "image"
    assert (drawn["got"][0][0], drawn["expected"][0][0]) == (-1.0, 100.0)


def test_a_large_image_has_few_pixels():
    want = np.ones((500, 90))
    drawn = plot(want * 2, want, want > 0, None)
    assert {len(drawn["got"]), len(drawn["got"][0])} == {32}
    assert drawn["got"][31][31] == 2.0


def test_clusters_are_drawn_by_their_points_labels_or_centers():
    points = np.arange(8.0).reshape(4, 2)
    inputs = [("k", 2), ("X", points)]
    labels = plot(np.array([0, 0, 1, 1]), np.array([0, 1, 1, 1]), wrong((4,), 1), inputs)
    assert (labels["kind"], labels["got"], labels["points"][3]) == ("labels", [[0, 0, 1, 1]], [6.0, 7.0])
    centers = plot(points[:2], points[2:], wrong((2, 2), 0), inputs)
    assert (centers["kind"], centers["expected"]) == ("centers", [[4.0, 5.0], [6.0, 7.0]])


def test_truth_values_are_not_plotted():
    assert plot(np.ones((6, 6), dtype=bool), np.zeros((6, 6), dtype=bool), wrong((6, 6), 0), None) is None


def test_the_report_carries_both(bench):
    report = bench.judge(
        "def f(x):\n    y = x * 2\n    y[40:] = 0\n    return y\n",
        solution="def f(x):\n    return x * 2\n",
        grader="def cases(rng):\n    yield Case('long', np.arange(1.0, 51.0)).plain()\n",
    )
    failure = report["failure"]
    assert failure["heat"]["shape"][0] > 40
    assert failure["plot"]["kind"] == "curve"
