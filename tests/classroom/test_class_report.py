"""What a teacher reads of a class: common mistakes, who needs help, submissions that are alike; each person's file."""

from __future__ import annotations

import ast
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from support import catalogue

from mlprep.classroom.class_summary import summarize
from mlprep.classroom.code_shape import shape_of
from mlprep.classroom.rows import Row, made, unread
from mlprep.classroom.similarity import alike, expected
from mlprep.views.class_pages import exercise_page, write_pages
from mlprep.views.feedback_files import write_feedback

ANSWERS = Path(__file__).parent.parent / "answers"
SOFTMAX = catalogue.find("softmax")
ODD = """
import numpy as np

def softmax(x, axis=-1):
    shape = list(x.shape)
    moved = np.swapaxes(x, axis, 0).reshape(shape[axis], -1)
    top = np.full(moved.shape[1], -np.inf)
    for row in moved:
        top = np.where(row > top, row, top)
    total = 0.0
    weights = []
    for row in moved:
        weights.append(np.exp2((row - top) * 1.4426950408889634))
        total = total + weights[-1]
    done = np.array([weight / total for weight in weights])
    shape[axis], shape[0] = shape[0], shape[axis]
    return np.swapaxes(done.reshape(shape), axis, 0)
"""


def usual(name: str) -> frozenset[int]:
    each = catalogue.find(name)
    texts = [path.read_text(encoding="utf-8") for path in (catalogue.solution(each), catalogue.grader(each))]
    return expected(texts[:1], texts[1:])


def disguised(source: str) -> str:
    """The same code with other names, comments and layout."""
    for old, new in (("moved", "columns"), ("weights", "parts"), ("weight", "part"), ("top", "biggest"), ("row", "r")):
        source = re.sub(rf"\b{old}\b", new, source)
    return '"""Mine."""\n' + ast.unparse(ast.parse(source)).replace("total = 0.0", "total = 0.0  # so far")


def answers(name: str, pattern: str) -> list[tuple[str, str, str]]:
    paths = sorted((ANSWERS / name).glob(pattern))
    return [(f"{path.stem}/{name}.py", path.stem, path.read_text(encoding="utf-8")) for path in paths]


def test_a_copy_with_other_names_is_pointed_out_in_a_class(tmp_path):
    others = answers("softmax", "right_*.py")
    (pair,) = alike([*others, ("ada", "ada", ODD), ("ben", "ben", disguised(ODD))], usual("softmax"))
    assert {pair.one, pair.other} == {"ada", "ben"}
    assert pair.shared > 0.9 * pair.of
    marked = ODD.splitlines()[min(pair.lines[0]) - 1 : max(pair.lines[0])]
    assert any("exp2" in line for line in marked)


@pytest.mark.parametrize("name", ["softmax", "attention", "layer_norm"])
def test_short_right_solutions_look_alike_and_are_not_pointed_out(name):
    assert alike(answers(name, "right_*.py"), usual(name)) == []


def test_what_many_write_is_not_rare():
    common = [(f"p{number}", f"p{number}", disguised(ODD)) for number in range(12)]
    assert alike(common, usual("softmax")) == []


def test_the_reference_solution_handed_in_twice_says_nothing_about_the_two():
    source = catalogue.solution(SOFTMAX).read_text(encoding="utf-8")
    assert alike([("ada", "ada", source), ("ben", "ben", source)], usual("softmax")) == []


def test_ones_own_second_try_is_no_copy():
    assert alike([("ada/1", "ada", ODD), ("ada/2", "ada", disguised(ODD))], usual("softmax")) == []


def test_what_is_not_python_has_no_shape():
    assert shape_of("def f(:") is None
    assert alike([("ada", "ada", "def f(:"), ("ben", "ben", "\0")]) == []


