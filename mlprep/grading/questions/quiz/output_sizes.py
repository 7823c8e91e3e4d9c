"""Sizes of outputs: convolution, pooling, patches and windows, receptive fields."""

from __future__ import annotations

from random import Random
from typing import Any

from mlprep.grading.contracts import Expected
from mlprep.grading.questions.quiz.drawn import Drawn, makes, tupled, whole


def conv_size(n: int, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> int:
    """How many places a kernel has along an axis."""
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


def _formula(n: int, kernel: int, stride: int, padding: int, dilation: int = 1) -> str:
    reach = dilation * (kernel - 1) + 1
    wide = f"A kernel of {kernel} with dilation {dilation} spans {reach}. " if dilation > 1 else ""
    return (
        f"{wide}⌊({n} + 2·{padding} − {reach}) / {stride}⌋ + 1 = ⌊{n + 2 * padding - reach} / {stride}⌋ + 1 = "
        f"{conv_size(n, kernel, stride, padding, dilation)}."
    )


def _shape(text: str, dims: tuple[int, ...], told: str, **facts: object) -> Drawn:
    expected: Expected = {"form": "shape", "shape": list(dims)}
    return Drawn(text, expected, tupled(dims), told, facts=facts)


@makes("conv-output")
def conv_output(rng: Random) -> Drawn:
    """The output of one convolution, or the padding or stride that gives a size."""
    n = rng.choice((7, 8, 11, 14, 15, 16, 20, 28, 32, 33, 56, 64, 112, 224))
    kernel = rng.choice([each for each in (1, 2, 3, 4, 5, 7, 11) if each < n])
    stride, padding = rng.choice((1, 1, 2, 2, 3, 4)), rng.choice((0, 0, 1, 1, 2, 3))
    dilation = rng.choice((1, 1, 1, 2, 3)) if n > 3 * kernel else 1
    case = rng.randrange(4)
    settings = f"kernel {kernel}×{kernel}, stride {stride}, padding {padding}"
    settings += f", dilation {dilation}" if dilation > 1 else ""
    size = conv_size(n, kernel, stride, padding, dilation)
    told = _formula(n, kernel, stride, padding, dilation)
    facts: dict[str, Any] = {"n": n, "kernel": kernel, "stride": stride, "padding": padding, "dilation": dilation}
    if case == 0:
        channels, filters, batch = rng.choice((3, 16, 32, 64)), rng.choice((8, 24, 48, 96)), rng.choice((2, 4, 10))
        text = (
            f"A batch of shape ({batch}, {channels}, {n}, {n}), channels first, goes through a convolution with "
            f"{filters} filters, {settings}. What is the output's shape?"
        )
        return _shape(text, (batch, filters, size, size), f"Per axis: {told} The channels become {filters}.", **facts)
    if case == 1:
        kernel, dilation = rng.choice((3, 5, 7, 9)), rng.choice((1, 1, 2))
        need = dilation * (kernel - 1) // 2
        text = (
            f"A convolution has kernel {kernel}×{kernel}, stride 1 and dilation {dilation}. Which padding on each side "
            "keeps height and width?"
        )
        told = f"2p = dilation · (kernel − 1) = {dilation} · {kernel - 1}, so p = {need}."
        return whole(text, need, told, n=n, kernel=kernel, dilation=dilation, asks="padding")
    text = f"An input of {n}×{n} goes through a convolution: {settings}. How large is the output along one side?"
    return whole(text, size, told, asks="size", **facts)


@makes("pooling-output")
def pooling_output(rng: Random) -> Drawn:
    """The size after pooling, or after a small network."""
    n = rng.choice((8, 12, 14, 15, 16, 24, 28, 30, 32))
    case = rng.randrange(3)
    if case == 0:
        window, stride = rng.choice(((2, 2), (3, 2), (3, 3), (2, 1), (3, 1)))
        text = (
            f"Max pooling with a {window}×{window} window and stride {stride}, "
            f"without padding, on {n}×{n}. How large is one side of the output?"
        )
        return whole(text, conv_size(n, window, stride), _formula(n, window, stride, 0), steps=[(n, window, stride, 0)])
    filters, kernel, padding = rng.choice((6, 8, 10, 16)), rng.choice((3, 5)), rng.choice((0, 1))
    first = conv_size(n, kernel, 1, padding)
    second = conv_size(first, 2, 2)
    net = (
        f"a convolution with {filters} filters of {kernel}×{kernel}, "
        f"stride 1, padding {padding}, then 2×2 max pooling with stride 2"
    )
    told = f"Convolution: {_formula(n, kernel, 1, padding)} Pooling: {_formula(first, 2, 2, 0)}"
    steps = [(n, kernel, 1, padding), (first, 2, 2, 0)]
    if case == 1:
        text = f"An image of 1×{n}×{n} goes through {net}. What is the shape of the result, channels first?"
        return _shape(text, (filters, second, second), f"{told} So ({filters}, {second}, {second}).", steps=steps)
    text = (
        f"An image of 1×{n}×{n} goes through {net}, and is then "
        "flattened. How many inputs does the linear layer after it have?"
    )
    flat = filters * second * second
    return whole(text, flat, f"{told} {filters} · {second} · {second} = {flat}.", steps=steps, filters=filters)


@makes("patches-and-windows")
def patches_and_windows(rng: Random) -> Drawn:
    """Tokens of a vision transformer, sliding windows over a series, blocks of a text."""
    case = rng.randrange(4)
    if case == 0:
        patch = rng.choice((4, 8, 14, 16))
        across = rng.choice((4, 6, 8, 14, 16))
        side, extra = patch * across, rng.random() < 0.5
        tail = " plus one class token" if extra else ""
        text = (
            f"A vision transformer cuts an image of {side}×{side} into "
            f"patches of {patch}×{patch}. How many tokens are there{tail}?"
        )
        told = f"{side} / {patch} = {across} per side, {across}² = {across**2}{', and one more' if extra else ''}."
        return whole(text, across**2 + extra, told, side=side, patch=patch, extra=int(extra))
    if case == 1:
        patch = rng.choice((2, 4, 8, 16))
        text = f"Patches of {patch}×{patch}×3 pixels are flattened. How long is the vector of one patch?"
        return whole(text, patch * patch * 3, f"{patch} · {patch} · 3 = {patch * patch * 3}.", patch=patch)
    n, width, step = rng.choice((10, 12, 20, 25, 50, 100)), rng.choice((3, 4, 5, 8)), rng.choice((1, 1, 2, 3))
    if case == 2:
        starts = "at every value" if step == 1 else f"every {step} values"
        text = f"A series of {n} values is cut into windows of {width} that start {starts}. How many are whole?"
        told = f"⌊({n} − {width}) / {step}⌋ + 1 = {conv_size(n, width, step)}."
        return whole(text, conv_size(n, width, step), told, n=n, width=width, step=step)
    tokens, block = rng.choice((1000, 5000, 10_000, 20_001)), rng.choice((100, 128, 200, 256))
    count = (tokens - 1) // block
    text = (
        f"{tokens:,} tokens are cut into separate training examples "
        f"of {block} inputs, each with the next token of every "
        "input as its target. How many whole examples are there?"
    )
    told = f"The last input needs a token after it, so ⌊({tokens} − 1) / {block}⌋ = {count}."
    return whole(text, count, told, tokens=tokens, block=block)


@makes("receptive-field")
def receptive_field(rng: Random) -> Drawn:
    """How far the inputs that one output sees lie apart."""
    layers = []
    for _ in range(rng.choice((2, 3, 3))):
        pooling = rng.random() < 0.3
        layers.append(
            (2, 2, 1) if pooling else (rng.choice((3, 3, 5)), rng.choice((1, 1, 2)), rng.choice((1, 1, 1, 2)))
        )
    field, jump, told = 1, 1, []
    for kernel, stride, dilation in layers:
        field += (kernel - 1) * dilation * jump
        told.append(f"+ {kernel - 1}·{f'{dilation}·' if dilation > 1 else ''}{jump} = {field}")
        jump *= stride
    named = ", then ".join(
        f"kernel {kernel}, stride {stride}" + (f", dilation {dilation}" if dilation > 1 else "")
        for kernel, stride, dilation in layers
    )
    text = f"Layers along one axis: {named}. How wide is an output's receptive field, from first to last input?"
    explained = (
        "Begin with 1. Each layer adds (kernel − 1) · dilation · "
        f"(product of the strides before it): 1 {', then '.join(told)}."
    )
    return whole(text, field, explained, layers=layers)
