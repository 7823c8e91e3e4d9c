import numpy as np


def numerical_gradient(f, x, h=1e-5):
    work = np.array(x, dtype=np.float64, order="C")
    out = np.empty_like(work)
    it = np.nditer(work, flags=["multi_index", "zerosize_ok"], op_flags=["readonly"])
    while not it.finished:
        i = it.multi_index
        keep = work[i].copy()
        try:
            work[i] = keep + h
            fp = float(f(work))
            work[i] = keep - h
            fm = float(f(work))
        finally:
            work[i] = keep
        out[i] = (fp - fm) / (2.0 * h)
        it.iternext()
    return out
