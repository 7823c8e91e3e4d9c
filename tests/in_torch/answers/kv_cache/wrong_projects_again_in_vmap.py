# mistake: projects_again
import math

import torch


class CachedAttention:
    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        self.W_q, self.W_k, self.W_v, self.W_o, self.n_heads = W_q, W_k, W_v, W_o, n_heads
        self.x = None

    def step(self, x):
        self.x = x[:, None].clone() if self.x is None else torch.cat([self.x, x[:, None]], dim=1)
        return torch.vmap(self.attend)(x, self.x.clone())

    def attend(self, x, seen):
        split = lambda rows: rows.reshape(len(rows), self.n_heads, -1).transpose(0, 1)
        q, k, v = split((x @ self.W_q)[None]), split(seen @ self.W_k), split(seen @ self.W_v)
        weights = torch.softmax(q @ k.mT / math.sqrt(q.shape[-1]), dim=-1)
        return (weights @ v).reshape(-1) @ self.W_o
