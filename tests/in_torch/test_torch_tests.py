"""Tests in PyTorch that a user wrote, scored: what they catch, and what is said of those that have no score."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import Scores, catalogue

CAREFUL = sorted((Path(__file__).parents[1] / "user_tests" / "in_torch").glob("*.py"))
NUMPYS = re.compile(r"\bnp\.|numpy|\barrays?\b|keepdims|ddof|astype", re.IGNORECASE)
LAZY = "def test(softmax):\n    torch.testing.assert_close(softmax(torch.ones(2)), torch.ones(2) / 2)\n"


@pytest.fixture(scope="module")
def score(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scores]:
    scores = Scores(tmp_path_factory.mktemp("workspace"), "import torch\nimport pytest\n")
    yield scores
    scores.engine.close()


@pytest.mark.parametrize("path", CAREFUL, ids=lambda path: path.stem)
def test_careful_tests_pass(score: Scores, path: Path) -> None:
    report = score(path.stem, path.read_text(encoding="utf-8"), head="")
    assert report["outcome"] == "passed", (report["failure"], report["rejected"], report["escaped"])
    assert report["cases_total"] >= 20
    assert report["notes"] == []


def test_what_gets_away_is_told_in_pytorchs_words_and_is_the_same_each_time(score: Scores) -> None:
    report = score("softmax", LAZY)
    assert report["outcome"] == "failed"
    assert len(report["escaped"]) >= 15
    assert not [each["text"] for each in report["escaped"] if NUMPYS.search(each["text"])]
    assert {each["kind"] for each in report["escaped"]} == {"mistake", "change"}
    assert "dim=axis" in str(report["escaped"])
    again = score("softmax", LAZY, seed=8)
    assert (again["parts"], again["escaped"]) == (report["parts"], report["escaped"])


@pytest.mark.parametrize("kind", ["mistake", "change"])
def test_a_number_leads_to_the_input_that_catches_it(score: Scores, kind: str) -> None:
    away = next(each for each in score("softmax", LAZY)["escaped"] if each["kind"] == kind)
    report = score("softmax", "", why=away["number"])
    assert report["escaped"] == [away]
    assert report["failure"]["inputs"]
    assert not NUMPYS.search(str(report["failure"]["inputs"]) + report["failure"]["reason"])


def test_a_test_that_fails_right_code_is_shown_with_its_line_and_its_tensors(score: Scores) -> None:
    report = score("softmax", "def test(softmax):\n    assert torch.equal(softmax(torch.zeros(2)), torch.ones(2))\n")
    assert report["diagnosis"] == "Your tests fail the reference solution."
    assert report["failure"]["frames"][-1][0] == 4
    assert report["rejected"]["values"] == [["softmax(torch.zeros(2))", "[0.5, 0.5]"], ["torch.ones(2)", "[1., 1.]"]]
    report = score("softmax", "def test(f):\n    torch.testing.assert_close(f(torch.zeros(2)), torch.ones(2))\n")
    assert "Tensor-likes are not close" in report["failure"]["reason"]
    assert report["failure"]["frames"][-1][0] == 4


def test_tests_that_ask_for_one_way_of_rounding_fail_another_right_solution(score: Scores) -> None:
    exact = """
        def test(layer_norm):
            x = torch.randn(50, 7, generator=torch.Generator().manual_seed(0))
            g, b = torch.ones(7) * 1.1, torch.zeros(7)
            mean, var = x.mean(-1, keepdim=True), x.var(-1, keepdim=True, correction=0)
            assert torch.equal(layer_norm(x, g, b), g * ((x - mean) / torch.sqrt(var + 1e-5)) + b)
    """
    report = score("layer_norm", exact)
    assert report["outcome"] == "failed"
    assert "correct solution" in report["summary"]


@pytest.mark.parametrize(
    ("source", "outcome", "kind"),
    [
        ("def test(softmax)\n    assert 1\n", "error", "syntax"),
        ("def test(softmax):\n    assert 1\n    while True: pass\n", "timeout", "timeout"),
        ("import pandas\ndef test(softmax):\n    assert 1\n", "error", "imports"),
        ("def test(softmax):\n    ...\n", "unfinished", "unfinished"),
    ],
)
def test_a_file_that_does_not_run_has_no_score(score: Scores, source: str, outcome: str, kind: str) -> None:
    report = score("softmax", source, seconds=0.25)
    assert (report["outcome"], report["failure"]["kind"]) == (outcome, kind)
    assert (report["cases_passed"], report["cases_total"]) == (0, 0)


def test_a_loop_without_an_end_is_shown_with_its_line(score: Scores) -> None:
    source = "def test(softmax):\n    x = torch.zeros(2)\n    while True:\n        x = softmax(x)\n    assert x\n"
    report = score("softmax", source, seconds=0.25)
    assert report["failure"]["frames"][-1][0] in (5, 6)
    assert "within 0.5 s" in report["failure"]["reason"]


def test_tests_with_numpy_beside_torch_are_pytorchs_and_that_is_said(score: Scores) -> None:
    beside = "import numpy as np\nimport torch\n"
    report = score("softmax", "def test(f):\n    assert np.allclose(f(np.zeros(2)), [0.5, 0.5])\n", head=beside)
    assert report["rejected"] is not None
    assert "they run on solutions in PyTorch" in report["notes"][0]
    fine = "def test(f):\n    assert np.allclose(f(torch.zeros(2)).numpy(), [0.5, 0.5])\n"
    assert score("softmax", fine, head=beside)["rejected"] is None


@pytest.mark.parametrize(
    "source",
    [
        "def test(f):\n    torch.testing.assert_close(f(TWO.float()), torch.softmax(TWO.float(), 0))\n",
        "def test(softmax):\n    assert softmax(TWO) == pytest.approx(torch.softmax(TWO, 0))\n",
        "def test(softmax):\n    assert softmax(TWO).tolist() == pytest.approx([0.268941421, 0.731058579])\n",
        "def test(softmax):\n    assert torch.softmax(TWO, 0) == pytest.approx(softmax(TWO))\n",
        "def test(softmax):\n    assert softmax(TWO.clone().requires_grad_()).sum().item() == pytest.approx(1)\n",
        "def test(softmax):\n    assert TWO.dtype == torch.float64\n    assert softmax(TWO)[0] < 0.3\n",
        "from softmax import softmax\ndef test_it():\n    assert abs(softmax(TWO).sum() - 1) < 1e-9\n",
        "class TestIt:\n    def test(self, softmax):\n        assert torch.equal(softmax(TWO - 9), softmax(TWO))\n",
    ],
)
def test_right_solutions_pass_however_the_test_asks(score: Scores, source: str) -> None:
    report = score("softmax", f"TWO = torch.tensor([1.0, 2.0])\n{source}")
    assert report["rejected"] is None, report["failure"]
    assert report["cases_passed"] > 0


def test_tests_that_read_the_reference_solution_do_not_count(score: Scores) -> None:
    path = catalogue.torch_solution(catalogue.find("softmax"))
    report = score("softmax", f"def test(softmax):\n    assert open({str(path)!r}).read()\n")
    assert report["failure"]["kind"] == "peeked"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ('"""About torch."""\nimport pytest\n', "import neither torch nor NumPy"),
        ("import numpy as np\nx = torch.zeros(2)\n", "use torch but do not import it"),
    ],
)
def test_tests_that_are_about_torch_and_do_not_import_it_are_told(score: Scores, head: str, said: str) -> None:
    report = score("softmax", "def test(softmax):\n    assert softmax([0.0])\n", head=head)
    assert (report["outcome"], report["failure"]["kind"], report["notes"]) == ("error", "imports", [])
    assert said in report["failure"]["reason"]


def test_tests_with_numpy_in_a_round_of_pytorchs_are_numpys_and_that_is_said(score: Scores) -> None:
    head = '"""Write tests with torch."""\nimport numpy as np\n'
    report = score("softmax", "def test(f):\n    assert f(np.zeros(2))[0] == 0.5\n", head=head)
    assert report["rejected"] is None
    assert report["notes"] == ["Your tests do not import torch, so they run on solutions in NumPy."]


def test_generators_seed_what_is_random(score: Scores) -> None:
    source = """
        def test(dropout):
            x = torch.ones(1000, 4)
            runs = [dropout(x, 0.25, torch.Generator().manual_seed(seed)) for seed in (0, 0, 1)]
            outs = [each[0] if isinstance(each, tuple) else each for each in runs]
            assert torch.equal(outs[0], outs[1])
            assert not torch.equal(outs[0], outs[2])
            rng = torch.Generator().manual_seed(0)
            a, b = dropout(x, 0.25, rng), dropout(x, 0.25, rng)
            assert not torch.equal(a[0] if isinstance(a, tuple) else a, b[0] if isinstance(b, tuple) else b)
            assert abs(outs[0].mean() - 1) < 0.1
    """
    report = score("dropout", source)
    assert report["rejected"] is None, report["failure"]
    assert report["cases_passed"] >= 5


def test_objects_are_tested_too(score: Scores) -> None:
    source = "def test(LossScaler):\n    assert LossScaler() is not None\n"
    report = score("loss_scaler", source)
    assert report["rejected"] is None, report["failure"]
    assert {each["kind"] for each in report["escaped"]} == {"change"}


def test_tests_in_pytorch_are_written_checked_and_followed_up(learner) -> None:
    asked = learner("write-tests", "softmax", "--in", "torch").out
    assert "torch.testing.assert_close" in asked
    assert not NUMPYS.search(asked)
    assert "assert nothing yet" in learner("check").out
    path = learner.folder / "test_softmax.py"
    path.write_text(f"import torch\n{LAZY}")
    said = learner("check")
    assert said.code == 1
    assert "wrong solutions pass your tests" in said.out
    number = said.out.split()[-1]
    caught = learner("write-tests", "--why", number)
    assert "An input that catches it" in caught.out
    assert not NUMPYS.search(said.out + caught.out)
    path.write_text(CAREFUL[-1].read_text(encoding="utf-8"))
    assert json.loads(learner("check", "--json").out)["outcome"] == "passed"
