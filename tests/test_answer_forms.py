"""Answers to quiz questions, read as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlprep.activities.answer_forms import factor, judge, printed, read_choice, read_number, read_shape
from mlprep.activities.growth import growth


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("(3,4)", [3, 4]),
        ("(3, 4)", [3, 4]),
        ("3 4", [3, 4]),
        ("3x4", [3, 4]),
        ("3 x 4", [3, 4]),
        ("3×4", [3, 4]),
        ("3 by 4", [3, 4]),
        ("3, 4", [3, 4]),
        ("[3,4]", [3, 4]),
        ("torch.Size([3, 4])", [3, 4]),
        ("the shape is (3, 4).", [3, 4]),
        ("(3,)", [3]),
        ("3", [3]),
        ("()", []),
        ("( )", []),
        ("scalar", []),
        ("a scalar", []),
        ("none", []),
        ("None", []),
        ("0-d", []),
        ("error", "error"),
        ("Error", "error"),
        ("it fails", "error"),
        ("ValueError", "error"),
        ("It raises an exception.", "error"),
        ("doesn't work", "error"),
        ("cannot be broadcast", "error"),
        ("mismatch", "error"),
        ("no idea", None),
        ("-3", None),
        ("", None),
        ("3.5 4", [3, 5, 4]),
    ],
)
def test_shapes(text, shape):
    assert read_shape(text) == shape


def test_a_shape_is_right_or_wrong_or_not_one():
    expected = {"form": "shape", "shape": [3, 4]}
    assert judge(expected, "3x4") == (True, "")
    assert judge(expected, "4x3").right is False
    assert judge(expected, "error").right is False
    assert judge(expected, "hm") == (None, "That is not a shape. Write a shape such as (3, 4), or: error.")
    assert judge({"form": "shape", "shape": None}, "it fails").right is True
    assert judge({"form": "shape", "shape": None}, "()").right is False
    assert judge({"form": "shape", "shape": []}, "scalar").right is True


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.75", 0.75),
        (".75", 0.75),
        ("3/4", 0.75),
        ("3 / 4", 0.75),
        ("0,75", 0.75),
        ("1.5e6", 1.5e6),
        ("1,500,000", 1.5e6),
        ("1_500_000", 1.5e6),
        ("1 500 000", 1.5e6),
        ("1'500'000", 1.5e6),
        ("1.5×10^6", 1.5e6),
        ("1.5 x 10^6", 1.5e6),
        ("1.5·10⁶", 1.5e6),
        ("2**20", 2**20),
        ("2^20", 2**20),
        ("-3", -3),
        ("−3", -3),
        ("+3", 3),
        ("= 12", 12),
        ("~12", 12),
        ("about 12.", 12),
        ("≈ 12", 12),
        ("3*3*64 + 64", 640),
        ("(1 + 2) / 4", 0.75),
        ("1-1/4", 0.75),
    ],
)
def test_numbers(text, value):
    assert read_number(text) == (pytest.approx(value), "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "many",
        "1/0",
        "9**9**9",
        "2**1000",
        "1 2",
        "()",
        "--",
        "1e999",
        "__import__('os')",
        "a" * 1000,
        "(((",
        "1" * 79 + "**64",
    ],
)
def test_what_is_no_number_is_told(text):
    assert read_number(text) is None
    verdict = judge({"form": "number", "values": [1.0], "tolerance": 0.01}, text)
    assert verdict.right is None
    assert verdict.note.endswith(".")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("1500000", True),
        ("1.5M", True),
        ("1.5 million", True),
        ("1500k", True),
        ("0.0015B", True),
        ("0.0015 billion parameters", True),
        ("1.5e6 FLOPs", True),
        ("1.5 MFLOPs", True),
        ("1.5 M params", True),
        ("1500001", False),
        ("1.6M", False),
        ("1.5", False),
        ("1.5 kg", None),
    ],
)
def test_counts(text, right):
    assert judge({"form": "number", "values": [1_500_000.0], "tolerance": 0.0}, text).right is right


def test_a_rounded_count_with_its_scale_is_right():
    expected = {"form": "number", "values": [7_087_872.0], "tolerance": 0.0}
    assert judge(expected, "7.09M").right is True
    assert judge(expected, "7.2M").right is False
    assert judge(expected, "7087873").right is False


@pytest.mark.parametrize(
    ("text", "right"),
    [("0.75", True), ("75%", True), ("75 %", True), ("3/4", True), ("75", True), ("0.74", True), ("0.765", False),
     ("7.5%", False), ("150/2", True), ("0.75%", False), ("1", False)],
)  # fmt: skip
def test_shares(text, right):
    assert judge({"form": "share", "values": [0.75], "tolerance": 0.01}, text).right is right


def test_the_digits_that_were_asked_decide():
    expected = {"form": "number", "values": [2 / 3], "tolerance": 0.01}
    assert [judge(expected, text).right for text in ("0.67", "0.66", "2/3", "0.65", "0.7")] == [True] * 3 + [False] * 2


@pytest.mark.parametrize(
    ("unit", "text", "right"),
    [
        ("GiB", "12", True),
        ("GiB", "12 GiB", True),
        ("GiB", "12GiB", True),
        ("GiB", "12288 MiB", True),
        ("GiB", "12 gibibytes", None),
        ("GiB", "12 GB", True),
        ("GiB", "12288 MB", True),
        ("GiB", "12.88 GB", False),
        ("GiB", "12.884901888 GB", True),
        ("GiB", "12884901888", True),
        ("GiB", "12884901888 bytes", True),
        ("GiB", "13", False),
        ("GiB", "12 MB", False),
        ("MiB", "12288", True),
        ("MiB", "12 GB", True),
        ("MiB", "12", False),
    ],
)
def test_bytes(unit, text, right):
    assert judge({"form": "bytes", "values": [12.0 * 2**30], "tolerance": 0.0, "unit": unit}, text).right is right


def test_a_decimal_unit_read_as_a_binary_one_is_said():
    expected = {"form": "bytes", "values": [12.0 * 2**30], "tolerance": 0.0, "unit": "GiB"}
    assert "1024^3" in judge(expected, "12 GB").note
    assert judge(expected, "12 GiB").note == ""
    decimal = {"form": "bytes", "values": [14e9], "tolerance": 0.0, "unit": "GB"}
    assert judge(decimal, "14 GB") == (True, "")
    assert judge(decimal, "14").right is True
    assert judge(decimal, "14 GiB").right is False
    assert judge(decimal, "14000 MB").right is True


def test_units_are_powers():
    assert (factor("bytes"), factor("KB"), factor("MiB"), factor("GB")) == (1, 1000, 1024**2, 1000**3)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("0.09, 0.24, 0.67", True),
        ("0.09,0.24,0.67", True),
        ("0.09 0.24 0.67", True),
        ("[0.09 0.24 0.67]", True),
        ("(0.09; 0.24; 0.67)", True),
        ("9%, 24%, 67%", True),
        (".09 .245 .665", True),
        ("0.67, 0.24, 0.09", False),
        ("0.09 0.24", None),
        ("a b c", None),
        ("", None),
    ],
)
def test_several_numbers(text, right):
    assert judge({"form": "numbers", "values": [0.09, 0.2447, 0.6652], "tolerance": 0.01}, text).right is right


CHOICES = ("O(n log n)", "O(n²)", "It copies the array", "It fails")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a", 0),
        ("B", 1),
        ("c)", 2),
        ("(d)", 3),
        ("1", 0),
        ("4.", 3),
        ("O(n log n)", 0),
        ("n log n", 0),
        ("nlogn", 0),
        ("O(N^2)", 1),
        ("n²", 1),
        ("n*n", 1),
        ("n**2", 1),
        ("it copies the array", 2),
        ("It copies", 2),
        ("it", None),
        ("It ", None),
        ("e", None),
        ("5", None),
        ("", None),
        ("O(n)", None),
    ],
)
def test_choices(text, place):
    assert read_choice(text, CHOICES) == place
    verdict = judge({"form": "choice", "choice": 1}, text, CHOICES)
    assert verdict.right is (None if place is None else place == 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O(n log n)", "nlogn"),
        ("O(n log n)", "n * log(n)"),
        ("O(n log n)", "log n n"),
        ("O(n k d)", "nkd"),
        ("O(n k d)", "O(d*k*n)"),
        ("O(n d² + d³)", "d^3 + n d^2"),
        ("O(n d² + d³)", "d*d*d + n*d**2"),
        ("O(2^n)", "2**n"),
        ("O(2^n)", "O(2^N)"),
        ("O(sqrt(n))", "√n"),
        ("O(1)", "1"),
        ("O(t² d)", "T^2 d"),
        ("Θ(n)", "O(n)"),
    ],
)
def test_growth_is_the_same_however_it_is_written(one, other):
    assert growth(one) is not None
    assert growth(one) == growth(other)


def test_growth_tells_different_costs_apart():
    costs = ["1", "n", "n^2", "n^3", "log n", "n log n", "2^n", "sqrt(n)", "n k", "n + k", "n^2 log n"]
    assert len({growth(cost) for cost in costs}) == len(costs)
    assert growth("") is None
    assert growth("it depends") is None
    assert growth("n+") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[1 2 3]", "1, 2, 3"),
        ("[1 2 3]", "[1,2,3]"),
        ("[1 2 3]", "array([1, 2, 3])"),
        ("[[1 2]\n [3 4]]", "[[1,2],[3,4]]"),
        ("[1. 2.5]", "1.0 2.50"),
        ("True", "true"),
        ("float64", "'float64'"),
        ("float64", "np.float64"),
        ("(array([1, 2]), array([3, 1]))", "[1 2] [3 1]"),
        ("(np.int64(1), np.int64(2))", "(1, 2)"),
        ("nan", "NaN"),
        ("error", "ValueError"),
    ],
)
def test_printed_output(text, said):
    assert printed(text) == printed(said)
    assert judge({"form": "output", "text": text}, said).right is True
    assert judge({"form": "output", "text": text}, said + " 7" if text != "error" else "7").right is False


@given(
    st.lists(st.integers(0, 99), max_size=5),
    st.sampled_from(["({})", "[{}]", "{}"]),
    st.sampled_from([", ", ",", " ", "x"]),
)
def test_any_shape_is_read_back(dims, brackets, separator):
    text = brackets.format(separator.join(map(str, dims)))
    if text:
        assert read_shape(text) == dims


@given(st.floats(-1e9, 1e9, allow_nan=False), st.sampled_from(["{:.4f}", "{:.6e}", "{:,.4f}", " {:.4f} "]))
def test_any_number_is_read_back(value, form):
    found = read_number(form.format(value))
    assert found is not None
    assert found[0] == pytest.approx(value, rel=1e-5, abs=1e-3)


@given(st.text(max_size=90), st.sampled_from(["shape", "number", "numbers", "share", "bytes", "choice", "output"]))
def test_no_text_breaks_the_reading(text, form):
    expected = {"form": form, "shape": [1], "values": [1.5], "tolerance": 0.01, "unit": "GB", "choice": 0, "text": "1"}
    verdict = judge(expected, text, CHOICES)
    assert verdict.right in (True, False, None)
    assert verdict.right is not None or verdict.note.endswith(".")


@given(st.text(alphabet="0123456789().*/+-^e x×%kMGBi,", max_size=90))
def test_no_arithmetic_breaks_the_reading(text):
    judge({"form": "bytes", "values": [1.5], "tolerance": 0.01, "unit": "GB"}, text)
    judge({"form": "numbers", "values": [1.5, 2], "tolerance": 0.01}, text)
    growth(text)
