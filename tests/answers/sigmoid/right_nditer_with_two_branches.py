import numpy as np


def sigmoid(z):
    arr = np.array(z, dtype=np.float64)
    out = np.empty(arr.shape)
    with np.nditer([arr, out], op_flags=[["readonly"], ["writeonly"]], flags=["zerosize_ok"]) as it:
        for src, dst in it:
            dst[...] = 1.0 / (1.0 + np.exp(-src)) if src > 0 else 1.0 - 1.0 / (1.0 + np.exp(src))
    return out if out.ndim else float(out)
