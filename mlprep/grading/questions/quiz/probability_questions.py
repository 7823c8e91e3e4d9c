"""Probabilities and losses by hand: softmax, cross-entropy, sigmoid, KL divergence, sampling, Gaussians."""

from __future__ import annotations

from math import exp, log
from random import Random

from mlprep.grading.questions.quiz.drawn import Drawn, listed, makes, number, numbers, trimmed, whole

_POWERS = "e ≈ 2.72, e² ≈ 7.39, e³ ≈ 20.09"
_LOGS = "ln 2 ≈ 0.69, ln 3 ≈ 1.10, ln 5 ≈ 1.61, ln 10 ≈ 2.30"


@makes("softmax-values")
def softmax_values(rng: Random) -> Drawn:
    """Two or three probabilities, shifted scores and temperatures included."""
    shift = rng.choice((0, 0, 1, -2, 10, 100, 1000))
    options = ([0, 1], [0, 2], [0, 0, 1], [0, 1, 2], [0, 1, 1], [0, 0, 0], [0, 0, 2], [0, 1, 3], [0, 0])
    steps = rng.choice(options)
    steps = rng.sample(steps, len(steps))
    temperature = rng.choice((1, 1, 1, 2))
    scores = [temperature * step + shift for step in steps]
    weights = [exp(step) for step in steps]
    values = [weight / sum(weights) for weight in weights]
    warm = f" with temperature {temperature}" if temperature > 1 else ""
    text = f"What is the softmax of ({listed(scores)}){warm}? {_POWERS}."
    lowest = min(scores)
    moved = f"Divide by {temperature}. " if temperature > 1 else ""
    moved += f"Subtracting {trimmed(lowest / temperature)} from every score changes nothing. " if lowest else ""
    told = (
        f"{moved}({', '.join(f'e^{step}' for step in steps)}) / "
        f"{sum(weights):.2f} = ({', '.join(f'{value:.2f}' for value in values)})."
    )
    return numbers(text, values, told, scores=scores, temperature=temperature)


@makes("cross-entropy-values")
def cross_entropy_values(rng: Random) -> Drawn:
    """The loss of one or two samples; what a guess costs; binary cross-entropy."""
    case = rng.randrange(4)
    if case == 0:
        p = rng.choice((0.5, 0.25, 0.2, 0.1, 1 / 3, 0.01))
        rest = 1 - p
        chances = [p, rest / 2, rest / 2]
        text = (
            "A classifier gives the true class the probability "
            f"{trimmed(p, 2) if p != 1 / 3 else '1/3'}. What is its cross-entropy loss in nats? {_LOGS}."
        )
        return number(
            text,
            -log(p),
            f"−ln p = ln {trimmed(1 / p)} = {-log(p):.2f}. The other classes do not matter.",
            chances=chances[:1],
        )
    if case == 1:
        classes = rng.choice((2, 4, 5, 8, 10, 100))
        text = (
            f"A fresh network gives each of {classes} classes the same "
            f"probability. What is its cross-entropy loss in nats? {_LOGS}."
        )
        return number(
            text,
            log(classes),
            f"−ln(1/{classes}) = ln {classes} = {log(classes):.2f}. A first loss far from this is a sign of a bug.",
            chances=[1 / classes],
        )
    if case == 2:
        chances = rng.choice(([0.5, 0.25], [0.5, 0.5, 0.125], [0.1, 0.01], [0.5, 0.2], [0.25, 1.0]))
        value = sum(-log(p) for p in chances) / len(chances)
        text = (
            f"The true classes of {len(chances)} samples get the probabilities "
            f"{listed(chances)}. What is the mean cross-entropy in nats? {_LOGS}."
        )
        told = f"({' + '.join(f'{log(1 / p):.2f}' for p in chances)}) / {len(chances)} = {value:.2f}."
        return number(text, value, told, chances=chances)
    p, y = rng.choice((0.9, 0.8, 0.5, 0.1, 0.75, 0.01)), rng.randrange(2)
    fitting = p if y else round(1 - p, 4)
    value = -log(fitting)
    text = (
        f"The label is {y} and the predicted probability of class 1 "
        f"is {p:g}. What is the binary cross-entropy in nats? {_LOGS}."
    )
    told = f"Only one term counts: −ln {'p' if y else '(1 − p)'} = −ln {fitting:g} = {value:.2f}."
    return number(text, value, told, chances=[fitting])


@makes("sigmoid-values")
def sigmoid_values(rng: Random) -> Drawn:
    """Sigmoid, logit, odds, and gradients of them."""
    case = rng.randrange(4)
    z = rng.choice((-3, -2, -1, 0, 1, 2, 3))
    value = 1 / (1 + exp(-z))
    if case == 0:
        text = f"What is sigmoid({z})? {_POWERS}."
        return number(text, value, f"1 / (1 + e^{-z}) = {value:.2f}.", z=z, asks="sigmoid")
    if case == 1:
        text = f"What is the slope of the sigmoid at {z}? {_POWERS}."
        return number(
            text,
            value * (1 - value),
            f"s = sigmoid({z}) = {value:.3f}, and s·(1 − s) = {value * (1 - value):.2f}.",
            z=z,
            asks="slope",
        )
    if case == 2:
        p, odds = rng.choice(((0.5, 1), (0.75, 3), (0.25, 1 / 3), (0.9, 9), (0.1, 1 / 9), (0.8, 4), (2 / 3, 2)))
        shown = "2/3" if p == 2 / 3 else trimmed(p)
        text = f"Which logit gives the probability {shown}? {_LOGS}."
        return number(text, log(odds), f"ln(p / (1 − p)) = ln {trimmed(odds, 3)} = {log(odds):.2f}.", p=p, asks="logit")
    y, p = rng.randrange(2), rng.choice((0.1, 0.2, 0.3, 0.6, 0.7, 0.9))
    text = (
        f"The label is {y}, and the sigmoid of the logit z is {p:g}. "
        "What is the gradient of binary cross-entropy with respect to z?"
    )
    return number(text, p - y, f"p − y = {p:g} − {y} = {p - y:.2f}.", p=p, y=y, asks="gradient")


