import numpy as np
import math
def attention(Q, K, V, mask=None):
    lead = Q.shape[:-2]
    Tq, Tk, dv = Q.shape[-2], K.shape[-2], V.shape[-1]
    M = np.zeros(lead + (Tq, Tk), bool) if mask is None else np.broadcast_to(mask, lead + (Tq, Tk))
    out = np.zeros(lead + (Tq, dv))
    for ix in np.ndindex(*lead, Tq):
        b, q = ix[:-1], ix[-1]
        open_ = [k for k in range(Tk) if not M[b + (q, k)]]
        sc = [sum(float(a) * float(c) for a, c in zip(Q[b][q], K[b][k])) / math.sqrt(Q.shape[-1]) for k in open_]
        m = max(sc)
        e = [math.exp(t - m) for t in sc]
        tot = math.fsum(e)
        for k, w in zip(open_, e):
            out[b + (q,)] += w / tot * V[b][k]
    return out
