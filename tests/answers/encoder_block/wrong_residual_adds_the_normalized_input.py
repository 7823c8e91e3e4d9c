# WRONG: the first residual adds the normalised input instead of the input itself; witness: encoder_block(np.sin(np.arange(8.0)).reshape(1, 2, 4), (lambda r: {k: r.normal(size=s) for k, s in dict(W_q=(4, 4), W_k=(4, 4), W_v=(4, 4), W_o=(4, 4), ln1_gamma=4, ln1_beta=4, ln2_gamma=4, ln2_beta=4, W1=(4, 6), b1=6, W2=(6, 4), b2=4).items()})(np.random.default_rng(0)), 2)
import numpy as np


def encoder_block(x, params, n_heads):
    # the layer norm as a centring matrix C = I - 11'/D, everything else head by head with np.split
    W_q, W_k, W_v, W_o, g1, s1, g2, s2, W1, b1, W2, b2 = (
        np.asarray(params[k], dtype=np.float64) for k in
        "W_q W_k W_v W_o ln1_gamma ln1_beta ln2_gamma ln2_beta W1 b1 W2 b2".split())
    y = np.array(x, dtype=np.float64)
    D = y.shape[2]
    C = np.identity(D) - 1.0 / D

    def norm(t, g, s):
        t = t @ C
        return t / np.sqrt(np.einsum("btd,btd->bt", t, t)[..., None] / D + 1e-5) * g + s

    y = n = norm(y, g1, s1)
    y = n.copy()
    for a, b, c, o in zip(*(np.hsplit(W, n_heads) for W in (W_q, W_k, W_v)), np.vsplit(W_o, n_heads)):
        s = np.matmul(n @ a, (n @ b).swapaxes(1, 2)) / np.sqrt(D // n_heads)
        s -= s.max(axis=2, keepdims=True)
        np.exp(s, out=s)
        s /= s.sum(axis=2, keepdims=True)
        y += s @ (n @ c) @ o
    hidden = norm(y, g2, s2) @ W1 + b1
    np.maximum(hidden, 0.0, out=hidden)
    y += hidden @ W2
    y += b2
    return y
