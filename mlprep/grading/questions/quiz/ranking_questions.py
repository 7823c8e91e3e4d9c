"""Ranking by hand: precision and recall at k, reciprocal ranks, average precision, nDCG; TF-IDF; triplet losses."""

from __future__ import annotations

from math import log, log2
from random import Random
from typing import Any

from mlprep.grading.questions.quiz.drawn import Drawn, listed, makes, number, share, trimmed

_DISCOUNTS = "log₂ 3 ≈ 1.585, log₂ 5 ≈ 2.322"


@makes("ranking-metrics")
def ranking_metrics(rng: Random) -> Drawn:
    """Of one ranked list, or of the ranks of several queries."""
    labels = [1, 0, 0, 1, 0]
    labels += [1] if rng.random() < 0.4 else [0]
    rng.shuffle(labels)
    k, positives = rng.choice((1, 2, 3, 4)), sum(labels)
    ranks = [rank for rank, label in enumerate(labels, 1) if label]
    hits = sum(labels[:k])
    case = rng.choice(("precision", "recall", "reciprocal", "average", "mean reciprocal", "fusion"))
    given = f"A ranking, best first, with 1 for relevant: {listed(labels)}."
    facts: dict[str, Any] = {"labels": labels, "k": k, "name": case}
    if case == "precision":
        return share(f"{given} What is precision@{k}?", hits / k, f"{hits} of the first {k}: {hits / k:.2f}.", **facts)
    if case == "recall":
        told = f"{hits} of {positives} relevant ones are among the first {k}: {hits / positives:.2f}."
        return share(f"{given} What is recall@{k}?", hits / positives, told, **facts)
    if case == "reciprocal":
        told = f"The first relevant one has rank {ranks[0]}: 1/{ranks[0]} = {1 / ranks[0]:.2f}."
        return share(f"{given} What is the reciprocal rank?", 1 / ranks[0], told, **facts)
    if case == "average":
        each = [f"{count}/{rank}" for count, rank in enumerate(ranks, 1)]
        value = sum(count / rank for count, rank in enumerate(ranks, 1)) / positives
        told = f"Precision at the ranks of the relevant ones: {', '.join(each)}. Their mean is {value:.2f}."
        return share(f"{given} What is the average precision?", value, told, **facts)
    first = [rng.choice((1, 2, 3, 4, 5, 10)) for _ in range(3)]
    if case == "mean reciprocal":
        value = sum(1 / rank for rank in first) / 3
        text = (
            "The first relevant result of three queries has the "
            f"ranks {listed(first)}. What is the mean reciprocal rank?"
        )
        told = f"({' + '.join(f'1/{rank}' for rank in first)}) / 3 = {value:.2f}."
        return share(text, value, told, first=first, name=case)
    one, other = rng.sample(range(1, 10), 2)
    constant = rng.choice((1, 5, 10))
    value = 1 / (constant + one) + 1 / (constant + other)
    text = (
        f"Reciprocal rank fusion with the constant {constant}: a document has "
        f"rank {one} in one list and {other} in another. What is its score?"
    )
    told = f"1/({constant} + {one}) + 1/({constant} + {other}) = {value:.2f}."
    return number(text, value, told, constant=constant, ranks=(one, other), name=case)


@makes("ndcg")
def ndcg(rng: Random) -> Drawn:
    """DCG and nDCG of three or four graded results."""
    grades = [rng.choice((0, 1, 1, 2, 3)) for _ in range(rng.choice((3, 4)))]
    if max(grades) == 0:
        grades[0] = 2

    def gain(order: list[int]) -> float:
        return sum((2.0**grade - 1) / log2(rank + 1) for rank, grade in enumerate(order, 1))

    ideal = sorted(grades, reverse=True)
    terms = " + ".join(f"{2**grade - 1}/log₂ {rank + 1}" for rank, grade in enumerate(grades, 1) if grade)
    text = (
        f"Results with the relevances {listed(grades)}, best rank "
        "first; the gain is 2^rel − 1, the discount log₂(rank + 1)."
    )
    if rng.random() < 0.5:
        return number(
            f"{text} What is the DCG? {_DISCOUNTS}.", gain(grades), f"{terms} = {gain(grades):.2f}.", grades=grades
        )
    value = gain(grades) / gain(ideal)
    told = (
        f"DCG {terms} = {gain(grades):.2f}; the ideal order {listed(ideal)} "
        f"has {gain(ideal):.2f}. The quotient is {value:.2f}."
    )
    return share(f"{text} What is the nDCG? {_DISCOUNTS}.", value, told, grades=grades, normalized=True)


@makes("term-weights")
def term_weights(rng: Random) -> Drawn:
    """TF-IDF weights and the parts of BM25."""
    n = rng.choice((9, 99, 999))
    rare = rng.choice([each for each in (1, 4, 9, 99, 999) if each <= n])
    count = rng.choice((1, 2, 3))
    times = {1: "once", 2: "twice", 3: "three times"}[count]
    if rng.random() < 0.5:
        value = count * (log((1 + n) / (1 + rare)) + 1)
        text = (
            f"A token occurs {times} in a document, and in {rare} of {n} documents. What is its weight "
            "count · (ln((1 + n) / (1 + df)) + 1)? ln 2 ≈ 0.69, ln 5 ≈ 1.61, ln 10 ≈ 2.30."
        )
        told = f"{count} · (ln {trimmed((1 + n) / (1 + rare))} + 1) = {value:.2f}."
        return number(text, value, told, n=n, df=rare, count=count)
    k, b = rng.choice((1, 2)), rng.choice((0.0, 0.5, 1.0))
    ratio = rng.choice((0.5, 1.0, 2.0))
    value = count * (k + 1) / (count + k * (1 - b + b * ratio))
    text = (
        f"BM25 with k₁ = {k} and b = {b:g}: a token occurs {count} "
        f"times in a document that is {ratio:g} times as long as the "
        "average. What is the factor f·(k₁ + 1) / (f + k₁·(1 − b + b·length/average))?"
    )
    told = f"{count}·{k + 1} / ({count} + {k}·(1 − {b:g} + {b:g}·{ratio:g})) = {value:.2f}."
    return number(text, value, told, k=k, b=b, ratio=ratio, count=count)


@makes("contrastive-losses")
def contrastive_losses(rng: Random) -> Drawn:
    """A triplet loss, or an in-batch softmax whose scores are equal."""
    if rng.random() < 0.6:
        near, far, margin = (
            rng.choice((0.5, 1.0, 1.5, 2.0)),
            rng.choice((0.8, 1.2, 2.0, 3.0)),
            rng.choice((0.2, 0.5, 1.0)),
        )
        value = max(0.0, near - far + margin)
        text = (
            f"The anchor is {near:g} away from its positive and {far:g} from "
            f"its negative. What is the triplet loss with margin {margin:g}?"
        )
        return number(
            text,
            value,
            f"max(0, {near:g} − {far:g} + {margin:g}) = {trimmed(value)}.",
            near=near,
            far=far,
            margin=margin,
        )
    size = rng.choice((2, 4, 5, 8, 10, 100))
    text = (
        f"In a batch of {size} pairs, a fresh model gives every pair the same score. What "
        "is the in-batch softmax loss in nats? ln 2 ≈ 0.69, ln 5 ≈ 1.61, ln 10 ≈ 2.30."
    )
    return number(
        text,
        log(size),
        f"Each of {size} candidates has the probability 1/{size}: ln {size} = {log(size):.2f}.",
        size=size,
    )
