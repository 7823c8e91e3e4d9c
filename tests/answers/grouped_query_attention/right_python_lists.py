import math
import numpy as np


def grouped_query_attention(Q, K, V):
    Q, K, V = (np.asarray(a, dtype=float).tolist() for a in (Q, K, V))
    out = []
    for qb, kb, vb in zip(Q, K, V):
        group = len(qb) // len(kb)
        heads = []
        for h, qs in enumerate(qb):
            ks, vs = kb[h // group], vb[h // group]
            rows = []
            for q in qs:
                s = [math.fsum(a * b for a, b in zip(q, k)) / math.sqrt(len(q)) for k in ks]
                m = max(s)
                w = [math.exp(t - m) for t in s]
                z = sum(w)
                rows.append([sum(wi * vi for wi, vi in zip(w, col)) / z for col in zip(*vs)])
            heads.append(rows)
        out.append(heads)
    return np.array(out)
