import math
import numpy as np


def label_smoothing_loss(logits, labels, smoothing=0.1):
    losses = []
    for z, y in zip(np.asarray(logits, dtype=float), labels):
        m = float(max(z))
        lse = m + math.log(math.fsum(math.exp(v - m) for v in z))
        k = len(z)
        terms = []
        for c in range(k):
            q = smoothing / k + (1 - smoothing if c == y else 0)
            terms.append(q * (lse - float(z[c])))
        losses.append(math.fsum(terms))
    return math.fsum(losses) / len(losses)
