"""Sequences by hand: edit distance, padding, a step of a recurrent network, the best path of states."""

from __future__ import annotations

from itertools import product
from math import prod
from random import Random

from mlprep.grading.questions.quiz.drawn import Drawn, listed, makes, number, numbers, share, trimmed, whole

_WORDS = (
    ("cat", "cut"), ("cat", "cast"), ("cast", "cat"), ("form", "from"), ("kitten", "sitting"), ("ab", "ba"),
    ("flaw", "lawn"), ("gate", "goat"), ("plane", "planes"), ("night", "fight"), ("train", "rain"), ("loss", "lose"),
    ("model", "modal"), ("layer", "player"), ("batch", "match"), ("bias", "basis"), ("token", "taken"), ("heat", "tea"),
)  # fmt: skip
_STATES = "HC"  # hot and cold


def edits(a: str, b: str) -> int:
    """The least number of insertions, deletions and substitutions."""
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[-1]


@makes("edit-distances")
def edit_distances(rng: Random) -> Drawn:
    """Of two short words, or the word error rate of two sentences."""
    if rng.random() < 0.7:
        a, b = rng.choice(_WORDS)
        a, b = (a, b) if rng.random() < 0.5 else (b, a)
        value = edits(a, b)
        text = f"How many insertions, deletions and substitutions turn {a!r} into {b!r}, at least?"
        told = f"{value} edits are needed." if value > 1 else "One edit is enough."
        swap = " Swapping neighbors is not an edit of its own." if {a, b} in ({"ab", "ba"}, {"form", "from"}) else ""
        return whole(text, value, told + swap, a=a, b=b)
    length = rng.choice((4, 5, 8, 10, 20))
    wrong, missing, extra = rng.choice((0, 1, 2)), rng.choice((0, 1)), rng.choice((0, 1, 2))
    total = wrong + missing + extra
    text = (
        f"A transcript of {length} words has {wrong} substituted, {missing} missing and {extra} extra words. "
        "What is the word error rate?"
    )
    told = f"All edits count, over the length of the right text: {total} / {length} = {total / length:.2f}."
    return share(text, total / length, told, length=length, counts=(wrong, missing, extra))


@makes("padding")
def padding(rng: Random) -> Drawn:
    """How much of a batch is padding."""
    lengths = [rng.randrange(1, 13) for _ in range(rng.choice((3, 4)))]
    longest, total = max(lengths), sum(lengths)
    size = longest * len(lengths)
    text = f"Sequences of {listed(lengths)} tokens are padded to the longest."
    if rng.random() < 0.5:
        told = f"{len(lengths)}·{longest} = {size} places, {total} of them tokens: {size - total}."
        return whole(f"{text} How many padding tokens does the batch hold?", size - total, told, lengths=lengths)
    told = f"{total} of {len(lengths)}·{longest} = {size} places are tokens: {total / size:.2f}."
    return share(f"{text} Which share of the batch are real tokens?", total / size, told, lengths=lengths, real=True)


@makes("recurrent-steps")
def recurrent_steps(rng: Random) -> Drawn:
    """Two steps of a network with one unit; gates that are open or closed; gradients through time."""
    case = rng.randrange(3)
    if case == 0:
        w, u, b = rng.choice((1, 2, -1)), rng.choice((0.5, -1, 2)), rng.choice((0, 1, -1))
        x = [rng.choice((-1, 0, 1, 2)) for _ in range(2)]
        states, h = [], 0.0
        for entry in x:
            h = max(w * entry + u * h + b, 0.0)
            states.append(h)
        text = f"h ← relu({w}·x + {u:g}·h + {b}), from h = 0, with the inputs {listed(x)}. What are the two states?"
        told = f"relu({w}·{x[0]} + {b}) = {trimmed(states[0])}, "
        told += f"then relu({w}·{x[1]} + {u:g}·{trimmed(states[0])} + {b}) = {trimmed(states[1])}."
        return numbers(text, states, told, w=w, u=u, b=b, x=x)
    if case == 1:
        forget, enter, out = rng.choice((0.0, 0.5, 1.0)), rng.choice((0.0, 0.5, 1.0)), rng.choice((0.5, 1.0))
        cell, candidate = rng.choice((2.0, -1.0, 4.0)), rng.choice((1.0, -0.5, 0.8))
        value = forget * cell + enter * candidate
        text = (
            f"An LSTM cell holds c = {cell:g}. Forget gate {forget:g}, input gate {enter:g}, output gate {out:g}, "
            f"candidate {candidate:g}. What is the new c?"
        )
        told = (
            f"{forget:g}·{cell:g} + {enter:g}·{candidate:g} = {trimmed(value)}. The output gate acts on tanh(c) only."
        )
        return number(text, value, told, gates=(forget, enter), cell=cell, candidate=candidate)
    factor, steps = rng.choice(((0.5, 4), (0.5, 10), (0.9, 2), (2.0, 5), (2.0, 10), (0.1, 3)))
    text = (
        f"In a linear recurrent network h ← {factor:g}·h + x. By which factor is the gradient of h after {steps} steps "
        "multiplied on its way back to the first h?"
    )
    value = float(factor**steps)
    kind = "vanishes" if factor < 1 else "explodes"
    return number(
        text, value, f"{factor:g}^{steps} = {trimmed(value)}: it {kind} with length.", 3, factor=factor, steps=steps
    )


@makes("best-paths")
def best_paths(rng: Random) -> Drawn:
    """The probability of the best path through two states, for two or three observations."""
    stay = rng.choice((0.5, 0.6, 0.7, 0.8))
    shown = {"H": rng.choice((0.8, 0.9, 0.6)), "C": rng.choice((0.1, 0.2, 0.4))}  # the chance of observing a 1
    seen = [rng.randrange(2) for _ in range(rng.choice((2, 2, 3)))]

    def factors(path: tuple[str, ...]) -> list[float]:
        found = [0.5]
        for place, state in enumerate(path):
            if place:
                found.append(stay if state == path[place - 1] else round(1 - stay, 1))
            found.append(shown[state] if seen[place] else round(1 - shown[state], 1))
        return found

    def chance(path: tuple[str, ...]) -> float:
        return prod(factors(path))

    best = max(product(_STATES, repeat=len(seen)), key=chance)
    text = (
        "Two states, H and C, equally likely at first. Each stays "
        f"with probability {stay:g}. H shows a 1 with probability "
        f"{shown['H']:g}, C with {shown['C']:g}; else a 0. What "
        f"is the probability of the best path with {listed(seen)}?"
    )
    told = f"The best path is {', '.join(best)}: {' · '.join(map(trimmed, factors(best)))} = {chance(best):.4f}."
    return number(text, chance(best), told, 4, stay=stay, shown=(shown["H"], shown["C"]), seen=seen)
