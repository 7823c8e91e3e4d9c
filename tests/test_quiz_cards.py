"""The cards of `mlprep quiz`: read, joined with the follow-ups of the solutions, and held together by `dev check`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import catalogue

from mlprep.authoring import structure
from mlprep.content import quiz_cards
from mlprep.content.catalogue import Catalogue
from mlprep.content.reference_solution import follow_ups
from mlprep.errors import BrokenCatalogue

FOLLOW_UP = """
[[card]]
id = "where-it-is-zero"
exercise = "relu"
follow_up = {question}
points = ["One.", "Two."]
wrong_turn = "Saying three."
"""
CONCEPT = """
[[card]]
id = "why-not-linear"
question = "Why is a network
    without activations linear?"
answer = "A product of matrices is a matrix."
points = ["Matrices multiply to one matrix.", "Depth adds nothing then."]
wrong_turn = "Saying that biases change this."
choices = ["It is one matrix", "It is a sum", "It is a kernel"]
from = "Why activations?"
""".replace("network\n    without", "network without")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A content root with the topic of the activations alone: relu with three follow-ups at most, and no cards."""
    for tree in ("exercises", "solutions"):
        shutil.copytree(catalogue.root / tree / "activations", tmp_path / tree / "activations")
    (tmp_path / "exercises" / "activations" / "quiz.toml").unlink(missing_ok=True)
    (tmp_path / "exercises" / "curriculum.toml").write_text('topics = ["activations"]\n')
    return tmp_path


def write(root: Path, text: str) -> Catalogue:
    (root / "exercises" / "activations" / "quiz.toml").write_text(text, encoding="utf-8")
    return Catalogue(root)


def literal(text: str) -> str:
    assert "'" not in text
    return f"'{text}'"


def asked(exercise: str = "relu") -> list[str]:
    return [each.text for each in follow_ups(catalogue, catalogue.find(exercise))]


def test_a_topic_without_a_file_has_no_cards_which_is_said(root):
    found = Catalogue(root)
    assert quiz_cards.cards(found, "activations") == []
    assert [each for each in structure.concept_card_problems(found) if "activations has no cards" not in each] == []
    assert quiz_cards.card_ids(found) == {}


def test_a_concept_card_has_its_own_words(root):
    found = write(root, CONCEPT)
    assert quiz_cards.card_ids(found) == {"activations/why-not-linear": None}
    card = quiz_cards.find_card(found, "activations/why-not-linear")
    assert card == quiz_cards.cards(found, "activations")[0]
    assert (card.topic, card.exercise, card.entry) == ("activations", None, "Why activations?")
    assert card.question == "Why is a network without activations linear?"
    assert card.choices == ("It is one matrix", "It is a sum", "It is a kernel")
    assert len(card.points) == 2


def test_a_follow_up_has_the_words_of_the_solution(root):
    question = asked()[0]
    found = write(root, FOLLOW_UP.format(question=literal(question)))
    card = quiz_cards.find_card(found, "activations/where-it-is-zero")
    assert card.question == question
    assert card.answer == follow_ups(catalogue, catalogue.find("relu"))[0].answer
    assert quiz_cards.card_ids(found) == {"activations/where-it-is-zero": "relu"}


def test_every_follow_up_needs_one_card(root):
    first, *others = asked()
    row = FOLLOW_UP.format(question=literal(first))
    found = write(root, row)
    told = list(structure.card_problems(found, "activations", "relu"))
    assert len(told) == len(others)
    assert all("no cards ask the follow-up" in each for each in told)
    assert list(structure.card_problems(found, "activations")) == []
    assert list(structure.card_problems(found, "activations", "softmax"))
    found = write(root, row + row.replace("where-it-is-zero", "again"))
    assert any("2 cards ask the follow-up" in each for each in structure.card_problems(found, "activations", "relu"))


def test_the_problems_of_an_exercise_include_those_of_its_cards(root):
    shutil.copytree(catalogue.root / "graders" / "activations", root / "graders" / "activations")
    (root / "exercises" / "activations" / "sheet.md").unlink()
    found = write(root, FOLLOW_UP.format(question='"What else?"'))
    told = " ".join(structure.problems(found, found.find("relu")))
    assert "asks no 'What else?'" in told


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "why-not-linear"', 'id = "Why not"', "not lower-case words"),
        ('linear?"', 'linear."', "question mark"),
        (', "Depth adds nothing then."', "", "two or three points"),
        ('["Matrices', '["A.", "B.", "Matrices', "two or three points"),
        ('wrong_turn = "Saying that biases change this."', "", "no wrong_turn"),
        (', "It is a sum", "It is a kernel"', "", "three or four different choices"),
        ('"It is a kernel"', '"It is a sum"', "three or four different choices"),
        ('answer = "A product of matrices is a matrix."', "", "no answer"),
        ("from =", "form =", "unknown key form"),
        ("id =", 'exercise = "softmin"\nid =', "no exercise 'softmin'"),
        ("id =", 'follow_up = "What else?"\nid =', "in the solution"),
    ],
)
def test_what_is_wrong_with_a_card_is_told(root, old, new, said):
    assert old in CONCEPT
    found = write(root, CONCEPT.replace(old, new, 1))
    told = [each.text for each in quiz_cards.problems(found, "activations")]
    assert any(said in each for each in told), told


def test_two_cards_of_one_id_are_told(root):
    told = list(structure.concept_card_problems(write(root, CONCEPT + CONCEPT)))
    assert "exercises/activations/quiz.toml: 2 cards are called why-not-linear" in told


@pytest.mark.parametrize("text", ["card = 3", "card = [1]", "[[card"])
def test_a_broken_file_is_our_fault_and_is_told(root, text):
    found = write(root, text)
    with pytest.raises(BrokenCatalogue):
        quiz_cards.cards(found, "activations")
    assert list(structure.concept_card_problems(found))


def test_a_card_without_what_it_needs_is_our_fault(root):
    found = write(root, "[[card]]\nid = 'a'\nquestion = 'Why?'\n")
    with pytest.raises(BrokenCatalogue, match="answer"):
        quiz_cards.find_card(found, "activations/a")
    with pytest.raises(BrokenCatalogue, match="no card 'b'"):
        quiz_cards.find_card(found, "activations/b")
    found = write(root, FOLLOW_UP.format(question='"What else?"'))
    with pytest.raises(BrokenCatalogue, match="What else"):
        quiz_cards.cards(found, "activations")


@pytest.mark.parametrize("topic", [topic.id for topic in catalogue.topics])
def test_the_cards_that_are_shipped_can_be_read(topic):
    ids = [card.id for card in quiz_cards.cards(catalogue, topic)]
    assert ids == list(quiz_cards.card_ids(catalogue, [topic]))
