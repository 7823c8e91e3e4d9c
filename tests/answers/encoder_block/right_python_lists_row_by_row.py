import math
import numpy as np


def _layer_norm(row, g, b):
    m = sum(row) / len(row)
    v = sum((t - m) ** 2 for t in row) / len(row)
    r = 1.0 / math.sqrt(v + 1e-5)
    return [(t - m) * r * gi + bi for t, gi, bi in zip(row, g, b)]


def _times(row, W):
    acc = [0.0] * len(W[0])
    for t, wrow in zip(row, W):
        for j, w in enumerate(wrow):
            acc[j] += t * w
    return acc


def encoder_block(x, params, n_heads):
    """Row by row on Python lists."""
    P = {name: np.asarray(value, dtype=float).tolist() for name, value in params.items()}
    batches = np.asarray(x, dtype=float).tolist()
    D = len(batches[0][0])
    w = D // n_heads
    out = []
    for seq in batches:
        normed = [_layer_norm(r, P["ln1_gamma"], P["ln1_beta"]) for r in seq]
        q = [_times(r, P["W_q"]) for r in normed]
        k = [_times(r, P["W_k"]) for r in normed]
        v = [_times(r, P["W_v"]) for r in normed]
        new = []
        for i, row in enumerate(seq):
            cat = []
            for a in range(0, D, w):
                s = [sum(q[i][c] * kj[c] for c in range(a, a + w)) / math.sqrt(w) for kj in k]
                top = max(s)
                e = [math.exp(t - top) for t in s]
                z = sum(e)
                cat.extend(sum(ej * vj[c] for ej, vj in zip(e, v)) / z for c in range(a, a + w))
            y = [s0 + t for s0, t in zip(row, _times(cat, P["W_o"]))]
            h = [max(0.0, t + b) for t, b in zip(_times(_layer_norm(y, P["ln2_gamma"], P["ln2_beta"]), P["W1"]), P["b1"])]
            new.append([s0 + t + b for s0, t, b in zip(y, _times(h, P["W2"]), P["b2"])])
        out.append(new)
    return np.array(out)
