"""Every right and wrong solution of a grader, as a file that stands by itself."""

from __future__ import annotations

import pytest
from support import catalogue, grader

from mlprep.grading.questions import standalone

EXERCISES = list(catalogue.exercises)


@pytest.mark.parametrize("name", EXERCISES)
def test_every_solution_defines_its_entries_and_nothing_of_ours(name):
    judge = grader(name)
    for each in [standalone.reference(judge), *standalone.alternatives(judge), *standalone.mistakes(judge)]:
        namespace: dict[str, object] = {}
        exec(compile(each.source, each.key, "exec"), namespace)
        assert all(callable(namespace.get(entry)) for entry in judge.entry), each.key
        assert "mlprep" not in each.source, each.key
        assert "mistake(" not in each.source, each.key


def test_constants_are_written_in():
    keys = {each.key: each.source for each in standalone.mistakes(grader("softmax"))}
    by_mean, by_min = (source for key, source in keys.items() if key.startswith("shifted_by_less "))
    assert "np.mean(x, axis=axis, keepdims=True)" in by_mean
    assert "np.min(x, axis=axis, keepdims=True)" in by_min
    assert "by" not in by_mean.partition("(")[2].partition(")")[0]


def test_a_namespace_goes_away_with_its_name():
    tape = next(each for each in standalone.alternatives(grader("autograd")) if each.name == "Tape")
    assert "Tape" not in tape.source
    assert "class Value" in tape.source


def test_helpers_of_the_grader_come_along():
    sources = [each.source for each in standalone.mistakes(grader("kmeans"))]
    assert any(source.count("\ndef ") > 1 for source in sources)
