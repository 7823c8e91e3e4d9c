# WRONG: marks a taken score by the minimum - 1, which is the minimum itself from 2**53 on
import numpy as np
def top_k(scores, k):
    left = np.array(scores, float); low = left.min() - 1; out = []
    for _ in range(k):
        b = left.argmax(1); out.append(b); left[np.arange(len(left)), b] = low
    return np.stack(out, 1)
