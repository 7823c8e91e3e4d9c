# WRONG: marks a taken score by -1e18: scores below that are never taken
import numpy as np
def top_k(scores, k):
    left = np.array(scores, float); out = []
    for _ in range(k):
        b = left.argmax(1); out.append(b); left[np.arange(len(left)), b] = -1e18
    return np.stack(out, 1)
