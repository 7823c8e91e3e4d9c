"""One step of an optimizer, learning rates, clipped gradients, one step through a small network."""

from __future__ import annotations

from math import cos, pi
from random import Random
from typing import Any

from mlprep.grading.questions.quiz.drawn import Drawn, listed, makes, number, numbers, trimmed


@makes("optimizer-steps")
def optimizer_steps(rng: Random) -> Drawn:
    """SGD, momentum, weight decay, RMSprop, Adam and AdamW, one or two steps from zero."""
    w, g = rng.choice((1.0, 2.0, -1.0, 0.5)), rng.choice((2.0, 4.0, -2.0, 0.5, -0.5))
    rate = rng.choice((0.1, 0.01, 0.5))
    case = rng.choice(("sgd", "momentum", "decay", "rmsprop", "adam", "adamw"))
    start = f"w = {w:g}, gradient {g:g}, learning rate {rate:g}"
    facts: dict[str, Any] = {"w": w, "g": g, "rate": rate, "rule": case}
    if case == "sgd":
        return number(
            f"{start}. What is w after one step of SGD?",
            w - rate * g,
            f"{w:g} − {rate:g}·{g:g} = {trimmed(w - rate * g)}.",
            3,
            **facts,
        )
    if case == "momentum":
        second, beta = rng.choice((1.0, -1.0, 3.0)), rng.choice((0.9, 0.5))
        v = beta * g + second
        value = w - rate * g - rate * v
        text = (
            f"{start}. Momentum {beta:g}: v ← {beta:g}·v + gradient, w ← w − {rate:g}·v, "
            f"from v = 0. The second gradient is {second:g}. What is w after two steps?"
        )
        told = (
            f"v = {g:g}, w = {trimmed(w - rate * g)}; then v = {beta:g}·{g:g} "
            f"+ {second:g} = {trimmed(v)}, w = {trimmed(value)}."
        )
        return number(text, value, told, 3, **facts, second=second, beta=beta)
    if case == "decay":
        decay = rng.choice((0.1, 0.01, 0.5))
        value = w - rate * (g + decay * w)
        text = f"{start}, L2 penalty {decay / 2:g}·w². What is w after one step of SGD?"
        told = (
            f"The penalty adds {decay:g}·w = {trimmed(decay * w)} to the gradient: "
            f"{w:g} − {rate:g}·{trimmed(g + decay * w)} = {trimmed(value)}."
        )
        return number(text, value, told, 3, **facts, decay=decay)
    if case == "rmsprop":
        text = (
            f"{start}. RMSprop keeps s ← 0.75·s + 0.25·g², from s = "
            f"0, and w ← w − {rate:g}·g/√s. What is w after one step?"
        )
        value = w - rate * g / (0.25 * g * g) ** 0.5
        return number(
            text,
            value,
            f"√s = √(0.25·{g * g:g}) = {abs(g) / 2:g}, so the step is "
            f"{rate:g}·{g:g}/{abs(g) / 2:g} and w = {trimmed(value)}.",
            3,
            **facts,
        )
    sign = 1 if g > 0 else -1
    if case == "adam":
        text = f"{start}. What is w after the first step of Adam, with bias correction and eps = 0?"
        value = w - rate * sign
        told = (
            f"At t = 1 the corrected moments are g and g², so the step is {rate:g}·g/|g| "
            f"= {rate * sign:g}, whatever the gradient's size. w = {trimmed(value)}."
        )
        return number(text, value, told, 3, **facts)
    decay = rng.choice((0.1, 0.01))
    value = w - rate * sign - rate * decay * w
    text = f"{start}. What is w after the first step of AdamW with weight decay {decay:g}, bias correction and eps = 0?"
    told = (
        f"Adam's first step is {rate * sign:g}. The decay is apart from it: "
        f"{rate:g}·{decay:g}·{w:g} = {trimmed(rate * decay * w, 6)}. w = {trimmed(value, 6)}."
    )
    return number(text, value, told, 3, **facts, decay=decay)


