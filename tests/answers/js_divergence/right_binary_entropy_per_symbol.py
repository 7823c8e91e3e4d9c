import numpy as np


def _h(r):
    """Binary relative entropy to the fair coin, for p = total * r, q = total * (1 - r)."""
    out = np.log(2.0)
    for s in (r, 1.0 - r):
        if s > 0:
            out += s * np.log(s)
    return out


_H = np.frompyfunc(_h, 1, 1)


def js_divergence(p, q):
    # sum over symbols of m_i * (ln 2 - H(p_i / (p_i + q_i)))
    p, q = np.asarray(p, dtype=np.float64), np.asarray(q, dtype=np.float64)
    live = np.logical_or(p, q)
    p, q = p[live], q[live]
    return float(np.sum((p + q) / 2 * _H(p / (p + q)).astype(float)))
