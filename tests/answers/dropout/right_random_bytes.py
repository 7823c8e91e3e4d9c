import numpy as np
def dropout(x, p, rng, training=True):
    if p < 0 or not p < 1:
        raise ValueError
    if not training or p == 0:
        return np.array(x)
    bits = np.frombuffer(rng.bytes(8 * x.size), dtype=np.uint64).reshape(x.shape)
    keep = bits >= np.uint64(int(p * 2**64))
    out = np.zeros_like(x)
    np.multiply(x, 1 / (1 - p), out=out, where=keep)
    return out
