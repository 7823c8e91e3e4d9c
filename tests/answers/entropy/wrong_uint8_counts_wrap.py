# WRONG: counts are kept in uint8 and wrap at 256; witness: entropy(np.repeat(np.arange(2), [300, 100]))
import numpy as np


def entropy(y):
    if len(y) == 0:
        return 0.0
    counts = np.zeros(int(np.max(y)) + 1, dtype=np.uint8)
    np.add.at(counts, y, 1)
    present = counts[counts > 0].astype(float)
    p = present / present.sum()
    return float(np.sum(p * np.log2(1 / p)))
