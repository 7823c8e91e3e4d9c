"""Counting tokens: the pairs that attention may see, sizes of a vocabulary, merges of a tokenizer."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from random import Random

from mlprep.grading.questions.quiz.drawn import Drawn, makes, whole


@makes("attention-pairs")
def attention_pairs(rng: Random) -> Drawn:
    """How many pairs of query and key a mask lets through."""
    n = rng.choice((4, 5, 6, 8, 10, 16))
    case = rng.randrange(4)
    if case == 0:
        value = n * (n + 1) // 2
        return whole(
            f"How many pairs of query and key does a causal mask let through, for {n} tokens? A token sees itself.",
            value,
            f"1 + 2 + ... + {n} = {n}·{n + 1}/2 = {value}.",
            n=n,
            mask="causal",
        )
    if case == 1:
        window = rng.choice((2, 3))
        value = sum(min(place + 1, window) for place in range(n))
        text = (
            f"In causal attention each of {n} tokens sees itself and the {window - 1} "
            f"{'token' if window == 2 else 'tokens'} before it. How many pairs of query and key are there?"
        )
        return whole(
            text,
            value,
            f"The first {window - 1} see fewer: {n}·{window} − {window * (window - 1) // 2} = {value}.",
            n=n,
            window=window,
            mask="window",
        )
    if case == 2:
        first = rng.randrange(1, n - 1)
        value = first * (first + 1) // 2 + (n - first) * (n - first + 1) // 2
        text = (
            f"Two documents of {first} and {n - first} tokens are packed into one "
            "sequence. How many pairs does a causal mask that keeps them apart let through?"
        )
        return whole(
            text,
            value,
            f"{first}·{first + 1}/2 + {n - first}·{n - first + 1}/2 = {value}.",
            n=n,
            first=first,
            mask="packed",
        )
    new = rng.randrange(1, 4)
    text = (
        f"{n} tokens are in the KV cache, and {new} new {'one is' if new == 1 else 'ones are'} processed "
        "at once, causally. How many scores are computed for one head, without those that are masked?"
    )
    value = sum(n + place + 1 for place in range(new))
    return whole(
        text,
        value,
        f"Each new token sees the {n} cached ones, itself and the new ones before it: {value}.",
        n=n,
        new=new,
        mask="cache",
    )


@makes("tokenizer-arithmetic")
def tokenizer_arithmetic(rng: Random) -> Drawn:
    """Sizes of a vocabulary, merges, tokens of a text after merges."""
    case = rng.randrange(3)
    if case == 0:
        merges, special = rng.choice((100, 1000, 10_000, 50_000)), rng.choice((0, 1, 3))
        text = (
            f"A byte-level BPE tokenizer learns {merges:,} merges"
            + (f" and has {special} special {'token' if special == 1 else 'tokens'}" if special else "")
            + ". How large is its vocabulary?"
        )
        told = (
            f"256 bytes + {merges:,} merges" + (f" + {special}" if special else "") + f" = {256 + merges + special:,}."
        )
        return whole(text, 256 + merges + special, told, merges=merges, special=special)
    word = rng.choice(("banana", "mississippi", "abababa", "aaaa", "lower lower low", "aabaab"))
    pairs = Counter(pairwise(word))
    best = max(pairs.values())
    leading = sorted("".join(pair) for pair, count in pairs.items() if count == best)
    if case == 1:
        text = f"How often does the most frequent pair of neighboring characters occur in {word!r}? Overlaps count."
        return whole(text, best, f"The pair {leading[0]!r} occurs {best} times.", word=word)
    pair = leading[0]
    length = len(word) - word.count(pair)
    text = (
        f"In {word!r}, every {pair!r} is merged into one token, from left to right "
        f"without overlaps. How many tokens are there then, from {len(word)} characters?"
    )
    return whole(
        text,
        length,
        f"{word.count(pair)} merges, each one token fewer: {len(word)} − {word.count(pair)} = {length}.",
        word=word,
        pair=pair,
    )
