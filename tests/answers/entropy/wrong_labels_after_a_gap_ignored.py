# gaps end the count: only labels up to the first gap count
import numpy as np
def entropy(y):
    if len(y) == 0: return 0.0
    p = np.array([(y == k).mean() for k in range(len(set(y.tolist())))]); p = p[p > 0]
    return abs(-(p * np.log2(p)).sum())
