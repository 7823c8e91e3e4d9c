import numpy as np


def lora_forward(x, W, A, B, alpha):
    n, d_in = len(x), len(W)
    d_out, r = len(W[0]), len(A[0])
    s = float(alpha) / r
    out = []
    for i in range(n):
        xi = [float(v) for v in x[i]]
        low = [sum(xi[p] * float(A[p][q]) for p in range(d_in)) for q in range(r)]
        row = []
        for j in range(d_out):
            acc = 0.0
            for p in range(d_in):
                acc += xi[p] * float(W[p][j])
            extra = 0.0
            for q in range(r):
                extra += low[q] * float(B[q][j])
            row.append(acc + s * extra)
        out.append(row)
    return np.array(out)
