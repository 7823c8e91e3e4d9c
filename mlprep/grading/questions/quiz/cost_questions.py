"""Costs: floating-point operations, compute of a training, memory of models and of KV caches."""

from __future__ import annotations

from random import Random
from typing import Any

from mlprep.grading.questions.quiz.drawn import Drawn, magnitude, makes, memory, whole

_BYTES = {"float32": 4, "float16": 2, "bfloat16": 2, "int8": 1}
_COUNT = "Count a multiplication and an addition as 2 operations."


@makes("flops")
def flops(rng: Random) -> Drawn:
    """A matrix product, a linear layer, a convolution, the scores of attention."""
    case = rng.randrange(5)
    if case == 0:
        m, k, n = rng.choice((10, 20, 100)), rng.choice((30, 50, 100)), rng.choice((10, 40, 200))
        text = f"How many floating-point operations does the product of a {m}×{k} and a {k}×{n} matrix take? {_COUNT}"
        told = f"{m}·{n} entries with {k} multiplications and additions each: 2·{m}·{k}·{n}."
        return whole(text, 2 * m * k * n, told, loops=(m, k, n))
    if case == 1:
        batch, a, b = rng.choice((1, 8, 32)), rng.choice((20, 50, 100)), rng.choice((10, 30, 100))
        text = (
            f"How many floating-point operations does a linear layer from {a} "
            f"to {b} take on a batch of {batch}, without its bias? {_COUNT}"
        )
        return whole(text, 2 * batch * a * b, f"2·{batch}·{a}·{b}.", loops=(batch, a, b))
    if case == 2:
        side, kernel = rng.choice((8, 10, 14, 20)), rng.choice((1, 3))
        channels, filters = rng.choice((3, 4, 8)), rng.choice((5, 8, 10))
        text = (
            f"A {kernel}×{kernel} convolution from {channels} to {filters} "
            f"channels keeps the size {side}×{side}. How many floating-point "
            f"operations does it take on one image, without its bias? {_COUNT}"
        )
        each = kernel * kernel * channels
        total = 2 * side * side * filters * each
        told = (
            f"{side}·{side}·{filters} outputs, each with {kernel}·{kernel}·{channels} = "
            f"{each} multiplications and additions: 2·{side * side * filters:,}·{each}."
        )
        return whole(text, total, told, loops=(side, side, filters, kernel, kernel, channels))
    tokens, d = rng.choice((10, 50, 100)), rng.choice((16, 32, 64))
    if case == 3:
        text = (
            "How many floating-point operations do Q Kᵀ and the product with V "
            f"take together, for {tokens} tokens and one head of size {d}? {_COUNT}"
        )
        told = f"Each is a product with {tokens}·{tokens}·{d} multiplications and additions: 2·(2·{tokens}²·{d})."
        return whole(text, 4 * tokens * tokens * d, told, loops=(2, tokens, tokens, d))
    factor = rng.choice((2, 3, 4))
    text = (
        f"A sequence becomes {factor} times as long. By which factor "
        "do the floating-point operations of the scores Q Kᵀ grow, "
        "with all else the same?"
    )
    return whole(
        text, factor**2, f"Scores are quadratic in the number of tokens: {factor}² = {factor**2}.", factor=factor
    )


@makes("training-compute")
def training_compute(rng: Random) -> Drawn:
    """The rule 6ND, and 2N for a token at inference."""
    n, d = rng.choice((1, 2, 7, 10)), rng.choice((10, 20, 100, 200))
    case = rng.randrange(3)
    if case == 0:
        text = (
            "By the rule of thumb, how many floating-point operations does "
            f"training a model of {n} billion parameters on {d} billion tokens take?"
        )
        return magnitude(
            text,
            6 * n * d * 10**18,
            f"6ND = 6 · {n}e9 · {d}e9 = {6 * n * d}e18: 2 forward and 4 backward for each parameter and token.",
            n=n,
            d=d,
        )
    if case == 1:
        text = (
            f"About how many floating-point operations does a dense model of {n} billion "
            "parameters take to generate one token? Leave out attention over the context."
        )
        return magnitude(
            text, 2 * n * 10**9, f"One multiplication and one addition for each parameter: 2N = {2 * n}e9.", n=n
        )
    seconds = rng.choice((1000, 2000, 5000))
    text = (
        f"A training takes {6 * n}e18 floating-point operations. A cluster does "
        f"{n * 6 * 10**18 // seconds // 10**12} TFLOP/s of useful work (1 TFLOP/s = 1e12 per second). "
        "How many seconds does it take?"
    )
    return whole(
        text,
        seconds,
        f"{6 * n}e18 / {6 * n * 10**18 // seconds:.3g} = {seconds}.",
        operations=6 * n * 10**18,
        rate=n * 6 * 10**18 // seconds,
    )