@makes("kl-divergence")
def kl_divergence(rng: Random) -> Drawn:
    """Of two coins or dice, or of a Gaussian from the standard one."""
    if rng.random() < 0.4:
        mean, deviation = rng.choice((0, 1, 2, 3, -1)), rng.choice((1, 1, 2, 0.5))
        value = 0.5 * (mean**2 + deviation**2 - 1 - log(deviation**2))
        text = (
            f"What is KL(N({mean}, {trimmed(deviation**2)}) ‖ N(0, 1)) "
            f"in nats, where the second number is the variance? {_LOGS}."
        )
        told = (
            f"½(μ² + σ² − 1 − ln σ²) = ½({mean**2} + {trimmed(deviation**2)} "
            f"− 1 − {log(deviation**2):.2f}) = {value:.2f}."
        )
        return number(text, value, told, mean=mean, deviation=deviation)
    p, q = rng.choice(
        (
            ([0.5, 0.5], [0.25, 0.75]),
            ([0.5, 0.5], [0.5, 0.5]),
            ([1.0, 0.0], [0.5, 0.5]),
            ([0.5, 0.5], [0.1, 0.9]),
            ([0.5, 0.25, 0.25], [0.25, 0.25, 0.5]),
            ([0.25, 0.75], [0.5, 0.5]),
            ([1.0, 0.0], [0.2, 0.8]),
        )
    )
    value = sum(a * log(a / b) for a, b in zip(p, q, strict=True) if a)
    text = f"P = ({listed(p)}) and Q = ({listed(q)}). What is KL(P ‖ Q) in nats? {_LOGS}."
    told = (
        "Σ p ln(p/q) = "
        + " + ".join(f"{a:g}·ln({a:g}/{b:g})" for a, b in zip(p, q, strict=True) if a)
        + f" = {value:.2f}. Terms with p = 0 are 0."
    )
    return number(text, value, told, p=p, q=q)


@makes("sampling-filters")
def sampling_filters(rng: Random) -> Drawn:
    """How many tokens stay after top-k or top-p, and what the first is then."""
    chances = list(
        rng.choice(
            ((0.5, 0.25, 0.15, 0.1), (0.4, 0.3, 0.2, 0.1), (0.6, 0.2, 0.1, 0.06, 0.04), (0.3, 0.3, 0.25, 0.1, 0.05))
        )
    )
    if rng.random() < 0.5:
        threshold = rng.choice((0.45, 0.55, 0.65, 0.77, 0.85, 0.92))
        total, kept = 0.0, 0
        for p in chances:
            total, kept = total + p, kept + 1
            if total >= threshold:
                break
        text = (
            f"Tokens have the probabilities {listed(chances)}. How many "
            f"of them does top-p sampling with p = {threshold:g} keep?"
        )
        told = f"Add up the largest until the sum reaches {threshold:g}: {kept} tokens with {trimmed(total)}."
        return whole(text, kept, told, chances=chances, threshold=threshold)
    k = rng.choice((2, 3))
    value = chances[0] / sum(chances[:k])
    text = (
        f"Tokens have the probabilities {listed(chances)}. After top-k "
        f"filtering with k = {k}, what is the probability of the first?"
    )
    told = f"The {k} largest are scaled to sum to 1: {chances[0]:g} / {trimmed(sum(chances[:k]))} = {value:.2f}."
    return number(text, value, told, chances=chances, k=k)


@makes("diffusion-arithmetic")
def diffusion_arithmetic(rng: Random) -> Drawn:
    """The noise schedule and the forward process."""
    betas = rng.sample((0.1, 0.2, 0.5, 0.4), rng.choice((2, 3)))
    bar = 1.0
    for beta in betas:
        bar *= 1 - beta
    case = rng.randrange(3)
    alphas = " · ".join(f"{1 - beta:g}" for beta in betas)
    if case == 0:
        text = f"A noise schedule has the betas {listed(betas)}. What is ᾱ after these steps?"
        return number(text, bar, f"ᾱ is the product of 1 − β: {alphas} = {bar:.3f}.", 3, betas=betas, asks="bar")
    square = rng.choice((0.36, 0.64, 0.25, 0.81, 0.5))
    signal, noise = rng.choice((2, 1, -1, 5)), rng.choice((1, -1, 0.5))
    if case == 1:
        text = f"ᾱ = {square:g}. What is the standard deviation of the noise in x_t, given x_0?"
        return number(
            text,
            (1 - square) ** 0.5,
            f"√(1 − ᾱ) = √{1 - square:g} = {(1 - square) ** 0.5:.2f}.",
            square=square,
            asks="deviation",
        )
    value = square**0.5 * signal + (1 - square) ** 0.5 * noise
    text = f"ᾱ = {square:g}, x_0 = {signal} and the noise ε = {noise:g}. What is x_t?"
    told = f"√ᾱ x_0 + √(1 − ᾱ) ε = {square**0.5:.3g}·{signal} + {(1 - square) ** 0.5:.3g}·{noise:g} = {value:.2f}."
    return number(text, value, told, square=square, signal=signal, noise=noise, asks="x")
