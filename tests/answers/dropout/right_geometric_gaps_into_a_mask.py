import numpy as np
def dropout(x, p, rng, training=True):
    if not (p >= 0 and p < 1):
        raise ValueError
    out = x.copy()
    if training and p:
        n, pos = x.size, -1
        dead = np.zeros(n, dtype=bool)
        while True:
            pos += int(rng.geometric(p))
            if pos >= n:
                break
            dead[pos] = True
        out = np.where(dead.reshape(x.shape), 0.0, x / (1.0 - p))
    return out
