from __future__ import annotations
import heapq
from dataclasses import dataclass
import numpy as np


@dataclass(frozen=True)
class Hyp:
    tokens: tuple[int, ...] = ()
    logp: float = 0.0

    @property
    def state(self) -> int:
        return self.tokens[-1] if self.tokens else 0

    def __lt__(self, other: Hyp) -> bool:
        if self.logp != other.logp:
            return self.logp > other.logp
        return self.tokens < other.tokens


def _expand(hyps, table):
    for h in hyps:
        for tok, lp in enumerate(table[h.state].tolist()):
            yield Hyp(h.tokens + (tok,), h.logp + lp)


def beam_search(log_probs, beam_width):
    hyps = [Hyp()]
    for table in np.asarray(log_probs, dtype=float):
        hyps = heapq.nsmallest(beam_width, _expand(hyps, table))
    top = min(hyps)
    return list(top.tokens), top.logp
