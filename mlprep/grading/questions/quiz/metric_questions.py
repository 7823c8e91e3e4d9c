"""Metrics by hand: from a confusion table, ROC AUC by pairs, errors of a regression, perplexity, macro F1."""

from __future__ import annotations

from math import exp, log
from random import Random
from typing import Any

import numpy as np

from mlprep.grading.questions.quiz.drawn import Drawn, listed, makes, number, share, trimmed, whole


@makes("confusion-metrics")
def confusion_metrics(rng: Random) -> Drawn:
    """Precision, recall, F1, accuracy, specificity and the like from four counts."""
    tp, fp, fn = (rng.choice(each) for each in ((10, 20, 30, 40, 60, 80), (5, 10, 20, 40), (5, 10, 20, 30)))
    tn = rng.choice((10, 50, 100, 200, 900))
    name, value, told = rng.choice(
        [
            ("precision", tp / (tp + fp), f"TP / (TP + FP) = {tp} / {tp + fp}"),
            ("recall", tp / (tp + fn), f"TP / (TP + FN) = {tp} / {tp + fn}"),
            ("F1", 2 * tp / (2 * tp + fp + fn), f"2·TP / (2·TP + FP + FN) = {2 * tp} / {2 * tp + fp + fn}"),
            ("accuracy", (tp + tn) / (tp + tn + fp + fn), f"(TP + TN) / all = {tp + tn} / {tp + tn + fp + fn}"),
            ("specificity", tn / (tn + fp), f"TN / (TN + FP) = {tn} / {tn + fp}"),
            ("false positive rate", fp / (fp + tn), f"FP / (FP + TN) = {fp} / {fp + tn}"),
        ]
    )
    facts: dict[str, Any] = {"counts": (tp, fp, fn, tn), "name": name}
    if rng.random() < 0.5:
        table = f"              predicted 1   predicted 0\nactual 1      {tp:<13} {fn}\nactual 0      {fp:<13} {tn}"
        return share(f"What is the {name}?", value, f"{told} = {value:.2f}.", code=table, **facts)
    positive, flagged, total = tp + fn, tp + fp, tp + fp + fn + tn
    text = (
        f"Of {total} samples {positive} are positive. The model flags {flagged}, and {tp} of these are positive. "
        f"What is the {name}?"
    )
    return share(text, value, f"TP = {tp}, FP = {fp}, FN = {fn}, TN = {tn}. {told} = {value:.2f}.", **facts)


@makes("macro-f1")
def averaged_f1(rng: Random) -> Drawn:
    """Macro and micro averages of three classes."""
    rows = [(rng.choice((2, 4, 6, 8)), rng.choice((0, 2, 4)), rng.choice((0, 2, 4))) for _ in range(2)]
    rows.append((rng.choice((1, 2)), sum(row[2] for row in rows), sum(row[1] for row in rows)))
    f1 = [2 * tp / (2 * tp + fp + fn) for tp, fp, fn in rows]
    table = "class   TP   FP   FN\n" + "\n".join(
        f"{name:<7} {tp:<4} {fp:<4} {fn}" for name, (tp, fp, fn) in zip("abc", rows, strict=True)
    )
    told = "F1 per class, 2·TP / (2·TP + FP + FN): " + ", ".join(f"{value:.3f}" for value in f1)
    if rng.random() < 0.7:
        value = sum(f1) / 3
        return share(
            "What is the macro F1?", value, f"{told}. Their mean is {value:.2f}.", code=table, rows=rows, name="macro"
        )
    tp, fp, fn = (sum(column) for column in zip(*rows, strict=True))
    value = 2 * tp / (2 * tp + fp + fn)
    explained = f"Add the counts first: TP {tp}, FP {fp}, FN {fn}. 2·{tp} / (2·{tp} + {fp} + {fn}) = {value:.2f}."
    return share("What is the micro F1?", value, explained, code=table, rows=rows, name="micro")


