from __future__ import annotations
from collections import Counter
from functools import reduce
from itertools import chain, islice, pairwise, repeat
from typing import Iterator
import numpy as np

Pair = tuple[str, str]


def _glue(pair: Pair):
    def step(stack: list[str], tok: str) -> list[str]:
        if stack and (stack[-1], tok) == pair:
            stack[-1] = "".join(pair)
        else:
            stack.append(tok)
        return stack
    return step


def _stream(words: dict[str, int]) -> Iterator[Pair]:
    corpus = [(list(w), c) for w, c in words.items()]
    while True:
        counts = Counter()
        for toks, c in corpus:
            for pair, times in Counter(pairwise(toks)).items():
                counts[pair] += c * times
        if len(counts) == 0:
            return
        ranked = sorted(sorted(counts), key=counts.__getitem__, reverse=True)
        yield ranked[0]
        corpus = [(reduce(_glue(ranked[0]), toks, []), c) for toks, c in corpus]


def bpe_train(words: dict[str, int], n_merges: int) -> list[Pair]:
    return list(islice(_stream(words), n_merges))
