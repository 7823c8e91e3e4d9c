import numpy as np


def quantize_int8(x):
    x = np.asarray(x)
    flat = [float(v) for v in x.ravel()]
    biggest = 0.0
    for v in flat:
        biggest = max(biggest, abs(v))
    scale = biggest / 127 if biggest > 0 else 1.0
    q = [round(v / scale) for v in flat]
    return np.array(q, dtype=np.int8).reshape(x.shape), scale
