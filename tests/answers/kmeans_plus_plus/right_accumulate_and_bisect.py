import bisect
import itertools
import numpy as np


def kmeans_plus_plus(X, k, rng):
    """Pure Python: a cumulative sum and bisection."""
    rows = np.asarray(X, dtype=float).tolist()
    picks = [rows[int(rng.random() * len(rows))]]
    while len(picks) < k:
        weights = [min(sum((a - b) ** 2 for a, b in zip(r, c)) for c in picks) for r in rows]
        ladder = list(itertools.accumulate(weights))
        if ladder[-1] > 0:
            i = bisect.bisect_right(ladder, rng.random() * ladder[-1])
        else:
            i = int(rng.random() * len(rows))
        picks.append(rows[i])
    return np.array(picks)
