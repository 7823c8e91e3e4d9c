import math
import numpy as np


def attention(Q, K, V, mask=None):
    """Textbook loops over plain Python floats."""
    Q = np.asarray(Q, dtype=float)
    K = np.asarray(K, dtype=float)
    V = np.asarray(V, dtype=float)
    lead = np.broadcast_shapes(Q.shape[:-2], K.shape[:-2], V.shape[:-2])
    tq, dk = Q.shape[-2:]
    tk, dv = V.shape[-2:]
    Qb = np.broadcast_to(Q, lead + (tq, dk))
    Kb = np.broadcast_to(K, lead + (tk, dk))
    Vb = np.broadcast_to(V, lead + (tk, dv))
    if mask is None:
        blocked = np.zeros(lead + (tq, tk), dtype=bool)
    else:
        blocked = np.broadcast_to(np.asarray(mask).astype(bool), lead + (tq, tk))
    out = np.zeros(lead + (tq, dv))
    for idx in np.ndindex(*lead):
        q, k, v, b = Qb[idx].tolist(), Kb[idx].tolist(), Vb[idx].tolist(), blocked[idx].tolist()
        for i in range(tq):
            seen = [j for j in range(tk) if not b[i][j]]
            s = [sum(a * c for a, c in zip(q[i], k[j])) / math.sqrt(dk) for j in seen]
            top = max(s)
            e = [math.exp(t - top) for t in s]
            z = math.fsum(e)
            for c in range(dv):
                out[idx + (i, c)] = sum(w * v[j][c] for w, j in zip(e, seen)) / z
    return out
