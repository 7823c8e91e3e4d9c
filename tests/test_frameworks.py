"""NumPy or PyTorch: what a file is written in, how that is chosen, and what is offered in which. Needs no PyTorch."""

from __future__ import annotations

import json

import pytest
from support import Bench, catalogue

from mlprep.activities import interview
from mlprep.activities.interview_parts import Wishes
from mlprep.activities.session import Session
from mlprep.content.catalogue import Catalogue
from mlprep.grading import frameworks
from mlprep.grading.engine import endings
from mlprep.grading.frameworks import NUMPY, TORCH, framework_of


@pytest.mark.parametrize(
    ("source", "framework"),
    [
        ("import torch", TORCH),
        ("from torch import nn", TORCH),
        ("import torch.nn.functional as F", TORCH),
        ("def f(x):\n    import torch as t\n    return t.exp(x)", TORCH),
        ("import torch\ndef f(:", TORCH),
        ("import numpy as np  # not torch", NUMPY),
        ("from .torch import x", NUMPY),
        ("import torchvision", NUMPY),
        ("", NUMPY),
    ],
)
def test_a_file_is_pytorchs_if_it_imports_torch(source, framework):
    assert framework_of(source) == framework


def test_start_in_torch_writes_tensors_and_keeps_what_was_begun(learner):
    out = learner("start", "softmax").out
    assert "np.array(" in out
    out = learner("start", "softmax", "--in", "torch").out
    assert "softmax(torch.tensor(" in out
    assert "without softmax, log_softmax" in out
    path = learner.folder / "softmax.py"
    assert "\nimport torch\n" in path.read_text()
    learner("start", "softmax")
    assert "\nimport torch\n" in path.read_text(), "the file says what it is"
    path.write_text(path.read_text() + "# mine\n")
    out = learner("start", "softmax", "--in", "numpy")
    assert "already exists and was kept" in out.err
    learner("reset")
    assert "# mine" not in path.read_text()
    assert "\nimport torch\n" in path.read_text()


def test_a_workspace_for_pytorch_starts_all_that_can_be_in_it(learner):
    out = learner("init", str(learner.folder), "--in", "torch").out
    assert "written in PyTorch" in out
    learner("start", "relu")
    assert "import torch" in (learner.folder / "relu.py").read_text()
    learner("start", "top_k")
    assert "import numpy" in (learner.folder / "top_k.py").read_text()
    said = " ".join(learner("list").out.split())
    assert "NumPy only" in said
    learner("init", str(learner.folder), "--in", "numpy")
    assert "NumPy only" not in learner("list").out
    learner("start", "gelu")
    assert "import numpy" in (learner.folder / "gelu.py").read_text()


def test_the_reference_solution_is_in_what_the_file_is_in(learner, tmp_path, monkeypatch):
    shown = learner("solution", "softmax", "--yes").out
    assert ("import numpy" in shown, "in PyTorch" in shown) == (True, False)
    learner("start", "softmax", "--in", "torch")
    found = json.loads(learner("solution", "softmax", "--yes", "--json", "--diff").out)
    assert found["title"] == "reference solution in PyTorch"
    assert found["code"].startswith("import torch\n")
    assert all("np." not in (row["theirs"] or "") for row in found["diff"])
    assert found["explanation"].startswith("Softmax, shifted")
    assert found["questions"].startswith("What an interviewer asks next")
    monkeypatch.setattr(Catalogue, "torch_solution", lambda self, exercise: tmp_path / "none.py")
    shown = learner("solution", "softmax", "--yes").out
    assert "softmax: reference solution in NumPy" in shown
    assert "import numpy" in shown


def test_what_is_about_numpy_itself_is_not_offered(learner):
    said = learner("start", "top_k", "--in", "torch")
    assert (said.code, said.err.splitlines()[0]) == (2, "top_k is about NumPy itself.")
    assert "plain Python" in learner("start", "edit_distance", "--in", "torch").err
    assert learner("start", "softmax", "--in", "jax").code == 2


def test_the_list_says_what_each_can_be_written_in(learner):
    found = {each["id"]: each["frameworks"] for each in json.loads(learner("list", "--json").out)}
    assert (found["softmax"], found["top_k"], found["edit_distance"]) == (["numpy", "torch"], ["numpy"], [])
    assert sum("torch" in each for each in found.values()) > 150