def row(person: str, outcome: str = "failed", passed: int = 1, text: str = "You <b>add</b>.", **changes: object) -> Row:
    said = text if outcome == "failed" else None
    report = {
        **unread("summary", 7),
        "outcome": outcome, "cases_passed": passed, "cases_total": 3, "diagnosis": said,
        "parts": [{"name": "core", "part": "core", "passed": min(passed, 2), "total": 2},
                  {"name": "ties", "part": "edge", "passed": int(passed > 2), "total": 1}],
        "diagnoses": [{"mistake": "m", "text": said, "cases": 1}] if said else [],
        **changes,
    }  # fmt: skip
    return made(person, "softmax", f"{person}/softmax.py", "", {}, report)  # type: ignore[arg-type]


@pytest.fixture
def rows() -> list[Row]:
    again = {**row("ada", "passed", 3), "path": "ada/final/softmax.py"}
    return [row("ada"), again, row("ben"), row("cat", text="You subtract."), row("dan", "timeout", 0), row("e<v>e")]


def test_the_summary_counts_people_and_their_best(rows):
    summary = summarize(catalogue, SOFTMAX, rows, lambda path: "")
    assert summary.outcomes == {"passed": 1, "failed": 3, "timeout": 1}
    assert [(each.text, each.people) for each in summary.mistakes] == [
        ("You <b>add</b>.", ("ben", "e<v>e")), ("You subtract.", ("cat",)), ("summary", ("dan",)),
    ]  # fmt: skip
    assert summary.parts == {"core": (1, 5), "ties": (1, 5)}
    assert next(each for each in summary.people if each.person == "ada").tries == 2


class _Outside(HTMLParser):
    """Collects what a page would load, and its tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.loaded, self.tags = [], []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = {name: value or "" for name, value in attrs}
        self.loaded += [found[name] for name in ("src", "data") if name in found]
        self.loaded += [found["href"]] if tag == "link" or "//" in found.get("href", "") else []


def test_the_pages_need_nothing_from_outside_and_obey_nothing_in_the_code(rows, tmp_path):
    hostile = ODD + "\n# </pre><script>alert(1)</script>\n"
    sources = {"ben/softmax.py": hostile, "cat/softmax.py": disguised(hostile)}
    summary = summarize(catalogue, SOFTMAX, rows, lambda path: sources.get(path, ""))
    assert len(summary.pairs) == 1
    index = write_pages(tmp_path / "report", [summary], [("<x>.txt", "It is not a Python file.")])
    assert sorted(path.name for path in index.parent.iterdir()) == ["index.html", "softmax.html"]
    for path in index.parent.iterdir():
        page = path.read_text(encoding="utf-8")
        assert _Outside(page).loaded == []
        assert not {"script", "x", "v", "b"} & {*_Outside(page).tags}
    page = exercise_page(summary)
    assert page.count('class="beside"') == 1
    assert "<mark>" in page
    assert page.index("You &lt;b&gt;add&lt;/b&gt;.") < page.index("You subtract.")
    assert page.index(">dan<") < page.index("<td>ada ")  # who needs help comes first


def test_everybody_gets_a_text_and_a_page(rows, tmp_path):
    named = [
        *rows,
        {**row("E/ve"), "beyond": []},
        {**row("e:ve", "passed", 3), "beyond": [{"name": "n", "text": "Mind."}]},
    ]
    assert write_feedback(tmp_path, sorted(named, key=lambda each: each["person"])) == 7
    names = sorted(path.name for path in tmp_path.glob("*.txt"))
    assert names == ["E_ve.txt", "ada.txt", "ben.txt", "cat.txt", "dan.txt", "e_v_e.txt", "e_ve (2).txt"]
    text = (tmp_path / "ada.txt").read_text(encoding="utf-8")
    assert text.startswith("ada: 1 of 2 passed\n")
    assert "You <b>add</b>." in text
    assert "ben" not in text
    assert "Mind." in (tmp_path / "e_ve (2).txt").read_text(encoding="utf-8")
    for path in tmp_path.glob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert _Outside(page).loaded == []
        assert "<b>add" not in page
