# WRONG: stops at a sequence's first ignored label; witness: masked_cross_entropy(np.array([[[0., 3.], [0., 1.]]]), np.array([[-100, 1]]))
import numpy as np

def masked_cross_entropy(logits, labels, ignore_index=-100):
    tot, n = 0.0, 0
    for z, y in zip(logits, labels):
        end = int(np.argmax(y == ignore_index)) if (y == ignore_index).any() else len(y)
        for t in range(end):
            tot += np.logaddexp.reduce(z[t]) - z[t, y[t]]; n += 1
    return tot / n if n else 0.0
