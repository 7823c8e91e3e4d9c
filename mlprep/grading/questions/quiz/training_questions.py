"""Arithmetic around a training: sizes of splits, steps and epochs, scaling of features."""

from __future__ import annotations

from math import ceil
from random import Random

from mlprep.grading.questions.quiz.drawn import Drawn, listed, makes, number, trimmed, whole


@makes("split-sizes")
def split_sizes(rng: Random) -> Drawn:
    """Sizes of train, validation, test; of folds; of classes in a stratified split."""
    n = rng.choice((100, 200, 500, 1000, 5000, 10_000))
    case = rng.randrange(4)
    if case == 0:
        validation, test = rng.choice(((10, 10), (15, 15), (20, 10), (5, 20)))
        text = (
            f"{n:,} samples are split: {validation}% for validation, {test}% "
            "for testing, the rest for training. How many are for training?"
        )
        value = n - n * validation // 100 - n * test // 100
        return whole(text, value, f"{100 - validation - test}% of {n:,} is {value:,}.", n=n, parts=(validation, test))
    if case == 1:
        first, second = rng.choice(((20, 25), (10, 20), (20, 10), (50, 20)))
        left = n - n * first // 100
        value = left * second // 100
        text = (
            f"{n:,} samples: {first}% are held out for testing, then {second}% "
            "of the rest for validation. How many are for validation?"
        )
        return whole(
            text, value, f"{left:,} are left, and {second}% of these are {value:,}.", n=n, first=first, second=second
        )
    k = rng.choice((4, 5, 10))
    if case == 2:
        count = n + rng.choice((0, 1, 2, 3))
        large = ceil(count / k)
        text = (
            f"{count:,} samples are cut into {k} folds whose sizes differ "
            "by at most one. How many samples does the largest fold have?"
        )
        return whole(text, large, f"⌈{count:,}/{k}⌉ = {large:,}.", n=count, k=k, asks="fold")
    text = f"{k}-fold cross-validation on {n:,} samples: on how many samples is each model trained?"
    return whole(text, n - n // k, f"{k - 1} of {k} folds: {n - n // k:,}.", n=n, k=k, asks="train")


@makes("training-steps")
def training_steps(rng: Random) -> Drawn:
    """Steps per epoch, epochs, tokens, accumulated gradients."""
    n, batch, epochs = (
        rng.choice((1000, 1200, 5000, 10_000, 50_000)),
        rng.choice((32, 50, 64, 100, 128)),
        rng.choice((2, 3, 5, 10)),
    )
    case = rng.randrange(4)
    if case == 0:
        drop = rng.random() < 0.4
        each = n // batch if drop else ceil(n / batch)
        kept = "an incomplete last batch is dropped" if drop else "an incomplete last batch is used too"
        text = f"{n:,} samples, batches of {batch}, {epochs} epochs; {kept}. How many steps are there?"
        told = f"{'⌊' if drop else '⌈'}{n}/{batch}{'⌋' if drop else '⌉'} = {each} steps per epoch, times {epochs}."
        return whole(text, each * epochs, told, n=n, batch=batch, epochs=epochs, drop=drop)
    if case == 1:
        last = n % batch
        text = f"{n:,} samples in batches of {batch}: how many samples does the last batch of an epoch have?"
        return whole(
            text,
            last or batch,
            f"{n} = {n // batch}·{batch} + {last}" + ("." if last else ", so the last one is full."),
            n=n,
            batch=batch,
        )
    devices, micro, accumulated = rng.choice((2, 4, 8)), rng.choice((4, 8, 16)), rng.choice((2, 4, 8))
    if case == 2:
        text = (
            f"{devices} devices, {micro} samples on each, gradients accumulated "
            f"over {accumulated} passes. How many samples does one update see?"
        )
        return whole(
            text,
            devices * micro * accumulated,
            f"{devices}·{micro}·{accumulated}.",
            sizes=(devices, micro, accumulated),
        )
    length, sequences, steps = rng.choice((512, 1024, 2048)), rng.choice((10, 100, 500)), rng.choice((10, 100, 1000))
    text = (
        f"How many tokens does a training of {steps} steps see, with {sequences} sequences of {length} tokens per step?"
    )
    return whole(text, length * sequences * steps, f"{length}·{sequences}·{steps}.", sizes=(length, sequences, steps))


@makes("feature-scaling")
def feature_scaling(rng: Random) -> Drawn:
    """Min-max scaling, standardizing, filling in means, all with what the training set says."""
    case = rng.randrange(3)
    low, span = rng.choice((0, 10, -5, 20)), rng.choice((10, 20, 40, 50))
    if case == 0:
        x = low + span * rng.choice((-1, 1, 2, 3, 4, 5)) / 4
        value = (x - low) / span
        text = (
            f"In the training set a feature goes from {low} to {low + span}. "
            f"Min-max scaling turns a test value of {trimmed(x)} into what?"
        )
        told = f"({trimmed(x)} − {low}) / {span} = {value:.2f}." + (
            " Test values may leave [0, 1]." if not 0 <= value <= 1 else ""
        )
        return number(text, value, told, x=x, low=low, high=low + span)
    if case == 1:
        center, half = rng.choice((2, 5, 10)), rng.choice((1, 2, 3))
        train = [center - half, center + half] * 2
        rng.shuffle(train)
        x = center + half * rng.choice((-2, -1, 0, 1, 2, 3)) + rng.choice((0, 1))
        value = (x - center) / half
        text = (
            f"Training values {listed(train)}. What does standardizing turn a test "
            f"value of {x} into? Use the population's standard deviation (ddof = 0)."
        )
        return number(
            text,
            value,
            f"Mean {center}, standard deviation {half}: ({x} − {center}) / {half} = {value:.2f}.",
            train=train,
            x=x,
        )
    values = [rng.randrange(1, 10) for _ in range(4)]
    value = sum(values) / 4
    text = (
        f"A training column is {listed(values[:2])}, NaN, {listed(values[2:])}. "
        "A test column has a NaN too. What does mean imputation put there?"
    )
    return number(
        text, value, f"The mean of the training values that are there: {sum(values)}/4 = {value:.2f}.", values=values
    )
