# WRONG: scaled by the square root of the context length instead of the head width; witness: cross_attention(np.sin(np.arange(8.0)).reshape(1, 2, 4), np.cos(np.arange(12.0)).reshape(1, 3, 4), *[np.eye(4)] * 4, 2)
import numpy as np


def cross_attention(x, context, W_q, W_k, W_v, W_o, n_heads):
    def softmax_rows(z):
        return np.exp(z - np.logaddexp.reduce(z, axis=-1)[..., None])

    def one(xb, cb):
        total = 0.0
        for Wq, Wk, Wv, Wo in zip(*(np.split(W, n_heads, axis=1) for W in (W_q, W_k, W_v)),
                                  np.split(W_o, n_heads, axis=0)):
            score = (xb @ Wq) @ (cb @ Wk).T / np.sqrt(len(cb))
            total = total + softmax_rows(score) @ (cb @ Wv) @ Wo
        return total

    return np.stack([one(*pair) for pair in zip(np.asarray(x, float), np.asarray(context, float))])