@makes("kv-cache")
def kv_cache(rng: Random) -> Drawn:
    """The memory of cached keys and values."""
    layers, heads, size = rng.choice((4, 8, 16, 32)), rng.choice((4, 8, 16, 32)), rng.choice((32, 64, 128))
    groups = rng.choice([each for each in (1, 2, 4, 8) if each < heads])
    grouped = rng.random() < 0.6
    tokens, batch = rng.choice((512, 1024, 2048, 4096)), rng.choice((1, 1, 2, 4, 8))
    dtype = rng.choice(("float32", "float16", "bfloat16", "int8"))
    kept = groups if grouped else heads
    total = 2 * batch * layers * kept * size * tokens * _BYTES[dtype]
    unit = "MiB" if total < 2**30 else "GiB"
    which = (
        f"{heads} query heads that share {groups} key/value {'head' if groups == 1 else 'heads'}"
        if grouped
        else f"{heads} heads, each with its own keys and values"
    )
    text = (
        f"How large is the KV cache of a model with {layers} layers and {which}, head size {size}, for "
        f"{tokens} tokens and a batch of {batch}, in {dtype}?"
    )
    told = (
        f"2 (keys and values) · {batch} · {layers} layers · {kept} heads · "
        f"{size} · {tokens} tokens · {_BYTES[dtype]} bytes = {total:,} bytes."
    )
    facts: dict[str, Any] = {"shape": (2, batch, layers, kept, tokens, size), "dtype": dtype}
    return memory(text, total, unit, told, **facts)


@makes("model-memory")
def model_memory(rng: Random) -> Drawn:
    """The memory of weights at a precision, of Adam's state, of activations."""
    billions = rng.choice((1, 2, 3, 7, 8, 13, 70))
    case = rng.randrange(4)
    if case == 0:
        bits = rng.choice((32, 16, 8, 4))
        text = f"How much memory do the weights of a model with {billions} billion parameters take at {bits} bits each?"
        return memory(
            text,
            billions * 10**9 * bits / 8,
            "GB",
            f"{billions}e9 · {bits} / 8 = {billions * bits / 8:g}e9 bytes.",
            bits=bits,
            count=billions * 10**9,
        )
    if case == 1:
        text = (
            f"A model of {billions} billion parameters is trained with Adam "
            "in float32. How much memory do weights, gradients and the two "
            "moments take, without activations?"
        )
        return memory(
            text,
            16 * billions * 10**9,
            "GB",
            f"4 numbers of 4 bytes for each parameter: 16 · {billions}e9 bytes.",
            bits=128,
            count=billions * 10**9,
        )
    if case == 2:
        group, bits = rng.choice((32, 64, 128)), 4
        count = rng.choice((1, 2, 8)) * 2**20
        text = (
            f"{count // 2**20} × 2²⁰ weights are stored with {bits} bits each, and "
            f"one float16 scale for every {group} weights. How much memory is that?"
        )
        size = count * bits // 8 + count // group * 2
        told = (
            f"Weights {count} / 2 = {count // 2} bytes, scales {count} / {group} · 2 = "
            f"{count // group * 2} bytes. In KiB: {count // 2 // 1024} + {count // group * 2 / 1024:g}."
        )
        return memory(text, size, "KiB", told, bits=bits, count=count, group=group)
    heads, tokens, dtype = (
        rng.choice((4, 8, 16)),
        rng.choice((512, 1024, 2048, 4096)),
        rng.choice(("float32", "float16")),
    )
    size = heads * tokens * tokens * _BYTES[dtype]
    unit = "MiB" if size < 2**30 else "GiB"
    text = (
        "How much memory do the full attention scores of one layer "
        f"take: {heads} heads, {tokens} tokens, one sequence, {dtype}?"
    )
    return memory(
        text,
        size,
        unit,
        f"{heads} · {tokens} · {tokens} · {_BYTES[dtype]} = {size:,} bytes.",
        shape=(heads, tokens, tokens),
        dtype=dtype,
    )