def test_tests_can_be_written_in_pytorch(learner):
    begun = json.loads(learner("write-tests", "softmax", "--in", "torch", "--json").out)
    path = learner.folder / "test_softmax.py"
    text = path.read_text(encoding="utf-8")
    assert framework_of(text) == "torch"
    assert text.endswith("import torch\n\n\ndef test(softmax):\n    ...\n")
    assert "torch.testing.assert_close" in text
    assert "tensor" in begun["statement"]
    for numpys in ("np.", "array", "Write it yourself"):
        assert numpys not in text
    path.unlink()
    learner("write-tests", "softmax")
    assert framework_of(path.read_text(encoding="utf-8")) == "numpy"
    learner("write-tests", "softmax", "--in", "torch")
    assert path.read_text(encoding="utf-8") == text, "what is untouched is replaced"


def test_written_tests_are_kept_and_how_to_start_over_in_pytorch_is_said(learner):
    learner("write-tests", "softmax")
    path = learner.folder / "test_softmax.py"
    path.write_text("def test(softmax): assert softmax([0.0])[0] == 1\n")
    assert "mlprep start test_softmax --fresh --in torch" in learner("write-tests", "softmax", "--in", "torch").err
    assert framework_of(path.read_text()) == "numpy"
    learner("start", "test_softmax", "--fresh", "--in", "torch")
    assert framework_of(path.read_text()) == "torch"


def test_a_workspace_for_pytorch_has_tests_in_it_where_they_can_be(learner):
    learner("init", str(learner.folder), "--in", "torch")
    for name in ("gelu", "top_k", "edit_distance"):
        learner("write-tests", name)
    in_torch = [framework_of((learner.folder / f"test_{name}.py").read_text()) for name in ("gelu", "top_k")]
    assert in_torch == ["torch", "numpy"]
    assert "torch" not in (learner.folder / "test_edit_distance.py").read_text()


def test_tests_of_what_is_not_offered_in_pytorch_are_not_either(learner, tmp_path, monkeypatch):
    refused = learner("write-tests", "top_k", "--in", "torch")
    assert (refused.code, "about NumPy itself" in refused.err) == (2, True)
    said = learner("write-tests", "edit_distance", "--in", "torch").err
    assert "edit_distance is plain Python, the same for NumPy and PyTorch." in said
    path = learner.folder / "test_edit_distance.py"
    assert "tensor" not in path.read_text()
    path.write_text("import torch\ndef test(edit_distance): assert edit_distance('a', 'a') == 0\n")
    assert "Write these tests without it" in learner("check", "test_edit_distance").out
    monkeypatch.setattr(Catalogue, "torch_solution", lambda self, exercise: tmp_path / "none.py")
    refused = learner("write-tests", "softmax", "--in", "torch")
    assert (refused.code, "no solution of softmax in PyTorch yet" in refused.err) == (2, True)


def test_an_interview_writes_tests_in_what_the_workspace_is_in(learner):
    learner("init", str(learner.folder), "--in", "torch")
    with interview.begin(Session(str(learner.folder)), Wishes(30, "activations", "easy", ("tests",)), 1) as sitting:
        assert sitting.exercise is not None
        (learner.folder / f"{sitting.exercise.id}.py").write_text("import numpy as np\n")
        begun = sitting.open_part()
    assert begun is not None
    assert framework_of(begun.path.read_text()) == "torch"


def test_a_plan_for_pytorch_leaves_out_what_is_about_numpy_itself(learner):
    learner("init", str(learner.folder), "--in", "torch")
    plan = json.loads(learner("plan", "--until", "+14", "--minutes", "600", "--json").out)
    planned = {step["exercise"] for day in plan["days"] for step in day["steps"] if step["kind"] == "new"}
    topics = {catalogue.exercises[name].topic for name in planned}
    assert not topics & {"numpy", "einsum"}
    assert not {catalogue.exercises[name].topic for name in plan["left_out"]} & {"numpy", "einsum"}
    built_on = [name for name in planned if {"top_k", "pairwise_distances"} & {*catalogue.exercises[name].after}]
    assert built_on, "what builds on it is planned all the same"


def test_plain_python_is_what_needs_no_arrays():
    for each in catalogue.exercises.values():
        assert (each.framework == "none") <= ("np." not in catalogue.solution(each).read_text(encoding="utf-8"))


def test_without_pytorch_one_sentence_says_how_to_install_it(bench: Bench):
    said = endings.without_torch("/somewhere/softmax.py").reason
    assert said == f"softmax.py imports torch, which is not installed. Install it: {frameworks.INSTALL_TORCH}"
    if not frameworks.is_installed("torch"):
        report = bench.grade("softmax", "import torch\ndef softmax(x, axis=-1): return x")
        assert (report["outcome"], report["failure"]["reason"]) == ("error", said)
