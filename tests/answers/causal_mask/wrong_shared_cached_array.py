# WRONG: returns one cached array: what a caller writes into it shows up in the next answer; witness: (lambda m: (m.fill(False), causal_mask(3))[1])(causal_mask(3))
from functools import lru_cache
import numpy as np


@lru_cache(maxsize=None)
def causal_mask(T):
    return np.triu(np.ones((T, T), dtype=bool), k=1)
