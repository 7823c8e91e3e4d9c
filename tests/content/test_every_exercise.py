"""What holds of every exercise, whichever it is."""

from __future__ import annotations

import ast
import doctest
import warnings
from pathlib import Path

import numpy as np
import pytest
from support import catalogue, reference

from mlprep.authoring import structure
from mlprep.content import sheet

HERE = Path(__file__).parent
EXERCISES = list(catalogue.exercises.values())
SECTIONS = sheet.sections(catalogue)

# Every heading of the cheat sheet, down to its tables, in its order.
SHEET = """
Array Creation; Indexing & Slicing; Broadcasting Rules; Aggregations; Shape Manipulation; Basic Patterns;
Matrix Operations; Batch Operations; Normalization; Standardization; One-Hot Encoding; Handle Missing Data;
Linear Regression; Logistic Regression; K-Means; PCA; Decision Trees; Classification; Regression; Activation
Functions; Softmax; Cross-Entropy; Binary Cross-Entropy; Softmax + Cross-Entropy Gradient; Chain Rule;
Backpropagation; Weight Initialization; Batch Normalization; Key Points; Dropout; Output Size Formula; Conv2D;
Max Pooling; CNN Architecture; Parameter Count; Scaled Dot-Product Attention; Multi-Head Attention; Positional
Encoding; Layer Normalization; Causal Mask; Encoder Block; VAE Architecture; Reparameterization Trick; VAE
Loss; KL Divergence; Noise Schedule; Forward Process; Training Objective; Reverse Process; SGD; SGD +
Momentum; Adam; Common Dimensions; Common Questions; Key Concepts
"""


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: each.id)
def test_its_files_are_whole(exercise):
    """Stub, solution, grader, row, hints and sections are there and fit together."""
    assert list(structure.problems(catalogue, exercise)) == []


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: each.id)
def test_its_worked_example_is_true(exercise):
    """The doctest in the statement gives what it says when the reference is called."""
    statement = ast.get_docstring(ast.parse(catalogue.stub(exercise).read_text(encoding="utf-8")))
    names = {name: getattr(reference(exercise.id), name) for name in exercise.entry}
    examples = doctest.DocTestParser().get_doctest(statement, {"np": np, **names}, exercise.id, None, None)
    assert examples.examples
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    assert runner.run(examples, out=report.append).failed == 0, "".join(report)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: each.id)
def test_it_has_an_oracle(exercise):
    """Some test compares the reference with something written by others, or with a plain specification."""
    source = (HERE / f"test_oracles_{exercise.topic}.py").read_text(encoding="utf-8")
    assert f"def test_{exercise.id}_agrees_with_" in source


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: each.id)
def test_its_prerequisites_come_before_it(exercise):
    """``after`` names exercises that stand earlier in the curriculum."""
    order = list(catalogue.exercises)
    assert all(name in order and order.index(name) < order.index(exercise.id) for name in exercise.after)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: f"{section.topic}-{section.title}")
def test_the_snippets_of_a_section_run(section):
    """All python blocks of one section, in order, without a warning."""
    names: dict[str, object] = {"np": np}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for block in section.blocks:
            if block.kind == "python":
                exec(compile(block.text, section.title, "exec"), names)


def test_every_heading_of_the_cheat_sheet_is_covered():
    """By an exercise, or at least by a section of our sheet."""
    ours = {section.title for section in SECTIONS}
    practised = {name for each in EXERCISES for name in each.sections}
    asked = {" ".join(heading.split()) for heading in SHEET.split(";")}
    assert sorted(asked - ours - practised) == []


def test_no_stray_file_lies_in_the_three_trees():
    assert list(structure.stray_files(catalogue)) == []
