"""What was judged once is judged alike for the next submission that says the same, whatever came in between."""

from __future__ import annotations

import pytest
from support import Bench, Report, catalogue

HEAD = "import numpy as np\nn = 0\ndef softmax(x, axis=-1):\n    e = np.exp(x - x.max(axis, keepdims=True))\n"
RIGHT, WRONG = "    return e / e.sum(axis, keepdims=True)\n", "    return e / e.sum()\n"
ANSWERS = {
    "right": HEAD + RIGHT,
    "the same in other words": HEAD + "    each = e\n" + RIGHT.replace("e.sum", "each.sum"),
    "right, and prints": HEAD + "    print(1)\n" + RIGHT,
    "right, but changes its argument": HEAD + "    x -= 1.0\n" + RIGHT,
    "over the whole array": HEAD + WRONG,
    "over the whole array, in other words": HEAD + "    each = e\n" + WRONG.replace("e.sum", "each.sum"),
    "another result the second time": HEAD + "    global n\n    n += 1\n    e = e + (n > 50)\n" + RIGHT,
}
TOLD = ("outcome", "cases_passed", "parts", "diagnosis", "failure", "notes", "output", "beyond")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """The verdict on each as the first thing that an engine checks."""
    found = {}
    for name, source in ANSWERS.items():
        bench = Bench(tmp_path_factory.mktemp("alone"))
        found[name] = told(bench.grade("softmax", source))
        bench.engine.close()
    return found


def told(report: Report) -> Report:
    return {name: report[name] for name in TOLD}


@pytest.mark.parametrize("names", [[*ANSWERS] * 2, [*ANSWERS][::-1], sorted(ANSWERS)])
def test_the_verdict_does_not_depend_on_what_was_checked_before(alone, tmp_path, names):
    bench = Bench(tmp_path)
    try:
        assert [told(bench.grade("softmax", ANSWERS[name])) for name in names] == [alone[name] for name in names]
    finally:
        bench.engine.close()


def told_of(alone: dict[str, Report], name: str) -> Report:
    return {each: said for each, said in alone[name].items() if each != "failure"}


def test_what_came_before_was_known_again(alone):
    """The verdicts that are compared are as different as they are meant to be."""
    assert [alone[name]["outcome"] for name in ANSWERS] == ["passed"] * 3 + ["failed"] * 4
    assert told_of(alone, "right") == told_of(alone, "the same in other words")
    assert told_of(alone, "over the whole array") == told_of(alone, "over the whole array, in other words")
    assert alone["right, and prints"]["output"].startswith("1\n1\n")
    assert len({str(alone[name]["failure"]) for name in ANSWERS}) >= 4


@pytest.mark.parametrize(
    ("name", "change"),
    [("repetition_penalty", "float(v)"), ("repetition_penalty", "v + 1"), ("edit_distance", "float(v)")],
)
def test_an_entry_of_a_list_that_was_changed_is_told(bench, name, change):
    """Also where Python calls the old and the new one equal, as with 1 and 1.0."""
    right = catalogue.solution(catalogue.find(name)).read_text(encoding="utf-8")
    report = bench.grade(
        name,
        f"{right}\nright = {name}\ndef {name}(*args, **kwargs):\n    result = right(*args, **kwargs)\n"
        "    for each in (*args, *kwargs.values()):\n        if isinstance(each, list):\n"
        f"            each[:] = [{change} if isinstance(v, int) else v for v in each]\n    return result\n",
    )
    assert (report["outcome"], report["failure"]["kind"]) == ("failed", "changed")


def test_an_argument_whose_dtype_was_changed_is_told(bench):
    report = bench.grade(
        "softmax", HEAD + RIGHT.replace("return", "result =") + "    x.dtype = 'i8'\n    return result\n"
    )
    assert (report["outcome"], report["failure"]["kind"]) == ("failed", "changed")
