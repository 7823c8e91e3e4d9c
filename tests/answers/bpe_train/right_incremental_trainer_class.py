"""Incremental trainer: only the words that hold the merged pair are recounted."""
from collections import defaultdict
import numpy as np


class _Trainer:
    def __init__(self, words):
        self.seqs = [list(w) for w in words]
        self.freq = list(words.values())
        self.count = defaultdict(int)
        self.positions = defaultdict(int)
        self.where = defaultdict(set)
        for k in range(len(self.seqs)):
            self._add(k, +1)

    def _add(self, k, sign):
        s = self.seqs[k]
        for pair in zip(s[:-1], s[1:]):
            self.count[pair] += sign * self.freq[k]
            self.positions[pair] += sign
            if sign > 0:
                self.where[pair].add(k)
            else:
                self.where[pair].discard(k)
            if self.positions[pair] == 0:
                del self.count[pair], self.positions[pair], self.where[pair]

    def best(self):
        if not self.count:
            return None
        top = max(self.count.values())
        return min(p for p, c in self.count.items() if c == top)

    def merge(self, pair):
        a, b = pair
        for k in sorted(self.where[pair]):
            self._add(k, -1)
            out = []
            it = iter(self.seqs[k])
            held = next(it, None)
            for tok in it:
                if held is not None and held == a and tok == b:
                    out.append(a + b)
                    held = None
                else:
                    if held is not None:
                        out.append(held)
                    held = tok
            if held is not None:
                out.append(held)
            self.seqs[k] = out
            self._add(k, +1)


def bpe_train(words, n_merges):
    trainer = _Trainer(words)
    merges = []
    for _ in range(n_merges):
        if (pair := trainer.best()) is None:
            break
        merges.append(pair)
        trainer.merge(pair)
    return merges
