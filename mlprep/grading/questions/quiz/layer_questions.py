"""Layers by hand: normalization, dropout, initialization, activations."""

from __future__ import annotations

from math import exp
from random import Random

from mlprep.grading.questions.quiz.drawn import Drawn, listed, makes, number, numbers, trimmed


@makes("normalization-values")
def normalization_values(rng: Random) -> Drawn:
    """Layer norm, RMS norm, batch norm and running means of a few numbers."""
    center, half = rng.choice((0, 1, 3, 5)), rng.choice((1, 2, 4))
    case = rng.randrange(4)
    if case == 0:
        x = [center - half, center + half] * 2
        rng.shuffle(x)
        text = f"What does layer norm make of ({listed(x)}), with scale 1, shift 0 and eps = 0?"
        return numbers(
            text,
            [(value - center) / half for value in x],
            f"Mean {center}, standard deviation {half}: subtract and divide.",
            2,
            x=x,
            kind="layer",
        )
    if case == 1:
        x = list(rng.choice(((3, 4), (1, 7), (1, 1), (2, 2, 1), (6, 8), (2, -2))))
        root = (sum(value**2 for value in x) / len(x)) ** 0.5
        text = f"What does RMS norm make of ({listed(x)}), with scale 1 and eps = 0?"
        told = f"√({sum(value**2 for value in x)}/{len(x)}) = {root:.3f}; divide by it. The mean is not subtracted."
        return numbers(text, [value / root for value in x], told, 2, x=x, kind="rms")
    if case == 2:
        columns = [(center - half, center + half), (center, center + 2 * half)]
        table = [[column[row] for column in columns] for row in range(2)]
        text = (
            "Batch norm in training, scale 1, shift 0, eps = 0, on two samples "
            f"with two features: {table}. What is its output for the first sample?"
        )
        return numbers(
            text,
            [-1, -1],
            "Each column has its own mean and deviation; of two samples the smaller value becomes −1 and the larger 1.",
            2,
            table=table,
            kind="batch",
        )
    old, new, momentum = rng.choice((0.0, 1.0, 2.0)), rng.choice((5.0, 10.0, -2.0)), rng.choice((0.1, 0.2, 0.5))
    value = (1 - momentum) * old + momentum * new
    text = (
        f"The running mean is {old:g}, the batch's mean {new:g}; running "
        f"← {1 - momentum:g}·running + {momentum:g}·batch. What is it then?"
    )
    return numbers(
        text,
        [value],
        f"{1 - momentum:g}·{old:g} + {momentum:g}·{new:g} = {trimmed(value)}.",
        2,
        old=old,
        new=new,
        momentum=momentum,
        kind="running",
    )


@makes("dropout-and-init")
def dropout_and_init(rng: Random) -> Drawn:
    """Inverted dropout, He and Xavier initialization."""
    case = rng.randrange(3)
    if case == 0:
        rate, x = rng.choice((0.5, 0.2, 0.75, 0.1)), rng.choice((1, 2, 3, 4))
        if rng.random() < 0.4:
            text = (
                f"Inverted dropout drops each activation with probability {rate:g}. What "
                f"is the mean of the output over many draws, for an activation of {x}?"
            )
            return number(
                text,
                x,
                f"Kept with probability {1 - rate:g} and scaled by 1/{1 - rate:g}: the mean stays {x}.",
                rate=rate,
                x=x,
                asks="mean",
            )
        text = (
            f"Inverted dropout drops each activation with probability {rate:g} in "
            f"training. What does it make of an activation of {x} that it keeps?"
        )
        return number(
            text, x / (1 - rate), f"{x} / (1 − {rate:g}) = {x / (1 - rate):.2f}.", rate=rate, x=x, asks="kept"
        )
    if case == 1:
        inputs = rng.choice((8, 18, 32, 50, 72, 128, 200, 800))
        text = f"Which standard deviation does He initialization take for a ReLU layer with {inputs} inputs?"
        return number(text, (2 / inputs) ** 0.5, f"√(2 / {inputs}) = {(2 / inputs) ** 0.5:.3f}.", 3, inputs=inputs)
    inputs, outputs = rng.choice(((10, 10), (30, 20), (100, 100), (150, 50), (64, 64), (4, 4)))
    text = f"Which variance does Xavier (Glorot) initialization take for {inputs} inputs and {outputs} outputs?"
    return number(
        text,
        2 / (inputs + outputs),
        f"2 / ({inputs} + {outputs}) = {2 / (inputs + outputs):.3f}.",
        3,
        inputs=inputs,
        outputs=outputs,
    )


@makes("activation-values")
def activation_values(rng: Random) -> Drawn:
    """ReLU and its relatives, tanh, and their slopes."""
    x = rng.choice((-3, -2, -1, -0.5, 0.5, 1, 2, 3))
    slope = rng.choice((0.01, 0.1, 0.2))
    name = rng.choice(("relu", "leaky", "elu", "tanh", "relu6", "silu", "leaky slope", "softplus"))
    hints = "e ≈ 2.718, e² ≈ 7.389, e³ ≈ 20.086, √e ≈ 1.649, ln 2 ≈ 0.693"
    if name == "relu":
        return number(f"What is relu({x:g})?", max(x, 0), f"max({x:g}, 0) = {max(x, 0):g}.", x=x, name=name)
    if name == "leaky":
        return number(
            f"What is leaky ReLU of {x:g}, with slope {slope:g} below 0?",
            x if x > 0 else slope * x,
            f"{'x itself' if x > 0 else f'{slope:g}·{x:g}'} = {trimmed(x if x > 0 else slope * x)}.",
            3,
            x=x,
            name=name,
            slope=slope,
        )
    if name == "leaky slope":
        return number(
            f"What is the derivative of leaky ReLU at {x:g}, with slope {slope:g} below 0?",
            1 if x > 0 else slope,
            f"It is 1 above 0 and {slope:g} below.",
            x=x,
            name=name,
            slope=slope,
        )
    if name == "elu":
        value = x if x > 0 else exp(x) - 1
        return number(
            f"What is ELU of {x:g}, with alpha = 1? {hints}.",
            value,
            ("x itself" if x > 0 else f"e^{x:g} − 1") + f" = {value:.2f}.",
            x=x,
            name=name,
        )
    if name == "tanh":
        x = 0.5 if x > 0 else -0.5
        value = (exp(2 * x) - 1) / (exp(2 * x) + 1)
        return number(
            f"What is tanh({x:g})? {hints}.",
            value,
            f"(e^{2 * x:g} − 1) / (e^{2 * x:g} + 1) = {value:.2f}.",
            x=x,
            name=name,
        )
    if name == "relu6":
        x = rng.choice((-2, 3, 5.5, 7, 8))
        return number(
            f"What is ReLU6 of {x:g}?",
            min(max(x, 0), 6),
            f"min(max({x:g}, 0), 6) = {min(max(x, 0), 6):g}.",
            x=x,
            name=name,
        )
    if name == "silu":
        x = rng.choice((-2, -1, 1, 2))
        value = x / (1 + exp(-x))
        return number(
            f"What is SiLU (Swish) of {x:g}? {hints}.",
            value,
            f"x·sigmoid(x) = {x:g}·{1 / (1 + exp(-x)):.3f} = {value:.2f}.",
            x=x,
            name=name,
        )
    return number(f"What is softplus(0)? {hints}.", 0.6931, "ln(1 + e⁰) = ln 2 = 0.69.", x=0, name=name)
