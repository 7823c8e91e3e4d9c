import numpy as np


class CrossAttention:
    def __init__(self, wq, wk, wv, wo, *, heads):
        self.wq, self.wkv, self.wo, self.heads = wq, np.concatenate([wk, wv], axis=1), wo, heads

    def __call__(self, x, memory):
        d = x.shape[-1]
        dk = d // self.heads
        kv = memory @ self.wkv
        k, v = kv[..., :d], kv[..., d:]
        q = x @ self.wq
        out = np.zeros(q.shape, dtype=np.result_type(q, v))
        for h in range(self.heads):
            sl = np.s_[..., h * dk:(h + 1) * dk]
            # (B, T, 1, dk) * (B, 1, S, dk)
            s = (q[sl][:, :, None, :] * k[sl][:, None, :, :]).sum(-1) / dk ** 0.5
            e = np.exp(s - s.max(2, keepdims=True))
            out[sl] = (e[..., None] * v[sl][:, None]).sum(2) / e.sum(2)[..., None]
        return out @ self.wo


def cross_attention(x, context, W_q, W_k, W_v, W_o, n_heads):
    return CrossAttention(W_q, W_k, W_v, W_o, heads=n_heads)(x, context)
