# mistake: softmax_over_others
import math

import torch
from torch import nn


class CachedAttention(nn.Module):
    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        super().__init__()
        self.W_q, self.W_k, self.W_v, self.W_o = W_q, W_k, W_v, W_o
        self.n_heads = n_heads
        self.keys, self.values, self.length = None, None, 0

    def split(self, x):
        return x.view(x.shape[0], self.n_heads, 1, -1)

    def step(self, x):
        q, k, v = (self.split(x @ W) for W in (self.W_q, self.W_k, self.W_v))
        if self.keys is None or self.length == self.keys.shape[2]:
            room = torch.zeros(*k.shape[:2], max(16, self.length), k.shape[-1], dtype=k.dtype)
            self.keys = room.clone() if self.keys is None else torch.cat([self.keys, room], 2)
            self.values = room.clone() if self.values is None else torch.cat([self.values, room], 2)
        self.keys[:, :, self.length] = k[:, :, 0]
        self.values[:, :, self.length] = v[:, :, 0]
        self.length += 1
        keys, values = self.keys[:, :, : self.length], self.values[:, :, : self.length]
        weights = torch.softmax(q @ keys.transpose(-2, -1) / math.sqrt(q.shape[-1]), dim=1)
        return (weights @ values).reshape(x.shape) @ self.W_o
