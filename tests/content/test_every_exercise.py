"""What holds of every exercise, whichever it is."""

from __future__ import annotations

import pytest
from support import catalogue, reference

from mlprep.authoring import oracle, structure
from mlprep.authoring.places import places_of
from mlprep.content import reference_solution, sheet
from mlprep.grading.questions import examples

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
    """Starter file, solution, grader, row, hints and sections are there and fit together."""
    assert list(structure.problems(catalogue, exercise)) == []


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: each.id)
def test_nothing_in_it_is_left_to_do(exercise):
    """No TODO mark of `mlprep dev new` is left."""
    assert places_of(catalogue.root, exercise).todos() == []


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: each.id)
def test_its_worked_example_is_true(exercise):
    """The doctest in the statement gives what it says when the reference is called."""
    starter = catalogue.starter(exercise).read_text(encoding="utf-8")
    assert examples.worked_example(starter, reference(exercise.id), exercise.entry) is None


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: each.id)
def test_it_has_an_oracle(exercise):
    """Some test compares the reference with something written by others, or with a plain specification."""
    assert oracle.is_there(places_of(catalogue.root, exercise))


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: each.id)
def test_its_solution_comes_apart_into_explanation_code_and_questions(exercise):
    found = reference_solution.reference(catalogue, exercise)
    assert found.code.strip()
    assert '"""' not in found.code.splitlines()[0]
    assert found.questions.startswith("What an interviewer asks next")
    asked = reference_solution.follow_ups(catalogue, exercise)
    assert len(asked) >= 2
    assert all(len(each.text) > 5 and len(each.answer) > 5 for each in asked)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: f"{section.topic}-{section.title}")
def test_the_snippets_of_a_section_run(section):
    """All python blocks of one section, in order, without a warning."""
    assert examples.snippets(section.title, [block.text for block in section.blocks if block.kind == "python"]) is None


def test_every_heading_of_the_cheat_sheet_is_covered():
    """By an exercise, or at least by a section of our sheet."""
    ours = {section.title for section in SECTIONS}
    practiced = {name for each in EXERCISES for name in each.sections}
    asked = {" ".join(heading.split()) for heading in SHEET.split(";")}
    assert sorted(asked - ours - practiced) == []


def test_no_stray_file_lies_in_the_three_trees():
    assert list(structure.stray_files(catalogue)) == []


@pytest.mark.parametrize("topic", [topic.id for topic in catalogue.topics])
def test_the_concept_cards_of_a_topic_are_whole(topic):
    assert list(structure.card_problems(catalogue, topic)) == []
