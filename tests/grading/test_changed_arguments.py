"""Whatever way code writes into its arguments, it is told; and what leaves them as they were is not."""

from __future__ import annotations

import pytest

SOFTMAX = """import ctypes, sys, threading
import numpy as np

class Stream:
    def __init__(self, x):
        self.x = x
    def write(self, text):
        return len(text)
    def flush(self):
        self.x.fill(9)

def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    r = e / e.sum(axis=axis, keepdims=True)
    {line}
    return r
"""
WRITING = {
    "one entry": "x.flat[-1] = 7",
    "NaN": "x.flat[0] = np.nan",
    "through a view": "x.T[...] = 1",
    "through what it is a view of": "(x if x.base is None else x.base).fill(3)",
    "through another view of the memory": "np.lib.stride_tricks.as_strided(x, x.shape, x.strides)[...] = 2",
    "past NumPy": "ctypes.memset(x.ctypes.data, 0, 8)",
    "its shape": "x.shape = (-1,)",
    "its dtype": "x.dtype = np.int64 if x.itemsize == 8 else np.int32",
    "its size": "x.resize((1,), refcheck=False) if x.flags.owndata else None",
    "the order of its rows": "x[...] = x[::-1].copy()",
    "with the result, which is returned": "x[...] = r; r = x",
    "in a thread": "each = threading.Thread(target=lambda: x.fill(5)); each.start(); each.join()",
    "when the output is flushed": "sys.stdout = Stream(x)",
}
LEAVING = {
    "nothing": "pass",
    "the same entries": "x[...] = x.copy()",
    "whether it can be written into": "x.setflags(write=False)",
    "a view of the result": "r = r[...]",
}
WORDS = """from collections import Counter

def bpe_train(words, n_merges):
    splits = {{word: list(word) for word in words}}
    merges = []
    for _ in range(n_merges):
        pairs = Counter()
        for word, count in words.items():
            for pair in zip(splits[word], splits[word][1:]):
                pairs[pair] += count
        if not pairs:
            break
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        for word, tokens in splits.items():
            at, joined = 0, []
            while at < len(tokens):
                if tuple(tokens[at:at + 2]) == best:
                    joined.append("".join(best))
                    at += 2
                else:
                    joined.append(tokens[at])
                    at += 1
            splits[word] = joined
    {line}
    return merges
"""


@pytest.mark.parametrize("line", WRITING.values(), ids=WRITING)
def test_an_array_that_is_written_into_is_told(bench, line):
    report = bench.grade("softmax", SOFTMAX.format(line=line))
    assert (report["outcome"], report["failure"]["kind"]) == ("failed", "changed")


@pytest.mark.parametrize("line", LEAVING.values(), ids=LEAVING)
def test_an_array_that_is_left_as_it_was_is_not(bench, line):
    assert bench.grade("softmax", SOFTMAX.format(line=line))["outcome"] == "passed"


@pytest.mark.parametrize(
    "line",
    [
        "words.popitem()",
        "words['zzz'] = 1",
        "words.update({word: float(count) for word, count in words.items()})",
        "words.update({word: True for word in words})",
    ],
)
def test_a_table_that_is_changed_is_told(bench, line):
    report = bench.grade("bpe_train", WORDS.format(line=line))
    assert (report["outcome"], report["failure"]["kind"]) == ("failed", "changed")


@pytest.mark.parametrize("line", ["pass", "words.update({word: int(str(count)) for word, count in words.items()})"])
def test_a_table_with_other_objects_that_are_equal_is_not(bench, line):
    assert bench.grade("bpe_train", WORDS.format(line=line))["outcome"] == "passed"
