"""Impurity by hand: entropy, Gini, information gain."""

from __future__ import annotations

from math import log2
from random import Random

from mlprep import phrases
from mlprep.grading.questions.quiz.drawn import Drawn, listed, makes, number, share

_LOGS = "log₂ 3 ≈ 1.585, log₂ 5 ≈ 2.322, log₂ 7 ≈ 2.807"
# Counts whose logarithms need no calculator beyond the three above.
_NODES = (
    (1, 1),
    (2, 2),
    (1, 3),
    (3, 1),
    (2, 6),
    (5, 5),
    (1, 7),
    (3, 5),
    (2, 1),
    (4, 2),
    (6, 2),
    (4, 1),
    (2, 3),
    (7, 1),
    (9, 0),
)
_THREE = ((2, 1, 1), (4, 2, 2), (1, 1, 1), (2, 2, 2), (4, 3, 1), (1, 1, 2), (2, 1, 5), (1, 4, 3))


def entropy_of(counts: tuple[int, ...]) -> float:
    """In bits."""
    total = sum(counts)
    return sum(count / total * log2(total / count) for count in counts if count)


def gini_of(counts: tuple[int, ...]) -> float:
    """The chance that two samples drawn with replacement differ."""
    return 1 - sum((count / sum(counts)) ** 2 for count in counts)


def _node(counts: tuple[int, ...]) -> str:
    return phrases.listed([f"{count} of class {name}" for count, name in zip(counts, "abc", strict=False)], "and")


@makes("entropy")
def entropy(rng: Random) -> Drawn:
    """Of the labels in a node, or of a distribution."""
    if rng.random() < 0.25:
        chances = rng.choice(
            ((0.5, 0.25, 0.25), (0.5, 0.25, 0.125, 0.125), (0.25,) * 4, (0.125,) * 8, (1.0, 0.0), (0.25, 0.75))
        )
        value = sum(p * log2(1 / p) for p in chances if p)
        text = f"What is the entropy in bits of the distribution ({listed(chances)})? {_LOGS}."
        told = "Σ p log₂(1/p) = " + " + ".join(f"{p:g}·{log2(1 / p):.3g}" for p in chances if p) + f" = {value:.2f}."
        return number(text, value, told, counts=chances)
    counts = rng.choice(_NODES + _THREE)
    value, total = entropy_of(counts), sum(counts)
    text = f"A node holds {_node(counts)}. What is its entropy in bits? {_LOGS}."
    told = (
        "Σ p log₂(1/p) = "
        + " + ".join(f"{count}/{total}·{log2(total / count):.3f}" for count in counts if count)
        + f" = {value:.2f}."
    )
    return number(text, value, told, counts=counts)


@makes("gini")
def gini(rng: Random) -> Drawn:
    """Of the labels in a node."""
    counts = tuple(rng.randrange(0, 6) for _ in range(rng.choice((2, 2, 3))))
    counts = counts if sum(counts) else (1, *counts[1:])
    value, total = gini_of(counts), sum(counts)
    squares = sum(count**2 for count in counts)
    text = f"A node holds {_node(counts)}. What is its Gini impurity?"
    told = (
        f"1 − Σ p² = 1 − ({' + '.join(f'{count}²' for count in counts)}) "
        f"/ {total}² = 1 − {squares}/{total**2} = {value:.2f}."
    )
    return share(text, value, told, counts=counts)


@makes("information-gain")
def information_gain(rng: Random) -> Drawn:
    """Of one split, by entropy or by Gini."""
    by_gini = rng.random() < 0.5
    pure, half = (4, 0), (2, 2)
    options = [
        ((4, 0), (0, 4)),
        (half, half),
        (pure, (1, 3)),
        ((3, 1), (1, 3)),
        ((2, 0), (2, 4)),
        ((4, 0), (2, 2)),
        ((1, 1), (3, 3)),
        ((6, 0), (1, 1)),
        ((3, 0), (1, 4)),
    ]
    left, right = rng.choice(options)
    if rng.random() < 0.5:
        left, right = right, left
    parent = (left[0] + right[0], left[1] + right[1])
    impurity = gini_of if by_gini else entropy_of
    n, a, b = sum(parent), sum(left), sum(right)
    value = impurity(parent) - a / n * impurity(left) - b / n * impurity(right)
    name = "decrease of Gini impurity" if by_gini else "information gain in bits"
    text = (
        f"A node with {_node(parent)} is split into one with "
        f"{_node(left)} and one with {_node(right)}. What is the {name}?"
    )
    text += "" if by_gini else f" {_LOGS}."
    told = f"{impurity(parent):.3f} − {a}/{n}·{impurity(left):.3f} − {b}/{n}·{impurity(right):.3f} = {value:.2f}."
    return number(text, value, told, left=left, right=right, by="gini" if by_gini else "entropy")
