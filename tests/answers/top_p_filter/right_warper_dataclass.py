from dataclasses import dataclass
import numpy as np


@dataclass(frozen=True)
class NucleusWarper:
    top_p: float

    def ranks(self, x):
        order = np.argsort(-x, kind="mergesort")
        inv = np.empty_like(order)
        inv[order] = np.arange(order.size)
        return order, inv

    def __call__(self, scores):
        if self.top_p >= 1:
            return scores
        order, rank = self.ranks(scores)
        e = np.exp(scores - scores[order[0]])
        before = np.concatenate(([0.0], np.cumsum(e[order] / e.sum())[:-1]))
        n = max(1, int(np.count_nonzero(before < self.top_p)))
        return np.piecewise(scores, [rank < n], [lambda s: s, -np.inf])


def top_p_filter(logits, p):
    return NucleusWarper(top_p=p)(np.array(logits, dtype=np.float64))