@makes("roc-auc")
def roc_auc(rng: Random) -> Drawn:
    """The share of pairs that are ranked right, with a tie now and then."""
    count = rng.choice((4, 5, 5, 6))
    positives = rng.randrange(1, count)
    scores = [value / 10 for value in rng.sample(range(1, 10), count)]
    labels = [1] * positives + [0] * (count - positives)
    rng.shuffle(labels)
    if rng.random() < 0.3:
        first = labels.index(1)
        scores[first] = scores[labels.index(0)]
    good = [score for score, label in zip(scores, labels, strict=True) if label]
    bad = [score for score, label in zip(scores, labels, strict=True) if not label]
    wins = sum((a > b) + 0.5 * (a == b) for a in good for b in bad)
    pairs = len(good) * len(bad)
    text = f"Scores {listed(scores)} with labels {listed(labels)}. What is the ROC AUC?"
    ties = " A tie counts one half." if set(good) & set(bad) else ""
    told = (
        f"Of {len(good)}·{len(bad)} = {pairs} pairs of a positive and a negative, "
        f"{trimmed(wins)} are ranked right.{ties} {trimmed(wins)} / {pairs} = {wins / pairs:.2f}."
    )
    return share(text, wins / pairs, told, scores=scores, labels=labels)


@makes("regression-errors")
def regression_errors(rng: Random) -> Drawn:
    """MSE, RMSE, MAE and R² of four predictions."""
    y = [rng.randrange(1, 10) for _ in range(4)]
    if len(set(y)) == 1:
        y[0] += 2
    p = [value + rng.choice((-2, -1, 0, 0, 1, 2)) for value in y]
    if p == y:
        p[0] += 1
    errors = [a - b for a, b in zip(p, y, strict=True)]
    squares = sum(error**2 for error in errors)
    absolute = sum(map(abs, errors))
    mean = sum(y) / 4
    total = sum((value - mean) ** 2 for value in y)
    name, value, told = rng.choice(
        [
            ("mean squared error", squares / 4, f"Squared errors sum to {squares}: {squares} / 4"),
            ("root mean squared error", (squares / 4) ** 0.5, f"√({squares} / 4)"),
            ("mean absolute error", absolute / 4, f"Absolute errors sum to {absolute}: {absolute} / 4"),
            (
                "R²",
                1 - squares / total,
                f"Squares around the mean {trimmed(mean)} sum to {trimmed(total)}: 1 − {squares} / {trimmed(total)}",
            ),
        ]
    )
    text = f"Targets {listed(y)}, predictions {listed(p)}. What is the {name}?"
    return number(text, value, f"Errors {listed(errors)}. {told} = {value:.2f}.", y=y, p=p, name=name)


@makes("perplexity")
def perplexity(rng: Random) -> Drawn:
    """From probabilities, from losses, or back to a loss."""
    case = rng.randrange(3)
    if case == 0:
        chances = rng.choice(
            (
                (0.5, 0.125),
                (0.25, 0.25, 0.25),
                (0.5, 0.5, 0.25, 0.25),
                (0.1, 0.001),
                (0.2, 0.05),
                (0.5, 0.02),
                (1.0, 0.04),
                (0.5, 0.25, 0.125),
            )
        )
        value = float(np.exp(-np.mean(np.log(chances))))
        text = f"A model gives the tokens of a text the probabilities {listed(chances)}. What is its perplexity?"
        told = (
            "The geometric mean of the inverse probabilities: "
            f"({' · '.join(trimmed(1 / each) for each in chances)})^(1/{len(chances)}) = {value:.2f}."
        )
        return number(text, value, told, chances=chances)
    if case == 1:
        size = rng.choice((2, 10, 50, 100, 1000, 32_000))
        text = f"A model gives every one of {size:,} tokens the same probability. What is its perplexity?"
        return number(
            text,
            size,
            f"exp(ln {size:,}) = {size:,}: perplexity is the number of choices that look equally likely.",
            chances=(1 / size,),
        )
    bits = rng.choice((1, 2, 3, 4, 5, 6))
    text = f"The mean loss is {bits} bits per token. What is the perplexity?"
    return whole(
        text, 2**bits, f"With a loss in bits the base is 2: 2^{bits} = {2**bits}.", chances=(exp(-bits * log(2)),)
    )
