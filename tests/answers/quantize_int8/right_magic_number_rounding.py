import numpy as np

MAGIC = 1.5 * 2.0 ** 52  # adding and taking away rounds to an integer, half to even


def quantize_int8(x):
    t = np.array(x, dtype=np.float64)
    if not t.any():
        return [np.zeros(t.shape, np.int8), 1.0]
    scale = np.linalg.norm(t.ravel(), ord=np.inf) / 127.0
    q = (t / scale + MAGIC) - MAGIC
    return [np.clip(q, -127, 127).astype("i1"), scale]
