"""Parameter counts: single layers, blocks, mixtures of experts, LoRA."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import prod
from random import Random

from mlprep.grading.questions.quiz.drawn import Drawn, makes, whole


def _layer(text: str, arrays: Sequence[tuple[int, ...]], told: str) -> Drawn:
    """A count whose arrays of parameters a test builds."""
    total = sum(map(prod, arrays))
    return whole(text, total, f"{told} Together {total:,}.", arrays=arrays)


@makes("layer-parameters")
def layer_parameters(rng: Random) -> Drawn:
    """One layer: linear, convolution, embedding, normalization, LSTM, GRU."""
    a, b = rng.choice((10, 20, 32, 50, 64, 100)), rng.choice((5, 8, 10, 16, 30))
    kernel, channels, filters = rng.choice((1, 3, 5)), rng.choice((1, 3, 8, 16)), rng.choice((4, 8, 16, 32))
    case = rng.randrange(7)
    if case == 0:
        text = f"How many parameters are in a linear layer from {a} to {b} features, with a bias?"
        return _layer(text, [(a, b), (b,)], f"Weights {a}·{b} = {a * b}, biases {b}.")
    if case == 1:
        weights = kernel * kernel * channels * filters
        text = (
            f"How many parameters are in a convolution with {filters} filters of {kernel}×{kernel} "
            f"on {channels} input {'channel' if channels == 1 else 'channels'}, with a bias?"
        )
        told = (
            f"Weights {kernel}·{kernel}·{channels}·{filters} = {weights}, "
            f"biases {filters}. The image's size does not matter."
        )
        return _layer(text, [(filters, channels, kernel, kernel), (filters,)], told)
    if case == 2:
        vocabulary, width = rng.choice((1000, 5000, 10_000, 50_000)), rng.choice((16, 64, 128, 300))
        text = f"How many parameters are in an embedding of {vocabulary:,} tokens in {width} dimensions?"
        return _layer(text, [(vocabulary, width)], f"One row per token: {vocabulary:,}·{width}.")
    if case == 3:
        name, axis = rng.choice((("layer norm", "features"), ("batch norm", "channels")))
        text = f"How many parameters are learned in a {name} over {a} {axis}?"
        told = f"A scale and a shift for each: 2·{a}." + (
            " Running mean and variance are not learned." if name == "batch norm" else ""
        )
        return _layer(text, [(a,), (a,)], told)
    if case == 4:
        groups = rng.choice((2, 4))
        inside, outside = 8 * groups, 4 * groups
        text = (
            f"How many parameters are in a grouped 3×3 convolution from {inside} "
            f"to {outside} channels in {groups} groups, without a bias?"
        )
        told = f"Each filter sees {inside}/{groups} = {inside // groups} channels: 3·3·{inside // groups}·{outside}."
        return _layer(text, [(outside, inside // groups, 3, 3)], told)
    x, h = rng.choice((4, 8, 10, 20)), rng.choice((5, 10, 20))
    gates, name = rng.choice(((4, "LSTM"), (3, "GRU")))
    text = f"How many parameters are in a {name} layer with {x} inputs and {h} hidden units, one bias vector per gate?"
    told = f"{gates} gates, each with {x}·{h} + {h}·{h} weights and {h} biases: {gates}·({x * h} + {h * h} + {h})."
    return _layer(text, [(x, h), (h, h), (h,)] * gates, told)


@makes("block-parameters")
def block_parameters(rng: Random) -> Drawn:
    """MLPs, attention, transformer blocks, small convolutional networks."""
    case = rng.randrange(6)
    d = rng.choice((8, 10, 16, 20, 32, 64, 100))
    if case == 0:
        sizes = [rng.choice((10, 20, 30, 50)), rng.choice((16, 20, 40)), rng.choice((8, 10)), rng.choice((1, 3, 5))]
        sizes = sizes[: rng.choice((3, 4))]
        pairs = list(pairwise(sizes))
        text = f"How many parameters are in an MLP with layers of {' → '.join(map(str, sizes))} units, with biases?"
        told = "Per layer: " + ", ".join(f"{a}·{b} + {b} = {a * b + b}" for a, b in pairs) + "."
        return _layer(text, [each for a, b in pairs for each in ((a, b), (b,))], told)
    if case == 1:
        heads = rng.choice([each for each in (2, 4, 5, 8) if d % each == 0])
        biases = rng.random() < 0.5
        text = (
            "How many parameters are in multi-head attention with d_model = "
            f"{d} and {heads} heads, {'with' if biases else 'without'} biases?"
        )
        told = (
            "Four projections (query, key, value, output) of "
            f"{d}·{d}{f' + {d}' if biases else ''}. The number of heads does not matter."
        )
        return _layer(text, ([(d, d), (d,)] if biases else [(d, d)]) * 4, told)
    if case == 2:
        heads, groups, size = rng.choice(((8, 2, 8), (8, 4, 4), (4, 1, 16), (4, 2, 10)))
        width = heads * size
        text = (
            f"Grouped-query attention: d_model = {width}, {heads} query heads and "
            f"{groups} key/value {'head' if groups == 1 else 'heads'} of size {size}, "
            "no biases. How many parameters have its four projections?"
        )
        told = (
            f"Query and output: 2·{width}·{width}. Key and value: "
            f"2·{width}·({groups}·{size}) = 2·{width}·{groups * size}."
        )
        return _layer(text, [(width, width)] * 2 + [(width, groups * size)] * 2, told)
    if case == 3:
        factor = 4
        text = f"How many parameters are in a feed-forward block {d} → {factor * d} → {d}, with biases?"
        told = f"{d}·{factor * d} + {factor * d} and {factor * d}·{d} + {d}."
        return _layer(text, [(d, factor * d), (factor * d,), (factor * d, d), (d,)], told)
    if case == 4:
        d = rng.choice((8, 10, 16, 20, 64, 100))
        text = (
            f"How many weights are in a transformer block with d_model = {d}: attention with four projections, and a "
            f"feed-forward part {d} → {4 * d} → {d}? Leave out biases and norms."
        )
        told = f"Attention 4d², feed-forward 2·d·4d = 8d², so 12d² = 12·{d * d}."
        return _layer(text, [(d, d)] * 4 + [(d, 4 * d), (4 * d, d)], told)
    hidden = rng.choice((16, 24, 30))
    text = (
        "A gated feed-forward part (SwiGLU) has three matrices between "
        f"d_model = {d} and {hidden}, without biases. How many parameters?"
    )
    return _layer(text, [(d, hidden)] * 2 + [(hidden, d)], f"3·{d}·{hidden}.")


@makes("expert-parameters")
def expert_parameters(rng: Random) -> Drawn:
    """How many parameters of a mixture of experts are stored, and how many work on one token."""
    experts, active = rng.choice(((8, 2), (8, 1), (16, 2), (16, 4), (64, 6)))
    each, common = rng.choice((1, 2, 5, 7)), rng.choice((1, 2, 3, 6))
    active_asked = rng.random() < 0.6
    text = (
        f"A mixture of experts has {common}M parameters that every token "
        f"uses, and {experts} experts of {each}M parameters each. A token "
        f"goes to {active} of them. How many parameters "
        f"{'work on one token' if active_asked else 'must be in memory'}? Leave out the router."
    )
    used = active if active_asked else experts
    total = (common + used * each) * 1_000_000
    return whole(
        text, total, f"{common}M + {used}·{each}M = {common + used * each}M.", used=used, each=each, common=common
    )


@makes("lora-parameters")
def lora_parameters(rng: Random) -> Drawn:
    """What LoRA trains."""
    d, k, rank = rng.choice((64, 100, 512, 1000)), rng.choice((64, 100, 512, 1000)), rng.choice((2, 4, 8, 16))
    matrices = rng.choice((1, 1, 2, 4))
    several = f" for each of {matrices} matrices of" if matrices > 1 else " for a matrix of"
    text = f"LoRA with rank {rank}{several} {d}×{k}: how many parameters are trained?"
    told = f"B is {d}×{rank} and A is {rank}×{k}: {rank}·({d} + {k}) = {rank * (d + k):,}"
    told += f", times {matrices}." if matrices > 1 else "."
    return _layer(text, [(d, rank), (rank, k)] * matrices, told)
