from dataclasses import astuple, dataclass
import numpy as np


@dataclass
class QTensor:
    q: np.ndarray
    scale: float


def half_even(v):
    lo = np.floor(v)
    frac = v - lo
    odd = np.mod(lo, 2.0) == 1.0
    up = np.select([frac > 0.5, frac < 0.5], [True, False], default=odd)
    return lo + up


def quantize_int8(x):
    t = np.asarray(x, dtype=np.float64)
    amax = max(t.max(), -t.min())
    out = QTensor(np.empty(t.shape, dtype=np.int8), float(amax) / 127.0 or 1.0)
    out.q[...] = half_even(t / out.scale)
    return out.q, out.scale
