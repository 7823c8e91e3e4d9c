# WRONG: compares every positive with every negative, in chunks; 200,000 samples take far longer than 5 s
import numpy as np

CHUNK = 256


def roc_auc(y_true, scores):
    t = np.asarray(y_true).astype(bool)
    s = np.asarray(scores, dtype=np.float64)
    pos, neg = s[t], s[~t]
    if min(len(pos), len(neg)) == 0:
        raise ValueError
    total = 0.0
    for i in range(0, len(pos), CHUNK):
        block = pos[i:i + CHUNK, np.newaxis]
        total += np.count_nonzero(block > neg) + 0.5 * np.count_nonzero(block == neg)
    return total / len(pos) / len(neg)