@makes("learning-rates")
def learning_rates(rng: Random) -> Drawn:
    """Warmup, cosine, steps and exponential decay."""
    top = rng.choice((0.1, 0.2, 0.4, 1.0))
    case = rng.randrange(4)
    if case == 0:
        warm = rng.choice((10, 100, 1000))
        step = warm // rng.choice((2, 5, 10))
        value = top * step / warm
        text = f"The learning rate grows linearly from 0 to {top:g} over {warm} steps. What is it after {step} steps?"
        return number(
            text, value, f"{top:g}·{step}/{warm} = {trimmed(value)}.", 3, top=top, warm=warm, step=step, rule="warmup"
        )
    if case == 1:
        total, low = rng.choice((100, 1000, 6000)), rng.choice((0.0, 0.0, 0.02))
        step = total * rng.choice((0, 3, 6, 4, 2, 12)) // 12
        value = low + 0.5 * (top - low) * (1 + cos(pi * step / total))
        text = (
            f"A cosine schedule falls from {top:g} to {low:g} over {total} "
            f"steps, without warmup. What is the learning rate at step {step}?"
        )
        told = (
            f"{low:g} + ½·{trimmed(top - low)}·(1 + cos(π·{step}/{total})), "
            f"with cos = {trimmed(cos(pi * step / total), 3)}: {trimmed(value)}."
        )
        return number(text, value, told, 3, top=top, low=low, total=total, step=step, rule="cosine")
    if case == 2:
        every, factor = rng.choice((10, 30)), rng.choice((0.1, 0.5))
        epoch = every * rng.choice((0, 1, 2)) + rng.randrange(every)
        value = top * factor ** (epoch // every)
        text = (
            f"The learning rate starts at {top:g} in epoch 0 and is multiplied "
            f"by {factor:g} every {every} epochs. What is it in epoch {epoch}?"
        )
        return number(
            text,
            value,
            f"{epoch} // {every} = {epoch // every} cuts: {top:g}·{factor:g}^{epoch // every} = {trimmed(value)}.",
            3,
            top=top,
            every=every,
            factor=factor,
            epoch=epoch,
            rule="steps",
        )
    one, other = rng.choice(((32, 128), (64, 256), (128, 64), (256, 1024)))
    value = top * other / one
    text = (
        f"A training works with batches of {one} and learning rate "
        f"{top:g}. By linear scaling, which rate fits batches of {other}?"
    )
    return number(
        text, value, f"{top:g}·{other}/{one} = {trimmed(value)}.", 3, top=top, one=one, other=other, rule="scaling"
    )


@makes("gradient-clipping")
def gradient_clipping(rng: Random) -> Drawn:
    """By norm, over one or two arrays, or by value."""
    g = rng.choice(([3, 4], [6, 8], [5, 12], [8, 15], [2, 2, 1], [4, 4, 2], [1, 2, 2], [2, 3, 6]))
    g = [value * rng.choice((1, -1)) for value in g]
    norm = sum(value**2 for value in g) ** 0.5
    limit = rng.choice((1.0, 2.0, 5.0, 10.0, 20.0))
    if rng.random() < 0.25:
        limit = rng.choice((1.0, 2.0, 3.0))
        values = [max(-limit, min(limit, value)) for value in g]
        text = f"The gradient ({listed(g)}) is clipped by value to ±{limit:g}. What is it then?"
        return numbers(
            text,
            values,
            f"Each entry is cut off by itself, so the direction may change: ({listed(values)}).",
            2,
            g=g,
            limit=limit,
            by="value",
        )
    scale = min(1.0, limit / norm)
    values = [value * scale for value in g]
    text = f"The gradient ({listed(g)}) is clipped to norm {limit:g}. What is it then?"
    told = f"Its norm is √{sum(value**2 for value in g)} = {norm:g}, " + (
        f"so it is scaled by {limit:g}/{norm:g}." if scale < 1 else "which is small enough, so it stays."
    )
    return numbers(text, values, f"{told} ({listed(values)}).", 2, g=g, limit=limit, by="norm")


@makes("chain-rule")
def chain_rule(rng: Random) -> Drawn:
    """The gradient of a small graph, or of a linear regression."""
    a, b, c = (rng.choice((-2, -1, 1, 2, 3)) for _ in range(3))
    case = rng.randrange(5)
    if case == 0:
        text = f"f = (a·b + c)² with a = {a}, b = {b}, c = {c}. What is ∂f/∂a?"
        return number(
            text,
            2 * (a * b + c) * b,
            f"2·(a·b + c)·b = 2·{a * b + c}·{b} = {2 * (a * b + c) * b}.",
            1,
            at=(a, b, c),
            which=0,
            of="square",
        )
    if case == 1:
        text = f"f = max(a·b, c)·b with a = {a}, b = {b}, c = {c + 0.5:g}. What is ∂f/∂a?"
        open_ = a * b > c + 0.5
        value = b * b if open_ else 0
        told = (
            f"a·b = {a * b} is {'larger' if open_ else 'smaller'} than {c + 0.5:g}, "
            f"so the slope of max is {int(open_)}: {int(open_)}·b·b = {value}."
        )
        return number(text, value, told, 1, at=(a, b, c + 0.5), which=0, of="max")
    if case == 2:
        x, y = rng.choice((1, 2, 3)), rng.choice((0, 1, 5))
        value = 2 * (a * x + b - y) * x
        text = (
            f"The loss is (w·x + b − y)² with w = {a}, x = {x}, b = "
            f"{b}, y = {y}. What is its gradient with respect to w?"
        )
        return number(
            text, value, f"2·(w·x + b − y)·x = 2·{a * x + b - y}·{x} = {value}.", 1, at=(a, x, b, y), which=0, of="loss"
        )
    if case == 3:
        w, v, x = (rng.choice((-2, -1, 1, 2)) for _ in range(3))
        value = v * x if w * x > 0 else 0
        text = f"f = v·relu(w·x) with v = {v}, w = {w}, x = {x}. What is ∂f/∂w?"
        told = f"w·x = {w * x}, so relu's slope is {int(w * x > 0)}: v·{int(w * x > 0)}·x = {value}."
        return number(text, value, told, 1, at=(w, v, x), which=0, of="relu")
    text = f"f = a·b + a·c with a = {a}, b = {b}, c = {c}. What is ∂f/∂a?"
    return number(
        text, b + c, f"a is used twice, so the gradients add up: b + c = {b + c}.", 1, at=(a, b, c), which=0, of="twice"
    )
