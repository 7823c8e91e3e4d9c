import numpy as np


def js_divergence(p, q):
    # everything in logarithms; the floor keeps log 0 away and is invisible next to a real probability
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    m = np.logaddexp(np.log(np.maximum(p, 1e-320)), np.log(np.maximum(q, 1e-320))) - np.log(2.0)

    def half(w):
        lw = np.zeros(w.shape)
        np.log(w, out=lw, where=w > 0)
        return np.sum(np.where(w > 0, w * (lw - m), 0.0))

    return (half(p) + half(q)) / 2
