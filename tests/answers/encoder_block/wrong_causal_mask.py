# WRONG: a causal mask is applied (decoder habit); witness: encoder_block(np.sin(np.arange(8.0)).reshape(1, 2, 4), (lambda r: {k: r.normal(size=s) for k, s in dict(W_q=(4, 4), W_k=(4, 4), W_v=(4, 4), W_o=(4, 4), ln1_gamma=4, ln1_beta=4, ln2_gamma=4, ln2_beta=4, W1=(4, 6), b1=6, W2=(6, 4), b2=4).items()})(np.random.default_rng(0)), 2)
import numpy as np

EPS = 1e-5


def encoder_block(x, params, n_heads):
    """One token at a time for the row-wise parts (np.apply_along_axis)."""
    def ln(name):
        g, b = params[f"{name}_gamma"], params[f"{name}_beta"]
        return lambda r: (r - r.mean()) / np.sqrt(np.var(r) + EPS) * g + b

    def mlp(r):
        z = np.dot(r, params["W1"]) + params["b1"]
        return np.dot(np.where(z < 0, 0, z), params["W2"]) + params["b2"]

    def softmax(r):
        e = np.exp(r - r.max())
        return e / e.sum()

    def attend(n):
        q, k, v = (np.dot(n, params[w]) for w in ("W_q", "W_k", "W_v"))
        dk = q.shape[-1] // n_heads
        heads = []
        for h in range(n_heads):
            c = slice(h * dk, (h + 1) * dk)
            s = np.einsum("btc,bsc->bts", q[..., c], k[..., c]) / dk ** 0.5
            s = np.where(np.tri(s.shape[1], dtype=bool), s, -np.inf)
            w = np.apply_along_axis(softmax, -1, s)
            heads.append(np.einsum("bts,bsc->btc", w, v[..., c]))
        return np.dot(np.concatenate(heads, -1), params["W_o"])

    x = x + attend(np.apply_along_axis(ln("ln1"), 2, x))
    return x + np.apply_along_axis(lambda r: mlp(ln("ln2")(r)), 2, x)
