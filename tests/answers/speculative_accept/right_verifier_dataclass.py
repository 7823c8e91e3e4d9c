from __future__ import annotations
from dataclasses import dataclass, field
from itertools import count
import numpy as np


@dataclass
class Verifier:
    rng: np.random.Generator
    out: list[int] = field(default_factory=list)

    def step(self, p: np.ndarray, q: np.ndarray, tok: int) -> bool:
        ratio = p[tok] / max(q[tok], p[tok]) if p[tok] > 0 else 0.0
        if self.rng.random() < ratio:
            self.out.append(tok)
            return True
        diff = p - q
        keep = np.flatnonzero(diff > 0)
        weights = diff[keep] if keep.size else p
        keep = keep if keep.size else np.arange(p.size)
        cdf = np.cumsum(weights)
        j = np.searchsorted(cdf, self.rng.random() * cdf[-1], side="right")
        self.out.append(int(keep[min(int(j), keep.size - 1)]))
        return False


def speculative_accept(p, q, tokens, rng):
    v = Verifier(rng)
    P, Q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for i in count():
        if i == len(tokens) or not v.step(P[i], Q[i], int(tokens[i])):
            return v.out
