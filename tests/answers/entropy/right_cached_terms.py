import math
import numpy as np
from functools import lru_cache


@lru_cache(maxsize=None)
def _term(c: int, n: int) -> float:
    return c * (math.log(n) - math.log(c)) / (n * math.log(2.0))


def entropy(y):
    seen = {}
    for label in np.asarray(y).ravel().tolist():
        seen[label] = seen.get(label, 0) + 1
    return math.fsum(_term(c, len(y)) for c in seen.values())
