import math
import numpy as np


class BadHeads(ValueError):
    pass


def _mm(A, B):
    cols = list(zip(*B))
    return [[math.fsum(a * b for a, b in zip(r, c)) for c in cols] for r in A]


def multi_head_attention(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    """Everything on nested lists of floats."""
    x = np.asarray(x, dtype=float)
    B, T, D = x.shape
    if D % n_heads:
        raise BadHeads(f"{D} % {n_heads}")
    dk = D // n_heads
    Wq, Wk, Wv, Wo = (np.asarray(w, dtype=float).tolist() for w in (W_q, W_k, W_v, W_o))
    block = [[False] * T for _ in range(T)] if mask is None else np.asarray(mask).astype(bool).tolist()
    result = []
    for seq in x.tolist():
        q, k, v = _mm(seq, Wq), _mm(seq, Wk), _mm(seq, Wv)
        merged = [[0.0] * D for _ in range(T)]
        for h in range(n_heads):
            lo, hi = h * dk, (h + 1) * dk
            for i in range(T):
                js = [j for j in range(T) if not block[i][j]]
                s = [sum(q[i][c] * k[j][c] for c in range(lo, hi)) / math.sqrt(dk) for j in js]
                m = max(s)
                e = [math.exp(t - m) for t in s]
                z = sum(e)
                for c in range(lo, hi):
                    merged[i][c] = sum(w * v[j][c] for w, j in zip(e, js)) / z
        result.append(_mm(merged, Wo))
    return np.array(result)
