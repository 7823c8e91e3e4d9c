import math
import numpy as np


def _project(rows, W):
    return [[sum(r[i] * W[i][j] for i in range(len(r))) for j in range(len(W[0]))] for r in rows]


def cross_attention(x, context, W_q, W_k, W_v, W_o, n_heads):
    x, context, W_q, W_k, W_v, W_o = [np.array(a, dtype=float).tolist() for a in (x, context, W_q, W_k, W_v, W_o)]
    D = len(W_q)
    dk = D // n_heads
    answer = []
    for dec, enc in zip(x, context):
        Q, K, V = _project(dec, W_q), _project(enc, W_k), _project(enc, W_v)
        rows = []
        for q in Q:
            row = []
            for start in range(0, D, dk):
                sc = [sum(q[start + c] * k[start + c] for c in range(dk)) / math.sqrt(dk) for k in K]
                hi = max(sc)
                ex = [math.exp(a - hi) for a in sc]
                tot = sum(ex)
                row += [sum(e * v[start + c] for e, v in zip(ex, V)) / tot for c in range(dk)]
            rows.append(row)
        answer.append(_project(rows, W_o))
    return np.array(answer)
