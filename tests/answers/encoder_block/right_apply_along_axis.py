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
            w = np.apply_along_axis(softmax, -1, np.einsum("btc,bsc->bts", q[..., c], k[..., c]) / dk ** 0.5)
            heads.append(np.einsum("bts,bsc->btc", w, v[..., c]))
        return np.dot(np.concatenate(heads, -1), params["W_o"])

    x = x + attend(np.apply_along_axis(ln("ln1"), 2, x))
    return x + np.apply_along_axis(lambda r: mlp(ln("ln2")(r)), 2, x)
